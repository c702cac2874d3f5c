/**
 * Gradients of elementwise operations of two operands; a table, one row an op type.
 * Source: tensorflow/python/ops/math_grad.py, its branches for a forward-compatibility date of 2019-08-21.
 */
import { createOp } from "../../graph/create_op.js";
import type { Gradient, GradientFn } from "../../graph/registry.js";
import type { Tensor } from "../../graph/tensor.js";
import { PyFloat } from "../../np/pyfloat.js";
import { onesLike, zerosLike, zerosOf } from "../array/fill.js";
import { shapeInternal } from "../array/shape.js";
import {
  allSameShape,
  broadcastReductions,
  dynamicReductions,
  type Reduction,
  reduceTo,
} from "./broadcast_gradient.js";
import { castTo } from "./cast.js";
import { conjOf } from "./complex.js";
import { after, binary, nothing, unary } from "./gradient_rules.js";
import { add, gt, mul, neg, pow, sub, truediv } from "./operators.js";
import { scalarMul } from "./scalar_mul.js";

/** Reduces a gradient only where the operand's shape differs from it. */
function fitTo(grad: Gradient, to: Reduction): Gradient {
  return to.needed ? reduceTo(grad, to) : grad;
}

const addGrad: GradientFn = (op, dy) => {
  const [x, y] = op.inputs as readonly [Tensor, Tensor];
  if (allSameShape(x, y, dy!)) return [dy!, dy!];
  const [rx, ry] = broadcastReductions(x, y, dy!);
  return [fitTo(dy!, rx), fitTo(dy!, ry)];
};

const subGrad: GradientFn = (op, dy) => {
  const [x, y] = op.inputs as readonly [Tensor, Tensor];
  if (allSameShape(x, y, dy!)) return [dy!, neg(dy)];
  const [rx, ry] = broadcastReductions(x, y, dy!);
  const first = fitTo(dy!, rx);
  return [first, fitTo(neg(dy), ry)];
};

const mulGrad: GradientFn = (op, dy) => {
  const [x, y] = op.inputs as readonly [Tensor, Tensor];
  const simple = dy!.dtype.baseName === "int32" || dy!.dtype.baseName === "float32";
  if (allSameShape(x, y, dy!) && simple) {
    const first = binary("Mul", dy, y);
    return [first, binary("Mul", dy, x)];
  }
  const [rx, ry] = broadcastReductions(x, y, dy!);
  const [cx, cy] = [conjOf(x), conjOf(y)];
  const first = fitTo(binary("Mul", dy, cy), rx);
  return [first, fitTo(binary("Mul", cx, dy), ry)];
};

const mulNoNanGrad: GradientFn = (op, dy) => {
  const [x, y] = op.inputs as readonly [Tensor, Tensor];
  const same = allSameShape(x, y, dy!);
  const [rx, ry] = same ? [null, null] : dynamicReductions(x, y);
  const first = binary("MulNoNan", dy, y);
  const gx = rx ? reduceTo(first, rx) : first;
  const second = binary("MulNoNan", x, dy);
  return [gx, ry ? reduceTo(second, ry) : second];
};

/** x / y by a division that is called like its function: Div through Python's operator, the others by their op type. */
function quotientGrad(divide: (x: unknown, y: unknown) => Tensor): GradientFn {
  return (op, dy) => {
    const [x, y] = op.inputs as readonly [Tensor, Tensor];
    const [rx, ry] = dynamicReductions(x, y);
    const [cx, cy] = [conjOf(x), conjOf(y)];
    const gx = reduceTo(divide(dy, cy), rx);
    const slope = divide(divide(neg(cx), cy), cy);
    return [gx, reduceTo(mul(dy, slope), ry)];
  };
}

function divNoNan(x: unknown, y: unknown): Tensor {
  return createOp("DivNoNan", { x, y }, {}, "div_no_nan");
}

const floorModGrad: GradientFn = (op, dy) => {
  const [x, y] = op.inputs as readonly [Tensor, Tensor];
  const [rx, ry] = dynamicReductions(x, y);
  const whole = binary("FloorDiv", x, y);
  const gx = reduceTo(dy!, rx);
  return [gx, reduceTo(mul(dy, unary("Neg", whole)), ry)];
};

const powGrad: GradientFn = (op, dy) => {
  const [x, y] = op.inputs as readonly [Tensor, Tensor];
  const [rx, ry] = broadcastReductions(x, y, dy!);
  const [cx, cy] = [conjOf(x), conjOf(y)];
  const first = mul(dy, cy);
  const gx = fitTo(mul(first, createOp("Pow", { x: cx, y: sub(cy, 1) })), rx);
  const z = conjOf(op.outputs[0]!);
  // Without the mask, 0 to a power would have an infinite slope; real powers of negative numbers have none.
  const condition = cx.dtype.is_complex ? binary("NotEqual", cx, 0) : gt(cx, 0);
  const safe = createOp("Select", { condition, t: cx, e: onesLike(cx) });
  const log = createOp("Select", { condition, t: unary("Log", safe), e: zerosLike(cx) });
  return [gx, fitTo(mul(mul(dy, z), log), ry)];
};

/** The gradient goes where the operand was chosen, ties to the first. */
function extremeGrad(chosen: "GreaterEqual" | "LessEqual"): GradientFn {
  return (op, dy) => {
    const [x, y] = op.inputs as readonly [Tensor, Tensor];
    const shape = [shapeInternal(x), shapeInternal(y)] as const;
    const zeros = zerosOf(shapeInternal(dy as Tensor), dy!.dtype);
    const condition = binary(chosen, x, y);
    const axes = createOp("BroadcastGradientArgs", { s0: shape[0], s1: shape[1] }).op.outputs;
    const part = (t: Gradient, e: Gradient, i: 0 | 1): Tensor =>
      reduceTo(createOp("Select", { condition, t, e }), { shape: shape[i], axes: axes[i]!, needed: true });
    const gx = part(dy!, zeros, 0);
    return [gx, part(zeros, dy!, 1)];
  };
}

const squaredDifferenceGrad: GradientFn = (op, dy) => {
  const [x, y] = op.inputs as readonly [Tensor, Tensor];
  const slope = after(dy!, () => {
    const scaled = scalarMul(2, dy!);
    return mul(scaled, sub(x, y));
  });
  if (allSameShape(x, y, dy!)) return [slope, neg(slope)];
  const [rx, ry] = broadcastReductions(x, y, dy!);
  const gx = fitTo(slope, rx);
  return [gx, neg(fitTo(slope, ry))];
};

const atan2Grad: GradientFn = (op, dy) =>
  after(dy!, () => {
    const [y, x] = op.inputs as readonly [Tensor, Tensor];
    const quotient = truediv(dy, add(unary("Square", x), unary("Square", y)));
    const first = mul(x, quotient);
    return [first, mul(neg(y), quotient)];
  });

/** 1 where x isn't 0, 0 where it is. */
function notZero(x: Tensor): Tensor {
  const zero = castTo(new PyFloat(0), x.dtype.base_dtype);
  return castTo(binary("NotEqual", x, zero), x.dtype.base_dtype);
}

/** Both slopes of a broadcasting function, multiplied by the gradient and reduced; null where a slope is not known. */
function slopes(of: (x: Tensor, y: Tensor) => readonly [Tensor | null, Tensor | null]): GradientFn {
  return (op, dy) => {
    const [x, y] = op.inputs as readonly [Tensor, Tensor];
    const reductions = dynamicReductions(x, y);
    return after(dy!, () => of(x, y).map((slope, i) => slope && reduceTo(mul(slope, dy), reductions[i]!)));
  };
}

function igammaSlopes(a: Tensor, x: Tensor): readonly [Tensor, Tensor] {
  const ofA = createOp("IgammaGradA", { a, x });
  // In log space, because gamma(a) can be large.
  const scaled = add(neg(x), mul(sub(a, 1), unary("Log", x)));
  return [ofA, unary("Exp", sub(scaled, unary("Lgamma", a)))];
}

const igammaGrad = slopes(igammaSlopes);

export const BINARY_GRADIENTS: Readonly<Record<string, GradientFn>> = {
  Add: addGrad,
  AddV2: addGrad,
  Sub: subGrad,
  Mul: mulGrad,
  MulNoNan: mulNoNanGrad,
  Div: quotientGrad(truediv),
  RealDiv: quotientGrad((x, y) => binary("RealDiv", x, y)),
  DivNoNan: quotientGrad(divNoNan),
  FloorDiv: nothing,
  TruncateDiv: nothing,
  FloorMod: floorModGrad,
  Pow: powGrad,
  Maximum: extremeGrad("GreaterEqual"),
  Minimum: extremeGrad("LessEqual"),
  SquaredDifference: squaredDifferenceGrad,
  Atan2: atan2Grad,
  Xlogy: slopes((x, y) => {
    const ofX = binary("Xlogy", notZero(x), y);
    return [ofX, binary("Xdivy", x, y)];
  }),
  Xdivy: slopes((x, y) => {
    const ofX = binary("Xdivy", notZero(x), y);
    return [ofX, binary("Xdivy", unary("Neg", x), pow(y, 2))];
  }),
  Igamma: igammaGrad,
  Igammac: (op, dy) => igammaGrad(op, dy!).map((g) => neg(g)),
  Zeta: slopes((x, q) => {
    const [cx, cq] = [conjOf(x), conjOf(q)];
    const negative = neg(cx);
    return [null, mul(negative, createOp("Zeta", { x: add(cx, 1), q: cq }))];
  }),
  Polygamma: slopes((n, x) => [null, createOp("Polygamma", { a: add(conjOf(n), 1), x: conjOf(x) })]),
};
