/**
 * The `tf.sparse` namespace.
 */
export {
  sparse_segment_mean as segment_mean,
  sparse_segment_sqrt_n as segment_sqrt_n,
  sparse_segment_sum as segment_sum,
} from "../ops/math/segment.js";
