/**
 * A box out of a sparse tensor.
 * Source: tf.sparse_slice (tensorflow/python/ops/sparse_ops.py, sparse_grad.py; core/kernels/sparse_slice_op.cc, sparse_slice_grad_op.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { int64 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import type { ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { SparseTensor, type SparseTensorValue } from "../../graph/sparse_tensor.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { bindClear } from "../array/gather_nd.js";
import { bindCopyRun } from "../array/move.js";
import { withRank } from "../shape_functions.js";
import { requireSparse } from "./to_dense.js";

const sliceShape: ShapeFn = (c) => {
  withRank(c.input(0), 2);
  withRank(c.input(1), 1);
  const dense = new TensorShape(withRank(c.input(2), 1));
  withRank(c.input(3), 1);
  withRank(c.input(4), 1);
  return [new TensorShape([null, dense.dims![0]!]), new TensorShape([null]), dense];
};

const sliceKernel: Kernel = (k) => {
  k.readsData();
  const [indices, values] = [k.input(0), k.input(1)];
  if (indices.shape.length !== 2)
    throw invalidArgument(`Input indices should be a matrix but received shape [${indices.shape}]`);
  if (values.shape.length !== 1)
    throw invalidArgument(`Input values should be a vector but received shape [${values.shape}]`);
  const shape = k.ints(2);
  const start = k.ints(3);
  const size = k.ints(4);
  const rank = shape.length;
  if (start.length !== rank)
    throw invalidArgument(`Expected start to be a vector of length ${rank} but got length ${start.length}`);
  if (size.length !== rank)
    throw invalidArgument(`Expected size to be a vector of length ${rank} but got length ${size.length}`);
  const list = indices.data as BigInt64Array;
  const kept: number[] = [];
  for (let i = 0; i < values.size; i++) {
    let inside = true;
    for (let d = 0; d < rank && inside; d++) {
      const at = Number(list[i * rank + d]) - start[d]!;
      inside = at >= 0 && at < size[d]!;
    }
    if (inside) kept.push(i);
  }
  const outIndices = k.output(0, [kept.length, rank]).data as BigInt64Array;
  const copy = bindCopyRun(values, k.output(1, [kept.length]), 1);
  kept.forEach((from, to) => {
    copy(from, to);
    for (let d = 0; d < rank; d++) outIndices[to * rank + d] = list[from * rank + d]! - BigInt(start[d]!);
  });
  const outShape = k.output(2, [rank]).data as BigInt64Array;
  // What reaches beyond the tensor is cut off.
  shape.forEach((n, d) => {
    outShape[d] = BigInt(Math.max(0, Math.min(size[d]!, n - start[d]!)));
  });
  return undefined;
};

const sliceGradKernel: Kernel = (k) => {
  const [grad, input, output] = [k.input(0), k.input(1), k.input(3)];
  const rank = input.shape[1]!;
  const count = input.shape[0]!;
  const kept = output.shape[0]!;
  if (grad.size !== kept) {
    throw invalidArgument(
      `# elements of backprop_val_grad and # rows of output_indices should match (#nnz of sum): got ${grad.size} and ${kept}`,
    );
  }
  const out = k.output(0, [count]);
  const clear = bindClear(out);
  const copy = bindCopyRun(grad, out, 1);
  const from = input.data as BigInt64Array;
  const start = k.input(2).data as BigInt64Array;
  const to = output.data as BigInt64Array;
  return () => {
    clear();
    let at = 0;
    for (let i = 0; i < count && at < kept; i++) {
      let same = true;
      for (let d = 0; d < rank && same; d++) same = from[i * rank + d] === to[at * rank + d]! + start[d]!;
      if (same) copy(at++, i);
    }
    if (at < kept) throw invalidArgument("Elements of backprop_val_grad aren't all propagated.");
  };
};

export const sparseSliceRecords: readonly OpRecord[] = [
  {
    type: "SparseSlice",
    shape: sliceShape,
    kernel: sliceKernel,
    grad: (op, _indices, dy) => {
      const inputs = {
        backprop_val_grad: dy,
        input_indices: op.inputs[0],
        input_start: op.inputs[3],
        output_indices: op.outputs[0],
      };
      const values = createOp("SparseSliceGrad", inputs);
      values.set_shape(op.inputs[1]!.shape);
      return [null, values, null, null, null];
    },
  },
  { type: "SparseSliceGrad", shape: (c) => [new TensorShape([withRank(c.input(1), 2)[0]!])], kernel: sliceGradKernel },
];

/** The part of a sparse tensor from `start`, of `size`. */
export function sliceSparse(
  given: SparseTensor | SparseTensorValue,
  start: TensorLike,
  size: TensorLike,
  name: string | null = null,
): SparseTensor {
  const sparse = requireSparse(given);
  const from = convertToTensor(start, { dtype: int64 });
  const count = convertToTensor(size, { dtype: int64 });
  return scoped(name, "SparseSlice", [sparse.values], (scope) => {
    const inputs = {
      indices: sparse.indices,
      values: sparse.values,
      shape: sparse.dense_shape,
      start: from,
      size: count,
    };
    const [indices, values, shape] = createOperation("SparseSlice", inputs, {}, scope).outputs as readonly [
      Tensor,
      Tensor,
      Tensor,
    ];
    return new SparseTensor(indices, values, shape);
  });
}

/** tf.sparse_slice: the entries within a box, with places counted from its first corner. */
export const sparse_slice = pyFunction<{
  sp_input: SparseTensor | SparseTensorValue;
  start: TensorLike;
  size: TensorLike;
  name: string | null;
}>()("sparse_slice", "(sp_input, start, size, name=None)", (p) => sliceSparse(p.sp_input, p.start, p.size, p.name));
