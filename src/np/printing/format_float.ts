/**
 * np.format_float_positional and np.format_float_scientific.
 * Source: numpy/core/arrayprint.py and multiarraymodule.c (NumPy 1.18).
 */
import { toFloat } from "../element.js";
import { TypeError_ } from "../errors.js";
import { Strided } from "../strided.js";
import type { FloatBits } from "./digits.js";
import { type FloatStyle, positional, scientific, type Trim } from "./dragon4.js";
import { nonNegative } from "./options.js";
import { floatBits } from "./scalar_text.js";

export interface FormatFloatArgs {
  readonly precision?: number | null;
  readonly unique?: boolean;
  readonly trim?: Trim;
  readonly sign?: boolean;
  readonly pad_left?: number | null;
}
export interface PositionalArgs extends FormatFloatArgs {
  readonly fractional?: boolean;
  readonly pad_right?: number | null;
}
export interface ScientificArgs extends FormatFloatArgs {
  readonly exp_digits?: number | null;
}

/** A NumPy float keeps its width; every other number is a Python float. */
function bitsOf(x: unknown): FloatBits {
  return x instanceof Strided && x.dtype.kind === "f" ? floatBits(x.dtype) : 64;
}

function styleOf(x: unknown, args: FormatFloatArgs): FloatStyle {
  const { unique = true, trim = "k", sign = false } = args;
  const precision = nonNegative(args.precision, "precision");
  const padLeft = nonNegative(args.pad_left, "pad_left");
  if (!["k", ".", "0", "-"].includes(trim)) throw new TypeError_("if supplied, trim must be 'k', '.', '0' or '-'");
  if (!unique && precision < 0) throw new TypeError_("in non-unique mode `precision` must be supplied");
  return { bits: bitsOf(x), precision, unique, trim, sign, padLeft };
}

/**
 * A float without an exponent.
 *
 * @example np.format_float_positional(np.float32(0.1)) // "0.1"
 */
export function format_float_positional(x: unknown, args: PositionalArgs = {}): string {
  const style = styleOf(x, args);
  const padRight = nonNegative(args.pad_right, "pad_right");
  return positional(toFloat(x), { ...style, fractional: args.fractional ?? true, padRight });
}

/**
 * A float with an exponent.
 *
 * @example np.format_float_scientific(1234.5, { precision: 2 }) // "1.23e+03"
 */
export function format_float_scientific(x: unknown, args: ScientificArgs = {}): string {
  const style = styleOf(x, args);
  return scientific(toFloat(x), { ...style, expDigits: nonNegative(args.exp_digits, "exp_digits") });
}
