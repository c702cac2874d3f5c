/**
 * Loss of counts under a Poisson distribution.
 * Source: tf.nn.log_poisson_loss (tensorflow/python/ops/nn_impl.py).
 */
import { constant } from "../../graph/constant.js";
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { onesLike, zerosLike } from "../array/fill.js";
import { binary, unary } from "../math/gradient_rules.js";
import { add, mul, sub } from "../math/operators.js";

/** Stirling's approximation of log(targets!), 0 for 0 and 1. */
function logFactorial(targets: Tensor): Tensor {
  const { dtype } = targets;
  const half = constant(0.5, { dtype });
  const twoPi = constant(2 * Math.PI, { dtype });
  const main = sub(mul(targets, unary("Log", targets)), targets);
  const approximation = add(main, mul(half, unary("Log", mul(twoPi, targets))));
  const zeros = zerosLike(targets, dtype);
  const ones = onesLike(targets, dtype);
  const condition = binary("LogicalAnd", binary("GreaterEqual", targets, zeros), binary("LessEqual", targets, ones));
  return createOp("Select", { condition, t: zeros, e: approximation });
}

interface PoissonArguments {
  targets: TensorLike;
  log_input: TensorLike;
  compute_full_loss: boolean;
  name: string | null;
}

/**
 * tf.nn.log_poisson_loss: exp(log_input) - log_input * targets; `compute_full_loss` adds log(targets!).
 * Raises ValueError for shapes that differ.
 */
export const log_poisson_loss = pyFunction<PoissonArguments>()(
  "log_poisson_loss",
  "(targets, log_input, compute_full_loss=False, name=None)",
  (p) =>
    scoped(p.name, "log_poisson_loss", [p.log_input, p.targets], () => {
      const logInput = convertToTensor(p.log_input, { name: "log_input" });
      const targets = convertToTensor(p.targets, { name: "targets" });
      if (!targets.shape.is_compatible_with(logInput.shape)) {
        throw new ValueError(`log_input and targets must have the same shape (${logInput.shape} vs ${targets.shape})`);
      }
      const loss = sub(unary("Exp", logInput), mul(logInput, targets));
      return p.compute_full_loss ? add(loss, logFactorial(targets)) : loss;
    }),
);
