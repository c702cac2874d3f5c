/**
 * Precision and recall of the k best predictions, for one or several labels per row.
 * Source: tf.metrics.precision_at_k, recall_at_k and others (tensorflow/python/ops/metrics_impl.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { float64, int64 } from "../../graph/dtypes.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { pyFunction } from "../../graph/signature.js";
import { SparseTensor } from "../../graph/sparse_tensor.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { concatValues } from "../array/concat.js";
import { expandDims } from "../array/expand_dims.js";
import { fillWith } from "../array/fill.js";
import { reshapeTo } from "../array/reshape.js";
import { rankInternal, shapeInternal, sizeInternal } from "../array/shape.js";
import { top_k } from "../array/top_k.js";
import { cond } from "../control/cond.js";
import { assertBroadcastable } from "../losses/weights_broadcast.js";
import { castTo } from "../math/cast.js";
import { binary } from "../math/gradient_rules.js";
import { divOf } from "../math/operators.js";
import { reducedShape } from "../math/reduction_gradients.js";
import { reduceSum } from "../math/reductions.js";
import { denseOrSparse, differenceOf, intersectionOf, type SetLike, sizesOf } from "../sets/sets.js";
import { sparse_reshape } from "../sparse/reorder.js";
import { sparse_retain } from "../sparse/rows.js";
import type { Written } from "../state/variable.js";
import { assign_add } from "../state/writes.js";
import { collect, type Metric, type MetricArguments, metric, metricVariable, type Name } from "./metric_variable.js";

type Ids = Tensor | SparseTensor;

/** "recall_at_3_class7". */
export function nameAtK(name: string, k: number | null, classId: number | null = null): string {
  const atK = k === null ? `${name}_at_k` : `${name}_at_${k}`;
  return classId === null ? atK : `${atK}_class${classId}`;
}

const valuesOf = (x: SetLike): unknown => (x instanceof SparseTensor ? x.values : x);

/** Labels with one dimension fewer than the predictions get a last one of size 1. */
export function expandLabels(given: SetLike, predictions: Tensor): Ids {
  return scoped(null, "expand_labels", [valuesOf(given), predictions], (scope) => {
    const labels = denseOrSparse(given);
    if (labels instanceof SparseTensor) {
      const isFewer = binary("Equal", rankInternal(predictions), sizeInternal(labels.dense_shape).add(1));
      return cond(
        isFewer,
        () => sparse_reshape(labels, concatValues([labels.dense_shape, [1]], 0), { name: scope }),
        () => labels,
      );
    }
    const [rank, wanted] = [labels.shape.rank, predictions.shape.rank];
    if (rank !== null && wanted !== null) {
      if (wanted === rank) return labels;
      if (wanted === rank + 1) return expandDims(labels, -1, scope);
      throw new ValueError(`Unexpected labels shape ${labels.shape} for predictions shape ${predictions.shape}.`);
    }
    const isFewer = binary("Equal", rankInternal(predictions), rankInternal(labels).add(1));
    return cond(
      isFewer,
      () => expandDims(labels, -1, scope),
      () => labels,
    );
  });
}

/** Only the ids of one class; of others nothing is left. */
function selectClass(given: SetLike, id: number): SparseTensor {
  const ids = denseOrSparse(given);
  if (ids instanceof SparseTensor) return sparse_retain(ids, binary("Equal", ids.values, id));
  const shape = shapeInternal(ids, null, true, int64);
  const last = sizeInternal(shape).sub(1);
  const filled = fillWith(reducedShape(shape, reshapeTo(last, [1])), castTo(id, int64));
  const found = intersectionOf(filled, ids);
  return new SparseTensor(found.indices, found.values, shape);
}

function selected(labels: SetLike, predictions: SetLike, id: number | null): [SetLike, SetLike] {
  return id === null ? [labels, predictions] : [selectClass(labels, id), selectClass(predictions, id)];
}

type Count = "true_positive" | "false_positive" | "false_negative";
const COUNTED: Readonly<Record<Count, (predictions: SetLike, labels: SetLike) => SparseTensor>> = {
  true_positive: (p, l) => intersectionOf(p, l),
  false_positive: (p, l) => differenceOf(p, l, true),
  false_negative: (p, l) => differenceOf(p, l, false),
};

interface RowsAtK {
  readonly labels: SetLike;
  readonly predictions: SetLike;
  readonly classId: number | null;
  readonly weights: TensorLike | null;
}

/** Counts per row, float64. */
export function countRows(count: Count, o: RowsAtK, name: Name = null): Tensor {
  const values = [valuesOf(o.predictions), valuesOf(o.labels), o.weights].filter((v) => v !== null);
  return scoped(name, `${count}s`, values, () => {
    const [labels, predictions] = selected(o.labels, o.predictions, o.classId);
    const found = castTo(sizesOf(COUNTED[count](predictions, labels)), float64);
    const { weights } = o;
    if (weights === null) return found;
    return getDefaultGraph().withControls([assertBroadcastable(weights, found)], () =>
      binary("Mul", found, castTo(weights, float64)),
    );
  });
}

function countTotal(count: Count, k: number | null, o: RowsAtK): { value: Written; update: Written } {
  const values = [valuesOf(o.predictions), valuesOf(o.labels), o.weights].filter((v) => v !== null);
  return scoped(null, nameAtK(count, k, o.classId), values, (scope) => {
    const batch = castTo(reduceSum(countRows(count, o)), float64);
    const value = metricVariable([], float64, scope);
    return { value, update: assign_add(value, batch, { name: "update" }) };
  });
}

interface TopKArguments extends MetricArguments {
  labels: SetLike;
  predictions_idx: TensorLike;
  k: number | null;
  class_id: number | null;
}
interface AtKArguments extends MetricArguments {
  labels: SetLike;
  predictions: TensorLike;
  k: number;
  class_id: number | null;
}

function shareAtTopK(what: "precision" | "recall", missing: Count, p: TopKArguments): Metric {
  const name = nameAtK(what, p.k, p.class_id);
  const values = [p.predictions_idx, valuesOf(p.labels), p.weights].filter((v) => v !== null);
  return scoped(p.name, name, values, (scope) => {
    const given = convertToTensor(p.predictions_idx);
    const labels = expandLabels(p.labels, given);
    const rows = { labels, predictions: castTo(given, int64), classId: p.class_id, weights: p.weights };
    const hits = countTotal("true_positive", p.k, rows);
    const others = countTotal(missing, p.k, rows);
    const value = divOf(hits.value, createOp("Add", { x: hits.value, y: others.value }), scope);
    collect(p.metrics_collections, value);
    const update = divOf(hits.update, createOp("Add", { x: hits.update, y: others.update }), "update");
    return metric(value, update, p.updates_collections);
  });
}

function shareAtK(what: "precision" | "recall", missing: Count, p: AtKArguments): Metric {
  const values = [p.predictions, valuesOf(p.labels), p.weights].filter((v) => v !== null);
  return scoped(p.name, nameAtK(what, p.k, p.class_id), values, (scope) => {
    const { indices } = top_k(p.predictions, p.k);
    return shareAtTopK(what, missing, { ...p, predictions_idx: indices, name: scope });
  });
}

const AT_K =
  "(labels, predictions, k, class_id=None, weights=None, metrics_collections=None, updates_collections=None, name=None)";
const AT_TOP_K =
  "(labels, predictions_idx, k=None, class_id=None, weights=None, metrics_collections=None, updates_collections=None, name=None)";

const precisionAtK = (p: AtKArguments): Metric => shareAtK("precision", "false_positive", p);

/** tf.metrics.precision_at_k: how many of the k best predictions are labels. Labels int64, one or several per row. */
export const precision_at_k = pyFunction<AtKArguments>()("precision_at_k", AT_K, precisionAtK);
/** tf.metrics.sparse_precision_at_k: the old name of tf.metrics.precision_at_k. */
export const sparse_precision_at_k = pyFunction<AtKArguments>()("sparse_precision_at_k", AT_K, precisionAtK);
/** tf.metrics.precision_at_top_k: the same for predicted classes. */
export const precision_at_top_k = pyFunction<TopKArguments>()("precision_at_top_k", AT_TOP_K, (p) =>
  shareAtTopK("precision", "false_positive", p),
);
/** tf.metrics.recall_at_k: how many of the labels are among the k best predictions. */
export const recall_at_k = pyFunction<AtKArguments>()("recall_at_k", AT_K, (p) =>
  shareAtK("recall", "false_negative", p),
);
/** tf.metrics.recall_at_top_k: the same for predicted classes. */
export const recall_at_top_k = pyFunction<TopKArguments>()("recall_at_top_k", AT_TOP_K, (p) =>
  shareAtTopK("recall", "false_negative", p),
);
