/**
 * Methods of Python's tuple, bytes, int and float.
 * Source: Python 3.7 built-in types.
 */
import { UnicodeDecodeError, ValueError } from "../../np/errors.js";
import { repr } from "../../np/printing/repr.js";
import { type PyTuple, tuple as tupleOf } from "../../np/pytuple.js";
import { placed } from "./keywords.js";
import * as list from "./list.js";
import * as str from "./str.js";
import { normalized } from "./str.js";

export const tuple = {
  count: list.count,
  index(xs: readonly unknown[], x: unknown, start?: unknown, end?: unknown): number {
    const i = xs
      .slice(0)
      .findIndex((_, k) => list.count([xs[k]], x) > 0 && k >= Number(start ?? 0) && k < Number(end ?? xs.length));
    if (i < 0) throw new ValueError("tuple.index(x): x not in tuple");
    return i;
  },
};

const latin = (b: Uint8Array): string => Array.from(b, (c) => String.fromCharCode(c)).join("");
const bytesOf = (s: string): Uint8Array => Uint8Array.from(s, (c) => c.charCodeAt(0));
const asText = (x: unknown): unknown => (x instanceof Uint8Array ? latin(x) : x);

/** A method of str, on bytes: both sides read as Latin-1. */
function onText(f: (s: string, ...args: never[]) => unknown) {
  return (b: Uint8Array, ...args: readonly unknown[]): unknown => {
    const result = Reflect.apply(f as (...all: unknown[]) => unknown, undefined, [latin(b), ...args.map(asText)]);
    if (typeof result === "string") return bytesOf(result);
    return Array.isArray(result) ? result.map((x) => (typeof x === "string" ? bytesOf(x) : (x as unknown))) : result;
  };
}

export const bytes = {
  /** Bytes as text. Raises UnicodeDecodeError. */
  decode(b: Uint8Array, ...args: readonly unknown[]): string {
    const [given = "utf-8", errors = "strict"] = placed("decode", ["encoding", "errors"], args);
    const encoding = normalized(String(given));
    if (encoding === "latin1") return latin(b);
    if (encoding === "ascii") {
      const at = b.findIndex((c) => c > 127);
      if (at < 0) return latin(b);
      if (errors === "ignore") return latin(b.filter((c) => c < 128));
      if (errors === "replace") return latin(b).replace(/[\x80-\xff]/g, "\ufffd");
      const code = b[at]!.toString(16);
      throw new UnicodeDecodeError(
        `'ascii' codec can't decode byte 0x${code} in position ${at}: ordinal not in range(128)`,
      );
    }
    try {
      return new TextDecoder("utf-8", { fatal: errors === "strict", ignoreBOM: true }).decode(b);
    } catch {
      throw new UnicodeDecodeError(`'utf-8' codec can't decode ${repr(b)}: invalid data`);
    }
  },
  hex: (b: Uint8Array): string => Array.from(b, (c) => c.toString(16).padStart(2, "0")).join(""),
  split: onText(str.split),
  strip: onText(str.strip),
  lstrip: onText(str.lstrip),
  rstrip: onText(str.rstrip),
  startswith: onText(str.startswith),
  endswith: onText(str.endswith),
  find: onText(str.find),
  rfind: onText(str.rfind),
  index: onText(str.index),
  count: onText(str.count),
  replace: onText(str.replace),
  upper: onText(str.upper),
  lower: onText(str.lower),
  splitlines: onText(str.splitlines),
  join(sep: Uint8Array, parts: readonly Uint8Array[]): Uint8Array {
    return bytesOf(Array.from(parts, latin).join(latin(sep)));
  },
};

const magnitude = (n: unknown): bigint => {
  const x = BigInt(n as number);
  return x < 0n ? -x : x;
};

export const int = {
  bit_length: (n: unknown): number => (magnitude(n) === 0n ? 0 : magnitude(n).toString(2).length),
  conjugate: (n: unknown): unknown => n,
};
export const float = {
  is_integer: (x: unknown): boolean => Number.isInteger(Number(x)),
  as_integer_ratio(x: unknown): PyTuple<number | bigint> {
    let [n, d] = [Number(x), 1];
    while (!Number.isInteger(n)) [n, d] = [n * 2, d * 2];
    return tupleOf([n, d]);
  },
  conjugate: (x: unknown): unknown => x,
};
