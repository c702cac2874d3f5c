/**
 * A float as text, positional or scientific, with NumPy's choice of digits, trimming and padding.
 * Source: FormatPositional and FormatScientific (numpy/core/src/multiarray/dragon4.c, NumPy 1.18).
 */
import { type Cutoff, type Decimal, exactDigits, type FloatBits, uniqueDigits } from "./digits.js";

/** Zeros at the end: keep "k", drop but keep the point ".", leave one "0", drop the point as well "-". */
export type Trim = "k" | "." | "0" | "-";

export interface FloatStyle {
  readonly bits: FloatBits;
  /** Digits after the point at most; -1 as many as are needed. */
  readonly precision: number;
  /** Shortest digits that identify the value, or those of the exact value. */
  readonly unique: boolean;
  readonly trim: Trim;
  /** Always show a sign. */
  readonly sign: boolean;
  /** Characters before the point; -1 no padding. */
  readonly padLeft: number;
}

export interface PositionalStyle extends FloatStyle {
  /** Precision counts digits after the point; otherwise all digits. */
  readonly fractional: boolean;
  /** Characters after the point; -1 no padding. */
  readonly padRight: number;
}

export interface ScientificStyle extends FloatStyle {
  /** Digits of the exponent at least; -1 for two. */
  readonly expDigits: number;
}

function signOf(x: number, style: FloatStyle): string {
  if (x < 0 || Object.is(x, -0)) return "-";
  return style.sign ? "+" : "";
}

function digitsOf(x: number, style: FloatStyle, cutoff: Cutoff | null): Decimal {
  return style.unique || cutoff === null ? uniqueDigits(x, style.bits, cutoff) : exactDigits(x, cutoff);
}

/** Every digit of a float64 lies above 10^-1075: this many are all there are. */
const ALL = 1100;

function positionalCutoff(style: PositionalStyle): Cutoff | null {
  const { precision, unique, fractional } = style;
  if (precision < 0) return null;
  if (fractional) return { fraction: precision };
  // parity: NumPy 1.18 takes a total of 0 digits as no limit.
  if (precision === 0) return unique ? null : { fraction: ALL };
  return { total: precision };
}

/** ddd.ddd */
export function positional(x: number, style: PositionalStyle): string {
  if (Number.isNaN(x)) return "nan";
  const sign = signOf(x, style);
  if (!Number.isFinite(x)) return `${sign}inf`;
  const { trim, padLeft, padRight, precision } = style;
  const { digits, exponent } = digitsOf(x, style, positionalCutoff(style));
  let whole = "0";
  let fraction: string;
  if (exponent >= 0) {
    whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
    fraction = digits.slice(exponent + 1);
  } else {
    fraction = "0".repeat(-exponent - 1) + digits;
  }
  if (trim !== "k") fraction = fraction.replace(/0+$/, "");
  else if (!style.unique) fraction = fraction.padEnd(style.fractional ? precision : precision - whole.length, "0");
  if (trim === "0" && fraction === "") fraction = "0";
  const bare = trim === "-" && fraction === "";
  const point = bare ? (padRight >= 0 ? " " : "") : ".";
  const right = " ".repeat(Math.max(0, padRight - fraction.length));
  return (sign + whole).padStart(padLeft) + point + fraction + right;
}

/** d.ddde±dd */
export function scientific(x: number, style: ScientificStyle): string {
  if (Number.isNaN(x)) return "nan";
  const sign = signOf(x, style);
  if (!Number.isFinite(x)) return `${sign}inf`;
  const { trim, padLeft, precision } = style;
  const { digits, exponent } = digitsOf(x, style, precision < 0 ? null : { total: precision + 1 });
  let fraction = digits.slice(1);
  // parity: a point that zeros followed stays, whatever the trimming.
  const point = trim === "-" && fraction === "" ? "" : ".";
  if (trim !== "k") fraction = fraction.replace(/0+$/, "");
  else if (!style.unique) fraction = fraction.padEnd(precision, "0");
  if (trim === "0" && fraction === "") fraction = "0";
  const width = style.expDigits < 0 ? 2 : Math.min(5, style.expDigits);
  const power = String(Math.abs(exponent)).padStart(width, "0");
  return `${(sign + digits[0]).padStart(padLeft)}${point}${fraction}e${exponent < 0 ? "-" : "+"}${power}`;
}
