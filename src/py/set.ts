/**
 * Python's set and frozenset: a Set whose items compare as Python's do.
 * Source: Python 3.7 set, frozenset.
 */
import { AttributeError } from "../np/errors.js";
import { repr } from "../np/printing/repr.js";
import { keyOf } from "./hash.js";
import { steady } from "./steady.js";

export class PySet<T = unknown> extends Set<T> {
  static readonly pythonName: string = "set";
  private readonly own: Map<unknown, T>;

  constructor(items: Iterable<T> = []) {
    super();
    this.own = new Map();
    for (const x of items) PySet.prototype.add.call(this, x);
  }
  override has(item: T): boolean {
    return this.own.has(keyOf(item));
  }
  override add(item: T): this {
    const same = keyOf(item);
    if (this.own.has(same)) return this;
    this.own.set(same, item);
    return super.add(item);
  }
  override delete(item: T): boolean {
    const same = keyOf(item);
    if (!this.own.has(same)) return false;
    const first = this.own.get(same) as T;
    this.own.delete(same);
    return super.delete(first);
  }
  override clear(): void {
    this.own.clear();
    super.clear();
  }
  override values(): SetIterator<T> {
    return steady(this, "Set", super.values());
  }
  override [Symbol.iterator](): SetIterator<T> {
    return this.values();
  }
}

/** A set that doesn't change, so that it can be a key itself. */
export class PyFrozenSet<T = unknown> extends PySet<T> {
  static override readonly pythonName: string = "frozenset";

  override add(): never {
    throw new AttributeError("'frozenset' object has no attribute 'add'");
  }
  override delete(): never {
    throw new AttributeError("'frozenset' object has no attribute 'remove'");
  }
  override clear(): never {
    throw new AttributeError("'frozenset' object has no attribute 'clear'");
  }

  __hash__(): string {
    return Array.from(this, (x) => String(keyOf(x)))
      .sort()
      .join(",");
  }
  __repr__(): string {
    return this.size === 0 ? "frozenset()" : `frozenset({${Array.from(this, repr).join(", ")}})`;
  }
}
