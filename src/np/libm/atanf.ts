/**
 * atan and atan2 of float32.
 * Source: glibc 2.36, sysdeps/ieee754/flt-32/s_atanf.c and e_atan2f.c.
 */
import { flush32 } from "./flush.js";
import { bitsOf, horner } from "./single.js";

const f = Math.fround;
/** atan of 0.5, 1, 1.5 and infinity, and what the roundings of those leave. */
const HI = new Float32Array([4.6364760399e-1, 7.8539812565e-1, 9.8279368877e-1, 1.5707962513]);
const LO = new Float32Array([5.012158244e-9, 3.7748947079e-8, 3.447321717e-8, 7.5497894159e-8]);
const EVEN = new Float32Array([
  3.3333334327e-1, 1.4285714924e-1, 9.0908870101e-2, 6.6610731184e-2, 4.9768779427e-2, 1.6285819933e-2,
]);
const ODD = new Float32Array([
  -2.0000000298e-1, -1.1111110449e-1, -7.6918758452e-2, -5.8335702866e-2, -3.6531571299e-2,
]);

export function atanf(v: number): number {
  const a = Math.abs(v);
  if (Number.isNaN(a) || a < 2 ** -29) return v;
  if (a >= 2 ** 25) return v > 0 ? f(HI[3]! + LO[3]!) : -f(HI[3]! + LO[3]!);
  let x = v;
  let at = -1;
  if (a >= 0.4375) {
    if (a < 1.1875) {
      if (a < 0.6875) {
        at = 0;
        x = f(f(f(2 * a) - 1) / f(2 + a));
      } else {
        at = 1;
        x = f(f(a - 1) / f(a + 1));
      }
    } else if (a < 2.4375) {
      at = 2;
      x = f(f(a - 1.5) / f(1 + f(1.5 * a)));
    } else {
      at = 3;
      x = f(-1 / a);
    }
  }
  const z = f(x * x);
  const w = f(z * z);
  const s = f(f(z * horner(w, EVEN)) + f(w * horner(w, ODD)));
  if (at < 0) return f(x - f(x * s));
  const r = f(HI[at]! - f(f(f(x * s) - LO[at]!) - x));
  return v < 0 ? -r : r;
}

const PI = f(3.141592741);
const HALF_PI = f(1.5707963705);
const QUARTER_PI = f(7.8539818525e-1);
const PI_LO = f(-8.7422776573e-8);

export function atan2f(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === 1) return atanf(y);
  const negative = y < 0 || Object.is(y, -0);
  const left = x < 0 || Object.is(x, -0);
  if (y === 0) return left ? (negative ? -PI : PI) : y;
  if (x === 0) return negative ? -HALF_PI : HALF_PI;
  const ay = Math.abs(y);
  if (x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY) {
    let r = left ? PI : 0;
    if (ay === Number.POSITIVE_INFINITY) r = left ? f(3 * QUARTER_PI) : QUARTER_PI;
    return negative ? -r : r;
  }
  if (ay === Number.POSITIVE_INFINITY) return negative ? -HALF_PI : HALF_PI;
  const k = (bitsOf(ay) - bitsOf(Math.abs(x))) >> 23;
  let z: number;
  if (k > 60) z = f(HALF_PI + f(0.5 * PI_LO));
  else if (left && k < -60) z = 0;
  else z = atanf(Math.abs(flush32(f(flush32(y) / flush32(x)))));
  if (left) return negative ? f(f(z - PI_LO) - PI) : f(PI - f(z - PI_LO));
  return negative ? -z : z;
}
