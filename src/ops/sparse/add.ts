/**
 * Sums of two tensors of which at least one is sparse.
 * Source: tf.sparse_add (tensorflow/python/ops/sparse_ops.py, sparse_grad.py; core/kernels/sparse_add_op.cc, sparse_tensor_dense_add_op.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import { SparseTensor, SparseTensorValue } from "../../graph/sparse_tensor.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { dtypeOf, type NumericData } from "../../np/dtype.js";
import { rowMajor } from "../../np/strided.js";
import { bindScatter } from "../../numerics/reductions/scatter.js";
import { broadcast_static_shape } from "../array/broadcast.js";
import { eitherArgument } from "../array/expand_dims.js";
import { bindClear } from "../array/gather_nd.js";
import { bindCopyRun } from "../array/move.js";
import { writeInts } from "../array/shape.js";
import { withRank } from "../shape_functions.js";
import { Coordinates, compareEntries, requireSameShape } from "./entries.js";
import { requireSparse } from "./to_dense.js";

/** Merges two ascending lists of entries; `take` gets the entries of one place, or -1 on the side that has none. */
export function mergeEntries(a: Coordinates, b: Coordinates, take: (i: number, j: number) => void): void {
  let [i, j] = [0, 0];
  while (i < a.count && j < b.count) {
    const order = compareEntries(a, i, b, j);
    if (order < 0) take(i++, -1);
    else if (order > 0) take(-1, j++);
    else take(i++, j++);
  }
  while (i < a.count) take(i++, -1);
  while (j < b.count) take(-1, j++);
}

const addKernel: Kernel = (k) => {
  k.readsData();
  const [aIndices, aValues, bIndices, bValues] = [k.input(0), k.input(1), k.input(3), k.input(4)];
  const shape = k.ints(2);
  requireSameShape(shape, k.ints(5));
  const [a, b] = [new Coordinates(aIndices), new Coordinates(bIndices)];
  const limit = Number(k.input(6).data[0]);
  const { dtype } = aValues;
  const per = dtype.is_complex ? 2 : 1;
  const add = bindScatter("add", dtypeOf(dtype.numpyName!), 1, 1, [1]);
  const sum = dtypeOf(dtype.numpyName!).make(1) as NumericData;
  const place = Int32Array.of(0);
  const both = (i: number, j: number): NumericData => {
    (sum as Float64Array).set((aValues.data as Float64Array).subarray(i * per, (i + 1) * per));
    add(sum, place, (bValues.data as Float64Array).subarray(j * per, (j + 1) * per));
    return sum;
  };
  const kept: { i: number; j: number }[] = [];
  mergeEntries(a, b, (i, j) => {
    if (i >= 0 && j >= 0) {
      const value = both(i, j);
      const size = per === 2 ? Math.hypot(Number(value[0]), Number(value[1])) : Math.abs(Number(value[0]));
      if (!(limit <= size)) return;
    }
    kept.push({ i, j });
  });
  const rank = shape.length;
  const outIndices = k.output(0, [kept.length, rank]);
  const outValues = k.output(1, [kept.length]);
  const rowA = bindCopyRun(aIndices, outIndices, rank);
  const rowB = bindCopyRun(bIndices, outIndices, rank);
  const valueA = bindCopyRun(aValues, outValues, 1);
  const valueB = bindCopyRun(bValues, outValues, 1);
  const data = outValues.data as Float64Array;
  kept.forEach(({ i, j }, to) => {
    if (i >= 0) rowA(i * rank, to * rank);
    else rowB(j * rank, to * rank);
    if (i >= 0 && j >= 0) data.set(both(i, j) as Float64Array, to * per);
    else if (i >= 0) valueA(i, to);
    else valueB(j, to);
  });
  return writeInts(k, 2, shape, [rank]);
};

/** Each side gets the gradient of the sum's entry at its place, if that was kept. */
const addGradKernel: Kernel = (k) => {
  k.readsData();
  const grad = k.input(0);
  const sum = new Coordinates(k.input(3));
  for (const output of [0, 1]) {
    const side = new Coordinates(k.input(output + 1));
    const out = k.output(output, [side.count]);
    bindClear(out)();
    const copy = bindCopyRun(grad, out, 1);
    for (let i = 0, at = 0; i < side.count && at < sum.count; ) {
      const order = compareEntries(side, i, sum, at);
      if (order === 0) copy(at, i);
      if (order <= 0) i++;
      else at++;
    }
  }
  return undefined;
};

const denseAddKernel: Kernel = (k) => {
  const [indices, values, b] = [k.input(0), k.input(1), k.input(3)];
  const shape = k.ints(2);
  if (indices.shape.length !== 2)
    throw invalidArgument(`Input a_indices should be a matrix but received shape: [${indices.shape}]`);
  if (shape.length !== b.shape.length) {
    throw invalidArgument(`Two operands have different ranks; received: ${shape.length} and ${b.shape.length}`);
  }
  shape.forEach((n, d) => {
    if (n !== b.shape[d]) {
      throw invalidArgument(
        `Dimension ${d} does not equal (no broadcasting is supported): sparse side ${n} vs dense side ${b.shape[d]}`,
      );
    }
  });
  const out = k.output(0, b.shape);
  const count = indices.shape[0]!;
  const rank = shape.length;
  const strides = rowMajor(shape);
  const rows = new Int32Array(count);
  const list = indices.data as Int32Array;
  const copy = bindCopyRun(b, out, b.size);
  const add = bindScatter("add", dtypeOf(out.dtype.numpyName!), out.size, 1, [count]);
  return () => {
    for (let i = 0; i < count; i++) {
      let at = 0;
      for (let d = 0; d < rank; d++) {
        const index = Number(list[i * rank + d]);
        if (index < 0 || index >= shape[d]!)
          throw invalidArgument(`Sparse tensor has an invalid index on dimension ${d}`);
        at += index * strides[d]!;
      }
      rows[i] = at;
    }
    copy(0, 0);
    add(out.data as NumericData, rows, values.data as NumericData);
  };
};

export const sparseAddRecords: readonly OpRecord[] = [
  {
    type: "SparseAdd",
    shape: (c) => {
      const shape = new TensorShape(withRank(c.input(2), 1));
      return [new TensorShape([null, shape.dims![0]!]), new TensorShape([null]), shape];
    },
    kernel: addKernel,
    grad: (op, _indices, dy) => {
      const inputs = {
        backprop_val_grad: dy,
        a_indices: op.inputs[0],
        b_indices: op.inputs[3],
        sum_indices: op.outputs[0],
      };
      const [a, b] = createOperation("SparseAddGrad", inputs).outputs as readonly [Tensor, Tensor];
      a.set_shape(op.inputs[1]!.shape);
      b.set_shape(op.inputs[4]!.shape);
      return [null, a, null, null, b, null, null];
    },
  },
  {
    type: "SparseAddGrad",
    shape: (c) => [1, 2].map((i) => new TensorShape([withRank(c.input(i), 2)[0]!])),
    kernel: addGradKernel,
    grad: "none",
  },
  {
    type: "SparseTensorDenseAdd",
    shape: (c) => [c.input(3)],
    kernel: denseAddKernel,
    grad: (op, dy) => [null, createOp("GatherNd", { params: dy, indices: op.inputs[0] }), null, dy!],
  },
];

type Addend = SparseTensor | SparseTensorValue | TensorLike;

function isSparse(x: unknown): x is SparseTensor | SparseTensorValue {
  return x instanceof SparseTensor || x instanceof SparseTensorValue;
}

function addBoth(a: SparseTensor, b: SparseTensor, threshold: TensorLike): SparseTensor {
  const dtype = a.values.dtype.real_dtype.base_dtype;
  const thresh = convertToTensor(threshold, { dtype, name: "threshold" });
  const left = { a_indices: a.indices, a_values: a.values, a_shape: a.dense_shape };
  const right = { b_indices: b.indices, b_values: b.values, b_shape: b.dense_shape };
  const [indices, values, shape] = createOperation("SparseAdd", { ...left, ...right, thresh }).outputs as readonly [
    Tensor,
    Tensor,
    Tensor,
  ];
  a.shape.assert_is_compatible_with(b.shape);
  const known = broadcast_static_shape(a.shape, b.shape).known;
  return new SparseTensor(indices, values, known ?? shape);
}

/** Sum of two tensors, at least one of them sparse; with a dense one the result is dense. */
export function addSparse(a: Addend, b: Addend, threshold: TensorLike = 0): SparseTensor | Tensor {
  if (isSparse(a) && isSparse(b)) return addBoth(requireSparse(a), requireSparse(b), threshold);
  const [sparse, dense] = isSparse(a) ? [a, b] : [b, a];
  if (!isSparse(sparse)) throw new TypeError("At least one input should be SparseTensor; do you mean to use tf.add()?");
  const s = requireSparse(sparse);
  return createOp("SparseTensorDenseAdd", {
    a_indices: s.indices,
    a_values: s.values,
    a_shape: s.dense_shape,
    b: dense,
  });
}

interface AddArguments {
  a: Addend;
  b: Addend;
  threshold: TensorLike | null;
  thresh: TensorLike | null;
}

/** tf.sparse_add: the sum; where two entries meet and their sum is smaller than `threshold` it is left out. */
export const sparse_add = pyFunction<AddArguments>()("sparse_add", "(a, b, threshold=None, thresh=None)", (p) =>
  addSparse(p.a, p.b, eitherArgument("threshold", p.threshold, "thresh", p.thresh) ?? 0),
);
