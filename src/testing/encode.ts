/** Our values, fetches and graphs in the encoding of the recorder (record_tf1.py). */
import { createHash } from "node:crypto";
import type { Attr, AttrScalar } from "../graph/attr.js";
import { DType } from "../graph/dtypes.js";
import type { Graph } from "../graph/graph.js";
import { IndexedSlices, IndexedSlicesValue } from "../graph/indexed_slices.js";
import { Operation } from "../graph/operation.js";
import { SparseTensor, SparseTensorValue } from "../graph/sparse_tensor.js";
import { Tensor } from "../graph/tensor.js";
import { TensorShape } from "../graph/tensor_shape.js";
import { rowMajorOf } from "../np/casting.js";
import { isComplex } from "../np/dtype.js";
import { load } from "../np/element.js";
import { repr } from "../np/printing/repr.js";
import { Strided } from "../np/strided.js";

const FULL_LIMIT = 2000;
const CONST_LIMIT = 200;

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

function floatJson(v: number): Json {
  if (Number.isNaN(v)) return "nan";
  if (!Number.isFinite(v)) return v > 0 ? "inf" : "-inf";
  return Object.is(v, -0) ? "-0" : v;
}

function elementJson(v: unknown, kind: string): Json {
  if (kind === "b") return v === 1 || v === true;
  if (typeof v === "bigint") return v >= -(2n ** 53n) && v <= 2n ** 53n ? Number(v) : String(v);
  if (v instanceof Uint8Array) return new TextDecoder().decode(v);
  if (typeof v === "number") return kind === "f" ? floatJson(v) : v;
  return String(v);
}

/** `[re, im]`. */
function complexJson(dense: Strided, i: number): Json {
  const v = load(dense.data, dense.dtype, dense.offset + i);
  const { re, im } = typeof v === "object" && v !== null && isComplex(v) ? v : { re: Number(v), im: 0 };
  return [floatJson(re), floatJson(im)];
}

/** An array; above `limit` elements only its ends and sums, as recorded. float32 elements stay exact doubles. */
export function arrayJson(array: Strided, limit = FULL_LIMIT): Json {
  const dense = rowMajorOf(array);
  const { kind } = dense.dtype;
  const name = kind === "O" || kind === "U" || kind === "S" ? "string" : dense.dtype.name;
  const at = (i: number): Json =>
    kind === "c" ? complexJson(dense, i) : elementJson(dense.data[dense.offset + i], kind);
  const n = dense.size;
  const head = { dtype: name, shape: [...dense.shape] };
  if (n <= limit) return { $t: { ...head, data: Array.from({ length: n }, (_, i) => at(i)) } };
  const first = Array.from({ length: 50 }, (_, i) => at(i));
  const last = Array.from({ length: 50 }, (_, i) => at(n - 50 + i));
  if (!"fiub".includes(kind)) {
    const values = Array.from({ length: n }, (_, i) => load(dense.data, dense.dtype, dense.offset + i));
    return { $big: { ...head, first, last, sha256: createHash("sha256").update(repr(values)).digest("hex") } };
  }
  let sum = 0;
  let sumsq = 0;
  for (let i = 0; i < n; i++) {
    const v = Number(dense.data[dense.offset + i]);
    sum += v;
    sumsq += v * v;
  }
  return { $big: { ...head, first, last, sum, sumsq } };
}

export function valueJson(v: unknown): Json {
  if (v === null || v === undefined) return null;
  if (v instanceof SparseTensorValue) {
    return {
      $sparse: { indices: valueJson(v.indices), values: valueJson(v.values), dense_shape: valueJson(v.dense_shape) },
    };
  }
  if (v instanceof IndexedSlicesValue) {
    return {
      $indexed_slices: {
        indices: valueJson(v.indices),
        values: valueJson(v.values),
        dense_shape: valueJson(v.dense_shape),
      },
    };
  }
  if (v instanceof Strided) return arrayJson(v);
  if (Array.isArray(v)) return v.map(valueJson);
  if (v instanceof Uint8Array) return { $t: { dtype: "string", shape: [], data: [new TextDecoder().decode(v)] } };
  if (v instanceof Map) return { $dict: Object.fromEntries([...v].map(([k, x]) => [keyJson(k), valueJson(x)])) };
  if (typeof v === "object") return { $dict: Object.fromEntries(Object.entries(v).map(([k, x]) => [k, valueJson(x)])) };
  return String(v);
}

function keyJson(k: unknown): string {
  if (typeof k === "string") return k;
  const { name } = k as { name?: unknown };
  return typeof name === "string" ? name : `<${(k as object).constructor.name}>`;
}

export function fetchJson(f: unknown): Json {
  if (f === null || f === undefined) return null;
  if (typeof f === "string") return f;
  if (f instanceof IndexedSlices) {
    return { $indexed_slices: [f.indices.name, f.values.name, f.dense_shape ? f.dense_shape.name : null] };
  }
  if (f instanceof SparseTensor) return { $sparse: [f.indices.name, f.values.name, f.dense_shape.name] };
  if (f instanceof Tensor || f instanceof Operation) return f.name;
  if (Array.isArray(f)) return f.map(fetchJson);
  if (f instanceof Map) return { $dict: Object.fromEntries([...f].map(([k, x]) => [keyJson(k), fetchJson(x)])) };
  const { name } = f as { name?: unknown };
  if (typeof name === "string") return { $var: name };
  return { $dict: Object.fromEntries(Object.entries(f).map(([k, x]) => [k, fetchJson(x)])) };
}

function shapeJson(s: TensorShape): Json {
  return s.dims === null ? null : [...s.dims];
}

function attrScalarJson(v: AttrScalar): Json {
  if (v instanceof DType) return { $dtype: v.name };
  if (v instanceof TensorShape) return { $shape: shapeJson(v) };
  if (v instanceof Strided) return arrayJson(v, CONST_LIMIT);
  if (typeof v === "bigint") return Number(v);
  if (typeof v === "object") return { $func: v.name };
  return v;
}

export function attrJson(a: Attr): Json {
  if (a.type === "float") return floatJson(Math.fround(a.value as number));
  return Array.isArray(a.value) ? a.value.map(attrScalarJson) : attrScalarJson(a.value as AttrScalar);
}

export interface NodeJson {
  readonly name: string;
  readonly op: string;
  readonly inputs: readonly string[];
  readonly device: string;
  readonly attrs: { readonly [key: string]: Json };
  readonly outputs: Json;
}

export function graphJson(graph: Graph): NodeJson[] {
  return graph.get_operations().map((op) => {
    const def = op.node_def;
    return {
      name: def.name,
      op: def.op,
      inputs: def.input,
      device: def.device,
      attrs: Object.fromEntries([...def.attr.keys()].sort().map((k) => [k, attrJson(def.attr.get(k)!)])),
      outputs: op.outputs.map((t) => [t.dtype.name, shapeJson(t.shape)]),
    };
  });
}
