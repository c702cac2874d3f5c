/**
 * The `tf.train` namespace.
 */

export { AdadeltaOptimizer, AdagradOptimizer } from "../train/adagrad.js";
export { AdamOptimizer } from "../train/adam.js";
export { FtrlOptimizer } from "../train/ftrl.js";
export {
  assert_global_step,
  create_global_step,
  get_global_step,
  get_or_create_global_step,
  global_step,
} from "../train/global_step.js";
export { GradientDescentOptimizer } from "../train/gradient_descent.js";
export {
  cosine_decay,
  cosine_decay_restarts,
  exponential_decay,
  inverse_time_decay,
  linear_cosine_decay,
  natural_exp_decay,
  noisy_linear_cosine_decay,
  piecewise_constant,
  piecewise_constant as piecewise_constant_decay,
  polynomial_decay,
} from "../train/learning_rate_decay.js";
export { MomentumOptimizer } from "../train/momentum.js";
export { ExponentialMovingAverageClass as ExponentialMovingAverage } from "../train/moving_averages.js";
export { Optimizer } from "../train/optimizer.js";
export { AdagradDAOptimizer, ProximalAdagradOptimizer, ProximalGradientDescentOptimizer } from "../train/proximal.js";
export { RMSPropOptimizer } from "../train/rmsprop.js";
export * from "./missing/train.js";
