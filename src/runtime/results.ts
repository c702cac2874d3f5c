/**
 * What leaves Session.run: arrays, NumPy scalars for rank 0, bytes for text. Always copies.
 */
import type { Value } from "../graph/kernel.js";
import { dtypeOf } from "../np/dtype.js";
import { NDArray, NpScalar } from "../np/ndarray.js";
import { Strided } from "../np/strided.js";

/** Value of a fetched tensor: an array, or a NumPy scalar when its rank is 0 (which has all that an array has). */
export type Result = NDArray;

/** Copies a run-time value out of the engine. Text comes as bytes, alone or in an object array. */
export function toResult(value: Value): Result {
  const dtype = dtypeOf(value.dtype.numpyName ?? "object");
  const data = value.data.slice(0, dtype.kind === "c" ? 2 * value.size : value.size);
  if (value.shape.length === 0) return NpScalar.of(new Strided(data, dtype, []));
  return NDArray.of(dtype, data, value.shape);
}
