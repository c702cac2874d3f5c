/**
 * Singular value decomposition by two-sided Jacobi rotations.
 * Source: Eigen's JacobiSVD with column-pivoting QR, which its BDCSVD takes for matrices of fewer than 16 columns; computed
 * in doubles. Larger matrices go the same way here: their vectors may have other signs than TensorFlow's.
 */
import { decomposeQr, orthogonalOf } from "./householder.js";
import { IDENTITY, inverse, jacobi, type Rotation, rotateColumns, rotateRows, times } from "./rotation.js";

export interface Svd {
  /** Descending. */
  readonly values: Float64Array;
  /** u [rows, uCols], v [cols, vCols]: a = u diag(values) vᵀ. */
  readonly u: Float64Array;
  readonly uCols: number;
  readonly v: Float64Array;
  readonly vCols: number;
}

const PRECISION = 2 * Number.EPSILON;

/** A square matrix and the orthogonal factors around it. */
interface Work {
  readonly n: number;
  readonly m: Float64Array;
  readonly u: Float64Array;
  readonly v: Float64Array;
}

function identity(n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) out[i * n + i] = 1;
  return out;
}

/** A tall matrix as q r pᵀ: r is what is left to decompose. */
function preconditioned(a: Float64Array, rows: number, cols: number, full: boolean): Work & { uCols: number } {
  const qr = decomposeQr(a, rows, cols, true);
  const uCols = full ? rows : cols;
  const m = new Float64Array(cols * cols);
  for (let i = 0; i < cols; i++) for (let j = i; j < cols; j++) m[i * cols + j] = qr.values[i * cols + j]!;
  const v = new Float64Array(cols * cols);
  for (let j = 0; j < cols; j++) v[qr.columns[j]! * cols + j] = 1;
  return { n: cols, m, u: orthogonalOf(qr, uCols), v, uCols };
}

function transposed(a: Float64Array, rows: number, cols: number): Float64Array {
  const out = new Float64Array(a.length);
  for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) out[j * rows + i] = a[i * cols + j]!;
  return out;
}

/** Rotations from both sides that make rows and columns p and q of m diagonal. */
function rotationsOf({ m, n }: Work, p: number, q: number): { left: Rotation; right: Rotation } {
  const block = Float64Array.of(m[p * n + p]!, m[p * n + q]!, m[q * n + p]!, m[q * n + q]!);
  const t = block[0]! + block[3]!;
  const d = block[2]! - block[1]!;
  let symmetric: Rotation = IDENTITY;
  if (Math.abs(d) >= Number.MIN_VALUE) {
    const u = t / d;
    const norm = Math.sqrt(1 + u * u);
    symmetric = { c: u / norm, s: 1 / norm };
  }
  rotateRows(block, 2, 0, 1, symmetric);
  const right = jacobi(block[0]!, block[1]!, block[3]!);
  return { left: times(symmetric, inverse(right)), right };
}

function sweep(work: Work, uRows: number, uCols: number, vRows: number, vCols: number): void {
  const { m, n, u, v } = work;
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(m[i * n + i]!));
  for (let done = false; !done; ) {
    done = true;
    for (let p = 1; p < n; p++) {
      for (let q = 0; q < p; q++) {
        const threshold = Math.max(Number.MIN_VALUE, PRECISION * largest);
        if (!(Math.abs(m[p * n + q]!) > threshold || Math.abs(m[q * n + p]!) > threshold)) continue;
        done = false;
        const { left, right } = rotationsOf(work, p, q);
        rotateRows(m, n, p, q, left);
        rotateColumns(u, uRows, uCols, p, q, inverse(left));
        rotateColumns(m, n, n, p, q, right);
        rotateColumns(v, vRows, vCols, p, q, right);
        largest = Math.max(largest, Math.abs(m[p * n + p]!), Math.abs(m[q * n + q]!));
      }
    }
  }
}

function exchange(a: Float64Array, rows: number, cols: number, i: number, j: number): void {
  for (let r = 0; r < rows; r++) [a[r * cols + i], a[r * cols + j]] = [a[r * cols + j]!, a[r * cols + i]!];
}

/** Decomposes `a` [rows, cols]; u and v are square if `full`, else as wide as there are singular values. */
export function singularValues(a: Float64Array, rows: number, cols: number, full: boolean): Svd {
  let scale = 0;
  for (const x of a) scale = Math.max(scale, Math.abs(x));
  if (!Number.isFinite(scale)) return notANumber(rows, cols, full);
  if (scale === 0) scale = 1;
  const scaled = a.map((x) => x / scale);
  let work: Work;
  let [uCols, vCols] = [rows, cols];
  if (rows > cols) {
    const tall = preconditioned(scaled, rows, cols, full);
    work = tall;
    uCols = tall.uCols;
  } else if (cols > rows) {
    const { n, m, u, v, uCols: width } = preconditioned(transposed(scaled, rows, cols), cols, rows, full);
    work = { n, m: transposed(m, n, n), u: v, v: u };
    vCols = width;
  } else work = { n: rows, m: scaled, u: identity(rows), v: identity(rows) };
  sweep(work, rows, uCols, cols, vCols);
  const { n, m, u, v } = work;
  const values = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const x = m[i * n + i]!;
    values[i] = Math.abs(x) * scale;
    if (x < 0) for (let r = 0; r < rows; r++) u[r * uCols + i] = -u[r * uCols + i]!;
  }
  for (let i = 0; i < n; i++) {
    let best = i;
    for (let j = i + 1; j < n; j++) if (values[j]! > values[best]!) best = j;
    if (values[best] === 0) break;
    if (best === i) continue;
    [values[i], values[best]] = [values[best]!, values[i]!];
    exchange(u, rows, uCols, i, best);
    exchange(v, cols, vCols, i, best);
  }
  return { values, u, uCols, v, vCols };
}

function notANumber(rows: number, cols: number, full: boolean): Svd {
  const n = Math.min(rows, cols);
  const [uCols, vCols] = full ? [rows, cols] : [n, n];
  const nan = (size: number): Float64Array => new Float64Array(size).fill(Number.NaN);
  return { values: nan(n), u: nan(rows * uCols), uCols, v: nan(cols * vCols), vCols };
}
