/**
 * Reshape: the same elements under another shape.
 * Source: tf.reshape (tensorflow/python/ops/array_ops.py, core/kernels/reshape_op.h).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { OpRecord } from "../../graph/registry.js";
import { ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { shapeInternal } from "./shape.js";

/** Fills in the one unknown dimension of the target where the number of elements is known. */
const reshapeShape: ShapeFn = (c) => {
  const target = c.constantShape(1);
  const dims = target.dims;
  if (dims === null) return [target];
  const n = c.input(0).num_elements();
  const open = dims.filter((d) => d === null).length;
  if (n === null || open > 1) return [target];
  const rest = dims.reduce<number>((a, d) => a * (d ?? 1), 1);
  if (open === 0) {
    if (rest !== n)
      throw new ShapeError(
        `Cannot reshape a tensor with ${n} elements to shape ${target.toRuntimeString()} (${rest} elements)`,
      );
    return [target];
  }
  if (rest === 0) return [target];
  if (n % rest !== 0) throw new ShapeError(`Dimension size must be evenly divisible by ${rest} but is ${n}`);
  return [new TensorShape(dims.map((d) => d ?? n / rest))];
};

/** The target shape with its -1 worked out. Raises InvalidArgument texts of the kernel. */
export function resolveShape(target: readonly number[], elements: number): number[] {
  const open = target.indexOf(-1);
  if (open >= 0 && target.indexOf(-1, open + 1) >= 0) {
    throw invalidArgument(`Only one input size may be -1, not both ${open} and ${target.indexOf(-1, open + 1)}`);
  }
  target.forEach((d, i) => {
    if (d < -1) throw invalidArgument(`Size ${i} must be non-negative, not ${d}`);
  });
  const rest = target.reduce((a, d) => (d === -1 ? a : a * d), 1);
  if (open < 0) {
    if (rest !== elements)
      throw invalidArgument(
        `Input to reshape is a tensor with ${elements} values, but the requested shape has ${rest}`,
      );
    return [...target];
  }
  if (rest === 0)
    throw invalidArgument(
      "reshape cannot infer the missing input size for an empty tensor unless all specified input sizes are non-zero",
    );
  if (elements % rest !== 0) {
    throw invalidArgument(
      `Input to reshape is a tensor with ${elements} values, but the requested shape requires a multiple of ${rest}`,
    );
  }
  return target.map((d) => (d === -1 ? elements / rest : d));
}

export const reshapeRecords: readonly OpRecord[] = [
  {
    type: "Reshape",
    shape: reshapeShape,
    kernel: (k) => {
      k.alias(0, 0, resolveShape(k.ints(1), k.input(0).size));
      return undefined;
    },
    grad: (op, dy) => [reshapeTo(dy as Tensor, shapeInternal(op.inputs[0]!)), null],
  },
];

export function reshapeTo(tensor: TensorLike, shape: TensorLike, name: string | null = null): Tensor {
  return createOp("Reshape", { tensor, shape }, {}, name);
}

/** tf.reshape: `shape` may hold one -1, which takes what is left. */
export const reshape = pyFunction<{ tensor: TensorLike; shape: TensorLike; name: string | null }>()(
  "reshape",
  "(tensor, shape, name=None)",
  ({ tensor, shape, name }) => reshapeTo(tensor, shape, name),
);
