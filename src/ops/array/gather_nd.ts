/**
 * GatherNd and ScatterNd: elements or slices at positions given by rows of coordinates.
 * Source: tf.gather_nd, tf.scatter_nd (core/kernels/gather_nd_op.cc, scatter_nd_op.cc; tensorflow/python/ops/array_grad.py).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import { IndexedSlices } from "../../graph/indexed_slices.js";
import type { Kernel, Value } from "../../graph/kernel.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import { ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { cellsOf, cellsPerElement } from "./move.js";
import { shapeInternal } from "./shape.js";

const gatherNdShape: ShapeFn = (c) => {
  const params = c.input(0);
  const indices = c.input(1);
  if (params.dims === null || indices.dims === null) return [unknownShape];
  const depth = indices.dims.at(-1);
  if (depth === undefined) throw new ShapeError("Shape must be at least rank 1 but is rank 0");
  if (depth === null) return [unknownShape];
  if (depth > params.dims.length) {
    throw new ShapeError(
      `indices.shape[-1] must be <= params.rank, but saw indices.shape: ${indices.toRuntimeString()}, and params.shape: ${params.toRuntimeString()}`,
    );
  }
  return [new TensorShape([...indices.dims.slice(0, -1), ...params.dims.slice(depth)])];
};

/** Row-major place of each row of coordinates among the leading dimensions; -1 where one is out of range. */
function places(indices: Value, dims: readonly number[]): (i: number) => number {
  const depth = dims.length;
  const { data } = indices;
  return (i) => {
    let at = 0;
    for (let k = 0; k < depth; k++) {
      const v = Number(data[i * depth + k]);
      if (v < 0 || v >= dims[k]!) return -1;
      at = at * dims[k]! + v;
    }
    return at;
  };
}

const gatherNd: Kernel = (k) => {
  const params = k.input(0);
  const indices = k.input(1);
  const depth = indices.shape.at(-1)!;
  if (depth > params.shape.length) throw invalidArgument("index innermost dimension length must be <= params rank");
  const outer = indices.shape.slice(0, -1);
  const slice = params.shape.slice(depth);
  const out = k.output(0, [...outer, ...slice]);
  const n = outer.reduce((a, b) => a * b, 1);
  const size = slice.reduce((a, b) => a * b, 1) * cellsPerElement(params.dtype);
  const place = places(indices, params.shape.slice(0, depth));
  const from = cellsOf(params);
  const to = cellsOf(out);
  return () => {
    for (let i = 0; i < n; i++) {
      const at = place(i);
      if (at < 0) {
        const row = Array.from({ length: depth }, (_, j) => String(indices.data[i * depth + j]));
        throw invalidArgument(
          `indices[${unravel(i, outer).join(",")}] = [${row.join(", ")}] does not index into param shape [${params.shape.join(",")}]`,
        );
      }
      for (let j = 0; j < size; j++) to[i * size + j] = from[at * size + j]!;
    }
  };
};

function unravel(i: number, shape: readonly number[]): number[] {
  const out: number[] = [];
  for (let k = shape.length - 1, rest = i; k >= 0; k--) {
    out.unshift(rest % shape[k]!);
    rest = Math.floor(rest / shape[k]!);
  }
  return out;
}

/** The gradient goes back to where the elements came from, repeated ones summed. */
const gatherNdGrad: GradientFn = (op, dy) => {
  const [params, indices] = op.inputs as readonly [Tensor, Tensor];
  const shape = shapeInternal(params, null, true, indices.dtype.base_dtype);
  if (indices.shape.rank === 2 && indices.shape.dims!.at(-1) === 1) {
    return [
      new IndexedSlices(dy as Tensor, createOp("Squeeze", { input: indices }, { squeeze_dims: [-1] }), shape),
      null,
    ];
  }
  return [createOp("ScatterNd", { indices, updates: dy, shape }), null];
};

const scatterNd: Kernel = (k) => {
  const indices = k.input(0);
  const updates = k.input(1);
  const dims = k.ints(2);
  const depth = indices.shape.at(-1)!;
  const out = k.output(0, dims);
  const n = indices.size / Math.max(1, depth);
  const size = dims.slice(depth).reduce((a, b) => a * b, 1);
  const place = places(indices, dims.slice(0, depth));
  const from = updates.data as Float64Array;
  const to = out.data as Float64Array;
  const zero: unknown = to instanceof BigInt64Array ? 0n : 0;
  return () => {
    to.fill(zero as number);
    for (let i = 0; i < n; i++) {
      const at = place(i);
      if (at < 0) {
        const row = Array.from({ length: depth }, (_, j) => String(indices.data[i * depth + j]));
        throw invalidArgument(`indices[${i}] = [${row.join(", ")}] does not index into shape [${dims.join(",")}]`);
      }
      for (let j = 0; j < size; j++) to[at * size + j]! += from[i * size + j]!;
    }
  };
};

export const gatherNdRecords: readonly OpRecord[] = [
  { type: "GatherNd", shape: gatherNdShape, kernel: gatherNd, grad: gatherNdGrad },
  {
    type: "ScatterNd",
    shape: (c) => [c.constantShape(2)],
    kernel: scatterNd,
    grad: (op, dy) => [null, createOp("GatherNd", { params: dy, indices: op.inputs[0]! }), null],
  },
];

/** tf.gather_nd: for each row of `indices` the element or slice of `params` at those coordinates. */
export const gather_nd = pyFunction<{
  params: TensorLike;
  indices: TensorLike;
  name: string | null;
  batch_dims: number;
}>()("gather_nd", "(params, indices, name=None, batch_dims=0)", ({ params, indices, name }) =>
  createOp("GatherNd", { params, indices }, {}, name),
);
/** tf.scatter_nd: zeros of `shape` with `updates` added at the coordinates. */
export const scatter_nd = pyFunction<{
  indices: TensorLike;
  updates: TensorLike;
  shape: TensorLike;
  name: string | null;
}>()("scatter_nd", "(indices, updates, shape, name=None)", ({ indices, updates, shape, name }) =>
  createOp("ScatterNd", { indices, updates, shape }, {}, name),
);
