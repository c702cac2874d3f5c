/**
 * The `tf.linalg` namespace.
 */
export { matrix_transpose, matrix_transpose as transpose } from "../ops/array/transpose.js";
export {
  cross,
  diag as tensor_diag,
  diag_part as tensor_diag_part,
  eye,
  matrix_band_part as band_part,
  matrix_diag as diag,
  matrix_diag_part as diag_part,
  matrix_set_diag as set_diag,
  trace,
} from "../ops/linalg/diagonals.js";
export { expm } from "../ops/linalg/expm.js";
export { l2_normalize, norm, normalize } from "../ops/linalg/norms.js";
export {
  adjoint,
  cholesky,
  cholesky_solve,
  logdet,
  matrix_determinant as det,
  matrix_inverse as inv,
  matrix_solve as solve,
  matrix_solve_ls as lstsq,
  matrix_triangular_solve as triangular_solve,
  qr,
  self_adjoint_eig as eigh,
  self_adjoint_eigvals as eigvalsh,
  slogdet,
  svd,
  tridiagonal_solve,
} from "../ops/linalg/solvers.js";
export { global_norm } from "../ops/math/clip.js";
export { einsum } from "../ops/math/einsum.js";
export { matmul } from "../ops/math/matmul.js";
export { matvec, tensordot } from "../ops/math/tensordot.js";
