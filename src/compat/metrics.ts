/**
 * The `tf.metrics` namespace.
 */
export {
  precision_at_k,
  precision_at_top_k,
  recall_at_k,
  recall_at_top_k,
  sparse_precision_at_k,
} from "../ops/metrics/at_k.js";
export { auc } from "../ops/metrics/auc.js";
export { average_precision_at_k, sparse_average_precision_at_k } from "../ops/metrics/average_precision.js";
export { mean_iou, mean_per_class_accuracy } from "../ops/metrics/classes.js";
export {
  false_negatives,
  false_positives,
  precision,
  recall,
  true_negatives,
  true_positives,
} from "../ops/metrics/counts.js";
export {
  accuracy,
  mean,
  mean_absolute_error,
  mean_cosine_distance,
  mean_relative_error,
  mean_squared_error,
  mean_tensor,
  percentage_below,
  root_mean_squared_error,
} from "../ops/metrics/mean.js";
export {
  false_negatives_at_thresholds,
  false_positives_at_thresholds,
  precision_at_thresholds,
  recall_at_thresholds,
  sensitivity_at_specificity,
  specificity_at_sensitivity,
  true_negatives_at_thresholds,
  true_positives_at_thresholds,
} from "../ops/metrics/thresholds.js";
