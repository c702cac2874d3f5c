/**
 * Methods of Python's bytes: those of str, on ASCII alone.
 * Source: Objects/bytesobject.c, Objects/bytes_methods.c (Python 3.7).
 */
import { TypeError_, ValueError } from "../../np/errors.js";
import { isPlainObject } from "../../np/printing/mapping.js";
import { typeName } from "../../np/printing/type_name.js";
import { PyTuple, tuple } from "../../np/pytuple.js";
import { list } from "../iteration.js";
import { decode } from "./decode.js";
import { placed } from "./keywords.js";
import * as str from "./str.js";

/** Beyond this stand the bytes that are no character to these methods: they have no case and are no white space. */
const APART = 0xe000;
const isCharacter = (c: number): boolean => (c >= 0x20 && c < 0x7f) || (c >= 0x09 && c <= 0x0d);

const textOf = (b: Uint8Array): string =>
  Array.from(b, (c) => String.fromCharCode(isCharacter(c) ? c : APART + c)).join("");
const bytesOf = (s: string): Uint8Array => Uint8Array.from(s, (c) => c.charCodeAt(0) % APART);

function argument(x: unknown): unknown {
  if (x instanceof Uint8Array) return textOf(x);
  if (x instanceof PyTuple) return tuple(Array.from(x, argument));
  if (typeof x === "string") throw new TypeError_("a bytes-like object is required, not 'str'");
  if (isPlainObject(x)) return Object.fromEntries(Object.entries(x).map(([k, v]) => [k, argument(v)]));
  return x;
}

function result(x: unknown): unknown {
  if (typeof x === "string") return bytesOf(x);
  if (x instanceof PyTuple) return tuple(Array.from(x, result));
  return Array.isArray(x) ? x.map(result) : x;
}

/** A method of str, on bytes. */
function onText(f: (s: string, ...args: never[]) => unknown) {
  return (b: Uint8Array, ...args: readonly unknown[]): unknown =>
    result(Reflect.apply(f as (...all: unknown[]) => unknown, undefined, [textOf(b), ...args.map(argument)]));
}

/** The same for methods that also look for a single byte by its number. */
function searching(f: (s: string, ...args: never[]) => unknown) {
  const on = onText(f);
  return (b: Uint8Array, what: unknown, ...range: readonly unknown[]): unknown =>
    on(b, typeof what === "number" ? Uint8Array.of(what) : what, ...range);
}

const LINES = /[^\n\r]*(?:\r\n|[\n\r]|$)/g;

export const bytes = {
  decode,
  /** Digits of every byte. */
  hex: (b: Uint8Array): string => Array.from(b, (c) => c.toString(16).padStart(2, "0")).join(""),
  /** Bytes from hexadecimal digits. Raises ValueError. */
  fromhex(digits: string): Uint8Array {
    const bare = digits.replace(/\s/g, "");
    const bad = digits.search(/[^\da-f\s]/i);
    if (bad >= 0 || bare.length % 2 === 1) {
      const at = bad >= 0 ? bad : digits.length;
      throw new ValueError(`non-hexadecimal number found in fromhex() arg at position ${at}`);
    }
    return Uint8Array.from(bare.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  },
  join(separator: Uint8Array, parts: unknown): Uint8Array {
    const texts = list(parts).map((x, i) => {
      if (x instanceof Uint8Array) return textOf(x);
      throw new TypeError_(`sequence item ${i}: expected a bytes-like object, ${typeName(x)} found`);
    });
    return bytesOf(texts.join(textOf(separator)));
  },
  splitlines(b: Uint8Array, ...args: readonly unknown[]): Uint8Array[] {
    const [keepends] = placed("splitlines", ["keepends"], args);
    const all = textOf(b).match(LINES) ?? [];
    const lines = all.filter((line, i) => line !== "" || i < all.length - 1);
    return lines.map((line) => bytesOf(keepends ? line : line.replace(/(?:\r\n|[\n\r])$/, "")));
  },
  capitalize: onText(str.capitalize),
  center: onText(str.center),
  count: searching(str.count),
  endswith: onText(str.endswith),
  expandtabs: onText(str.expandtabs),
  find: searching(str.find),
  index: searching(str.index),
  isalnum: onText(str.isalnum),
  isalpha: onText(str.isalpha),
  isdigit: onText(str.isdigit),
  islower: onText(str.islower),
  isspace: onText(str.isspace),
  istitle: onText(str.istitle),
  isupper: onText(str.isupper),
  ljust: onText(str.ljust),
  lower: onText(str.lower),
  lstrip: onText(str.lstrip),
  partition: onText(str.partition),
  replace: onText(str.replace),
  rfind: searching(str.rfind),
  rindex: searching(str.rindex),
  rjust: onText(str.rjust),
  rpartition: onText(str.rpartition),
  rsplit: onText(str.rsplit),
  rstrip: onText(str.rstrip),
  split: onText(str.split),
  startswith: onText(str.startswith),
  strip: onText(str.strip),
  swapcase: onText(str.swapcase),
  title: onText(str.title),
  upper: onText(str.upper),
  zfill: onText(str.zfill),
};
