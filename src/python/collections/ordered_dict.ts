/**
 * collections.OrderedDict.
 * Source: Lib/collections/__init__.py (Python 3.7).
 */
import { KeyError } from "../../np/errors.js";
import { isPlainObject } from "../../np/printing/mapping.js";
import { repr } from "../../np/printing/repr.js";
import { type PyTuple, tuple } from "../../np/pytuple.js";
import { PyDict } from "../../py/dict.js";

export type Pairs<K, V> = Iterable<readonly [K, V]> | Readonly<Record<string, V>>;

/** Entries of what makes a dict: pairs, a dict, keywords. */
export function pairsOf<K, V>(sources: readonly (Pairs<K, V> | null | undefined)[]): [K, V][] {
  return sources.flatMap((s) => {
    if (s === null || s === undefined) return [];
    return (isPlainObject(s) ? Object.entries(s) : [...(s as Iterable<readonly [K, V]>)]) as [K, V][];
  });
}

export class OrderedDict<K = unknown, V = unknown> extends PyDict<K, V> {
  static override readonly pythonName: string = "OrderedDict";

  constructor(...sources: readonly Pairs<K, V>[]) {
    super(pairsOf<K, V>(sources));
  }
  /** Takes the last entry out, or the first. */
  popitem(last: boolean | { readonly last?: boolean } = true): [K, V] & PyTuple<K | V> {
    if (this.size === 0) throw new KeyError("dictionary is empty");
    const fromEnd = typeof last === "boolean" ? last : (last.last ?? true);
    const entry = [...this.entries()].at(fromEnd ? -1 : 0)!;
    this.delete(entry[0]);
    return tuple<K | V>(entry) as [K, V] & PyTuple<K | V>;
  }
  move_to_end(key: K, last: boolean | { readonly last?: boolean } = true): void {
    const toEnd = typeof last === "boolean" ? last : (last.last ?? true);
    if (!this.has(key)) throw new KeyError(key);
    const value = this.get(key) as V;
    const rest = [...this.entries()];
    this.delete(key);
    if (!toEnd) {
      const others = rest.filter(([k]) => this.has(k));
      this.clear();
      this.set(key, value);
      for (const [k, v] of others) this.set(k, v);
    } else this.set(key, value);
  }
  copy(): OrderedDict<K, V> {
    return new OrderedDict<K, V>(this);
  }
  __repr__(): string {
    const items = Array.from(this, ([k, v]) => repr(tuple<unknown>([k, v])));
    return items.length === 0 ? "OrderedDict()" : `OrderedDict([${items.join(", ")}])`;
  }
}
