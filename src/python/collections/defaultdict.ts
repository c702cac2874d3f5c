/**
 * collections.defaultdict.
 * Source: Modules/_collectionsmodule.c (Python 3.7).
 */
import { KeyError, TypeError_ } from "../../np/errors.js";
import { repr } from "../../np/printing/repr.js";
import { PyDict } from "../../py/dict.js";
import { type Pairs, pairsOf } from "./ordered_dict.js";

type Factory<V> = (() => V) | (new () => V) | null;

export class defaultdict<K = unknown, V = unknown> extends PyDict<K, V> {
  static override readonly pythonName: string = "collections.defaultdict";
  default_factory: Factory<V>;

  constructor(default_factory: Factory<V> = null, ...sources: readonly Pairs<K, V>[]) {
    if (default_factory !== null && typeof default_factory !== "function")
      throw new TypeError_("first argument must be callable or None");
    super(pairsOf<K, V>(sources));
    this.default_factory = default_factory;
  }
  override __missing__(key: K): V {
    const make = this.default_factory;
    if (make === null) throw new KeyError(key);
    const isClass = /^class\b/.test(Function.prototype.toString.call(make));
    const value = isClass ? new (make as new () => V)() : (make as () => V)();
    this.set(key, value);
    return value;
  }
  copy(): defaultdict<K, V> {
    return new defaultdict<K, V>(this.default_factory, this);
  }
  __repr__(): string {
    const items = Array.from(this, ([k, v]) => `${repr(k)}: ${repr(v)}`);
    return `defaultdict(${repr(this.default_factory)}, {${items.join(", ")}})`;
  }
}
