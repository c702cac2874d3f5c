/**
 * Python's repr and str of any value: numbers, text, bytes, containers, and objects that offer __repr__ or __str__.
 * Source: Python 3.7 (object.__repr__ of each built-in type).
 */
import { DType, isComplex } from "../dtype.js";
import { KeyError, OSError } from "../errors.js";
import { isFloatList, PyFloat } from "../pyfloat.js";
import { PyTuple } from "../pytuple.js";
import { shortestDigits } from "./digits.js";
import { isPlainObject } from "./mapping.js";

/** repr of a Python float: shortest digits, with an exponent below 1e-4 and from 1e16 on. */
export function floatRepr(x: number): string {
  const text = shortFloat(x);
  return /[.en]/.test(text) ? text : `${text}.0`;
}

/** The same without the `.0` of whole numbers, as the parts of a complex number print. */
function shortFloat(x: number): string {
  if (Number.isNaN(x)) return "nan";
  const sign = x < 0 || Object.is(x, -0) ? "-" : "";
  if (!Number.isFinite(x)) return `${sign}inf`;
  const { digits, exponent } = shortestDigits(x, 64);
  if (exponent < -4 || exponent >= 16) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : "";
    return `${sign}${digits[0]}${fraction}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
  }
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  const fraction = digits.slice(exponent + 1);
  return sign + (fraction ? `${whole}.${fraction}` : whole);
}

/** `(1+2j)`, `1j` where the real part is a positive zero; `part` prints a float. */
export function complexText(re: number, im: number, part: (x: number) => string): string {
  if (re === 0 && !Object.is(re, -0)) return `${part(im)}j`;
  const second = part(im);
  return `(${part(re)}${second.startsWith("-") ? "" : "+"}${second}j)`;
}

export function complexRepr(re: number, im: number): string {
  return complexText(re, im, shortFloat);
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function hexEscape(code: number): string {
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, "0")}`;
  return `\\U${code.toString(16).padStart(8, "0")}`;
}

/** Single quotes, unless only single ones occur inside. */
function quoteFor(text: string): string {
  return text.includes("'") && !text.includes('"') ? '"' : "'";
}

/** repr of a str. */
export function strRepr(text: string): string {
  const quote = quoteFor(text);
  let out = quote;
  for (const c of text) {
    const code = c.codePointAt(0)!;
    if (c === quote) out += `\\${c}`;
    else if (ESCAPES[c] !== undefined) out += ESCAPES[c];
    else if (code >= 0x20 && code < 0x7f) out += c;
    else if (/[\p{C}\p{Z}]/u.test(c)) out += hexEscape(code);
    else out += c;
  }
  return out + quote;
}

/** repr of bytes: b'…'. */
export function bytesRepr(bytes: Uint8Array): string {
  const quote = bytes.includes(0x27) && !bytes.includes(0x22) ? '"' : "'";
  let out = `b${quote}`;
  for (const code of bytes) {
    const c = String.fromCharCode(code);
    if (c === quote) out += `\\${c}`;
    else out += ESCAPES[c] ?? (code >= 0x20 && code < 0x7f ? c : hexEscape(code));
  }
  return out + quote;
}

function offers<K extends string>(value: object, method: K): value is Record<K, () => unknown> {
  return method in value && typeof (value as Record<K, unknown>)[method] === "function";
}

/** Containers being printed: one that contains itself shows `[...]` there. */
const open = new Set<object>();

function guarded(value: object, again: string, body: () => string): string {
  if (open.has(value)) return again;
  open.add(value);
  try {
    return body();
  } finally {
    open.delete(value);
  }
}

function items(list: readonly unknown[]): string {
  if (isFloatList(list)) return list.map((x) => (typeof x === "number" ? floatRepr(x) : repr(x))).join(", ");
  return Array.from(list, repr).join(", ");
}

function dictRepr(dict: object, entries: Iterable<readonly [unknown, unknown]>): string {
  return guarded(dict, "{...}", () => `{${Array.from(entries, ([k, v]) => `${repr(k)}: ${repr(v)}`).join(", ")}}`);
}

const addresses = new WeakMap<object, number>();
let objects = 0;

/** Where Python would say that the object lies: a number of its own. */
function address(value: object): string {
  let n = addresses.get(value);
  if (n === undefined) {
    n = 0x7f0000000000 + 16 * ++objects;
    addresses.set(value, n);
  }
  return `0x${n.toString(16)}`;
}

function functionRepr(value: object & { readonly name?: string }): string {
  if (offers(value, "__repr__")) return String(value.__repr__());
  const isClass = /^class\b/.test(Function.prototype.toString.call(value));
  return isClass ? `<class '${value.name}'>` : `<function ${value.name || "<lambda>"} at ${address(value)}>`;
}

/** `dtype('float32')`; objects and bytes by their codes. */
function dtypeRepr(dtype: DType): string {
  const text = dtype.kind === "O" ? "O" : dtype.toString();
  return `dtype('${text.replace(/^[|]/, "")}')`;
}

function objectRepr(value: object): string {
  if (offers(value, "__repr__")) return String(value.__repr__());
  if (value instanceof DType) return dtypeRepr(value);
  if (value instanceof PyFloat) return floatRepr(value.value);
  if (value instanceof Uint8Array) return bytesRepr(value);
  if (value instanceof PyTuple) {
    return guarded(value, "(...)", () => (value.length === 1 ? `(${items(value)},)` : `(${items(value)})`));
  }
  if (Array.isArray(value)) return guarded(value, "[...]", () => `[${items(value)}]`);
  if (value instanceof Map) return dictRepr(value, value);
  if (value instanceof Set) {
    return value.size === 0 ? "set()" : guarded(value, "set(...)", () => `{${Array.from(value, repr).join(", ")}}`);
  }
  if (value instanceof Error) return errorRepr(value);
  if (isComplex(value)) return complexRepr(value.re, value.im);
  if (isPlainObject(value)) return dictRepr(value, Object.entries(value));
  if (value.toString !== Object.prototype.toString) return value.toString();
  // A generator has no class of its own.
  if (Object.prototype.toString.call(value) === "[object Generator]") return `<generator object at ${address(value)}>`;
  const { pythonName, name } = value.constructor as { pythonName?: string; name: string };
  return `<${pythonName ?? `__main__.${name}`} object at ${address(value)}>`;
}

/** The arguments of an exception; of an error that JavaScript made, its message. */
function argumentsOf(error: Error): readonly unknown[] {
  if ("args" in error && Array.isArray(error.args)) return error.args;
  return error.message === "" ? [] : [error.message];
}

function errorRepr(error: Error): string {
  const args = argumentsOf(error);
  return `${error.name}(${args.map(repr).join(", ")})`;
}

function errorText(error: Error): string {
  const args = argumentsOf(error);
  if (error instanceof OSError && args.length >= 2) {
    const name = error.filename === null ? "" : `: ${repr(error.filename)}`;
    return `[Errno ${str(args[0])}] ${str(args[1])}${name}`;
  }
  if (args.length === 0) return "";
  if (args.length > 1) return `(${args.map(repr).join(", ")})`;
  // Python shows the missing key as it is written.
  return error instanceof KeyError ? repr(args[0]) : str(args[0]);
}

/** Python's repr(value). */
export function repr(value: unknown): string {
  switch (typeof value) {
    case "string":
      return strRepr(value);
    case "number":
      return Number.isInteger(value) ? integerText(value) : floatRepr(value);
    case "bigint":
      return value.toString();
    case "boolean":
      return value ? "True" : "False";
    case "function":
      return functionRepr(value);
    case "object":
      return value === null ? "None" : objectRepr(value);
    case "symbol":
      return value.toString();
    default:
      return "None";
  }
}

/** A whole number as a Python int: no exponent, no negative zero. */
function integerText(x: number): string {
  return Math.abs(x) < 1e21 ? String(x === 0 ? 0 : x) : BigInt(x).toString();
}

/** Python's str(value). */
export function str(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "function" && offers(value, "__str__")) return String(value.__str__());
  if (typeof value === "object" && value !== null) {
    if (offers(value, "__str__")) return String(value.__str__());
    if (value instanceof Error) return errorText(value);
    if (value instanceof DType) return value.toString();
  }
  return repr(value);
}

/** Python's ascii(value): repr with everything beyond ASCII escaped. */
export function ascii(value: unknown): string {
  return Array.from(repr(value), (c) => (c < "\x80" ? c : hexEscape(c.codePointAt(0)!))).join("");
}
