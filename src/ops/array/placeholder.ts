/**
 * Inputs of a graph: constants and placeholders.
 * Source: tf.constant, tf.placeholder, tf.placeholder_with_default, tf.sparse_placeholder (tensorflow/python/ops/array_ops.py).
 */

import { constant as makeConstant } from "../../graph/constant.js";
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { as_dtype, type DType, type DTypeLike, int64 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { OpRecord } from "../../graph/registry.js";
import { ShapeError } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { SparseTensor } from "../../graph/sparse_tensor.js";
import { as_shape, type ShapeLike, TensorShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { repr } from "../../np/printing/repr.js";
import type { Strided } from "../../np/strided.js";
import { valueText } from "./shape_text.js";

export const placeholderRecords: readonly OpRecord[] = [
  {
    type: "Const",
    shape: (c) => [new TensorShape(c.attr<Strided>("value").shape)],
    kernel: () => undefined,
    grad: "none",
  },
  {
    type: "Placeholder",
    shape: (c) => [c.attr<TensorShape>("shape")],
    // Runs only when nobody fed it.
    kernel: (k) => {
      const dtype = k.attr<DType>("dtype");
      const shape = k.attr<TensorShape>("shape");
      const text = `You must feed a value for placeholder tensor '${k.name}' with dtype ${dtype.cppName}${valueText(shape)}`;
      k.readsData();
      return () => {
        throw invalidArgument(text);
      };
    },
    grad: "none",
  },
  {
    type: "PlaceholderWithDefault",
    shape: (c) => {
      // What stands in must fit what may come.
      const wanted = c.attr<TensorShape>("shape");
      try {
        c.input(0).refuseMerge(wanted);
      } catch (error) {
        throw error instanceof ValueError ? new ShapeError(error.message) : error;
      }
      return [wanted];
    },
    kernel: (k) => {
      k.alias(0, 0);
      return undefined;
    },
    impure: true,
    grad: (_, dy) => [dy],
  },
];

/** tf.constant: `value` as a tensor; `shape` repeats a single element. Raises TypeError where value and dtype don't fit. */
export const constant = pyFunction<{
  value: unknown;
  dtype: DTypeLike | null;
  shape: ShapeLike;
  name: string;
  verify_shape: boolean;
}>()(
  "constant_v1",
  "(value, dtype=None, shape=None, name='Const', verify_shape=False)",
  ({ value, dtype, shape, name, verify_shape }) =>
    makeConstant(value, {
      dtype: dtype === null ? null : as_dtype(dtype),
      shape: shape === null ? null : as_shape(shape).known,
      name,
      verifyShape: verify_shape,
    }),
);

/** The dtype of a placeholder. Raises TypeError as the op's own constructor does. */
function dtypeOf(dtype: DTypeLike): DType {
  try {
    return as_dtype(dtype);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new TypeError(`Expected DataType for argument 'dtype' not ${repr(dtype)}.`, { cause: error });
  }
}
function shapeOf(shape: ShapeLike): TensorShape {
  try {
    return as_shape(shape);
  } catch (error) {
    if (!(error instanceof TypeError) && !(error instanceof ValueError)) throw error;
    const text = `Error converting shape to a TensorShape: ${error.message}.`;
    throw error instanceof ValueError ? new ValueError(text, { cause: error }) : new TypeError(text, { cause: error });
  }
}

/** tf.placeholder: a tensor that every run must feed; unknown dimensions (null) take any size. */
export const placeholder = pyFunction<{ dtype: DTypeLike; shape: ShapeLike; name: string | null }>()(
  "placeholder",
  "(dtype, shape=None, name=None)",
  ({ dtype, shape, name }) => createOp("Placeholder", {}, { dtype: dtypeOf(dtype), shape: shapeOf(shape) }, name),
);

/** tf.placeholder_with_default: `input` unless a run feeds something else. */
export const placeholder_with_default = pyFunction<{ input: TensorLike; shape: ShapeLike; name: string | null }>()(
  "placeholder_with_default",
  "(input, shape, name=None)",
  ({ input, shape, name }) => createOp("PlaceholderWithDefault", { input }, { shape: as_shape(shape) }, name),
);

/** tf.sparse_placeholder: three placeholders that are fed together with a SparseTensorValue. */
export const sparse_placeholder = pyFunction<{ dtype: DTypeLike; shape: ShapeLike; name: string | null }>()(
  "sparse_placeholder",
  "(dtype, shape=None, name=None)",
  ({ dtype, shape, name }) => {
    const part = (suffix: string) => (name === null ? null : `${name}/${suffix}`);
    const known = shape === null ? null : as_shape(shape);
    const rank = known?.rank ?? null;
    const dense =
      known?.known != null
        ? convertToTensor(known.known, { dtype: int64, name: part("shape") ?? "Const" })
        : createOp("Placeholder", {}, { dtype: int64, shape: new TensorShape([rank]) }, part("shape"));
    const values = createOp(
      "Placeholder",
      {},
      { dtype: as_dtype(dtype), shape: new TensorShape([null]) },
      part("values"),
    );
    const indices = createOp(
      "Placeholder",
      {},
      { dtype: int64, shape: new TensorShape([null, rank]) },
      part("indices"),
    );
    return new SparseTensor(indices, values, dense);
  },
);
