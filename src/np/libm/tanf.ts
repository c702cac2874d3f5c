/**
 * tan of a float32.
 * Source: glibc 2.36, sysdeps/ieee754/flt-32/s_tanf.c and k_tanf.c.
 */
import { GLIBC_ALIGNMENT, reduceHugeAngle } from "./huge_angle.js";
import { bitsOf, floatOf, horner } from "./single.js";

const f = Math.fround;
const QUARTER_PI = f(7.8539812565e-1);
const QUARTER_PI_LO = f(3.7748947079e-8);
const T0 = f(3.3333334327e-1);
const ODD = new Float32Array([
  1.3333334029e-1, 2.186948806e-2, 3.5920790397e-3, 5.8804126456e-4, 7.8179444245e-5, -1.8558637748e-5,
]);
const EVEN = new Float32Array([
  5.3968254477e-2, 8.8632395491e-3, 1.4562094584e-3, 2.4646313977e-4, 7.1407252108e-5, 2.5907305826e-5,
]);
/** From here the tangent is taken of pi/4 - x. */
const NEAR_QUARTER = 0x3f2ca140;

/** tan(x + y) for even quarter turns, -1 / tan(x + y) for odd ones; |x| up to pi/4, y a small correction. */
function kernel(x0: number, y0: number, even: boolean): number {
  const iy = even ? 1 : -1;
  let x = x0;
  let y = y0;
  const big = bitsOf(Math.abs(x)) >= NEAR_QUARTER;
  const sign = x < 0 ? -1 : 1;
  if (Math.abs(x) < 2 ** -13) return even ? x : f(-1 / x);
  if (big) {
    const z = f(QUARTER_PI - sign * x);
    const w = f(QUARTER_PI_LO - sign * y);
    x = f(z + w);
    y = 0;
    if (Math.abs(x) < 2 ** -13) return f(sign * iy * f(1 - f(2 * iy * x)));
  }
  let z = f(x * x);
  const w2 = f(z * z);
  let r = horner(w2, ODD);
  let v = f(z * horner(w2, EVEN));
  let s = f(z * x);
  r = f(y + f(z * f(f(s * f(r + v)) + y)));
  r = f(r + f(T0 * s));
  const w = f(x + r);
  if (big) return f(sign * f(iy - f(2 * f(x - f(f(f(w * w) / f(w + iy)) - r)))));
  if (even) return w;
  // -1 / w with the digits that w lost.
  z = floatOf(bitsOf(w) & 0xfffff000);
  v = f(r - f(z - x));
  const a = f(-1 / w);
  const t = floatOf(bitsOf(a) & 0xfffff000);
  s = f(1 + f(t * z));
  return f(t + f(a * f(s + f(t * v))));
}

const HALF_PI = 1.5707963267948966;
/** 2/pi · 2^24. */
const TWO_OVER_PI_24 = 10680707.430881744;
const reduced = new Float64Array(2);

export function tanf(x: number): number {
  const a = Math.abs(x);
  if (bitsOf(a) <= 0x3f490fda) return kernel(x, 0, true);
  if (!(a < Number.POSITIVE_INFINITY)) return Number.NaN;
  let rest: number;
  let turns: number;
  if (a < 120) {
    turns = (((x * TWO_OVER_PI_24) | 0) + 0x800000) >> 24;
    rest = x - turns * HALF_PI;
  } else {
    reduceHugeAngle(a, GLIBC_ALIGNMENT, reduced);
    rest = x < 0 ? -reduced[0]! : reduced[0]!;
    turns = reduced[1]!;
  }
  const hi = f(rest);
  return kernel(hi, f(rest - hi), (turns & 1) === 0);
}
