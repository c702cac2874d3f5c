/**
 * Positives and negatives at several thresholds of a prediction between 0 and 1, and what follows from them.
 * Source: _confusion_matrix_at_thresholds, tf.metrics.*_at_thresholds, sensitivity_at_specificity
 * (tensorflow/python/ops/metrics_impl.py).
 */
import { constant } from "../../graph/constant.js";
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { bool, float32, int32, int64 } from "../../graph/dtypes.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { PyFloat } from "../../np/pyfloat.js";
import { expandDims } from "../array/expand_dims.js";
import { identity } from "../array/identity.js";
import { stackValues } from "../array/pack.js";
import { reshapeTo } from "../array/reshape.js";
import { shapeInternal } from "../array/shape.js";
import { tileBy } from "../array/tile.js";
import { transposeBy } from "../array/transpose.js";
import { assert_greater_equal, assert_less_equal } from "../control/check_comparisons.js";
import { broadcastWeights } from "../losses/weights_broadcast.js";
import { argmax, argmin } from "../math/arg.js";
import { castTo } from "../math/cast.js";
import { binary, unary } from "../math/gradient_rules.js";
import { add, divOf, mul, sub } from "../math/operators.js";
import { reduce, reduceSum } from "../math/reductions.js";
import { scan } from "../math/scan.js";
import type { Variable, Written } from "../state/variable.js";
import { assign_add } from "../state/writes.js";
import {
  collect,
  fitted,
  inMetricScope,
  type LabelledArguments,
  type Metric,
  metric,
  metricVariable,
} from "./metric_variable.js";

/** True and false positives and negatives. */
type Key = "tp" | "fn" | "tn" | "fp";
const NAMES: Readonly<Record<Key, string>> = {
  tp: "true_positives",
  fn: "false_negatives",
  tn: "true_negatives",
  fp: "false_positives",
};
export const ALL_KEYS: readonly Key[] = ["tp", "fn", "tn", "fp"];

export interface AtThresholds<T> {
  readonly values: Readonly<Record<Key, T>>;
}
/** What is counted, per threshold: the variables, and their values after an update. */
export interface Counts {
  readonly values: ReadonlyMap<Key, Variable>;
  readonly updates: ReadonlyMap<Key, Written>;
}

/** Predictions must lie in [0, 1]. */
function inRange(predictions: Tensor): ReturnType<typeof assert_less_equal>[] {
  const message = "predictions must be in [0, 1]";
  const low = castTo(new PyFloat(0), predictions.dtype);
  const first = assert_greater_equal(predictions, low, { message });
  return [first, assert_less_equal(predictions, castTo(new PyFloat(1), predictions.dtype), { message })];
}

/** Counts what `keys` name at each threshold: a prediction above it is positive. */
export function countsAt(
  labels: TensorLike,
  given: TensorLike,
  thresholds: readonly (number | PyFloat)[],
  givenWeights: TensorLike | null,
  keys: readonly Key[] = ALL_KEYS,
): Counts {
  const predictionsIn = convertToTensor(given);
  const fit = getDefaultGraph().withControls(inRange(predictionsIn), () => {
    const predictions = castTo(predictionsIn, float32);
    return fitted(predictions, castTo(labels, bool), givenWeights);
  });
  const n = thresholds.length;
  const column = reshapeTo(fit.predictions, [-1, 1]);
  const row = reshapeTo(castTo(fit.labels, bool), [1, -1]);
  const count = column.shape.dims?.[0] ?? shapeInternal(column).at(0);
  const floats = thresholds.map((t) => (typeof t === "number" ? new PyFloat(t) : t));
  const tiled = tileBy(expandDims(constant(floats), [1]), stackValues([1, count]));
  const predicted = binary("Greater", tileBy(transposeBy(column), [n, 1]), tiled);
  const notPredicted = keys.includes("fn") || keys.includes("tn") ? unary("LogicalNot", predicted) : null;
  const isLabel = tileBy(row, [n, 1]);
  const notLabel = keys.includes("fp") || keys.includes("tn") ? unary("LogicalNot", isLabel) : null;
  let weights: Tensor | null = null;
  if (fit.weights !== null) {
    const broadcast = broadcastWeights(castTo(fit.weights, float32), fit.predictions);
    weights = tileBy(reshapeTo(broadcast, [1, -1]), [n, 1]);
    tiled.shape.assert_is_compatible_with(weights.shape);
  }
  const conditions: Readonly<Record<Key, [Tensor, Tensor]>> = {
    tp: [isLabel, predicted],
    fn: [isLabel, notPredicted!],
    tn: [notLabel!, notPredicted!],
    fp: [notLabel!, predicted],
  };
  const values = new Map<Key, Variable>();
  const updates = new Map<Key, Written>();
  for (const key of ALL_KEYS) {
    if (!keys.includes(key)) continue;
    const variable = metricVariable([n], float32, NAMES[key]);
    const [a, b] = conditions[key];
    const hits = castTo(binary("LogicalAnd", a, b), float32);
    const weighted = weights === null ? hits : mul(hits, weights);
    updates.set(key, assign_add(variable, reduceSum(weighted, 1)));
    values.set(key, variable);
  }
  return { values, updates };
}

export interface ThresholdArguments extends LabelledArguments {
  thresholds: readonly number[];
}
const AT_THRESHOLDS =
  "(labels, predictions, thresholds, weights=None, metrics_collections=None, updates_collections=None, name=None)";

function countedAt(key: Key) {
  return pyFunction<ThresholdArguments>()(`${NAMES[key]}_at_thresholds`, AT_THRESHOLDS, (p) =>
    inMetricScope(p.name, NAMES[key], [p.predictions, p.labels, p.weights], () => {
      const { values, updates } = countsAt(p.labels, p.predictions, p.thresholds, p.weights, [key]);
      const value = identity(values.get(key)!);
      collect(p.metrics_collections, value);
      return metric(value, updates.get(key)!, p.updates_collections);
    }),
  );
}
/** tf.metrics.true_positives_at_thresholds: float32, one count per threshold. Predictions lie in [0, 1]. */
export const true_positives_at_thresholds = countedAt("tp");
/** tf.metrics.false_negatives_at_thresholds */
export const false_negatives_at_thresholds = countedAt("fn");
/** tf.metrics.true_negatives_at_thresholds */
export const true_negatives_at_thresholds = countedAt("tn");
/** tf.metrics.false_positives_at_thresholds */
export const false_positives_at_thresholds = countedAt("fp");

const EPSILON = 1e-7;

function shareAt(name: "precision" | "recall", other: Key) {
  const share = (hits: Written, others: Written, which: string): Tensor =>
    divOf(hits, add(add(EPSILON, hits), others), `${name}_${which}`);
  return pyFunction<ThresholdArguments>()(`${name}_at_thresholds`, AT_THRESHOLDS, (p) =>
    inMetricScope(p.name, `${name}_at_thresholds`, [p.predictions, p.labels, p.weights], () => {
      const { values, updates } = countsAt(p.labels, p.predictions, p.thresholds, p.weights, ["tp", other]);
      const value = share(values.get("tp")!, values.get(other)!, "value");
      collect(p.metrics_collections, value);
      return metric(value, share(updates.get("tp")!, updates.get(other)!, "update_op"), p.updates_collections);
    }),
  );
}
/** tf.metrics.precision_at_thresholds: float32, one value per threshold. */
export const precision_at_thresholds = shareAt("precision", "fp");
/** tf.metrics.recall_at_thresholds: float32, one value per threshold. */
export const recall_at_thresholds = shareAt("recall", "fn");

/** Evenly spaced between 0 and 1, with two that lie just outside (or, for the last, where `last` says). */
export function evenThresholds(n: number, last = 1 + EPSILON): number[] {
  const inner = Array.from({ length: Math.max(0, n - 2) }, (_, i) => (i + 1) / (n - 1));
  return [0 - EPSILON, ...inner, last];
}

type AllCounts = ReadonlyMap<Key, Written>;

/** Sensitivity where specificity comes closest to the one that is asked for. */
function sensitivityAt(counts: AllCounts, specificity: number, name: string): Tensor {
  const [tp, tn, fp, fn] = (["tp", "tn", "fp", "fn"] as const).map((k) => counts.get(k)!);
  const specificities = divOf(tn, add(add(tn, fp), EPSILON));
  const nearest = argmin(unary("Abs", sub(specificities, new PyFloat(specificity))), 0);
  const at = castTo(nearest, int32);
  const numerator = tp!.at(at);
  return divOf(numerator, add(add(tp!.at(at), fn!.at(at)), EPSILON), name);
}

/** Specificity at the last threshold whose sensitivity comes closest to the one that is asked for. */
function specificityAt(counts: AllCounts, sensitivity: number, name: string): Tensor {
  const [tp, tn, fp, fn] = (["tp", "tn", "fp", "fn"] as const).map((k) => counts.get(k)!);
  const sensitivities = divOf(tp, add(add(tp, fn), EPSILON));
  const distance = (): Tensor => unary("Abs", sub(sensitivities, new PyFloat(sensitivity)));
  const least = reduce("Min", distance());
  const isNearest = castTo(binary("Equal", distance(), least), int64);
  const last = argmax(scan("Cumsum", isNearest, 0), 0);
  const at = castTo(last, int32);
  const numerator = tn!.at(at);
  return divOf(numerator, add(add(tn!.at(at), fp!.at(at)), EPSILON), name);
}

function atOther<A extends LabelledArguments & { num_thresholds: number }>(
  p: A,
  name: string,
  what: string,
  asked: number,
  thresholds: readonly number[],
  compute: (counts: AllCounts, asked: number, name: string) => Tensor,
): Metric {
  if (asked < 0 || asked > 1) throw new ValueError(`\`${what}\` must be in the range [0, 1].`);
  return inMetricScope(p.name, name, [p.predictions, p.labels, p.weights], () => {
    const { values, updates } = countsAt(p.labels, p.predictions, thresholds, p.weights);
    const value = compute(values, asked, "value");
    collect(p.metrics_collections, value);
    return metric(value, compute(updates, asked, "update_op"), p.updates_collections);
  });
}

/** tf.metrics.sensitivity_at_specificity. Raises ValueError for a specificity outside [0, 1]. */
export const sensitivity_at_specificity = pyFunction<
  LabelledArguments & { specificity: number; num_thresholds: number }
>()(
  "sensitivity_at_specificity",
  "(labels, predictions, specificity, weights=None, num_thresholds=200, metrics_collections=None, updates_collections=None, name=None)",
  (p) =>
    atOther(
      p,
      "sensitivity_at_specificity",
      "specificity",
      p.specificity,
      evenThresholds(p.num_thresholds),
      sensitivityAt,
    ),
);
/** tf.metrics.specificity_at_sensitivity. Raises ValueError for a sensitivity outside [0, 1]. */
export const specificity_at_sensitivity = pyFunction<
  LabelledArguments & { sensitivity: number; num_thresholds: number }
>()(
  "specificity_at_sensitivity",
  "(labels, predictions, sensitivity, weights=None, num_thresholds=200, metrics_collections=None, updates_collections=None, name=None)",
  (p) => {
    const thresholds = evenThresholds(p.num_thresholds, 1 - EPSILON);
    return atOther(p, "specificity_at_sensitivity", "sensitivity", p.sensitivity, thresholds, specificityAt);
  },
);
