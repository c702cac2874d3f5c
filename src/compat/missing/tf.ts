/**
 * Names of `tf` that are not there yet.
 */
import { missing } from "../../graph/missing.js";

export const FIFOQueue = missing("tf.FIFOQueue");
export const FixedLenFeature = missing("tf.FixedLenFeature");
export const FixedLengthRecordReader = missing("tf.FixedLengthRecordReader");
export const GraphDef = missing("tf.GraphDef");
export const RandomShuffleQueue = missing("tf.RandomShuffleQueue");
export const TFRecordReader = missing("tf.TFRecordReader");
export const TextLineReader = missing("tf.TextLineReader");
export const VarLenFeature = missing("tf.VarLenFeature");
export const WholeFileReader = missing("tf.WholeFileReader");
export const import_graph_def = missing("tf.import_graph_def");
export const parse_single_example = missing("tf.parse_single_example");
export const py_func = missing("tf.py_func");
export const read_file = missing("tf.read_file");
export const tables_initializer = missing("tf.tables_initializer");
export const contrib = missing("tf.contrib");
export const estimator = missing("tf.estimator");
export const examples = missing("tf.examples");
export const keras = missing("tf.keras");
export const python = missing("tf.python");
