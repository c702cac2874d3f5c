/**
 * The `tf.nn` namespace.
 */
export {
  sigmoid_cross_entropy_with_logits,
  weighted_cross_entropy_with_logits,
} from "../ops/nn/sigmoid_cross_entropy.js";
