/**
 * keys(), values() and items() of a dict: they follow it; keys and items are compared and combined as sets.
 * Source: Objects/dictobject.c, dict views (Python 3.7).
 */
import { repr } from "../np/printing/repr.js";
import { PyTuple, tuple } from "../np/pytuple.js";
import { eq, le, lt } from "./comparison.js";
import { list } from "./iteration.js";
import { NotImplemented, sub, xor } from "./operators.js";
import { PySet } from "./set.js";
import { is_true } from "./truth.js";

abstract class View<K, V, T> {
  protected readonly of: ReadonlyMap<K, V>;

  constructor(of: ReadonlyMap<K, V>) {
    this.of = of;
  }
  abstract [Symbol.iterator](): Iterator<T>;

  __len__(): number {
    return this.of.size;
  }
  __repr__(): string {
    const { pythonName } = this.constructor as object as { readonly pythonName: string };
    return `${pythonName}([${Array.from(this, repr).join(", ")}])`;
  }
}

export class DictValues<V = unknown> extends View<unknown, V, V> {
  static readonly pythonName = "dict_values";

  [Symbol.iterator](): Iterator<V> {
    return this.of.values();
  }
}

/** What keys and items have of a set. */
abstract class SetLike<K, V, T> extends View<K, V, T> {
  private asSet(): PySet {
    return new PySet(this);
  }
  __eq__(other: unknown): unknown {
    return isSetLike(other) ? is_true(eq(this.asSet(), new PySet(other))) : NotImplemented;
  }
  __lt__(other: unknown): unknown {
    return isSetLike(other) ? lt(this.asSet(), new PySet(other)) : NotImplemented;
  }
  __le__(other: unknown): unknown {
    return isSetLike(other) ? le(this.asSet(), new PySet(other)) : NotImplemented;
  }
  __gt__(other: unknown): unknown {
    return isSetLike(other) ? lt(new PySet(other), this.asSet()) : NotImplemented;
  }
  __ge__(other: unknown): unknown {
    return isSetLike(other) ? le(new PySet(other), this.asSet()) : NotImplemented;
  }
  __and__(other: unknown): PySet<T> {
    const theirs = new PySet<unknown>(list(other));
    return new PySet<T>(Array.from(this).filter((x) => theirs.has(x)));
  }
  __or__(other: unknown): PySet {
    return new PySet([...this, ...list(other)]);
  }
  __sub__(other: unknown): unknown {
    return sub(this.asSet(), new PySet(list(other)));
  }
  __xor__(other: unknown): unknown {
    return xor(this.asSet(), new PySet(list(other)));
  }
  __rand__(other: unknown): PySet<T> {
    return this.__and__(other);
  }
  __ror__(other: unknown): PySet {
    return new PySet([...list(other), ...this]);
  }
  __rsub__(other: unknown): unknown {
    return sub(new PySet(list(other)), this.asSet());
  }
  __rxor__(other: unknown): unknown {
    return this.__xor__(other);
  }
  isdisjoint(other: unknown): boolean {
    return this.__and__(other).size === 0;
  }
}

function isSetLike(x: unknown): x is Iterable<unknown> {
  return x instanceof Set || x instanceof SetLike;
}

export class DictKeys<K = unknown> extends SetLike<K, unknown, K> {
  static readonly pythonName = "dict_keys";

  [Symbol.iterator](): Iterator<K> {
    return this.of.keys();
  }
  __contains__(x: unknown): boolean {
    return this.of.has(x as K);
  }
}

export class DictItems<K = unknown, V = unknown> extends SetLike<K, V, [K, V]> {
  static readonly pythonName = "dict_items";

  *[Symbol.iterator](): Iterator<[K, V]> {
    for (const pair of this.of) yield tuple<K | V>(pair) as (K | V)[] as [K, V];
  }
  __contains__(x: unknown): boolean {
    if (!(x instanceof PyTuple) || x.length !== 2 || !this.of.has(x[0] as K)) return false;
    const value = this.of.get(x[0] as K);
    return value === x[1] || is_true(eq(value, x[1]));
  }
}
