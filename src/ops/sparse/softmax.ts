/**
 * Softmax over the stored entries of each row.
 * Source: tf.sparse_softmax (tensorflow/python/ops/sparse_ops.py, sparse_grad.py; core/kernels/sparse_softmax_op.cc).
 */
import { createOp, scoped } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import { SparseTensor } from "../../graph/sparse_tensor.js";
import type { Tensor } from "../../graph/tensor.js";
import { dtypeOf } from "../../np/dtype.js";
import { bindUnary } from "../../numerics/elementwise/unary.js";
import { floatFold } from "../../numerics/reductions/fold.js";
import { denseBinary } from "./dense_binary.js";
import { ascending, Coordinates } from "./entries.js";
import { sparse_reduce_sum } from "./reduce.js";

const kernel: Kernel = (k) => {
  k.readsData();
  const shape = k.ints(2);
  if (shape.length < 2) throw invalidArgument(`Input should have rank >= 2, but received shape: ${shape.join(",")}`);
  const coordinates = new Coordinates(k.input(0));
  const values = k.input(1);
  const name = values.dtype.baseName === "float64" ? "float64" : "float32";
  const round = name === "float32" ? Math.fround : Number;
  const sumOf = floatFold("Sum", dtypeOf(name));
  const out = k.output(0, [coordinates.count]).data as Float64Array;
  const x = values.data as Float64Array;
  const rowDims = ascending(shape.length - 1);
  coordinates.groups(ascending(coordinates.count), rowDims, (run) => {
    const largest = run.reduce((m, e) => Math.max(m, x[e]!), -Infinity);
    const group = dtypeOf(name).make(run.length) as Float64Array;
    run.forEach((e, i) => {
      group[i] = round(x[e]! - largest);
    });
    bindUnary("Exp", name, run.length)!(group, group);
    const sum = sumOf(group, 0, run.length, 0);
    run.forEach((e, i) => {
      out[e] = round(group[i]! / sum);
    });
  });
  return undefined;
};

export const sparseSoftmaxRecords: readonly OpRecord[] = [
  {
    type: "SparseSoftmax",
    shape: (c) => [c.input(1)],
    kernel,
    grad: (op, given) => {
      const grad = given as Tensor;
      const [indices, , shape] = op.inputs as readonly [Tensor, Tensor, Tensor];
      const output = new SparseTensor(indices, op.outputs[0]!, shape);
      const spGrad = new SparseTensor(indices, grad, shape);
      const product = new SparseTensor(indices, output.values.mul(spGrad.values), shape);
      const reduced = sparse_reduce_sum(product, [-1], { keepdims: true }).neg();
      const sum = new SparseTensor(spGrad.indices, denseBinary("Add", spGrad, reduced), spGrad.dense_shape);
      return [null, sum.values.mul(output.values), null];
    },
  },
];

/** tf.sparse_softmax: softmax of the stored values of each row (the last dimension); what is not stored stays out of it. */
export const sparse_softmax = pyFunction<{ sp_input: SparseTensor; name: string | null }>()(
  "sparse_softmax",
  "(sp_input, name=None)",
  ({ sp_input: s, name }) =>
    scoped(name, "SparseSoftmax", [s.indices, s.values], () => {
      const values = createOp("SparseSoftmax", { sp_indices: s.indices, sp_values: s.values, sp_shape: s.dense_shape });
      return new SparseTensor(s.indices, values, s.dense_shape);
    }),
);
