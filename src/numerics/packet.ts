/**
 * What one lane of Eigen's packets computes: float32 exp, log, tanh … eight at a time, float64 exp four at a time.
 * Source: Eigen 3.3 GenericPacketMathFunctions.h, MathFunctionsImpl.h and AVX/MathFunctions.h, built without fused multiply-add.
 *
 * Every product and every sum is rounded to float32 (`f`, `ma`). Denormals are flushed only where that can change a result.
 */
import { flush32, flush64, TINY32 } from "../np/libm/flush.js";
import { EIGEN_ALIGNMENT, reduceHugeAngle } from "../np/libm/huge_angle.js";
import { bitsOf, floatOf } from "../np/libm/single.js";
import { rsqrtEstimate } from "./rsqrt_table.js";

const f = Math.fround;

/** a · b + c as the build computes it: the product is rounded, then the sum. */
function ma(a: number, b: number, c: number): number {
  return f(f(a * b) + c);
}

const EXP_HI = f(88.376262664795);
const EXP_LO = f(-88.3762626647949);
const LOG2E = f(Math.LOG2E);
const LN2_HI = 0.693359375;
const LN2_LO = f(-2.1219444e-4);
const E0 = f(1.98756915e-4);
const E1 = f(1.3981999507e-3);
const E2 = f(8.3334519073e-3);
const E3 = f(4.1665795894e-2);
const E4 = f(1.6666665459e-1);
const E5 = f(5.0000001201e-1);

export function exp(v: number): number {
  // Clamping to the range keeps nan out; the last maximum of the original lets nan and +inf through.
  if (!(v < Number.POSITIVE_INFINITY)) return v;
  const x = Math.min(EXP_HI, Math.max(EXP_LO, v));
  const m = Math.floor(ma(x, LOG2E, 0.5));
  const r = f(f(x - f(m * LN2_HI)) - f(m * LN2_LO));
  let y = ma(E0, r, E1);
  y = ma(y, r, E2);
  y = ma(y, r, E3);
  y = ma(y, r, E4);
  y = ma(y, r, E5);
  y = f(f(f(y * f(r * r)) + r) + 1);
  // 2^m is made in the exponent field: 0 at -127, infinity at 128.
  const result = flush32(f(y * floatOf((m + 127) << 23)));
  return Math.max(result, v);
}

const SQRT_HALF = f(Math.SQRT1_2);
const L0 = f(7.0376836292e-2);
const L1 = f(-1.151461031e-1);
const L2 = f(1.167699874e-1);
const L3 = f(-1.2420140846e-1);
const L4 = f(1.4249322787e-1);
const L5 = f(-1.6668057665e-1);
const L6 = f(2.0000714765e-1);
const L7 = f(-2.4999993993e-1);
const L8 = f(3.3333331174e-1);

export function log(v: number): number {
  if (!(v >= TINY32)) return v > -TINY32 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (v === Number.POSITIVE_INFINITY) return v;
  const bits = bitsOf(v);
  let e = (bits >> 23) - 126;
  let x = floatOf((bits & 0x7fffff) | 0x3f000000);
  if (x < SQRT_HALF) {
    e -= 1;
    x = f(f(x - 1) + x);
  } else {
    x = f(x - 1);
  }
  const x2 = f(x * x);
  const x3 = f(x2 * x);
  let y = ma(ma(L0, x, L1), x, L2);
  const y1 = ma(ma(L3, x, L4), x, L5);
  const y2 = ma(ma(L6, x, L7), x, L8);
  y = f(f(ma(ma(y, x3, y1), x3, y2) * x3) + f(e * LN2_LO));
  x = f(x - f(x2 * 0.5));
  return f(f(x + y) + f(e * LN2_HI));
}

export function log1p(x: number): number {
  const u = f(1 + flush32(x));
  const l = log(u);
  return u === 1 || u === l ? x : f(x * f(l / f(u - 1)));
}

export function expm1(x: number): number {
  const u = exp(x);
  if (u === 1) return x;
  const um = f(u - 1);
  if (um === -1) return -1;
  const l = log(u);
  return l === u ? u : f(um * f(x / l));
}

const T0 = f(-2.76076847742355e-16);
const T1 = f(2.00018790482477e-13);
const T2 = f(-8.60467152213735e-11);
const T3 = f(5.12229709037114e-8);
const T4 = f(1.48572235717979e-5);
const T5 = f(6.37261928875436e-4);
const T6 = f(4.89352455891786e-3);
const U0 = f(1.19825839466702e-6);
const U1 = f(1.18534705686654e-4);
const U2 = f(2.268434632439e-3);
const U3 = f(4.89352518554385e-3);
/** What tanh is made of, for wasm/kernels.ts: it clamps to ±limit. */
export const TANH = { limit: 9, numerator: [T0, T1, T2, T3, T4, T5, T6], denominator: [U0, U1, U2, U3] } as const;

/** The scalar code of float32 is the same function. */
export function tanh(v: number): number {
  const x = Math.min(9, Math.max(-9, v));
  const z = f(x * x);
  let p = ma(T0, z, T1);
  p = ma(p, z, T2);
  p = ma(p, z, T3);
  p = ma(p, z, T4);
  p = ma(p, z, T5);
  p = ma(p, z, T6);
  const q = ma(ma(ma(U0, z, U1), z, U2), z, U3);
  return f(flush32(f(flush32(x) * p)) / q);
}

const S0 = f(4.37031012579801e-11);
const S1 = f(1.15627324459942e-7);
const S2 = f(6.08574864600143e-5);
const S3 = f(8.51377133304701e-3);
const S4 = f(2.48287947061529e-1);
const V0 = f(6.10247389755681e-13);
const V1 = f(5.76102136993427e-9);
const V2 = f(6.2910678501704e-6);
const V3 = f(1.70198817374094e-3);
const V4 = f(1.16817656904453e-1);
const V5 = f(9.9315192102318e-1);
/** As TANH. */
export const SIGMOID = { limit: 18, numerator: [S0, S1, S2, S3, S4], denominator: [V0, V1, V2, V3, V4, V5] } as const;

export function sigmoid(v: number): number {
  const x = Math.min(18, Math.max(-18, v));
  const z = f(x * x);
  let p = ma(S0, z, S1);
  p = ma(p, z, S2);
  p = ma(p, z, S3);
  p = ma(p, z, S4);
  let q = ma(V0, z, V1);
  q = ma(q, z, V2);
  q = ma(q, z, V3);
  q = ma(q, z, V4);
  q = ma(q, z, V5);
  const y = f(f(f(x * p) / q) + 0.5);
  return Math.min(1, Math.max(0, y));
}

// parity: above 2^126 the square of the estimate is denormal and the build's Newton step loses it (sqrt(3e38) comes out half
// as large again, sqrt(inf) nan). The correct value is given there instead.

export function sqrt(v: number): number {
  if (!(v >= TINY32)) return v > -TINY32 ? 0 : Number.NaN;
  const y = rsqrtEstimate(v);
  const y2 = f(y * y);
  if (y2 < TINY32) return f(Math.sqrt(v));
  return f(v * f(y * f(1.5 - f(flush32(f(v * 0.5)) * y2))));
}

export function rsqrt(v: number): number {
  if (!(v >= TINY32)) return v > -TINY32 ? Number.POSITIVE_INFINITY : Number.NaN;
  const y = rsqrtEstimate(v);
  const y2 = f(y * y);
  if (y2 < TINY32) return f(1 / f(Math.sqrt(v)));
  return f(y * f(f(flush32(f(v * -0.5)) * y2) + 1.5));
}

const TWO_OVER_PI = f(0.6366197466850281);
/** 1.5 · 2^23: adding it rounds to an integer, which then stands in the low bits. */
const MAGIC = 12582912;
const PIO2_1 = f(-1.5703125);
const PIO2_2 = f(-0.0004839897155761719);
const PIO2_3 = f(1.628650352358818e-7);
const PIO2_4 = f(5.564431554416771e-11);
const SIN_LIMIT = 25966;
const COS_LIMIT = 18838;
const C4 = f(2.4372266125283204e-5);
const C3 = f(-0.001388652017340064);
const C2 = f(0.04166661947965622);
const D3 = f(-0.0001959234114083703);
const D2 = f(0.008332687365561685);
const D1 = f(-0.16666662039822983);
const reduced = new Float64Array(2);

/** Sine of v where `turns` is 0, cosine where it is 1. */
function sincos(v: number, turns: number, limit: number): number {
  let x = Math.abs(v);
  if (!(x < Number.POSITIVE_INFINITY)) return Number.NaN;
  let q: number;
  if (x >= limit) {
    reduceHugeAngle(x, EIGEN_ALIGNMENT, reduced);
    x = f(reduced[0]!);
    q = reduced[1]!;
  } else {
    const y = f(f(flush32(x) * TWO_OVER_PI) + MAGIC) - MAGIC;
    q = y;
    x = f(f(y * PIO2_1) + flush32(x));
    x = ma(y, PIO2_2, x);
    x = ma(y, PIO2_3, x);
    x = ma(y, PIO2_4, x);
  }
  q += turns;
  const z = f(x * x);
  let r: number;
  if (q & 1) {
    r = ma(ma(ma(ma(C4, z, C3), z, C2), z, -0.5), z, 1);
  } else {
    const p = ma(ma(D3, z, D2), z, D1);
    r = f(f(f(p * z) * x) + x);
  }
  const negative = (q & 2) !== 0;
  return (turns === 0 && (v < 0 || Object.is(v, -0))) !== negative ? -r : r;
}

export function sin(v: number): number {
  return sincos(v, 0, SIN_LIMIT);
}

export function cos(v: number): number {
  return sincos(v, 1, COS_LIMIT);
}

const DOUBLE_EXP_HI = 709.437;
const DOUBLE_EXP_LO = -709.436139303;
const scale = new Float64Array(1);
const scaleWords = new Int32Array(scale.buffer);

/** float64. */
export function exp64(v: number): number {
  if (!(v < Number.POSITIVE_INFINITY)) return v;
  const x = Math.min(DOUBLE_EXP_HI, Math.max(DOUBLE_EXP_LO, v));
  const n = Math.floor(x * Math.LOG2E + 0.5);
  const r = x - n * 0.693145751953125 - n * 1.4286068203094173e-6;
  const z = r * r;
  const p = ((0.00012617719307481058 * z + 0.030299440770744195) * z + 1) * r;
  const q = ((3.0019850513866446e-6 * z + 0.002524483403496841) * z + 0.22726554820815503) * z + 2;
  scaleWords[0] = 0;
  scaleWords[1] = (n + 1023) << 20;
  const y = flush64(((p / (q - p)) * 2 + 1) * scale[0]!);
  return Math.max(y, v);
}
