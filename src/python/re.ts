/**
 * Python's re: its patterns as JavaScript's regular expressions.
 * Source: Lib/re.py, Lib/sre_parse.py (Python 3.7).
 */

import { TypeError_ } from "../np/errors.js";
import { repr } from "../np/printing/repr.js";
import { typeName } from "../np/printing/type_name.js";
import { tuple } from "../py/containers.js";
import { PyDict } from "../py/dict.js";
import { IndexError, PyError } from "../py/errors.js";

export const I = 2;
export const IGNORECASE = 2;
export const M = 8;
export const MULTILINE = 8;
export const S = 16;
export const DOTALL = 16;
export const X = 64;
export const VERBOSE = 64;
export const U = 32;
export const UNICODE = 32;
export const A = 256;
export const ASCII = 256;

/** What a pattern raises that is none. */
export class error extends PyError {}

/** A pattern in JavaScript's words. */
function translated(pattern: string, flags: number): [string, string] {
  let source = pattern;
  let all = flags;
  const inline = /^\(\?([aiLmsux]+)\)/.exec(source);
  if (inline) {
    for (const c of inline[1]!) all |= { i: I, m: M, s: S, x: X }[c] ?? 0;
    source = source.slice(inline[0].length);
  }
  if (all & X) {
    source = source.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|#[^\n]*|\s+/g, (m) =>
      m.startsWith("#") || /^\s/.test(m) ? "" : m,
    );
  }
  source = source
    .replace(/\(\?P</g, "(?<")
    .replace(/\(\?P=(\w+)\)/g, "\\k<$1>")
    .replace(/\(\?#[^)]*\)/g, "")
    .replace(/\\A/g, "(?<![\\s\\S])")
    .replace(/\\Z/g, "(?![\\s\\S])")
    // Python's $ also stands before a last line break.
    .replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\$/g, (m) => (m === "$" && !(all & M) ? "(?=\\n?(?![\\s\\S]))" : m))
    .replace(/\\([^\w\s]|_)/g, (whole, c: string) => ("^$\\.*+?()[]{}|/-".includes(c) ? whole : c))
    // An opening brace that counts nothing is a character.
    .replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\{(?!\d*,?\d*\})/g, (m) => (m === "{" ? "\\{" : m));
  const letters = `dg${all & I ? "i" : ""}${all & M ? "m" : ""}${all & S ? "s" : ""}`;
  return [source, `${letters}u`];
}

function compiled(pattern: string, flags: number): RegExp {
  const [source, letters] = translated(pattern, flags);
  try {
    return new RegExp(source, letters);
  } catch {
    try {
      // What `u` forbids, is allowed without.
      return new RegExp(source, letters.replace("u", ""));
    } catch (cause) {
      throw new error((cause as Error).message, { cause });
    }
  }
}

type Found = RegExpExecArray & { readonly indices?: readonly (readonly [number, number] | undefined)[] };

export class Match {
  static readonly pythonName = "re.Match";
  readonly string: string;
  readonly re: Pattern;
  readonly pos: number = 0;
  private readonly found: Found;

  constructor(re: Pattern, string: string, found: RegExpExecArray) {
    this.re = re;
    this.string = string;
    this.found = found as Found;
  }
  private index(key: number | string): number {
    const i = typeof key === "number" ? key : this.re.names().indexOf(key);
    if (typeof key === "string" ? !(key in (this.found.groups ?? {})) : i >= this.found.length || i < 0)
      throw new IndexError("no such group");
    return i;
  }
  private one(key: number | string): string | null {
    this.index(key);
    return (typeof key === "number" ? this.found[key] : this.found.groups![key]) ?? null;
  }
  group(...keys: readonly (number | string)[]): never;
  group(...keys: readonly (number | string)[]): unknown {
    if (keys.length <= 1) return this.one(keys[0] ?? 0);
    return tuple(keys.map((k) => this.one(k)));
  }
  groups(otherwise: unknown = null): readonly unknown[] {
    return tuple(
      Array.from(this.found)
        .slice(1)
        .map((g) => g ?? otherwise),
    );
  }
  groupdict(otherwise: unknown = null): PyDict<string, unknown> {
    return new PyDict(Object.entries(this.found.groups ?? {}).map(([k, v]) => [k, v ?? otherwise] as const));
  }
  span(key: number | string = 0): readonly [number, number] {
    const i = typeof key === "number" ? key : this.re.names().indexOf(key) + 1;
    return tuple([...(this.found.indices?.[i] ?? [-1, -1])] as [number, number]);
  }
  start(key: number | string = 0): number {
    return this.span(key)[0];
  }
  end(key: number | string = 0): number {
    return this.span(key)[1];
  }
  expand(template: string): string {
    return filled(template, this);
  }
  at(key: number | string): string | null {
    return this.one(key);
  }
  __repr__(): string {
    return `<re.Match object; span=(${this.start()}, ${this.end()}), match=${repr(this.one(0))}>`;
  }
  __bool__(): boolean {
    return true;
  }
}

/** `\1` and `\g<name>` in a replacement. */
function filled(template: string, match: Match): string {
  return template.replace(
    /\\(?:g<(\w+)>|(\d{1,2})|([\s\S]))/g,
    (all, name: string | undefined, n: string | undefined, c: string | undefined) => {
      if (name !== undefined) return String(match.at(/^\d+$/.test(name) ? Number(name) : name) ?? "");
      if (n !== undefined) return String(match.at(Number(n)) ?? "");
      return { n: "\n", t: "\t", r: "\r", "\\": "\\" }[c!] ?? all;
    },
  );
}

type Replacement = string | ((m: Match) => unknown);

export class Pattern {
  static readonly pythonName = "re.Pattern";
  readonly pattern: string;
  readonly flags: number;
  private readonly regexp: RegExp;

  constructor(pattern: string, flags: number) {
    if (typeof pattern !== "string") throw new TypeError_("first argument must be string or compiled pattern");
    this.pattern = pattern;
    this.flags = flags;
    this.regexp = compiled(pattern, flags);
  }
  names(): string[] {
    return Array.from(this.regexp.source.matchAll(/\(\?<([A-Za-z_]\w*)>/g), (m) => m[1]!);
  }
  private exec(s: string, at: number): Match | null {
    if (typeof s !== "string") throw new TypeError_(`expected string or bytes-like object`, { cause: typeName(s) });
    this.regexp.lastIndex = at;
    const found = this.regexp.exec(s);
    return found && new Match(this, s, found);
  }
  search(s: string, pos = 0): Match | null {
    return this.exec(s, pos);
  }
  match(s: string, pos = 0): Match | null {
    const found = this.anchored("", s, pos);
    return found;
  }
  fullmatch(s: string, pos = 0): Match | null {
    return this.anchored("(?![\\s\\S])", s, pos);
  }
  private anchored(end: string, s: string, pos: number): Match | null {
    if (typeof s !== "string") throw new TypeError_(`expected string or bytes-like object`, { cause: typeName(s) });
    const sticky = new RegExp(
      end === "" ? this.regexp.source : `(?:${this.regexp.source})${end}`,
      `${this.regexp.flags.replace("g", "")}y`,
    );
    sticky.lastIndex = pos;
    const found = sticky.exec(s);
    return found && new Match(this, s, found);
  }
  *finditer(s: string): Generator<Match, void, undefined> {
    for (let at = 0; at <= s.length; ) {
      const m = this.exec(s, at);
      if (!m) return;
      yield m;
      at = m.end() === m.start() ? m.end() + 1 : m.end();
    }
  }
  findall(s: string): never[] {
    return Array.from(this.finditer(s), (m) => {
      const groups = m.groups("");
      return (groups.length === 0 ? m.group() : groups.length === 1 ? groups[0] : groups) as never;
    });
  }
  split(s: string, maxsplit = 0): (string | null)[] {
    const out: (string | null)[] = [];
    let from = 0;
    let n = 0;
    for (const m of this.finditer(s)) {
      if (maxsplit > 0 && n >= maxsplit) break;
      out.push(s.slice(from, m.start()), ...(m.groups() as (string | null)[]));
      from = m.end();
      n++;
    }
    return [...out, s.slice(from)];
  }
  subn(by: Replacement, s: string, count: number | { readonly count?: number } = 0): readonly [string, number] {
    const most = typeof count === "object" ? (count.count ?? 0) : count;
    let out = "";
    let from = 0;
    let n = 0;
    for (const m of this.finditer(s)) {
      if (most > 0 && n >= most) break;
      out += s.slice(from, m.start()) + (typeof by === "string" ? filled(by, m) : String(by(m)));
      from = m.end();
      n++;
    }
    return tuple([out + s.slice(from), n]);
  }
  sub(by: Replacement, s: string, count: number | { readonly count?: number } = 0): string {
    return this.subn(by, s, count)[0];
  }
  __repr__(): string {
    return `re.compile(${repr(this.pattern)})`;
  }
}

const known = new Map<string, Pattern>();

type Flags = number | { readonly flags?: number };
const flagsOf = (f: Flags): number => (typeof f === "object" ? (f.flags ?? 0) : f);

export function compile(pattern: string | Pattern, flags: Flags = 0): Pattern {
  if (pattern instanceof Pattern) return pattern;
  const key = `${flagsOf(flags)} ${pattern}`;
  let found = known.get(key);
  if (!found) {
    found = new Pattern(pattern, flagsOf(flags));
    known.set(key, found);
  }
  return found;
}
export const search = (p: string | Pattern, s: string, flags: Flags = 0): Match | null => compile(p, flags).search(s);
export const match = (p: string | Pattern, s: string, flags: Flags = 0): Match | null => compile(p, flags).match(s);
export const fullmatch = (p: string | Pattern, s: string, flags: Flags = 0): Match | null =>
  compile(p, flags).fullmatch(s);
export const findall = (p: string | Pattern, s: string, flags: Flags = 0): never[] => compile(p, flags).findall(s);
export const finditer = (p: string | Pattern, s: string, flags: Flags = 0): Generator<Match, void, undefined> =>
  compile(p, flags).finditer(s);
export const split = (
  p: string | Pattern,
  s: string,
  maxsplit: number | { readonly maxsplit?: number } = 0,
): (string | null)[] => compile(p).split(s, typeof maxsplit === "object" ? (maxsplit.maxsplit ?? 0) : maxsplit);
export const sub = (
  p: string | Pattern,
  by: Replacement,
  s: string,
  count: number | { readonly count?: number; readonly flags?: number } = 0,
): string => compile(p, typeof count === "object" ? (count.flags ?? 0) : 0).sub(by, s, count);
export const subn = (
  p: string | Pattern,
  by: Replacement,
  s: string,
  count: number | { readonly count?: number } = 0,
): readonly [string, number] => compile(p).subn(by, s, count);
function escaped(s: string): string {
  return s.replace(/[.^$*+?{}()[\]\\|\-#&~ \t\n\r\v\f]/g, "\\$&");
}

export { escaped as escape };
