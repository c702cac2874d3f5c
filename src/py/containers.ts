/**
 * Python's containers where JavaScript's differ: tuples, membership, isinstance.
 * Source: Python 3.7 built-ins tuple, dict, set, operator.contains, isinstance.
 */
import { TypeError_, ValueError } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { asIndex } from "../np/printing/numbers.js";
import { typeName } from "../np/printing/type_name.js";
import { PyTuple, tuple as tupleOf } from "../np/pytuple.js";
import { eq } from "./comparison.js";
import { bool, float, int, object, str } from "./convert.js";
import { PyDict } from "./dict.js";
import { iterate, list } from "./iteration.js";
import { encode } from "./methods/str.js";
import { pairsOf } from "./pairs.js";
import { PyFrozenSet, PySet } from "./set.js";
import { is_true } from "./truth.js";

/** Python's tuple(iterable): `py.tuple([1, "a"])` stands for the literal `(1, "a")`. */
export function tuple<const T extends readonly unknown[]>(items: T): T;
export function tuple<T>(items?: Iterable<T>): PyTuple<T>;
export function tuple(items: Iterable<unknown> = []): PyTuple<unknown> {
  return tupleOf(list(items));
}

type Record_<V> = Readonly<Record<string, V>>;

/** Python's dict(pairs) and dict(a=1); other dicts and named entries may follow. */
export function dict<K, V>(...parts: readonly (Iterable<readonly [K, V]> | Record_<V>)[]): PyDict<K, V>;
export function dict(...parts: readonly (Iterable<readonly [unknown, unknown]> | Record_<unknown>)[]): unknown {
  const made = new PyDict<unknown, unknown>();
  for (const part of parts) for (const [k, v] of pairsOf(part)) made.set(k, v);
  return made;
}

/** Python's set(iterable). */
export function set<T>(iterable: Iterable<T> = []): PySet<T> {
  return new PySet(list(iterable));
}

/** Python's frozenset(iterable). */
export function frozenset<T>(iterable: Iterable<T> = []): PyFrozenSet<T> {
  return new PyFrozenSet(list(iterable));
}

function byteOf(x: unknown): number {
  const n = asIndex(x);
  if (n === undefined) throw new TypeError_(`'${typeName(x)}' object cannot be interpreted as an integer`);
  if (n < 0n || n > 255n) throw new ValueError("bytes must be in range(0, 256)");
  return Number(n);
}

/** Python's bytes(n), bytes(numbers) and bytes(text, encoding). */
export function bytes(from: unknown = 0, encoding?: string): Uint8Array {
  if (typeof from === "string") {
    if (encoding === undefined) throw new TypeError_("string argument without an encoding");
    return encode(from, encoding);
  }
  if (from instanceof Uint8Array) return from.slice();
  const size = asIndex(from);
  if (size !== undefined) {
    if (size < 0n) throw new ValueError("negative count");
    return new Uint8Array(Number(size));
  }
  return Uint8Array.from(list(from), byteOf);
}

function containsBytes(container: Uint8Array, item: unknown): boolean {
  if (item instanceof Uint8Array) {
    return Array.from({ length: container.length - item.length + 1 }, (_, i) => i).some((i) =>
      item.every((b, k) => container[i + k] === b),
    );
  }
  const n = asIndex(item);
  if (n === undefined) throw new TypeError_(`a bytes-like object is required, not '${typeName(item)}'`);
  if (n < 0n || n > 255n) throw new ValueError("byte must be in range(0, 256)");
  return container.includes(Number(n));
}

/** Python's `item in container`. */
export function contains(container: unknown, item: unknown): boolean {
  if (typeof container === "string") {
    if (typeof item === "string") return container.includes(item);
    throw new TypeError_(`'in <string>' requires string as left operand, not ${typeName(item)}`);
  }
  if (container instanceof Uint8Array) return containsBytes(container, item);
  if (container instanceof Set || container instanceof Map) return container.has(item);
  if (isPlainObject(container)) return typeof item === "string" && Object.hasOwn(container, item);
  if (typeof container !== "object" || container === null) {
    throw new TypeError_(`argument of type '${typeName(container)}' is not iterable`);
  }
  if ("__contains__" in container && typeof container.__contains__ === "function") {
    return Boolean(container.__contains__(item));
  }
  const items = searchable(container);
  for (let next = items.next(); !next.done; next = items.next()) {
    if (next.value === item || is_true(eq(next.value, item))) return true;
  }
  return false;
}

function searchable(container: object): Iterator<unknown> {
  try {
    return iterate(container);
  } catch (error) {
    if (!(error instanceof TypeError_) || !error.message.endsWith("object is not iterable")) throw error;
    throw new TypeError_(`argument of type '${typeName(container)}' is not iterable`);
  }
}

/** Names of the types that have no JavaScript class. */
const NAMES = new Map<unknown, readonly string[]>([
  [int, ["int", "bool"]],
  [float, ["float", "numpy.float64"]],
  [bool, ["bool"]],
  [str, ["str", "numpy.str_"]],
  [list, ["list"]],
  [set, ["set"]],
  [frozenset, ["frozenset"]],
  [bytes, ["bytes"]],
]);

/** Python's isinstance(value, type): one of py.int, py.float, py.str, py.list …, a class, or a list of these. */
export function isinstance(value: unknown, type: unknown): boolean {
  if (Array.isArray(type)) return type.some((t) => isinstance(value, t));
  if (type === tuple) return value instanceof PyTuple;
  if (type === object) return true;
  if (type === dict) return value instanceof Map || isPlainObject(value);
  const names = NAMES.get(type);
  if (names) return names.includes(typeName(value));
  if (typeof type !== "function") throw new TypeError_("isinstance() arg 2 must be a type or tuple of types");
  const scalar = "dtype" in type && "__name__" in type ? String(type.__name__) : null;
  return scalar === null ? value instanceof type : typeName(value) === `numpy.${scalar}`;
}
