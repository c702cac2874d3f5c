/**
 * Gradients of matrix decompositions, inverses, systems and determinants.
 * Source: tensorflow/python/ops/linalg_grad.py (after M. B. Giles, "Collected matrix derivative results").
 */
import { constant } from "../../graph/constant.js";
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { int32 } from "../../graph/dtypes.js";
import { getDefaultGraph } from "../../graph/graph.js";
import type { Gradient, GradientFn } from "../../graph/registry.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { NotImplementedError } from "../../np/errors.js";
import { concatValues } from "../array/concat.js";
import { expandDims } from "../array/expand_dims.js";
import { zerosLike, zerosOf } from "../array/fill.js";
import { stackValues } from "../array/pack.js";
import { reshapeTo } from "../array/reshape.js";
import { rankInternal, shapeInternal } from "../array/shape.js";
import { matrixTranspose } from "../array/transpose.js";
import { unary } from "../math/gradient_rules.js";
import { type MatmulOptions, matmulOf } from "../math/matmul.js";
import { add, mul, neg, sub } from "../math/operators.js";
import { reduceSum } from "../math/reductions.js";
import { eyeOf, matrixBandPartOf, matrixDiagOf, matrixDiagPartOf, matrixSetDiagOf } from "./diagonals.js";

const A: MatmulOptions = { adjoint_a: true };
const B: MatmulOptions = { adjoint_b: true };

/** tf.linalg.adjoint: the conjugate transpose. */
export function adjointOf(given: TensorLike, name: string | null = null): Tensor {
  return scoped(name, "adjoint", [given], () =>
    matrixTranspose(convertToTensor(given, { name: "matrix" }), undefined, true),
  );
}

export function triangularSolve(
  matrix: TensorLike,
  rhs: TensorLike,
  lower = true,
  adjoint = false,
  name: string | null = null,
): Tensor {
  return createOp("MatrixTriangularSolve", { matrix, rhs }, { lower, adjoint }, name);
}

/** Runs `body` so that what it makes waits for all the gradients. */
function afterAll<T>(grads: readonly Gradient[], body: () => T): T {
  return getDefaultGraph().withControls(
    grads.map((g) => (g as Tensor).op),
    body,
  );
}

/** TensorFlow 1.15 takes the gradient of the plain inverse for that of the adjoint one, too; this is the right one, as of 2.12. */
export const inverseGrad: GradientFn = (op, dy) => {
  const inverse = op.outputs[0]!;
  const isAdjoint = op.attr<boolean>("adjoint");
  return [neg(matmulOf(inverse, matmulOf(dy as Tensor, inverse, isAdjoint ? A : B), isAdjoint ? {} : A))];
};

/** The gradient of a determinant (or of its logarithm): a multiple of the inverse's adjoint. */
function timesAdjointInverse(a: Tensor, factor: () => Tensor, like: Tensor): Tensor {
  const inverse = createOp("MatrixInverse", { input: a }, { adjoint: true });
  const multiple = factor();
  const shape = concatValues([shapeInternal(like), [1, 1]], 0);
  return mul(reshapeTo(multiple, shape), inverse);
}

export const determinantGrad: GradientFn = (op, dy) => {
  const value = op.outputs[0]!;
  return [timesAdjointInverse(op.inputs[0]!, () => mul(dy, value), value)];
};

export const logDeterminantGrad: GradientFn = (op, _, dLog) => [
  timesAdjointInverse(op.inputs[0]!, () => dLog as Tensor, op.outputs[1]!),
];

export const choleskyGrad: GradientFn = (op, dy) => {
  const l = op.outputs[0]!;
  const rows = shapeInternal(l).at(-1);
  const batchShape = shapeInternal(l).at(":-2");
  const inverse = triangularSolve(l, eyeOf(rows, { batchShape, dtype: l.dtype }));
  let middle = matmulOf(l, dy as Tensor, A);
  middle = matrixSetDiagOf(middle, mul(0.5, matrixDiagPartOf(middle)));
  middle = matrixBandPartOf(middle, -1, 0);
  const grad = matmulOf(matmulOf(inverse, middle, A), inverse);
  return [mul(add(grad, adjointOf(grad)), 0.5)];
};

export const qrGrad: GradientFn = (op, dq, dr) => {
  const [q, r] = op.outputs as readonly [Tensor, Tensor];
  if (q.dtype.is_complex) throw new NotImplementedError(`QrGrad not implemented for dtype: ${q.dtype}`);
  const [rows, cols] = r.shape.dims?.slice(-2) ?? [null, null];
  if (rows == null || cols == null) throw new NotImplementedError("QrGrad not implemented with dynamic shapes.");
  if (rows !== cols) {
    throw new NotImplementedError(
      "QrGrad not implemented when ncols > nrows or full_matrices is true and ncols != nrows.",
    );
  }
  const qdq = matmulOf(q, dq as Tensor, A);
  const qAntisymmetric = sub(qdq, adjointOf(qdq));
  const rdr = matmulOf(r, dr as Tensor, B);
  const rAntisymmetric = sub(rdr, adjointOf(rdr));
  const lower = matrixBandPartOf(add(qAntisymmetric, rAntisymmetric), -1, 0);
  const solved = (x: Tensor): Tensor => adjointOf(triangularSolve(r, adjointOf(x), false, false));
  const gradA = matmulOf(q, add(dr, solved(lower)));
  const gradB = solved(sub(dq, matmulOf(q, qdq)));
  return [add(gradA, gradB)];
};

export const solveGrad: GradientFn = (op, dy) => {
  const adjoint = op.attr<boolean>("adjoint");
  const x = op.outputs[0]!;
  const gradB = createOp("MatrixSolve", { matrix: op.inputs[0], rhs: dy }, { adjoint: !adjoint });
  return [neg(adjoint ? matmulOf(x, gradB, B) : matmulOf(gradB, x, B)), gradB];
};

export const triangularSolveGrad: GradientFn = (op, dy) => {
  const [adjoint, lower] = [op.attr<boolean>("adjoint"), op.attr<boolean>("lower")];
  const x = op.outputs[0]!;
  const gradB = triangularSolve(op.inputs[0]!, dy as Tensor, lower, !adjoint);
  const gradA = neg(adjoint ? matmulOf(x, gradB, B) : matmulOf(gradB, x, B));
  return [lower ? matrixBandPartOf(gradA, -1, 0) : matrixBandPartOf(gradA, 0, -1), gradB];
};

/** Infinite (or not a number) where eigenvalues coincide: their vectors aren't determined then. */
export const eigenGrad: GradientFn = (op, dValues, dVectors) =>
  afterAll([dValues!, dVectors!], () => {
    const values = op.outputs[0]!;
    let grad: Tensor;
    if (op.attr<boolean>("compute_v")) {
      const v = op.outputs[1]!;
      const differences = sub(expandDims(values, -2), expandDims(values, -1));
      const f = matrixSetDiagOf(unary("Reciprocal", differences), zerosLike(values));
      const diagonal = matrixDiagOf(dValues as Tensor);
      const inner = add(diagonal, mul(f, matmulOf(v, dVectors as Tensor, A)));
      grad = matmulOf(v, matmulOf(inner, v, B));
    } else {
      const v = createOperation("SelfAdjointEigV2", { input: op.inputs[0] }, { compute_v: true }).outputs[1]!;
      grad = matmulOf(v, matmulOf(matrixDiagOf(dValues as Tensor), v, B));
    }
    // The op reads the lower triangle only.
    grad = matrixBandPartOf(add(grad, adjointOf(grad)), -1, 0);
    return [matrixSetDiagOf(grad, mul(0.5, matrixDiagPartOf(grad)))];
  });

/** What the gradient of the decomposition is made of, for a matrix that is not tall. */
interface SvdParts {
  readonly s: Tensor;
  readonly u: Tensor;
  readonly v: Tensor;
  readonly dU: Tensor;
  readonly dV: Tensor;
  readonly dS: Tensor;
  readonly m: number;
  readonly n: number;
  readonly full: boolean;
}

function wideSvdGradient({ s, u, v, dU, dV, dS, m, n, full }: SvdParts): Tensor {
  const sMatrix = matrixDiagOf(s);
  const squares = unary("Square", s);
  const shape = shapeInternal(s);
  const eye = eyeOf(shape.at(-1), { batchShape: shape.at(":-1"), dtype: s.dtype });
  const differences = add(sub(expandDims(squares, -2), expandDims(squares, -1)), eye);
  const f = matrixSetDiagOf(unary("Reciprocal", differences), zerosLike(s));
  const inverse = matrixDiagOf(unary("Reciprocal", s));
  const v1 = v.at("...", ":", `:${m}`);
  const dV1 = dV.at("...", ":", `:${m}`);
  const uu = matmulOf(u, dU, A);
  const vv = matmulOf(v1, dV1, A);
  const fu = mul(f, uu);
  const fv = mul(f, vv);
  const fromU = add(dS, matmulOf(add(fu, adjointOf(fu)), sMatrix));
  const inner = add(fromU, matmulOf(sMatrix, add(fv, adjointOf(fv))));
  const first = matmulOf(u, matmulOf(inner, v1, B));
  if (m === n) return first;
  const dV1t = matrixTranspose(dV1);
  let rest = sub(dV1t, matmulOf(matmulOf(dV1t, v1), v1, B));
  if (full) {
    const v2 = v.at("...", ":", `${m}:${n}`);
    const dV2 = dV.at("...", ":", `${m}:${n}`);
    rest = sub(rest, matmulOf(matmulOf(v1, dV2, A), v2, B));
  }
  return add(first, matmulOf(matmulOf(u, inverse), rest));
}

export const svdGrad: GradientFn = (op, dS, dU, dV) => {
  const a = op.inputs[0]!;
  const dSMatrix = matrixDiagOf(dS as Tensor);
  if (!op.attr<boolean>("compute_uv")) {
    const [s, u, v] = createOperation("Svd", { input: a }, { compute_uv: true, full_matrices: false })
      .outputs as readonly [Tensor, Tensor, Tensor];
    void s;
    const grad = matmulOf(u, matmulOf(dSMatrix, v, B));
    grad.set_shape(a.shape);
    return [grad];
  }
  if (a.dtype.is_complex) {
    throw new NotImplementedError("SVD gradient is not implemented for complex types and compute_uv=True.");
  }
  const full = op.attr<boolean>("full_matrices");
  const [uShape, vShape] = [(dU as Tensor).shape.with_rank_at_least(2), (dV as Tensor).shape.with_rank_at_least(2)];
  const dimension = (s: TensorShape, i: number): number | null => s.dims?.at(i) ?? null;
  let m = dimension(a.shape, -2) ?? dimension(uShape, -2);
  let n = dimension(a.shape, -1) ?? dimension(vShape, -2);
  const batch = a.shape.at(":-2").merge_with(uShape.at(":-2")).merge_with(vShape.at(":-2"));
  const shape = batch.concatenate(new TensorShape([m, n]));
  if (m === null || n === null) {
    throw new NotImplementedError("SVD gradient has not been implemented for input with unknown inner matrix shape.");
  }
  const s = op.outputs[0]!;
  let [u, v, gu, gv] = [op.outputs[1]!, op.outputs[2]!, dU as Tensor, dV as Tensor];
  const isTall = m > n;
  if (isTall) {
    [m, n] = [n, m];
    [u, v, gu, gv] = [v, u, gv, gu];
  }
  const [rows, cols] = [m, n];
  return afterAll([dS!, gu, gv], () => {
    if (full && Math.abs(rows - cols) > 1) {
      throw new NotImplementedError("svd gradient is not implemented for abs(m - n) > 1 when full_matrices is True");
    }
    const wide = wideSvdGradient({ s, u, v, dU: gu, dV: gv, dS: dSMatrix, m: rows, n: cols, full });
    const grad = isTall ? matrixTranspose(wide) : wide;
    grad.set_shape(shape);
    return [grad];
  });
};

/** `x` with zeros added to one axis of the last two, by Pad where the shape isn't known. */
function shifted(
  x: Tensor,
  like: Tensor,
  axis: -1 | -2,
  atStart: boolean,
  zeroShape: () => readonly (number | null)[],
): Tensor {
  if (like.shape.isFullyDefined) {
    const zeros = zerosOf(zeroShape() as readonly number[], x.dtype);
    return concatValues(atStart ? [zeros, x] : [x, zeros], axis);
  }
  const rank = rankInternal(like);
  const none = zerosOf([sub(rank, 2), 2], int32);
  const pair = atStart ? [1, 0] : [0, 1];
  const paddings = concatValues([none, constant(axis === -1 ? [pair] : [pair, [0, 0]])], 0);
  return createOp("Pad", { input: x, paddings });
}

function transposedDiagonals(d: Tensor): Tensor {
  const main = d.at("...", 1, ":");
  const zeroShape = (): readonly (number | null)[] => [...d.shape.dims!.slice(0, -2), 1];
  const above = shifted(d.at("...", 2, "1:"), d, -1, false, zeroShape);
  const below = shifted(d.at("...", 0, ":-1"), d, -1, true, zeroShape);
  return stackValues([above, main, below], -2);
}

/** The three diagonals of x yᵀ. */
function threeDiagonals(x: Tensor, y: Tensor): Tensor {
  const zeroShape = (): readonly (number | null)[] => [...x.shape.dims!.slice(0, -2), 1, x.shape.dims!.at(-1)!];
  const dot = (z: Tensor): Tensor => reduceSum(mul(x, z), -1);
  const main = dot(y);
  const above = dot(shifted(y.at("...", "1:", ":"), y, -2, false, zeroShape));
  const below = dot(shifted(y.at("...", ":-1", ":"), y, -2, true, zeroShape));
  return stackValues([above, main, below], -2);
}

export const tridiagonalSolveGrad: GradientFn = (op, dy) => {
  const attrs = { partial_pivoting: op.attr<boolean>("partial_pivoting") };
  const diagonals = transposedDiagonals(op.inputs[0]!);
  const gradRhs = createOp("TridiagonalSolve", { diagonals, rhs: dy }, attrs);
  return [neg(threeDiagonals(gradRhs, op.outputs[0]!)), gradRhs];
};
