/**
 * Names of `tf.layers` that are not there yet.
 */
import { missing } from "../../graph/missing.js";

export const Dense = missing("tf.layers.Dense");
export const average_pooling2d = missing("tf.layers.average_pooling2d");
export const batch_normalization = missing("tf.layers.batch_normalization");
export const conv2d = missing("tf.layers.conv2d");
export const conv2d_transpose = missing("tf.layers.conv2d_transpose");
export const dense = missing("tf.layers.dense");
export const dropout = missing("tf.layers.dropout");
export const flatten = missing("tf.layers.flatten");
export const max_pooling2d = missing("tf.layers.max_pooling2d");
