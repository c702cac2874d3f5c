/**
 * Moves elements between buffers without looking at them: strided blocks, and rows picked one by one.
 * Source: what Eigen's slicing, shuffling, padding, striding and broadcasting expressions do in TensorFlow's array kernels.
 *
 * Elements are seen as one or more equal cells (bytes, half words or words), so that one loop serves all types that have
 * the same width, and no bit of a float is ever interpreted. Strings are references in a plain array.
 */
import type { DType } from "../../graph/dtypes.js";
import type { Value } from "../../graph/kernel.js";
import { dtypeOf } from "../../np/dtype.js";

export type Cells = Uint8Array | Uint16Array | Int32Array | unknown[];

/** How many cells one element takes in our storage. */
export function cellsPerElement(dtype: DType): number {
  const one = dtypeOf(dtype.numpyName ?? "object").make(1);
  return Array.isArray(one) || one.byteLength <= 4 ? 1 : one.byteLength / 4;
}

/** The buffer of a tensor as cells; shares its memory. */
export function cellsOf(value: Value): Cells {
  const { data } = value;
  if (Array.isArray(data)) return data;
  switch (data.BYTES_PER_ELEMENT) {
    case 1:
      return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    case 2:
      return new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2);
    default:
      return new Int32Array(data.buffer, data.byteOffset, data.byteLength / 4);
  }
}

/** A block of elements: its shape, and where it lies on both sides, in elements. */
export interface Block {
  readonly shape: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly fromStart?: number;
  readonly toStart?: number;
}

interface Axis {
  readonly n: number;
  readonly from: number;
  readonly to: number;
}

/** Axes outermost first, without those of size 1, neighbours merged where both sides walk them as one. */
function collapse(block: Block, per: number): Axis[] {
  const axes: Axis[] = [];
  const add = (n: number, from: number, to: number): void => {
    if (n === 1) return;
    const last = axes.at(-1);
    if (last && last.from === from * n && last.to === to * n) axes[axes.length - 1] = { n: last.n * n, from, to };
    else axes.push({ n, from, to });
  };
  block.shape.forEach((n, i) => {
    add(n, block.from[i]! * per, block.to[i]! * per);
  });
  add(per, 1, 1);
  return axes;
}

/** First cells of all combinations of the axes, the last of them fastest. */
function starts(axes: readonly Axis[], side: "from" | "to", start: number): Int32Array {
  let list = Int32Array.of(start);
  for (const axis of axes) {
    const next = new Int32Array(list.length * axis.n);
    for (let i = 0, k = 0; i < list.length; i++) {
      for (let j = 0; j < axis.n; j++) next[k++] = list[i]! + j * axis[side];
    }
    list = next;
  }
  return list;
}

const ONE: Axis = { n: 1, from: 0, to: 0 };
/** From this length on a run is copied by the engine's memmove instead of our loop. */
const LONG_RUN = 64;

/** Binds the copy of one block from `source` to `target`. */
export function bindMove(source: Value, target: Value, block: Block): () => void {
  if (block.shape.includes(0)) return () => {};
  const per = cellsPerElement(source.dtype);
  const axes = collapse(block, per);
  const last = axes.pop() ?? ONE;
  const row = axes.pop() ?? ONE;
  const fromStarts = starts(axes, "from", (block.fromStart ?? 0) * per);
  const toStarts = starts(axes, "to", (block.toStart ?? 0) * per);
  const src = cellsOf(source);
  const dst = cellsOf(target);
  const isRun = last.n >= LONG_RUN && last.from === 1 && last.to === 1;
  if (isRun && !Array.isArray(src)) {
    if (row.n === 1 && fromStarts.length === 1) {
      const run = src.subarray(fromStarts[0]!, fromStarts[0]! + last.n);
      const at = toStarts[0]!;
      return () => (dst as Int32Array).set(run, at);
    }
    return () => moveRuns(src as Int32Array, dst as Int32Array, fromStarts, toStarts, row, last.n);
  }
  return () => moveCells(src as Int32Array, dst as Int32Array, fromStarts, toStarts, row, last);
}

function moveRuns(src: Int32Array, dst: Int32Array, from: Int32Array, to: Int32Array, row: Axis, n: number): void {
  for (let b = 0; b < from.length; b++) {
    let i = from[b]!;
    let o = to[b]!;
    for (let r = 0; r < row.n; r++, i += row.from, o += row.to) dst.set(src.subarray(i, i + n), o);
  }
}

function moveCells(src: Int32Array, dst: Int32Array, from: Int32Array, to: Int32Array, row: Axis, last: Axis): void {
  const { n, from: fromStep, to: toStep } = last;
  for (let b = 0; b < from.length; b++) {
    let rowFrom = from[b]!;
    let rowTo = to[b]!;
    for (let r = 0; r < row.n; r++, rowFrom += row.from, rowTo += row.to) {
      for (let c = 0, i = rowFrom, o = rowTo; c < n; c++, i += fromStep, o += toStep) dst[o] = src[i]!;
    }
  }
}

/** Copies runs of neighbouring elements, one call per run: `copy(from, to)` counts in elements. */
export function bindCopyRun(source: Value, target: Value, length: number): (from: number, to: number) => void {
  const per = cellsPerElement(source.dtype);
  const n = length * per;
  const src = cellsOf(source) as Int32Array;
  const dst = cellsOf(target) as Int32Array;
  if (n === 1) {
    return (from, to) => {
      dst[to] = src[from]!;
    };
  }
  if (n >= LONG_RUN && !Array.isArray(src))
    return (from, to) => dst.set(src.subarray(from * per, from * per + n), to * per);
  return (from, to) => {
    for (let c = 0, i = from * per, o = to * per; c < n; c++) dst[o++] = src[i++]!;
  };
}
