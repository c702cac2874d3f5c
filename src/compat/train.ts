/**
 * The `tf.train` namespace.
 */
export { AdamOptimizer } from "../train/adam.js";
export { GradientDescentOptimizer } from "../train/gradient_descent.js";
export { Optimizer } from "../train/optimizer.js";
