/**
 * What gradient functions have in common: nodes that wait for the incoming gradient, and rules for one operand.
 * Source: the `with ops.control_dependencies([grad])` blocks of tensorflow/python/ops/math_grad.py.
 */
import { createOp } from "../../graph/create_op.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { IndexedSlices } from "../../graph/indexed_slices.js";
import type { Gradient, GradientFn } from "../../graph/registry.js";
import type { Tensor } from "../../graph/tensor.js";
import { zerosOf } from "../array/fill.js";
import { shapeInternal } from "../array/shape.js";

/** Runs `body` so that what it makes waits for the gradient: nothing of it is computed too early. */
export function after<T>(grad: Gradient, body: () => T): T {
  const op = grad instanceof IndexedSlices ? grad.values.op : grad!.op;
  return getDefaultGraph().withControls([op], body);
}

/** The gradient for the one operand, from the incoming gradient, the operand and the result. */
export type Rule = (dy: Gradient, x: Tensor, y: Tensor) => Tensor;

export function rule(of: Rule): GradientFn {
  return (op, dy) => [of(dy!, op.inputs[0]!, op.outputs[0]!)];
}

/** A rule whose nodes wait for the gradient. */
export function lateRule(of: Rule): GradientFn {
  return (op, dy) => after(dy!, () => [of(dy!, op.inputs[0]!, op.outputs[0]!)]);
}

/** Zeros in the shape of `x`. */
export function zerosInShapeOf(x: Tensor): Tensor {
  return zerosOf(shapeInternal(x), x.dtype);
}

/** No gradient flows, and that is no error. */
export const nothing: GradientFn = (op) => op.inputs.map(() => null);

/** One node of an op type whose operand is called `x`. */
export function unary(type: string, x: unknown): Tensor {
  return createOp(type, { x });
}

/** One node of an op type whose operands are called `x` and `y`. */
export function binary(type: string, x: unknown, y: unknown): Tensor {
  return createOp(type, { x, y });
}
