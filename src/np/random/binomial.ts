/**
 * Binomial draws for n * p > 30.
 * Source: Kachitvichyanukul and Schmeiser, "Binomial random variate generation" (1988), BTPE; random_binomial_btpe in
 * numpy/random/src/distributions/distributions.c (NumPy 1.18).
 */
import { log } from "../libm/log.js";
import type { MT19937 } from "./mt19937.js";

const { abs, floor, sqrt } = Math;

/** Stirling's correction of log x!, times 166320, over x. */
function correction(x: number): number {
  const x2 = x * x;
  return (13680 - (462 - (132 - (99 - 140 / x2) / x2) / x2) / x2) / x / 166320;
}

/** One draw, p <= 0.5. */
export function binomialByRejection(g: MT19937, n: number, p: number): number {
  const r = p;
  const q = 1 - r;
  const fm = n * r + r;
  const m = floor(fm);
  const p1 = floor(2.195 * sqrt(n * r * q) - 4.6 * q) + 0.5;
  const xm = m + 0.5;
  const xl = xm - p1;
  const xr = xm + p1;
  const c = 0.134 + 20.5 / (15.3 + m);
  let a = (fm - xl) / (fm - xl * r);
  const lambdaLeft = a * (1 + a / 2);
  a = (xr - fm) / (xr * q);
  const lambdaRight = a * (1 + a / 2);
  const p2 = p1 * (1 + 2 * c);
  const p3 = p2 + c / lambdaLeft;
  const p4 = p3 + c / lambdaRight;
  const nrq = n * r * q;
  for (;;) {
    // The four parts of the hat: triangle, parallelogram, left and right tail.
    const u = g.double() * p4;
    let v = g.double();
    if (u <= p1) return floor(xm - p1 * v + u);
    let y: number;
    if (u <= p2) {
      const x = xl + (u - p1) / c;
      v = v * c + 1 - abs(m - x + 0.5) / p1;
      if (v > 1) continue;
      y = floor(x);
    } else if (u <= p3) {
      y = floor(xl + log(v) / lambdaLeft);
      if (y < 0 || v === 0) continue;
      v = v * (u - p2) * lambdaLeft;
    } else {
      y = floor(xr - log(v) / lambdaRight);
      if (y > n || v === 0) continue;
      v = v * (u - p3) * lambdaRight;
    }
    if (accepted(n, r, q, m, xm, nrq, y, v)) return y;
  }
}

/** Whether v lies below the ratio of the probabilities of y and of the mode m. */
function accepted(n: number, r: number, q: number, m: number, xm: number, nrq: number, y: number, v: number): boolean {
  const k = abs(y - m);
  if (k <= 20 || k >= nrq / 2 - 1) {
    const s = r / q;
    const a = s * (n + 1);
    let ratio = 1;
    for (let i = m + 1; i <= y; i++) ratio *= a / i - s;
    for (let i = y + 1; i <= m; i++) ratio /= a / i - s;
    return !(v > ratio);
  }
  const rho = (k / nrq) * ((k * (k / 3 + 0.625) + 0.16666666666666666) / nrq + 0.5);
  const t = (-k * k) / (2 * nrq);
  const logV = log(v);
  if (logV < t - rho) return true;
  if (logV > t + rho) return false;
  const x1 = y + 1;
  const f1 = m + 1;
  const z = n + 1 - m;
  const w = n - y + 1;
  const bound =
    xm * log(f1 / x1) +
    (n - m + 0.5) * log(z / w) +
    (y - m) * log((w * r) / (x1 * q)) +
    correction(f1) +
    correction(z) +
    correction(x1) +
    correction(w);
  return !(logV > bound);
}
