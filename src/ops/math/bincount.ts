/**
 * How often each small number occurs.
 * Source: tf.bincount (tensorflow/python/ops/math_ops.py; core/kernels/bincount_op.cc).
 */
import { constant } from "../../graph/constant.js";
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { as_dtype, type DTypeLike, int32 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { scalarInput } from "../array/dimensions.js";
import { shapeInternal } from "../array/shape.js";
import { castTo } from "./cast.js";
import { binary } from "./gradient_rules.js";
import { add, mul } from "./operators.js";
import { reduceMax, reduceProd } from "./reductions.js";
import { unsortedSegmentSum } from "./unsorted_segment.js";

const bincountShape: ShapeFn = (c) => {
  const size = scalarInput(c, 1);
  if (size !== null && size < 0) throw new ShapeError(`size (${size}) must be non-negative`);
  return [new TensorShape([size])];
};

/** Numbers from `size` on are left out; without weights each counts 1. */
const bincountKernel: Kernel = (k) => {
  const [size] = k.ints(1) as [number];
  if (size < 0) throw invalidArgument(`size (${size}) must be non-negative`);
  const numbers = k.input(0).data as Int32Array;
  const weights = k.input(2).data;
  const bins = k.output(0, [size]).data;
  const one = bins instanceof BigInt64Array ? 1n : 1;
  const zero = bins instanceof BigInt64Array ? 0n : 0;
  const weighted = weights.length > 0;
  return () => {
    (bins as unknown[]).fill(zero);
    for (let i = 0; i < numbers.length; i++) {
      const n = numbers[i]!;
      if (n < 0) throw invalidArgument("Input arr must be non-negative!");
      if (n >= size) continue;
      const weight = weighted ? weights[i] : one;
      // Numbers of one kind, both big integers or neither.
      (bins as Float64Array)[n] = (bins as Float64Array)[n]! + (weight as number);
    }
  };
};

export const bincountRecords: readonly OpRecord[] = [
  { type: "Bincount", shape: bincountShape, kernel: bincountKernel },
];

/**
 * tf.bincount: element i of the result is how often i occurs in `arr` (int32), or the sum of the `weights` there. The
 * length is one more than the largest number, at least `minlength`, at most `maxlength`.
 */
export const bincount = pyFunction<{
  arr: TensorLike;
  weights: TensorLike | null;
  minlength: TensorLike | null;
  maxlength: TensorLike | null;
  dtype: DTypeLike | undefined;
}>()("bincount_v1", "(arr, weights=None, minlength=None, maxlength=None, dtype=tf.int32)", (p) =>
  scoped("bincount", "bincount", [], () => {
    const arr = convertToTensor(p.arr, { name: "arr", dtype: int32 });
    const isNonEmpty = binary("Greater", reduceProd(shapeInternal(arr)), 0);
    let size = mul(castTo(isNonEmpty, int32), add(reduceMax(arr), 1));
    if (p.minlength !== null)
      size = binary("Maximum", convertToTensor(p.minlength, { name: "minlength", dtype: int32 }), size);
    if (p.maxlength !== null)
      size = binary("Minimum", convertToTensor(p.maxlength, { name: "maxlength", dtype: int32 }), size);
    if (p.weights !== null) return unsortedSegmentSum(convertToTensor(p.weights, { name: "weights" }), arr, size);
    const weights = constant([], { dtype: as_dtype(p.dtype ?? int32) });
    return createOp("Bincount", { arr, size, weights });
  }),
);
