/**
 * Distinct elements, their counts, and what one vector has that another has not.
 * Source: tf.unique, tf.unique_with_counts, tf.setdiff1d (core/kernels/unique_op.cc, listdiff_op.cc).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOperation } from "../../graph/create_op.js";
import { as_dtype, type DTypeLike, int32 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext, Value } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import type { ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { sizeOf } from "../../np/strided.js";
import { namedtuple } from "../../py/collections.js";
import { withRank } from "../shape_functions.js";
import { ofRank } from "./dimensions.js";
import { bindCopyRun } from "./move.js";

/** What tells two elements apart: numbers by value (NaN is never equal to anything), strings by their bytes. */
function keysOf(value: Value): (i: number) => unknown {
  const { data } = value;
  if (Array.isArray(data)) return (i) => String(data[i]);
  if (value.dtype.is_complex) {
    const pairs = data as Float64Array;
    return (i) => {
      const [re, im] = [pairs[2 * i]! + 0, pairs[2 * i + 1]! + 0];
      return Number.isNaN(re) || Number.isNaN(im) ? Symbol() : `${re},${im}`;
    };
  }
  const numbers = data as Float64Array;
  // Each NaN gets a key of its own.
  return (i) => (Number.isNaN(numbers[i]) ? Symbol() : numbers[i]);
}

/** Writes integers into an int32 or int64 output. */
function writeCounts(k: KernelContext, output: number, list: Int32Array): void {
  const { data } = k.output(output, [list.length]);
  if (data instanceof BigInt64Array) for (let i = 0; i < list.length; i++) data[i] = BigInt(list[i]!);
  else (data as Int32Array).set(list);
}

/** The axis of the V2 ops: none stands for a vector. */
function axisOf(k: KernelContext): number {
  const rank = k.input(0).shape.length;
  if (k.inputCount < 2 || k.input(1).size === 0) {
    if (rank !== 1) throw invalidArgument("unique expects a 1D vector.");
    return 0;
  }
  if (k.input(1).size !== 1) throw invalidArgument("axis does not support input tensors larger than 1 elements");
  const given = k.ints(1)[0]!;
  const axis = given < 0 ? given + rank : given;
  if (axis < 0 || axis >= rank) throw invalidArgument(`axis has to be between [0, ${rank})`);
  return axis;
}

const uniqueKernel: Kernel = (k) => {
  k.readsData();
  const input = k.input(0);
  const axis = axisOf(k);
  const { shape } = input;
  const n = shape[axis]!;
  const outer = sizeOf(shape.slice(0, axis));
  const inner = sizeOf(shape.slice(axis + 1));
  const elementKey = keysOf(input);
  const keyOf = outer * inner === 1 ? elementKey : (i: number) => sliceKey(elementKey, i, n, outer, inner);
  const found = new Map<unknown, number>();
  const first: number[] = [];
  const counts: number[] = [];
  const idx = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const key = keyOf(i);
    let at = found.get(key);
    if (at === undefined) {
      at = first.length;
      found.set(key, at);
      first.push(i);
      counts.push(0);
    }
    counts[at]!++;
    idx[i] = at;
  }
  const out = k.output(0, shape.with(axis, first.length));
  const copy = bindCopyRun(input, out, inner);
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < first.length; i++) copy((o * n + first[i]!) * inner, (o * first.length + i) * inner);
  }
  writeCounts(k, 1, idx);
  if (k.outputTypes.length > 2) writeCounts(k, 2, Int32Array.from(counts));
  return undefined;
};

function sliceKey(keyOf: (i: number) => unknown, at: number, n: number, outer: number, inner: number): unknown {
  const parts: string[] = [];
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      const key = keyOf((o * n + at) * inner + i);
      if (typeof key === "symbol") return key;
      // Zero has one key, whatever its sign.
      parts.push(key === 0 ? "0" : String(key));
    }
  }
  return parts.join("|");
}

const listDiffKernel: Kernel = (k) => {
  k.readsData();
  const [x, y] = [k.input(0), k.input(1)];
  if (x.shape.length !== 1) throw invalidArgument("x should be a 1D vector.");
  if (y.shape.length !== 1) throw invalidArgument("y should be a 1D vector.");
  const yKey = keysOf(y);
  const without = new Set<unknown>();
  for (let i = 0; i < y.size; i++) without.add(yKey(i));
  const xKey = keysOf(x);
  const kept = Int32Array.from({ length: x.size }, (_, i) => i).filter((i) => !without.has(xKey(i)));
  const copy = bindCopyRun(x, k.output(0, [kept.length]), 1);
  for (let i = 0; i < kept.length; i++) copy(kept[i]!, i);
  writeCounts(k, 1, kept);
  return undefined;
};

const vector = new TensorShape([null]);

/** Shapes of the V2 ops: the distinct slices, the index of each, and counts. */
const uniqueV2Shape: ShapeFn = (c) => [ofRank(c.input(0).rank), vector, vector].slice(0, c.outputCount);

export const uniqueRecords: readonly OpRecord[] = [
  {
    type: "Unique",
    shape: (c) => {
      withRank(c.input(0), 1);
      return [vector, c.input(0)];
    },
    kernel: uniqueKernel,
  },
  { type: "UniqueV2", shape: uniqueV2Shape, kernel: uniqueKernel },
  { type: "UniqueWithCounts", shape: (c) => [vector, c.input(0), vector], kernel: uniqueKernel },
  { type: "UniqueWithCountsV2", shape: uniqueV2Shape, kernel: uniqueKernel },
  {
    type: "ListDiff",
    shape: (c) => {
      withRank(c.input(0), 1);
      withRank(c.input(1), 1);
      return [vector, vector];
    },
    kernel: listDiffKernel,
  },
];

const Unique = namedtuple<{ y: Tensor; idx: Tensor }>("Unique", ["y", "idx"]);
const UniqueWithCounts = namedtuple<{ y: Tensor; idx: Tensor; count: Tensor }>("UniqueWithCounts", [
  "y",
  "idx",
  "count",
]);
const ListDiff = namedtuple<{ out: Tensor; idx: Tensor }>("ListDiff", ["out", "idx"]);

type UniqueArguments = { x: TensorLike; out_idx: DTypeLike | undefined; name: string | null };
const SIGNATURE = "(x, out_idx=tf.int32, name=None)";

/** tf.unique: the distinct elements of a vector in order of appearance, and which of them each element is. */
export const unique = pyFunction<UniqueArguments>()("unique", SIGNATURE, ({ x, out_idx, name }) =>
  Unique._make(createOperation("Unique", { x }, { out_idx: as_dtype(out_idx ?? int32) }, name).outputs),
);

/** tf.unique_with_counts: as tf.unique, and how often each occurs. */
export const unique_with_counts = pyFunction<UniqueArguments>()(
  "unique_with_counts",
  SIGNATURE,
  ({ x, out_idx, name }) =>
    UniqueWithCounts._make(
      createOperation("UniqueWithCounts", { x }, { out_idx: as_dtype(out_idx ?? int32) }, name).outputs,
    ),
);

interface DifferenceArguments {
  x: TensorLike;
  y: TensorLike;
  index_dtype: DTypeLike | undefined;
  name: string | null;
}

/** tf.setdiff1d: the elements of `x` that are not in `y`, and their places in `x`. */
export const setdiff1d = pyFunction<DifferenceArguments>()(
  "setdiff1d",
  "(x, y, index_dtype=tf.int32, name=None)",
  ({ x, y, index_dtype, name }) =>
    ListDiff._make(createOperation("ListDiff", { x, y }, { out_idx: as_dtype(index_dtype ?? int32) }, name).outputs),
);
