/**
 * Which tensors gradients flow through.
 * Source: IsTrainable (tensorflow/python/ops/gradients_util.py).
 */
import { bfloat16, type DType } from "../graph/dtypes.js";

/** dtypes through which gradients flow. */
export function isTrainable(dtype: DType): boolean {
  const t = dtype.base_dtype;
  return (t.is_floating && t !== bfloat16) || t.is_complex || t.baseName === "resource" || t.baseName === "variant";
}
