/**
 * Writing elements or slices by tuples of indices: scatter_nd and the tensor_scatter functions.
 * Source: tf.scatter_nd (tensorflow/python/ops/array_ops.py, array_grad.py; core/kernels/scatter_nd_op.cc).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext, Value } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { type ShapeContext, ShapeError } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import type { TensorShape } from "../../graph/tensor_shape.js";
import { dtypeOf, type NumericData } from "../../np/dtype.js";
import { sizeOf } from "../../np/strided.js";
import { bindScatter, type ScatterOp } from "../../numerics/reductions/scatter.js";
import { shapeText } from "../run_shapes.js";
import { merge, withRank, withRankAtLeast } from "../shape_functions.js";
import { subshape } from "./dimensions.js";
import { zerosLike } from "./fill.js";
import { bindClear } from "./gather_nd.js";
import { Address } from "./index_tuples.js";
import { bindCopyRun } from "./move.js";

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
export function bindScatterNd(
  op: ScatterOp,
  out: Value,
  indices: Value,
  updates: Value,
  start: () => void,
): () => void {
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
export function scatterShape(
  c: ShapeContext,
  indices: TensorShape,
  updates: TensorShape,
  output: TensorShape,
): TensorShape {
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

/** A gradient in which the picked entries count for the updates. */
function pick(dy: Tensor, indices: Tensor): Tensor {
  return createOp("GatherNd", { params: dy, indices });
}

export const scatterNdRecords: readonly OpRecord[] = [
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
