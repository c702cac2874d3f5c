/**
 * Gradients of SparseSegmentMean and SqrtN: every picked row gets its segment's gradient, scaled, in index order.
 * Source: tensorflow/core/kernels/segment_reduction_ops.cc (SparseSegmentGradOpBase).
 */
import type { DType, NumericData } from "../../np/dtype.js";
import { NumericsError } from "../errors.js";
import type { Floats } from "../matmul/tile.js";
import type { Indices } from "./indices.js";

/** Binds the gradient for `rows` rows of `inner` elements from those of `segments` segments. */
export function bindSparseSegmentGrad(
  op: "Mean" | "SqrtN",
  dtype: DType,
  segments: number,
  rows: number,
  inner: number,
): (grad: NumericData, indices: Indices, ids: Indices, out: NumericData) => void {
  const round = dtype.name === "float32" ? Math.fround : Number;
  const counts = new Float64Array(segments);
  const written = new Uint8Array(rows);
  return (grad, indices, ids, out) => {
    const [from, to] = [grad as Floats, out as Floats];
    to.fill(0);
    if (rows === 0) return;
    counts.fill(0);
    written.fill(0);
    for (let i = 0; i < ids.length; i++) {
      const id = Number(ids[i]);
      if (id < 0 || id >= segments) throw new NumericsError(`Segment id ${id} out of range [0, ${segments}).`);
      counts[id] = counts[id]! + 1;
    }
    for (let i = 0; i < ids.length; i++) {
      const row = Number(indices[i]);
      if (row < 0 || row >= rows) throw new NumericsError(`Index ${row} out of range [0, ${rows}).`);
      const id = Number(ids[i]);
      const scale = round(1 / (op === "Mean" ? counts[id]! : Math.sqrt(counts[id]!)));
      const first = written[row] === 0;
      written[row] = 1;
      for (let j = 0, at = row * inner, g = id * inner; j < inner; j++, at++, g++) {
        const scaled = round(from[g]! * scale);
        to[at] = first ? scaled : to[at]! + scaled;
      }
    }
  };
}
