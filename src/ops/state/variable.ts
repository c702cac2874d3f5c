/**
 * Variable: a tensor that keeps its value between runs. What its two kinds share; reference and resource variables extend it.
 * Source: tf.Variable (tensorflow/python/ops/variables.py).
 */
import { convertToTensor, type TensorConvertible, type TensorLike } from "../../graph/convert.js";
import type { OpAttrs, OpInputs } from "../../graph/create_op.js";
import type { DType } from "../../graph/dtypes.js";
import type { GraphElementHolder } from "../../graph/elements.js";
import type { Graph } from "../../graph/graph.js";
import { IndexedSlices } from "../../graph/indexed_slices.js";
import { GraphKeys } from "../../graph/keys.js";
import type { Operation } from "../../graph/operation.js";
import { type Index, Operators } from "../../graph/operators.js";
import { pythonTypeName } from "../../graph/python_type.js";
import { evaluateIn, getDefaultSession, type SessionLike } from "../../graph/sessions.js";
import { type CallsOf, pySignature } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import type { ShapeLike, TensorShape } from "../../graph/tensor_shape.js";
import { NotImplementedError, ValueError } from "../../np/errors.js";
import { str } from "../../py/convert.js";
import { maskAttrs } from "../array/strided_slice.js";
import { buildCond } from "../control/cond.js";
import { scatterInBatches } from "./batch_scatter.js";

export type InitialValue = TensorLike | (() => TensorLike);
/** Projects a value after each update, for example onto non-negative numbers. */
export type Constraint = (variable: Variable) => Tensor;

export interface VariableInit {
  readonly initialValue: InitialValue;
  readonly trainable?: boolean | null;
  readonly collections?: readonly string[] | null;
  readonly validateShape?: boolean;
  readonly cachingDevice?: string | null;
  readonly name?: string | null;
  readonly dtype?: DType | null;
  readonly constraint?: Constraint | null;
  readonly shape?: ShapeLike;
}

/** Where a part of a partitioned variable lies in the whole. Source: Variable.SaveSliceInfo. */
export interface SaveSliceInfo {
  readonly full_name: string;
  readonly full_shape: readonly number[];
  readonly var_offset: readonly number[];
  readonly var_shape: readonly number[];
}

type Name = string | null;
interface Update {
  use_locking: boolean | null;
  name: Name;
  read_value: boolean;
}
export const ASSIGN = pySignature<Update & { value: TensorLike }>()(
  "assign",
  "(value, use_locking=False, name=None, read_value=True)",
);
export const ASSIGN_ADD = pySignature<Update & { delta: TensorLike }>()(
  "assign_add",
  "(delta, use_locking=False, name=None, read_value=True)",
);
export const ASSIGN_SUB = pySignature<Update & { delta: TensorLike }>()(
  "assign_sub",
  "(delta, use_locking=False, name=None, read_value=True)",
);
/** scatter_add and its siblings. */
export const SCATTER = pySignature<{ sparse_delta: IndexedSlices; use_locking: boolean; name: Name }>()(
  "scatter",
  "(sparse_delta, use_locking=False, name=None)",
);
export const SCATTER_ND = pySignature<{ indices: TensorLike; updates: TensorLike; name: Name }>()(
  "scatter_nd",
  "(indices, updates, name=None)",
);
const LOAD = pySignature<{ value: unknown; session: SessionLike | null }>()("load", "(value, session=None)");
const EVAL = pySignature<{ session: SessionLike | null }>()("eval", "(session=None)");
const COUNT_UP_TO = pySignature<{ limit: number }>()("count_up_to", "(limit)");

export type ScatterVerb = "Update" | "Add" | "Sub" | "Mul" | "Div" | "Min" | "Max";
export type ScatterNdVerb = "Update" | "Add" | "Sub";
/** What writing gives: the written reference, or a variable that is read after the write. */
export type Written = Tensor | Variable;
/** A slice of a variable, and how to write it. */
export type VariableSlice = Tensor & { assign(value: TensorLike, name?: Name): Written };
/** An update by keywords that asks for the operation instead of the new value. */
interface WithoutReading {
  readonly use_locking?: boolean;
  readonly name?: Name;
  readonly read_value: false;
}

export abstract class Variable extends Operators implements TensorConvertible, GraphElementHolder {
  /** The value that the initializer writes. */
  abstract readonly initial_value: Tensor;
  abstract readonly initializer: Operation;
  readonly trainable: boolean;
  readonly constraint: Constraint | null;
  private slice: SaveSliceInfo | null = null;

  constructor(init: VariableInit) {
    super();
    this.trainable = init.trainable ?? true;
    this.constraint = init.constraint ?? null;
  }

  abstract get name(): string;
  abstract get dtype(): DType;
  abstract get op(): Operation;
  abstract get graph(): Graph;
  abstract get device(): string;
  abstract get shape(): TensorShape;
  /** Says more about the shape; for reference variables only. */
  abstract set_shape(shape: ShapeLike): void;
  /** What operations that write take: a reference, or the handle of a resource. */
  abstract _ref(): Tensor;
  /** The variable's value as a tensor. */
  abstract value(): Tensor;
  /** A new read of the value, ordered by the control dependencies of this place. */
  abstract read_value(): Tensor;
  protected abstract write(verb: "" | "Add" | "Sub", value: TensorLike, p: Update): Written | Operation;
  /** Writes rows by index, or with "Nd" what tuples of indices name. */
  abstract scatterRows(
    verb: ScatterVerb | `Nd${ScatterNdVerb}`,
    indices: TensorLike,
    updates: TensorLike,
    use_locking: boolean,
    name: Name,
  ): Written;
  abstract countUpTo(limit: number, name: Name): Tensor;
  /** A bool scalar: whether the variable has a value. */
  abstract isInitialized(name: Name): Tensor;
  protected abstract writeSlice(value: TensorLike, inputs: OpInputs, masks: OpAttrs, name: string): Written;
  /** The variable after a write by another operation. */
  protected abstract afterWrite(written: Written): Written;
  abstract asGraphElement(): Tensor;
  abstract toTensor(dtype: DType | null, name: string | null, asRef: boolean): Tensor;

  get_shape(): TensorShape {
    return this.shape;
  }
  _get_save_slice_info(): SaveSliceInfo | null {
    return this.slice;
  }
  _set_save_slice_info(info: SaveSliceInfo | null): void {
    this.slice = info;
  }
  /** The value in a session. Raises ValueError without one. */
  eval(...args: CallsOf<typeof EVAL>): unknown {
    return evaluateIn(this.graph, this.asGraphElement(), null, EVAL.bind(args).session);
  }

  /** Writes `value` when run; gives the new value, or with `read_value` false the operation. */
  assign(value: TensorLike, keywords: WithoutReading): Operation;
  assign(...args: CallsOf<typeof ASSIGN>): Written;
  assign(...args: CallsOf<typeof ASSIGN>): Written | Operation {
    const p = ASSIGN.bind(args);
    return this.write("", p.value, p);
  }
  /** Adds `delta` when run; gives the new value, or with `read_value` false the operation. */
  assign_add(delta: TensorLike, keywords: WithoutReading): Operation;
  assign_add(...args: CallsOf<typeof ASSIGN_ADD>): Written;
  assign_add(...args: CallsOf<typeof ASSIGN_ADD>): Written | Operation {
    const p = ASSIGN_ADD.bind(args);
    return this.write("Add", p.delta, p);
  }
  /** Subtracts `delta` when run; gives the new value, or with `read_value` false the operation. */
  assign_sub(delta: TensorLike, keywords: WithoutReading): Operation;
  assign_sub(...args: CallsOf<typeof ASSIGN_SUB>): Written;
  assign_sub(...args: CallsOf<typeof ASSIGN_SUB>): Written | Operation {
    const p = ASSIGN_SUB.bind(args);
    return this.write("Sub", p.delta, p);
  }

  /** Python's v[i, a:b, …]: a tensor; its `assign` writes that slice of the variable. */
  override at(...index: Index[]): VariableSlice {
    const slice = super.at(...index);
    const assign = (value: TensorLike, name: Name = null): Written => {
      const [, begin, end, strides] = slice.op.inputs as readonly [Tensor, Tensor, Tensor, Tensor];
      const inputs = { begin, end, strides };
      return this.writeSlice(value, inputs, maskAttrs(slice.op), name ?? `${slice.op.name}/_assign`);
    };
    return Object.assign(slice, { assign });
  }

  /** The value, or where the variable has none yet the initial one. */
  initialized_value(): Tensor {
    return this.graph.withControls(null, () => {
      const isThere = this.isInitialized(null);
      return buildCond(
        isThere,
        () => this.read_value(),
        () => this.initial_value,
      ) as Tensor;
    });
  }

  private scattered(verb: ScatterVerb, args: CallsOf<typeof SCATTER>): Written {
    const { sparse_delta, use_locking, name } = SCATTER.bind(args);
    if (!(sparse_delta instanceof IndexedSlices))
      throw new TypeError(`sparse_delta is not IndexedSlices: ${String(sparse_delta)}`);
    return this.scatterRows(verb, sparse_delta.indices, sparse_delta.values, use_locking, name);
  }
  /** Writes rows: those that the slices' indices name. Raises TypeError for anything but tf.IndexedSlices. */
  scatter_update(...args: CallsOf<typeof SCATTER>): Written {
    return this.scattered("Update", args);
  }
  scatter_add(...args: CallsOf<typeof SCATTER>): Written {
    return this.scattered("Add", args);
  }
  scatter_sub(...args: CallsOf<typeof SCATTER>): Written {
    return this.scattered("Sub", args);
  }
  scatter_mul(...args: CallsOf<typeof SCATTER>): Written {
    return this.scattered("Mul", args);
  }
  scatter_div(...args: CallsOf<typeof SCATTER>): Written {
    return this.scattered("Div", args);
  }
  scatter_min(...args: CallsOf<typeof SCATTER>): Written {
    return this.scattered("Min", args);
  }
  scatter_max(...args: CallsOf<typeof SCATTER>): Written {
    return this.scattered("Max", args);
  }
  /** scatter_update within leading batch dimensions that variable, indices and updates share. */
  batch_scatter_update(...args: CallsOf<typeof SCATTER>): Written {
    const { sparse_delta, use_locking, name } = SCATTER.bind(args);
    const { indices, values } = sparse_delta;
    const write = (tuples: Tensor) => this.scatterRows("NdUpdate", tuples, values, use_locking, null);
    return this.afterWrite(scatterInBatches(indices, name, write));
  }
  /** Writes elements or slices that tuples of indices name. */
  scatter_nd_update(...args: CallsOf<typeof SCATTER_ND>): Written {
    const { indices, updates, name } = SCATTER_ND.bind(args);
    return this.scatterRows("NdUpdate", indices, updates, true, name);
  }
  scatter_nd_add(...args: CallsOf<typeof SCATTER_ND>): Written {
    const { indices, updates, name } = SCATTER_ND.bind(args);
    return this.scatterRows("NdAdd", indices, updates, true, name);
  }
  scatter_nd_sub(...args: CallsOf<typeof SCATTER_ND>): Written {
    const { indices, updates, name } = SCATTER_ND.bind(args);
    return this.scatterRows("NdSub", indices, updates, true, name);
  }
  /** The value before it is counted up by one; OutOfRangeError at the limit. Integers only. */
  count_up_to(...args: CallsOf<typeof COUNT_UP_TO>): Tensor {
    return this.countUpTo(COUNT_UP_TO.bind(args).limit, null);
  }

  /** Sets the value in a session at once, without adding operations. Raises ValueError without a session. */
  load(...args: CallsOf<typeof LOAD>): void {
    const { value, session } = LOAD.bind(args);
    const found = session ?? getDefaultSession();
    if (!found)
      throw new ValueError("Either session argument should be provided or default session should be established");
    found.run(this.initializer, { feed_dict: [[this.initializer.inputs[1]!, value]] });
  }

  protected refuseOtherType(dtype: DType | null): void {
    if (dtype === null || dtype.is_compatible_with(this.dtype)) return;
    throw new ValueError(
      `Incompatible type conversion requested to type '${dtype.name}' for variable of type '${this.dtype.name}'`,
    );
  }
  override operand(): Tensor {
    return this.value();
  }
  eq(other: unknown): boolean {
    return this === other;
  }
  ne(other: unknown): boolean {
    return this !== other;
  }
  [Symbol.iterator](): Iterator<never> {
    throw new TypeError("'Variable' object is not iterable.");
  }
  __array__(): never {
    throw new NotImplementedError(`Cannot convert a symbolic Tensor (${this.asGraphElement().name}) to a numpy array.`);
  }
  __repr__(): string {
    return `<tf.Variable '${this.name}' shape=${this.shape} dtype=${this.dtype.name}>`;
  }
  __str__(): string {
    return this.__repr__();
  }
  override toString(): string {
    return this.__repr__();
  }
}

/** The arguments again. Raises ValueError for those that make no variable. */
export function checked(init: VariableInit): VariableInit {
  const { initialValue, collections = null, constraint = null } = init;
  if (initialValue === null || initialValue === undefined) throw new ValueError("initial_value must be specified.");
  if (collections !== null && !Array.isArray(collections)) {
    throw new ValueError(
      `collections argument to Variable constructor must be a list, tuple, or set. Got ${str(collections)} of type <class '${pythonTypeName(collections)}'>`,
    );
  }
  if (constraint !== null && typeof constraint !== "function")
    throw new ValueError("The `constraint` argument must be a callable.");
  return init;
}

/** The collections of a new variable: all trainable ones are in TRAINABLE_VARIABLES, too. */
export function collectionsOf(init: VariableInit, trainable: boolean): string[] {
  const list = [...(init.collections ?? [GraphKeys.GLOBAL_VARIABLES])];
  if (trainable && !list.includes(GraphKeys.TRAINABLE_VARIABLES)) list.push(GraphKeys.TRAINABLE_VARIABLES);
  return list;
}

/** Colocation with the variable that is about to be made in that scope. */
export function ownGroup(scope: string) {
  return { _class: { type: "list(string)", value: [`loc:@${scope.slice(0, -1)}`] } } as const;
}

/** The initial value as a tensor in the scope "Initializer", on no device. */
export function initialTensor(graph: Graph, initial: InitialValue, dtype: DType | null): Tensor {
  return graph.inScope("Initializer", () =>
    graph.withDevice(null, () =>
      convertToTensor(typeof initial === "function" ? initial() : initial, { name: "initial_value", dtype }),
    ),
  );
}
