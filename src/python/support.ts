/**
 * What the modules share: floats that say that they are, and arguments of several kinds.
 * Source: convention of src/py: a JavaScript number with an integral value is a Python int.
 */
import { TypeError_ } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { asFloat, asIndex } from "../np/printing/numbers.js";
import { typeName } from "../np/printing/type_name.js";
import { floatValue } from "../py/number.js";

/** A float as a result: whole ones are PyFloats when the program runs, and reckon as numbers. */
export const float = (x: number): number => floatValue(x) as number;

/** An int as a result: beyond 2^53 it is a bigint when the program runs. */
export function int(x: bigint): number {
  const small = Number(x);
  return Number.isSafeInteger(small) ? small : (x as unknown as number);
}

/** The double that an argument is. Raises TypeError. */
export const double = (x: unknown): number => asFloat(x);

/** The int that an argument is, as a number. Raises TypeError. */
export function index(x: unknown): number {
  const n = asIndex(x);
  if (n === undefined) throw new TypeError_(`'${typeName(x)}' object cannot be interpreted as an integer`);
  return Number(n);
}

/** Positional arguments and keywords of a call with any number of the first. */
export function parts<K extends object>(args: readonly unknown[]): [unknown[], Partial<K>] {
  const last = args.at(-1);
  return isPlainObject(last) ? [args.slice(0, -1), last as Partial<K>] : [[...args], {}];
}

/** The elements of text that Python counts. */
export const points = (text: string): string[] => Array.from(text);

const encoder = new TextEncoder();
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** Anything with bytes, or text as UTF-8. */
export function bytesOf(x: unknown): Uint8Array {
  if (x instanceof Uint8Array) return x;
  if (typeof x === "string") return utf8(x);
  throw new TypeError_(`a bytes-like object is required, not '${typeName(x)}'`);
}
