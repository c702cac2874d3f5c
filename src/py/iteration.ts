/**
 * Python's built-ins over iterables: len, zip, enumerate, reversed, sorted, min, max, sum, any, all.
 * Source: Python/bltinmodule.c (Python 3.7).
 */
import { IndexError, StopIteration, TypeError_, ValueError } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { typeName } from "../np/printing/type_name.js";
import { type PyTuple, tuple } from "../np/pytuple.js";
import { Strided } from "../np/strided.js";
import { gt, lt } from "./comparison.js";
import { add } from "./operators.js";
import { is_true } from "./truth.js";

/** Python's iter(value): items of a sequence, characters of a text, keys of a dict, rows of an array. */
export function iterate<T>(value: Iterable<T>): Iterator<T>;
export function iterate(value: unknown): Iterator<unknown>;
export function iterate(value: unknown): Iterator<unknown> {
  if (value instanceof Map) return value.keys();
  const own = ownIterator(value);
  if (own) return own;
  if (typeof value === "string") return value[Symbol.iterator]();
  if (value instanceof Strided && value.ndim === 0) throw new TypeError_("iteration over a 0-d array");
  if (typeof value === "object" && value !== null && Symbol.iterator in value) {
    return (value as Iterable<unknown>)[Symbol.iterator]();
  }
  if (isPlainObject(value)) return Object.keys(value)[Symbol.iterator]();
  throw new TypeError_(`'${typeName(value)}' object is not iterable`);
}

/** What an own class's `__iter__` and `__next__`, or its `__getitem__`, walk over. */
function ownIterator(value: unknown): Iterator<unknown> | null {
  if (typeof value !== "object" || value === null) return null;
  if ("__iter__" in value && typeof value.__iter__ === "function") {
    const made: unknown = value.__iter__();
    return hasNext(made) ? stepping(made) : iterate(made);
  }
  if (hasNext(value)) return stepping(value);
  if ("__getitem__" in value && typeof value.__getitem__ === "function" && !(Symbol.iterator in value))
    return indexing(value as Indexed);
  return null;
}

interface Stepped {
  readonly __next__: () => unknown;
}
interface Indexed {
  readonly __getitem__: (i: number) => unknown;
}

function hasNext(x: unknown): x is Stepped {
  return typeof x === "object" && x !== null && "__next__" in x && typeof x.__next__ === "function";
}

function* stepping(x: Stepped): Generator<unknown, void, undefined> {
  for (;;) {
    let value: unknown;
    try {
      value = x.__next__();
    } catch (error) {
      if (error instanceof StopIteration) return;
      throw error;
    }
    yield value;
  }
}

function* indexing(x: Indexed): Generator<unknown, void, undefined> {
  for (let i = 0; ; i++) {
    let value: unknown;
    try {
      value = x.__getitem__(i);
    } catch (error) {
      if (error instanceof IndexError || error instanceof StopIteration) return;
      throw error;
    }
    yield value;
  }
}

/** Python's iter(value), as JavaScript walks over it. */
export function iter<X>(value: 0 extends 1 & X ? X : never): Iterable<X>;
export function iter<K>(value: ReadonlyMap<K, unknown>): IterableIterator<K>;
export function iter<T>(value: Iterable<T>): IterableIterator<T>;
export function iter(value: unknown): IterableIterator<unknown>;
export function iter(value: unknown): Iterable<unknown> {
  const made = iterate(value);
  return Symbol.iterator in made ? (made as IterableIterator<unknown>) : { [Symbol.iterator]: () => made };
}

/** Python's next(iterator) and next(iterator, default). Raises StopIteration. */
export function next<X>(iterator: 0 extends 1 & X ? X : never, ...rest: readonly unknown[]): X;
export function next<T>(iterator: Iterator<T>): T;
export function next<T, D>(iterator: Iterator<T>, otherwise: D): T | D;
export function next(iterator: unknown, ...rest: readonly unknown[]): unknown {
  if (hasNext(iterator)) {
    try {
      return iterator.__next__();
    } catch (error) {
      if (rest.length > 0 && error instanceof StopIteration) return rest[0];
      throw error;
    }
  }
  if (
    typeof iterator !== "object" ||
    iterator === null ||
    !("next" in iterator) ||
    typeof iterator.next !== "function"
  ) {
    throw new TypeError_(`'${typeName(iterator)}' object is not an iterator`);
  }
  const step = iterator.next() as IteratorResult<unknown>;
  if (!step.done) return step.value;
  if (rest.length > 0) return rest[0];
  throw step.value === undefined ? new StopIteration() : new StopIteration(step.value);
}

/** The items of something that is taken apart into `count` names. Raises Python's ValueError for any other number. */
export function unpack<X>(value: 0 extends 1 & X ? X : never, count: number): X;
export function unpack<T extends readonly unknown[]>(value: T, count: number): T;
export function unpack<T>(value: Iterable<T>, count: number): T[];
export function unpack(value: unknown, count: number): unknown {
  let items: readonly unknown[];
  if (Array.isArray(value)) items = value;
  else {
    const iterator = unpackable(value);
    const taken: unknown[] = [];
    // One more than wanted tells that there are too many, however many.
    for (let step = iterator.next(); !step.done && taken.length <= count; step = iterator.next())
      taken.push(step.value);
    items = taken;
  }
  if (items.length > count) throw new ValueError(`too many values to unpack (expected ${count})`);
  if (items.length < count)
    throw new ValueError(`not enough values to unpack (expected ${count}, got ${items.length})`);
  return items;
}

/**
 * The items of something that is taken apart with a starred name: `before` items, the list of those between, `after`
 * items. Raises Python's ValueError where there are too few.
 */
export function unpack_rest<X>(value: 0 extends 1 & X ? X : never, before: number, after: number): X;
export function unpack_rest(value: unknown, before: number, after: number): never[];
export function unpack_rest(value: unknown, before: number, after: number): unknown {
  const items = Array.from({ [Symbol.iterator]: () => unpackable(value) });
  if (items.length < before + after) {
    throw new ValueError(`not enough values to unpack (expected at least ${before + after}, got ${items.length})`);
  }
  const end = items.length - after;
  return [...items.slice(0, before), items.slice(before, end), ...items.slice(end)];
}

function unpackable(value: unknown): Iterator<unknown> {
  try {
    return iterate(value);
  } catch (error) {
    if (!(error instanceof TypeError_) || !error.message.endsWith("is not iterable")) throw error;
    throw new TypeError_(`cannot unpack non-iterable ${typeName(value)} object`);
  }
}

/** The items of an iterable, each checked to have `count` parts. */
export function unpacked<X>(value: 0 extends 1 & X ? X : never, count: number): Iterable<X>;
export function unpacked<T extends readonly unknown[]>(value: Iterable<T>, count: number): Iterable<T>;
export function unpacked(value: unknown, count: number): Iterable<readonly never[]>;
export function unpacked(value: unknown, count: number): Iterable<unknown> {
  return map((item: unknown) => unpack(item as readonly unknown[], count), each(value));
}

function* each(value: unknown): Generator<unknown, void, undefined> {
  const items = iterate(value);
  for (let next = items.next(); !next.done; next = items.next()) yield next.value;
}

/** Python's len(value): characters of a text, entries of a dict, rows of an array. */
export function len(value: unknown): number {
  if (value instanceof Uint8Array) return value.length;
  if (typeof value === "string") return [...value].length;
  if (value instanceof Strided) {
    if (value.ndim === 0) {
      const text = "isScalar" in value ? `object of type '${typeName(value)}' has no len()` : "len() of unsized object";
      throw new TypeError_(text);
    }
    return value.shape[0]!;
  }
  if (value instanceof Map || value instanceof Set) return value.size;
  if (typeof value === "object" && value !== null) {
    if ("__len__" in value && typeof value.__len__ === "function") return Number(value.__len__());
    if ("length" in value && typeof value.length === "number") return value.length;
    if (isPlainObject(value)) return Object.keys(value).length;
  }
  throw new TypeError_(`object of type '${typeName(value)}' has no len()`);
}

/** Python's list(iterable). */
export function list<X>(iterable: 0 extends 1 & X ? X : never): X[];
export function list<T>(iterable: Iterable<T>): T[];
export function list(iterable?: unknown): unknown[];
export function list(iterable: unknown = []): unknown[] {
  return [...each(iterable)];
}

type Zipped<T extends readonly Iterable<unknown>[]> = {
  [K in keyof T]: 0 extends 1 & T[K] ? T[K] : T[K] extends Iterable<infer U> ? U : never;
};

/** Python's zip: tuples of one item each, until the shortest is exhausted. */
export function zip<T extends readonly Iterable<unknown>[]>(...iterables: T): Generator<Zipped<T>, void, undefined> {
  const iterators = iterables.map((iterable, i) => {
    try {
      return iterate(iterable);
    } catch (error) {
      if (!(error instanceof TypeError_)) throw error;
      throw new TypeError_(`zip argument #${i + 1} must support iteration`, { cause: error });
    }
  });
  return inStep(iterators) as Generator<readonly unknown[], void, undefined> as Generator<Zipped<T>, void, undefined>;
}

function* inStep(iterators: readonly Iterator<unknown>[]): Generator<PyTuple<unknown>, void, undefined> {
  if (iterators.length === 0) return;
  for (;;) {
    const items: unknown[] = [];
    for (const iterator of iterators) {
      const next = iterator.next();
      if (next.done) return;
      items.push(next.value);
    }
    yield tuple(items);
  }
}

/** Python's enumerate: pairs of a running number and an item. */
export function enumerate<X>(
  iterable: 0 extends 1 & X ? X : never,
  start?: StartOption,
): Generator<[number, X], void, undefined>;
export function enumerate<T>(iterable: Iterable<T>, start?: StartOption): Generator<[number, T], void, undefined>;
export function enumerate(iterable: unknown, start: StartOption = 0): Generator<[number, never], void, undefined> {
  return numbered(iterate(iterable), typeof start === "number" ? start : start.start);
}

function* numbered(items: Iterator<unknown>, start: number): Generator<[number, never], void, undefined> {
  let i = start;
  for (let step = items.next(); !step.done; step = items.next()) {
    yield tuple([i++, step.value]) as unknown as [number, never];
  }
}

/** Where an enumeration begins: by position or by name. */
type StartOption = number | { readonly start: number };

/** Python's map(function, iterable, …): one item of each iterable a call, nothing else (unlike Array.map). */
export function map<T extends readonly Iterable<unknown>[], R>(
  f: (...items: Zipped<T>) => R,
  ...iterables: T
): Generator<R, void, undefined> {
  const iterators = iterables.map((iterable) => iterate(iterable));
  return mapped(f as (...items: readonly unknown[]) => R, iterators);
}

function* mapped<R>(
  f: (...items: readonly unknown[]) => R,
  iterators: readonly Iterator<unknown>[],
): Generator<R, void, undefined> {
  for (const items of inStep(iterators)) yield f(...items);
}

/** Python's filter(function, iterable); null keeps what is true. */
export function filter<X>(
  f: ((item: X) => unknown) | null,
  iterable: 0 extends 1 & X ? X : never,
): Generator<X, void, undefined>;
export function filter<T>(f: ((item: T) => unknown) | null, iterable: Iterable<T>): Generator<T, void, undefined>;
export function filter(f: ((item: never) => unknown) | null, iterable: unknown): Generator<never, void, undefined> {
  return kept(f, iterate(iterable) as Iterator<never>);
}

function* kept(f: ((item: never) => unknown) | null, items: Iterator<never>): Generator<never, void, undefined> {
  for (let step = items.next(); !step.done; step = items.next()) {
    if (is_true(f ? f(step.value) : step.value)) yield step.value;
  }
}

/** Python's reversed(sequence). */
export function reversed<X>(sequence: 0 extends 1 & X ? X : never): Generator<X, void, undefined>;
export function reversed<T>(sequence: Iterable<T>): Generator<T, void, undefined>;
export function reversed(sequence: unknown): Generator<never, void, undefined> {
  const own =
    typeof sequence === "object" && sequence !== null && "__reversed__" in sequence ? sequence.__reversed__ : null;
  if (typeof own === "function") return each(Reflect.apply(own, sequence, [])) as Generator<never, void, undefined>;
  const isOrdered = typeof sequence === "string" || (typeof sequence === "object" && sequence !== null);
  if (!isOrdered || sequence instanceof Set || sequence instanceof Map || "next" in Object(sequence)) {
    throw new TypeError_(`'${typeName(sequence)}' object is not reversible`);
  }
  return backwards(list<never>(sequence as Iterable<never>));
}

function* backwards(items: readonly never[]): Generator<never, void, undefined> {
  for (let i = items.length - 1; i >= 0; i--) yield items[i]!;
}

/** Keywords of sorted. */
export interface SortOptions<T> {
  readonly key?: ((item: T) => unknown) | null;
  readonly reverse?: boolean;
}

/** Python's sorted(iterable): a new list; equal items keep their order, reversed or not. */
export function sorted<X>(iterable: 0 extends 1 & X ? X : never, options?: SortOptions<X>): X[];
export function sorted<T>(iterable: Iterable<T>, options?: SortOptions<T>): T[];
export function sorted(iterable: unknown, { key = null, reverse = false }: SortOptions<never> = {}): unknown[] {
  const keyed = list<never>(iterable as Iterable<never>).map((item) => ({ item, by: key ? key(item) : item }));
  const sign = reverse ? -1 : 1;
  keyed.sort((a, b) => (is_true(lt(a.by, b.by)) ? -sign : is_true(lt(b.by, a.by)) ? sign : 0));
  return keyed.map(({ item }) => item);
}

/** Keywords of min and max. */
export interface ExtremeOptions<T> {
  readonly key?: ((item: T) => unknown) | null;
  /** What an empty iterable gives instead of an error. */
  readonly default?: T;
}

function isOptions(value: unknown): value is ExtremeOptions<unknown> {
  return (
    isPlainObject(value) &&
    Object.keys(value).length > 0 &&
    Object.keys(value).every((k) => k === "key" || k === "default")
  );
}

function extreme(name: string, args: readonly unknown[], better: (x: unknown, y: unknown) => unknown): unknown {
  const last = args[args.length - 1];
  const options = args.length > 1 && isOptions(last) ? last : {};
  const positional = args.length > 1 && isOptions(last) ? args.slice(0, -1) : args;
  const items = positional.length === 1 ? list(positional[0]) : positional;
  if (items.length === 0) {
    if ("default" in options) return options.default;
    throw new ValueError(`${name}() arg is an empty sequence`);
  }
  const by = options.key ?? ((item: unknown) => item);
  let best = items[0];
  let value = by(best);
  for (const item of items.slice(1)) {
    const candidate = by(item);
    if (!is_true(better(candidate, value))) continue;
    best = item;
    value = candidate;
  }
  return best;
}

/** Python's min(iterable) or min(a, b, …), the first of equals. */
export function min<X>(first: 0 extends 1 & X ? X : never, ...rest: readonly unknown[]): X;
export function min<X>(first: unknown, second: 0 extends 1 & X ? X : never, ...rest: readonly unknown[]): X;
export function min<T>(iterable: Iterable<T>, options?: ExtremeOptions<T>): T;
export function min<T>(first: T, second: T, ...rest: readonly (T | ExtremeOptions<T>)[]): T;
export function min(...args: readonly unknown[]): unknown {
  return extreme("min", args, lt);
}

/** Python's max(iterable) or max(a, b, …), the first of equals. */
export function max<X>(first: 0 extends 1 & X ? X : never, ...rest: readonly unknown[]): X;
export function max<X>(first: unknown, second: 0 extends 1 & X ? X : never, ...rest: readonly unknown[]): X;
export function max<T>(iterable: Iterable<T>, options?: ExtremeOptions<T>): T;
export function max<T>(first: T, second: T, ...rest: readonly (T | ExtremeOptions<T>)[]): T;
export function max(...args: readonly unknown[]): unknown {
  return extreme("max", args, gt);
}

/** Python's sum(iterable, start): adds from the left, so arrays and tensors add as their `+` does. */
export function sum<X>(iterable: 0 extends 1 & X ? X : never, start?: unknown): X;
export function sum<X>(iterable: Iterable<0 extends 1 & X ? X : never>, start?: unknown): X;
export function sum<R>(iterable: Iterable<{ radd(x: never): R }>): R;
export function sum(iterable: Iterable<number>): number;
export function sum(iterable: unknown, start?: unknown): unknown;
export function sum(iterable: unknown, start: unknown = 0): unknown {
  if (typeof start === "string") throw new TypeError_("sum() can't sum strings [use ''.join(seq) instead]");
  let total = start;
  for (const item of each(iterable)) total = add(total, item);
  return total;
}

/** Python's any(iterable). */
export function any(iterable: unknown): boolean {
  for (const item of each(iterable)) if (is_true(item)) return true;
  return false;
}

/** Python's all(iterable). */
export function all(iterable: unknown): boolean {
  for (const item of each(iterable)) if (!is_true(item)) return false;
  return true;
}
