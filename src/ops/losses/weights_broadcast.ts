/**
 * Weights that fit values: scalars, or of the same rank with each dimension equal or 1.
 * Source: assert_broadcastable, broadcast_weights (tensorflow/python/ops/weights_broadcast_ops.py),
 * remove_squeezable_dimensions (tensorflow/python/ops/confusion_matrix.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { notImplemented } from "../../graph/not_implemented.js";
import type { Operation } from "../../graph/operation.js";
import { intsOf } from "../../graph/shape_inference.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { squeezeDims } from "../array/expand_dims.js";
import { onesLike } from "../array/fill.js";
import { rankInternal, shapeInternal } from "../array/shape.js";
import { staticNumber, staticValue } from "../static_value.js";

const PREFIX = "weights can not be broadcast to values.";

interface Described {
  readonly tensor: Tensor;
  readonly shape: Tensor;
  readonly rank: Tensor;
}

function described(given: TensorLike, what: string): Described {
  return scoped(null, what, [given], (scope) => {
    const tensor = convertToTensor(given, { name: scope });
    const shape = shapeInternal(tensor, "shape");
    return { tensor, shape, rank: rankInternal(tensor, "rank") };
  });
}

function done(name: string): Operation {
  return createOperation("NoOp", {}, {}, name);
}

/** An operation that fails unless the weights fit; raises ValueError where that is known already. */
export function assertBroadcastable(weights: TensorLike, values: TensorLike): Operation {
  return scoped(null, "assert_broadcastable", [weights, values], () => {
    const w = described(weights, "weights");
    const v = described(values, "values");
    const [weightsRank, valuesRank] = [staticNumber(w.rank), staticNumber(v.rank)];
    if (weightsRank !== null && valuesRank !== null) {
      if (weightsRank === 0) return done("static_scalar_check_success");
      if (weightsRank !== valuesRank) {
        const shapes = `values.shape=${v.tensor.shape}. weights.shape=${w.tensor.shape}.`;
        throw new ValueError(`${PREFIX} values.rank=${valuesRank}. weights.rank=${weightsRank}. ${shapes}`);
      }
      const [weightsShape, valuesShape] = [staticValue(w.shape), staticValue(v.shape)];
      if (weightsShape && valuesShape) {
        const [ws, vs] = [intsOf(weightsShape), intsOf(valuesShape)];
        const bad = ws.findIndex((d, i) => d !== 1 && d !== vs[i]);
        if (bad >= 0) {
          throw new ValueError(
            `${PREFIX} Mismatch at dim ${bad}. values.shape=[${vs.join(" ")}] weights.shape=[${ws.join(" ")}].`,
          );
        }
        return done("static_dims_check_success");
      }
    }
    throw notImplemented("weights of unknown shape", "checking them while running needs tf.cond and tf.Assert");
  });
}

/** Weights in the shape of the values. */
export function broadcastWeights(given: TensorLike, givenValues: TensorLike): Tensor {
  return scoped(null, "broadcast_weights", [given, givenValues], (scope) => {
    const values = convertToTensor(givenValues, { name: "values" });
    const weights = convertToTensor(given, { dtype: values.dtype.base_dtype, name: "weights" });
    if (weights.shape.isFullyDefined && values.shape.isFullyDefined && weights.shape.is_compatible_with(values.shape))
      return weights;
    return getDefaultGraph().withControls([assertBroadcastable(weights, values)], () =>
      createOp("Mul", { x: weights, y: onesLike(values) }, {}, scope),
    );
  });
}

/** Drops a last dimension of 1 from the one of the two that has one more than it should. */
export function removeSqueezableDimensions(
  givenLabels: TensorLike,
  givenPredictions: TensorLike,
  expectedDifference = 0,
  name: string | null = null,
): { labels: Tensor; predictions: Tensor } {
  return scoped(name, "remove_squeezable_dimensions", [givenLabels, givenPredictions], () => {
    const predictions = convertToTensor(givenPredictions);
    const labels = convertToTensor(givenLabels);
    const [p, l] = [predictions.shape.rank, labels.shape.rank];
    if (p === null || l === null)
      throw notImplemented("labels and predictions of unknown rank", "comparing them while running needs tf.cond");
    if (p - l === expectedDifference + 1) return { labels, predictions: squeezeDims(predictions, [-1]) };
    if (p - l === expectedDifference - 1) return { labels: squeezeDims(labels, [-1]), predictions };
    return { labels, predictions };
  });
}
