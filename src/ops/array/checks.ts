/**
 * Tensors that pass unless something is wrong with them.
 * Source: tf.check_numerics, tf.ensure_shape (tensorflow/python/ops/check_ops.py, array_grad.py; core/kernels/check_numerics_op.cc, shape_ops.h).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import { as_shape, type ShapeLike, TensorShape } from "../../graph/tensor_shape.js";
import { shapeText } from "../run_shapes.js";
import { merge, unchanged } from "../shape_functions.js";

const checkNumericsKernel: Kernel = (k) => {
  const { data } = k.input(0);
  const numbers = data as Float64Array;
  const message = k.attr<string>("message");
  k.alias(0, 0);
  return () => {
    let nan = false;
    let inf = false;
    for (let i = 0; i < numbers.length; i++) {
      const x = numbers[i]!;
      // Only NaN and the infinities differ from themselves minus themselves being zero.
      if (x - x === 0) continue;
      if (Number.isNaN(x)) nan = true;
      else inf = true;
    }
    if (!nan && !inf) return;
    const found = nan && inf ? "Inf and NaN" : nan ? "NaN" : "Inf";
    throw invalidArgument(`${message} : Tensor had ${found} values`);
  };
};

const ensureShapeKernel: Kernel = (k) => {
  const { shape } = k.input(0);
  const expected = k.attr<TensorShape>("shape");
  if (!expected.is_compatible_with(new TensorShape(shape))) {
    throw invalidArgument(
      `Shape of tensor ${k.name} ${shapeText(shape)} is not compatible with expected shape ${expected.toRuntimeString()}.`,
    );
  }
  k.alias(0, 0);
  return undefined;
};

export const checkRecords: readonly OpRecord[] = [
  {
    type: "CheckNumerics",
    shape: unchanged,
    kernel: checkNumericsKernel,
    grad: (op, dy) => {
      const message = `Not a number (NaN) or infinity (Inf) values detected in gradient. ${op.attr<string>("message")}`;
      return [createOp("CheckNumerics", { tensor: dy }, { message })];
    },
  },
  {
    type: "EnsureShape",
    shape: (c) => [merge(c.attr<TensorShape>("shape"), c.input(0))],
    kernel: ensureShapeKernel,
    grad: (_, dy) => [dy!],
  },
];

/** tf.check_numerics: `tensor`, or an error that begins with `message` when it has NaN or infinite elements. */
export const check_numerics = pyFunction<{ tensor: TensorLike; message: string; name: string | null }>()(
  "check_numerics",
  "(tensor, message, name=None)",
  ({ tensor, message, name }) => createOp("CheckNumerics", { tensor }, { message }, name),
);

/** tf.ensure_shape: `x` with more of its static shape known; a run in which it is another fails. */
export const ensure_shape = pyFunction<{ x: TensorLike; shape: ShapeLike; name: string | null }>()(
  "ensure_shape",
  "(x, shape, name=None)",
  ({ x, shape, name }) => createOp("EnsureShape", { input: x }, { shape: as_shape(shape) }, name),
);
