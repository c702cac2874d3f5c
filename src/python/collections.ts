/**
 * Python's collections.
 * Source: Lib/collections (Python 3.7).
 */
import { repr } from "../np/printing/repr.js";
import { namedtuple, OrderedDict } from "../py/collections.js";
import { tuple } from "../py/containers.js";
import { PyDict } from "../py/dict.js";
import { IndexError, KeyError } from "../py/errors.js";
import { iter, list } from "../py/iteration.js";

export { namedtuple, OrderedDict };

/** A dict that makes what is not there. */
class DefaultDict<K, V> extends PyDict<K, V> {
  static override readonly pythonName = "collections.defaultdict";
  readonly default_factory: (() => V) | null;

  constructor(factory: (() => V) | null, entries: Iterable<readonly [K, V]>) {
    super(entries);
    this.default_factory = factory;
  }
  override __missing__(key: K): V {
    if (this.default_factory === null) throw new KeyError(key);
    const made = this.default_factory();
    this.set(key, made);
    return made;
  }
  __repr__(): string {
    const entries = Array.from(this, ([k, v]) => `${repr(k)}: ${repr(v)}`).join(", ");
    return `defaultdict(${repr(this.default_factory)}, {${entries}})`;
  }
}
export function defaultdict<K, V>(
  factory: (() => V) | null = null,
  entries: Iterable<readonly [K, V]> = [],
): DefaultDict<K, V> {
  return new DefaultDict(factory, entries);
}

/** A dict of numbers of times. */
class PyCounter<K> extends PyDict<K, number> {
  static override readonly pythonName = "collections.Counter";

  override __missing__(_key: K): number {
    return 0;
  }
  /** Adds what it counts of a sequence, or the counts of a dict. */
  update(items: Iterable<K> | ReadonlyMap<K, number> = []): void {
    if (items instanceof Map) for (const [k, n] of items as Map<K, number>) this.set(k, this.at(k) + n);
    else for (const k of iter(items as Iterable<K>)) this.set(k, this.at(k) + 1);
  }
  /** The most frequent ones, the first of equals first. */
  most_common(count: number | null = null): (readonly [K, number])[] {
    const all = Array.from(this, ([k, n]) => tuple([k, n] as const)).sort((a, b) => b[1] - a[1]);
    return count === null ? all : all.slice(0, count);
  }
  *elements(): Generator<K, void, undefined> {
    for (const [k, n] of this) for (let i = 0; i < n; i++) yield k;
  }
  private combined(other: ReadonlyMap<K, number>, f: (a: number, b: number) => number): PyCounter<K> {
    const out = new PyCounter<K>();
    for (const k of [...this.keys(), ...other.keys()]) {
      const n = f(this.at(k), other.get(k) ?? 0);
      if (n > 0) out.set(k, n);
    }
    return out;
  }
  add(other: ReadonlyMap<K, number>): PyCounter<K> {
    return this.combined(other, (a, b) => a + b);
  }
  sub(other: ReadonlyMap<K, number>): PyCounter<K> {
    return this.combined(other, (a, b) => a - b);
  }
  __repr__(): string {
    if (this.size === 0) return "Counter()";
    return `Counter({${this.most_common()
      .map(([k, n]) => `${repr(k)}: ${n}`)
      .join(", ")}})`;
  }
}
export function Counter<K>(items: Iterable<K> | ReadonlyMap<K, number> = []): PyCounter<K> {
  const made = new PyCounter<K>();
  made.update(items);
  return made;
}

/** A list with two ends; the oldest items go where it has a largest length. */
class Deque<T> extends Array<T> {
  static readonly pythonName = "collections.deque";
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
  maxlen: number | null = null;

  append(item: T): void {
    this.push(item);
    if (this.maxlen !== null && this.length > this.maxlen) this.shift();
  }
  appendleft(item: T): void {
    this.unshift(item);
    if (this.maxlen !== null && this.length > this.maxlen) super.pop();
  }
  override pop(): T {
    if (this.length === 0) throw new IndexError("pop from an empty deque");
    return super.pop() as T;
  }
  popleft(): T {
    if (this.length === 0) throw new IndexError("pop from an empty deque");
    return this.shift() as T;
  }
  extend(items: Iterable<T>): void {
    for (const x of list(items)) this.append(x);
  }
  extendleft(items: Iterable<T>): void {
    for (const x of list(items)) this.appendleft(x);
  }
  rotate(n = 1): void {
    for (let i = 0; i < Math.abs(n) && this.length > 0; i++) {
      if (n > 0) this.unshift(super.pop() as T);
      else this.push(this.shift() as T);
    }
  }
  clear(): void {
    this.length = 0;
  }
  __repr__(): string {
    const max = this.maxlen === null ? "" : `, maxlen=${this.maxlen}`;
    return `deque([${Array.from(this, repr).join(", ")}]${max})`;
  }
}
export function deque<T>(
  items: Iterable<T> = [],
  maxlen: number | null | { readonly maxlen?: number | null } = null,
): Deque<T> {
  const made = new Deque<T>();
  made.maxlen = typeof maxlen === "object" ? (maxlen?.maxlen ?? null) : maxlen;
  made.extend(items);
  return made;
}
