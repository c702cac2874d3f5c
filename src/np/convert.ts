/**
 * What becomes an array: nested lists, numbers, text, arrays, and objects that convert themselves.
 * Source: PyArray_FromAny, discovery of shape and dtype (numpy/core/src/multiarray/ctors.c and common.c, NumPy 1.18).
 */
import { copyAs, copyInto, withType } from "./casting.js";
import { type Complex, type Data, type DType, dtypeOf, isComplex, sized } from "./dtype.js";
import { store, typeName } from "./element.js";
import { TypeError_, ValueError } from "./errors.js";
import { promoteTypes } from "./promotion.js";
import { isFloatList, PyFloat } from "./pyfloat.js";
import { allocate, plainShapeText, Strided } from "./strided.js";

/** An object that gives an array of itself. */
export interface HasArray {
  __array__(): Strided;
}
/** An object that is an integer, such as a TensorFlow Dimension. */
export interface HasIndex {
  __index__(): number;
}
export type TypedArray = Exclude<Data, unknown[]>;
/** One Python value: what an element can be made from. */
export type Literal = number | bigint | boolean | string | null | PyFloat | Complex | Uint8Array;
export type ArrayLike = Literal | Strided | HasArray | HasIndex | TypedArray | Iterable<unknown>;

const TYPED: readonly [abstract new (...args: never) => TypedArray, Parameters<typeof dtypeOf>[0]][] = [
  [Float64Array, "float64"],
  [Float32Array, "float32"],
  [Int32Array, "int32"],
  [BigInt64Array, "int64"],
  [Int8Array, "int8"],
  [Int16Array, "int16"],
  [Uint16Array, "uint16"],
  [Uint32Array, "uint32"],
  [BigUint64Array, "uint64"],
];

function fromTyped(value: object): Strided | null {
  if (!ArrayBuffer.isView(value) || value instanceof Uint8Array) return null;
  for (const [type, name] of TYPED) {
    if (value instanceof type) return new Strided(value, dtypeOf(name), [value.length]);
  }
  return null;
}

/** Lists, tuples, ranges and other sized iterables are sequences; text, bytes, dicts and sets are not. */
function asSequence(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (typeof value !== "object" || value === null || value instanceof Strided || ArrayBuffer.isView(value)) return null;
  if (Symbol.iterator in value && "length" in value && typeof value.length === "number") {
    return Array.from(value as Iterable<unknown>);
  }
  return null;
}

/** An array-like object as the array it stands for, without copying; null for lists and plain values. */
export function existing(value: unknown): Strided | null {
  if (value instanceof Strided) return value;
  if (typeof value !== "object" || value === null) return null;
  if ("__array__" in value && typeof value.__array__ === "function") {
    const made: unknown = value.__array__();
    if (!(made instanceof Strided)) throw new ValueError("object __array__ method not producing an array");
    return made;
  }
  return fromTyped(value);
}

/** Element dtype of one plain value. */
function leafType(value: unknown, floats: boolean): DType {
  switch (typeof value) {
    case "number":
      if (floats || !Number.isInteger(value)) return dtypeOf("float64");
      return dtypeOf(
        value >= 2 ** 63 || value < -(2 ** 63) ? (value > 0 && value < 2 ** 64 ? "uint64" : "object") : "int64",
      );
    case "boolean":
      return dtypeOf("bool");
    case "bigint":
      if (BigInt.asIntN(64, value) === value) return dtypeOf("int64");
      return dtypeOf(BigInt.asUintN(64, value) === value ? "uint64" : "object");
    case "string":
      return sized("str", 4 * [...value].length);
    default:
      if (value instanceof PyFloat) return dtypeOf("float64");
      if (value instanceof Uint8Array) return sized("bytes", value.length);
      if (isComplex(value)) return dtypeOf("complex128");
      if (typeof value === "object" && value !== null && "__index__" in value) return dtypeOf("int64");
      return dtypeOf("object");
  }
}

/** Shape of nested sequences as far as all branches agree. */
function discoverShape(value: unknown): number[] {
  const array = existing(value);
  if (array) return [...array.shape];
  const items = asSequence(value);
  if (items === null) return [];
  if (items.length === 0) return [0];
  const inner = discoverShape(items[0]);
  let agree = inner.length;
  for (let i = 1; i < items.length && agree > 0; i++) {
    const other = discoverShape(items[i]);
    let k = 0;
    while (k < agree && k < other.length && other[k] === inner[k]) k++;
    agree = k;
  }
  return [items.length, ...inner.slice(0, agree)];
}

/** Common dtype of everything inside; object where something lies deeper than the common shape. */
function discoverType(value: unknown, depth: number, floats: boolean, so: DType | null): DType | null {
  const array = existing(value);
  if (array) {
    if (array.ndim > depth) return dtypeOf("object");
    return so ? promoteTypes(so, array.dtype) : array.dtype;
  }
  const items = asSequence(value);
  if (items === null) {
    const leaf = leafType(value, floats);
    return so ? (so === leaf ? so : promoteTypes(so, leaf)) : leaf;
  }
  if (depth === 0) return dtypeOf("object");
  const areFloats = isFloatList(items);
  let found = so;
  for (const item of items) {
    found = discoverType(item, depth - 1, areFloats, found);
    if (found?.kind === "O") return found;
  }
  return found;
}

function fill(value: unknown, out: Strided, axis: number, at: number): number {
  if (axis === out.ndim) {
    store(out.data, out.dtype, at, value);
    return at + 1;
  }
  const array = existing(value);
  if (array) {
    const shape = out.shape.slice(axis);
    const block = new Strided(out.data, out.dtype, shape, out.strides.slice(axis), at);
    if (array.shape.length !== shape.length || array.shape.some((d, i) => d !== shape[i])) {
      throw new ValueError(
        `could not broadcast input array from shape ${plainShapeText(array.shape)} into shape ${plainShapeText(shape)}`,
      );
    }
    copyInto(array, block);
    return at + block.size;
  }
  const items = asSequence(value);
  if (items === null) throw new ValueError("setting an array element with a sequence.");
  for (const item of items) at = fill(item, out, axis + 1, at);
  return at;
}

/** A list of plain numbers, the common case, without discovery item by item. */
function fromNumbers(items: readonly unknown[], dtype: DType | null): Strided | null {
  const n = items.length;
  if (n === 0) return null;
  let integral = !isFloatList(items);
  for (let i = 0; i < n; i++) {
    const x = items[i];
    if (typeof x !== "number") return null;
    if (integral && !Number.isInteger(x)) integral = false;
    if (integral && Math.abs(x) >= 2 ** 53) return null;
  }
  const type = dtype ?? dtypeOf(integral ? "int64" : "float64");
  const out = allocate(type, [n]);
  for (let i = 0; i < n; i++) store(out.data, type, i, items[i]);
  return out;
}

/** A number, text or other single value as a 0-d array. */
export function fromScalar(value: unknown, dtype?: DType): Strided {
  const type = dtype && !unsized(dtype) ? dtype : widthOf(value, dtype);
  const out = allocate(type, []);
  store(out.data, type, 0, value);
  return out;
}

function unsized(t: DType): boolean {
  return (t.kind === "U" || t.kind === "S") && t.itemsize === 0;
}

/** The dtype with the width that its text needs, where the request leaves it open (`dtype: "str"`). */
function widthOf(value: unknown, asked?: DType): DType {
  const found = leafType(value, false);
  return asked ? promoteTypes(sized(asked.name, 0), found) : found;
}

/**
 * Anything as an array: an existing array is passed through (converted only if the dtype differs), all else is built.
 * Raises ValueError "setting an array element with a sequence." where a dtype is asked for and the lists are ragged.
 */
export function asStrided(value: unknown, dtype?: DType | null): Strided {
  const asked = dtype ?? null;
  const array = existing(value);
  if (array) {
    if (!asked) return array;
    if (unsized(asked))
      return array.dtype.kind === asked.kind ? array : copyAs(array, promoteTypes(asked, array.dtype));
    return withType(array, asked);
  }
  const items = asSequence(value);
  if (items === null) {
    if (typeof value === "function" || typeof value === "symbol") return fromScalar(value, dtypeOf("object"));
    return fromScalar(value, asked ?? undefined);
  }
  const numbers = asked && unsized(asked) ? null : fromNumbers(items, asked);
  if (numbers) return numbers;
  const shape = discoverShape(items);
  let type = asked;
  if (!type || unsized(type)) {
    const found = discoverType(items, shape.length, false, null) ?? dtypeOf("float64");
    type = type ? promoteTypes(type, found) : found;
  }
  const out = allocate(type, shape);
  fill(items, out, 0, 0);
  return out;
}

/** An integer argument: a number, bigint, NumPy integer or object with `__index__`. */
export function asInt(value: unknown): number {
  if (typeof value === "number" && Number.isInteger(value)) return value;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "object" && value !== null) {
    if (value instanceof Strided) {
      if (value.size === 1 && value.dtype.isInteger) return Number(value.data[value.offset]);
      if (value.size === 1 && value.ndim === 0) {
        throw new TypeError_(`'numpy.${value.dtype.name}' object cannot be interpreted as an integer`);
      }
      throw new TypeError_("only integer scalar arrays can be converted to a scalar index");
    }
    if ("__index__" in value && typeof value.__index__ === "function") return Number(value.__index__());
  }
  throw new TypeError_(`'${typeName(value)}' object cannot be interpreted as an integer`);
}

/** A dimension, or a sequence of them: what a shape argument may be. */
export type ShapeLike = number | bigint | HasIndex | Strided | Iterable<number | bigint | HasIndex | Strided>;

/** A shape argument as a list of numbers; -1 is left to the caller. */
export function asShape(value: ShapeLike): number[] {
  if (value instanceof Strided && value.ndim === 1) {
    return Array.from({ length: value.size }, (_, i) => Number(value.data[value.offset + i * value.strides[0]!]));
  }
  if (typeof value === "object" && value !== null && !(value instanceof Strided) && Symbol.iterator in value) {
    return Array.from(value, (d) => asInt(d));
  }
  return [asInt(value)];
}
