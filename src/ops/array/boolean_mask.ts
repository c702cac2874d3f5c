/**
 * tf.boolean_mask: the elements or rows at which a mask is true.
 * Source: tf.boolean_mask (tensorflow/python/ops/array_ops.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { concatValues } from "./concat.js";
import { gatherRows } from "./gather.js";
import { reshapeTo } from "./reshape.js";
import { shapeInternal } from "./shape.js";
import { whereTrue } from "./where.js";

/** Masks `tensor` from dimension `axis` on; the mask's dimensions become one. */
export function booleanMask(
  given: TensorLike,
  by: TensorLike,
  name: string | null = "boolean_mask",
  axis: number | null = null,
): Tensor {
  return scoped(name, "boolean_mask", [given, by], () => {
    let tensor = convertToTensor(given, { name: "tensor" });
    const mask = convertToTensor(by, { name: "mask" });
    const { rank } = mask.shape;
    const shape = tensor.shape;
    if (rank === 0) throw new ValueError("mask cannot be scalar.");
    if (rank === null) {
      throw new ValueError(
        "Number of mask dimensions must be specified, even if some dimensions are None.  E.g. shape=[None] is ok, but shape=None is not.",
      );
    }
    const first = axis ?? 0;
    const masked = shape.at(`${first}:${first + rank}`);
    masked.assert_is_compatible_with(mask.shape);
    const leading = createOp("Prod", {
      input: shapeInternal(tensor).at(`${first}:${first + rank}`),
      reduction_indices: [0],
    });
    const before = shapeInternal(tensor).at(`:${first}`);
    const after = shapeInternal(tensor).at(`${first + rank}:`);
    tensor = reshapeTo(tensor, concatValues([before, [leading], after], 0));
    tensor.set_shape(
      shape
        .at(`:${first}`)
        .concatenate([masked.num_elements()])
        .concatenate(shape.at(`${first + rank}:`)),
    );
    const flat = reshapeTo(mask, [-1]);
    const picked = createOp("Squeeze", { input: whereTrue(flat) }, { squeeze_dims: [1] });
    return gatherRows(tensor, picked, axis === null ? 0 : axis);
  });
}

/** tf.boolean_mask: `mask` (bool, known rank) picks from `tensor`'s dimensions beginning at `axis`. */
export const boolean_mask = pyFunction<{ tensor: TensorLike; mask: TensorLike; name: string; axis: number | null }>()(
  "boolean_mask",
  "(tensor, mask, name='boolean_mask', axis=None)",
  ({ tensor, mask, name, axis }) => booleanMask(tensor, mask, name, axis),
);
