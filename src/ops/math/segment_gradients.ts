/**
 * Gradients of reductions over segments.
 * Source: _SegmentSumGrad and others (tensorflow/python/ops/math_grad.py).
 */
import { constant } from "../../graph/constant.js";
import { createOp } from "../../graph/create_op.js";
import { bool, int32 } from "../../graph/dtypes.js";
import type { GradientFn } from "../../graph/registry.js";
import type { Tensor } from "../../graph/tensor.js";
import { concatValues } from "../array/concat.js";
import { expandDims } from "../array/expand_dims.js";
import { fillWith, onesLike, zerosLike } from "../array/fill.js";
import { rankInternal, shapeInternal } from "../array/shape.js";
import { castTo } from "./cast.js";
import { binary } from "./gradient_rules.js";
import { and, mul, sub, truediv } from "./operators.js";

function gather(params: unknown, indices: Tensor): Tensor {
  return createOp("GatherV2", { params, indices, axis: 0 });
}
function select(condition: Tensor, t: Tensor, e: Tensor): Tensor {
  return createOp("Select", { condition, t, e });
}
function segmentSum(data: Tensor, segment_ids: Tensor): Tensor {
  return createOp("SegmentSum", { data, segment_ids });
}
function unsorted(op: "Sum" | "Prod", data: Tensor, segment_ids: Tensor, num_segments: Tensor): Tensor {
  return createOp(`UnsortedSegment${op}`, { data, segment_ids, num_segments });
}

export const segmentSumGrad: GradientFn = (op, dy) => [gather(dy, op.inputs[1]!), null];

export const segmentMeanGrad: GradientFn = (op, dy) => {
  const [data, ids] = op.inputs as readonly [Tensor, Tensor];
  const rank = rankInternal(data);
  const shapeOfIds = shapeInternal(ids);
  const trailing = fillWith(expandDims(sub(rank, 1), 0), 1);
  const ones = fillWith(concatValues([shapeOfIds, trailing], 0), constant(1, { dtype: dy!.dtype }));
  return [gather(truediv(dy, segmentSum(ones, ids)), ids), null];
};

/** Rows that equal the extreme of their segment share its gradient. */
export const segmentExtremeGrad: GradientFn = (op, dy) => {
  const [data, ids] = op.inputs as readonly [Tensor, Tensor];
  const zeros = zerosLike(data, data.dtype);
  const isSelected = binary("Equal", data, gather(op.outputs[0]!, ids));
  const selected = segmentSum(castTo(isSelected, dy!.dtype), ids);
  return [select(isSelected, gather(truediv(dy, selected), ids), zeros), null];
};

export const sparseSegmentSumGrad: GradientFn = (op, dy) => {
  const rows = shapeInternal(op.inputs[0]!).at(0);
  const gathered = gather(dy, op.inputs[2]!);
  const [, ...none] = op.inputs.map(() => null);
  return [unsorted("Sum", gathered, op.inputs[1]!, rows), ...none];
};

/** The gradient of a mean (or the like) has an op type of its own. */
export function sparseSegmentGrad(type: string): GradientFn {
  return (op, grad) => {
    const output_dim0 = shapeInternal(op.inputs[0]!).at(0);
    const [, ...none] = op.inputs.map(() => null);
    return [createOp(type, { grad, indices: op.inputs[1], segment_ids: op.inputs[2], output_dim0 }), ...none];
  };
}

/** Rows of a per-segment tensor for each id, zeros for the negative ids that were dropped. */
interface Gathered {
  readonly rows: Tensor;
  /** Ids with the negative ones at 0. */
  readonly clipped: Tensor;
  readonly isKept: Tensor;
}

function clip(ids: Tensor): Tensor {
  return binary("Maximum", ids, zerosLike(ids));
}

function gatherKept(
  params: Tensor,
  ids: Tensor,
  clippedIds: Tensor | null = null,
  known: Tensor | null = null,
): Gathered {
  const clipped = clippedIds ?? clip(ids);
  const gathered = gather(params, clipped);
  let isKept = known;
  if (isKept === null) {
    isKept = binary("GreaterEqual", ids, 0);
    const missing = (gathered.shape.rank ?? 0) - (isKept.shape.rank ?? 0);
    for (let i = 0; i < missing; i++) isKept = expandDims(isKept, -1);
    isKept = and(isKept, onesLike(gathered, bool));
  }
  return { rows: select(isKept, gathered, zerosLike(gathered)), clipped, isKept };
}

export const unsortedSumGrad: GradientFn = (op, dy) => [gatherKept(dy as Tensor, op.inputs[1]!).rows, null, null];

export const unsortedExtremeGrad: GradientFn = (op, dy) => {
  const [data, ids, count] = op.inputs as readonly [Tensor, Tensor, Tensor];
  const { rows, clipped, isKept } = gatherKept(op.outputs[0]!, ids);
  const isSelected = binary("LogicalAnd", binary("Equal", data, rows), isKept);
  const selected = unsorted("Sum", castTo(isSelected, dy!.dtype), ids, count);
  const shares = gatherKept(truediv(dy, selected), ids, clipped, isKept).rows;
  return [select(isSelected, shares, zerosLike(shares)), null, null];
};

/** The product of the other rows: divided by each row, or without the zero where a segment has exactly one. */
export const unsortedProdGrad: GradientFn = (op, given) => {
  const [data, ids, count] = op.inputs as readonly [Tensor, Tensor, Tensor];
  const isZero = binary("Equal", data, 0);
  const zeros = unsorted("Sum", castTo(isZero, int32), ids, count);
  const many = binary("Greater", zeros, 1);
  const grad = select(many, zerosLike(given as Tensor), given as Tensor);
  const nonZeroData = select(isZero, onesLike(data), data);
  const nonZeroProduct = unsorted("Prod", nonZeroData, ids, count);
  const clipped = clip(ids);
  const products = gather(op.outputs[0]!, clipped);
  const nonZeroProducts = gather(nonZeroProduct, clipped);
  const partial = select(isZero, nonZeroProducts, truediv(products, data));
  return [mul(gatherKept(grad, ids, clipped).rows, partial), null, null];
};
