/**
 * Functions that make arrays.
 * Source: numpy/core/numeric.py, function_base.py, multiarray (NumPy 1.18).
 */
import { bind, type Call } from "./arguments.js";
import { broadcastTo } from "./broadcast.js";
import { copyAs, copyInto } from "./casting.js";
import { type ArrayLike, asShape, asStrided, type ShapeLike } from "./convert.js";
import { allocateLike } from "./dispatch.js";
import { type DType, dtypeOf } from "./dtype.js";
import { asDType, type DTypeLike } from "./dtype_names.js";
import { ValueError, ZeroDivisionError } from "./errors.js";
import { roundHalf } from "./half.js";
import { NDArray } from "./ndarray.js";
import { promoteTypes } from "./promotion.js";
import { expandDims, type Order, transpose } from "./shaping.js";
import { allocate, type Strided } from "./strided.js";

interface DTypeArgs {
  dtype?: DTypeLike | null;
}
export interface ArrayArgs extends DTypeArgs {
  copy?: boolean;
  order?: Order | null;
  ndmin?: number;
}
export interface CreateArgs extends DTypeArgs {
  order?: Order;
}

function typeOr(dtype: DTypeLike | null | undefined, otherwise: DType): DType {
  return dtype === null || dtype === undefined ? otherwise : asDType(dtype);
}

/**
 * A new array of anything array-like: numbers, nested lists, arrays (copied).
 * Raises ValueError for ragged lists with a numeric dtype. Source: numpy.array.
 */
export function array(object: ArrayLike, ...args: Call<[dtype: DTypeLike | null], ArrayArgs>): NDArray {
  const { dtype, copy = true, ndmin = 0, order } = bind<ArrayArgs>("array", ["dtype", "copy", "order", "ndmin"], args);
  let a = asStrided(object, dtype ? asDType(dtype) : null);
  if (copy && (a === object || a.data === object || sharesWith(a, object))) a = copyAs(a);
  if (order === "F") a = transpose(copyAs(transpose(a)));
  while (a.ndim < ndmin) a = expandDims(a, 0);
  return NDArray.from(a);
}

/** True where an object's `__array__` gave its own storage. */
function sharesWith(a: Strided, object: ArrayLike): boolean {
  return typeof object === "object" && object !== null && !Array.isArray(object) && a.ndim > 0;
}

/** The array itself, or a new one where it is no array or has another dtype. Source: numpy.asarray. */
export function asarray(a: ArrayLike, ...args: Call<[dtype: DTypeLike | null], DTypeArgs>): NDArray {
  const { dtype } = bind<DTypeArgs>("asarray", ["dtype"], args);
  return NDArray.from(asStrided(a, dtype ? asDType(dtype) : null));
}
export { asarray as asanyarray, asarray as ascontiguousarray };

/** As a float array: float64 unless it is a float already. */
export function asfarray(a: ArrayLike, dtype: DTypeLike = "float64"): NDArray {
  const t = asDType(dtype);
  return NDArray.from(asStrided(a, t.kind === "f" || t.kind === "c" ? t : dtypeOf("float64")));
}

export function zeros(shape: ShapeLike, ...args: Call<[dtype: DTypeLike | null, order: Order], CreateArgs>): NDArray {
  const { dtype } = bind<CreateArgs>("zeros", ["dtype", "order"], args);
  const dims = checked(asShape(shape));
  const a = allocate(typeOr(dtype, dtypeOf("float64")), dims);
  if (a.dtype.kind === "O") (a.data as unknown[]).fill(0);
  return NDArray.from(a);
}

function checked(shape: number[]): number[] {
  if (shape.some((d) => d < 0)) throw new ValueError("negative dimensions are not allowed");
  return shape;
}

/** An array whose content NumPy leaves undefined; here zeros. */
export function empty(shape: ShapeLike, ...args: Call<[dtype: DTypeLike | null, order: Order], CreateArgs>): NDArray {
  return NDArray.from(
    allocate(
      typeOr(bind<CreateArgs>("empty", ["dtype", "order"], args).dtype, dtypeOf("float64")),
      checked(asShape(shape)),
    ),
  );
}

export function ones(shape: ShapeLike, ...args: Call<[dtype: DTypeLike | null, order: Order], CreateArgs>): NDArray {
  const { dtype } = bind<CreateArgs>("ones", ["dtype", "order"], args);
  return full(shape, 1, dtype ?? "float64");
}

/** Every element the same value; the value's own dtype unless one is given. */
export function full(
  shape: ShapeLike,
  fill_value: ArrayLike,
  ...args: Call<[dtype: DTypeLike | null, order: Order], CreateArgs>
): NDArray {
  const { dtype } = bind<CreateArgs>("full", ["dtype", "order"], args);
  const value = asStrided(fill_value);
  const out = allocate(typeOr(dtype, value.dtype), checked(asShape(shape)));
  copyInto(broadcastTo(value, out.shape), out);
  return NDArray.from(out);
}

export interface LikeArgs extends DTypeArgs {
  shape?: ShapeLike | null;
}

function like(a: ArrayLike, name: string, args: readonly unknown[]): Strided {
  const { dtype, shape } = bind<LikeArgs>(name, ["dtype", "shape"], args);
  const model = asStrided(a);
  const t = typeOr(dtype, model.dtype);
  return shape === null || shape === undefined ? allocateLike(t, model.shape, model) : allocate(t, asShape(shape));
}

export function zeros_like(a: ArrayLike, ...args: Call<[dtype: DTypeLike | null], LikeArgs>): NDArray {
  const out = like(a, "zeros_like", args);
  if (out.dtype.kind === "O") (out.data as unknown[]).fill(0);
  return NDArray.from(out);
}
export function empty_like(a: ArrayLike, ...args: Call<[dtype: DTypeLike | null], LikeArgs>): NDArray {
  return NDArray.from(like(a, "empty_like", args));
}
export function ones_like(a: ArrayLike, ...args: Call<[dtype: DTypeLike | null], LikeArgs>): NDArray {
  const out = NDArray.from(like(a, "ones_like", args));
  out.fill(1);
  return out;
}
export function full_like(
  a: ArrayLike,
  fill_value: ArrayLike,
  ...args: Call<[dtype: DTypeLike | null], LikeArgs>
): NDArray {
  const out = NDArray.from(like(a, "full_like", args));
  out.fill(fill_value);
  return out;
}

interface EyeArgs extends DTypeArgs {
  M?: number | null;
  k?: number;
}

/** [N, M] with ones on the k-th diagonal. */
export function eye(
  N: number,
  ...args: Call<[M: number | null, k: number, dtype: DTypeLike | null], EyeArgs>
): NDArray {
  const { M, k = 0, dtype } = bind<EyeArgs>("eye", ["M", "k", "dtype"], args);
  const columns = M ?? N;
  const out = zeros([N, columns], dtype ?? "float64");
  for (let i = Math.max(0, -k); i < N && i + k < columns; i++) out.set_at([i, i + k], 1);
  return out;
}
export function identity(n: number, ...args: Call<[dtype: DTypeLike | null], DTypeArgs>): NDArray {
  return eye(n, { dtype: bind<DTypeArgs>("identity", ["dtype"], args).dtype ?? null });
}

interface ArangeArgs extends DTypeArgs {
  start?: ArrayLike;
  stop?: ArrayLike | null;
  step?: ArrayLike;
}

/** start, start + step, … below stop; the second value is computed, the rest follow from their difference. */
export function arange(
  ...args: Call<[start: ArrayLike, stop: ArrayLike | null, step: ArrayLike, dtype: DTypeLike | null], ArangeArgs>
): NDArray {
  const given = bind<ArangeArgs>("arange", ["start", "stop", "step", "dtype"], args);
  const alone = given.stop === undefined || given.stop === null;
  const first = asStrided(alone ? 0 : (given.start ?? 0));
  const last = asStrided(alone ? given.start : given.stop);
  const by = asStrided(given.step ?? 1);
  const t = typeOr(given.dtype, promoteTypes(promoteTypes(first.dtype, last.dtype), by.dtype));
  const big = [first, last, by].map((x) => Number(copyAs(x, dtypeOf("float64")).data[0]));
  const [start, stop, step] = big as [number, number, number];
  if (step === 0) throw new ZeroDivisionError("division by zero");
  const n = Math.max(0, Math.ceil((stop - start) / step));
  if (!Number.isFinite(n)) throw new ValueError("Maximum allowed size exceeded");
  const out = allocate(t, [n]);
  fillRange(out, start, start + step);
  return NDArray.from(out);
}

/** Elements start + i * (second - start), in the arithmetic of the dtype. Source: the fill functions of arraytypes. */
function fillRange(out: Strided, start: number, second: number): void {
  const n = out.size;
  const data = out.data;
  if (out.dtype.isBig) {
    const a = BigInt(Math.trunc(start));
    const d = BigInt(Math.trunc(second)) - a;
    let v = a;
    const o = data as BigInt64Array;
    for (let i = 0; i < n; i++, v += d) o[i] = v;
    return;
  }
  const o = data as Float64Array;
  const half = out.dtype.name === "float16";
  const single = half || out.dtype.name === "float32";
  if (n > 0) o[0] = half ? roundHalf(start) : start;
  if (n > 1) o[1] = half ? roundHalf(second) : second;
  if (n < 3) return;
  const a = o[0]!;
  const d = single ? Math.fround(o[1]! - a) : o[1]! - a;
  for (let i = 2; i < n; i++) {
    const v = single ? Math.fround(a + Math.fround(i * d)) : a + i * d;
    o[i] = half ? roundHalf(v) : v;
  }
}
