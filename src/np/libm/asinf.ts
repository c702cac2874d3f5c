/**
 * asin and acos of a float32.
 * Source: glibc 2.36, sysdeps/ieee754/flt-32/e_asinf.c and e_acosf.c.
 */
import { bitsOf, floatOf, horner } from "./single.js";

const f = Math.fround;
const PIO2_HI = f(1.5707963705062866);
const PIO2_LO = f(-4.3711390001862426e-8);
const PIO4_HI = f(0.7853981852531433);
/** (asin x - x) / x³ in powers of x². */
const ASIN = new Float32Array([1.666675248e-1, 7.495297643e-2, 4.547037598e-2, 2.417951451e-2, 4.21663088e-2]);

export function asinf(x: number): number {
  const a = Math.abs(x);
  if (a === 1) return f(f(x * PIO2_HI) + f(x * PIO2_LO));
  if (!(a < 1)) return Number.NaN;
  if (a < 0.5) {
    if (a < 2 ** -27) return x;
    const t = f(x * x);
    return f(x + f(x * f(t * horner(t, ASIN))));
  }
  let t = f(f(1 - a) * 0.5);
  let p = f(t * horner(t, ASIN));
  const s = f(Math.sqrt(t));
  if (bitsOf(a) >= 0x3f79999a) {
    t = f(PIO2_HI - f(f(2 * f(s + f(s * p))) - PIO2_LO));
  } else {
    const w = floatOf(bitsOf(s) & 0xfffff000);
    const c = f(f(t - f(w * w)) / f(s + w));
    p = f(f(f(2 * s) * p) - f(PIO2_LO - f(2 * c)));
    t = f(PIO4_HI - f(p - f(PIO4_HI - f(2 * w))));
  }
  return x > 0 ? t : -t;
}

const PI = f(3.1415925026);
const HALF_PI_HI = f(1.5707962513);
const HALF_PI_LO = f(7.5497894159e-8);
const P = new Float32Array([
  1.6666667163e-1, -3.2556581497e-1, 2.0121252537e-1, -4.0055535734e-2, 7.9153501429e-4, 3.4793309169e-5,
]);
const Q = new Float32Array([1, -2.4033949375, 2.0209457874, -6.8828397989e-1, 7.7038154006e-2]);

function ratio(z: number): number {
  return f(f(z * horner(z, P)) / horner(z, Q));
}

export function acosf(x: number): number {
  const a = Math.abs(x);
  if (a === 1) return x > 0 ? 0 : f(PI + f(2 * HALF_PI_LO));
  if (!(a < 1)) return Number.NaN;
  if (a < 0.5) {
    if (a <= 2 ** -26) return f(HALF_PI_HI + HALF_PI_LO);
    return f(HALF_PI_HI - f(x - f(HALF_PI_LO - f(x * ratio(f(x * x))))));
  }
  if (x < 0) {
    const z = f(f(1 + x) * 0.5);
    const s = f(Math.sqrt(z));
    const w = f(f(ratio(z) * s) - HALF_PI_LO);
    return f(PI - f(2 * f(s + w)));
  }
  const z = f(f(1 - x) * 0.5);
  const s = f(Math.sqrt(z));
  const df = floatOf(bitsOf(s) & 0xfffff000);
  const c = f(f(z - f(df * df)) / f(s + df));
  const w = f(f(ratio(z) * s) + c);
  return f(2 * f(df + w));
}
