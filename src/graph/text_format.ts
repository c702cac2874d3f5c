/**
 * The text format of protocol buffers, as far as nodes need it.
 * Source: google.protobuf.text_format; TensorProto as tf.make_tensor_proto fills it.
 */

import { halfBits } from "../np/half.js";
import { floatRepr } from "../np/printing/repr.js";
import type { Strided } from "../np/strided.js";
import type { Attr, AttrScalar } from "./attr.js";
import { type DType, fromNumpy } from "./dtypes.js";
import type { AttrKind } from "./op_def.js";
import type { TensorShape } from "./tensor_shape.js";

export function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}

/** C-style quoting: bytes outside printable ASCII as three octal digits. */
export function quote(text: string | Uint8Array): string {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  let out = "";
  for (const b of bytes) {
    const short = { 10: "\\n", 13: "\\r", 9: "\\t", 34: '\\"', 39: "\\'", 92: "\\\\" }[b];
    if (short !== undefined) out += short;
    else out += b >= 32 && b < 127 ? String.fromCharCode(b) : `\\${b.toString(8).padStart(3, "0")}`;
  }
  return `"${out}"`;
}

const SPELLED: Partial<Record<string, string>> = { float32: "FLOAT", float64: "DOUBLE", float16: "HALF" };

function dtypeName(t: DType): string {
  return `DT_${SPELLED[t.baseName] ?? t.baseName.toUpperCase()}${t.isRef ? "_REF" : ""}`;
}

/** Integral floats keep their ".0", others are the shortest text of a double that came from a float32. */
export function floatText(x: number, isFloat32: boolean): string {
  if (Number.isNaN(x)) return "nan";
  if (!Number.isFinite(x)) return x > 0 ? "inf" : "-inf";
  return floatRepr(isFloat32 ? shortest32(x) : x);
}

/** The shortest decimal that is that float32. */
function shortest32(x: number): number {
  for (let digits = 1; digits < 10; digits++) {
    const short = Number(x.toPrecision(digits));
    if (Math.fround(short) === Math.fround(x)) return short;
  }
  return x;
}

function shapeLines(dims: readonly (number | null)[]): string[] {
  return dims.flatMap((d) => (d === 0 ? ["dim {", "}"] : ["dim {", `  size: ${d ?? -1}`, "}"]));
}

/** Element types whose arrays are written as raw bytes. */
const CONTENT = new Set("float32 float64 int32 uint8 int16 int8 int64 uint32 uint64".split(" "));
const FIELDS: Record<string, string> = {
  float32: "float_val",
  float64: "double_val",
  int64: "int64_val",
  uint64: "uint64_val",
  uint32: "uint32_val",
  bool: "bool_val",
  string: "string_val",
  float16: "half_val",
  complex64: "scomplex_val",
  complex128: "dcomplex_val",
};

function tensorLines(array: Strided): string[] {
  const dtype = fromNumpy(array.dtype);
  const lines = [`dtype: ${dtypeName(dtype)}`, "tensor_shape {", ...shapeLines(array.shape).map((l) => `  ${l}`), "}"];
  const per = array.dtype.kind === "c" ? 2 : 1;
  const data = array.data.slice(array.offset * per, (array.offset + array.size) * per);
  if (array.size > 1 && CONTENT.has(dtype.baseName) && !Array.isArray(data)) {
    lines.push(`tensor_content: ${quote(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))}`);
    return lines;
  }
  const field = FIELDS[dtype.baseName] ?? "int_val";
  for (const v of data) lines.push(`${field}: ${elementText(v, dtype)}`);
  return lines;
}

function elementText(v: unknown, dtype: DType): string {
  if (dtype.is_bool) return v === 1 || v === true ? "true" : "false";
  if (v instanceof Uint8Array) return quote(v);
  if (dtype.baseName === "float16") return String(halfBits(Number(v)));
  if (typeof v === "number" && (dtype.is_floating || dtype.is_complex)) {
    return floatText(v, dtype.baseName === "float32" || dtype.baseName === "complex64");
  }
  return String(v);
}

export function attrLines(attr: Attr): string[] {
  if (attr.type.startsWith("list(")) {
    const kind = attr.type.slice(5, -1) as AttrKind;
    const items = (attr.value as readonly AttrScalar[]).flatMap((v) => scalarLines(kind, v));
    return ["list {", ...items.map((l) => `  ${l}`), "}"];
  }
  return scalarLines(attr.type as AttrKind, attr.value as AttrScalar);
}

function scalarLines(kind: AttrKind, value: AttrScalar): string[] {
  switch (kind) {
    case "type":
      return [`type: ${dtypeName(value as DType)}`];
    case "int":
      return [`i: ${value}`];
    case "float":
      return [`f: ${floatText(value as number, true)}`];
    case "bool":
      return [`b: ${value}`];
    case "string":
      return [`s: ${quote(value as string)}`];
    case "shape": {
      const { dims } = value as TensorShape;
      const lines = dims === null ? ["unknown_rank: true"] : shapeLines(dims);
      return ["shape {", ...lines.map((l) => `  ${l}`), "}"];
    }
    case "tensor":
      return ["tensor {", ...tensorLines(value as Strided).map((l) => `  ${l}`), "}"];
    default:
      return ["func {", `  name: ${quote((value as { name: string }).name)}`, "}"];
  }
}
