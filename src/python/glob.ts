/**
 * Python's glob.
 * Source: Lib/glob.py, Lib/fnmatch.py (Python 3.7).
 */
import { existsSync, readdirSync, statSync } from "node:fs";

function matcher(pattern: string): RegExp {
  const source = pattern.replace(/\[!/g, "[^").replace(/[.+^${}()|\\]|\*|\?/g, (c) => {
    if (c === "*") return ".*";
    if (c === "?") return ".";
    return c === "^" ? c : `\\${c}`;
  });
  return new RegExp(`^${source}$`, "s");
}

const hasMagic = (s: string): boolean => /[*?[]/.test(s);

/** Paths that fit the pattern, in the order of the folders; `**` walks down where `recursive`. */
export function glob(pattern: string, options: { readonly recursive?: boolean } = {}): string[] {
  const parts = pattern.split("/");
  let found = [parts[0] === "" ? "/" : ""];
  const walk = (at: string, part: string): string[] => {
    const join = (name: string): string => (at === "" || at.endsWith("/") ? at + name : `${at}/${name}`);
    if (part === "**" && options.recursive) return [at, ...below(at)];
    if (!hasMagic(part)) return existsSync(join(part)) ? [join(part)] : [];
    const folder = at === "" ? "." : at;
    if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
    const fits = matcher(part);
    return readdirSync(folder)
      .filter((n) => fits.test(n) && (part.startsWith(".") || !n.startsWith(".")))
      .map(join);
  };
  for (const part of parts) if (part !== "") found = found.flatMap((at) => walk(at, part));
  return found;
}

function below(at: string): string[] {
  const folder = at === "" ? "." : at;
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((n) => (at === "" ? n : `${at}/${n}`));
}
export const iglob = glob;
