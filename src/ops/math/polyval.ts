/**
 * tf.math.polyval: the value of a polynomial.
 * Source: tensorflow/python/ops/math_ops.py.
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { scoped } from "../../graph/create_op.js";
import { pyFunction } from "../../graph/signature.js";
import { zerosLike } from "../array/fill.js";
import { add, mul } from "./operators.js";

/** tf.math.polyval: coefficients from the highest power of `x` down (Horner's scheme); zeros without any. */
export const polyval = pyFunction<{ coeffs: readonly TensorLike[]; x: TensorLike; name: string | null }>()(
  "polyval",
  "(coeffs, x, name=None)",
  (p) =>
    scoped(p.name, "polyval", [...p.coeffs, p.x], (scope) => {
      const x = convertToTensor(p.x, { name: "x" });
      const [first, ...rest] = p.coeffs.map((c, i) => convertToTensor(c, { name: `coeff_${i}` }));
      if (!first) return zerosLike(x, null, scope);
      return rest.reduce((value, c) => add(c, mul(value, x)), first);
    }),
);
