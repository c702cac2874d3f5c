/**
 * Means over classes.
 * Source: tf.metrics.mean_iou, mean_per_class_accuracy (tensorflow/python/ops/metrics_impl.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { float32, float64, int64 } from "../../graph/dtypes.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { onesLike, onesOf } from "../array/fill.js";
import { sizeInternal } from "../array/shape.js";
import { diag_part } from "../linalg/diagonals.js";
import { div_no_nan } from "../math/binary.js";
import { castTo } from "../math/cast.js";
import { binary } from "../math/gradient_rules.js";
import { add, divOf, mul, sub, truediv } from "../math/operators.js";
import { reduceMean, reduceSum } from "../math/reductions.js";
import type { Variable } from "../state/variable.js";
import { assign_add, scatter_add } from "../state/writes.js";
import { confusionMatrix } from "./confusion_matrix.js";
import { collect, flat, inMetricScope, type LabelledArguments, metric, metricVariable } from "./metric_variable.js";

interface ClassArguments extends LabelledArguments {
  num_classes: number;
}
const SIGNATURE =
  "(labels, predictions, num_classes, weights=None, metrics_collections=None, updates_collections=None, name=None)";

/** tf.metrics.mean_per_class_accuracy: the mean of each class's share of right predictions. */
export const mean_per_class_accuracy = pyFunction<ClassArguments>()("mean_per_class_accuracy", SIGNATURE, (p) =>
  inMetricScope(p.name, "mean_accuracy", [p.predictions, p.labels, p.weights], () => {
    const labels = flat(castTo(p.labels, int64));
    let predictions = flat(convertToTensor(p.predictions));
    predictions.shape.assert_is_compatible_with(labels.shape);
    const total = metricVariable([p.num_classes], float32, "total");
    const count = metricVariable([p.num_classes], float32, "count");
    let ones = onesOf([sizeInternal(labels)], float32);
    if (labels.dtype !== predictions.dtype) predictions = castTo(predictions, labels.dtype);
    let isCorrect = castTo(binary("Equal", predictions, labels), float32);
    if (p.weights !== null) {
      const weights = castTo(flat(convertToTensor(p.weights)), float32);
      isCorrect = mul(isCorrect, weights);
      ones = mul(ones, weights);
    }
    const updateTotal = scatter_add(total, labels, ones);
    const updateCount = scatter_add(count, labels, isCorrect);
    const perClass = div_no_nan(count, binary("Maximum", total, 0));
    const value = reduceMean(perClass, null, false, "mean_accuracy");
    collect(p.metrics_collections, value);
    const update = div_no_nan(updateCount, binary("Maximum", updateTotal, 0), "update_op");
    return metric(value, update, p.updates_collections);
  }),
);

/** Of each class the overlap of labels and predictions over what either has; the mean of the classes that occur. */
function meanOverlap(matrix: Variable): Tensor {
  const rows = castTo(reduceSum(matrix, 0), float32);
  const columns = castTo(reduceSum(matrix, 1), float32);
  const hits = castTo(diag_part(matrix), float32);
  const either = sub(add(rows, columns), hits);
  const valid = reduceSum(castTo(binary("NotEqual", either, 0), float32));
  const condition = binary("Greater", either, 0);
  const denominator = createOp("Select", { condition, t: either, e: onesLike(either) });
  const overlaps = divOf(hits, denominator);
  const any = binary("Greater", valid, 0);
  const mean = truediv(reduceSum(overlaps, null, false, "mean_iou"), valid);
  return createOp("Select", { condition: any, t: mean, e: 0 });
}

/** tf.metrics.mean_iou: mean intersection over union of labels and predictions. The update is the confusion matrix. */
export const mean_iou = pyFunction<ClassArguments>()("mean_iou", SIGNATURE, (p) =>
  inMetricScope(p.name, "mean_iou", [p.predictions, p.labels, p.weights], () => {
    const [given, givenLabels] = [convertToTensor(p.predictions), convertToTensor(p.labels)];
    given.shape.assert_is_compatible_with(givenLabels.shape);
    const n = p.num_classes;
    const total = metricVariable([n, n], float64, "total_confusion_matrix");
    const predictions64 = castTo(given, int64);
    const labels64 = castTo(givenLabels, int64);
    const numClasses = castTo(n, int64);
    const predictions = flat(predictions64);
    const labels = flat(labels64);
    const weights: TensorLike | null = p.weights === null ? null : flat(convertToTensor(p.weights));
    const current = confusionMatrix(labels, predictions, { numClasses, weights, dtype: float64 });
    const update = assign_add(total, current);
    const value = meanOverlap(total);
    collect(p.metrics_collections, value);
    return metric(value, update, p.updates_collections);
  }),
);
