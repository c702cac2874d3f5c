/**
 * Decompositions, inverses and systems as Python calls them.
 * Source: tf.linalg (tensorflow/python/ops/linalg_ops.py, linalg/linalg_impl.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { pyFunction } from "../../graph/signature.js";
import { Tensor } from "../../graph/tensor.js";
import type { TensorShape } from "../../graph/tensor_shape.js";
import { NotImplementedError, ValueError } from "../../np/errors.js";
import { tuple } from "../../np/pytuple.js";
import { expandDims, squeezeDims } from "../array/expand_dims.js";
import { gatherNd } from "../array/gather_nd.js";
import { stackValues } from "../array/pack.js";
import { shapeInternal } from "../array/shape.js";
import { matrixTranspose, transposeBy } from "../array/transpose.js";
import { buildCond } from "../control/cond.js";
import { conjOf, realOf } from "../math/complex.js";
import { binary, unary } from "../math/gradient_rules.js";
import { matmulOf } from "../math/matmul.js";
import { add, mul } from "../math/operators.js";
import { reduceSum } from "../math/reductions.js";
import { adjointOf, triangularSolve } from "./decomposition_gradients.js";
import { eyeOf, matrixDiagPartOf } from "./diagonals.js";

type Name = string | null;
type OfMatrix = { input: TensorLike; name: Name };

function named<T extends Record<string, Tensor>>(fields: T): Tensor[] & T {
  return Object.assign(tuple(Object.values(fields)) as Tensor[], fields);
}

/** tf.cholesky: the lower triangle L of L Lᵀ = input. Runs fail for matrices that aren't positive definite. */
export const cholesky = pyFunction<OfMatrix>()("cholesky", "(input, name=None)", ({ input, name }) =>
  createOp("Cholesky", { input }, {}, name),
);
/** tf.linalg.inv: inverses of square matrices (of their adjoints). */
export const matrix_inverse = pyFunction<OfMatrix & { adjoint: boolean }>()(
  "matrix_inverse",
  "(input, adjoint=False, name=None)",
  ({ input, adjoint, name }) => createOp("MatrixInverse", { input }, { adjoint }, name),
);
/** tf.linalg.det: determinants of square matrices. */
export const matrix_determinant = pyFunction<OfMatrix>()(
  "matrix_determinant",
  "(input, name=None)",
  ({ input, name }) => createOp("MatrixDeterminant", { input }, {}, name),
);
/** tf.linalg.slogdet: sign and logarithm of the absolute value of determinants. */
export const slogdet = pyFunction<OfMatrix>()("log_matrix_determinant", "(input, name=None)", ({ input, name }) => {
  const [sign, log_abs_determinant] = createOperation("LogMatrixDeterminant", { input }, {}, name).outputs as readonly [
    Tensor,
    Tensor,
  ];
  return named({ sign, log_abs_determinant });
});
/** tf.linalg.logdet: logarithms of determinants of positive definite matrices. */
export const logdet = pyFunction<{ matrix: TensorLike; name: Name }>()(
  "logdet",
  "(matrix, name=None)",
  ({ matrix, name }) =>
    scoped(name, "logdet", [matrix], () => {
      const factor = createOp("Cholesky", { input: matrix });
      return mul(2, reduceSum(unary("Log", realOf(matrixDiagPartOf(factor))), [-1]));
    }),
);
/** tf.linalg.adjoint: conjugate transposes of matrices. */
export const adjoint = pyFunction<{ matrix: TensorLike; name: Name }>()("adjoint", "(matrix, name=None)", (p) =>
  adjointOf(p.matrix, p.name),
);

type System = { matrix: TensorLike; rhs: TensorLike; name: Name };
/** tf.linalg.solve: x of matrix x = rhs. Runs fail for singular matrices. */
export const matrix_solve = pyFunction<System & { adjoint: boolean }>()(
  "matrix_solve",
  "(matrix, rhs, adjoint=False, name=None)",
  ({ matrix, rhs, adjoint: isAdjoint, name }) => createOp("MatrixSolve", { matrix, rhs }, { adjoint: isAdjoint }, name),
);
/** tf.linalg.triangular_solve: x of matrix x = rhs for lower (or upper) triangular matrices. */
export const matrix_triangular_solve = pyFunction<System & { lower: boolean; adjoint: boolean }>()(
  "matrix_triangular_solve",
  "(matrix, rhs, lower=True, adjoint=False, name=None)",
  (p) => triangularSolve(p.matrix, p.rhs, p.lower, p.adjoint, p.name),
);

export function choleskySolve(factor: TensorLike, rhs: TensorLike, name: Name = null): Tensor {
  return scoped(name, "cholesky_solve", [factor, rhs], () => {
    const y = triangularSolve(factor, rhs, true, false);
    return triangularSolve(factor, y, true, true);
  });
}

/** tf.cholesky_solve: x of C Cᵀ x = rhs for Cholesky factors C. */
export const cholesky_solve = pyFunction<{ chol: TensorLike; rhs: TensorLike; name: Name }>()(
  "cholesky_solve",
  "(chol, rhs, name=None)",
  (p) => choleskySolve(p.chol, p.rhs, p.name),
);

/** tf.linalg.qr: q with orthonormal columns and upper triangular r, input = q r. */
export const qr = pyFunction<OfMatrix & { full_matrices: boolean }>()(
  "qr",
  "(input, full_matrices=False, name=None)",
  ({ input, full_matrices, name }) => {
    const [q, r] = createOperation("Qr", { input }, { full_matrices }, name).outputs as readonly [Tensor, Tensor];
    return named({ q, r });
  },
);

/** tf.linalg.eigh: ascending eigenvalues and eigenvectors (as columns) of symmetric matrices, from their lower triangles. */
export const self_adjoint_eig = pyFunction<{ tensor: TensorLike; name: Name }>()(
  "self_adjoint_eig",
  "(tensor, name=None)",
  (p) => {
    const { outputs } = createOperation("SelfAdjointEigV2", { input: p.tensor }, { compute_v: true }, p.name);
    return tuple(outputs) as Tensor[] as [Tensor, Tensor];
  },
);
/** tf.linalg.eigvalsh: ascending eigenvalues of symmetric matrices. */
export const self_adjoint_eigvals = pyFunction<{ tensor: TensorLike; name: Name }>()(
  "self_adjoint_eigvals",
  "(tensor, name=None)",
  (p) => createOp("SelfAdjointEigV2", { input: p.tensor }, { compute_v: false }, p.name),
);

type SvdArguments = { tensor: TensorLike; full_matrices: boolean; compute_uv: boolean; name: Name };
/** tf.linalg.svd: descending singular values s, and u, v with tensor = u diag(s) vᵀ; s alone without `compute_uv`. */
export const svd = pyFunction<SvdArguments>()(
  "svd",
  "(tensor, full_matrices=False, compute_uv=True, name=None)",
  (p) => {
    const attrs = { compute_uv: p.compute_uv, full_matrices: p.full_matrices };
    const [s, u, v] = createOperation("Svd", { input: p.tensor }, attrs, p.name).outputs as readonly [
      Tensor,
      Tensor,
      Tensor,
    ];
    return p.compute_uv ? tuple([realOf(s), u, v]) : realOf(s);
  },
);

/** The Cholesky factor of mᵀm (or m mᵀ) plus a multiple of the identity. */
function regularizedGramian(matrix: Tensor, l2: TensorLike, first: boolean): Tensor {
  let gramian = matmulOf(matrix, matrix, { adjoint_a: first, adjoint_b: !first });
  if (l2 instanceof Tensor || Number(l2) !== 0) {
    const shape = shapeInternal(matrix);
    const batchShape = shape.at(":-2");
    const identity = eyeOf(shape.at(first ? -1 : -2), { batchShape, dtype: matrix.dtype });
    const { dims } = matrix.shape;
    const size = dims?.at(first ? -1 : -2) ?? null;
    identity.set_shape(matrix.shape.at(":-2").concatenate([size, size]));
    gramian = add(gramian, mul(l2, identity));
  }
  return createOp("Cholesky", { input: gramian });
}

interface LeastSquaresArguments {
  matrix: TensorLike;
  rhs: TensorLike;
  l2_regularizer: TensorLike;
  fast: boolean;
  name: Name;
}

/** Large batches of small matrices are left to the op, which this package does not have. */
function isComposite(fast: boolean, shape: TensorShape, itemsize: number): boolean {
  if (!fast) return false;
  const { known } = shape;
  if (!known) return true;
  const bytes = known.reduce((n, d) => n * d, 1) * itemsize;
  const batch = known.slice(0, -2).reduce((n, d) => n * d, 1);
  return !(bytes > 256000 && batch > Math.min(...known.slice(-2)));
}

/** tf.linalg.lstsq: x that makes |matrix x - rhs|² + l2_regularizer |x|² least, by the normal equations. */
export const matrix_solve_ls = pyFunction<LeastSquaresArguments>()(
  "matrix_solve_ls",
  "(matrix, rhs, l2_regularizer=0.0, fast=True, name=None)",
  (p) => {
    const matrix = convertToTensor(p.matrix, { name: "matrix" });
    const { l2_regularizer: l2, rhs } = p;
    if (matrix.dtype.baseName === "complex128" && Number(l2) !== 0) {
      throw new NotImplementedError(
        "matrix_solve_ls is currently disabled for complex128 and l2_regularizer != 0 due to poor accuracy.",
      );
    }
    if (!isComposite(p.fast, matrix.shape, matrix.dtype.size)) {
      return createOp("MatrixSolveLs", { matrix, rhs, l2_regularizer: l2 }, { fast: p.fast }, p.name);
    }
    return scoped(p.name, "matrix_solve_ls", [matrix, rhs, l2], () => {
      const [rows, cols] = matrix.shape.dims?.slice(-2) ?? [null, null];
      const over = (): Tensor =>
        choleskySolve(regularizedGramian(matrix, l2, true), matmulOf(matrix, rhs, { adjoint_a: true }));
      const under = (): Tensor =>
        matmulOf(matrix, choleskySolve(regularizedGramian(matrix, l2, false), rhs), { adjoint_a: true });
      if (rows != null && cols != null) return rows >= cols ? over() : under();
      const shape = shapeInternal(matrix).at("-2:");
      return buildCond(binary("GreaterEqual", shape.at(-2), shape.at(-1)), over, under) as Tensor;
    });
  },
);

interface TridiagonalArguments {
  diagonals: TensorLike | readonly TensorLike[];
  rhs: TensorLike;
  diagonals_format: string;
  transpose_rhs: boolean;
  conjugate_rhs: boolean;
  name: Name;
  partial_pivoting: boolean;
}

function compactSolve(given: TensorLike, givenRhs: TensorLike, p: TridiagonalArguments): Tensor {
  const diagonals = given as Tensor;
  let rhs = givenRhs as Tensor;
  const [dRank, rRank] = [diagonals.shape.length, rhs.shape.length];
  if (dRank < 2) throw new ValueError(`Expected diagonals to have rank at least 2, got ${dRank}`);
  if (rRank !== dRank && rRank !== dRank - 1) {
    throw new ValueError(`Expected the rank of rhs to be ${dRank - 1} or ${dRank}, got ${rRank}`);
  }
  const three = diagonals.shape.dims!.at(-2)!;
  if (three && three !== 3) throw new ValueError(`Expected 3 diagonals got ${three}`);
  const [dBatch, rBatch] = [diagonals.shape.at(":-2"), rhs.shape.at(`:${dRank - 2}`)];
  if (!dBatch.is_compatible_with(rBatch)) throw new ValueError(`Batch shapes ${dBatch} and ${rBatch} are incompatible`);
  const checkRows = (): void => {
    const [n, m] = [diagonals.shape.dims!.at(-1), rhs.shape.dims!.at(-2)];
    if (n && m && n !== m)
      throw new ValueError(`Expected number of left-hand sided and right-hand sides to be equal, got ${n} and ${m}`);
  };
  const solve = (): Tensor =>
    createOp("TridiagonalSolve", { diagonals, rhs }, { partial_pivoting: p.partial_pivoting }, p.name);
  if (rRank === dRank - 1) {
    if (p.conjugate_rhs) rhs = conjOf(rhs);
    rhs = expandDims(rhs, -1);
    checkRows();
    return squeezeDims(solve(), [-1]);
  }
  if (p.transpose_rhs) rhs = matrixTranspose(rhs, undefined, p.conjugate_rhs);
  else if (p.conjugate_rhs) rhs = conjOf(rhs);
  checkRows();
  const result = solve();
  return p.transpose_rhs ? matrixTranspose(result) : result;
}

/** One of three diagonals, an element short at one end, at full length. */
function padded(t: Tensor, m: number | null, name: string, pair: readonly number[]): Tensor {
  const n = t.shape.dims?.at(-1) ?? null;
  if (!n || n === m) return t;
  if (m !== null && n === m - 1) {
    const paddings = [...t.shape.dims!.slice(0, -1).map(() => [0, 0]), pair];
    return createOp("Pad", { input: t, paddings });
  }
  throw new ValueError(`Expected ${name} to be have length ${m} or ${m === null ? "None" : m - 1}, got ${n}.`);
}

function fromSequence(list: readonly Tensor[]): Tensor {
  const [above, main, below] = Array.isArray(list) ? list : [];
  if (list.length !== 3 || !above || !main || !below)
    throw new ValueError("Expected diagonals to be a sequence of length 3.");
  const batch = (t: Tensor): TensorShape => t.shape.at(":-1");
  if (!batch(below).is_compatible_with(batch(main)) || !batch(above).is_compatible_with(batch(main))) {
    throw new ValueError(
      `Tensors representing the three diagonals must have the same shape,except for the last dimension, got ${below.shape}, ${main.shape}, ${above.shape}`,
    );
  }
  const m = main.shape.dims?.at(-1) ?? null;
  const lower = padded(below, m, "subdiagonal", [1, 0]);
  const upper = padded(above, m, "superdiagonal", [0, 1]);
  return stackValues([upper, main, lower], -2);
}

function fromMatrix(matrix: Tensor): Tensor {
  const [m2, m1] = matrix.shape.dims?.slice(-2) ?? [null, null];
  if (m1 && m2 && m1 !== m2)
    throw new ValueError(`Expected last two dimensions of diagonals to be same, got ${m1} and ${m2}`);
  const m = m1 || m2;
  if (!m) throw new ValueError('The size of the matrix needs to be known for diagonals_format="matrix"');
  const inner = Array.from({ length: Math.max(m - 2, 0) }, (_, i) => i + 1);
  const indices = [
    [
      [1, 0],
      [0, 0],
      [0, 0],
    ],
    ...inner.map((i) => [
      [i + 1, i],
      [i, i],
      [i - 1, i],
    ]),
    [
      [0, 0],
      [m - 1, m - 1],
      [m - 2, m - 1],
    ],
  ];
  return transposeBy(gatherNd(transposeBy(matrix), indices));
}

/**
 * tf.linalg.tridiagonal_solve: x of a tridiagonal system; `diagonals` is one tensor [..., 3, n] ("compact"), the three
 * diagonals ("sequence"), or a whole matrix ("matrix"). Raises ValueError for shapes that don't fit.
 */
export const tridiagonal_solve = pyFunction<TridiagonalArguments>()(
  "tridiagonal_solve",
  "(diagonals, rhs, diagonals_format='compact', transpose_rhs=False, conjugate_rhs=False, name=None, partial_pivoting=True)",
  (p) => {
    if (p.diagonals_format === "compact") return compactSolve(p.diagonals as TensorLike, p.rhs, p);
    if (p.diagonals_format === "sequence")
      return compactSolve(fromSequence(p.diagonals as readonly Tensor[]), p.rhs, p);
    if (p.diagonals_format === "matrix") return compactSolve(fromMatrix(p.diagonals as Tensor), p.rhs, p);
    throw new ValueError(`Unrecognized diagonals_format: ${p.diagonals_format}`);
  },
);
