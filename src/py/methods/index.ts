/**
 * The methods of Python's built-in types: of each type as functions, and of a value by name.
 */
import { PyFloat } from "../../np/pyfloat.js";
import { PyTuple } from "../../np/pytuple.js";
import { PyFrozenSet } from "../set.js";
import { bytes } from "./bytes.js";
import * as dict from "./dict.js";
import * as list from "./list.js";
import { float, int, tuple } from "./others.js";
import * as set from "./set.js";
import * as str from "./str.js";

/** What a set has that doesn't change it. */
export const frozenset = {
  copy: set.copy,
  difference: set.difference,
  intersection: set.intersection,
  isdisjoint: set.isdisjoint,
  issubset: set.issubset,
  issuperset: set.issuperset,
  symmetric_difference: set.symmetric_difference,
  union: set.union,
};

export { bytes, dict, float, int, list, set, str, tuple };

function typeOf(x: unknown): object | null {
  switch (typeof x) {
    case "string":
      return str;
    case "bigint":
    case "boolean":
      return int;
    case "number":
      return Number.isInteger(x) ? int : float;
    case "object":
      if (x instanceof PyTuple) return tuple;
      if (Array.isArray(x)) return list;
      if (x instanceof Map) return dict;
      if (x instanceof PyFrozenSet) return frozenset;
      if (x instanceof Set) return set;
      if (x instanceof Uint8Array) return bytes;
      return x instanceof PyFloat ? float : null;
    default:
      return null;
  }
}

/** The value's method of that name, bound to it; null where its type has none. */
export function builtinMethod(x: unknown, name: string): ((...args: readonly unknown[]) => unknown) | null {
  const type = typeOf(x);
  const f: unknown = type && Object.hasOwn(type, name) ? Reflect.get(type, name) : null;
  if (typeof f !== "function") return null;
  return (...args) => Reflect.apply(f, undefined, [x, ...args]) as unknown;
}
