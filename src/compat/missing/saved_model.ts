/**
 * Names of `tf.saved_model` that are not there yet.
 */
import { missing } from "../../graph/missing.js";

export const builder = missing("tf.saved_model.builder");
export const signature_def_utils = missing("tf.saved_model.signature_def_utils");
export const utils = missing("tf.saved_model.utils");
