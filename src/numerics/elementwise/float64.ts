/**
 * One element of each float64 kernel, denormals flushed as the hardware does it.
 * Source: as float32.ts; packets hold four float64, and only exp, sqrt and rsqrt have packet code.
 */
import * as glibcExp from "../../np/libm/exp.js";
import { flush64, TINY64 } from "../../np/libm/flush.js";
import * as glibcLog from "../../np/libm/log.js";
import * as glibcPow from "../../np/libm/pow.js";
import * as round from "../../np/libm/round_even.js";
import * as glibcSincos from "../../np/libm/sincos.js";
import * as glibcTanh from "../../np/libm/tanh.js";
import { exp64 } from "../packet.js";

const fl = flush64;

export function add(x: number, y: number): number {
  const r = x + y;
  return Math.abs(r) < 2 ** -900 ? fl(fl(x) + fl(y)) : r;
}
export function sub(x: number, y: number): number {
  const r = x - y;
  return Math.abs(r) < 2 ** -900 ? fl(fl(x) - fl(y)) : r;
}
export function mul(x: number, y: number): number {
  return fl(fl(x) * fl(y));
}
export function div(x: number, y: number): number {
  return fl(fl(x) / fl(y));
}
export function squaredDifference(x: number, y: number): number {
  const d = sub(x, y);
  return fl(d * d);
}
export function fmod(x: number, y: number): number {
  return fl(y) === 0 ? Number.NaN : x % y;
}
export function floorMod(x: number, y: number): number {
  const t = fmod(x, y);
  const s = fl(t);
  return s !== 0 && s < 0 !== y < 0 ? add(t, y) : t;
}
export function floorDiv(x: number, y: number): number {
  return Math.floor(div(x, y));
}
export function maximum(a: number, b: number): number {
  return fl(less(a, b) ? b : a);
}
export function minimum(a: number, b: number): number {
  return fl(less(b, a) ? b : a);
}
export function divNoNan(x: number, y: number): number {
  return fl(y) === 0 ? 0 : div(x, y);
}
export function mulNoNan(x: number, y: number): number {
  return fl(y) === 0 ? 0 : mul(x, y);
}
export function xdivyPacket(x: number, y: number): number {
  return fl(x) === 0 ? x : div(x, y);
}
export function xdivy(x: number, y: number): number {
  return fl(x) === 0 ? 0 : div(x, y);
}
export function xlogy(x: number, y: number): number {
  return fl(x) === 0 ? 0 : mul(x, log(y));
}
export function pow(x: number, y: number): number {
  return fl(glibcPow.pow(x, y));
}
export function atan2(y: number, x: number): number {
  return fl(Math.atan2(y, x));
}

export function equal(x: number, y: number): boolean {
  return x === y || (fl(x) === 0 && fl(y) === 0);
}
export function less(x: number, y: number): boolean {
  return x < y && (y >= TINY64 || x <= -TINY64);
}
export function lessEqual(x: number, y: number): boolean {
  return x <= y || (fl(x) === 0 && fl(y) === 0);
}
export function notEqual(x: number, y: number): boolean {
  return !equal(x, y);
}
export function greater(x: number, y: number): boolean {
  return less(y, x);
}
export function greaterEqual(x: number, y: number): boolean {
  return lessEqual(y, x);
}
export function approximateEqual(x: number, y: number, tolerance: number): boolean {
  return Math.abs(sub(x, y)) < Math.fround(tolerance);
}

export function negPacket(x: number): number {
  return 0 - fl(x);
}
export function neg(x: number): number {
  return -x;
}
export function abs(x: number): number {
  return Math.abs(x);
}
export function sign(x: number): number {
  return x >= TINY64 ? 1 : x <= -TINY64 ? -1 : 0;
}
export function square(x: number): number {
  return fl(x * x);
}
export function reciprocal(x: number): number {
  return fl(1 / fl(x));
}
export function sqrt(x: number): number {
  return Math.sqrt(fl(x));
}
export function rsqrt(x: number): number {
  return 1 / sqrt(x);
}
export function floor(x: number): number {
  return Math.floor(fl(x));
}
export function ceil(x: number): number {
  return Math.ceil(fl(x));
}
export function rint(x: number): number {
  return round.rint(fl(x));
}
export function roundHalfEven(v: number): number {
  const x = fl(v);
  const down = Math.floor(x);
  const rest = x - down;
  const up = rest > 0.5 || (rest === 0.5 && down % 2 !== 0);
  return up ? down + 1 : down;
}
/** exp of the C library, for what is left over after full packets. */
export function exp(x: number): number {
  return fl(glibcExp.exp(x));
}
export function log(x: number): number {
  return glibcLog.log(fl(x));
}
export function sin(x: number): number {
  return glibcSincos.sin(x);
}
export function cos(x: number): number {
  return glibcSincos.cos(x);
}
export function tanh(x: number): number {
  return fl(glibcTanh.tanh(x));
}
export function sigmoidPacket(x: number): number {
  return fl(1 / (exp64(0 - x) + 1));
}
export function sigmoid(x: number): number {
  return fl(1 / (exp(-x) + 1));
}
/** log(eps) + 2 of float64. */
const SOFTPLUS_LIMIT = -34.04365338911715;
export function softplusPacket(x: number): number {
  if (x > -SOFTPLUS_LIMIT) return x;
  const e = exp64(x);
  return x < SOFTPLUS_LIMIT ? e : glibcLog.log(e + 1);
}
export function softplus(x: number): number {
  if (x > -SOFTPLUS_LIMIT) return x;
  const e = exp(x);
  return x < SOFTPLUS_LIMIT ? e : glibcLog.log(e + 1);
}
export function softsign(x: number): number {
  return div(x, Math.abs(x) + 1);
}
export function relu(x: number): number {
  return x <= -TINY64 ? 0 : fl(x);
}
export function relu6(x: number): number {
  const r = relu(x);
  return Math.min(r, 6);
}
export function leakyRelu(x: number, alpha: number): number {
  const y = mul(x, alpha);
  return alpha < 1 ? maximum(y, x) : minimum(y, x);
}
export function eluPacket(x: number): number {
  return x <= -TINY64 ? sub(exp64(x), 1) : x;
}
export function elu(x: number): number {
  return x <= -TINY64 ? sub(exp(x), 1) : x;
}
const SELU_SCALE = 1.0507009873554805;
const SELU_SCALE_ALPHA = 1.7580993408473768;
export function seluPacket(x: number): number {
  return x <= -TINY64 ? mul(sub(exp64(x), 1), SELU_SCALE_ALPHA) : mul(x, SELU_SCALE);
}
export function selu(x: number): number {
  return x <= -TINY64 ? mul(sub(exp(x), 1), SELU_SCALE_ALPHA) : mul(x, SELU_SCALE);
}

export function sigmoidGradPacket(y: number, g: number): number {
  return mul(g, mul(y, 1 - y));
}
export function sigmoidGrad(y: number, g: number): number {
  return mul(mul(g, y), 1 - y);
}
export function tanhGrad(y: number, g: number): number {
  return mul(g, 1 - y * y);
}
export function sqrtGradPacket(y: number, g: number): number {
  return fl(g) === 0 ? 0 : mul(g, mul(0.5, reciprocal(y)));
}
export function sqrtGrad(y: number, g: number): number {
  return fl(g) === 0 ? 0 : div(mul(g, 0.5), y);
}
export function rsqrtGradPacket(y: number, g: number): number {
  const gy = fl(g) === 0 ? 0 : mul(y, g);
  return gy === 0 ? 0 : mul(mul(square(y), -0.5), gy);
}
export function rsqrtGrad(y: number, g: number): number {
  return fl(g) === 0 ? 0 : mul(mul(mul(g, y), -0.5), square(y));
}
export function reciprocalGradPacket(y: number, g: number): number {
  return fl(g) === 0 ? 0 : mul(0 - square(y), g);
}
export function reciprocalGrad(y: number, g: number): number {
  return fl(g) === 0 ? 0 : mul(-square(y), g);
}
export function softplusGradPacket(g: number, x: number): number {
  return div(g, exp64(0 - x) + 1);
}
export function softplusGrad(g: number, x: number): number {
  return div(g, exp(-x) + 1);
}
export function softsignGrad(g: number, x: number): number {
  const d = Math.abs(x) + 1;
  return div(g, d * d);
}
export function eluGrad(g: number, y: number): number {
  return y <= -TINY64 ? mul(y + 1, g) : g;
}
export function seluGrad(g: number, y: number): number {
  return y <= -TINY64 ? mul(y + SELU_SCALE_ALPHA, g) : mul(g, SELU_SCALE);
}
export function reluGrad(g: number, x: number): number {
  return fl(g) * (x >= TINY64 ? 1 : 0);
}
export function relu6Grad(g: number, x: number): number {
  return fl(g) * (x >= TINY64 && x < 6 ? 1 : 0);
}
export function leakyReluGrad(g: number, x: number, alpha: number): number {
  return x >= TINY64 ? g : mul(g, alpha);
}
