/**
 * Cholesky decomposition of a symmetric positive definite matrix.
 * Source: Eigen's LLT (unblocked form) as tensorflow/core/kernels/cholesky_op.cc uses it.
 */
import { NumericsError } from "../errors.js";
import type { Round } from "./precision.js";

export class NotPositiveDefinite extends NumericsError {
  constructor() {
    super("Cholesky decomposition was not successful. The input might not be valid.");
  }
}

/** The lower triangle L of a = L Lᵀ, from the lower triangle of `a` [n, n]; zeros above. Raises NotPositiveDefinite. */
export function cholesky(a: Float64Array, n: number, round: Round): Float64Array {
  const l = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) l[i * n + j] = a[i * n + j]!;
  for (let k = 0; k < n; k++) {
    let norm = 0;
    for (let j = 0; j < k; j++) norm = round(norm + round(l[k * n + j]! * l[k * n + j]!));
    const square = round(l[k * n + k]! - norm);
    if (!(square > 0)) throw new NotPositiveDefinite();
    const root = round(Math.sqrt(square));
    l[k * n + k] = root;
    for (let i = k + 1; i < n; i++) {
      let dot = 0;
      for (let j = 0; j < k; j++) dot = round(dot + round(l[i * n + j]! * l[k * n + j]!));
      l[i * n + k] = round(round(l[i * n + k]! - dot) / root);
    }
  }
  return l;
}
