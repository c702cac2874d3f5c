/**
 * Some of the entries of a sparse tensor.
 * Source: tf.sparse.retain (tensorflow/python/ops/sparse_ops.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { pyFunction } from "../../graph/signature.js";
import { SparseTensor, type SparseTensorValue } from "../../graph/sparse_tensor.js";
import { ValueError } from "../../np/errors.js";
import { gatherRows } from "../array/gather.js";
import { identity } from "../array/identity.js";
import { reshapeTo } from "../array/reshape.js";
import { whereTrue } from "../array/where.js";
import { requireSparse } from "./to_dense.js";

/** Entries for which `kept` is true, a bool per entry; the shape stays. Raises ValueError for another number of bools. */
export function retainEntries(given: SparseTensor | SparseTensorValue, kept: TensorLike): SparseTensor {
  const sparse = requireSparse(given);
  const flags = convertToTensor(kept);
  const { dims } = flags.shape;
  if (dims !== null && dims.length !== 1) throw new ValueError(`Shape ${flags.shape} must have rank 1`);
  const [entries, bools] = [sparse.values.shape.dims?.[0] ?? null, dims?.[0] ?? null];
  if (entries !== null && bools !== null && entries !== bools)
    throw new ValueError(`Dimensions ${entries} and ${bools} are not compatible`);
  const places = reshapeTo(whereTrue(flags), [-1]);
  const indices = gatherRows(sparse.indices, places);
  const values = gatherRows(sparse.values, places);
  return new SparseTensor(indices, values, identity(sparse.dense_shape));
}

/** tf.sparse.retain: the entries of `sp_input` for which the 1-D bools `to_retain` are true. */
export const sparse_retain = pyFunction<{ sp_input: SparseTensor | SparseTensorValue; to_retain: TensorLike }>()(
  "sparse_retain",
  "(sp_input, to_retain)",
  ({ sp_input, to_retain }) => retainEntries(sp_input, to_retain),
);
