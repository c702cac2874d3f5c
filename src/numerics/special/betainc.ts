/**
 * Regularized incomplete beta function.
 * Source: betainc_impl of Eigen's SpecialFunctionsImpl.h, after Cephes incbet.c. Always in double precision: 1.15.5 computes
 * float32 in float32 and so carries errors of some 1e-6 that this does not.
 */

import type { Data, DTypeName } from "../../np/dtype.js";
import { exp } from "../../np/libm/exp.js";
import { lgamma } from "../../np/libm/lgamma.js";
import { log } from "../../np/libm/log.js";

const EPSILON = 2 ** -53;
const BIG = 2 ** 52;
const STEPS = 300;

/** One of the two continued fractions: for x below the mode, or (with x / (1 - x)) above it. */
function fraction(a: number, b: number, x0: number, below: boolean): number {
  const x = below ? x0 : x0 / (1 - x0);
  const step = below ? 1 : -1;
  let [k1, k2, k3, k4] = [a, below ? a + b : b - 1, a, a + 1];
  let [k5, k6, k7, k8] = [1, below ? b - 1 : a + b, a + 1, a + 2];
  let [pBefore, qBefore, pLast, qLast] = [0, 1, 1, 1];
  let value = 1;
  for (let n = 0; n < STEPS; n++) {
    for (const term of [-(x * k1 * k2) / (k3 * k4), (x * k5 * k6) / (k7 * k8)]) {
      [pBefore, pLast] = [pLast, pLast + pBefore * term];
      [qBefore, qLast] = [qLast, qLast + qBefore * term];
    }
    if (qLast !== 0) {
      const ratio = pLast / qLast;
      if (Math.abs(value - ratio) < Math.abs(ratio) * 3 * EPSILON) return ratio;
      value = ratio;
    }
    [k1, k2, k3, k4] = [k1 + 1, k2 + step, k3 + 2, k4 + 2];
    [k5, k6, k7, k8] = [k5 + 1, k6 - step, k7 + 2, k8 + 2];
    const scale = Math.abs(qLast) + Math.abs(pLast) > BIG ? 1 / BIG : 1;
    [pBefore, pLast, qBefore, qLast] = [pBefore * scale, pLast * scale, qBefore * scale, qLast * scale];
    if (Math.abs(qLast) < 1 / BIG || Math.abs(pLast) < 1 / BIG) {
      [pBefore, pLast, qBefore, qLast] = [pBefore * BIG, pLast * BIG, qBefore * BIG, qLast * BIG];
    }
  }
  return value;
}

/** log of gamma(a + b) / (gamma(a) gamma(b)). */
function logBetaInverse(a: number, b: number): number {
  return lgamma(a + b) - lgamma(a) - lgamma(b);
}

/** Power series, for b x <= 1. */
function series(a: number, b: number, x: number): number {
  const first = ((1 - b) * x) / (a + 1);
  const end = EPSILON / a;
  let v = first;
  let t = (1 - b) * x;
  let s = 0;
  for (let n = 2; Math.abs(v) > end; n++) {
    t *= ((n - b) * x) / n;
    v = t / (a + n);
    s += v;
  }
  s += first + 1 / a;
  return exp(logBetaInverse(a, b) + a * log(x) + log(s));
}

export function betainc(aa: number, bb: number, xx: number): number {
  if (!(aa > 0 && bb > 0 && xx >= 0 && xx <= 1)) return Number.NaN;
  if (xx === 0 || xx === 1) return xx;
  if (bb * xx <= 1 && xx <= 0.95) return series(aa, bb, xx);
  const reversed = xx > aa / (aa + bb);
  const [a, b] = reversed ? [bb, aa] : [aa, bb];
  const [x, rest] = reversed ? [1 - xx, xx] : [xx, 1 - xx];
  let t: number;
  if (reversed && b * x <= 1 && x <= 0.95) {
    t = series(a, b, x);
  } else {
    const below = x * (a + b - 2) - (a - 1) < 0;
    const w = below ? fraction(a, b, x, true) : fraction(a, b, x, false) / rest;
    t = exp(a * log(x) + b * log(rest) + logBetaInverse(a, b) + log(w / a));
  }
  if (!reversed) return t;
  return t <= EPSILON ? 1 - EPSILON : 1 - t;
}

/** Betainc over n elements; an operand that is a scalar has size 1. Null where TensorFlow has no kernel. */
export function bindBetainc(
  dtype: DTypeName,
  sizes: readonly [a: number, b: number, x: number],
): ((a: Data, b: Data, x: Data, out: Data) => void) | null {
  if (dtype !== "float32" && dtype !== "float64") return null;
  const n = Math.max(...sizes);
  const [aStep, bStep, xStep] = sizes.map((s) => (s === 1 ? 0 : 1)) as [number, number, number];
  return (a, b, x, out) => {
    for (let i = 0; i < n; i++) {
      out[i] = betainc(Number(a[i * aStep]), Number(b[i * bStep]), Number(x[i * xStep]));
    }
  };
}
