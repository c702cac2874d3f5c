/**
 * The `tf` namespace: Python's public names.
 */
export {
  bfloat16,
  bool,
  complex64,
  complex128,
  float16,
  float32,
  float64,
  int8,
  int16,
  int32,
  int64,
  qint8,
  qint16,
  qint32,
  quint8,
  quint16,
  resource,
  string,
  uint8,
  uint16,
  uint32,
  uint64,
  variant,
} from "../graph/dtypes.js";
export { as_dtype, DType } from "../graph/dtypes.js";
export { Graph, getDefaultGraph as get_default_graph, resetDefaultGraph as reset_default_graph } from "../graph/graph.js";
export { GraphKeys } from "../graph/keys.js";
export { IndexedSlices } from "../graph/indexed_slices.js";
export { Operation } from "../graph/operation.js";
export { getDefaultSession as get_default_session } from "../graph/sessions.js";
export { SparseTensor, SparseTensorValue } from "../graph/sparse_tensor.js";
export { Tensor } from "../graph/tensor.js";
export { Dimension, TensorShape } from "../graph/tensor_shape.js";
export { fill, ones, ones_like, zeros, zeros_like } from "../ops/array/fill.js";
export { identity, no_op, stop_gradient } from "../ops/array/identity.js";
export { constant, placeholder, placeholder_with_default, sparse_placeholder } from "../ops/array/placeholder.js";
export { reshape } from "../ops/array/reshape.js";
export { rank, shape, shape_n, size } from "../ops/array/shape.js";
export { withContext as with } from "../py/context.js";
export { InteractiveSession, Session } from "../runtime/session.js";
