/**
 * Sparse tensors written out as dense ones.
 * Source: tf.sparse_to_dense, tf.sparse_tensor_to_dense (tensorflow/python/ops/sparse_ops.py, core/kernels/sparse_to_dense_op.cc).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import { SparseTensor, SparseTensorValue } from "../../graph/sparse_tensor.js";
import type { Tensor } from "../../graph/tensor.js";
import { zerosLike, zerosOf } from "../array/fill.js";
import { reduceSum } from "../math/reductions.js";
import { shapeText } from "../run_shapes.js";

const toDense: Kernel = (k) => {
  const indices = k.input(0);
  const values = k.input(2);
  const fallback = k.input(3);
  const dims = k.ints(1);
  const validate = k.attr<boolean>("validate_indices");
  if (indices.shape.length > 2)
    throw invalidArgument(
      `sparse_indices should be a scalar, vector, or matrix, got shape [${indices.shape.join(",")}]`,
    );
  const count = indices.shape.length > 0 ? indices.shape[0]! : 1;
  const rank = indices.shape.length > 1 ? indices.shape[1]! : 1;
  if (dims.length !== rank)
    throw invalidArgument(`output_shape has incorrect number of elements: ${dims.length} should be: ${rank}`);
  if (values.shape.length > 0 && values.size !== count) {
    throw invalidArgument(`sparse_values has incorrect shape [${values.shape.join(",")}], should be [] or [${count}]`);
  }
  const out = k.output(0, dims);
  const { data } = out;
  const perValue = values.shape.length > 0 ? 1 : 0;
  const per = out.dtype.is_complex ? 2 : 1;
  return () => {
    fillWith(data, fallback.data, per);
    let before = -1;
    for (let i = 0; i < count; i++) {
      let at = 0;
      for (let d = 0; d < rank; d++) {
        const v = Number(indices.data[i * rank + d]);
        if (v < 0 || v >= dims[d]!)
          throw invalidArgument(
            `${place(indices.data, i, rank)} is out of bounds: need 0 <= index < ${shapeText(dims)}`,
          );
        at = at * dims[d]! + v;
      }
      if (validate && at === before) throw invalidArgument(`${place(indices.data, i, rank)} is repeated`);
      if (validate && at < before) throw invalidArgument(`${place(indices.data, i, rank)} is out of order. ${REORDER}`);
      before = at;
      for (let j = 0; j < per; j++) (data as unknown[])[at * per + j] = values.data[i * perValue * per + j];
    }
  };
};

function fillWith(data: ArrayLike<unknown>, value: ArrayLike<unknown>, per: number): void {
  const out = data as unknown[];
  if (per === 1) out.fill(value[0]);
  else for (let i = 0; i < out.length; i++) out[i] = value[i % per];
}

/** "indices[1] = [0,2]". */
function place(data: ArrayLike<unknown>, i: number, rank: number): string {
  const row = Array.from({ length: rank }, (_, d) => String(data[i * rank + d]));
  return `indices[${i}] = [${row.join(",")}]`;
}

/** The runtime's advice, with the blank lines it ends in. */
const REORDER =
  "Many sparse ops require sorted indices.\n    Use `tf.sparse.reorder` to create a correctly ordered copy.\n\n";

const toDenseGrad: GradientFn = (op, dy) => {
  const [indices, shape] = op.inputs as readonly Tensor[];
  const grad = dy as Tensor;
  const values = createOp("GatherNd", { params: grad, indices });
  const fallback = reduceSum(grad).sub(reduceSum(values));
  return [zerosLike(indices!), zerosLike(shape!), values, fallback];
};

export const sparseToDenseRecords: readonly OpRecord[] = [
  { type: "SparseToDense", shape: (c) => [c.constantShape(1)], kernel: toDense, grad: toDenseGrad },
];

/** A SparseTensor, or the value of one. Raises TypeError for anything else. */
export function requireSparse(x: unknown): SparseTensor {
  if (x instanceof SparseTensor) return x;
  if (x instanceof SparseTensorValue)
    return new SparseTensor(x.indices as TensorLike, x.values as TensorLike, x.dense_shape as TensorLike);
  throw new TypeError("Input must be a SparseTensor.");
}

/** tf.sparse_to_dense: `default_value` everywhere but at the indices, which get `sparse_values` (one each, or one for all). */
export const sparse_to_dense = pyFunction<{
  sparse_indices: TensorLike;
  output_shape: TensorLike;
  sparse_values: TensorLike;
  default_value: TensorLike;
  validate_indices: boolean;
  name: string | null;
}>()(
  "sparse_to_dense",
  "(sparse_indices, output_shape, sparse_values, default_value=0, validate_indices=True, name=None)",
  (p) =>
    createOp(
      "SparseToDense",
      {
        sparse_indices: p.sparse_indices,
        output_shape: p.output_shape,
        sparse_values: p.sparse_values,
        default_value: p.default_value,
      },
      { validate_indices: p.validate_indices },
      p.name,
    ),
);

/** tf.sparse_tensor_to_dense: a dense tensor of the sparse one's shape. Gradients reach the values. */
export const sparse_tensor_to_dense = pyFunction<{
  sp_input: SparseTensor | SparseTensorValue;
  default_value: TensorLike | null;
  validate_indices: boolean;
  name: string | null;
}>()("sparse_tensor_to_dense", "(sp_input, default_value=None, validate_indices=True, name=None)", (p) => {
  const sparse = requireSparse(p.sp_input);
  return createOp(
    "SparseToDense",
    {
      sparse_indices: sparse.indices,
      output_shape: sparse.dense_shape,
      sparse_values: sparse.values,
      default_value: p.default_value ?? zerosOf([], sparse.dtype),
    },
    { validate_indices: p.validate_indices },
    p.name,
  );
});
