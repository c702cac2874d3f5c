/**
 * exp: exponential of a double, with the last bit that the C library gives on a processor with fused multiply-add.
 * Source: glibc 2.36 exp (ARM optimized routines), error below 0.52 ulp; where the compiled code fuses, so does this.
 */
import { EXP2_REST, EXP2_VALUE } from "./exp_table.js";
import { fma } from "./fma.js";

/** 128 / log(2), and log(2) / 128 in two parts; the first times a table step is exact. */
const STEPS = 184.6649652337873;
const STEP_HIGH = -0.005415212348111709;
const STEP_LOW = -1.2864023111638346e-14;
const C2 = 0.49999999999996786;
const C3 = 0.16666666666665886;
const C4 = 0.0416666808410674;
const C5 = 0.008333335853059549;
/** Adding and taking it away rounds to an integer. */
const ROUND = 1.5 * 2 ** 52;

const value = new Float64Array(1);
const words = new Int32Array(value.buffer);

export function exp(x: number): number {
  return expOfSum(x, 0);
}

/** exp(x + rest) where rest is below the last place of x. */
export function expOfSum(x: number, rest: number): number {
  const a = Math.abs(x);
  if (a < 2 ** -54) return 1 + x;
  if (!(a < 1024)) return x > 0 ? Infinity : x < 0 ? 0 : NaN;
  const k = x * STEPS + ROUND - ROUND;
  const r = fma(k, STEP_LOW, x + k * STEP_HIGH) + rest;
  const j = k & 127;
  const exponent = k >> 7;
  const r2 = r * r;
  const tail = fma(fma(C3, r, C2), r2, r + EXP2_REST[j]!);
  const t = fma(r2 * r2, fma(r, C5, C4), tail);
  value[0] = EXP2_VALUE[j]!;
  if (a >= 512) return farOut(value[0]!, t, exponent);
  words[1] = words[1]! + (exponent << 20);
  const scale = value[0]!;
  return fma(scale, t, scale);
}

/** scale * (1 + t) * 2^exponent where the result may leave the range of normal doubles. */
function farOut(scale: number, t: number, exponent: number): number {
  if (exponent > 0) return fma(scale, t, scale) * 2 ** (exponent - 1) * 2;
  // Results below 2^-1022 are rounded once, at the place where denormals end.
  const s = scale * 2 ** (exponent + 1022);
  const st = s * t;
  const y = s + st;
  if (y >= 1) return y * 2 ** -1022;
  const hi = 1 + y;
  const lo = 1 - hi + y + (s - y + st);
  return (hi + lo - 1) * 2 ** -1022;
}
