/**
 * Joining tensors along an existing axis.
 * Source: tf.concat (tensorflow/python/ops/array_ops.py, array_grad.py; core/kernels/concat_op.cc).
 */

import { constant } from "../../graph/constant.js";
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation } from "../../graph/create_op.js";
import { int32 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { IndexedSlices } from "../../graph/indexed_slices.js";
import type { Kernel, KernelContext } from "../../graph/kernel.js";
import type { Operation } from "../../graph/operation.js";
import type { Gradient, OpRecord } from "../../graph/registry.js";
import { constantValue, type ShapeContext, ShapeError } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { scalarShape, TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { sizeOf } from "../../np/strided.js";
import { merge, withRank, withRankAtLeast } from "../shape_functions.js";
import { addDims, dimOf, ofRank, scalarInput, subshape } from "./dimensions.js";
import { bindMove } from "./move.js";
import { rankInternal, shapeInternal, writeInts } from "./shape.js";

/** Shape of the values start … end (exclusive) joined along the axis that input `axis` holds. */
function concatShape(c: ShapeContext, start: number, end: number, axisAt: number): TensorShape {
  withRank(c.input(axisAt), 0);
  let rank: number | null = null;
  for (let i = start; i < end && rank === null; i++) rank = c.input(i).rank;
  if (rank === 0) throw new ShapeError("Can't concatenate scalars (use tf.stack instead)");
  if (rank !== null) for (let i = start; i < end; i++) withRank(c.input(i), rank);
  const axis = scalarInput(c, axisAt);
  if (axis === null) return ofRank(rank);
  const parts = (i: number) => {
    const input = withRankAtLeast(c.input(i), axis < 0 ? -axis : axis + 1);
    return {
      before: subshape(input, 0, axis),
      middle: dimOf(input, axis),
      after: axis === -1 ? scalarShape : subshape(input, axis + 1),
    };
  };
  let { before, middle, after } = parts(end - 1);
  for (let i = end - 2; i >= start; i--) {
    const next = parts(i);
    before = merge(next.before, before);
    middle = addDims(middle, next.middle);
    after = merge(next.after, after);
  }
  if (before.dims === null || after.dims === null) return unknownShape;
  return new TensorShape([...before.dims, middle, ...after.dims]);
}

/** Checks the inputs' shapes and gives that of the result, with the axis counted from the front. */
function joined(k: KernelContext, first: number, n: number, axisAt: number): { shape: number[]; axis: number } {
  const axisShape = k.input(axisAt).shape;
  if (axisShape.length > 0)
    throw invalidArgument(`ConcatOp : Expected concatenating dimension to be a scalar, but got shape [${axisShape}]`);
  const given = k.ints(axisAt)[0]!;
  const shape = [...k.input(first).shape];
  const rank = shape.length;
  const axis = given < 0 ? given + rank : given;
  if (axis < 0 || axis >= rank) {
    throw invalidArgument(
      `ConcatOp : Expected concatenating dimensions in the range [${-rank}, ${rank}), but got ${given}`,
    );
  }
  for (let i = 1; i < n; i++) {
    const other = k.input(first + i).shape;
    const text = () => `shape[0] = [${k.input(first).shape}] vs. shape[${i}] = [${other}]`;
    if (other.length !== rank) throw invalidArgument(`ConcatOp : Ranks of all input tensors should match: ${text()}`);
    for (let d = 0; d < rank; d++) {
      if (d !== axis && other[d] !== shape[d])
        throw invalidArgument(`ConcatOp : Dimensions of inputs should match: ${text()}`);
    }
    shape[axis]! += other[axis]!;
  }
  return { shape, axis };
}

function concatKernel(first: number, axisAt: (k: KernelContext) => number): Kernel {
  return (k) => {
    const n = k.inputCount - 1;
    const { shape, axis } = joined(k, first, n, axisAt(k));
    const out = k.output(0, shape);
    const outer = sizeOf(shape.slice(0, axis));
    const inner = sizeOf(shape.slice(axis + 1));
    const row = shape[axis]! * inner;
    let at = 0;
    const moves = Array.from({ length: n }, (_, i) => {
      const part = k.input(first + i);
      const length = part.shape[axis]! * inner;
      const move = bindMove(part, out, { shape: [outer, length], from: [length, 1], to: [row, 1], toStart: at });
      at += length;
      return move;
    });
    return () => {
      for (let i = 0; i < moves.length; i++) moves[i]!();
    };
  };
}

/** Shapes of the inputs: constants as long as they are known, else one ShapeN for all. */
function inputShapes(inputs: readonly Tensor[]): readonly Tensor[] {
  const sizes: Tensor[] = [];
  for (const x of inputs) {
    const size = shapeInternal(x);
    if (size.op.type !== "Const") return createOperation("ShapeN", { input: inputs }).outputs;
    sizes.push(size);
  }
  return sizes;
}

/** More parts than this are split off together instead of sliced one by one. */
const MOST_SLICES = 16;

function denseParts(grad: Tensor, inputs: readonly Tensor[], axis: Tensor): readonly Tensor[] {
  const sizes = inputShapes(inputs);
  if (sizes.length > MOST_SLICES) {
    const shapes = createOp("Pack", { values: sizes }, { axis: 1 }, "stack");
    const along = createOp("Squeeze", { input: createOp("Slice", { input: shapes, begin: [axis, 0], size: [1, -1] }) });
    return createOperation(
      "SplitV",
      { value: grad, size_splits: along, split_dim: axis },
      { num_split: sizes.length },
      "split",
    ).outputs;
  }
  const offsets = createOperation("ConcatOffset", { concat_dim: axis, shape: sizes }).outputs;
  return sizes.map((size, i) => createOp("Slice", { input: grad, begin: offsets[i]!, size }));
}

/** The rows of a sparse gradient that belong to each input. */
function sparseParts(grad: IndexedSlices, inputs: readonly Tensor[], axis: Tensor, axisInput: Tensor): IndexedSlices[] {
  const known = constantValue(axisInput);
  if (known === null) throw new ValueError("Can only compute IndexedSlices gradient with statically-known concat_dim");
  let at = Number(known.data[known.offset]);
  if (at < 0) {
    const { rank } = inputs[0]!.shape;
    rankInternal(inputs[0]!);
    if (rank === null) {
      throw new ValueError(
        "Can only compute IndexedSlices gradient with negative concat_dim when first value rank is statically-known.",
      );
    }
    at += rank;
  }
  const sizes = inputs.map((x) => shapeInternal(x));
  return at > 0 ? columnParts(grad, sizes, axis) : rowParts(grad, sizes, axis);
}

/** Joined along another axis than the rows: every input gets all indices, and its columns of the values. */
function columnParts(grad: IndexedSlices, sizes: readonly Tensor[], axis: Tensor): IndexedSlices[] {
  const rank = shapeInternal(sizes[0]!);
  const before = createOp("Fill", { dims: createOp("ExpandDims", { input: axis, dim: 0 }), value: 0 });
  const after = createOp("Fill", { dims: rank.sub(axis).sub(1), value: 0 });
  const mask = concatValues([before, [1], after], 0);
  let begin = createOp("Fill", { dims: rank, value: 0 });
  return sizes.map((size) => {
    const rest = createOp("Slice", { input: size, begin: [1], size: [-1] });
    const values = createOp("Slice", { input: grad.values, begin, size: concatValues([[-1], rest], 0) });
    begin = createOp("Add", { x: begin, y: size.mul(mask) });
    return new IndexedSlices(values, grad.indices, size);
  });
}

/** Joined along the rows: every input gets the indices that fall into its range. */
function rowParts(grad: IndexedSlices, sizes: readonly Tensor[], axis: Tensor): IndexedSlices[] {
  const { indices, values } = grad;
  const dtype = indices.dtype.base_dtype;
  const gather = (params: Tensor, picked: Tensor) => createOp("GatherV2", { params, indices: picked, axis: 0 });
  let start = constant(0, { dtype });
  return sizes.map((size) => {
    const length = gather(size, axis);
    const end = start.add(length.dtype === dtype ? length : createOp("Cast", { x: length }, { DstT: dtype }));
    const inside = createOp("LogicalAnd", { x: indices.ge(start), y: indices.lt(end) });
    const picked = createOp("Squeeze", { input: createOp("Where", { input: inside }) }, { squeeze_dims: [1] });
    const rows = gather(indices, picked).sub(start);
    start = end;
    return new IndexedSlices(gather(values, picked), rows, size);
  });
}

/** Gradients of the values; `axisFirst` says on which side of them the axis input is. */
function concatGradient(op: Operation, grad: Gradient, axisFirst: boolean): Gradient[] {
  const arrange = (parts: readonly Gradient[]) => (axisFirst ? [null, ...parts] : [...parts, null]);
  if (op.inputs.length === 2) return arrange([grad]);
  const axisInput = axisFirst ? op.inputs[0]! : op.inputs.at(-1)!;
  const inputs = axisFirst ? op.inputs.slice(1) : op.inputs.slice(0, -1);
  const axis = axisInput.mod(rankInternal(inputs[0]!));
  return arrange(
    grad instanceof IndexedSlices ? sparseParts(grad, inputs, axis, axisInput) : denseParts(grad!, inputs, axis),
  );
}

export const concatRecords: readonly OpRecord[] = [
  {
    type: "Concat",
    shape: (c) => [concatShape(c, 1, c.inputCount, 0)],
    kernel: concatKernel(1, () => 0),
    grad: (op, dy) => concatGradient(op, dy!, true),
  },
  {
    type: "ConcatV2",
    shape: (c) => [concatShape(c, 0, c.inputCount - 1, c.inputCount - 1)],
    kernel: concatKernel(0, (k) => k.inputCount - 1),
    grad: (op, dy) => concatGradient(op, dy!, false),
  },
  {
    type: "ConcatOffset",
    shape: (c) => Array.from({ length: c.outputCount }, (_, i) => new TensorShape(withRank(c.input(i + 1), 1))),
    kernel: (k) => {
      const n = k.inputCount - 1;
      const given = k.ints(0)[0]!;
      const first = k.ints(1);
      const rank = first.length;
      const axis = given < 0 ? given + rank : given;
      if (axis < 0 || axis >= rank) {
        throw invalidArgument(`Concat dim is out of range: ${axis} vs. ${rank}`);
      }
      let at = 0;
      for (let i = 0; i < n; i++) {
        const shape = k.ints(i + 1);
        if (shape.length !== rank)
          throw invalidArgument(`input ${i} should contain ${rank} elements, but got ${shape.length}`);
        shape.forEach((d, j) => {
          if (j !== axis && d !== first[j]) {
            throw invalidArgument(
              `All dimensions except ${axis} must match. Input ${i} has shape [${shape.join(" ")}] and doesn't match input 0 with shape [${first.join(" ")}].`,
            );
          }
        });
        writeInts(
          k,
          i,
          shape.map((_, j) => (j === axis ? at : 0)),
          [rank],
        );
        at += shape[axis]!;
      }
      return undefined;
    },
    grad: "none",
  },
];

/** Joins tensors; a single one passes through Identity, after the axis has been looked at. */
export function concatValues(values: readonly TensorLike[], axis: TensorLike, name = "concat"): Tensor {
  if (values.length !== 1) return createOp("ConcatV2", { values, axis }, {}, name);
  return getDefaultGraph().inScope(name, () => {
    const { shape } = convertToTensor(axis, { name: "concat_dim", dtype: int32 });
    if (shape.rank !== null && shape.rank !== 0) throw new ValueError(`Shape ${shape} must have rank 0`);
    return createOp("Identity", { input: values[0] }, {}, name);
  });
}

/** tf.concat: the values one after another along `axis`; all other dimensions must agree. */
export const concat = pyFunction<{ values: readonly TensorLike[] | TensorLike; axis: TensorLike; name: string }>()(
  "concat",
  "(values, axis, name='concat')",
  ({ values, axis, name }) =>
    concatValues(Array.isArray(values) ? (values as readonly TensorLike[]) : [values as TensorLike], axis, name),
);
