/**
 * Choosing boxes that don't overlap: tf.image.non_max_suppression and its kin.
 * Source: tensorflow/python/ops/image_ops_impl.py; NMSShapeFn (core/ops/image_ops.cc); core/kernels/non_max_suppression_op.cc.
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import type { ShapeContext, ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { scalarShape, TensorShape } from "../../graph/tensor_shape.js";
import { PyFloat } from "../../np/pyfloat.js";
import { tuple } from "../../np/pytuple.js";
import { overlapOf, type Selection, type Similarity, suppress } from "../../numerics/image/suppression.js";
import { scalarInput, withValue } from "../array/dimensions.js";
import { numpyName, shapeText } from "../math/elementwise.js";
import { mergeDim, withRank } from "../shape_functions.js";

/** Ranks of all inputs; how many are selected. */
function selectedShape(c: ShapeContext): TensorShape {
  const boxes = withRank(c.input(0), 2);
  const scores = withRank(c.input(1), 1);
  for (let i = 2; i < c.inputCount; i++) withRank(c.input(i), 0);
  mergeDim(boxes[0]!, scores[0]!);
  if (c.type === "NonMaxSuppressionWithOverlaps") mergeDim(boxes[0]!, boxes[1]!);
  else withValue(boxes[1]!, 4);
  if (!c.hasAttr("pad_to_max_output_size") || !c.attr<boolean>("pad_to_max_output_size"))
    return new TensorShape([null]);
  const size = scalarInput(c, 2);
  return new TensorShape([size === -1 ? null : size]);
}

/** One shape per selected box for all outputs but the count. */
const suppressionShape: ShapeFn = (c) => {
  const selected = selectedShape(c);
  return Array.from({ length: c.outputCount }, (_, i) => (i > 0 && i === c.outputCount - 1 ? scalarShape : selected));
};

/** Element 0 of an input that must be a scalar. */
export function scalarOf(k: KernelContext, i: number, name: string): number {
  const { shape, data } = k.input(i);
  if (shape.length !== 0) throw invalidArgument(`${name} must be 0-D, got shape ${shapeText(shape)}`);
  return Number(data[0]);
}

export function inUnit(k: KernelContext, i: number, name: string): number {
  const value = scalarOf(k, i, name);
  if (!(value >= 0 && value <= 1)) throw invalidArgument(`${name} must be in [0, 1]`);
  return value;
}

function checkScores(k: KernelContext, n: number): void {
  const { shape } = k.input(1);
  if (shape.length !== 1) throw invalidArgument(`scores must be 1-D${shapeText(shape)}`);
  if (shape[0] !== n) throw invalidArgument("scores has incompatible shape");
}

function boxCount(k: KernelContext): number {
  const { shape } = k.input(0);
  if (shape.length !== 2) throw invalidArgument(`boxes must be 2-D${shapeText(shape)}`);
  if (shape[1] !== 4) throw invalidArgument("boxes must have 4 columns");
  return shape[0]!;
}

function overlapCount(k: KernelContext): number {
  const { shape } = k.input(0);
  if (shape.length !== 2) throw invalidArgument(`overlaps must be 2-D${shapeText(shape)}`);
  if (shape[1] !== shape[0]) throw invalidArgument(`overlaps must be square${shapeText(shape)}`);
  return shape[0]!;
}

/** Writes the selection to the outputs: indices, scores where the type has them, the count where it has one. */
function writeSelection(k: KernelContext, { indices, scores }: Selection, limit: number): void {
  const isPadded =
    k.type !== "NonMaxSuppressionV3" && !k.type.endsWith("Overlaps") && k.attr<boolean>("pad_to_max_output_size");
  const size = isPadded ? limit : indices.length;
  const chosen = k.output(0, [size]).data as Int32Array;
  chosen.set(indices);
  const outputs = k.outputTypes.length;
  if (outputs === 3) (k.output(1, [size]).data as Float32Array).set(scores);
  if (outputs > 1) (k.output(outputs - 1, []).data as Int32Array)[0] = indices.length;
}

/** How many boxes come out depends on the data: the engine binds in every run, and all is done while binding. */
const suppressionKernel: Kernel = (k) => {
  k.readsData();
  const dtype = numpyName(k.input(0));
  const limit = scalarOf(k, 2, "max_output_size");
  const isByOverlaps = k.type === "NonMaxSuppressionWithOverlaps";
  const similarityThreshold = isByOverlaps ? scalarOf(k, 3, "overlap_threshold") : inUnit(k, 3, "iou_threshold");
  const scoreThreshold = scalarOf(k, 4, "score_threshold");
  const sigma = k.inputCount > 5 ? scalarOf(k, 5, "soft_nms_sigma") : 0;
  if (sigma < 0) throw invalidArgument("soft_nms_sigma_val must be >= 0");
  const n = isByOverlaps ? overlapCount(k) : boxCount(k);
  checkScores(k, n);
  const table = k.input(0).data as Float32Array;
  const similarity: Similarity = isByOverlaps ? (i, j) => table[i * n + j]! : overlapOf(table, dtype);
  const options = { limit, similarityThreshold, scoreThreshold, sigma, dtype };
  writeSelection(k, suppress(k.input(1).data as Float32Array, similarity, options), limit);
  return undefined;
};

const OVERLAPS = "NonMaxSuppressionWithOverlaps";

export const suppressionRecords: readonly OpRecord[] = [
  { type: "NonMaxSuppressionV3", shape: suppressionShape, kernel: suppressionKernel },
  { type: "NonMaxSuppressionV4", shape: suppressionShape, kernel: suppressionKernel },
  { type: "NonMaxSuppressionV5", shape: suppressionShape, kernel: suppressionKernel },
  { type: OVERLAPS, shape: suppressionShape, kernel: suppressionKernel, grad: "none" },
];

interface SuppressionArguments {
  scores: TensorLike;
  max_output_size: TensorLike;
  score_threshold: TensorLike | undefined;
  name: string | null;
}
type BoxArguments = SuppressionArguments & { boxes: TensorLike; iou_threshold: TensorLike };

/** The default of thresholds that let every score pass. */
const NONE = new PyFloat(-Infinity);

function thresholds(p: BoxArguments): { iou_threshold: Tensor; score_threshold: Tensor } {
  const iou_threshold = convertToTensor(p.iou_threshold, { name: "iou_threshold" });
  const score_threshold = convertToTensor(p.score_threshold ?? NONE, { name: "score_threshold" });
  return { iou_threshold, score_threshold };
}

/**
 * tf.image.non_max_suppression: indices (int32) of at most `max_output_size` of the `boxes` [n, 4], best of `scores` [n]
 * first; those that overlap a better one by `iou_threshold` or score no more than `score_threshold` are left out.
 */
export const non_max_suppression = pyFunction<BoxArguments>()(
  "non_max_suppression",
  "(boxes, scores, max_output_size, iou_threshold=0.5, score_threshold=-Infinity, name=None)",
  (p) =>
    scoped(p.name, "non_max_suppression", [], () => {
      const { boxes, scores, max_output_size } = p;
      return createOp("NonMaxSuppressionV3", { boxes, scores, max_output_size, ...thresholds(p) });
    }),
);

/** tf.image.non_max_suppression_with_scores: the same and the scores; with `soft_nms_sigma` overlap costs score. */
export const non_max_suppression_with_scores = pyFunction<BoxArguments & { soft_nms_sigma: TensorLike }>()(
  "non_max_suppression_with_scores",
  "(boxes, scores, max_output_size, iou_threshold=0.5, score_threshold=-Infinity, soft_nms_sigma=0.0, name=None)",
  (p) =>
    scoped(p.name, "non_max_suppression_with_scores", [], () => {
      const { boxes, scores, max_output_size } = p;
      const given = p.soft_nms_sigma === 0 ? new PyFloat(0) : p.soft_nms_sigma;
      const both = thresholds(p);
      const soft_nms_sigma = convertToTensor(given, { name: "soft_nms_sigma" });
      const inputs = { boxes, scores, max_output_size, ...both, soft_nms_sigma };
      const [indices, kept] = createOperation("NonMaxSuppressionV5", inputs, { pad_to_max_output_size: false })
        .outputs as readonly [Tensor, Tensor];
      return tuple([indices, kept]);
    }),
);

/** tf.image.non_max_suppression_padded: indices, filled up with zeros where asked, and how many of them count. */
export const non_max_suppression_padded = pyFunction<BoxArguments & { pad_to_max_output_size: boolean }>()(
  "non_max_suppression_padded",
  "(boxes, scores, max_output_size, iou_threshold=0.5, score_threshold=-Infinity, pad_to_max_output_size=False, name=None)",
  (p) =>
    scoped(p.name, "non_max_suppression_padded", [], () => {
      const { boxes, scores, max_output_size, pad_to_max_output_size } = p;
      const inputs = { boxes, scores, max_output_size, ...thresholds(p) };
      const [indices, count] = createOperation("NonMaxSuppressionV4", inputs, { pad_to_max_output_size })
        .outputs as readonly [Tensor, Tensor];
      return tuple([indices, count]);
    }),
);

type OverlapArguments = SuppressionArguments & { overlaps: TensorLike; overlap_threshold: TensorLike };

/** tf.image.non_max_suppression_overlaps: the same by a table `overlaps` [n, n] of how much each pair overlaps. */
export const non_max_suppression_overlaps = pyFunction<OverlapArguments>()(
  "non_max_suppression_with_overlaps",
  "(overlaps, scores, max_output_size, overlap_threshold=0.5, score_threshold=-Infinity, name=None)",
  (p) =>
    scoped(p.name, "non_max_suppression_overlaps", [], () => {
      const { overlaps, scores, max_output_size } = p;
      const overlap_threshold = convertToTensor(p.overlap_threshold, { name: "overlap_threshold" });
      const score_threshold = p.score_threshold ?? NONE;
      return createOp(OVERLAPS, { overlaps, scores, max_output_size, overlap_threshold, score_threshold });
    }),
);
