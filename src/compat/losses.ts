/**
 * The `tf.losses` namespace.
 */
export {
  add_loss,
  get_losses,
  get_regularization_loss,
  get_regularization_losses,
  get_total_loss,
} from "../ops/losses/collection.js";
export {
  sigmoid_cross_entropy,
  softmax_cross_entropy,
  sparse_softmax_cross_entropy,
} from "../ops/losses/cross_entropies.js";
export {
  absolute_difference,
  cosine_distance,
  hinge_loss,
  huber_loss,
  log_loss,
  mean_pairwise_squared_error,
  mean_squared_error,
} from "../ops/losses/losses.js";
export { compute_weighted_loss, Reduction } from "../ops/losses/weighted.js";
