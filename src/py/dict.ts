/**
 * Python's dict: a Map whose keys compare as Python's do.
 * Source: Python 3.7 dict (insertion order; the first of equal keys stays).
 */
import { KeyError } from "../np/errors.js";
import { keyOf } from "./hash.js";
import { steady } from "./steady.js";

export class PyDict<K = unknown, V = unknown> extends Map<K, V> {
  static readonly pythonName: string = "dict";
  /** The key as it was first given, by what it is equal to. */
  private readonly own: Map<unknown, K>;

  constructor(entries: Iterable<readonly [K, V]> = []) {
    super();
    this.own = new Map();
    for (const [k, v] of entries) this.set(k, v);
  }
  override get(key: K): V | undefined {
    const same = keyOf(key);
    return super.get(this.own.get(same) as K);
  }
  override has(key: K): boolean {
    return this.own.has(keyOf(key));
  }
  override set(key: K, value: V): this {
    const same = keyOf(key);
    const first = this.own.get(same);
    if (first !== undefined || this.own.has(same)) return super.set(first as K, value);
    this.own.set(same, key);
    return super.set(key, value);
  }
  override delete(key: K): boolean {
    const same = keyOf(key);
    if (!this.own.has(same)) return false;
    const first = this.own.get(same) as K;
    this.own.delete(same);
    return super.delete(first);
  }
  override clear(): void {
    this.own.clear();
    super.clear();
  }
  override keys(): MapIterator<K> {
    return steady(this, "dictionary", super.keys());
  }
  override values(): MapIterator<V> {
    return steady(this, "dictionary", super.values());
  }
  override entries(): MapIterator<[K, V]> {
    return steady(this, "dictionary", super.entries());
  }
  override [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }
  /** `d[key]`. Raises KeyError. */
  at(key: K): V {
    if (this.has(key)) return this.get(key) as V;
    return this.__missing__(key);
  }
  /** What `d[key]` gives for a key that is not there; defaultdict has another. */
  __missing__(key: K): V {
    throw new KeyError(key);
  }
}
