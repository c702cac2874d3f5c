/**
 * Names of `tf.flags`, which is tf.app.flags, that are not there yet.
 */
import { missing } from "../../graph/missing.js";

export const DEFINE_bool = missing("tf.flags.DEFINE_bool");
export const DEFINE_boolean = missing("tf.flags.DEFINE_boolean");
export const DEFINE_float = missing("tf.flags.DEFINE_float");
export const DEFINE_integer = missing("tf.flags.DEFINE_integer");
export const DEFINE_string = missing("tf.flags.DEFINE_string");
export const FLAGS = missing("tf.flags.FLAGS");
