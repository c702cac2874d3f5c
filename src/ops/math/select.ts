/**
 * Select, SelectV2: elements of one tensor where a condition holds, of another elsewhere.
 * Source: tensorflow/core/kernels/cwise_op_select.cc, core/ops/math_ops.cc; math_grad.py.
 */

import { createOp } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext } from "../../graph/kernel.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import type { ShapeFn } from "../../graph/shape_inference.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { sameShape } from "../../np/strided.js";
import { bindSelect, bindSelectV2 } from "../../numerics/select.js";
import { zerosLike, zerosOf } from "../array/fill.js";
import { reshapeTo } from "../array/reshape.js";
import { shapeInternal } from "../array/shape.js";
import { shapeText } from "../run_shapes.js";
import { broadcastStatic, merge } from "../shape_functions.js";
import { numpyName, outputOver } from "./elementwise.js";
import { reduceSum } from "./reductions.js";

const selectShape: ShapeFn = (c) => {
  const data = merge(c.input(1), c.input(2));
  const condition = c.input(0);
  if (condition.rank === null || data.rank === null || condition.rank === 0) return [data];
  if (condition.rank !== 1 || data.rank === 0) return [merge(data, condition)];
  merge(condition, new TensorShape([data.dims![0]!]));
  return [data];
};

/** Raises the kernel's words where the shapes don't fit: scalars, rows and elements choose by rules of their own. */
function checkShapes(k: KernelContext): void {
  const [c, t, e] = [k.input(0), k.input(1), k.input(2)].map((v) => v.shape) as [number[], number[], number[]];
  const unlike = `'then' and 'else' must have the same size.  but received: ${shapeText(t)} vs. ${shapeText(e)}`;
  if (c.length === 0) {
    if (!sameShape(t, e)) throw invalidArgument(unlike);
  } else if (c.length === 1 && t.length !== 1) {
    if (t.length === 0) throw invalidArgument(`'then' must be at least a vector, but saw shape: ${shapeText(t)}`);
    if (t[0] !== c[0])
      throw invalidArgument(`Number of batches of 'then' must match size of 'cond', but saw: ${t[0]} vs. ${c[0]}`);
    if (!sameShape(t, e)) throw invalidArgument(unlike);
  } else {
    const i = [t, e].findIndex((shape) => !sameShape(c, shape));
    if (i < 0) return;
    const other = shapeText(i === 0 ? t : e);
    throw invalidArgument(
      `Inputs to operation ${k.name} of type ${k.type} must have the same size and shape.  Input 0: ${shapeText(c)} != input ${i + 1}: ${other}`,
    );
  }
}

const selectKernel: Kernel = (k) => {
  const [condition, t, e] = [k.input(0), k.input(1), k.input(2)];
  checkShapes(k);
  const run = bindSelect(numpyName(t), condition.shape, t.shape)!;
  const out = outputOver(k, t.shape, [1, 2]).data;
  const [c, a, b] = [condition.data, t.data, e.data];
  return () => run(c, a, b, out);
};

const selectV2Kernel: Kernel = (k) => {
  const [condition, t, e] = [k.input(0), k.input(1), k.input(2)];
  const bound = bindSelectV2(numpyName(t), condition.shape, t.shape, e.shape);
  if (!bound) {
    const texts = [condition, t, e].map((v) => shapeText(v.shape));
    throw invalidArgument(`condition ${texts[0]}, then ${texts[1]}, and else ${texts[2]} must be broadcastable`);
  }
  const out = k.output(0, bound.shape).data;
  const [c, a, b] = [condition.data, t.data, e.data];
  return () => bound.run(c, a, b, out);
};

const selectGrad: GradientFn = (op, dy) => {
  const [condition, x] = op.inputs as readonly [Tensor, Tensor];
  const zeros = zerosLike(x);
  const first = createOp("Select", { condition, t: dy, e: zeros });
  return [null, first, createOp("Select", { condition, t: zeros, e: dy })];
};

const selectV2Grad: GradientFn = (op, dy) => {
  const [condition, x, y] = op.inputs as readonly [Tensor, Tensor, Tensor];
  const zeros = zerosOf([], dy!.dtype.base_dtype);
  // The size-1 dimensions stay until the reshape: operands may have fewer dimensions than the result.
  const part = (grad: Tensor, shape: Tensor, whole: Tensor): Tensor => {
    const axes = createOp("BroadcastGradientArgs", { s0: shape, s1: whole });
    return reshapeTo(reduceSum(grad, axes, true), shape);
  };
  const gx = createOp("SelectV2", { condition, t: dy, e: zeros });
  const shape = shapeInternal(x);
  const whole = shapeInternal(op.outputs[0]!);
  const first = part(gx, shape, whole);
  const gy = createOp("SelectV2", { condition, t: zeros, e: dy });
  return [null, first, part(gy, shapeInternal(y), whole)];
};

export const selectRecords: readonly OpRecord[] = [
  { type: "Select", shape: selectShape, kernel: selectKernel, grad: selectGrad },
  {
    type: "SelectV2",
    shape: (c) => [broadcastStatic(broadcastStatic(c.input(1), c.input(2)), c.input(0))],
    kernel: selectV2Kernel,
    grad: selectV2Grad,
  },
];
