/**
 * log: natural logarithm of a double, with the last bit that the C library gives on a processor with fused multiply-add.
 * Source: glibc 2.36 log (ARM optimized routines), error below 0.52 ulp; where the compiled code fuses, so does this.
 */
import { fma } from "./fma.js";
import { LOG_INVERSE, LOG_VALUE } from "./log_table.js";

/** log(2) in two parts; the first times an exponent is exact. */
const LN2_HIGH = 0.6931471805598903;
const LN2_LOW = 5.497923018708371e-14;
/** log(1 + r) - r for the rest after the table. */
const A0 = -0.5000000000000001;
const A1 = 0.33333333331825593;
const A2 = -0.2499999999622955;
const A3 = 0.20000304511814496;
const A4 = -0.16667054827627667;
/** log(1 + r) - r + r*r/2 close to 1, where the table would lose precision. */
const B1 = 0.3333333333333352;
const B2 = -0.24999999999998432;
const B3 = 0.19999999999320328;
const B4 = -0.16666666669929706;
const B5 = 0.14285715076560868;
const B6 = -0.12499997863982555;
const B7 = 0.11110712032936046;
const B8 = -0.10000486757818193;
const B9 = 0.09181994006195467;
const B10 = -0.08328363062289341;
const NEAR_ONE_FROM = 1 - 2 ** -4;
const NEAR_ONE_TO = 1 + 0x109 * 2 ** -12;
/** High word of 0.6875, where the table's octave starts. */
const OFFSET = 0x3fe60000;

const value = new Float64Array(1);
const words = new Int32Array(value.buffer);

export function log(x: number): number {
  if (x >= NEAR_ONE_FROM && x < NEAR_ONE_TO) return x === 1 ? 0 : nearOne(x - 1);
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x > 0 ? x : NaN;
  let exponent = 0;
  value[0] = x;
  if (x < 2 ** -1022) {
    value[0] = x * 2 ** 52;
    exponent = -52;
  }
  const high = words[1]!;
  const t = (high - OFFSET) | 0;
  const i = (t >>> 13) & 127;
  exponent += t >> 20;
  words[1] = high - (t & 0xfff00000);
  const r = fma(value[0]!, LOG_INVERSE[i]!, -1);
  const w = exponent * LN2_HIGH + LOG_VALUE[i]!;
  const hi = w + r;
  const lo = fma(exponent, LN2_LOW, w - hi + r);
  const r2 = r * r;
  const q = fma(fma(r, A4, A3), r2, fma(r, A2, A1));
  return fma(r * r2, q, fma(r2, A0, lo)) + hi;
}

/** log(1 + r) for |r| < 0.065: r - r*r/2 in two parts, then a polynomial. */
function nearOne(r: number): number {
  const r2 = r * r;
  const r3 = r * r2;
  const b1 = fma(r2, B3, fma(B2, r, B1));
  const b4 = fma(r2, B6, fma(B5, r, B4));
  const b7 = fma(r3, B10, fma(r2, B9, fma(B8, r, B7)));
  const q = fma(fma(b7, r3, b4), r3, b1);
  const high = r * (2 ** 27 + 1) - r * 2 ** 27;
  const low = r - high;
  const half = -0.5 * (high * high);
  const hi = r + half;
  const lo = fma(-0.5 * low, r + high, r - hi + half);
  return hi + fma(q, r3, lo);
}
