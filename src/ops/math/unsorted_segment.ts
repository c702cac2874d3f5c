/**
 * Reductions over rows that share an id, in any order: also how the rows of a sparse gradient become a dense one.
 * Source: tf.math.unsorted_segment_sum and others (tensorflow/python/ops/math_ops.py;
 * core/kernels/segment_reduction_ops.cc), _indexed_slices_to_tensor (tensorflow/python/ops/gradients_util.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { IndexedSlices } from "../../graph/indexed_slices.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { dtypeOf, type NumericData } from "../../np/dtype.js";
import { ValueError } from "../../np/errors.js";
import type { FoldOp } from "../../numerics/reductions/fold.js";
import type { Indices } from "../../numerics/reductions/indices.js";
import { bindUnsortedSegment } from "../../numerics/reductions/segment.js";
import { scalarInput } from "../array/dimensions.js";
import { onesOf } from "../array/fill.js";
import { reshapeTo } from "../array/reshape.js";
import { shapeInternal } from "../array/shape.js";
import { refusing } from "../refusals.js";
import { mergeDim, withRank, withRankAtLeast } from "../shape_functions.js";
import { numpyName, shapeText } from "./elementwise.js";
import { binary, unary } from "./gradient_rules.js";
import { truediv } from "./operators.js";
import { unsortedExtremeGrad, unsortedProdGrad, unsortedSumGrad } from "./segment_gradients.js";

const unsortedShape: ShapeFn = (c) => {
  const ids = c.input(1).dims;
  withRank(c.input(2), 0);
  if (ids === null) return [unknownShape];
  const data = withRankAtLeast(c.input(0), ids.length).dims;
  if (data) ids.forEach((d, i) => void mergeDim(data[i]!, d));
  const count = scalarInput(c, 2);
  if (count !== null && count < 0)
    throw new ShapeError(`Dimension size, given by scalar input 2, must be non-negative but is ${count}`);
  return [data ? new TensorShape([count, ...data.slice(ids.length)]) : unknownShape];
};

function unsortedKernel(op: FoldOp): Kernel {
  return (k) => {
    const [data, ids] = [k.input(0), k.input(1)];
    if (k.input(2).shape.length > 0)
      throw invalidArgument(`num_segments should be a scalar, not shape ${shapeText(k.input(2).shape)}`);
    if (!ids.shape.every((d, i) => d === data.shape[i])) {
      throw invalidArgument(
        `data.shape = ${shapeText(data.shape)} does not start with segment_ids.shape = ${shapeText(ids.shape)}`,
      );
    }
    const [count] = k.ints(2) as [number];
    if (count < 0) throw invalidArgument(`Input num_segments == ${count} must not be negative.`);
    const inner = data.shape.slice(ids.shape.length);
    const width = inner.reduce((n, d) => n * d, 1);
    const run = bindUnsortedSegment(op, dtypeOf(numpyName(data)), width, count, ids.shape);
    const out = k.output(0, [count, ...inner]).data as NumericData;
    return refusing(() => run(data.data as NumericData, ids.data as Indices, out));
  };
}

export const unsortedSegmentRecords: readonly OpRecord[] = [
  { type: "UnsortedSegmentSum", shape: unsortedShape, kernel: unsortedKernel("Sum"), grad: unsortedSumGrad },
  { type: "UnsortedSegmentProd", shape: unsortedShape, kernel: unsortedKernel("Prod"), grad: unsortedProdGrad },
  { type: "UnsortedSegmentMax", shape: unsortedShape, kernel: unsortedKernel("Max"), grad: unsortedExtremeGrad },
  { type: "UnsortedSegmentMin", shape: unsortedShape, kernel: unsortedKernel("Min"), grad: unsortedExtremeGrad },
];

export function unsortedSegmentSum(
  data: unknown,
  segment_ids: unknown,
  num_segments: unknown,
  name: string | null = null,
): Tensor {
  return createOp("UnsortedSegmentSum", { data, segment_ids, num_segments }, {}, name);
}

interface UnsortedArguments {
  data: TensorLike;
  segment_ids: TensorLike;
  num_segments: TensorLike;
  name: string | null;
}
const SIGNATURE = "(data, segment_ids, num_segments, name=None)";

function publicUnsorted(name: string, type: string) {
  return pyFunction<UnsortedArguments>()(name, SIGNATURE, (p) =>
    createOp(type, { data: p.data, segment_ids: p.segment_ids, num_segments: p.num_segments }, {}, p.name),
  );
}

/**
 * tf.math.unsorted_segment_sum: row i of the result, of `num_segments`, is the sum of the rows of `data` whose id is i;
 * negative ids are dropped, ids without rows give 0.
 */
export const unsorted_segment_sum = publicUnsorted("unsorted_segment_sum", "UnsortedSegmentSum");
/** tf.math.unsorted_segment_prod: product of the rows of equal id, 1 without rows. */
export const unsorted_segment_prod = publicUnsorted("unsorted_segment_prod", "UnsortedSegmentProd");
/** tf.math.unsorted_segment_max: largest of the rows of equal id, the lowest number without rows. */
export const unsorted_segment_max = publicUnsorted("unsorted_segment_max", "UnsortedSegmentMax");
/** tf.math.unsorted_segment_min: smallest of the rows of equal id, the highest number without rows. */
export const unsorted_segment_min = publicUnsorted("unsorted_segment_min", "UnsortedSegmentMin");

/** Rows per segment, at least 1, with axes to divide the sums by. */
function segmentSizes(data: Tensor, ids: Tensor, count: TensorLike): Tensor {
  const ones = onesOf(shapeInternal(ids), data.dtype);
  const sizes = unsortedSegmentSum(ones, ids, count);
  const axes = (data.shape.rank ?? 0) - (ids.shape.rank ?? 0);
  const shaped = reshapeTo(sizes, [count, ...new Array<number>(Math.max(axes, 0)).fill(1)]);
  return binary("Maximum", shaped, 1);
}

function scaledSum(name: string, scope: string, divisor: (sizes: Tensor) => Tensor) {
  return pyFunction<UnsortedArguments>()(name, SIGNATURE, (p) =>
    scoped(p.name, scope, [], () => {
      const data = convertToTensor(p.data);
      const ids = convertToTensor(p.segment_ids);
      const sizes = segmentSizes(data, ids, p.num_segments);
      return truediv(unsortedSegmentSum(data, ids, p.num_segments), divisor(sizes));
    }),
  );
}

/** tf.math.unsorted_segment_mean: mean of the rows of equal id, 0 without rows. */
export const unsorted_segment_mean = scaledSum("unsorted_segment_mean", "UnsortedSegmentMean", (n) => n);
/** tf.math.unsorted_segment_sqrt_n: sum of the rows of equal id, divided by the root of their number. */
export const unsorted_segment_sqrt_n = scaledSum("unsorted_segment_sqrt_n", "UnsortedSegmentSqrtN", (n) =>
  unary("Sqrt", n),
);

/** IndexedSlices as a dense tensor, rows of equal index summed. Raises ValueError where the dense shape is unknown. */
export function slicesToTensor(slices: IndexedSlices, name: string | null = null): Tensor {
  if (slices.dense_shape === null) {
    throw new ValueError(`Tensor conversion requested for IndexedSlices without dense_shape: ${slices}`);
  }
  return unsortedSegmentSum(slices.values, slices.indices, slices.dense_shape.at(0), name);
}
