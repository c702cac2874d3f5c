/**
 * Weighted cross entropies.
 * Source: tf.losses.softmax_cross_entropy and others (tensorflow/python/ops/losses/losses_impl.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { scoped } from "../../graph/create_op.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { squeezeDims } from "../array/expand_dims.js";
import { stop_gradient } from "../array/identity.js";
import { rankInternal, shapeInternal } from "../array/shape.js";
import { castTo } from "../math/cast.js";
import { add, mul, truediv } from "../math/operators.js";
import { sigmoidCrossEntropy } from "../nn/sigmoid_cross_entropy.js";
import { softmaxCrossEntropy, sparseSoftmaxCrossEntropy } from "../nn/softmax_cross_entropy.js";
import { requireGiven } from "./losses.js";
import { floatOne, type WeightedOptions, weightedLoss } from "./weighted.js";
import { removeSqueezableDimensions, squeezedWhere } from "./weights_broadcast.js";

interface SmoothedOptions extends WeightedOptions {
  logits: TensorLike | null;
  label_smoothing: number;
}

/** Logits and labels of one dtype and shape. */
function converted(givenLogits: TensorLike, givenLabels: TensorLike): { logits: Tensor; labels: Tensor } {
  const logits = convertToTensor(givenLogits);
  const labels = castTo(givenLabels, logits.dtype.base_dtype);
  logits.shape.assert_is_compatible_with(labels.shape);
  return { logits, labels };
}

/** tf.losses.sigmoid_cross_entropy: labels in [0, 1], each independent; `label_smoothing` pulls them towards 0.5. */
export const sigmoid_cross_entropy = pyFunction<SmoothedOptions & { multi_class_labels: TensorLike | null }>()(
  "sigmoid_cross_entropy",
  "(multi_class_labels, logits, weights=1.0, label_smoothing=0, scope=None, loss_collection='losses', reduction='weighted_sum_by_nonzero_weights')",
  (p) => {
    requireGiven({ multi_class_labels: p.multi_class_labels, logits: p.logits });
    return scoped(
      p.scope,
      "sigmoid_cross_entropy_loss",
      [p.logits, p.multi_class_labels, floatOne(p.weights)],
      (scope) => {
        const { logits, labels: given } = converted(p.logits!, p.multi_class_labels!);
        const s = Number(p.label_smoothing);
        const labels = s > 0 ? add(mul(given, 1 - s), 0.5 * s) : given;
        return weightedLoss(sigmoidCrossEntropy(labels, logits, "xentropy"), { ...p, scope });
      },
    );
  },
);

/** tf.losses.softmax_cross_entropy: probabilities of classes as labels; `label_smoothing` pulls them towards equal ones. */
export const softmax_cross_entropy = pyFunction<SmoothedOptions & { onehot_labels: TensorLike | null }>()(
  "softmax_cross_entropy",
  "(onehot_labels, logits, weights=1.0, label_smoothing=0, scope=None, loss_collection='losses', reduction='weighted_sum_by_nonzero_weights')",
  (p) => {
    requireGiven({ onehot_labels: p.onehot_labels, logits: p.logits });
    return scoped(p.scope, "softmax_cross_entropy_loss", [p.logits, p.onehot_labels, floatOne(p.weights)], (scope) => {
      const { logits, labels: given } = converted(p.logits!, p.onehot_labels!);
      let labels = given;
      const s = Number(p.label_smoothing);
      if (s > 0) {
        const classes = castTo(shapeInternal(given).at(-1), logits.dtype);
        const share = truediv(s, classes);
        labels = add(mul(given, 1 - s), share);
      }
      labels = stop_gradient(labels, { name: "labels_stop_gradient" });
      return weightedLoss(softmaxCrossEntropy(labels, logits, -1, "xentropy"), { ...p, scope });
    });
  },
);

/** Weights without a last dimension of 1 that the labels don't have. */
function squeezedWeights(given: TensorLike, labels: Tensor): Tensor {
  const weights = convertToTensor(given);
  const [w, l] = [weights.shape.rank, labels.shape.rank];
  if (w === null || l === null) {
    const difference = rankInternal(weights, null).sub(rankInternal(labels, null));
    return squeezedWhere(weights, 1, difference);
  }
  return w - l === 1 ? squeezeDims(weights, [-1]) : weights;
}

interface SparseOptions extends WeightedOptions {
  labels: TensorLike | null;
  logits: TensorLike | null;
}

/** tf.losses.sparse_softmax_cross_entropy: class numbers as labels. */
export const sparse_softmax_cross_entropy = pyFunction<SparseOptions>()(
  "sparse_softmax_cross_entropy",
  "(labels, logits, weights=1.0, scope=None, loss_collection='losses', reduction='weighted_sum_by_nonzero_weights')",
  (p) => {
    requireGiven({ labels: p.labels, logits: p.logits });
    const given = floatOne(p.weights);
    return scoped(p.scope, "sparse_softmax_cross_entropy_loss", [p.logits, p.labels, given], (scope) => {
      const { labels, predictions: logits } = removeSqueezableDimensions(p.labels!, p.logits!, 1);
      const weights = squeezedWeights(given, labels);
      return weightedLoss(sparseSoftmaxCrossEntropy(labels, logits, "xentropy"), { ...p, weights, scope });
    });
  },
);
