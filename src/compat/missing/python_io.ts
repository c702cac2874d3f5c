/**
 * Names of `tf.python_io` that are not there yet.
 */
import { missing } from "../../graph/missing.js";

export const TFRecordWriter = missing("tf.python_io.TFRecordWriter");
export const tf_record_iterator = missing("tf.python_io.tf_record_iterator");
