/**
 * tf.scalar_mul: one number times a tensor or the rows of a gradient.
 * Source: tensorflow/python/ops/math_ops.py.
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { IndexedSlices } from "../../graph/indexed_slices.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";

type Factor = Tensor | IndexedSlices;

/** Raises ValueError where `scalar` is no scalar. Rows stay rows. */
export function scalarMul(scalar: unknown, x: Factor, name: string | null = null): Factor {
  const factor = convertToTensor(scalar, { dtype: x.dtype.base_dtype, name: "scalar" });
  if (factor.shape.rank !== 0) throw new ValueError(`Only scalar multiply works, got shape ${factor.shape}`);
  if (!(x instanceof IndexedSlices)) return createOp("Mul", { x: factor, y: x }, {}, name);
  return new IndexedSlices(createOp("Mul", { x: factor, y: x.values }, {}, name), x.indices, x.dense_shape);
}

interface ScalarMul<S extends string> {
  (scalar: TensorLike, x: IndexedSlices, name?: string | null): IndexedSlices;
  (scalar: TensorLike, x: Tensor, name?: string | null): Tensor;
  readonly signature: S;
}
const SIGNATURE = "(scalar, x, name=None)";

/** tf.scalar_mul: `scalar` (rank 0, converted to x's dtype) times a tensor or IndexedSlices. */
export const scalar_mul = pyFunction<{ scalar: TensorLike; x: Factor; name: string | null }>()(
  "scalar_mul",
  SIGNATURE,
  ({ scalar, x, name }) => scalarMul(scalar, x, name),
) as ScalarMul<typeof SIGNATURE>;
