/**
 * Joining tensors along a new axis, and taking an axis apart.
 * Source: tf.stack, tf.unstack, tf.parallel_stack (tensorflow/python/ops/array_ops.py, array_grad.py; core/kernels/pack_op.cc, unpack_op.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import { getDefaultGraph } from "../../graph/graph.js";
import type { KernelContext, Value } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { ShapeError } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { type Dims, TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { sizeOf } from "../../np/strided.js";
import { merge } from "../shape_functions.js";
import { withContext, withValue } from "./dimensions.js";
import { bindMove } from "./move.js";

/** The axis attribute counted from the front. */
function staticAxis(axis: number, rank: number): number {
  if (axis < -rank || axis >= rank) throw new ShapeError(`Invalid axis: ${axis}; must be in [${-rank},${rank})`);
  return axis < 0 ? axis + rank : axis;
}

function kernelAxis(k: KernelContext, rank: number): number {
  const axis = Number(k.attr<number>("axis"));
  if (axis < -rank || axis >= rank) throw invalidArgument(`axis = ${axis} not in [${-rank}, ${rank})`);
  return axis < 0 ? axis + rank : axis;
}

/** All moves one after another. */
function allOf(moves: readonly (() => void)[]): () => void {
  return () => {
    for (let i = 0; i < moves.length; i++) moves[i]!();
  };
}

function sameDims(a: Dims, b: Dims): boolean {
  return a.length === b.length && a.every((d, i) => d === b[i]);
}

/** Puts equally shaped inputs side by side in `out`, [outer, n, inner]. */
function interleave(k: KernelContext, out: Value, outer: number, inner: number): () => void {
  const n = k.inputCount;
  const block = { shape: [outer, inner], from: [inner, 1], to: [n * inner, 1] };
  return allOf(Array.from({ length: n }, (_, i) => bindMove(k.input(i), out, { ...block, toStart: i * inner })));
}

export const packRecords: readonly OpRecord[] = [
  {
    type: "Pack",
    shape: (c) => {
      const n = c.inputCount;
      let shape = c.input(n - 1);
      for (let i = n - 2; i >= 0; i--) {
        const known = shape;
        shape = withContext(`From merging shape ${i} with other shapes.`, () => merge(c.input(i), known));
      }
      if (shape.dims === null) return [unknownShape];
      const axis = staticAxis(Number(c.attr<number>("axis")), shape.dims.length + 1);
      return [new TensorShape(shape.dims.toSpliced(axis, 0, n))];
    },
    kernel: (k) => {
      const first = k.input(0).shape;
      const axis = kernelAxis(k, first.length + 1);
      for (let i = 1; i < k.inputCount; i++) {
        const { shape } = k.input(i);
        if (!sameDims(first, shape)) {
          throw invalidArgument(
            `Shapes of all inputs must match: values[0].shape = [${first}] != values[${i}].shape = [${shape}]`,
          );
        }
      }
      const out = k.output(0, first.toSpliced(axis, 0, k.inputCount));
      return interleave(k, out, sizeOf(first.slice(0, axis)), sizeOf(first.slice(axis)));
    },
    grad: (op, dy) => {
      const num = Number(op.attr<number>("N"));
      return createOperation(
        "Unpack",
        { value: dy },
        { num, axis: op.attr<number>("axis") },
        "unstack",
      ).outputs.slice();
    },
  },
  {
    type: "Unpack",
    shape: (c) => {
      const { dims } = c.input(0);
      if (dims === null) return new Array<TensorShape>(c.outputCount).fill(unknownShape);
      const axis = staticAxis(Number(c.attr<number>("axis")), dims.length);
      withValue(dims[axis]!, c.outputCount);
      return new Array<TensorShape>(c.outputCount).fill(new TensorShape(dims.toSpliced(axis, 1)));
    },
    kernel: (k) => {
      const input = k.input(0);
      const { shape } = input;
      const n = k.outputTypes.length;
      const axis = kernelAxis(k, shape.length);
      if (shape[axis] !== n) throw invalidArgument(`Input shape axis ${axis} must equal ${n}, got shape [${shape}]`);
      const outer = sizeOf(shape.slice(0, axis));
      const inner = sizeOf(shape.slice(axis + 1));
      const rest = shape.toSpliced(axis, 1);
      const block = { shape: [outer, inner], from: [n * inner, 1], to: [inner, 1] };
      return allOf(
        Array.from({ length: n }, (_, i) => bindMove(input, k.output(i, rest), { ...block, fromStart: i * inner })),
      );
    },
    grad: (op, ...dys) => [stackValues(dys as Tensor[], Number(op.attr<number>("axis")))],
  },
  {
    type: "ParallelConcat",
    shape: (c) => {
      const target = c.attr<TensorShape>("shape");
      const { dims } = target;
      if (dims === null || !target.isFullyDefined) throw new ShapeError("shape attr must be fully defined");
      if (dims[0] !== c.inputCount) throw new ShapeError(`Dimension must be ${c.inputCount} but is ${dims[0]}`);
      let shape = c.input(0);
      for (let i = 0; i < c.inputCount; i++) {
        const input = c.input(i);
        if (!input.isFullyDefined) throw new ShapeError("All input shapes must be fully defined.");
        if (input.dims![0] !== 1) throw new ShapeError("Size of first dimension must be 1.");
        const known = shape;
        shape = withContext(`From merging shape ${i} with other shapes.`, () => merge(known, input));
      }
      return [target];
    },
    kernel: (k) => {
      const out = k.output(0, k.attr<TensorShape>("shape").known!);
      return interleave(k, out, 1, k.input(0).size);
    },
  },
];

/** Values along a new axis: a constant where all of them are plain numbers and the axis is the first. */
export function stackValues(values: readonly TensorLike[] | TensorLike, axis = 0, name = "stack"): Tensor {
  if (axis === 0) {
    try {
      return convertToTensor(values, { name });
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof ValueError)) throw error;
    }
  }
  const { rank } = convertToTensor((values as readonly TensorLike[])[0], { name }).shape;
  if (rank !== null && (axis < -rank - 1 || axis >= rank + 1)) {
    throw new ValueError(`axis = ${axis} not in [${-rank - 1}, ${rank + 1})`);
  }
  return createOp("Pack", { values }, { axis }, name);
}

/** The slices of a tensor along one axis. Raises ValueError where their number isn't known. */
export function unstackValue(given: TensorLike, num: number | null = null, axis = 0, name = "unstack"): Tensor[] {
  let value = given;
  let n = num;
  if (n === null) {
    const tensor = convertToTensor(given);
    value = tensor;
    const { dims } = tensor.shape;
    if (dims !== null) {
      if (axis < -dims.length || axis >= dims.length)
        throw new ValueError(`axis = ${axis} not in [${-dims.length}, ${dims.length})`);
      n = dims.at(axis)!;
    }
    if (n === null) throw new ValueError(`Cannot infer num from shape ${tensor.shape}`);
  }
  return createOperation("Unpack", { value }, { num: n, axis }, name).outputs.slice();
}

/** tf.stack: tensors of one shape along a new axis. */
export const stack = pyFunction<{ values: readonly TensorLike[]; axis: number; name: string }>()(
  "stack",
  "(values, axis=0, name='stack')",
  ({ values, axis, name }) => stackValues(values, axis, name),
);

/** tf.unstack: the slices along one axis, as a list. */
export const unstack = pyFunction<{ value: TensorLike; num: number | null; axis: number; name: string }>()(
  "unstack",
  "(value, num=None, axis=0, name='unstack')",
  ({ value, num, axis, name }) => unstackValue(value, num, axis, name),
);

/** tf.parallel_stack: as stack along the first axis, for shapes that are known; no gradient. */
export const parallel_stack = pyFunction<{ values: readonly TensorLike[]; name: string }>()(
  "parallel_stack",
  "(values, name='parallel_stack')",
  ({ values, name }) =>
    getDefaultGraph().inScope(name, () => {
      const first = convertToTensor(values[0]).shape;
      const shape = new TensorShape([values.length]).concatenate(first);
      const rows = values.map((input) => createOp("ExpandDims", { input, dim: 0 }));
      return createOp("ParallelConcat", { values: rows }, { shape });
    }),
);
