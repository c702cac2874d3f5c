/**
 * Product of a sparse and a dense matrix.
 * Source: tf.sparse_tensor_dense_matmul (tensorflow/python/ops/sparse_ops.py, sparse_grad.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import { ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { SparseTensor, SparseTensorValue } from "../../graph/sparse_tensor.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { dtypeOf } from "../../np/dtype.js";
import { NotImplementedError } from "../../np/errors.js";
import { bindSparseTensorDenseMatMul } from "../../numerics/matmul/sparse_dense.js";
import { gatherRows } from "../array/gather.js";
import { transposeBy } from "../array/transpose.js";
import { reduceSum } from "../math/reductions.js";
import { refusing } from "../refusals.js";
import { mergeDim, withRank } from "../shape_functions.js";
import { requireSparse } from "./to_dense.js";

const productShape: ShapeFn = (c) => {
  const indices = withRank(c.input(0), 2);
  withRank(c.input(1), 1);
  mergeDim(indices[0]!, withRank(c.input(1), 1)[0]!);
  const a = withRank(c.constantShape(2), 2);
  const b = withRank(c.input(3), 2);
  const [left, inner] = c.attr<boolean>("adjoint_a") ? [a[1]!, a[0]!] : [a[0]!, a[1]!];
  const [depth, right] = c.attr<boolean>("adjoint_b") ? [b[1]!, b[0]!] : [b[0]!, b[1]!];
  if (inner !== null && depth !== null && inner !== depth)
    throw new ShapeError(`Dimensions must be equal, but are ${inner} and ${depth}`);
  return [new TensorShape([left, right])];
};

const product: Kernel = (k) => {
  const [indices, values] = [k.input(0), k.input(1)];
  const shape = k.ints(2);
  const b = k.input(3);
  if (b.shape.length !== 2) throw invalidArgument("Tensor 'b' is not a matrix");
  if (shape.length !== 2) throw invalidArgument("Tensor 'a_shape' must have 2 elements");
  const adjointA = k.attr<boolean>("adjoint_a");
  const adjointB = k.attr<boolean>("adjoint_b");
  const [rows, depth] = adjointA ? [shape[1]!, shape[0]!] : [shape[0]!, shape[1]!];
  const [inner, cols] = adjointB ? [b.shape[1]!, b.shape[0]!] : [b.shape[0]!, b.shape[1]!];
  if (depth !== inner) {
    throw invalidArgument(
      `Cannot multiply A and B because inner dimension does not match: ${depth} vs. ${inner}.  Did you forget a transpose?  Dimensions of A: [${shape.join(", ")}).  Dimensions of B: [${b.shape.join(",")}]`,
    );
  }
  const out = k.output(0, [rows, cols]);
  const run = bindSparseTensorDenseMatMul(dtypeOf(out.dtype.numpyName!), rows, depth, cols, adjointA, adjointB);
  type Arguments = Parameters<typeof run>;
  return refusing(() =>
    run(indices.data as Arguments[0], values.data as Arguments[1], b.data as Arguments[2], out.data as Arguments[3]),
  );
};

const productGrad: GradientFn = (op, dy) => {
  const [indices, values, shape, b] = op.inputs as readonly [Tensor, Tensor, Tensor, Tensor];
  const adjointA = op.attr<boolean>("adjoint_a");
  const adjointB = op.attr<boolean>("adjoint_b");
  if (values.dtype.is_complex)
    throw new NotImplementedError("SparseTensorDenseMatMul op does not support complex gradients.");
  const grad = dy as Tensor;
  const inputs = { a_indices: indices, a_values: values, a_shape: shape, b: grad };
  let dense = createOp("SparseTensorDenseMatMul", inputs, { adjoint_a: !adjointA });
  if (adjointB) dense = transposeBy(dense);
  const rows = indices.at(":", 0);
  const cols = indices.at(":", 1);
  const left = gatherRows(grad, adjointA ? cols : rows);
  const right = gatherRows(adjointB ? transposeBy(b) : b, adjointA ? rows : cols);
  return [null, reduceSum(left.mul(right), 1), null, dense];
};

export const sparseDenseMatMulRecords: readonly OpRecord[] = [
  { type: "SparseTensorDenseMatMul", shape: productShape, kernel: product, grad: productGrad },
];

/** tf.sparse_tensor_dense_matmul: sparse [m, k] times dense [k, n], each transposed (and conjugated) on request. */
export const sparse_tensor_dense_matmul = pyFunction<{
  sp_a: SparseTensor | SparseTensorValue;
  b: TensorLike;
  adjoint_a: boolean;
  adjoint_b: boolean;
  name: string | null;
}>()("sparse_tensor_dense_matmul", "(sp_a, b, adjoint_a=False, adjoint_b=False, name=None)", (p) => {
  const a = requireSparse(p.sp_a);
  return scoped(p.name, "SparseTensorDenseMatMul", [a.indices, a.values, p.b], () => {
    const b = convertToTensor(p.b, { name: "b" });
    const inputs = { a_indices: a.indices, a_values: a.values, a_shape: a.dense_shape, b };
    return createOp("SparseTensorDenseMatMul", inputs, { adjoint_a: p.adjoint_a, adjoint_b: p.adjoint_b });
  });
});
