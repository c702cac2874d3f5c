/**
 * The `tf.train` namespace.
 */
export { AdadeltaOptimizer, AdagradOptimizer } from "../train/adagrad.js";
export { AdamOptimizer } from "../train/adam.js";
export { FtrlOptimizer } from "../train/ftrl.js";
export { GradientDescentOptimizer } from "../train/gradient_descent.js";
export { MomentumOptimizer } from "../train/momentum.js";
export { Optimizer } from "../train/optimizer.js";
export { AdagradDAOptimizer, ProximalAdagradOptimizer, ProximalGradientDescentOptimizer } from "../train/proximal.js";
export { RMSPropOptimizer } from "../train/rmsprop.js";
