/**
 * Python values as tensors: which dtype a literal gets, and which literals a dtype takes.
 * Source: tf.make_tensor_proto (tensorflow/python/framework/tensor_util.py).
 */
import { rowMajorOf, withType } from "../np/casting.js";
import { asStrided, existing, fromScalar } from "../np/convert.js";
import { dtypeOf } from "../np/dtype.js";
import { ValueError } from "../np/errors.js";
import { PyFloat } from "../np/pyfloat.js";
import { Strided, sameShape, sizeOf } from "../np/strided.js";
import { repr, str } from "../py/repr.js";
import { type DType, float32, fromNumpy, int32, string as stringType } from "./dtypes.js";
import { Operators } from "./operators.js";
import { pythonTypeName } from "./python_type.js";
import { Dimension } from "./tensor_shape.js";

/** A dense row-major array with the TensorFlow type of its elements. */
export interface Literal {
  readonly dtype: DType;
  readonly array: Strided;
}

function leaves(value: unknown, visit: (leaf: unknown) => void): void {
  if (Array.isArray(value)) for (const item of value) leaves(item, visit);
  else visit(value);
}

const isInt = (v: unknown): boolean =>
  typeof v === "bigint" ||
  typeof v === "boolean" ||
  (typeof v === "number" && Number.isInteger(v)) ||
  v instanceof Dimension ||
  (v instanceof Strided && v.ndim === 0 && !isArray(v) && v.dtype.isInteger);
const isReal = (v: unknown): boolean =>
  isInt(v) ||
  typeof v === "number" ||
  v instanceof PyFloat ||
  (v instanceof Strided && !isArray(v) && v.dtype.kind === "f");
const isComplex = (v: unknown): boolean =>
  isReal(v) ||
  (typeof v === "object" && v !== null && "re" in v && "im" in v) ||
  (v instanceof Strided && !isArray(v) && v.dtype.kind === "c");
const isText = (v: unknown): boolean => typeof v === "string" || v instanceof Uint8Array;

/** NumPy scalars are Strided too; arrays are those that can be indexed. */
function isArray(v: Strided): boolean {
  return v.ndim > 0;
}

function accepts(dtype: DType): (leaf: unknown) => boolean {
  if (dtype.is_bool) return (v) => typeof v === "boolean";
  if (dtype.is_complex) return isComplex;
  if (dtype.is_floating) return isReal;
  if (dtype.is_integer || dtype.is_quantized) return isInt;
  if (dtype === stringType) return isText;
  return () => true;
}

/** Raises TypeError when a leaf isn't of a kind that the dtype takes; ints pass for floats, nothing else converts. */
function checkKind(value: unknown, dtype: DType | null): void {
  if (dtype === null) {
    leaves(value, (v) => {
      if (v instanceof Operators) throw new TypeError("List of Tensors when single Tensor expected");
    });
    return;
  }
  const ok = accepts(dtype);
  leaves(value, (v) => {
    if (ok(v)) return;
    const floatAsInt = dtype.is_integer && typeof v === "number" && !Number.isInteger(v);
    const shown = v instanceof Operators ? String(v) : repr(v);
    throw new TypeError(
      `Expected ${dtype.name}, got ${shown} of type '${floatAsInt ? "float" : pythonTypeName(v)}' instead.`,
    );
  });
}

const encoder = new TextEncoder();

/** Text as UTF-8 bytes: TensorFlow's strings are bytes. */
export function toBytes(value: unknown): Uint8Array {
  if (typeof value === "string") return encoder.encode(value);
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`Expected binary or unicode string, got ${repr(value)}`);
}

function bytesArray(array: Strided): Strided {
  const dense = rowMajorOf(array);
  const from = dense.data as unknown[];
  const data = Array.from({ length: dense.size }, (_, i) => toBytes(from[dense.offset + i]));
  return new Strided(data, dtypeOf("object"), dense.shape);
}

/** Shape that a nested list claims, from its first elements. */
function denseDims(value: unknown): number[] {
  if (!Array.isArray(value)) return [];
  return value.length === 0 ? [0] : [value.length, ...denseDims(value[0])];
}

function fromPython(value: unknown, dtype: DType | null): Literal {
  if (value === null || value === undefined) throw new ValueError("None values not supported.");
  checkKind(value, dtype);
  const np = dtype?.numpyName && dtype.numpyName !== "object" ? dtypeOf(dtype.numpyName) : null;
  if (!Array.isArray(value)) {
    const plain = value instanceof Dimension ? value.__index__() : value;
    if (typeof plain === "object" && !isKnownScalar(plain)) throw unsupported(value);
    return finish(fromScalar(plain, np ?? undefined), dtype);
  }
  let ragged = false;
  const want = denseDims(value);
  let array: Strided;
  try {
    array = asStrided(value, dtype === stringType ? dtypeOf("object") : np);
    ragged = array.dtype.kind === "O" && array.ndim < want.length;
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    throw error;
  }
  const plainLeaves = array.ndim === want.length;
  if (ragged || (plainLeaves && array.shape.some((d, i) => d !== want[i]))) {
    throw new ValueError(
      `Argument must be a dense tensor: ${repr(value)} - got shape [${array.shape.join(", ")}], but wanted [${want.join(", ")}].`,
    );
  }
  // Of mixed leaves NumPy makes text; TensorFlow wants them to be text.
  if ("USO".includes(array.dtype.kind)) {
    leaves(value, (v) => {
      const isString = isText(v) || (v instanceof Strided && "USO".includes(v.dtype.kind));
      if (!isString) throw unsupported(value);
    });
  }
  return finish(array, dtype);
}

function isKnownScalar(v: object): boolean {
  return v instanceof Strided || v instanceof PyFloat || v instanceof Uint8Array || ("re" in v && "im" in v);
}

/** What is neither numbers nor text. */
function unsupported(value: unknown): TypeError {
  const type = classOf(value);
  return new TypeError(
    `Failed to convert object of type <class '${type}'> to Tensor. Contents: ${str(value)}. Consider casting elements to a supported type.`,
  );
}

/** Python's full name of a class, for those of TensorFlow that end up here. */
function classOf(value: unknown): string {
  const name = pythonTypeName(value);
  return name === "SparseTensor" ? "tensorflow.python.framework.sparse_tensor.SparseTensor" : name;
}

/** Without a dtype Python's floats become float32 and its ints int32, where they fit. */
function finish(array: Strided, dtype: DType | null): Literal {
  const kind = array.dtype.kind;
  if (kind === "U" || kind === "S" || kind === "O") {
    if (dtype !== null && dtype !== stringType) throw incompatible(dtype, array);
    return { dtype: stringType, array: bytesArray(array) };
  }
  if (dtype !== null) return { dtype, array: rowMajorOf(array) };
  if (array.dtype.name === "float64") return { dtype: float32, array: withType(rowMajorOf(array), dtypeOf("float32")) };
  if (array.dtype.name === "int64" && fitsInt32(array))
    return { dtype: int32, array: withType(rowMajorOf(array), dtypeOf("int32")) };
  return { dtype: fromNumpy(array.dtype), array: rowMajorOf(array) };
}

function fitsInt32(array: Strided): boolean {
  const data = rowMajorOf(array);
  for (let i = 0; i < data.size; i++) {
    if (BigInt.asIntN(32, data.data[data.offset + i] as bigint) !== data.data[data.offset + i]) return false;
  }
  return true;
}

function incompatible(dtype: DType, array: Strided): TypeError {
  return new TypeError(`Incompatible types: ${dtype} vs. ${array.dtype}. Value is ${repr(array)}`);
}

/** An array keeps its dtype unless another is asked for. */
function fromArray(array: Strided, dtype: DType | null): Literal {
  const kind = array.dtype.kind;
  if (kind === "U" || kind === "S" || kind === "O") {
    if (dtype !== null && dtype !== stringType) {
      const np = dtypeOf(dtype.numpyName ?? "object");
      return { dtype, array: rowMajorOf(withType(array, np)) };
    }
    return { dtype: stringType, array: bytesArray(array) };
  }
  const np = dtype?.numpyName && dtype !== stringType ? dtypeOf(dtype.numpyName) : array.dtype;
  return { dtype: dtype ?? fromNumpy(array.dtype), array: rowMajorOf(withType(array, np)) };
}

export interface LiteralOptions {
  readonly dtype?: DType | null;
  readonly shape?: readonly number[] | null;
  /** The value must have exactly that shape. */
  readonly verifyShape?: boolean;
  /** tf.constant: only scalars and single elements may be repeated to fill the shape. */
  readonly allowBroadcast?: boolean;
}

/**
 * A Python value as a dense array. With `shape`, missing elements repeat the last one.
 * Raises TypeError for leaves of the wrong kind, ValueError for None, ragged lists and too many elements.
 */
export function makeLiteral(value: unknown, options: LiteralOptions = {}): Literal {
  const { dtype = null, shape = null, verifyShape = false, allowBroadcast = false } = options;
  const array = existing(value);
  const made = array
    ? fromArray(array, dtype)
    : fromPython(shape && sizeOf(shape) === 0 ? emptyOf(value) : value, dtype);
  if (shape === null) return made;
  const have = made.array;
  const want = sizeOf(shape);
  const text = (s: readonly number[]) => `(${s.join(", ")}${s.length === 1 ? "," : ""})`;
  const single = have.ndim === 0 || (have.ndim === 1 && have.shape[0] === 1);
  if (allowBroadcast ? !single && have.size !== want : verifyShape && !sameShape(have.shape, shape)) {
    throw new TypeError(`Expected Tensor's shape: ${text(shape)}, got ${text(have.shape)}.`);
  }
  if (!allowBroadcast && have.size > want) {
    throw new ValueError(`Too many elements provided. Needed at most ${want}, but received ${have.size}`);
  }
  return { dtype: made.dtype, array: fillTo(have, shape) };
}

function emptyOf(value: unknown): unknown {
  let first = value;
  while (Array.isArray(first) && first.length > 0) first = first[0];
  return Array.isArray(first) ? [] : [first];
}

function fillTo(array: Strided, shape: readonly number[]): Strided {
  const want = sizeOf(shape);
  if (array.size === want) return new Strided(array.data, array.dtype, shape, undefined, array.offset);
  const data = array.dtype.make(want);
  const per = array.dtype.kind === "c" ? 2 : 1;
  const last = array.size - 1;
  for (let i = 0; i < want; i++) {
    for (let k = 0; k < per; k++) {
      (data as unknown[])[i * per + k] = array.data[(array.offset + Math.min(i, last)) * per + k];
    }
  }
  return new Strided(data, array.dtype, shape);
}
