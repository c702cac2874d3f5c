/**
 * Python's regular expressions as JavaScript's.
 * Source: Lib/sre_parse.py (Python 3.7). Characters beyond the basic plane count twice in positions.
 */
import { PyError } from "../np/errors.js";

/** re.error */
export class error extends PyError {
  readonly msg: string;
  readonly pattern: string;
  readonly pos: number;

  constructor(msg: string, pattern: string, pos: number) {
    super(`${msg} at position ${pos}`);
    this.msg = msg;
    this.pattern = pattern;
    this.pos = pos;
  }
}

export const I = 2;
export const L = 4;
export const M = 8;
export const S = 16;
export const U = 32;
export const X = 64;
export const A = 256;
const LETTERS: Readonly<Record<string, number>> = { i: I, L, m: M, s: S, u: U, x: X, a: A };

export interface Translated {
  readonly source: string;
  readonly flags: number;
  /** Names of groups by number. */
  readonly names: ReadonlyMap<string, number>;
  readonly groups: number;
}

const WORD = "\\p{L}\\p{N}_";
const SPACE = "\\s\\x1c-\\x1f\\x85";
const END = "(?![\\s\\S])";

class Translator {
  private readonly p: string;
  private at = 0;
  private flags: number;
  private groups = 0;
  private readonly names = new Map<string, number>();

  constructor(pattern: string, flags: number) {
    this.p = pattern;
    this.flags = flags;
    // Flags at the front hold for all of it.
    for (const m of pattern.matchAll(/\(\?([aiLmsux]+)\)/g)) for (const c of m[1]!) this.flags |= LETTERS[c]!;
  }
  run(): Translated {
    let out = "";
    let depth = 0;
    const opened: number[] = [];
    while (this.at < this.p.length) {
      const c = this.p[this.at]!;
      if (c === "(") {
        opened.push(this.at);
        const text = this.group();
        if (text === null) opened.pop();
        else {
          out += text;
          depth++;
        }
      } else if (c === ")") {
        if (depth === 0) throw new error("unbalanced parenthesis", this.p, this.at);
        depth--;
        opened.pop();
        out += ")";
        this.at++;
      } else out += this.item(c);
    }
    if (depth > 0) throw new error("missing ), unterminated subpattern", this.p, opened.at(-1)!);
    return { source: out, flags: this.flags, names: this.names, groups: this.groups };
  }
  private has(flag: number): boolean {
    return (this.flags & flag) !== 0;
  }
  /** What a parenthesis opens; null for what is no group. */
  private group(): string | null {
    const rest = this.p.slice(this.at);
    const flags = /^\(\?[aiLmsux]+\)/.exec(rest) ?? /^\(\?#[^)]*\)/.exec(rest);
    if (flags) {
      this.at += flags[0].length;
      return null;
    }
    const named = /^\(\?P<([^>]*)>/.exec(rest);
    if (named) {
      const name = named[1]!;
      if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name))
        throw new error(`bad character in group name '${name}'`, this.p, this.at + 4);
      this.at += named[0].length;
      this.names.set(name, ++this.groups);
      return `(?<${name}>`;
    }
    const same = /^\(\?P=(\w+)\)/.exec(rest);
    if (same) {
      this.at += same[0].length;
      if (!this.names.has(same[1]!))
        throw new error(`unknown group name '${same[1]}'`, this.p, this.at - same[0].length + 4);
      return `(?:\\k<${same[1]}>`.concat(this.closing());
    }
    const plain = /^\(\?(?::|=|!|<=|<!)/.exec(rest);
    if (plain) {
      this.at += plain[0].length;
      return plain[0];
    }
    if (rest.startsWith("(?")) throw new error(`unknown extension ${rest.slice(1, 3)}`, this.p, this.at + 1);
    this.at++;
    this.groups++;
    return "(";
  }
  /** A reference is a group that is closed at once: put the closing back to be read. */
  private closing(): string {
    this.at--;
    return "";
  }
  private item(c: string): string {
    if (c === "\\") return this.escape(false);
    if (c === "[") return this.set();
    if (this.has(X) && /\s/.test(c)) {
      this.at++;
      return "";
    }
    if (this.has(X) && c === "#") {
      const end = this.p.indexOf("\n", this.at);
      this.at = end < 0 ? this.p.length : end + 1;
      return "";
    }
    if (c === "{") {
      const m = /^\{(\d*)(,?)(\d*)\}/.exec(this.p.slice(this.at));
      if (m && (m[1] !== "" || m[3] !== "")) {
        this.at += m[0].length;
        return `{${m[1] || "0"}${m[2]}${m[3]}}`;
      }
      this.at++;
      return "\\{";
    }
    if (
      "*+?".includes(c) &&
      (this.at === 0 || "(|".includes(this.p[this.at - 1]!)) &&
      !this.p.startsWith("?", this.at - 1) &&
      this.p[this.at - 2] !== "\\"
    )
      throw new error("nothing to repeat", this.p, this.at);
    const code = this.p.codePointAt(this.at)!;
    this.at += code > 0xffff ? 2 : 1;
    if (c === "]" || c === "}") return `\\${c}`;
    if (c === ".") return this.has(S) ? "[\\s\\S]" : "[^\\n]";
    if (c === "^") return this.has(M) ? "(?<=^|\\n)".replace("^", "(?<![\\s\\S])") : "(?<![\\s\\S])";
    if (c === "$") return this.has(M) ? `(?=\\n|${END})` : `(?=\\n?${END})`;
    if (c === "/") return "\\/";
    return String.fromCodePoint(code);
  }
  private set(): string {
    const begin = this.at++;
    let out = "[";
    if (this.p[this.at] === "^") {
      out += "^";
      this.at++;
    }
    for (let isFirst = true; ; isFirst = false) {
      const c = this.p[this.at];
      if (c === undefined) throw new error("unterminated character set", this.p, begin);
      if (c === "]" && !isFirst) break;
      if (c === "\\") out += this.escape(true);
      else {
        const code = this.p.codePointAt(this.at)!;
        this.at += code > 0xffff ? 2 : 1;
        if (c === "-" && (isFirst || this.p[this.at] === "]" || /\\[wdsWDS]$/.test(this.p.slice(0, this.at - 1))))
          out += "\\-";
        else out += "[]/^(){}|".includes(c) ? `\\${c}` : String.fromCodePoint(code);
      }
    }
    this.at++;
    return `${out}]`;
  }
  private escape(inSet: boolean): string {
    const start = this.at;
    const c = this.p[start + 1];
    if (c === undefined) throw new error("bad escape (end of pattern)", this.p, start);
    this.at += 2;
    const word = this.has(A) ? "A-Za-z0-9_" : WORD;
    const digit = this.has(A) ? "0-9" : "\\p{Nd}";
    const one = (set: string, not: boolean): string => (inSet && !not ? set : `[${not ? "^" : ""}${set}]`);
    switch (c) {
      case "w":
        return one(word, false);
      case "W":
        return inSet ? (this.has(A) ? "\\W" : "\\P{L}") : one(word, true);
      case "d":
        return one(digit, false);
      case "D":
        return inSet ? (this.has(A) ? "\\D" : "\\P{Nd}") : one(digit, true);
      case "s":
        return one(SPACE, false);
      case "S":
        return inSet ? "\\S" : one(SPACE, true);
      case "b":
        return inSet ? "\\x08" : `(?:(?<=[${word}])(?![${word}])|(?<![${word}])(?=[${word}]))`;
      case "B":
        return `(?:(?<=[${word}])(?=[${word}])|(?<![${word}])(?![${word}]))`;
      case "A":
        return "(?<![\\s\\S])";
      case "Z":
        return END;
      case "a":
        return "\\x07";
      case "n":
      case "r":
      case "t":
      case "v":
      case "f":
        return `\\${c}`;
      default:
    }
    const hex = /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(this.p.slice(start));
    if (hex) {
      this.at = start + hex[0].length;
      return `\\u{${hex[1] ?? hex[2] ?? hex[3]}}`;
    }
    const octal = /^\\(0[0-7]{0,2}|[1-3][0-7]{2})/.exec(this.p.slice(start));
    if (octal) {
      this.at = start + octal[0].length;
      return `\\u{${Number.parseInt(octal[1]!, 8).toString(16)}}`;
    }
    const back = /^\\([1-9]\d?)/.exec(this.p.slice(start));
    if (back && !inSet) {
      if (Number(back[1]) > this.groups) throw new error(`invalid group reference ${back[1]}`, this.p, start + 1);
      this.at = start + back[0].length;
      return `(?:\\${back[1]})`;
    }
    if (/[a-zA-Z0-9]/.test(c)) throw new error(`bad escape \\${c}`, this.p, start);
    if (/[\^$\\.*+?()[\]{}|/]/.test(c) || (inSet && c === "-")) return `\\${c}`;
    return c;
  }
}

export function translated(pattern: string, flags: number): Translated {
  return new Translator(pattern, flags).run();
}
