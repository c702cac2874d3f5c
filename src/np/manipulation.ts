/**
 * Shapes and axes, as functions.
 * Source: numpy/core/fromnumeric.py, numpy/lib/shape_base.py, numpy/lib/twodim_base.py (NumPy 1.18).
 */
import { bind, type Call } from "./arguments.js";
import { type Axis, oneAxis } from "./axes.js";
import { broadcastTo, commonShape } from "./broadcast.js";
import { copyAs, copyInto } from "./casting.js";
import { type ArrayLike, asInt, asShape, asStrided, type ShapeLike } from "./convert.js";
import { dtypeOf } from "./dtype.js";
import { asDType, type DTypeLike } from "./dtype_names.js";
import { ValueError } from "./errors.js";
import { NDArray, returned } from "./ndarray.js";
import { type PyTuple, tuple } from "./pytuple.js";
import * as reductions from "./reductions.js";
import { roundTo } from "./rounding.js";
import * as shaping from "./shaping.js";
import { allocate, rowMajor, Strided } from "./strided.js";

/** Another shape over the same elements; one dimension may be -1. */
export function reshape(
  a: ArrayLike,
  newshape: ShapeLike,
  ...args: Call<[order: shaping.Order], { order?: shaping.Order }>
): NDArray {
  const { order = "C" } = bind<{ order: shaping.Order }>("reshape", ["order"], args);
  return NDArray.from(shaping.reshape(asStrided(a), newshape, order));
}
export function ravel(a: ArrayLike, order: shaping.Order = "C"): NDArray {
  return NDArray.from(shaping.ravel(asStrided(a), order));
}
export function transpose(a: ArrayLike, ...args: Call<[axes: Axis | null], { axes?: Axis | null }>): NDArray {
  return NDArray.from(shaping.transpose(asStrided(a), bind<{ axes: Axis | null }>("transpose", ["axes"], args).axes));
}
export function swapaxes(a: ArrayLike, axis1: number, axis2: number): NDArray {
  return NDArray.from(shaping.swapaxes(asStrided(a), axis1, axis2));
}
export function moveaxis(a: ArrayLike, source: Axis, destination: Axis): NDArray {
  return NDArray.from(shaping.moveaxis(asStrided(a), source, destination));
}
export function rollaxis(a: ArrayLike, axis: number, start = 0): NDArray {
  return NDArray.from(shaping.rollaxis(asStrided(a), axis, start));
}
/** A new axis of length 1 at this place of the result. */
export function expand_dims(a: ArrayLike, ...args: Call<[axis: Axis], { axis: Axis }>): NDArray {
  return NDArray.from(shaping.expandDims(asStrided(a), bind<{ axis: Axis }>("expand_dims", ["axis"], args).axis!));
}
export function squeeze(a: ArrayLike, ...args: Call<[axis: Axis | null], { axis?: Axis | null }>): NDArray {
  return NDArray.from(shaping.squeeze(asStrided(a), bind<{ axis: Axis | null }>("squeeze", ["axis"], args).axis));
}
function eachAtLeast(n: 1 | 2 | 3, arrays: readonly ArrayLike[]): NDArray {
  return NDArray.from(shaping.atLeast(asStrided(arrays[0]), n));
}
export function atleast_1d(arys: ArrayLike): NDArray {
  return eachAtLeast(1, [arys]);
}
export function atleast_2d(arys: ArrayLike): NDArray {
  return eachAtLeast(2, [arys]);
}
export function atleast_3d(arys: ArrayLike): NDArray {
  return eachAtLeast(3, [arys]);
}
export function copy(a: ArrayLike): NDArray {
  return NDArray.from(copyAs(asStrided(a)));
}
/** A read-through view at a wider shape. */
export function broadcast_to(array: ArrayLike, shape: ShapeLike): NDArray {
  return NDArray.from(broadcastTo(asStrided(array), asShape(shape)));
}
export function broadcast_arrays(...args: ArrayLike[]): NDArray[] {
  const list = args.map((a) => asStrided(a));
  const shape = commonShape(list.map((a) => a.shape));
  if (!shape) throw new ValueError("shape mismatch: objects cannot be broadcast to a single shape");
  return list.map((a) => NDArray.from(broadcastTo(a, shape)));
}
/** Writes src into dst, broadcasting and converting. */
export function copyto(dst: NDArray, src: ArrayLike): void {
  copyInto(broadcastTo(asStrided(src), dst.shape), dst);
}

/** Something with a shape of its own: an array, a TensorFlow tensor or variable. */
export interface HasShape {
  readonly shape: Iterable<unknown>;
}
export interface GetsShape {
  get_shape(): Iterable<unknown>;
}
function ownShape(a: unknown): PyTuple<unknown> | null {
  if (typeof a !== "object" || a === null) return null;
  const given: unknown =
    "shape" in a ? a.shape : "get_shape" in a && typeof a.get_shape === "function" ? a.get_shape() : null;
  if (typeof given !== "object" || given === null || !(Symbol.iterator in given)) return null;
  return tuple(given as Iterable<unknown>);
}
/** The sizes of all axes as a tuple; of a tensor the items of its own shape. */
export function shape(a: ArrayLike): PyTuple<number>;
export function shape(a: HasShape | GetsShape): PyTuple<unknown>;
export function shape(a: ArrayLike | HasShape | GetsShape): PyTuple<unknown> {
  return ownShape(a) ?? tuple(asStrided(a).shape);
}
export function ndim(a: ArrayLike): number {
  return asStrided(a).ndim;
}
/** Number of elements, or the length of one axis. */
export function size(a: ArrayLike, axis: number | null = null): number {
  const x = asStrided(a);
  return axis === null ? x.size : x.shape[oneAxis(axis, x.ndim)]!;
}

export function diagonal(a: ArrayLike, offset = 0, axis1 = 0, axis2 = 1): NDArray {
  return NDArray.from(shaping.diagonal(asStrided(a), offset, axis1, axis2));
}
export function trace(a: ArrayLike, offset = 0): NDArray {
  return returned(reductions.sum(shaping.diagonal(asStrided(a), offset), { axis: -1 }));
}
/** The k-th diagonal of a matrix, or the matrix with this vector on its k-th diagonal. */
export function diag(v: ArrayLike, ...args: Call<[k: number], { k?: number }>): NDArray {
  const { k = 0 } = bind<{ k: number }>("diag", ["k"], args);
  const a = asStrided(v);
  if (a.ndim === 2) return NDArray.from(copyAs(shaping.diagonal(a, k)));
  if (a.ndim !== 1) throw new ValueError("Input must be 1- or 2-d.");
  const n = a.size + Math.abs(k);
  const out = allocate(a.dtype, [n, n]);
  copyInto(a, shaping.diagonal(out, k));
  return NDArray.from(out);
}
export function diagflat(v: ArrayLike, k = 0): NDArray {
  return diag(shaping.ravel(asStrided(v)), k);
}
/** Writes a value along the main diagonal. */
export function fill_diagonal(a: NDArray, val: ArrayLike): void {
  copyInto(asStrided(val), shaping.diagonal(a));
}

function triangle(a: Strided, keep: (row: number, column: number) => boolean): NDArray {
  const x = copyAs(a.ndim === 1 ? broadcastTo(a, [a.size, a.size]) : a);
  const [rows, columns] = x.shape.slice(-2) as [number, number];
  const data = x.data as (number | bigint)[];
  const zero = x.dtype.isBig ? 0n : 0;
  const width = x.dtype.kind === "c" ? 2 : 1;
  for (let i = 0; i < x.size; i++) {
    if (keep(Math.floor(i / columns) % rows, i % columns)) continue;
    for (let e = 0; e < width; e++) data[width * i + e] = zero;
  }
  return NDArray.from(x);
}
/** Lower triangle: zeros above the k-th diagonal. */
export function tril(m: ArrayLike, ...args: Call<[k: number], { k?: number }>): NDArray {
  const { k = 0 } = bind<{ k: number }>("tril", ["k"], args);
  return triangle(asStrided(m), (i, j) => j - i <= k);
}
export function triu(m: ArrayLike, ...args: Call<[k: number], { k?: number }>): NDArray {
  const { k = 0 } = bind<{ k: number }>("triu", ["k"], args);
  return triangle(asStrided(m), (i, j) => j - i >= k);
}
/** [N, M] ones at and below the k-th diagonal. */
export function tri(N: number, M: number | null = null, k = 0, dtype: DTypeLike = "float64"): NDArray {
  const out = allocate(asDType(dtype), [N, M ?? N]);
  copyInto(asStrided(1), out);
  return tril(out, k);
}
function indicesWhere(n: number, m: number, keep: (i: number, j: number) => boolean): PyTuple<NDArray> {
  const rows: bigint[] = [];
  const columns: bigint[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      if (!keep(i, j)) continue;
      rows.push(BigInt(i));
      columns.push(BigInt(j));
    }
  }
  const ints = (list: bigint[]) => NDArray.of("int64", BigInt64Array.from(list), [list.length]);
  return tuple([ints(rows), ints(columns)]);
}
export function tril_indices(n: number, k = 0, m: number = n): PyTuple<NDArray> {
  return indicesWhere(n, m, (i, j) => j - i <= k);
}
export function triu_indices(n: number, k = 0, m: number = n): PyTuple<NDArray> {
  return indicesWhere(n, m, (i, j) => j - i >= k);
}
export function diag_indices(n: number, dims = 2): PyTuple<NDArray> {
  const one = NDArray.of(
    "int64",
    BigInt64Array.from({ length: n }, (_, i) => BigInt(i)),
    [n],
  );
  return tuple(new Array<NDArray>(dims).fill(one));
}
/** Powers of x as columns, falling unless `increasing`. */
export function vander(x: ArrayLike, N: number | null = null, increasing = false): NDArray {
  const v = NDArray.from(asStrided(x));
  const n = N ?? v.size;
  const t = v.dtype.isInteger ? dtypeOf("int64") : v.dtype;
  const out = NDArray.from(allocate(t, [v.size, n]));
  for (let j = 0; j < n; j++) out.set_at([":", increasing ? j : n - 1 - j], v.pow(j));
  return out;
}

interface RoundArgs {
  decimals?: number;
}
/** To a number of decimals, ties to even. */
export function around(a: ArrayLike, ...args: Call<[decimals: number], RoundArgs>): NDArray {
  const { decimals = 0 } = bind<RoundArgs>("around", ["decimals"], args);
  return returned(roundTo(asStrided(a), asInt(decimals)));
}
export { around as round, around as round_ };
/** Towards zero. */
export function fix(x: ArrayLike): NDArray {
  const a = asStrided(x);
  return returned(a.dtype.kind === "f" ? truncated(a) : truncated(copyAs(a, dtypeOf("float64"))));
}
function truncated(a: Strided): Strided {
  const out = copyAs(a);
  const d = out.data as Float64Array;
  for (let i = 0; i < d.length; i++) d[i] = Math.trunc(d[i]!);
  return out;
}
export function real(val: ArrayLike): NDArray {
  return returned(reductions.realPart(asStrided(val)));
}
export function imag(val: ArrayLike): NDArray {
  return returned(reductions.imagPart(asStrided(val)));
}
/** Angle of complex numbers, in radians. */
export function angle(z: ArrayLike): NDArray {
  const a = copyAs(asStrided(z), dtypeOf("complex128"));
  const d = a.data as Float64Array;
  const out = Float64Array.from({ length: a.size }, (_, i) => Math.atan2(d[2 * i + 1]!, d[2 * i]!));
  return returned(new Strided(out, dtypeOf("float64"), a.shape, rowMajor(a.shape)));
}

/** Applies a function to every row along an axis and stacks what it gives. */
export function apply_along_axis(func1d: (row: NDArray) => ArrayLike, axis: number, arr: ArrayLike): NDArray {
  const a = asStrided(arr);
  const k = oneAxis(axis, a.ndim);
  const rows = copyAs(shaping.moveaxis(a, k, -1));
  const n = a.shape[k]!;
  const results = Array.from({ length: rows.size / n }, (_, i) =>
    asStrided(func1d(new NDArray(rows.data, rows.dtype, [n], [1], i * n))),
  );
  const each = results[0]?.shape ?? [];
  const out = allocate(results[0]?.dtype ?? a.dtype, [...rows.shape.slice(0, -1), ...each]);
  const flat = shaping.reshape(out, [results.length, ...each]);
  results.forEach((r, i) => {
    copyInto(r, shaping.pick(flat, 0, i));
  });
  return returned(each.length === 0 ? out : shaping.moveaxis(out, -1, k));
}
/** A function of elements as a function of arrays. */
export function vectorize(pyfunc: (...values: NDArray[]) => ArrayLike): (...args: ArrayLike[]) => NDArray {
  return (...args) => {
    const list = broadcast_arrays(...args);
    const first = list[0]!;
    const flat = list.map((a) => NDArray.from(copyAs(a)).ravel());
    const results = Array.from({ length: first.size }, (_, i) => pyfunc(...flat.map((a) => a.at(i))));
    return returned(shaping.reshape(asStrided(results), first.shape));
  };
}
