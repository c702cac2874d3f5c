/**
 * Denormals as TensorFlow's worker threads treat them: read as zero, written as zero, the sign kept.
 * Source: tensorflow::port::ScopedFlushDenormal and ScopedDenormal around the kernels (MXCSR bits FTZ and DAZ).
 */

/** The smallest normal float32 and float64. */
export const TINY32 = 2 ** -126;
export const TINY64 = 2 ** -1022;

export function flush32(x: number): number {
  return Math.abs(x) < TINY32 ? x * 0 : x;
}

export function flush64(x: number): number {
  return Math.abs(x) < TINY64 ? x * 0 : x;
}
