/**
 * Regularized incomplete gamma functions and the derivative by their first argument.
 * Source: igamma_impl, igammac_impl and igamma_der_a_impl of Eigen's SpecialFunctionsImpl.h, after Cephes igam.c.
 */
import type { Precision } from "./precision.js";

const STEPS = 2000;

/** x^a exp(-x) / gamma(b). */
function factor(a: number, x: number, b: number, p: Precision): number {
  const { r } = p;
  return p.exp(r(r(r(a * p.log(x)) - x) - p.lgamma(b)));
}

/** igammac for x >= 1 and x >= a by its continued fraction; the derivative by a if asked. */
function fraction(a: number, x: number, derivative: boolean, p: Precision): number {
  const { r } = p;
  if (x === Number.POSITIVE_INFINITY) return 0;
  let y = r(1 - a);
  let z = r(r(x + y) + 1);
  let c = 0;
  let pBefore = 1;
  let qBefore = x;
  let pLast = r(x + 1);
  let qLast = r(z * x);
  let value = r(pLast / qLast);
  let dpBefore = 0;
  let dqBefore = 0;
  let dpLast = 0;
  let dqLast = -x;
  let slope = r(r(dpLast - r(value * dqLast)) / qLast);
  const steps = derivative ? p.derivativeSteps : STEPS;
  for (let i = 0; i < steps; i++) {
    c = r(c + 1);
    y = r(y + 1);
    z = r(z + 2);
    const yc = r(y * c);
    let pk = r(r(pLast * z) - r(pBefore * yc));
    let qk = r(r(qLast * z) - r(qBefore * yc));
    let dp = r(r(r(r(dpLast * z) - pLast) - r(dpBefore * yc)) + r(pBefore * c));
    let dq = r(r(r(r(dqLast * z) - qLast) - r(dqBefore * yc)) + r(qBefore * c));
    if (qk !== 0) {
      const before = value;
      value = r(pk / qk);
      const slopeBefore = slope;
      slope = r(r(dp - r(value * dq)) / qk);
      if (
        derivative
          ? Math.abs(slope - slopeBefore) <= p.epsilon
          : Math.abs(before - value) <= p.epsilon * Math.abs(value)
      ) {
        break;
      }
    }
    if (Math.abs(pk) > p.big) {
      pLast = r(pLast * p.bigInverse);
      pk = r(pk * p.bigInverse);
      qLast = r(qLast * p.bigInverse);
      qk = r(qk * p.bigInverse);
      dpLast = r(dpLast * p.bigInverse);
      dp = r(dp * p.bigInverse);
      dqLast = r(dqLast * p.bigInverse);
      dq = r(dq * p.bigInverse);
    }
    pBefore = pLast;
    pLast = pk;
    qBefore = qLast;
    qLast = qk;
    dpBefore = dpLast;
    dpLast = dp;
    dqBefore = dqLast;
    dqLast = dq;
  }
  const scale = factor(a, x, a, p);
  if (!derivative) return r(value * scale);
  const scaleSlope = r(scale * r(p.log(x) - p.digamma(a)));
  return r(r(value * scaleSlope) + r(slope * scale));
}

/** igamma for other x by its power series; the derivative by a if asked. */
function series(a: number, x: number, derivative: boolean, p: Precision): number {
  const { r } = p;
  let d = a;
  let c = 1;
  let sum = 1;
  let dc = 0;
  let dsum = 0;
  const steps = derivative ? p.derivativeSteps : STEPS;
  for (let i = 0; i < steps; i++) {
    d = r(d + 1);
    const term = r(x / d);
    dc = r(r(term * dc) + r(r(-x / r(d * d)) * c));
    dsum = r(dsum + dc);
    c = r(c * term);
    sum = r(sum + c);
    if (derivative ? Math.abs(dc) <= p.epsilon * Math.abs(dsum) : c <= p.epsilon * sum) break;
  }
  const next = r(a + 1);
  const scale = factor(a, x, next, p);
  // The factor has 1/gamma(a + 1), so the sum starts at 1.
  if (!derivative) return r(sum * scale);
  const scaleSlope = r(scale * r(p.log(x) - p.digamma(next)));
  return r(r(sum * scaleSlope) + r(dsum * scale));
}

export function igamma(a: number, x: number, p: Precision): number {
  if (x === 0) return 0;
  if (!(x >= 0 && a > 0)) return Number.NaN;
  return x > 1 && x > a ? p.r(1 - fraction(a, x, false, p)) : series(a, x, false, p);
}

export function igammac(a: number, x: number, p: Precision): number {
  if (!(x >= 0 && a > 0)) return Number.NaN;
  return x < 1 || x < a ? p.r(1 - series(a, x, false, p)) : fraction(a, x, false, p);
}

/** d igamma(a, x) / da. */
export function igammaGradA(a: number, x: number, p: Precision): number {
  if (x === 0) return 0;
  if (!(x >= 0 && a > 0)) return Number.NaN;
  return x > 1 && x > a ? -fraction(a, x, true, p) : series(a, x, true, p);
}
