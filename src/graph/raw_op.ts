/**
 * Operations by the signature of their type alone, without the Python functions around them.
 * Source: tf.raw_ops (tensorflow/python/framework/python_op_gen.cc), keyword arguments only.
 */
import { isPlainObject } from "../np/printing/mapping.js";
import { repr } from "../np/printing/repr.js";
import { type NamedTuple, namedtuple } from "../py/collections.js";
import type { AttrInput } from "./attr.js";
import { createOperation } from "./create_op.js";
import { as_dtype, DType, type DTypeLike } from "./dtypes.js";
import { type AttrDef, type OpDef, opDefOf } from "./op_def.js";
import type { Operation } from "./operation.js";
import { bindArguments, parseSignature } from "./signature.js";
import type { Tensor } from "./tensor.js";
import { TensorShape } from "./tensor_shape.js";

/** Arguments that Python calls otherwise than the op type. Source: tensorflow/core/api_def. */
const RENAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  All: { reduction_indices: "axis" },
  Any: { reduction_indices: "axis" },
  EuclideanNorm: { reduction_indices: "axis" },
  ExpandDims: { dim: "axis" },
  Max: { reduction_indices: "axis" },
  Mean: { reduction_indices: "axis" },
  Min: { reduction_indices: "axis" },
  Prod: { reduction_indices: "axis" },
  Select: { t: "x", e: "y" },
  Split: { split_dim: "axis" },
  SplitV: { split_dim: "axis" },
  Squeeze: { squeeze_dims: "axis" },
  Sum: { reduction_indices: "axis" },
  Where: { input: "condition" },
};

/** Attributes whose default in Python is another than the op type's, from the same place. */
const DEFAULTS: Readonly<Record<string, boolean>> = {
  "SdcaOptimizer.adaptative": true,
  "SdcaOptimizerV2.adaptive": true,
};

/** The outputs of an operation that has several, by name; a list among them stays a list. */
export type RawOutputs = NamedTuple<Readonly<Record<string, Tensor | readonly Tensor[]>>>;
export type RawResult = Operation | Tensor | readonly Tensor[] | RawOutputs;

interface Argument {
  readonly name: string;
  /** As the op type calls it. */
  readonly own: string;
  readonly attr: AttrDef | null;
  readonly byDefault: AttrDef["default"];
}

/** Inputs, attributes without a default, the others: those that no input decides. */
function argumentsOf(def: OpDef): Argument[] {
  const inferred = new Set(def.inputs.flatMap((a) => [a.typeAttr, a.typeListAttr, a.numberAttr]));
  const attrs = def.attrs.filter((a) => !inferred.has(a.name));
  const required = attrs.filter((a) => a.default === undefined);
  const defaulted = attrs.filter((a) => a.default !== undefined);
  const called = (own: string): string => RENAMED[def.name]?.[own] ?? own;
  return [
    ...def.inputs.map((a) => ({ name: called(a.name), own: a.name, attr: null, byDefault: undefined })),
    ...[...required, ...defaulted].map((a) => ({
      name: called(a.name),
      own: a.name,
      attr: a,
      byDefault: DEFAULTS[`${def.name}.${a.name}`] ?? a.default,
    })),
  ];
}

const text = (value: AttrDef["default"]): string => {
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return repr(value);
  // An unknown shape, the only one that is a default.
  if (value instanceof TensorShape && value.dims === null) return "None";
  if (value instanceof DType) return `tf.${value.name}`;
  // An argument list is split at ", ".
  return Array.isArray(value) ? `[${value.map(text).join(",")}]` : String(value);
};

/** Python's signature of tf.raw_ops.TYPE: names, order and defaults. */
export function rawSignature(type: string): string {
  const def = opDefOf(type);
  if (!def) throw new Error(`TensorFlow 1.15 has no op type ${type}`);
  const shown = argumentsOf(def).map(({ name, byDefault }) =>
    byDefault === undefined ? name : `${name}=${text(byDefault)}`,
  );
  return `(${[...shown, "name=None"].join(", ")})`;
}

function attrValue(attr: AttrDef, value: unknown): AttrInput {
  if (value === null || value === undefined) return undefined;
  if (attr.type === "type") return as_dtype(value as DTypeLike);
  if (attr.type === "list(type)" && Array.isArray(value)) return value.map((v) => as_dtype(v as DTypeLike));
  return value as AttrInput;
}

/** What Python returns for the outputs of an operation: itself if it has none. */
function resultOf({ outputs }: OpDef, op: Operation): RawResult {
  const first = outputs[0];
  if (!first) return op;
  let at = 0;
  const parts = outputs.map((arg): Tensor | readonly Tensor[] => {
    if (arg.numberAttr === null && arg.typeListAttr === null) return op.outputs[at++]!;
    const value = op.attrs.get(arg.numberAttr ?? arg.typeListAttr!)!.value;
    const n = Array.isArray(value) ? value.length : Number(value);
    at += n;
    return op.outputs.slice(at - n, at);
  });
  if (parts.length === 1) return parts[0]!;
  const kind = namedtuple<Record<string, Tensor | readonly Tensor[]>>(
    op.type,
    outputs.map((o) => o.name),
  );
  return kind._make(parts);
}

/**
 * tf.raw_ops.TYPE(**arguments): one operation of the type. Inputs may be Python values, attributes that inputs decide can't
 * be given. Raises TypeError for positional, missing and unknown arguments.
 */
export function rawOp(type: string, args: readonly unknown[]): RawResult {
  const def = opDefOf(type);
  if (!def) throw new Error(`TensorFlow 1.15 has no op type ${type}`);
  const all = argumentsOf(def);
  const [keywords] = args;
  if (args.length > 1 || (args.length === 1 && !isPlainObject(keywords))) {
    const keys = [...all.map((a) => a.name), "name"];
    throw new TypeError(
      `${type} only takes keyword args (possible keys: ${repr(keys)}). Please pass these args as kwargs instead.`,
    );
  }
  const given = bindArguments(type, parseSignature(rawSignature(type)), args);
  const inputs: Record<string, unknown> = {};
  const attrs: Record<string, AttrInput> = {};
  const values: Readonly<Record<string, unknown>> = isPlainObject(keywords) ? keywords : {};
  for (const { name, own, attr, byDefault } of all) {
    if (attr) attrs[own] = attrValue(attr, values[name] ?? byDefault);
    else inputs[own] = given[name];
  }
  return resultOf(def, createOperation(type, inputs, attrs, typeof given.name === "string" ? given.name : null));
}
