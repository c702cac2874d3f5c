/**
 * digamma of a double.
 * Source: digamma_impl of Eigen 3.3 (unsupported/Eigen/src/SpecialFunctions), after Cephes psi.c.
 */
import { log } from "./log.js";

/** B_2k / 2k, highest power first. */
const A = [
  0.08333333333333333, -0.021092796092796094, 0.007575757575757576, -0.004166666666666667, 0.003968253968253968,
  -0.008333333333333333, 0.08333333333333333,
];

export function digamma(v: number): number {
  let x = v;
  let reflect = 0;
  if (v <= 0) {
    let whole = Math.floor(v);
    if (whole === v) return Number.POSITIVE_INFINITY;
    let rest = v - whole;
    if (rest !== 0.5) {
      if (rest > 0.5) {
        whole += 1;
        rest = v - whole;
      }
      reflect = Math.PI / Math.tan(Math.PI * rest);
    }
    x = 1 - v;
  }
  let w = 0;
  while (x < 10) {
    w += 1 / x;
    x += 1;
  }
  let y = 0;
  if (x < 1e17) {
    const z = 1 / (x * x);
    let p = 0;
    for (const c of A) p = p * z + c;
    y = z * p;
  }
  return log(x) - 0.5 / x - y - w - reflect;
}
