/**
 * Python's copy.
 * Source: Lib/copy.py (Python 3.7).
 */
import { PyTuple } from "../np/pytuple.js";
import { Strided } from "../np/strided.js";
import { tuple } from "../py/containers.js";
import { PyDict } from "../py/dict.js";
import { PySet } from "../py/set.js";

function again<T extends object>(x: T, part: (v: unknown) => unknown): T {
  const made = Object.create(Object.getPrototypeOf(x) as object) as T;
  for (const [k, v] of Object.entries(x)) Reflect.set(made, k, part(v));
  return made;
}

function copied(x: unknown, part: (v: unknown) => unknown): unknown {
  if (typeof x !== "object" || x === null) return x;
  if (x instanceof PyTuple) return tuple(Array.from(x, part));
  if (Array.isArray(x)) return Array.from(x, part);
  if (x instanceof Uint8Array) return x;
  if (x instanceof Map) {
    const Kind = x.constructor as new () => Map<unknown, unknown>;
    const made = Kind === Map ? new PyDict<unknown, unknown>() : new Kind();
    for (const [k, v] of x as Map<unknown, unknown>) made.set(k, part(v));
    return made;
  }
  if (x instanceof Set) return new PySet(Array.from(x as Set<unknown>));
  if (x instanceof Strided && "copy" in x && typeof x.copy === "function") return x.copy() as unknown;
  return again(x, part);
}

/** A new container with the same items. */
export function copy<T>(x: T): T {
  return copied(x, (v) => v) as T;
}

/** A new container of copies, all the way down; what occurs twice is copied once. */
export function deepcopy<T>(x: T): T {
  const done = new Map<unknown, unknown>();
  const deep = (v: unknown): unknown => {
    if (typeof v !== "object" || v === null) return v;
    if (done.has(v)) return done.get(v);
    if (Array.isArray(v) && !(v instanceof PyTuple)) {
      // It may hold itself.
      const made: unknown[] = [];
      done.set(v, made);
      for (const item of v) made.push(deep(item));
      return made;
    }
    const made = copied(v, deep);
    done.set(v, made);
    return made;
  };
  return deep(x) as T;
}
