/**
 * LU decomposition with partial pivoting, and what is solved with it: inverses, systems, determinants.
 * Source: Eigen's PartialPivLU (unblocked form) as tensorflow/core/kernels/{matrix_inverse,matrix_solve,determinant}_op.cc
 * use it; every operation rounded to the matrix's type.
 */
import { exp as exp64 } from "../../np/libm/exp.js";
import { expf } from "../../np/libm/expf.js";
import { log as log64 } from "../../np/libm/log.js";
import { logf } from "../../np/libm/logf.js";
import { NumericsError } from "../errors.js";
import type { Round } from "./precision.js";

/** L (below the diagonal, which is 1) and U of a square matrix, with rows exchanged. */
export interface Lu {
  readonly n: number;
  /** Row-major, in place of the matrix. */
  readonly values: Float64Array;
  /** Row i of the decomposition is row rows[i] of the matrix. */
  readonly rows: Int32Array;
  /** 1 or -1: whether rows were exchanged an even number of times. */
  readonly parity: number;
}

/** Decomposes `a` [n, n] in place. */
export function decomposeLu(a: Float64Array, n: number, round: Round): Lu {
  const rows = Int32Array.from({ length: n }, (_, i) => i);
  let parity = 1;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(a[i * n + k]!) > Math.abs(a[pivot * n + k]!)) pivot = i;
    if (a[pivot * n + k] === 0) continue;
    if (pivot !== k) {
      for (let j = 0; j < n; j++) {
        const kept = a[k * n + j]!;
        a[k * n + j] = a[pivot * n + j]!;
        a[pivot * n + j] = kept;
      }
      [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
      parity = -parity;
    }
    const by = a[k * n + k]!;
    for (let i = k + 1; i < n; i++) {
      const factor = round(a[i * n + k]! / by);
      a[i * n + k] = factor;
      for (let j = k + 1; j < n; j++) a[i * n + j] = round(a[i * n + j]! - round(factor * a[k * n + j]!));
    }
  }
  return { n, values: a, rows, parity };
}

/** A pivot of zero: the matrix has no inverse. The message is the kernel's. */
export class NotInvertible extends NumericsError {}

/** Raises where a pivot is zero (or not a number). */
export function requireInvertible({ n, values }: Lu, message: string): void {
  for (let i = 0; i < n; i++) if (!(Math.abs(values[i * n + i]!) > 0)) throw new NotInvertible(message);
}

/** Solves t x = b in place for b [n, columns], t triangular; the diagonal counts as 1 if `unit`. */
export function solveTriangular(
  t: Float64Array,
  n: number,
  lower: boolean,
  unit: boolean,
  b: Float64Array,
  columns: number,
  round: Round,
): void {
  for (let step = 0; step < n; step++) {
    const i = lower ? step : n - 1 - step;
    const inverse = unit ? 1 : round(1 / t[i * n + i]!);
    for (let c = 0; c < columns; c++) {
      const x = unit ? b[i * columns + c]! : round(b[i * columns + c]! * inverse);
      b[i * columns + c] = x;
      for (let s = step + 1; s < n; s++) {
        const r = lower ? s : n - 1 - s;
        b[r * columns + c] = round(b[r * columns + c]! - round(x * t[r * n + i]!));
      }
    }
  }
}

/** Solves a x = b for the decomposed a; b [n, columns] is left as it is. */
export function solveLu(lu: Lu, b: Float64Array, columns: number, round: Round): Float64Array {
  const { n, values, rows } = lu;
  const x = new Float64Array(n * columns);
  for (let i = 0; i < n; i++) x.set(b.subarray(rows[i]! * columns, (rows[i]! + 1) * columns), i * columns);
  solveTriangular(values, n, true, true, x, columns, round);
  solveTriangular(values, n, false, false, x, columns, round);
  return x;
}

/** Sign and logarithm of the absolute value of the determinant; 0 and -inf for a singular matrix. */
export function logDeterminant({ n, values, parity }: Lu, round: Round): { sign: number; log: number } {
  const log = round === Number ? log64 : logf;
  let sum = 0;
  let sign = parity;
  for (let i = 0; i < n; i++) {
    const pivot = values[i * n + i]!;
    sum = round(sum + log(Math.abs(pivot)));
    sign *= Math.sign(pivot);
  }
  if (!Number.isFinite(sum)) return { sign: sum > 0 ? sign : 0, log: sum };
  return { sign, log: sum };
}

export function determinant(lu: Lu, round: Round): number {
  const { sign, log } = logDeterminant(lu, round);
  return sign * (round === Number ? exp64(log) : expf(log));
}
