/**
 * Element types of tensors, and their reference variants.
 * Source: tf.DType, tf.as_dtype (tensorflow/python/framework/dtypes.py).
 */
import { DType as NpDType, type DTypeName as NpName } from "../np/dtype.js";
import type { NDArray } from "../np/ndarray.js";
import type { PyTuple } from "../np/pytuple.js";
import * as scalars from "../np/scalar.js";
import { finfo, iinfo } from "../np/type_info.js";
import { tuple } from "../py/containers.js";
import { type PyType, bool as pyBool, object as pyObject } from "../py/convert.js";
import { notImplemented } from "./not_implemented.js";

export type DTypeName =
  | "float32"
  | "float64"
  | "int32"
  | "uint8"
  | "int16"
  | "int8"
  | "string"
  | "complex64"
  | "int64"
  | "bool"
  | "qint8"
  | "quint8"
  | "qint32"
  | "bfloat16"
  | "qint16"
  | "quint16"
  | "uint16"
  | "complex128"
  | "float16"
  | "resource"
  | "variant"
  | "uint32"
  | "uint64";

interface Row {
  readonly value: number;
  /** NumPy type that holds the values; null where NumPy has none. */
  readonly np: NpName | null;
  /** How the C++ runtime spells the type in its messages. */
  readonly cpp: string;
}

/** Numbers of tensorflow/core/framework/types.proto; a reference type is 100 more. */
const ROWS: Record<DTypeName, Row> = {
  float32: { value: 1, np: "float32", cpp: "float" },
  float64: { value: 2, np: "float64", cpp: "double" },
  int32: { value: 3, np: "int32", cpp: "int32" },
  uint8: { value: 4, np: "uint8", cpp: "uint8" },
  int16: { value: 5, np: "int16", cpp: "int16" },
  int8: { value: 6, np: "int8", cpp: "int8" },
  string: { value: 7, np: "object", cpp: "string" },
  complex64: { value: 8, np: "complex64", cpp: "complex64" },
  int64: { value: 9, np: "int64", cpp: "int64" },
  bool: { value: 10, np: "bool", cpp: "bool" },
  qint8: { value: 11, np: "int8", cpp: "qint8" },
  quint8: { value: 12, np: "uint8", cpp: "quint8" },
  qint32: { value: 13, np: "int32", cpp: "qint32" },
  bfloat16: { value: 14, np: "float32", cpp: "bfloat16" },
  qint16: { value: 15, np: "int16", cpp: "qint16" },
  quint16: { value: 16, np: "uint16", cpp: "quint16" },
  uint16: { value: 17, np: "uint16", cpp: "uint16" },
  complex128: { value: 18, np: "complex128", cpp: "complex128" },
  float16: { value: 19, np: "float16", cpp: "half" },
  resource: { value: 20, np: null, cpp: "resource" },
  variant: { value: 21, np: null, cpp: "variant" },
  uint32: { value: 22, np: "uint32", cpp: "uint32" },
  uint64: { value: 23, np: "uint64", cpp: "uint64" },
};

/** Types of values: NumPy's scalars, or Python's own where NumPy's name says that. */
type NumpyType = scalars.ScalarType | PyType;
const NUMPY_TYPES: Record<DTypeName, NumpyType | null> = {
  float32: scalars.float32,
  float64: scalars.float64,
  int32: scalars.int32,
  uint8: scalars.uint8,
  int16: scalars.int16,
  int8: scalars.int8,
  string: pyObject,
  complex64: scalars.complex64,
  int64: scalars.int64,
  bool: pyBool,
  qint8: null,
  quint8: null,
  qint32: null,
  bfloat16: null,
  qint16: null,
  quint16: null,
  uint16: scalars.uint16,
  complex128: scalars.complex128,
  float16: scalars.float16,
  resource: null,
  variant: null,
  uint32: scalars.uint32,
  uint64: scalars.uint64,
};

const FLOATING = new Set<DTypeName>(["float16", "float32", "float64", "bfloat16"]);
const SIGNED = new Set<DTypeName>(["int8", "int16", "int32", "int64"]);
const UNSIGNED = new Set<DTypeName>(["uint8", "uint16", "uint32", "uint64"]);
const QUANTIZED = new Set<DTypeName>(["qint8", "quint8", "qint16", "quint16", "qint32"]);

/** tf.DType: one per element type, plus one per reference type; compare with ===. */
export class DType {
  /** Name without the reference suffix. */
  readonly baseName: DTypeName;
  /** True for the type of a variable's own (mutable) output, printed with the suffix `_ref`. */
  readonly isRef: boolean;
  private readonly row: Row;

  constructor(baseName: DTypeName, isRef: boolean) {
    this.baseName = baseName;
    this.isRef = isRef;
    this.row = ROWS[baseName];
  }

  get name(): string {
    return this.isRef ? `${this.baseName}_ref` : this.baseName;
  }
  get as_datatype_enum(): number {
    return this.row.value + (this.isRef ? 100 : 0);
  }
  get base_dtype(): DType {
    return this.isRef ? dtypeNamed(this.baseName) : this;
  }
  get refType(): DType {
    return refs.get(this.baseName)!;
  }
  /** The name NumPy knows the values by; strings are Python objects there. */
  get numpyName(): NpName | null {
    return this.row.np;
  }
  /** The runtime's spelling, as in "dtype float and shape [2]". */
  get cppName(): string {
    return this.row.cpp + (this.isRef ? "_ref" : "");
  }
  get is_floating(): boolean {
    return FLOATING.has(this.baseName);
  }
  get is_complex(): boolean {
    return this.baseName === "complex64" || this.baseName === "complex128";
  }
  get is_integer(): boolean {
    return SIGNED.has(this.baseName) || UNSIGNED.has(this.baseName);
  }
  get is_unsigned(): boolean {
    return UNSIGNED.has(this.baseName);
  }
  get is_bool(): boolean {
    return this.baseName === "bool";
  }
  get is_quantized(): boolean {
    return QUANTIZED.has(this.baseName);
  }
  get real_dtype(): DType {
    if (this.baseName === "complex64") return dtypeNamed("float32");
    if (this.baseName === "complex128") return dtypeNamed("float64");
    return this;
  }
  get size(): number {
    if (this.baseName === "bfloat16") return 2;
    return this.row.np === null ? 1 : new NpDType(this.row.np).itemsize;
  }
  /** The type of the values in NumPy or Python, as a dtype argument and to convert with. */
  get as_numpy_dtype(): NumpyType {
    const found = NUMPY_TYPES[this.baseName];
    if (found === null) {
      throw notImplemented(`tf.${this.name}.as_numpy_dtype`, "NumPy has no plain type of that kind");
    }
    return found;
  }
  /** Smallest value. Raises TypeError for types without an order. */
  get min(): NDArray | number | bigint {
    return this.limit("min");
  }
  /** Largest value. Raises TypeError for types without an order. */
  get max(): NDArray | number | bigint {
    return this.limit("max");
  }
  private limit(which: "min" | "max"): NDArray | number | bigint {
    const { np } = this.row;
    if (this.is_floating && np !== null && this.baseName !== "bfloat16") return finfo(np)[which];
    if (this.is_integer && np !== null) return iinfo(np)[which];
    throw new TypeError(`Cannot find ${which === "min" ? "minimum" : "maximum"} value of ${this}.`);
  }
  /** Intensity limits of images of this type: 0 to the largest integer, or 0 to 1. */
  get limits(): PyTuple<number | bigint | boolean | NDArray> {
    if (this.is_bool) return tuple([0, true]);
    return tuple([0, this.is_floating ? 1 : this.max]);
  }
  /** True where a tensor of the other type may stand for this one: the same type, or a variable of it. */
  is_compatible_with(other: DTypeLike | number): boolean {
    const o = as_dtype(other);
    return this === o || this === o.base_dtype;
  }
  toString(): string {
    return `<dtype: '${this.name}'>`;
  }
  __repr__(): string {
    return `tf.${this.name}`;
  }
  __str__(): string {
    return this.toString();
  }
}

const bases = new Map<string, DType>();
const refs = new Map<string, DType>();
const byValue = new Map<number, DType>();
for (const key of Object.keys(ROWS)) {
  const name = key as DTypeName;
  const base = new DType(name, false);
  const ref = new DType(name, true);
  bases.set(name, base);
  refs.set(name, ref);
  byValue.set(base.as_datatype_enum, base);
  byValue.set(ref.as_datatype_enum, ref);
}

export function dtypeNamed(name: DTypeName): DType {
  return bases.get(name)!;
}

export const float16 = dtypeNamed("float16");
export const float32 = dtypeNamed("float32");
export const float64 = dtypeNamed("float64");
export const bfloat16 = dtypeNamed("bfloat16");
export const int8 = dtypeNamed("int8");
export const int16 = dtypeNamed("int16");
export const int32 = dtypeNamed("int32");
export const int64 = dtypeNamed("int64");
export const uint8 = dtypeNamed("uint8");
export const uint16 = dtypeNamed("uint16");
export const uint32 = dtypeNamed("uint32");
export const uint64 = dtypeNamed("uint64");
export const bool = dtypeNamed("bool");
export const string = dtypeNamed("string");
export const complex64 = dtypeNamed("complex64");
export const complex128 = dtypeNamed("complex128");
export const qint8 = dtypeNamed("qint8");
export const quint8 = dtypeNamed("quint8");
export const qint16 = dtypeNamed("qint16");
export const quint16 = dtypeNamed("quint16");
export const qint32 = dtypeNamed("qint32");
export const resource = dtypeNamed("resource");
export const variant = dtypeNamed("variant");

/** Python-side spellings beyond the names themselves: "float", "double", "half". */
const SPELLINGS: Record<string, DTypeName> = {
  half: "float16",
  float: "float32",
  double: "float64",
  str: "string",
  bytes: "string",
  object: "string",
};

/** What may stand where a dtype is asked for: a tf dtype, its name, a NumPy dtype, or an object that knows its dtype. */
export type DTypeLike =
  | DType
  | DTypeName
  | "float"
  | "double"
  | "half"
  | `${DTypeName}_ref`
  | NpDType
  | { readonly dtype: NpDType };

/** tf.as_dtype. Raises TypeError for what names no type. */
export function as_dtype(type_value: DTypeLike | number): DType {
  if (type_value instanceof DType) return type_value;
  if (typeof type_value === "number") {
    const found = byValue.get(type_value);
    if (found) return found;
  }
  if (typeof type_value === "string") {
    const plain = bases.get(type_value) ?? bases.get(SPELLINGS[type_value] ?? "");
    if (plain) return plain;
    if (type_value.endsWith("_ref")) {
      const ref = refs.get(type_value.slice(0, -4));
      if (ref) return ref;
    }
  }
  if (type_value instanceof NpDType) return fromNumpy(type_value);
  if (
    (typeof type_value === "object" || typeof type_value === "function") &&
    type_value !== null &&
    "dtype" in type_value
  ) {
    const inner = type_value.dtype;
    if (inner instanceof NpDType) return fromNumpy(inner);
  }
  throw new TypeError(
    `Cannot convert value ${typeof type_value === "string" ? `'${type_value}'` : String(type_value)} to a TensorFlow DType.`,
  );
}

export function fromNumpy(dtype: NpDType): DType {
  if (dtype.kind === "S" || dtype.kind === "U" || dtype.kind === "O") return string;
  return bases.get(dtype.name)!;
}
