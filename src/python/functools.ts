/**
 * Python's functools.
 * Source: Lib/functools.py (Python 3.7).
 */

import { TypeError_ } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { call } from "../py/calls.js";
import { tuple } from "../py/containers.js";
import { PyDict } from "../py/dict.js";

import { iterate } from "../py/iteration.js";

/** A function with some of its arguments given. */
export function partial(f: unknown, ...given: readonly unknown[]): (...args: readonly unknown[]) => never {
  const [first, named] = parts(given);
  return (...args) => {
    const [more, keywords] = parts(args);
    return call(f, [...first, ...more], { ...named, ...keywords });
  };
}
function parts(args: readonly unknown[]): [readonly unknown[], Readonly<Record<string, unknown>>] {
  const last = args.at(-1);
  return isPlainObject(last) ? [args.slice(0, -1), last] : [args, {}];
}

export function reduce<T>(f: (a: T, b: T) => T, xs: Iterable<T>, ...initial: readonly T[]): T {
  const items = iterate(xs);
  let total: T;
  if (initial.length > 0) total = initial[0]!;
  else {
    const first = items.next();
    if (first.done) throw new TypeError_("reduce() of empty sequence with no initial value");
    total = first.value;
  }
  for (let next = items.next(); !next.done; next = items.next()) total = f(total, next.value);
  return total;
}

/** Gives a wrapper the name of what it wraps. */
export function wraps(wrapped: { readonly name?: string }) {
  return <F extends object>(wrapper: F): F => {
    if (wrapped.name !== undefined) Object.defineProperty(wrapper, "name", { value: wrapped.name });
    return Object.assign(wrapper, { __wrapped__: wrapped });
  };
}

type AnyFunction = (...args: never[]) => unknown;

/** Remembers results by arguments: lru_cache(f), lru_cache(size)(f), lru_cache({ maxsize })(f). */
export function lru_cache<F extends AnyFunction>(f: F): F;
export function lru_cache(
  size?: number | null | { readonly maxsize?: number | null },
): <F extends AnyFunction>(f: F) => F;
export function lru_cache(f: unknown = 128): unknown {
  if (typeof f === "function") return cached(f as AnyFunction, 128);
  const size =
    typeof f === "object" && f !== null ? ((f as { maxsize?: number | null }).maxsize ?? null) : (f as number | null);
  return (g: AnyFunction) => cached(g, size);
}
function cached(f: AnyFunction, size: number | null): AnyFunction {
  const known = new PyDict<unknown, unknown>();
  const wrapper = (...args: unknown[]): unknown => {
    const key = tuple(args);
    if (known.has(key)) {
      const value = known.get(key);
      // The one used last goes last.
      known.delete(key);
      known.set(key, value);
      return value;
    }
    const value = Reflect.apply(f, undefined, args) as unknown;
    known.set(key, value);
    if (size !== null && known.size > size) known.delete(known.keys().next().value);
    return value;
  };
  Object.defineProperty(wrapper, "name", { value: f.name });
  return wrapper;
}

/** A key for sorting from a comparison. */
export function cmp_to_key(compare: (a: never, b: never) => unknown) {
  return (x: unknown): object => {
    const by = (other: { readonly x: unknown }): number => Number(compare(x as never, other.x as never));
    return {
      x,
      lt: (o: { readonly x: unknown }) => by(o) < 0,
      gt: (o: { readonly x: unknown }) => by(o) > 0,
      eq: (o: { readonly x: unknown }) => by(o) === 0,
    };
  };
}
