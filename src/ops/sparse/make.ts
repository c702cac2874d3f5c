/**
 * Sparse tensors from others and from dense ones.
 * Source: tf.sparse.from_dense, tf.sparse.eye, tf.sparse.expand_dims (tensorflow/python/ops/sparse_ops.py), tf.sparse_mask (array_ops.py).
 */
import { constant } from "../../graph/constant.js";
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { as_dtype, type DTypeLike, float32, int32, int64 } from "../../graph/dtypes.js";
import { IndexedSlices } from "../../graph/indexed_slices.js";
import { pyFunction } from "../../graph/signature.js";
import { SparseTensor } from "../../graph/sparse_tensor.js";
import { Tensor } from "../../graph/tensor.js";
import { TypeError_ } from "../../np/errors.js";
import { concatValues } from "../array/concat.js";
import { onesOf, zerosOf } from "../array/fill.js";
import { gatherRows } from "../array/gather.js";
import { gatherNd } from "../array/gather_nd.js";
import { stack } from "../array/pack.js";
import { range } from "../array/range.js";
import { shapeInternal } from "../array/shape.js";
import { slice } from "../array/slice.js";
import { where_v2, whereTrue } from "../array/where.js";

/** tf.sparse.from_dense: the elements that are not 0. */
export const from_dense = pyFunction<{ tensor: TensorLike; name: string | null }>()(
  "from_dense",
  "(tensor, name=None)",
  ({ tensor: given, name }) =>
    scoped(name, "dense_to_sparse", [], () => {
      const tensor = convertToTensor(given);
      const zero = constant(0, { dtype: tensor.dtype.base_dtype });
      const indices = whereTrue(createOp("NotEqual", { x: tensor, y: zero }));
      const values = gatherNd(tensor, indices);
      return new SparseTensor(indices, values, shapeInternal(tensor, null, true, int64));
    }),
);

function int64Of(value: unknown, name: string): Tensor {
  if (typeof value === "number" || typeof value === "bigint") return convertToTensor(value, { name, dtype: int64 });
  if (!(value instanceof Tensor)) throw new TypeError_(`${name} must be an integer value`);
  return value.dtype === int64 ? value : createOp("Cast", { x: value }, { DstT: int64 });
}

/** tf.sparse.eye: ones on the diagonal. */
export const eye = pyFunction<{
  num_rows: TensorLike;
  num_columns: TensorLike | null;
  dtype: DTypeLike;
  name: string | null;
}>()("sparse_eye", "(num_rows, num_columns=None, dtype=tf.float32, name=None)", (p) =>
  scoped(p.name, "eye", [p.num_rows, p.num_columns], () => {
    const rows = int64Of(p.num_rows, "num_rows");
    const columns = p.num_columns === null ? rows : int64Of(p.num_columns, "num_columns");
    const size = createOp("Minimum", { x: rows, y: columns });
    const diagonal = range(size, { dtype: int64 });
    const indices = stack([diagonal, diagonal], { axis: 1 });
    return new SparseTensor(indices, onesOf(size, as_dtype(p.dtype ?? float32)), [rows, columns]);
  }),
);

/** tf.sparse.expand_dims: a dimension of size 1 at `axis` (the last by default). */
export const expand_dims = pyFunction<{ sp_input: SparseTensor; axis: TensorLike | null; name: string | null }>()(
  "sparse_expand_dims",
  "(sp_input, axis=None, name=None)",
  ({ sp_input: sparse, axis: given, name }) => {
    const rank = sparse.dense_shape.shape.at(0);
    return scoped(name, "expand_dims", [sparse.values], () => {
      let axis: Tensor;
      if (given === null || typeof given === "number" || typeof given === "bigint")
        axis = convertToTensor(given ?? -1, { name: "axis", dtype: int32 });
      else if (given instanceof Tensor) axis = given;
      else throw new TypeError_("axis must be an integer value in range [-rank(sp_input) - 1, rank(sp_input)]");
      axis = where_v2(axis.ge(0), axis, axis.add(rank).add(1));
      const count = shapeInternal(sparse.indices).at(0);
      const added = zerosOf([count, 1], int64);
      const before = slice(sparse.indices, [0, 0], [-1, axis]);
      const after = slice(sparse.indices, [0, axis], [-1, -1]);
      const indices = concatValues([before, added, after], 1);
      const shapeBefore = slice(sparse.dense_shape, [0], [axis]);
      const shapeAfter = slice(sparse.dense_shape, [axis], [-1]);
      const one = convertToTensor([1], { name: "new_shape", dtype: int64 });
      return new SparseTensor(indices, sparse.values, concatValues([shapeBefore, one, shapeAfter], 0));
    });
  },
);

/** tf.sparse_mask: the slices whose indices are not among `mask_indices`. */
export const sparse_mask = pyFunction<{ a: IndexedSlices; mask_indices: TensorLike; name: string | null }>()(
  "sparse_mask",
  "(a, mask_indices, name=None)",
  ({ a, mask_indices, name }) =>
    scoped(name, "sparse_mask", [a.values, mask_indices], (scope) => {
      const [indices, kept] = createOperation("ListDiff", { x: a.indices, y: mask_indices }).outputs;
      return new IndexedSlices(gatherRows(a.values, kept!, 0, scope), indices!, a.dense_shape);
    }),
);
