/**
 * Python's module string.
 * Source: Lib/string.py (Python 3.7).
 */
import { KeyError, ValueError } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { str } from "../np/printing/repr.js";

export const ascii_lowercase = "abcdefghijklmnopqrstuvwxyz";
export const ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
export const ascii_letters = ascii_lowercase + ascii_uppercase;
export const digits = "0123456789";
export const hexdigits = "0123456789abcdefABCDEF";
export const octdigits = "01234567";
export const punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
export const whitespace = " \t\n\r\v\f";
export const printable = digits + ascii_letters + punctuation + whitespace;
/** Of Python 2. */
export const letters = ascii_letters;
export const lowercase = ascii_lowercase;
export const uppercase = ascii_uppercase;

export function capwords(s: string, sep: string | null = null): string {
  const words = sep === null ? s.trim().split(/\s+/) : s.split(sep);
  return words.map((w) => w.slice(0, 1).toUpperCase() + w.slice(1).toLowerCase()).join(sep ?? " ");
}

type Values = ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>>;

/** `$name` and `${name}` in a text. */
export class Template {
  readonly template: string;

  constructor(template: string) {
    this.template = template;
  }
  private filled(
    values: readonly Values[],
    otherwise: (name: string | null, all: string, at: number) => string,
  ): string {
    const all = new Map<string, unknown>(
      values.flatMap((v) => (isPlainObject(v) ? Object.entries(v) : [...(v as ReadonlyMap<string, unknown>)])),
    );
    return this.template.replace(/\$(?:(\$)|([_a-z][_a-z0-9]*)|\{([_a-z][_a-z0-9]*)\}|)/gi, (...m) => {
      const [text, escaped, plain, braced] = m as (string | undefined)[];
      if (escaped) return "$";
      const name = plain ?? braced;
      if (name !== undefined && all.has(name)) return str(all.get(name));
      return otherwise(name ?? null, text!, m[4] as number);
    });
  }
  substitute(...values: readonly Values[]): string {
    return this.filled(values, (name, _, at) => {
      if (name !== null) throw new KeyError(name);
      const lines = this.template.slice(0, at).split("\n");
      throw new ValueError(`Invalid placeholder in string: line ${lines.length}, col ${lines.at(-1)!.length + 1}`);
    });
  }
  safe_substitute(...values: readonly Values[]): string {
    return this.filled(values, (_, all) => all);
  }
}
