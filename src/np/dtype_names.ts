/**
 * Everything that names an element type: NumPy's names, type codes, scalar types, TensorFlow dtypes.
 * Source: numpy.dtype(obj) (NumPy 1.18, 64-bit Linux: int is int64).
 */
import { DType, type DTypeName, dtypeOf } from "./dtype.js";
import { TypeError_ } from "./errors.js";

/**
 * What may stand for a dtype: a DType, a name or code ("float32", "f4", "<U5"), an object or function with a `dtype`
 * (np.float32, py.float), or one with `as_numpy_dtype` (a TensorFlow DType).
 */
export type DTypeLike = DType | string | { readonly dtype: DType } | { readonly as_numpy_dtype: DTypeLike };

const NAMES: Readonly<Record<string, DTypeName>> = {
  bool_: "bool",
  "?": "bool",
  b1: "bool",
  int: "int64",
  int_: "int64",
  intp: "int64",
  long: "int64",
  longlong: "int64",
  i: "int32",
  intc: "int32",
  uint: "uint64",
  float: "float64",
  float_: "float64",
  double: "float64",
  single: "float32",
  half: "float16",
  complex: "complex128",
  complex_: "complex128",
  b: "int8",
  byte: "int8",
  B: "uint8",
  ubyte: "uint8",
  h: "int16",
  short: "int16",
  H: "uint16",
  ushort: "uint16",
  I: "uint32",
  uintc: "uint32",
  l: "int64",
  q: "int64",
  p: "int64",
  L: "uint64",
  Q: "uint64",
  P: "uint64",
  e: "float16",
  f: "float32",
  d: "float64",
  F: "complex64",
  D: "complex128",
  i1: "int8",
  i2: "int16",
  i4: "int32",
  i8: "int64",
  u1: "uint8",
  u2: "uint16",
  u4: "uint32",
  u8: "uint64",
  f2: "float16",
  f4: "float32",
  f8: "float64",
  c8: "complex64",
  c16: "complex128",
  O: "object",
  O8: "object",
  object_: "object",
  U: "str",
  str_: "str",
  unicode: "str",
  S: "bytes",
  bytes_: "bytes",
  string_: "bytes",
};

const PLAIN = new Set<string>([
  "bool",
  "int8",
  "uint8",
  "int16",
  "uint16",
  "int32",
  "uint32",
  "int64",
  "uint64",
  "float16",
  "float32",
  "float64",
  "complex64",
  "complex128",
  "bytes",
  "str",
  "object",
]);

function fromName(text: string): DType {
  const order = /^[<>=|]/.test(text) ? text.charAt(0) : "";
  const code = order ? text.slice(1) : text;
  const wide = /^([USa])(\d+)$/.exec(code);
  if (wide) {
    const n = Number(wide[2]);
    return wide[1] === "U" ? new DType("str", 4 * n) : new DType("bytes", n);
  }
  const name = PLAIN.has(code) ? code : NAMES[code];
  if (name === undefined) throw new TypeError_(`data type "${text}" not understood`);
  const found = dtypeOf(name as DTypeName);
  return order === ">" && found.itemsize > 1 ? found.newbyteorder(">") : found;
}

/** The dtype that something names. Raises TypeError where NumPy does. Source: numpy.dtype. */
export function asDType(like: DTypeLike): DType {
  if (like instanceof DType) return like;
  if (typeof like === "string") return fromName(like);
  if (like !== null && (typeof like === "object" || typeof like === "function")) {
    if ("as_numpy_dtype" in like) return asDType(like.as_numpy_dtype);
    if ("dtype" in like && like.dtype instanceof DType) return like.dtype;
    // JavaScript's constructors stand for Python's types of the same meaning.
    const type: unknown = like;
    if (type === Boolean) return dtypeOf("bool");
    if (type === String) return dtypeOf("str");
    if (type === Object) return dtypeOf("object");
  }
  throw new TypeError_("data type not understood");
}
