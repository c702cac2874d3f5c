/**
 * Searching, sorting, picking and set functions.
 * Source: numpy/core/fromnumeric.py, numpy/lib/function_base.py, numpy/lib/arraysetops.py (NumPy 1.18).
 */
import { bind, type Call } from "./arguments.js";
import { oneAxis } from "./axes.js";
import { broadcastShapes, broadcastTo } from "./broadcast.js";
import { copyAs, copyInto, withType } from "./casting.js";
import { type ArrayLike, asStrided } from "./convert.js";
import { apply1 } from "./dispatch.js";
import { dtypeOf } from "./dtype.js";
import { IndexError, ValueError } from "./errors.js";
import { assign, nonzero as nonzeroKernel } from "./indexing.js";
import { clip as clipKernel } from "./methods.js";
import { NDArray, returned } from "./ndarray.js";
import { promoteTypes, resultType } from "./promotion.js";
import { type PyTuple, tuple } from "./pytuple.js";
import * as reductions from "./reductions.js";
import { ravel, reshape, reversed } from "./shaping.js";
import * as sorting from "./sorting.js";
import { allocate, Strided } from "./strided.js";
import * as ufuncs from "./ufuncs.js";

interface AxisArgs {
  axis?: number | null;
}

/** Elements of x where the condition holds, else of y; with the condition alone, the positions where it holds. */
export function where(condition: ArrayLike): PyTuple<NDArray>;
export function where(condition: ArrayLike, x: ArrayLike, y: ArrayLike): NDArray;
export function where(condition: ArrayLike, x?: ArrayLike, y?: ArrayLike): NDArray | PyTuple<NDArray> {
  const c = asStrided(condition);
  if (x === undefined && y === undefined) return nonzero(c);
  if (x === undefined || y === undefined) throw new ValueError("either both or neither of x and y should be given");
  const p = asStrided(x);
  const q = asStrided(y);
  const shape = broadcastShapes([c.shape, p.shape, q.shape]);
  const t = resultType([p, q]);
  const out = allocate(t, shape);
  const full = (a: Strided) => copyAs(broadcastTo(a, shape), t);
  sorting.choose(copyAs(broadcastTo(c, shape), dtypeOf("bool")), full(p), full(q), out);
  // np.where gives an array of no dimension, not a scalar.
  return NDArray.from(out);
}

/** One array of positions for each axis. */
export function nonzero(a: ArrayLike): PyTuple<NDArray> {
  const x = asStrided(a);
  return tuple(nonzeroKernel(x.ndim === 0 ? reshape(x, [1]) : x).map((i) => NDArray.from(i)));
}
export function flatnonzero(a: ArrayLike): NDArray {
  return nonzero(ravel(asStrided(a)))[0]!;
}
/** [count, ndim]: the index of every element that is not zero. */
export function argwhere(a: ArrayLike): NDArray {
  const x = asStrided(a);
  const rows = nonzeroKernel(x);
  const n = rows[0]?.size ?? 0;
  const out = allocate(dtypeOf("int64"), [n, rows.length]);
  rows.forEach((r, k) => {
    for (let i = 0; i < n; i++) out.data[i * rows.length + k] = (r.data as BigInt64Array)[i]!;
  });
  return NDArray.from(out);
}
export function count_nonzero(a: ArrayLike, ...args: Call<[axis: number | null], AxisArgs>): NDArray {
  const { axis = null } = bind<AxisArgs>("count_nonzero", ["axis"], args);
  return returned(reductions.countNonzero(asStrided(a), axis));
}

export function argmax(a: ArrayLike, ...args: Call<[axis: number | null], AxisArgs>): NDArray {
  return returned(reductions.argmax(asStrided(a), bind<AxisArgs>("argmax", ["axis"], args).axis));
}
export function argmin(a: ArrayLike, ...args: Call<[axis: number | null], AxisArgs>): NDArray {
  return returned(reductions.argmin(asStrided(a), bind<AxisArgs>("argmin", ["axis"], args).axis));
}
interface SortArgs {
  axis?: number | null;
  kind?: string | null;
}
/** Sorted copy along an axis; null sorts all elements. */
export function sort(a: ArrayLike, ...args: Call<[axis: number | null, kind: string | null], SortArgs>): NDArray {
  const { axis = -1 } = bind<SortArgs>("sort", ["axis", "kind"], args);
  return NDArray.from(sorting.sort(asStrided(a), axis));
}
export function argsort(a: ArrayLike, ...args: Call<[axis: number | null, kind: string | null], SortArgs>): NDArray {
  const { axis = -1 } = bind<SortArgs>("argsort", ["axis", "kind"], args);
  return NDArray.from(sorting.argsort(asStrided(a), axis));
}
export function searchsorted(
  a: ArrayLike,
  v: ArrayLike,
  ...args: Call<[side: "left" | "right"], { side?: "left" | "right" }>
): NDArray {
  const { side = "left" } = bind<{ side: "left" | "right" }>("searchsorted", ["side"], args);
  return returned(sorting.searchsorted(asStrided(a), asStrided(v), side));
}
/** Which bin each value lies in, for rising or falling bin edges. */
export function digitize(x: ArrayLike, bins: ArrayLike, ...args: Call<[right: boolean], { right?: boolean }>): NDArray {
  const { right = false } = bind<{ right: boolean }>("digitize", ["right"], args);
  const edges = asStrided(bins);
  const n = edges.size;
  const flat = copyAs(edges, dtypeOf("float64")).data as Float64Array;
  const side = right ? "left" : "right";
  if (n < 2 || flat[0]! <= flat[n - 1]!) return returned(sorting.searchsorted(edges, asStrided(x), side));
  const places = sorting.searchsorted(reversed(edges, [0]), asStrided(x), right ? "right" : "left");
  return returned(allocate(places.dtype, places.shape)).add(n).sub(returned(places));
}

interface TakeArgs {
  axis?: number | null;
  out?: NDArray | null;
  mode?: sorting.TakeMode;
}
/** Elements (or slices of an axis) at the given positions. */
export function take(
  a: ArrayLike,
  indices: ArrayLike,
  ...args: Call<[axis: number | null, out: NDArray | null, mode: sorting.TakeMode], TakeArgs>
): NDArray {
  const { axis = null, mode = "raise" } = bind<TakeArgs>("take", ["axis", "out", "mode"], args);
  return returned(sorting.take(asStrided(a), asStrided(indices), axis, mode));
}
/** Storage position of every element that index arrays along one axis pick. */
function alongPositions(a: Strided, indices: Strided, axis: number): { at: Int32Array; shape: readonly number[] } {
  const k = oneAxis(axis, a.ndim);
  if (indices.ndim !== a.ndim) throw new ValueError("`indices` and `arr` must have the same number of dimensions");
  const shape = a.shape.map((d, i) => (i === k ? indices.shape[k]! : Math.max(d, indices.shape[i]!)));
  const index = copyAs(broadcastTo(indices, shape), dtypeOf("int64")).data as BigInt64Array;
  const at = new Int32Array(index.length);
  const place = shape.map(() => 0);
  const n = a.shape[k]!;
  for (let e = 0; e < at.length; e++) {
    const i = Number(index[e]);
    if (i < -n || i >= n) throw new IndexError(`index ${i} is out of bounds for axis ${k} with size ${n}`);
    let p = a.offset;
    for (let d = 0; d < place.length; d++) {
      const v = d === k ? (i < 0 ? i + n : i) : a.shape[d] === 1 ? 0 : place[d]!;
      p += v * a.strides[d]!;
    }
    at[e] = p;
    for (let d = place.length - 1; d >= 0; d--) {
      if (++place[d]! < shape[d]!) break;
      place[d] = 0;
    }
  }
  return { at, shape };
}
/** Elements picked by index arrays of the array's own shape along one axis, such as argsort's. */
export function take_along_axis(arr: ArrayLike, indices: ArrayLike, axis: number | null): NDArray {
  const a = asStrided(arr);
  if (axis === null) return take_along_axis(ravel(a), ravel(asStrided(indices)), 0);
  const { at, shape } = alongPositions(a, asStrided(indices), axis);
  const out = allocate(a.dtype, shape);
  for (let i = 0; i < at.length; i++) (out.data as number[])[i] = (a.data as number[])[at[i]!]!;
  return NDArray.from(out);
}

/** Element i of the result comes from choices[a[i]]. */
export function choose(a: ArrayLike, choices: Iterable<ArrayLike>): NDArray {
  const list = Array.from(choices, (c) => asStrided(c));
  const index = asStrided(a, dtypeOf("int64"));
  const shape = broadcastShapes([index.shape, ...list.map((c) => c.shape)]);
  const t = list.map((c) => c.dtype).reduce(promoteTypes);
  const full = list.map((c) => copyAs(broadcastTo(c, shape), t).data as number[]);
  const at = copyAs(broadcastTo(index, shape)).data as BigInt64Array;
  const out = allocate(t, shape);
  for (let i = 0; i < at.length; i++) {
    const from = full[Number(at[i])];
    if (!from) throw new ValueError("invalid entry in choice array");
    (out.data as number[])[i] = from[i]!;
  }
  return returned(out);
}
/** For each element the choice whose condition is the first to hold. */
export function select(
  condlist: Iterable<ArrayLike>,
  choicelist: Iterable<ArrayLike>,
  defaultValue: ArrayLike = 0,
): NDArray {
  const conditions = Array.from(condlist, (c) => asStrided(c));
  const choices = Array.from(choicelist, (c) => asStrided(c));
  if (conditions.length !== choices.length) {
    throw new ValueError("list of cases must be same length as list of conditions");
  }
  let out = NDArray.from(asStrided(defaultValue));
  for (let i = conditions.length - 1; i >= 0; i--) out = where(conditions[i]!, choices[i]!, out);
  return out;
}
export function compress(condition: ArrayLike, a: ArrayLike, ...args: Call<[axis: number | null], AxisArgs>): NDArray {
  const { axis = null } = bind<AxisArgs>("compress", ["axis"], args);
  return take(a, flatnonzero(condition), axis);
}
export function extract(condition: ArrayLike, arr: ArrayLike): NDArray {
  return take(ravel(asStrided(arr)), flatnonzero(condition));
}
interface ClipArgs {
  out?: NDArray | null;
}
/** Values limited to [a_min, a_max]; either may be null. */
export function clip(
  a: ArrayLike,
  a_min: ArrayLike | null,
  a_max: ArrayLike | null,
  ...args: Call<[out: NDArray | null], ClipArgs>
): NDArray {
  const { out = null } = bind<ClipArgs>("clip", ["out"], args);
  return returned(clipKernel(asStrided(a), a_min, a_max, out), out);
}

interface UniqueArgs {
  return_index?: boolean;
  return_inverse?: boolean;
  return_counts?: boolean;
}
/** The distinct values in order; with return_… flags a tuple (values, index, inverse, counts) of what was asked for. */
export function unique(ar: ArrayLike): NDArray;
export function unique(
  ar: ArrayLike,
  ...args: Call<[return_index: boolean, return_inverse: boolean, return_counts: boolean], UniqueArgs>
): NDArray | PyTuple<NDArray>;
export function unique(ar: ArrayLike, ...args: readonly unknown[]): NDArray | PyTuple<NDArray> {
  const asked = bind<UniqueArgs>("unique", ["return_index", "return_inverse", "return_counts"], args);
  const u = sorting.unique(asStrided(ar));
  const parts = [u.values];
  if (asked.return_index) parts.push(u.index);
  if (asked.return_inverse) parts.push(u.inverse);
  if (asked.return_counts) parts.push(u.counts);
  return parts.length === 1 ? NDArray.from(u.values) : tuple(parts.map((p) => NDArray.from(p)));
}

function members(values: Strided, of: Strided): Uint8Array {
  const key = (v: unknown): unknown => (typeof v === "bigint" ? Number(v) : v);
  const known = new Set(Array.from(copyAs(ravel(of)).data as unknown[], key));
  return Uint8Array.from(Array.from(copyAs(ravel(values)).data as unknown[], (v) => Number(known.has(key(v)))));
}
/** True for every element that is in test_elements. */
export function isin(element: ArrayLike, test_elements: ArrayLike): NDArray {
  const a = asStrided(element);
  return returned(new Strided(members(a, asStrided(test_elements)), dtypeOf("bool"), a.shape));
}
export function in1d(ar1: ArrayLike, ar2: ArrayLike): NDArray {
  return isin(ravel(asStrided(ar1)), ar2);
}
/** Sorted distinct values of ar1 that are not in ar2. */
export function setdiff1d(ar1: ArrayLike, ar2: ArrayLike): NDArray {
  const u = unique(ar1);
  return u.at(isin(u, ar2).eq(false));
}
export function intersect1d(ar1: ArrayLike, ar2: ArrayLike): NDArray {
  const u = unique(ar1);
  return u.at(isin(u, ar2));
}
export function union1d(ar1: ArrayLike, ar2: ArrayLike): NDArray {
  const [a, b] = [asStrided(ar1), asStrided(ar2)];
  const t = promoteTypes(a.dtype, b.dtype);
  const out = allocate(t, [a.size + b.size]);
  copyInto(ravel(a), new Strided(out.data, t, [a.size]));
  copyInto(ravel(b), new Strided(out.data, t, [b.size], [1], a.size));
  return unique(out);
}

/** Elements in reverse along the axes (all without one); a view. */
export function flip(
  m: ArrayLike,
  ...args: Call<[axis: number | readonly number[] | null], { axis?: number | readonly number[] | null }>
): NDArray {
  const { axis = null } = bind<{ axis: number | readonly number[] | null }>("flip", ["axis"], args);
  const a = asStrided(m);
  const axes = axis === null ? a.shape.map((_, i) => i) : typeof axis === "number" ? [axis] : axis;
  return NDArray.from(
    reversed(
      a,
      axes.map((k) => oneAxis(k, a.ndim)),
    ),
  );
}
export function fliplr(m: ArrayLike): NDArray {
  if (asStrided(m).ndim < 2) throw new ValueError("Input must be >= 2-d.");
  return flip(m, 1);
}
export function flipud(m: ArrayLike): NDArray {
  if (asStrided(m).ndim < 1) throw new ValueError("Input must be >= 1-d.");
  return flip(m, 0);
}
/** Quarter turns in the plane of the first two axes. */
export function rot90(m: ArrayLike, ...args: Call<[k: number], { k?: number }>): NDArray {
  const { k = 1 } = bind<{ k: number }>("rot90", ["k"], args);
  const a = NDArray.from(asStrided(m));
  const turns = ((k % 4) + 4) % 4;
  if (turns === 0) return a;
  if (turns === 2) return flip(a, [0, 1]);
  return turns === 1 ? flip(a.swapaxes(0, 1), 0) : flip(a, 0).swapaxes(0, 1);
}
/** Writes values at flat positions. */
export function put(a: NDArray, ind: ArrayLike, v: ArrayLike): void {
  const at = copyAs(ravel(asStrided(ind)), dtypeOf("int64")).data as BigInt64Array;
  const values = copyAs(ravel(asStrided(v)), a.dtype);
  at.forEach((i, k) => {
    a.set_at(unravel(Number(i), a.shape), NDArray.from(values).at(k % values.size));
  });
}
function unravel(at: number, shape: readonly number[]): number[] {
  const out: number[] = [];
  let rest = at;
  for (let i = shape.length - 1; i >= 0; i--) {
    out.unshift(rest % shape[i]!);
    rest = Math.floor(rest / shape[i]!);
  }
  return out;
}
/** Index tuple of flat positions. */
export function unravel_index(indices: ArrayLike, shape: readonly number[]): PyTuple<NDArray> {
  const a = asStrided(indices, dtypeOf("int64"));
  const total = shape.reduce((n, d) => n * d, 1);
  const flat = copyAs(a).data as BigInt64Array;
  const bad = flat.find((i) => i < 0n || i >= BigInt(total));
  if (bad !== undefined) {
    throw new ValueError(`index ${bad} is out of bounds for array with size ${total}`);
  }
  const all = Array.from(flat, (i) => unravel(Number(i), shape));
  return tuple(
    shape.map((_, k) =>
      returned(
        new Strided(
          BigInt64Array.from(all, (ix) => BigInt(ix[k]!)),
          a.dtype,
          a.shape,
        ),
      ),
    ),
  );
}
interface NanArgs {
  copy?: boolean;
  nan?: number;
  posinf?: number | null;
  neginf?: number | null;
}
/** Replaces nan by 0 and infinities by the largest finite numbers of the dtype. */
export function nan_to_num(
  x: ArrayLike,
  ...args: Call<[copy: boolean, nan: number, posinf: number | null, neginf: number | null], NanArgs>
): NDArray {
  const {
    copy = true,
    nan = 0,
    posinf = null,
    neginf = null,
  } = bind<NanArgs>("nan_to_num", ["copy", "nan", "posinf", "neginf"], args);
  const a = asStrided(x);
  const out = copy || !(x instanceof Strided) ? copyAs(a) : a;
  if (out.dtype.kind !== "f" && out.dtype.kind !== "c") return returned(out);
  const largest = { float16: 65504, float32: 3.4028234663852886e38 }[out.dtype.name as string] ?? Number.MAX_VALUE;
  const edge = out.dtype.name === "complex64" ? 3.4028234663852886e38 : largest;
  const parts = out.dtype.kind === "c" ? [reductions.realPart(out), reductions.imagPart(out)] : [out];
  for (const p of parts) {
    const v = copyAs(p);
    const d = v.data as Float64Array;
    for (let i = 0; i < d.length; i++) {
      if (Number.isNaN(d[i])) d[i] = nan;
      else if (d[i] === Infinity) d[i] = posinf ?? edge;
      else if (d[i] === -Infinity) d[i] = neginf ?? -edge;
    }
    assign(p, v);
  }
  return returned(out);
}
/** True where x is neither nan nor infinite and has no imaginary part of its dtype. */
export function isreal(x: ArrayLike): NDArray {
  const a = asStrided(x);
  return returned(apply1(ufuncs.logicalNot, withType(reductions.imagPart(a), dtypeOf("bool"))));
}
