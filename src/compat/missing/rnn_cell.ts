/**
 * Names of `tf.nn.rnn_cell` that are not there yet.
 */
import { missing } from "../../graph/missing.js";

export const BasicLSTMCell = missing("tf.nn.rnn_cell.BasicLSTMCell");
export const BasicRNNCell = missing("tf.nn.rnn_cell.BasicRNNCell");
export const DropoutWrapper = missing("tf.nn.rnn_cell.DropoutWrapper");
export const GRUCell = missing("tf.nn.rnn_cell.GRUCell");
export const LSTMCell = missing("tf.nn.rnn_cell.LSTMCell");
export const MultiRNNCell = missing("tf.nn.rnn_cell.MultiRNNCell");
