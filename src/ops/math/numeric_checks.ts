/**
 * Questions about a tensor's type that need no run.
 * Source: tf.is_numeric_tensor (tensorflow/python/ops/check_ops.py).
 */
import type { TensorLike } from "../../graph/convert.js";
import type { DTypeName } from "../../graph/dtypes.js";
import { pyFunction } from "../../graph/signature.js";
import { Tensor } from "../../graph/tensor.js";

/** parity: the list leaves out float16, uint16 and complex128. */
const NUMERIC = new Set<DTypeName>([
  "float32",
  "float64",
  "int8",
  "int16",
  "int32",
  "int64",
  "uint8",
  "qint8",
  "qint32",
  "quint8",
  "complex64",
]);

export function isNumericTensor(x: unknown): x is Tensor {
  return x instanceof Tensor && !x.dtype.isRef && NUMERIC.has(x.dtype.baseName);
}

/** tf.is_numeric_tensor: true for a tensor of numbers; false for anything else, variables included. */
export const is_numeric_tensor = pyFunction<{ tensor: TensorLike }>()("is_numeric_tensor", "(tensor)", ({ tensor }) =>
  isNumericTensor(tensor),
);
