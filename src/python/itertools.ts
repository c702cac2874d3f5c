/**
 * Python's itertools.
 * Source: itertools (Python 3.7).
 */

import { eq } from "../py/comparison.js";
import { tuple } from "../py/containers.js";
import { iter, iterate, list } from "../py/iteration.js";
import { add } from "../py/operators.js";
import { is_true } from "../py/truth.js";

type Lazy<T> = Generator<T, void, undefined>;

export function* count(
  start: number | { readonly start?: number; readonly step?: number } = 0,
  step = 1,
): Lazy<number> {
  const from = typeof start === "object" ? (start.start ?? 0) : start;
  const by = typeof start === "object" ? (start.step ?? 1) : step;
  for (let i = 0; ; i++) yield from + i * by;
}
export function* cycle<T>(xs: Iterable<T>): Lazy<T> {
  const items = list<T>(xs);
  while (items.length > 0) yield* items;
}
export function* repeat<T>(x: T, times: number | null | { readonly times: number } = null): Lazy<T> {
  const n = typeof times === "object" ? (times?.times ?? Number.POSITIVE_INFINITY) : times;
  for (let i = 0; i < n; i++) yield x;
}
export function* chain<T>(...all: readonly Iterable<T>[]): Lazy<T> {
  for (const xs of all) yield* iter(xs) as Iterable<T>;
}
chain.from_iterable = function* <T>(all: Iterable<Iterable<T>>): Lazy<T> {
  for (const xs of iter(all) as Iterable<Iterable<T>>) yield* iter(xs) as Iterable<T>;
};
export function* islice<T>(xs: Iterable<T>, ...bounds: readonly (number | null)[]): Lazy<T> {
  const [start, stop, step] = bounds.length === 1 ? [0, bounds[0], 1] : bounds;
  const end = stop ?? Number.POSITIVE_INFINITY;
  const items = iterate(xs);
  let next = start ?? 0;
  for (let i = 0; i < end; i++) {
    const item = items.next();
    if (item.done) return;
    if (i !== next) continue;
    yield item.value;
    next += step ?? 1;
    if (next >= end) return;
  }
}
export function* takewhile<T>(test: (x: T) => unknown, xs: Iterable<T>): Lazy<T> {
  for (const x of iter(xs) as Iterable<T>) {
    if (!is_true(test(x))) return;
    yield x;
  }
}
export function* dropwhile<T>(test: (x: T) => unknown, xs: Iterable<T>): Lazy<T> {
  let isOn = false;
  for (const x of iter(xs) as Iterable<T>) {
    isOn ||= !is_true(test(x));
    if (isOn) yield x;
  }
}
export function* filterfalse<T>(test: ((x: T) => unknown) | null, xs: Iterable<T>): Lazy<T> {
  for (const x of iter(xs) as Iterable<T>) if (!is_true(test ? test(x) : x)) yield x;
}
export function* compress<T>(xs: Iterable<T>, selectors: Iterable<unknown>): Lazy<T> {
  const by = iterate(selectors);
  for (const x of iter(xs) as Iterable<T>) {
    const s = by.next();
    if (s.done) return;
    if (is_true(s.value)) yield x;
  }
}
export function* starmap<R>(f: (...args: never[]) => R, xs: Iterable<Iterable<unknown>>): Lazy<R> {
  for (const args of iter(xs) as Iterable<Iterable<unknown>>)
    yield Reflect.apply(f as (...a: unknown[]) => R, undefined, list(args));
}
export function* accumulate(
  xs: Iterable<unknown>,
  f: (a: never, b: never) => unknown = add as (a: never, b: never) => unknown,
): Lazy<unknown> {
  let total: unknown;
  let isFirst = true;
  for (const x of iter(xs) as Iterable<unknown>) {
    total = isFirst ? x : f(total as never, x as never);
    isFirst = false;
    yield total;
  }
}
export function tee<T>(xs: Iterable<T>, n = 2): Lazy<T>[] {
  const items: T[] = [];
  const source = iterate(xs);
  const copy = function* (): Lazy<T> {
    for (let i = 0; ; i++) {
      if (i === items.length) {
        const next = source.next();
        if (next.done) return;
        items.push(next.value);
      }
      yield items[i]!;
    }
  };
  return tuple(Array.from({ length: n }, copy)) as Lazy<T>[];
}
export function* zip_longest(...all: readonly unknown[]): Lazy<unknown[]> {
  const last = all.at(-1);
  const isNamed = typeof last === "object" && last !== null && Object.getPrototypeOf(last) === Object.prototype;
  const fill = isNamed ? ((last as { fillvalue?: unknown }).fillvalue ?? null) : null;
  const sources = (isNamed ? all.slice(0, -1) : all).map((x) => iterate(x as Iterable<unknown>));
  for (;;) {
    const steps = sources.map((s) => s.next());
    if (steps.every((s) => s.done)) return;
    yield tuple(steps.map((s) => (s.done ? fill : s.value))) as unknown[];
  }
}
export function* product(...all: readonly unknown[]): Lazy<unknown[]> {
  const last = all.at(-1);
  const isNamed = typeof last === "object" && last !== null && Object.getPrototypeOf(last) === Object.prototype;
  const times = isNamed ? Number((last as { repeat?: number }).repeat ?? 1) : 1;
  const pools = (isNamed ? all.slice(0, -1) : all).map((x) => list(x));
  const every = Array.from({ length: times }, () => pools).flat();
  const walk = function* (i: number, chosen: readonly unknown[]): Lazy<unknown[]> {
    if (i === every.length) yield tuple(chosen) as unknown[];
    else for (const x of every[i]!) yield* walk(i + 1, [...chosen, x]);
  };
  yield* walk(0, []);
}
export function* permutations<T>(xs: Iterable<T>, r: number | null = null): Lazy<T[]> {
  const pool = list<T>(xs);
  const size = r ?? pool.length;
  const walk = function* (chosen: readonly number[]): Lazy<T[]> {
    if (chosen.length === size) yield tuple(chosen.map((i) => pool[i]!)) as T[];
    else for (let i = 0; i < pool.length; i++) if (!chosen.includes(i)) yield* walk([...chosen, i]);
  };
  yield* walk([]);
}
function* choose<T>(pool: readonly T[], size: number, isRepeated: boolean): Lazy<T[]> {
  const walk = function* (from: number, chosen: readonly T[]): Lazy<T[]> {
    if (chosen.length === size) yield tuple(chosen) as T[];
    else for (let i = from; i < pool.length; i++) yield* walk(isRepeated ? i : i + 1, [...chosen, pool[i]!]);
  };
  yield* walk(0, []);
}
export const combinations = <T>(xs: Iterable<T>, r: number): Lazy<T[]> => choose(list<T>(xs), r, false);
export const combinations_with_replacement = <T>(xs: Iterable<T>, r: number): Lazy<T[]> => choose(list<T>(xs), r, true);
/** Runs of equal keys: (key, items). */
export function* groupby<T>(
  xs: Iterable<T>,
  key: ((x: T) => unknown) | null | { readonly key?: (x: T) => unknown } = null,
): Lazy<readonly [unknown, T[]]> {
  const by = typeof key === "object" ? (key?.key ?? ((x: T) => x)) : key;
  let group: T[] = [];
  let current: unknown;
  for (const x of iter(xs) as Iterable<T>) {
    const k = by(x);
    if (group.length > 0 && !is_true(eq(k, current))) {
      yield tuple([current, group]);
      group = [];
    }
    current = k;
    group.push(x);
  }
  if (group.length > 0) yield tuple([current, group]);
}
