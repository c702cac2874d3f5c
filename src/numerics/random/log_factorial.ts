/**
 * Natural logarithm of k!, to about 15 digits.
 * Source: Stirling's series; the reference calls the C library's lgamma(k + 1), here only to compare with.
 */
import { log } from "../../np/libm/log.js";

const SMALL = 16;
const HALF_LOG_TWO_PI = 0.9189385332046728;

export function logFactorial(k: number): number {
  if (k < SMALL) {
    let product = 1;
    for (let i = 2; i <= k; i++) product *= i;
    return log(product);
  }
  const x = k + 1;
  const z = 1 / (x * x);
  const series = (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z * (1 / 1188 - (z * 691) / 360360))))) / x;
  return (x - 0.5) * log(x) - x + HALF_LOG_TWO_PI + series;
}
