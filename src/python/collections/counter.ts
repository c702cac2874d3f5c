/**
 * collections.Counter.
 * Source: Lib/collections/__init__.py (Python 3.7).
 */
import { isPlainObject } from "../../np/printing/mapping.js";
import { repr } from "../../np/printing/repr.js";
import { type PyTuple, tuple } from "../../np/pytuple.js";
import { PyDict } from "../../py/dict.js";
import { iter } from "../../py/iteration.js";

type Counted<K> = Iterable<K> | ReadonlyMap<K, number> | Readonly<Record<string, number>> | null;

/** A dict that counts; what is not there is 0. */
export class Counter<K = unknown> extends PyDict<K, number> {
  static override readonly pythonName: string = "Counter";

  constructor(...sources: readonly Counted<K>[]) {
    super();
    this.update(...sources);
  }
  override __missing__(_key: K): number {
    return 0;
  }
  private count(sources: readonly Counted<K>[], sign: number): void {
    for (const source of sources) {
      if (source === null) continue;
      if (source instanceof Map || isPlainObject(source)) {
        const entries = (source instanceof Map ? source : Object.entries(source)) as Iterable<[K, number]>;
        for (const [k, n] of entries) this.set(k, this.at(k) + sign * n);
      } else for (const k of iter(source as Iterable<K>)) this.set(k, this.at(k) + sign);
    }
  }
  update(...sources: readonly Counted<K>[]): void {
    this.count(sources, 1);
  }
  subtract(...sources: readonly Counted<K>[]): void {
    this.count(sources, -1);
  }
  /** The n most frequent with their counts; equal ones in the order in which they came. */
  most_common(n: number | null = null): ([K, number] & PyTuple<K | number>)[] {
    const all = [...this.entries()].sort((a, b) => Number(b[1]) - Number(a[1]));
    return all.slice(0, n ?? all.length).map((e) => tuple<K | number>(e) as [K, number] & PyTuple<K | number>);
  }
  *elements(): Generator<K, void, undefined> {
    for (const [k, n] of this.entries()) for (let i = 0; i < n; i++) yield k;
  }
  copy(): Counter<K> {
    return new Counter<K>(this);
  }
  private combined(other: Counter<K>, f: (a: number, b: number) => number): Counter<K> {
    const out = new Counter<K>();
    for (const k of [...this.keys(), ...other.keys()]) {
      const n = f(this.at(k), other.at(k));
      if (n > 0) out.set(k, n);
    }
    return out;
  }
  add(other: Counter<K>): Counter<K> {
    return this.combined(other, (a, b) => a + b);
  }
  sub(other: Counter<K>): Counter<K> {
    return this.combined(other, (a, b) => a - b);
  }
  and_(other: Counter<K>): Counter<K> {
    return this.combined(other, Math.min);
  }
  or_(other: Counter<K>): Counter<K> {
    return this.combined(other, Math.max);
  }
  __add__(other: Counter<K>): Counter<K> {
    return this.add(other);
  }
  __sub__(other: Counter<K>): Counter<K> {
    return this.sub(other);
  }
  __and__(other: Counter<K>): Counter<K> {
    return this.and_(other);
  }
  __or__(other: Counter<K>): Counter<K> {
    return this.or_(other);
  }
  __repr__(): string {
    if (this.size === 0) return "Counter()";
    return `Counter({${this.most_common()
      .map(([k, n]) => `${repr(k)}: ${repr(n)}`)
      .join(", ")}})`;
  }
}
