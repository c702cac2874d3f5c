/**
 * One element of each float32 kernel: every operation rounded to float32, denormals flushed as the hardware does it.
 * Source: Eigen scalar and packet functors behind tensorflow/core/kernels/cwise_ops.h, cwise_ops_gradients.h and
 * relu_op_functor.h (1.15). A name ending in Packet is the code of full packets where it differs from the scalar code.
 */

import { expf } from "../../np/libm/expf.js";
import { flush32, TINY32 } from "../../np/libm/flush.js";
import { logf } from "../../np/libm/logf.js";
import * as round from "../../np/libm/round_even.js";
import * as packet from "../packet.js";

const f = Math.fround;
const fl = flush32;

export function add(x: number, y: number): number {
  const r = f(x + y);
  // From 2^-100 on no denormal operand can have moved the sum.
  return Math.abs(r) < 2 ** -100 ? fl(f(fl(x) + fl(y))) : r;
}
export function sub(x: number, y: number): number {
  const r = f(x - y);
  return Math.abs(r) < 2 ** -100 ? fl(f(fl(x) - fl(y))) : r;
}
export function mul(x: number, y: number): number {
  return fl(f(fl(x) * fl(y)));
}
export function div(x: number, y: number): number {
  return fl(f(fl(x) / fl(y)));
}
export function squaredDifference(x: number, y: number): number {
  const d = sub(x, y);
  return fl(f(d * d));
}
/** x % y of C: works on the bits, so denormals stay, but a denormal divisor counts as zero. */
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
/** a < b ? b : a, so nan in a stays and nan in b gives a. */
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
export function xlogyPacket(x: number, y: number): number {
  return fl(x) === 0 ? x : mul(x, packet.log(y));
}
export function xlogy(x: number, y: number): number {
  return fl(x) === 0 ? 0 : mul(x, logf(y));
}

// Comparisons read denormals as zero.
export function equal(x: number, y: number): boolean {
  return x === y || (fl(x) === 0 && fl(y) === 0);
}
export function less(x: number, y: number): boolean {
  return x < y && (y >= TINY32 || x <= -TINY32);
}
export function lessEqual(x: number, y: number): boolean {
  return x <= y || (fl(x) === 0 && fl(y) === 0);
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
/** 0 for nan. */
export function sign(x: number): number {
  return x >= TINY32 ? 1 : x <= -TINY32 ? -1 : 0;
}
export function square(x: number): number {
  return fl(f(x * x));
}
export function reciprocal(x: number): number {
  return fl(f(1 / fl(x)));
}
export function sqrt(x: number): number {
  return f(Math.sqrt(fl(x)));
}
export function rsqrt(x: number): number {
  return f(1 / sqrt(x));
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
/** Half to even by way of floor, so small negatives give +0. */
export function roundHalfEven(v: number): number {
  const x = fl(v);
  const down = Math.floor(x);
  const rest = x - down;
  const up = rest > 0.5 || (rest === 0.5 && down % 2 !== 0);
  return up ? f(down + 1) : down;
}

export function sigmoid(x: number): number {
  if (x < -18) return 0;
  if (x > 18) return 1;
  return f(1 / f(1 + expf(-x)));
}
/** log(eps) + 2 of float32: beyond ±this, softplus is x or exp(x). */
const SOFTPLUS_LIMIT = f(-13.942385);
export function softplusPacket(x: number): number {
  if (x > -SOFTPLUS_LIMIT) return x;
  const e = packet.exp(x);
  return x < SOFTPLUS_LIMIT ? e : packet.log(f(e + 1));
}
export function softplus(x: number): number {
  if (x > -SOFTPLUS_LIMIT) return x;
  const e = expf(x);
  return x < SOFTPLUS_LIMIT ? e : logf(f(e + 1));
}
export function softsign(x: number): number {
  return div(x, f(Math.abs(x) + 1));
}
/** x < 0 ? 0 : x, so nan and -0 pass. */
export function relu(x: number): number {
  return x <= -TINY32 ? 0 : fl(x);
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
  return x <= -TINY32 ? sub(packet.exp(x), 1) : x;
}
export function elu(x: number): number {
  return x <= -TINY32 ? sub(expf(x), 1) : x;
}
const SELU_SCALE = f(1.0507009873554805);
const SELU_SCALE_ALPHA = f(1.7580993408473768);
export function seluPacket(x: number): number {
  return x <= -TINY32 ? mul(sub(packet.exp(x), 1), SELU_SCALE_ALPHA) : mul(x, SELU_SCALE);
}
export function selu(x: number): number {
  return x <= -TINY32 ? mul(sub(expf(x), 1), SELU_SCALE_ALPHA) : mul(x, SELU_SCALE);
}

// Gradient kernels: y is the output of the op, x its input, g the incoming gradient.
export function sigmoidGradPacket(y: number, g: number): number {
  return mul(g, mul(y, f(1 - y)));
}
export function sigmoidGrad(y: number, g: number): number {
  return mul(mul(g, y), f(1 - y));
}
export function tanhGrad(y: number, g: number): number {
  return mul(g, f(1 - f(y * y)));
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
  return div(g, f(packet.exp(0 - fl(x)) + 1));
}
export function softplusGrad(g: number, x: number): number {
  return div(g, f(expf(-x) + 1));
}
export function softsignGrad(g: number, x: number): number {
  const d = f(Math.abs(x) + 1);
  return div(g, f(d * d));
}
export function eluGrad(g: number, y: number): number {
  return y <= -TINY32 ? mul(f(y + 1), g) : g;
}
export function seluGrad(g: number, y: number): number {
  return y <= -TINY32 ? mul(f(y + SELU_SCALE_ALPHA), g) : mul(g, SELU_SCALE);
}
/** A product with 0 or 1, so an infinite gradient gives nan where x <= 0. */
export function reluGrad(g: number, x: number): number {
  return fl(g) * (x >= TINY32 ? 1 : 0);
}
export function relu6Grad(g: number, x: number): number {
  return fl(g) * (x >= TINY32 && x < 6 ? 1 : 0);
}
export function leakyReluGrad(g: number, x: number, alpha: number): number {
  return x >= TINY32 ? g : mul(g, alpha);
}
export function approximateEqual(x: number, y: number, tolerance: number): boolean {
  return Math.abs(sub(x, y)) < tolerance;
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
export function isNan(x: number): boolean {
  return Number.isNaN(x);
}
export function isInf(x: number): boolean {
  return x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY;
}
export function finite(x: number): boolean {
  return x - x === 0;
}
