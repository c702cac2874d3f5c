/**
 * Source maps of version 3: a line of code to the line of Python that it comes from.
 * Source: ECMA-426.
 */
import type { Marks } from "./doc.js";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** A number in the map's base 64, five bits a digit. */
function vlq(n: number): string {
  let rest = n < 0 ? (-n << 1) | 1 : n << 1;
  let out = "";
  do {
    const digit = rest & 31;
    rest >>>= 5;
    out += DIGITS[rest > 0 ? digit | 32 : digit];
  } while (rest > 0);
  return out;
}

export function sourceMap(filename: string, content: string, marks: Marks): string {
  const byLine = new Map<number, number>();
  for (const [line, source] of marks) if (!byLine.has(line)) byLine.set(line, source);
  const last = Math.max(-1, ...byLine.keys());
  let before = 0;
  let current = 0;
  const mappings: string[] = [];
  for (let line = 0; line <= last; line++) {
    current = byLine.get(line) ?? current;
    if (current === 0) {
      mappings.push("");
      continue;
    }
    mappings.push(vlq(0) + vlq(0) + vlq(current - 1 - before) + vlq(0));
    before = current - 1;
  }
  return JSON.stringify({
    version: 3,
    sources: [filename],
    sourcesContent: [content],
    names: [],
    mappings: mappings.join(";"),
  });
}

/** The line of the source, from 1, that a line of the code, from 1, comes from; null before the first. */
export function lineOf(map: string, line: number): number | null {
  const { mappings } = JSON.parse(map) as { mappings: string };
  let source = 0;
  let found: number | null = null;
  for (const part of mappings.split(";").slice(0, line)) {
    if (part === "") continue;
    source += numbers(part)[2]!;
    found = source + 1;
  }
  return found;
}

function numbers(text: string): number[] {
  const out: number[] = [];
  let value = 0;
  let shift = 0;
  for (const c of text) {
    const digit = DIGITS.indexOf(c);
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    out.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return out;
}
