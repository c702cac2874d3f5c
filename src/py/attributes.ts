/**
 * Python's attributes of any value: getattr, setattr, hasattr, delattr, vars, dir.
 * Source: Python 3.7 object model.
 */
import { AttributeError, PyError, pythonName, TypeError_ } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { typeName } from "../np/printing/type_name.js";
import { PyFloat } from "../np/pyfloat.js";
import { PyTuple } from "../np/pytuple.js";
import { Strided } from "../np/strided.js";
import { PyDict } from "./dict.js";
import { builtinMethod } from "./methods/index.js";
import { numberPart } from "./number_parts.js";
import { PyFrozenSet, PySet } from "./set.js";
import { type } from "./types.js";

/** A value of a built-in type of Python, whose methods are not JavaScript's. */
function isBuiltin(x: unknown): boolean {
  if (x === null || x === undefined) return true;
  if (typeof x === "function") return false;
  if (typeof x !== "object" || Array.isArray(x)) return true;
  return x instanceof Map || x instanceof Set || x instanceof Uint8Array || x instanceof PyFloat || isPlainObject(x);
}

const NOTHING: unique symbol = Symbol("no such attribute");

/** What JavaScript's own containers have under that name, which Python doesn't know. */
function isJavaScripts(x: object, name: string): boolean {
  const bases: readonly object[] = [Array, Map, Set, Uint8Array, Object]
    .filter((c) => x instanceof c)
    .map((c) => c.prototype as object);
  return bases.some((b) => Reflect.get(x, name) === Reflect.get(b, name, x));
}

const BASES: ReadonlySet<unknown> = new Set(
  [Array, PyTuple, Map, PyDict, Set, PySet, PyFrozenSet, Uint8Array, PyFloat, Object].map(
    (c) => c.prototype as unknown,
  ),
);

/** What a class built on a built-in type adds: a deque's `append` is its own. */
function ofSubclass(x: unknown, name: string): unknown {
  if (typeof x !== "object" || x === null) return NOTHING;
  for (let o: unknown = Object.getPrototypeOf(x); o !== null && !BASES.has(o); o = Object.getPrototypeOf(o)) {
    if (Object.hasOwn(o as object, name)) return ownValue(x, name);
  }
  return NOTHING;
}

function ofBuiltin(x: unknown, name: string): unknown {
  const own = ofSubclass(x, name);
  if (own !== NOTHING) return own;
  const part = numberPart(x, name);
  if (part !== undefined) return part;
  const method = builtinMethod(x, name);
  if (method) return method;
  // A named tuple's fields, an ordered dict's methods.
  if (typeof x !== "object" || x === null || !(name in x) || isJavaScripts(x, name)) return NOTHING;
  return ownValue(x, name);
}

function ownValue(x: object, name: string): unknown {
  const value: unknown = Reflect.get(x, name);
  if (typeof value !== "function" || Object.hasOwn(x, name) || typeof x === "function") return value;
  return bind(value as (...args: never) => unknown, x);
}

const originals = new WeakMap<object, (...args: never) => unknown>();

/** A method that is passed on stays with its object. */
function bind(f: (...args: never) => unknown, owner: object): (...args: unknown[]) => unknown {
  const bound = (...args: unknown[]): unknown => Reflect.apply(f, owner, args);
  Object.defineProperty(bound, "name", { value: f.name });
  originals.set(bound, f);
  return bound;
}

/** The function behind a bound method: its parameters have names. */
export function behind(f: (...args: never) => unknown): (...args: never) => unknown {
  return originals.get(f) ?? f;
}

function found(x: unknown, name: string): unknown {
  if (name === "__class__") return type(x);
  if (name === "__doc__") return null;
  if (name === "__module__") return "__main__";
  if (typeof x === "function" && (name === "__name__" || name === "__qualname__"))
    return "__name__" in x ? x.__name__ : x === PyError || x === TypeError_ ? pythonName(x) : x.name;
  if (isBuiltin(x)) return ofBuiltin(x, name);
  const owner = x as object;
  if (name === "__dict__") return vars(x);
  const isObjects = name in Object.prototype && Reflect.get(owner, name) === Reflect.get(Object.prototype, name);
  if (name in owner && !isObjects) return ownValue(owner, name);
  if ("__getattr__" in owner && typeof owner.__getattr__ === "function") return owner.__getattr__(name) as unknown;
  return NOTHING;
}

function missing(x: unknown, name: string): AttributeError {
  if (typeof x === "function" && /^class\b/.test(Function.prototype.toString.call(x))) {
    return new AttributeError(`type object '${x.name}' has no attribute '${name}'`);
  }
  if (Object.prototype.toString.call(x) === "[object Module]")
    return new AttributeError(`module has no attribute '${name}'`);
  return new AttributeError(`'${typeName(x)}' object has no attribute '${name}'`);
}

/** Python's getattr(x, name) and getattr(x, name, default). Raises AttributeError. */
export function getattr<X>(x: 0 extends 1 & X ? X : never, name: string, ...rest: readonly unknown[]): X;
export function getattr<O extends object, const N extends keyof O & string>(x: O, name: N): O[N];
export function getattr<D>(x: unknown, name: string, fallback: D): D;
export function getattr(x: unknown, name: string): never;
export function getattr(x: unknown, name: string, ...rest: readonly unknown[]): unknown {
  return attribute(x, name, rest);
}

function attribute(x: unknown, name: string, rest: readonly unknown[]): unknown {
  if (typeof name !== "string") throw new TypeError_("getattr(): attribute name must be string");
  try {
    const value = found(x, name);
    if (value !== NOTHING) return value;
  } catch (error) {
    if (rest.length === 0 || !(error instanceof AttributeError)) throw error;
  }
  if (rest.length > 0) return rest[0];
  throw missing(x, name);
}

/** Python's hasattr(x, name). */
export function hasattr(x: unknown, name: string): boolean {
  const none = {};
  return getattr(x, name, none) !== none;
}

/** Python's setattr(x, name, value). */
export function setattr(x: unknown, name: string, value: unknown): void {
  if (isBuiltin(x) || x instanceof Strided) throw missing(x, name);
  Reflect.set(x as object, name, value);
}

/** Python's delattr(x, name). */
export function delattr(x: unknown, name: string): void {
  if (isBuiltin(x) || !Object.hasOwn(x as object, name)) throw missing(x, name);
  Reflect.deleteProperty(x as object, name);
}

/**
 * `x.name` as something to call, where only running shows what x is: a method of Python's built-in types, or the
 * object's own.
 */
export function method<X>(x: 0 extends 1 & X ? X : never, name: string): X;
export function method(x: unknown, name: string): (...args: readonly unknown[]) => never;
export function method(x: unknown, name: string): unknown {
  return attribute(x, name, []);
}

/** Python's vars(x): the object's own attributes. */
export function vars(x: unknown): Map<string, unknown> {
  if (isBuiltin(x)) throw new TypeError_("vars() argument must have __dict__ attribute");
  return new Map(Object.entries(x as object));
}

/** Python's dir(x): names of attributes, sorted. */
export function dir(x: unknown): string[] {
  const names = new Set<string>();
  for (let o: unknown = Object(x); o !== null && o !== Object.prototype; o = Object.getPrototypeOf(o)) {
    for (const n of Object.getOwnPropertyNames(o)) if (n !== "constructor") names.add(n);
  }
  return [...names].sort();
}
