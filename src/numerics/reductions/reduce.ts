/**
 * Sum, Mean, Prod, Max, Min, All, Any and EuclideanNorm over any axes.
 * Source: tensorflow/core/kernels/reduction_ops_common.cc (ReductionHelper) over Eigen's reducers; order of the
 * additions as measured.
 */
import type { DType, NumericData } from "../../np/dtype.js";
import { roundHalf } from "../../np/half.js";
import type { Floats } from "../matmul/tile.js";
import * as packet from "../packet.js";
import { type Combine, combineOf, type Fold, type FoldOp, floatFold, startOf } from "./fold.js";
import { threadsFor } from "./threads.js";

export type ReduceOp = FoldOp | "Mean" | "All" | "Any" | "EuclideanNorm";

/** A bound reduction: the result's shape without the reduced axes, and what computes it. */
export interface Reduction {
  readonly shape: readonly number[];
  readonly run: (x: NumericData, out: NumericData) => void;
}

/**
 * Neighbouring axes that are all reduced or all kept become one; axes of size 1 join their left neighbour. `reduced[i]`
 * alternates.
 */
interface Groups {
  readonly dims: number[];
  readonly reduced: boolean[];
}

function groupAxes(shape: readonly number[], axes: ReadonlySet<number>): Groups {
  const dims: number[] = [];
  const reduced: boolean[] = [];
  let last: boolean | null = null;
  for (let i = 0; i < shape.length; i++) {
    const n = shape[i]!;
    if (last === null && n === 1) continue;
    const is: boolean = n === 1 && last !== null ? last : axes.has(i);
    if (is === last) dims[dims.length - 1] = dims[dims.length - 1]! * n;
    else {
      dims.push(n);
      reduced.push(is);
      last = is;
    }
  }
  return { dims, reduced };
}

type Run = (x: NumericData, out: NumericData) => void;

/** Sums over everything: with several modelled threads in as many blocks, the block sums added one by one. */
export function bindFullFold(
  dtype: DType,
  op: FoldOp,
  n: number,
  threads: number,
  cycles: number,
): (x: Floats) => number {
  const fold = floatFold(op, dtype);
  const t = threadsFor(n, dtype, cycles, threads);
  if (t === 1 || n === 0) return (x) => fold(x, 0, n, 0);
  const block = Math.floor(Math.fround(Math.fround(n) / Math.fround(t)));
  const count = Math.floor(n / block);
  const total = dtype.name === "float64" ? new Float64Array(1) : new Float32Array(1);
  const part = total.slice();
  const combine = combineOf(op, dtype);
  return (x) => {
    total[0] = fold(x, count * block, n - count * block, count * block);
    for (let i = 0; i < count; i++) {
      part[0] = fold(x, i * block, block, i * block);
      combine(total, 0, part, 0, 1, 1);
    }
    return total[0]!;
  };
}

/** Rows of n neighbours, one result each. */
function bindRows(fold: Fold, rows: number, n: number): Run {
  return (x, out) => {
    const from = x as Floats;
    const to = out as Floats;
    for (let i = 0; i < rows; i++) to[i] = fold(from, i * n, n, i * n);
  };
}

/** Order in which a general pattern is brought before rows are folded: kept groups first, reduced ones after. */
function positionsByRow({ dims, reduced }: Groups): Int32Array {
  const order = [...dims.keys()].filter((i) => !reduced[i]).concat([...dims.keys()].filter((i) => reduced[i]));
  const strides = dims.map((_, i) => dims.slice(i + 1).reduce((n, d) => n * d, 1));
  const total = dims.reduce((n, d) => n * d, 1);
  const out = new Int32Array(total);
  const index = new Array<number>(order.length).fill(0);
  let at = 0;
  for (let q = 0; q < total; q++) {
    out[q] = at;
    for (let d = order.length - 1; d >= 0; d--) {
      const axis = order[d]!;
      index[d] = index[d]! + 1;
      at += strides[axis]!;
      if (index[d]! < dims[axis]!) break;
      at -= strides[axis]! * dims[axis]!;
      index[d] = 0;
    }
  }
  return out;
}

/** Kept axes on both sides of (or around) the reduced ones: every result adds its values in index order. */
function bindColumns(op: FoldOp, dtype: DType, { dims, reduced }: Groups): Run | null {
  const combine: Combine = combineOf(op, dtype);
  const start = startOf(op, dtype);
  const pattern = reduced.map((r) => (r ? "r" : "k")).join("");
  const [a, b, c] = [dims[0]!, dims[1] ?? 1, dims[2] ?? 1];
  if (pattern === "rk") {
    return (x, out) => {
      fillElements(out, start, dtype, b);
      for (let i = 0; i < a; i++) combine(out, 0, x, i * b, 1, b);
    };
  }
  if (pattern === "krk") {
    return (x, out) => {
      fillElements(out, start, dtype, a * c);
      for (let i = 0; i < a; i++) for (let j = 0; j < b; j++) combine(out, i * c, x, (i * b + j) * c, 1, c);
    };
  }
  if (pattern === "rkr") {
    // The last axis is the outer loop.
    return (x, out) => {
      fillElements(out, start, dtype, b);
      for (let k = 0; k < c; k++) for (let i = 0; i < a; i++) combine(out, 0, x, i * b * c + k, c, b);
    };
  }
  return null;
}

function fillElements(out: NumericData, value: number | bigint, dtype: DType, n: number): void {
  if (dtype.kind === "c") {
    for (let i = 0; i < n; i++) {
      (out as Floats)[2 * i] = Number(value);
      (out as Floats)[2 * i + 1] = 0;
    }
  } else if (typeof value === "bigint") (out as BigInt64Array).fill(value);
  else (out as Floats).fill(value);
}

/** Rows folded one value after another, as types without packets do. */
function bindPlainRows(op: FoldOp, dtype: DType, rows: number, n: number): Run {
  const combine = combineOf(op, dtype);
  const start = startOf(op, dtype);
  return (x, out) => {
    fillElements(out, start, dtype, rows);
    for (let i = 0; i < rows; i++) for (let j = 0; j < n; j++) combine(out, i, x, i * n + j, 1, 1);
  };
}

function gather(x: NumericData, positions: Int32Array, cells: number, into: NumericData): void {
  const from = x as Floats;
  const to = into as Floats;
  for (let q = 0; q < positions.length; q++) {
    for (let cell = 0; cell < cells; cell++) to[q * cells + cell] = from[positions[q]! * cells + cell]!;
  }
}

/** The fold without what Mean and the norm do around it. */
function bindFold(op: FoldOp, dtype: DType, groups: Groups, size: number, threads: number): Run {
  const { dims, reduced } = groups;
  if (!reduced.includes(true)) return (x, out) => (out as Floats).set(x as Floats);
  const columns = bindColumns(op, dtype, groups);
  if (columns) return columns;
  const n = dims.reduce((m, d, i) => (reduced[i] ? m * d : m), 1);
  const packets = dtype.kind === "f";
  if (packets && dims.length === 1) {
    const full = bindFullFold(dtype, op, n, threads, 10);
    return (x, out) => {
      (out as Floats)[0] = full(x as Floats);
    };
  }
  const rows = dims.reduce((m, d, i) => (reduced[i] ? m : m * d), 1);
  const inner = packets ? bindRows(floatFold(op, dtype), rows, n) : bindPlainRows(op, dtype, rows, n);
  if (dims.length <= 2) return inner;
  const positions = positionsByRow(groups);
  const cells = dtype.kind === "c" ? 2 : 1;
  const scratch = dtype.make(size) as NumericData;
  return (x, out) => {
    gather(x, positions, cells, scratch);
    inner(scratch, out);
  };
}

/** Divides sums by the number of values each holds: truly for floats, towards zero for integers. */
function bindDivision(dtype: DType, count: number, results: number): (out: NumericData) => void {
  if (dtype.isBig) {
    const by = BigInt(count);
    return (out) => {
      const o = out as BigInt64Array;
      for (let i = 0; i < results; i++) o[i] = o[i]! / by;
    };
  }
  const cells = dtype.kind === "c" ? 2 * results : results;
  const integer = dtype.isInteger;
  const half = dtype.name === "float16";
  const by = dtype.name === "float32" ? Math.fround(count) : count;
  return (out) => {
    const o = out as Floats;
    for (let i = 0; i < cells; i++) o[i] = integer ? Math.trunc(o[i]! / by) : o[i]! / by;
    if (half) for (let i = 0; i < cells; i++) o[i] = roundHalf(o[i]!);
  };
}

function bindLogical(op: "All" | "Any", groups: Groups, size: number): Run {
  // true is 1 and false 0, so "all" is the smallest value and "any" the largest.
  const positions = positionsByRow(groups);
  const n = groups.dims.reduce((m, d, i) => (groups.reduced[i] ? m * d : m), 1);
  const stop = op === "All" ? 0 : 1;
  return (x, out) => {
    const from = x as Uint8Array;
    const to = out as Uint8Array;
    for (let i = 0; i < to.length; i++) {
      let value = 1 - stop;
      for (let j = 0; j < n && size > 0; j++) if (from[positions[i * n + j]!] === stop) value = stop;
      to[i] = value;
    }
  };
}

/** Binds a reduction of `shape` over `axes` (counted from the front, no repeats). */
export function bindReduce(
  op: ReduceOp,
  dtype: DType,
  shape: readonly number[],
  axes: readonly number[],
  threads = 1,
): Reduction {
  const reducedAxes = new Set(axes);
  const kept = shape.filter((_, i) => !reducedAxes.has(i));
  const size = shape.reduce((n, d) => n * d, 1);
  const results = kept.reduce((n, d) => n * d, 1);
  const groups = groupAxes(shape, reducedAxes);
  if (op === "All" || op === "Any") return { shape: kept, run: bindLogical(op, groups, size) };
  if (size === 0) {
    // nan for a mean of nothing, as 0 / 0.
    const value =
      op === "Mean" && dtype.kind === "f"
        ? Number.NaN
        : startOf(op === "Mean" || op === "EuclideanNorm" ? "Sum" : op, dtype);
    return { shape: kept, run: (_x, out) => fillElements(out, value, dtype, results) };
  }
  if (op === "EuclideanNorm") return { shape: kept, run: bindNorm(dtype, groups, size, results, threads) };
  const fold = bindFold(op === "Mean" ? "Sum" : op, dtype, groups, size, threads);
  if (op !== "Mean" || !groups.reduced.includes(true)) return { shape: kept, run: fold };
  const divide = bindDivision(dtype, size / results, results);
  return {
    shape: kept,
    run: (x, out) => {
      fold(x, out);
      divide(out);
    },
  };
}

/** Root of the sum of squares; packets of results take the approximate vector root. */
function bindNorm(dtype: DType, groups: Groups, size: number, results: number, threads: number): Run {
  const fold = bindFold("Sum", dtype, groups, size, threads);
  const squares = dtype.make(size) as Floats;
  const approximate = dtype.name === "float32" ? results - (results % 8) : 0;
  return (x, out) => {
    const from = x as Floats;
    const to = out as Floats;
    for (let i = 0; i < size; i++) squares[i] = from[i]! * from[i]!;
    fold(squares, out);
    for (let i = 0; i < results; i++) to[i] = i < approximate ? packet.sqrt(to[i]!) : Math.sqrt(to[i]!);
  };
}
