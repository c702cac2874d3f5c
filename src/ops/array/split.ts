/**
 * Cutting a tensor into pieces along one axis.
 * Source: tf.split (tensorflow/python/ops/array_ops.py, array_grad.py; core/kernels/split_op.cc, split_v_op.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOperation } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { KernelContext } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { type ShapeContext, ShapeError } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { Dimension, type TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { sizeOf } from "../../np/strided.js";
import { repr } from "../../py/repr.js";
import { withRankAtLeast } from "../shape_functions.js";
import { concatValues } from "./concat.js";
import { axisInput, divideDim, ofRank, replaceDim, vectorInput, withContext } from "./dimensions.js";
import { bindMove } from "./move.js";

function splitShape(c: ShapeContext): TensorShape[] {
  const input = c.input(1);
  const n = c.outputCount;
  const axis = axisInput(c, 0, input.rank);
  if (axis === null) return new Array<TensorShape>(n).fill(ofRank(input.rank));
  const { dims } = withRankAtLeast(input, axis + 1);
  if (dims === null) return new Array<TensorShape>(n).fill(unknownShape);
  const size = withContext("Number of ways to split should evenly divide the split dimension", () =>
    divideDim(dims[axis]!, n),
  );
  return new Array<TensorShape>(n).fill(replaceDim(input, axis, size));
}

/** Shapes of pieces of given sizes, one of which may be -1: what is left. */
function splitVShape(c: ShapeContext): TensorShape[] {
  const input = c.input(0);
  const n = c.outputCount;
  const axis = axisInput(c, 2, input.rank);
  const sizes = vectorInput(c, 1);
  if (input.dims === null) return new Array<TensorShape>(n).fill(unknownShape);
  if (input.dims.length === 0) throw new ShapeError("Can't split scalars");
  if (axis === null) return new Array<TensorShape>(n).fill(ofRank(input.rank));
  if (sizes === null) return new Array<TensorShape>(n).fill(replaceDim(input, axis, null));
  if (sizes.length !== n) throw new ShapeError("Length of size_splits should be equal to num_outputs");
  const rests = sizes.filter((s) => s === -1).length;
  if (rests > 1) throw new ShapeError("size_splits can only have one -1");
  const total = sizes.reduce((a, s) => (s === -1 ? a : a + s), 0);
  const whole = input.dims[axis]!;
  if (whole !== null && (rests > 0 ? total > whole : total !== whole)) {
    throw new ShapeError(`can't split axis of size ${whole} into pieces of size [${sizes}]`);
  }
  return sizes.map((s) => replaceDim(input, axis, s !== -1 ? s : whole === null ? null : whole - total));
}

function axisOf(k: KernelContext, at: number, rank: number): number {
  if (k.input(at).size !== 1) throw invalidArgument("split_dim must have exactly one element.");
  const given = k.ints(at)[0]!;
  const axis = given < 0 ? given + rank : given;
  if (axis < 0 || axis >= rank)
    throw invalidArgument(`-input rank(-${rank}) <= split_dim < input rank (${rank}), but got ${given}`);
  return axis;
}

/** Binds the copies of neighbouring pieces; a single piece is the input itself. */
function bindPieces(k: KernelContext, from: number, axis: number, sizes: readonly number[]): (() => void) | undefined {
  const input = k.input(from);
  if (sizes.length === 1) {
    k.alias(0, from);
    return undefined;
  }
  const outer = sizeOf(input.shape.slice(0, axis));
  const inner = sizeOf(input.shape.slice(axis + 1));
  const row = input.shape[axis]! * inner;
  let at = 0;
  const moves = sizes.map((size, i) => {
    const out = k.output(i, input.shape.with(axis, size));
    const length = size * inner;
    const move = bindMove(input, out, { shape: [outer, length], from: [row, 1], to: [length, 1], fromStart: at });
    at += length;
    return move;
  });
  return () => {
    for (let i = 0; i < moves.length; i++) moves[i]!();
  };
}

export const splitRecords: readonly OpRecord[] = [
  {
    type: "Split",
    shape: splitShape,
    kernel: (k) => {
      const { shape } = k.input(1);
      const n = k.outputTypes.length;
      const axis = axisOf(k, 0, shape.length);
      const size = shape[axis]!;
      if (size % n !== 0) {
        throw invalidArgument(
          `Number of ways to split should evenly divide the split dimension, but got split_dim ${axis} (size = ${size}) and num_split ${n}`,
        );
      }
      return bindPieces(k, 1, axis, new Array<number>(n).fill(size / n));
    },
    grad: (op, ...dys) => [null, concatValues(dys as Tensor[], op.inputs[0]!)],
  },
  {
    type: "SplitV",
    shape: splitVShape,
    kernel: (k) => {
      const { shape } = k.input(0);
      const n = k.outputTypes.length;
      const axis = axisOf(k, 2, shape.length);
      if (k.input(1).shape.length !== 1 || k.input(1).size !== n) {
        throw invalidArgument(
          `size of the split_tensor must be 1-D and have the same elements as outputs got [${k.input(1).shape}]`,
        );
      }
      const sizes = k.ints(1);
      const whole = shape[axis]!;
      const rest = sizes.indexOf(-1);
      const second = rest < 0 ? -1 : sizes.indexOf(-1, rest + 1);
      if (second >= 0)
        throw invalidArgument(`Only one dimensions can have a value of -1. Second one found at dimension ${second}`);
      const total = sizes.reduce((a, s) => (s === -1 ? a : a + s), 0);
      if (rest >= 0 ? total > whole : total !== whole) {
        throw invalidArgument(
          `Determined shape must either match input shape along split_dim exactly if fully specified, or be less than the size of the input along split_dim if not fully specified.  Got: ${total}`,
        );
      }
      if (rest >= 0) sizes[rest] = whole - total;
      sizes.forEach((s, i) => {
        if (s < 0) throw invalidArgument(`Split size at index ${i} must be >= 0. Got: ${s}`);
      });
      return bindPieces(k, 0, axis, sizes);
    },
    grad: (op, ...dys) => [concatValues(dys as Tensor[], op.inputs[2]!), null, null],
  },
];

/** Equal pieces, or pieces of given sizes. Raises ValueError where their number isn't known. */
export function splitValue(
  value: TensorLike,
  by: TensorLike,
  axis: TensorLike = 0,
  num: number | null = null,
  name: string | null = "split",
): Tensor[] {
  const sizes = convertToTensor(by);
  if (typeof by === "number" || typeof by === "bigint" || by instanceof Dimension) {
    const num_split = by instanceof Dimension ? by.__index__() : by;
    return createOperation("Split", { split_dim: axis, value }, { num_split }, name).outputs.slice();
  }
  if (sizes.shape.rank === 0) {
    throw new ValueError(
      `Rank-0 tensors are not supported as the num_or_size_splits argument to split. Argument provided: ${repr(by)}`,
    );
  }
  const n = num ?? sizes.shape.dims?.[0] ?? null;
  if (n === null) throw new ValueError(`Cannot infer num from shape ${String(by)}`);
  return createOperation(
    "SplitV",
    { value, size_splits: sizes, split_dim: axis },
    { num_split: n },
    name,
  ).outputs.slice();
}

interface SplitArguments {
  value: TensorLike;
  num_or_size_splits: TensorLike;
  axis: TensorLike;
  num: number | null;
  name: string;
}

/** tf.split: `value` cut along `axis` into that many equal pieces, or into pieces of the listed sizes. */
export const split = pyFunction<SplitArguments>()(
  "split",
  "(value, num_or_size_splits, axis=0, num=None, name='split')",
  (p) => splitValue(p.value, p.num_or_size_splits, p.axis, p.num, p.name),
);
