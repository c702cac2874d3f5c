/**
 * Picking rows, or entries along any axis, by index.
 * Source: tf.gather, tf.batch_gather (tensorflow/python/ops/array_ops.py, array_grad.py; core/kernels/gather_op.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { type DType, int32, int64 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { IndexedSlices } from "../../graph/indexed_slices.js";
import type { KernelContext, Value } from "../../graph/kernel.js";
import type { Operation } from "../../graph/operation.js";
import type { Gradient, OpRecord } from "../../graph/registry.js";
import { constantValue, type ShapeContext, ShapeError } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { sizeOf } from "../../np/strided.js";
import { IndexNotIn, type Indices } from "../../numerics/reductions/indices.js";
import { withRank, withRankAtLeast } from "../shape_functions.js";
import { concatValues } from "./concat.js";
import { ofRank, scalarInput, subshape } from "./dimensions.js";
import { expandDims } from "./expand_dims.js";
import { onesOf, zerosOf } from "./fill.js";
import { bindCopyRun } from "./move.js";
import { stackValues } from "./pack.js";
import { rangeOf } from "./range.js";
import { reshapeTo } from "./reshape.js";
import { shapeInternal, sizeInternal } from "./shape.js";
import { transposeBy } from "./transpose.js";

function gatherShape(c: ShapeContext, batchDims: number): TensorShape {
  const params = withRankAtLeast(c.input(0), 1);
  const indices = c.input(1);
  withRank(c.input(2), 0);
  const axis = scalarInput(c, 2);
  if (axis === null) {
    return params.rank === null || indices.rank === null
      ? unknownShape
      : ofRank(params.rank + indices.rank - 1 - Math.max(batchDims, 0));
  }
  withRankAtLeast(params, axis < 0 ? -axis : axis + 1);
  if (batchDims < 0 && indices.rank === null) return unknownShape;
  const batch = batchDims < 0 ? batchDims + indices.rank! : batchDims;
  if (indices.rank !== null && batch > indices.rank) {
    throw new ShapeError(`Shape must be at least rank ${batch} but is rank ${indices.rank}`);
  }
  const outer = subshape(params, 0, axis);
  const inner = axis === -1 ? new TensorShape([]) : subshape(params, axis + 1);
  return outer.concatenate(subshape(indices, batch)).concatenate(inner);
}

/** Checks all indices, then copies: nothing is written when one is out of range. */
export function gatherKernel(
  k: KernelContext,
  axis: number,
  batchDims: number,
  params: Value = k.input(0),
): () => void {
  const indices = k.input(1);
  const rank = params.shape.length;
  const at = axis < 0 ? axis + rank : axis;
  const batch = batchDims < 0 ? batchDims + indices.shape.length : batchDims;
  if (rank < 1) throw invalidArgument("params must be at least 1 dimensional");
  if (at < 0 || at >= rank) throw invalidArgument(`Expected axis in the range [${-rank}, ${rank}), but got ${axis}`);
  if (batch !== 0) checkBatch(params.shape, indices.shape, batch, at);
  const limit = params.shape[at]!;
  const inner = sizeOf(params.shape.slice(at + 1));
  const batches = sizeOf(params.shape.slice(0, batch));
  const outer = sizeOf(params.shape.slice(batch, at));
  const perBatch = sizeOf(indices.shape.slice(batch));
  const out = k.output(0, [...params.shape.slice(0, at), ...indices.shape.slice(batch), ...params.shape.slice(at + 1)]);
  const copy = bindCopyRun(params, out, inner);
  const list = indices.data as Indices;
  return () => {
    for (let i = 0; i < list.length; i++) {
      const index = list[i]!;
      if (index < 0 || index >= limit) throw invalidArgument(new IndexNotIn(indices.shape, i, index, limit).message);
    }
    let to = 0;
    for (let b = 0; b < batches; b++) {
      for (let o = 0; o < outer; o++) {
        const from = (b * outer + o) * limit;
        for (let i = 0; i < perBatch; i++, to += inner) copy((from + Number(list[b * perBatch + i])) * inner, to);
      }
    }
  };
}

function checkBatch(params: readonly number[], indices: readonly number[], batch: number, axis: number): void {
  if (batch < 0 || batch > indices.length) {
    throw invalidArgument(`Expected batch_dims in the range [${-indices.length}, ${indices.length}], but got ${batch}`);
  }
  if (batch >= params.length)
    throw invalidArgument(`batch_dims (${batch}) must be less than rank(params) (${params.length}).`);
  if (axis < batch) throw invalidArgument(`batch_dims (${batch}) must be less than or equal to axis (${axis}).`);
  for (let i = 0; i < batch; i++) {
    if (params[i] !== indices[i]) {
      throw invalidArgument(`params.shape[${i}]: ${params[i]} should be equal to indices.shape[${i}]: ${indices[i]}`);
    }
  }
}

/** The shape of the gathered tensor as int32, placed with it. */
function paramsShape(params: Tensor): Tensor {
  return getDefaultGraph().withColocation(params.op, () =>
    createOp("Cast", { x: shapeInternal(params, null, true, int64) }, { DstT: int32 }),
  );
}

/** Rows of the gradient at their indices, without building the dense one. */
function rowGradient(op: Operation, dy: Tensor): IndexedSlices {
  const shape = paramsShape(op.inputs[0]!);
  const indices = op.inputs[1]!;
  const size = expandDims(sizeInternal(indices), 0);
  const values = reshapeTo(dy, concatValues([size, shape.at("1:")], 0));
  return new IndexedSlices(values, reshapeTo(indices, size), shape);
}

/** Indices into params with its batch dimensions flattened. Source: _GetBatchIndices. */
function batchIndices(shape: Tensor, given: Tensor, batchDims: number): Tensor {
  let indices = given;
  const rank = given.shape.rank!;
  const dtype = given.dtype.base_dtype;
  const dims = castTo(shape, dtype);
  let stride = onesOf([], dtype);
  for (let dim = batchDims; dim > 0; dim--) {
    const size = dims.at(dim - 1);
    stride = stride.mul(dims.at(dim));
    const start = zerosOf([], dtype);
    const step = onesOf([], dtype);
    const offsets = rangeOf(start, size, step).mul(stride);
    const place = stackValues([...new Array<number>(dim - 1).fill(1), size, ...new Array<number>(rank - dim).fill(1)]);
    indices = indices.add(reshapeTo(offsets, place));
  }
  return indices;
}

function castTo(x: Tensor, dtype: DType): Tensor {
  return x.dtype.base_dtype === dtype ? x : createOp("Cast", { x }, { DstT: dtype });
}

/** Gradient with the gathered axis moved behind the batch dimensions. Source: _BatchGatherGrad. */
function batchGradient(shape: Tensor, given: Tensor, indices: Tensor, batchDims: number, dimSize: Tensor): Tensor {
  const count = expandDims(sizeInternal(indices), 0);
  if (batchDims === 0) {
    const flat = reshapeTo(indices, count);
    return createOp("UnsortedSegmentSum", { data: given, segment_ids: flat, num_segments: dimSize });
  }
  const valuesShape = shapeInternal(given);
  const outer = valuesShape.at(`:${batchDims}`);
  const inner = valuesShape.at(`${batchDims}:`).at("1:");
  const batches = createOp("Prod", { input: outer, reduction_indices: [0] }, { keep_dims: false });
  const flatShape = concatValues([[-1], inner], 0);
  const segments = dimSize.mul(batches);
  const ids = batchIndices(shape, indices, batchDims);
  const values = reshapeTo(given, flatShape);
  const flat = reshapeTo(ids, count);
  const sum = createOp("UnsortedSegmentSum", { data: values, segment_ids: flat, num_segments: segments });
  return reshapeTo(sum, concatValues([outer, flatShape], 0));
}

/** Gradient along an axis other than the first: moved to the front, summed by index, moved back. */
function axisGradient(op: Operation, dy: Tensor, batchDims: number): Tensor {
  const [params, indices, axis] = op.inputs as [Tensor, Tensor, Tensor];
  const shape = paramsShape(params);
  expandDims(sizeInternal(indices), 0);
  const outer = shape.at({ start: null, stop: axis, step: null });
  const inner = shape.at({ start: axis, stop: null, step: null }).at("1:");
  const valuesShape = concatValues([outer, [-1], inner], 0);
  const rank = sizeInternal(valuesShape);
  const axisDims = sizeInternal(outer);
  const batchAxes = rangeOf(0, batchDims);
  const outerAxes = rangeOf(batchDims, axisDims);
  const innerAxes = rangeOf(axisDims.add(1), rank);
  const values = reshapeTo(dy, valuesShape);
  const forth = concatValues([batchAxes, [axisDims], outerAxes, innerAxes], 0);
  const moved = transposeBy(values, forth);
  const grad = batchGradient(shape, moved, indices, batchDims, shape.at(axis));
  const back = concatValues([batchAxes, outerAxes.add(1), [batchDims], innerAxes], 0);
  return transposeBy(grad, back);
}

function gatherGradient(op: Operation, dy: Tensor): Gradient {
  const axis = constantValue(op.inputs[2]!);
  if (axis !== null && Number(axis.data[axis.offset]) === 0) return rowGradient(op, dy);
  const given = Number(op.attr<number>("batch_dims"));
  return axisGradient(op, dy, given < 0 ? given + op.inputs[1]!.shape.rank! : given);
}

export const gatherRecords: readonly OpRecord[] = [
  {
    type: "Gather",
    shape: (c) => [c.input(1).concatenate(subshape(withRankAtLeast(c.input(0), 1), 1))],
    kernel: (k) => gatherKernel(k, 0, 0),
    grad: (op, dy) => [rowGradient(op, dy as Tensor), null],
  },
  {
    type: "GatherV2",
    shape: (c) => [gatherShape(c, Number(c.attr<number>("batch_dims")))],
    kernel: (k) => gatherKernel(k, k.ints(2)[0]!, Number(k.attr<number>("batch_dims"))),
    grad: (op, dy) => [gatherGradient(op, dy as Tensor), null, null],
  },
];

/** Things that read their own rows, as resource variables do: tf.gather asks them. */
interface SparseReadable {
  sparse_read(indices: TensorLike, name: string | null): Tensor;
}
export function isSparseReadable(x: unknown): x is SparseReadable {
  return typeof x === "object" && x !== null && "sparse_read" in x;
}

/** Entries of `params` at `indices` along `axis`. */
export function gatherRows(
  params: TensorLike,
  indices: TensorLike,
  axis: TensorLike = 0,
  name: string | null = null,
  batchDims = 0,
): Tensor {
  if (axis === 0 && isSparseReadable(params)) return params.sparse_read(indices, name);
  return createOp("GatherV2", { params, indices, axis }, { batch_dims: axis === 0 ? 0 : batchDims }, name);
}

interface GatherArguments {
  params: TensorLike;
  indices: TensorLike;
  validate_indices: boolean | null;
  name: string | null;
  axis: TensorLike | null;
  batch_dims: number;
}

/** tf.gather: params[…, indices, …] along `axis`, within each of the `batch_dims` leading dimensions. Raises at run time for an index out of range. */
export const gather = pyFunction<GatherArguments>()(
  "gather",
  "(params, indices, validate_indices=None, name=None, axis=None, batch_dims=0)",
  ({ params, indices, name, axis, batch_dims }) => gatherRows(params, indices, axis ?? batch_dims, name, batch_dims),
);

/** tf.batch_gather: a gather within each batch, the batch being all but the last dimension of `indices`. */
export const batch_gather = pyFunction<{ params: TensorLike; indices: TensorLike; name: string | null }>()(
  "batch_gather",
  "(params, indices, name=None)",
  (p) =>
    scoped(p.name, "BatchGather", [p.params, p.indices], () => {
      const indices = convertToTensor(p.indices, { name: "indices" });
      const params = convertToTensor(p.params, { name: "params" });
      if (indices.shape.rank === null) throw new ValueError("batch_gather does not allow indices with unknown shape.");
      return gatherBatches(params, indices, indices.shape.rank - 1);
    }),
);

/** A gather in flattened batches. Source: _batch_gather. */
function gatherBatches(params: Tensor, indices: Tensor, batchDims: number): Tensor {
  const rank = indices.shape.rank!;
  if (batchDims < 0 || batchDims >= rank)
    throw new ValueError(`batch_dims = ${batchDims} must be less than rank(indices) = ${rank}`);
  if (params.shape.rank !== null && batchDims >= params.shape.rank) {
    throw new ValueError(`batch_dims = ${batchDims} must be less than rank(params) = ${params.shape.rank}`);
  }
  const indicesShape = shapeInternal(indices);
  const shape = shapeInternal(params);
  const flatIndices = reshapeTo(flatBatchIndices(shape, indices, batchDims), [-1]);
  const outer = shape.at(`${batchDims + 1}:`);
  const flatInner = createOp(
    "Prod",
    { input: shape.at(`:${batchDims + 1}`), reduction_indices: [0] },
    { keep_dims: false },
  );
  const flatParams = reshapeTo(params, concatValues([[flatInner], outer], 0));
  const flat = gatherRows(flatParams, flatIndices);
  const result = reshapeTo(flat, concatValues([indicesShape, outer], 0));
  const batch = indices.shape.at(`:${batchDims}`).merge_with(params.shape.at(`:${batchDims}`));
  result.set_shape(
    batch.concatenate(indices.shape.at(`${batchDims}:`)).concatenate(params.shape.at(`${batchDims + 1}:`)),
  );
  return result;
}

/** As batchIndices, with the nodes in the order in which the forward function makes them. */
function flatBatchIndices(shape: Tensor, given: Tensor, batchDims: number): Tensor {
  let indices = given;
  const rank = given.shape.rank!;
  const dtype = given.dtype.base_dtype;
  let stride = onesOf([], dtype);
  const dims = createOp("Cast", { x: shape }, { DstT: dtype });
  for (let dim = batchDims; dim > 0; dim--) {
    const size = dims.at(dim - 1);
    stride = stride.mul(dims.at(dim));
    const start = zerosOf([], dtype);
    const step = onesOf([], dtype);
    const offsets = createOp("Range", { start, limit: size, delta: step }).mul(stride);
    const place = stackValues([...new Array<number>(dim - 1).fill(1), size, ...new Array<number>(rank - dim).fill(1)]);
    indices = indices.add(reshapeTo(offsets, place));
  }
  return indices;
}
