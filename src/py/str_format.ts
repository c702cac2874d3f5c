/**
 * Python's str.format: `py.format("{0:>5} {name!r}", x, { name: "a" })`.
 * Source: Objects/stringlib/unicode_format.h (Python 3.7).
 */
import { AttributeError, IndexError, KeyError, TypeError_, ValueError } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { ascii, repr, str } from "../np/printing/repr.js";
import { typeName } from "../np/printing/type_name.js";
import { Strided } from "../np/strided.js";
import { format_value } from "./format_spec.js";
import { numberPart } from "./number_parts.js";

/** The arguments of one call, and how its fields have been numbered so far. */
class Fields {
  private next = 0;
  private numbering: "none" | "automatic" | "manual" = "none";
  private readonly positional: readonly unknown[];
  private readonly keywords: Readonly<Record<string, unknown>>;

  constructor(positional: readonly unknown[], keywords: Readonly<Record<string, unknown>>) {
    this.positional = positional;
    this.keywords = keywords;
  }

  private number(kind: "automatic" | "manual"): void {
    const words = { automatic: "automatic field numbering", manual: "manual field specification" };
    if (this.numbering !== "none" && this.numbering !== kind) {
      throw new ValueError(`cannot switch from ${words[this.numbering]} to ${words[kind]}`);
    }
    this.numbering = kind;
  }

  /** The argument that the first part of a field's name stands for. */
  first(name: string): unknown {
    if (name !== "" && !/^\d+$/.test(name)) {
      if (!Object.hasOwn(this.keywords, name)) throw new KeyError(name);
      return this.keywords[name];
    }
    this.number(name === "" ? "automatic" : "manual");
    const index = name === "" ? this.next++ : Number(name);
    if (index >= this.positional.length) throw new IndexError("tuple index out of range");
    return this.positional[index];
  }
}

function attribute(value: unknown, name: string): unknown {
  const part = numberPart(value, name);
  if (part !== undefined) return part;
  const found: unknown = value === null || value === undefined ? undefined : Reflect.get(Object(value), name);
  if (found === undefined) throw new AttributeError(`'${typeName(value)}' object has no attribute '${name}'`);
  return found;
}

function item(value: unknown, key: string): unknown {
  const index = /^\d+$/.test(key) ? Number(key) : key;
  if (value instanceof Map) {
    if (!value.has(index)) throw new KeyError(String(index));
    return value.get(index);
  }
  if (Array.isArray(value) || typeof value === "string") {
    const type = typeName(value);
    if (typeof index === "string") throw new TypeError_(`${type} indices must be integers or slices, not str`);
    if (index >= value.length) throw new IndexError(`${type === "str" ? "string" : type} index out of range`);
    return value[index];
  }
  if (isPlainObject(value)) {
    if (!Object.hasOwn(value, key)) throw new KeyError(String(index));
    return value[key];
  }
  if (value instanceof Strided && "at" in value && typeof value.at === "function") return value.at(index);
  throw new TypeError_(`'${typeName(value)}' object is not subscriptable`);
}

const STEP = /\.([^.[]+)|\[([^\]]+)\](?=[.[]|$)/y;

/** `0.real`, `name[key]`: an argument, then attributes and items of it. */
function lookup(name: string, fields: Fields): unknown {
  const head = /^[^.[]*/.exec(name)![0];
  let value = fields.first(head);
  let at = head.length;
  while (at < name.length) {
    STEP.lastIndex = at;
    const m = STEP.exec(name);
    if (!m) throw new ValueError("Empty attribute in format string");
    value = m[1] !== undefined ? attribute(value, m[1]) : item(value, m[2]!);
    at += m[0].length;
  }
  return value;
}

function converted(value: unknown, conversion: string): unknown {
  switch (conversion) {
    case "":
      return value;
    case "r":
      return repr(value);
    case "s":
      return str(value);
    case "a":
      return ascii(value);
    default:
      throw new ValueError(`Unknown conversion specifier ${conversion}`);
  }
}

/** The contents of one pair of braces, up to the closing one. */
interface Field {
  readonly name: string;
  readonly conversion: string;
  readonly spec: string;
  readonly end: number;
}

/** Reads the field that opens before `start`. */
function fieldAt(text: string, start: number): Field {
  let i = start;
  let bracket = false;
  while (i < text.length && (bracket || !"!:{}".includes(text[i]!))) {
    if (text[i] === "[") bracket = true;
    else if (text[i] === "]") bracket = false;
    i++;
  }
  const name = text.slice(start, i);
  if (text[i] === "{") throw new ValueError("unexpected '{' in field name");
  if (i >= text.length) {
    throw new ValueError(name === "" ? "Single '{' encountered in format string" : "expected '}' before end of string");
  }
  let conversion = "";
  if (text[i] === "!") {
    conversion = text[i + 1] ?? "";
    i += 2;
    if (i >= text.length) throw new ValueError("unmatched '{' in format spec");
    if (text[i] !== ":" && text[i] !== "}") throw new ValueError("expected ':' after conversion specifier");
  }
  if (text[i] === "}") return { name, conversion, spec: "", end: i + 1 };
  const from = i + 1;
  let depth = 1;
  for (i = from; i < text.length; i++) {
    if (text[i] === "{") depth++;
    else if (text[i] === "}" && --depth === 0) return { name, conversion, spec: text.slice(from, i), end: i + 1 };
  }
  throw new ValueError("unmatched '{' in format spec");
}

function render(text: string, fields: Fields, depth: number): string {
  if (depth < 0) throw new ValueError("Max string recursion exceeded");
  let out = "";
  let at = 0;
  while (at < text.length) {
    const c = text[at]!;
    if (c !== "{" && c !== "}") {
      const next = text.slice(at).search(/[{}]/);
      const end = next < 0 ? text.length : at + next;
      out += text.slice(at, end);
      at = end;
    } else if (text[at + 1] === c) {
      out += c;
      at += 2;
    } else if (c === "}") {
      throw new ValueError("Single '}' encountered in format string");
    } else {
      const field = fieldAt(text, at + 1);
      const value = converted(lookup(field.name, fields), field.conversion);
      out += format_value(value, field.spec.includes("{") ? render(field.spec, fields, depth - 1) : field.spec);
      at = field.end;
    }
  }
  return out;
}

/** True where a field is named, so that the last argument holds keywords. */
function namesFields(text: string): boolean {
  return /\{[^\d{}!:.[\]]/.test(text.replaceAll("{{", "").replace(/\{\d+/g, "{"));
}

/**
 * Python's text.format(…): positional arguments, then a plain object of keywords where the text names fields.
 *
 * @example py.format("{:>6.2f} {unit}", 3.14159, { unit: "m" }) // "  3.14 m"
 */
export function format(text: string, ...args: readonly unknown[]): string {
  const last = args[args.length - 1];
  const keyed = isPlainObject(last) && namesFields(text);
  const fields = new Fields(keyed ? args.slice(0, -1) : args, keyed ? last : {});
  return render(text, fields, 1);
}
