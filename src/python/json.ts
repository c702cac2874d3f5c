/**
 * Python's json.
 * Source: Lib/json (Python 3.7).
 */

import { TypeError_ } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { floatRepr } from "../np/printing/repr.js";
import { typeName } from "../np/printing/type_name.js";
import { PyFloat } from "../np/pyfloat.js";
import { PyDict } from "../py/dict.js";
import { ValueError } from "../py/errors.js";
import { sorted } from "../py/iteration.js";
import { floatValue, intOf } from "../py/number.js";

export interface DumpOptions {
  readonly indent?: number | string | null;
  readonly sort_keys?: boolean;
  readonly separators?: readonly string[] | null;
  readonly ensure_ascii?: boolean;
  readonly default?: ((x: never) => unknown) | null;
}

function text(s: string, isAscii: boolean): string {
  const out = JSON.stringify(s).replace(/\u007f/g, "\\u007f");
  return isAscii ? out.replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`) : out;
}
function floatText(x: number): string {
  if (Number.isNaN(x)) return "NaN";
  if (!Number.isFinite(x)) return x > 0 ? "Infinity" : "-Infinity";
  return floatRepr(x);
}

class Writer {
  private readonly options: DumpOptions;
  private readonly open = new Set<unknown>();

  constructor(options: DumpOptions) {
    this.options = options;
  }
  private scalar(x: unknown): string | null {
    if (x === null || x === undefined) return "null";
    if (typeof x === "boolean") return String(x);
    if (typeof x === "bigint") return x.toString();
    if (typeof x === "number") return Number.isInteger(x) ? BigInt(x).toString() : floatText(x);
    if (x instanceof PyFloat) return floatText(x.value);
    return typeof x === "string" ? text(x, this.options.ensure_ascii !== false) : null;
  }
  private key(k: unknown): string {
    if (typeof k === "string") return text(k, this.options.ensure_ascii !== false);
    const scalar = this.scalar(k);
    if (scalar === null) throw new TypeError_(`keys must be str, int, float, bool or None, not ${typeName(k)}`);
    return `"${scalar}"`;
  }
  private joined(parts: readonly string[], open: string, close: string, depth: number): string {
    if (parts.length === 0) return open + close;
    const { indent = null, separators } = this.options;
    const item = separators?.[0] ?? (indent === null ? ", " : ",");
    if (indent === null) return open + parts.join(item) + close;
    const step = typeof indent === "number" ? " ".repeat(indent) : indent;
    const line = `\n${step.repeat(depth + 1)}`;
    return open + line + parts.join(item + line) + `\n${step.repeat(depth)}` + close;
  }
  write(x: unknown, depth = 0): string {
    const scalar = this.scalar(x);
    if (scalar !== null) return scalar;
    if (this.open.has(x)) throw new ValueError("Circular reference detected");
    this.open.add(x);
    try {
      if (Array.isArray(x))
        return this.joined(
          x.map((v) => this.write(v, depth + 1)),
          "[",
          "]",
          depth,
        );
      if (x instanceof Map || isPlainObject(x)) {
        let entries: (readonly [unknown, unknown])[] =
          x instanceof Map ? [...(x as Map<unknown, unknown>)] : Object.entries(x);
        if (this.options.sort_keys) entries = sorted(entries, { key: (e) => e[0] });
        const colon = this.options.separators?.[1] ?? ": ";
        return this.joined(
          entries.map(([k, v]) => this.key(k) + colon + this.write(v, depth + 1)),
          "{",
          "}",
          depth,
        );
      }
      const { default: other } = this.options;
      if (other) return this.write(other(x as never), depth);
      throw new TypeError_(`Object of type ${typeName(x).replace(/^numpy\./, "")} is not JSON serializable`);
    } finally {
      this.open.delete(x);
    }
  }
}

export function dumps(x: unknown, options: DumpOptions = {}): string {
  return new Writer(options).write(x);
}
export function dump(x: unknown, file: { write(text: string): unknown }, options: DumpOptions = {}): void {
  file.write(dumps(x, options));
}

/** json.JSONDecodeError: what was expected, and where. */
export class JSONDecodeError extends ValueError {
  readonly msg: string;
  readonly doc: string;
  readonly pos: number;

  constructor(msg: string, doc: string, pos: number) {
    const before = doc.slice(0, pos);
    const line = before.split("\n").length;
    super(`${msg}: line ${line} column ${pos - before.lastIndexOf("\n")} (char ${pos})`);
    this.msg = msg;
    this.doc = doc;
    this.pos = pos;
  }
}

class Reader {
  private readonly doc: string;
  private at = 0;

  constructor(doc: string) {
    this.doc = doc;
  }
  all(): unknown {
    const value = this.value();
    this.space();
    if (this.at < this.doc.length) throw new JSONDecodeError("Extra data", this.doc, this.at);
    return value;
  }
  private space(): void {
    while (" \t\n\r".includes(this.doc[this.at] ?? "x")) this.at++;
  }
  private value(): unknown {
    this.space();
    const c = this.doc[this.at];
    if (c === '"') return this.text();
    if (c === "{") return this.dict();
    if (c === "[") return this.list();
    for (const [word, value] of WORDS) {
      if (this.doc.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    const m = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?/y;
    m.lastIndex = this.at;
    const found = m.exec(this.doc);
    if (!found) throw new JSONDecodeError("Expecting value", this.doc, this.at);
    this.at += found[0].length;
    if (found[1] === undefined && found[2] === undefined) return intOf(BigInt(found[0]));
    return floatValue(Number(found[0]));
  }
  private text(): string {
    const from = this.at;
    const m = /"(?:[^"\\\p{Cc}]|\x7f|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;
    m.lastIndex = from;
    const found = m.exec(this.doc);
    if (!found) throw new JSONDecodeError("Unterminated string starting at", this.doc, from);
    this.at += found[0].length;
    return JSON.parse(found[0]) as string;
  }
  private dict(): PyDict<string, unknown> {
    const out = new PyDict<string, unknown>();
    this.at++;
    this.space();
    if (this.doc[this.at] === "}") {
      this.at++;
      return out;
    }
    for (;;) {
      this.space();
      if (this.doc[this.at] !== '"')
        throw new JSONDecodeError("Expecting property name enclosed in double quotes", this.doc, this.at);
      const key = this.text();
      this.space();
      if (this.doc[this.at] !== ":") throw new JSONDecodeError("Expecting ':' delimiter", this.doc, this.at);
      this.at++;
      out.set(key, this.value());
      this.space();
      const c = this.doc[this.at++];
      if (c === "}") return out;
      if (c !== ",") throw new JSONDecodeError("Expecting ',' delimiter", this.doc, this.at - 1);
    }
  }
  private list(): unknown[] {
    const out: unknown[] = [];
    this.at++;
    this.space();
    if (this.doc[this.at] === "]") {
      this.at++;
      return out;
    }
    for (;;) {
      out.push(this.value());
      this.space();
      const c = this.doc[this.at++];
      if (c === "]") return out;
      if (c !== ",") throw new JSONDecodeError("Expecting ',' delimiter", this.doc, this.at - 1);
    }
  }
}

const WORDS: readonly (readonly [string, unknown])[] = [
  ["null", null],
  ["true", true],
  ["false", false],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
];

/** The value of a JSON text: dicts are dicts, whole floats stay floats. Raises JSONDecodeError. */
export function loads(doc: string | Uint8Array): never;
export function loads(doc: unknown): unknown {
  if (typeof doc !== "string" && !(doc instanceof Uint8Array)) {
    throw new TypeError_(`the JSON object must be str, bytes or bytearray, not ${typeName(doc)}`);
  }
  return new Reader(typeof doc === "string" ? doc : new TextDecoder().decode(doc)).all();
}
export function load(file: { read(): string | Uint8Array }): never {
  return loads(file.read());
}
