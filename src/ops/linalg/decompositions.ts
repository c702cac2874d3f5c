/**
 * Matrix decompositions, inverses, systems and determinants as op records.
 * Source: core/ops/linalg_ops.cc, core/kernels/{cholesky,qr,svd,self_adjoint_eig_v2,matrix_inverse,matrix_solve,
 * matrix_triangular_solve,determinant,tridiagonal_solve}_op.cc.
 */
import { invalidArgument } from "../../graph/errors.js";
import type { OpRecord } from "../../graph/registry.js";
import type { ShapeFn } from "../../graph/shape_inference.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { cholesky } from "../../numerics/linalg/cholesky.js";
import { symmetricEigen } from "../../numerics/linalg/eigen.js";
import { decomposeQr, orthogonalOf, triangularOf } from "../../numerics/linalg/householder.js";
import {
  decomposeLu,
  determinant,
  logDeterminant,
  NotInvertible,
  requireInvertible,
  solveLu,
  solveTriangular,
} from "../../numerics/linalg/lu.js";
import { singularValues } from "../../numerics/linalg/svd.js";
import { solveTridiagonal } from "../../numerics/linalg/tridiagonal.js";
import { mergeDim } from "../shape_functions.js";
import {
  batchAnd,
  batchedKernel,
  matrixShape,
  minDim,
  requireSolvable,
  requireSquare,
  solverShape,
  squareShape,
} from "./batched.js";
import {
  choleskyGrad,
  determinantGrad,
  eigenGrad,
  inverseGrad,
  logDeterminantGrad,
  qrGrad,
  solveGrad,
  svdGrad,
  triangularSolveGrad,
  tridiagonalSolveGrad,
} from "./decomposition_gradients.js";

function transposed(a: Float64Array, n: number): Float64Array {
  const out = new Float64Array(a.length);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) out[j * n + i] = a[i * n + j]!;
  return out;
}

function identity(n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) out[i * n + i] = 1;
  return out;
}

const inverse = batchedKernel(1, {
  check: requireSquare,
  outputs: ([[n]]) => [[n, n]],
  bind: (k, round) => {
    const adjoint = k.attr<boolean>("adjoint");
    return (a) => {
      const { values, rows: n } = a;
      const lu = decomposeLu(adjoint ? transposed(values, n) : values, n, round);
      requireInvertible(lu, "Input is not invertible.");
      return [solveLu(lu, identity(n), n, round)];
    };
  },
});

const solve = batchedKernel(2, {
  check: requireSolvable,
  outputs: ([[n], [, columns]]) => [[n, columns]],
  bind: (k, round) => {
    const adjoint = k.attr<boolean>("adjoint");
    return (a, b) => {
      const { values, rows: n } = a;
      if (n === 0 || b.cols === 0) return [new Float64Array(0)];
      const lu = decomposeLu(adjoint ? transposed(values, n) : values, n, round);
      requireInvertible(lu, "Input matrix is not invertible.");
      return [solveLu(lu, b.values, b.cols, round)];
    };
  },
});

const triangularSolve = batchedKernel(2, {
  check: requireSolvable,
  outputs: ([[n], [, columns]]) => [[n, columns]],
  bind: (k, round) => {
    const [lower, adjoint] = [k.attr<boolean>("lower"), k.attr<boolean>("adjoint")];
    return (a, b) => {
      const { values, rows: n } = a;
      for (let i = 0; i < n; i++) {
        if (!(Math.abs(values[i * n + i]!) > 0)) throw new NotInvertible("Input matrix is not invertible.");
      }
      const x = b.values.slice();
      solveTriangular(adjoint ? transposed(values, n) : values, n, lower !== adjoint, false, x, b.cols, round);
      return [x];
    };
  },
});

const determinantKernel = batchedKernel(1, {
  check: requireSquare,
  outputs: () => [[]],
  bind: (_, round) => (a) => [[determinant(decomposeLu(a.values, a.rows, round), round)]],
});

const logDeterminantKernel = batchedKernel(1, {
  check: requireSquare,
  outputs: () => [[], []],
  bind: (_, round) => (a) => {
    const { sign, log } = logDeterminant(decomposeLu(a.values, a.rows, round), round);
    return [[sign], [log]];
  },
});

const choleskyKernel = batchedKernel(1, {
  check: requireSquare,
  outputs: ([[n]]) => [[n, n]],
  bind: (_, round) => (a) => [cholesky(a.values, a.rows, round)],
});

const qrKernel = batchedKernel(1, {
  check: () => {},
  outputs: ([[m, n]], k) => {
    const width = k.attr<boolean>("full_matrices") ? m : Math.min(m, n);
    return [
      [m, width],
      [width, n],
    ];
  },
  bind: (k) => {
    const full = k.attr<boolean>("full_matrices");
    return (a) => {
      const { values, rows, cols } = a;
      const qr = decomposeQr(values, rows, cols);
      const width = full ? rows : Math.min(rows, cols);
      return [orthogonalOf(qr, width), triangularOf(qr, width)];
    };
  },
});

const svdKernel = batchedKernel(1, {
  check: () => {},
  outputs: ([[m, n]], k) => {
    const p = Math.min(m, n);
    if (!k.attr<boolean>("compute_uv")) return [[p], [0], [0]];
    return k.attr<boolean>("full_matrices") ? [[p], [m, m], [n, n]] : [[p], [m, p], [n, p]];
  },
  bind: (k) => {
    const vectors = k.attr<boolean>("compute_uv");
    const full = vectors && k.attr<boolean>("full_matrices");
    return (a) => {
      const { values, u, v } = singularValues(a.values, a.rows, a.cols, full);
      return vectors ? [values, u, v] : [values, [], []];
    };
  },
});

const eigenKernel = batchedKernel(1, {
  check: requireSquare,
  outputs: ([[n]], k) => (k.attr<boolean>("compute_v") ? [[n], [n, n]] : [[n], [0]]),
  bind: (k) => {
    const withVectors = k.attr<boolean>("compute_v");
    return (a) => {
      const { values, vectors } = symmetricEigen(a.values, a.rows);
      return withVectors ? [values, vectors] : [values, []];
    };
  },
});

const tridiagonalKernel = batchedKernel(2, {
  check: ([[three, n], [height]]) => {
    if (three !== 3)
      throw invalidArgument(`Expected diagonals to be provided as a matrix with 3 rows, got ${three} rows.`);
    if (n !== height) {
      throw invalidArgument(
        `Expected the same number of left-hand sides and right-hand sides, got ${n} and ${height}.`,
      );
    }
  },
  outputs: ([, [n, columns]]) => [[n, columns]],
  bind: (k) => {
    const pivoting = k.attr<boolean>("partial_pivoting");
    return (d, b) => [solveTridiagonal(d.values, d.cols, b.values, b.cols, pivoting)];
  },
});

const squareToSquare: ShapeFn = (c) => {
  const { batch, n } = squareShape(c);
  return [batchAnd(batch, n, n)];
};

const determinantShape: ShapeFn = (c) => {
  const { batch, rows, cols } = matrixShape(c);
  mergeDim(cols, rows);
  return new Array<TensorShape>(c.outputCount).fill(batch);
};

const qrShape: ShapeFn = (c) => {
  const { batch, rows, cols } = matrixShape(c);
  const width = c.attr<boolean>("full_matrices") ? rows : minDim(rows, cols);
  return [batchAnd(batch, rows, width), batchAnd(batch, width, cols)];
};

const svdShape: ShapeFn = (c) => {
  const { batch, rows, cols } = matrixShape(c);
  const p = minDim(rows, cols);
  const none = new TensorShape([0]);
  if (!c.attr<boolean>("compute_uv")) return [batchAnd(batch, p), none, none];
  const full = c.attr<boolean>("full_matrices");
  return [batchAnd(batch, p), batchAnd(batch, rows, full ? rows : p), batchAnd(batch, cols, full ? cols : p)];
};

const eigenShape: ShapeFn = (c) => {
  const { batch, n } = squareShape(c);
  return [batchAnd(batch, n), c.attr<boolean>("compute_v") ? batchAnd(batch, n, n) : new TensorShape([0])];
};

export const decompositionRecords: readonly OpRecord[] = [
  { type: "Cholesky", shape: squareToSquare, kernel: choleskyKernel, grad: choleskyGrad },
  { type: "LogMatrixDeterminant", shape: determinantShape, kernel: logDeterminantKernel, grad: logDeterminantGrad },
  { type: "MatrixDeterminant", shape: determinantShape, kernel: determinantKernel, grad: determinantGrad },
  { type: "MatrixInverse", shape: squareToSquare, kernel: inverse, grad: inverseGrad },
  { type: "MatrixSolve", shape: (c) => [solverShape(c, true)], kernel: solve, grad: solveGrad },
  {
    type: "MatrixTriangularSolve",
    shape: (c) => [solverShape(c, true)],
    kernel: triangularSolve,
    grad: triangularSolveGrad,
  },
  { type: "Qr", shape: qrShape, kernel: qrKernel, grad: qrGrad },
  { type: "SelfAdjointEigV2", shape: eigenShape, kernel: eigenKernel, grad: eigenGrad },
  { type: "Svd", shape: svdShape, kernel: svdKernel, grad: svdGrad },
  {
    type: "TridiagonalSolve",
    shape: (c) => {
      const lhs = matrixShape(c, 0);
      const rhs = matrixShape(c, 1);
      return [batchAnd(lhs.batch, lhs.cols, rhs.cols)];
    },
    kernel: tridiagonalKernel,
    grad: tridiagonalSolveGrad,
  },
];
