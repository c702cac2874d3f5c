/**
 * Python's module functools.
 * Source: Lib/functools.py (Python 3.7).
 */
import { TypeError_ } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { type PyTuple, tuple } from "../np/pytuple.js";
import { call } from "../py/calls.js";
import { namedtuple } from "../py/collections.js";
import { eq } from "../py/comparison.js";
import { PyDict } from "../py/dict.js";
import { is_true } from "../py/truth.js";
import { parts } from "./support.js";

export { reduce } from "../py/builtins.js";

type Fn<R = unknown> = (...args: never) => R;
type Named = Record<string, unknown>;

export interface Partial<R> {
  (...args: readonly unknown[]): R;
  readonly func: Fn<R>;
  readonly args: PyTuple<unknown>;
  readonly keywords: PyDict<string, unknown>;
}
/** The function with its first arguments and some keywords given. */
export function partial<R>(func: Fn<R>, ...args: readonly unknown[]): Partial<R> {
  const [first, named] = parts<Named>(args);
  const made = (...more: readonly unknown[]): R => {
    const [rest, keywords] = parts<Named>(more);
    return call(func, [...first, ...rest], { ...named, ...keywords }) as R;
  };
  return Object.assign(made, {
    func,
    args: tuple(first),
    keywords: new PyDict<string, unknown>(Object.entries(named)),
  });
}

/** Gives a wrapper the name of what it wraps. */
export function update_wrapper<W extends object>(wrapper: W, wrapped: object): W {
  const name: unknown = "name" in wrapped ? wrapped.name : "";
  Object.defineProperty(wrapper, "name", { value: name, configurable: true });
  const doc: unknown = "__doc__" in wrapped ? wrapped.__doc__ : null;
  return Object.assign(wrapper, { __wrapped__: wrapped, __doc__: doc });
}
export function wraps(wrapped: object, ..._rest: readonly unknown[]): <W extends object>(wrapper: W) => W {
  return (wrapper) => update_wrapper(wrapper, wrapped);
}

const CacheInfo = namedtuple<{ hits: number; misses: number; maxsize: number | null; currsize: number }>("CacheInfo", [
  "hits",
  "misses",
  "maxsize",
  "currsize",
]);

export interface Cached<F extends Fn> {
  (...args: Parameters<F>): ReturnType<F>;
  cache_info(): ReturnType<typeof CacheInfo>;
  cache_clear(): void;
  readonly __wrapped__: F;
}
interface CacheOptions {
  readonly maxsize?: number | null;
  readonly typed?: boolean;
}

/** `lru_cache(maxsize)(f)`: remembers results by arguments, the latest used ones. */
export function lru_cache(
  maxsize: number | null | CacheOptions = 128,
  _typed = false,
): <F extends Fn>(f: F) => Cached<F> {
  const size = isPlainObject(maxsize)
    ? ((maxsize as CacheOptions).maxsize ?? ("maxsize" in maxsize ? null : 128))
    : (maxsize as number | null);
  return <F extends Fn>(f: F): Cached<F> => {
    const kept = new PyDict<unknown, ReturnType<F>>();
    let [hits, misses] = [0, 0];
    const cached = (...args: Parameters<F>): ReturnType<F> => {
      const [positional, named] = parts<Named>(args);
      const key = tuple<unknown>([...positional, ...Object.entries(named).map((e) => tuple<unknown>(e))]);
      if (kept.has(key)) {
        hits++;
        const value = kept.get(key) as ReturnType<F>;
        if (size !== null) {
          kept.delete(key);
          kept.set(key, value);
        }
        return value;
      }
      misses++;
      const value = (f as unknown as (...args: unknown[]) => unknown)(...args) as ReturnType<F>;
      kept.set(key, value);
      if (size !== null && kept.size > size) kept.delete(kept.keys().next().value);
      return value;
    };
    const cache_clear = (): void => {
      kept.clear();
      [hits, misses] = [0, 0];
    };
    const cache_info = (): ReturnType<typeof CacheInfo> => CacheInfo(hits, misses, size, kept.size);
    return update_wrapper(Object.assign(cached, { cache_info, cache_clear }), f) as unknown as Cached<F>;
  };
}

/** A key for sorting from a function that says which of two comes first. */
export function cmp_to_key<T>(mycmp: (a: T, b: T) => number): (x: T) => unknown {
  class K {
    readonly obj: T;
    constructor(obj: T) {
      this.obj = obj;
    }
    __lt__(other: K): boolean {
      return mycmp(this.obj, other.obj) < 0;
    }
    __gt__(other: K): boolean {
      return mycmp(this.obj, other.obj) > 0;
    }
    __le__(other: K): boolean {
      return mycmp(this.obj, other.obj) <= 0;
    }
    __ge__(other: K): boolean {
      return mycmp(this.obj, other.obj) >= 0;
    }
    __eq__(other: K): boolean {
      return Number(mycmp(this.obj, other.obj)) === 0;
    }
  }
  return (x) => new K(x);
}

/** Adds the comparisons that a class lacks, from `__lt__` (or another) and `__eq__`. */
export function total_ordering<C extends abstract new (...args: never) => object>(cls: C): C {
  const proto = cls.prototype as Record<string, unknown>;
  const has = (name: string): boolean => typeof proto[name] === "function";
  const root = ["__lt__", "__gt__", "__le__", "__ge__"].find(has);
  if (root === undefined) throw new TypeError_("must define at least one ordering operation: < > <= >=");
  const less = (a: unknown, b: unknown): boolean => {
    const of = (name: string, x: unknown, y: unknown): boolean =>
      is_true(((x as Record<string, unknown>)[name] as Fn as (y: unknown) => unknown).call(x, y));
    if (root === "__lt__") return of("__lt__", a, b);
    if (root === "__gt__") return of("__gt__", b, a);
    return root === "__le__" ? !of("__le__", b, a) : !of("__ge__", a, b);
  };
  const missing: Record<string, (this: unknown, other: unknown) => boolean> = {
    __lt__(other) {
      return less(this, other);
    },
    __gt__(other) {
      return less(other, this);
    },
    __le__(other) {
      return less(this, other) || is_true(eq(this as never, other as never));
    },
    __ge__(other) {
      return less(other, this) || is_true(eq(this as never, other as never));
    },
  };
  const own = new Set(Object.keys(missing).filter(has));
  for (const [name, value] of Object.entries(missing)) {
    if (!own.has(name)) Object.defineProperty(proto, name, { value, configurable: true, writable: true });
  }
  return cls;
}
