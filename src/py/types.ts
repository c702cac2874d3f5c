/**
 * Python's type(x), issubclass and callable.
 * Source: Python 3.7 built-ins.
 */
import { TypeError_ } from "../np/errors.js";
import { typeName } from "../np/printing/type_name.js";
import * as scalars from "../np/scalar.js";
import { bytes, dict, frozenset, isinstance, set, tuple } from "./containers.js";
import { bool, float, int, str } from "./convert.js";
import { list } from "./iteration.js";
import { PyFrozenSet } from "./set.js";

const BUILTINS = new Map<string, unknown>([
  ["int", int],
  ["float", float],
  ["bool", bool],
  ["str", str],
  ["list", list],
  ["tuple", tuple],
  ["dict", dict],
  ["set", set],
  ["frozenset", frozenset],
  ["bytes", bytes],
]);

/** Classes that have no constructor of their own here: NoneType, function, a NumPy scalar's. */
const others = new Map<string, { readonly __name__: string }>();

function named(name: string): { readonly __name__: string } {
  let found = others.get(name);
  if (!found) {
    const text = `<class '${name}'>`;
    found = Object.assign(() => null, { __name__: name.slice(name.lastIndexOf(".") + 1), __repr__: () => text });
    others.set(name, found);
  }
  return found;
}

/** Python's type(x): py.int, py.list, …, or the class of an object. */
export function type(x: unknown): unknown {
  const name = typeName(x);
  const builtin = BUILTINS.get(name);
  if (builtin !== undefined) return builtin;
  if (typeof x === "function") return named(isClass(x) ? "type" : "function");
  if (typeof x === "object" && x !== null && !name.startsWith("numpy.") && !(x instanceof PyFrozenSet)) {
    const made: unknown = x.constructor;
    if (typeof made === "function" && made !== Object) return made;
  }
  // A NumPy scalar's type is called like its dtype.
  const scalar: unknown = name.startsWith("numpy.") ? Reflect.get(scalars, name.slice(6)) : undefined;
  return scalar ?? named(name);
}

function isClass(x: unknown): boolean {
  return typeof x === "function" && /^class\b/.test(Function.prototype.toString.call(x));
}

/** Python's issubclass(type, of). */
export function issubclass(made: unknown, of: unknown): boolean {
  if (Array.isArray(of)) return of.some((o) => issubclass(made, o));
  if (typeof made !== "function" || typeof of !== "function")
    throw new TypeError_("issubclass() arg 1 must be a class");
  if (made === of) return true;
  if (made === bool && of === int) return true;
  const proto: unknown = made.prototype;
  return typeof proto === "object" && proto !== null && isinstance(proto, of);
}

/** Python's callable(x). */
export function callable(x: unknown): boolean {
  return typeof x === "function" || (typeof x === "object" && x !== null && "__call__" in x);
}
