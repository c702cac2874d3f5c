/**
 * One element of storage as a Python value and back: what `item()` gives and what assignment of one value does.
 * Source: the getitem and setitem functions of numpy/core/src/multiarray/arraytypes.c.src (NumPy 1.18).
 */
import { type Complex, type Data, type DType, isComplex } from "./dtype.js";
import { OverflowError, TypeError_, ValueError } from "./errors.js";
import { roundHalf } from "./half.js";
import { str, strRepr } from "./printing/repr.js";
import { scalarStr } from "./printing/scalar_text.js";
import { PyFloat } from "./pyfloat.js";
import { PyTuple } from "./pytuple.js";
import { Strided } from "./strided.js";

const LOWEST = -(2n ** 63n);
const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** A 64-bit integer as a Python int: a number where that is exact, a bigint beyond 2^53. */
export function intValue(big: bigint): number | bigint {
  const n = Number(big);
  return Number.isSafeInteger(n) ? n : big;
}

/** The element at a storage position as a Python value: boolean, number or bigint, Complex, string, bytes, object. */
export function load(data: Data, dtype: DType, at: number): unknown {
  switch (dtype.kind) {
    case "b":
      return data[at] !== 0;
    case "c":
      return { re: data[2 * at] as number, im: data[2 * at + 1] as number };
    case "i":
    case "u":
      return dtype.isBig ? intValue(data[at] as bigint) : data[at];
    default:
      return data[at];
  }
}

/** The integer that an object with Python's `__index__` stands for (a TensorFlow Dimension, a NumPy integer). */
export function indexOf(value: unknown): number | undefined {
  if (typeof value === "number" && Number.isInteger(value)) return value;
  if (typeof value === "bigint") return Number(value);
  if (typeof value !== "object" || value === null) return undefined;
  if (value instanceof Strided) {
    return value.ndim === 0 && value.dtype.isInteger ? Number(value.data[value.offset]) : undefined;
  }
  if ("__index__" in value && typeof value.__index__ === "function") return Number(value.__index__());
  return undefined;
}

/** Python's name of a value's type, for error texts. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return "NoneType";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "string") return "str";
  if (typeof value === "bigint") return "int";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  if (typeof value === "function") return "function";
  if (value instanceof PyFloat) return "float";
  if (value instanceof Strided) return "numpy.ndarray";
  if (value instanceof Uint8Array) return "bytes";
  if (Array.isArray(value)) return value instanceof PyTuple ? className(value, PyTuple, "tuple") : "list";
  if (value instanceof Set) return "set";
  if (value instanceof Map) return className(value, Map, "dict");
  if (isComplex(value)) return "complex";
  return className(value, Object, "dict");
}

/** Name of the value's class: the one that it gives itself in Python, `base` of the class that a built-in type is. */
function className(value: object, builtin: abstract new (...args: never) => object, base: string): string {
  const made: unknown = value.constructor;
  if (made === builtin) return base;
  if (typeof made !== "function") return "object";
  return "pythonName" in made ? String(made.pythonName) : made.name;
}

/** A NumPy scalar or array of one element, or an object that converts itself, as the plain value inside. */
function unwrap(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof PyFloat) return value.value;
  if (value instanceof Strided) {
    if (value.size !== 1) throw new ValueError("setting an array element with a sequence.");
    return load(value.data, value.dtype, value.offset);
  }
  if ("__index__" in value) return indexOf(value);
  return value;
}

function parseFloatText(text: string): number {
  const t = text.trim().replace(/(\d)_(?=\d)/g, "$1");
  const word = /^([+-]?)(inf|infinity|nan)$/i.exec(t);
  if (word) return word[2]!.toLowerCase() === "nan" ? NaN : word[1] === "-" ? -Infinity : Infinity;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(t)) {
    throw new ValueError(`could not convert string to float: ${strRepr(text)}`);
  }
  return Number(t);
}

/** Python's float(value). */
export function toFloat(value: unknown): number {
  if (typeof value === "number") return value;
  const v = unwrap(value);
  if (typeof v === "number") return v;
  if (typeof v === "boolean") return v ? 1 : 0;
  if (typeof v === "bigint") return Number(v);
  if (typeof v === "string") return parseFloatText(v);
  if (v instanceof Uint8Array) return parseFloatText(decoder.decode(v));
  if (v === null || v === undefined) return NaN;
  if (isComplex(v)) throw new TypeError_("can't convert complex to float");
  if (Array.isArray(v)) throw new ValueError("setting an array element with a sequence.");
  if (typeof v === "object" && typeof v.valueOf() === "number") return Number(v.valueOf());
  throw new TypeError_(`float() argument must be a string or a number, not '${typeName(v)}'`);
}

/** Python's int(value): truncates floats, reads decimal text. */
export function toBigInt(value: unknown): bigint {
  const v = unwrap(value);
  if (typeof v === "bigint") return v;
  if (typeof v === "boolean") return v ? 1n : 0n;
  if (typeof v === "number") {
    if (Number.isNaN(v)) throw new ValueError("cannot convert float NaN to integer");
    if (!Number.isFinite(v)) throw new OverflowError("cannot convert float infinity to integer");
    return BigInt(Math.trunc(v));
  }
  if (typeof v === "string" || v instanceof Uint8Array) {
    const text = typeof v === "string" ? v : decoder.decode(v);
    if (!/^\s*[+-]?\d+\s*$/.test(text)) {
      throw new ValueError(`invalid literal for int() with base 10: ${strRepr(text)}`);
    }
    return BigInt(text.trim().replace(/^\+/, ""));
  }
  if (isComplex(v)) throw new TypeError_("can't convert complex to int");
  if (Array.isArray(v)) throw new ValueError("setting an array element with a sequence.");
  if (typeof v === "object" && v !== null && typeof v.valueOf() === "number") return toBigInt(v.valueOf());
  throw new TypeError_(`int() argument must be a string, a bytes-like object or a number, not '${typeName(v)}'`);
}

/** Python's bool(value) of one element. */
export function truth(value: unknown): boolean {
  const v = unwrap(value);
  if (v === null || v === undefined) return false;
  if (isComplex(v)) return v.re !== 0 || v.im !== 0;
  if (v instanceof Uint8Array || Array.isArray(v)) return v.length > 0;
  return Number.isNaN(v) || Boolean(v);
}

function toComplex(value: unknown): Complex {
  const v = unwrap(value);
  return isComplex(v) ? v : { re: toFloat(v), im: 0 };
}

/** Text of a value for arrays of text: what str() gives, the characters of bytes. */
function toText(value: unknown): string {
  if (value instanceof Uint8Array) return decoder.decode(value);
  if (!(value instanceof Strided)) return str(value);
  const element = unwrap(value);
  return element instanceof Uint8Array ? decoder.decode(element) : scalarStr(value);
}

/** Assigns one Python value to a storage position, converting as NumPy's setitem does. */
export function store(data: Data, dtype: DType, at: number, value: unknown): void {
  switch (dtype.kind) {
    case "b":
      data[at] = truth(value) ? 1 : 0;
      return;
    case "f": {
      const x = toFloat(value);
      data[at] = dtype.name === "float16" ? roundHalf(x) : x;
      return;
    }
    case "i":
    case "u":
      storeInt(data, dtype, at, value);
      return;
    case "c": {
      const z = toComplex(value);
      data[2 * at] = z.re;
      data[2 * at + 1] = z.im;
      return;
    }
    case "U": {
      const text = [...toText(value)];
      const width = dtype.itemsize / 4;
      (data as unknown[])[at] = (width > 0 ? text.slice(0, width) : text).join("");
      return;
    }
    case "S": {
      const bytes = value instanceof Uint8Array ? value : encoder.encode(toText(value));
      (data as unknown[])[at] = dtype.itemsize > 0 ? bytes.subarray(0, dtype.itemsize) : bytes;
      return;
    }
    default:
      (data as unknown[])[at] =
        value instanceof Strided && value.ndim === 0 ? load(value.data, value.dtype, value.offset) : value;
  }
}

function storeInt(data: Data, dtype: DType, at: number, value: unknown): void {
  if (typeof value === "number" && Number.isInteger(value) && !dtype.isBig && Math.abs(value) < 2 ** 53) {
    data[at] = value;
    return;
  }
  const big = toBigInt(value);
  if (dtype.name === "uint64") {
    if (big < 0n && typeof value !== "object" && big < LOWEST) {
      throw new OverflowError("Python int too large to convert to C long");
    }
    if (big >= 2n ** 64n) throw new OverflowError("int too big to convert");
    data[at] = BigInt.asUintN(64, big);
    return;
  }
  if (big < LOWEST || big > -LOWEST - 1n) throw new OverflowError("Python int too large to convert to C long");
  data[at] = dtype.isBig ? big : Number(BigInt.asIntN(32, big));
}
