/**
 * Scattered updates of rows of a variable, strictly in index order; gather's gradient is the add onto zeros.
 * Source: tensorflow/core/kernels/scatter_op.cc, scatter_functor.h.
 */
import type { DType, NumericData } from "../../np/dtype.js";
import { roundHalf } from "../../np/half.js";
import type { Floats } from "../matmul/tile.js";
import { IndexNotIn, type Indices } from "./indices.js";

export type ScatterOp = "add" | "sub" | "mul" | "div" | "update" | "min" | "max";

/** Applies one row of updates: target[t …] (op)= updates[u …]; `step` 0 repeats one scalar. */
type RowUpdate<T> = (target: T, t: number, updates: T, u: number, step: number, n: number) => void;

const NUMBERS: Record<ScatterOp, RowUpdate<Floats>> = {
  add: (v, t, x, u, step, n) => {
    for (let j = 0; j < n; j++, u += step) v[t + j] = v[t + j]! + x[u]!;
  },
  sub: (v, t, x, u, step, n) => {
    for (let j = 0; j < n; j++, u += step) v[t + j] = v[t + j]! - x[u]!;
  },
  mul: (v, t, x, u, step, n) => {
    for (let j = 0; j < n; j++, u += step) v[t + j] = v[t + j]! * x[u]!;
  },
  div: (v, t, x, u, step, n) => {
    for (let j = 0; j < n; j++, u += step) v[t + j] = v[t + j]! / x[u]!;
  },
  update: (v, t, x, u, step, n) => {
    for (let j = 0; j < n; j++, u += step) v[t + j] = x[u]!;
  },
  min: (v, t, x, u, step, n) => {
    for (let j = 0; j < n; j++, u += step) if (x[u]! < v[t + j]!) v[t + j] = x[u]!;
  },
  max: (v, t, x, u, step, n) => {
    for (let j = 0; j < n; j++, u += step) if (x[u]! > v[t + j]!) v[t + j] = x[u]!;
  },
};

const BIGS: Record<ScatterOp, (v: bigint, x: bigint) => bigint> = {
  add: (v, x) => v + x,
  sub: (v, x) => v - x,
  mul: (v, x) => v * x,
  div: (v, x) => v / x,
  update: (_v, x) => x,
  // Math.min refuses bigints
  min: (v, x) => (x < v ? x : v),
  // Math.max refuses bigints
  max: (v, x) => (x > v ? x : v),
};

function rowUpdate(op: ScatterOp, dtype: DType): RowUpdate<NumericData> {
  const numbers = NUMBERS[op] as RowUpdate<NumericData>;
  if (dtype.isBig) {
    const cell = BIGS[op];
    return (v, t, x, u, step, n) => {
      const [to, from] = [v as BigInt64Array, x as BigInt64Array];
      for (let j = 0; j < n; j++, u += step) to[t + j] = cell(to[t + j]!, from[u]!);
    };
  }
  if (dtype.name === "float16") {
    return (v, t, x, u, step, n) => {
      numbers(v, t, x, u, step, n);
      const to = v as Float32Array;
      for (let j = t; j < t + n; j++) to[j] = roundHalf(to[j]!);
    };
  }
  if (dtype.isInteger && op === "mul") {
    return (v, t, x, u, step, n) => {
      const [to, from] = [v as Int32Array, x as Int32Array];
      for (let j = 0; j < n; j++, u += step) to[t + j] = Math.imul(to[t + j]!, from[u]!);
    };
  }
  return numbers;
}

/**
 * Binds an update of `rows` rows of `inner` elements in place. `scalar`: one update value for everything. `indicesShape`
 * is for the message; all indices are checked before anything is written.
 */
export function bindScatter(
  op: ScatterOp,
  dtype: DType,
  rows: number,
  inner: number,
  indicesShape: readonly number[],
  scalar = false,
): (target: NumericData, indices: Indices, updates: NumericData) => void {
  const complex = dtype.kind === "c";
  if (complex && op !== "add" && op !== "sub" && op !== "update") throw new TypeError(`no scatter_${op} of ${dtype}`);
  const n = complex ? 2 * inner : inner;
  const update = rowUpdate(op, dtype);
  const step = scalar ? 0 : 1;
  return (target, indices, updates) => {
    const count = indices.length;
    for (let i = 0; i < count; i++) {
      const row = indices[i]!;
      if (row < 0 || row >= rows) throw new IndexNotIn(indicesShape, i, row, rows);
    }
    for (let i = 0; i < count; i++) update(target, Number(indices[i]) * n, updates, step * i * n, step, n);
  };
}

/** Binds the dense gradient of a gather along axis 0: zeros, then rows added in index order. */
export function bindGatherGradient(
  dtype: DType,
  rows: number,
  inner: number,
  indicesShape: readonly number[],
): (g: NumericData, indices: Indices, out: NumericData) => void {
  const add = bindScatter("add", dtype, rows, inner, indicesShape);
  const zero = dtype.isBig ? 0n : 0;
  return (g, indices, out) => {
    (out as Floats).fill(zero as never);
    add(out, indices, g);
  };
}
