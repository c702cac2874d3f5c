/**
 * Losses of predictions.
 * Source: tf.losses (tensorflow/python/ops/losses/losses_impl.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { float32 } from "../../graph/dtypes.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { PyFloat } from "../../np/pyfloat.js";
import { eitherArgument } from "../array/expand_dims.js";
import { onesLike, zerosLike } from "../array/fill.js";
import { rangeOf } from "../array/range.js";
import { rankInternal } from "../array/shape.js";
import { div_no_nan } from "../math/binary.js";
import { castTo } from "../math/cast.js";
import { binary, unary } from "../math/gradient_rules.js";
import { add, mul, neg, sub } from "../math/operators.js";
import { reduceSum } from "../math/reductions.js";
import { addLoss } from "./collection.js";
import { floatOne, numPresent, type WeightedOptions, weightedLoss } from "./weighted.js";
import { assertBroadcastable } from "./weights_broadcast.js";

/** Raises ValueError for what has to be given. */
export function requireGiven(given: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(given))
    if (value === null) throw new ValueError(`${name} must not be None.`);
}

interface LabelArguments extends WeightedOptions {
  labels: TensorLike | null;
  predictions: TensorLike | null;
}

/** Both as float32, of one shape. */
function floats(givenPredictions: TensorLike, givenLabels: TensorLike): { predictions: Tensor; labels: Tensor } {
  const predictions = castTo(givenPredictions, float32);
  const labels = castTo(givenLabels, float32);
  predictions.shape.assert_is_compatible_with(labels.shape);
  return { predictions, labels };
}

/** A loss of predictions and labels, one number for each. */
function elementwise<P extends LabelArguments>(
  p: P,
  name: string,
  losses: (predictions: Tensor, labels: Tensor) => Tensor,
): Tensor {
  requireGiven({ labels: p.labels, predictions: p.predictions });
  return scoped(p.scope, name, [p.predictions, p.labels, floatOne(p.weights)], (scope) => {
    const { predictions, labels } = floats(p.predictions!, p.labels!);
    return weightedLoss(losses(predictions, labels), { ...p, scope });
  });
}

const SIGNATURE =
  "(labels, predictions, weights=1.0, scope=None, loss_collection='losses', reduction='weighted_sum_by_nonzero_weights')";

/** tf.losses.absolute_difference: |predictions - labels|. */
export const absolute_difference = pyFunction<LabelArguments>()("absolute_difference", SIGNATURE, (p) =>
  elementwise(p, "absolute_difference", (x, y) => unary("Abs", binary("Sub", x, y))),
);
/** tf.losses.mean_squared_error: (predictions - labels)². */
export const mean_squared_error = pyFunction<LabelArguments>()("mean_squared_error", SIGNATURE, (p) =>
  elementwise(p, "mean_squared_error", (x, y) => binary("SquaredDifference", x, y)),
);

/** tf.losses.huber_loss: squared up to `delta`, linear beyond it. */
export const huber_loss = pyFunction<LabelArguments & { delta: TensorLike }>()(
  "huber_loss",
  "(labels, predictions, weights=1.0, delta=1.0, scope=None, loss_collection='losses', reduction='weighted_sum_by_nonzero_weights')",
  (p) =>
    elementwise(p, "huber_loss", (x, y) => {
      const delta = floatOne(p.delta);
      const size = unary("Abs", binary("Sub", x, y));
      const quadratic = binary("Minimum", size, delta);
      // Not a maximum with 0: the gradient at delta has to come from one of the two parts only.
      const linear = binary("Sub", size, quadratic);
      const half = convertToTensor(0.5, { dtype: quadratic.dtype });
      const square = binary("Mul", half, binary("Mul", quadratic, quadratic));
      return binary("Add", square, binary("Mul", delta, linear));
    }),
);

/** tf.losses.log_loss: -labels log(predictions) - (1 - labels) log(1 - predictions), away from log(0) by `epsilon`. */
export const log_loss = pyFunction<LabelArguments & { epsilon: TensorLike }>()(
  "log_loss",
  "(labels, predictions, weights=1.0, epsilon=1e-07, scope=None, loss_collection='losses', reduction='weighted_sum_by_nonzero_weights')",
  (p) =>
    elementwise(p, "log_loss", (x, y) => {
      const ofTrue = neg(binary("Mul", y, unary("Log", add(x, p.epsilon))));
      const rest = sub(1, y);
      return sub(ofTrue, binary("Mul", rest, unary("Log", add(sub(1, x), p.epsilon))));
    }),
);

interface CosineArguments extends LabelArguments {
  axis: number | null;
  dim: number | null;
}

/** tf.losses.cosine_distance: 1 - the sum of products along `axis`, for vectors of length 1. */
export const cosine_distance = pyFunction<CosineArguments>()(
  "cosine_distance",
  "(labels, predictions, axis=None, weights=1.0, scope=None, loss_collection='losses', reduction='weighted_sum_by_nonzero_weights', dim=None)",
  (p) => {
    const axis = eitherArgument("axis", p.axis, "dim", p.dim);
    if (axis === null) throw new ValueError("You must specify 'axis'.");
    return elementwise(p, "cosine_distance_loss", (x, y) => sub(1, reduceSum(binary("Mul", x, y), [axis], true)));
  },
);

interface HingeArguments extends WeightedOptions {
  labels: TensorLike | null;
  logits: TensorLike | null;
}

/** tf.losses.hinge_loss: max(0, 1 - y logits) for labels 0 and 1 read as y = -1 and 1. */
export const hinge_loss = pyFunction<HingeArguments>()(
  "hinge_loss",
  "(labels, logits, weights=1.0, scope=None, loss_collection='losses', reduction='weighted_sum_by_nonzero_weights')",
  (p) => {
    requireGiven({ labels: p.labels, logits: p.logits });
    return scoped(p.scope, "hinge_loss", [p.logits, p.labels, floatOne(p.weights)], (scope) => {
      const { predictions: logits, labels } = floats(p.logits!, p.labels!);
      const ones = onesLike(labels);
      const signs = binary("Sub", mul(2, labels), ones);
      const losses = createOp("Relu", { features: binary("Sub", ones, binary("Mul", signs, logits)) });
      return weightedLoss(losses, { ...p, scope });
    });
  },
);

type PairwiseArguments = Omit<LabelArguments, "reduction">;

/** Sums over all axes but the batch's. */
function perBatch(x: Tensor, axis: Tensor): Tensor {
  return reduceSum(x, axis, true);
}

function pairwise(diffs: Tensor, weights: Tensor): Tensor {
  const axis = rangeOf(1, rankInternal(diffs));
  const squares = perBatch(unary("Square", diffs), axis);
  const present = numPresent(diffs, weights, true);
  const mean = div_no_nan(squares, binary("Maximum", sub(present, 1), 0), "value");
  const first = mul(new PyFloat(2), mean);
  const sum = perBatch(diffs, axis);
  const square = unary("Square", sum);
  const pairs = binary("Maximum", binary("Mul", present, sub(present, 1)), 0);
  const second = mul(new PyFloat(2), div_no_nan(square, pairs, "value"));
  const loss = reduceSum(binary("Mul", sub(first, second), weights));
  const condition = binary("Greater", reduceSum(present), 0);
  return createOp("Select", { condition, t: loss, e: zerosLike(loss) }, {}, "value");
}

/** tf.losses.mean_pairwise_squared_error: squared differences between the errors of all pairs in a row. */
export const mean_pairwise_squared_error = pyFunction<PairwiseArguments>()(
  "mean_pairwise_squared_error",
  "(labels, predictions, weights=1.0, scope=None, loss_collection='losses')",
  (p) => {
    requireGiven({ labels: p.labels, predictions: p.predictions });
    const given = floatOne(p.weights);
    return scoped(p.scope, "mean_pairwise_squared_error", [p.predictions, p.labels, given], () => {
      const weights = castTo(given, float32);
      const labels = castTo(p.labels, float32);
      return getDefaultGraph().withControls([assertBroadcastable(weights, labels)], () => {
        const predictions = castTo(p.predictions, float32);
        predictions.shape.assert_is_compatible_with(labels.shape);
        const loss = pairwise(binary("Sub", predictions, labels), weights);
        addLoss(loss, p.loss_collection);
        return loss;
      });
    });
  },
);
