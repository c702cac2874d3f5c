/**
 * Paddings that make space divisible into blocks.
 * Source: tf.required_space_to_batch_paddings (tensorflow/python/ops/array_ops.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { scoped } from "../../graph/create_op.js";
import { int32 } from "../../graph/dtypes.js";
import { pyFunction } from "../../graph/signature.js";
import { staticInts } from "../../graph/static_value.js";
import type { Tensor } from "../../graph/tensor.js";
import { as_shape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { zerosOf } from "./fill.js";
import { stackValues } from "./pack.js";

/** Python's a % b: the result has the sign of b. */
function modulo(a: number, b: number): number {
  return ((a % b) + b) % b;
}

/** What to add at the end, and what of it is more than asked for, where all is known. */
function staticRows(
  input: number[],
  block: number[],
  base: number[],
): { paddings: TensorLike[][]; crops: TensorLike[][] } {
  const paddings: TensorLike[][] = [];
  const crops: TensorLike[][] = [];
  block.forEach((b, i) => {
    const [before, after] = [base[2 * i]!, base[2 * i + 1]!];
    const extra = modulo(b - modulo(input[i]! + before + after, b), b);
    paddings.push([before, after + extra]);
    crops.push([0, extra]);
  });
  return { paddings, crops };
}

function tensorRows(
  input: Tensor,
  block: Tensor,
  base: Tensor,
  n: number,
): { paddings: () => TensorLike[][]; crops: () => TensorLike[][] } {
  const before = base.at(":", 0);
  const after = base.at(":", 1);
  const full = input.add(before).add(after);
  const extra = block.sub(full.mod(block)).mod(block);
  const end = after.add(extra);
  const places = [...Array(n).keys()];
  return {
    paddings: () => places.map((i) => [before.at(i), end.at(i)]),
    crops: () => places.map((i) => [0, extra.at(i)]),
  };
}

interface PaddingArguments {
  input_shape: TensorLike;
  block_shape: TensorLike;
  base_paddings: TensorLike | null;
  name: string | null;
}

/** tf.required_space_to_batch_paddings: (paddings, crops) that make `block_shape` divide the padded `input_shape`. */
export const required_space_to_batch_paddings = pyFunction<PaddingArguments>()(
  "required_space_to_batch_paddings",
  "(input_shape, block_shape, base_paddings=None, name=None)",
  (p): [Tensor, Tensor] =>
    scoped(p.name, "required_space_to_batch_paddings", [p.input_shape, p.block_shape], () => {
      const input = convertToTensor(p.input_shape, { dtype: int32, name: "input_shape" });
      const block = convertToTensor(p.block_shape, { dtype: int32, name: "block_shape" });
      if (!block.shape.isFullyDefined) throw new ValueError(`Shape ${block.shape} is not fully defined`);
      if (block.shape.rank !== 1) throw new ValueError(`Shape ${block.shape} must have rank 1`);
      const n = block.shape.dims![0]!;
      if (n === 0) return [zerosOf([0, 2], int32), zerosOf([0, 2], int32)];
      input.shape.assert_is_compatible_with(as_shape([n]));
      const base =
        p.base_paddings === null
          ? zerosOf([n, 2], int32)
          : convertToTensor(p.base_paddings, { dtype: int32, name: "base_paddings" });
      base.shape.assert_is_compatible_with(as_shape([n, 2]));
      const [b, i, s] = [staticInts(block), staticInts(input), staticInts(base)];
      if (b !== null && i !== null && s !== null) {
        const { paddings, crops } = staticRows(i, b, s);
        return [stackValues(paddings, 0, "paddings"), stackValues(crops, 0, "crops")];
      }
      const { paddings, crops } = tensorRows(input, block, base, n);
      const made = stackValues(paddings(), 0, "paddings");
      return [made, stackValues(crops(), 0, "crops")];
    }),
);
