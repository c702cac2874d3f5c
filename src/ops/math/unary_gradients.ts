/**
 * Gradients of elementwise operations of one operand; a table, one row an op type.
 * Source: tensorflow/python/ops/math_grad.py, its branches for a forward-compatibility date of 2019-08-21.
 */
import { constant } from "../../graph/constant.js";
import { createOp } from "../../graph/create_op.js";
import type { Gradient, GradientFn } from "../../graph/registry.js";
import type { Tensor } from "../../graph/tensor.js";
import { zerosLike } from "../array/fill.js";
import { conjOf } from "./complex.js";
import { after, binary, lateRule, nothing, rule, unary, zerosInShapeOf } from "./gradient_rules.js";
import { add, gt, mul, neg, sub, truediv } from "./operators.js";

/** A gradient op type that takes the output and the incoming gradient. */
function ofOutput(type: string): GradientFn {
  return rule((dy, _, y) => createOp(type, { y, dy }));
}

/** The number 1 of the gradient's type. */
function one(dy: Gradient): Tensor {
  return constant(1, { dtype: dy!.dtype.base_dtype });
}

/** 1 / sqrt(1 - x^2). */
function inverseOfRoot(dy: Gradient, x: Tensor): Tensor {
  const x2 = unary("Square", conjOf(x));
  return unary("Reciprocal", unary("Sqrt", binary("Sub", one(dy), x2)));
}

/** 1 / (1 + x^2) or 1 / (1 - x^2). */
function inverseOfSquare(type: "Add" | "Sub", dy: Gradient, x: Tensor): Tensor {
  const x2 = unary("Square", conjOf(x));
  return unary("Reciprocal", binary(type, one(dy), x2));
}

function errorFunction(factor: number): GradientFn {
  return (op, dy) => {
    const scale = constant(factor, { dtype: dy!.dtype.base_dtype });
    return after(dy!, () => {
      const x = conjOf(op.inputs[0]!);
      return [mul(mul(dy, scale), unary("Exp", neg(unary("Square", x))))];
    });
  };
}

/** The machine precision of a float type. */
const EPSILON: Readonly<Record<string, number>> = { float16: 2 ** -10, float32: 2 ** -23, float64: 2 ** -52 };

/** Near zero, where the quotient is not defined, the slope is 1/2. */
const besselI1e = lateRule((dy, x, y) => {
  const eps = EPSILON[x.dtype.baseName] ?? 2 ** -7;
  const zeros = zerosLike(x);
  const notTiny = gt(unary("Abs", x), eps);
  const safe = createOp("Select", { condition: notTiny, t: x, e: add(eps, zeros) });
  const slope = sub(unary("BesselI0e", safe), mul(y, add(unary("Sign", safe), unary("Reciprocal", safe))));
  return mul(dy, createOp("Select", { condition: notTiny, t: slope, e: add(0.5, zeros) }));
});

/** Gradients of gradient op types, which take the output `a` of the forward operation and the gradient `b`. */
function secondOrder(of: (a: Tensor, b: Tensor, dy: Gradient) => Gradient[]): GradientFn {
  return (op, dy) => after(dy!, () => of(op.inputs[0]!, op.inputs[1]!, dy!));
}

const reciprocalGrad = secondOrder((a, b, dy) => {
  const ca = conjOf(a);
  const cg = conjOf(dy);
  return [mul(mul(mul(cg, -2), b), ca), createOp("ReciprocalGrad", { y: ca, dy })];
});

export const UNARY_GRADIENTS: Readonly<Record<string, GradientFn | "none">> = {
  Abs: rule((dy, x) => mul(dy, unary("Sign", x))),
  Neg: rule((dy) => neg(dy)),
  Sign: rule((_, x) => zerosInShapeOf(x)),
  Reciprocal: ofOutput("ReciprocalGrad"),
  Inv: ofOutput("ReciprocalGrad"),
  Square: lateRule((dy, x) => {
    const c = conjOf(x);
    const two = constant(2, { dtype: c.dtype.base_dtype });
    return binary("Mul", dy, binary("Mul", c, two));
  }),
  Sqrt: ofOutput("SqrtGrad"),
  Rsqrt: ofOutput("RsqrtGrad"),
  Exp: lateRule((dy, _, y) => mul(dy, conjOf(y))),
  Expm1: lateRule((dy, x) => mul(dy, unary("Exp", conjOf(x)))),
  Log: lateRule((dy, x) => mul(dy, unary("Reciprocal", conjOf(x)))),
  Log1p: lateRule((dy, x) => mul(dy, unary("Reciprocal", add(1, conjOf(x))))),
  Sin: lateRule((dy, x) => mul(dy, unary("Cos", conjOf(x)))),
  Cos: lateRule((dy, x) => {
    const c = conjOf(x);
    return mul(neg(dy), unary("Sin", c));
  }),
  Tan: lateRule((dy, x) => mul(unary("Square", unary("Reciprocal", unary("Cos", conjOf(x)))), dy)),
  Asin: lateRule((dy, x) => mul(dy, inverseOfRoot(dy, x))),
  Acos: lateRule((dy, x) => {
    const inverse = inverseOfRoot(dy, x);
    return mul(neg(dy), inverse);
  }),
  Atan: lateRule((dy, x) => mul(dy, inverseOfSquare("Add", dy, x))),
  Sinh: lateRule((dy, x) => mul(dy, unary("Cosh", conjOf(x)))),
  Cosh: lateRule((dy, x) => mul(dy, unary("Sinh", conjOf(x)))),
  Tanh: lateRule((dy, _, y) => createOp("TanhGrad", { y: conjOf(y), dy })),
  Asinh: lateRule((dy, _, y) => truediv(dy, unary("Cosh", conjOf(y)))),
  Acosh: lateRule((dy, _, y) => truediv(dy, unary("Sinh", conjOf(y)))),
  Atanh: lateRule((dy, x) => mul(dy, inverseOfSquare("Sub", dy, x))),
  Erf: errorFunction(2 / Math.sqrt(Math.PI)),
  Erfc: errorFunction(-2 / Math.sqrt(Math.PI)),
  Lgamma: lateRule((dy, x) => mul(dy, unary("Digamma", conjOf(x)))),
  Digamma: lateRule((dy, x) => {
    const c = conjOf(x);
    const a = constant(1, { dtype: c.dtype.base_dtype });
    return mul(dy, createOp("Polygamma", { a, x: c }));
  }),
  BesselI0e: lateRule((dy, x, y) => mul(dy, sub(unary("BesselI1e", x), mul(unary("Sign", x), y)))),
  BesselI1e: besselI1e,
  Sigmoid: lateRule((dy, _, y) => createOp("SigmoidGrad", { y: conjOf(y), dy })),
  Floor: nothing,
  Ceil: nothing,
  Round: nothing,
  Rint: nothing,
  LogicalNot: "none",
};

/** Of the op types that compute the gradients above. */
export const SECOND_GRADIENTS: Readonly<Record<string, GradientFn>> = {
  ReciprocalGrad: reciprocalGrad,
  InvGrad: reciprocalGrad,
  SqrtGrad: (op, dy) =>
    after(dy!, () => {
      const quotient = truediv(dy, op.inputs[0]);
      const first = mul(neg(conjOf(quotient)), op.outputs[0]);
      return [first, mul(0.5, quotient)];
    }),
  RsqrtGrad: secondOrder((a, b, dy) => {
    const ca = conjOf(a);
    const cg = conjOf(dy);
    const first = mul(mul(mul(-1.5, cg), b), unary("Square", ca));
    return [first, createOp("RsqrtGrad", { y: ca, dy })];
  }),
  TanhGrad: secondOrder((a, b, dy) => {
    const [ca, cb] = [conjOf(a), conjOf(b)];
    return [mul(mul(mul(dy, -2), cb), ca), createOp("TanhGrad", { y: ca, dy })];
  }),
  SigmoidGrad: secondOrder((a, b, dy) => {
    const [ca, cb] = [conjOf(a), conjOf(b)];
    const product = mul(dy, cb);
    return [sub(product, mul(mul(2, product), ca)), createOp("SigmoidGrad", { y: ca, dy })];
  }),
};
