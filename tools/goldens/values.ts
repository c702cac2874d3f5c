/**
 * Values of the goldens: JSON with marks such as {"$float": 2} into Python values, and back.
 * Source: the encoding described in the goldens' README.
 */
import { type DType, dtypeOf, isComplex } from "../../src/np/dtype.js";
import { asDType } from "../../src/np/dtype_names.js";
import { load, store } from "../../src/np/element.js";
import { NDArray, NpScalar } from "../../src/np/ndarray.js";
import { PyFloat } from "../../src/np/pyfloat.js";
import { PyTuple, tuple } from "../../src/np/pytuple.js";
import { allocate, Strided } from "../../src/np/strided.js";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Marked = { readonly [key: string]: Json };

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/** A number of the goldens; what JSON can't write is text: "nan", "-inf", "-0", integers beyond 2^53. */
export function decodeNumber(value: Json): number {
  if (typeof value === "number") return value;
  if (value === "nan") return NaN;
  if (value === "inf") return Infinity;
  if (value === "-inf") return -Infinity;
  if (value === "-0") return -0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "string" && /^[-+]?[\d.]+(e[-+]?\d+)?$/i.test(value)) return Number(value);
  throw new Error(`not a number: ${JSON.stringify(value)}`);
}

function decodeInt(value: Json): number | bigint {
  const n = BigInt(value as number | string);
  return Number.isSafeInteger(Number(n)) ? Number(n) : n;
}

export function decodeBytes(base64: Json): Uint8Array {
  return new Uint8Array(Buffer.from(String(base64), "base64"));
}

/** Text, or {"$b64"} where the bytes are no UTF-8. */
function textBytes(value: Json): Uint8Array {
  return isMarked(value) ? decodeBytes(value["$b64"]!) : encoder.encode(String(value));
}

function element(dtype: DType, value: Json): unknown {
  switch (dtype.kind) {
    case "b":
      return Boolean(value);
    case "i":
    case "u":
      return decodeInt(value);
    case "f":
      return decodeNumber(value);
    case "c": {
      const [re, im] = value as readonly [Json, Json];
      return { re: decodeNumber(re), im: decodeNumber(im) };
    }
    case "U":
      return String(value);
    default:
      return textBytes(value);
  }
}

function isMarked(value: Json): value is Marked {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An array of a TensorFlow string tensor has no `np_dtype`: objects that are bytes. */
function arrayType(t: Marked): DType {
  if (t["np_dtype"] !== undefined) return asDType(String(t["np_dtype"]));
  return t["dtype"] === "string" ? dtypeOf("object") : asDType(String(t["dtype"]));
}

/** {"$t": {dtype, shape, data}} as an array. */
export function decodeArray(t: Marked): NDArray {
  const dtype = arrayType(t);
  const { data, strides, shape } = allocate(dtype, t["shape"] as readonly number[]);
  for (const [i, item] of (t["data"] as readonly Json[]).entries()) store(data, dtype, i, element(dtype, item));
  return new NDArray(data, dtype, shape, strides);
}

function decodeObjects(t: Marked): NDArray {
  const dtype = dtypeOf("object");
  return new NDArray((t["data"] as readonly Json[]).map(decode), dtype, t["shape"] as readonly number[]);
}

function decodeScalar(s: Marked): NpScalar {
  const dtype = asDType(String(s["dtype"]));
  const { data } = allocate(dtype, []);
  store(data, dtype, 0, element(dtype, s["value"]!));
  return new NpScalar(data, dtype, []);
}

const MARKS: Readonly<Record<string, (value: Json) => unknown>> = {
  $int: decodeInt,
  $float: (v) => new PyFloat(decodeNumber(v)),
  $complex: (v) => element(dtypeOf("complex128"), v),
  $bytes: decodeBytes,
  $b64: decodeBytes,
  $tuple: (v) => tuple((v as readonly Json[]).map(decode)),
  $dict: (v) => new Map((v as readonly (readonly [Json, Json])[]).map(([k, x]) => [decode(k), decode(x)])),
  $np: (v) => decodeScalar(v as Marked),
  $t: (v) => decodeArray(v as Marked),
  $object_array: (v) => decodeObjects(v as Marked),
  $ellipsis: () => "...",
  $slice: (v) => {
    const [start, stop, step] = (v as readonly Json[]).map(decode);
    return { start, stop, step };
  },
};

/** A value of the goldens as the Python value that it stands for; lists stay lists. */
export function decode(value: Json): unknown {
  if (value === null || typeof value !== "object") return value;
  if (!isMarked(value)) return value.map(decode);
  const [mark] = Object.keys(value);
  const read = mark === undefined ? undefined : MARKS[mark];
  if (!read) throw new Error(`unknown mark: ${mark}`);
  return read(value[mark!]!);
}

function encodeNumber(x: number): Json {
  if (Number.isNaN(x)) return "nan";
  if (!Number.isFinite(x)) return x < 0 ? "-inf" : "inf";
  return Object.is(x, -0) ? "-0" : x;
}

/** Bytes as the text that they are in UTF-8, otherwise {"$b64"}. */
function encodeText(bytes: Uint8Array): Json {
  try {
    return decoder.decode(bytes);
  } catch {
    return { $b64: Buffer.from(bytes).toString("base64") };
  }
}

function encodeElement(value: unknown): Json {
  if (typeof value === "number") return encodeNumber(value);
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Uint8Array) return encodeText(value);
  if (isComplex(value)) return [encodeNumber(value.re), encodeNumber(value.im)];
  if (typeof value === "boolean" || typeof value === "string") return value;
  throw new Error(`no element of an array: ${String(value)}`);
}

function elementsOf(a: Strided): unknown[] {
  let at = [a.offset];
  for (const [axis, n] of a.shape.entries()) {
    at = at.flatMap((start) => Array.from({ length: n }, (_, i) => start + i * a.strides[axis]!));
  }
  return at.map((position) => load(a.data, a.dtype, position));
}

/** An array as the contents of {"$t"}. */
export function encodeArray(a: Strided): Marked {
  const { kind, name } = a.dtype;
  const dtype = kind === "O" || kind === "S" || kind === "U" ? "string" : name;
  const np_dtype = kind === "S" || kind === "U" ? { np_dtype: a.dtype.toString() } : {};
  return { dtype, shape: a.shape, data: elementsOf(a).map(encodeElement), ...np_dtype };
}

/** A Python value in the goldens' form; a whole number is an int. */
export function encode(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "bigint") return { $int: value.toString() };
  if (typeof value === "number") return Number.isInteger(value) ? { $int: value } : { $float: encodeNumber(value) };
  if (value instanceof PyFloat) return { $float: encodeNumber(value.value) };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString("base64") };
  if (value instanceof Strided) {
    if (value instanceof NpScalar) {
      return {
        $np: { dtype: value.dtype.toString(), value: encodeElement(load(value.data, value.dtype, value.offset)) },
      };
    }
    return { $t: encodeArray(value) };
  }
  if (value instanceof PyTuple) return { $tuple: Array.from(value, encode) };
  if (Array.isArray(value)) return value.map(encode);
  if (value instanceof Map) return { $dict: Array.from(value, ([k, v]) => [encode(k), encode(v)]) };
  if (isComplex(value)) return { $complex: [encodeNumber(value.re), encodeNumber(value.im)] };
  throw new Error(`no form for a value of type ${typeof value}`);
}
