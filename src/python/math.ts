/**
 * Python's module math.
 * Source: Modules/mathmodule.c (Python 3.7), over the functions of glibc 2.31.
 */
import { OverflowError, TypeError_, ValueError, ZeroDivisionError } from "../np/errors.js";
import { acos as acosOf } from "../np/libm/acos.js";
import { erfc as erfcOf, erf as erfOf } from "../np/libm/erf.js";
import { exp as expOf } from "../np/libm/exp.js";
import { lgamma as lgammaOf } from "../np/libm/lgamma.js";
import { log as logOf } from "../np/libm/log.js";
import { log1p as log1pOf } from "../np/libm/log1p.js";
import { pow as powOf } from "../np/libm/pow.js";
import { cos as cosOf, sin as sinOf } from "../np/libm/sincos.js";
import { expm1 as expm1Of, tanh as tanhOf } from "../np/libm/tanh.js";
import { asIndex } from "../np/printing/numbers.js";
import { typeName } from "../np/printing/type_name.js";
import { PyFloat } from "../np/pyfloat.js";
import { type PyTuple, tuple } from "../np/pytuple.js";
import { numeric } from "../py/number.js";
import { double, float, int } from "./support.js";

export const pi = Math.PI;
export const e = Math.E;
export const tau = 2 * Math.PI;
export const inf = Number.POSITIVE_INFINITY;
export const nan = Number.NaN;

/** A result that a finite argument must not make infinite or NaN. */
function checked(result: number, x: number, mayOverflow = false): number {
  if (Number.isNaN(result) && !Number.isNaN(x)) throw new ValueError("math domain error");
  if (!Number.isFinite(result) && Number.isFinite(x)) {
    if (mayOverflow) throw new OverflowError("math range error");
    throw new ValueError("math domain error");
  }
  return float(result);
}
const unary = (f: (x: number) => number, x: unknown, mayOverflow = false): number => {
  const v = double(x);
  return checked(f(v), v, mayOverflow);
};

export function sqrt(x: unknown): number {
  return unary(Math.sqrt, x);
}
export function exp(x: unknown): number {
  return unary(expOf, x, true);
}
export function expm1(x: unknown): number {
  return unary(expm1Of, x, true);
}
export function sin(x: unknown): number {
  return unary(sinOf, x);
}
export function cos(x: unknown): number {
  return unary(cosOf, x);
}
export function tan(x: unknown): number {
  return unary(Math.tan, x);
}
export function asin(x: unknown): number {
  return unary(Math.asin, x);
}
export function acos(x: unknown): number {
  return unary(acosOf, x);
}
export function atan(x: unknown): number {
  return unary(Math.atan, x);
}
export function sinh(x: unknown): number {
  return unary(Math.sinh, x, true);
}
export function cosh(x: unknown): number {
  return unary(Math.cosh, x, true);
}
export function tanh(x: unknown): number {
  return unary(tanhOf, x);
}
export function asinh(x: unknown): number {
  return unary(Math.asinh, x);
}
export function acosh(x: unknown): number {
  return unary(Math.acosh, x);
}
export function atanh(x: unknown): number {
  return unary(Math.atanh, x);
}
export function erf(x: unknown): number {
  return unary(erfOf, x);
}
export function erfc(x: unknown): number {
  return unary(erfcOf, x);
}
export function log1p(x: unknown): number {
  return unary(log1pOf, x);
}
export function atan2(y: unknown, x: unknown): number {
  return float(Math.atan2(double(y), double(x)));
}
export function fabs(x: unknown): number {
  return float(Math.abs(double(x)));
}
export function degrees(x: unknown): number {
  return float(double(x) * (180 / Math.PI));
}
export function radians(x: unknown): number {
  return float(double(x) * (Math.PI / 180));
}
export function hypot(x: unknown, y: unknown): number {
  return float(Math.hypot(double(x), double(y)));
}
export function copysign(x: unknown, y: unknown): number {
  const b = double(y);
  const size = Math.abs(double(x));
  return float(b < 0 || Object.is(b, -0) ? -size : size);
}
export function pow(x: unknown, y: unknown): number {
  const a = double(x);
  const b = double(y);
  if (a === 1 || b === 0) return float(1);
  const r = powOf(a, b);
  if (Number.isFinite(a) && Number.isFinite(b)) {
    if (Number.isNaN(r) || (a === 0 && b < 0)) throw new ValueError("math domain error");
    if (!Number.isFinite(r)) throw new OverflowError("math range error");
  }
  return float(r);
}

/** Of ints of any size, in parts that a double holds. */
function logarithm(x: unknown, f: (x: number) => number, of2: number): number {
  const n = numeric(x);
  if (n?.kind === "int" && typeof n.value === "bigint" && n.value > 0n) {
    const bits = n.value.toString(2).length - 60;
    if (bits > 0) return f(Number(n.value >> BigInt(bits))) + bits * of2;
  }
  const v = double(x);
  if (v <= 0) throw new ValueError("math domain error");
  return f(v);
}
/** The natural logarithm, or that to a base. */
export function log(x: unknown, base: unknown = null): number {
  const a = logarithm(x, logOf, Math.LN2);
  if (base === null) return float(a);
  const b = logarithm(base, logOf, Math.LN2);
  if (b === 0) throw new ZeroDivisionError("float division by zero");
  return float(a / b);
}
export function log2(x: unknown): number {
  return float(logarithm(x, Math.log2, 1));
}
export function log10(x: unknown): number {
  return float(logarithm(x, Math.log10, Math.log10(2)));
}

function rounded(x: unknown, method: string, f: (x: number) => number): number {
  if (typeof x === "object" && x !== null && method in x) {
    const own = (x as Record<string, unknown>)[method];
    if (typeof own === "function") return own.call(x) as number;
  }
  const n = numeric(x);
  if (n?.kind === "int") return int(BigInt(n.value));
  const v = f(double(x));
  if (Number.isNaN(v)) throw new ValueError("cannot convert float NaN to integer");
  if (!Number.isFinite(v)) throw new OverflowError("cannot convert float infinity to integer");
  return int(BigInt(v));
}
export function floor(x: unknown): number {
  return rounded(x, "__floor__", Math.floor);
}
export function ceil(x: unknown): number {
  return rounded(x, "__ceil__", Math.ceil);
}
export function trunc(x: unknown): number {
  if (numeric(x) === null && !(typeof x === "object" && x !== null && ("__trunc__" in x || "dtype" in x)))
    throw new TypeError_(`type ${typeName(x)} doesn't define __trunc__ method`);
  return rounded(x, "__trunc__", Math.trunc);
}
export function isnan(x: unknown): boolean {
  return Number.isNaN(double(x));
}
export function isinf(x: unknown): boolean {
  const v = double(x);
  return v === inf || v === -inf;
}
export function isfinite(x: unknown): boolean {
  return Number.isFinite(double(x));
}
export function isclose(
  a: unknown,
  b: unknown,
  options: { readonly rel_tol?: number; readonly abs_tol?: number } = {},
): boolean {
  const { rel_tol = 1e-9, abs_tol = 0 } = options;
  const x = double(a);
  const y = double(b);
  if (rel_tol < 0 || abs_tol < 0) throw new ValueError("tolerances must be non-negative");
  if (x === y) return true;
  if (!Number.isFinite(x) || !Number.isFinite(y)) return false;
  const d = Math.abs(x - y);
  return d <= Math.abs(rel_tol * y) || d <= Math.abs(rel_tol * x) || d <= abs_tol;
}
/** The remainder with the sign of x. */
export function fmod(x: unknown, y: unknown): number {
  const a = double(x);
  const b = double(y);
  if ((!Number.isFinite(a) && !Number.isNaN(b) && !Number.isNaN(a)) || b === 0)
    throw new ValueError("math domain error");
  return float(a % b);
}
export function remainder(x: unknown, y: unknown): number {
  const a = double(x);
  const b = double(y);
  if (b === 0 || (!Number.isFinite(a) && !Number.isNaN(a))) throw new ValueError("math domain error");
  if (!Number.isFinite(b)) return float(a);
  const size = Math.abs(b);
  const m = Math.abs(a) % size;
  const c = size - m;
  const r = m < c ? m : m > c ? -c : m - 2 * (((Math.abs(a) - m) * 0.5) % size);
  return float(a < 0 || Object.is(a, -0) ? -r : r);
}
export function modf(x: unknown): [number, number] & PyTuple<number> {
  const v = double(x);
  const whole = Math.trunc(v);
  const rest = Number.isFinite(v) ? v - whole : Number.isNaN(v) ? v : 0;
  const signed = rest === 0 && (v < 0 || Object.is(v, -0)) ? -0 : rest;
  return tuple([float(signed), float(whole)]) as [number, number] & PyTuple<number>;
}
export function frexp(x: unknown): [number, number] & PyTuple<number> {
  const v = double(x);
  if (v === 0 || !Number.isFinite(v)) return tuple([float(v), 0]) as [number, number] & PyTuple<number>;
  let exponent = Math.max(-1023, Math.floor(Math.log2(Math.abs(v))) + 1);
  let m = v * 2 ** -exponent;
  while (Math.abs(m) < 0.5) {
    m *= 2;
    exponent--;
  }
  while (Math.abs(m) >= 1) {
    m /= 2;
    exponent++;
  }
  return tuple([float(m), exponent]) as [number, number] & PyTuple<number>;
}
export function ldexp(x: unknown, i: number): number {
  const v = double(x);
  const half = Math.trunc(i / 2);
  const r = i > 2100 ? v * inf || 0 : i < -2200 ? v * 0 : v * 2 ** half * 2 ** (i - half);
  if (!Number.isFinite(r) && Number.isFinite(v)) throw new OverflowError("math range error");
  return float(r);
}
export function factorial(x: unknown): number {
  if (x instanceof PyFloat && !Number.isInteger(x.value))
    throw new ValueError("factorial() only accepts integral values");
  if (typeof x === "number" && !Number.isInteger(x)) throw new ValueError("factorial() only accepts integral values");
  const n = x instanceof PyFloat ? BigInt(x.value) : asIndex(x);
  if (n === undefined) throw new TypeError_(`an integer is required (got type ${typeName(x)})`);
  if (n < 0n) throw new ValueError("factorial() not defined for negative values");
  let out = 1n;
  for (let k = 2n; k <= n; k++) out *= k;
  return int(out);
}
export function gcd(x: unknown, y: unknown): number {
  const read = (v: unknown): bigint => {
    const n = asIndex(v);
    if (n === undefined) throw new TypeError_(`'${typeName(v)}' object cannot be interpreted as an integer`);
    return n < 0n ? -n : n;
  };
  let a = read(x);
  let b = read(y);
  while (b !== 0n) [a, b] = [b, a % b];
  return int(a);
}
/** The exact sum, rounded once. */
export function fsum(seq: Iterable<unknown>): number {
  const partials: number[] = [];
  let special = 0;
  for (const item of seq) {
    let x = double(item);
    if (!Number.isFinite(x)) {
      special += x;
      continue;
    }
    let i = 0;
    for (let y of partials) {
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const hi = x + y;
      const lo = y - (hi - x);
      if (lo !== 0) partials[i++] = lo;
      x = hi;
    }
    if (!Number.isFinite(x)) throw new OverflowError("intermediate overflow in fsum");
    partials.length = i;
    partials.push(x);
  }
  if (special !== 0) {
    if (Number.isNaN(special)) throw new ValueError("-inf + inf in fsum");
    return special;
  }
  return float(roundedSum(partials));
}
function roundedSum(p: readonly number[]): number {
  let n = p.length;
  if (n === 0) return 0;
  let hi = p[--n]!;
  let lo = 0;
  while (n > 0) {
    const x = hi;
    const y = p[--n]!;
    hi = x + y;
    lo = y - (hi - x);
    if (lo !== 0) break;
  }
  // Half an ulp is rounded by what lies below it.
  if (n > 0 && ((lo < 0 && p[n - 1]! < 0) || (lo > 0 && p[n - 1]! > 0))) {
    const y = lo * 2;
    const x = hi + y;
    if (y === x - hi) hi = x;
  }
  return hi;
}
export function gamma(x: unknown): number {
  const v = double(x);
  if (v === -inf || (v <= 0 && Number.isInteger(v))) throw new ValueError("math domain error");
  if (Number.isInteger(v) && v <= 23) return float(Number(factorial(v - 1)));
  if (v > 171.7) {
    if (v === inf) return v;
    throw new OverflowError("math range error");
  }
  if (v > 0) return float(expOf(lgammaOf(v)));
  return float(Math.PI / (sinOf(Math.PI * v) * expOf(lgammaOf(1 - v))));
}
export function lgamma(x: unknown): number {
  const v = double(x);
  if (v <= 0 && Number.isInteger(v)) throw new ValueError("math domain error");
  return float(lgammaOf(v));
}
