/**
 * Python's format(value, spec): the mini-language behind the colon of `{:>8.3f}`, for Python and NumPy values.
 * Source: Python/formatter_unicode.c (Python 3.7), gentype_format (numpy/core/src/multiarray/scalartypes.c.src).
 */
import { isComplex } from "../np/dtype.js";
import { load } from "../np/element.js";
import { OverflowError, TypeError_, ValueError } from "../np/errors.js";
import { formatFloat, trimmed, withPoint } from "../np/printing/float_format.js";
import { floatRepr, str } from "../np/printing/repr.js";
import { isScalar, typeName } from "../np/printing/type_name.js";
import { PyFloat } from "../np/pyfloat.js";
import { Strided } from "../np/strided.js";
import { type Numeric, numeric, toDouble } from "./number.js";

interface Spec {
  readonly fill: string;
  /** "" takes the type's own side. */
  readonly align: string;
  readonly sign: string;
  readonly alternate: boolean;
  readonly width: number;
  readonly grouping: string;
  /** -1 when none is given. */
  readonly precision: number;
  /** "" when none is given. */
  readonly type: string;
}

function count(digits: string): number {
  const n = Number(digits);
  if (n > 2 ** 63 - 1) throw new ValueError("Too many decimal digits in format string");
  return n;
}

const SPEC = /^(?:(.)?([<>=^]))?([-+ ]?)(#?)(0?)(\d*)(,?_?)(?:\.(\d*))?(.*)$/su;

function parse(text: string): Spec {
  const m = SPEC.exec(text)!;
  const [, fill, align, sign, alternate, zero, width, grouping, precision, type] = m as unknown as (
    | string
    | undefined
  )[];
  if (grouping === ",_") throw new ValueError("Cannot specify both ',' and '_'.");
  if (precision === "") throw new ValueError("Format specifier missing precision");
  if ([...type!].length > 1) throw new ValueError("Invalid format specifier");
  if (grouping && type && !"defgEG%F".includes(type) && !(grouping === "_" && "boxX".includes(type))) {
    throw new ValueError(`Cannot specify '${grouping}' with '${type}'.`);
  }
  return {
    fill: fill ?? (zero ? "0" : " "),
    align: align ?? (zero ? "=" : ""),
    sign: sign!,
    alternate: alternate === "#",
    width: count(width!),
    grouping: grouping!,
    precision: precision === undefined ? -1 : count(precision),
    type: type!,
  };
}

const characters = (text: string) => (/[\ud800-\udbff]/.test(text) ? [...text].length : text.length);

function aligned(text: string, side: string, spec: Spec): string {
  const room = Math.max(0, spec.width - characters(text));
  const before = side === "<" ? 0 : side === "^" ? Math.floor(room / 2) : room;
  return spec.fill.repeat(before) + text + spec.fill.repeat(room - before);
}

function unknownCode(spec: Spec, type: string): ValueError {
  const code = spec.type.codePointAt(0)!;
  const shown = code > 32 && code < 128 ? spec.type : `\\x${code.toString(16)}`;
  return new ValueError(`Unknown format code '${shown}' for object of type '${type}'`);
}

function formatText(text: string, spec: Spec): string {
  if (spec.type !== "" && spec.type !== "s") throw unknownCode(spec, "str");
  if (spec.grouping) throw new ValueError(`Cannot specify '${spec.grouping}' with 's'.`);
  if (spec.sign) throw new ValueError("Sign not allowed in string format specifier");
  if (spec.alternate) throw new ValueError("Alternate form (#) not allowed in string format specifier");
  if (spec.align === "=") throw new ValueError("'=' alignment not allowed in string format specifier");
  const cut = spec.precision < 0 ? text : [...text].slice(0, spec.precision).join("");
  return aligned(cut, spec.align || "<", spec);
}

/** Digits with a separator every `size` places; zeros in front until the text is `least` long. */
function grouped(digits: string, separator: string, size: number, least: number): string {
  const lengthOf = (n: number) => n + Math.floor((n - 1) / size);
  let n = digits.length;
  while (lengthOf(n) < least) n++;
  const all = digits.padStart(n, "0");
  const first = all.length % size || size;
  const parts = [all.slice(0, first)];
  for (let i = first; i < all.length; i += size) parts.push(all.slice(i, i + size));
  return parts.join(separator);
}

function signText(negative: boolean, spec: Spec): string {
  return negative ? "-" : spec.sign === "-" ? "" : spec.sign;
}

/** A number from its pieces: sign, prefix such as 0x, digits before the point, and what follows them. */
function assembled(negative: boolean, prefix: string, whole: string, rest: string, spec: Spec, size = 3): string {
  const head = signText(negative, spec) + prefix;
  const padsZeros = spec.fill === "0" && spec.align === "=";
  const least = padsZeros ? spec.width - head.length - rest.length : 0;
  const digits = spec.grouping ? grouped(whole, spec.grouping, size, least) : whole;
  if (spec.align !== "=") return aligned(head + digits + rest, spec.align || ">", spec);
  const room = Math.max(0, spec.width - head.length - digits.length - rest.length);
  return head + spec.fill.repeat(room) + digits + rest;
}

const RADIX: Readonly<Record<string, { readonly base: number; readonly prefix: string }>> = {
  b: { base: 2, prefix: "0b" },
  o: { base: 8, prefix: "0o" },
  x: { base: 16, prefix: "0x" },
  X: { base: 16, prefix: "0X" },
};

function characterOf(value: number | bigint, spec: Spec): string {
  if (spec.sign) throw new ValueError("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) throw new ValueError("Alternate form (#) not allowed with integer format specifier 'c'");
  if (BigInt.asIntN(64, BigInt(value)) !== BigInt(value)) {
    throw new OverflowError("Python int too large to convert to C long");
  }
  if (value < 0 || value >= 0x110000) throw new OverflowError("%c arg not in range(0x110000)");
  return aligned(String.fromCodePoint(Number(value)), spec.align === "=" ? ">" : spec.align || ">", spec);
}

function formatInt(value: number | bigint, spec: Spec, type: string): string {
  if (spec.type && "eEfFgG%".includes(spec.type)) return formatDouble(toDouble(value), spec);
  if (spec.type && !"bcdoxXn".includes(spec.type)) throw unknownCode(spec, type);
  if (spec.precision >= 0) throw new ValueError("Precision not allowed in integer format specifier");
  if (spec.type === "c") return characterOf(value, spec);
  const radix = RADIX[spec.type];
  const size = value < 0 ? -BigInt(value) : BigInt(value);
  const digits = size.toString(radix?.base ?? 10);
  const prefix = radix && spec.alternate ? radix.prefix : "";
  return assembled(value < 0, prefix, spec.type === "X" ? digits.toUpperCase() : digits, "", spec, radix ? 4 : 3);
}

/** A float without a type: repr, or with a precision the general format that always shows it is a float. */
function untyped(x: number, spec: Spec, dotZero: boolean): string {
  if (spec.precision < 0) {
    const text = dotZero ? floatRepr(x) : floatRepr(x).replace(/\.0$/, "");
    return spec.alternate && Number.isFinite(x) ? withPoint(text) : text;
  }
  const general = formatFloat(x, "g", spec.precision, spec.alternate);
  if (!dotZero || !Number.isFinite(x)) return general;
  const places = Math.max(1, spec.precision);
  // One digit earlier than in "g" the exponent takes over, to leave room for the ".0".
  const exponent = Number(/e(.*)$/.exec(formatFloat(x, "e", places - 1))![1]);
  if (exponent === places - 1) {
    const text = formatFloat(x, "e", places - 1, spec.alternate);
    return spec.alternate ? text : trimmed(text);
  }
  return /[.e]/.test(general) ? general : `${general}.0`;
}

/** A float's text without padding, in two parts: the digits before the point, and the rest; the sign apart. */
function floatPieces(x: number, spec: Spec, dotZero: boolean): { negative: boolean; whole: string; rest: string } {
  const precision = spec.precision < 0 ? 6 : spec.precision;
  let text: string;
  if (spec.type === "") text = untyped(x, spec, dotZero);
  else if (spec.type === "%") text = `${formatFloat(x * 100, "f", precision, spec.alternate)}%`;
  else text = formatFloat(x, spec.type === "n" ? "g" : spec.type, precision, spec.alternate);
  const negative = text.startsWith("-");
  const bare = negative ? text.slice(1) : text;
  const whole = /^\d*/.exec(bare)![0];
  return { negative, whole, rest: bare.slice(whole.length) };
}

function formatDouble(x: number, spec: Spec): string {
  if (spec.type && !"eEfFgGn%".includes(spec.type)) throw unknownCode(spec, "float");
  const { negative, whole, rest } = floatPieces(x, spec, true);
  // nan and inf have no digits to group.
  return whole === ""
    ? assembled(negative, "", "", rest, { ...spec, grouping: "" })
    : assembled(negative, "", whole, rest, spec);
}

function formatComplex(re: number, im: number, spec: Spec): string {
  if (spec.type && !"eEfFgGn".includes(spec.type)) throw unknownCode(spec, "complex");
  if (spec.fill === "0") throw new ValueError("Zero padding is not allowed in complex format specifier");
  if (spec.align === "=") throw new ValueError("'=' alignment flag is not allowed in complex format specifier");
  const part = (x: number, sign: string): string => {
    const { negative, whole, rest } = floatPieces(x, spec, false);
    const bare = { ...spec, sign, width: 0, align: ">", grouping: whole === "" ? "" : spec.grouping };
    return assembled(negative, "", whole, rest, bare);
  };
  const alone = spec.type === "" && re === 0 && !Object.is(re, -0);
  const text = alone ? `${part(im, spec.sign)}j` : `${part(re, spec.sign)}${part(im, "+")}j`;
  return aligned(spec.type === "" && !alone ? `(${text})` : text, spec.align || ">", spec);
}

function formatNumber(x: Numeric, spec: Spec): string {
  if (x.kind === "int") return formatInt(x.value, spec, x.bool ? "bool" : "int");
  return x.kind === "float" ? formatDouble(x.value, spec) : formatComplex(x.value.re, x.value.im, spec);
}

/** A NumPy number as the Python number that formats for it; text and arrays as they are. */
function unboxed(value: unknown): unknown {
  if (!(value instanceof Strided) || value.ndim > 0) return value;
  const { kind } = value.dtype;
  if (isScalar(value) && !"biufc".includes(kind)) return kind === "U" ? value.data[value.offset] : value;
  const element = load(value.data, value.dtype, value.offset);
  return kind === "f" ? new PyFloat(element as number) : element;
}

/**
 * Python's format(value, spec).
 *
 * @example py.format_value(3.14159, ".2f") // "3.14"
 */
export function format_value(value: unknown, spec = ""): string {
  const v = unboxed(value);
  if (typeof v === "object" && v !== null && "__format__" in v && typeof v.__format__ === "function") {
    return String(v.__format__(spec));
  }
  if (spec === "") return str(v);
  if (typeof v === "string") return formatText(v, parse(spec));
  const number = isComplex(v) ? ({ kind: "complex", value: v } as const) : numeric(v);
  if (number) return formatNumber(number, parse(spec));
  throw new TypeError_(`unsupported format string passed to ${typeName(v)}.__format__`);
}
