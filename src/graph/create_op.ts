/**
 * Adds an operation from its signature: converts inputs, infers and checks type attributes, names it.
 * Source: OpDefLibrary.apply_op (tensorflow/python/framework/op_def_library.py).
 */
import { RuntimeError, ValueError } from "../np/errors.js";
import { repr } from "../py/repr.js";
import { type Attr, type AttrInput, makeAttr } from "./attr.js";
import { convertToTensor } from "./convert.js";
import { as_dtype, type DType } from "./dtypes.js";
import { asGraphElement } from "./elements.js";
import { type Graph, getDefaultGraph } from "./graph.js";
import { type ArgDef, type OpDef, opDefOf } from "./op_def.js";
import type { Operation } from "./operation.js";
import { pythonTypeName } from "./python_type.js";
import { Tensor } from "./tensor.js";

export type OpInputs = Readonly<Record<string, unknown>>;
export type OpAttrs = Readonly<Record<string, AttrInput>>;

/** The graph that the first graph element among the values belongs to, else the default one. Raises ValueError on a mix. */
export function graphOf(values: Iterable<unknown>, given: Graph | null = null): Graph {
  let graph = given;
  let first: Tensor | Operation | null = null;
  for (const value of values) {
    for (const item of Array.isArray(value) ? value : [value]) {
      const element = asGraphElement(item);
      if (!element) continue;
      if (!graph) {
        graph = element.graph;
        first = element;
      } else if (element.graph !== graph) {
        throw new ValueError(
          first ? `${element} must be from the same graph as ${first}.` : `${element} is not from the passed-in graph.`,
        );
      }
    }
  }
  return graph ?? getDefaultGraph();
}

/** Runs `body` in a name scope of the graph that the values belong to. Source: tf.name_scope(name, default_name, values). */
export function scoped<T>(
  name: string | null | undefined,
  defaultName: string,
  values: Iterable<unknown>,
  body: (scope: string) => T,
): T {
  const graph = graphOf(values);
  if (graph === getDefaultGraph()) return graph.inScope(name ?? defaultName, body);
  const context = graph.as_default();
  context.__enter__();
  try {
    return graph.inScope(name ?? defaultName, body);
  } finally {
    context.__exit__();
  }
}

/** The first output of a new operation. */
export function createOp(type: string, inputs: OpInputs, attrs: OpAttrs = {}, name: string | null = null): Tensor {
  return createOperation(type, inputs, attrs, name).outputs[0]!;
}

/** Builds one operation while its inputs are being converted: attributes inferred so far, and from which argument. */
class Builder {
  readonly attrs = new Map<string, DType | number | readonly DType[]>();
  readonly from = new Map<string, string>();
  readonly inputs: Tensor[] = [];
  readonly inputTypes: DType[] = [];
  private readonly def: OpDef;

  constructor(def: OpDef) {
    this.def = def;
  }

  private fail(message: string): TypeError {
    return new TypeError(message);
  }

  /** Type that an argument must have as far as known now. */
  private required(arg: ArgDef): DType | null {
    if (arg.type) return arg.type;
    const known = arg.typeAttr === null ? undefined : this.attrs.get(arg.typeAttr);
    return known === undefined ? null : (known as DType);
  }
  private preferred(arg: ArgDef): DType | null {
    const attr = this.def.attrs.find((a) => a.name === arg.typeAttr);
    return attr?.type === "type" && attr.default !== undefined ? (attr.default as DType) : null;
  }

  add(arg: ArgDef, value: unknown): void {
    const list = arg.numberAttr !== null || arg.typeListAttr !== null;
    const tensors = list ? this.convertList(arg, value) : [this.convertOne(arg, value)];
    const types = tensors.map((t) => t.dtype.base_dtype);
    if (arg.numberAttr !== null) this.setNumber(arg, tensors.length);
    if (arg.typeListAttr !== null) this.setTypeList(arg, types);
    else if (arg.typeAttr !== null) this.setType(arg, types);
    if (arg.isRef && tensors.some((t) => !t.dtype.isRef)) {
      throw this.fail(
        `'${this.def.name}' Op requires that input '${arg.name}' be a mutable tensor (e.g.: a tf.Variable)`,
      );
    }
    this.inputs.push(...tensors);
    this.inputTypes.push(...(arg.isRef ? tensors.map((t) => t.dtype) : types));
  }

  private convertOne(arg: ArgDef, value: unknown): Tensor {
    const dtype = this.required(arg);
    try {
      return convertToTensor(value, {
        dtype,
        name: arg.name,
        asRef: arg.isRef,
        preferred: dtype ? null : this.preferred(arg),
      });
    } catch (error) {
      if (error instanceof ValueError) throw this.mismatch(arg, value, dtype, error);
      if (!(error instanceof TypeError) || dtype === null) throw error;
      throw this.fail(
        `Expected ${dtype.name} passed to parameter '${arg.name}' of op '${this.def.name}', got ${repr(value)} of type '${pythonTypeName(value)}' instead. Error: ${error.message}`,
      );
    }
  }

  private mismatch(arg: ArgDef, value: unknown, dtype: DType | null, cause: ValueError): Error {
    let observed: string;
    try {
      observed = convertToTensor(value, { asRef: arg.isRef }).dtype.name;
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      return new ValueError(`Tried to convert '${arg.name}' to a tensor and failed. Error: ${error.message}`);
    }
    const prefix = `Input '${arg.name}' of '${this.def.name}' Op has type ${observed} that does not match`;
    if (arg.type) return this.fail(`${prefix} expected type of ${arg.type.name}.`);
    if (dtype === null || arg.typeAttr === null) return cause;
    return this.fail(`${prefix} type ${dtype.name} of argument '${this.from.get(arg.typeAttr)}'.`);
  }

  private convertList(arg: ArgDef, value: unknown): Tensor[] {
    if (!Array.isArray(value))
      throw this.fail(`Expected list for '${arg.name}' argument to '${this.def.name}' Op, not ${repr(value)}.`);
    const items: readonly unknown[] = value;
    let dtype = this.required(arg);
    if (dtype === null && arg.numberAttr !== null) {
      const first = items.find((v) => v instanceof Tensor);
      if (first) dtype = (first as Tensor).dtype.base_dtype;
    }
    const preferred = dtype === null && arg.numberAttr !== null ? this.preferred(arg) : null;
    try {
      // Each element gets the argument's name with its place: values_0, values_1 …
      const out = items.map((v, i) =>
        convertToTensor(v, { dtype, name: `${arg.name}_${i}`, asRef: arg.isRef, preferred }),
      );
      if (arg.numberAttr !== null && new Set(out.map((t) => t.dtype.base_dtype)).size > 1)
        throw this.fail("types differ");
      return out;
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof ValueError)) throw error;
      throw this.listMismatch(arg, items, dtype);
    }
  }

  private listMismatch(arg: ArgDef, items: readonly unknown[], dtype: DType | null): TypeError {
    const observed = items.map((v) => {
      try {
        return convertToTensor(v, { asRef: arg.isRef }).dtype.base_dtype.name;
      } catch {
        return "<NOT CONVERTIBLE TO TENSOR>";
      }
    });
    const prefix = `Tensors in list passed to '${arg.name}' of '${this.def.name}' Op have types [${observed.join(", ")}]`;
    if (arg.numberAttr === null) return this.fail(`${prefix} that are invalid. Tensors: ${repr(items)}`);
    if (arg.type) return this.fail(`${prefix} that do not match expected type ${arg.type.name}.`);
    if (arg.typeAttr !== null && this.attrs.has(arg.typeAttr)) {
      return this.fail(`${prefix} that do not match type ${dtype?.name} inferred from earlier arguments.`);
    }
    return this.fail(`${prefix} that don't all match.`);
  }

  private setNumber(arg: ArgDef, n: number): void {
    const key = arg.numberAttr!;
    const known = this.attrs.get(key);
    if (known !== undefined) {
      if (known !== n) {
        throw new ValueError(
          `List argument '${arg.name}' to '${this.def.name}' Op with length ${n} must match length ${known} of argument '${this.from.get(key)}'.`,
        );
      }
      return;
    }
    const minimum = this.def.attrs.find((a) => a.name === key)?.minimum ?? null;
    if (minimum !== null && n < minimum) {
      throw new ValueError(
        `List argument '${arg.name}' to '${this.def.name}' Op with length ${n} shorter than minimum length ${minimum}.`,
      );
    }
    this.attrs.set(key, n);
    this.from.set(key, arg.name);
  }

  private setType(arg: ArgDef, types: readonly DType[]): void {
    const key = arg.typeAttr!;
    const type = types[0];
    if (!type) {
      if (this.attrs.has(key)) return;
      throw this.fail(
        `Don't know how to infer type variable from empty input list passed to input '${arg.name}' of '${this.def.name}' Op.`,
      );
    }
    const known = this.attrs.get(key) as DType | undefined;
    if (known) {
      if (known !== type) {
        throw this.fail(
          `Input '${arg.name}' of '${this.def.name}' Op has type ${type.name} that does not match type ${known.name} of argument '${this.from.get(key)}'.`,
        );
      }
      return;
    }
    const allowed = this.def.attrs.find((a) => a.name === key)?.allowed;
    if (allowed && !allowed.includes(type)) {
      const names = allowed.map((t) => (t as DType).name).join(", ");
      throw this.fail(
        `Value passed to parameter '${arg.name}' has DataType ${type.name} not in list of allowed values: ${names}`,
      );
    }
    this.attrs.set(key, type);
    this.from.set(key, arg.name);
  }

  private setTypeList(arg: ArgDef, types: readonly DType[]): void {
    const key = arg.typeListAttr!;
    const known = this.attrs.get(key) as readonly DType[] | undefined;
    if (known && (known.length !== types.length || known.some((t, i) => t !== types[i]))) {
      const list = (ts: readonly DType[]) => ts.map((t) => t.name).join(", ");
      throw this.fail(
        `Input '${arg.name}' of '${this.def.name}' Op has type list of ${list(types)} that does not match type list ${list(known)} of argument '${this.from.get(key)}'.`,
      );
    }
    this.attrs.set(key, types);
    this.from.set(key, arg.name);
  }
}

function outputTypes(def: OpDef, attrs: ReadonlyMap<string, Attr>): DType[] {
  return def.outputs.flatMap((arg) => {
    if (arg.typeListAttr !== null) return attrs.get(arg.typeListAttr)!.value as readonly DType[];
    const type = arg.type ?? as_dtype(attrs.get(arg.typeAttr!)!.value as DType);
    const one = arg.isRef ? type.refType : type;
    return arg.numberAttr === null ? [one] : new Array<DType>(Number(attrs.get(arg.numberAttr)!.value)).fill(one);
  });
}

/**
 * Adds an operation of the given type to the graph of its inputs (or the default one). `inputs` are by argument name and
 * may be Python values; attributes that follow from inputs are inferred, others default as the op declares.
 * Raises TypeError and ValueError as TensorFlow does.
 */
export function createOperation(
  type: string,
  inputs: OpInputs,
  attrs: OpAttrs = {},
  name: string | null = null,
): Operation {
  const def = opDefOf(type);
  if (!def) throw new RuntimeError(`Unrecognized Op name ${type}`);
  return scoped(name, type, Object.values(inputs), (scope) => {
    const builder = new Builder(def);
    for (const arg of def.inputs) {
      if (!(arg.name in inputs)) throw new TypeError(`No argument for input ${arg.name}`);
      builder.add(arg, inputs[arg.name]);
    }
    const all = new Map<string, Attr>();
    for (const attr of def.attrs) {
      const inferred = builder.attrs.get(attr.name);
      const given = attrs[attr.name];
      if (inferred === undefined && given === undefined && attr.default === undefined) {
        throw new TypeError(`No argument for attr ${attr.name}`);
      }
      all.set(attr.name, makeAttr(def, attr.name, inferred ?? given));
    }
    const node = {
      def,
      name: scope,
      inputs: builder.inputs,
      inputTypes: builder.inputTypes,
      attrs: all,
      outputTypes: outputTypes(def, all),
    };
    const refs = def.inputs.length > 0 && def.inputs.some((a) => a.isRef) ? refInputs(def, builder.inputs) : [];
    return colocated(getDefaultGraph(), refs, () => getDefaultGraph().createNode(node));
  });
}

/** Operations behind reference arguments: what writes a variable is placed with it. */
function refInputs(def: OpDef, inputs: readonly Tensor[]): Operation[] {
  // Arguments before the first list are one tensor each, and no op mixes lists and references.
  return def.inputs.flatMap((arg, i) =>
    arg.isRef ? (arg.numberAttr === null ? [inputs[i]!.op] : inputs.map((t) => t.op)) : [],
  );
}

function colocated<T>(graph: Graph, ops: readonly Operation[], body: () => T): T {
  const [first, ...rest] = ops;
  return first ? graph.withColocation(first, () => colocated(graph, rest, body)) : body();
}
