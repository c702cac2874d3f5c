/**
 * Methods of Python's str, as functions of the text: `py.str.split("a b")`.
 * Source: Objects/unicodeobject.c (Python 3.7). Positions count code points.
 */
import { TypeError_, UnicodeEncodeError, ValueError } from "../../np/errors.js";
import { asIndex } from "../../np/printing/numbers.js";
import { typeName } from "../../np/printing/type_name.js";
import { PyTuple, tuple } from "../../np/pytuple.js";
import { list } from "../iteration.js";
import { format } from "../str_format.js";
import { normalized, placed } from "./keywords.js";

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are white space for Python
const SPACE = /[\t-\r\x1c-\x1f \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

function text(x: unknown, what = "must be str"): string {
  if (typeof x !== "string") throw new TypeError_(`${what}, not ${typeName(x)}`);
  return x;
}

function integer(x: unknown, otherwise: number): number {
  if (x === undefined || x === null) return otherwise;
  const n = asIndex(x);
  if (n === undefined) throw new TypeError_(`'${typeName(x)}' object cannot be interpreted as an integer`);
  return Number(n);
}

const isAscii = (s: string): boolean => isascii(s);
const points = (s: string): readonly string[] => (isAscii(s) ? s.split("") : Array.from(s));
const size = (s: string): number => (isAscii(s) ? s.length : Array.from(s).length);

/** A bound of a search, as a slice reads it. */
function bounds(n: number, start: unknown, end: unknown): [number, number] {
  const at = (x: unknown, otherwise: number): number => {
    const i = integer(x, otherwise);
    return i < 0 ? Math.max(0, i + n) : Math.min(i, n);
  };
  const from = integer(start, 0);
  return [from > n ? n + 1 : at(start, 0), at(end, n)];
}

/** The part searched, and where it begins. */
function part(s: string, start: unknown, end: unknown): [string, number] | null {
  if (start === undefined && end === undefined) return [s, 0];
  const all = points(s);
  const [from, to] = bounds(all.length, start, end);
  return from > to ? null : [all.slice(from, to).join(""), from];
}

function position(s: string, sub: string, args: readonly unknown[], isLast: boolean): number {
  const searched = part(s, args[0], args[1]);
  if (!searched) return -1;
  const [inside, offset] = searched;
  const at = isLast ? inside.lastIndexOf(sub) : inside.indexOf(sub);
  return at < 0 ? -1 : offset + size(inside.slice(0, at));
}

export function find(s: string, sub: string, ...range: readonly unknown[]): number {
  return position(s, text(sub), range, false);
}
export function rfind(s: string, sub: string, ...range: readonly unknown[]): number {
  return position(s, text(sub), range, true);
}
export function index(s: string, sub: string, ...range: readonly unknown[]): number {
  const at = find(s, sub, ...range);
  if (at < 0) throw new ValueError("substring not found");
  return at;
}
export function rindex(s: string, sub: string, ...range: readonly unknown[]): number {
  const at = rfind(s, sub, ...range);
  if (at < 0) throw new ValueError("substring not found");
  return at;
}
export function count(s: string, sub: string, ...range: readonly unknown[]): number {
  const searched = part(s, range[0], range[1]);
  if (!searched) return 0;
  return text(sub) === "" ? size(searched[0]) + 1 : searched[0].split(sub).length - 1;
}

function affix(
  name: string,
  s: string,
  given: unknown,
  range: readonly unknown[],
  test: (inside: string, x: string) => boolean,
): boolean {
  const searched = part(s, range[0], range[1]);
  const all: readonly unknown[] = given instanceof PyTuple ? given : [given];
  return all.some((x) => {
    const wanted = text(
      x,
      given instanceof PyTuple
        ? `tuple for ${name} must only contain str`
        : `${name} first arg must be str or a tuple of str`,
    );
    return searched !== null && test(searched[0], wanted);
  });
}
export function startswith(s: string, prefix: unknown, ...range: readonly unknown[]): boolean {
  return affix("startswith", s, prefix, range, (x, p) => x.startsWith(p));
}
export function endswith(s: string, suffix: unknown, ...range: readonly unknown[]): boolean {
  return affix("endswith", s, suffix, range, (x, p) => x.endsWith(p));
}

/** Splits at runs of white space; `most` splits at most, the rest stays as it is. */
function words(s: string, most: number, isRight: boolean): string[] {
  const out: string[] = [];
  let rest = isRight ? rstrip(s) : lstrip(s);
  while (rest !== "") {
    if (most >= 0 && out.length === most) {
      out.push(
        isRight ? rstrip(rest) : rest.replace(new RegExp(`${SPACE.source}+$`), (tail) => (most === 0 ? tail : tail)),
      );
      rest = "";
      break;
    }
    const pattern = isRight
      ? new RegExp(`(?:^|${SPACE.source})((?:(?!${SPACE.source})[\\s\\S])+)$`)
      : new RegExp(`^((?:(?!${SPACE.source})[\\s\\S])+)`);
    const word = pattern.exec(rest)![1]!;
    out.push(word);
    rest = isRight ? rstrip(rest.slice(0, rest.length - word.length)) : lstrip(rest.slice(word.length));
  }
  return isRight ? out.reverse() : out;
}

function pieces(s: string, args: readonly unknown[], isRight: boolean): string[] {
  const [sep, limit] = placed(isRight ? "rsplit" : "split", ["sep", "maxsplit"], args);
  const most = integer(limit, -1);
  if (sep === undefined || sep === null) return words(s, most, isRight);
  const by = text(sep);
  if (by === "") throw new ValueError("empty separator");
  const all = s.split(by);
  if (most < 0 || all.length <= most + 1) return all;
  if (isRight) return [all.slice(0, all.length - most).join(by), ...all.slice(all.length - most)];
  return [...all.slice(0, most), all.slice(most).join(by)];
}
export function split(s: string, ...args: readonly unknown[]): string[] {
  return pieces(s, args, false);
}
export function rsplit(s: string, ...args: readonly unknown[]): string[] {
  return pieces(s, args, true);
}
const BREAK = "\\n\\r\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029";
const LINES = new RegExp(`[^${BREAK}]*(?:\\r\\n|[${BREAK}]|$)`, "g");
const LINE_END = new RegExp(`(?:\\r\\n|[${BREAK}])$`);

export function splitlines(s: string, ...args: readonly unknown[]): string[] {
  const [keep] = placed("splitlines", ["keepends"], args);
  const all = s.match(LINES) ?? [];
  const lines = all.filter((l, i) => l !== "" || i < all.length - 1);
  return keep ? lines : lines.map((l) => l.replace(LINE_END, ""));
}
export function partition(s: string, sep: string): PyTuple<string> {
  const at = s.indexOf(separator(sep));
  return tuple(at < 0 ? [s, "", ""] : [s.slice(0, at), sep, s.slice(at + sep.length)]);
}
export function rpartition(s: string, sep: string): PyTuple<string> {
  const at = s.lastIndexOf(separator(sep));
  return tuple(at < 0 ? ["", "", s] : [s.slice(0, at), sep, s.slice(at + sep.length)]);
}
function separator(sep: string): string {
  if (text(sep) === "") throw new ValueError("empty separator");
  return sep;
}

function characters(chars: unknown, isLeft: boolean, isRight: boolean): string {
  if (typeof chars === "string") return chars;
  const name = isLeft && isRight ? "strip" : isLeft ? "lstrip" : "rstrip";
  throw new TypeError_(`${name} arg must be None or str`);
}

function stripped(s: string, chars: unknown, isLeft: boolean, isRight: boolean): string {
  const of = chars === undefined || chars === null ? null : new Set(characters(chars, isLeft, isRight));
  const isOut = (c: string): boolean => (of ? of.has(c) : SPACE.test(c));
  const all = Array.from(s);
  let from = 0;
  let to = all.length;
  if (isLeft) while (from < to && isOut(all[from]!)) from++;
  if (isRight) while (to > from && isOut(all[to - 1]!)) to--;
  return all.slice(from, to).join("");
}
export function strip(s: string, chars?: unknown): string {
  return stripped(s, chars, true, true);
}
export function lstrip(s: string, chars?: unknown): string {
  return stripped(s, chars, true, false);
}
export function rstrip(s: string, chars?: unknown): string {
  return stripped(s, chars, false, true);
}

function joinable(parts: unknown): readonly unknown[] {
  try {
    return list(parts);
  } catch (error) {
    if (!(error instanceof TypeError_) || !error.message.endsWith("is not iterable")) throw error;
    throw new TypeError_("can only join an iterable", { cause: error });
  }
}

/** Joins texts. Raises TypeError for anything else. */
export function join(sep: string, parts: unknown): string {
  return joinable(parts)
    .map((x, i) => {
      if (typeof x !== "string")
        throw new TypeError_(`sequence item ${i}: expected str instance, ${typeName(x)} found`);
      return x;
    })
    .join(sep);
}
export function replace(s: string, old: string, by: string, most?: unknown): string {
  const limit = integer(most, -1);
  text(old);
  text(by);
  if (limit < 0) return old === "" ? [by, ...points(s).flatMap((c) => [c, by])].join("") : s.split(old).join(by);
  const all = old === "" ? ["", ...points(s), ""] : s.split(old);
  const n = Math.min(limit, all.length - 1);
  return (
    all.slice(0, n + 1).join(by) +
    all
      .slice(n + 1)
      .map((x) => old + x)
      .join("")
  );
}

export const upper = (s: string): string => s.toUpperCase();
export const lower = (s: string): string => s.toLowerCase();
export const casefold = (s: string): string => s.toLowerCase().replaceAll("ß", "ss");
export function capitalize(s: string): string {
  const [first = "", ...rest] = Array.from(s);
  return first.toUpperCase() + rest.join("").toLowerCase();
}
export function title(s: string): string {
  return s.replace(/\p{L}+/gu, (w) => capitalize(w));
}
export function swapcase(s: string): string {
  return Array.from(s, (c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase())).join("");
}

function padding(s: string, width: unknown, fill: unknown): [number, string] {
  const by = fill === undefined ? " " : text(fill);
  if (size(by) !== 1) throw new TypeError_("The fill character must be exactly one character long");
  return [Math.max(0, integer(width, 0) - size(s)), by];
}
export function ljust(s: string, width: unknown, fill?: unknown): string {
  const [n, by] = padding(s, width, fill);
  return s + by.repeat(n);
}
export function rjust(s: string, width: unknown, fill?: unknown): string {
  const [n, by] = padding(s, width, fill);
  return by.repeat(n) + s;
}
export function center(s: string, width: unknown, fill?: unknown): string {
  const [n, by] = padding(s, width, fill);
  // An odd rest goes to the left where the width is odd.
  const left = Math.floor(n / 2) + (n & integer(width, 0) & 1);
  return by.repeat(left) + s + by.repeat(n - left);
}
export function zfill(s: string, width: unknown): string {
  const n = Math.max(0, integer(width, 0) - size(s));
  const sign = /^[-+]/.test(s) ? s[0]! : "";
  return sign + "0".repeat(n) + s.slice(sign.length);
}
export function expandtabs(s: string, ...args: readonly unknown[]): string {
  const [given] = placed("expandtabs", ["tabsize"], args);
  const tab = integer(given, 8);
  let column = 0;
  return Array.from(s, (c) => {
    if (c === "\n" || c === "\r") column = 0;
    else if (c !== "\t") column++;
    else {
      const n = tab > 0 ? tab - (column % tab) : 0;
      column += n;
      return " ".repeat(n);
    }
    return c;
  }).join("");
}

const test =
  (pattern: RegExp) =>
  (s: string): boolean =>
    pattern.test(s);
export const isdigit = test(/^[\p{Nd}\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089]+$/u);
export const isdecimal = test(/^\p{Nd}+$/u);
export const isnumeric = test(/^\p{N}+$/u);
export const isalpha = test(/^\p{L}+$/u);
export const isalnum = test(/^[\p{L}\p{N}]+$/u);
export const isspace = test(new RegExp(`^${SPACE.source}+$`));
export const isidentifier = test(/^[\p{ID_Start}_][\p{ID_Continue}]*$/u);
export const isascii = test(/^\p{ASCII}*$/u);
export const isprintable = test(/^(?:[^\p{C}\p{Z}]| )*$/u);
export const isupper = (s: string): boolean => s === s.toUpperCase() && s !== s.toLowerCase();
export const islower = (s: string): boolean => s === s.toLowerCase() && s !== s.toUpperCase();
export const istitle = (s: string): boolean => /\p{L}/u.test(s) && s === title(s);

/** Text as bytes: UTF-8, ASCII or Latin-1. */
export function encode(s: string, ...args: readonly unknown[]): Uint8Array {
  const [given = "utf-8", errors = "strict"] = placed("encode", ["encoding", "errors"], args);
  const encoding = normalized(text(given));
  if (encoding === "utf8") return new TextEncoder().encode(s);
  const most = encoding === "ascii" ? 128 : 256;
  const all = Array.from(s, (c) => c.codePointAt(0)!);
  const out: number[] = [];
  for (let i = 0; i < all.length; i++) {
    if (all[i]! < most) out.push(all[i]!);
    else if (errors === "replace") out.push(63);
    else if (errors !== "ignore") {
      let end = i + 1;
      while (end < all.length && all[end]! >= most) end++;
      const name = encoding === "ascii" ? "ascii" : "latin-1";
      throw new UnicodeEncodeError(name, s, i, end, `ordinal not in range(${most})`);
    }
  }
  return Uint8Array.from(out);
}

export function translate(s: string, table: unknown): string {
  if (!(table instanceof Map)) throw new TypeError_(`'${typeName(table)}' object is not subscriptable`);
  return Array.from(s, (c) => {
    const by: unknown = table.get(c.codePointAt(0));
    if (by === undefined && !table.has(c.codePointAt(0))) return c;
    return by === null ? "" : typeof by === "number" ? String.fromCodePoint(by) : String(by);
  }).join("");
}
export function maketrans(from: unknown, to?: string, removed = ""): Map<number, unknown> {
  if (from instanceof Map) {
    return new Map(
      Array.from(from as Map<unknown, unknown>, ([k, v]) => [typeof k === "string" ? k.codePointAt(0)! : Number(k), v]),
    );
  }
  const [a, b] = [Array.from(text(from)), Array.from(to ?? "")];
  if (a.length !== b.length) throw new ValueError("the first two maketrans arguments must have equal length");
  return new Map<number, unknown>([
    ...a.map((c, i): [number, unknown] => [c.codePointAt(0)!, b[i]!.codePointAt(0)!]),
    ...Array.from(removed, (c): [number, unknown] => [c.codePointAt(0)!, null]),
  ]);
}
export function format_map(s: string, by: ReadonlyMap<string, unknown>): string {
  return format(s, Object.fromEntries(by));
}

export { format };
