/**
 * What Python's arithmetic sees in a JavaScript value: int, float, complex, or none of them.
 * Source: Python's numeric tower; convention: a JavaScript number with an integral value is an int.
 */
import { type Complex, isComplex } from "../np/dtype.js";
import { intValue } from "../np/element.js";
import { OverflowError } from "../np/errors.js";
import { PyFloat } from "../np/pyfloat.js";

/** A Python number. Floats with an integral value come back as PyFloat, so that `1.0` stays a float. */
export type PyNumber = number | bigint | boolean | PyFloat | Complex;

/** An int (booleans are ints, small ones numbers), a float, or a complex number. */
export type Numeric =
  | { readonly kind: "int"; readonly value: number | bigint; readonly bool: boolean }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "complex"; readonly value: Complex };

/** The number that a value is for Python; null for text, containers, arrays and all else. */
export function numeric(x: unknown): Numeric | null {
  switch (typeof x) {
    case "number":
      return Number.isInteger(x) ? { kind: "int", value: x, bool: false } : { kind: "float", value: x };
    case "bigint":
      return { kind: "int", value: x, bool: false };
    case "boolean":
      return { kind: "int", value: x ? 1 : 0, bool: true };
    case "object":
      if (x instanceof PyFloat) return { kind: "float", value: x.value };
      if (x !== null && Object.getPrototypeOf(x) === Object.prototype && isComplex(x))
        return { kind: "complex", value: x };
      return null;
    default:
      return null;
  }
}

/** A float as a value: a number where that says float, otherwise a PyFloat. */
export function floatValue(x: number): number | PyFloat {
  return Number.isInteger(x) ? new PyFloat(x) : x;
}

/** An int as a value: a number where that is exact, otherwise a bigint. */
export function intOf(x: number | bigint): number | bigint {
  return typeof x === "bigint" ? intValue(x) : x === 0 ? 0 : x;
}

/** An int as the float of the nearest value. Raises OverflowError beyond the largest float. */
export function toDouble(x: number | bigint): number {
  const value = Number(x);
  if (!Number.isFinite(value) && typeof x === "bigint") throw new OverflowError("int too large to convert to float");
  return value;
}
