/**
 * collections.ChainMap.
 * Source: Lib/collections/__init__.py (Python 3.7).
 */
import { repr } from "../../np/printing/repr.js";
import { PyDict } from "../../py/dict.js";

/** Dicts one behind the other: the first that has a key answers; what is set goes to the first. */
export class ChainMap<K = unknown, V = unknown> extends PyDict<K, V> {
  static override readonly pythonName: string = "ChainMap";
  maps: Map<K, V>[] = [];

  constructor(...maps: readonly Map<K, V>[]) {
    super();
    this.maps = maps.length > 0 ? [...maps] : [new PyDict<K, V>()];
  }
  private merged(): PyDict<K, V> {
    return new PyDict([...this.maps].reverse().flatMap((m) => [...m]));
  }
  override get(key: K): V | undefined {
    return this.maps.find((m) => m.has(key))?.get(key);
  }
  override has(key: K): boolean {
    return this.maps.some((m) => m.has(key));
  }
  override set(key: K, value: V): this {
    this.maps[0]!.set(key, value);
    return this;
  }
  override delete(key: K): boolean {
    return this.maps[0]!.delete(key);
  }
  override clear(): void {
    this.maps[0]!.clear();
  }
  override get size(): number {
    return this.merged().size;
  }
  override keys(): MapIterator<K> {
    return this.merged().keys();
  }
  override values(): MapIterator<V> {
    return this.merged().values();
  }
  override entries(): MapIterator<[K, V]> {
    return this.merged().entries();
  }
  override [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }
  override forEach(f: (value: V, key: K, map: Map<K, V>) => void): void {
    this.merged().forEach(f);
  }
  new_child(m: Map<K, V> = new PyDict<K, V>()): ChainMap<K, V> {
    return new ChainMap(m, ...this.maps);
  }
  get parents(): ChainMap<K, V> {
    return new ChainMap(...this.maps.slice(1));
  }
  __repr__(): string {
    return `ChainMap(${this.maps.map(repr).join(", ")})`;
  }
}
