/**
 * Sums and maxima of sparse tensors along axes, with a dense or a sparse result.
 * Source: tf.sparse_reduce_sum … (tensorflow/python/ops/sparse_ops.py, sparse_grad.py; core/kernels/sparse_reduce_op.cc).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp, createOperation } from "../../graph/create_op.js";
import { int64 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext, Value } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { intsOf, type ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { SparseTensor } from "../../graph/sparse_tensor.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { type Data, dtypeOf } from "../../np/dtype.js";
import { rowMajor } from "../../np/strided.js";
import { floatFold, startOf } from "../../numerics/reductions/fold.js";
import { eitherArgument } from "../array/expand_dims.js";
import { gatherNd } from "../array/gather_nd.js";
import { reshapeTo } from "../array/reshape.js";
import { reducedShape } from "../math/reduction_gradients.js";
import { type Axis, reductionAxes } from "../math/reductions.js";
import { Coordinates, writeRows } from "./entries.js";

type ReduceOp = "Sum" | "Max";

/** Reduces elements of a list of values given by their numbers, in the order of Eigen's reduction of a vector. */
function groupReducer(op: ReduceOp, values: Value): (entries: readonly number[], out: Data, at: number) => void {
  const { dtype, data } = values;
  const name = dtype.numpyName!;
  if (dtype.is_complex) {
    return (entries, out, at) => {
      const target = out as Float64Array;
      for (const part of [0, 1]) {
        let sum = 0;
        for (const e of entries) sum += (data as Float64Array)[2 * e + part]!;
        target[2 * at + part] = sum;
      }
    };
  }
  if (dtype.is_floating) {
    const fold = floatFold(op, dtypeOf(name));
    const start = Number(startOf(op, dtypeOf(name)));
    return (entries, out, at) => {
      const group = dtypeOf(name).make(entries.length) as Float64Array;
      entries.forEach((e, i) => {
        group[i] = (data as Float64Array)[e]!;
      });
      (out as Float64Array)[at] = fold(group, 0, group.length, start);
    };
  }
  return (entries, out, at) => {
    let result = data[entries[0]!] as number | bigint;
    for (const e of entries.slice(1)) {
      const x = data[e] as number | bigint;
      if (op === "Max") result = x > result ? x : result;
      else result = ((result as number) + (x as number)) as number;
    }
    (out as unknown[])[at] = result;
  };
}

interface Groups {
  /** Coordinates of the result, reduced axes left out, or 0 where they are kept. */
  readonly rows: readonly (readonly number[])[];
  readonly entries: readonly (readonly number[])[];
  readonly shape: readonly number[];
}

function groupsOf(k: KernelContext): Groups {
  const coordinates = new Coordinates(k.input(0));
  const shape = k.ints(2);
  const axes = k.ints(3).map((axis) => {
    if (axis < -shape.length || axis >= shape.length)
      throw invalidArgument(`Invalid reduction dimension ${axis}, for input with ${shape.length} dimensions.`);
    return axis < 0 ? axis + shape.length : axis;
  });
  const all = axes.length === 0;
  const reduced = (d: number): boolean => all || axes.includes(d);
  const dims = shape.map((_, d) => d);
  const kept = dims.filter((d) => !reduced(d));
  const keep = k.attr<boolean>("keep_dims");
  const sorted = coordinates.sorted([...kept, ...dims.filter(reduced)]);
  const rows: number[][] = [];
  const entries: (readonly number[])[] = [];
  coordinates.groups(sorted, kept, (run) => {
    const at = (d: number): number => coordinates.at(run[0]!, d);
    rows.push(keep ? dims.map((d) => (reduced(d) ? 0 : at(d))) : kept.map(at));
    entries.push(run);
  });
  return { rows, entries, shape: keep ? shape.map((n, d) => (reduced(d) ? 1 : n)) : kept.map((d) => shape[d]!) };
}

function denseKernel(op: ReduceOp): Kernel {
  return (k) => {
    k.readsData();
    const values = k.input(1);
    const { rows, entries, shape } = groupsOf(k);
    const out = k.output(0, shape);
    if (Array.isArray(out.data)) throw invalidArgument("sparse reductions are of numbers");
    if (out.data instanceof BigInt64Array || out.data instanceof BigUint64Array) out.data.fill(0n);
    else out.data.fill(0);
    const strides = rowMajor(shape);
    const reduce = groupReducer(op, values);
    rows.forEach((row, i) => {
      reduce(
        entries[i]!,
        out.data,
        row.reduce((n, x, d) => n + x * strides[d]!, 0),
      );
    });
    return undefined;
  };
}

function sparseKernel(op: ReduceOp): Kernel {
  return (k) => {
    k.readsData();
    const values = k.input(1);
    const { rows, entries, shape } = groupsOf(k);
    writeRows(k.output(0, [rows.length, shape.length]), rows);
    const out = k.output(1, [rows.length]);
    const reduce = groupReducer(op, values);
    entries.forEach((run, i) => {
      reduce(run, out.data, i);
    });
    writeRows(k.output(2, [shape.length]), [shape]);
    return undefined;
  };
}

/** x // y of int64 tensors, as the operator names it. */
function floorDivide(x: Tensor, y: Tensor): Tensor {
  return x.floordiv(y);
}

/** What is left of the shape where it and the axes are known; a wrong axis is left for the run to find. */
const reducedStatic: ShapeFn = (c) => {
  const shape = c.constant(2);
  const axes = c.constant(3);
  if (!shape || !axes) return [unknownShape];
  const dims = intsOf(shape);
  const reduced = new Set(intsOf(axes).map((axis) => (axis + dims.length) % dims.length));
  const all = reduced.size === 0;
  const keep = c.attr<boolean>("keep_dims");
  const isReduced = (d: number): boolean => all || reduced.has(d);
  return [new TensorShape(keep ? dims.map((n, d) => (isReduced(d) ? 1 : n)) : dims.filter((_, d) => !isReduced(d)))];
};

export const sparseReduceRecords: readonly OpRecord[] = [
  {
    type: "SparseReduceSum",
    shape: reducedStatic,
    kernel: denseKernel("Sum"),
    grad: (op, dy) => {
      const [indices, , shape, axes] = op.inputs as readonly [Tensor, Tensor, Tensor, Tensor];
      const kept = reducedShape(shape, axes);
      const reshaped = reshapeTo(dy as Tensor, kept);
      const scale = floorDivide(shape, createOp("Cast", { x: kept }, { DstT: int64 }));
      return [null, gatherNd(reshaped, floorDivide(indices, scale)), null, null];
    },
  },
  { type: "SparseReduceMax", shape: reducedStatic, kernel: denseKernel("Max") },
  {
    type: "SparseReduceSumSparse",
    shape: () => [unknownShape, unknownShape, unknownShape],
    kernel: sparseKernel("Sum"),
  },
  {
    type: "SparseReduceMaxSparse",
    shape: () => [unknownShape, unknownShape, unknownShape],
    kernel: sparseKernel("Max"),
  },
];

interface ReduceArguments {
  sp_input: SparseTensor;
  axis: Axis;
  keepdims: boolean | null;
  reduction_axes: Axis;
  keep_dims: boolean | null;
}
const SIGNATURE = "(sp_input, axis=None, keepdims=None, reduction_axes=None, keep_dims=None)";

function inputsOf(p: ReduceArguments): { inputs: Record<string, TensorLike>; attrs: { keep_dims: boolean } } {
  const keep_dims = eitherArgument("keepdims", p.keepdims, "keep_dims", p.keep_dims) ?? false;
  const axis = eitherArgument("axis", p.axis, "reduction_axes", p.reduction_axes);
  const { indices, values, dense_shape } = p.sp_input;
  const axes = reductionAxes(p.sp_input, axis);
  return {
    inputs: { input_indices: indices, input_values: values, input_shape: dense_shape, reduction_axes: axes },
    attrs: { keep_dims },
  };
}

function dense(name: string, type: string) {
  return pyFunction<ReduceArguments>()(name, SIGNATURE, (p): Tensor => {
    const { inputs, attrs } = inputsOf(p);
    return createOp(type, inputs, attrs);
  });
}
function sparse(name: string, type: string) {
  return pyFunction<ReduceArguments>()(name, SIGNATURE, (p): SparseTensor => {
    const { inputs, attrs } = inputsOf(p);
    const [indices, values, shape] = createOperation(type, inputs, attrs).outputs;
    return new SparseTensor(indices!, values!, shape!);
  });
}

/** tf.sparse_reduce_sum: the sum over `axis` (all by default) as a dense tensor; empty places are 0. */
export const sparse_reduce_sum = dense("sparse_reduce_sum", "SparseReduceSum");
/** tf.sparse_reduce_max: the largest of the stored values along `axis`, dense; empty places are 0. */
export const sparse_reduce_max = dense("sparse_reduce_max", "SparseReduceMax");
/** tf.sparse_reduce_sum_sparse: as sparse_reduce_sum, with a sparse result. */
export const sparse_reduce_sum_sparse = sparse("sparse_reduce_sum_sparse", "SparseReduceSumSparse");
/** tf.sparse_reduce_max_sparse: as sparse_reduce_max, with a sparse result. */
export const sparse_reduce_max_sparse = sparse("sparse_reduce_max_sparse", "SparseReduceMaxSparse");
