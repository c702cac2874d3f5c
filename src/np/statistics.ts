/**
 * Sums, means and other statistics over axes, as functions.
 * Source: numpy/core/fromnumeric.py, numpy/lib/function_base.py, numpy/lib/histograms.py (NumPy 1.18).
 */
import { bind, type Call } from "./arguments.js";
import { type Axis, oneAxis } from "./axes.js";
import { copyAs, withType } from "./casting.js";
import { type ArrayLike, asStrided, fromScalar } from "./convert.js";
import { apply1, apply2 } from "./dispatch.js";
import { dtypeOf } from "./dtype.js";
import { asDType, type DTypeLike } from "./dtype_names.js";
import { TypeError_, ValueError, ZeroDivisionError } from "./errors.js";
import { dot } from "./linear.js";
import { EXTREME, type ExtremeArgs, type ReduceArgs, reduceWith, SUM, VAR, type VarArgs } from "./methods.js";
import { NDArray, returned } from "./ndarray.js";
import { resultType } from "./promotion.js";
import * as reductions from "./reductions.js";
import * as running from "./running.js";
import { atLeast, diagonal, expandDims, moveaxis, part, ravel, reshape, squeeze, transpose } from "./shaping.js";
import { sort } from "./sorting.js";
import { allocate, type Strided } from "./strided.js";
import * as ufuncs from "./ufuncs.js";

type SumCall = Call<[axis: Axis | null, dtype: DTypeLike | null, out: Strided | null, keepdims: boolean], ReduceArgs>;
type VarCall = Call<
  [axis: Axis | null, dtype: DTypeLike | null, out: Strided | null, ddof: number, keepdims: boolean],
  VarArgs
>;
type ExtremeCall = Call<[axis: Axis | null, out: Strided | null, keepdims: boolean], ExtremeArgs>;

/** Integers are summed as int64 (uint64), floats in NumPy's pairwise order. */
export function sum(a: ArrayLike, ...args: SumCall): NDArray {
  return returned(reduceWith(asStrided(a), reductions.sum, "sum", SUM, args));
}
export function prod(a: ArrayLike, ...args: SumCall): NDArray {
  return returned(reduceWith(asStrided(a), reductions.prod, "prod", SUM, args));
}
export { prod as product };
/** Integers give float64, float16 is summed as float32. */
export function mean(a: ArrayLike, ...args: SumCall): NDArray {
  return returned(reduceWith(asStrided(a), reductions.mean, "mean", SUM, args));
}
export function std(a: ArrayLike, ...args: VarCall): NDArray {
  return returned(reduceWith(asStrided(a), reductions.std, "std", VAR, args));
}
function variance(a: ArrayLike, ...args: VarCall): NDArray {
  return returned(reduceWith(asStrided(a), reductions.variance, "var", VAR, args));
}

export { variance as var };
export function max(a: ArrayLike, ...args: ExtremeCall): NDArray {
  return returned(reduceWith(asStrided(a), reductions.max, "max", EXTREME, args));
}
export { max as amax };
export function min(a: ArrayLike, ...args: ExtremeCall): NDArray {
  return returned(reduceWith(asStrided(a), reductions.min, "min", EXTREME, args));
}
export { min as amin };
export function ptp(a: ArrayLike, ...args: ExtremeCall): NDArray {
  return returned(reduceWith(asStrided(a), reductions.ptp, "ptp", EXTREME, args));
}
export function any(a: ArrayLike, ...args: ExtremeCall): NDArray {
  return returned(reduceWith(asStrided(a), reductions.any, "any", EXTREME, args));
}
export function all(a: ArrayLike, ...args: ExtremeCall): NDArray {
  return returned(reduceWith(asStrided(a), reductions.all, "all", EXTREME, args));
}

interface RunningArgs {
  axis?: number | null;
  dtype?: DTypeLike | null;
}
type RunningCall = Call<[axis: number | null, dtype: DTypeLike | null], RunningArgs>;
export function cumsum(a: ArrayLike, ...args: RunningCall): NDArray {
  const { axis, dtype } = bind<RunningArgs>("cumsum", ["axis", "dtype"], args);
  return NDArray.from(running.cumsum(asStrided(a), axis, dtype ? asDType(dtype) : null));
}
export function cumprod(a: ArrayLike, ...args: RunningCall): NDArray {
  const { axis, dtype } = bind<RunningArgs>("cumprod", ["axis", "dtype"], args);
  return NDArray.from(running.cumprod(asStrided(a), axis, dtype ? asDType(dtype) : null));
}

/** nan counts as 0 (sum) or is left out (the others). */
function withoutNan(a: Strided, fill: number): Strided {
  if (a.dtype.kind !== "f") return a;
  const out = copyAs(a);
  const d = out.data as Float64Array;
  for (let i = 0; i < d.length; i++) if (Number.isNaN(d[i])) d[i] = fill;
  return out;
}
export function nansum(a: ArrayLike, ...args: SumCall): NDArray {
  return returned(reduceWith(withoutNan(asStrided(a), 0), reductions.sum, "nansum", SUM, args));
}
export function nanmax(a: ArrayLike, ...args: ExtremeCall): NDArray {
  return returned(reduceWith(withoutNan(asStrided(a), -Infinity), reductions.max, "nanmax", EXTREME, args));
}
export function nanmin(a: ArrayLike, ...args: ExtremeCall): NDArray {
  return returned(reduceWith(withoutNan(asStrided(a), Infinity), reductions.min, "nanmin", EXTREME, args));
}
export function nanmean(a: ArrayLike, ...args: SumCall): NDArray {
  const x = asStrided(a);
  const present = apply1(ufuncs.logicalNot, apply1(ufuncs.isnan, x));
  const { axis = null, keepdims = false } = bind<ReduceArgs>("nanmean", SUM, args);
  const count = reductions.sum(present, { axis, keepdims });
  return returned(apply2(ufuncs.trueDivide, nansum(x, { axis, keepdims }), count));
}

/** n-th differences along an axis. */
export function diff(a: ArrayLike, ...args: Call<[n: number, axis: number], { n?: number; axis?: number }>): NDArray {
  const { n = 1, axis = -1 } = bind<{ n: number; axis: number }>("diff", ["n", "axis"], args);
  let x = asStrided(a);
  if (n < 0) throw new ValueError(`order must be non-negative but got ${n}`);
  if (x.ndim === 0) throw new ValueError("diff requires input that is at least one dimensional");
  const k = oneAxis(axis, x.ndim);
  const u = x.dtype.kind === "b" ? ufuncs.notEqual : ufuncs.subtract;
  for (let i = 0; i < n; i++) {
    const size = x.shape[k]!;
    x = apply2(u, part(x, k, 1, size), part(x, k, 0, size - 1));
  }
  return NDArray.from(x);
}

interface AverageArgs {
  axis?: number | null;
  weights?: ArrayLike | null;
}
/** Mean, or the mean weighted along an axis. Raises ZeroDivisionError for weights that sum to zero. */
export function average(
  a: ArrayLike,
  ...args: Call<[axis: number | null, weights: ArrayLike | null], AverageArgs>
): NDArray {
  const { axis = null, weights = null } = bind<AverageArgs>("average", ["axis", "weights"], args);
  const x = asStrided(a);
  if (weights === null) return returned(reductions.mean(x, { axis }));
  let w = asStrided(weights);
  const integer = x.dtype.kind === "b" || x.dtype.isInteger;
  const t = resultType([x, w], integer ? [dtypeOf("float64")] : []);
  if (w.shape.join() !== x.shape.join()) {
    if (axis === null) throw new TypeError_("Axis must be specified when shapes of a and weights differ.");
    if (w.ndim !== 1) throw new TypeError_("1D weights expected when shapes of a and weights differ.");
    const k = oneAxis(axis, x.ndim);
    if (w.size !== x.shape[k]) throw new ValueError("Length of weights not compatible with specified axis.");
    w = reshape(
      w,
      x.shape.map((_, i) => (i === k ? w.size : 1)),
    );
    w = asStrided(copyAs(apply2(ufuncs.multiply, w, allocateOnes(x.shape))));
  }
  const scale = reductions.sum(w, { axis, dtype: t });
  if (Array.from(copyAs(scale).data as number[]).some((v) => v === 0)) {
    throw new ZeroDivisionError("Weights sum to zero, can't be normalized");
  }
  const total = reductions.sum(apply2(ufuncs.multiply, withType(x, t), withType(w, t)), { axis });
  return returned(apply2(ufuncs.trueDivide, total, scale));
}
function allocateOnes(shape: readonly number[]): Strided {
  const out = allocate(dtypeOf("int8"), shape);
  (out.data as Int8Array).fill(1);
  return out;
}

interface QuantileArgs {
  axis?: number | null;
  keepdims?: boolean;
  interpolation?: string;
}

function quantileOf(a: Strided, q: Strided, args: QuantileArgs): NDArray {
  const { axis = null, keepdims = false, interpolation = "linear" } = args;
  const x = axis === null ? ravel(a) : moveaxis(a, axis, 0);
  const n = x.shape[0]!;
  const sorted = sort(x, 0);
  const at = copyAs(q, dtypeOf("float64"));
  const rows = Array.from(at.data as Float64Array, (p) => {
    const where = p * (n - 1);
    const below = Math.floor(where);
    const row = (i: number) => NDArray.from(sorted).at(Math.min(n - 1, Math.max(0, i)));
    // nan sorts last and makes every quantile nan.
    const last = apply2(ufuncs.multiply, row(n - 1), fromScalar(0, dtypeOf("int8")));
    const plain = (v: Strided) => (last.dtype.kind === "f" ? apply2(ufuncs.add, v, apply1(nanOnly, last)) : v);
    if (interpolation === "lower") return plain(row(below));
    if (interpolation === "higher") return plain(row(Math.ceil(where)));
    if (interpolation === "nearest")
      return plain(row(Math.round(where) - Number(where % 1 === 0.5 && below % 2 === 0)));
    const above = interpolation === "midpoint" && where % 1 !== 0 ? 0.5 : where - below;
    const t = resultType([], [x.dtype, dtypeOf("float64")]);
    const weigh = (v: Strided, w: number) => apply2(ufuncs.multiply, withType(v, t), fromScalar(w, dtypeOf("float64")));
    return plain(apply2(ufuncs.add, weigh(row(below), 1 - above), weigh(row(below + 1), above)));
  });
  const shape = axis === null ? a.shape.map(() => 1) : a.shape.map((d, i) => (i === oneAxis(axis, a.ndim) ? 1 : d));
  const kept = rows.map((r) => (keepdims ? reshape(r, shape) : r));
  if (q.ndim === 0) return returned(kept[0]!);
  const t = kept[0]!.dtype;
  const out = allocate(t, [...q.shape, ...kept[0]!.shape]);
  kept.forEach((r, i) => {
    NDArray.from(reshape(out, [kept.length, ...r.shape])).set_at(i, r);
  });
  return returned(out);
}
/** 0 for numbers, nan for nan: what must be added to carry a nan over. */
const nanOnly = { ...ufuncs.positive, name: "nan_only", num: (x: number) => (Number.isNaN(x) ? NaN : 0) };

/** The values below which fractions q (0 to 1) of the elements lie. */
export function quantile(a: ArrayLike, q: ArrayLike, ...args: Call<[axis: number | null], QuantileArgs>): NDArray {
  const options = bind<QuantileArgs>("quantile", ["axis", "keepdims", "interpolation"], args);
  const fractions = asStrided(q);
  if (Array.from(copyAs(fractions, dtypeOf("float64")).data as Float64Array).some((p) => p < 0 || p > 1)) {
    throw new ValueError("Quantiles must be in the range [0, 1]");
  }
  return quantileOf(asStrided(a), fractions, options);
}
/** As quantile, q in percent. */
export function percentile(a: ArrayLike, q: ArrayLike, ...args: Call<[axis: number | null], QuantileArgs>): NDArray {
  const options = bind<QuantileArgs>("percentile", ["axis", "keepdims", "interpolation"], args);
  const fractions = apply2(ufuncs.trueDivide, asStrided(q), fromScalar(100));
  if (Array.from(copyAs(fractions).data as Float64Array).some((p) => p < 0 || p > 1)) {
    throw new ValueError("Percentiles must be in the range [0, 100]");
  }
  return quantileOf(asStrided(a), fractions, options);
}
/** Middle value, or the mean of the two middle ones. */
export function median(
  a: ArrayLike,
  ...args: Call<[axis: number | null], { axis?: number | null; keepdims?: boolean }>
): NDArray {
  const { axis = null, keepdims = false } = bind<{ axis: number | null; keepdims: boolean }>(
    "median",
    ["axis", "keepdims"],
    args,
  );
  const given = asStrided(a);
  const x = axis === null ? ravel(given) : moveaxis(given, axis, 0);
  const n = x.shape[0]!;
  const sorted = sort(x, 0);
  const half = Math.floor(n / 2);
  const nan = n > 0 && x.dtype.kind === "f" ? apply1(nanOnly, part(sorted, 0, n - 1, n)) : null;
  const middle = n % 2 === 1 ? part(sorted, 0, half, half + 1) : part(sorted, 0, half - 1, half + 1);
  let r = reductions.mean(middle, { axis: 0 });
  if (nan) r = apply2(ufuncs.add, r, reshape(nan, r.shape));
  if (!keepdims) return returned(r);
  const shape =
    axis === null ? given.shape.map(() => 1) : given.shape.map((d, i) => (i === oneAxis(axis, given.ndim) ? 1 : d));
  return returned(reshape(r, shape));
}

interface CovArgs {
  y?: ArrayLike | null;
  rowvar?: boolean;
  bias?: boolean;
  ddof?: number | null;
}
/** Covariance matrix of the rows (of the columns with rowvar false). */
export function cov(
  m: ArrayLike,
  ...args: Call<[y: ArrayLike | null, rowvar: boolean, bias: boolean], CovArgs>
): NDArray {
  const {
    y = null,
    rowvar = true,
    bias = false,
    ddof = null,
  } = bind<CovArgs>("cov", ["y", "rowvar", "bias", "ddof"], args);
  const given = asStrided(m);
  if (given.ndim > 2) throw new ValueError("m has more than 2 dimensions");
  const t = resultType([given], [dtypeOf("float64")]);
  const rows = (a: Strided) => {
    const x = withType(atLeast(a, 2), t);
    return !rowvar && x.shape[0] !== 1 ? transpose(x) : x;
  };
  let x = rows(given);
  if (y !== null) {
    const other = rows(asStrided(y));
    const joined = allocate(t, [x.shape[0]! + other.shape[0]!, x.shape[1]!]);
    const all = NDArray.from(joined);
    all.set_at([`:${x.shape[0]}`], x);
    all.set_at([`${x.shape[0]}:`], other);
    x = joined;
  }
  const n = x.shape[1]! - (ddof ?? (bias ? 0 : 1));
  const centered = apply2(ufuncs.subtract, x, reductions.mean(x, { axis: 1, keepdims: true }));
  const c = dot(centered, apply1(ufuncs.conjugate, transpose(centered)));
  return returned(squeeze(apply2(ufuncs.multiply, c, fromScalar(1 / Math.max(0, n), dtypeOf("float64")))));
}
/** Correlation coefficients of the rows. */
export function corrcoef(
  x: ArrayLike,
  ...args: Call<[y: ArrayLike | null, rowvar: boolean], { y?: ArrayLike | null; rowvar?: boolean }>
): NDArray {
  const { y = null, rowvar = true } = bind<{ y: ArrayLike | null; rowvar: boolean }>("corrcoef", ["y", "rowvar"], args);
  const c = cov(x, y, rowvar);
  if (c.ndim === 0) return c.truediv(c);
  const d = apply1(ufuncs.sqrt, diagonal(c));
  const r = apply2(ufuncs.trueDivide, apply2(ufuncs.trueDivide, c, expandDims(d, 1)), expandDims(d, 0));
  return returned(r).clip(-1, 1);
}

/** Piecewise linear interpolation through the points (xp, fp), constant outside. */
export function interp(
  x: ArrayLike,
  xp: ArrayLike,
  fp: ArrayLike,
  ...args: Call<[left: number | null, right: number | null], { left?: number | null; right?: number | null }>
): NDArray {
  const { left = null, right = null } = bind<{ left: number | null; right: number | null }>(
    "interp",
    ["left", "right"],
    args,
  );
  const at = asStrided(x);
  const [px, py] = [xp, fp].map((v) => copyAs(asStrided(v), dtypeOf("float64")).data as Float64Array) as [
    Float64Array,
    Float64Array,
  ];
  if (px.length === 0) throw new ValueError("array of sample points is empty");
  if (px.length !== py.length) throw new ValueError("fp and xp are not of the same length.");
  const n = px.length;
  const out = copyAs(at, dtypeOf("float64"));
  const v = out.data as Float64Array;
  for (let i = 0; i < v.length; i++) {
    const t = v[i]!;
    if (Number.isNaN(t)) continue;
    if (t < px[0]!) v[i] = left ?? py[0]!;
    else if (t > px[n - 1]!) v[i] = right ?? py[n - 1]!;
    else if (t === px[n - 1]) v[i] = py[n - 1]!;
    else {
      let j = 0;
      let high = n;
      while (high - j > 1) {
        const mid = (j + high) >> 1;
        if (px[mid]! <= t) j = mid;
        else high = mid;
      }
      const slope = (py[j + 1]! - py[j]!) / (px[j + 1]! - px[j]!);
      v[i] = slope * (t - px[j]!) + py[j]!;
    }
  }
  return returned(out);
}
/** Area under y by trapezoids. */
export function trapz(y: ArrayLike, x: ArrayLike | null = null, dx = 1, axis = -1): NDArray {
  const a = asStrided(y);
  const k = oneAxis(axis, a.ndim);
  const n = a.shape[k]!;
  const widths = x === null ? fromScalar(dx) : asStrided(diff(x));
  const shaped =
    widths.ndim === 1
      ? reshape(
          widths,
          a.shape.map((_, i) => (i === k ? widths.size : 1)),
        )
      : widths;
  const heights = apply2(ufuncs.add, part(a, k, 1, n), part(a, k, 0, n - 1));
  const areas = apply2(ufuncs.trueDivide, apply2(ufuncs.multiply, shaped, heights), fromScalar(2));
  return returned(reductions.sum(areas, { axis: k }));
}
