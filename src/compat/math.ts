/**
 * The `tf.math` namespace.
 */

export { top_k } from "../ops/array/top_k.js";
export { invert_permutation } from "../ops/array/transpose.js";
export { l2_normalize } from "../ops/linalg/norms.js";
export { accumulate_n, add_n } from "../ops/math/add_n.js";
export { argmax, argmin } from "../ops/math/arg.js";
export {
  add,
  atan2,
  div_no_nan as divide_no_nan,
  divide,
  floordiv,
  floormod,
  floormod as mod,
  igamma,
  igammac,
  maximum,
  minimum,
  multiply,
  multiply_no_nan,
  polygamma,
  pow,
  reciprocal_no_nan,
  squared_difference,
  subtract,
  truediv,
  xdivy,
  xlogy,
  zeta,
} from "../ops/math/binary.js";
export { bincount } from "../ops/math/bincount.js";
export {
  equal,
  greater,
  greater_equal,
  less,
  less_equal,
  logical_and,
  logical_or,
  logical_xor,
  not_equal,
} from "../ops/math/comparison.js";
export { angle, conj, imag, real } from "../ops/math/complex.js";
export { is_non_decreasing, is_strictly_increasing } from "../ops/math/monotonic.js";
export { nextafter } from "../ops/math/next_after.js";
export { polyval } from "../ops/math/polyval.js";
export {
  reduce_all,
  reduce_any,
  reduce_euclidean_norm,
  reduce_max,
  reduce_mean,
  reduce_min,
  reduce_prod,
  reduce_sum,
} from "../ops/math/reductions.js";
export { scalar_mul } from "../ops/math/scalar_mul.js";
export { cumprod, cumsum, cumulative_logsumexp } from "../ops/math/scan.js";
export { segment_max, segment_mean, segment_min, segment_prod, segment_sum } from "../ops/math/segment.js";
export { betainc, lbeta } from "../ops/math/special.js";
export { count_nonzero, reduce_logsumexp, reduce_std, reduce_variance } from "../ops/math/statistics.js";
export {
  abs,
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atanh,
  bessel_i0,
  bessel_i0e,
  bessel_i1,
  bessel_i1e,
  ceil,
  cos,
  cosh,
  digamma,
  erf,
  erfc,
  exp,
  expm1,
  floor,
  is_finite,
  is_inf,
  is_nan,
  lgamma,
  log,
  log_sigmoid,
  log1p,
  logical_not,
  negative,
  reciprocal,
  rint,
  round,
  rsqrt,
  sigmoid,
  sign,
  sin,
  sinh,
  sqrt,
  square,
  tan,
  tanh,
} from "../ops/math/unary.js";
export {
  unsorted_segment_max,
  unsorted_segment_mean,
  unsorted_segment_min,
  unsorted_segment_prod,
  unsorted_segment_sqrt_n,
  unsorted_segment_sum,
} from "../ops/math/unsorted_segment.js";
export { confusion_matrix } from "../ops/metrics/confusion_matrix.js";
export { softplus, softsign } from "../ops/nn/activations.js";
export { in_top_k } from "../ops/nn/in_top_k.js";
export { log_softmax, softmax } from "../ops/nn/softmax.js";
export { zero_fraction } from "../ops/nn/zero_fraction.js";
