/**
 * Weighted means over all batches so far, and what is a mean of something.
 * Source: tf.metrics.mean and others (tensorflow/python/ops/metrics_impl.py).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { float32 } from "../../graph/dtypes.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { PyFloat } from "../../np/pyfloat.js";
import { onesLike, zerosLike } from "../array/fill.js";
import { sizeInternal } from "../array/shape.js";
import { broadcastWeights, removeSqueezableDimensions } from "../losses/weights_broadcast.js";
import { div_no_nan } from "../math/binary.js";
import { castTo } from "../math/cast.js";
import { binary, unary } from "../math/gradient_rules.js";
import { divOf, sub } from "../math/operators.js";
import { reduceSum } from "../math/reductions.js";
import type { Written } from "../state/variable.js";
import { assign_add } from "../state/writes.js";
import {
  type Collections,
  collect,
  fitted,
  inMetricScope,
  LABELLED,
  type LabelledArguments,
  type Metric,
  type MetricArguments,
  metric,
  metricVariable,
  type Name,
} from "./metric_variable.js";

function quotient(total: Written, count: Written, name: string): Tensor {
  return div_no_nan(total, binary("Maximum", count, 0), name);
}

/** Value and update of a mean whose total and count are told here. */
function meanOf(
  given: TensorLike,
  givenWeights: TensorLike | null,
  metrics: Collections,
  updates: Collections,
  name: Name,
): Metric {
  return inMetricScope(name, "mean", [given, givenWeights], () => {
    let values = castTo(given, float32);
    const total = metricVariable([], float32, "total");
    const count = metricVariable([], float32, "count");
    let numValues: Tensor;
    if (givenWeights === null) numValues = castTo(sizeInternal(values), float32);
    else {
      const fit = fitted(values, null, givenWeights);
      const weights = broadcastWeights(castTo(fit.weights, float32), fit.predictions);
      values = binary("Mul", fit.predictions, weights);
      numValues = reduceSum(weights);
    }
    const updateTotal = assign_add(total, reduceSum(values));
    const updateCount = getDefaultGraph().withControls([values.op], () => assign_add(count, numValues));
    const value = quotient(total, count, "value");
    collect(metrics, value);
    return metric(value, quotient(updateTotal, updateCount, "update_op"), updates);
  });
}

/** tf.metrics.mean: the (weighted) mean of all values so far. Returns (value, update_op), float32 scalars. */
export const mean = pyFunction<MetricArguments & { values: TensorLike }>()(
  "mean",
  "(values, weights=None, metrics_collections=None, updates_collections=None, name=None)",
  (p) => meanOf(p.values, p.weights, p.metrics_collections, p.updates_collections, p.name),
);

/** tf.metrics.mean_tensor: as tf.metrics.mean, element by element. */
export const mean_tensor = pyFunction<MetricArguments & { values: TensorLike }>()(
  "mean_tensor",
  "(values, weights=None, metrics_collections=None, updates_collections=None, name=None)",
  (p) =>
    inMetricScope(p.name, "mean", [p.values, p.weights], () => {
      let values = castTo(p.values, float32);
      const total = metricVariable(values.shape, float32, "total_tensor");
      const count = metricVariable(values.shape, float32, "count_tensor");
      let numValues = onesLike(values);
      if (p.weights !== null) {
        const fit = fitted(values, null, p.weights);
        const weights = broadcastWeights(castTo(fit.weights, float32), fit.predictions);
        values = binary("Mul", fit.predictions, weights);
        numValues = binary("Mul", numValues, weights);
      }
      const updateTotal = assign_add(total, values);
      const updateCount = getDefaultGraph().withControls([values.op], () => assign_add(count, numValues));
      const value = quotient(total, count, "value");
      collect(p.metrics_collections, value);
      return metric(value, quotient(updateTotal, updateCount, "update_op"), p.updates_collections);
    }),
);

/** A mean of what is computed from labels and predictions of one shape. */
function meanOfPairs<P extends LabelledArguments>(
  p: P,
  name: string,
  values: (labels: Tensor, predictions: Tensor) => Tensor,
): Metric {
  const { predictions, labels, weights } = fitted(p.predictions, p.labels, p.weights);
  const each = values(labels, predictions);
  return meanOf(each, weights, p.metrics_collections, p.updates_collections, p.name || name);
}

/** tf.metrics.accuracy: how often predictions equal labels. */
export const accuracy = pyFunction<LabelledArguments>()("accuracy", LABELLED, (p) =>
  meanOfPairs(p, "accuracy", (labels, given) => {
    const predictions = labels.dtype === given.dtype ? given : castTo(given, labels.dtype);
    return castTo(binary("Equal", predictions, labels), float32);
  }),
);

/** tf.metrics.mean_absolute_error */
export const mean_absolute_error = pyFunction<LabelledArguments>()("mean_absolute_error", LABELLED, (p) =>
  meanOfPairs(p, "mean_absolute_error", (labels, predictions) => unary("Abs", sub(predictions, labels))),
);

function squaredError(p: LabelledArguments): Metric {
  return meanOfPairs(p, "mean_squared_error", (labels, predictions) =>
    binary("SquaredDifference", labels, predictions),
  );
}
/** tf.metrics.mean_squared_error */
export const mean_squared_error = pyFunction<LabelledArguments>()("mean_squared_error", LABELLED, squaredError);

/** tf.metrics.root_mean_squared_error */
export const root_mean_squared_error = pyFunction<LabelledArguments>()("root_mean_squared_error", LABELLED, (p) => {
  const { predictions, labels, weights } = fitted(p.predictions, p.labels, p.weights);
  const own = { metrics_collections: null, updates_collections: null, name: p.name || "root_mean_squared_error" };
  const [mse, update] = squaredError({ labels, predictions, weights, ...own });
  const value = unary("Sqrt", mse);
  collect(p.metrics_collections, value);
  return metric(value, unary("Sqrt", update), p.updates_collections);
});

/** tf.metrics.mean_relative_error: absolute errors over `normalizer`, 0 where that is 0. */
export const mean_relative_error = pyFunction<LabelledArguments & { normalizer: TensorLike }>()(
  "mean_relative_error",
  "(labels, predictions, normalizer, weights=None, metrics_collections=None, updates_collections=None, name=None)",
  (p) =>
    meanOfPairs(p, "mean_relative_error", (labels, given) => {
      const fit = removeSqueezableDimensions(given, p.normalizer);
      const [predictions, normalizer] = [fit.labels, fit.predictions];
      predictions.shape.assert_is_compatible_with(normalizer.shape);
      const condition = binary("Equal", normalizer, new PyFloat(0));
      const t = zerosLike(labels);
      return createOp("Select", { condition, t, e: divOf(unary("Abs", sub(labels, predictions)), normalizer) });
    }),
);

/** tf.metrics.mean_cosine_distance: one minus the mean sum of products along `dim`; both are of length 1 along it. */
export const mean_cosine_distance = pyFunction<LabelledArguments & { dim: number }>()(
  "mean_cosine_distance",
  "(labels, predictions, dim, weights=None, metrics_collections=None, updates_collections=None, name=None)",
  (p) => {
    const { predictions, labels, weights } = fitted(p.predictions, p.labels, p.weights);
    const products = reduceSum(binary("Mul", predictions, labels), [p.dim], true);
    const [distance, update] = meanOf(products, weights, null, null, p.name || "mean_cosine_distance");
    const value = binary("Sub", new PyFloat(1), distance);
    const updated = binary("Sub", new PyFloat(1), update);
    collect(p.metrics_collections, value);
    return metric(value, updated, p.updates_collections);
  },
);

/** tf.metrics.percentage_below: the share of values below `threshold`. */
export const percentage_below = pyFunction<MetricArguments & { values: TensorLike; threshold: TensorLike }>()(
  "percentage_below",
  "(values, threshold, weights=None, metrics_collections=None, updates_collections=None, name=None)",
  (p) => {
    const isBelow = castTo(binary("Less", p.values, p.threshold), float32);
    return meanOf(
      isBelow,
      p.weights,
      p.metrics_collections,
      p.updates_collections,
      p.name || "percentage_below_threshold",
    );
  },
);
