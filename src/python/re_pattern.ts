/**
 * Compiled regular expressions and what they find.
 * Source: Modules/_sre.c (Python 3.7).
 */
import { IndexError, TypeError_ } from "../np/errors.js";
import { repr } from "../np/printing/repr.js";
import { typeName } from "../np/printing/type_name.js";
import { type PyTuple, tuple } from "../np/pytuple.js";
import { PyDict } from "../py/dict.js";
import { error, I, type Translated, translated, U } from "./re_translate.js";

export type Replacement = string | ((m: Match) => string);
type Group = number | string;

export class Match {
  readonly string: string;
  readonly re: Pattern;
  readonly pos: number;
  readonly endpos: number;
  private readonly found: RegExpExecArray;

  constructor(re: Pattern, string: string, found: RegExpExecArray, pos: number, endpos: number) {
    this.re = re;
    this.string = string;
    this.found = found;
    this.pos = pos;
    this.endpos = endpos;
  }
  private number(g: Group): number {
    const n = typeof g === "string" ? this.re.groupindex.get(g) : Number(g);
    if (n === undefined || !(n >= 0 && n <= this.re.groups)) throw new IndexError("no such group");
    return n;
  }
  /** A group's text, that of several in a tuple; None (null) for a group that took no part. */
  group(group?: Group): string;
  group(...groups: [Group, Group, ...Group[]]): PyTuple<string>;
  group(...groups: readonly Group[]): string | PyTuple<string> {
    if (groups.length > 1) return tuple(groups.map((g) => this.group(g)));
    return (this.found[this.number(groups[0] ?? 0)] ?? null) as string;
  }
  __getitem__(g: Group): string {
    return this.group(g);
  }
  at(g: Group): string {
    return this.group(g);
  }
  groups(otherwise: string | null = null): PyTuple<string> {
    return tuple(Array.from({ length: this.re.groups }, (_, i) => this.found[i + 1] ?? (otherwise as string)));
  }
  groupdict(otherwise: string | null = null): PyDict<string, string> {
    return new PyDict([...this.re.groupindex].map(([k, n]) => [k, this.found[n] ?? (otherwise as string)] as const));
  }
  start(group: Group = 0): number {
    return this.span(group)[0];
  }
  end(group: Group = 0): number {
    return this.span(group)[1];
  }
  span(group: Group = 0): [start: number, end: number] & PyTuple<number> {
    const n = this.number(group);
    const { index } = this.found;
    let at: readonly [number, number] = [index, index + this.found[0].length];
    if (n > 0) at = this.re.places(this.string.slice(0, this.endpos), index, at[1])[n] ?? [-1, -1];
    return tuple([...at]) as [number, number] & PyTuple<number>;
  }
  get lastindex(): number | null {
    for (let i = this.re.groups; i > 0; i--) if (this.found[i] !== undefined) return i;
    return null;
  }
  get lastgroup(): string | null {
    const n = this.lastindex;
    return [...this.re.groupindex].find(([, i]) => i === n)?.[0] ?? null;
  }
  /** The template with its references filled in. */
  expand(template: string): string {
    return expander(this.re, template)(this);
  }
  __repr__(): string {
    const [a, b] = this.span();
    return `<re.Match object; span=(${a}, ${b}), match=${repr(this.group())}>`;
  }
}

const PLAIN: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  f: "\f",
  a: "\x07",
  b: "\b",
  "\\": "\\",
};

/** What a template makes of a match. */
function expander(re: Pattern, template: string): (m: Match) => string {
  if (!template.includes("\\")) return () => template;
  const parts: ((m: Match) => string)[] = [];
  const pattern = /\\(?:g<([^>]*)>|(0[0-7]{0,2}|[1-3][0-7]{2})|([1-9]\d?)|([\s\S]))|[^\\]+|\\$/g;
  for (const found of template.matchAll(pattern)) {
    const [all, named, octal, number, plain] = found;
    const ref = named ?? number;
    if (ref !== undefined) {
      const n = /^\d+$/.test(ref) ? Number(ref) : re.groupindex.get(ref);
      if (n === undefined) throw new IndexError(`unknown group name ${repr(ref)}`);
      if (n > re.groups) throw new error(`invalid group reference ${n}`, template, found.index + 1);
      parts.push((m) => m.group(n) ?? "");
    } else if (octal !== undefined) {
      const c = String.fromCharCode(Number.parseInt(octal, 8));
      parts.push(() => c);
    } else if (plain !== undefined) {
      if (PLAIN[plain] === undefined && /[a-zA-Z]/.test(plain))
        throw new error(`bad escape \\${plain}`, template, found.index);
      parts.push(() => PLAIN[plain] ?? `\\${plain}`);
    } else parts.push(() => all);
  }
  return (m) => parts.map((f) => f(m)).join("");
}

export class Pattern {
  readonly pattern: string;
  readonly flags: number;
  readonly groups: number;
  readonly groupindex: PyDict<string, number>;
  private readonly made: Translated;
  private readonly expressions = new Map<string, RegExp>();

  constructor(pattern: string, flags: number) {
    this.made = translated(pattern, flags);
    this.pattern = pattern;
    this.flags = this.made.flags | U;
    this.groups = this.made.groups;
    this.groupindex = new PyDict(this.made.names);
    this.expression("g");
  }
  private expression(kind: string, end = ""): RegExp {
    let e = this.expressions.get(kind + end);
    if (!e) {
      const source = end === "" ? this.made.source : `(?:${this.made.source})${end}`;
      try {
        e = new RegExp(source, `${kind}u${this.made.flags & I ? "i" : ""}`);
      } catch (cause) {
        throw new error(`${cause instanceof Error ? cause.message : "not supported here"}`, this.pattern, 0);
      }
      this.expressions.set(kind + end, e);
    }
    return e;
  }
  private run(e: RegExp, string: string, pos: number, endpos: number | null): Match | null {
    if (typeof string !== "string") throw new TypeError_(`expected string or bytes-like object`);
    const end = Math.min(endpos ?? string.length, string.length);
    e.lastIndex = Math.max(0, Number(pos));
    const found = e.lastIndex > end ? null : e.exec(end < string.length ? string.slice(0, end) : string);
    return found && new Match(this, string, found, Number(pos), end);
  }
  match(string: string, pos = 0, endpos: number | null = null): Match | null {
    return this.run(this.expression("y"), string, pos, endpos);
  }
  fullmatch(string: string, pos = 0, endpos: number | null = null): Match | null {
    return this.run(this.expression("y", "(?![\\s\\S])"), string, pos, endpos);
  }
  search(string: string, pos = 0, endpos: number | null = null): Match | null {
    return this.run(this.expression("g"), string, pos, endpos);
  }
  /** Where the groups of the match from there are. */
  places(string: string, from: number, _to: number): readonly (readonly [number, number] | undefined)[] {
    const e = this.expression("yd");
    e.lastIndex = from;
    return (e.exec(string)?.indices ?? []) as readonly (readonly [number, number] | undefined)[];
  }
  *finditer(string: string, pos = 0, endpos: number | null = null): Generator<Match, void, undefined> {
    let at = Number(pos);
    for (;;) {
      const m = this.run(this.expression("g"), string, at, endpos);
      if (!m) return;
      yield m;
      const [a, b] = m.span();
      at = b > a ? b : b + (string.codePointAt(b)! > 0xffff ? 2 : 1);
      if (at > string.length) return;
    }
  }
  /** All matches: their only group, a tuple of groups, or the whole. */
  findall(string: string, pos = 0, endpos: number | null = null): string[] {
    return Array.from(this.finditer(string, pos, endpos), (m) =>
      this.groups === 0 ? m.group() : this.groups === 1 ? (m.group(1) ?? "") : (m.groups("") as unknown as string),
    );
  }
  sub(repl: Replacement, string: string, count = 0): string {
    return this.subn(repl, string, count)[0];
  }
  subn(repl: Replacement, string: string, count = 0): [text: string, count: number] & PyTuple<string | number> {
    const f = typeof repl === "function" ? repl : expander(this, repl);
    let out = "";
    let last = 0;
    let n = 0;
    for (const m of this.finditer(string)) {
      if (count > 0 && n >= count) break;
      const text: unknown = f(m);
      if (typeof text !== "string") throw new TypeError_(`expected str instance, ${typeName(text)} found`);
      out += string.slice(last, m.start()) + text;
      last = m.end();
      n++;
    }
    return tuple<string | number>([out + string.slice(last), n]) as [string, number] & PyTuple<string | number>;
  }
  split(string: string, maxsplit = 0): string[] {
    const out: string[] = [];
    let last = 0;
    let n = 0;
    for (const m of this.finditer(string)) {
      if (maxsplit > 0 && n >= maxsplit) break;
      out.push(string.slice(last, m.start()), ...m.groups());
      last = m.end();
      n++;
    }
    return [...out, string.slice(last)];
  }
  __repr__(): string {
    return `re.compile(${repr(this.pattern)})`;
  }
}
