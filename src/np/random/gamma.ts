/**
 * Exponential and gamma draws, which other distributions are made of.
 * Source: numpy/random/src/legacy/legacy-distributions.c (NumPy 1.18); Marsaglia and Tsang, "A simple method for
 * generating gamma variables" (2000), below shape 1 Ahrens and Dieter (1974).
 */
import { log } from "../libm/log.js";
import { pow } from "../libm/pow.js";
import type { MT19937 } from "./mt19937.js";

const { sqrt } = Math;

export function standardExponential(g: MT19937): number {
  return -log(1 - g.double());
}

export function standardGamma(g: MT19937, shape: number): number {
  if (shape === 1) return standardExponential(g);
  if (shape === 0) return 0;
  if (shape < 1) {
    for (;;) {
      const u = g.double();
      const v = standardExponential(g);
      if (u <= 1 - shape) {
        const x = pow(u, 1 / shape);
        if (x <= v) return x;
      } else {
        const y = -log((1 - u) / shape);
        const x = pow(1 - shape + shape * y, 1 / shape);
        if (x <= v + y) return x;
      }
    }
  }
  const b = shape - 1 / 3;
  const c = 1 / sqrt(9 * b);
  for (;;) {
    let x: number;
    let v: number;
    do {
      x = g.gauss();
      v = 1 + c * x;
    } while (v <= 0);
    v = v * v * v;
    const u = g.double();
    if (u < 1 - 0.0331 * (x * x) * (x * x)) return b * v;
    if (log(u) < 0.5 * x * x + b * (1 - v + log(v))) return b * v;
  }
}

export function gamma(g: MT19937, shape: number, scale: number): number {
  return scale * standardGamma(g, shape);
}
