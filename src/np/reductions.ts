/**
 * Reductions over axes: sum, prod, extremes, any, all, mean, variance, argmax, running sums.
 * Source: PyUFunc_Reduce, PyUFunc_Accumulate, numpy/core/_methods.py (NumPy 1.18).
 */
import { type Axis, axisList, oneAxis } from "./axes.js";
import { copyInto, rowMajorOf, withType } from "./casting.js";
import { apply1, apply2, type BinaryUfunc } from "./dispatch.js";
import { type DType, dtypeOf } from "./dtype.js";
import { TypeError_, ValueError } from "./errors.js";
import { roundHalf } from "./half.js";
import { forRuns, type Run } from "./iterate.js";
import { BINARY } from "./loops.generated.js";
import { pairwise32, pairwise64, pairwiseComplex } from "./pairwise.js";
import { moveaxis, ravel, reshape } from "./shaping.js";
import { allocate, Strided } from "./strided.js";
import * as ufuncs from "./ufuncs.js";
import { warnOnce } from "./warn.js";

export interface ReduceOptions {
  readonly axis?: Axis | null;
  readonly dtype?: DType | null;
  readonly keepdims?: boolean;
}

/** Result storage of a reduction, and the same storage seen at the operand's shape (stride 0 on reduced axes). */
function reduced(a: Strided, axes: readonly number[], dtype: DType): { out: Strided; seen: Strided } {
  const shape = a.shape.map((d, i) => (axes.includes(i) ? 1 : d));
  const out = allocate(dtype, shape);
  const strides = out.strides.map((s, i) => (axes.includes(i) ? 0 : s));
  return { out, seen: new Strided(out.data, dtype, a.shape, strides, 0) };
}

function finish(out: Strided, axes: readonly number[], keepdims: boolean | undefined): Strided {
  if (keepdims) return out;
  return reshape(
    out,
    out.shape.filter((_, i) => !axes.includes(i)),
  );
}

/** Integers are summed as int64 or uint64; all else in its own dtype. */
export function sumType(t: DType): DType {
  if (t.kind === "b" || (t.kind === "i" && t.itemsize < 8)) return dtypeOf("int64");
  return t.kind === "u" && t.itemsize < 8 ? dtypeOf("uint64") : t;
}

/** Elements that NumPy's iterator hands to the loop at a time in a reduction. */
const BUFFER = 8192;

/** One run added to the result: pairwise where the result stands still, element by element where it moves along. */
function addRun(a: Strided, out: Strided): Run {
  const t = a.dtype;
  if (t.kind === "c") return addComplex(a, out);
  if (t.isBig) {
    const x = a.data as BigInt64Array;
    const o = out.data as BigInt64Array;
    return (n, k, sk, _b, _sb, i, si) => {
      for (let e = 0; e < n; e++, k += sk, i += si) o[k]! += x[i]!;
    };
  }
  if (t.kind === "O") {
    const x = a.data as unknown[];
    const o = out.data as unknown[];
    return (n, k, sk, _b, _sb, i, si) => {
      for (let e = 0; e < n; e++, k += sk, i += si) o[k] = (o[k] as number) + (x[i] as number);
    };
  }
  const o = out.data as Float64Array;
  const half = t.name === "float16" ? roundHalf : null;
  const pairwise: (a: Float64Array, at: number, n: number, step: number) => number =
    t.name === "float64" ? pairwise64 : (_a, at, n, step) => pairwise32(a.data as Float32Array, at, n, step);
  // float64 and float32 have loops of their own; float16 sums never take them.
  const rows = BINARY["add"]![t.name === "float64" ? "float64" : "float32"]!;
  const x = a.data as Float64Array;
  return (n, k, sk, _b, _sb, i, si) => {
    if (sk === 0) {
      for (let done = 0; done < n; done += BUFFER) {
        const sum = o[k]! + pairwise(x, i + done * si, Math.min(BUFFER, n - done), si);
        o[k] = half ? half(Math.fround(sum)) : sum;
      }
      return;
    }
    if (sk === 1 && si === 1 && !half && n > 1) {
      const row = o.subarray(k, k + n);
      rows.vv(n, row, x.subarray(i, i + n), row);
      return;
    }
    for (let e = 0; e < n; e++, k += sk, i += si) {
      const sum = o[k]! + x[i]!;
      o[k] = half ? half(sum) : sum;
    }
  };
}

function addComplex(a: Strided, out: Strided): Run {
  const x = a.data as Float64Array;
  const o = out.data as Float64Array;
  const r = a.dtype.name === "complex64" ? Math.fround : (v: number) => v;
  return (n, k, sk, _b, _sb, i, si) => {
    if (sk === 0) {
      for (let done = 0; done < n; done += BUFFER) {
        const m = Math.min(BUFFER, n - done);
        o[2 * k]! += pairwiseComplex(x, 2 * (i + done * si), m, 2 * si, r);
        o[2 * k + 1]! += pairwiseComplex(x, 2 * (i + done * si) + 1, m, 2 * si, r);
      }
      return;
    }
    for (let e = 0; e < n; e++, k += sk, i += si) {
      o[2 * k]! += x[2 * i]!;
      o[2 * k + 1]! += x[2 * i + 1]!;
    }
  };
}

/**
 * Float sums where NumPy goes through a buffer: with a conversion, or where the innermost reduced axes don't lie in one
 * run. The buffer is summed pairwise and added to the result each time it is full or the result moves on.
 */
function addBuffered(a: Strided, t: DType, out: Strided, seen: Strided): void {
  const buffer = allocate(t, [BUFFER]);
  const add = addRun(buffer, out);
  let count = 0;
  let at = 0;
  const flush = (): void => {
    if (count > 0) add(count, at, 0, 0, 0, 0, 1);
    count = 0;
  };
  const run: Run = (n, k, sk, _b, _sb, i, si) => {
    for (let done = 0; done < n; ) {
      if (k !== at || count === BUFFER) flush();
      at = k;
      const m = sk === 0 ? Math.min(n - done, BUFFER - count) : 1;
      copyInto(new Strided(a.data, a.dtype, [m], [si], i), new Strided(buffer.data, t, [m], [1], count));
      count += m;
      done += m;
      i += m * si;
      k += m * sk;
    }
  };
  forRuns(a.shape, run, seen, undefined, a);
  flush();
}

/** True where the innermost axes in memory order are reduced but don't form one run. */
function needsBuffer(a: Strided, axes: readonly number[]): boolean {
  const order = a.shape.map((_, i) => i).filter((i) => a.shape[i] !== 1);
  order.sort((i, j) => Math.abs(a.strides[j]!) - Math.abs(a.strides[i]!) || i - j);
  const inner = order[order.length - 1];
  const next = order[order.length - 2];
  if (inner === undefined || next === undefined || !axes.includes(inner)) return false;
  for (let k = order.length - 2; k >= 0 && axes.includes(order[k]!); k--) {
    const below = order[k + 1]!;
    if (a.strides[order[k]!] !== a.strides[below]! * a.shape[below]!) return true;
  }
  return false;
}

/** Source: numpy.add.reduce. */
export function sum(a: Strided, options: ReduceOptions = {}): Strided {
  if (a.dtype.kind === "U" || a.dtype.kind === "S") {
    throw new TypeError_("cannot perform reduce with flexible type");
  }
  const t = options.dtype ?? sumType(a.dtype);
  const axes = axisList(options.axis, a.ndim);
  const { out, seen } = reduced(a, axes, t);
  if (t.kind === "O") (out.data as unknown[]).fill(0);
  const inexact = t.kind === "f" || t.kind === "c";
  if (inexact && a.size > 0 && (a.dtype !== t || needsBuffer(a, axes))) addBuffered(a, t, out, seen);
  else {
    const x = withType(a, t);
    forRuns(x.shape, addRun(x, out), seen, undefined, x);
  }
  return finish(out, axes, options.keepdims);
}

/** Folds with a ufunc; without an identity the first element along the axes starts. */
function fold(a: Strided, u: BinaryUfunc, identity: number | null, options: ReduceOptions): Strided {
  const axes = axisList(options.axis, a.ndim);
  const { out, seen } = reduced(a, axes, a.dtype);
  if (identity !== null) {
    copyInto(new Strided(new Float64Array([identity]), dtypeOf("float64"), []), out);
  } else {
    if (axes.some((k) => a.shape[k] === 0)) {
      throw new ValueError(`zero-size array to reduction operation ${u.name} which has no identity`);
    }
    const first = new Strided(
      a.data,
      a.dtype,
      out.shape,
      a.strides.map((s, i) => (axes.includes(i) ? 0 : s)),
      a.offset,
    );
    copyInto(first, out);
  }
  forRuns(a.shape, foldRun(a, out, u), seen, undefined, a);
  return finish(out, axes, options.keepdims);
}

function foldRun(a: Strided, out: Strided, u: BinaryUfunc): Run {
  const t = a.dtype;
  if (t.kind === "c") {
    const f = u.cplx!;
    const r = t.name === "complex64" ? Math.fround : (v: number) => v;
    const z = new Float64Array(2);
    const x = a.data as Float64Array;
    const o = out.data as Float64Array;
    return (n, k, sk, _b, _sb, i, si) => {
      for (let e = 0; e < n; e++, k += sk, i += si) {
        f(o[2 * k]!, o[2 * k + 1]!, x[2 * i]!, x[2 * i + 1]!, z, r);
        o[2 * k] = z[0]!;
        o[2 * k + 1] = z[1]!;
      }
    };
  }
  if (t.isBig) {
    const f = u.big!;
    const x = a.data as BigInt64Array;
    const o = out.data as BigInt64Array;
    return (n, k, sk, _b, _sb, i, si) => {
      for (let e = 0; e < n; e++, k += sk, i += si) o[k] = f(o[k]!, x[i]!) as bigint;
    };
  }
  const f = t.kind === "f" ? u.num : (u.int ?? u.num);
  const x = a.data as Float64Array;
  const o = out.data as Float64Array;
  const half = t.name === "float16";
  return (n, k, sk, _b, _sb, i, si) => {
    if (sk === 0) {
      let r = o[k]!;
      for (let e = 0; e < n; e++, i += si) {
        // Stored each time, because storing rounds to the element type.
        o[k] = half ? roundHalf(f(r, x[i]!)) : f(r, x[i]!);
        r = o[k]!;
      }
      return;
    }
    for (let e = 0; e < n; e++, k += sk, i += si) o[k] = half ? roundHalf(f(o[k]!, x[i]!)) : f(o[k]!, x[i]!);
  };
}

export function prod(a: Strided, options: ReduceOptions = {}): Strided {
  const t = options.dtype ?? sumType(a.dtype);
  return fold(withType(a, t), ufuncs.multiply, 1, options);
}
export function max(a: Strided, options: ReduceOptions = {}): Strided {
  return fold(a, ufuncs.maximum, null, options);
}
export function min(a: Strided, options: ReduceOptions = {}): Strided {
  return fold(a, ufuncs.minimum, null, options);
}
export function all(a: Strided, options: ReduceOptions = {}): Strided {
  return fold(withType(a, dtypeOf("bool")), ufuncs.logicalAnd, 1, options);
}
export function any(a: Strided, options: ReduceOptions = {}): Strided {
  return fold(withType(a, dtypeOf("bool")), ufuncs.logicalOr, 0, options);
}
/** Folds with another ufunc of two operands: `np.<ufunc>.reduce`. */
export function reduceWith(u: BinaryUfunc, a: Strided, identity: number | null, options: ReduceOptions): Strided {
  return fold(a, u, identity, options);
}

/** Number of elements that go into one element of a result. */
function countOver(a: Strided, axes: readonly number[]): number {
  return axes.reduce((n, k) => n * a.shape[k]!, 1);
}

/** x / n cast to a dtype: an array divides in its own dtype, a scalar (by a Python int) in the widest of its kind. */
function divideBy(x: Strided, n: number, t: DType = x.dtype): Strided {
  const count = new Strided(new Float64Array([n]), dtypeOf("float64"), []);
  if (t.kind === "O") return apply2(ufuncs.trueDivide, x, count);
  const wide = x.ndim > 0 ? x.dtype : dtypeOf(x.dtype.kind === "c" ? "complex128" : "float64");
  return withType(apply2(ufuncs.trueDivide, withType(x, wide), count, { dtype: wide }), t);
}

/** Source: numpy.core._methods._mean. */
export function mean(a: Strided, options: ReduceOptions = {}): Strided {
  const axes = axisList(options.axis, a.ndim);
  const n = countOver(a, axes);
  if (n === 0) warnOnce("RuntimeWarning", "Mean of empty slice.");
  const half = !options.dtype && a.dtype.name === "float16";
  const t = options.dtype ?? (a.dtype.kind === "b" || a.dtype.isInteger ? dtypeOf("float64") : null);
  const total = sum(a, { ...options, dtype: half ? dtypeOf("float32") : t });
  return divideBy(total, n, half ? a.dtype : total.dtype);
}

export interface VarOptions extends ReduceOptions {
  readonly ddof?: number;
}

/** Source: numpy.core._methods._var. */
export function variance(a: Strided, options: VarOptions = {}): Strided {
  const axes = axisList(options.axis, a.ndim);
  const n = countOver(a, axes);
  const ddof = options.ddof ?? 0;
  if (ddof >= n) warnOnce("RuntimeWarning", "Degrees of freedom <= 0 for slice");
  const dtype = options.dtype ?? (a.dtype.kind === "b" || a.dtype.isInteger ? dtypeOf("float64") : null);
  const center = divideBy(sum(a, { axis: axes, dtype, keepdims: true }), n);
  const x = apply2(ufuncs.subtract, a, center);
  let squares =
    x.dtype.kind === "c" ? apply2(ufuncs.multiply, x, apply1(ufuncs.conjugate, x)) : apply2(ufuncs.multiply, x, x);
  if (squares.dtype.kind === "c") squares = realPart(squares);
  return divideBy(
    sum(squares, { axis: axes, dtype, ...(options.keepdims && { keepdims: true }) }),
    Math.max(n - ddof, 0),
  );
}

export function std(a: Strided, options: VarOptions = {}): Strided {
  return apply1(ufuncs.sqrt, variance(a, options));
}

/** Real (0) or imaginary (1) parts of a complex array, as a view. */
function partOf(a: Strided, which: 0 | 1): Strided {
  const t = dtypeOf(a.dtype.name === "complex64" ? "float32" : "float64");
  const strides = a.strides.map((s) => 2 * s);
  return new Strided(a.data, t, a.shape, strides, 2 * a.offset + which);
}
export function realPart(a: Strided): Strided {
  return a.dtype.kind === "c" ? partOf(a, 0) : a;
}
export function imagPart(a: Strided): Strided {
  return a.dtype.kind === "c" ? partOf(a, 1) : allocate(a.dtype, a.shape);
}

/** Index of the extreme along the last axis of row-major rows: the first of equals, nan before all. */
function argRow(data: ArrayLike<number | bigint>, at: number, n: number, sign: 1 | -1): number {
  let best = data[at]!;
  let where = 0;
  if (Number.isNaN(best)) return 0;
  for (let i = 1; i < n; i++) {
    const v = data[at + i]!;
    if (sign > 0 ? v > best : v < best) {
      best = v;
      where = i;
    } else if (Number.isNaN(v)) return i;
  }
  return where;
}

function argExtreme(a: Strided, axis: number | null | undefined, sign: 1 | -1): Strided {
  const name = sign > 0 ? "argmax" : "argmin";
  if (axis === null || axis === undefined) return argExtreme(ravel(a), 0, sign);
  if (a.dtype.kind === "c") throw new TypeError_(`${name} of complex arrays is not supported`);
  const k = oneAxis(axis, a.ndim);
  const n = a.shape[k]!;
  if (n === 0) throw new ValueError(`attempt to get ${name} of an empty sequence`);
  const rows = rowMajorOf(moveaxis(a, k, -1));
  const out = new BigInt64Array(rows.size / n);
  const data = rows.data as number[];
  for (let i = 0; i < out.length; i++) out[i] = BigInt(argRow(data, rows.offset + i * n, n, sign));
  return new Strided(out, dtypeOf("int64"), rows.shape.slice(0, -1));
}

export function argmax(a: Strided, axis?: number | null): Strided {
  return argExtreme(a, axis, 1);
}
export function argmin(a: Strided, axis?: number | null): Strided {
  return argExtreme(a, axis, -1);
}

/** How many elements are true, over all axes or some. */
export function countNonzero(a: Strided, axis?: Axis | null): Strided {
  return sum(withType(a, dtypeOf("bool")), axis === undefined ? {} : { axis });
}

/** Largest minus smallest. */
export function ptp(a: Strided, options: ReduceOptions = {}): Strided {
  return apply2(ufuncs.subtract, max(a, options), min(a, options));
}
