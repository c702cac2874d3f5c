/**
 * Python's types as functions: py.int, py.float, py.bool, py.str, and chr, ord, hex, oct, bin.
 * Source: int_new, float_new (Python 3.7). Each names the dtype that NumPy and TensorFlow take it for.
 */
import { type DType, dtypeOf, isComplex } from "../np/dtype.js";
import { load } from "../np/element.js";
import { TypeError_, ValueError } from "../np/errors.js";
import { asFloat, asIndex, asInteger } from "../np/printing/numbers.js";
import { repr, str as text } from "../np/printing/repr.js";
import { typeName } from "../np/printing/type_name.js";
import { PyFloat } from "../np/pyfloat.js";
import { Strided } from "../np/strided.js";
import { intOf } from "./number.js";
import { is_true } from "./truth.js";

const decoder = new TextDecoder();

/** Text or bytes of a number, as int() and float() read it; undefined for all else. */
function readable(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (value instanceof Uint8Array) return decoder.decode(value);
  if (!(value instanceof Strided) || value.size !== 1 || !"SU".includes(value.dtype.kind)) return undefined;
  return readable(load(value.data, value.dtype, value.offset));
}

const FLOAT = /^[-+]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[-+]?\d+(?:_\d+)*)?$/i;

function parseFloatText(written: string, shown: string): number {
  const t = written.trim();
  const word = /^([-+]?)(inf|infinity|nan)$/i.exec(t);
  if (word) return word[2]!.toLowerCase() === "nan" ? NaN : word[1] === "-" ? -Infinity : Infinity;
  if (!FLOAT.test(t)) throw new ValueError(`could not convert string to float: ${shown}`);
  return Number(t.replaceAll("_", ""));
}

function toPyFloat(value: unknown = 0): PyFloat {
  if (value instanceof PyFloat) return value;
  const written = readable(value);
  if (written !== undefined) return new PyFloat(parseFloatText(written, written === "" ? "" : repr(value)));
  try {
    return new PyFloat(asFloat(value));
  } catch (error) {
    if (!(error instanceof TypeError_) || !error.message.startsWith("must be real number")) throw error;
    throw new TypeError_(`float() argument must be a string or a number, not '${typeName(value)}'`);
  }
}

const PREFIXES: Readonly<Record<string, number>> = { "0x": 16, "0o": 8, "0b": 2 };

function parseIntText(written: string, base: number, shown: string): number | bigint {
  const invalid = new ValueError(`invalid literal for int() with base ${base}: ${shown}`);
  const m = /^([-+]?)(0[xob])?_?([0-9a-z]+(?:_[0-9a-z]+)*)$/i.exec(written.trim());
  if (!m) throw invalid;
  const marked = m[2] ? PREFIXES[m[2].toLowerCase()]! : 0;
  const used = base === 0 ? marked || 10 : base;
  // A prefix of another base is made of digits, as in int("0b1", 16).
  const digits = (m[2] && marked !== used ? m[2] : "").concat(m[3]!).replaceAll("_", "").toLowerCase();
  let n = 0n;
  for (const c of digits) {
    const d = Number.parseInt(c, 36);
    if (Number.isNaN(d) || d >= used) throw invalid;
    n = n * BigInt(used) + BigInt(d);
  }
  return intOf(m[1] === "-" ? -n : n);
}

function toPyInt(value: unknown = 0, base?: number): number | bigint {
  const written = readable(value);
  if (base !== undefined) {
    if (base !== 0 && (base < 2 || base > 36)) throw new ValueError("int() base must be >= 2 and <= 36, or 0");
    if (written === undefined) throw new TypeError_("int() can't convert non-string with explicit base");
  }
  if (written !== undefined) return parseIntText(written, base ?? 10, repr(value));
  if (typeof value === "object" && value !== null && isComplex(value)) {
    throw new TypeError_("can't convert complex to int");
  }
  if (value instanceof Strided && value.size !== 1) {
    throw new TypeError_("only size-1 arrays can be converted to Python scalars");
  }
  const n = asInteger(value);
  if (n === undefined) {
    throw new TypeError_(`int() argument must be a string, a bytes-like object or a number, not '${typeName(value)}'`);
  }
  return intOf(n);
}

/** A Python type: called it converts, as a dtype argument it names the dtype. */
export interface PyType {
  readonly __name__: string;
  readonly dtype: DType;
  __repr__(): string;
}

function type<F extends (...args: never[]) => unknown>(name: string, convert: F, dtype: DType): F & PyType {
  return Object.assign((...args: Parameters<F>) => convert(...args), {
    __name__: name,
    dtype,
    __repr__: () => `<class '${name}'>`,
  }) as F & PyType;
}

/** Python's float(value): a float even where the value is whole, so that it prints as `2.0` and becomes float32 in TF. */
export const float = /* @__PURE__ */ type("float", toPyFloat, dtypeOf("float64"));
/** Python's int(value, base): truncates floats, reads text. */
export const int = /* @__PURE__ */ type("int", toPyInt, dtypeOf("int64"));
/** Python's bool(value). */
export const bool = /* @__PURE__ */ type("bool", (value: unknown = false) => is_true(value), dtypeOf("bool"));
/** Python's str(value). */
export const str = /* @__PURE__ */ type("str", (value: unknown = "") => text(value), dtypeOf("str"));

class PlainObject {
  static readonly pythonName = "object";
}

/** Python's object, as a dtype that of arrays of anything. */
export const object = /* @__PURE__ */ type("object", () => new PlainObject(), dtypeOf("object"));

/** Python's chr(code). */
export function chr(code: unknown): string {
  const n = asIndex(code);
  if (n === undefined) throw new TypeError_(`an integer is required (got type ${typeName(code)})`);
  if (n < 0n || n > 0x10ffffn) throw new ValueError("chr() arg not in range(0x110000)");
  return String.fromCodePoint(Number(n));
}

/** Python's ord(character). */
export function ord(character: unknown): number {
  if (character instanceof Uint8Array && character.length === 1) return character[0]!;
  if (typeof character !== "string") {
    throw new TypeError_(`ord() expected string of length 1, but ${typeName(character)} found`);
  }
  const all = [...character];
  if (all.length !== 1) throw new TypeError_(`ord() expected a character, but string of length ${all.length} found`);
  return character.codePointAt(0)!;
}

function inBase(value: unknown, base: number, prefix: string): string {
  const n = asIndex(value);
  if (n === undefined) throw new TypeError_(`'${typeName(value)}' object cannot be interpreted as an integer`);
  return n < 0n ? `-${prefix}${(-n).toString(base)}` : prefix + n.toString(base);
}

/** Python's hex(n). */
export const hex = (n: unknown): string => inBase(n, 16, "0x");
/** Python's oct(n). */
export const oct = (n: unknown): string => inBase(n, 8, "0o");
/** Python's bin(n). */
export const bin = (n: unknown): string => inBase(n, 2, "0b");
