/**
 * Variable: a tensor that keeps its value between runs, with reference semantics.
 * Source: tf.Variable, RefVariable (tensorflow/python/ops/variables.py).
 */
import { convertToTensor, type TensorConvertible, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { as_dtype, type DType, type DTypeLike } from "../../graph/dtypes.js";
import type { GraphElementHolder } from "../../graph/elements.js";
import { type Graph, getDefaultGraph } from "../../graph/graph.js";
import { GraphKeys } from "../../graph/keys.js";
import { notImplemented } from "../../graph/not_implemented.js";
import type { Operation } from "../../graph/operation.js";
import { Operators } from "../../graph/operators.js";
import { evaluateIn, getDefaultSession, type SessionLike } from "../../graph/sessions.js";
import { pyClass } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { as_shape, type ShapeLike, type TensorShape } from "../../graph/tensor_shape.js";
import { NotImplementedError, ValueError } from "../../np/errors.js";
import { identity } from "../array/identity.js";

export type InitialValue = TensorLike | (() => TensorLike);
/** Projects a value after each update, for example onto non-negative numbers. */
export type Constraint = (value: Tensor) => Tensor;

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

export class Variable extends Operators implements TensorConvertible, GraphElementHolder {
  static readonly pythonName = "RefVariable";
  /** The value that the initializer writes. */
  readonly initial_value: Tensor;
  readonly trainable: boolean;
  readonly constraint: Constraint | null;
  readonly initializer: Operation;
  private readonly ref: Tensor;
  private readonly snapshot: Tensor;

  constructor(init: VariableInit) {
    super();
    const { initialValue, validateShape = true, dtype = null } = init;
    if (initialValue === null || initialValue === undefined) throw new ValueError("initial_value must be specified.");
    this.trainable = init.trainable ?? true;
    this.constraint = init.constraint ?? null;
    const collections = [...(init.collections ?? [GraphKeys.GLOBAL_VARIABLES])];
    if (this.trainable && !collections.includes(GraphKeys.TRAINABLE_VARIABLES))
      collections.push(GraphKeys.TRAINABLE_VARIABLES);
    const isFunction = typeof initialValue === "function";
    const graph = getDefaultGraph();
    const parts = graph.withControls(null, () =>
      scoped(init.name, "Variable", isFunction ? [] : [initialValue], (scope) => {
        const value = isFunction
          ? initialFromFunction(graph, initialValue, scope, dtype)
          : convertToTensor(initialValue, { name: "initial_value", dtype });
        const shape = init.shape != null ? as_shape(init.shape) : validateShape ? value.shape : as_shape(null);
        const make = () =>
          createOp("VariableV2", {}, { shape, dtype: value.dtype.base_dtype, container: "", shared_name: "" }, scope);
        const ref = isFunction ? graph.withAttrs(ownGroup(scope), make) : make();
        if (validateShape && !value.shape.isFullyDefined)
          throw new ValueError(`initial_value must have a shape specified: ${value}`);
        const initializer = createOperation("Assign", { ref, value }, { validate_shape: validateShape });
        const read = () => identity(ref, { name: "read" });
        const snapshot = init.cachingDevice
          ? graph.withDevice(init.cachingDevice, read)
          : graph.withColocation(ref.op, read);
        return { value, ref, initializer, snapshot };
      }),
    );
    this.initial_value = parts.value;
    this.ref = parts.ref;
    this.initializer = parts.initializer;
    this.snapshot = parts.snapshot;
    graph.add_to_collections(collections, this);
  }

  get name(): string {
    return this.ref.name;
  }
  /** Reference type, printed as float32_ref. */
  get dtype(): DType {
    return this.ref.dtype;
  }
  get op(): Operation {
    return this.ref.op;
  }
  get graph(): Graph {
    return this.ref.graph;
  }
  get device(): string {
    return this.ref.device;
  }
  get shape(): TensorShape {
    return this.ref.shape;
  }
  get_shape(): TensorShape {
    return this.ref.shape;
  }
  set_shape(shape: ShapeLike): void {
    this.ref.set_shape(shape);
    this.snapshot.set_shape(shape);
  }
  /** The variable's value as a tensor; read when the run comes to it. */
  value(): Tensor {
    return this.snapshot;
  }
  /** A new read of the value, ordered by the control dependencies of this place. */
  read_value(): Tensor {
    return identity(this.ref, { name: "read" });
  }
  /** The reference itself, for operations that write. */
  _ref(): Tensor {
    return this.ref;
  }
  initialized_value(): Tensor {
    throw notImplemented("Variable.initialized_value", "it needs tf.cond, which comes with control flow");
  }
  eval(session?: SessionLike | null): unknown {
    return evaluateIn(this.graph, this.ref, null, session);
  }

  /** Writes `value` when run; gives the written reference (or the operation, without `read_value`). */
  assign(value: TensorLike, use_locking = false, name: string | null = null): Tensor {
    return createOp("Assign", { ref: this.ref, value }, { use_locking }, name);
  }
  assign_add(delta: TensorLike, use_locking = false, name: string | null = null): Tensor {
    return createOp("AssignAdd", { ref: this.ref, value: delta }, { use_locking }, name);
  }
  assign_sub(delta: TensorLike, use_locking = false, name: string | null = null): Tensor {
    return createOp("AssignSub", { ref: this.ref, value: delta }, { use_locking }, name);
  }
  /** Sets the value in a session at once, without adding operations. */
  load(value: unknown, session?: SessionLike | null): void {
    const found = session ?? getDefaultSession();
    if (!found)
      throw new ValueError("Either session argument should be provided or default session should be established");
    found.run(this.initializer, { feed_dict: [[this.initializer.inputs[1]!, value]] });
  }

  asGraphElement(): Tensor {
    return this.ref;
  }
  toTensor(dtype: DType | null, _name: string | null, asRef: boolean): Tensor {
    if (dtype !== null && !dtype.is_compatible_with(this.dtype)) {
      throw new ValueError(
        `Incompatible type conversion requested to type '${dtype.name}' for variable of type '${this.dtype.name}'`,
      );
    }
    return asRef ? this.ref : this.snapshot;
  }
  protected override operand(): Tensor {
    return this.snapshot;
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
    throw new NotImplementedError(`Cannot convert a symbolic Tensor (${this.snapshot.name}) to a numpy array.`);
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

/** Resource variables are a listed gap: a reference variable in their place would be another graph. */
export function refuseResource(name: string, use_resource: boolean | null): void {
  if (use_resource) {
    throw notImplemented(`${name}(use_resource=True)`, "resource variables come with their own issue");
  }
}

/** Colocation with the variable that is about to be made. */
function ownGroup(scope: string) {
  return { _class: { type: "list(string)", value: [`loc:@${scope.slice(0, -1)}`] } } as const;
}

function initialFromFunction(graph: Graph, initial: () => TensorLike, scope: string, dtype: DType | null): Tensor {
  return graph.withAttrs(ownGroup(scope), () =>
    graph.inScope("Initializer", () =>
      graph.withDevice(null, () => convertToTensor(initial(), { name: "initial_value", dtype })),
    ),
  );
}

/**
 * tf.Variable: a value that training changes. `initial_value` is a Python value, a tensor, or a function without arguments.
 * Raises ValueError without an initial value or with one of unknown shape.
 */
export const VariableClass = pyClass<{
  initial_value: InitialValue;
  trainable: boolean | null;
  collections: readonly string[] | null;
  validate_shape: boolean;
  caching_device: string | null;
  name: string | null;
  variable_def: null;
  dtype: DTypeLike | null;
  expected_shape: null;
  import_scope: null;
  constraint: Constraint | null;
  use_resource: boolean | null;
  synchronization: unknown;
  aggregation: unknown;
  shape: ShapeLike;
}>()(
  "Variable",
  "(initial_value=None, trainable=None, collections=None, validate_shape=True, caching_device=None, name=None, variable_def=None, dtype=None, expected_shape=None, import_scope=None, constraint=None, use_resource=None, synchronization=VariableSynchronization.AUTO, aggregation=VariableAggregation.NONE, shape=None)",
  Variable.prototype,
  (p) => {
    refuseResource("tf.Variable", p.use_resource);
    return new Variable({
      initialValue: p.initial_value,
      trainable: p.trainable,
      collections: p.collections,
      validateShape: p.validate_shape,
      cachingDevice: p.caching_device,
      name: p.name,
      dtype: p.dtype === null ? null : as_dtype(p.dtype),
      constraint: p.constraint,
      shape: p.shape,
    });
  },
);
