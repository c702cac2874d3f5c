/**
 * Broadcasting: a tensor repeated to a larger shape, and shapes computed from shapes.
 * Source: tf.broadcast_to, tf.broadcast_dynamic_shape (core/kernels/bcast_ops.cc, broadcast_to_op.h; array_grad.py).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp, createOperation } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { OpRecord } from "../../graph/registry.js";
import { ShapeError } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { as_shape, type ShapeLike, TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { rowMajor, sameShape } from "../../np/strided.js";
import { broadcastShapes } from "../../numerics/broadcast.js";
import { shapeText } from "../run_shapes.js";
import { broadcastStatic, withRank } from "../shape_functions.js";
import { bindMove } from "./move.js";
import { reshapeTo } from "./reshape.js";
import { shapeInternal, writeInts } from "./shape.js";

function incompatible(a: readonly number[], b: readonly number[]): Error {
  return invalidArgument(`Incompatible shapes: ${shapeText(a)} vs. ${shapeText(b)}`);
}

export const broadcastRecords: readonly OpRecord[] = [
  {
    type: "BroadcastTo",
    shape: (c) => {
      const out = c.constantShape(1);
      const input = c.input(0);
      if (out.dims === null) return [out];
      if (input.dims !== null && input.dims.length > out.dims.length) {
        throw new ShapeError(`Shape must be at most rank ${out.dims.length} but is rank ${input.dims.length}`);
      }
      if (input.dims !== null) {
        const extra = out.dims.length - input.dims.length;
        input.dims.forEach((d, i) => {
          const to = out.dims![extra + i]!;
          if (d !== null && to !== null && d !== 1 && d !== to)
            throw new ShapeError(`Dimensions must be equal, but are ${d} and ${to}`);
        });
      }
      return [out];
    },
    kernel: (k) => {
      const input = k.input(0);
      const shape = k.ints(1);
      const extra = shape.length - input.shape.length;
      if (extra < 0)
        throw invalidArgument(
          `Rank of input (${input.shape.length}) must be no greater than rank of output shape (${shape.length}).`,
        );
      const both = broadcastShapes(input.shape, shape);
      if (both === null) throw incompatible(input.shape, shape);
      if (!sameShape(both, shape))
        throw invalidArgument(`Unable to broadcast tensor of shape [${input.shape}] to tensor of shape [${shape}]`);
      if (extra === 0 && sameShape(input.shape, shape)) {
        k.alias(0, 0);
        return undefined;
      }
      const strides = rowMajor(input.shape);
      const from = shape.map((_, i) => (i < extra || input.shape[i - extra] === 1 ? 0 : strides[i - extra]!));
      return bindMove(input, k.output(0, shape), { shape, from, to: rowMajor(shape) });
    },
    grad: (op, dy) => {
      const [input, target] = op.inputs as [Tensor, Tensor];
      const inputShape = shapeInternal(input);
      const axes = createOperation("BroadcastGradientArgs", { s0: target, s1: inputShape }).outputs[1]!;
      const sum = createOp("Sum", { input: dy, reduction_indices: axes }, { keep_dims: true });
      return [reshapeTo(sum, inputShape), null];
    },
  },
  {
    type: "BroadcastArgs",
    shape: (c) => {
      const a = new TensorShape(withRank(c.input(0), 1));
      const b = new TensorShape(withRank(c.input(1), 1));
      const [m, n] = [a.dims![0]!, b.dims![0]!];
      return [new TensorShape([m === null || n === null ? null : Math.max(m, n)])];
    },
    kernel: (k) => {
      const [a, b] = [k.ints(0), k.ints(1)];
      const both = broadcastShapes(a, b);
      if (both === null) throw incompatible(a, b);
      return writeInts(k, 0, both, [both.length]);
    },
  },
];

/** tf.broadcast_to: `input` repeated along dimensions that are 1 or missing, to `shape`. */
export const broadcast_to = pyFunction<{ input: TensorLike; shape: TensorLike; name: string | null }>()(
  "broadcast_to",
  "(input, shape, name=None)",
  ({ input, shape, name }) => createOp("BroadcastTo", { input, shape }, {}, name),
);

/** tf.broadcast_dynamic_shape: the shape that two shapes given as tensors broadcast to. */
export const broadcast_dynamic_shape = pyFunction<{ shape_x: TensorLike; shape_y: TensorLike }>()(
  "broadcast_dynamic_shape",
  "(shape_x, shape_y)",
  ({ shape_x, shape_y }) => createOp("BroadcastArgs", { s0: shape_x, s1: shape_y }),
);

/** tf.broadcast_static_shape: the shape that two static shapes broadcast to. Raises ValueError where they don't. */
export const broadcast_static_shape = pyFunction<{ shape_x: ShapeLike; shape_y: ShapeLike }>()(
  "broadcast_static_shape",
  "(shape_x, shape_y)",
  ({ shape_x, shape_y }) => {
    const [a, b] = [as_shape(shape_x), as_shape(shape_y)];
    if (a.dims === null || b.dims === null) return unknownShape;
    try {
      return broadcastStatic(a, b);
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      throw new ValueError(`Incompatible shapes for broadcasting: ${a} and ${b}`);
    }
  },
);
