/**
 * Norms of vectors and matrices.
 * Source: tf.norm, tf.nn.l2_normalize, tf.linalg.normalize (tensorflow/python/ops/linalg_ops.py, nn_impl.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { notImplemented } from "../../graph/not_implemented.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { PyFloat } from "../../np/pyfloat.js";
import { tuple } from "../../np/pytuple.js";
import { eitherArgument, squeezeDims } from "../array/expand_dims.js";
import { castTo } from "../math/cast.js";
import { conjOf } from "../math/complex.js";
import { binary, unary } from "../math/gradient_rules.js";
import { mul, powOf, truediv } from "../math/operators.js";
import { type Axis, reduceMax, reduceSum } from "../math/reductions.js";

type Name = string | null;
type Order = number | PyFloat | string;
type NormAxis = number | readonly number[] | null;

const BAD_AXIS = "'axis' must be None, an integer, or a tuple of 2 unique integers";

function isWhole(x: unknown): x is number {
  return typeof x === "number" && Number.isInteger(x);
}

/** Checks order and axes. Raises ValueError. */
function checkNorm(order: number | string, axis: NormAxis): { isMatrix: boolean; axes: readonly number[] | null } {
  if (Array.isArray(axis) && axis.length === 2) {
    if (!axis.every(isWhole) || axis[0] === axis[1]) throw new ValueError(BAD_AXIS);
    if (!["euclidean", "fro", 1, 2, Number.POSITIVE_INFINITY].includes(order)) {
      throw new ValueError(`'ord' must be a supported matrix norm in ['euclidean', 'fro', 1, 2, inf], got ${order}`);
    }
    return { isMatrix: true, axes: axis };
  }
  if (axis !== null && !isWhole(axis)) throw new ValueError(BAD_AXIS);
  const isSupported = typeof order === "number" ? order > 0 : order === "euclidean";
  if (!isSupported) throw new ValueError(`'ord' must be a supported vector norm, got ${order}`);
  return { isMatrix: false, axes: axis === null ? null : [axis] };
}

function keptNorm(x: Tensor, order: number | string, axes: readonly number[] | null, isMatrix: boolean): Tensor {
  if (order === "fro" || order === "euclidean" || order === 2) {
    if (isMatrix && order === 2) throw notImplemented("tf.norm(ord=2) of matrices", "it needs tf.map_fn and tf.cond");
    return unary("Sqrt", reduceSum(mul(x, conjOf(x)), axes, true));
  }
  const absolute = createOp(x.dtype.is_complex ? "ComplexAbs" : "Abs", { x });
  const first = axes === null ? null : axes[0]!;
  if (order === 1) {
    const sums = reduceSum(absolute, first, true);
    return isMatrix ? reduceMax(sums, axes!.at(-1)!, true) : sums;
  }
  if (order === Number.POSITIVE_INFINITY) {
    const values = isMatrix ? reduceSum(absolute, axes![1]!, true) : absolute;
    return reduceMax(values, first, true);
  }
  return powOf(reduceSum(powOf(absolute, order), axes, true), new PyFloat(1 / Number(order)));
}

export function normOf(
  given: TensorLike,
  ord: Order = "euclidean",
  axis: NormAxis = null,
  keepdims = false,
  name: Name = null,
): Tensor {
  const order = ord instanceof PyFloat ? Number(ord) : ord;
  const { isMatrix, axes } = checkNorm(order, axis);
  return scoped(name, "norm", [given], () => {
    const result = keptNorm(convertToTensor(given), order, axes, isMatrix);
    return keepdims ? result : squeezeDims(result, axes ?? []);
  });
}

interface NormArguments {
  tensor: TensorLike;
  ord: Order;
  axis: NormAxis;
  keepdims: boolean | null;
  name: Name;
  keep_dims: boolean | null;
}

/**
 * tf.norm: of all elements, of vectors along one axis, or of matrices along two. `ord` is "euclidean", "fro", a positive
 * number or infinity. Raises ValueError for orders and axes that don't fit.
 */
export const norm = pyFunction<NormArguments>()(
  "norm",
  "(tensor, ord='euclidean', axis=None, keepdims=None, name=None, keep_dims=None)",
  (p) =>
    normOf(p.tensor, p.ord, p.axis, eitherArgument("keepdims", p.keepdims, "keep_dims", p.keep_dims) ?? false, p.name),
);

/** tf.linalg.normalize: `tensor` divided by its norm, and the norm. */
export const normalize = pyFunction<Pick<NormArguments, "tensor" | "ord" | "axis" | "name">>()(
  "normalize",
  "(tensor, ord='euclidean', axis=None, name=None)",
  (p) =>
    scoped(p.name, "normalize", [p.tensor], () => {
      const tensor = convertToTensor(p.tensor);
      const size = castTo(normOf(tensor, p.ord, p.axis, true), tensor.dtype);
      return tuple([truediv(tensor, size), size]) as Tensor[] as [Tensor, Tensor];
    }),
);

interface L2Arguments {
  x: TensorLike;
  axis: Axis;
  epsilon: TensorLike;
  name: Name;
  dim: Axis;
}

/** tf.nn.l2_normalize: `x` divided by its Euclidean norm along `axis`, whose square counts as `epsilon` at least. */
export const l2_normalize = pyFunction<L2Arguments>()(
  "l2_normalize",
  "(x, axis=None, epsilon=1e-12, name=None, dim=None)",
  (p) => {
    const axis = eitherArgument("axis", p.axis, "dim", p.dim);
    return scoped(p.name, "l2_normalize", [p.x], (scope) => {
      const x = convertToTensor(p.x, { name: "x" });
      const squares = reduceSum(unary("Square", x), axis, true);
      const inverse = unary("Rsqrt", binary("Maximum", squares, p.epsilon));
      return createOp("Mul", { x, y: inverse }, {}, scope);
    });
  },
);
