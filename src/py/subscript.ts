/**
 * Python's x[index] for values of any type: text, lists, tuples, bytes, dicts, and all that has `at(...)`.
 * Source: operator.getitem (Python 3.7).
 */
import { IndexError, KeyError, TypeError_, ValueError } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { asIndex } from "../np/printing/numbers.js";
import { typeName } from "../np/printing/type_name.js";
import { PyTuple, tuple } from "../np/pytuple.js";
import { PyDict } from "./dict.js";
import { list } from "./iteration.js";
import { PySlice } from "./slice.js";

type Sequence = string | Uint8Array | readonly unknown[];

function sliced(sequence: Sequence, slice: PySlice): Sequence {
  const items: readonly unknown[] = Array.from<unknown>(sequence);
  const { first, step, count } = slice.of(items.length);
  const kept = Array.from({ length: count }, (_, i) => items[first + i * step]);
  if (typeof sequence === "string") return kept.join("");
  if (sequence instanceof Uint8Array) return Uint8Array.from(kept as number[]);
  return sequence instanceof PyTuple ? tuple(kept) : kept;
}

/** How error texts call a sequence. */
function kindOf(sequence: Sequence): string {
  if (typeof sequence === "string") return "string";
  if (sequence instanceof Uint8Array) return "byte";
  return sequence instanceof PyTuple ? "tuple" : "list";
}

function item(sequence: Sequence, index: unknown): unknown {
  const kind = kindOf(sequence);
  const at = asIndex(index);
  if (at === undefined) {
    const what = kind === "string" ? "integers" : `integers or slices, not ${typeName(index)}`;
    throw new TypeError_(`${kind} indices must be ${what}`);
  }
  const items = typeof sequence === "string" ? [...sequence] : sequence;
  if (at >= 2n ** 63n || at < -(2n ** 63n)) throw new IndexError("cannot fit 'int' into an index-sized integer");
  const i = Number(at) < 0 ? Number(at) + items.length : Number(at);
  if (i < 0 || i >= items.length) throw new IndexError(`${kind === "byte" ? "" : `${kind} `}index out of range`);
  return items[i];
}

function entry(dict: ReadonlyMap<unknown, unknown>, key: unknown): unknown {
  if (!dict.has(key)) {
    if (dict instanceof PyDict) return dict.__missing__(key);
    throw new KeyError(key);
  }
  return dict.get(key);
}

/** Python's operator.getitem(x, index): `x[index]`; several indices are a tuple, a slice is `py.slice(a, b)`. */
export function getitem<X>(x: 0 extends 1 & X ? X : never, index: unknown): X;
export function getitem(x: string, index: unknown): string;
export function getitem<T>(x: readonly T[], index: PySlice): T[];
export function getitem<T extends readonly unknown[], const I extends number>(
  x: T,
  index: I,
): number extends T["length"] ? T[number] : `${I}` extends keyof T ? T[`${I}`] : T[number];
export function getitem<T>(x: readonly T[], index: unknown): T;
export function getitem<V>(x: ReadonlyMap<unknown, V>, index: unknown): V;
export function getitem<R>(x: { readonly at: (...index: never) => R }, index: unknown): R;
export function getitem(x: unknown, index: unknown): unknown;
export function getitem(x: unknown, index: unknown): unknown {
  const own = ownMethod(x, "__getitem__");
  if (own) return own(index);
  if (typeof x === "string" || Array.isArray(x) || x instanceof Uint8Array) {
    return index instanceof PySlice ? sliced(x, index) : item(x, index);
  }
  if (x instanceof Map) return entry(x, index);
  if (isPlainObject(x)) return entry(new Map(Object.entries(x)), index);
  if (typeof x === "object" && x !== null && "at" in x && typeof x.at === "function") {
    return index instanceof PyTuple ? x.at(...index) : x.at(index);
  }
  throw new TypeError_(`'${typeName(x)}' object is not subscriptable`);
}

/** A method of an own class. */
function ownMethod(x: unknown, name: string): ((...args: unknown[]) => unknown) | null {
  if (typeof x !== "object" || x === null) return null;
  const found: unknown = Reflect.get(x, name);
  return typeof found === "function" ? (...args) => Reflect.apply(found, x, args) : null;
}

/** Where an item of a list is. Raises Python's errors. */
function place(xs: readonly unknown[], index: unknown, what: string): number {
  const at = asIndex(index);
  if (at === undefined) throw new TypeError_(`list indices must be integers or slices, not ${typeName(index)}`);
  const i = Number(at) < 0 ? Number(at) + xs.length : Number(at);
  if (i < 0 || i >= xs.length) throw new IndexError(`list ${what} index out of range`);
  return i;
}

function assignable(value: unknown, otherwise: string): readonly unknown[] {
  try {
    return list(value);
  } catch (error) {
    if (!(error instanceof TypeError_) || !error.message.endsWith("is not iterable")) throw error;
    throw new TypeError_(otherwise, { cause: error });
  }
}

function setSlice(xs: unknown[], slice: PySlice, value: unknown): void {
  const { first, step, count } = slice.of(xs.length);
  const items = assignable(
    value,
    step === 1 ? "can only assign an iterable" : "must assign iterable to extended slice",
  );
  if (step === 1) {
    xs.splice(first, count, ...items);
    return;
  }
  if (items.length !== count) {
    throw new ValueError(`attempt to assign sequence of size ${items.length} to extended slice of size ${count}`);
  }
  items.forEach((item, i) => {
    xs[first + i * step] = item;
  });
}

/** Python's `x[index] = value`. */
export function setitem(x: unknown, index: unknown, value: unknown): void {
  const own = ownMethod(x, "__setitem__");
  if (own) own(index, value);
  else if (x instanceof Map) x.set(index, value);
  else if (Array.isArray(x) && !(x instanceof PyTuple)) {
    if (index instanceof PySlice) setSlice(x, index, value);
    else x[place(x, index, "assignment")] = value;
  } else if (typeof x === "object" && x !== null && "set_at" in x && typeof x.set_at === "function") {
    x.set_at(index, value);
  } else throw new TypeError_(`'${typeName(x)}' object does not support item assignment`);
}

/** Python's `del x[index]`. */
export function delitem(x: unknown, index: unknown): void {
  const own = ownMethod(x, "__delitem__");
  if (own) own(index);
  else if (x instanceof Map) {
    if (!x.delete(index)) throw new KeyError(index);
  } else if (Array.isArray(x) && !(x instanceof PyTuple)) {
    if (!(index instanceof PySlice)) x.splice(place(x, index, "assignment"), 1);
    else {
      const { first, step, count } = index.of(x.length);
      const gone = new Set(Array.from({ length: count }, (_, i) => first + i * step));
      const kept = x.filter((_, i) => !gone.has(i));
      x.splice(0, x.length, ...kept);
    }
  } else throw new TypeError_(`'${typeName(x)}' object doesn't support item deletion`);
}
