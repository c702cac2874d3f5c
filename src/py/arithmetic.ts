/**
 * Python's operators on two ints or two floats: floor division and modulo with the divisor's sign, exact large ints.
 * Source: Objects/longobject.c and Objects/floatobject.c (Python 3.7).
 */
import type { Complex } from "../np/dtype.js";
import { OverflowError, TypeError_, ValueError, ZeroDivisionError } from "../np/errors.js";
import { exp } from "../np/libm/exp.js";
import { log } from "../np/libm/log.js";
import { pow as power } from "../np/libm/pow.js";
import { cos, sin } from "../np/libm/sincos.js";
import type { PyFloat } from "../np/pyfloat.js";
import { floorDivide64, floorDivideBig, remainder64, remainderBig, remainderInt } from "../np/real_math.js";
import { floatValue, intOf, type Numeric, numeric, type PyNumber, toDouble } from "./number.js";

type Int = number | bigint;

/** An operator on ints: quickly where the result is exact as a number, otherwise with bigints. */
function onInts(x: Int, y: Int, quick: (a: number, b: number) => number, exact: (a: bigint, b: bigint) => bigint): Int {
  if (typeof x === "number" && typeof y === "number") {
    const z = quick(x, y);
    if (Number.isSafeInteger(z) && Number.isSafeInteger(x) && Number.isSafeInteger(y)) return intOf(z);
  }
  return intOf(exact(BigInt(x), BigInt(y)));
}

function nonZero(y: Int, message: string): void {
  if (Number(y) === 0) throw new ZeroDivisionError(message);
}

function bits(x: bigint): number {
  return (x < 0n ? -x : x).toString(2).length;
}

/** a / b rounded once, however large both are. */
function divideInts(x: Int, y: Int): number {
  if (Number.isSafeInteger(x) && Number.isSafeInteger(y)) return Number(x) / Number(y);
  const a = BigInt(x);
  const b = BigInt(y);
  // A quotient of at least 66 bits, its last bit 1 where something was cut off, rounds as the exact one does.
  const shift = Math.max(0, 66 - bits(a) + bits(b));
  const top = (a < 0n ? -a : a) << BigInt(shift);
  const bottom = b < 0n ? -b : b;
  const quotient = (top / bottom) | (top % bottom === 0n ? 0n : 1n);
  const size = bits(quotient) - 66;
  const kept = size > 0 ? (quotient >> BigInt(size)) | (quotient % (1n << BigInt(size)) === 0n ? 0n : 1n) : quotient;
  const power = Math.max(size, 0) - shift;
  // In two steps, because 2^power alone may be too small for a float where the result isn't.
  const half = Math.trunc(power / 2);
  const value = Number(kept) * 2 ** half * 2 ** (power - half);
  if (!Number.isFinite(value)) throw new OverflowError("integer division result too large for a float");
  return a < 0n !== b < 0n ? -value : value;
}

/** Python's divmod of floats. */
function floatDivmod(x: number, y: number): [number, number] {
  if (y === 0) throw new ZeroDivisionError("float divmod()");
  return [floorDivide64(x, y), remainder64(x, y)];
}

function floatPower(x: number, y: number): number | PyFloat | Complex {
  if (x === 0 && y < 0 && y !== -Infinity) throw new ZeroDivisionError("0.0 cannot be raised to a negative power");
  if (x < 0 && Number.isFinite(x) && Number.isFinite(y) && !Number.isInteger(y)) {
    return complexPower({ re: x, im: 0 }, { re: y, im: 0 });
  }
  const z = power(x, y);
  if (Math.abs(z) === Infinity && Number.isFinite(x) && Number.isFinite(y)) {
    throw new OverflowError("(34, 'Numerical result out of range')");
  }
  return floatValue(z);
}

function intPower(x: Int, y: Int): PyNumber {
  if (y < 0) return floatPower(toDouble(x), toDouble(y));
  return intOf(BigInt(x) ** BigInt(y));
}

/** The symbol of an operator in Python's texts, also its name here. */
export type Arithmetic = "+" | "-" | "*" | "/" | "//" | "%" | "**" | "&" | "|" | "^" | "<<" | ">>";

function ints(op: Arithmetic, x: Int, y: Int): PyNumber {
  switch (op) {
    case "+":
      return onInts(
        x,
        y,
        (a, b) => a + b,
        (a, b) => a + b,
      );
    case "-":
      return onInts(
        x,
        y,
        (a, b) => a - b,
        (a, b) => a - b,
      );
    case "*":
      return onInts(
        x,
        y,
        (a, b) => a * b,
        (a, b) => a * b,
      );
    case "/":
      nonZero(y, "division by zero");
      return floatValue(divideInts(x, y));
    case "//":
      nonZero(y, "integer division or modulo by zero");
      return onInts(x, y, (a, b) => (a - remainderInt(a, b)) / b, floorDivideBig);
    case "%":
      nonZero(y, "integer division or modulo by zero");
      return onInts(x, y, remainderInt, remainderBig);
    case "**":
      return intPower(x, y);
    case "&":
      return intOf(BigInt(x) & BigInt(y));
    case "|":
      return intOf(BigInt(x) | BigInt(y));
    case "^":
      return intOf(BigInt(x) ^ BigInt(y));
    default:
      if (y < 0) throw new ValueError("negative shift count");
      return intOf(op === "<<" ? BigInt(x) << BigInt(y) : BigInt(x) >> BigInt(y));
  }
}

function floats(op: Arithmetic, x: number, y: number): PyNumber | undefined {
  switch (op) {
    case "+":
      return floatValue(x + y);
    case "-":
      return floatValue(x - y);
    case "*":
      return floatValue(x * y);
    case "/":
      if (y === 0) throw new ZeroDivisionError("float division by zero");
      return floatValue(x / y);
    case "//":
      return floatValue(floatDivmod(x, y)[0]);
    case "%":
      if (y === 0) throw new ZeroDivisionError("float modulo");
      return floatValue(remainder64(x, y));
    case "**":
      return floatPower(x, y);
    default:
      return undefined;
  }
}

function divideComplex(x: Complex, y: Complex): Complex {
  // Smith's method, as CPython: divide by the larger part first.
  if (y.re === 0 && y.im === 0) throw new ZeroDivisionError("complex division by zero");
  if (Math.abs(y.re) >= Math.abs(y.im)) {
    const ratio = y.im / y.re;
    const d = y.re + y.im * ratio;
    return { re: (x.re + x.im * ratio) / d, im: (x.im - x.re * ratio) / d };
  }
  const ratio = y.re / y.im;
  const d = y.re * ratio + y.im;
  return { re: (x.re * ratio + x.im) / d, im: (x.im * ratio - x.re) / d };
}

function complexes(op: Arithmetic, x: Complex, y: Complex): Complex | undefined {
  switch (op) {
    case "+":
      return { re: x.re + y.re, im: x.im + y.im };
    case "-":
      return { re: x.re - y.re, im: x.im - y.im };
    case "*":
      return { re: x.re * y.re - x.im * y.im, im: x.re * y.im + x.im * y.re };
    case "/":
      return divideComplex(x, y);
    case "//":
      throw new TypeError_("can't take floor of complex number.");
    case "%":
      throw new TypeError_("can't mod complex numbers.");
    case "**":
      return complexPower(x, y);
    default:
      return undefined;
  }
}

function complexPower(x: Complex, y: Complex): Complex {
  if (y.re === 0 && y.im === 0) return { re: 1, im: 0 };
  if (x.re === 0 && x.im === 0) {
    if (y.im !== 0 || y.re < 0) throw new ZeroDivisionError("0.0 to a negative or complex power");
    return { re: 0, im: 0 };
  }
  const size = Math.hypot(x.re, x.im);
  const angle = Math.atan2(x.im, x.re);
  const length = power(size, y.re) * (y.im === 0 ? 1 : exp(-angle * y.im));
  const phase = angle * y.re + (y.im === 0 ? 0 : y.im * log(size));
  const z = { re: length * cos(phase), im: length * sin(phase) };
  if (Math.abs(z.re) === Infinity || Math.abs(z.im) === Infinity) throw new OverflowError("complex exponentiation");
  return z;
}

function asComplex(x: Numeric): Complex {
  return x.kind === "complex" ? x.value : { re: toDouble(x.value), im: 0 };
}

/** `x op y` of two numbers; undefined where Python has no such operator (`1.5 & 2`). */
export function arithmetic(op: Arithmetic, x: Numeric, y: Numeric): PyNumber | undefined {
  if (x.kind === "complex" || y.kind === "complex") return complexes(op, asComplex(x), asComplex(y));
  if (x.kind === "int" && y.kind === "int") {
    const both = x.bool && y.bool && (op === "&" || op === "|" || op === "^");
    const z = ints(op, x.value, y.value);
    return both ? z !== 0 : z;
  }
  return floats(op, toDouble(x.value), toDouble(y.value));
}

/** Python's divmod(x, y) of two ints or floats. */
export function divmodNumbers(x: Numeric, y: Numeric): [PyNumber, PyNumber] {
  if (x.kind === "complex" || y.kind === "complex") throw new TypeError_("can't take floor or mod of complex number.");
  if (x.kind === "int" && y.kind === "int") return [ints("//", x.value, y.value), ints("%", x.value, y.value)];
  const [q, r] = floatDivmod(toDouble(x.value), toDouble(y.value));
  return [floatValue(q), floatValue(r)];
}

/** -x, +x, ~x and abs(x) of a number; undefined where Python has no such operator. */
export function unaryNumber(op: "-" | "+" | "~" | "abs", x: Numeric): PyNumber | undefined {
  if (x.kind === "int") {
    const n = x.value;
    if (op === "~") return intOf(-BigInt(n) - 1n);
    return intOf(op === "-" || (op === "abs" && n < 0) ? -n : n);
  }
  if (op === "~") return undefined;
  if (x.kind === "float") return floatValue(op === "-" ? -x.value : op === "abs" ? Math.abs(x.value) : x.value);
  const { re, im } = x.value;
  if (op === "abs") return floatValue(Math.hypot(re, im));
  return op === "-" ? { re: -re, im: -im } : x.value;
}

/** Python's pow(x, y, modulus) of ints; the result has the sign of the modulus. */
export function powerModulo(x: unknown, y: unknown, modulus: unknown): number | bigint {
  const [base, exponent, by] = [x, y, modulus].map((v) => numeric(v));
  if (base?.kind !== "int" || exponent?.kind !== "int" || by?.kind !== "int") {
    throw new TypeError_("pow() 3rd argument not allowed unless all arguments are integers");
  }
  if (exponent.value < 0) throw new ValueError("pow() 2nd argument cannot be negative when 3rd argument specified");
  const n = BigInt(by.value);
  if (n === 0n) throw new ValueError("pow() 3rd argument cannot be 0");
  let result = 1n;
  let square = BigInt(base.value) % n;
  for (let e = BigInt(exponent.value); e > 0n; e >>= 1n) {
    if (e & 1n) result = (result * square) % n;
    square = (square * square) % n;
  }
  return intOf(remainderBig(result, n));
}
