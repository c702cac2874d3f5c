/**
 * Reading JSON.
 * Source: Lib/json/decoder.py, Lib/json/scanner.py (Python 3.7).
 */
import { ValueError } from "../np/errors.js";
import { type PyTuple, tuple } from "../np/pytuple.js";
import { PyDict } from "../py/dict.js";
import { float, int, points } from "./support.js";

export interface LoadOptions {
  readonly object_hook?: ((d: PyDict<string, unknown>) => unknown) | null;
  readonly object_pairs_hook?: ((pairs: PyTuple<unknown>[]) => unknown) | null;
  readonly parse_float?: ((text: string) => unknown) | null;
  readonly parse_int?: ((text: string) => unknown) | null;
  readonly parse_constant?: ((text: string) => unknown) | null;
  readonly strict?: boolean;
  readonly encoding?: string | null;
}

/** json.JSONDecodeError: where the text stops being JSON. */
export class JSONDecodeError extends ValueError {
  readonly msg: string;
  readonly doc: string;
  readonly pos: number;
  readonly lineno: number;
  readonly colno: number;

  constructor(msg: string, doc: string, pos: number) {
    const before = doc.slice(0, pos);
    const lineno = before.split("\n").length;
    const at = points(before).length;
    const colno = points(before.slice(before.lastIndexOf("\n") + 1)).length + 1;
    super(`${msg}: line ${lineno} column ${colno} (char ${at})`);
    this.msg = msg;
    this.doc = doc;
    this.pos = at;
    this.lineno = lineno;
    this.colno = colno;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

export class Scanner {
  private readonly text: string;
  private readonly options: LoadOptions;
  private at = 0;

  constructor(text: string, options: LoadOptions) {
    this.text = text;
    this.options = options;
  }
  document(): unknown {
    if (this.text.startsWith("\ufeff")) throw this.error("Unexpected UTF-8 BOM (decode using utf-8-sig)", 0);
    this.space();
    const value = this.value();
    this.space();
    if (this.at < this.text.length) throw this.error("Extra data", this.at);
    return value;
  }
  private error(text: string, at: number): JSONDecodeError {
    return new JSONDecodeError(text, this.text, at);
  }
  private space(): void {
    while (" \t\n\r".includes(this.text[this.at] ?? "x")) this.at++;
  }
  private value(): unknown {
    const { text, at } = this;
    switch (text[at]) {
      case '"':
        return this.string();
      case "{":
        return this.object();
      case "[":
        return this.array();
      default:
    }
    for (const [word, value] of WORDS) {
      if (!text.startsWith(word, at)) continue;
      this.at += word.length;
      if (typeof value === "number" && this.options.parse_constant) return this.options.parse_constant(word);
      return value;
    }
    return this.number();
  }
  private number(): unknown {
    const pattern = /(-?(?:0|[1-9]\d*))(\.\d+)?([eE][-+]?\d+)?/y;
    pattern.lastIndex = this.at;
    const m = pattern.exec(this.text);
    if (!m) throw this.error("Expecting value", this.at);
    this.at = pattern.lastIndex;
    if (m[2] === undefined && m[3] === undefined) return this.options.parse_int?.(m[0]) ?? int(BigInt(m[0]));
    return this.options.parse_float?.(m[0]) ?? float(Number(m[0]));
  }
  private string(): string {
    const begin = this.at;
    let out = "";
    const chunk = /[^"\\\x00-\x1f]*/y;
    for (this.at++; ; ) {
      chunk.lastIndex = this.at;
      out += chunk.exec(this.text)![0];
      this.at = chunk.lastIndex;
      const c = this.text[this.at];
      if (c === undefined) throw this.error("Unterminated string starting at", begin);
      this.at++;
      if (c === '"') return out;
      if (c !== "\\") {
        if (this.options.strict ?? true) throw this.error("Invalid control character at", this.at - 1);
        out += c;
      } else out += this.escape(begin);
    }
  }
  private escape(begin: number): string {
    const c = this.text[this.at];
    if (c === undefined) throw this.error("Unterminated string starting at", begin);
    if (c === "u") {
      const hex = this.text.slice(this.at + 1, this.at + 5);
      if (!/^[0-9a-fA-F]{4}$/.test(hex)) throw this.error("Invalid \\uXXXX escape", this.at);
      this.at += 5;
      return String.fromCharCode(Number.parseInt(hex, 16));
    }
    const known = ESCAPES[c];
    if (known === undefined) throw this.error("Invalid \\escape", this.at - 1);
    this.at++;
    return known;
  }
  private array(): unknown[] {
    const out: unknown[] = [];
    this.at++;
    this.space();
    if (this.text[this.at] === "]") {
      this.at++;
      return out;
    }
    for (;;) {
      out.push(this.value());
      this.space();
      const c = this.text[this.at];
      if (c === "]") {
        this.at++;
        return out;
      }
      if (c !== ",") throw this.error("Expecting ',' delimiter", this.at);
      this.at++;
      this.space();
    }
  }
  private object(): unknown {
    const pairs: [string, unknown][] = [];
    this.at++;
    this.space();
    if (this.text[this.at] === "}") this.at++;
    else this.members(pairs);
    const { object_pairs_hook, object_hook } = this.options;
    if (object_pairs_hook) return object_pairs_hook(pairs.map((p) => tuple<unknown>(p)));
    const made = new PyDict(pairs);
    return object_hook ? object_hook(made) : made;
  }
  private members(pairs: [string, unknown][]): void {
    for (;;) {
      if (this.text[this.at] !== '"') throw this.error("Expecting property name enclosed in double quotes", this.at);
      const key = this.string();
      this.space();
      if (this.text[this.at] !== ":") throw this.error("Expecting ':' delimiter", this.at);
      this.at++;
      this.space();
      pairs.push([key, this.value()]);
      this.space();
      const c = this.text[this.at];
      this.at++;
      if (c === "}") return;
      if (c !== ",") throw this.error("Expecting ',' delimiter", this.at - 1);
      this.space();
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
