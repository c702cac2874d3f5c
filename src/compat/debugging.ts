/**
 * The `tf.debugging` namespace.
 */

export { check_numerics } from "../ops/array/checks.js";
export { Assert } from "../ops/control/assert.js";
export {
  assert_equal,
  assert_greater,
  assert_greater_equal,
  assert_less,
  assert_less_equal,
  assert_near,
  assert_negative,
  assert_non_negative,
  assert_non_positive,
  assert_none_equal,
  assert_positive,
} from "../ops/control/check_comparisons.js";
export {
  assert_integer,
  assert_proper_iterable,
  assert_rank,
  assert_rank_at_least,
  assert_rank_in,
  assert_same_float_dtype,
  assert_scalar,
  assert_type,
} from "../ops/control/check_static.js";
export { is_non_decreasing, is_strictly_increasing } from "../ops/math/monotonic.js";
export { is_numeric_tensor } from "../ops/math/numeric_checks.js";
export { is_finite, is_inf, is_nan } from "../ops/math/unary.js";
