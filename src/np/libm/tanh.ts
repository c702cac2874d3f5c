/**
 * tanh and exp(x) - 1 of a double, with the bits the C library gives.
 * Source: glibc 2.36, sysdeps/ieee754/dbl-64/s_tanh.c and s_expm1.c (fdlibm, the polynomial summed in pairs); expm1
 * as compiled for processors with fused multiply-add, fusing where the compiled code does.
 */
import { fma } from "./fma.js";

const LN2_HI = 0.6931471803691238;
const LN2_LO = 1.9082149292705877e-10;
const INV_LN2 = Math.LOG2E;
const OVERFLOW = 709.782712893384;
const Q1 = -0.03333333333333313;
const Q2 = 0.0015873015872548146;
const Q3 = -7.93650757867488e-5;
const Q4 = 4.008217827369322e-6;
const Q5 = -2.0109921818362437e-7;

const value = new Float64Array(1);
const words = new Int32Array(value.buffer);

function highWord(x: number): number {
  value[0] = x;
  return words[1]!;
}

/** y · 2^k by adding to the exponent field. */
function scale(y: number, k: number): number {
  value[0] = y;
  words[1] = words[1]! + (k << 20);
  return value[0]!;
}

export function expm1(v: number): number {
  const high = highWord(v) & 0x7fffffff;
  const positive = v > 0;
  if (high >= 0x4043687a) {
    if (Number.isNaN(v)) return v;
    if (!positive) return -1;
    if (v > OVERFLOW) return Number.POSITIVE_INFINITY;
  }
  let x = v;
  let k = 0;
  let c = 0;
  if (high > 0x3fd62e42) {
    let hi: number;
    let lo: number;
    if (high < 0x3ff0a2b2) {
      k = positive ? 1 : -1;
      hi = x - k * LN2_HI;
      lo = k * LN2_LO;
    } else {
      k = Math.trunc(INV_LN2 * x + (positive ? 0.5 : -0.5));
      hi = fma(-k, LN2_HI, x);
      lo = k * LN2_LO;
    }
    x = hi - lo;
    c = hi - x - lo;
  } else if (high < 0x3c900000) {
    return v;
  }
  const half = 0.5 * x;
  const square = x * half;
  const fourth = square * square;
  const low = fma(fourth, fma(square, Q3, Q2), fma(square, Q1, 1));
  const r = fma(fourth * fourth, fma(square, Q5, Q4), low);
  const t = fma(-r, half, 3);
  let e = square * ((r - t) / fma(-x, t, 6));
  if (k === 0) return x - fma(e, x, -square);
  e = fma(e - c, x, -c) - square;
  if (k === -1) return 0.5 * (x - e) - 0.5;
  if (k === 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
  if (k <= -2 || k > 56) return scale(1 - (e - x), k) - 1;
  if (k < 20) return scale(1 - 2 ** -k - (e - x), k);
  return scale(x - (e + 2 ** -k) + 1, k);
}

export function tanh(x: number): number {
  const a = Math.abs(x);
  if (Number.isNaN(a) || a < 2 ** -55) return x;
  let z = 1;
  if (a < 22) {
    if (a >= 1) {
      z = 1 - 2 / (expm1(2 * a) + 2);
    } else {
      const t = expm1(-2 * a);
      z = -t / (t + 2);
    }
  }
  return x < 0 ? -z : z;
}
