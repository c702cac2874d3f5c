/**
 * Decompositions of one float64 matrix: LU with pivots, symmetric eigenvalues, singular values.
 * Source: LAPACK getrf/getrs for LU (pivots multiplied by their reciprocals); the others by Jacobi rotations.
 */
import { LinAlgError } from "./errors.js";

interface Factors {
  /** L below the diagonal, U on and above it. */
  readonly lu: Float64Array;
  readonly rows: readonly number[];
  readonly sign: number;
  readonly singular: boolean;
}

/** P A = L U with the largest pivot of each column. */
export function factor(a: Float64Array, n: number): Factors {
  const lu = Float64Array.from(a);
  const rows = Array.from({ length: n }, (_, i) => i);
  let sign = 1;
  let singular = false;
  for (let k = 0; k < n; k++) {
    let p = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(lu[i * n + k]!) > Math.abs(lu[p * n + k]!)) p = i;
    if (lu[p * n + k] === 0) {
      singular = true;
      continue;
    }
    if (p !== k) {
      for (let j = 0; j < n; j++) {
        const t = lu[k * n + j]!;
        lu[k * n + j] = lu[p * n + j]!;
        lu[p * n + j] = t;
      }
      const r = rows[k]!;
      rows[k] = rows[p]!;
      rows[p] = r;
      sign = -sign;
    }
    // LAPACK multiplies by the reciprocal of the pivot.
    const reciprocal = 1 / lu[k * n + k]!;
    for (let i = k + 1; i < n; i++) {
      const f = lu[i * n + k]! * reciprocal;
      lu[i * n + k] = f;
      for (let j = k + 1; j < n; j++) lu[i * n + j]! -= f * lu[k * n + j]!;
    }
  }
  return { lu, rows, sign, singular };
}

/** X with A X = B, B of m columns. */
export function solveWith({ lu, rows, singular }: Factors, n: number, b: Float64Array, m: number): Float64Array {
  if (singular) throw new LinAlgError("Singular matrix");
  const x = new Float64Array(n * m);
  for (let c = 0; c < m; c++) {
    for (let i = 0; i < n; i++) {
      let s = b[rows[i]! * m + c]!;
      for (let j = 0; j < i; j++) s -= lu[i * n + j]! * x[j * m + c]!;
      x[i * m + c] = s;
    }
    for (let i = n - 1; i >= 0; i--) {
      let s = x[i * m + c]!;
      for (let j = i + 1; j < n; j++) s -= lu[i * n + j]! * x[j * m + c]!;
      x[i * m + c] = s * (1 / lu[i * n + i]!);
    }
  }
  return x;
}

/** Eigenvalues in rising order and eigenvectors as columns of a symmetric matrix, by Jacobi rotations. */
export function symmetricEigen(a: Float64Array, n: number): { values: Float64Array; vectors: Float64Array } {
  const s = Float64Array.from(a);
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) off += Math.abs(s[p * n + q]!);
    if (off === 0) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(s, v, n, p, q);
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => s[i * n + i]! - s[j * n + j]!);
  const vectors = new Float64Array(n * n);
  order.forEach((from, to) => {
    for (let i = 0; i < n; i++) vectors[i * n + to] = v[i * n + from]!;
  });
  return { values: Float64Array.from(order, (i) => s[i * n + i]!), vectors };
}
/** One rotation that makes s[p,q] zero. */
function rotate(s: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = s[p * n + q]!;
  if (Math.abs(apq) < Number.MIN_VALUE * 4) {
    s[p * n + q] = 0;
    s[q * n + p] = 0;
    return;
  }
  const theta = (s[q * n + q]! - s[p * n + p]!) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const d = t * c;
  for (let k = 0; k < n; k++) {
    const x = s[k * n + p]!;
    const y = s[k * n + q]!;
    s[k * n + p] = c * x - d * y;
    s[k * n + q] = d * x + c * y;
  }
  for (let k = 0; k < n; k++) {
    const x = s[p * n + k]!;
    const y = s[q * n + k]!;
    s[p * n + k] = c * x - d * y;
    s[q * n + k] = d * x + c * y;
    const u = v[k * n + p]!;
    const w = v[k * n + q]!;
    v[k * n + p] = c * u - d * w;
    v[k * n + q] = d * u + c * w;
  }
}
/** Singular values (falling), left and right vectors of one m by n matrix with m >= n, by one-sided Jacobi rotations. */
export function tallSvd(a: Float64Array, m: number, n: number): { u: Float64Array; s: number[]; v: Float64Array } {
  const w = Float64Array.from(a);
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  const turn = (x: Float64Array, rows: number, p: number, q: number, c: number, d: number): void => {
    for (let i = 0; i < rows; i++) {
      const y = x[i * n + p]!;
      const z = x[i * n + q]!;
      x[i * n + p] = c * y - d * z;
      x[i * n + q] = d * y + c * z;
    }
  };
  for (let sweep = 0, done = false; !done && sweep < 60; sweep++) {
    done = true;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        let alpha = 0;
        let beta = 0;
        let gamma = 0;
        for (let i = 0; i < m; i++) {
          alpha += w[i * n + p]! ** 2;
          beta += w[i * n + q]! ** 2;
          gamma += w[i * n + p]! * w[i * n + q]!;
        }
        if (Math.abs(gamma) <= 1e-16 * Math.sqrt(alpha * beta) || gamma === 0) continue;
        done = false;
        const zeta = (beta - alpha) / (2 * gamma);
        const t = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        const c = 1 / Math.sqrt(1 + t * t);
        turn(w, m, p, q, c, c * t);
        turn(v, n, p, q, c, c * t);
      }
    }
  }
  const s = Array.from({ length: n }, (_, j) => {
    let sum = 0;
    for (let i = 0; i < m; i++) sum += w[i * n + j]! ** 2;
    return Math.sqrt(sum);
  });
  return { u: w, s, v };
}

/** Orthonormal columns: the given ones normalized, then unit vectors orthogonalized against them. */
export function completed(columns: number[][], m: number, count: number): number[][] {
  const out = columns.map((c) => [...c]);
  for (let e = 0; out.length < count && e < m; e++) {
    const c = Array.from({ length: m }, (_, i) => Number(i === e));
    for (let pass = 0; pass < 2; pass++) {
      for (const o of out) {
        const p = o.reduce((s, x, i) => s + x * c[i]!, 0);
        for (let i = 0; i < m; i++) c[i]! -= p * o[i]!;
      }
    }
    const norm_ = Math.hypot(...c);
    if (norm_ > 1e-8) out.push(c.map((x) => x / norm_));
  }
  return out;
}
