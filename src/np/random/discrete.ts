/**
 * One draw from each discrete distribution.
 * Source: numpy/random/src/legacy/legacy-distributions.c and distributions.c (NumPy 1.18), the streams of RandomState.
 */
import { exp } from "../libm/exp.js";
import { log } from "../libm/log.js";
import { pow } from "../libm/pow.js";
import { binomialByRejection } from "./binomial.js";
import { gamma } from "./gamma.js";
import { logGamma } from "./log_gamma.js";
import type { MT19937 } from "./mt19937.js";

const { abs, ceil, floor, max, min, sqrt } = Math;

export function poisson(g: MT19937, lam: number): number {
  if (lam >= 10) return poissonByRejection(g, lam);
  if (lam === 0) return 0;
  const limit = exp(-lam);
  let product = 1;
  for (let x = 0; ; x++) {
    product *= g.double();
    if (!(product > limit)) return x;
  }
}

/** W. Hörmann, "The transformed rejection method for generating Poisson random variables" (1993). */
function poissonByRejection(g: MT19937, lam: number): number {
  const b = 0.931 + 2.53 * sqrt(lam);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const vr = 0.9277 - 3.6224 / (b - 2);
  const logLam = log(lam);
  for (;;) {
    const u = g.double() - 0.5;
    const v = g.double();
    const us = 0.5 - abs(u);
    const k = floor(((2 * a) / us + b) * u + lam + 0.43);
    if (us >= 0.07 && v <= vr) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (log(v) + log(inverseAlpha) - log(a / (us * us) + b) <= -lam + k * logLam - logGamma(k + 1)) return k;
  }
}

/** n = 0 and p = 0 draw, too: NumPy keeps the stream of its first releases here. */
export function binomial(g: MT19937, n: number, p: number): number {
  const q = p <= 0.5 ? p : 1 - p;
  if (q * n <= 30) {
    const x = binomialByInversion(g, n, q);
    return p <= 0.5 ? x : n - x;
  }
  const x = binomialByRejection(g, n, q);
  return p <= 0.5 ? x : n - x;
}

function binomialByInversion(g: MT19937, n: number, p: number): number {
  const q = 1 - p;
  const start = exp(n * log(q));
  const mean = n * p;
  const bound = floor(min(n, mean + 10 * sqrt(mean * q + 1)));
  let x = 0;
  let px = start;
  let u = g.double();
  while (u > px) {
    x++;
    if (x > bound) {
      x = 0;
      px = start;
      u = g.double();
    } else {
      u -= px;
      px = ((n - x + 1) * p * px) / (x * q);
    }
  }
  return x;
}

export function negativeBinomial(g: MT19937, n: number, p: number): number {
  return poisson(g, gamma(g, n, (1 - p) / p));
}

export function geometric(g: MT19937, p: number): number {
  if (p < 1 / 3) return ceil(log(1 - g.double()) / log(1 - p));
  let x = 1;
  let sum = p;
  let product = p;
  const u = g.double();
  while (u > sum) {
    product *= 1 - p;
    sum += product;
    x++;
  }
  return x;
}

export function zipf(g: MT19937, a: number): number {
  const am1 = a - 1;
  const b = pow(2, am1);
  for (;;) {
    const u = 1 - g.double();
    const v = g.double();
    const x = floor(pow(u, -1 / am1));
    if (x > 2 ** 63 || x < 1) continue;
    const t = pow(1 + 1 / x, am1);
    if ((v * x * (t - 1)) / (b - 1) <= t / b) return x;
  }
}

export function logseries(g: MT19937, p: number): number {
  const r = log(1 - p);
  for (;;) {
    const v = g.double();
    if (v >= p) return 1;
    const q = 1 - exp(r * g.double());
    if (v <= q * q) {
      const x = floor(1 + log(v) / log(q));
      if (x < 1 || v === 0) continue;
      return x;
    }
    return v >= q ? 1 : 2;
  }
}

export function hypergeometric(g: MT19937, good: number, bad: number, sample: number): number {
  if (sample > 10) return hypergeometricByRejection(g, good, bad, sample);
  if (sample <= 0) return 0;
  const d1 = bad + good - sample;
  const d2 = min(bad, good);
  let y = d2;
  let k = sample;
  while (y > 0) {
    y -= floor(g.double() + y / (d1 + k));
    k--;
    if (k === 0) break;
  }
  return good > bad ? sample - (d2 - y) : d2 - y;
}

/** 2 sqrt(2/e) and 3 - 2 sqrt(3/e). */
const D1 = 1.7155277699214135;
const D2 = 0.8989161620588988;

/** E. Stadlober, "The ratio of uniforms approach for generating discrete random variates" (1990), HRUA. */
function hypergeometricByRejection(g: MT19937, good: number, bad: number, sample: number): number {
  const less = min(good, bad);
  const more = max(good, bad);
  const size = good + bad;
  const m = min(sample, size - sample);
  const d4 = less / size;
  const d6 = m * d4 + 0.5;
  const d7 = sqrt(((size - m) * sample * d4 * (1 - d4)) / (size - 1) + 0.5);
  const d8 = D1 * d7 + D2;
  const d9 = floor(((m + 1) * (less + 1)) / (size + 2));
  const atMode = logGamma(d9 + 1) + logGamma(less - d9 + 1) + logGamma(m - d9 + 1) + logGamma(more - m + d9 + 1);
  const d11 = min(min(m, less) + 1, floor(d6 + 16 * d7));
  for (;;) {
    const x = g.double();
    const y = g.double();
    const w = d6 + (d8 * (y - 0.5)) / x;
    if (w < 0 || w >= d11) continue;
    let z = floor(w);
    const t = atMode - (logGamma(z + 1) + logGamma(less - z + 1) + logGamma(m - z + 1) + logGamma(more - m + z + 1));
    if (!(x * (4 - x) - 3 <= t)) {
      if (x * (x - t) >= 1) continue;
      if (!(2 * log(x) <= t)) continue;
    }
    if (good > bad) z = m - z;
    return m < sample ? good - z : z;
  }
}
