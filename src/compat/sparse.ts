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
  sparse_tensor_dense_matmul as matmul,
  sparse_tensor_dense_matmul as sparse_dense_matmul,
} from "../ops/sparse/dense_matmul.js";
export {
  sparse_reorder as reorder,
  sparse_reshape as reshape,
  sparse_transpose as transpose,
} from "../ops/sparse/reorder.js";
export { sparse_retain as retain } from "../ops/sparse/retain.js";
export { sparse_slice as slice } from "../ops/sparse/slice.js";
export { sparse_tensor_to_dense as to_dense } from "../ops/sparse/to_dense.js";
