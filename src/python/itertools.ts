/**
 * Python's module itertools.
 * Source: the equivalents in the documentation of itertools (Python 3.7).
 */
import { bind, type Call } from "../np/arguments.js";
import { ValueError } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { type PyTuple, tuple } from "../np/pytuple.js";
import { eq } from "../py/comparison.js";
import { iter, list } from "../py/iteration.js";
import { add } from "../py/operators.js";
import { is_true } from "../py/truth.js";

type Gen<T> = Generator<T, void, undefined>;
type Items<T> = T[] & PyTuple<T>;
const made = <T>(items: Iterable<T>): Items<T> => tuple(Array.from(items)) as Items<T>;
/** An iterator that stays open when a loop over it ends. */
const walk = <T>(x: Iterable<T>): Iterator<T> => (iter(x) as Iterable<T>)[Symbol.iterator]();

function* chained<T>(iterables: Iterable<Iterable<T>>): Gen<T> {
  for (const it of iter(iterables)) yield* iter(it);
}
interface Chain {
  <T>(...iterables: readonly Iterable<T>[]): Gen<T>;
  from_iterable<T>(iterables: Iterable<Iterable<T>>): Gen<T>;
}
export const chain: Chain = Object.assign(<T>(...iterables: readonly Iterable<T>[]) => chained(iterables), {
  from_iterable: chained,
});

interface CountOptions {
  readonly start?: number;
  readonly step?: number;
}
export function* count(...args: Call<[start: number, step: number], CountOptions>): Gen<number> {
  const { start = 0, step = 1 } = bind<CountOptions>("count", ["start", "step"], args);
  for (let n = start; ; n = add(n, step) as number) yield n;
}
export function* cycle<T>(iterable: Iterable<T>): Gen<T> {
  const kept = list(iterable) as T[];
  while (kept.length > 0) yield* kept;
}
export function* repeat<T>(object: T, times: number | { readonly times: number } | null = null): Gen<T> {
  const n =
    times === null
      ? Number.POSITIVE_INFINITY
      : typeof times === "object" && "times" in times
        ? times.times
        : Number(times);
  for (let i = 0; i < n; i++) yield object;
}
export function* accumulate<T>(iterable: Iterable<T>, func: ((a: T, b: T) => T) | null = null): Gen<T> {
  const f = func ?? ((a: T, b: T) => add(a as never, b) as T);
  let total: T | undefined;
  let isFirst = true;
  for (const x of iter(iterable)) {
    total = isFirst ? x : f(total as T, x);
    isFirst = false;
    yield total;
  }
}
export function islice<T>(iterable: Iterable<T>, ...bounds: readonly (number | null)[]): Gen<T> {
  const [start, stop, step] = bounds.length === 1 ? [0, bounds[0], 1] : bounds;
  for (const b of [start, stop]) {
    if (b !== null && b !== undefined && b < 0)
      throw new ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
  }
  if (step !== null && step !== undefined && step < 1)
    throw new ValueError("Step for islice() must be a positive integer or None.");
  return sliced(
    walk(iterable),
    Number(start ?? 0),
    stop == null ? Number.POSITIVE_INFINITY : Number(stop),
    Number(step ?? 1),
  );
}
function* sliced<T>(it: Iterator<T>, start: number, stop: number, step: number): Gen<T> {
  let next = start;
  for (let i = 0; i < stop; i++) {
    const { value, done } = it.next();
    if (done) return;
    if (i !== next) continue;
    next += step;
    yield value;
  }
}
/** Every combination of one item of each; `repeat` takes all of them that often. */
export function* product<T>(...args: readonly (Iterable<T> | { readonly repeat?: number })[]): Gen<Items<T>> {
  const last = args.at(-1);
  const named = isPlainObject(last) ? (last as { repeat?: number }) : null;
  const each = (named ? args.slice(0, -1) : args).map((x) => list(x) as T[]);
  const pools = Array.from({ length: Number(named?.repeat ?? 1) }, () => each).flat();
  if (pools.some((p) => p.length === 0)) return;
  const at = pools.map(() => 0);
  for (;;) {
    yield made(pools.map((p, i) => p[at[i]!] as T));
    let i = pools.length - 1;
    while (i >= 0 && ++at[i]! === pools[i]!.length) at[i--] = 0;
    if (i < 0) return;
  }
}
export function* permutations<T>(iterable: Iterable<T>, r: number | null = null): Gen<Items<T>> {
  const pool = list(iterable) as T[];
  const n = r === null ? pool.length : Number(r);
  const used = pool.map(() => false);
  const picked: T[] = [];
  function* from(): Gen<Items<T>> {
    if (picked.length === n) {
      yield made(picked);
      return;
    }
    for (let i = 0; i < pool.length; i++) {
      if (used[i]) continue;
      used[i] = true;
      picked.push(pool[i] as T);
      yield* from();
      picked.pop();
      used[i] = false;
    }
  }
  yield* from();
}
function* chosen<T>(pool: readonly T[], r: number, from: number, again: 0 | 1, picked: T[]): Gen<Items<T>> {
  if (picked.length === r) {
    yield made(picked);
    return;
  }
  for (let i = from; i < pool.length; i++) {
    picked.push(pool[i] as T);
    yield* chosen(pool, r, i + 1 - again, again, picked);
    picked.pop();
  }
}
export function* combinations<T>(iterable: Iterable<T>, r: number): Gen<Items<T>> {
  yield* chosen(list(iterable) as T[], Number(r), 0, 0, []);
}
export function* combinations_with_replacement<T>(iterable: Iterable<T>, r: number): Gen<Items<T>> {
  yield* chosen(list(iterable) as T[], Number(r), 0, 1, []);
}
interface KeyOptions<T> {
  readonly key?: ((x: T) => unknown) | null;
}
/** Runs of items with equal keys: the key and the items. */
export function* groupby<T>(
  iterable: Iterable<T>,
  key: ((x: T) => unknown) | KeyOptions<T> | null = null,
): Gen<[key: unknown, group: Gen<T>] & PyTuple<unknown>> {
  const f = typeof key === "function" ? key : (key?.key ?? ((x: T): unknown => x));
  const it = walk(iterable);
  let step = it.next();
  function* group(of: unknown): Gen<T> {
    while (!step.done && is_true(eq(f(step.value), of as never))) {
      const { value } = step;
      step = it.next();
      yield value;
    }
  }
  while (!step.done) {
    const of = f(step.value);
    const items = group(of);
    yield tuple<unknown>([of, items]) as [unknown, Gen<T>] & PyTuple<unknown>;
    for (const _ of items);
  }
}
export function* zip_longest<T>(...args: readonly (Iterable<T> | { readonly fillvalue?: T })[]): Gen<Items<T>> {
  const last = args.at(-1);
  const named = isPlainObject(last) ? (last as { fillvalue?: T }) : null;
  const its = (named ? args.slice(0, -1) : args).map((x) => walk(x as Iterable<T>));
  for (;;) {
    const steps = its.map((it) => it.next());
    if (steps.every((s) => s.done)) return;
    yield made(steps.map((s) => (s.done ? ((named?.fillvalue ?? null) as T) : s.value)));
  }
}
export function* starmap<R>(func: (...args: never) => R, iterable: Iterable<Iterable<unknown>>): Gen<R> {
  for (const args of iter(iterable)) yield (func as (...args: unknown[]) => R)(...list(args));
}
export function* takewhile<T>(predicate: (x: T) => unknown, iterable: Iterable<T>): Gen<T> {
  const it = walk(iterable);
  for (let s = it.next(); !s.done && is_true(predicate(s.value)); s = it.next()) yield s.value;
}
export function* dropwhile<T>(predicate: (x: T) => unknown, iterable: Iterable<T>): Gen<T> {
  let drops = true;
  for (const x of iter(iterable)) {
    drops &&= is_true(predicate(x));
    if (!drops) yield x;
  }
}
export function* filterfalse<T>(predicate: ((x: T) => unknown) | null, iterable: Iterable<T>): Gen<T> {
  for (const x of iter(iterable)) if (!is_true(predicate ? predicate(x) : x)) yield x;
}
export function* compress<T>(data: Iterable<T>, selectors: Iterable<unknown>): Gen<T> {
  const s = walk(selectors);
  for (const x of iter(data)) {
    const { value, done } = s.next();
    if (done) return;
    if (is_true(value)) yield x;
  }
}
/** Iterators over the same items, each at its own pace. */
export function tee<T>(iterable: Iterable<T>, n = 2): Items<Gen<T>> {
  const it = walk(iterable);
  const seen: T[] = [];
  function* one(): Gen<T> {
    for (let i = 0; ; i++) {
      if (i === seen.length) {
        const { value, done } = it.next();
        if (done) return;
        seen.push(value);
      }
      yield seen[i] as T;
    }
  }
  return made(Array.from({ length: Number(n) }, one));
}
export const izip_longest = zip_longest;
export const ifilterfalse = filterfalse;
