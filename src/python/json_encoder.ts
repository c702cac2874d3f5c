/**
 * Writing JSON.
 * Source: Lib/json/encoder.py (Python 3.7).
 */
import { TypeError_, ValueError } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { repr } from "../np/printing/repr.js";
import { typeName } from "../np/printing/type_name.js";
import { isFloatList, PyFloat } from "../np/pyfloat.js";
import { sorted } from "../py/iteration.js";

export interface DumpOptions {
  readonly skipkeys?: boolean;
  readonly ensure_ascii?: boolean;
  readonly check_circular?: boolean;
  readonly allow_nan?: boolean;
  readonly indent?: number | string | null;
  readonly separators?: readonly [string, string] | readonly string[] | null;
  readonly default?: ((x: never) => unknown) | null;
  readonly sort_keys?: boolean;
  readonly encoding?: string | null;
}

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\f": "\\f",
  "\b": "\\b",
};
const escaped = (c: string): string => SHORT[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** json.JSONEncoder: classes of its own say in `default` what stands for other values. */
export class JSONEncoder {
  private readonly options: DumpOptions;
  private readonly item: string;
  private readonly colon: string;
  private readonly indent: string | null;
  private readonly open = new Set<object>();

  constructor(options: DumpOptions = {}) {
    this.options = options;
    const { indent = null, separators = null } = options;
    this.indent =
      indent === null ? null : typeof indent === "string" ? indent : " ".repeat(Math.max(0, Number(indent)));
    this.item = separators?.[0] ?? (this.indent === null ? ", " : ",");
    this.colon = separators?.[1] ?? ": ";
  }
  default(o: unknown): unknown {
    if (this.options.default) return this.options.default(o as never);
    throw new TypeError_(`Object of type ${typeName(o)} is not JSON serializable`);
  }
  encode(o: unknown): string {
    return this.text(o, "\n");
  }
  iterencode(o: unknown): string[] {
    return [this.encode(o)];
  }
  private string(x: string): string {
    const pattern = (this.options.ensure_ascii ?? true) ? /[^ -!#-[\]-~]/g : /["\\\x00-\x1f]/g;
    return `"${x.replace(pattern, escaped)}"`;
  }
  private float(x: number): string {
    if (Number.isFinite(x)) return repr(new PyFloat(x));
    if (!(this.options.allow_nan ?? true)) throw new ValueError(`Out of range float values are not JSON compliant`);
    return Number.isNaN(x) ? "NaN" : x > 0 ? "Infinity" : "-Infinity";
  }
  /** Of a number, a text, a truth value or None; null for all else. */
  private plain(x: unknown): string | null {
    if (x === null || x === undefined) return "null";
    if (typeof x === "string") return this.string(x);
    if (typeof x === "boolean") return String(x);
    if (typeof x === "bigint") return x.toString();
    if (x instanceof PyFloat) return this.float(x.value);
    if (typeof x === "number") return Number.isInteger(x) ? repr(x) : this.float(x);
    return null;
  }
  private text(x: unknown, line: string): string {
    const plain = this.plain(x);
    if (plain !== null) return plain;
    const o = x as object;
    if (this.open.has(o)) throw new ValueError("Circular reference detected");
    this.open.add(o);
    try {
      if (Array.isArray(x)) {
        const isFloats = isFloatList(x);
        const items = x.map(
          (y: unknown) => (i: string) => (isFloats && typeof y === "number" ? this.float(y) : this.text(y, i)),
        );
        return this.block("[", "]", items, line);
      }
      if (x instanceof Map) return this.dict([...(x as Map<unknown, unknown>)], line);
      if (isPlainObject(x)) return this.dict(Object.entries(x), line);
      return this.text(this.default(x), line);
    } finally {
      this.open.delete(o);
    }
  }
  private dict(entries: [unknown, unknown][], line: string): string {
    const ordered = (this.options.sort_keys ?? false) ? sorted(entries, { key: (e) => e[0] as string }) : entries;
    const items = ordered.flatMap(([k, v]) => {
      const key = typeof k === "string" ? this.string(k) : this.keyText(k);
      return key === null ? [] : [(i: string): string => key + this.colon + this.text(v, i)];
    });
    return this.block("{", "}", items, line);
  }
  private keyText(k: unknown): string | null {
    const plain = this.plain(k);
    if (plain !== null) return `"${plain}"`;
    if (this.options.skipkeys) return null;
    throw new TypeError_(`keys must be str, int, float, bool or None, not ${typeName(k)}`);
  }
  private block(first: string, last: string, items: readonly ((line: string) => string)[], line: string): string {
    if (items.length === 0) return first + last;
    if (this.indent === null) return first + items.map((f) => f(line)).join(this.item) + last;
    const inner = line + this.indent;
    return first + inner + items.map((f) => f(inner)).join(this.item + inner) + line + last;
  }
}
