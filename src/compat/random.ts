/**
 * The `tf.random` namespace.
 */
export {
  categorical,
  multinomial,
  random_gamma as gamma,
  random_poisson as poisson,
  random_shuffle as shuffle,
} from "../ops/random/draws.js";
export {
  random_normal as normal,
  random_uniform as uniform,
  truncated_normal,
} from "../ops/random/random_ops.js";
export { get_seed, set_random_seed } from "../ops/random/seed.js";
