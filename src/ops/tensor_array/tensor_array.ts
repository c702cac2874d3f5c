/**
 * tf.TensorArray: tensors by number, written and read within a run, in loops above all.
 * Source: tf.TensorArray (tensorflow/python/ops/tensor_array_ops.py).
 */

import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { as_dtype, type DType, type DTypeLike, int64 } from "../../graph/dtypes.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { IndexedSlices } from "../../graph/indexed_slices.js";
import type { Operation } from "../../graph/operation.js";
import { constantValue, intsOf } from "../../graph/shape_inference.js";
import { pyClass } from "../../graph/signature.js";
import { Tensor } from "../../graph/tensor.js";
import { as_shape, type ShapeLike, TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { TypeError_, ValueError } from "../../np/errors.js";
import { range } from "../array/range.js";
import { shapeInternal } from "../array/shape.js";
import type { HasFlow } from "../control/flows.js";

interface TensorArrayInit {
  readonly dtype: DTypeLike;
  readonly size?: TensorLike | null;
  readonly dynamic_size?: boolean | null;
  readonly clear_after_read?: boolean | null;
  readonly tensor_array_name?: string | null;
  readonly handle?: Tensor | null;
  readonly flow?: Tensor | null;
  readonly infer_shape?: boolean;
  readonly element_shape?: ShapeLike | null;
  readonly colocate_with_first_write_call?: boolean;
  readonly name?: string | null;
}

/** What arrays of the same handle share: the element shape as far as writes told it, and where the first write was. */
interface Shared {
  elementShape: TensorShape;
  firstWrite: Tensor | null;
}

function refuseBoth(init: TensorArrayInit): void {
  const { handle = null, size = null } = init;
  if (handle !== null && init.tensor_array_name)
    throw new ValueError("Cannot construct with both handle and tensor_array_name");
  if (handle !== null && !(handle instanceof Tensor)) throw new TypeError_("Handle must be a Tensor");
  if (handle === null && size === null) throw new ValueError("Size must be provided if handle is not provided");
  if (handle === null) return;
  if (size !== null) throw new ValueError("Cannot provide both a handle and size at the same time");
  for (const key of ["element_shape", "dynamic_size", "clear_after_read"] as const)
    if (init[key] !== null && init[key] !== undefined)
      throw new ValueError(`Cannot provide both a handle and ${key} at the same time`);
}

export class TensorArray implements HasFlow {
  readonly dtype: DType;
  readonly handle: Tensor;
  /** Ties writes and reads in their order: every write gives an array with a new flow. */
  readonly flow: Tensor;
  readonly dynamic_size: boolean;
  private readonly inferShape: boolean;
  private readonly colocates: boolean;
  private shared: Shared;

  /** Raises ValueError unless exactly one of `size` and `handle` is given. */
  constructor(init: TensorArrayInit) {
    refuseBoth(init);
    this.dtype = as_dtype(init.dtype).base_dtype;
    this.dynamic_size = init.dynamic_size ?? false;
    this.inferShape = init.infer_shape ?? true;
    this.colocates = init.colocate_with_first_write_call ?? true;
    this.shared = { elementShape: as_shape(init.element_shape ?? unknownShape), firstWrite: null };
    const { handle = null, flow = null, size = null } = init;
    const made = scoped(
      init.name,
      "TensorArray",
      [handle, size, flow].filter((x) => x !== null),
      (scope) => {
        if (handle !== null) {
          if (flow === null) throw new ValueError("flow must not be None if handle is not None.");
          return [handle, flow] as const;
        }
        const attrs = {
          dtype: this.dtype,
          element_shape: this.shared.elementShape,
          identical_element_shapes: this.inferShape,
          dynamic_size: this.dynamic_size,
          clear_after_read: init.clear_after_read ?? true,
          tensor_array_name: init.tensor_array_name ?? "",
        };
        const create = (): readonly Tensor[] => createOperation("TensorArrayV3", { size }, attrs, scope).outputs;
        const graph = getDefaultGraph();
        // The first write decides where it lives.
        const outputs = this.colocates
          ? graph.withDevice(null, () => graph.withColocation(null, create, true))
          : create();
        return [outputs[0]!, outputs[1]!] as const;
      },
    );
    [this.handle, this.flow] = made;
  }

  get element_shape(): TensorShape {
    return this.shared.elementShape;
  }

  withFlow(flow: Tensor): TensorArray {
    const made = new TensorArray({
      dtype: this.dtype,
      handle: this.handle,
      flow,
      infer_shape: this.inferShape,
      colocate_with_first_write_call: this.colocates,
    });
    made.shared = this.shared;
    Object.assign(made, { dynamic_size: this.dynamic_size });
    return made;
  }
  identity(): TensorArray {
    return this.withFlow(createOp("Identity", { input: this.flow }));
  }

  private checkShape(shape: TensorShape): void {
    const { shared } = this;
    if (!shape.is_compatible_with(shared.elementShape))
      throw new ValueError(`Inconsistent shapes: saw ${shape} but expected ${shared.elementShape} `);
    if (this.inferShape) shared.elementShape = shared.elementShape.merge_with(shape);
  }
  private colocated<T>(value: Tensor, body: () => T): T {
    if (!this.colocates) return body();
    this.shared.firstWrite ??= value;
    return getDefaultGraph().withColocation(this.shared.firstWrite.op, body);
  }
  private value(given: TensorLike | IndexedSlices): Tensor {
    return given instanceof IndexedSlices
      ? convertToTensor(given)
      : convertToTensor(given, { preferred: this.dtype, name: "value" });
  }

  /** The array of gradients of one tf.gradients call, `source`. */
  grad(source: string, flow: Tensor | null = null, name: string | null = null): TensorArray {
    const graph = getDefaultGraph();
    const from = flow ?? this.flow;
    return scoped(name, "TensorArrayGrad", [this.handle], () =>
      graph.withColocation(this.handle.op, () => {
        const handle = createOp("TensorArrayGradV3", { handle: this.handle, flow_in: from }, { source }, name);
        const next = graph.withControls([handle.op], () => createOp("Identity", { input: from }, {}, "gradient_flow"));
        const made = new TensorArray({
          dtype: this.dtype,
          handle,
          flow: next,
          infer_shape: this.inferShape,
          colocate_with_first_write_call: false,
        });
        made.shared = { elementShape: this.shared.elementShape, firstWrite: null };
        return made;
      }),
    );
  }

  /** The element at `index`, an int32 scalar. */
  read(index: TensorLike, name: string | null = null): Tensor {
    const inputs = { handle: this.handle, index, flow_in: this.flow };
    const made = createOp("TensorArrayReadV3", inputs, { dtype: this.dtype }, name);
    made.set_shape(this.shared.elementShape);
    return made;
  }

  /** The array with `value` at `index`. Raises ValueError for a shape that others don't have. */
  write(index: TensorLike, value: TensorLike | IndexedSlices, name: string | null = null): TensorArray {
    return scoped(name, "TensorArrayWrite", [this.handle, index, value], () => {
      const tensor = this.value(value);
      this.checkShape(tensor.shape);
      const inputs = { handle: this.handle, index, value: tensor, flow_in: this.flow };
      return this.withFlow(this.colocated(tensor, () => createOp("TensorArrayWriteV3", inputs, {}, name)));
    });
  }

  /** All elements as one tensor with a new first dimension. */
  stack(name: string | null = null): Tensor {
    return getDefaultGraph().withColocation(this.handle.op, () =>
      scoped(name, "TensorArrayStack", [this.handle], () => {
        return this.gather(range(0, this.size()), name);
      }),
    );
  }

  gather(indices: TensorLike, name: string | null = null): Tensor {
    const { elementShape } = this.shared;
    const inputs = { handle: this.handle, indices, flow_in: this.flow };
    const attrs = { dtype: this.dtype, element_shape: elementShape };
    const made = createOp("TensorArrayGatherV3", inputs, attrs, name);
    if (elementShape.dims) made.set_shape(new TensorShape([null, ...elementShape.dims]));
    return made;
  }

  /** All elements one after another along their first dimension. */
  concat(name: string | null = null): Tensor {
    const { elementShape } = this.shared;
    const rest = elementShape.dims ? new TensorShape(elementShape.dims.slice(1)) : unknownShape;
    const inputs = { handle: this.handle, flow_in: this.flow };
    const attrs = { dtype: this.dtype, element_shape_except0: rest };
    const made = createOp("TensorArrayConcatV3", inputs, attrs, name);
    if (elementShape.dims) made.set_shape(new TensorShape([null, ...elementShape.dims.slice(1)]));
    return made;
  }

  /** The array with the rows of `value` as its elements. */
  unstack(value: TensorLike, name: string | null = null): TensorArray {
    return scoped(name, "TensorArrayUnstack", [this.handle, value], () => {
      const count = shapeInternal(value).at(0);
      return this.scatter(range(0, count), value, name);
    });
  }

  scatter(indices: TensorLike, value: TensorLike | IndexedSlices, name: string | null = null): TensorArray {
    return scoped(name, "TensorArrayScatter", [this.handle, value, indices], () => {
      const tensor = this.value(value);
      const { dims } = tensor.shape;
      this.checkShape(dims ? new TensorShape(dims.slice(1)) : unknownShape);
      const inputs = { handle: this.handle, indices, value: tensor, flow_in: this.flow };
      return this.withFlow(this.colocated(tensor, () => createOp("TensorArrayScatterV3", inputs, {}, name)));
    });
  }

  /** The array with `value` cut into pieces of these lengths. */
  split(value: TensorLike | IndexedSlices, lengths: TensorLike, name: string | null = null): TensorArray {
    return scoped(name, "TensorArraySplit", [this.handle, value, lengths], () => {
      const tensor =
        value instanceof IndexedSlices
          ? convertToTensor(value)
          : convertToTensor(value, { dtype: this.dtype, name: "value" });
      return this.withFlow(
        this.colocated(tensor, () => {
          const given = convertToTensor(lengths, { name: "x" });
          const lengths64 = given.dtype === int64 ? given : createOp("Cast", { x: given }, { DstT: int64 });
          const known = constantValue(lengths64);
          const all = known && known.ndim > 0 ? intsOf(known) : null;
          const { dims } = tensor.shape;
          if (dims && all && all.length > 0 && all.every((n) => n === all[0]))
            this.checkShape(new TensorShape([all[0]!, ...dims.slice(1)]));
          const inputs = { handle: this.handle, value: tensor, lengths: lengths64, flow_in: this.flow };
          return createOp("TensorArraySplitV3", inputs, {}, name);
        }),
      );
    });
  }

  /** Number of elements, int32. */
  size(name: string | null = null): Tensor {
    return createOp("TensorArraySizeV3", { handle: this.handle, flow_in: this.flow }, {}, name);
  }
  close(name: string | null = null): Operation {
    return createOperation("TensorArrayCloseV3", { handle: this.handle }, {}, name);
  }
}

/** tf.TensorArray: an array of `size` tensors of `dtype`, each written once. */
export const TensorArrayClass = pyClass<TensorArrayInit>()(
  "TensorArray",
  "(dtype, size=None, dynamic_size=None, clear_after_read=None, tensor_array_name=None, handle=None, flow=None, infer_shape=True, element_shape=None, colocate_with_first_write_call=True, name=None)",
  TensorArray.prototype,
  (p) => new TensorArray(p),
);
