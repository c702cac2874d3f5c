/**
 * Several sparse tensors as one, one as several, and the larger or smaller of two.
 * Source: tf.sparse_concat, tf.sparse_split, tf.sparse_maximum … (tensorflow/python/ops/sparse_ops.py;
 * core/kernels/{sparse_concat_op,sparse_split_op,sparse_sparse_binary_op_shared}.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOperation, scoped } from "../../graph/create_op.js";
import { int64 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { intsOf } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { SparseTensor, type SparseTensorValue } from "../../graph/sparse_tensor.js";
import { staticValue } from "../../graph/static_value.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { TypeError_, ValueError } from "../../np/errors.js";
import { concatValues } from "../array/concat.js";
import { eitherArgument } from "../array/expand_dims.js";
import { bindCopyRun } from "../array/move.js";
import { reshapeTo } from "../array/reshape.js";
import { reduceMax } from "../math/reductions.js";
import { withRank } from "../shape_functions.js";
import { mergeEntries } from "./add.js";
import { Coordinates, requireSameShape, writeRows } from "./entries.js";
import { requireSparse } from "./to_dense.js";

type Sparse = SparseTensor | SparseTensorValue;

const concatKernel: Kernel = (k) => {
  k.readsData();
  const n = k.inputCount / 3;
  const shapes = Array.from({ length: n }, (_, i) => k.ints(2 * n + i));
  const parts = shapes.map((_, i) => new Coordinates(k.input(i)));
  const first = shapes[0]!;
  const rank = first.length;
  const given = Number(k.attr<number>("concat_dim"));
  const axis = given < 0 ? given + rank : given;
  if (axis < 0 || axis >= rank)
    throw invalidArgument(`Concat dimension must be in range [-${rank}, ${rank}), got ${given}`);
  shapes.forEach((shape, i) => {
    if (shape.length !== rank)
      throw invalidArgument(
        `Ranks of all input tensors must match: expected ${rank} but got ${shape.length} at position ${i}`,
      );
    shape.forEach((d, j) => {
      if (j !== axis && d !== first[j])
        throw invalidArgument(
          `Input shapes must match: expected ${first[j]} for dimension ${j} but got ${d} at position ${i}`,
        );
    });
  });
  const offsets: number[] = [];
  let total = 0;
  for (const shape of shapes) {
    offsets.push(total);
    total += shape[axis]!;
  }
  const entries = parts.flatMap((part, i) =>
    Array.from({ length: part.count }, (_, e) => ({
      i,
      e,
      row: first.map((_, d) => part.at(e, d) + (d === axis ? offsets[i]! : 0)),
    })),
  );
  entries.sort((a, b) => {
    const d = a.row.findIndex((x, j) => x !== b.row[j]);
    return d < 0 ? 0 : a.row[d]! - b.row[d]!;
  });
  writeRows(
    k.output(0, [entries.length, rank]),
    entries.map((e) => e.row),
  );
  const values = k.output(1, [entries.length]);
  const copies = parts.map((_, i) => bindCopyRun(k.input(n + i), values, 1));
  entries.forEach(({ i, e }, at) => {
    copies[i]!(e, at);
  });
  writeRows(k.output(2, [rank]), [first.map((d, j) => (j === axis ? total : d))]);
  return undefined;
};

const splitKernel: Kernel = (k) => {
  k.readsData();
  const count = Number(k.attr<number>("num_split"));
  const shape = k.ints(3);
  const rank = shape.length;
  const given = k.ints(0)[0]!;
  const axis = given < 0 ? given + rank : given;
  if (axis < 0 || axis >= rank) throw invalidArgument(`Input axis should be in range [0, ${rank}), got ${given}`);
  const size = shape[axis]!;
  if (count < 1 || count > size)
    throw invalidArgument(
      `Input num_split should be between 1 and the splitting dimension size (${size}), got ${count}`,
    );
  const coordinates = new Coordinates(k.input(1));
  // The first pieces are one longer where the size can't be split evenly.
  const base = Math.floor(size / count);
  const longer = size % count;
  const startOf = (i: number): number => i * base + Math.min(i, longer);
  const pieceOf = (x: number): number => {
    let i = 0;
    while (i + 1 < count && x >= startOf(i + 1)) i++;
    return i;
  };
  const pieces = Array.from({ length: count }, (): number[] => []);
  for (let e = 0; e < coordinates.count; e++) pieces[pieceOf(coordinates.at(e, axis))]!.push(e);
  pieces.forEach((entries, i) => {
    const rows = entries.map((e) => shape.map((_, d) => coordinates.at(e, d) - (d === axis ? startOf(i) : 0)));
    writeRows(k.output(i, [entries.length, rank]), rows);
    const copy = bindCopyRun(k.input(2), k.output(count + i, [entries.length]), 1);
    entries.forEach((e, at) => {
      copy(e, at);
    });
    const own = shape.map((n, d) => (d === axis ? startOf(i + 1) - startOf(i) : n));
    writeRows(k.output(2 * count + i, [rank]), [own]);
  });
  return undefined;
};

function extremeKernel(pick: (a: number | bigint, b: number | bigint) => number | bigint): Kernel {
  return (k) => {
    k.readsData();
    const shape = k.ints(2);
    requireSameShape(shape, k.ints(5));
    const [a, b] = [new Coordinates(k.input(0)), new Coordinates(k.input(3))];
    const [aValues, bValues] = [k.input(1), k.input(4)];
    const zero = aValues.data instanceof BigInt64Array || aValues.data instanceof BigUint64Array ? 0n : 0;
    const rows: number[][] = [];
    const values: (number | bigint)[] = [];
    mergeEntries(a, b, (i, j) => {
      rows.push(shape.map((_, d) => (i >= 0 ? a.at(i, d) : b.at(j, d))));
      const x = i >= 0 ? (aValues.data[i] as number | bigint) : zero;
      const y = j >= 0 ? (bValues.data[j] as number | bigint) : zero;
      values.push(pick(x, y));
    });
    writeRows(k.output(0, [rows.length, shape.length]), rows);
    const out = k.output(1, [rows.length]).data as unknown as (number | bigint)[];
    values.forEach((v, i) => {
      out[i] = v;
    });
    return undefined;
  };
}

const extremeShape: OpRecord["shape"] = (c) => [
  new TensorShape([null, withRank(c.input(2), 1)[0]!]),
  new TensorShape([null]),
];

export const sparseCombineRecords: readonly OpRecord[] = [
  {
    type: "SparseConcat",
    shape: (c) => {
      const n = c.inputCount / 3;
      let rows: number | null = 0;
      let rank: number | null = null;
      for (let i = 0; i < n; i++) {
        const dims = withRank(c.input(i), 2);
        rows = rows === null || dims[0] === null ? null : rows + dims[0]!;
        rank ??= dims[1] ?? withRank(c.input(2 * n + i), 1)[0]!;
      }
      return [new TensorShape([rows, rank]), new TensorShape([rows]), new TensorShape([rank])];
    },
    kernel: concatKernel,
    grad: "none",
  },
  {
    type: "SparseSplit",
    shape: (c) => {
      const n = c.outputCount / 3;
      const shape = c.input(3);
      const rank = shape.dims?.[0] ?? null;
      const each = (s: TensorShape): TensorShape[] => new Array<TensorShape>(n).fill(s);
      return [
        ...each(rank === null ? unknownShape : new TensorShape([null, rank])),
        ...each(new TensorShape([null])),
        ...each(shape),
      ];
    },
    kernel: splitKernel,
  },
  {
    type: "SparseSparseMaximum",
    shape: extremeShape,
    kernel: extremeKernel((a, b) => (b > a ? b : a)),
    grad: () => {
      throw new TypeError_("_SparseSparseMaximumGrad() takes 2 positional arguments but 3 were given");
    },
  },
  {
    type: "SparseSparseMinimum",
    shape: extremeShape,
    kernel: extremeKernel((a, b) => (b < a ? b : a)),
    grad: () => {
      throw new TypeError_("_SparseSparseMinimumGrad() takes 2 positional arguments but 3 were given");
    },
  },
];

/** Shapes that agree but along the axis: each other dimension is the largest of all. */
function expanded(shapes: readonly Tensor[], axis: number): Tensor[] {
  const largest = reduceMax(
    concatValues(
      shapes.map((s) => reshapeTo(s, [1, -1])),
      0,
    ),
    0,
  );
  return shapes.map((s) =>
    axis === -1
      ? concatValues([largest.at(":-1"), s.at("-1:"), []], 0)
      : concatValues([largest.at(`:${axis}`), s.at(`${axis}:${axis + 1}`), largest.at(`${axis + 1}:`)], 0),
  );
}

interface ConcatArguments {
  axis: number | null;
  sp_inputs: readonly Sparse[];
  name: string | null;
  expand_nonconcat_dim: boolean;
  concat_dim: number | null;
  expand_nonconcat_dims: boolean | null;
}

/** tf.sparse_concat: sparse tensors one after another along `axis`. Other dimensions agree, or are padded to the largest. */
export const sparse_concat = pyFunction<ConcatArguments>()(
  "sparse_concat",
  "(axis, sp_inputs, name=None, expand_nonconcat_dim=False, concat_dim=None, expand_nonconcat_dims=None)",
  (p): SparseTensor => {
    const expand = p.expand_nonconcat_dims ?? p.expand_nonconcat_dim;
    const axis = Number(eitherArgument("axis", p.axis, "concat_dim", p.concat_dim));
    if (!Array.isArray(p.sp_inputs)) throw new TypeError_("Inputs must be a list or tuple.");
    const inputs = p.sp_inputs.map(requireSparse);
    if (inputs.length === 1) return inputs[0]!;
    const own = inputs.map((s) => s.dense_shape);
    const shapes = expand ? expanded(own, axis) : own;
    const outputs = createOperation(
      "SparseConcat",
      { indices: inputs.map((s) => s.indices), values: inputs.map((s) => s.values), shapes },
      { concat_dim: axis },
      p.name,
    ).outputs;
    const known = shapes.map(staticValue);
    let shape: TensorLike = outputs[2]!;
    if (known.every((s) => s !== null)) {
      const dims = known.map(intsOf);
      const at = axis < 0 ? axis + dims[0]!.length : axis;
      const total = dims.reduce((n, d) => n + d[at]!, 0);
      shape = convertToTensor(
        dims[0]!.map((d, i) => (i === at ? total : d)),
        { dtype: int64 },
      );
    }
    return new SparseTensor(outputs[0]!, outputs[1]!, shape);
  },
);

/** tf.sparse_split: `num_split` sparse tensors along `axis`. All arguments by keyword. Raises ValueError for a missing one. */
export const sparse_split = pyFunction<{
  keyword_required: unknown;
  sp_input: Sparse | null;
  num_split: number | null;
  axis: TensorLike | null;
  name: string | null;
  split_dim: TensorLike | null;
}>()(
  "sparse_split",
  "(keyword_required=None, sp_input=None, num_split=None, axis=None, name=None, split_dim=None)",
  (p): SparseTensor[] => {
    if (p.keyword_required !== null) throw new ValueError("Keyword arguments are required for this function.");
    if (p.sp_input === null) throw new ValueError("sp_input is required");
    if (p.num_split === null) throw new ValueError("num_split is required");
    if (p.axis === null && p.split_dim === null) throw new ValueError("axis is required");
    const axis = eitherArgument("axis", p.axis, "split_dim", p.split_dim)!;
    const { indices, values, dense_shape } = requireSparse(p.sp_input);
    const n = p.num_split;
    const outputs = createOperation(
      "SparseSplit",
      { split_dim: axis, indices, values, shape: dense_shape },
      { num_split: n },
      p.name,
    ).outputs;
    return Array.from({ length: n }, (_, i) => new SparseTensor(outputs[i]!, outputs[n + i]!, outputs[2 * n + i]!));
  },
);

function extreme(name: string, type: string) {
  return pyFunction<{ sp_a: SparseTensor; sp_b: SparseTensor; name: string | null }>()(
    name,
    "(sp_a, sp_b, name=None)",
    ({ sp_a: a, sp_b: b, name: given }): SparseTensor => {
      const inputs = {
        a_indices: a.indices,
        a_values: a.values,
        a_shape: a.dense_shape,
        b_indices: b.indices,
        b_values: b.values,
        b_shape: b.dense_shape,
      };
      const [indices, values] = scoped(given, type, Object.values(inputs), (scope) => [
        ...createOperation(type, inputs, {}, scope).outputs,
      ]);
      return new SparseTensor(indices!, values!, a.dense_shape);
    },
  );
}

/** tf.sparse_maximum: the larger of two values where either is stored; a missing one counts as 0. */
export const sparse_maximum = extreme("sparse_maximum", "SparseSparseMaximum");
/** tf.sparse_minimum: the smaller of two values where either is stored; a missing one counts as 0. */
export const sparse_minimum = extreme("sparse_minimum", "SparseSparseMinimum");
