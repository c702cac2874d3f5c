/**
 * The `tf.debugging` namespace.
 */
export { is_finite, is_inf, is_nan } from "../ops/math/unary.js";
