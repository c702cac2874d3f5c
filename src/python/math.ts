/**
 * Python's math: of numbers only, floats given back as floats.
 * Source: Modules/mathmodule.c (Python 3.7).
 */

import { TypeError_ } from "../np/errors.js";
import { exp as expOf } from "../np/libm/exp.js";
import { log as logOf } from "../np/libm/log.js";
import { pow as powOf } from "../np/libm/pow.js";
import { cos as cosOf, sin as sinOf } from "../np/libm/sincos.js";
import { asFloat, asInteger } from "../np/printing/numbers.js";
import { typeName } from "../np/printing/type_name.js";
import { tuple } from "../py/containers.js";
import { OverflowError, ValueError } from "../py/errors.js";
import type { PyFloat } from "../py/index.js";
import { list } from "../py/iteration.js";
import { floatValue, intOf } from "../py/number.js";

export const pi = Math.PI;
export const e = Math.E;
export const tau = 2 * Math.PI;
export const inf = Number.POSITIVE_INFINITY;
export const nan = Number.NaN;

type Float = number | PyFloat;

/** A function of one float. Raises ValueError outside of its domain, OverflowError where a finite value has no finite result. */
function real(f: (x: number) => number): (x: unknown) => number {
  return (x) => {
    const value = asFloat(x);
    const result = f(value);
    if (Number.isNaN(result) && !Number.isNaN(value)) throw new ValueError("math domain error");
    if (!Number.isFinite(result) && Number.isFinite(value)) {
      // A pole is outside of the domain, too large a value is not.
      if (f === logs || f === Math.atanh) throw new ValueError("math domain error");
      throw new OverflowError("math range error");
    }
    return floatValue(result) as number;
  };
}
function logs(x: number): number {
  return x > 0 ? logOf(x) : x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
}

export const sqrt = /* @__PURE__ */ real(Math.sqrt);
export const exp = /* @__PURE__ */ real(expOf);
export const expm1 = /* @__PURE__ */ real(Math.expm1);
export const log1p = /* @__PURE__ */ real(Math.log1p);
export const log2 = /* @__PURE__ */ real((x) => (x > 0 ? Math.log2(x) : logs(x)));
export const log10 = /* @__PURE__ */ real((x) => (x > 0 ? Math.log10(x) : logs(x)));
export const sin = /* @__PURE__ */ real(sinOf);
export const cos = /* @__PURE__ */ real(cosOf);
export const tan = /* @__PURE__ */ real(Math.tan);
export const asin = /* @__PURE__ */ real(Math.asin);
export const acos = /* @__PURE__ */ real(Math.acos);
export const atan = /* @__PURE__ */ real(Math.atan);
export const sinh = /* @__PURE__ */ real(Math.sinh);
export const cosh = /* @__PURE__ */ real(Math.cosh);
export const tanh = /* @__PURE__ */ real(Math.tanh);
export const asinh = /* @__PURE__ */ real(Math.asinh);
export const acosh = /* @__PURE__ */ real(Math.acosh);
export const atanh = /* @__PURE__ */ real(Math.atanh);
export const fabs = /* @__PURE__ */ real(Math.abs);
export const degrees = /* @__PURE__ */ real((x) => x * (180 / Math.PI));
export const radians = /* @__PURE__ */ real((x) => x * (Math.PI / 180));
const naturalLog = /* @__PURE__ */ real(logs);

/** log(x), log(x, base). */
export function log(x: unknown, base?: unknown): number {
  if (base === undefined) return naturalLog(x);
  return floatValue(Number(naturalLog(x)) / Number(naturalLog(base))) as number;
}
export function pow(x: unknown, y: unknown): number {
  const [a, b] = [asFloat(x), asFloat(y)];
  const result = powOf(a, b);
  if (Number.isFinite(a) && Number.isFinite(b)) {
    if (Number.isNaN(result) || (a === 0 && b < 0)) throw new ValueError("math domain error");
    if (!Number.isFinite(result)) throw new OverflowError("math range error");
  }
  return floatValue(result) as number;
}
export const atan2 = (y: unknown, x: unknown): number => floatValue(Math.atan2(asFloat(y), asFloat(x))) as number;
export const hypot = (x: unknown, y: unknown): number => floatValue(Math.hypot(asFloat(x), asFloat(y))) as number;
export const fmod = (x: unknown, y: unknown): number => {
  const result = asFloat(x) % asFloat(y);
  if (Number.isNaN(result)) throw new ValueError("math domain error");
  return floatValue(result) as number;
};
export const copysign = (x: unknown, y: unknown): number => {
  const sign = asFloat(y) < 0 || Object.is(asFloat(y), -0) ? -1 : 1;
  return floatValue(Math.abs(asFloat(x)) * sign) as number;
};

/** The whole number of a float, however large. */
function whole(x: number): number {
  if (Number.isNaN(x)) throw new ValueError("cannot convert float NaN to integer");
  if (!Number.isFinite(x)) throw new OverflowError("cannot convert float infinity to integer");
  return (Number.isSafeInteger(x) ? x + 0 : intOf(BigInt(x))) as number;
}
function rounding(f: (x: number) => number): (x: unknown) => number {
  return (x) => {
    const exact = typeof x === "bigint" ? x : undefined;
    return exact === undefined ? whole(f(asFloat(x))) : (intOf(exact) as number);
  };
}
export const floor = /* @__PURE__ */ rounding(Math.floor);
export const ceil = /* @__PURE__ */ rounding(Math.ceil);
export const trunc = /* @__PURE__ */ rounding(Math.trunc);

export const isnan = (x: unknown): boolean => Number.isNaN(asFloat(x));
export const isinf = (x: unknown): boolean => Math.abs(asFloat(x)) === Number.POSITIVE_INFINITY;
export const isfinite = (x: unknown): boolean => Number.isFinite(asFloat(x));
export function isclose(
  x: unknown,
  y: unknown,
  options: { readonly rel_tol?: number; readonly abs_tol?: number } = {},
): boolean {
  const [a, b] = [asFloat(x), asFloat(y)];
  if (a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  return (
    Math.abs(a - b) <= Math.max((options.rel_tol ?? 1e-9) * Math.max(Math.abs(a), Math.abs(b)), options.abs_tol ?? 0)
  );
}

function integer(x: unknown, what: string): bigint {
  const n = typeof x === "number" && !Number.isInteger(x) ? undefined : asInteger(x);
  if (n === undefined) throw new TypeError_(`'${typeName(x)}' object cannot be interpreted as an integer${what}`);
  return n;
}
export function factorial(x: unknown): number {
  const n = integer(x, "");
  if (n < 0n) throw new ValueError("factorial() not defined for negative values");
  let product = 1n;
  for (let i = 2n; i <= n; i++) product *= i;
  return intOf(product) as number;
}
export function gcd(x: unknown, y: unknown): number {
  let [a, b] = [integer(x, ""), integer(y, "")];
  while (b !== 0n) [a, b] = [b, a % b];
  return intOf(a < 0n ? -a : a) as number;
}

/** The sum, rounded once (Shewchuk's partial sums). */
export function fsum(xs: unknown): number {
  const partials: number[] = [];
  for (const item of list(xs)) {
    let x = asFloat(item);
    let i = 0;
    for (const p of partials) {
      let y = p;
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const high = x + y;
      const low = y - (high - x);
      if (low !== 0) partials[i++] = low;
      x = high;
    }
    partials.length = i;
    partials.push(x);
  }
  return floatValue(partials.reduceRight((a, b) => a + b, 0)) as number;
}
export function modf(x: unknown): readonly [Float, Float] {
  const value = asFloat(x);
  const integral = Math.trunc(value);
  return tuple([floatValue(value - integral), floatValue(integral)]);
}
export function frexp(x: unknown): readonly [Float, number] {
  let value = asFloat(x);
  if (value === 0 || !Number.isFinite(value)) return tuple([floatValue(value), 0]);
  let exponent = 0;
  while (Math.abs(value) >= 1) {
    value /= 2;
    exponent++;
  }
  while (Math.abs(value) < 0.5) {
    value *= 2;
    exponent--;
  }
  return tuple([floatValue(value), exponent]);
}
export const ldexp = (x: unknown, n: unknown): number => floatValue(asFloat(x) * 2 ** Number(n)) as number;

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
/** The gamma function, to about 1e-15 relative. */
export function gamma(x: unknown): number {
  const value = asFloat(x);
  if (Number.isInteger(value) && value > 0 && value < 24) return floatValue(Number(factorial(value - 1))) as number;
  if (value <= 0 && Number.isInteger(value)) throw new ValueError("math domain error");
  if (value < 0.5) return floatValue(Math.PI / (Math.sin(Math.PI * value) * Number(gamma(1 - value)))) as number;
  const z = value - 1;
  let sum = LANCZOS[0]!;
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (z + i);
  const t = z + 7.5;
  return floatValue(Math.sqrt(2 * Math.PI) * t ** (z + 0.5) * Math.exp(-t) * sum) as number;
}
