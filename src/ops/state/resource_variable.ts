/**
 * Variables behind handles: every read is an operation of its own, ordered with the writes.
 * Source: ResourceVariable, _UnreadVariable (tensorflow/python/ops/resource_variable_ops.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, type OpAttrs, type OpInputs, scoped } from "../../graph/create_op.js";
import type { DType } from "../../graph/dtypes.js";
import { type Graph, getDefaultGraph } from "../../graph/graph.js";
import type { Operation } from "../../graph/operation.js";
import type { Tensor } from "../../graph/tensor.js";
import { as_shape, type ShapeLike, type TensorShape } from "../../graph/tensor_shape.js";
import { NotImplementedError, ValueError } from "../../np/errors.js";
import { repr } from "../../py/repr.js";
import { identity } from "../array/identity.js";
import { safeInitialValue } from "./safe_initial_value.js";
import {
  checked,
  collectionsOf,
  initialTensor,
  ownGroup,
  type ScatterNdVerb,
  type ScatterVerb,
  Variable,
  type VariableInit,
  type Written,
} from "./variable.js";

function readOf(handle: Tensor, dtype: DType): Tensor {
  return createOp("ReadVariableOp", { resource: handle }, { dtype });
}

interface Parts {
  readonly handle: Tensor;
  readonly dtype: DType;
  readonly shape: TensorShape;
  readonly value: Tensor;
  readonly initializer: Operation;
  readonly isInitialized: Tensor | null;
  /** What a fetch of the variable reads. */
  readonly element: Tensor;
  /** The read on the caching device. */
  readonly cached: Tensor | null;
}

/** The operations of a new variable, in a scope of its own. */
function build(init: VariableInit): Parts {
  const { initialValue, dtype = null } = init;
  const isFunction = typeof initialValue === "function";
  const graph = getDefaultGraph();
  return graph.withControls(null, () =>
    scoped(init.name, "Variable", isFunction ? [] : [initialValue], (scope) => {
      const own = scope.slice(0, -1);
      const [value, shape, handle] = graph.withAttrs(ownGroup(scope), () => {
        const initial = initialTensor(graph, initialValue, dtype);
        const asked = init.shape != null ? as_shape(init.shape) : initial.shape;
        if (!initial.shape.is_compatible_with(asked)) {
          throw new ValueError(
            `The initial value's shape (${initial.shape}) is not compatible with the explicitly supplied \`shape\` argument (${repr(init.shape)}).`,
          );
        }
        const attrs = { dtype: initial.dtype.base_dtype, shape: asked, shared_name: own, container: "" };
        return [initial, asked, createOp("VarHandleOp", {}, attrs, scope)] as const;
      });
      const type = value.dtype.base_dtype;
      const isInitialized = graph.inScope("IsInitialized", () => createOp("VarIsInitializedOp", { resource: handle }));
      const initializer = graph.inScope("Assign", (name) =>
        graph.withColocation(
          null,
          () =>
            graph.withDevice(handle.device, () =>
              createOperation(
                "AssignVariableOp",
                { resource: handle, value: safeInitialValue(scope, value) },
                { dtype: type },
                name,
              ),
            ),
          true,
        ),
      );
      const [element, cached] = graph.inScope("Read", () => {
        const read = graph.withDevice(handle.device, () => readOf(handle, type));
        const device = init.cachingDevice;
        if (!device) return [read, null] as const;
        return [read, graph.withColocation(null, () => graph.withDevice(device, () => identity(read)), true)] as const;
      });
      return { handle, dtype: type, shape, value, initializer, isInitialized, element, cached };
    }),
  );
}

abstract class HandleVariable extends Variable {
  static readonly pythonName: string = "ResourceVariable";
  readonly initial_value: Tensor;
  readonly initializer: Operation;
  /** The handle by which operations reach the variable. */
  readonly handle: Tensor;
  protected readonly parts: Parts;

  constructor(init: VariableInit, parts: Parts) {
    super(init);
    this.parts = parts;
    this.initial_value = parts.value;
    this.initializer = parts.initializer;
    this.handle = parts.handle;
  }

  get name(): string {
    return this.handle.name;
  }
  get dtype(): DType {
    return this.parts.dtype;
  }
  get op(): Operation {
    return this.handle.op;
  }
  get graph(): Graph {
    return this.handle.graph;
  }
  get device(): string {
    return this.handle.device;
  }
  get shape(): TensorShape {
    return this.parts.shape;
  }
  _ref(): Tensor {
    return this.handle;
  }
  /** The operation that gives the variable its first value. */
  get create(): Operation {
    return this.initializer;
  }
  set_shape(_shape: ShapeLike): never {
    throw new NotImplementedError("ResourceVariable does not implement set_shape()");
  }

  protected read(): Tensor {
    return readOf(this.handle, this.dtype);
  }
  /** A read, made anew with each call; the one on the caching device where there is one. */
  value(): Tensor {
    const { cached } = this.parts;
    if (cached) return cached;
    const graph = getDefaultGraph();
    return graph.withColocation(null, () => graph.withDevice(this.handle.device, () => this.read()), true);
  }
  read_value(): Tensor {
    const graph = getDefaultGraph();
    const value = graph.inScope("Read", () => graph.withDevice(this.handle.device, () => this.read()));
    return identity(value);
  }
  /** Rows of the variable, read by index without reading the rest. */
  sparse_read(indices: TensorLike, name: string | null = null): Tensor {
    const rows = scoped(name, "Gather", [], (scope) =>
      createOp("ResourceGather", { resource: this.handle, indices }, { dtype: this.dtype }, scope),
    );
    return identity(rows);
  }
  /** Elements or slices of the variable, read by tuples of indices. */
  gather_nd(indices: TensorLike, name: string | null = null): Tensor {
    const picked = scoped(name, "GatherNd", [], (scope) =>
      createOp("ResourceGatherNd", { resource: this.handle, indices }, { dtype: this.dtype }, scope),
    );
    return identity(picked);
  }
  /** A bool scalar: whether the variable has a value. */
  is_initialized(name: string | null = null): Tensor {
    return this.isInitialized(name);
  }

  private own(value: TensorLike): Tensor {
    return convertToTensor(value, { dtype: this.dtype });
  }
  /** The variable as it is once `op` has run. */
  private after(op: Operation): Variable {
    return new UnreadVariable(this.parts, op);
  }
  protected write(
    verb: "" | "Add" | "Sub",
    given: TensorLike,
    p: { name: string | null; read_value: boolean },
  ): Variable | Operation {
    const make = (): Operation => {
      const value = this.own(given);
      if (verb === "") this.shape.assert_is_compatible_with(value.shape);
      return createOperation(`Assign${verb}VariableOp`, { resource: this.handle, value }, {}, p.name);
    };
    const { cached } = this.parts;
    const op = verb !== "" && cached ? getDefaultGraph().withControls([cached.op], make) : make();
    return p.read_value ? this.after(op) : op;
  }
  scatterRows(
    verb: ScatterVerb | `Nd${ScatterNdVerb}`,
    indices: TensorLike,
    given: TensorLike,
    _use_locking: boolean,
    name: string | null,
  ): Variable {
    const updates = this.own(given);
    const inputs = { resource: this.handle, ref: this.handle, indices, updates };
    return this.after(createOperation(`ResourceScatter${verb}`, inputs, {}, name));
  }
  countUpTo(limit: number, name: string | null): Tensor {
    return createOp("ResourceCountUpTo", { resource: this.handle }, { limit, T: this.dtype }, name);
  }
  isInitialized(name: string | null): Tensor {
    return createOp("VarIsInitializedOp", { resource: this.handle }, {}, name);
  }
  protected writeSlice(given: TensorLike, inputs: OpInputs, masks: OpAttrs, name: string): Written {
    const { cached } = this.parts;
    const make = (): Operation => {
      const value = this.own(given);
      return createOperation("ResourceStridedSliceAssign", { ref: this.handle, ...inputs, value }, masks, name);
    };
    return this.after(cached ? getDefaultGraph().withControls([cached.op], make) : make());
  }
  protected afterWrite(written: Written): Written {
    return this.after(written.op);
  }

  asGraphElement(): Tensor {
    return this.parts.element;
  }
  controlOperation(): Operation {
    return this.op;
  }
  toTensor(dtype: DType | null, _name: string | null, asRef: boolean): Tensor {
    this.refuseOtherType(dtype);
    return asRef ? this.read_value().op.inputs[0]! : this.value();
  }
}

export class ResourceVariable extends HandleVariable {
  /** Raises ValueError without an initial value, or with one that doesn't fit `shape`. */
  constructor(init: VariableInit) {
    super(init, build(checked(init)));
    getDefaultGraph().add_to_collections(collectionsOf(init, this.trainable), this);
  }
}

/** What a write gives: reads as the variable does, but always after that write. */
class UnreadVariable extends HandleVariable {
  static override readonly pythonName = "_UnreadVariable";
  private readonly parent: Operation;

  constructor(parts: Parts, parent: Operation) {
    const element = getDefaultGraph().withControls([parent], () => readOf(parts.handle, parts.dtype));
    super({ initialValue: parts.value }, { ...parts, element, cached: null });
    this.parent = parent;
  }
  override get name(): string {
    return this.parent.name;
  }
  override get op(): Operation {
    return this.parent;
  }
  protected override read(): Tensor {
    return getDefaultGraph().withControls([this.parent], () => super.read());
  }
  override value(): Tensor {
    return this.read();
  }
  override read_value(): Tensor {
    return this.read();
  }
}

/** Whether operations reach that variable through a handle. */
export function isResourceVariable(v: unknown): v is HandleVariable {
  return v instanceof HandleVariable;
}
