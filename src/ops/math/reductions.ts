/**
 * Reductions over axes: sum, mean, product, extremes, logical and.
 * Source: tf.reduce_sum and others (tensorflow/python/ops/math_ops.py).
 */
import { constant } from "../../graph/constant.js";
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { int32 } from "../../graph/dtypes.js";
import { pyFunction } from "../../graph/signature.js";
import { SparseTensor } from "../../graph/sparse_tensor.js";
import { Tensor } from "../../graph/tensor.js";
import { eitherArgument } from "../array/expand_dims.js";
import { rangeOf } from "../array/range.js";
import { rankInternal } from "../array/shape.js";

export type ReductionType = "Sum" | "Mean" | "Prod" | "Max" | "Min" | "All" | "Any" | "EuclideanNorm";
/** Axes to reduce: one, several, a tensor of them, or all (null). */
export type Axis = TensorLike | null;

function ascending(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

/** The axes as an operand: all of them are a constant where the rank is known, else computed from it. */
export function reductionAxes(x: TensorLike | SparseTensor, axis: Axis): TensorLike {
  if (axis !== null) return axis;
  let rank: number | null = null;
  if (x instanceof Tensor) rank = x.shape.rank;
  else if (x instanceof SparseTensor) rank = x.dense_shape.shape.known?.[0] ?? null;
  if (rank !== null) return constant(ascending(rank), { dtype: int32 });
  return rangeOf(0, rankInternal(x));
}

/** Emits one reduction; over all axes without keeping them the result is a scalar even if the rank is unknown. */
export function reduce(
  type: ReductionType,
  x: TensorLike,
  axis: Axis = null,
  keepdims: boolean | null = false,
  name: string | null = null,
): Tensor {
  const keep = keepdims ?? false;
  const output = createOp(type, { input: x, reduction_indices: reductionAxes(x, axis) }, { keep_dims: keep }, name);
  return mayReduceToScalar(keep, axis, output);
}

export function mayReduceToScalar(keepdims: boolean, axis: Axis, output: Tensor): Tensor {
  if (axis === null && !keepdims && !output.shape.isFullyDefined) output.set_shape([]);
  return output;
}

export const reduceSum = (x: TensorLike, axis: Axis = null, keepdims = false, name: string | null = null): Tensor =>
  reduce("Sum", x, axis, keepdims, name);
export const reduceProd = (x: TensorLike, axis: Axis = null, keepdims = false, name: string | null = null): Tensor =>
  reduce("Prod", x, axis, keepdims, name);
export const reduceMean = (x: TensorLike, axis: Axis = null, keepdims = false, name: string | null = null): Tensor =>
  reduce("Mean", x, axis, keepdims, name);
export const reduceMax = (x: TensorLike, axis: Axis = null, keepdims = false, name: string | null = null): Tensor =>
  reduce("Max", x, axis, keepdims, name);

export interface ReductionArguments {
  input_tensor: TensorLike;
  axis: Axis;
  keepdims: boolean | null;
  name: string | null;
  reduction_indices: Axis;
  keep_dims: boolean | null;
}

/** Axes and keepdims from their present and former names. */
export function axesAndKeepdims(p: Omit<ReductionArguments, "input_tensor" | "name">): [Axis, boolean] {
  const axis = eitherArgument("axis", p.axis, "reduction_indices", p.reduction_indices);
  const keepdims = eitherArgument("keepdims", p.keepdims, "keep_dims", p.keep_dims);
  return [axis, keepdims ?? false];
}

const SIGNATURE = "(input_tensor, axis=None, keepdims=None, name=None, reduction_indices=None, keep_dims=None)";

function publicReduction(name: string, type: ReductionType) {
  return pyFunction<ReductionArguments>()(name, SIGNATURE, (p) =>
    reduce(type, p.input_tensor, ...axesAndKeepdims(p), p.name),
  );
}

/**
 * tf.reduce_sum: sum over `axis` (all axes by default, negative ones count from the end); `keepdims` keeps reduced axes
 * with size 1. Raises ValueError for an axis that the input doesn't have.
 */
export const reduce_sum = publicReduction("reduce_sum_v1", "Sum");
/** tf.reduce_mean: mean over `axis`; integers are divided towards zero. */
export const reduce_mean = publicReduction("reduce_mean_v1", "Mean");
/** tf.reduce_prod: product over `axis`. */
export const reduce_prod = publicReduction("reduce_prod_v1", "Prod");
/** tf.reduce_max: largest value along `axis`. */
export const reduce_max = publicReduction("reduce_max_v1", "Max");
/** tf.reduce_min: smallest value along `axis`. */
export const reduce_min = publicReduction("reduce_min_v1", "Min");
/** tf.reduce_all: logical and over `axis`. */
export const reduce_all = publicReduction("reduce_all_v1", "All");
/** tf.reduce_any: logical or over `axis`. */
export const reduce_any = publicReduction("reduce_any_v1", "Any");
/** tf.math.reduce_euclidean_norm: root of the sum of squares over `axis`. */
export const reduce_euclidean_norm = pyFunction<
  Pick<ReductionArguments, "input_tensor" | "axis" | "keepdims" | "name">
>()("reduce_euclidean_norm", "(input_tensor, axis=None, keepdims=False, name=None)", (p) =>
  reduce("EuclideanNorm", p.input_tensor, p.axis, p.keepdims, p.name),
);
