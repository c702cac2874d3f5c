/**
 * Arrays as text: np.array2string, np.array_str, np.array_repr and what print shows of an array.
 * Source: numpy/core/arrayprint.py (NumPy 1.18).
 */
import { bind, type Call } from "../arguments.js";
import type { DType } from "../dtype.js";
import { load } from "../element.js";
import { PyFloat } from "../pyfloat.js";
import type { Strided } from "../strided.js";
import { boolFormat, complexFormat, floatFormat, integerFormat } from "./element_text.js";
import { checkedOptions, type Formatter, optionsInForce, type PrintOptionArgs, type PrintOptions } from "./options.js";
import { bytesRepr, repr, str } from "./repr.js";
import { floatBits, scalarStr } from "./scalar_text.js";

type ElementText = (at: number) => string;

/** Storage positions of the elements that will be shown, row-major; only the corners when `edge` is given. */
function shownPositions(a: Strided, edge: number | null): number[] {
  let at = [a.offset];
  for (const [axis, length] of a.shape.entries()) {
    const stride = a.strides[axis]!;
    const indices = Array.from({ length }, (_, i) => i);
    const cut = edge !== null && length > 2 * edge;
    // parity: no edge items means x[:0] and x[-0:], which is all.
    const shown = cut ? [...indices.slice(0, edge), ...indices.slice(edge === 0 ? 0 : -edge)] : indices;
    at = at.flatMap((start) => shown.map((i) => start + i * stride));
  }
  return at;
}

/** Keys of a formatter that apply to an element type, the most specific last. */
function formatterKeys(dtype: DType): readonly string[] {
  switch (dtype.kind) {
    case "b":
      return ["all", "bool"];
    case "i":
    case "u":
      return ["all", "int_kind", "int"];
    case "f":
      return ["all", "float_kind", "float"];
    case "c":
      return ["all", "complex_kind", "complexfloat"];
    case "O":
      return ["all", "object"];
    default:
      return ["all", "str_kind", "numpystr"];
  }
}

function customText(a: Strided, formatter: Formatter): ElementText | null {
  let found: ((x: never) => string) | null = null;
  for (const key of formatterKeys(a.dtype)) found = formatter[key] ?? found;
  if (found === null) return null;
  const format = found as (x: unknown) => string;
  return (at) => format(load(a.data, a.dtype, at));
}

function objectText(value: unknown): string {
  const text = repr(value);
  // A list among objects says so, because brackets alone would look like another axis.
  return Array.isArray(value) && text.startsWith("[") ? `list(${text})` : text;
}

/** The function that prints one element, by its storage position. */
function elementFormat(a: Strided, edge: number | null, options: PrintOptions): ElementText {
  const custom = options.formatter && customText(a, options.formatter);
  if (custom) return custom;
  const { data, dtype } = a;
  const scalar = a.shape.length === 0;
  switch (dtype.kind) {
    case "b": {
      const format = boolFormat(scalar);
      return (at) => format(data[at] !== 0);
    }
    case "i":
    case "u": {
      const format = integerFormat(shownPositions(a, edge).map((at) => data[at] as number | bigint));
      return (at) => format(data[at] as number | bigint);
    }
    case "f": {
      const values = shownPositions(a, edge).map((at) => data[at] as number);
      const format = floatFormat(values, scalar, floatBits(dtype), options);
      return (at) => format(data[at] as number);
    }
    case "c": {
      const positions = shownPositions(a, edge);
      const real = positions.map((at) => data[2 * at] as number);
      const imag = positions.map((at) => data[2 * at + 1] as number);
      const format = complexFormat(real, imag, scalar, floatBits(dtype), options);
      return (at) => format(data[2 * at] as number, data[2 * at + 1] as number);
    }
    case "O":
      return (at) => objectText(data[at]);
    default:
      return (at) => repr(data[at]);
  }
}

/** Python's len of a text: characters, not UTF-16 units. */
function width(text: string): number {
  return /[\ud800-\udbff]/.test(text) ? [...text].length : text.length;
}

/** Everything that stays the same while one array is laid out. */
interface Layout {
  readonly array: Strided;
  readonly text: ElementText;
  readonly separator: string;
  readonly edge: number | null;
  readonly old: boolean;
}

/** Indices along one axis, null where the summary dots stand. */
function axisIndices(length: number, edge: number | null): (number | null)[] {
  const all = Array.from({ length }, (_, i) => i);
  if (edge === null || 2 * edge >= length) return all;
  // parity: the last element shows even when no edge items are asked for.
  return [...all.slice(0, edge), null, ...all.slice(-Math.max(1, edge))];
}

/** The innermost axis: elements, wrapped to the line width. */
function rowText(layout: Layout, start: number, indent: string, lineWidth: number): string {
  const { array, separator, old } = layout;
  const axis = array.shape.length - 1;
  const bare = separator.trimEnd();
  const indices = axisIndices(array.shape[axis]!, layout.edge);
  let done = "";
  let line = indent;
  for (const [k, i] of indices.entries()) {
    const last = k === indices.length - 1;
    const word = i === null ? "..." : layout.text(start + i * array.strides[axis]!);
    const room = lineWidth - (old ? (last ? 0 : bare.length) : Math.max(bare.length, 1));
    // A line that holds nothing yet is not wrapped: it would not help.
    if (width(line) + width(word) > room && (old || width(line) > indent.length)) {
      done += `${line.trimEnd()}\n`;
      line = indent;
    }
    line += word;
    if (!last) line += old && i === null ? ", " : separator;
  }
  return done + line;
}

function axisText(layout: Layout, axis: number, start: number, indent: string, lineWidth: number): string {
  const { array, separator, old } = layout;
  const left = array.shape.length - axis;
  if (left === 0) return layout.text(start);
  let body: string;
  if (left === 1) {
    body = rowText(layout, start, indent, lineWidth);
  } else {
    const next = separator.trimEnd() + "\n".repeat(left - 1);
    body = "";
    const indices = axisIndices(array.shape[axis]!, layout.edge);
    for (const [k, i] of indices.entries()) {
      if (i === null) {
        body += indent + (old ? "..., \n" : `...${next}`);
        continue;
      }
      const at = start + i * array.strides[axis]!;
      body += indent + axisText(layout, axis + 1, at, `${indent} `, old ? lineWidth : lineWidth - 1);
      if (k < indices.length - 1) body += next;
    }
  }
  return `[${body.slice(indent.length)}]`;
}

/** Arrays being printed: an object array that contains itself shows `...` there. */
const open = new Set<Strided>();

function guarded(array: Strided, body: () => string): string {
  if (open.has(array)) return "...";
  open.add(array);
  try {
    return body();
  } finally {
    open.delete(array);
  }
}

function bodyText(a: Strided, options: PrintOptions, separator: string, prefix: string): string {
  if (a.size === 0) return "[]";
  const edge = a.size > options.threshold ? options.edgeitems : null;
  return guarded(a, () => {
    const layout = { array: a, text: elementFormat(a, edge, options), separator, edge, old: options.legacy === "1.13" };
    return axisText(layout, 0, a.offset, " ".repeat(1 + prefix.length), options.linewidth);
  });
}

/** Parameters of array2string. */
export interface Array2StringArgs {
  readonly max_line_width?: number | null;
  readonly precision?: number | null;
  readonly suppress_small?: boolean | null;
  readonly separator?: string;
  readonly prefix?: string;
  readonly formatter?: Formatter | null;
  readonly threshold?: number | null;
  readonly edgeitems?: number | null;
  readonly sign?: PrintOptions["sign"] | null;
  readonly floatmode?: PrintOptions["floatmode"] | null;
  readonly suffix?: string;
  readonly legacy?: PrintOptions["legacy"] | null;
}
/** Parameters of array_str and array_repr. */
export type LineArgs = Pick<Array2StringArgs, "max_line_width" | "precision" | "suppress_small">;

type LinePositions = [max_line_width: number | null, precision: number | null, suppress_small: boolean | null];
type TextPositions = [...LinePositions, separator: string, prefix: string];

const LINE_NAMES = ["max_line_width", "precision", "suppress_small"] as const;
const TEXT_NAMES: readonly (keyof Array2StringArgs)[] = [
  ...LINE_NAMES,
  "separator",
  "prefix",
  "formatter",
  "threshold",
  "edgeitems",
  "sign",
  "floatmode",
  "suffix",
  "legacy",
];

function text(a: Strided, args: Array2StringArgs): string {
  const { max_line_width, suppress_small, separator = " ", prefix = "", suffix = "", ...rest } = args;
  const given: PrintOptionArgs = { ...rest, linewidth: max_line_width ?? null, suppress: suppress_small ?? null };
  const options = { ...optionsInForce(), ...checkedOptions(given) };
  const old = options.legacy === "1.13";
  if (old && a.shape.length === 0) return repr(item(a));
  return bodyText(a, { ...options, linewidth: options.linewidth - (old ? 0 : suffix.length) }, separator, prefix);
}

/**
 * An array as text.
 *
 * @example np.array2string(x, { precision: 2, separator: "," })
 */
export function array2string(a: Strided, ...args: Call<TextPositions, Array2StringArgs>): string {
  return text(a, bind<Array2StringArgs>("array2string", TEXT_NAMES, args));
}

/** Python's str(array): a 0-d array prints like its scalar. */
export function array_str(a: Strided, ...args: Call<LinePositions, LineArgs>): string {
  if (a.shape.length > 0) return text(a, bind<LineArgs>("array_str", LINE_NAMES, args));
  if (optionsInForce().legacy === "1.13") return str(item(a));
  const value = a.data[a.offset];
  return guarded(a, () => (value instanceof Uint8Array ? bytesRepr(value) : scalarStr(a)));
}

/** The one value of a 0-d array as a Python value. */
function item(a: Strided): unknown {
  const value = load(a.data, a.dtype, a.offset);
  return a.dtype.kind === "f" ? new PyFloat(value as number) : value;
}

/** Types that repr leaves unnamed, because Python's own numbers give them. */
const IMPLIED = new Set(["int64", "float64", "complex128", "bool"]);

function impliedType(dtype: DType, old: boolean): boolean {
  return IMPLIED.has(dtype.name) && !(old && dtype.name === "bool");
}

const OPENING = "array(";

/** Python's repr(array): `array([1, 2])`, with the dtype where it isn't the default one. */
export function array_repr(a: Strided, ...args: Call<LinePositions, LineArgs>): string {
  const line = bind<LineArgs>("array_repr", LINE_NAMES, args);
  const { linewidth, legacy } = optionsInForce();
  const old = legacy === "1.13";
  const max_line_width = line.max_line_width ?? linewidth;
  const { dtype, shape, size } = a;
  const named = size === 0 || !impliedType(dtype, old);
  const suffix = named ? "," : ")";
  const listed = size > 0 || (shape.length === 1 && shape[0] === 0);
  const body = listed
    ? text(a, { ...line, max_line_width, separator: ", ", prefix: OPENING, suffix })
    : `[], shape=(${shape.join(", ")})`;
  const whole = OPENING + body + suffix;
  if (!named) return whole;
  const flexible = dtype.kind === "U" || dtype.kind === "S";
  const type = `dtype=${flexible ? `'${dtype}'` : dtype.name})`;
  const lastLine = width(whole.slice(whole.lastIndexOf("\n") + 1));
  const breaks = old ? flexible : lastLine + type.length + 1 > max_line_width;
  return whole + (breaks ? `\n${" ".repeat(OPENING.length)}` : " ") + type;
}

/** str(array) under the options in force. */
export function arrayStr(a: Strided): string {
  return array_str(a);
}

/** repr(array) under the options in force. */
export function arrayRepr(a: Strided): string {
  return array_repr(a);
}
