/**
 * Reductions over rows that share an id, ids ascending: the op types, and the functions of one op each.
 * Source: tf.segment_sum and others, tf.sparse.segment_sum (tensorflow/python/ops/math_ops.py;
 * core/kernels/segment_reduction_ops.cc, core/ops/math_ops.cc).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { type ShapeContext, ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { dtypeOf, type NumericData } from "../../np/dtype.js";
import { sizeOf } from "../../np/strided.js";
import type { FoldOp } from "../../numerics/reductions/fold.js";
import type { Indices } from "../../numerics/reductions/indices.js";
import { bindSegment, bindSparseSegment, segmentCount } from "../../numerics/reductions/segment.js";
import { bindSparseSegmentGrad } from "../../numerics/reductions/sparse_segment_grad.js";
import { scalarInput, subshape } from "../array/dimensions.js";
import { refusing } from "../refusals.js";
import { merge, withRank, withRankAtLeast } from "../shape_functions.js";
import { numpyName, shapeText } from "./elementwise.js";
import {
  segmentExtremeGrad,
  segmentMeanGrad,
  segmentSumGrad,
  sparseSegmentGrad,
  sparseSegmentSumGrad,
} from "./segment_gradients.js";

const segmentShape: ShapeFn = (c) => {
  const data = withRankAtLeast(c.input(0), 1);
  withRank(c.input(1), 1);
  return [new TensorShape([null]).concatenate(subshape(data, 1))];
};

/** The number of segments that sorted ids name, read in every run. */
function countedSegments(k: KernelContext, ids: Indices): number {
  k.readsData();
  let count = 0;
  refusing(() => {
    count = segmentCount(ids);
  })();
  return count;
}

function segmentKernel(op: FoldOp | "Mean"): Kernel {
  return (k) => {
    const [data, ids] = [k.input(0), k.input(1)];
    if (ids.shape.length !== 1) throw invalidArgument("segment_ids should be a vector.");
    if (data.shape.length === 0) throw invalidArgument("input must be at least rank 1");
    if (ids.size !== data.shape[0])
      throw invalidArgument("segment_ids should be the same size as dimension 0 of input.");
    const rows = countedSegments(k, ids.data as Indices);
    const inner = data.shape.slice(1);
    const run = bindSegment(op, dtypeOf(numpyName(data)), sizeOf(inner));
    const out = k.output(0, [rows, ...inner]).data as NumericData;
    return refusing(() => run(data.data as NumericData, ids.data as Indices, out));
  };
}

/** Leading size from a scalar input: of the segments, or of the rows that a gradient goes back to. */
function leadingSize(c: ShapeContext, i: number, what: string): number | null {
  withRank(c.input(i), 0);
  const size = scalarInput(c, i);
  if (size !== null && size < 0) throw new ShapeError(`Cannot specify a negative value for ${what}`);
  return size;
}

function sparseSegmentShape(size: ((c: ShapeContext) => number | null) | null): ShapeFn {
  return (c) => {
    const data = withRankAtLeast(c.input(0), 1);
    const indices = new TensorShape(withRank(c.input(1), 1));
    merge(indices, new TensorShape(withRank(c.input(2), 1)));
    return [new TensorShape([size ? size(c) : null]).concatenate(subshape(data, 1))];
  };
}

function checkIndices(k: KernelContext): void {
  if (k.input(1).shape.length !== 1) throw invalidArgument("indices should be a vector.");
  if (k.input(2).shape.length !== 1) throw invalidArgument("segment_ids should be a vector.");
  if (k.input(1).size !== k.input(2).size) throw invalidArgument("segment_ids and indices should have same size.");
}

type SparseOp = "Sum" | "Mean" | "SqrtN";

function sparseSegmentKernel(op: SparseOp): Kernel {
  return (k) => {
    const [data, indices, ids] = [k.input(0), k.input(1), k.input(2)];
    if (k.inputCount === 4 && k.input(3).shape.length > 0) {
      throw invalidArgument(`num_segments should be a scalar, not shape ${shapeText(k.input(3).shape)}`);
    }
    checkIndices(k);
    const named = countedSegments(k, ids.data as Indices);
    const rows = k.inputCount === 4 ? k.ints(3)[0]! : named;
    if (rows < 0) throw invalidArgument("segment ids must be >= 0");
    if (rows < named) throw invalidArgument("segment ids must be < num_segments");
    const inner = data.shape.slice(1);
    const run = bindSparseSegment(op, dtypeOf(numpyName(data)), data.shape[0]!, sizeOf(inner));
    const out = k.output(0, [rows, ...inner]).data as NumericData;
    return refusing(() => run(data.data as NumericData, indices.data as Indices, ids.data as Indices, out));
  };
}

function sparseSegmentGradKernel(op: "Mean" | "SqrtN"): Kernel {
  return (k) => {
    const [grad, indices, ids] = [k.input(0), k.input(1), k.input(2)];
    checkIndices(k);
    const [rows] = k.ints(3) as [number];
    const [segments, ...inner] = grad.shape as [number, ...number[]];
    const run = bindSparseSegmentGrad(op, dtypeOf(numpyName(grad)), segments, rows, sizeOf(inner));
    const out = k.output(0, [rows, ...inner]).data as NumericData;
    return refusing(() => run(grad.data as NumericData, indices.data as Indices, ids.data as Indices, out));
  };
}

function sparseRecords(op: SparseOp): OpRecord[] {
  const type = `SparseSegment${op}`;
  const kernel = sparseSegmentKernel(op);
  const grad = op === "Sum" ? sparseSegmentSumGrad : sparseSegmentGrad(`${type}Grad`);
  const sized = sparseSegmentShape((c) => leadingSize(c, 3, "num_segments"));
  return [
    { type, shape: sparseSegmentShape(null), kernel, grad },
    { type: `${type}WithNumSegments`, shape: sized, kernel, grad },
  ];
}

const gradShape = sparseSegmentShape((c) => leadingSize(c, 3, "output_dim0"));

export const segmentRecords: readonly OpRecord[] = [
  { type: "SegmentSum", shape: segmentShape, kernel: segmentKernel("Sum"), grad: segmentSumGrad },
  { type: "SegmentMean", shape: segmentShape, kernel: segmentKernel("Mean"), grad: segmentMeanGrad },
  { type: "SegmentProd", shape: segmentShape, kernel: segmentKernel("Prod") },
  { type: "SegmentMax", shape: segmentShape, kernel: segmentKernel("Max"), grad: segmentExtremeGrad },
  { type: "SegmentMin", shape: segmentShape, kernel: segmentKernel("Min"), grad: segmentExtremeGrad },
  ...sparseRecords("Sum"),
  ...sparseRecords("Mean"),
  ...sparseRecords("SqrtN"),
  { type: "SparseSegmentMeanGrad", shape: gradShape, kernel: sparseSegmentGradKernel("Mean") },
  { type: "SparseSegmentSqrtNGrad", shape: gradShape, kernel: sparseSegmentGradKernel("SqrtN") },
];

type Name = string | null;

function publicSegment(name: string, type: string) {
  return pyFunction<{ data: TensorLike; segment_ids: TensorLike; name: Name }>()(
    name,
    "(data, segment_ids, name=None)",
    (p) => createOp(type, { data: p.data, segment_ids: p.segment_ids }, {}, p.name),
  );
}

/** tf.segment_sum: row i of the result is the sum of the rows of `data` whose id is i; ids ascend, missing ones give 0. */
export const segment_sum = publicSegment("segment_sum", "SegmentSum");
/** tf.segment_mean: mean of the rows of equal id. */
export const segment_mean = publicSegment("segment_mean", "SegmentMean");
/** tf.segment_prod: product of the rows of equal id. */
export const segment_prod = publicSegment("segment_prod", "SegmentProd");
/** tf.segment_max: largest of the rows of equal id. */
export const segment_max = publicSegment("segment_max", "SegmentMax");
/** tf.segment_min: smallest of the rows of equal id. */
export const segment_min = publicSegment("segment_min", "SegmentMin");

interface SparseSegmentArguments {
  data: TensorLike;
  indices: TensorLike;
  segment_ids: TensorLike;
  name: Name;
  num_segments: TensorLike | null;
}

export function sparseSegment(op: SparseOp, p: SparseSegmentArguments): Tensor {
  const { data, indices, segment_ids, num_segments } = p;
  if (num_segments === null) return createOp(`SparseSegment${op}`, { data, indices, segment_ids }, {}, p.name);
  return createOp(`SparseSegment${op}WithNumSegments`, { data, indices, segment_ids, num_segments }, {}, p.name);
}

function publicSparseSegment(name: string, op: SparseOp) {
  return pyFunction<SparseSegmentArguments>()(name, "(data, indices, segment_ids, name=None, num_segments=None)", (p) =>
    sparseSegment(op, p),
  );
}

/** tf.sparse.segment_sum: like tf.segment_sum of the rows `indices` of `data`. */
export const sparse_segment_sum = publicSparseSegment("sparse_segment_sum", "Sum");
/** tf.sparse.segment_mean: mean of the picked rows of equal id. */
export const sparse_segment_mean = publicSparseSegment("sparse_segment_mean", "Mean");
/** tf.sparse.segment_sqrt_n: sum of the picked rows of equal id, divided by the root of their number. */
export const sparse_segment_sqrt_n = publicSparseSegment("sparse_segment_sqrt_n", "SqrtN");
