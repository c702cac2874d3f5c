/**
 * Picking elements or slices by tuples of indices, and writing them: gather_nd, scatter_nd and the tensor_scatter functions.
 * Source: tf.gather_nd, tf.scatter_nd (tensorflow/python/ops/array_ops.py, array_grad.py; core/kernels/gather_nd_op.cc, scatter_nd_op.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { int32 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import { IndexedSlices } from "../../graph/indexed_slices.js";
import type { Kernel, KernelContext, Value } from "../../graph/kernel.js";
import type { Operation } from "../../graph/operation.js";
import type { Gradient, OpRecord } from "../../graph/registry.js";
import { constantValue, type ShapeContext, ShapeError } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { Tensor } from "../../graph/tensor.js";
import { type Dims, TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { dtypeOf, type NumericData } from "../../np/dtype.js";
import { ValueError } from "../../np/errors.js";
import { rowMajor, sizeOf } from "../../np/strided.js";
import type { Indices } from "../../numerics/reductions/indices.js";
import { bindScatter, type ScatterOp } from "../../numerics/reductions/scatter.js";
import { placeText, shapeText } from "../run_shapes.js";
import { merge, withRank, withRankAtLeast } from "../shape_functions.js";
import { concatValues } from "./concat.js";
import { subshape } from "./dimensions.js";
import { squeezeDims } from "./expand_dims.js";
import { onesOf, zerosLike } from "./fill.js";
import { meshGrid } from "./meshgrid.js";
import { bindCopyRun } from "./move.js";
import { stackValues, unstackValue } from "./pack.js";
import { reshapeTo } from "./reshape.js";
import { rankInternal, shapeInternal } from "./shape.js";
import { tileBy } from "./tile.js";
import { transposeBy } from "./transpose.js";

/** How tuples of indices address a tensor: they name its first `depth` dimensions, what is left is moved as one. */
class Address {
  readonly depth: number;
  readonly count: number;
  readonly inner: number;
  /** Number of the slice that each tuple names. */
  readonly rows: Int32Array;
  private readonly indices: Value;
  private readonly dims: readonly number[];
  private readonly steps: readonly number[];
  /** What the message calls the addressed tensor. */
  private readonly target: string;

  constructor(indices: Value, shape: readonly number[], target: string) {
    this.depth = indices.shape.at(-1) ?? 1;
    this.count = sizeOf(indices.shape.slice(0, -1));
    this.inner = sizeOf(shape.slice(this.depth));
    this.dims = shape.slice(0, this.depth);
    this.steps = rowMajor(this.dims);
    this.rows = new Int32Array(this.count);
    this.indices = indices;
    this.target = target;
  }

  /** Reads all tuples. Raises for the first that lies outside. */
  resolve(): void {
    const { depth, dims, steps, rows } = this;
    const list = this.indices.data as Indices;
    for (let i = 0; i < rows.length; i++) {
      let row = 0;
      for (let d = 0; d < depth; d++) {
        const index = Number(list[i * depth + d]);
        if (index < 0 || index >= dims[d]!) throw this.outside(i);
        row += index * steps[d]!;
      }
      rows[i] = row;
    }
  }

  private outside(i: number): Error {
    const tuple = (this.indices.data as unknown[]).slice(i * this.depth, (i + 1) * this.depth);
    const place = placeText(this.indices.shape.slice(0, -1), i);
    return invalidArgument(`indices${place} = [${tuple.join(", ")}] does not index into ${this.target}`);
  }
}

const gatherNdKernel: Kernel = (k) => {
  const params = k.input(0);
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
};

/** Checks that indices and updates fit each other and the tensor they write to. */
function checkScatter(indices: readonly number[], updates: readonly number[], shape: readonly number[]): void {
  const depth = indices.at(-1) ?? 1;
  const outer = indices.slice(0, -1);
  if (updates.length < outer.length || outer.some((d, i) => d !== updates[i])) {
    throw invalidArgument(
      `Outer dimensions of indices and update must match. Indices shape: [${indices}], updates shape:[${updates}]`,
    );
  }
  const inner = updates.slice(outer.length);
  const rest = shape.slice(depth);
  if (inner.length !== rest.length || inner.some((d, i) => d !== rest[i])) {
    throw invalidArgument(
      `Inner dimensions of output shape must match inner dimensions of updates shape. Output: [${shape}] updates: [${updates}]`,
    );
  }
}

/** Binds `out[indices] (op)= updates`; the result starts as what `start` leaves in it. */
function bindScatterNd(op: ScatterOp, out: Value, indices: Value, updates: Value, start: () => void): () => void {
  const { shape } = out;
  checkScatter(indices.shape, updates.shape, shape);
  const address = new Address(indices, shape, `shape ${shapeText(shape)}`);
  const { rows, inner, count } = address;
  if (op === "update" || Array.isArray(out.data) || out.dtype.is_bool) {
    const put = op === "update" ? bindCopyRun(updates, out, inner) : bindCombine(updates, out, inner);
    return () => {
      address.resolve();
      start();
      for (let i = 0; i < rows.length; i++) put(i * inner, rows[i]! * inner);
    };
  }
  const dtype = dtypeOf(out.dtype.numpyName!);
  const limit = inner === 0 ? 0 : out.size / inner;
  const scatter = bindScatter(op, dtype, limit, inner, [count]);
  const [to, from] = [out.data as NumericData, updates.data as NumericData];
  return () => {
    address.resolve();
    start();
    if (inner > 0) scatter(to, rows, from);
  };
}

/** Adding where it is not arithmetic: strings are joined, booleans or-ed. */
function bindCombine(updates: Value, out: Value, length: number): (from: number, to: number) => void {
  const { data } = out;
  if (Array.isArray(data)) {
    const strings = data as Uint8Array[];
    const more = updates.data as Uint8Array[];
    return (from, to) => {
      for (let j = 0; j < length; j++) strings[to + j] = new Uint8Array([...strings[to + j]!, ...more[from + j]!]);
    };
  }
  const flags = data as Uint8Array;
  const more = updates.data as Uint8Array;
  return (from, to) => {
    for (let j = 0; j < length; j++) flags[to + j]! |= more[from + j]!;
  };
}

/** Clears a buffer to its type's zero. */
export function bindClear({ data }: Value): () => void {
  if (Array.isArray(data)) return () => data.fill(new Uint8Array(0));
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) return () => data.fill(0n);
  const numbers = data;
  return () => numbers.fill(0);
}

const scatterNdKernel: Kernel = (k) => {
  const [indices, updates] = [k.input(0), k.input(1)];
  const shape = k.ints(2);
  if (k.input(2).shape.length !== 1) throw invalidArgument("Shape must be a vector");
  if (indices.shape.length < 1)
    throw invalidArgument(`Indices shape must have rank at least one. Found:[${indices.shape}]`);
  if (updates.shape.length < 1)
    throw invalidArgument(`Updates shape must have rank at least one. Found:[${updates.shape}]`);
  const negative = shape.findIndex((d) => d < 0);
  if (negative >= 0) throw invalidArgument(`Dimension ${shape[negative]} must be >= 0`);
  if (sizeOf(shape) === 0 && sizeOf(indices.shape) > 0 && sizeOf(updates.shape) > 0) {
    throw invalidArgument("Indices and updates specified for empty output shape");
  }
  const out = k.output(0, shape);
  return bindScatterNd("add", out, indices, updates, bindClear(out));
};

function tensorScatterKernel(op: ScatterOp): Kernel {
  return (k: KernelContext) => {
    const [tensor, indices, updates] = [k.input(0), k.input(1), k.input(2)];
    if (tensor.shape.length < 1) throw invalidArgument(`Output must be at least 1-D, got shape: [${tensor.shape}]`);
    const out = k.output(0, tensor.shape);
    const copy = bindCopyRun(tensor, out, tensor.size);
    return bindScatterNd(op, out, indices, updates, () => copy(0, 0));
  };
}

/** Checks shapes of indices and updates against that of the result. Source: common_shape_fns ScatterNdUpdateShape. */
function scatterShape(c: ShapeContext, indices: TensorShape, updates: TensorShape, output: TensorShape): TensorShape {
  const empty = (s: TensorShape) => s.num_elements() === 0;
  if (empty(output) && (!empty(indices) || !empty(updates)) && indices.isFullyDefined && updates.isFullyDefined) {
    throw new ShapeError("Indices and updates specified for empty output");
  }
  const depth = indices.dims?.at(-1) ?? null;
  if (indices.dims !== null && updates.dims !== null && depth !== null && output.dims !== null) {
    const outer = indices.dims.length - 1;
    checkPart(
      `The outer ${outer} dimensions of indices.shape=${indices.toRuntimeString()} must match the outer ${outer} dimensions of updates.shape=${updates.toRuntimeString()}`,
      () => merge(subshape(indices, 0, outer), subshape(updates, 0, outer)),
    );
    const inner = output.dims.length - depth;
    checkPart(
      `The inner ${inner} dimensions of ${c.type === "ScatterNd" ? "output" : "input"}.shape=${output.toRuntimeString()} must match the inner ${updates.dims.length - outer} dimensions of updates.shape=${updates.toRuntimeString()}`,
      () => merge(subshape(output, depth), subshape(updates, outer)),
    );
  }
  return output;
}

function checkPart(what: string, body: () => void): void {
  try {
    body();
  } catch (error) {
    if (error instanceof ShapeError) throw new ShapeError(`${what}: ${error.message}`);
    throw error;
  }
}

function tensorScatterShape(c: ShapeContext): TensorShape[] {
  const output = withRankAtLeast(c.input(0), 1);
  return [scatterShape(c, withRankAtLeast(c.input(1), 1), withRankAtLeast(c.input(2), 1), output)];
}

function gatherNdGradient(op: Operation, dy: Tensor): Gradient {
  const [params, indices] = op.inputs as [Tensor, Tensor];
  const shape = shapeInternal(params, null, true, indices.dtype.base_dtype);
  const { dims } = indices.shape;
  if (dims?.length === 2 && dims[1] === 1) return new IndexedSlices(dy, squeezeDims(indices, [-1]), shape);
  return createOp("ScatterNd", { indices, updates: dy, shape });
}

/** A gradient in which the picked entries count for the updates. */
function pick(dy: Tensor, indices: Tensor): Tensor {
  return createOp("GatherNd", { params: dy, indices });
}

export const gatherNdRecords: readonly OpRecord[] = [
  {
    type: "GatherNd",
    shape: (c) => {
      const params = c.input(0);
      const indices = withRankAtLeast(c.input(1), 1);
      const depth = indices.dims?.at(-1) ?? null;
      if (params.dims === null || indices.dims === null || depth === null) return [unknownShape];
      if (depth > params.dims.length) {
        throw new ShapeError(
          `indices.shape[-1] must be <= params.rank, but saw indices shape: ${indices.toRuntimeString()} and params shape: ${params.toRuntimeString()}`,
        );
      }
      return [new TensorShape([...indices.dims.slice(0, -1), ...(params.dims as Dims).slice(depth)])];
    },
    kernel: gatherNdKernel,
    grad: (op, dy) => [gatherNdGradient(op, dy as Tensor), null],
  },
  {
    type: "ScatterNd",
    shape: (c) => {
      const indices = withRankAtLeast(c.input(0), 1);
      const updates = withRankAtLeast(c.input(1), 1);
      withRank(c.input(2), 1);
      return [scatterShape(c, indices, updates, c.constantShape(2))];
    },
    kernel: scatterNdKernel,
    grad: (op, dy) => [null, pick(dy as Tensor, op.inputs[0]!), null],
  },
  {
    type: "ScatterNdNonAliasingAdd",
    shape: tensorScatterShape,
    kernel: tensorScatterKernel("add"),
    grad: (op, dy) => [dy!, null, pick(dy as Tensor, op.inputs[1]!)],
  },
  {
    type: "TensorScatterUpdate",
    shape: tensorScatterShape,
    kernel: tensorScatterKernel("update"),
    grad: (op, dy) => {
      const indices = op.inputs[1]!;
      const updates = pick(dy as Tensor, indices);
      const tensor = createOp("Identity", { input: dy });
      const zeros = zerosLike(op.inputs[2]!, (dy as Tensor).dtype);
      return [createOp("TensorScatterUpdate", { tensor, indices, updates: zeros }), null, updates];
    },
  },
  {
    type: "TensorScatterAdd",
    shape: tensorScatterShape,
    kernel: tensorScatterKernel("add"),
    grad: (op, dy) => {
      const updates = pick(dy as Tensor, op.inputs[1]!);
      return [createOp("Identity", { input: dy }), null, updates];
    },
  },
  {
    type: "TensorScatterSub",
    shape: tensorScatterShape,
    kernel: tensorScatterKernel("sub"),
    grad: (op, dy) => {
      const updates = pick(dy as Tensor, op.inputs[1]!);
      const tensor = createOp("Identity", { input: dy });
      return [tensor, null, updates.neg()];
    },
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

/** tf.scatter_nd: a tensor of `shape`, zero but for the sums of `updates` at `indices`. */
export const scatter_nd = pyFunction<{
  indices: TensorLike;
  updates: TensorLike;
  shape: TensorLike;
  name: string | null;
}>()("scatter_nd", "(indices, updates, shape, name=None)", ({ indices, updates, shape, name }) =>
  createOp("ScatterNd", { indices, updates, shape }, {}, name),
);

interface TensorScatterArguments {
  tensor: TensorLike;
  indices: TensorLike;
  updates: TensorLike;
  name: string | null;
}

/** tf.tensor_scatter_update: `tensor` with `updates` in place of the slices at `indices`. */
export const tensor_scatter_update = pyFunction<TensorScatterArguments>()(
  "tensor_scatter_update",
  "(tensor, indices, updates, name=None)",
  ({ name, ...inputs }) => createOp("TensorScatterUpdate", inputs, {}, name),
);
/** tf.tensor_scatter_add: `tensor` plus `updates` at `indices`. */
export const tensor_scatter_add = pyFunction<TensorScatterArguments>()(
  "tensor_scatter_add",
  "(tensor, indices, updates, name=None)",
  ({ name, ...inputs }) => createOp("TensorScatterAdd", inputs, {}, name),
);
/** tf.tensor_scatter_sub: `tensor` minus `updates` at `indices`. */
export const tensor_scatter_sub = pyFunction<TensorScatterArguments>()(
  "tensor_scatter_sub",
  "(tensor, indices, updates, name=None)",
  ({ name, ...inputs }) => createOp("TensorScatterSub", inputs, {}, name),
);
