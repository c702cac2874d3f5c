/**
 * Elementwise operations of one operand.
 * Source: gen_math_ops.py, tf.abs, tf.round … (tensorflow/python/ops/math_ops.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import type { OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { unchanged } from "../shape_functions.js";
import { binaryKernel, unaryKernel } from "./elementwise.js";
import { mapsSparse } from "./map_sparse.js";
import { mul, neg } from "./operators.js";
import { SECOND_GRADIENTS, UNARY_GRADIENTS } from "./unary_gradients.js";

/** Types that TensorFlow 1.15 has no gradient function for: asking for one is an error. */
const WITHOUT_GRADIENT = ["IsNan", "IsInf", "IsFinite"];

export const unaryRecords: readonly OpRecord[] = [
  ...Object.entries(UNARY_GRADIENTS).map(([type, grad]) => ({ type, shape: unchanged, kernel: unaryKernel, grad })),
  ...WITHOUT_GRADIENT.map((type) => ({ type, shape: unchanged, kernel: unaryKernel })),
  ...Object.entries(SECOND_GRADIENTS).map(([type, grad]) => ({ type, shape: unchanged, kernel: binaryKernel, grad })),
];

type Name = string | null;
type Unary = { x: TensorLike; name: Name };

const SIGNATURE = "(x, name=None)";

/** A public function that makes one node. */
export function unaryFunction(name: string, type: string) {
  return pyFunction<Unary>()(name, SIGNATURE, (p) => createOp(type, { x: p.x }, {}, p.name));
}

/** tf.negative: -x. */
export const negative = mapsSparse("Neg", unaryFunction("negative", "Neg"));
/** tf.sign: -1, 0 or 1; x / |x| for complex numbers. */
export const sign = mapsSparse("Sign", unaryFunction("sign", "Sign"));
/** tf.exp: e to the power x. */
export const exp = unaryFunction("exp", "Exp");
/** tf.log: natural logarithm. */
export const log = unaryFunction("log", "Log");
/** tf.log1p: log(1 + x), exact near 0. */
export const log1p = unaryFunction("log1p", "Log1p");
/** tf.expm1: exp(x) - 1, exact near 0. */
export const expm1 = unaryFunction("expm1", "Expm1");
/** tf.sqrt: square root. */
export const sqrt = mapsSparse("Sqrt", unaryFunction("sqrt", "Sqrt"));
/** tf.rsqrt: 1 / sqrt(x). */
export const rsqrt = unaryFunction("rsqrt", "Rsqrt");
/** tf.square: x * x. */
export const square = mapsSparse("Square", unaryFunction("square", "Square"));
/** tf.reciprocal: 1 / x. */
export const reciprocal = unaryFunction("reciprocal", "Reciprocal");
/** tf.floor: largest whole number not above x. */
export const floor = unaryFunction("floor", "Floor");
/** tf.ceil: smallest whole number not below x. */
export const ceil = unaryFunction("ceil", "Ceil");
/** tf.rint: nearest whole number, half to even. */
export const rint = unaryFunction("rint", "Rint");
/** tf.sin: sine of x in radians. */
export const sin = unaryFunction("sin", "Sin");
/** tf.cos: cosine of x in radians. */
export const cos = unaryFunction("cos", "Cos");
/** tf.tan: tangent of x in radians. */
export const tan = unaryFunction("tan", "Tan");
/** tf.asin: inverse sine, in radians. */
export const asin = unaryFunction("asin", "Asin");
/** tf.acos: inverse cosine, in radians. */
export const acos = unaryFunction("acos", "Acos");
/** tf.atan: inverse tangent, in radians. */
export const atan = unaryFunction("atan", "Atan");
/** tf.sinh: hyperbolic sine. */
export const sinh = unaryFunction("sinh", "Sinh");
/** tf.cosh: hyperbolic cosine. */
export const cosh = unaryFunction("cosh", "Cosh");
/** tf.tanh: hyperbolic tangent. */
export const tanh = mapsSparse("Tanh", unaryFunction("tanh", "Tanh"));
/** tf.asinh: inverse hyperbolic sine. */
export const asinh = unaryFunction("asinh", "Asinh");
/** tf.acosh: inverse hyperbolic cosine. */
export const acosh = unaryFunction("acosh", "Acosh");
/** tf.atanh: inverse hyperbolic tangent. */
export const atanh = unaryFunction("atanh", "Atanh");
/** tf.erf: error function. */
export const erf = mapsSparse("Erf", unaryFunction("erf", "Erf"));
/** tf.erfc: 1 - erf(x). */
export const erfc = unaryFunction("erfc", "Erfc");
/** tf.lgamma: logarithm of |gamma(x)|. */
export const lgamma = unaryFunction("lgamma", "Lgamma");
/** tf.digamma: slope of lgamma. */
export const digamma = unaryFunction("digamma", "Digamma");
/** tf.math.bessel_i0e: modified Bessel function of order 0, times exp(-|x|). */
export const bessel_i0e = unaryFunction("bessel_i0e", "BesselI0e");
/** tf.math.bessel_i1e: modified Bessel function of order 1, times exp(-|x|). */
export const bessel_i1e = unaryFunction("bessel_i1e", "BesselI1e");
/** tf.is_nan: where elements are not a number. */
export const is_nan = unaryFunction("is_nan", "IsNan");
/** tf.is_inf: where elements are infinite. */
export const is_inf = unaryFunction("is_inf", "IsInf");
/** tf.is_finite: where elements are neither infinite nor nan. */
export const is_finite = unaryFunction("is_finite", "IsFinite");
/** tf.logical_not: the opposite of each bool. */
export const logical_not = unaryFunction("logical_not", "LogicalNot");

export function absOf(x: unknown, name: Name = null): Tensor {
  return scoped(name, "Abs", [x], (scope) => {
    const tensor = convertToTensor(x, { name: "x" });
    const { dtype } = tensor;
    if (dtype.is_complex) return createOp("ComplexAbs", { x: tensor }, { Tout: dtype.real_dtype }, scope);
    return createOp("Abs", { x: tensor }, {}, scope);
  });
}

/** tf.abs: magnitude; of complex numbers a real one. */
export const abs = mapsSparse(
  "Abs",
  pyFunction<Unary>()("abs", SIGNATURE, ({ x, name }) => absOf(x, name)),
);

/** tf.round: nearest whole number, half to even; integers stay as they are. */
export const round = pyFunction<Unary>()("round", SIGNATURE, (p) => {
  const x = convertToTensor(p.x, { name: "x" });
  return x.dtype.is_integer ? x : createOp("Round", { x }, {}, p.name);
});

export function sigmoidOf(x: unknown, name: Name = null): Tensor {
  return scoped(name, "Sigmoid", [x], (scope) =>
    createOp("Sigmoid", { x: convertToTensor(x, { name: "x" }) }, {}, scope),
  );
}

/** tf.sigmoid: 1 / (1 + exp(-x)). */
export const sigmoid = pyFunction<Unary>()("sigmoid", SIGNATURE, ({ x, name }) => sigmoidOf(x, name));

/** tf.log_sigmoid: log(sigmoid(x)), as -softplus(-x). */
export const log_sigmoid = pyFunction<Unary>()("log_sigmoid", SIGNATURE, (p) =>
  scoped(p.name, "LogSigmoid", [p.x], (scope) => {
    const x = convertToTensor(p.x, { name: "x" });
    return createOp("Neg", { x: createOp("Softplus", { features: neg(x) }) }, {}, scope);
  }),
);

/** A Bessel function is its exponentially scaled form times exp(|x|). */
function besselFunction(name: string, scaled: string) {
  return pyFunction<Unary>()(name, SIGNATURE, (p) =>
    scoped(p.name, name, [p.x], () => {
      const growth = createOp("Exp", { x: absOf(p.x) });
      return mul(growth, createOp(scaled, { x: p.x }));
    }),
  );
}

/** tf.math.bessel_i0: modified Bessel function of order 0. */
export const bessel_i0 = besselFunction("bessel_i0", "BesselI0e");
/** tf.math.bessel_i1: modified Bessel function of order 1. */
export const bessel_i1 = besselFunction("bessel_i1", "BesselI1e");
