/**
 * Calls whose arguments find their places while the program runs.
 * Source: The Python Language Reference, Calls.
 */
import { TypeError_ } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { typeName } from "../np/printing/type_name.js";
import { type PyTuple, tuple } from "../np/pytuple.js";
import { behind, getattr } from "./attributes.js";
import { PyDict } from "./dict.js";
import { type Shape, shapeOf } from "./parameters.js";

type Keywords = Readonly<Record<string, unknown>>;
type Fn = (...args: unknown[]) => unknown;

/** `*args` and `**kwargs` of a call: a trailing plain object holds keywords. */
export function varargs<X>(rest: readonly X[]): [args: PyTuple<X>, kwargs: PyDict<string, X>] {
  const last = rest.at(-1);
  const named = isPlainObject(last) ? last : null;
  return [tuple(named ? rest.slice(0, -1) : rest), new PyDict(Object.entries(named ?? {}) as [string, X][])];
}

function listed(names: readonly string[]): string {
  const quoted = names.map((n) => `'${n}'`);
  if (quoted.length < 3) return quoted.join(" and ");
  return `${quoted.slice(0, -1).join(", ")}, and ${quoted.at(-1)!}`;
}

const plural = (n: number): string => (n === 1 ? "" : "s");

/** Arguments in the places of the parameters. Raises Python's TypeErrors. `own`: 1 for a method, whose self Python counts. */
function placed(shape: Shape, args: readonly unknown[], keywords: Keywords, own: number): unknown[] {
  const { name, names, required, hasRest, only } = shape;
  const out = [...args];
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(keywords)) {
    const at = names.indexOf(key);
    if (at >= 0) {
      if (at < args.length) throw new TypeError_(`${name}() got multiple values for argument '${key}'`);
      out[at] = value;
    } else if (hasRest || only !== null) rest[key] = value;
    else throw new TypeError_(`${name}() got an unexpected keyword argument '${key}'`);
  }
  if (args.length > names.length && !hasRest) {
    const least = required + own;
    const most = names.length + own;
    const takes =
      least === most ? `${most} positional argument${plural(most)}` : `from ${least} to ${most} positional arguments`;
    const given = args.length + own;
    throw new TypeError_(`${name}() takes ${takes} but ${given} ${given === 1 ? "was" : "were"} given`);
  }
  const missing = names.slice(0, required).filter((_, i) => !(i in out));
  if (missing.length > 0) {
    throw new TypeError_(
      `${name}() missing ${missing.length} required positional argument${plural(missing.length)}: ${listed(missing)}`,
    );
  }
  if (Object.keys(rest).length > 0) {
    // Keywords stand behind everything that has a place.
    while (out.length < names.length) out.push(undefined);
    out.push(rest);
  }
  return Array.from(out);
}

const isClass = (f: unknown): boolean => /^class\b/.test(Function.prototype.toString.call(f));

/** Python's `f(*args, **keywords)`, for functions, methods and classes of the program and of the library. */
export function call<X>(f: 0 extends 1 & X ? X : never, args?: Iterable<unknown>, keywords?: Keywords): X;
export function call<R>(
  f: ((...args: never) => R) | (new (...args: never) => R),
  args?: Iterable<unknown>,
  keywords?: Keywords,
): R;
export function call(f: unknown, args?: Iterable<unknown>, keywords?: Keywords): never;
export function call(f: unknown, args: Iterable<unknown> = [], keywords: Keywords = {}): unknown {
  return applied(f, undefined, [...args], keywords);
}

function applied(f: unknown, owner: unknown, args: readonly unknown[], keywords: Keywords): unknown {
  if (typeof f !== "function") {
    if (typeof f === "object" && f !== null && "__call__" in f) return applied(f.__call__, f, args, keywords);
    throw new TypeError_(`'${typeName(f)}' object is not callable`);
  }
  const inner = behind(f as Fn);
  // A function that binds its own arguments takes keywords as a trailing object.
  if ("signature" in f || "__name__" in f) return Reflect.apply(f, owner, withKeywords(args, keywords));
  const shape = shapeOf(inner);
  const all = shape ? placed(shape, args, keywords, shape.isMethod ? 1 : 0) : withKeywords(args, keywords);
  return isClass(f) ? Reflect.construct(f, all) : Reflect.apply(f, owner, all);
}

function withKeywords(args: readonly unknown[], keywords: Keywords): unknown[] {
  return Object.keys(keywords).length === 0 ? [...args] : [...args, keywords];
}

/** Python's `x.name(*args, **keywords)`. */
export function invoke<X>(
  x: 0 extends 1 & X ? X : never,
  name: string,
  args?: Iterable<unknown>,
  keywords?: Keywords,
): X;
export function invoke(x: unknown, name: string, args?: Iterable<unknown>, keywords?: Keywords): never;
export function invoke(x: unknown, name: string, args: Iterable<unknown> = [], keywords: Keywords = {}): unknown {
  const own: unknown =
    typeof x === "object" && x !== null && !Array.isArray(x) && !(x instanceof Map) && !(x instanceof Set)
      ? Reflect.get(x, name)
      : undefined;
  if (typeof own === "function") return applied(own, x, [...args], keywords);
  return applied(
    getattr<unknown>(x, name, undefined) ?? getattr(x as object, name as never),
    undefined,
    [...args],
    keywords,
  );
}

/** A method as its decorator leaves it: the decorator gets a function whose first argument is the object. */
export function decorated<F>(method: F, decorator: unknown): F {
  const plain = method as (...args: unknown[]) => unknown;
  const f = (self: unknown, ...args: unknown[]): unknown => Reflect.apply(plain, self, args);
  Object.defineProperty(f, "name", { value: plain.name });
  const made: unknown = call(decorator as (f: unknown) => unknown, [f]);
  const bound = function (this: unknown, ...args: unknown[]): unknown {
    return call(made as (...all: unknown[]) => unknown, [this, ...args]);
  };
  return bound as unknown as F;
}

/**
 * Class attributes as Python has them: instances read the class's own, until they get one of their own by that name.
 * Static methods are among them.
 */
export function class_attributes(made: abstract new (...args: never) => object, ...names: readonly string[]): void {
  for (const name of names) {
    Object.defineProperty(made.prototype, name, {
      configurable: true,
      get(this: object): unknown {
        return Reflect.get(this.constructor, name);
      },
      set(this: object, value: unknown): void {
        Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true });
      },
    });
  }
}
