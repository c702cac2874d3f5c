/**
 * Python's `text % values`.
 * Source: printf-style string formatting (PyUnicode_Format, Python 3.7).
 */
import { KeyError, OverflowError, TypeError_, ValueError } from "../errors.js";
import { PyTuple } from "../pytuple.js";
import { formatFloat } from "./float_format.js";
import { isMapping } from "./mapping.js";
import { asFloat, asIndex, asInteger } from "./numbers.js";
import { ascii, repr, str } from "./repr.js";
import { typeName } from "./type_name.js";

/** One conversion, as in `%(key)-08.3f`. */
interface Conversion {
  readonly flags: string;
  readonly width: number;
  /** -1 when none is given. */
  readonly precision: number;
  readonly type: string;
}

/** The values behind `%`: taken one by one from a tuple, by name from a mapping. */
class Arguments {
  private readonly items: readonly unknown[];
  private next = 0;
  private readonly mapping: unknown;
  /** True once a key was used: then nothing is left to take one by one. */
  private keyed = false;

  constructor(value: unknown) {
    this.items = value instanceof PyTuple ? value : [value];
    this.mapping = isMapping(value) ? value : undefined;
  }

  take(): unknown {
    if (this.keyed || this.next >= this.items.length) throw new TypeError_("not enough arguments for format string");
    return this.items[this.next++];
  }

  /** What `%(key)s` names. */
  lookup(key: string): unknown {
    const from = this.mapping;
    if (from === undefined) throw new TypeError_("format requires a mapping");
    this.keyed = true;
    if (from instanceof Map) {
      if (!from.has(key)) throw new KeyError(key);
      return from.get(key);
    }
    if (Array.isArray(from)) throw new TypeError_("list indices must be integers or slices, not str");
    if (typeof from !== "object" || from === null || !Object.hasOwn(from, key)) throw new KeyError(key);
    return (from as Record<string, unknown>)[key];
  }

  /** Raises where values remain, unless they stood in a container that may hold more than is shown. */
  finish(): void {
    if (this.mapping === undefined && this.next < this.items.length) {
      throw new TypeError_("not all arguments converted during string formatting");
    }
  }
}

const characters = (text: string) => (/[\ud800-\udbff]/.test(text) ? [...text].length : text.length);

function pad(text: string, c: Conversion): string {
  const room = " ".repeat(Math.max(0, c.width - characters(text)));
  return c.flags.includes("-") ? text + room : room + text;
}

/** Sign, prefix and digits in the width asked for, with zeros where the flag says so. */
function padNumber(negative: boolean, prefix: string, digits: string, c: Conversion): string {
  const sign = negative ? "-" : c.flags.includes("+") ? "+" : c.flags.includes(" ") ? " " : "";
  const head = sign + prefix;
  if (!c.flags.includes("0") || c.flags.includes("-")) return pad(head + digits, c);
  return head + digits.padStart(c.width - head.length, "0");
}

const RADIX: Readonly<Record<string, { base: number; prefix: string }>> = {
  x: { base: 16, prefix: "0x" },
  o: { base: 8, prefix: "0o" },
};

function integer(value: unknown, c: Conversion): string {
  const radix = RADIX[c.type.toLowerCase()];
  const n = radix ? asIndex(value) : asInteger(value);
  if (n === undefined) {
    const wanted = radix ? "an integer" : "a number";
    throw new TypeError_(`%${c.type} format: ${wanted} is required, not ${typeName(value)}`);
  }
  const digits = (n < 0n ? -n : n).toString(radix?.base ?? 10).padStart(c.precision, "0");
  const prefix = radix && c.flags.includes("#") ? radix.prefix : "";
  const upper = c.type === "X";
  return padNumber(n < 0n, upper ? prefix.toUpperCase() : prefix, upper ? digits.toUpperCase() : digits, c);
}

function float(value: unknown, c: Conversion): string {
  const precision = c.precision < 0 ? 6 : c.precision;
  const text = formatFloat(asFloat(value), c.type, precision, c.flags.includes("#"));
  const negative = text.startsWith("-");
  return padNumber(negative, "", negative ? text.slice(1) : text, c);
}

function character(value: unknown): string {
  if (typeof value === "string" && characters(value) === 1) return value;
  const code = typeof value === "string" ? undefined : asIndex(value);
  if (code === undefined || BigInt.asIntN(64, code) !== code) throw new TypeError_("%c requires int or char");
  if (code < 0n || code >= 0x110000n) throw new OverflowError("%c arg not in range(0x110000)");
  return String.fromCodePoint(Number(code));
}

function text(full: string, c: Conversion): string {
  return pad(c.precision < 0 ? full : [...full].slice(0, c.precision).join(""), c);
}

function convert(value: unknown, c: Conversion, index: number): string {
  switch (c.type) {
    case "s":
      return text(str(value), c);
    case "r":
      return text(repr(value), c);
    case "a":
      return text(ascii(value), c);
    case "c":
      return pad(character(value), c);
    case "%":
      return "%";
    case "d":
    case "i":
    case "u":
    case "x":
    case "X":
    case "o":
      return integer(value, c);
    case "e":
    case "E":
    case "f":
    case "F":
    case "g":
    case "G":
      return float(value, c);
    default: {
      const code = c.type.codePointAt(0)!;
      const shown = code >= 31 && code <= 126 ? c.type : "?";
      throw new ValueError(`unsupported format character '${shown}' (0x${code.toString(16)}) at index ${index}`);
    }
  }
}

function starred(value: unknown): number {
  const n = asIndex(value);
  if (n === undefined) throw new TypeError_("* wants int");
  return Number(n);
}

/** Text up to the parenthesis that closes the one before `start`; keys may hold balanced parentheses. */
function keyAt(format: string, start: number): string {
  let depth = 1;
  for (let i = start; i < format.length; i++) {
    if (format[i] === "(") depth++;
    else if (format[i] === ")" && --depth === 0) return format.slice(start, i);
  }
  throw new ValueError("incomplete format key");
}

const SPEC = /([-+ #0]*)(\*|\d*)(?:\.(\*|\d*))?[hlL]?/y;

/**
 * Python's `format % values`: a tuple gives its items, a Map or plain object serves `%(key)s`, all else is one value.
 *
 * @example percentFormat("%d: %.2f", tuple([3, 0.5])) // "3: 0.50"
 */
export function percentFormat(format: string, values: unknown): string {
  const args = new Arguments(values);
  let out = "";
  let at = 0;
  for (;;) {
    const percent = format.indexOf("%", at);
    if (percent < 0) break;
    out += format.slice(at, percent);
    at = percent + 1;
    if (format[at] === "%") {
      out += "%";
      at++;
      continue;
    }
    let named: { value: unknown } | null = null;
    if (format[at] === "(") {
      const key = keyAt(format, at + 1);
      named = { value: args.lookup(key) };
      at += key.length + 2;
    }
    SPEC.lastIndex = at;
    const [whole, flagText, widthText, precisionText] = SPEC.exec(format)!;
    let flags = flagText!;
    let width = widthText === "*" ? starred(args.take()) : Number(widthText);
    if (width < 0) {
      flags += "-";
      width = -width;
    }
    const precision =
      precisionText === undefined
        ? -1
        : Math.max(0, precisionText === "*" ? starred(args.take()) : Number(precisionText));
    at += whole.length;
    const code = format.codePointAt(at);
    if (code === undefined) throw new ValueError("incomplete format");
    const type = String.fromCodePoint(code);
    const value = named ? named.value : args.take();
    out += convert(value, { flags, width, precision, type }, at);
    at += type.length;
  }
  args.finish();
  return out + format.slice(at);
}
