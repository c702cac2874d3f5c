/**
 * Reductions made of several nodes: variance, counts, log of a sum of exponentials.
 * Source: tf.reduce_logsumexp, tf.math.reduce_variance, tf.count_nonzero (tensorflow/python/ops/math_ops.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { as_dtype, type DTypeLike, int64 } from "../../graph/dtypes.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { eitherArgument } from "../array/expand_dims.js";
import { zerosLike, zerosOf } from "../array/fill.js";
import { stop_gradient } from "../array/identity.js";
import { reshapeTo } from "../array/reshape.js";
import { shapeInternal } from "../array/shape.js";
import { castTo } from "./cast.js";
import { binary, unary } from "./gradient_rules.js";
import { sub } from "./operators.js";
import {
  type Axis,
  axesAndKeepdims,
  mayReduceToScalar,
  type ReductionArguments,
  reduceMax,
  reduceMean,
  reduceSum,
} from "./reductions.js";

/** tf.reduce_logsumexp: log(sum(exp(x))) over `axis` without overflow. */
export const reduce_logsumexp = pyFunction<ReductionArguments>()(
  "reduce_logsumexp_v1",
  "(input_tensor, axis=None, keepdims=None, name=None, reduction_indices=None, keep_dims=None)",
  (p) => logSumExp(p.input_tensor, ...axesAndKeepdims(p), p.name),
);

export function logSumExp(input: TensorLike, axis: Axis = null, keepdims = false, name: string | null = null): Tensor {
  const x = convertToTensor(input);
  return scoped(name, "ReduceLogSumExp", [x], () => {
    const rawMax = reduceMax(x, axis, true);
    const usable = unary("IsFinite", rawMax);
    let max = stop_gradient(createOp("Select", { condition: usable, t: rawMax, e: zerosLike(rawMax) }));
    const log = unary("Log", reduceSum(unary("Exp", binary("Sub", x, max)), axis, keepdims));
    if (!keepdims) max = reshapeTo(max, shapeInternal(log));
    return mayReduceToScalar(keepdims, axis, binary("Add", log, max));
  });
}

type SpreadArguments = Pick<ReductionArguments, "input_tensor" | "axis" | "keepdims" | "name">;
const SIGNATURE = "(input_tensor, axis=None, keepdims=False, name=None)";

function variance(p: SpreadArguments): Tensor {
  return scoped(p.name || "reduce_variance", "reduce_variance", [], () => {
    const means = reduceMean(p.input_tensor, p.axis, true);
    const squares = unary("Square", sub(p.input_tensor, means));
    return reduceMean(squares, p.axis, p.keepdims ?? false);
  });
}

/** tf.math.reduce_variance: mean square distance from the mean along `axis`. */
export const reduce_variance = pyFunction<SpreadArguments>()("reduce_variance", SIGNATURE, variance);
/** tf.math.reduce_std: root of the variance along `axis`. */
export const reduce_std = pyFunction<SpreadArguments>()("reduce_std", SIGNATURE, (p) =>
  scoped(p.name || "reduce_std", "reduce_std", [], () => unary("Sqrt", variance({ ...p, name: null }))),
);

interface CountArguments {
  input_tensor: TensorLike | null;
  axis: Axis;
  keepdims: boolean | null;
  dtype: DTypeLike | undefined;
  name: string | null;
  reduction_indices: Axis;
  keep_dims: boolean | null;
  input: TensorLike | null;
}

/** tf.count_nonzero: how many elements along `axis` differ from zero (false, the empty string), as `dtype`. */
export const count_nonzero = pyFunction<CountArguments>()(
  "count_nonzero",
  "(input_tensor=None, axis=None, keepdims=None, dtype=tf.int64, name=None, reduction_indices=None, keep_dims=None, input=None)",
  (p) => {
    const keepdims = eitherArgument("keepdims", p.keepdims, "keep_dims", p.keep_dims) ?? false;
    const given = eitherArgument("input", p.input, "input_tensor", p.input_tensor);
    const axis = eitherArgument("axis", p.axis, "reduction_indices", p.reduction_indices);
    return scoped(p.name, "count_nonzero", [given], () => {
      const x = convertToTensor(given, { name: "input" });
      const zero = zerosOf([], x.dtype);
      const counted = reduceSum(castTo(binary("NotEqual", x, zero), int64), axis, keepdims);
      return castTo(counted, as_dtype(p.dtype ?? int64));
    });
  },
);
