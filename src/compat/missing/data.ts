/**
 * Names of `tf.data` that are not there yet.
 */
import { missing } from "../../graph/missing.js";

export const Dataset = missing("tf.data.Dataset");
export const Iterator = missing("tf.data.Iterator");
export const TFRecordDataset = missing("tf.data.TFRecordDataset");
export const TextLineDataset = missing("tf.data.TextLineDataset");
