/**
 * np.format_float_positional and np.format_float_scientific.
 * Source: numpy/core/arrayprint.py and multiarraymodule.c (NumPy 1.18).
 */
import { bind, type Call } from "../arguments.js";
import { TypeError_ } from "../errors.js";
import { Strided } from "../strided.js";
import type { FloatBits } from "./digits.js";
import { type FloatStyle, positional, scientific, type Trim } from "./dragon4.js";
import { asFloat } from "./numbers.js";
import { nonNegative } from "./options.js";
import { floatBits } from "./scalar_text.js";
import { isScalar } from "./type_name.js";

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

/** A NumPy float keeps its width; every other number, arrays of one element included, is a Python float. */
function bitsOf(x: unknown): FloatBits {
  return x instanceof Strided && isScalar(x) && x.dtype.kind === "f" ? floatBits(x.dtype) : 64;
}

function styleOf(x: unknown, args: FormatFloatArgs): FloatStyle {
  const { unique = true, trim = "k", sign = false } = args;
  const precision = nonNegative(args.precision, "precision");
  const padLeft = nonNegative(args.pad_left, "pad_left");
  if (!["k", ".", "0", "-"].includes(trim)) throw new TypeError_("if supplied, trim must be 'k', '.', '0' or '-'");
  if (!unique && precision < 0) throw new TypeError_("in non-unique mode `precision` must be supplied");
  return { bits: bitsOf(x), precision, unique, trim, sign, padLeft };
}

type Positions = [precision: number | null, unique: boolean];

/**
 * A float without an exponent.
 *
 * @example np.format_float_positional(np.float32(0.1)) // "0.1"
 */
export function format_float_positional(x: unknown, ...args: Call<Positions, PositionalArgs>): string {
  const names = ["precision", "unique", "fractional", "trim", "sign", "pad_left", "pad_right"] as const;
  const given = bind<PositionalArgs>("format_float_positional", names, args);
  const padRight = nonNegative(given.pad_right, "pad_right");
  return positional(asFloat(x), { ...styleOf(x, given), fractional: given.fractional ?? true, padRight });
}

/**
 * A float with an exponent.
 *
 * @example np.format_float_scientific(1234.5, { precision: 2 }) // "1.23e+03"
 */
export function format_float_scientific(x: unknown, ...args: Call<Positions, ScientificArgs>): string {
  const names = ["precision", "unique", "trim", "sign", "pad_left", "exp_digits"] as const;
  const given = bind<ScientificArgs>("format_float_scientific", names, args);
  return scientific(asFloat(x), { ...styleOf(x, given), expDigits: nonNegative(given.exp_digits, "exp_digits") });
}
