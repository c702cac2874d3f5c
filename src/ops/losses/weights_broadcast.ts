/**
 * Weights that fit values: scalars, or of the same rank with each dimension equal or 1.
 * Source: assert_broadcastable, broadcast_weights (tensorflow/python/ops/weights_broadcast_ops.py),
 * remove_squeezable_dimensions (tensorflow/python/ops/confusion_matrix.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { getDefaultGraph } from "../../graph/graph.js";
import type { Operation } from "../../graph/operation.js";
import { intsOf } from "../../graph/shape_inference.js";
import { staticNumber, staticValue } from "../../graph/static_value.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { concat } from "../array/concat.js";
import { expand_dims, squeezeDims } from "../array/expand_dims.js";
import { onesLike } from "../array/fill.js";
import { rankInternal, shapeInternal } from "../array/shape.js";
import { buildAssert } from "../control/assert.js";
import { buildCond } from "../control/cond.js";
import { set_difference } from "../sets/sets.js";

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
  return scoped(null, "assert_broadcastable", [weights, values], (scope) => {
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
    const isScalar = createOp("Equal", { x: 0, y: w.rank }, {}, "is_scalar");
    const data = [
      PREFIX,
      "weights.shape=",
      w.tensor.name,
      w.shape,
      "values.shape=",
      v.tensor.name,
      v.shape,
      "is_scalar=",
      isScalar,
    ];
    const isValid = buildCond(
      isScalar,
      () => isScalar,
      () => validNonscalar(w, v),
      "is_valid_shape",
    ) as Tensor;
    return buildAssert(isValid, data, null, scope);
  });
}

/** Same rank, and every dimension of the weights is 1 or that of the values. */
function validNonscalar(w: Described, v: Described): Tensor {
  return scoped(null, "has_valid_nonscalar_shape", [w.rank, w.shape, v.rank, v.shape], (scope) => {
    const isSameRank = createOp("Equal", { x: v.rank, y: w.rank }, {}, "is_same_rank");
    return buildCond(
      isSameRank,
      () => validDimensions(w.shape, v.shape),
      () => isSameRank,
      scope,
    ) as Tensor;
  });
}

function validDimensions(weights: Tensor, values: Tensor): Tensor {
  return scoped(null, "has_invalid_dims", [weights, values], (scope) => {
    const values2d = expand_dims(values, -1);
    const valid = concat([values2d, onesLike(values2d)], { axis: 1 });
    const invalid = set_difference(expand_dims(weights, -1), valid);
    const count = createOp("Size", { input: invalid.values }, {}, "num_invalid_dims");
    return createOp("Equal", { x: 0, y: count }, {}, scope);
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
    if (p === null || l === null) {
      const difference = rankInternal(predictions, null).sub(rankInternal(labels, null));
      return {
        predictions: squeezedWhere(predictions, expectedDifference + 1, difference),
        labels: squeezedWhere(labels, expectedDifference - 1, difference),
      };
    }
    if (p - l === expectedDifference + 1) return { labels, predictions: squeezeDims(predictions, [-1]) };
    if (p - l === expectedDifference - 1) return { labels: squeezeDims(labels, [-1]), predictions };
    return { labels, predictions };
  });
}

/** Without its last dimension where, in the run, the ranks differ by just that much; unless it is known not to be 1. */
export function squeezedWhere(x: Tensor, wanted: number, difference: Tensor): Tensor {
  const { dims } = x.shape;
  const last = dims?.at(-1);
  if (dims !== null && (last === undefined || (last !== null && last !== 1))) return x;
  const isSo = createOp("Equal", { x: wanted, y: difference });
  return buildCond(
    isSo,
    () => squeezeDims(x, [-1]),
    () => x,
  ) as Tensor;
}
