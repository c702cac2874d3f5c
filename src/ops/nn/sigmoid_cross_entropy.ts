/**
 * Cross entropies of independent yes-or-no labels.
 * Source: tf.nn.sigmoid_cross_entropy_with_logits, weighted_cross_entropy_with_logits (tensorflow/python/ops/nn_impl.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { eitherArgument } from "../array/expand_dims.js";
import { zerosLike } from "../array/fill.js";
import { binary, unary } from "../math/gradient_rules.js";
import { add, mul, neg, sub } from "../math/operators.js";

/** Labels and logits must have been given by name. Source: _ensure_xent_args. */
export function requireNamed(name: string, sentinel: unknown, labels: unknown, logits: unknown): void {
  if (sentinel !== null)
    throw new ValueError(`Only call \`${name}\` with named arguments (labels=..., logits=..., ...)`);
  if (labels === null || logits === null) throw new ValueError("Both labels and logits must be provided.");
}

function converted(labels: TensorLike, logits: TensorLike): { x: Tensor; z: Tensor } {
  const x = convertToTensor(logits, { name: "logits" });
  const z = convertToTensor(labels, { name: "labels" });
  if (!z.shape.is_compatible_with(x.shape)) {
    throw new ValueError(`logits and labels must have the same shape (${x.shape} vs ${z.shape})`);
  }
  return { x, z };
}

/** max(x, 0) - x * z + log(1 + exp(-|x|)), with the gradient at 0 that the formula without max has. */
export function sigmoidCrossEntropy(labels: TensorLike, logits: TensorLike, name: string | null = null): Tensor {
  return scoped(name, "logistic_loss", [logits, labels], (scope) => {
    const { x, z } = converted(labels, logits);
    const zeros = zerosLike(x, x.dtype);
    const condition = binary("GreaterEqual", x, zeros);
    const positive = createOp("Select", { condition, t: x, e: zeros });
    const negative = createOp("Select", { condition, t: neg(x), e: x });
    const linear = sub(positive, mul(x, z));
    return createOp("Add", { x: linear, y: unary("Log1p", unary("Exp", negative)) }, {}, scope);
  });
}

interface CrossEntropyArguments {
  _sentinel: null;
  labels: TensorLike | null;
  logits: TensorLike | null;
  name: string | null;
}

/**
 * tf.nn.sigmoid_cross_entropy_with_logits: loss of each element for labels in [0, 1] and logits of the same shape and
 * dtype. Raises ValueError for positional arguments and for shapes that differ.
 */
export const sigmoid_cross_entropy_with_logits = pyFunction<CrossEntropyArguments>()(
  "sigmoid_cross_entropy_with_logits",
  "(_sentinel=None, labels=None, logits=None, name=None)",
  (p) => {
    requireNamed("sigmoid_cross_entropy_with_logits", p._sentinel, p.labels, p.logits);
    return sigmoidCrossEntropy(p.labels!, p.logits!, p.name);
  },
);

interface WeightedArguments {
  labels: TensorLike | null;
  logits: TensorLike | null;
  pos_weight: TensorLike | null;
  name: string | null;
  targets: TensorLike | null;
}

/** tf.nn.weighted_cross_entropy_with_logits: the same with `pos_weight` on what is lost at positive labels. */
export const weighted_cross_entropy_with_logits = pyFunction<WeightedArguments>()(
  "weighted_cross_entropy_with_logits",
  "(labels=None, logits=None, pos_weight=None, name=None, targets=None)",
  (p) => {
    const labels = eitherArgument("labels", p.labels, "targets", p.targets);
    return scoped(p.name, "logistic_loss", [p.logits, labels], (scope) => {
      const { x, z } = converted(labels!, p.logits!);
      const weight = typeof p.pos_weight === "number" ? p.pos_weight - 1 : sub(p.pos_weight, 1);
      const factor = add(1, mul(weight, z));
      const linear = mul(sub(1, z), x);
      const log = unary("Log1p", unary("Exp", neg(unary("Abs", x))));
      const loss = mul(factor, add(log, createOp("Relu", { features: neg(x) })));
      return createOp("Add", { x: linear, y: loss }, {}, scope);
    });
  },
);
