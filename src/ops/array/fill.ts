/**
 * Tensors of one repeated value.
 * Source: tf.fill, tf.zeros, tf.ones, tf.zeros_like, tf.ones_like (tensorflow/python/ops/array_ops.py).
 */
import { constant } from "../../graph/constant.js";
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { as_dtype, type DType, type DTypeLike, float32, int32 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { ShapeError } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { Tensor } from "../../graph/tensor.js";
import { Dimension, type ShapeLike, TensorShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { unchanged, withRank } from "../shape_functions.js";
import { vectorInput } from "./dimensions.js";
import { reshapeTo } from "./reshape.js";
import { shapeInternal } from "./shape.js";

/** Writes one value everywhere, once: the output never changes between runs. */
function constantOutput(value: number): Kernel {
  return (k) => {
    const { data } = k.output(0, k.input(0).shape);
    if (data instanceof BigInt64Array || data instanceof BigUint64Array) return () => data.fill(BigInt(value));
    if (Array.isArray(data)) return () => data.fill(new Uint8Array(0));
    const isComplex = k.outputTypes[0]!.is_complex;
    return () => {
      data.fill(value);
      if (isComplex) for (let i = 1; i < data.length; i += 2) data[i] = 0;
    };
  };
}

export const fillRecords: readonly OpRecord[] = [
  {
    type: "Fill",
    shape: (c) => {
      withRank(c.input(0), 1);
      withRank(c.input(1), 0);
      const shape = c.constantShape(0);
      const dims = vectorInput(c, 0);
      if (dims?.some((d) => d < 0)) throw new ShapeError("Fill dimensions must be >= 0");
      return [shape];
    },
    kernel: (k) => {
      const dims = k.ints(0);
      const negative = dims.find((d) => d < 0);
      if (negative !== undefined) throw invalidArgument(`Dimension ${negative} must be >= 0`);
      const from = k.input(1).data;
      const { data } = k.output(0, dims);
      if (!k.outputTypes[0]!.is_complex) return () => (data as unknown[]).fill(from[0]);
      return () => {
        for (let i = 0; i < data.length; i++) (data as Float64Array)[i] = (from as Float64Array)[i & 1]!;
      };
    },
    grad: (_, dy) => [null, createOp("Sum", { input: dy, reduction_indices: allAxes(dy as Tensor) })],
  },
  { type: "ZerosLike", shape: unchanged, kernel: constantOutput(0), shapeOnly: true, grad: "none" },
  { type: "OnesLike", shape: unchanged, kernel: constantOutput(1), shapeOnly: true, grad: "none" },
];

/** All axes of a tensor, as the Python reductions write them: a constant when the rank is known. */
export function allAxes(x: Tensor): Tensor {
  const { rank } = x.shape;
  if (rank !== null)
    return constant(
      Array.from({ length: rank }, (_, i) => i),
      { dtype: int32 },
    );
  return createOp("Range", { start: 0, limit: createOp("Rank", { input: x }), delta: 1 });
}

export function fillWith(dims: TensorLike, value: TensorLike, name: string | null = null): Tensor {
  return createOp("Fill", { dims, value }, {}, name);
}

/** A shape argument: numbers, a static shape, or a tensor. */
export type ShapeArgument = ShapeLike | TensorLike;

function repeated(value: number | boolean | string, shape: ShapeArgument, dtype: DType, scope: string): Tensor {
  let dims: Tensor;
  if (shape instanceof Tensor) dims = shape;
  else {
    try {
      const known = new TensorShape(shape as ShapeLike);
      const n = known.num_elements();
      // A single number as the shape never became a constant.
      const isScalar = typeof shape === "number" || shape instanceof Dimension;
      if (n !== null && n < 1000 && !isScalar) {
        return constant(n === 0 ? [] : value, { dtype, shape: known.known, name: scope });
      }
      dims = convertToTensor(known);
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof ValueError)) throw error;
      // A list with tensors among its elements.
      dims = convertToTensor(shape, { dtype: int32 });
    }
  }
  if (dims.shape.rank === 0 || dims.shape.rank === null) dims = reshapeTo(dims, [-1]);
  return fillWith(dims, constant(value, { dtype }), scope);
}

function zeroOf(dtype: DType): number | boolean | string {
  return dtype.is_bool ? false : dtype.baseName === "string" ? "" : 0;
}

/** Zeros of a shape: a constant below 1000 elements, else a Fill operation. */
export function zerosOf(shape: ShapeArgument, dtype: DType = float32, name: string | null = null): Tensor {
  return scoped(name, "zeros", [shape], (scope) => repeated(zeroOf(dtype.base_dtype), shape, dtype.base_dtype, scope));
}
export function onesOf(shape: ShapeArgument, dtype: DType = float32, name: string | null = null): Tensor {
  return scoped(name, "ones", [shape], (scope) => repeated(dtype.is_bool ? true : 1, shape, dtype.base_dtype, scope));
}

export function zerosLike(
  tensor: TensorLike,
  dtype: DType | null = null,
  name: string | null = null,
  optimize = true,
): Tensor {
  return scoped(name, "zeros_like", [tensor], (scope) => {
    const x = convertToTensor(tensor, { name: "tensor" });
    if (optimize && x.shape.isFullyDefined && x.dtype.baseName !== "variant")
      return zerosOf(x.shape, dtype ?? x.dtype, scope);
    if (dtype !== null && dtype !== x.dtype.base_dtype) return zerosOf(shapeInternal(x, null, optimize), dtype, scope);
    return createOp("ZerosLike", { x }, {}, scope);
  });
}

export function onesLike(
  tensor: TensorLike,
  dtype: DType | null = null,
  name: string | null = null,
  optimize = true,
): Tensor {
  return scoped(name, "ones_like", [tensor], (scope) => {
    const x = convertToTensor(tensor, { name: "tensor" });
    const made = onesOf(shapeInternal(x, null, optimize), dtype ?? x.dtype, scope);
    made.set_shape(x.shape);
    return made;
  });
}

type Name = string | null;
type LikeArguments = { tensor: TensorLike; dtype: DTypeLike | null; name: Name; optimize: boolean };

/** tf.fill: a tensor of shape `dims` (1-D integers) with every element `value` (a scalar). */
export const fill = pyFunction<{ dims: TensorLike; value: TensorLike; name: Name }>()(
  "fill",
  "(dims, value, name=None)",
  ({ dims, value, name }) => fillWith(dims, value, name),
);
/** tf.zeros: all elements zero (false, the empty string). */
export const zeros = pyFunction<{ shape: ShapeArgument; dtype: DTypeLike | undefined; name: Name }>()(
  "zeros",
  "(shape, dtype=tf.float32, name=None)",
  ({ shape, dtype, name }) => zerosOf(shape, as_dtype(dtype ?? float32), name),
);
/** tf.ones: all elements one (true). */
export const ones = pyFunction<{ shape: ShapeArgument; dtype: DTypeLike | undefined; name: Name }>()(
  "ones",
  "(shape, dtype=tf.float32, name=None)",
  ({ shape, dtype, name }) => onesOf(shape, as_dtype(dtype ?? float32), name),
);
/** tf.zeros_like: zeros of the shape (and, unless given, the dtype) of `tensor`. */
export const zeros_like = pyFunction<LikeArguments>()(
  "zeros_like",
  "(tensor, dtype=None, name=None, optimize=True)",
  (p) => zerosLike(p.tensor, p.dtype === null ? null : as_dtype(p.dtype), p.name, p.optimize),
);
/** tf.ones_like: ones of the shape (and, unless given, the dtype) of `tensor`. */
export const ones_like = pyFunction<LikeArguments>()(
  "ones_like",
  "(tensor, dtype=None, name=None, optimize=True)",
  (p) => onesLike(p.tensor, p.dtype === null ? null : as_dtype(p.dtype), p.name, p.optimize),
);
