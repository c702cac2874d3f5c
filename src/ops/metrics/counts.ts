/**
 * True and false positives and negatives, and what follows from them.
 * Source: tf.metrics.true_positives, precision, recall … (tensorflow/python/ops/metrics_impl.py).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { bool, float32 } from "../../graph/dtypes.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { identity } from "../array/identity.js";
import { rankInternal } from "../array/shape.js";
import { assert_rank_in, assert_type } from "../control/check_static.js";
import { castTo } from "../math/cast.js";
import { binary } from "../math/gradient_rules.js";
import { add, divOf } from "../math/operators.js";
import { reduceSum } from "../math/reductions.js";
import type { Written } from "../state/variable.js";
import { assign_add } from "../state/writes.js";
import {
  collect,
  fitted,
  inMetricScope,
  LABELLED,
  type LabelledArguments,
  type Metric,
  metric,
  metricVariable,
} from "./metric_variable.js";

/** Sums weights (or ones) where the condition holds. */
function countWhere(condition: Tensor, weights: TensorLike | null, p: Collected): Metric {
  assert_type(condition, bool);
  const count = metricVariable([], float32, "count");
  let values = castTo(condition, float32);
  if (weights !== null) {
    const fits = assert_rank_in(weights, [0, rankInternal(values)]);
    values = getDefaultGraph().withControls([fits], () => binary("Mul", values, castTo(weights, float32)));
  }
  const value = identity(count);
  collect(p.metrics_collections, value);
  return metric(value, assign_add(count, reduceSum(values)), p.updates_collections);
}

type Collected = Pick<LabelledArguments, "metrics_collections" | "updates_collections">;

/** Predictions and labels as booleans, fitted to each other. */
function flags(p: LabelledArguments): { predictions: Tensor; labels: Tensor; weights: Tensor | null } {
  const predictions = castTo(p.predictions, bool);
  return fitted(predictions, castTo(p.labels, bool), p.weights);
}

function counted(name: string, label: boolean, prediction: boolean) {
  return (p: LabelledArguments): Metric =>
    inMetricScope(p.name, name, [p.predictions, p.labels, p.weights], () => {
      const { predictions, labels, weights } = flags(p);
      const isLabel = binary("Equal", labels, label);
      return countWhere(binary("LogicalAnd", isLabel, binary("Equal", predictions, prediction)), weights, p);
    });
}

const truePositives = counted("true_positives", true, true);
const falsePositives = counted("false_positives", false, true);
const falseNegatives = counted("false_negatives", true, false);

/** tf.metrics.true_positives: the (weighted) number of predictions and labels that are both true. */
export const true_positives = pyFunction<LabelledArguments>()("true_positives", LABELLED, truePositives);
/** tf.metrics.false_positives: predicted, but not so. */
export const false_positives = pyFunction<LabelledArguments>()("false_positives", LABELLED, falsePositives);
/** tf.metrics.true_negatives: neither predicted nor so. */
export const true_negatives = pyFunction<LabelledArguments>()(
  "true_negatives",
  LABELLED,
  counted("true_negatives", false, false),
);
/** tf.metrics.false_negatives: so, but not predicted. */
export const false_negatives = pyFunction<LabelledArguments>()("false_negatives", LABELLED, falseNegatives);

/** a / (a + b), and 0 where both are 0. */
function share(a: Written, b: Written, name: string): Tensor {
  const condition = binary("Greater", add(a, b), 0);
  return createOp("Select", { condition, t: divOf(a, add(a, b)), e: 0 }, {}, name);
}

/** The share of true positives among them and what `other` counts. */
function shareOf(name: string, other: (p: LabelledArguments) => Metric) {
  return (p: LabelledArguments): Metric =>
    inMetricScope(p.name, name, [p.predictions, p.labels, p.weights], () => {
      const fit = { ...flags(p), metrics_collections: null, updates_collections: null, name: null };
      const [positives, updatePositives] = truePositives(fit);
      const [others, updateOthers] = other(fit);
      const value = share(positives, others, "value");
      collect(p.metrics_collections, value);
      return metric(value, share(updatePositives, updateOthers, "update_op"), p.updates_collections);
    });
}

/** tf.metrics.precision: how many of the predicted ones are right. */
export const precision = pyFunction<LabelledArguments>()("precision", LABELLED, shareOf("precision", falsePositives));
/** tf.metrics.recall: how many of the right ones were predicted. */
export const recall = pyFunction<LabelledArguments>()("recall", LABELLED, shareOf("recall", falseNegatives));
