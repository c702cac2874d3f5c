/**
 * How many elements are zero.
 * Source: tf.nn.zero_fraction (tensorflow/python/ops/nn_impl.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { type DType, float32, int32, int64 } from "../../graph/dtypes.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { zerosOf } from "../array/fill.js";
import { identity } from "../array/identity.js";
import { sizeInternal } from "../array/shape.js";
import { buildCond } from "../control/cond.js";
import { castTo } from "../math/cast.js";
import { binary } from "../math/gradient_rules.js";
import { sub, truediv } from "../math/operators.js";
import { reduceSum } from "../math/reductions.js";

const INT32_MAX = 2147483647;

/** Counts in the smaller type while it is large enough. */
function countNonzero(x: Tensor, dtype: DType): Tensor {
  return getDefaultGraph().inScope("count_nonzero", () => {
    const zero = zerosOf([], x.dtype);
    return reduceSum(castTo(binary("NotEqual", x, zero), dtype), null, false, "nonzero_count");
  });
}

/** tf.nn.zero_fraction: the share of elements of `value` that are zero, a float32 scalar; nan for an empty tensor. */
export const zero_fraction = pyFunction<{ value: TensorLike; name: string | null }>()(
  "zero_fraction",
  "(value, name=None)",
  (p) =>
    scoped(p.name, "zero_fraction", [p.value], () => {
      const value = convertToTensor(p.value, { name: "value" });
      const size = sizeInternal(value, null, true, int64);
      const nonzero = buildCond(
        createOp("LessEqual", { x: size, y: INT32_MAX }),
        () => castTo(countNonzero(value, int32), int64),
        () => countNonzero(value, int64),
      ) as Tensor;
      const fraction = getDefaultGraph().inScope("counts_to_fraction", () => {
        const zeros = castTo(sub(size, nonzero), float32);
        return truediv(zeros, castTo(size, float32));
      });
      return identity(fraction, { name: "fraction" });
    }),
);
