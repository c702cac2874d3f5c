/**
 * Python's module fnmatch.
 * Source: Lib/fnmatch.py (Python 3.7).
 */

/** The regular expression of a pattern. */
export function translate(pat: string): string {
  let out = "";
  for (let i = 0; i < pat.length; i++) {
    const c = pat[i]!;
    const end = c === "[" ? pat.indexOf("]", pat[i + 1] === "!" ? i + 3 : i + 2) : -1;
    if (c === "*") out += ".*";
    else if (c === "?") out += ".";
    else if (c === "[" && end > 0) {
      const set = pat.slice(i + 1, end).replaceAll("\\", "\\\\");
      out += set.startsWith("!") ? `[^${set.slice(1)}]` : `[${set.replace(/^\^/, "\\^")}]`;
      i = end;
    } else out += c.replace(/[\\^$.|+(){}[\]]/g, "\\$&");
  }
  return `(?s:${out})\\Z`;
}
const compiled = (pat: string): RegExp => new RegExp(`^${translate(pat).slice(4, -3)}$`, "s");

export function fnmatchcase(name: string, pat: string): boolean {
  return compiled(pat).test(name);
}
export function fnmatch(name: string, pat: string): boolean {
  return fnmatchcase(name, pat);
}
export function filter(names: Iterable<string>, pat: string): string[] {
  const pattern = compiled(pat);
  return [...names].filter((n) => pattern.test(n));
}
