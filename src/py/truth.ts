/**
 * Python's truth of a value: zero, empty and None are false; an array of several elements has none.
 * Source: PyObject_IsTrue (Python 3.7), array_any_nonzero (NumPy 1.18).
 */
import { load, truth } from "../np/element.js";
import { ValueError } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { Strided } from "../np/strided.js";

/** Python's bool(value), what `if value:` asks. */
export function is_true(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (value instanceof Strided) {
    if (value.size > 1) {
      throw new ValueError(
        "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()",
      );
    }
    return value.size === 1 && truth(load(value.data, value.dtype, value.offset));
  }
  if (typeof value !== "object") return typeof value === "number" ? value !== 0 : Boolean(value);
  if (value instanceof Map || value instanceof Set) return value.size > 0;
  if (Array.isArray(value)) return value.length > 0;
  if ("__bool__" in value && typeof value.__bool__ === "function") return Boolean(value.__bool__());
  if ("__len__" in value && typeof value.__len__ === "function") return Number(value.__len__()) > 0;
  if ("length" in value && typeof value.length === "number") return value.length > 0;
  if (isPlainObject(value)) return Object.keys(value).length > 0;
  return "valueOf" in value && typeof value.valueOf() === "number" ? truth(value.valueOf()) : truth(value);
}

/** Python's `not value`. */
export function not_(value: unknown): boolean {
  return !is_true(value);
}
