/**
 * The `tf.nn` namespace.
 */

export { sigmoid, tanh } from "../ops/math/unary.js";
export { crelu, elu, leaky_relu, relu, relu6, selu, softplus, softsign, swish } from "../ops/nn/activations.js";
export { bias_add, relu_layer, xw_plus_b } from "../ops/nn/bias_add.js";
export { l2_loss } from "../ops/nn/l2_loss.js";
export { log_poisson_loss } from "../ops/nn/log_poisson_loss.js";
export { moments, normalize_moments, sufficient_statistics, weighted_moments } from "../ops/nn/moments.js";
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
