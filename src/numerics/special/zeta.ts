/**
 * Hurwitz zeta function, and the derivatives of digamma through it.
 * Source: zeta_impl and polygamma_impl of Eigen's SpecialFunctionsImpl.h, after Cephes zeta.c (Euler-Maclaurin summation).
 */
import type { Precision } from "./precision.js";
import { DOUBLE } from "./precision.js";

/** (2j)! / B_2j. */
const A = [
  12,
  -720,
  30240,
  -1209600,
  47900160,
  -1892437580.3183792,
  74724249600,
  -2950130727918.164,
  116467828143500.67,
  -4597978722407473,
  177266654315854.94 * 2 ** 10,
  -1749552064496012.5 * 2 ** 12,
];

/** The sum over k >= 0 of (k + q)^-x. */
export function zeta(x: number, q: number, p: Precision): number {
  const { r } = p;
  if (x === 1) return Number.POSITIVE_INFINITY;
  if (!(x >= 1)) return Number.NaN;
  if (q <= 0) {
    if (q === Math.floor(q)) return Number.POSITIVE_INFINITY;
    if (x !== Math.floor(x)) return Number.NaN;
  }
  let s = p.pow(q, -x);
  let a = q;
  let b = 0;
  // Plain terms first: nine of them, and for doubles until the argument has passed nine.
  for (let i = 0; i < 9 || (p === DOUBLE && a <= 9); i++) {
    a = r(a + 1);
    b = p.pow(a, -x);
    s = r(s + b);
    if (Math.abs(b / s) < p.epsilon) return s;
  }
  const w = a;
  s = r(s + r(r(b * w) / r(x - 1)));
  s = r(s - r(0.5 * b));
  a = 1;
  for (let i = 0, k = 0; i < 12; i++, k += 2) {
    a = r(a * r(x + k));
    b = r(b / w);
    const t = r(r(a * b) / r(A[i]!));
    s = r(s + t);
    if (Math.abs(t / s) < p.epsilon) break;
    a = r(a * r(x + k + 1));
    b = r(b / w);
  }
  return s;
}

/** The n-th derivative of digamma. */
export function polygamma(n: number, x: number, p: Precision): number {
  if (Math.floor(n) !== n) return Number.NaN;
  if (n === 0) return p.digamma(x);
  const next = p.r(n + 1);
  const factorial = p.exp(p.lgamma(next));
  return p.r(p.r(p.pow(-1, next) * factorial) * zeta(next, x, p));
}
