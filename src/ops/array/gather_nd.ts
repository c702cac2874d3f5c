/**
 * Picking elements or slices by tuples of indices.
 * Source: tf.gather_nd (tensorflow/python/ops/array_ops.py, array_grad.py; core/kernels/gather_nd_op.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { int32 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import { IndexedSlices } from "../../graph/indexed_slices.js";
import type { KernelContext, Value } from "../../graph/kernel.js";
import type { Operation } from "../../graph/operation.js";
import type { Gradient, OpRecord } from "../../graph/registry.js";
import { constantValue, ShapeError } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { Tensor } from "../../graph/tensor.js";
import { type Dims, TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { shapeText } from "../run_shapes.js";
import { withRankAtLeast } from "../shape_functions.js";
import { concatValues } from "./concat.js";
import { squeezeDims } from "./expand_dims.js";
import { onesOf } from "./fill.js";
import { Address } from "./index_tuples.js";
import { meshGrid } from "./meshgrid.js";
import { bindCopyRun } from "./move.js";
import { stackValues, unstackValue } from "./pack.js";
import { reshapeTo } from "./reshape.js";
import { rankInternal, shapeInternal } from "./shape.js";
import { tileBy } from "./tile.js";
import { transposeBy } from "./transpose.js";

export function gatherNdKernel(k: KernelContext, params: Value = k.input(0)): () => void {
  const indices = k.input(1);
  if (params.shape.length < 1) throw invalidArgument("params must be at least a vector");
  if (indices.shape.length < 1) throw invalidArgument("indices must be at least a vector");
  const depth = indices.shape.at(-1)!;
  if (depth > params.shape.length) {
    throw invalidArgument(
      `index innermost dimension length must be <= params rank; saw: ${depth} vs. ${params.shape.length}`,
    );
  }
  const address = new Address(indices, params.shape, `param shape ${shapeText(params.shape)}`);
  const out = k.output(0, [...indices.shape.slice(0, -1), ...params.shape.slice(depth)]);
  if (address.count > 0 && params.size === 0 && out.size > 0) {
    throw invalidArgument(`Requested more than 0 entries, but params is empty.  Params shape: [${params.shape}]`);
  }
  const { rows, inner } = address;
  const copy = bindCopyRun(params, out, inner);
  return () => {
    address.resolve();
    for (let i = 0; i < rows.length; i++) copy(rows[i]! * inner, i * inner);
  };
}

/** Clears a buffer to its type's zero. */
export function bindClear({ data }: Value): () => void {
  if (Array.isArray(data)) return () => data.fill(new Uint8Array(0));
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) return () => data.fill(0n);
  const numbers = data;
  return () => numbers.fill(0);
}

export function gatherNdShape(params: TensorShape, given: TensorShape): TensorShape {
  const indices = withRankAtLeast(given, 1);
  const depth = indices.dims?.at(-1) ?? null;
  if (params.dims === null || indices.dims === null || depth === null) return unknownShape;
  if (depth > params.dims.length) {
    throw new ShapeError(
      `indices.shape[-1] must be <= params.rank, but saw indices shape: ${indices.toRuntimeString()} and params shape: ${params.toRuntimeString()}`,
    );
  }
  return new TensorShape([...indices.dims.slice(0, -1), ...(params.dims as Dims).slice(depth)]);
}

function gatherNdGradient(op: Operation, dy: Tensor): Gradient {
  const [params, indices] = op.inputs as [Tensor, Tensor];
  const shape = shapeInternal(params, null, true, indices.dtype.base_dtype);
  const { dims } = indices.shape;
  if (dims?.length === 2 && dims[1] === 1) return new IndexedSlices(dy, squeezeDims(indices, [-1]), shape);
  return createOp("ScatterNd", { indices, updates: dy, shape });
}

export const gatherNdRecords: readonly OpRecord[] = [
  {
    type: "GatherNd",
    shape: (c) => [gatherNdShape(c.input(0), c.input(1))],
    kernel: (k) => gatherNdKernel(k),
    grad: (op, dy) => [gatherNdGradient(op, dy as Tensor), null],
  },
];

/** gather_nd within leading batch dimensions: their coordinates are put before the indices. Source: batch_gather_nd. */
function gatherNdInBatches(
  givenParams: TensorLike,
  givenIndices: TensorLike,
  batch: number,
  name: string | null,
): Tensor {
  return scoped(name, "BatchGatherND", [givenParams, givenIndices], () => {
    const indices = convertToTensor(givenIndices, { name: "indices" });
    const params = convertToTensor(givenParams, { name: "params" });
    if (batch < 0) throw new ValueError("tf.gather_nd does not allow negative batch_dims.");
    const [n, m] = [indices.shape.rank, params.shape.rank];
    if (n !== null && batch >= n) throw new ValueError(`batch_dims = ${batch} must be less than rank(indices) = ${n}`);
    if (m !== null && batch >= m) throw new ValueError(`batch_dims = ${batch} must be less than rank(params) = ${m}`);
    const paramsShape = shapeInternal(params);
    const indicesShape = shapeInternal(indices);
    const batchShape = paramsShape.at(`:${batch}`);
    const batchSize = createOp("Prod", { input: batchShape, reduction_indices: [0] });
    const innerRank = rankInternal(indices).sub(batch).sub(1);
    const innerShape = indicesShape.at(`${batch}:-1`);
    const ranges = unstackValue(batchShape, null, 0).map((limit) =>
      createOp("Cast", { x: createOp("Range", { start: 0, limit, delta: 1 }) }, { DstT: indices.dtype.base_dtype }),
    );
    const flat = meshGrid(ranges, "ij").map((x) => reshapeTo(x, [-1]));
    let grid = transposeBy(stackValues(flat, 0));
    const gridShape = shapeInternal(grid);
    const before = gridShape.at(":1");
    const ones = onesOf(innerRank, int32);
    grid = reshapeTo(grid, concatValues([before, ones, gridShape.at("1:")], 0));
    grid = tileBy(grid, concatValues([[1], innerShape, [1]], 0));
    const flatShape = concatValues([[batchSize], indicesShape.at(`${batch}:`)], 0);
    const flatIndices = reshapeTo(indices, flatShape);
    const out = createOp("GatherNd", { params, indices: concatValues([grid, flatIndices], -1) });
    const outShape = shapeInternal(out);
    return reshapeTo(out, concatValues([batchShape, outShape.at("1:")], 0));
  });
}

interface NdReadable {
  gather_nd(indices: TensorLike, name: string | null): Tensor;
}
function isNdReadable(x: unknown): x is NdReadable {
  return typeof x === "object" && x !== null && "gather_nd" in x;
}

/** The slices of `params` that the last dimension of `indices` names. */
export function gatherNd(params: TensorLike, indices: TensorLike, name: string | null = null): Tensor {
  return isNdReadable(params) ? params.gather_nd(indices, name) : createOp("GatherNd", { params, indices }, {}, name);
}

/** tf.gather_nd: slices of `params` at the index tuples in the last dimension of `indices`, within the batch dimensions. */
export const gather_nd = pyFunction<{
  params: TensorLike;
  indices: TensorLike;
  name: string | null;
  batch_dims: number | Tensor;
}>()("gather_nd", "(params, indices, name=None, batch_dims=0)", ({ params, indices, name, batch_dims }) => {
  const known = batch_dims instanceof Tensor ? constantValue(batch_dims) : null;
  const batch = known ? Number(known.data[known.offset]) : batch_dims;
  if (typeof batch !== "number") throw new TypeError(`batch_dims must be an int; got ${batch.__repr__()}`);
  return batch === 0 ? gatherNd(params, indices, name) : gatherNdInBatches(params, indices, batch, name);
});
