/**
 * The `tf.sparse` namespace.
 */
export {
  sparse_segment_mean as segment_mean,
  sparse_segment_sqrt_n as segment_sqrt_n,
  sparse_segment_sum as segment_sum,
} from "../ops/math/segment.js";
export { sparse_add as add } from "../ops/sparse/add.js";
export {
  sparse_concat as concat,
  sparse_maximum as maximum,
  sparse_minimum as minimum,
  sparse_split as split,
} from "../ops/sparse/combine.js";
export {
  sparse_tensor_dense_matmul as matmul,
  sparse_tensor_dense_matmul as sparse_dense_matmul,
} from "../ops/sparse/dense_matmul.js";
export { expand_dims, eye, from_dense, sparse_mask as mask } from "../ops/sparse/make.js";
export {
  sparse_reduce_max as reduce_max,
  sparse_reduce_max_sparse as reduce_max_sparse,
  sparse_reduce_sum as reduce_sum,
  sparse_reduce_sum_sparse as reduce_sum_sparse,
} from "../ops/sparse/reduce.js";
export {
  sparse_reorder as reorder,
  sparse_reshape as reshape,
  sparse_transpose as transpose,
} from "../ops/sparse/reorder.js";
export {
  sparse_fill_empty_rows as fill_empty_rows,
  sparse_merge as merge,
  sparse_reset_shape as reset_shape,
  sparse_retain as retain,
  sparse_to_indicator as to_indicator,
} from "../ops/sparse/rows.js";
export { sparse_slice as slice } from "../ops/sparse/slice.js";
export { sparse_softmax as softmax } from "../ops/sparse/softmax.js";
export { sparse_tensor_to_dense as to_dense } from "../ops/sparse/to_dense.js";
