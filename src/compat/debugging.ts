/**
 * The `tf.debugging` namespace.
 */

export { is_numeric_tensor } from "../ops/math/numeric_checks.js";
export { is_finite, is_inf, is_nan } from "../ops/math/unary.js";
