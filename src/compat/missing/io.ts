/**
 * Names of `tf.io` that are not there yet.
 */
import { missing } from "../../graph/missing.js";

export const read_file = missing("tf.io.read_file");
