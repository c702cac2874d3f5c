/**
 * The `tf.nn` namespace.
 */

export { sigmoid, tanh } from "../ops/math/unary.js";
export { crelu, elu, leaky_relu, relu, relu6, selu, softplus, softsign, swish } from "../ops/nn/activations.js";
export { moments, normalize_moments, sufficient_statistics, weighted_moments } from "../ops/nn/moments.js";
export {
  sigmoid_cross_entropy_with_logits,
  weighted_cross_entropy_with_logits,
} from "../ops/nn/sigmoid_cross_entropy.js";
