/**
 * Variables with reference semantics: a read is an alias that sees later writes.
 * Source: RefVariable (tensorflow/python/ops/variables.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, type OpAttrs, type OpInputs, scoped } from "../../graph/create_op.js";
import type { DType } from "../../graph/dtypes.js";
import { type Graph, getDefaultGraph } from "../../graph/graph.js";
import type { Operation } from "../../graph/operation.js";
import type { Tensor } from "../../graph/tensor.js";
import { as_shape, type ShapeLike, type TensorShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
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

export class RefVariable extends Variable {
  static readonly pythonName = "RefVariable";
  readonly initial_value: Tensor;
  readonly initializer: Operation;
  private readonly ref: Tensor;
  private readonly snapshot: Tensor;

  /** Raises ValueError without an initial value or with one of unknown shape. */
  constructor(init: VariableInit) {
    super(checked(init));
    const { initialValue, validateShape = true, dtype = null } = init;
    const isFunction = typeof initialValue === "function";
    const graph = getDefaultGraph();
    const parts = graph.withControls(null, () =>
      scoped(init.name, "Variable", isFunction ? [] : [initialValue], (scope) => {
        const value = isFunction
          ? graph.withAttrs(ownGroup(scope), () => initialTensor(graph, initialValue, dtype))
          : convertToTensor(initialValue, { name: "initial_value", dtype });
        const shape = init.shape != null ? as_shape(init.shape) : validateShape ? value.shape : as_shape(null);
        const make = () =>
          createOp("VariableV2", {}, { shape, dtype: value.dtype.base_dtype, container: "", shared_name: "" }, scope);
        const ref = isFunction ? graph.withAttrs(ownGroup(scope), make) : make();
        if (validateShape && !value.shape.isFullyDefined)
          throw new ValueError(`initial_value must have a shape specified: ${value}`);
        const safe = safeInitialValue(scope, value);
        const initializer = createOperation("Assign", { ref, value: safe }, { validate_shape: validateShape });
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
    graph.add_to_collections(collectionsOf(init, this.trainable), this);
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
  set_shape(shape: ShapeLike): void {
    this.ref.set_shape(shape);
    this.snapshot.set_shape(shape);
  }
  /** The value, read when the run comes to it. */
  value(): Tensor {
    return this.snapshot;
  }
  read_value(): Tensor {
    return identity(this.ref, { name: "read" });
  }
  /** The reference itself, for operations that write. */
  _ref(): Tensor {
    return this.ref;
  }

  protected write(
    verb: "" | "Add" | "Sub",
    value: TensorLike,
    p: { use_locking: boolean | null; name: string | null; read_value: boolean },
  ): Tensor | Operation {
    const written = createOp(
      `Assign${verb}`,
      { ref: this.ref, value },
      { use_locking: p.use_locking ?? false },
      p.name,
    );
    return p.read_value ? written : written.op;
  }
  scatterRows(
    verb: ScatterVerb | `Nd${ScatterNdVerb}`,
    indices: TensorLike,
    updates: TensorLike,
    use_locking: boolean,
    name: string | null,
  ): Tensor {
    return createOp(`Scatter${verb}`, { ref: this.ref, indices, updates }, { use_locking }, name);
  }
  countUpTo(limit: number, name: string | null): Tensor {
    return createOp("CountUpTo", { ref: this.ref }, { limit }, name);
  }
  isInitialized(name: string | null): Tensor {
    return createOp("IsVariableInitialized", { ref: this.ref }, {}, name);
  }
  protected writeSlice(value: TensorLike, inputs: OpInputs, masks: OpAttrs, name: string): Written {
    return createOp("StridedSliceAssign", { ref: this.ref, ...inputs, value }, masks, name);
  }
  protected afterWrite(written: Written): Written {
    return written;
  }

  asGraphElement(): Tensor {
    return this.ref;
  }
  toTensor(dtype: DType | null, _name: string | null, asRef: boolean): Tensor {
    this.refuseOtherType(dtype);
    return asRef ? this.ref : this.snapshot;
  }
}
