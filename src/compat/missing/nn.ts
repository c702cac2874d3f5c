/**
 * Names of `tf.nn` that are not there yet.
 */
import { missing } from "../../graph/missing.js";

export const bidirectional_dynamic_rnn = missing("tf.nn.bidirectional_dynamic_rnn");
export const dynamic_rnn = missing("tf.nn.dynamic_rnn");
export const nce_loss = missing("tf.nn.nce_loss");
export const sampled_softmax_loss = missing("tf.nn.sampled_softmax_loss");
export const static_rnn = missing("tf.nn.static_rnn");
