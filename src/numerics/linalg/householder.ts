/**
 * Householder reflections, and the QR decompositions made of them.
 * Source: Eigen's HouseholderQR, ColPivHouseholderQR and HouseholderSequence; computed in doubles.
 */

/** A reflection 1 - tau v vᵀ with v[0] = 1, and what it makes of the vector it was made from: (beta, 0, …, 0). */
interface Reflection {
  readonly tau: number;
  readonly beta: number;
}

/** Makes the reflection of x[at], x[at + step] … (n values); the rest of v replaces all but the first of them. */
export function makeReflection(x: Float64Array, at: number, step: number, n: number): Reflection {
  let tail = 0;
  for (let i = 1; i < n; i++) tail += x[at + i * step]! ** 2;
  const first = x[at]!;
  if (tail <= Number.MIN_VALUE) {
    for (let i = 1; i < n; i++) x[at + i * step] = 0;
    return { tau: 0, beta: first };
  }
  const norm = Math.sqrt(first * first + tail);
  const beta = first >= 0 ? -norm : norm;
  for (let i = 1; i < n; i++) x[at + i * step] = x[at + i * step]! / (first - beta);
  return { tau: (beta - first) / beta, beta };
}

/** Decomposition in place: R on and above the diagonal, the reflections' vectors below it. */
export interface Qr {
  readonly rows: number;
  readonly cols: number;
  readonly values: Float64Array;
  readonly taus: Float64Array;
  /** Column j of the decomposition is column columns[j] of the matrix. */
  readonly columns: Int32Array;
}

/** Applies reflection k to columns [from, to) of m [rows, cols]. */
function reflect(
  { values, rows, cols, taus }: Qr,
  k: number,
  m: Float64Array,
  width: number,
  from: number,
  to: number,
): void {
  const tau = taus[k]!;
  if (tau === 0) return;
  for (let j = from; j < to; j++) {
    let dot = m[k * width + j]!;
    for (let i = k + 1; i < rows; i++) dot += values[i * cols + k]! * m[i * width + j]!;
    dot *= tau;
    m[k * width + j] = m[k * width + j]! - dot;
    for (let i = k + 1; i < rows; i++) m[i * width + j] = m[i * width + j]! - dot * values[i * cols + k]!;
  }
}

function normOfColumn(a: Float64Array, rows: number, cols: number, j: number, from: number): number {
  let sum = 0;
  for (let i = from; i < rows; i++) sum += a[i * cols + j]! ** 2;
  return Math.sqrt(sum);
}

function exchangeColumns(a: Float64Array, rows: number, cols: number, p: number, q: number): void {
  for (let i = 0; i < rows; i++) {
    const kept = a[i * cols + p]!;
    a[i * cols + p] = a[i * cols + q]!;
    a[i * cols + q] = kept;
  }
}

/** Below this part of its old square a norm is computed again instead of being reduced. */
const DOWNDATE_LIMIT = Math.sqrt(Number.EPSILON);

/** Decomposes `a` [rows, cols] in place; with `pivoting` the column of largest norm comes first in each step. */
export function decomposeQr(a: Float64Array, rows: number, cols: number, pivoting = false): Qr {
  const steps = Math.min(rows, cols);
  const qr: Qr = {
    rows,
    cols,
    values: a,
    taus: new Float64Array(steps),
    columns: Int32Array.from({ length: cols }, (_, j) => j),
  };
  const norms = Float64Array.from({ length: cols }, (_, j) => (pivoting ? normOfColumn(a, rows, cols, j, 0) : 0));
  const direct = norms.slice();
  for (let k = 0; k < steps; k++) {
    if (pivoting) {
      let best = k;
      for (let j = k + 1; j < cols; j++) if (norms[j]! > norms[best]!) best = j;
      if (best !== k) {
        exchangeColumns(a, rows, cols, k, best);
        for (const list of [norms, direct, qr.columns]) [list[k], list[best]] = [list[best]!, list[k]!];
      }
    }
    const { tau, beta } = makeReflection(a, k * cols + k, cols, rows - k);
    qr.taus[k] = tau;
    a[k * cols + k] = beta;
    reflect(qr, k, a, cols, k + 1, cols);
    for (let j = k + 1; pivoting && j < cols; j++) {
      if (norms[j] === 0) continue;
      const share = Math.abs(a[k * cols + j]!) / norms[j]!;
      const left = Math.max((1 + share) * (1 - share), 0);
      if (left * (norms[j]! / direct[j]!) ** 2 <= DOWNDATE_LIMIT) {
        norms[j] = normOfColumn(a, rows, cols, j, k + 1);
        direct[j] = norms[j]!;
      } else norms[j] = norms[j]! * Math.sqrt(left);
    }
  }
  return qr;
}

/** The first `width` columns of Q. */
export function orthogonalOf(qr: Qr, width: number): Float64Array {
  const { rows, taus } = qr;
  const q = new Float64Array(rows * width);
  for (let i = 0; i < Math.min(rows, width); i++) q[i * width + i] = 1;
  for (let k = taus.length - 1; k >= 0; k--) reflect(qr, k, q, width, 0, width);
  return q;
}

/** The first `height` rows of R. */
export function triangularOf({ cols, values }: Qr, height: number): Float64Array {
  const r = new Float64Array(height * cols);
  for (let i = 0; i < height; i++) for (let j = i; j < cols; j++) r[i * cols + j] = values[i * cols + j]!;
  return r;
}
