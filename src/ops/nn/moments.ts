/**
 * Mean and variance together.
 * Source: tf.nn.moments, weighted_moments, sufficient_statistics, normalize_moments (tensorflow/python/ops/nn_impl.py).
 */
import { constant } from "../../graph/constant.js";
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { float16, float32 } from "../../graph/dtypes.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { tuple } from "../../np/pytuple.js";
import { eitherArgument, squeezeDims } from "../array/expand_dims.js";
import { zerosLike } from "../array/fill.js";
import { stop_gradient } from "../array/identity.js";
import { shapeInternal } from "../array/shape.js";
import { castTo } from "../math/cast.js";
import { binary, unary } from "../math/gradient_rules.js";
import { add, mul } from "../math/operators.js";
import { reduceMean, reduceProd, reduceSum } from "../math/reductions.js";

type Name = string | null;
type Moments = readonly [mean: Tensor, variance: Tensor];

function pair(mean: Tensor, variance: Tensor): Moments {
  return tuple([mean, variance]) as Tensor[] as [Tensor, Tensor];
}

/** The axes that are squeezed away, unless they are kept. */
function dropped(x: Tensor, axes: readonly number[], keep: boolean): Tensor {
  return keep ? x : squeezeDims(x, axes);
}

/** Half precision can't hold the sums, so its moments are computed in float32. */
export function momentsOf(x: TensorLike, axes: readonly number[], keepdims = false, name: Name = null): Moments {
  return scoped(name, "moments", [x, axes], () => {
    const half = (x as Tensor).dtype === float16;
    const y = half ? castTo(x, float32) : x;
    const mean = reduceMean(y, axes, true, "mean");
    const squares = binary("SquaredDifference", y, stop_gradient(mean));
    const variance = reduceMean(squares, axes, true, "variance");
    const m = dropped(mean, axes, keepdims);
    const v = dropped(variance, axes, keepdims);
    return half ? pair(castTo(m, float16), castTo(v, float16)) : pair(m, v);
  });
}

interface MomentsArguments {
  x: TensorLike;
  axes: readonly number[];
  shift: unknown;
  name: Name;
  keep_dims: boolean | null;
  keepdims: boolean | null;
}

/** tf.nn.moments: mean and (biased) variance of `x` over `axes`; `shift` is ignored. */
export const moments = pyFunction<MomentsArguments>()(
  "moments",
  "(x, axes, shift=None, name=None, keep_dims=None, keepdims=None)",
  (p) => momentsOf(p.x, p.axes, eitherArgument("keepdims", p.keepdims, "keep_dims", p.keep_dims) ?? false, p.name),
);

interface WeightedArguments {
  x: TensorLike;
  axes: readonly number[];
  frequency_weights: TensorLike;
  name: Name;
  keep_dims: boolean | null;
  keepdims: boolean | null;
}

/** tf.nn.weighted_moments: mean and variance of `x` over `axes`, elements counting by their weights. */
export const weighted_moments = pyFunction<WeightedArguments>()(
  "weighted_moments",
  "(x, axes, frequency_weights, name=None, keep_dims=None, keepdims=None)",
  (p) => {
    const keep = eitherArgument("keepdims", p.keepdims, "keep_dims", p.keep_dims) ?? false;
    const { axes } = p;
    return scoped(p.name, "weighted_moments", [p.x, p.frequency_weights, axes], () => {
      const given = convertToTensor(p.x, { name: "x" });
      const weightsGiven = convertToTensor(p.frequency_weights, { name: "frequency_weights" });
      const half = given.dtype === float16;
      const x = half ? castTo(given, float32) : given;
      const weights = castTo(weightsGiven, x.dtype);
      const sum = reduceSum(mul(weights, x), axes, true, "weighted_input_sum");
      const spread = add(weights, zerosLike(x));
      const weightSum = reduceSum(spread, axes, true, "sum_of_weights");
      const divisor = createOp("Reciprocal", { x: weightSum }, {}, "inv_weight_sum");
      const mean = binary("Mul", sum, divisor);
      const squares = mul(weights, binary("SquaredDifference", x, mean));
      const variance = binary("Mul", reduceSum(squares, axes, true, "weighted_distsq"), divisor);
      const m = dropped(mean, axes, keep);
      const v = dropped(variance, axes, keep);
      return half ? pair(castTo(m, float16), castTo(v, float16)) : pair(m, v);
    });
  },
);

interface StatisticsArguments {
  x: TensorLike;
  axes: readonly number[];
  shift: TensorLike | null;
  keep_dims: boolean | null;
  name: Name;
  keepdims: boolean | null;
}

/** How many elements go into each result: a constant where the shape is known. */
function countOver(x: Tensor, axes: readonly number[]): Tensor {
  const { dims } = x.shape;
  let count: number | null = dims === null ? null : 1;
  for (const axis of axes) {
    const size = dims?.at(axis) ?? null;
    count = count === null || size === null ? null : count * size;
  }
  if (count !== null) return constant(count, { dtype: x.dtype });
  const shape = castTo(shapeInternal(x), x.dtype);
  return reduceProd(createOp("GatherV2", { params: shape, indices: axes, axis: 0 }), null, false, "count");
}

/**
 * tf.nn.sufficient_statistics: count, sum and sum of squares of `x` (less `shift`) over `axes`, and the shift: what
 * tf.nn.normalize_moments makes mean and variance of.
 */
export const sufficient_statistics = pyFunction<StatisticsArguments>()(
  "sufficient_statistics",
  "(x, axes, shift=None, keep_dims=None, name=None, keepdims=None)",
  (p) => {
    const axes = [...new Set(p.axes)].sort((a, b) => a - b);
    const keep = eitherArgument("keepdims", p.keepdims, "keep_dims", p.keep_dims) ?? false;
    return scoped(p.name, "sufficient_statistics", [p.x, p.shift], () => {
      const x = convertToTensor(p.x, { name: "x" });
      const counts = countOver(x, axes);
      const shift = p.shift === null ? null : convertToTensor(p.shift, { name: "shift" });
      const values = shift === null ? x : binary("Sub", x, shift);
      const squares = shift === null ? unary("Square", x) : binary("SquaredDifference", x, shift);
      const sum = reduceSum(values, axes, keep, "mean_ss");
      const squareSum = reduceSum(squares, axes, keep, "var_ss");
      return tuple<Tensor | null>([counts, sum, squareSum, shift]) as (Tensor | null)[] as [
        Tensor,
        Tensor,
        Tensor,
        Tensor | null,
      ];
    });
  },
);

interface NormalizeArguments {
  counts: TensorLike;
  mean_ss: TensorLike;
  variance_ss: TensorLike;
  shift: TensorLike | null;
  name: Name;
}

/** tf.nn.normalize_moments: mean and variance from the results of tf.nn.sufficient_statistics. */
export const normalize_moments = pyFunction<NormalizeArguments>()(
  "normalize_moments",
  "(counts, mean_ss, variance_ss, shift, name=None)",
  ({ counts, mean_ss, variance_ss, shift, name }) =>
    scoped(name, "normalize", [counts, mean_ss, variance_ss, shift], () => {
      const divisor = createOp("Reciprocal", { x: counts }, {}, "divisor");
      const times = (x: unknown, op: Name = null): Tensor => createOp("Mul", { x, y: divisor }, {}, op);
      const shifted = times(mean_ss, shift === null ? "mean" : "shifted_mean");
      const mean = shift === null ? shifted : createOp("Add", { x: shifted, y: shift }, {}, "mean");
      const squares = times(variance_ss);
      return pair(mean, createOp("Sub", { x: squares, y: unary("Square", shifted) }, {}, "variance"));
    }),
);
