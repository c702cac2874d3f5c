/**
 * Names of `tf.app` that are not there yet.
 */
import { missing } from "../../graph/missing.js";

export const flags = missing("tf.app.flags");
export const run = missing("tf.app.run");
