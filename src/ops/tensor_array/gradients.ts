/**
 * Gradients of TensorArrays: what was read is written into an array of gradients, what was written is read from it.
 * Source: tensorflow/python/ops/tensor_array_grad.py.
 */
import type { DType } from "../../graph/dtypes.js";
import type { GradientFn } from "../../graph/registry.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { TensorArray } from "./tensor_array.js";

/** The scope of the tf.gradients call that a gradient belongs to: each call has arrays of its own. */
function sourceOf(grad: Tensor): string {
  const parts = grad.name.split("/");
  const at = parts.findLastIndex((p) => p.startsWith("gradients"));
  if (at < 0) {
    throw new ValueError(
      `Expected op/tensor name to start with gradients (excluding scope), got: ${grad.name}. This means that a tf.gradients op with this op in its dependency path has a custom name that does not start with 'gradients'. Please make sure all calls to tf.gradients that have non-empty 'name' arguments use names that start with 'gradients'.`,
    );
  }
  return parts.slice(0, at + 1).join("/");
}

function gradientArray(dtype: DType, handle: Tensor, flow: Tensor, grad: Tensor): TensorArray {
  const source = sourceOf(grad);
  return new TensorArray({ dtype, handle, flow, colocate_with_first_write_call: false }).grad(source, flow);
}

export const readGradient: GradientFn = (op, grad) => {
  const [handle, index, flow] = op.inputs as [Tensor, Tensor, Tensor];
  const g = gradientArray(op.attr<DType>("dtype"), handle, flow, grad as Tensor);
  return [null, null, g.write(index, grad as Tensor).flow];
};

export const writeGradient: GradientFn = (op, given) => {
  const [handle, index] = op.inputs as [Tensor, Tensor];
  const flow = given as Tensor;
  return [null, null, gradientArray(op.attr<DType>("T"), handle, flow, flow).read(index), flow];
};

export const gatherGradient: GradientFn = (op, grad) => {
  const [handle, indices, flow] = op.inputs as [Tensor, Tensor, Tensor];
  const g = gradientArray(op.attr<DType>("dtype"), handle, flow, grad as Tensor);
  return [null, null, g.scatter(indices, grad as Tensor).flow];
};

export const scatterGradient: GradientFn = (op, given) => {
  const [handle, indices] = op.inputs as [Tensor, Tensor];
  const flow = given as Tensor;
  return [null, null, gradientArray(op.attr<DType>("T"), handle, flow, flow).gather(indices), flow];
};

export const concatGradient: GradientFn = (op, grad) => {
  const [handle, flow] = op.inputs as [Tensor, Tensor];
  const g = gradientArray(op.attr<DType>("dtype"), handle, flow, grad as Tensor);
  return [null, g.split(grad as Tensor, op.outputs[1]!).flow];
};

export const splitGradient: GradientFn = (op, given) => {
  const flow = given as Tensor;
  return [null, gradientArray(op.attr<DType>("T"), op.inputs[0]!, flow, flow).concat(), null, flow];
};
