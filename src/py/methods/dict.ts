/**
 * Methods of Python's dict, as functions of the Map.
 * Source: Objects/dictobject.c (Python 3.7). Views are lists of what is there when they are asked for.
 */
import { KeyError } from "../../np/errors.js";
import { isPlainObject } from "../../np/printing/mapping.js";
import { repr } from "../../np/printing/repr.js";
import { tuple } from "../../np/pytuple.js";
import { PyDict } from "../dict.js";
import { list } from "../iteration.js";

type Dict = Map<unknown, unknown>;

/** keys(), values() and items(): they follow the dict, and print with their name. */
class View<T> {
  private readonly name: string;
  private readonly each: () => Iterable<T>;
  private readonly of: Dict;

  constructor(name: string, of: Dict, each: () => Iterable<T>) {
    this.name = name;
    this.of = of;
    this.each = each;
  }
  [Symbol.iterator](): Iterator<T> {
    return this.each()[Symbol.iterator]();
  }
  __len__(): number {
    return this.of.size;
  }
  __contains__(x: unknown): boolean {
    return this.name === "dict_keys" ? this.of.has(x) : Array.from(this, repr).includes(repr(x));
  }
  __repr__(): string {
    return `${this.name}([${Array.from(this, repr).join(", ")}])`;
  }
}

export function keys(d: Dict): View<unknown> {
  return new View("dict_keys", d, () => d.keys());
}
export function values(d: Dict): View<unknown> {
  return new View("dict_values", d, () => d.values());
}
export function items(d: Dict): View<unknown> {
  return new View("dict_items", d, () => Array.from(d, (pair) => tuple(pair)));
}
export const iterkeys = keys;
export const itervalues = values;
export const iteritems = items;
export const has_key = (d: Dict, key: unknown): boolean => d.has(key);

export function get(d: Dict, key: unknown, otherwise: unknown = null): unknown {
  return d.has(key) ? d.get(key) : otherwise;
}
export function setdefault(d: Dict, key: unknown, otherwise: unknown = null): unknown {
  if (!d.has(key)) d.set(key, otherwise);
  return d.get(key);
}
/** Takes an entry out. Raises KeyError where it is not there and nothing stands in. */
export function pop(d: Dict, key: unknown, ...rest: readonly unknown[]): unknown {
  if (!d.has(key)) {
    if (rest.length > 0) return rest[0];
    throw new KeyError(key);
  }
  const value = d.get(key);
  d.delete(key);
  return value;
}
export function popitem(d: Dict): unknown {
  const last = Array.from(d).at(-1);
  if (!last) throw new KeyError("popitem(): dictionary is empty");
  d.delete(last[0]);
  return tuple(last);
}
export function update(d: Dict, ...parts: readonly unknown[]): void {
  for (const part of parts) {
    const pairs = isPlainObject(part)
      ? Object.entries(part)
      : part instanceof Map
        ? part
        : list(part).map((p) => list(p));
    for (const [k, v] of pairs as Iterable<readonly [unknown, unknown]>) d.set(k, v);
  }
}
export function copy(d: Dict): Dict {
  return new PyDict(d);
}
export function clear(d: Dict): void {
  d.clear();
}
export function fromkeys(these: unknown, value: unknown = null): Dict {
  return new PyDict(list(these).map((k) => [k, value] as const));
}
