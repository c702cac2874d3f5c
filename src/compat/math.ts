/**
 * The `tf.math` namespace.
 */
export { argmax, argmin } from "../ops/math/arg.js";
export { bincount } from "../ops/math/bincount.js";
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
export { cumprod, cumsum, cumulative_logsumexp } from "../ops/math/scan.js";
export { segment_max, segment_mean, segment_min, segment_prod, segment_sum } from "../ops/math/segment.js";
export { count_nonzero, reduce_logsumexp, reduce_std, reduce_variance } from "../ops/math/statistics.js";
export {
  unsorted_segment_max,
  unsorted_segment_mean,
  unsorted_segment_min,
  unsorted_segment_prod,
  unsorted_segment_sqrt_n,
  unsorted_segment_sum,
} from "../ops/math/unsorted_segment.js";
