/**
 * Losses weighted and reduced to one number.
 * Source: tf.losses.compute_weighted_loss, tf.losses.Reduction (tensorflow/python/ops/losses/losses_impl.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { float32 } from "../../graph/dtypes.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { PyFloat } from "../../np/pyfloat.js";
import { onesLike, zerosLike } from "../array/fill.js";
import { rangeOf } from "../array/range.js";
import { rankInternal, sizeInternal } from "../array/shape.js";
import { div_no_nan } from "../math/binary.js";
import { castTo } from "../math/cast.js";
import { binary } from "../math/gradient_rules.js";
import { mul } from "../math/operators.js";
import { reduceSum } from "../math/reductions.js";
import { addLoss } from "./collection.js";
import { assertBroadcastable, broadcastWeights } from "./weights_broadcast.js";

const ALL = [
  "none",
  "weighted_sum",
  "weighted_mean",
  "weighted_sum_over_batch_size",
  "weighted_sum_by_nonzero_weights",
  "weighted_sum_by_nonzero_weights",
] as const;

/** tf.losses.Reduction: how many losses become one. */
export const Reduction = Object.freeze({
  NONE: "none",
  SUM: "weighted_sum",
  SUM_OVER_BATCH_SIZE: "weighted_sum_over_batch_size",
  MEAN: "weighted_mean",
  SUM_BY_NONZERO_WEIGHTS: "weighted_sum_by_nonzero_weights",
  SUM_OVER_NONZERO_WEIGHTS: "weighted_sum_by_nonzero_weights",
  all: () => [...ALL],
  /** Raises ValueError for what is no reduction. */
  validate(key: string): void {
    if (!ALL.some((known) => known === key)) throw new ValueError(`Invalid Reduction Key ${key}.`);
  },
});

/** A default of 1.0: a plain 1 stands for it, too. */
export function floatOne(x: TensorLike): TensorLike {
  return x === 1 ? new PyFloat(1) : x;
}

/** How many losses count: those whose weight is not zero, in all or per row of the batch. */
export function numPresent(losses: Tensor, weights: Tensor, perBatch = false): Tensor {
  return scoped(null, "num_present", [losses, weights], (scope) => {
    const w = castTo(weights, float32);
    const isZero = binary("Equal", w, new PyFloat(0));
    const zeros = zerosLike(w);
    const counted = createOp("Select", { condition: isZero, t: zeros, e: onesLike(w) });
    const present = broadcastWeights(counted, losses);
    if (!perBatch) return reduceSum(present, null, false, scope);
    return reduceSum(present, rangeOf(1, rankInternal(present)), true, scope);
  });
}

function numElements(losses: Tensor): Tensor {
  return scoped(null, "num_elements", [losses], (scope) => castTo(sizeInternal(losses, scope), losses.dtype));
}

function meanOver(total: Tensor, count: Tensor): Tensor {
  return div_no_nan(reduceSum(total), count, "value");
}

function reduced(losses: Tensor, weights: Tensor, reduction: string): Tensor {
  const weighted = binary("Mul", losses, weights);
  if (reduction === Reduction.NONE) return weighted;
  const total = reduceSum(weighted);
  if (reduction === Reduction.MEAN) return meanOver(total, reduceSum(mul(onesLike(losses), weights)));
  if (reduction === Reduction.SUM_BY_NONZERO_WEIGHTS) return meanOver(total, numPresent(losses, weights));
  if (reduction === Reduction.SUM_OVER_BATCH_SIZE) return meanOver(total, numElements(losses));
  return total;
}

/** What all losses take besides their own arguments. */
export interface WeightedOptions {
  weights: TensorLike;
  scope: string | null;
  loss_collection: string | null;
  reduction: string;
}

export function weightedLoss(given: TensorLike, o: WeightedOptions): Tensor {
  Reduction.validate(o.reduction);
  const weights = floatOne(o.weights);
  return scoped(o.scope, "weighted_loss", [given, weights], () =>
    getDefaultGraph().withControls([assertBroadcastable(weights, given)], () => {
      const losses = convertToTensor(given);
      const precise = castTo(losses, float32);
      const loss = castTo(reduced(precise, castTo(weights, float32), o.reduction), losses.dtype);
      addLoss(loss, o.loss_collection);
      return loss;
    }),
  );
}

/**
 * tf.losses.compute_weighted_loss: `losses` times `weights` (a scalar, or of the same rank), reduced as `reduction` says
 * and added to a collection. Raises ValueError for an unknown reduction and for weights that don't fit.
 */
export const compute_weighted_loss = pyFunction<WeightedOptions & { losses: TensorLike }>()(
  "compute_weighted_loss",
  "(losses, weights=1.0, scope=None, loss_collection='losses', reduction='weighted_sum_by_nonzero_weights')",
  (p) => weightedLoss(p.losses, p),
);
