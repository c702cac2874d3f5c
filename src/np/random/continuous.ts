/**
 * One draw from each continuous distribution.
 * Source: numpy/random/src/legacy/legacy-distributions.c and distributions.c (NumPy 1.18), the streams of RandomState.
 */
import { acos } from "../libm/acos.js";
import { exp } from "../libm/exp.js";
import { log } from "../libm/log.js";
import { pow } from "../libm/pow.js";
import { cos } from "../libm/sincos.js";
import { poisson } from "./discrete.js";
import { standardExponential, standardGamma } from "./gamma.js";
import type { MT19937 } from "./mt19937.js";

const { sqrt } = Math;

export function normal(g: MT19937, loc: number, scale: number): number {
  return loc + scale * g.gauss();
}

export function uniform(g: MT19937, low: number, range: number): number {
  return low + range * g.double();
}

export function exponential(g: MT19937, scale: number): number {
  return scale * standardExponential(g);
}

export function beta(g: MT19937, a: number, b: number): number {
  if (a > 1 || b > 1) {
    const x = standardGamma(g, a);
    return x / (x + standardGamma(g, b));
  }
  for (;;) {
    const u = g.double();
    const v = g.double();
    const x = pow(u, 1 / a);
    const y = pow(v, 1 / b);
    if (x + y > 1) continue;
    if (x + y > 0) return x / (x + y);
    // Both powers vanished: the same ratio from logarithms.
    let logX = log(u) / a;
    let logY = log(v) / b;
    const most = Math.max(logX, logY);
    logX -= most;
    logY -= most;
    return exp(logX - log(exp(logX) + exp(logY)));
  }
}

export function chisquare(g: MT19937, df: number): number {
  return 2 * standardGamma(g, df / 2);
}

export function noncentralChisquare(g: MT19937, df: number, nonc: number): number {
  if (nonc === 0) return chisquare(g, df);
  if (df > 1) {
    const chi2 = chisquare(g, df - 1);
    const n = g.gauss() + sqrt(nonc);
    return chi2 + n * n;
  }
  const i = poisson(g, nonc / 2);
  const x = chisquare(g, df + 2 * i);
  return Number.isNaN(nonc) ? NaN : x;
}

export function f(g: MT19937, dfnum: number, dfden: number): number {
  const top = chisquare(g, dfnum) * dfden;
  return top / (chisquare(g, dfden) * dfnum);
}

export function noncentralF(g: MT19937, dfnum: number, dfden: number, nonc: number): number {
  const t = noncentralChisquare(g, dfnum, nonc) * dfden;
  return t / (chisquare(g, dfden) * dfnum);
}

export function standardCauchy(g: MT19937): number {
  const x = g.gauss();
  return x / g.gauss();
}

export function standardT(g: MT19937, df: number): number {
  const x = g.gauss();
  return (sqrt(df / 2) * x) / sqrt(standardGamma(g, df / 2));
}

export function pareto(g: MT19937, a: number): number {
  return exp(standardExponential(g) / a) - 1;
}

export function weibull(g: MT19937, a: number): number {
  return a === 0 ? 0 : pow(standardExponential(g), 1 / a);
}

export function power(g: MT19937, a: number): number {
  return pow(1 - exp(-standardExponential(g)), 1 / a);
}

export function laplace(g: MT19937, loc: number, scale: number): number {
  for (;;) {
    const u = g.double();
    if (u >= 0.5) return loc - scale * log(2 - u - u);
    if (u > 0) return loc + scale * log(u + u);
  }
}

export function gumbel(g: MT19937, loc: number, scale: number): number {
  for (;;) {
    const u = 1 - g.double();
    if (u < 1) return loc - scale * log(-log(u));
  }
}

export function logistic(g: MT19937, loc: number, scale: number): number {
  for (;;) {
    const u = g.double();
    if (u > 0) return loc + scale * log(u / (1 - u));
  }
}

export function lognormal(g: MT19937, mean: number, sigma: number): number {
  return exp(normal(g, mean, sigma));
}

export function rayleigh(g: MT19937, scale: number): number {
  return scale * sqrt(-2 * log(1 - g.double()));
}

export function wald(g: MT19937, mean: number, scale: number): number {
  const ratio = mean / (2 * scale);
  let y = g.gauss();
  y = mean * y * y;
  const x = mean + ratio * (y - sqrt(4 * scale * y + y * y));
  return g.double() <= mean / (mean + x) ? x : (mean * mean) / x;
}

export function triangular(g: MT19937, left: number, mode: number, right: number): number {
  const base = right - left;
  const leftBase = mode - left;
  const u = g.double();
  if (u <= leftBase / base) return left + sqrt(u * (leftBase * base));
  return right - sqrt((1 - u) * ((right - mode) * base));
}

export function vonmises(g: MT19937, mu: number, kappa: number): number {
  if (Number.isNaN(kappa)) return NaN;
  if (kappa < 1e-8) return Math.PI * (2 * g.double() - 1);
  let s: number;
  if (kappa < 1e-5) s = 1 / kappa + kappa;
  else {
    const r = 1 + sqrt(1 + 4 * kappa * kappa);
    const rho = (r - sqrt(2 * r)) / (2 * kappa);
    s = (1 + rho * rho) / (2 * rho);
  }
  let w: number;
  for (;;) {
    const z = cos(Math.PI * g.double());
    w = (1 + s * z) / (s + z);
    const y = kappa * (s - w);
    const v = g.double();
    if (y * (2 - y) - v >= 0 || log(y / v) + 1 - y >= 0) break;
  }
  const angle = acos(w);
  const result = (g.double() < 0.5 ? -angle : angle) + mu;
  const turned = ((Math.abs(result) + Math.PI) % (2 * Math.PI)) - Math.PI;
  return result < 0 ? -turned : turned;
}
