/**
 * tf.convert_to_tensor: Python values and tensors as tensors.
 * Source: tf.convert_to_tensor (tensorflow/python/framework/ops.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { as_dtype, type DTypeLike } from "../../graph/dtypes.js";
import { pyFunction } from "../../graph/signature.js";
import { eitherArgument } from "./expand_dims.js";

interface ConvertArguments {
  value: TensorLike;
  dtype: DTypeLike | null;
  name: string | null;
  preferred_dtype: DTypeLike | null;
  dtype_hint: DTypeLike | null;
}

/** tf.convert_to_tensor: `value` as a tensor, of `dtype` where it is given; tensors pass as they are. */
export const convert_to_tensor = pyFunction<ConvertArguments>()(
  "convert_to_tensor",
  "(value, dtype=None, name=None, preferred_dtype=None, dtype_hint=None)",
  (p) => {
    const hint = eitherArgument("dtype_hint", p.dtype_hint, "preferred_dtype", p.preferred_dtype);
    return convertToTensor(p.value, {
      dtype: p.dtype === null ? null : as_dtype(p.dtype),
      name: p.name,
      preferred: hint === null ? null : as_dtype(hint),
    });
  },
);
