/**
 * Text of single elements inside an array: columns of equal width, chosen from all elements that will be shown.
 * Source: FloatingFormat, ComplexFloatingFormat, IntegerFormat, BoolFormat (numpy/core/arrayprint.py, NumPy 1.18).
 */
import { TypeError_ } from "../errors.js";
import { roundHalf } from "../half.js";
import type { FloatBits } from "./digits.js";
import { type PositionalStyle, positional, type ScientificStyle, scientific } from "./dragon4.js";
import { type FloatMode, nonNegative, optionsInForce, type PrintOptions, type SignMode } from "./options.js";

/** Ratio of two values as their own format computes it. */
function ratio(a: number, b: number, bits: FloatBits): number {
  if (bits === 64) return a / b;
  const single = Math.fround(a / b);
  return bits === 32 ? single : roundHalf(single);
}

function needsExponent(finite: readonly number[], suppress: boolean, bits: FloatBits): boolean {
  let most = 0;
  let least = Infinity;
  for (const x of finite) {
    const a = Math.abs(x);
    if (a > most) most = a;
    if (a !== 0 && a < least) least = a;
  }
  if (most === 0) return false;
  return most >= 1e8 || (!suppress && (least < 0.0001 || ratio(most, least, bits) > 1000));
}

const longest = (texts: readonly string[]) => texts.reduce((n, t) => Math.max(n, t.length), 0);
const negative = (x: number) => x < 0 || Object.is(x, -0);

interface Columns {
  /** Characters before and after the point. */
  readonly left: number;
  readonly right: number;
  /** A value's text in the final width before the point. */
  readonly text: (x: number, left: number) => string;
}

/** Sizes for d.ddde±dd, from a first pass over all values. */
function exponentColumns(finite: readonly number[], style: ScientificStyle, fixed: boolean, old: boolean): Columns {
  const exact = fixed || old;
  if (exact && style.precision < 0) throw new TypeError_("in non-unique mode `precision` must be supplied");
  const first: ScientificStyle = { ...style, trim: exact ? "k" : ".", unique: !exact };
  const pieces = finite.map(
    (x) => /^(.*)\.(.*)e.(.*)$/.exec(scientific(x, first))!.slice(1) as [string, string, string],
  );
  const expDigits = longest(pieces.map((p) => p[2]));
  const precision = longest(pieces.map((p) => p[1]));
  return {
    left: old ? 3 : longest(pieces.map((p) => p[0])),
    right: expDigits + 2 + precision,
    text: (x, padLeft) => scientific(x, { ...style, trim: "k", unique: false, precision, expDigits, padLeft }),
  };
}

/** Sizes for ddd.ddd, from a first pass over all values. */
function pointColumns(finite: readonly number[], style: PositionalStyle, mode: FloatMode, old: boolean): Columns {
  const fixed = mode === "fixed";
  const first: PositionalStyle = { ...style, trim: fixed ? "k" : ".", unique: !fixed };
  const pieces = finite.map((x) => positional(x, first).split(".") as [string, string]);
  const wholes = pieces.map((p) => p[0]);
  const right = longest(pieces.map((p) => p[1]));
  const equal = fixed || mode === "maxprec_equal";
  const trim = equal ? "k" : ".";
  const precision = equal ? right : style.precision;
  return {
    left: old ? 1 + longest(wholes.map((w) => w.replace(/^[-+]+/, ""))) : longest(wholes),
    right,
    text: (x, padLeft) => positional(x, { ...style, trim, unique: !equal, precision, padLeft, padRight: right }),
  };
}

const NO_FINITE: Columns = { left: 0, right: 0, text: () => "" };

function columnsOf(finite: readonly number[], sign: SignMode, bits: FloatBits, options: PrintOptions): Columns {
  if (finite.length === 0) return NO_FINITE;
  const old = options.legacy === "1.13";
  const mode = options.floatmode;
  const precision = mode === "unique" ? -1 : nonNegative(options.precision, "precision");
  const style = { bits, precision, unique: true, trim: ".", sign: sign === "+", padLeft: -1 } as const;
  return needsExponent(finite, options.suppress, bits)
    ? exponentColumns(finite, { ...style, expDigits: -1 }, mode === "fixed", old)
    : pointColumns(finite, { ...style, fractional: true, padRight: -1 }, mode, old);
}

/** How floats of one array print; `values` are all that will be shown, `scalar` says that the array is 0-d. */
export function floatFormat(
  values: readonly number[],
  scalar: boolean,
  bits: FloatBits,
  options: PrintOptions,
): (x: number) => string {
  const old = options.legacy === "1.13";
  const sign = old && !scalar && options.sign === "-" ? " " : options.sign;
  const finite = values.filter(Number.isFinite);
  const { left: needed, right, text } = columnsOf(finite, sign, bits, options);
  // parity: the texts for nan and inf come from the options in force, not from the call's own.
  const { nanstr, infstr } = optionsInForce();
  let left = needed + (!old && sign === " " && !finite.some(negative) ? 1 : 0);
  if (finite.length < values.length) {
    const signed = sign !== "-" || values.includes(-Infinity) ? 1 : 0;
    left = Math.max(left, nanstr.length - right - 1, infstr.length + signed - right - 1);
  }
  const plus = sign === "+" ? "+" : "";
  return (x) => {
    if (Number.isFinite(x)) return text(x, left);
    const word = Number.isNaN(x) ? plus + nanstr : (x < 0 ? "-" : plus) + infstr;
    return word.padStart(left + right + 1);
  };
}

/** How complex numbers print: two columns, the imaginary one always signed. */
export function complexFormat(
  real: readonly number[],
  imag: readonly number[],
  scalar: boolean,
  bits: FloatBits,
  options: PrintOptions,
): (re: number, im: number) => string {
  const old = options.legacy === "1.13";
  const re = floatFormat(real, scalar, bits, old ? { ...options, floatmode: "maxprec_equal" } : options);
  const im = floatFormat(imag, scalar, bits, { ...options, sign: "+", floatmode: old ? "maxprec" : options.floatmode });
  return (a, b) => re(a) + im(b).replace(/\s*$/, "j$&");
}

/** How integers print: right-aligned in the width of the longest. */
export function integerFormat(values: readonly (number | bigint)[]): (x: number | bigint) => string {
  let width = 0;
  for (const x of values) width = Math.max(width, String(x).length);
  return (x) => String(x).padStart(width);
}

/** How booleans print: ` True` as wide as `False`, but not alone in a 0-d array. */
export function boolFormat(scalar: boolean): (x: boolean) => string {
  return (x) => (x ? (scalar ? "True" : " True") : "False");
}
