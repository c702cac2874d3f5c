/**
 * Repeating a tensor along its dimensions.
 * Source: tf.tile (core/kernels/tile_ops.cc; tensorflow/python/ops/array_grad.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import { IndexedSlices } from "../../graph/indexed_slices.js";
import type { Operation } from "../../graph/operation.js";
import type { Gradient, OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { rowMajor } from "../../np/strided.js";
import { withRank } from "../shape_functions.js";
import { concatValues } from "./concat.js";
import { multiplyDims } from "./dimensions.js";
import { bindMove } from "./move.js";
import { rangeOf } from "./range.js";
import { reshapeTo } from "./reshape.js";
import { shapeInternal, sizeInternal } from "./shape.js";
import { transposeBy } from "./transpose.js";

/** Sums over the copies: the gradient seen as [multiple, size] per dimension, reduced over the multiples. */
function tileGradient(op: Operation, dy: Gradient): Tensor {
  const [input, multiples] = op.inputs as [Tensor, Tensor];
  const inputShape = shapeInternal(input, null, true, multiples.dtype.base_dtype);
  let split = reshapeTo(transposeBy(convertToTensor([multiples, inputShape], { name: "stack" })), [-1]);
  const axes = rangeOf(0, sizeInternal(split), 2);
  let grad = dy;
  if (grad instanceof IndexedSlices) {
    const rows = castTo(inputShape.at(0), grad.indices);
    const ids = createOp("FloorMod", { x: grad.indices, y: rows }, {}, "FloorMod");
    grad = createOp("UnsortedSegmentSum", { data: grad.values, segment_ids: ids, num_segments: rows });
    split = concatValues([[1], split.at("1:")], 0);
  }
  const sum = createOp("Sum", { input: reshapeTo(grad!, split), reduction_indices: axes });
  sum.set_shape(input.shape);
  return sum;
}

function castTo(x: Tensor, like: Tensor): Tensor {
  return x.dtype.base_dtype === like.dtype.base_dtype ? x : createOp("Cast", { x }, { DstT: like.dtype.base_dtype });
}

export const tileRecords: readonly OpRecord[] = [
  {
    type: "Tile",
    shape: (c) => {
      const multiples = withKnownRank(c.constantShape(1), c.input(0).rank);
      const dims = multiples.dims && withRank(c.input(0), multiples.dims.length);
      return [new TensorShape(dims && multiples.dims!.map((m, i) => multiplyDims(dims[i]!, m)))];
    },
    kernel: (k) => {
      const input = k.input(0);
      const multiples = k.ints(1);
      const rank = input.shape.length;
      if (k.input(1).shape.length !== 1)
        throw invalidArgument(`Expected multiples to be 1-D, but got shape [${k.input(1).shape}]`);
      if (multiples.length !== rank)
        throw invalidArgument(
          `Expected multiples argument to be a vector of length ${rank} but got length ${multiples.length}`,
        );
      multiples.forEach((m, i) => {
        if (m < 0) throw invalidArgument(`Expected multiples[${i}] >= 0, but got ${m}`);
      });
      if (multiples.every((m) => m === 1)) {
        k.alias(0, 0);
        return undefined;
      }
      const shape = input.shape.map((d, i) => d * multiples[i]!);
      const from = rowMajor(input.shape);
      const to = rowMajor(shape);
      return bindMove(input, k.output(0, shape), {
        shape: input.shape.flatMap((d, i) => [multiples[i]!, d]),
        from: from.flatMap((s) => [0, s]),
        to: to.flatMap((s, i) => [s * input.shape[i]!, s]),
      });
    },
    grad: (op, dy) => [tileGradient(op, dy!), null],
  },
];

function withKnownRank(shape: TensorShape, rank: number | null): TensorShape {
  return rank === null ? shape : new TensorShape(withRank(shape, rank));
}

export function tileBy(input: TensorLike, multiples: TensorLike, name: string | null = null): Tensor {
  return createOp("Tile", { input, multiples }, {}, name);
}

/** tf.tile: `multiples[i]` copies along dimension i. */
export const tile = pyFunction<{ input: TensorLike; multiples: TensorLike; name: string | null }>()(
  "tile",
  "(input, multiples, name=None)",
  ({ input, multiples, name }) => tileBy(input, multiples, name),
);
