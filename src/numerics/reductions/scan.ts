/**
 * Cumsum and Cumprod along one axis, value after value from 0 or 1.
 * Source: tensorflow/core/kernels/scan_ops.cc; exclusive and reverse do not change the order along the walk.
 */
import type { DType, NumericData } from "../../np/dtype.js";
import type { Floats } from "../matmul/tile.js";
import { combineOf, startOf } from "./fold.js";

export function bindScan(
  op: "Cumsum" | "Cumprod",
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
  const combine = combineOf(fold, dtype);
  const start = startOf(fold, dtype);
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
