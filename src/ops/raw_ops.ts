/**
 * Every op type as a function, for graphs that other programs made: inputs and attributes by the names of its definition.
 * Source: tf.raw_ops (tensorflow/python/framework/python_op_gen.cc). Ours also has the few op types that need no session of
 * their own and that TensorFlow hides.
 */
import { createOperation } from "../graph/create_op.js";
import { type ArgDef, type OpDef, opDefOf, opTypes } from "../graph/op_def.js";
import type { Operation } from "../graph/operation.js";
import type { Tensor } from "../graph/tensor.js";
import { AttributeError, TypeError_ } from "../np/errors.js";
import { NDArray } from "../np/ndarray.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { namedtuple } from "../py/collections.js";
import { repr } from "../py/repr.js";

/** What a raw op gives: its operation where it has no output, its one output, or all of them by name. */
export type RawResult = Operation | Tensor | readonly Tensor[] | Readonly<Record<string, Tensor | readonly Tensor[]>>;

/** Takes keyword arguments only: inputs, attributes that no input tells, and `name`. Raises TypeError as Python does. */
export type RawOp = (keywords?: Readonly<Record<string, unknown>>) => RawResult;

/** Attributes that follow from the inputs. */
function inferred(def: OpDef): Set<string> {
  const names = def.inputs.flatMap((a) => [a.typeAttr, a.typeListAttr, a.numberAttr]);
  return new Set(names.filter((n) => n !== null));
}

const AXIS = { reduction_indices: "axis" };
/** Python's names of arguments that it calls otherwise than the definition does. Source: core/api_def/python_api. */
const RENAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  All: AXIS,
  Any: AXIS,
  EuclideanNorm: AXIS,
  ExpandDims: { dim: "axis" },
  Max: AXIS,
  Mean: AXIS,
  Min: AXIS,
  Prod: AXIS,
  Select: { t: "x", e: "y" },
  Split: { split_dim: "axis" },
  SplitV: { split_dim: "axis" },
  Squeeze: { squeeze_dims: "axis" },
  Sum: AXIS,
  Where: { input: "condition" },
};
const isList = (a: ArgDef): boolean => a.numberAttr !== null || a.typeListAttr !== null;

/** Outputs of the operation, a list where the definition says so. */
function outputsOf(op: Operation, def: OpDef): (Tensor | Tensor[])[] {
  let next = 0;
  return def.outputs.map((arg, i) => {
    if (!isList(arg)) return op.outputs[next++]!;
    // The length is an attribute, or that of a list of types.
    const count =
      arg.numberAttr !== null
        ? Number(op.get_attr(arg.numberAttr))
        : i === def.outputs.length - 1
          ? op.outputs.length - next
          : (op.get_attr(arg.typeListAttr!) as readonly unknown[]).length;
    next += count;
    return op.outputs.slice(next - count, next);
  });
}

function resultOf(op: Operation, def: OpDef): RawResult {
  const outputs = outputsOf(op, def);
  if (outputs.length === 0) return op;
  if (outputs.length === 1) return outputs[0]!;
  const fields = def.outputs.map((a) => a.name);
  return namedtuple<Record<string, Tensor | readonly Tensor[]>>(def.name, fields)(...outputs);
}

function makeRawOp(type: string, def: OpDef): RawOp {
  const fromInputs = inferred(def);
  const own = def.attrs.filter((a) => !fromInputs.has(a.name));
  // What must be given comes first.
  const attrs = [...own.filter((a) => a.default === undefined), ...own.filter((a) => a.default !== undefined)];
  const shown = (a: { readonly name: string }): string => RENAMED[type]?.[a.name] ?? a.name;
  const names = [...def.inputs.map(shown), ...attrs.map(shown), "name"];
  const required = [...def.inputs, ...attrs.filter((a) => a.default === undefined)].map(shown);
  const call = (...args: readonly unknown[]): RawResult => {
    const [keywords = {}] = args;
    if (args.length > 1 || !isPlainObject(keywords)) {
      throw new TypeError_(
        `${type} only takes keyword args (possible keys: ${repr(names)}). Please pass these args as kwargs instead.`,
      );
    }
    const unknown = Object.keys(keywords).find((k) => !names.includes(k));
    if (unknown !== undefined) throw new TypeError_(`${type}() got an unexpected keyword argument '${unknown}'`);
    const lacking = required.filter((n) => keywords[n] === undefined).map((n) => `'${n}'`);
    if (lacking.length > 0) {
      const list =
        lacking.length > 2 ? `${lacking.slice(0, -1).join(", ")}, and ${lacking.at(-1)}` : lacking.join(" and ");
      const what = `${lacking.length} required positional argument${lacking.length > 1 ? "s" : ""}`;
      throw new TypeError_(`${type}() missing ${what}: ${list}`);
    }
    const inputs = Object.fromEntries(def.inputs.map((a) => [a.name, keywords[shown(a)]]));
    const given = attrs.filter((a) => keywords[shown(a)] !== undefined && keywords[shown(a)] !== null);
    for (const a of given) {
      const value = keywords[shown(a)];
      if (a.type === "tensor" && !(value instanceof NDArray))
        throw new TypeError_(`Don't know how to convert ${repr(value)} to a TensorProto for argument '${a.name}'.`);
    }
    const values = Object.fromEntries(given.map((a) => [a.name, keywords[shown(a)]]));
    const name = keywords["name"];
    const op = createOperation(type, inputs, values as never, typeof name === "string" ? name : null);
    return resultOf(op, def);
  };
  Object.defineProperty(call, "name", { value: type });
  return call;
}

const made = new Map<string, RawOp>();

/** tf.raw_ops: `tf.raw_ops.MatMul({ a, b, transpose_a: true })`. Raises AttributeError for a type that 1.15 doesn't have. */
export const raw_ops: Readonly<Record<string, RawOp>> = new Proxy<Record<string, RawOp>>(
  {},
  {
    get: (_target, type) => {
      if (typeof type === "symbol") return undefined;
      let op = made.get(type);
      if (!op) {
        const def = opDefOf(type);
        if (!def) throw new AttributeError(`module 'tensorflow._api.v1.raw_ops' has no attribute '${type}'`);
        op = makeRawOp(type, def);
        made.set(type, op);
      }
      return op;
    },
    has: (_target, type) => typeof type === "string" && opDefOf(type) !== null,
    ownKeys: () => [...opTypes()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  },
);
