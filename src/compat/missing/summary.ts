/**
 * Names of `tf.summary` that are not there yet.
 */
import { missing } from "../../graph/missing.js";

export const FileWriter = missing("tf.summary.FileWriter");
export const histogram = missing("tf.summary.histogram");
export const image = missing("tf.summary.image");
export const merge = missing("tf.summary.merge");
export const merge_all = missing("tf.summary.merge_all");
export const scalar = missing("tf.summary.scalar");
