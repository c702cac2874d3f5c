/**
 * sinh, cosh and tanh of a float32.
 * Source: glibc 2.36, sysdeps/ieee754/flt-32/e_sinhf.c, e_coshf.c and s_tanhf.c.
 */

import { expf } from "./expf.js";
import { expm1f } from "./expm1f.js";
import { flush32 } from "./flush.js";
import { bitsOf } from "./single.js";

const f = Math.fround;
/** From here exp(|x|) overflows, and past the second word the result too. */
const EXP_LIMIT = 0x42b17180;
const LIMIT = 0x42b2d4fc;

export function sinhf(x: number): number {
  const a = Math.abs(x);
  if (Number.isNaN(a) || a === Number.POSITIVE_INFINITY || a < 2 ** -28) return x;
  const h = x < 0 ? -0.5 : 0.5;
  if (a < 22) {
    const t = expm1f(a);
    if (a < 1) return f(h * f(f(2 * t) - f(f(t * t) / f(t + 1))));
    return f(h * f(t + f(t / f(t + 1))));
  }
  const bits = bitsOf(a);
  if (bits < EXP_LIMIT) return f(h * expf(a));
  if (bits <= LIMIT) {
    const w = expf(f(0.5 * a));
    return f(f(h * w) * w);
  }
  return x < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

export function coshf(x: number): number {
  const a = Math.abs(x);
  if (Number.isNaN(a)) return a;
  const bits = bitsOf(a);
  if (bits < 0x41b00000) {
    if (bits < 0x3eb17218) {
      if (bits < 0x24000000) return 1;
      const t = expm1f(a);
      const w = f(1 + t);
      return f(1 + f(f(t * t) / f(w + w)));
    }
    const t = expf(a);
    return f(f(0.5 * t) + f(0.5 / t));
  }
  if (bits < EXP_LIMIT) return f(0.5 * expf(a));
  if (bits <= LIMIT) {
    const w = expf(f(0.5 * a));
    return f(f(0.5 * w) * w);
  }
  return Number.POSITIVE_INFINITY;
}

export function tanhf(x: number): number {
  const a = Math.abs(x);
  if (Number.isNaN(a) || a < 2 ** -55) return flush32(x);
  let z = 1;
  if (a < 22) {
    if (a >= 1) {
      z = f(1 - f(2 / f(expm1f(f(2 * a)) + 2)));
    } else {
      const t = expm1f(f(-2 * a));
      z = f(-t / f(t + 2));
    }
  }
  return x < 0 ? -z : z;
}
