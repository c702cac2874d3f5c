/**
 * Switch and Merge: how tensors enter a branch and leave it. The plan executes both (runtime/liveness.ts).
 * Source: switch, merge, _SwitchRefOrTensor (tensorflow/python/ops/control_flow_ops.py), core/ops/control_flow_ops.cc.
 */
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { IndexedSlices } from "../../graph/indexed_slices.js";
import { ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import { Tensor } from "../../graph/tensor.js";
import { scalarShape, TensorShape, unknownShape } from "../../graph/tensor_shape.js";

export const switchShape: ShapeFn = (c) => {
  const { rank } = c.input(1);
  if (rank !== null && rank !== 0) throw new ShapeError(`Shape must be rank 0 but is rank ${rank}`);
  return [c.input(0), c.input(0)];
};

/** Dimensions that all inputs share; nothing is known where the ranks differ. */
export const mergeShape: ShapeFn = (c) => {
  let out: TensorShape = c.input(0);
  for (let i = 1; i < c.inputCount; i++) {
    const dims = c.input(i).dims;
    if (out.dims === null || dims === null || out.dims.length !== dims.length) return [unknownShape, scalarShape];
    out = new TensorShape(out.dims.map((d, k) => (d !== null && d === dims[k] ? d : null)));
  }
  return [out, scalarShape];
};

/** The tensor as it leaves the switch, [where pred is false, where it is true], colocated with it. */
export function switchRefOrTensor(data: Tensor, pred: Tensor, name = "Switch"): readonly [Tensor, Tensor] {
  const type = data.dtype.isRef ? "RefSwitch" : "Switch";
  const make = (): readonly Tensor[] => createOperation(type, { data, pred }, {}, name).outputs;
  const [no, yes] = getDefaultGraph().withColocation(data.op, make, true);
  return [no!, yes!];
}

/** As switchRefOrTensor, without colocation. */
export function switchTensor(data: Tensor, pred: Tensor, name: string | null = null): readonly [Tensor, Tensor] {
  const [no, yes] = createOperation("Switch", { data, pred }, {}, name).outputs;
  return [no!, yes!];
}

type Dense = Tensor | IndexedSlices;

/** A gradient, dense or slices, switched part by part. */
export function switchGradientOf(grad: Dense, pred: Tensor, name = "Switch"): readonly [Dense, Dense] {
  if (grad instanceof Tensor) return switchRefOrTensor(grad, pred, name);
  return getDefaultGraph().withColocation(
    grad.op,
    () =>
      scoped(name, "Switch", [grad, pred], () => {
        const parts = [grad.values, grad.indices, ...(grad.dense_shape ? [grad.dense_shape] : [])];
        const made = parts.map((t) => switchTensor(t, pred));
        const side = (i: 0 | 1) => new IndexedSlices(made[0]![i], made[1]![i], made[2]?.[i] ?? null);
        return [side(0), side(1)] as const;
      }),
    true,
  );
}

/** The value of the input that is there, and which one that was (int32). */
export function merge(inputs: readonly Tensor[], name: string | null = null): readonly [Tensor, Tensor] {
  const type = inputs.every((t) => t.dtype.isRef) ? "RefMerge" : "Merge";
  const [value, index] = createOperation(type, { inputs }, {}, name).outputs;
  return [value!, index!];
}

/** Merges dense tensors; where one of them is slices, all are merged as slices, part by part. */
export function mergeTensors(inputs: readonly Dense[], name: string | null = null): Dense {
  const tensors = inputs.filter((t) => t instanceof Tensor);
  if (tensors.length === inputs.length) return merge(tensors, name)[0];
  return scoped(name, "Merge", inputs, () => {
    const slices = inputs.map((t) => (t instanceof Tensor ? asSlices(t) : t));
    const part = (of: (s: IndexedSlices) => Tensor): Tensor => merge(slices.map(of))[0];
    const values = part((s) => s.values);
    const indices = part((s) => s.indices);
    const shape = slices.every((s) => s.dense_shape !== null) ? part((s) => s.dense_shape!) : null;
    return new IndexedSlices(values, indices, shape);
  });
}

/** All rows of a dense tensor. Source: math_ops._as_indexed_slices. */
function asSlices(x: Tensor): IndexedSlices {
  const shape = createOp("Shape", { input: x });
  const first = createOp("StridedSlice", { input: shape, begin: [0], end: [1], strides: [1] }, { shrink_axis_mask: 1 });
  return new IndexedSlices(x, createOp("Range", { start: 0, limit: first, delta: 1 }), shape);
}
