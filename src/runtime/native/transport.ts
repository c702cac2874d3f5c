/**
 * How values of each dtype cross the addon, which itself takes six dtypes in and gives six out.
 * Source: CreateTFE_TensorHandleFromTypedArray and CopyTFE_TensorHandleDataToJSData of tfjs-node; TensorFlow's Bitcast and Cast.
 */
import type { NumericData } from "../../np/dtype.js";

/** The dtypes that the addon takes as they are. */
type Carrier = "float32" | "int32" | "int64" | "bool" | "uint8" | "string";

/** Dtypes whose values can be uploaded and downloaded. */
export type NativeDType =
  | Carrier
  | "float64"
  | "float16"
  | "bfloat16"
  | "int8"
  | "int16"
  | "uint16"
  | "uint32"
  | "uint64"
  | "complex64"
  | "complex128";

interface NumericArray {
  new (n: number): NumericData;
  new (buffer: ArrayBufferLike): NumericData;
  readonly name: string;
  readonly BYTES_PER_ELEMENT: number;
}

/** A value is handed over as `carrier` and becomes its dtype (or comes back) by `op`; null where it already is. */
interface Crossing {
  readonly carrier: Carrier;
  readonly op: "Bitcast" | "Cast" | null;
}

export interface Row {
  /** Number in types.proto. */
  readonly code: number;
  /** Storage in JavaScript, as src/np has it; null for strings. */
  readonly array: NumericArray | null;
  /** Elements of the storage per element of the tensor. */
  readonly parts: 1 | 2;
  readonly up: Crossing;
  readonly down: Crossing;
}

const same = (carrier: Carrier): Crossing => ({ carrier, op: null });
const bits = (carrier: Carrier): Crossing => ({ carrier, op: "Bitcast" });
const exactCast = (carrier: Carrier): Crossing => ({ carrier, op: "Cast" });

/** Bitcast wherever a carrier of the size exists both ways; the casts here are exact. */
export const TRANSPORT: Readonly<Record<NativeDType, Row>> = {
  float32: { code: 1, array: Float32Array, parts: 1, up: same("float32"), down: same("float32") },
  float64: { code: 2, array: Float64Array, parts: 1, up: bits("int64"), down: bits("int64") },
  int32: { code: 3, array: Int32Array, parts: 1, up: same("int32"), down: same("int32") },
  uint8: { code: 4, array: Uint8Array, parts: 1, up: same("uint8"), down: exactCast("int32") },
  int16: { code: 5, array: Int16Array, parts: 1, up: bits("uint8"), down: exactCast("int32") },
  int8: { code: 6, array: Int8Array, parts: 1, up: bits("uint8"), down: exactCast("int32") },
  string: { code: 7, array: null, parts: 1, up: same("string"), down: same("string") },
  complex64: { code: 8, array: Float32Array, parts: 2, up: bits("int64"), down: bits("int64") },
  int64: { code: 9, array: BigInt64Array, parts: 1, up: same("int64"), down: same("int64") },
  bool: { code: 10, array: Uint8Array, parts: 1, up: same("bool"), down: same("bool") },
  bfloat16: { code: 14, array: Float32Array, parts: 1, up: exactCast("float32"), down: exactCast("float32") },
  uint16: { code: 17, array: Uint16Array, parts: 1, up: bits("uint8"), down: exactCast("int32") },
  complex128: { code: 18, array: Float64Array, parts: 2, up: bits("int64"), down: bits("int64") },
  float16: { code: 19, array: Float32Array, parts: 1, up: exactCast("float32"), down: exactCast("float32") },
  uint32: { code: 22, array: Uint32Array, parts: 1, up: bits("int32"), down: bits("int32") },
  uint64: { code: 23, array: BigUint64Array, parts: 1, up: bits("int64"), down: bits("int64") },
};

const names = new Map((Object.keys(TRANSPORT) as NativeDType[]).map((name) => [TRANSPORT[name].code, name]));

/** The dtype of a number of types.proto; null for resources, variants and quantized types. */
export function nameOf(code: number): NativeDType | null {
  return names.get(code) ?? null;
}

/** The innermost dimension that a Bitcast folds away where an element takes several of its carrier's. */
export function folded(row: Row, carrier: Row): number[] {
  const ratio = (row.array!.BYTES_PER_ELEMENT * row.parts) / carrier.array!.BYTES_PER_ELEMENT;
  return ratio === 1 ? [] : [ratio];
}
