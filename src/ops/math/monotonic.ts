/**
 * Whether elements go up.
 * Source: tf.math.is_non_decreasing, tf.math.is_strictly_increasing (tensorflow/python/ops/check_ops.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { scoped } from "../../graph/create_op.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TypeError_ } from "../../np/errors.js";
import { reshapeTo } from "../array/reshape.js";
import { shapeInternal, sizeInternal } from "../array/shape.js";
import { strided_slice } from "../array/strided_slice.js";
import { buildCond } from "../control/cond.js";
import { binary } from "./gradient_rules.js";
import { add } from "./operators.js";
import { reduce_all } from "./reductions.js";

/** Differences of neighbours, none where there are fewer than two elements. */
function steps(given: TensorLike): Tensor {
  const x = reshapeTo(given, [-1]);
  if (x.dtype.is_bool || x.dtype.baseName === "string")
    throw new TypeError_(`Expected x to be numeric, instead found: ${x}`);
  const isShort = binary("Less", sizeInternal(x), 2);
  const length = shapeInternal(x).sub(1);
  return buildCond(
    isShort,
    () => convertToTensor([], { dtype: x.dtype }),
    () => strided_slice(x, [1], add([1], length)).sub(strided_slice(x, [0], length)),
  ) as Tensor;
}

function check(name: string, type: "LessEqual" | "Less") {
  return pyFunction<{ x: TensorLike; name: string | null }>()(
    name,
    "(x, name=None)",
    (p): Tensor =>
      scoped(p.name, name, [p.x], () => {
        const differences = steps(p.x);
        const zero = convertToTensor(0, { dtype: differences.dtype });
        return reduce_all(binary(type, zero, differences));
      }),
  );
}

/** tf.math.is_non_decreasing: a bool scalar, whether no element is less than the one before, in row-major order. */
export const is_non_decreasing = check("is_non_decreasing", "LessEqual");
/** tf.math.is_strictly_increasing: a bool scalar, whether each element is greater than the one before. */
export const is_strictly_increasing = check("is_strictly_increasing", "Less");
