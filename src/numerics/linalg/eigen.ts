/**
 * Eigenvalues and eigenvectors of a symmetric matrix.
 * Source: Eigen's SelfAdjointEigenSolver (tridiagonal form, then implicit QR steps); computed in doubles.
 */
import { NumericsError } from "../errors.js";
import { makeReflection } from "./householder.js";
import { givens, rotateColumns } from "./rotation.js";

const PRECISION = 2 * Number.EPSILON;
const STEPS_PER_VALUE = 30;

/** a = Q T Qᵀ with T tridiagonal. */
interface Tridiagonal {
  readonly diagonal: Float64Array;
  readonly below: Float64Array;
  readonly q: Float64Array;
}

/** Brings the lower triangle of `a` [n, n] to tridiagonal form, reflection by reflection; destroys a. */
function tridiagonalize(a: Float64Array, n: number): Tridiagonal {
  const taus = new Float64Array(Math.max(n - 1, 0));
  const w = new Float64Array(n);
  const lower = (i: number, j: number): number => (i >= j ? a[i * n + j]! : a[j * n + i]!);
  for (let k = 0; k < n - 1; k++) {
    const { tau, beta } = makeReflection(a, (k + 1) * n + k, n, n - 1 - k);
    a[(k + 1) * n + k] = 1;
    let dot = 0;
    for (let i = k + 1; i < n; i++) {
      let sum = 0;
      for (let j = k + 1; j < n; j++) sum += lower(i, j) * tau * a[j * n + k]!;
      w[i] = sum;
      dot += sum * a[i * n + k]!;
    }
    for (let i = k + 1; i < n; i++) w[i] = w[i]! - tau * 0.5 * dot * a[i * n + k]!;
    for (let i = k + 1; i < n; i++) {
      for (let j = k + 1; j <= i; j++) {
        a[i * n + j] = a[i * n + j]! - a[i * n + k]! * w[j]! - w[i]! * a[j * n + k]!;
      }
    }
    a[(k + 1) * n + k] = beta;
    taus[k] = tau;
  }
  const diagonal = Float64Array.from({ length: n }, (_, i) => a[i * n + i]!);
  const below = Float64Array.from({ length: Math.max(n - 1, 0) }, (_, i) => a[(i + 1) * n + i]!);
  return { diagonal, below, q: productOfReflections(a, taus, n) };
}

/** Q from the vectors below the subdiagonal. */
function productOfReflections(a: Float64Array, taus: Float64Array, n: number): Float64Array {
  const q = new Float64Array(n * n);
  for (let i = 0; i < n; i++) q[i * n + i] = 1;
  for (let k = n - 2; k >= 0; k--) {
    const tau = taus[k]!;
    for (let j = k + 1; j < n; j++) {
      let dot = q[(k + 1) * n + j]!;
      for (let i = k + 2; i < n; i++) dot += a[i * n + k]! * q[i * n + j]!;
      dot *= tau;
      q[(k + 1) * n + j] = q[(k + 1) * n + j]! - dot;
      for (let i = k + 2; i < n; i++) q[i * n + j] = q[i * n + j]! - dot * a[i * n + k]!;
    }
  }
  return q;
}

/** Wilkinson's shift: the eigenvalue of the last 2 x 2 block that is nearer to its last element. */
function shiftOf(diagonal: Float64Array, below: Float64Array, end: number): number {
  const td = (diagonal[end - 1]! - diagonal[end]!) * 0.5;
  const e = below[end - 1]!;
  const last = diagonal[end]!;
  if (td === 0) return last - Math.abs(e);
  if (e === 0) return last;
  const h = Math.hypot(td, e);
  const by = td + (td > 0 ? h : -h);
  return e * e === 0 ? last - e / (by / e) : last - (e * e) / by;
}

/** One implicit QR step on the unreduced block [start, end]. */
function step({ diagonal, below, q }: Tridiagonal, n: number, start: number, end: number): void {
  let x = diagonal[start]! - shiftOf(diagonal, below, end);
  let z = below[start]!;
  for (let k = start; k < end; k++) {
    const rotation = givens(x, z);
    const { c, s } = rotation;
    const [d0, d1, b] = [diagonal[k]!, diagonal[k + 1]!, below[k]!];
    const upper = s * d0 + c * b;
    const next = s * b + c * d1;
    diagonal[k] = c * (c * d0 - s * b) - s * (c * b - s * d1);
    diagonal[k + 1] = s * upper + c * next;
    below[k] = c * upper - s * next;
    if (k > start) below[k - 1] = c * below[k - 1]! - s * z;
    x = below[k]!;
    if (k < end - 1) {
      z = -s * below[k + 1]!;
      below[k + 1] = c * below[k + 1]!;
    }
    rotateColumns(q, n, n, k, k + 1, rotation);
  }
}

export class EigenNotConverged extends NumericsError {
  constructor() {
    super("Self-adjoint eigen decomposition was not successful. The input might not be valid.");
  }
}

export interface Eigen {
  readonly values: Float64Array;
  /** Column j belongs to value j. */
  readonly vectors: Float64Array;
}

/** Ascending eigenvalues and their vectors, from the lower triangle of `a` [n, n]. Raises EigenNotConverged. */
export function symmetricEigen(a: Float64Array, n: number): Eigen {
  const work = a.slice();
  let scale = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) scale = Math.max(scale, Math.abs(work[i * n + j]!));
  if (Number.isNaN(scale)) throw new EigenNotConverged();
  if (scale === 0) scale = 1;
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) work[i * n + j] = work[i * n + j]! / scale;
  const t = tridiagonalize(work, n);
  const { diagonal, below, q } = t;
  let end = n - 1;
  let start = 0;
  for (let count = 0; end > 0; count++) {
    for (let i = start; i < end; i++) {
      const small = Math.abs(below[i]!) <= (Math.abs(diagonal[i]!) + Math.abs(diagonal[i + 1]!)) * PRECISION;
      if (small || Math.abs(below[i]!) <= Number.MIN_VALUE) below[i] = 0;
    }
    while (end > 0 && below[end - 1] === 0) end--;
    if (end <= 0) break;
    if (count >= STEPS_PER_VALUE * n) throw new EigenNotConverged();
    start = end - 1;
    while (start > 0 && below[start - 1] !== 0) start--;
    step(t, n, start, end);
  }
  sortAscending(diagonal, q, n);
  for (let i = 0; i < n; i++) diagonal[i] = diagonal[i]! * scale;
  return { values: diagonal, vectors: q };
}

function sortAscending(values: Float64Array, q: Float64Array, n: number): void {
  for (let i = 0; i < n - 1; i++) {
    let least = i;
    for (let j = i + 1; j < n; j++) if (values[j]! < values[least]!) least = j;
    if (least === i) continue;
    [values[i], values[least]] = [values[least]!, values[i]!];
    for (let r = 0; r < n; r++) [q[r * n + i], q[r * n + least]] = [q[r * n + least]!, q[r * n + i]!];
  }
}
