/**
 * str and repr of one element as a NumPy scalar: floats with the shortest digits of their own width.
 * Source: floattype_str, complextype_str and genint_type_str (numpy/core/src/multiarray/scalartypes.c.src, NumPy 1.18).
 */
import type { DType } from "../dtype.js";
import type { Strided } from "../strided.js";
import type { FloatBits } from "./digits.js";
import { positional, scientific, type Trim } from "./dragon4.js";
import { formatFloat } from "./float_format.js";
import { optionsInForce } from "./options.js";
import { complexText, repr, str } from "./repr.js";

/** Width of the floats of a float or complex type. */
export function floatBits(dtype: DType): FloatBits {
  const bytes = dtype.kind === "c" ? dtype.itemsize / 2 : dtype.itemsize;
  return bytes === 2 ? 16 : bytes === 4 ? 32 : 64;
}

function floatText(x: number, bits: FloatBits, positionalTrim: Trim, scientificTrim: Trim): string {
  const style = { bits, precision: -1, unique: true, sign: false, padLeft: -1 } as const;
  const a = Math.abs(x);
  return a === 0 || (a < 1e16 && a >= 1e-4)
    ? positional(x, { ...style, trim: positionalTrim, fractional: true, padRight: -1 })
    : scientific(x, { ...style, trim: scientificTrim, expDigits: -1 });
}

/** Significant digits of str and repr in NumPy 1.13. */
const LEGACY_DIGITS = { 16: [6, 8], 32: [6, 8], 64: [12, 17] } as const;

function legacyText(x: number, bits: FloatBits, asRepr: boolean): string {
  const text = formatFloat(x, "g", LEGACY_DIGITS[bits][asRepr ? 1 : 0]);
  return /^[-\d]+$/.test(text) ? `${text}.0` : text;
}

/** The element at a storage position: what `str(a[i])` gives, or `repr(a[i])`. */
export function elementText(array: Strided, at: number, asRepr: boolean): string {
  const { data, dtype } = array;
  const legacy = optionsInForce().legacy === "1.13";
  switch (dtype.kind) {
    case "b":
      return data[at] ? "True" : "False";
    case "i":
    case "u":
      return String(data[at]);
    case "f": {
      const x = data[at] as number;
      return legacy ? legacyText(x, floatBits(dtype), asRepr) : floatText(x, floatBits(dtype), "0", "-");
    }
    case "c": {
      const bits = floatBits(dtype);
      const text = complexText(data[2 * at] as number, data[2 * at + 1] as number, (x) =>
        legacy ? formatFloat(x, "g", LEGACY_DIGITS[bits][asRepr ? 1 : 0]) : floatText(x, bits, "-", "-"),
      );
      return legacy ? text.replace(/(?<=nan|inf)(?=j)/, "*") : text;
    }
    default:
      return asRepr ? repr(data[at]) : str(data[at]);
  }
}

/** str of a NumPy scalar, or of the one value of a 0-d array. */
export function scalarStr(scalar: Strided): string {
  return elementText(scalar, scalar.offset, false);
}

/** repr of a NumPy scalar. */
export function scalarRepr(scalar: Strided): string {
  return elementText(scalar, scalar.offset, true);
}
