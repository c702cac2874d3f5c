/**
 * Local response normalization.
 * Source: tf.nn.local_response_normalization (core/kernels/lrn_op.cc; tensorflow/python/ops/nn_grad.py).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext } from "../../graph/kernel.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { bindLrn, bindLrnGrad } from "../../numerics/conv/lrn.js";
import { noKernel } from "../no_kernel.js";
import { merge, withRank } from "../shape_functions.js";

const NAMES = ["depth_radius", "bias", "alpha", "beta"] as const;

function numbers(k: KernelContext): [number, number, number, number] {
  return NAMES.map((name) => Number(k.attr<number>(name))) as [number, number, number, number];
}

const lrnKernel: Kernel = (k) => {
  const x = k.input(0);
  if (x.shape.length !== 4) throw invalidArgument("in must be 4-dimensional");
  if (x.dtype.baseName !== "float32") throw noKernel(k);
  const depth = x.shape[3]!;
  const run = bindLrn(depth === 0 ? 0 : x.size / depth, depth, ...numbers(k));
  const out = k.output(0, x.shape).data as Float32Array;
  return () => run(x.data as Float32Array, out);
};

const lrnGradKernel: Kernel = (k) => {
  const [g, x, y] = [k.input(0), k.input(1), k.input(2)];
  if (x.shape.length !== 4 || g.shape.length !== 4) throw invalidArgument("inputs must be 4-dimensional");
  if (x.dtype.baseName !== "float32") throw noKernel(k);
  const depth = x.shape[3]!;
  const run = bindLrnGrad(depth === 0 ? 0 : x.size / depth, depth, ...numbers(k));
  const out = k.output(0, x.shape).data as Float32Array;
  return () => run(g.data as Float32Array, x.data as Float32Array, y.data as Float32Array, out);
};

const lrnGrad: GradientFn = (op, input_grads) => {
  const inputs = { input_grads, input_image: op.inputs[0], output_image: op.outputs[0] };
  return [createOp("LRNGrad", inputs, Object.fromEntries(NAMES.map((name) => [name, op.attr<number>(name)])))];
};

export const lrnRecords: readonly OpRecord[] = [
  { type: "LRN", shape: (c) => [new TensorShape(withRank(c.input(0), 4))], kernel: lrnKernel, grad: lrnGrad },
  {
    type: "LRNGrad",
    shape: (c) => [merge(merge(new TensorShape(withRank(c.input(0), 4)), c.input(1)), c.input(2))],
    kernel: lrnGradKernel,
  },
];

interface LrnArguments {
  input: TensorLike;
  depth_radius: number;
  bias: number;
  alpha: number;
  beta: number;
  name: string | null;
}

/**
 * tf.nn.local_response_normalization: each value divided by (bias + alpha * sum of squares of the channels at most
 * `depth_radius` away) ** beta.
 */
export const local_response_normalization = pyFunction<LrnArguments>()(
  "lrn",
  "(input, depth_radius=5, bias=1, alpha=1, beta=0.5, name=None)",
  ({ input, name, ...attrs }) => createOp("LRN", { input }, attrs, name),
);
