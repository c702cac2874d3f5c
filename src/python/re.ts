/**
 * Python's module re.
 * Source: Lib/re.py (Python 3.7).
 */
import { TypeError_ } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { typeName } from "../np/printing/type_name.js";
import { type Match, Pattern, type Replacement } from "./re_pattern.js";
import { A, I, L, M, S, U, X } from "./re_translate.js";

export { Match, Pattern } from "./re_pattern.js";
export { A, error, I, L, M, S, U, X } from "./re_translate.js";
export const ASCII = A;
export const IGNORECASE = I;
export const LOCALE = L;
export const MULTILINE = M;
export const DOTALL = S;
export const UNICODE = U;
export const VERBOSE = X;

type Source = string | Pattern;
type Flags = number | { readonly flags?: number };
const cache = new Map<string, Pattern>();
const flagsOf = (f: Flags): number => (isPlainObject(f) ? Number(f["flags"] ?? 0) : Number(f));

export function compile(pattern: Source, flags: Flags = 0): Pattern {
  if (pattern instanceof Pattern) return pattern;
  if (typeof pattern !== "string")
    throw new TypeError_(`first argument must be string or compiled pattern, not ${typeName(pattern)}`);
  const key = `${flagsOf(flags)}:${pattern}`;
  let found = cache.get(key);
  if (!found) {
    if (cache.size >= 512) cache.clear();
    found = new Pattern(pattern, flagsOf(flags));
    cache.set(key, found);
  }
  return found;
}
export function match(pattern: Source, string: string, flags: Flags = 0): Match | null {
  return compile(pattern, flags).match(string);
}
export function fullmatch(pattern: Source, string: string, flags: Flags = 0): Match | null {
  return compile(pattern, flags).fullmatch(string);
}
export function search(pattern: Source, string: string, flags: Flags = 0): Match | null {
  return compile(pattern, flags).search(string);
}
interface SubOptions {
  readonly count?: number;
  readonly flags?: number;
}
const subOptions = (count: number | SubOptions, flags: Flags): { count: number; flags: number } => {
  const own = isPlainObject(count) ? (count as SubOptions) : { count };
  return { count: Number(own.count ?? 0), flags: (own as SubOptions).flags ?? flagsOf(flags) };
};
export function sub(
  pattern: Source,
  repl: Replacement,
  string: string,
  count: number | SubOptions = 0,
  flags: Flags = 0,
): string {
  const o = subOptions(count, flags);
  return compile(pattern, o.flags).sub(repl, string, o.count);
}
export function subn(
  pattern: Source,
  repl: Replacement,
  string: string,
  count: number | SubOptions = 0,
  flags: Flags = 0,
): ReturnType<Pattern["subn"]> {
  const o = subOptions(count, flags);
  return compile(pattern, o.flags).subn(repl, string, o.count);
}
interface SplitOptions {
  readonly maxsplit?: number;
  readonly flags?: number;
}
export function split(
  pattern: Source,
  string: string,
  maxsplit: number | SplitOptions = 0,
  flags: Flags = 0,
): string[] {
  const own = isPlainObject(maxsplit) ? (maxsplit as SplitOptions) : { maxsplit };
  return compile(pattern, (own as SplitOptions).flags ?? flags).split(string, Number(own.maxsplit ?? 0));
}
export function findall(pattern: Source, string: string, flags: Flags = 0): string[] {
  return compile(pattern, flags).findall(string);
}
export function finditer(pattern: Source, string: string, flags: Flags = 0): Generator<Match, void, undefined> {
  return compile(pattern, flags).finditer(string);
}
export function escape(pattern: string): string {
  return pattern.replace(/[()[\]{}?*+\-|^$\\.&~# \t\n\r\v\f]/g, "\\$&");
}
export function purge(): void {
  cache.clear();
}
