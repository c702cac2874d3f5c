/**
 * Distributions of vectors: multinomial, Dirichlet, multivariate normal.
 * Source: numpy/random/mtrand.pyx (NumPy 1.18).
 */
import { copyAs } from "../casting.js";
import { type ArrayLike, asStrided } from "../convert.js";
import { dtypeOf } from "../dtype.js";
import { ValueError } from "../errors.js";
import { Strided, sizeOf } from "../strided.js";
import { svd } from "../svd.js";
import { warnOnce } from "../warn.js";
import { binomial } from "./discrete.js";
import { standardGamma } from "./gamma.js";
import type { MT19937 } from "./mt19937.js";
import { carefulSum } from "./selection.js";

function floats(value: ArrayLike): Strided {
  return copyAs(asStrided(value, dtypeOf("float64")));
}

/** Counts of n trials in each class: a chain of binomials. */
export function multinomial(g: MT19937, n: number, pvals: ArrayLike, shape: readonly number[]): Strided {
  const array = floats(pvals);
  if (array.ndim !== 1)
    throw new ValueError(
      array.ndim === 0 ? "object of too small depth for desired array" : "object too deep for desired array",
    );
  const p = array.data as Float64Array;
  const classes = p.length;
  if (n < 0) throw new ValueError("n < 0");
  if (p.some((x) => !(x >= 0 && x <= 1))) throw new ValueError("pvals < 0, pvals > 1 or pvals contains NaNs");
  if (classes > 0 && carefulSum(p, classes - 1) > 1 + 1e-12) throw new ValueError("sum(pvals[:-1]) > 1.0");
  const out = new BigInt64Array(sizeOf(shape) * classes);
  for (let row = 0; row < out.length; row += classes) {
    let left = n;
    let remaining = 1;
    for (let j = 0; j < classes - 1 && left > 0; j++) {
      // Other than np.random.binomial, probability 0 draws nothing.
      const drawn = p[j] === 0 ? 0 : binomial(g, left, p[j]! / remaining);
      out[row + j] = BigInt(drawn);
      left -= drawn;
      remaining -= p[j]!;
    }
    if (left > 0) out[row + classes - 1] = BigInt(left);
  }
  return new Strided(out, dtypeOf("int64"), [...shape, classes]);
}

/** Points of a simplex: gamma draws divided by their sum. */
export function dirichlet(g: MT19937, alpha: ArrayLike, shape: readonly number[]): Strided {
  const a = floats(alpha).data as Float64Array;
  if (a.some((x) => x <= 0)) throw new ValueError("alpha <= 0");
  const k = a.length;
  const out = new Float64Array(sizeOf(shape) * k);
  for (let row = 0; row < out.length; row += k) {
    let sum = 0;
    for (let j = 0; j < k; j++) sum += out[row + j] = standardGamma(g, a[j]!);
    const inverse = 1 / sum;
    for (let j = 0; j < k; j++) out[row + j]! *= inverse;
  }
  return new Strided(out, dtypeOf("float64"), [...shape, k]);
}

export type CheckValid = "warn" | "raise" | "ignore";

/**
 * Correlated normals: rows of independent ones times sqrt(s) * v of the covariance's singular value decomposition.
 *
 * Two dimensions have NumPy's bits on the reference machine; beyond, last digits may differ, because the inner products
 * of LAPACK and BLAS depend on the machine.
 */
export function multivariateNormal(
  g: MT19937,
  mean: ArrayLike,
  cov: ArrayLike,
  shape: readonly number[],
  check: CheckValid,
  tolerance: number,
): Strided {
  const m = floats(mean);
  const c = floats(cov);
  if (m.ndim !== 1) throw new ValueError("mean must be 1 dimensional");
  if (c.ndim !== 2 || c.shape[0] !== c.shape[1]) throw new ValueError("cov must be 2 dimensional and square");
  const n = m.size;
  if (n !== c.shape[0]) throw new ValueError("mean and cov must have same length");
  const rows = sizeOf(shape);
  const x = Float64Array.from({ length: rows * n }, () => g.gauss());
  const covariance = c.data as Float64Array;
  const { s, vt } = svd(covariance, n);
  checkCovariance(covariance, s, vt, n, check, tolerance);
  const transform = vt.map((v, i) => Math.sqrt(s[Math.floor(i / n)]!) * v);
  const center = m.data as Float64Array;
  const out = new Float64Array(rows * n);
  for (let r = 0; r < out.length; r += n) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += x[r + k]! * transform[k * n + j]!;
      out[r + j] = sum + center[j]!;
    }
  }
  return new Strided(out, dtypeOf("float64"), [...shape, n]);
}

/** A symmetric positive-semidefinite matrix is vt' * s * vt. */
function checkCovariance(
  cov: Float64Array,
  s: Float64Array,
  vt: Float64Array,
  n: number,
  check: CheckValid,
  tolerance: number,
): void {
  if (check === "ignore") return;
  if (check !== "warn" && check !== "raise") {
    throw new ValueError("check_valid must equal 'warn', 'raise', or 'ignore'");
  }
  const fits = cov.every((want, at) => {
    const i = Math.floor(at / n);
    const j = at % n;
    let sum = 0;
    for (let k = 0; k < n; k++) sum += vt[k * n + i]! * s[k]! * vt[k * n + j]!;
    return Math.abs(sum - want) <= tolerance + tolerance * Math.abs(want);
  });
  if (fits) return;
  const text = "covariance is not positive-semidefinite.";
  if (check === "raise") throw new ValueError(text);
  warnOnce("RuntimeWarning", text);
}
