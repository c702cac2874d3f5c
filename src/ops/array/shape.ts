/**
 * Shapes, sizes and ranks as tensors.
 * Source: tf.shape, tf.size, tf.rank, tf.shape_n (tensorflow/python/ops/array_ops.py).
 */
import { constant } from "../../graph/constant.js";
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { as_dtype, type DType, type DTypeLike, int32 } from "../../graph/dtypes.js";
import type { KernelContext } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import { SparseTensor } from "../../graph/sparse_tensor.js";
import type { Tensor } from "../../graph/tensor.js";
import { scalarShape, TensorShape } from "../../graph/tensor_shape.js";
import { scalar } from "../shape_functions.js";

/** Writes integers into an int32 or int64 output. */
export function writeInts(
  k: KernelContext,
  output: number,
  values: readonly number[],
  shape: readonly number[],
): () => void {
  const out = k.output(output, shape);
  const { data } = out;
  if (data instanceof BigInt64Array) for (let i = 0; i < values.length; i++) data[i] = BigInt(values[i]!);
  else for (let i = 0; i < values.length; i++) (data as Int32Array)[i] = values[i]!;
  return () => {};
}

export const shapeRecords: readonly OpRecord[] = [
  {
    type: "Shape",
    shape: (c) => [new TensorShape([c.input(0).rank])],
    kernel: (k) => writeInts(k, 0, k.input(0).shape, [k.input(0).shape.length]),
    shapeOnly: true,
    grad: "none",
  },
  {
    type: "ShapeN",
    shape: (c) => Array.from({ length: c.inputCount }, (_, i) => new TensorShape([c.input(i).rank])),
    kernel: (k) => {
      for (let i = 0; i < k.inputCount; i++) writeInts(k, i, k.input(i).shape, [k.input(i).shape.length]);
      return undefined;
    },
    shapeOnly: true,
    grad: "none",
  },
  {
    type: "Size",
    shape: scalar,
    kernel: (k) => writeInts(k, 0, [k.input(0).size], []),
    shapeOnly: true,
    grad: "none",
  },
  {
    type: "Rank",
    shape: () => [scalarShape],
    kernel: (k) => writeInts(k, 0, [k.input(0).shape.length], []),
    shapeOnly: true,
    grad: "none",
  },
];

/** The shape of `input` as a tensor: a constant when it is known (unless `optimize` is off), else a Shape operation. */
export function shapeInternal(
  input: TensorLike | SparseTensor,
  name: string | null = null,
  optimize = true,
  outType: DType = int32,
): Tensor {
  return scoped(name, "Shape", [input instanceof SparseTensor ? input.dense_shape : input], (scope) => {
    if (input instanceof SparseTensor) return createOp("Cast", { x: input.dense_shape }, { DstT: outType });
    const tensor = convertToTensor(input);
    const known = tensor.shape.known;
    if (optimize && known) return constant(known, { dtype: outType, name: scope });
    // A resource variable is read again here, as in the original.
    return createOp("Shape", { input }, { out_type: outType }, scope);
  });
}

export function sizeInternal(
  input: TensorLike | SparseTensor,
  name: string | null = null,
  optimize = true,
  outType: DType = int32,
): Tensor {
  return scoped(name, "Size", [input instanceof SparseTensor ? input.dense_shape : input], (scope) => {
    if (input instanceof SparseTensor) {
      const dims = createOp("Cast", { x: input.dense_shape }, { DstT: outType });
      return createOp("Prod", { input: dims, reduction_indices: 0 }, {}, scope);
    }
    const tensor = convertToTensor(input);
    const known = tensor.shape.known;
    if (optimize && known)
      return constant(
        known.reduce((a, b) => a * b, 1),
        { dtype: outType, name: scope },
      );
    return createOp("Size", { input }, { out_type: outType }, scope);
  });
}

export function rankInternal(input: TensorLike | SparseTensor, name: string | null = null, optimize = true): Tensor {
  return scoped(name, "Rank", [input instanceof SparseTensor ? input.dense_shape : input], (scope) => {
    if (input instanceof SparseTensor) return createOp("Size", { input: input.dense_shape }, {}, scope);
    const tensor = convertToTensor(input);
    const { rank } = tensor.shape;
    if (optimize && rank !== null) return constant(rank, { dtype: int32, name: scope });
    return createOp("Rank", { input }, {}, scope);
  });
}

type Name = string | null;

/** tf.shape: 1-D int32 (or `out_type`) tensor with the dimensions of `input`. */
export const shape = pyFunction<{ input: TensorLike | SparseTensor; name: Name; out_type: DTypeLike | undefined }>()(
  "shape",
  "(input, name=None, out_type=tf.int32)",
  ({ input, name, out_type }) => shapeInternal(input, name, true, as_dtype(out_type ?? int32)),
);

/** tf.size: number of elements, a scalar of int32 (or `out_type`). */
export const size = pyFunction<{ input: TensorLike | SparseTensor; name: Name; out_type: DTypeLike | undefined }>()(
  "size",
  "(input, name=None, out_type=tf.int32)",
  ({ input, name, out_type }) => sizeInternal(input, name, true, as_dtype(out_type ?? int32)),
);

/** tf.rank: number of dimensions, an int32 scalar. */
export const rank = pyFunction<{ input: TensorLike | SparseTensor; name: Name }>()(
  "rank",
  "(input, name=None)",
  ({ input, name }) => rankInternal(input, name),
);

/** tf.shape_n: the shapes of several tensors of one dtype. */
export const shape_n = pyFunction<{ input: readonly TensorLike[]; out_type: DTypeLike | undefined; name: Name }>()(
  "shape_n",
  "(input, out_type=tf.int32, name=None)",
  ({ input, out_type, name }) =>
    createOperation("ShapeN", { input }, { out_type: as_dtype(out_type ?? int32) }, name).outputs,
);
