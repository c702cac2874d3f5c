/**
 * Logarithm of the gamma function, as NumPy's samplers compute it.
 * Source: random_loggam in numpy/random/src/distributions/distributions.c (NumPy 1.18): Stirling's series beyond 7.
 */
import { log } from "../libm/log.js";

/** B(2k) / (2k (2k - 1)), k = 1 .. 10. */
const SERIES = [
  8.333333333333333e-2, -2.777777777777778e-3, 7.936507936507937e-4, -5.952380952380952e-4, 8.417508417508418e-4,
  -1.917526917526918e-3, 6.41025641025641e-3, -2.955065359477124e-2, 1.796443723688307e-1, -1.3924322169059,
];
const HALF_LOG_TWO_PI = 0.5 * log(2 * Math.PI);

/** log(gamma(x)) for x > 0. */
export function logGamma(x: number): number {
  if (x === 1 || x === 2) return 0;
  const steps = x <= 7 ? Math.floor(7 - x) : 0;
  let x0 = x + steps;
  const x2 = 1 / (x0 * x0);
  let series = SERIES[9]!;
  for (let k = 8; k >= 0; k--) series = series * x2 + SERIES[k]!;
  let result = series / x0 + HALF_LOG_TWO_PI + (x0 - 0.5) * log(x0) - x0;
  for (let k = 0; k < steps; k++) {
    result -= log(x0 - 1);
    x0 -= 1;
  }
  return result;
}
