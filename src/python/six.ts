/**
 * The package six, as it is under Python 3.
 * Source: six 1.16.
 */

import { type PyTuple, tuple } from "../np/pytuple.js";
import { bytes, float, int, str } from "../py/builtin_types.js";
import { chr } from "../py/convert.js";
import { filter, map, zip } from "../py/iteration.js";
import { range } from "../py/range.js";
import { reduce } from "./functools.js";
import { BytesIO, StringIO } from "./io.js";
import * as itertools from "./itertools.js";
import { input } from "./open.js";

export { BytesIO, StringIO } from "./io.js";
export const PY2 = false;
export const PY3 = true;
export const string_types: PyTuple<unknown> = tuple<unknown>([str]);
export const integer_types: PyTuple<unknown> = tuple<unknown>([int]);
export const text_type = str;
export const binary_type = bytes;
export const number_types: PyTuple<unknown> = tuple<unknown>([int, float]);
export const unichr = chr;
export const moves = {
  range,
  xrange: range,
  zip,
  map,
  filter,
  reduce,
  input,
  zip_longest: itertools.zip_longest,
  StringIO,
  BytesIO,
} as const;

export function iteritems<K, V>(d: ReadonlyMap<K, V>): IterableIterator<[K, V]> {
  return d.entries();
}
export function iterkeys<K>(d: ReadonlyMap<K, unknown>): IterableIterator<K> {
  return d.keys();
}
export function itervalues<V>(d: ReadonlyMap<unknown, V>): IterableIterator<V> {
  return d.values();
}
export function u(s: string): string {
  return s;
}
export function b(s: string): Uint8Array {
  return Uint8Array.from(s, (c) => c.charCodeAt(0));
}
export function ensure_str(s: string | Uint8Array): string {
  return typeof s === "string" ? s : new TextDecoder().decode(s);
}
export const ensure_text = ensure_str;
export function ensure_binary(s: string | Uint8Array): Uint8Array {
  return typeof s === "string" ? new TextEncoder().encode(s) : s;
}
/** `with_metaclass(Meta, Base)`: the base. */
export function with_metaclass<C>(_meta: unknown, base: C): C {
  return base;
}
export function add_metaclass(_meta: unknown): <C>(cls: C) => C {
  return (cls) => cls;
}
export function python_2_unicode_compatible<C>(cls: C): C {
  return cls;
}
