/**
 * log1p of float64, with the last bit the C library gives.
 * Source: glibc 2.36 s_log1p.c as it runs on processors with fused multiply-add: fdlibm's reduction 1 + x = 2^k (1 + f) and
 * series in s = f / (2 + f). Math.log1p evaluates the same series in another order and without fusing.
 */
import { fma } from "./fma.js";

const LN2_HI = 0.6931471803691238;
const LN2_LO = 1.9082149292705877e-10;
const P1 = 0.6666666666666735;
const P2 = 0.3999999999940942;
const P3 = 0.2857142874366239;
const P4 = 0.22222198432149784;
const P5 = 0.1818357216161805;
const P6 = 0.15313837699209373;
const P7 = 0.14798198605116586;

const value = new Float64Array(1);
const words = new Int32Array(value.buffer);

function highWord(x: number): number {
  value[0] = x;
  return words[1]!;
}

function withHighWord(x: number, high: number): number {
  value[0] = x;
  words[1] = high;
  return value[0]!;
}

export function log1p(x: number): number {
  const high = highWord(x);
  const size = high & 0x7fffffff;
  let k = 1;
  let f = 0;
  let hu = 1;
  let c = 0;
  // Below sqrt(2) - 1 nothing is reduced.
  if (high < 0x3fda827a) {
    if (size >= 0x3ff00000) return x === -1 ? Number.NEGATIVE_INFINITY : Number.NaN;
    if (size < 0x3e200000) return size < 0x3c900000 ? x : x - x * x * 0.5;
    if (high > 0 || high <= (0xbfd2bec3 | 0)) {
      k = 0;
      f = x;
    }
  } else if (high >= 0x7ff00000) return x + x;
  if (k !== 0) {
    let u = x;
    if (high < 0x43400000) {
      u = 1 + x;
      hu = highWord(u);
      k = (hu >> 20) - 1023;
      // What 1 + x lost.
      c = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
    } else {
      hu = highWord(u);
      k = (hu >> 20) - 1023;
    }
    hu &= 0x000fffff;
    if (hu < 0x6a09e) u = withHighWord(u, hu | 0x3ff00000);
    else {
      k += 1;
      u = withHighWord(u, hu | 0x3fe00000);
      hu = (0x00100000 - hu) >> 2;
    }
    f = u - 1;
  }
  const half = 0.5 * f * f;
  if (hu === 0) {
    if (f === 0) {
      if (k === 0) return 0;
      return k * LN2_HI + fma(k, LN2_LO, c);
    }
    const r = half * fma(-f, 2 / 3, 1);
    return k === 0 ? f - r : k * LN2_HI - (r - fma(k, LN2_LO, c) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const z2 = z * z;
  const z4 = z2 * z2;
  let r = fma(z, P1, z2 * fma(P3, z, P2));
  r = fma(z4, fma(P5, z, P4), r);
  r = fma(z2 * z4, fma(P7, z, P6), r);
  const t = s * (half + r);
  if (k === 0) return f - (half - t);
  // k * LN2_HI is exact.
  return k * LN2_HI - (half - (t + fma(k, LN2_LO, c)) - f);
}
