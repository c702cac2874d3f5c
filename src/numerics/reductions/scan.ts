/**
 * Cumsum, Cumprod and CumulativeLogsumexp along one axis, value after value from 0, 1 or the lowest number.
 * Source: tensorflow/core/kernels/scan_ops.cc; exclusive and reverse do not change the order along the walk.
 */
import type { DType, NumericData } from "../../np/dtype.js";
import { roundHalf } from "../../np/half.js";
import { exp } from "../../np/libm/exp.js";
import { expf } from "../../np/libm/expf.js";
import { log1p } from "../../np/libm/log1p.js";
import { log1pf } from "../../np/libm/log1pf.js";
import type { Floats } from "../matmul/tile.js";
import { type Combine, combineOf, startOf } from "./fold.js";

export type ScanOp = "Cumsum" | "Cumprod" | "CumulativeLogsumexp";

const LOWEST: Readonly<Record<string, number>> = {
  float16: -65504,
  float32: -(2 - 2 ** -23) * 2 ** 127,
  float64: -Number.MAX_VALUE,
};

/** The lowest finite number of a float type. */
export function lowestFinite(dtype: DType): number {
  return LOWEST[dtype.name]!;
}

/** log(exp(a) + exp(b)) without overflow; the lowest number stands for log(0). */
function bindLogSumExp(dtype: DType): Combine {
  const lowest = lowestFinite(dtype);
  const round = dtype.name === "float16" ? roundHalf : dtype.name === "float32" ? Math.fround : Number;
  const e = dtype.name === "float64" ? exp : (x: number): number => round(expf(x));
  const l = dtype.name === "float64" ? log1p : (x: number): number => round(log1pf(x));
  return (out, o, x, at, step, n) => {
    const [to, from] = [out as Floats, x as Floats];
    for (let i = 0; i < n; i++, at += step) {
      const [a, b] = [to[o + i]!, from[at]!];
      const rises = a < b;
      const large = rises ? b : a;
      const small = rises ? a : b;
      to[o + i] = large <= lowest ? large : round(l(e(round(small - large))) + large);
    }
  };
}

export function bindScan(
  op: ScanOp,
  dtype: DType,
  shape: readonly number[],
  axis: number,
  exclusive: boolean,
  reverse: boolean,
): (x: NumericData, out: NumericData) => void {
  const outer = shape.slice(0, axis).reduce((n, d) => n * d, 1);
  const length = shape[axis]!;
  const inner = shape.slice(axis + 1).reduce((n, d) => n * d, 1);
  const fold = op === "Cumsum" ? "Sum" : "Prod";
  const logarithmic = op === "CumulativeLogsumexp";
  const combine = logarithmic ? bindLogSumExp(dtype) : combineOf(fold, dtype);
  const start = logarithmic ? lowestFinite(dtype) : startOf(fold, dtype);
  const cells = dtype.kind === "c" ? 2 : 1;
  const running = dtype.make(inner) as Floats;
  return (x, out) => {
    const to = out as Floats;
    for (let i = 0; i < outer; i++) {
      if (cells === 2) running.fill(0);
      for (let j = 0; j < inner; j++) running[j * cells] = start as number;
      for (let p = 0; p < length; p++) {
        const at = (i * length + (reverse ? length - 1 - p : p)) * inner;
        if (exclusive) to.set(running, at * cells);
        combine(running, 0, x, at, 1, inner);
        if (!exclusive) to.set(running, at * cells);
      }
    }
  };
}
