/**
 * np.linalg: norms, solving, inverse, determinant, factorizations.
 * Source: numpy/linalg/linalg.py (NumPy 1.18). NumPy calls LAPACK; here float64 elimination with partial pivoting and
 * Jacobi rotations, so last bits (and the signs of singular vectors) may differ.
 */
import { bind, type Call } from "./arguments.js";
import { oneAxis } from "./axes.js";
import { copyAs, withType } from "./casting.js";
import { type ArrayLike, asStrided } from "./convert.js";
import { completed, factor, solveWith, symmetricEigen, tallSvd } from "./decompositions.js";
import { apply1, apply2 } from "./dispatch.js";
import { type DType, dtypeOf } from "./dtype.js";
import { LinAlgError, ValueError } from "./errors.js";
import { exp } from "./libm/exp.js";
import { log } from "./libm/log.js";
import { dot } from "./linear.js";
import { NDArray, returned } from "./ndarray.js";
import { type PyTuple, tuple } from "./pytuple.js";
import * as reductions from "./reductions.js";
import { pick, ravel, reshape, transpose } from "./shaping.js";
import { allocate, Strided } from "./strided.js";
import * as ufuncs from "./ufuncs.js";

export { LinAlgError } from "./errors.js";

const FLOAT64 = dtypeOf("float64");

/** float32 and float16 keep float32 results, all else float64. */
function resultOf(a: Strided): DType {
  if (a.dtype.name === "float32") return a.dtype;
  if (a.dtype.kind === "c") throw new ValueError("complex matrices are not supported by this linalg");
  return FLOAT64;
}

function square(a: Strided): number {
  if (a.ndim < 2) {
    throw new LinAlgError(`${a.ndim}-dimensional array given. Array must be at least two-dimensional`);
  }
  const [m, n] = a.shape.slice(-2) as [number, number];
  if (m !== n) throw new LinAlgError("Last 2 dimensions of the array must be square");
  return n;
}

/** The matrices of a stack, each as row-major float64. */
function matrices(a: Strided): Strided[] {
  const [m, n] = a.shape.slice(-2) as [number, number];
  const flat = copyAs(a, FLOAT64);
  const count = m * n === 0 ? 0 : flat.size / (m * n);
  return Array.from({ length: count }, (_, i) => {
    return new Strided((flat.data as Float64Array).slice(i * m * n, (i + 1) * m * n), FLOAT64, [m, n]);
  });
}

/** Joins the results of a stack of matrices. */
function stacked(list: readonly Float64Array[], shape: readonly number[], dtype: DType): NDArray {
  const out = allocate(FLOAT64, shape);
  let at = 0;
  for (const r of list) {
    (out.data as Float64Array).set(r, at);
    at += r.length;
  }
  return returned(withType(out, dtype));
}

/** Inverse of each square matrix. Raises LinAlgError "Singular matrix". */
export function inv(a: ArrayLike): NDArray {
  const x = asStrided(a);
  const n = square(x);
  const one = new Float64Array(n * n);
  for (let i = 0; i < n; i++) one[i * n + i] = 1;
  const list = matrices(x).map((m) => solveWith(factor(m.data as Float64Array, n), n, one, n));
  return stacked(list, x.shape, resultOf(x));
}
/** x with a x = b; b is a vector, a matrix of columns, or a stack of them. */
export function solve(a: ArrayLike, b: ArrayLike): NDArray {
  const x = asStrided(a);
  const y = asStrided(b);
  const n = square(x);
  const vector = y.ndim === x.ndim - 1;
  const columns = vector ? 1 : y.shape[y.ndim - 1]!;
  if ((vector ? y.shape[y.ndim - 1] : y.shape[y.ndim - 2]) !== n) {
    throw new ValueError(
      "solve: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature " +
        `${vector ? "(m,m),(m)->(m)" : "(m,m),(m,n)->(m,n)"} (size ${vector ? y.shape[0] : y.shape[y.ndim - 2]} is different from ${n})`,
    );
  }
  const right = matrices(reshape(y, [...x.shape.slice(0, -2), n, columns]));
  const list = matrices(x).map((m, i) =>
    solveWith(factor(m.data as Float64Array, n), n, right[i]!.data as Float64Array, columns),
  );
  return stacked(list, y.shape, y.dtype.name === "float32" && x.dtype.name === "float32" ? y.dtype : FLOAT64);
}
/** Determinant of each square matrix. */
export function det(a: ArrayLike): NDArray {
  const x = asStrided(a);
  const n = square(x);
  const list = matrices(x).map((m) => {
    const { lu, sign, singular } = factor(m.data as Float64Array, n);
    if (singular) return Float64Array.of(0);
    // NumPy multiplies the pivots as a sum of logarithms, which shows in the last digits.
    let total = 0;
    let signed = sign;
    for (let i = 0; i < n; i++) {
      const pivot = lu[i * n + i]!;
      total += log(Math.abs(pivot));
      if (pivot < 0) signed = -signed;
    }
    return Float64Array.of(signed * exp(total));
  });
  return stacked(list, x.shape.slice(0, -2), resultOf(x));
}
/** L with L L^T = a. Raises LinAlgError where a isn't positive definite. */
export function cholesky(a: ArrayLike): NDArray {
  const x = asStrided(a);
  const n = square(x);
  const list = matrices(x).map((m) => {
    const s = m.data as Float64Array;
    const l = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) {
        let v = s[i * n + j]!;
        for (let k = 0; k < j; k++) v -= l[i * n + k]! * l[j * n + k]!;
        if (i === j && !(v > 0)) throw new LinAlgError("Matrix is not positive definite");
        l[i * n + j] = i === j ? Math.sqrt(v) : v / l[j * n + j]!;
      }
    }
    return l;
  });
  return stacked(list, x.shape, resultOf(x));
}

/** (values, vectors) of a symmetric matrix. */
export function eigh(a: ArrayLike): PyTuple<NDArray> {
  const x = asStrided(a);
  const n = square(x);
  if (x.ndim !== 2) throw new ValueError("eigh of a stack of matrices is not supported");
  const e = symmetricEigen(matrices(x)[0]!.data as Float64Array, n);
  const t = resultOf(x);
  return tuple([stacked([e.values], [n], t), stacked([e.vectors], [n, n], t)]);
}

interface SvdArgs {
  full_matrices?: boolean;
  compute_uv?: boolean;
}
/** (u, s, vh) of one matrix, s falling. */
export function svd(a: ArrayLike, ...args: Call<[full_matrices: boolean], SvdArgs>): PyTuple<NDArray> {
  const { full_matrices = true } = bind<SvdArgs>("svd", ["full_matrices", "compute_uv"], args);
  const x = asStrided(a);
  if (x.ndim !== 2) throw new LinAlgError(`${x.ndim}-dimensional array given. Array must be two-dimensional`);
  const t = resultOf(x);
  const [m, n] = x.shape as [number, number];
  if (m < n) {
    const [u, s, vh] = svd(copyAs(transpose(x)), full_matrices) as [NDArray, NDArray, NDArray];
    return tuple([vh.T.copy(), s, u.T.copy()]);
  }
  const { u, s, v } = tallSvd(copyAs(x, FLOAT64).data as Float64Array, m, n);
  const order = s.map((_, i) => i).sort((i, j) => s[j]! - s[i]!);
  const scale = Math.max(...s, 0) * 1e-15;
  const left = order
    .filter((j) => s[j]! > scale)
    .map((j) => Array.from({ length: m }, (_, i) => u[i * n + j]! / s[j]!));
  const columns = completed(left, m, full_matrices ? m : n);
  const uOut = Float64Array.from(
    { length: m * columns.length },
    (_, e) => columns[e % columns.length]![Math.floor(e / columns.length)]!,
  );
  const vOut = Float64Array.from({ length: n * n }, (_, e) => v[(e % n) * n + order[Math.floor(e / n)]!]!);
  return tuple([
    stacked([uOut], [m, columns.length], t),
    stacked([Float64Array.from(order, (j) => s[j]!)], [n], t),
    stacked([vOut], [n, n], t),
  ]);
}
/** Pseudo-inverse by singular values above rcond times the largest. */
export function pinv(a: ArrayLike, rcond = 1e-15): NDArray {
  const [u, s, vh] = svd(a, false) as [NDArray, NDArray, NDArray];
  const largest = s.size ? +s.at(0) : 0;
  const inverse = s.gt(rcond * largest);
  const scaled = NDArray.from(copyAs(s));
  for (let i = 0; i < s.size; i++) scaled.set_at(i, inverse.at(i).__bool__() ? 1 / +s.at(i) : 0);
  return vh.T.matmul(scaled.reshape(-1, 1).mul(u.T));
}
export function matrix_rank(M: ArrayLike): NDArray {
  const a = asStrided(M);
  const s = svd(a, false)[1]!;
  const eps = s.dtype.name === "float32" ? 2 ** -23 : 2 ** -52;
  return s.gt(+s.max() * Math.max(...a.shape) * eps).sum();
}

interface NormArgs {
  ord?: number | "fro" | null;
  axis?: number | readonly number[] | null;
  keepdims?: boolean;
}
function kept(a: Strided, axes: readonly number[], keepdims: boolean): NDArray {
  if (!keepdims) return returned(a);
  return returned(
    reshape(
      a,
      a.shape.map((d, i) => (axes.includes(i) ? 1 : d)),
    ),
  );
}
/** Vector norms along one axis, matrix norms over two; without ord or axis the root of the sum of all squares. */
export function norm(
  x: ArrayLike,
  ...args: Call<[ord: number | "fro" | null, axis: number | readonly number[] | null, keepdims: boolean], NormArgs>
): NDArray {
  const { ord = null, axis = null, keepdims = false } = bind<NormArgs>("norm", ["ord", "axis", "keepdims"], args);
  let a = asStrided(x);
  if (a.dtype.kind !== "f" && a.dtype.kind !== "c") a = copyAs(a, FLOAT64);
  if (axis === null && (ord === null || (a.ndim === 2 && ord === "fro") || (a.ndim === 1 && ord === 2))) {
    const flat = ravel(a);
    const squares =
      a.dtype.kind === "c"
        ? apply2(
            ufuncs.add,
            dot(reductions.realPart(flat), reductions.realPart(flat)),
            dot(reductions.imagPart(flat), reductions.imagPart(flat)),
          )
        : dot(flat, flat);
    const r = apply1(ufuncs.sqrt, squares);
    return returned(
      keepdims
        ? reshape(
            r,
            a.shape.map(() => 1),
          )
        : r,
    );
  }
  const axes =
    axis === null
      ? a.shape.map((_, i) => i)
      : (typeof axis === "number" ? [axis] : [...axis]).map((k) => oneAxis(k, a.ndim));
  if (axes.length === 1) return vectorNorm(a, ord, axes[0]!, keepdims);
  if (axes.length !== 2) throw new ValueError("Improper number of dimensions to norm.");
  return matrixNorm(a, ord, axes as [number, number], keepdims);
}
function vectorNorm(a: Strided, ord: number | "fro" | null, axis: number, keepdims: boolean): NDArray {
  const size = apply1(ufuncs.absolute, a);
  const options = { axis, keepdims };
  if (ord === Infinity) return returned(reductions.max(size, options));
  if (ord === -Infinity) return returned(reductions.min(size, options));
  if (ord === 0) return returned(copyAs(reductions.sum(apply2(ufuncs.notEqual, a, asStrided(0)), options), a.dtype));
  if (ord === 1) return returned(reductions.sum(size, options));
  if (ord === null || ord === 2) {
    return returned(apply1(ufuncs.sqrt, reductions.sum(apply1(ufuncs.square, size), options)));
  }
  if (ord === "fro") throw new ValueError("Invalid norm order for vectors.");
  const total = reductions.sum(apply2(ufuncs.power, size, asStrided(ord)), options);
  return returned(apply2(ufuncs.power, total, asStrided(1 / ord)));
}
function matrixNorm(
  a: Strided,
  ord: number | "fro" | null,
  axes: readonly [number, number],
  keepdims: boolean,
): NDArray {
  const [row, column] = axes;
  const size = apply1(ufuncs.absolute, a);
  if (ord === null || ord === "fro") {
    return returned(apply1(ufuncs.sqrt, reductions.sum(apply1(ufuncs.square, size), { axis: axes, keepdims })));
  }
  if (Math.abs(ord) === 1 || Math.abs(ord) === Infinity) {
    const summed = Math.abs(ord) === 1 ? row : column;
    const rest = Math.abs(ord) === 1 ? column : row;
    const sums = reductions.sum(size, { axis: summed, keepdims: true });
    const r =
      ord > 0
        ? reductions.max(sums, { axis: rest, keepdims: true })
        : reductions.min(sums, { axis: rest, keepdims: true });
    if (keepdims) return returned(r);
    const [high, low] = row > column ? [row, column] : [column, row];
    return returned(pick(pick(r, high, 0), low, 0));
  }
  if (Math.abs(ord) === 2 && a.ndim === 2) {
    const s = svd(a, false)[1]!;
    return kept(ord > 0 ? s.max() : s.min(), axes, keepdims);
  }
  throw new ValueError("Invalid norm order for matrices.");
}
/** Least squares solution: (x, residuals, rank, singular values). */
export function lstsq(a: ArrayLike, b: ArrayLike, rcond: number | null = null): PyTuple<NDArray> {
  const x = NDArray.from(asStrided(a));
  const y = NDArray.from(asStrided(b));
  const [m = 0, n = 0] = x.shape;
  const cut = rcond ?? 2 ** -52 * Math.max(m, n);
  const s = svd(x, false)[1]!;
  const solution = pinv(x, cut).matmul(y);
  const rank = s.gt(cut * (s.size ? +s.max() : 0)).sum();
  const residual = y.sub(x.matmul(solution)).pow(2).sum(0);
  const full = +rank === n && m > n;
  return tuple([solution, full ? residual.reshape(-1) : NDArray.of("float64", new Float64Array(0), [0]), rank, s]);
}
/** a multiplied with itself n times; negative n inverts first. */
export function matrix_power(a: ArrayLike, n: number): NDArray {
  let base = n < 0 ? inv(a) : NDArray.from(copyAs(asStrided(a)));
  const size = square(base);
  let result: NDArray | null = null;
  for (let e = Math.abs(n); e > 0; e = Math.floor(e / 2)) {
    if (e % 2 === 1) result = result ? result.matmul(base) : base;
    base = base.matmul(base);
  }
  if (result) return result;
  const one = NDArray.from(allocate(base.dtype, [size, size]));
  for (let i = 0; i < size; i++) one.set_at([i, i], 1);
  return one;
}
