/**
 * What all metrics share: their local variables, the shapes of their arguments, where their results are collected.
 * Source: metric_variable, _remove_squeezable_dimensions (tensorflow/python/ops/metrics_impl.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import type { DType } from "../../graph/dtypes.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { GraphKeys } from "../../graph/keys.js";
import type { Tensor } from "../../graph/tensor.js";
import { type PyTuple, tuple } from "../../np/pytuple.js";
import { withContext } from "../../py/context.js";
import { expandDims, squeezeDims } from "../array/expand_dims.js";
import { type ShapeArgument, zerosOf } from "../array/fill.js";
import { reshapeTo } from "../array/reshape.js";
import { rankInternal } from "../array/shape.js";
import { cond } from "../control/cond.js";
import { removeSqueezableDimensions } from "../losses/weights_broadcast.js";
import { binary } from "../math/gradient_rules.js";
import type { Variable, Written } from "../state/variable.js";
import { makeVariable } from "../state/variable_class.js";
import { variable_scope } from "../state/variable_scope.js";

export type Name = string | null;
/** Names of the collections that a result is added to. */
export type Collections = string | readonly string[] | null;

/** What most metrics take last. */
export interface MetricArguments {
  weights: TensorLike | null;
  metrics_collections: Collections;
  updates_collections: Collections;
  name: Name;
}
export interface LabelledArguments extends MetricArguments {
  labels: TensorLike;
  predictions: TensorLike;
}
export const LABELLED =
  "(labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None)";

/** Value so far, and the operation that takes in a batch and gives the value after it. */
export type Metric = PyTuple<Written> & [value: Tensor, update_op: Written];

/** A local variable of zeros, in the collection of metrics. */
export function metricVariable(shape: ShapeArgument, dtype: DType, name: string): Variable {
  return makeVariable({
    initialValue: () => zerosOf(shape, dtype),
    trainable: false,
    collections: [GraphKeys.LOCAL_VARIABLES, GraphKeys.METRIC_VARIABLES],
    name,
  });
}

/** Runs `body` in the variable scope of a metric. */
export function inMetricScope<T>(
  name: Name,
  defaultName: string,
  values: readonly (TensorLike | null)[],
  body: () => T,
): T {
  const given = values.filter((v) => v !== null);
  return withContext(variable_scope(name, defaultName, given), body);
}

export function collect(collections: Collections, result: Written): void {
  if (collections !== null && collections.length > 0) getDefaultGraph().add_to_collections(collections, result);
}

/** The pair that a metric returns, its update collected. */
export function metric(value: Tensor, update: Written, updates: Collections): Metric {
  collect(updates, update);
  return tuple<Written>([value, update]) as Metric;
}

interface Fitted<L> {
  readonly predictions: Tensor;
  readonly labels: L;
  readonly weights: Tensor | null;
}

/** Weights get or lose a last dimension of 1 where they have one too few or too many. */
function fitWeights(weights: Tensor, predictions: Tensor): Tensor {
  const { rank } = weights.shape;
  if (rank === 0) return weights;
  const predictionsRank = predictions.shape.rank;
  if (rank !== null && predictionsRank !== null) {
    if (rank - predictionsRank === 1) return squeezeDims(weights, [-1]);
    return predictionsRank - rank === 1 ? expandDims(weights, [-1]) : weights;
  }
  const weightsRank = rankInternal(weights);
  const difference = weightsRank.sub(rankInternal(predictions));
  const expand = (): Tensor =>
    cond(
      binary("Equal", difference, -1),
      () => expandDims(weights, [-1]),
      () => weights,
    );
  const last = weights.shape.dims?.at(-1) ?? null;
  const squeeze = rank !== null && last !== null && last !== 1 ? () => weights : () => squeezeDims(weights, [-1]);
  const adjust = (): Tensor => cond(binary("Equal", difference, 1), squeeze, expand);
  return cond(binary("Equal", weightsRank, 0), () => weights, adjust);
}

/** Predictions and labels of one rank, and weights that fit them. */
export function fitted(given: TensorLike, labels: TensorLike, weights: TensorLike | null): Fitted<Tensor>;
export function fitted(given: TensorLike, labels: null, weights: TensorLike | null): Fitted<null>;
export function fitted(
  given: TensorLike,
  givenLabels: TensorLike | null,
  givenWeights: TensorLike | null,
): Fitted<Tensor | null> {
  let predictions = convertToTensor(given);
  let labels: Tensor | null = null;
  if (givenLabels !== null) {
    ({ labels, predictions } = removeSqueezableDimensions(givenLabels, predictions));
    predictions.shape.assert_is_compatible_with(labels.shape);
  }
  const weights = givenWeights === null ? null : fitWeights(convertToTensor(givenWeights), predictions);
  return { predictions, labels, weights };
}

/** Of more than one dimension: flattened. */
export function flat(x: Tensor): Tensor {
  const { rank } = x.shape;
  return rank !== null && rank > 1 ? reshapeTo(x, [-1]) : x;
}
