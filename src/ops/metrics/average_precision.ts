/**
 * Average precision of the k best predictions.
 * Source: tf.metrics.average_precision_at_k (tensorflow/python/ops/metrics_impl.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { float64, int64 } from "../../graph/dtypes.js";
import { notImplemented } from "../../graph/not_implemented.js";
import { pyFunction } from "../../graph/signature.js";
import { SparseTensor } from "../../graph/sparse_tensor.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { concatValues } from "../array/concat.js";
import { expandDims } from "../array/expand_dims.js";
import { onesLike, zerosLike } from "../array/fill.js";
import { shapeInternal, sizeInternal } from "../array/shape.js";
import { tileBy } from "../array/tile.js";
import { top_k } from "../array/top_k.js";
import { cond } from "../control/cond.js";
import { broadcastWeights } from "../losses/weights_broadcast.js";
import { div_no_nan } from "../math/binary.js";
import { castTo } from "../math/cast.js";
import { binary } from "../math/gradient_rules.js";
import { divOf } from "../math/operators.js";
import { reduceMax, reduceSum } from "../math/reductions.js";
import { cumsum } from "../math/scan.js";
import { denseOrSparse, type SetLike, sizesOf } from "../sets/sets.js";
import { assign_add } from "../state/writes.js";
import { countRows, expandLabels, nameAtK } from "./at_k.js";
import {
  type Collections,
  collect,
  type Metric,
  type MetricArguments,
  metric,
  metricVariable,
  type Name,
} from "./metric_variable.js";

/** The labels again for each of the k predictions, along a new last-but-one dimension. */
function labelsPerK(given: Tensor | SparseTensor, k: number): Tensor | SparseTensor {
  return scoped("labels_per_k", "expand_and_tile", [given instanceof SparseTensor ? given.values : given], (scope) => {
    if (given instanceof SparseTensor)
      throw notImplemented("average precision of sparse labels", "it needs tf.sparse.concat");
    const expanded = expandDims(given, -2, "expand");
    if (k === 1) return expanded;
    const ones = onesLike(shapeInternal(given));
    const multiples = concatValues([ones.at(":-1"), [k], ones.at("-1:")], 0, "multiples");
    return tileBy(expanded, multiples, scope);
  });
}

/** How many labels could be found at most. */
function numRelevant(given: Tensor | SparseTensor, k: number): Tensor {
  return scoped(null, "num_relevant", [given instanceof SparseTensor ? given.values : given], (scope) => {
    const labels = denseOrSparse(given);
    if (labels instanceof SparseTensor) return createOp("Minimum", { x: sizesOf(labels), y: k }, {}, scope);
    const condition = binary("GreaterEqual", labels, 0);
    const t = onesLike(labels);
    const counted = reduceSum(createOp("SelectV2", { condition, t, e: zerosLike(labels) }), -1);
    return createOp("Minimum", { x: counted, y: k }, {}, scope);
  });
}

/** Average precision per row, float64. */
function perRow(givenLabels: Tensor | SparseTensor, givenPredictions: Tensor): Tensor {
  const values = [givenPredictions, givenLabels instanceof SparseTensor ? givenLabels.values : givenLabels];
  return scoped(null, "average_precision", values, (scope) => {
    const predictions = castTo(givenPredictions, int64, "predictions_idx");
    const { dims } = predictions.shape;
    if (dims?.length === 0) throw new ValueError("The rank of predictions_idx must be at least 1.");
    const k = dims?.at(-1) ?? null;
    if (k === null) throw new ValueError("The last dimension of predictions_idx must be set.");
    const labels = expandLabels(givenLabels, predictions);
    const predictionsPerK = expandDims(predictions, -1, "predictions_idx_per_k");
    const rows = { labels: labelsPerK(labels, k), predictions: predictionsPerK, classId: null, weights: null };
    const relevant = countRows("true_positive", rows, "relevant_per_k");
    const hits = cumsum(relevant, { axis: -1, name: "tp_per_k" });
    const retrieved = cumsum(onesLike(relevant), { axis: -1, name: "retrieved_per_k" });
    const precision = divOf(castTo(hits, float64), castTo(retrieved, float64), "precision_per_k");
    const inputs = { x: precision, y: castTo(relevant, float64) };
    const relevantPrecision = createOp("Mul", inputs, {}, "relevant_precision_per_k");
    const sum = reduceSum(relevantPrecision, [-1], false, "precision_sum");
    return divOf(sum, castTo(numRelevant(labels, k), float64), scope);
  });
}

function streaming(
  labels: Tensor | SparseTensor,
  predictions: Tensor,
  weights: TensorLike | null,
  metrics: Collections,
  updates: Collections,
  name: Name,
): Metric {
  const values = [predictions, labels instanceof SparseTensor ? labels.values : labels, weights];
  return scoped(
    name,
    "average_precision_at_top_k",
    values.filter((v) => v !== null),
    (scope) => {
      let precision = perRow(labels, predictions);
      let given: Tensor | null = null;
      if (weights !== null) {
        given = broadcastWeights(castTo(weights, float64), precision);
        precision = binary("Mul", precision, given);
      }
      const [most, updateMost] = scoped(null, "max", [precision], (own) => {
        const variable = metricVariable([], float64, own);
        const batch =
          given === null
            ? castTo(sizeInternal(precision, "batch_max"), float64)
            : reduceSum(given, null, false, "batch_max");
        return [variable, assign_add(variable, batch, { name: "update" })] as const;
      });
      const [total, updateTotal] = scoped(null, "total", [precision], (own) => {
        const variable = metricVariable([], float64, own);
        const batch = reduceSum(precision, null, false, "batch_total");
        return [variable, assign_add(variable, batch, { name: "update" })] as const;
      });
      const value = div_no_nan(total, most, "mean");
      collect(metrics, value);
      return metric(value, div_no_nan(updateTotal, updateMost, scope), updates);
    },
  );
}

/** Labels that are no class become -1. */
function withoutOutside(labels: Tensor | SparseTensor, classes: Tensor): Tensor | SparseTensor {
  const inner = labels instanceof SparseTensor ? labels.values : labels;
  const clean = (x: Tensor): Tensor => {
    const condition = binary("GreaterEqual", x, classes);
    const t = onesLike(x).rmul(-1);
    return createOp("SelectV2", { condition, t, e: x });
  };
  const most = reduceMax(inner);
  return cond<Tensor | SparseTensor>(
    binary("GreaterEqual", most, classes),
    () =>
      labels instanceof SparseTensor
        ? new SparseTensor(labels.indices, clean(labels.values), labels.dense_shape)
        : clean(labels),
    () => labels,
  );
}

interface Arguments extends MetricArguments {
  labels: SetLike;
  predictions: TensorLike;
  k: number;
}
const SIGNATURE =
  "(labels, predictions, k, weights=None, metrics_collections=None, updates_collections=None, name=None)";

function averagePrecision(p: Arguments): Metric {
  if (p.k < 1) throw new ValueError(`Invalid k=${p.k}.`);
  const labels = denseOrSparse(p.labels);
  const values = [p.predictions, labels instanceof SparseTensor ? labels.values : labels, p.weights];
  return scoped(
    p.name,
    nameAtK("average_precision", p.k),
    values.filter((v) => v !== null),
    (scope) => {
      const predictions = convertToTensor(p.predictions);
      const { indices } = top_k(predictions, p.k);
      const clean = withoutOutside(labels, castTo(shapeInternal(predictions).at(-1), int64));
      return streaming(clean, indices, p.weights, p.metrics_collections, p.updates_collections, scope);
    },
  );
}

/** tf.metrics.average_precision_at_k: the mean over rows of precisions at each hit. Labels int64. Raises ValueError for k below 1. */
export const average_precision_at_k = pyFunction<Arguments>()("average_precision_at_k", SIGNATURE, averagePrecision);
/** tf.metrics.sparse_average_precision_at_k: the old name of tf.metrics.average_precision_at_k. */
export const sparse_average_precision_at_k = pyFunction<Arguments>()(
  "sparse_average_precision_at_k",
  SIGNATURE,
  averagePrecision,
);
