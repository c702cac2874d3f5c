/**
 * Choosing boxes of several classes in a batch of images.
 * Source: tf.image.combined_non_max_suppression (CombinedNMSShapeFn in core/ops/image_ops.cc; core/kernels/non_max_suppression_op.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOperation, scoped } from "../../graph/create_op.js";
import { float32 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { PyFloat } from "../../np/pyfloat.js";
import { tuple } from "../../np/pytuple.js";
import { suppressByClass } from "../../numerics/image/suppression.js";
import { scalarInput, withValue } from "../array/dimensions.js";
import { shapeText } from "../math/elementwise.js";
import { mergeDim, withRank } from "../shape_functions.js";
import { inUnit, scalarOf } from "./suppression.js";

type Dim = number | null;

const combinedShape: ShapeFn = (c) => {
  const [batch, n, q, corners] = withRank(c.input(0), 4) as [Dim, Dim, Dim, Dim];
  const [scoreBatch, scoreCount, classes] = withRank(c.input(1), 3) as [Dim, Dim, Dim];
  for (let i = 2; i < 6; i++) withRank(c.input(i), 0);
  mergeDim(batch, scoreBatch);
  mergeDim(n, scoreCount);
  withValue(corners, 4);
  if (q !== null && classes !== null && q !== 1 && q !== classes) {
    throw new ShapeError("third dimension of boxes must be either 1 or equal to the third dimension of scores");
  }
  const perClass = scalarInput(c, 2);
  let size = scalarInput(c, 3);
  if (size !== null && size <= 0) throw new ShapeError("max_total_size should be > 0 ");
  if (c.attr<boolean>("pad_per_class")) {
    if (perClass !== null && perClass <= 0) {
      throw new ShapeError("max_output_size_per_class must be > 0 if pad_per_class is set to true ");
    }
    // The original computes with -1 for what isn't known, and takes what comes out.
    const most = Math.min(size ?? -1, (perClass ?? -1) * (classes ?? -1));
    size = most === -1 ? null : most;
  }
  const flat = new TensorShape([batch, size]);
  return [new TensorShape([batch, size, 4]), flat, flat, new TensorShape([batch])];
};

/** All is done while binding: the engine binds in every run. */
const combinedKernel: Kernel = (k) => {
  k.readsData();
  const [boxes, scores] = [k.input(0), k.input(1)];
  if (boxes.shape[0] !== scores.shape[0]) throw invalidArgument("boxes and scores must have same batch size");
  const perClass = scalarOf(k, 2, "max_size_per_class");
  const total = scalarOf(k, 3, "max_total_size");
  if (total <= 0) throw invalidArgument("max_total_size must be > 0");
  const similarityThreshold = inUnit(k, 4, "iou_threshold");
  const scoreThreshold = scalarOf(k, 5, "score_threshold");
  if (boxes.shape.length !== 4) throw invalidArgument(`boxes must be 4-D${shapeText(boxes.shape)}`);
  const [batch, n, q, corners] = boxes.shape as [number, number, number, number];
  const classes = scores.shape[2]!;
  if (q !== 1 && q !== classes) throw invalidArgument("third dimension of boxes must be either 1 or num classes");
  if (corners !== 4) throw invalidArgument("boxes must have 4 columns");
  if (scores.shape.length !== 3) throw invalidArgument(`scores must be 3-D${shapeText(scores.shape)}`);
  if (scores.shape[1] !== n) throw invalidArgument("scores has incompatible shape");
  const size = k.attr<boolean>("pad_per_class") ? Math.min(total, perClass * classes) : total;
  const clip = k.attr<boolean>("clip_boxes");
  const outBoxes = k.output(0, [batch, size, 4]).data as Float32Array;
  const outScores = k.output(1, [batch, size]).data as Float32Array;
  const outClasses = k.output(2, [batch, size]).data as Float32Array;
  const counts = k.output(3, [batch]).data as Int32Array;
  const limits = { perClass, total: size, similarityThreshold, scoreThreshold };
  const [allBoxes, allScores] = [boxes.data as Float32Array, scores.data as Float32Array];
  for (let b = 0; b < batch; b++) {
    const own = allBoxes.subarray(b * n * q * 4, (b + 1) * n * q * 4);
    const found = suppressByClass(own, q, allScores.subarray(b * n * classes, (b + 1) * n * classes), classes, limits);
    counts[b] = found.length;
    found.forEach((d, i) => {
      const to = b * size + i;
      outScores[to] = d.score;
      outClasses[to] = d.class;
      for (let j = 0; j < 4; j++) {
        const x = own[d.at + j]!;
        outBoxes[4 * to + j] = clip ? Math.max(Math.min(x, 1), 0) : x;
      }
    });
  }
  return undefined;
};

export const combinedSuppressionRecords: readonly OpRecord[] = [
  { type: "CombinedNonMaxSuppression", shape: combinedShape, kernel: combinedKernel },
];

interface CombinedArguments {
  boxes: TensorLike;
  scores: TensorLike;
  max_output_size_per_class: TensorLike;
  max_total_size: TensorLike;
  iou_threshold: TensorLike;
  score_threshold: TensorLike | undefined;
  pad_per_class: boolean;
  clip_boxes: boolean;
  name: string | null;
}

/**
 * tf.image.combined_non_max_suppression: of `boxes` [batch, n, q, 4] (q 1, or one box per class) and `scores`
 * [batch, n, classes] the best of each image, each class for itself: boxes, scores, classes and how many of them count.
 */
export const combined_non_max_suppression = pyFunction<CombinedArguments>()(
  "combined_non_max_suppression",
  "(boxes, scores, max_output_size_per_class, max_total_size, iou_threshold=0.5, score_threshold=-Infinity, pad_per_class=False, clip_boxes=True, name=None)",
  ({ boxes, scores, max_output_size_per_class, max_total_size, name, ...p }) =>
    scoped(name, "combined_non_max_suppression", [], () => {
      const iou_threshold = convertToTensor(p.iou_threshold, { dtype: float32, name: "iou_threshold" });
      const threshold = p.score_threshold ?? new PyFloat(-Infinity);
      const score_threshold = convertToTensor(threshold, { dtype: float32, name: "score_threshold" });
      const sizes = { max_output_size_per_class, max_total_size };
      const inputs = { boxes, scores, ...sizes, iou_threshold, score_threshold };
      const attrs = { pad_per_class: p.pad_per_class, clip_boxes: p.clip_boxes };
      const { outputs } = createOperation("CombinedNonMaxSuppression", inputs, attrs);
      return tuple(outputs as readonly Tensor[] as [Tensor, Tensor, Tensor, Tensor]);
    }),
);
