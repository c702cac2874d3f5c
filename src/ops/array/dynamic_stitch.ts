/**
 * DynamicStitch: rows of several tensors put at given places of one.
 * Source: tf.dynamic_stitch (core/kernels/dynamic_stitch_op.cc; tensorflow/python/ops/data_flow_grad.py).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import { IndexedSlices } from "../../graph/indexed_slices.js";
import type { Kernel } from "../../graph/kernel.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import { ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { sameShape, sizeOf } from "../../np/strided.js";
import { placeText, shapeText, startsWith } from "../run_shapes.js";
import { merge } from "../shape_functions.js";
import { subshape } from "./dimensions.js";
import { gatherRows } from "./gather.js";
import { bindCopyRun } from "./move.js";
import { shapeInternal } from "./shape.js";

const stitchShape: ShapeFn = (c) => {
  const n = c.inputCount / 2;
  let known = true;
  let last = -1;
  let rest = unknownShape;
  for (let i = 0; i < n; i++) {
    const indices = c.input(i);
    const data = c.input(n + i);
    const value = c.constant(i);
    if (value === null) known = false;
    else for (let j = 0; j < value.size; j++) last = Math.max(last, Number(value.data[value.offset + j]));
    if (indices.dims === null || data.dims === null) continue;
    const rank = indices.dims.length;
    if (data.dims.length < rank)
      throw new ShapeError(`Shape must be at least rank ${rank} but is rank ${data.dims.length}`);
    merge(subshape(data, 0, rank), indices);
    rest = merge(rest, subshape(data, rank));
  }
  return [new TensorShape([known ? last + 1 : null]).concatenate(rest)];
};

const stitchKernel: Kernel = (k) => {
  const n = k.inputCount / 2;
  const lists = Array.from({ length: n }, (_, i) => k.ints(i));
  const data = Array.from({ length: n }, (_, i) => k.input(n + i));
  const shapes = lists.map((_, i) => k.input(i).shape);
  const rest = data[0]!.shape.slice(shapes[0]!.length);
  for (let i = 0; i < n; i++) {
    const indices = shapes[i]!;
    const { shape } = data[i]!;
    if (!startsWith(shape, indices)) {
      throw invalidArgument(
        `data[${i}].shape = ${shapeText(shape)} does not start with indices[${i}].shape = ${shapeText(indices)}`,
      );
    }
    if (!sameShape(shape.slice(indices.length), rest)) {
      throw invalidArgument(
        `Need data[0].shape[${shapes[0]!.length}:] = data[${i}].shape[${indices.length}:], got data[0].shape = ${shapeText(data[0]!.shape)}, data[${i}].shape = ${shapeText(shape)}, indices[0].shape = ${shapeText(shapes[0]!)}, indices[${i}].shape = ${shapeText(indices)}`,
      );
    }
  }
  let rows = 0;
  for (const list of lists) for (const index of list) rows = Math.max(rows, index + 1);
  lists.forEach((list, i) => {
    const wrong = list.findIndex((index) => index < 0);
    if (wrong >= 0)
      throw invalidArgument(`indices[${i}]${placeText(shapes[i]!, wrong)} = ${list[wrong]} is not in [0, ${rows})`);
  });
  const out = k.output(0, [rows, ...rest]);
  const inner = sizeOf(rest);
  const copies = data.map((value) => bindCopyRun(value, out, inner));
  return () => {
    for (let i = 0; i < n; i++) {
      const list = lists[i]!;
      const copy = copies[i]!;
      for (let j = 0; j < list.length; j++) copy(j * inner, list[j]! * inner);
    }
  };
};

/** Each input gets back the rows that it wrote. */
const stitchGradient: GradientFn = (op, dy) => {
  const n = op.inputs.length / 2;
  let grad = dy!;
  if (grad instanceof IndexedSlices) {
    const num_segments = shapeInternal(op.outputs[0]!).at(0);
    grad = createOp("UnsortedSegmentSum", { data: grad.values, segment_ids: grad.indices, num_segments });
  }
  const dense = grad;
  return [...new Array<null>(n).fill(null), ...op.inputs.slice(0, n).map((indices) => gatherRows(dense, indices))];
};

export const dynamicStitchRecords: readonly OpRecord[] = ["DynamicStitch", "ParallelDynamicStitch"].map((type) => ({
  type,
  shape: stitchShape,
  kernel: stitchKernel,
  grad: stitchGradient,
}));

type StitchArguments = { indices: readonly TensorLike[]; data: readonly TensorLike[]; name: string | null };

/** tf.dynamic_stitch: merged[indices[m][i]] = data[m][i]; where places repeat, the last one wins. */
export const dynamic_stitch = pyFunction<StitchArguments>()(
  "dynamic_stitch",
  "(indices, data, name=None)",
  ({ indices, data, name }) => createOp("DynamicStitch", { indices, data }, {}, name),
);
