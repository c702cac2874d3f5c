/**
 * Reductions as op records: shapes and kernels.
 * Source: ReductionShape (core/framework/common_shape_fns.cc), core/kernels/reduction_ops_common.cc.
 */
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { intsOf, ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import { TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { dtypeOf, type NumericData } from "../../np/dtype.js";
import { bindReduce, type ReduceOp } from "../../numerics/reductions/reduce.js";
import { ofRank } from "../array/dimensions.js";
import { withRankAtMost } from "../shape_functions.js";
import { numpyName } from "./elementwise.js";
import { extremeGrad, meanGrad, prodGrad, sumGrad } from "./reduction_gradients.js";
import type { ReductionType } from "./reductions.js";

const reductionShape: ShapeFn = (c) => {
  const x = c.input(0);
  withRankAtMost(c.input(1), 1);
  const axes = c.constant(1);
  const keep = c.attr<boolean>("keep_dims");
  if (!axes || x.dims === null) return [keep ? ofRank(x.rank) : unknownShape];
  const rank = x.dims.length;
  const reduced = new Set<number>();
  for (const axis of intsOf(axes)) {
    if (axis < -rank || axis >= rank)
      throw new ShapeError(`Invalid reduction dimension ${axis} for input with ${rank} dimensions.`);
    reduced.add(axis < 0 ? axis + rank : axis);
  }
  if (keep) return [new TensorShape(x.dims.map((d, i) => (reduced.has(i) ? 1 : d)))];
  return [new TensorShape(x.dims.filter((_, i) => !reduced.has(i)))];
};

const reductionKernel: Kernel = (k) => {
  const x = k.input(0);
  const rank = x.shape.length;
  const reduced = new Set<number>();
  for (const axis of k.ints(1)) {
    if (axis < -rank || axis >= rank)
      throw invalidArgument(`Invalid reduction dimension (${axis} for input with ${rank} dimension(s)`);
    reduced.add(axis < 0 ? axis + rank : axis);
  }
  const { shape, run } = bindReduce(k.type as ReduceOp, dtypeOf(numpyName(x)), x.shape, [...reduced]);
  const kept = k.attr<boolean>("keep_dims") ? x.shape.map((d, i) => (reduced.has(i) ? 1 : d)) : shape;
  const from = x.data as NumericData;
  const to = k.output(0, kept).data as NumericData;
  return () => run(from, to);
};

function record(type: ReductionType, grad?: OpRecord["grad"]): OpRecord {
  return { type, shape: reductionShape, kernel: reductionKernel, ...(grad && { grad }) };
}

export const reductionRecords: readonly OpRecord[] = [
  record("Sum", sumGrad),
  record("Mean", meanGrad),
  record("Prod", prodGrad),
  record("Max", extremeGrad),
  record("Min", extremeGrad),
  record("All"),
  record("Any"),
  record("EuclideanNorm", "none"),
];
