/** Which values Python calls dicts or can subscript by name. */
import { isComplex } from "../dtype.js";
import { PyTuple } from "../pytuple.js";
import { Strided } from "../strided.js";

/** An object literal: a dict with text keys. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const proto: unknown = Object.getPrototypeOf(value);
  return (proto === Object.prototype || proto === null) && !isComplex(value);
}

/** What Python can subscript, tuples and text aside: dicts, lists, bytes, arrays and NumPy scalars. */
export function isMapping(value: unknown): boolean {
  if (value instanceof PyTuple) return false;
  const container = value instanceof Map || Array.isArray(value) || value instanceof Uint8Array;
  return container || value instanceof Strided || isPlainObject(value);
}
