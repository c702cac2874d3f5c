/**
 * How often each label was predicted as each class.
 * Source: tf.math.confusion_matrix (tensorflow/python/ops/confusion_matrix.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { scoped } from "../../graph/create_op.js";
import { as_dtype, type DType, type DTypeLike, int32, int64 } from "../../graph/dtypes.js";
import { pyFunction } from "../../graph/signature.js";
import { SparseTensor } from "../../graph/sparse_tensor.js";
import type { Tensor } from "../../graph/tensor.js";
import { onesLike, zerosOf } from "../array/fill.js";
import { stackValues } from "../array/pack.js";
import { assert_less, assert_non_negative } from "../control/check_comparisons.js";
import { withDependencies } from "../control/dependencies.js";
import { removeSqueezableDimensions } from "../losses/weights_broadcast.js";
import { castTo } from "../math/cast.js";
import { binary } from "../math/gradient_rules.js";
import { add } from "../math/operators.js";
import { reduceMax } from "../math/reductions.js";
import { addSparse } from "../sparse/add.js";

interface Options {
  readonly numClasses: TensorLike | null;
  readonly weights: TensorLike | null;
  readonly dtype: DType;
  readonly name?: string | null;
}

/** A matrix of shape [classes, classes]: labels are its rows, predictions its columns. */
export function confusionMatrix(givenLabels: TensorLike, givenPredictions: TensorLike, o: Options): Tensor {
  const values = [givenPredictions, givenLabels, o.numClasses, o.weights].filter((v) => v !== null);
  return scoped(o.name ?? null, "confusion_matrix", values, () => {
    const first = convertToTensor(givenLabels, { name: "labels" });
    const fit = removeSqueezableDimensions(first, convertToTensor(givenPredictions, { name: "predictions" }));
    let predictions = castTo(fit.predictions, int64);
    let labels = castTo(fit.labels, int64);
    const negative = (what: string) => ({ message: `\`${what}\` contains negative values` });
    labels = withDependencies([assert_non_negative(labels, negative("labels"))], labels);
    predictions = withDependencies([assert_non_negative(predictions, negative("predictions"))], predictions);
    let classes: TensorLike;
    if (o.numClasses === null) classes = add(binary("Maximum", reduceMax(predictions), reduceMax(labels)), 1);
    else {
      classes = o.numClasses;
      const limit = castTo(classes, int64);
      const outside = (what: string) => ({ message: `\`${what}\` out of bound` });
      labels = withDependencies([assert_less(labels, limit, outside("labels"))], labels);
      predictions = withDependencies([assert_less(predictions, limit, outside("predictions"))], predictions);
    }
    let weights: Tensor | null = null;
    if (o.weights !== null) {
      const given = convertToTensor(o.weights, { name: "weights" });
      predictions.shape.assert_is_compatible_with(given.shape);
      weights = castTo(given, o.dtype);
    }
    const shape = stackValues([classes, classes]);
    const indices = stackValues([labels, predictions], 1);
    const entries = weights ?? onesLike(predictions, o.dtype);
    const sparse = new SparseTensor(indices, entries, castTo(shape, int64));
    return addSparse(zerosOf(castTo(shape, int32), o.dtype), sparse) as Tensor;
  });
}

/**
 * tf.math.confusion_matrix: counts (or sums of `weights`) of labels (rows) and predictions (columns), both 1-D integers.
 * Without `num_classes` there are as many as the greatest of either asks for.
 */
export const confusion_matrix = pyFunction<{
  labels: TensorLike;
  predictions: TensorLike;
  num_classes: TensorLike | null;
  dtype: DTypeLike | undefined;
  name: string | null;
  weights: TensorLike | null;
}>()(
  "confusion_matrix",
  "(labels, predictions, num_classes=None, dtype=tf.int32, name=None, weights=None)",
  ({ labels, predictions, num_classes, dtype, name, weights }) =>
    confusionMatrix(labels, predictions, { numClasses: num_classes, weights, dtype: as_dtype(dtype ?? int32), name }),
);
