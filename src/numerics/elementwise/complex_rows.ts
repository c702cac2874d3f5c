/**
 * Elementwise kernels of complex numbers, stored interleaved.
 * Source: std::complex functors behind tensorflow/core/kernels/cwise_op_*.cc.
 */
import type { DTypeName } from "../../np/dtype.js";
import type { BinaryLoop, UnaryLoop } from "./loop.js";

export function complexUnary(_op: string, _dtype: DTypeName): UnaryLoop | null {
  return null;
}
export function complexBinary(_op: string, _dtype: DTypeName): BinaryLoop | null {
  return null;
}
