/**
 * Methods of Python's dict, as functions of the Map.
 * Source: Objects/dictobject.c (Python 3.7).
 */
import { KeyError, TypeError_ } from "../../np/errors.js";
import { isPlainObject } from "../../np/printing/mapping.js";
import { tuple } from "../../np/pytuple.js";
import { PyDict } from "../dict.js";
import { DictItems, DictKeys, DictValues } from "../dict_views.js";
import { list } from "../iteration.js";
import { pairsOf } from "../pairs.js";

export function keys<X>(d: 0 extends 1 & X ? X : never): DictKeys<X>;
export function keys<K>(d: ReadonlyMap<K, unknown>): DictKeys<K>;
export function keys(d: ReadonlyMap<unknown, unknown>): DictKeys {
  return new DictKeys(d);
}
export function values<X>(d: 0 extends 1 & X ? X : never): DictValues<X>;
export function values<V>(d: ReadonlyMap<unknown, V>): DictValues<V>;
export function values(d: ReadonlyMap<unknown, unknown>): DictValues {
  return new DictValues(d);
}
export function items<X>(d: 0 extends 1 & X ? X : never): DictItems<X, X>;
export function items<K, V>(d: ReadonlyMap<K, V>): DictItems<K, V>;
export function items(d: ReadonlyMap<unknown, unknown>): DictItems {
  return new DictItems(d);
}
export const iterkeys = keys;
export const itervalues = values;
export const iteritems = items;
export const has_key = (d: ReadonlyMap<unknown, unknown>, key: unknown): boolean => d.has(key);

export function get<X>(d: 0 extends 1 & X ? X : never, key: unknown, otherwise?: unknown): X;
export function get<V>(d: ReadonlyMap<unknown, V>, key: unknown): V | null;
export function get<V, D>(d: ReadonlyMap<unknown, V>, key: unknown, otherwise: D): V | D;
export function get(d: ReadonlyMap<unknown, unknown>, key: unknown, otherwise: unknown = null): unknown {
  return d.has(key) ? d.get(key) : otherwise;
}
export function setdefault<X>(d: 0 extends 1 & X ? X : never, key: unknown, otherwise?: unknown): X;
export function setdefault<V>(d: Map<unknown, V>, key: unknown): V | null;
export function setdefault<V, D>(d: Map<unknown, V>, key: unknown, otherwise: D): V | D;
export function setdefault(d: Map<unknown, unknown>, key: unknown, otherwise: unknown = null): unknown {
  if (!d.has(key)) d.set(key, otherwise);
  return d.get(key);
}
/** Takes an entry out. Raises KeyError where it is not there and nothing stands in. */
export function pop<X>(d: 0 extends 1 & X ? X : never, key: unknown, otherwise?: unknown): X;
export function pop<V>(d: Map<unknown, V>, key: unknown): V;
export function pop<V, D>(d: Map<unknown, V>, key: unknown, otherwise: D): V | D;
export function pop(d: Map<unknown, unknown>, key: unknown, ...rest: readonly unknown[]): unknown {
  if (!d.has(key)) {
    if (rest.length > 0) return rest[0];
    throw new KeyError(key);
  }
  const value = d.get(key);
  d.delete(key);
  return value;
}
export function popitem<X>(d: 0 extends 1 & X ? X : never): [X, X];
export function popitem<K, V>(d: Map<K, V>): [K, V];
export function popitem(d: Map<unknown, unknown>): unknown {
  const last = Array.from(d).at(-1);
  if (!last) throw new KeyError("popitem(): dictionary is empty");
  d.delete(last[0]);
  return tuple(last);
}
export function update(d: Map<unknown, unknown>, ...parts: readonly unknown[]): void {
  const { length } = parts.filter((part) => !isPlainObject(part));
  if (length > 1) throw new TypeError_(`update expected at most 1 arguments, got ${length}`);
  for (const part of parts) for (const [k, v] of pairsOf(part)) d.set(k, v);
}
export function copy<X>(d: 0 extends 1 & X ? X : never): X;
export function copy<K, V>(d: ReadonlyMap<K, V>): PyDict<K, V>;
export function copy(d: ReadonlyMap<unknown, unknown>): unknown {
  return new PyDict(d);
}
export function clear(d: Map<unknown, unknown>): void {
  d.clear();
}
export function fromkeys<K>(these: Iterable<K>): PyDict<K, null>;
export function fromkeys<K, V>(these: Iterable<K>, value: V): PyDict<K, V>;
export function fromkeys(these: unknown, value: unknown = null): PyDict {
  return new PyDict(list(these).map((k) => [k, value] as const));
}
