/**
 * The `tf.nn` namespace.
 */

export { depth_to_space, space_to_batch, space_to_depth } from "../ops/array/space.js";
export { top_k } from "../ops/array/top_k.js";
export { l2_normalize } from "../ops/linalg/norms.js";
export { sigmoid, tanh } from "../ops/math/unary.js";
export { crelu, elu, leaky_relu, relu, relu6, selu, softplus, softsign, swish } from "../ops/nn/activations.js";
export { batch_norm_with_global_normalization, batch_normalization, fused_batch_norm } from "../ops/nn/batch_norm.js";
export { bias_add, relu_layer, xw_plus_b } from "../ops/nn/bias_add.js";
export {
  atrous_conv2d,
  conv_transpose,
  conv1d,
  conv1d_transpose,
  conv2d,
  conv2d_backprop_filter,
  conv2d_backprop_input,
  conv2d_transpose,
  conv3d,
  conv3d_backprop_filter,
  conv3d_backprop_filter as conv3d_backprop_filter_v2,
  conv3d_transpose,
  convolution,
} from "../ops/nn/conv_functions.js";
export { ctc_greedy_decoder, ctc_loss } from "../ops/nn/ctc.js";
export { depthwise_conv2d, depthwise_conv2d_native, separable_conv2d } from "../ops/nn/depthwise_functions.js";
export { dilation2d, erosion2d } from "../ops/nn/dilation2d.js";
export { dropout } from "../ops/nn/dropout.js";
export {
  embedding_lookup,
  embedding_lookup_sparse,
  safe_embedding_lookup_sparse,
} from "../ops/nn/embedding.js";
export { in_top_k } from "../ops/nn/in_top_k.js";
export { l2_loss } from "../ops/nn/l2_loss.js";
export { log_poisson_loss } from "../ops/nn/log_poisson_loss.js";
export { local_response_normalization, local_response_normalization as lrn } from "../ops/nn/lrn.js";
export { moments, normalize_moments, sufficient_statistics, weighted_moments } from "../ops/nn/moments.js";
export {
  avg_pool,
  avg_pool as avg_pool2d,
  avg_pool_v2,
  avg_pool1d,
  avg_pool3d,
  max_pool,
  max_pool_v2,
  max_pool_with_argmax,
  max_pool1d,
  max_pool2d,
  max_pool3d,
  pool,
} from "../ops/nn/pool_functions.js";
export {
  sigmoid_cross_entropy_with_logits,
  weighted_cross_entropy_with_logits,
} from "../ops/nn/sigmoid_cross_entropy.js";
export { log_softmax, softmax } from "../ops/nn/softmax.js";
export {
  softmax_cross_entropy_with_logits,
  softmax_cross_entropy_with_logits_v2,
  sparse_softmax_cross_entropy_with_logits,
} from "../ops/nn/softmax_cross_entropy.js";
export { zero_fraction } from "../ops/nn/zero_fraction.js";
export * from "./missing/nn.js";
export * as rnn_cell from "./missing/rnn_cell.js";
