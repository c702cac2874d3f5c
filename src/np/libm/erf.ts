/**
 * erf and erfc of a double.
 * Source: glibc 2.36, sysdeps/ieee754/dbl-64/s_erf.c (fdlibm, the polynomials summed in pairs).
 */
import { exp } from "./exp.js";

const ERX = 0.8450629115104675;
/** 2/sqrt(pi) - 1. */
const EFX = 0.1283791670955126;
// Coefficients, lowest power first, filled up with zeros to nine.
// biome-ignore-start format: tables
const PP = new Float64Array([
  0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442, -2.3763016656650163e-5, 0, 0,
  0, 0,
]);
const QQ = new Float64Array([
  1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164, -3.960228278775368e-6, 0, 0,
  0,
]);
const PA = new Float64Array([
  -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175, -0.11089469428239668,
  0.035478304325618236, -0.002166375594868791, 0, 0,
]);
const QA = new Float64Array([
  1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164, 0.01363708391202905,
  0.011984499846799107, 0, 0,
]);
const RA = new Float64Array([
  -0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006, -162.39666946257347,
  -184.60509290671104, -81.2874355063066, -9.814329344169145, 0,
]);
const SA = new Float64Array([
  1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679, 429.00814002756783,
  108.63500554177944, 6.570249770319282, -0.0604244152148581,
]);
const RB = new Float64Array([
  -0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192, -637.5664433683896,
  -1025.0951316110772, -483.5191916086514, 0, 0,
]);
const SB = new Float64Array([
  1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955, 2553.0504064331644,
  474.52854120695537, -22.44095244658582, 0,
]);
// biome-ignore-end format: tables

function paired(x: number, c: Float64Array): number {
  const x2 = x * x;
  const x4 = x2 * x2;
  const low = c[0]! + x * c[1]! + x2 * (c[2]! + x * c[3]!) + x4 * (c[4]! + x * c[5]!);
  return low + x4 * x2 * (c[6]! + x * c[7]!) + x4 * x4 * c[8]!;
}

function ratio(x: number, p: Float64Array, q: Float64Array): number {
  return paired(x, p) / paired(x, q);
}

const value = new Float64Array(1);
const words = new Uint32Array(value.buffer);

/** erfc of a >= 1.25. */
function tail(a: number, near: boolean): number {
  const s = 1 / (a * a);
  const q = near ? ratio(s, RA, SA) : ratio(s, RB, SB);
  value[0] = a;
  words[0] = 0;
  const z = value[0]!;
  return (exp(-z * z - 0.5625) * exp((z - a) * (z + a) + q)) / a;
}

/** 1/0.35, where the two expansions of the tail meet. */
const NEAR = 2.857142857142857;

export function erf(x: number): number {
  const a = Math.abs(x);
  if (Number.isNaN(a)) return x;
  if (a < 0.84375) return a < 2 ** -28 ? x + EFX * x : x + x * ratio(x * x, PP, QQ);
  let y: number;
  if (a < 1.25) y = ERX + ratio(a - 1, PA, QA);
  else y = a >= 6 ? 1 : 1 - tail(a, a < NEAR);
  return x < 0 ? -y : y;
}

export function erfc(x: number): number {
  const a = Math.abs(x);
  if (Number.isNaN(a)) return x;
  if (a < 0.84375) {
    if (a < 2 ** -56) return 1 - x;
    const y = ratio(x * x, PP, QQ);
    return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x * y + (x - 0.5));
  }
  if (a < 1.25) {
    const y = ratio(a - 1, PA, QA);
    return x < 0 ? 1 + (ERX + y) : 1 - ERX - y;
  }
  if (a >= 28) return x < 0 ? 2 : 0;
  if (x < -6) return 2;
  const r = tail(a, a < NEAR);
  return x < 0 ? 2 - r : r;
}
