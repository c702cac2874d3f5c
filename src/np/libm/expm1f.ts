/**
 * exp(x) - 1 of a float32.
 * Source: glibc 2.36, sysdeps/ieee754/flt-32/s_expm1f.c.
 */
import { flush32 } from "./flush.js";
import { bitsOf, floatOf, horner } from "./single.js";

const f = Math.fround;
const LN2_HI = f(6.9313812256e-1);
const LN2_LO = f(9.0580006145e-6);
const INV_LN2 = f(1.4426950216);
const Q = new Float32Array([1, -3.3333335072e-2, 1.5873016091e-3, -7.936507609e-5, 4.0082177293e-6, -2.0109921195e-7]);

/** y · 2^k by adding to the exponent field. */
function scale(y: number, k: number): number {
  return floatOf(bitsOf(y) + (k << 23));
}

export function expm1f(v: number): number {
  if (Number.isNaN(v)) return v;
  const hx = bitsOf(Math.abs(v));
  const positive = v > 0;
  if (hx >= 0x4195b844) {
    if (!positive) return -1;
    if (hx >= 0x42b17218) return Number.POSITIVE_INFINITY;
  }
  let x = v;
  let k = 0;
  let c = 0;
  if (hx > 0x3eb17218) {
    let hi: number;
    let lo: number;
    if (hx < 0x3f851592) {
      k = positive ? 1 : -1;
      hi = f(x - k * LN2_HI);
      lo = k * LN2_LO;
    } else {
      k = Math.trunc(f(f(INV_LN2 * x) + (positive ? 0.5 : -0.5)));
      hi = f(x - f(k * LN2_HI));
      lo = f(k * LN2_LO);
    }
    x = f(hi - lo);
    c = f(f(hi - x) - lo);
  } else if (hx < 0x33000000) {
    return flush32(v);
  }
  const half = f(0.5 * x);
  const square = f(x * half);
  const r = horner(square, Q);
  const t = f(3 - f(r * half));
  let e = f(square * f(f(r - t) / f(6 - f(x * t))));
  if (k === 0) return f(x - f(f(x * e) - square));
  e = f(f(f(x * f(e - c)) - c) - square);
  if (k === -1) return f(f(0.5 * f(x - e)) - 0.5);
  if (k === 1) return x < -0.25 ? f(-2 * f(e - f(x + 0.5))) : f(1 + f(2 * f(x - e)));
  if (k <= -2 || k > 56) return f(scale(f(1 - f(e - x)), k) - 1);
  if (k < 23) return scale(f(f(1 - 2 ** -k) - f(e - x)), k);
  return scale(f(f(x - f(e + f(2 ** -k))) + 1), k);
}
