/**
 * Complex numbers: made of two parts, taken apart, conjugated.
 * Source: tf.complex, tf.real, tf.imag, tf.angle, tf.conj (tensorflow/python/ops/math_ops.py, math_grad.py).
 */
import { constant } from "../../graph/constant.js";
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { complex64, complex128, type DType, float32, float64 } from "../../graph/dtypes.js";
import type { Gradient, OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import { Tensor } from "../../graph/tensor.js";
import { zerosLike } from "../array/fill.js";
import { broadcastBinary, unchanged } from "../shape_functions.js";
import { dynamicReductions, reduceTo } from "./broadcast_gradient.js";
import { binaryKernel, unaryKernel } from "./elementwise.js";
import { after, rule } from "./gradient_rules.js";
import { mul, neg } from "./operators.js";

type Name = string | null;

/** The complex conjugate; real tensors pass as they are. */
export function conjOf(x: unknown, name: Name = null): Tensor {
  if (x instanceof Tensor && (x.dtype.is_floating || x.dtype.is_integer)) return x;
  return scoped(name, "Conj", [x], (scope) => {
    const tensor = convertToTensor(x, { name: "x" });
    const { dtype } = tensor;
    if (dtype.is_complex || dtype.baseName === "variant") return createOp("Conj", { input: tensor }, {}, scope);
    if (dtype.is_floating || dtype.is_integer) return tensor;
    throw new TypeError(`Expected numeric or variant tensor, got dtype ${dtype.__repr__()}`);
  });
}

export function complexOf(real: unknown, imag: unknown, name: Name = null): Tensor {
  const re = convertToTensor(real, { name: "real" });
  const im = convertToTensor(imag, { name: "imag" });
  return scoped(name, "Complex", [re, im], (scope) => {
    let Tout: DType;
    if (re.dtype === float64 && im.dtype === float64) Tout = complex128;
    else if (re.dtype === float32 && im.dtype === float32) Tout = complex64;
    else throw new TypeError(`real and imag have incorrect types: ${re.dtype.name} ${im.dtype.name}`);
    return createOp("Complex", { real: re, imag: im }, { Tout }, scope);
  });
}

/** What `make` gives for a complex tensor, what `plain` gives for a real one. */
function part(scopeName: string, type: string, input: unknown, name: Name, plain: (x: Tensor) => Tensor): Tensor {
  return scoped(name, scopeName, [input], (scope) => {
    const x = convertToTensor(input, { name: "input" });
    if (!x.dtype.is_complex) return plain(x);
    return createOp(type, { input: x }, { Tout: x.dtype.real_dtype }, scope);
  });
}

export const realOf = (x: unknown, name: Name = null): Tensor => part("Real", "Real", x, name, (t) => t);
export const imagOf = (x: unknown, name: Name = null): Tensor => part("Imag", "Imag", x, name, (t) => zerosLike(t));

/** The number 0 of the gradient's type. */
function zero(dy: Gradient): Tensor {
  return constant(0, { dtype: dy!.dtype.base_dtype });
}

export const complexRecords: readonly OpRecord[] = [
  {
    type: "Complex",
    shape: broadcastBinary,
    kernel: binaryKernel,
    grad: (op, dy) => {
      const [rx, ry] = dynamicReductions(op.inputs[0]!, op.inputs[1]!);
      return [reduceTo(realOf(dy), rx), reduceTo(imagOf(dy), ry)];
    },
  },
  { type: "Real", shape: unchanged, kernel: unaryKernel, grad: rule((dy) => complexOf(dy, zero(dy))) },
  { type: "Imag", shape: unchanged, kernel: unaryKernel, grad: rule((dy) => complexOf(zero(dy), dy)) },
  { type: "Conj", shape: unchanged, kernel: unaryKernel, grad: rule((dy) => conjOf(dy)) },
  {
    type: "Angle",
    shape: unchanged,
    kernel: unaryKernel,
    grad: (op, dy) =>
      after(dy!, () => {
        const re = realOf(op.inputs[0]);
        const z = createOp("Reciprocal", { x: complexOf(imagOf(op.inputs[0]), re) });
        return [mul(neg(complexOf(dy, zero(dy!))), z)];
      }),
  },
  {
    type: "ComplexAbs",
    shape: unchanged,
    kernel: unaryKernel,
    grad: rule((dy, x, y) => {
      const above = mul(complexOf(dy, zerosLike(dy as Tensor)), x);
      const below = complexOf(y, zerosLike(y));
      return scoped(null, "div_no_nan", [above, below], (scope) =>
        createOp("DivNoNan", { x: above, y: below }, {}, scope),
      );
    }),
  },
];

/** tf.complex: `real` + i * `imag`, of two float32 or two float64. */
export const complex = pyFunction<{ real: TensorLike; imag: TensorLike; name: Name }>()(
  "complex",
  "(real, imag, name=None)",
  (p) => complexOf(p.real, p.imag, p.name),
);
/** tf.real: the real part; a real tensor itself. */
export const real = pyFunction<{ input: TensorLike; name: Name }>()("real", "(input, name=None)", (p) =>
  realOf(p.input, p.name),
);
/** tf.imag: the imaginary part; zeros for a real tensor. */
export const imag = pyFunction<{ input: TensorLike; name: Name }>()("imag", "(input, name=None)", (p) =>
  imagOf(p.input, p.name),
);
/** tf.angle: the argument of each complex number; zeros for a real tensor. */
export const angle = pyFunction<{ input: TensorLike; name: Name }>()("angle", "(input, name=None)", (p) =>
  part("Angle", "Angle", p.input, p.name, (t) => zerosLike(t)),
);
/** tf.conj: the complex conjugate; a real tensor itself. */
export const conj = pyFunction<{ x: TensorLike; name: Name }>()("conj", "(x, name=None)", (p) => conjOf(p.x, p.name));
