/**
 * tf.math.nextafter: the number next to x1 in the direction of x2.
 * Source: gen_math_ops.py, math_grad.py (tensorflow/python/ops).
 */

import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { planBroadcast } from "../../numerics/broadcast.js";
import { binaryNumbers } from "../../numerics/elementwise/loop.js";
import { nextAfter32, nextAfter64 } from "../../numerics/next_after.js";
import { onesOf, zerosOf } from "../array/fill.js";
import { shapeText } from "../run_shapes.js";
import { broadcastBinary } from "../shape_functions.js";
import { dynamicReductions, reduceTo } from "./broadcast_gradient.js";
import { outputOver } from "./elementwise.js";
import { after } from "./gradient_rules.js";
import { mul } from "./operators.js";

const kernel: Kernel = (k) => {
  const [a, b] = [k.input(0), k.input(1)];
  const plan = planBroadcast(a.shape, b.shape);
  if (!plan) throw invalidArgument(`Incompatible shapes: ${shapeText(a.shape)} vs. ${shapeText(b.shape)}`);
  const next = a.dtype.baseName === "float64" ? nextAfter64 : nextAfter32;
  const loop = binaryNumbers(next, next, 1);
  const out = outputOver(k, plan.shape, [0, 1]).data;
  const [x, y] = [a.data, b.data];
  return () => loop(x, y, out, plan, 0);
};

const grad: GradientFn = (op, dy) => {
  const [x1, x2] = op.inputs as readonly [Tensor, Tensor];
  const [r1, r2] = dynamicReductions(x1, x2);
  return after(dy!, () => {
    const ofFirst = onesOf(r1.shape, x1.dtype);
    const ofSecond = zerosOf(r2.shape, x2.dtype);
    const first = reduceTo(mul(ofFirst, dy), r1);
    return [first, reduceTo(mul(ofSecond, dy), r2)];
  });
};

export const nextAfterRecords: readonly OpRecord[] = [{ type: "NextAfter", shape: broadcastBinary, kernel, grad }];

/** tf.math.nextafter: the representable number next to `x1` towards `x2`; `x2` where both are equal. */
export const nextafter = pyFunction<{ x1: TensorLike; x2: TensorLike; name: string | null }>()(
  "nextafter",
  "(x1, x2, name=None)",
  ({ x1, x2, name }) => createOp("NextAfter", { x1, x2 }, {}, name),
);
