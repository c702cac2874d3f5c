/**
 * digamma (the derivative of log gamma) of a float32.
 * Source: digamma_impl of Eigen 3.3 (unsupported/Eigen/src/SpecialFunctions), after Cephes psi.c.
 */
import { flush32 } from "./flush.js";
import { logf } from "./logf.js";
import { horner } from "./single.js";
import { tanf } from "./tanf.js";

const f = Math.fround;
const PI = f(Math.PI);
const A = new Float32Array([1 / 12, -1 / 120, 1 / 252, -1 / 240]);

export function digammaf(v: number): number {
  let x = v;
  let reflect = 0;
  const negative = flush32(v) <= 0;
  if (negative) {
    let whole = Math.floor(x);
    if (whole === x || flush32(v) === 0) return Number.POSITIVE_INFINITY;
    let rest = f(x - whole);
    if (rest !== 0.5) {
      if (rest > 0.5) {
        whole = f(whole + 1);
        rest = f(x - whole);
      }
      reflect = f(PI / tanf(f(PI * rest)));
    }
    x = f(1 - x);
  }
  let s = x;
  let w = 0;
  while (s < 10) {
    w = f(w + f(1 / s));
    s = f(s + 1);
  }
  let y = 0;
  if (s < 1e8) {
    const z = f(1 / f(s * s));
    y = f(z * horner(z, A));
  }
  y = f(f(f(logf(s) - f(0.5 / s)) - y) - w);
  return negative ? f(y - reflect) : y;
}
