/**
 * ArgMax and ArgMin along one axis: the first of equal values; nan never wins.
 * Source: tensorflow/core/kernels/argmax_op.cc (Eigen's ArgMaxTupleReducer).
 */
import type { DType, NumericData } from "../../np/dtype.js";
import type { Floats } from "../matmul/tile.js";
import { startOf } from "./fold.js";

/** Binds the position of the extreme value; `out` is int64 or int32 storage. */
export function bindArg(
  op: "ArgMax" | "ArgMin",
  dtype: DType,
  shape: readonly number[],
  axis: number,
): (x: NumericData, out: BigInt64Array | Int32Array) => void {
  const outer = shape.slice(0, axis).reduce((n, d) => n * d, 1);
  const length = shape[axis]!;
  const inner = shape.slice(axis + 1).reduce((n, d) => n * d, 1);
  const largest = op === "ArgMax";
  const start = startOf(largest ? "Max" : "Min", dtype);
  return (x, out) => {
    const from = x as Floats;
    for (let i = 0; i < outer; i++) {
      for (let j = 0; j < inner; j++) {
        let best = start as number;
        let place = 0;
        let at = i * length * inner + j;
        for (let p = 0; p < length; p++, at += inner) {
          const v = from[at]!;
          if (largest ? v > best : v < best) {
            best = v;
            place = p;
          }
        }
        if (out instanceof BigInt64Array) out[i * inner + j] = BigInt(place);
        else out[i * inner + j] = place;
      }
    }
  };
}
