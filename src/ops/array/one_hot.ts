/**
 * Vectors with one element on, and masks of the first elements.
 * Source: tf.one_hot, tf.sequence_mask (tensorflow/python/ops/array_ops.py; core/kernels/one_hot_op.cc).
 */
import { constant } from "../../graph/constant.js";
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { as_dtype, bool, type DType, type DTypeLike, float32 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { sizeOf } from "../../np/strided.js";
import { shapeText } from "../run_shapes.js";
import { scalarInput } from "./dimensions.js";
import { expandDims } from "./expand_dims.js";
import { allAxes } from "./fill.js";
import { bindCopyRun, bindMove } from "./move.js";

const oneHotShape: ShapeFn = (c) => {
  const axis = Number(c.attr<number>("axis"));
  if (axis < -1) throw new ShapeError("axis must be >= -1");
  const depth = scalarInput(c, 1);
  if (depth !== null && depth < 0)
    throw new ShapeError(`Dimension size, given by scalar input 1, must be non-negative but is ${depth}`);
  const { dims } = c.input(0);
  if (dims === null) return [unknownShape];
  return [new TensorShape(dims.toSpliced(axis === -1 ? dims.length : axis, 0, depth))];
};

const oneHotKernel: Kernel = (k) => {
  const indices = k.input(0);
  const rank = indices.shape.length;
  const axis = Number(k.attr<number>("axis"));
  if (axis !== -1 && (axis < 0 || axis > rank))
    throw invalidArgument(`Expected axis to be -1 or between [0, ${rank + 1}).  But received: ${axis}`);
  for (const [i, name] of ["depth", "on_value", "off_value"].entries()) {
    const { shape } = k.input(i + 1);
    if (shape.length !== 0) throw invalidArgument(`${name} must be a scalar, but got: ${shapeText(shape)}`);
  }
  const depth = k.ints(1)[0]!;
  if (depth < 0) throw invalidArgument(`depth must be non-negative, got: ${depth}`);
  const at = axis === -1 ? rank : axis;
  const shape = indices.shape.toSpliced(at, 0, depth);
  const out = k.output(0, shape);
  const inner = sizeOf(indices.shape.slice(at));
  const on = bindCopyRun(k.input(2), out, 1);
  const off = bindMove(k.input(3), out, { shape: [out.size], from: [0], to: [1] });
  const list = indices.data as Int32Array;
  return () => {
    off();
    for (let i = 0; i < list.length; i++) {
      const hot = Number(list[i]);
      if (hot >= 0 && hot < depth) on(0, (Math.floor(i / inner) * depth + hot) * inner + (i % inner));
    }
  };
};

export const oneHotRecords: readonly OpRecord[] = [
  { type: "OneHot", shape: oneHotShape, kernel: oneHotKernel, grad: "none" },
];

interface OneHotArguments {
  indices: TensorLike;
  depth: TensorLike;
  on_value: TensorLike | null;
  off_value: TensorLike | null;
  axis: number | null;
  dtype: DTypeLike | null;
  name: string | null;
}

/** tf.one_hot: `on_value` at places[index], `off_value` elsewhere, along a new dimension of size `depth` at `axis`. */
export const one_hot = pyFunction<OneHotArguments>()(
  "one_hot",
  "(indices, depth, on_value=None, off_value=None, axis=None, dtype=None, name=None)",
  (p) =>
    scoped(p.name, "one_hot", [p.indices, p.depth, p.on_value, p.off_value], (scope) => {
      const typeOf = (x: TensorLike | null): DType | null => (x === null ? null : convertToTensor(x).dtype.base_dtype);
      let onType = typeOf(p.on_value);
      let offType = typeOf(p.off_value);
      const given = p.dtype === null ? null : as_dtype(p.dtype);
      for (const [name, type] of [["on_value", onType] as const, ["off_value", offType] as const]) {
        if (given !== null && type !== null && type !== given)
          throw new TypeError(`dtype ${type} of ${name} does not match dtype parameter ${given}`);
      }
      const dtype = given ?? onType ?? offType ?? float32;
      const on_value = p.on_value ?? convertToTensor(1, { dtype, name: "on_value" });
      const off_value = p.off_value ?? convertToTensor(0, { dtype, name: "off_value" });
      onType ??= dtype;
      offType ??= dtype;
      if (onType !== offType)
        throw new TypeError(`dtype ${onType} of on_value does not match dtype ${offType} of off_value`);
      return createOp(
        "OneHot",
        { indices: p.indices, depth: p.depth, on_value, off_value },
        { axis: p.axis ?? -1 },
        scope,
      );
    }),
);

/** Rows of `maxlen` booleans, true as many times as `lengths` says. */
export function sequenceMask(
  given: TensorLike,
  maxlen: TensorLike | null = null,
  dtype: DType | null = bool,
  name: string | null = null,
): Tensor {
  return scoped(name, "SequenceMask", maxlen === null ? [given] : [given, maxlen], () => {
    const lengths = convertToTensor(given);
    const limit = maxlen === null ? longest(lengths) : convertToTensor(maxlen);
    const type = limit.dtype.base_dtype;
    if (limit.shape.rank !== null && limit.shape.rank !== 0)
      throw new ValueError("maxlen must be scalar for sequence_mask");
    const start = constant(0, { dtype: type });
    const row = createOp("Range", { start, limit, delta: constant(1, { dtype: type }) });
    const column = createOp("Cast", { x: expandDims(lengths, -1) }, { DstT: type });
    const mask = row.lt(column);
    return dtype === null || dtype === bool ? mask : createOp("Cast", { x: mask }, { DstT: dtype });
  });
}

function longest(lengths: Tensor): Tensor {
  const max = createOp("Max", { input: lengths, reduction_indices: allAxes(lengths) });
  return createOp("Maximum", { x: constant(0, { dtype: max.dtype.base_dtype }), y: max });
}

interface SequenceMaskArguments {
  lengths: TensorLike;
  maxlen: TensorLike | null;
  dtype: DTypeLike | null | undefined;
  name: string | null;
}

/** tf.sequence_mask: mask[…, j] = j < lengths[…], for j below `maxlen` (the greatest length without it). */
export const sequence_mask = pyFunction<SequenceMaskArguments>()(
  "sequence_mask",
  "(lengths, maxlen=None, dtype=tf.bool, name=None)",
  ({ lengths, maxlen, dtype, name }) =>
    sequenceMask(lengths, maxlen, dtype === null ? null : as_dtype(dtype ?? bool), name),
);
