/**
 * Images of one element type as another: integers span their whole range, floats span [0, 1].
 * Source: tf.image.convert_image_dtype (tensorflow/python/ops/image_ops_impl.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { as_dtype, type DType, type DTypeLike } from "../../graph/dtypes.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { AttributeError } from "../../np/errors.js";
import { PyFloat } from "../../np/pyfloat.js";
import { castTo, limitsOf, saturate_cast } from "../math/cast.js";
import { divOf } from "../math/operators.js";

/** A cast that lets values wrap or stops them at the limits. */
function castBy(saturate: boolean, x: Tensor, dtype: DType, name: string | null = null): Tensor {
  return saturate ? saturate_cast(x, dtype, name) : castTo(x, dtype, name);
}

function largest(dtype: DType): bigint {
  return BigInt(limitsOf(dtype)[1]);
}

/** Between integers: a shift of the values by the bits that one type has more than the other. */
function betweenIntegers(image: Tensor, dtype: DType, saturate: boolean, name: string): Tensor {
  const from = largest(image.dtype);
  const to = largest(dtype);
  if (from > to) return castBy(saturate, divOf(image, (from + 1n) / (to + 1n)), dtype, name);
  const cast = castBy(saturate, image, dtype);
  return createOp("Mul", { x: cast, y: (to + 1n) / (from + 1n) }, {}, name);
}

export function convertImageDtype(
  given: TensorLike,
  target: DTypeLike,
  saturate = false,
  name: string | null = null,
): Tensor {
  const image = convertToTensor(given, { name: "image" });
  const dtype = as_dtype(target);
  if (!dtype.is_floating && !dtype.is_integer) {
    throw new AttributeError("dtype must be either floating point or integer");
  }
  if (dtype === image.dtype) return createOp("Identity", { input: image }, {}, name);
  return scoped(name, "convert_image", [image], (scope) => {
    const { dtype: from } = image;
    if (from.is_integer && dtype.is_integer) return betweenIntegers(image, dtype, saturate, scope);
    if (from.is_floating && dtype.is_floating) return castTo(image, dtype, scope);
    if (from.is_integer) {
      const cast = castTo(image, dtype);
      return createOp("Mul", { x: cast, y: new PyFloat(1 / Number(limitsOf(from)[1])) }, {}, scope);
    }
    const scaled = createOp("Mul", { x: image, y: new PyFloat(Number(limitsOf(dtype)[1]) + 0.5) });
    return castBy(saturate, scaled, dtype, scope);
  });
}

interface ConvertArguments {
  image: TensorLike;
  dtype: DTypeLike;
  saturate: boolean;
  name: string | null;
}

/**
 * tf.image.convert_image_dtype: `image` as `dtype`, scaled so that the range of integers and [0, 1] of floats correspond;
 * `saturate` stops values at the limits instead of wrapping. Raises AttributeError for other types.
 */
export const convert_image_dtype = pyFunction<ConvertArguments>()(
  "convert_image_dtype",
  "(image, dtype, saturate=False, name=None)",
  ({ image, dtype, saturate, name }) => convertImageDtype(image, dtype, saturate, name),
);

/** Types in which images are adjusted as they are; others become float32 and then go back. */
export function asAdjustable(image: Tensor): Tensor {
  const { baseName } = image.dtype;
  return baseName === "float16" || baseName === "float32" ? image : convertImageDtype(image, "float32");
}
