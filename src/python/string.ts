/**
 * Python's string.
 * Source: Lib/string.py (Python 3.7).
 */

import { str } from "../np/printing/repr.js";
import { KeyError } from "../py/errors.js";

export const ascii_lowercase = "abcdefghijklmnopqrstuvwxyz";
export const ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
export const ascii_letters = ascii_lowercase + ascii_uppercase;
export const letters = ascii_letters;
export const lowercase = ascii_lowercase;
export const uppercase = ascii_uppercase;
export const digits = "0123456789";
export const hexdigits = "0123456789abcdefABCDEF";
export const octdigits = "01234567";
export const punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
export const whitespace = " \t\n\r\v\f";
export const printable = digits + ascii_letters + punctuation + whitespace;

export function capwords(s: string, sep: string | null = null): string {
  const words = sep === null ? s.split(/\s+/).filter((w) => w !== "") : s.split(sep);
  return words.map((w) => w.slice(0, 1).toUpperCase() + w.slice(1).toLowerCase()).join(sep ?? " ");
}

/** `$name` and `${name}` in a text. */
export class Template {
  readonly template: string;

  constructor(template: string) {
    this.template = template;
  }
  private filled(values: ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>>, isSafe: boolean): string {
    const map = values instanceof Map ? (values as Map<string, unknown>) : new Map(Object.entries(values));
    return this.template.replace(
      /\$(?:(\$)|\{(\w+)\}|([A-Za-z_]\w*))/g,
      (all, dollar: string | undefined, a: string | undefined, b: string | undefined) => {
        if (dollar !== undefined) return "$";
        const name = (a ?? b)!;
        if (map.has(name)) return str(map.get(name));
        if (isSafe) return all;
        throw new KeyError(name);
      },
    );
  }
  substitute(values: ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>> = {}): string {
    return this.filled(values, false);
  }
  safe_substitute(values: ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>> = {}): string {
    return this.filled(values, true);
  }
}
