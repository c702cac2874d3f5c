/**
 * Beta functions.
 * Source: tf.betainc, tf.lbeta (tensorflow/python/ops/special_math_ops.py, core/kernels/betainc_op.cc).
 */

import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, Value } from "../../graph/kernel.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import type { ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { type TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { sameShape } from "../../np/strided.js";
import { bindBetainc } from "../../numerics/special/betainc.js";
import { noKernel } from "../no_kernel.js";
import { shapeText } from "../run_shapes.js";
import { merge } from "../shape_functions.js";
import { dynamicReductions, reduceTo } from "./broadcast_gradient.js";
import { numpyName } from "./elementwise.js";
import { unary } from "./gradient_rules.js";
import { add, mul, sub } from "./operators.js";
import { reduceSum } from "./reductions.js";

/** All operands have one shape, or are scalars. */
const oneShapeOrScalars: ShapeFn = (c) => {
  let output = unknownShape;
  let other: TensorShape = output;
  let scalars = 0;
  for (let i = 0; i < c.inputCount; i++) {
    const shape = c.input(i);
    if (shape.rank === 0) scalars++;
    else if (shape.rank === null) other = shape;
    else {
      output = merge(output, shape);
      other = output;
    }
  }
  if (scalars === c.inputCount) return [c.input(0)];
  return [scalars === c.inputCount - 1 ? other : output];
};

function checkShapes(names: readonly [string, string], x: Value, y: Value): void {
  const equal = x.shape.length === 0 || y.shape.length === 0 || sameShape(x.shape, y.shape);
  if (equal) return;
  const texts = `${shapeText(x.shape)} vs. ${shapeText(y.shape)}`;
  throw invalidArgument(`Shapes of ${names[0]} and ${names[1]} are inconsistent: ${texts}`);
}

const betaincKernel: Kernel = (k) => {
  const [a, b, x] = [k.input(0), k.input(1), k.input(2)];
  checkShapes(["a", "b"], a, b);
  checkShapes(["a", "x"], a, x);
  checkShapes(["b", "x"], b, x);
  const run = bindBetainc(numpyName(x), [a.size, b.size, x.size]);
  if (!run) throw noKernel(k);
  const shape = [a, b, x].find((v) => v.shape.length > 0)?.shape ?? [];
  const out = k.output(0, shape).data;
  const data = [a.data, b.data, x.data] as const;
  return () => run(...data, out);
};

/** Only the slope for x is known. */
const betaincGrad: GradientFn = (op, dy) => {
  const [a, b, x] = op.inputs as readonly [Tensor, Tensor, Tensor];
  const [, rx] = dynamicReductions(a, x);
  const logs = add(unary("Lgamma", a), unary("Lgamma", b));
  const logBeta = sub(logs, unary("Lgamma", add(a, b)));
  const first = mul(sub(b, 1), unary("Log", sub(1, x)));
  const second = mul(sub(a, 1), unary("Log", x));
  const slope = unary("Exp", sub(add(first, second), logBeta));
  return [null, null, reduceTo(mul(slope, dy), rx)];
};

export const specialRecords: readonly OpRecord[] = [
  { type: "Betainc", shape: oneShapeOrScalars, kernel: betaincKernel, grad: betaincGrad },
];

type Name = string | null;

/** tf.betainc: regularised incomplete beta function. */
export const betainc = pyFunction<{ a: TensorLike; b: TensorLike; x: TensorLike; name: Name }>()(
  "betainc",
  "(a, b, x, name=None)",
  ({ a, b, x, name }) => createOp("Betainc", { a, b, x }, {}, name),
);

/** tf.lbeta: logarithm of |beta| of the last dimension's elements. */
export const lbeta = pyFunction<{ x: TensorLike; name: Name }>()("lbeta", "(x, name=None)", (p) =>
  scoped(p.name, "lbeta", [p.x], () => {
    const x = convertToTensor(p.x, { name: "x" });
    const product = reduceSum(unary("Lgamma", x), [-1]);
    const sum = reduceSum(x, [-1]);
    return sub(product, unary("Lgamma", sum));
  }),
);
