/**
 * Names of `tf.feature_column` that are not there yet.
 */
import { missing } from "../../graph/missing.js";

export const numeric_column = missing("tf.feature_column.numeric_column");
