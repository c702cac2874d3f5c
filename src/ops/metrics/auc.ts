/**
 * Area under a curve of hits over misses, from counts at thresholds.
 * Source: tf.metrics.auc (tensorflow/python/ops/metrics_impl.py).
 */
import { createOp } from "../../graph/create_op.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { onesLike } from "../array/fill.js";
import { div_no_nan } from "../math/binary.js";
import { binary, unary } from "../math/gradient_rules.js";
import { add, divOf, mul, sub, truediv } from "../math/operators.js";
import { reduceSum } from "../math/reductions.js";
import type { Written } from "../state/variable.js";
import { collect, inMetricScope, type LabelledArguments, metric } from "./metric_variable.js";
import { type Counts, countsAt, evenThresholds } from "./thresholds.js";

const EPSILON = 1e-6;
const KEPSILON = 1e-7;

/** Of precision over recall, interpolated as the counts are, not as the ratios. */
function interpolated(n: number, tp: Written, fp: Written, fn: Written): Tensor {
  const but = `:${n - 1}`;
  const dtp = sub(tp.at(but), tp.at("1:"));
  const p = add(tp, fp);
  const slope = div_no_nan(dtp, binary("Maximum", sub(p.at(but), p.at("1:")), 0), "prec_slope");
  const intercept = sub(tp.at("1:"), binary("Mul", slope, p.at("1:")));
  const condition = binary("LogicalAnd", binary("Greater", p.at(but), 0), binary("Greater", p.at("1:"), 0));
  const numerator = p.at(but);
  const ratio = div_no_nan(numerator, binary("Maximum", p.at("1:"), 0), "recall_relative_ratio");
  const safe = createOp("Select", { condition, t: ratio, e: onesLike(p.at("1:")) });
  const gained = mul(slope, add(dtp, mul(intercept, unary("Log", safe))));
  const total = binary("Maximum", add(tp.at("1:"), fn.at("1:")), 0);
  return reduceSum(div_no_nan(gained, total, "pr_auc_increment"), null, false, "interpolate_pr_auc");
}

interface Curve {
  readonly curve: string;
  readonly summation_method: string;
  readonly count: number;
}

function area(counts: Counts["updates"], { curve, summation_method, count }: Curve, name: string): Tensor {
  const [tp, fn, tn, fp] = (["tp", "fn", "tn", "fp"] as const).map((k) => counts.get(k)!) as [
    Written,
    Written,
    Written,
    Written,
  ];
  if (curve === "PR" && summation_method === "careful_interpolation") return interpolated(count, tp, fp, fn);
  const recall = divOf(add(tp, EPSILON), add(add(tp, fn), EPSILON));
  const [x, y] =
    curve === "ROC"
      ? [divOf(fp, add(add(fp, tn), EPSILON)), recall]
      : [recall, divOf(add(tp, EPSILON), add(add(tp, fp), EPSILON))];
  const but = `:${count - 1}`;
  const width = sub(x.at(but), x.at("1:"));
  const heights: Readonly<Record<string, () => Tensor>> = {
    trapezoidal: () => truediv(add(y.at(but), y.at("1:")), 2),
    careful_interpolation: () => truediv(add(y.at(but), y.at("1:")), 2),
    minoring: () => binary("Minimum", y.at(but), y.at("1:")),
    majoring: () => binary("Maximum", y.at(but), y.at("1:")),
  };
  const height = heights[summation_method];
  if (!height) throw new ValueError(`Invalid summation_method: ${summation_method}`);
  return reduceSum(binary("Mul", width, height()), null, false, name);
}

/**
 * tf.metrics.auc: the area under the ROC curve, or with `curve` "PR" under precision over recall, from `num_thresholds` even
 * thresholds (or those listed, and two outside). Predictions lie in [0, 1]. Returns (value, update_op), float32 scalars.
 * Raises ValueError for an unknown curve or summation method.
 */
export const auc = pyFunction<
  LabelledArguments & {
    num_thresholds: number;
    curve: string;
    summation_method: string;
    thresholds: readonly number[] | null;
  }
>()(
  "auc",
  "(labels, predictions, weights=None, num_thresholds=200, metrics_collections=None, updates_collections=None, curve='ROC', name=None, summation_method='trapezoidal', thresholds=None)",
  (p) =>
    inMetricScope(p.name, "auc", [p.labels, p.predictions, p.weights], () => {
      const { curve, summation_method } = p;
      if (curve !== "ROC" && curve !== "PR") throw new ValueError(`curve must be either ROC or PR, ${curve} unknown`);
      const thresholds =
        p.thresholds === null
          ? evenThresholds(p.num_thresholds)
          : [0 - KEPSILON, ...[...p.thresholds].sort((a, b) => a - b), 1 + KEPSILON];
      const { values, updates } = countsAt(p.labels, p.predictions, thresholds, p.weights);
      const shape = { curve, summation_method, count: thresholds.length };
      const value = area(values, shape, "value");
      collect(p.metrics_collections, value);
      return metric(value, area(updates, shape, "update_op"), p.updates_collections);
    }),
);
