/**
 * One element of each 64-bit integer kernel, on BigInts; what leaves the range wraps when it is stored.
 * Source: scalar functors of tensorflow/core/kernels/cwise_ops.h (1.15).
 */
import { DivisionByZero, NegativeIntegerPower } from "../errors.js";

export function add(x: bigint, y: bigint): bigint {
  return x + y;
}
export function sub(x: bigint, y: bigint): bigint {
  return x - y;
}
export function mul(x: bigint, y: bigint): bigint {
  return x * y;
}
export function squaredDifference(x: bigint, y: bigint): bigint {
  return (x - y) * (x - y);
}
export function truncateDiv(x: bigint, y: bigint): bigint {
  if (y === 0n) throw new DivisionByZero();
  return x / y;
}
export function truncateMod(x: bigint, y: bigint): bigint {
  if (y === 0n) throw new DivisionByZero();
  return x % y;
}
export function floorDiv(x: bigint, y: bigint): bigint {
  const q = truncateDiv(x, y);
  return q * y !== x && x < 0n !== y < 0n ? q - 1n : q;
}
export function floorMod(x: bigint, y: bigint): bigint {
  const t = truncateMod(x, y);
  return t !== 0n && t < 0n !== y < 0n ? t + y : t;
}
export function pow(x: bigint, y: bigint): bigint {
  if (y < 0n) throw new NegativeIntegerPower();
  let r = 1n;
  let square = x;
  for (let e = y; e > 0n; e >>= 1n) {
    if (e & 1n) r = BigInt.asIntN(64, r * square);
    square = BigInt.asIntN(64, square * square);
  }
  return r;
}
export function maximum(a: bigint, b: bigint): bigint {
  return a < b ? b : a;
}
export function minimum(a: bigint, b: bigint): bigint {
  return b < a ? b : a;
}
export function divNoNan(x: bigint, y: bigint): bigint {
  return y === 0n ? 0n : x / y;
}
export function bitwiseAnd(x: bigint, y: bigint): bigint {
  return x & y;
}
export function bitwiseOr(x: bigint, y: bigint): bigint {
  return x | y;
}
export function bitwiseXor(x: bigint, y: bigint): bigint {
  return x ^ y;
}
function shiftCount(y: bigint): bigint {
  return y < 0n ? 0n : y > 63n ? 63n : y;
}
export function leftShift(x: bigint, y: bigint): bigint {
  return x << shiftCount(y);
}
export function rightShift(x: bigint, y: bigint): bigint {
  return x >> shiftCount(y);
}

export function equal(x: bigint, y: bigint): boolean {
  return x === y;
}
export function notEqual(x: bigint, y: bigint): boolean {
  return x !== y;
}
export function less(x: bigint, y: bigint): boolean {
  return x < y;
}
export function lessEqual(x: bigint, y: bigint): boolean {
  return x <= y;
}
export function greater(x: bigint, y: bigint): boolean {
  return x > y;
}
export function greaterEqual(x: bigint, y: bigint): boolean {
  return x >= y;
}
export function approximateEqual(x: bigint, y: bigint, tolerance: number): boolean {
  const d = x - y;
  return Number(d < 0n ? -d : d) < tolerance;
}

export function neg(x: bigint): bigint {
  return -x;
}
export function abs(x: bigint): bigint {
  return x < 0n ? -x : x;
}
export function sign(x: bigint): bigint {
  return x > 0n ? 1n : x < 0n ? -1n : 0n;
}
export function square(x: bigint): bigint {
  return x * x;
}
export function same(x: bigint): bigint {
  return x;
}
export function invert(x: bigint): bigint {
  return ~x;
}
export function relu(x: bigint): bigint {
  return x < 0n ? 0n : x;
}
export function relu6(x: bigint): bigint {
  return x < 0n ? 0n : x > 6n ? 6n : x;
}
export function reluGrad(g: bigint, x: bigint): bigint {
  return x > 0n ? g : 0n;
}
export function relu6Grad(g: bigint, x: bigint): bigint {
  return x > 0n && x < 6n ? g : 0n;
}
