/**
 * Named tuples and ordered dicts.
 * Source: collections.namedtuple, collections.OrderedDict (Python 3.7).
 */
import { AttributeError, TypeError_, ValueError } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { repr } from "../np/printing/repr.js";
import { PyTuple, tuple } from "../np/pytuple.js";
import { PyDict } from "./dict.js";

/** A tuple whose items have names; base of every class that `namedtuple` makes. */
export abstract class PyNamedTuple extends PyTuple<unknown> {
  abstract get _fields(): PyTuple<string>;

  /** The items by name. */
  _asdict(): PyOrderedDict<string, unknown> {
    return new PyOrderedDict(this._fields.map((field, i) => [field, this[i]]));
  }
  /** The same with other values for some fields. Raises ValueError for names that are no fields. */
  _replace(values: Readonly<Record<string, unknown>>): this {
    const unknown = Object.keys(values).filter((k) => !this._fields.includes(k));
    if (unknown.length > 0) throw new ValueError(`Got unexpected field names: ${repr(unknown)}`);
    const Kind = this.constructor as new () => this;
    const made = new Kind();
    for (const [i, field] of this._fields.entries()) made.push(Object.hasOwn(values, field) ? values[field] : this[i]);
    return made;
  }
  __repr__(): string {
    return `${this.constructor.name}(${this._fields.map((field, i) => `${field}=${repr(this[i])}`).join(", ")})`;
  }
  __str__(): string {
    return this.__repr__();
  }
  override toString(): string {
    return this.__repr__();
  }
}

/** A named tuple with these items: by name, by position, and unpacked in order. */
export type NamedTuple<F extends object> = Readonly<F> & {
  readonly [index: number]: F[keyof F];
  readonly length: number;
  [Symbol.iterator](): ArrayIterator<F[keyof F]>;
  readonly _fields: PyTuple<string>;
  _asdict(): PyOrderedDict<string, unknown>;
  _replace(values: Partial<F>): NamedTuple<F>;
};

/** What `namedtuple` gives: a class, called with or without `new`; the last argument may hold items by name. */
export interface NamedTupleType<F extends object> {
  (...items: readonly (F[keyof F] | Partial<F>)[]): NamedTuple<F>;
  new (...items: readonly (F[keyof F] | Partial<F>)[]): NamedTuple<F>;
  readonly prototype: NamedTuple<F>;
  readonly _fields: PyTuple<string>;
  _make(items: Iterable<F[keyof F]>): NamedTuple<F>;
}

/** Items in the order of the fields. Raises TypeError as a call with wrong arguments does. */
function bound(fields: readonly string[], args: readonly unknown[]): unknown[] {
  const last = args.at(-1);
  const named =
    isPlainObject(last) && Object.keys(last).length > 0 && Object.keys(last).every((k) => fields.includes(k));
  const items = named ? args.slice(0, -1) : [...args];
  const given = named ? Object.entries(last) : [];
  if (items.length > fields.length) {
    // Python counts the class itself.
    throw new TypeError_(
      `__new__() takes ${fields.length + 1} positional arguments but ${items.length + 1} were given`,
    );
  }
  for (const [field, value] of given) {
    const i = fields.indexOf(field);
    if (i < args.length - 1) throw new TypeError_(`__new__() got multiple values for argument '${field}'`);
    items[i] = value;
  }
  const missing = fields.filter((_, i) => !(i in items)).map((f) => `'${f}'`);
  if (missing.length === 0) return items;
  const list = missing.length > 2 ? `${missing.slice(0, -1).join(", ")}, and ${missing.at(-1)}` : missing.join(" and ");
  const s = missing.length === 1 ? "" : "s";
  throw new TypeError_(`__new__() missing ${missing.length} required positional argument${s}: ${list}`);
}

/**
 * Python's collections.namedtuple(typename, fields): a class of tuples whose items have names.
 *
 * @example const Point = py.namedtuple<{ x: number; y: number }>("Point", ["x", "y"]); Point(1, 2).y // 2
 */
export function namedtuple<F extends object>(
  typename: string,
  fields: readonly (keyof F & string)[] | string,
): NamedTupleType<F> {
  const names = typeof fields === "string" ? fields.split(/[\s,]+/).filter((f) => f !== "") : fields;
  const _fields = tuple(names);
  class Kind extends PyNamedTuple {
    override get _fields(): PyTuple<string> {
      return _fields;
    }
  }
  Object.defineProperty(Kind, "name", { value: typename });
  names.forEach((field, i) => {
    const get = function (this: PyNamedTuple): unknown {
      return this[i];
    };
    const set = (): never => {
      throw new AttributeError("can't set attribute");
    };
    Object.defineProperty(Kind.prototype, field, { get, set });
  });
  const _make = (items: Iterable<unknown>): PyNamedTuple => {
    const made = new Kind();
    for (const item of items) made.push(item);
    return made;
  };
  // A plain function: what it returns is the result of `new`, too.
  function make(...args: readonly unknown[]): PyNamedTuple {
    return _make(bound(names, args));
  }
  Object.defineProperty(make, "name", { value: typename });
  make.prototype = Kind.prototype;
  return Object.assign(make, { _fields, _make }) as object as NamedTupleType<F>;
}

/** A dict that says in its text that its order counts. */
export class PyOrderedDict<K, V> extends PyDict<K, V> {
  static override readonly pythonName = "collections.OrderedDict";

  /** Moves an entry to the end, or to the front. Raises KeyError. */
  move_to_end(key: K, last: boolean | { readonly last?: boolean } = true): void {
    const value = this.at(key);
    const isLast = typeof last === "object" ? last.last !== false : last;
    const others = Array.from(this).filter(([k]) => k !== key);
    this.clear();
    if (!isLast) this.set(key, value);
    for (const [k, v] of others) this.set(k, v);
    if (isLast) this.set(key, value);
  }
  __repr__(): string {
    const items = Array.from(this, ([k, v]) => repr(tuple([k, v])));
    return items.length === 0 ? "OrderedDict()" : `OrderedDict([${items.join(", ")}])`;
  }
}

/** Python's collections.OrderedDict(pairs). */
export function OrderedDict<K, V>(pairs: Iterable<readonly [K, V]> = []): PyOrderedDict<K, V> {
  return new PyOrderedDict(pairs);
}
