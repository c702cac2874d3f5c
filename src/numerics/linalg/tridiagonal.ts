/**
 * Systems with tridiagonal matrices.
 * Source: tensorflow/core/kernels/tridiagonal_solve_op.cc (Gaussian elimination, with row exchanges or Thomas' algorithm).
 */
import { NumericsError } from "../errors.js";

export class TridiagonalSingular extends NumericsError {}

const SINGULAR = "The matrix is not invertible.";
const NEEDS_PIVOT = "The matrix is either not invertible, or requires pivoting. Try setting partial_pivoting = True.";

/**
 * Solves in doubles for x [n, columns]: `diagonals` [3, n] holds what is above the diagonal, on it and below it, the last
 * element of the first and the first of the last row unused. Raises TridiagonalSingular.
 */
export function solveTridiagonal(
  diagonals: Float64Array,
  n: number,
  rhs: Float64Array,
  columns: number,
  pivoting: boolean,
): Float64Array {
  const x = rhs.slice();
  if (n === 0) return x;
  const above = diagonals.subarray(0, n);
  const main = diagonals.subarray(n, 2 * n);
  const below = diagonals.subarray(2 * n, 3 * n);
  if (n === 1) {
    if (main[0] === 0) throw new TridiagonalSingular("The matrix is not invertible: it is a scalar with value zero.");
    for (let c = 0; c < columns; c++) x[c] = x[c]! / main[0]!;
    return x;
  }
  // Rows of the upper triangular matrix: diagonal and the two above it.
  const u = new Float64Array(3 * n);
  u[0] = main[0]!;
  u[1] = above[0]!;
  for (let i = 0; i < n - 1; i++) {
    const [d, s, t] = [u[3 * i]!, u[3 * i + 1]!, i + 2 < n ? above[i + 1]! : 0];
    const [b, m] = [below[i + 1]!, main[i + 1]!];
    if (!pivoting || Math.abs(d) >= Math.abs(b)) {
      if (d === 0) throw new TridiagonalSingular(pivoting ? SINGULAR : NEEDS_PIVOT);
      const factor = b / d;
      for (let c = 0; c < columns; c++)
        x[(i + 1) * columns + c] = x[(i + 1) * columns + c]! - factor * x[i * columns + c]!;
      u[3 * i + 3] = m - factor * s;
      u[3 * i + 4] = t;
      u[3 * i + 2] = 0;
    } else {
      const factor = d / b;
      u[3 * i] = b;
      u[3 * i + 1] = m;
      u[3 * i + 2] = t;
      u[3 * i + 3] = s - factor * m;
      u[3 * i + 4] = -factor * t;
      for (let c = 0; c < columns; c++) {
        const [upper, lower] = [x[i * columns + c]!, x[(i + 1) * columns + c]!];
        x[i * columns + c] = lower;
        x[(i + 1) * columns + c] = upper - factor * lower;
      }
    }
  }
  if (u[3 * n - 3] === 0) throw new TridiagonalSingular(pivoting ? SINGULAR : NEEDS_PIVOT);
  for (let i = n - 1; i >= 0; i--) {
    for (let c = 0; c < columns; c++) {
      let sum = x[i * columns + c]!;
      if (i + 1 < n) sum -= u[3 * i + 1]! * x[(i + 1) * columns + c]!;
      if (i + 2 < n) sum -= u[3 * i + 2]! * x[(i + 2) * columns + c]!;
      x[i * columns + c] = sum / u[3 * i]!;
    }
  }
  return x;
}
