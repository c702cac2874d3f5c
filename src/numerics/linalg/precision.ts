/** How results of matrix algorithms are rounded: to float32, or not at all. */
import type { DType } from "../../np/dtype.js";

export type Round = (x: number) => number;

/** `Number` itself for doubles, which algorithms may compare with. */
export function roundOf(dtype: DType): Round {
  return dtype.name === "float64" ? Number : Math.fround;
}
