/**
 * Reductions over segments: sorted, unsorted, and of gathered rows.
 * Source: tensorflow/core/kernels/segment_reduction_ops.cc; order of the additions as measured.
 *
 * All treat data as rows of `inner` neighbouring elements.
 */
import type { DType, NumericData } from "../../np/dtype.js";
import { roundHalf } from "../../np/half.js";
import type { Floats } from "../matmul/tile.js";
import { type Combine, combineOf, type FoldOp, startOf } from "./fold.js";
import {
  type Indices,
  NegativeSegmentId,
  SegmentIdOutOfRange,
  SegmentIdsNotIncreasing,
  SegmentIdUnsorted,
  SparseSegmentIndexOutOfRange,
} from "./indices.js";
import { leadingAddends } from "./sums.js";

/** How many segments sorted ids name: one more than the last id. */
export function segmentCount(ids: Indices): number {
  if (ids.length === 0) return 0;
  const count = Number(ids[ids.length - 1]) + 1;
  if (count < 0) throw new NegativeSegmentId();
  return count;
}

/** Where the segment that begins at `start` ends; ids that descend are refused when they are met. */
function segmentEnd(ids: Indices, start: number): number {
  const id = ids[start]!;
  const last = ids[ids.length - 1]!;
  let end = start + 1;
  while (end < ids.length && ids[end] === id) end++;
  if (end < ids.length && ids[end]! < id) throw new SegmentIdsNotIncreasing();
  if (id < 0 || id > last) throw new SegmentIdUnsorted(id, Number(last) + 1);
  return end;
}

function copyRow(x: NumericData, from: number, out: NumericData, to: number, n: number): void {
  (out as Floats).set((x as Floats).subarray(from, from + n), to);
}

/** One number in all places; of complex ones, of two cells each, it is the real part. */
function fillNumbers(to: Floats, value: number | bigint, cells: number, from: number, end: number): void {
  to.fill(value as never, from, end);
  if (cells === 2) for (let i = from + 1; i < end; i += 2) to[i] = 0;
}

/** Divides n cells by a count: truly for floats, towards zero for integers. */
function divideRow(out: NumericData, at: number, n: number, by: number, dtype: DType): void {
  if (dtype.isBig) {
    const o = out as BigInt64Array;
    for (let j = at; j < at + n; j++) o[j] = o[j]! / BigInt(by);
    return;
  }
  const o = out as Floats;
  for (let j = at; j < at + n; j++) {
    const q = o[j]! / by;
    o[j] = dtype.name === "float16" ? roundHalf(q) : q;
  }
}

/** Binds SegmentSum and its kin: ids ascend; out has segmentCount(ids) rows, segments without rows become 0 (Prod: 1). */
export function bindSegment(
  op: FoldOp | "Mean",
  dtype: DType,
  inner: number,
): (x: NumericData, ids: Indices, out: NumericData) => void {
  const fold = op === "Mean" ? "Sum" : op;
  const combine = combineOf(fold, dtype);
  const start = startOf(fold, dtype);
  const gap = startOf(op === "Prod" ? "Prod" : "Sum", dtype);
  const cells = dtype.kind === "c" ? 2 : 1;
  return (x, ids, out) => {
    const n = ids.length;
    const to = out as Floats;
    fillNumbers(to, gap, cells, 0, to.length);
    for (let i = 0, end = 0; i < n; i = end) {
      const id = Number(ids[i]);
      end = segmentEnd(ids, i);
      const at = id * inner * cells;
      if (end - i === 1) copyRow(x, i * inner * cells, out, at, inner * cells);
      else {
        fillNumbers(to, start, cells, at, at + inner * cells);
        for (let r = i; r < end; r++) combine(out, id * inner, x, r * inner, 1, inner);
        if (op === "Mean") divideRow(out, at, inner * cells, end - i, dtype);
      }
    }
  };
}

/**
 * Binds UnsortedSegmentSum and its kin onto `count` segments: rows one by one in their order, negative ids are dropped.
 * `idsShape` is the shape of the ids as the user gave them, for the message.
 */
export function bindUnsortedSegment(
  op: FoldOp,
  dtype: DType,
  inner: number,
  count: number,
  idsShape: readonly number[],
): (x: NumericData, ids: Indices, out: NumericData) => void {
  const combine = combineOf(op, dtype);
  const start = startOf(op, dtype);
  const cells = dtype.kind === "c" ? 2 : 1;
  // Integers and floats alike start from their lowest or highest finite value, unlike the reductions over axes.
  const first = dtype.kind === "f" && (op === "Max" || op === "Min") ? finiteLimit(dtype, op) : start;
  return (x, ids, out) => {
    fillNumbers(out as Floats, first, cells, 0, out.length);
    for (let i = 0; i < ids.length; i++) {
      const id = Number(ids[i]);
      if (id < 0) continue;
      if (id >= count) throw new SegmentIdOutOfRange(idsShape, i, ids[i]!, count);
      combine(out, id * inner, x, i * inner, 1, inner);
    }
  };
}

function finiteLimit(dtype: DType, op: "Max" | "Min"): number {
  const largest =
    dtype.name === "float64" ? Number.MAX_VALUE : dtype.name === "float16" ? 65504 : (2 - 2 ** -23) * 2 ** 127;
  return op === "Max" ? -largest : largest;
}

/**
 * Binds SparseSegmentSum, Mean and SqrtN: rows indices[i] of x go to segment ids[i], ids ascending. A segment's first rows
 * are added one after another, the others in groups of eight.
 */
export function bindSparseSegment(
  op: "Sum" | "Mean" | "SqrtN",
  dtype: DType,
  rows: number,
  inner: number,
): (x: NumericData, indices: Indices, ids: Indices, out: NumericData) => void {
  const combine: Combine = combineOf("Sum", dtype);
  const group = dtype.make(inner) as Floats;
  return (x, indices, ids, out) => {
    const n = ids.length;
    (out as Floats).fill(startOf("Sum", dtype) as never);
    const rowAt = (i: number): number => {
      const row = Number(indices[i]);
      if (row < 0 || row >= rows) throw new SparseSegmentIndexOutOfRange(i, indices[i]!, rows);
      return row * inner;
    };
    for (let i = 0, end = 0; i < n; i = end) {
      const id = Number(ids[i]);
      end = segmentEnd(ids, i);
      const count = end - i;
      const at = id * inner;
      copyRow(x, rowAt(i), out, at, inner);
      const leading = leadingAddends(count);
      for (let r = i + 1; r < i + leading; r++) combine(out, at, x, rowAt(r), 1, inner);
      for (let r = i + leading; r < end; r += 8) {
        copyRow(x, rowAt(r), group, 0, inner);
        for (let g = r + 1; g < r + 8; g++) combine(group, 0, x, rowAt(g), 1, inner);
        combine(out, at, group, 0, 1, inner);
      }
      if (op === "Mean" && count > 1) divideRow(out, at, inner, count, dtype);
      if (op === "SqrtN" && count > 1) {
        const root = Math.sqrt(count);
        divideRow(out, at, inner, dtype.name === "float32" ? Math.fround(root) : root, dtype);
      }
    }
  };
}
