/**
 * One element of each kernel of integers up to 32 bits; what leaves the range wraps when it is stored.
 * Source: scalar functors of tensorflow/core/kernels/cwise_ops.h (1.15).
 */
import { DivisionByZero, NegativeIntegerPower } from "../errors.js";

export function add(x: number, y: number): number {
  return x + y;
}
export function sub(x: number, y: number): number {
  return x - y;
}
export function mul(x: number, y: number): number {
  return Math.imul(x, y);
}
export function squaredDifference(x: number, y: number): number {
  return Math.imul(x - y, x - y);
}
export function truncateDiv(x: number, y: number): number {
  if (y === 0) throw new DivisionByZero();
  return Math.trunc(x / y);
}
export function truncateMod(x: number, y: number): number {
  if (y === 0) throw new DivisionByZero();
  return x % y;
}
export function floorDiv(x: number, y: number): number {
  if (y === 0) throw new DivisionByZero();
  return Math.floor(x / y);
}
/**
 * parity: signs that differ go by -(|x| + |y| - 1) / |y|, which wraps in int32 where the sum leaves the range; the floor is
 * given instead.
 */
export function floorMod(x: number, y: number): number {
  const t = truncateMod(x, y);
  return t !== 0 && t < 0 !== y < 0 ? t + y : t;
}
/** Repeated squaring, wrapping at 32 bits; narrower types wrap when stored. */
export function pow(x: number, y: number): number {
  if (y < 0) throw new NegativeIntegerPower();
  let r = 1;
  let square = x;
  for (let e = y; e > 0; e = Math.floor(e / 2)) {
    if (e % 2 === 1) r = Math.imul(r, square);
    square = Math.imul(square, square);
  }
  return r;
}
export function maximum(a: number, b: number): number {
  return Math.max(a, b);
}
export function minimum(a: number, b: number): number {
  return Math.min(b, a);
}
export function divNoNan(x: number, y: number): number {
  return y === 0 ? 0 : Math.trunc(x / y);
}
export function bitwiseAnd(x: number, y: number): number {
  return x & y;
}
export function bitwiseOr(x: number, y: number): number {
  return x | y;
}
export function bitwiseXor(x: number, y: number): number {
  return x ^ y;
}
/** Shift counts are clamped to 0 .. bits - 1. */
export function leftShift(x: number, y: number, bits: number): number {
  return x << Math.max(0, Math.min(y, bits - 1));
}
export function rightShift(x: number, y: number, bits: number): number {
  const count = Math.max(0, Math.min(y, bits - 1));
  return x > 0x7fffffff ? x >>> count : x >> count;
}

export function equal(x: number, y: number): boolean {
  return x === y;
}
export function notEqual(x: number, y: number): boolean {
  return x !== y;
}
export function less(x: number, y: number): boolean {
  return x < y;
}
export function lessEqual(x: number, y: number): boolean {
  return x <= y;
}
export function greater(x: number, y: number): boolean {
  return x > y;
}
export function greaterEqual(x: number, y: number): boolean {
  return x >= y;
}
export function approximateEqual(x: number, y: number, tolerance: number): boolean {
  return Math.abs(x - y) < tolerance;
}

export function neg(x: number): number {
  return -x;
}
export function abs(x: number): number {
  return Math.abs(x);
}
export function sign(x: number): number {
  return x > 0 ? 1 : x < 0 ? -1 : 0;
}
export function square(x: number): number {
  return Math.imul(x, x);
}
export function same(x: number): number {
  return x;
}
export function invert(x: number): number {
  return ~x;
}
export function relu(x: number): number {
  return Math.max(x, 0);
}
export function relu6(x: number): number {
  return x < 0 ? 0 : Math.min(x, 6);
}
export function reluGrad(g: number, x: number): number {
  return x > 0 ? g : 0;
}
export function relu6Grad(g: number, x: number): number {
  return x > 0 && x < 6 ? g : 0;
}
export function logicalNot(x: number): boolean {
  return x === 0;
}
export function logicalAnd(x: number, y: number): boolean {
  return x !== 0 && y !== 0;
}
export function logicalOr(x: number, y: number): boolean {
  return x !== 0 || y !== 0;
}
