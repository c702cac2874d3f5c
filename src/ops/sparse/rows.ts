/**
 * Sparse tensors with other rows, other shapes, other columns.
 * Source: tf.sparse_retain, tf.sparse_fill_empty_rows, tf.sparse_reset_shape, tf.sparse_merge … (tensorflow/python/ops/sparse_ops.py,
 * sparse_grad.py; core/kernels/sparse_fill_empty_rows_op.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { int64 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { intsOf } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { SparseTensor, SparseTensorValue } from "../../graph/sparse_tensor.js";
import { staticValue } from "../../graph/static_value.js";
import type { Tensor } from "../../graph/tensor.js";
import { scalarShape, TensorShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { str } from "../../py/convert.js";
import { concatValues } from "../array/concat.js";
import { expandDims } from "../array/expand_dims.js";
import { fillWith, onesLike } from "../array/fill.js";
import { gatherRows } from "../array/gather.js";
import { identity } from "../array/identity.js";
import { bindCopyRun } from "../array/move.js";
import { reshapeTo } from "../array/reshape.js";
import { shapeInternal } from "../array/shape.js";
import { whereTrue } from "../array/where.js";
import { assert_equal, assert_less_equal } from "../control/check_comparisons.js";
import { withDependencies } from "../control/dependencies.js";
import { reduceMax } from "../math/reductions.js";
import { withRank } from "../shape_functions.js";
import { Coordinates, writeRows } from "./entries.js";
import { reorder } from "./reorder.js";
import { requireSparse, sparse_tensor_to_dense } from "./to_dense.js";

type Sparse = SparseTensor | SparseTensorValue;

const fillKernel: Kernel = (k) => {
  k.readsData();
  const coordinates = new Coordinates(k.input(0));
  const values = k.input(1);
  const shape = k.ints(2);
  const fallback = k.input(3);
  const rows = shape[0]!;
  const inRow = Array.from({ length: rows }, (): number[] => []);
  for (let e = 0; e < coordinates.count; e++) {
    const row = coordinates.at(e, 0);
    if (row < 0 || row >= rows) throw invalidArgument(`indices(${e}, 0) is invalid: ${row} >= ${rows}`);
    inRow[row]!.push(e);
  }
  const isEmpty = inRow.map((list) => list.length === 0);
  const total = coordinates.count + isEmpty.filter(Boolean).length;
  const outRows: number[][] = [];
  const outValues = k.output(1, [total]);
  const reverse = k.output(3, [coordinates.count]).data as BigInt64Array;
  const copy = bindCopyRun(values, outValues, 1);
  const fill = bindCopyRun(fallback, outValues, 1);
  inRow.forEach((list, row) => {
    if (list.length === 0) {
      fill(0, outRows.length);
      outRows.push(shape.map((_, d) => (d === 0 ? row : 0)));
    }
    for (const e of list) {
      copy(e, outRows.length);
      reverse[e] = BigInt(outRows.length);
      outRows.push(shape.map((_, d) => coordinates.at(e, d)));
    }
  });
  writeRows(k.output(0, [total, shape.length]), outRows);
  const indicator = k.output(2, [rows]).data as Uint8Array;
  isEmpty.forEach((empty, i) => {
    indicator[i] = empty ? 1 : 0;
  });
  return undefined;
};

const fillGradKernel: Kernel = (k) => {
  k.readsData();
  const map = Array.from(k.input(0).data as BigInt64Array, Number);
  const grad = k.input(1);
  const own = k.output(0, [map.length]);
  const copy = bindCopyRun(grad, own, 1);
  map.forEach((from, to) => {
    copy(from, to);
  });
  const rest = k.output(1, []).data as Float64Array;
  const taken = new Set(map);
  const round = grad.dtype.baseName === "float64" ? Number : Math.fround;
  let sum = 0;
  for (let i = 0; i < grad.size; i++) if (!taken.has(i)) sum = round(sum + Number(grad.data[i]));
  rest[0] = sum;
  return undefined;
};

export const sparseRowRecords: readonly OpRecord[] = [
  {
    type: "SparseFillEmptyRows",
    shape: (c) => {
      const rank = withRank(c.input(0), 2)[1]!;
      const rows = c.constantShape(2).dims?.[0] ?? null;
      return [
        new TensorShape([null, rank]),
        new TensorShape([null]),
        new TensorShape([rows]),
        new TensorShape([withRank(c.input(0), 2)[0]!]),
      ];
    },
    kernel: fillKernel,
    grad: (op, _indices, grad_values) => {
      const reverse_index_map = op.outputs[3]!;
      const [values, fallback] = createOperation("SparseFillEmptyRowsGrad", { reverse_index_map, grad_values }).outputs;
      return [null, values!, null, fallback!];
    },
  },
  {
    type: "SparseFillEmptyRowsGrad",
    shape: (c) => [c.input(0), scalarShape],
    kernel: fillGradKernel,
    grad: "none",
  },
];

/** tf.sparse_fill_empty_rows: with `default_value` in column 0 of every row without entries; and which rows these are. */
export const sparse_fill_empty_rows = pyFunction<{
  sp_input: Sparse;
  default_value: TensorLike;
  name: string | null;
}>()(
  "sparse_fill_empty_rows",
  "(sp_input, default_value, name=None)",
  ({ sp_input, default_value: given, name }): [SparseTensor, Tensor] => {
    const { indices, values, dense_shape } = requireSparse(sp_input);
    return scoped(name, "SparseFillEmptyRows", [values], () => {
      const default_value = convertToTensor(given, { dtype: values.dtype.base_dtype });
      const outputs = createOperation("SparseFillEmptyRows", { indices, values, dense_shape, default_value }).outputs;
      return [new SparseTensor(outputs[0]!, outputs[1]!, dense_shape), outputs[2]!];
    });
  },
);

/** tf.sparse_retain: the entries for which the bool vector `to_retain` is true. Raises ValueError for another length. */
export const sparse_retain = pyFunction<{ sp_input: Sparse; to_retain: TensorLike }>()(
  "sparse_retain",
  "(sp_input, to_retain)",
  ({ sp_input, to_retain }): SparseTensor => {
    const { indices, values, dense_shape } = requireSparse(sp_input);
    const retain = convertToTensor(to_retain);
    retain.shape.assert_has_rank(1);
    const [have, want] = [values.shape.dims?.[0] ?? null, retain.shape.dims?.[0] ?? null];
    if (have !== null && want !== null && have !== want)
      throw new ValueError(`Dimensions ${have} and ${want} are not compatible`);
    const where = reshapeTo(whereTrue(retain), [-1]);
    const rows = gatherRows(indices, where);
    return new SparseTensor(rows, gatherRows(values, where), identity(dense_shape));
  },
);

/** tf.sparse_reset_shape: as small as the entries allow, or `new_shape`, which must not be smaller. */
export const sparse_reset_shape = pyFunction<{ sp_input: Sparse; new_shape: TensorLike | null }>()(
  "sparse_reset_shape",
  "(sp_input, new_shape=None)",
  ({ sp_input, new_shape }): SparseTensor => {
    const sparse = requireSparse(sp_input);
    const indices = identity(sparse.indices);
    const values = identity(sparse.values);
    const shape = identity(sparse.dense_shape);
    if (new_shape === null) {
      const bound = reduceMax(indices, 0);
      const zero = convertToTensor(0, { dtype: int64, name: "Const" });
      const next = createOp("Add", { x: bound, y: onesLike(shape) });
      return new SparseTensor(indices, values, createOp("Maximum", { x: zero, y: next }));
    }
    const given = convertToTensor(new_shape);
    given.shape.assert_has_rank(1);
    const wanted = given.dtype === int64 ? given : createOp("Cast", { x: given }, { DstT: int64 });
    const known = staticValue(wanted);
    const own = sparse.shape.known;
    if (known && own) {
      const dims = intsOf(known);
      if (own.some((n, d) => n > dims[d]!)) {
        throw new ValueError(
          `Requested new_shape should have dimension sizes >= sp_input.shape.  Found new_shape (${str(own)}), sp_input.shape (${str(dims)}).`,
        );
      }
      return new SparseTensor(indices, values, dims);
    }
    const sameRank = withDependencies([assert_equal(shapeInternal(shape), shapeInternal(wanted))], wanted);
    return new SparseTensor(indices, values, withDependencies([assert_less_equal(shape, sameRank)], sameRank));
  },
);

function merged(
  given: Sparse | readonly Sparse[],
  givenValues: Sparse,
  sizes: TensorLike | readonly TensorLike[],
  name: string | null,
  sorted: boolean,
): SparseTensor {
  const single = given instanceof SparseTensor || given instanceof SparseTensorValue;
  const list = single ? [given] : given;
  const counts = single ? [sizes as TensorLike] : (sizes as readonly TensorLike[]);
  if (list.length !== counts.length) throw new ValueError("sp_ids and vocab_size have to have equal lengths.");
  return scoped(name, "SparseMerge", [...list.map((s) => s.values), givenValues.values], () => {
    const parts = list.map(requireSparse);
    const values = requireSparse(givenValues);
    const toInt64 = (x: TensorLike): Tensor => {
      const t = convertToTensor(x, { name: "x" });
      return t.dtype === int64 ? t : createOp("Cast", { x: t }, { DstT: int64 });
    };
    const columns = parts.map((p) => expandDims(toInt64(p.values), 1));
    const dims = counts.map(toInt64);
    const [first] = parts;
    const indices = concatValues([first!.indices.at(":", ":-1"), ...columns], 1);
    const shape = concatValues([first!.dense_shape.at(":-1"), dims], 0);
    const result = new SparseTensor(indices, values.values, shape);
    if (sorted) return result;
    const ordered = reorder(result);
    return new SparseTensor(ordered.indices, ordered.values, shape);
  });
}

/** tf.sparse_merge: values at columns given by ids: `sp_ids` (one, or one for each new dimension) below `vocab_size`. */
export const sparse_merge = pyFunction<{
  sp_ids: Sparse | readonly Sparse[];
  sp_values: Sparse;
  vocab_size: TensorLike | readonly TensorLike[];
  name: string | null;
  already_sorted: boolean;
}>()("sparse_merge", "(sp_ids, sp_values, vocab_size, name=None, already_sorted=False)", (p) =>
  merged(p.sp_ids, p.sp_values, p.vocab_size, p.name, p.already_sorted),
);

/** tf.sparse_to_indicator: a dense bool tensor, true at the columns that the ids name. */
export const sparse_to_indicator = pyFunction<{ sp_input: Sparse; vocab_size: TensorLike; name: string | null }>()(
  "sparse_to_indicator",
  "(sp_input, vocab_size, name=None)",
  ({ sp_input, vocab_size, name }): Tensor => {
    const sparse = requireSparse(sp_input);
    return scoped(name, "SparseToIndicator", [sparse.values], (scope) => {
      const count = shapeInternal(sparse.indices).at(0);
      const trues = fillWith(expandDims(count, 0), true);
      const marks = new SparseTensor(sparse.indices, trues, sparse.dense_shape);
      const made = merged(sparse, marks, vocab_size, scope, false);
      return sparse_tensor_to_dense(made, { default_value: false, validate_indices: false, name: scope });
    });
  },
);
