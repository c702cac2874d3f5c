/**
 * tf.custom_gradient: functions that bring their own gradient.
 * Source: tensorflow/python/ops/custom_gradient.py, for graphs and without variables inside the function.
 */
import { convertToTensor, type TensorLike } from "../graph/convert.js";
import { createOperation } from "../graph/create_op.js";
import { getDefaultGraph } from "../graph/graph.js";
import type { Operation } from "../graph/operation.js";
import { type Gradient, registerGradient } from "../graph/registry.js";
import { pyFunction } from "../graph/signature.js";
import type { Tensor } from "../graph/tensor.js";
import { ValueError } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { withContext } from "../py/context.js";

/** Gradients of the arguments, given those of the results. */
export type GradientOfArguments = (...dys: Tensor[]) => Gradient | readonly Gradient[];

let count = 0;

/**
 * Wraps `f`, which returns its result and the function that computes gradients. The results pass through one IdentityN
 * operation, whose gradient is that function.
 */
export function custom_gradient<R extends Tensor | readonly Tensor[]>(
  f: (...args: Tensor[]) => readonly [result: R, grad: GradientOfArguments],
): (...args: readonly TensorLike[]) => R {
  return (...args) => {
    if (isPlainObject(args.at(-1))) {
      throw new ValueError(
        "The custom_gradient decorator currently supports keywords arguments only when eager execution is enabled.",
      );
    }
    const inputs = args.map((a) => convertToTensor(a));
    const [result, grad] = f(...inputs);
    const results: readonly Tensor[] = Array.isArray(result) ? result : [result];
    const name = `CustomGradient-${count++}`;
    registerGradient(name, (_, ...dys) => {
      const given = grad(...dys.slice(0, results.length).map((dy) => convertToTensor(dy)));
      return [...results.map(() => null), ...(Array.isArray(given) ? (given as Gradient[]) : [given as Gradient])];
    });
    const outputs = withContext(getDefaultGraph().gradient_override_map({ IdentityN: name }), () => {
      return createOperation("IdentityN", { input: [...results, ...inputs] }).outputs;
    });
    return (Array.isArray(result) ? outputs.slice(0, results.length) : outputs[0]) as R;
  };
}

/** A gradient as programs write it: of an operation, given those of its outputs; one gradient for each input. */
export type UserGradient = (op: Operation, ...dys: Tensor[]) => Gradient | readonly Gradient[];

interface RegisterGradientArguments {
  op_type: string;
}

/**
 * tf.RegisterGradient(op_type): a decorator that makes a function the gradient of that name, for
 * `graph.gradient_override_map`. Raises KeyError for a name that is taken.
 */
export const RegisterGradient = pyFunction<RegisterGradientArguments>()(
  "__init__",
  "(op_type)",
  ({ op_type }) =>
    <F extends UserGradient>(f: F): F => {
      if (typeof op_type !== "string") throw new TypeError("op_type must be a string");
      registerGradient(op_type, (op, ...dys) => {
        const given = f(op, ...(dys as Tensor[]));
        return Array.isArray(given) ? (given as Gradient[]) : [given as Gradient];
      });
      return f;
    },
);
