/**
 * The `tf.random` namespace.
 */
export { random_normal as normal, random_uniform as uniform, truncated_normal } from "../ops/random/random_ops.js";
export { get_seed, set_random_seed } from "../ops/random/seed.js";
