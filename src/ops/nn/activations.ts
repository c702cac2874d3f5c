/**
 * Activation functions.
 * Source: gen_nn_ops.py, tf.nn.leaky_relu, tf.nn.crelu, tf.nn.swish … (tensorflow/python/ops/nn_ops.py, nn_impl.py, nn_grad.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { float32 } from "../../graph/dtypes.js";
import type { Operation } from "../../graph/operation.js";
import type { Gradient, GradientFn, OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import type { PyFloat } from "../../np/pyfloat.js";
import { Strided } from "../../np/strided.js";
import { concatValues } from "../array/concat.js";
import { zerosLike } from "../array/fill.js";
import { custom_gradient } from "../custom_gradient.js";
import { castTo } from "../math/cast.js";
import { binaryKernel, unaryKernel } from "../math/elementwise.js";
import { after, rule, zerosInShapeOf } from "../math/gradient_rules.js";
import { add, lt, mul, neg, sub, truediv } from "../math/operators.js";
import { sigmoidOf } from "../math/unary.js";
import { mergedInputs, unchanged } from "../shape_functions.js";

/** The second argument of a rectifier's gradient is a step function of the features: its own gradient is zero. */
function steps(type: string): GradientFn {
  return (op, dy) => {
    const features = op.inputs[1]!;
    const first = createOp(type, { gradients: dy, features });
    return [first, zerosInShapeOf(features)];
  };
}

/** Functions that are exponential below zero. */
function exponential(type: string): GradientFn {
  return (op, dy) => {
    const outputs = op.inputs[1]!;
    const first = createOp(type, { gradients: dy, outputs });
    const condition = lt(outputs, 0);
    const t = mul(dy, op.inputs[0]);
    return [first, createOp("Select", { condition, t, e: zerosLike(outputs) })];
  };
}

const softplusGradGrad: GradientFn = (op, dy) =>
  after(dy!, () => {
    const [inner, features] = op.inputs as readonly [Tensor, Tensor];
    const first = createOp("SoftplusGrad", { gradients: dy, features });
    const top = mul(dy, inner);
    const below = add(add(createOp("Exp", { x: neg(features) }), 2), createOp("Exp", { x: features }));
    return [first, truediv(top, below)];
  });

function leakyGrad(op: Operation, gradients: Gradient, features: Tensor): Tensor {
  return createOp("LeakyReluGrad", { gradients, features }, { alpha: op.attr<number>("alpha") });
}

const FORWARD: Readonly<Record<string, GradientFn>> = {
  Relu: rule((gradients, _, y) => createOp("ReluGrad", { gradients, features: y })),
  Relu6: rule((gradients, _, y) => createOp("Relu6Grad", { gradients, features: y })),
  Elu: rule((gradients, _, outputs) => createOp("EluGrad", { gradients, outputs })),
  Selu: rule((gradients, _, outputs) => createOp("SeluGrad", { gradients, outputs })),
  LeakyRelu: (op, dy) => [leakyGrad(op, dy!, op.inputs[0]!)],
  Softplus: rule((dy, x) => mul(dy, sigmoidOf(x))),
  Softsign: rule((gradients, features) => createOp("SoftsignGrad", { gradients, features })),
};

/** Null: TensorFlow 1.15 has no second gradient. */
const BACKWARD: Readonly<Record<string, GradientFn | null>> = {
  ReluGrad: steps("ReluGrad"),
  Relu6Grad: steps("Relu6Grad"),
  EluGrad: exponential("EluGrad"),
  SeluGrad: exponential("SeluGrad"),
  LeakyReluGrad: (op, dy) => {
    const features = op.inputs[1]!;
    const first = leakyGrad(op, dy!, features);
    return [first, zerosInShapeOf(features)];
  },
  SoftplusGrad: softplusGradGrad,
  SoftsignGrad: null,
};

export const activationRecords: readonly OpRecord[] = [
  ...Object.entries(FORWARD).map(([type, grad]) => ({ type, shape: unchanged, kernel: unaryKernel, grad })),
  ...Object.entries(BACKWARD).map(([type, grad]) => ({
    type,
    shape: mergedInputs,
    kernel: binaryKernel,
    ...(grad && { grad }),
  })),
];

type Name = string | null;
type Features = { features: TensorLike; name: Name };

function activation(name: string, type: string) {
  return pyFunction<Features>()(name, "(features, name=None)", ({ features, name: given }) =>
    createOp(type, { features }, {}, given),
  );
}

/** tf.nn.relu: max(features, 0). */
export const relu = activation("relu", "Relu");
/** tf.nn.elu: exp(features) - 1 below zero, features above. */
export const elu = activation("elu", "Elu");
/** tf.nn.selu: elu, scaled so that deep networks keep mean and variance. */
export const selu = activation("selu", "Selu");
/** tf.nn.softplus: log(exp(features) + 1). */
export const softplus = activation("softplus", "Softplus");
/** tf.nn.softsign: features / (|features| + 1). */
export const softsign = activation("softsign", "Softsign");

/** tf.nn.relu6: min(max(features, 0), 6). */
export const relu6 = pyFunction<Features>()("relu6", "(features, name=None)", (p) =>
  scoped(p.name, "Relu6", [p.features], (scope) => {
    const features = convertToTensor(p.features, { name: "features" });
    return createOp("Relu6", { features }, {}, scope);
  }),
);

type Slope = number | PyFloat | Strided;

/** tf.nn.leaky_relu: features above zero, alpha * features below; integers become float32. */
export const leaky_relu = pyFunction<{ features: TensorLike; alpha: Slope; name: Name }>()(
  "leaky_relu",
  "(features, alpha=0.2, name=None)",
  (p) =>
    scoped(p.name, "LeakyRelu", [p.features, p.alpha], (scope) => {
      let features = convertToTensor(p.features, { name: "features" });
      if (features.dtype.is_integer) features = castTo(features, float32);
      const alpha = p.alpha instanceof Strided ? Number(p.alpha.data[p.alpha.offset]) : Number(p.alpha);
      return createOp("LeakyRelu", { features }, { alpha }, scope);
    }),
);

/** tf.nn.crelu: relu of features and of -features, joined along `axis`. */
export const crelu = pyFunction<{ features: TensorLike; name: Name; axis: number }>()(
  "crelu",
  "(features, name=None, axis=-1)",
  (p) =>
    scoped(p.name, "CRelu", [p.features], (scope) => {
      const features = convertToTensor(p.features, { name: "features" });
      const both = concatValues([features, neg(features)], p.axis, scope);
      return createOp("Relu", { features: both });
    }),
);

const swishOf = custom_gradient((features) => {
  // The sigmoid is computed again for the gradient instead of being kept.
  const grad = (dy: Tensor): Tensor => {
    const s = after(dy, () => sigmoidOf(features));
    return mul(dy, mul(s, add(1, mul(features!, sub(1, s)))));
  };
  return [mul(features!, sigmoidOf(features)), grad];
});

/** tf.nn.swish: features * sigmoid(features). */
export const swish = Object.assign(swishOf as (features: TensorLike) => Tensor, { signature: "(features)" } as const);
