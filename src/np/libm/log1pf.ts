/**
 * log(1 + x) of a float32.
 * Source: glibc 2.36, sysdeps/ieee754/flt-32/s_log1pf.c.
 */
import { bitsOf, floatOf, horner } from "./single.js";

const f = Math.fround;
const LN2_HI = f(6.9313812256e-1);
const LN2_LO = f(9.0580006145e-6);
const TWO_THIRDS = f(0.6666666666666666);
const L = new Float32Array([
  6.6666668653e-1, 4.0000000596e-1, 2.8571429849e-1, 2.2222198546e-1, 1.818357259e-1, 1.5313838422e-1, 1.479819864e-1,
]);

export function log1pf(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x <= -1) return x === -1 ? Number.NEGATIVE_INFINITY : Number.NaN;
  const a = Math.abs(x);
  if (a < 2 ** -29) return a < 2 ** -54 ? x : f(x - f(f(x * x) * 0.5));
  if (x === Number.POSITIVE_INFINITY) return x;
  const hx = bitsOf(x);
  // 1 + x = 2^k (1 + f) with 1 + f between √½ and √2; c corrects the rounding of 1 + x.
  let k = 0;
  let m = x;
  let c = 0;
  let rest = 1;
  if (!(hx < 0x3ed413d7 && (hx > 0 || hx <= (0xbe95f61f | 0)))) {
    let u = x;
    if (hx < 0x5a000000) {
      u = f(1 + x);
      k = (bitsOf(u) >> 23) - 127;
      c = f((k > 0 ? f(1 - f(u - x)) : f(x - f(u - 1))) / u);
    } else {
      k = (bitsOf(u) >> 23) - 127;
    }
    rest = bitsOf(u) & 0x7fffff;
    if (rest < 0x3504f7) {
      u = floatOf(rest | 0x3f800000);
    } else {
      k += 1;
      u = floatOf(rest | 0x3f000000);
      rest = (0x800000 - rest) >> 2;
    }
    m = f(u - 1);
  }
  const half = f(f(0.5 * m) * m);
  if (rest === 0) {
    if (m === 0) return k === 0 ? 0 : f(f(k * LN2_HI) + f(c + f(k * LN2_LO)));
    const r = f(half * f(1 - f(TWO_THIRDS * m)));
    if (k === 0) return f(m - r);
    return f(f(k * LN2_HI) - f(f(r - f(f(k * LN2_LO) + c)) - m));
  }
  const s = f(m / f(2 + m));
  const z = f(s * s);
  const r = f(z * horner(z, L));
  if (k === 0) return f(m - f(half - f(s * f(half + r))));
  return f(f(k * LN2_HI) - f(f(half - f(f(s * f(half + r)) + f(f(k * LN2_LO) + c))) - m));
}
