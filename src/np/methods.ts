/**
 * The methods that arrays and NumPy scalars share: reductions, views, conversion, indexing.
 * Source: numpy.ndarray methods (NumPy 1.18).
 */
import ndarrayView from "ndarray";
import { bind, type Call } from "./arguments.js";
import type { Axis } from "./axes.js";
import { copyAs } from "./casting.js";
import { type ArrayLike, asShape, asStrided, type ShapeLike } from "./convert.js";
import { apply2 } from "./dispatch.js";
import { type Data, type DType, dtypeOf } from "./dtype.js";
import { asDType, type DTypeLike } from "./dtype_names.js";
import { load } from "./element.js";
import { TypeError_, ValueError } from "./errors.js";
import { assign, getAt, type Index, nonzero, setAt } from "./indexing.js";
import { dot } from "./linear.js";
import type { NDArray } from "./ndarray.js";
import { Operators } from "./operators.js";
import { resultType } from "./promotion.js";
import { markFloats } from "./pyfloat.js";
import { type PyTuple, tuple } from "./pytuple.js";
import * as reductions from "./reductions.js";
import { roundTo } from "./rounding.js";
import * as running from "./running.js";
import * as shaping from "./shaping.js";
import * as sorting from "./sorting.js";
import type { Strided } from "./strided.js";
import * as ufuncs from "./ufuncs.js";

export interface ReduceArgs {
  axis?: Axis | null;
  dtype?: DTypeLike | null;
  out?: Strided | null;
  keepdims?: boolean;
}
export interface VarArgs extends ReduceArgs {
  ddof?: number;
}
export interface ExtremeArgs {
  axis?: Axis | null;
  out?: Strided | null;
  keepdims?: boolean;
}
export interface AxisArgs {
  axis?: number | null;
}

type Reduction = (a: Strided, options: reductions.VarOptions) => Strided;

/** The parameters of sum, mean, … in the form that the loops take. */
export function reduceWith(
  a: Strided,
  f: Reduction,
  name: string,
  names: readonly (keyof VarArgs)[],
  args: readonly unknown[],
): Strided {
  const { axis = null, dtype = null, out = null, keepdims = false, ddof = 0 } = bind<VarArgs>(name, names, args);
  const r = f(a, { axis, dtype: dtype === null ? null : asDType(dtype), keepdims, ddof });
  if (out === null) return r;
  assign(out, r);
  return out;
}

export const SUM = ["axis", "dtype", "out", "keepdims"] as const;
export const VAR = ["axis", "dtype", "out", "ddof", "keepdims"] as const;
export const EXTREME = ["axis", "out", "keepdims"] as const;

function nested(a: Strided, axis: number, at: number): unknown {
  if (axis === a.ndim) return load(a.data, a.dtype, at);
  const list: unknown[] = [];
  for (let i = 0, p = at; i < a.shape[axis]!; i++, p += a.strides[axis]!) list.push(nested(a, axis + 1, p));
  return a.dtype.kind === "f" && axis === a.ndim - 1 ? markFloats(list) : list;
}

export abstract class ArrayMethods extends Operators {
  /** The size of every axis; prints as a tuple. */
  declare readonly shape: PyTuple<number>;

  constructor(data: Data, dtype: DType, shape: readonly number[], strides?: readonly number[], offset?: number) {
    super(data, dtype, tuple(shape), strides, offset);
  }

  /** A view or other result that stays an array even without dimensions. */
  abstract array(result: Strided): NDArray;

  /** The `ndarray` package's view of the same storage (real dtypes only: complex storage is interleaved). */
  get view() {
    return ndarrayView(this.data as number[], [...this.shape], [...this.strides], this.offset);
  }

  /** The array with its axes reversed. */
  get T(): NDArray {
    return this.array(shaping.transpose(this));
  }
  get itemsize(): number {
    return this.dtype.itemsize;
  }
  get nbytes(): number {
    return this.dtype.itemsize * this.size;
  }
  /** Real parts: a view of a complex array, else the array itself. */
  get real(): NDArray {
    return this.array(reductions.realPart(this));
  }
  get imag(): NDArray {
    return this.array(reductions.imagPart(this));
  }
  /** All elements as a one-dimensional array; a view where possible. */
  get flat(): NDArray {
    return this.array(shaping.ravel(this));
  }

  /** Python's len(): the size of the first axis. Raises TypeError for no axes. */
  __len__(): number {
    if (this.ndim === 0) throw new TypeError_("len() of unsized object");
    return this.shape[0]!;
  }

  /** Python's bool(). Raises ValueError for more than one element. */
  __bool__(): boolean {
    if (this.size === 0) return false;
    if (this.size > 1) {
      throw new ValueError(
        "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()",
      );
    }
    const flag = copyAs(this, dtypeOf("bool"));
    return flag.data[0] === 1;
  }

  /** `x[index]`: `at(0)`, `at(":", "1:-1")`, `at("...", null, 0)`, integer and boolean arrays. Views share storage. */
  at(...index: (Index | readonly Index[])[]): NDArray {
    const { value, element } = getAt(this, index);
    return element ? this.wrap(value) : this.array(value);
  }

  /** `x[index] = value`; a list as index holds the items of a tuple: `set_at([":", 0], value)`. */
  set_at(index: Index | readonly Index[], value: ArrayLike): void {
    setAt(this, Array.isArray(index) ? index : [index], value);
  }

  /** One Python value: of the only element, or of the one at the given position. */
  item(...index: number[]): number | bigint | boolean | string | unknown {
    const one = index.length === 1 && this.ndim !== 1 ? shaping.ravel(this) : this;
    if (index.length === 0) {
      if (this.size !== 1) throw new ValueError("can only convert an array of size 1 to a Python scalar");
      return load(this.data, this.dtype, this.offset);
    }
    if (index.length !== one.ndim) throw new ValueError("incorrect number of indices for array");
    const { value } = getAt(one, index);
    return load(value.data, value.dtype, value.offset);
  }

  /** Number of a one-element array, so that unary plus and arithmetic on NumPy scalars work. */
  override valueOf(): number {
    if (this.size !== 1) throw new TypeError_("only size-1 arrays can be converted to Python scalars");
    const v = load(this.data, this.dtype, this.offset);
    if (typeof v === "object" && v !== null) throw new TypeError_("can't convert complex to float");
    return Number(v);
  }

  /** Nested lists of Python values; lists of a float array count as lists of floats (1 prints as 1.0). */
  tolist(): unknown {
    return nested(this, 0, this.offset);
  }

  /** Copy with another element type. */
  astype(dtype: DTypeLike): NDArray {
    const t = asDType(dtype);
    if ((t.kind === "U" || t.kind === "S") && t.itemsize === 0)
      return this.array(copyAs(this, resultType([this], [t])));
    return this.array(copyAs(this, t));
  }
  copy(): NDArray {
    return this.array(copyAs(this));
  }
  fill(value: ArrayLike): void {
    assign(this, asStrided(value));
  }

  /** Another shape over the same elements, as one list or as several numbers; one dimension may be -1. */
  reshape(...shape: (ShapeLike | { readonly order: shaping.Order })[]): NDArray {
    const last = shape[shape.length - 1];
    const keyword = typeof last === "object" && last !== null && "order" in last ? last : null;
    const dims = (keyword ? shape.slice(0, -1) : shape) as ShapeLike[];
    const target = dims.length === 1 ? dims[0]! : dims.map((d) => asShape(d)[0]!);
    return this.array(shaping.reshape(this, target, keyword?.order));
  }
  ravel(order: shaping.Order = "C"): NDArray {
    return this.array(shaping.ravel(this, order));
  }
  flatten(order: shaping.Order = "C"): NDArray {
    return this.array(copyAs(shaping.ravel(this, order)));
  }
  transpose(...axes: (number | readonly number[] | null)[]): NDArray {
    const one = axes.length === 1 ? axes[0] : (axes as number[]);
    return this.array(shaping.transpose(this, axes.length === 0 ? null : one));
  }
  squeeze(axis?: Axis | null): NDArray {
    return this.array(shaping.squeeze(this, axis));
  }
  swapaxes(axis1: number, axis2: number): NDArray {
    return this.array(shaping.swapaxes(this, axis1, axis2));
  }
  diagonal(offset = 0, axis1 = 0, axis2 = 1): NDArray {
    return this.array(shaping.diagonal(this, offset, axis1, axis2));
  }
  trace(offset = 0): NDArray {
    return this.wrap(reductions.sum(shaping.diagonal(this, offset), { axis: -1 }));
  }

  sum(
    ...args: Call<[axis: Axis | null, dtype: DTypeLike | null, out: Strided | null, keepdims: boolean], ReduceArgs>
  ): NDArray {
    return this.wrap(reduceWith(this, reductions.sum, "sum", SUM, args));
  }
  prod(
    ...args: Call<[axis: Axis | null, dtype: DTypeLike | null, out: Strided | null, keepdims: boolean], ReduceArgs>
  ): NDArray {
    return this.wrap(reduceWith(this, reductions.prod, "prod", SUM, args));
  }
  mean(
    ...args: Call<[axis: Axis | null, dtype: DTypeLike | null, out: Strided | null, keepdims: boolean], ReduceArgs>
  ): NDArray {
    return this.wrap(reduceWith(this, reductions.mean, "mean", SUM, args));
  }
  std(
    ...args: Call<
      [axis: Axis | null, dtype: DTypeLike | null, out: Strided | null, ddof: number, keepdims: boolean],
      VarArgs
    >
  ): NDArray {
    return this.wrap(reduceWith(this, reductions.std, "std", VAR, args));
  }
  var(
    ...args: Call<
      [axis: Axis | null, dtype: DTypeLike | null, out: Strided | null, ddof: number, keepdims: boolean],
      VarArgs
    >
  ): NDArray {
    return this.wrap(reduceWith(this, reductions.variance, "var", VAR, args));
  }
  max(...args: Call<[axis: Axis | null, out: Strided | null, keepdims: boolean], ExtremeArgs>): NDArray {
    return this.wrap(reduceWith(this, reductions.max, "max", EXTREME, args));
  }
  min(...args: Call<[axis: Axis | null, out: Strided | null, keepdims: boolean], ExtremeArgs>): NDArray {
    return this.wrap(reduceWith(this, reductions.min, "min", EXTREME, args));
  }
  ptp(...args: Call<[axis: Axis | null, out: Strided | null, keepdims: boolean], ExtremeArgs>): NDArray {
    return this.wrap(reduceWith(this, reductions.ptp, "ptp", EXTREME, args));
  }
  any(...args: Call<[axis: Axis | null, out: Strided | null, keepdims: boolean], ExtremeArgs>): NDArray {
    return this.wrap(reduceWith(this, reductions.any, "any", EXTREME, args));
  }
  all(...args: Call<[axis: Axis | null, out: Strided | null, keepdims: boolean], ExtremeArgs>): NDArray {
    return this.wrap(reduceWith(this, reductions.all, "all", EXTREME, args));
  }
  /** Position of the first largest element, of the flattened array without an axis. */
  argmax(...args: Call<[axis: number | null], AxisArgs>): NDArray {
    return this.wrap(reductions.argmax(this, bind<AxisArgs>("argmax", ["axis"], args).axis));
  }
  argmin(...args: Call<[axis: number | null], AxisArgs>): NDArray {
    return this.wrap(reductions.argmin(this, bind<AxisArgs>("argmin", ["axis"], args).axis));
  }
  cumsum(
    ...args: Call<[axis: number | null, dtype: DTypeLike | null], AxisArgs & { dtype?: DTypeLike | null }>
  ): NDArray {
    const { axis, dtype } = bind<AxisArgs & { dtype?: DTypeLike | null }>("cumsum", ["axis", "dtype"], args);
    return this.wrap(running.cumsum(this, axis, dtype ? asDType(dtype) : null));
  }
  cumprod(
    ...args: Call<[axis: number | null, dtype: DTypeLike | null], AxisArgs & { dtype?: DTypeLike | null }>
  ): NDArray {
    const { axis, dtype } = bind<AxisArgs & { dtype?: DTypeLike | null }>("cumprod", ["axis", "dtype"], args);
    return this.wrap(running.cumprod(this, axis, dtype ? asDType(dtype) : null));
  }

  dot(other: ArrayLike): NDArray {
    return this.wrap(dot(this, asStrided(other)));
  }
  /** Values below `min` become min, those above `max` max. */
  clip(min: ArrayLike | null = null, max: ArrayLike | null = null): NDArray {
    return this.wrap(clip(this, min, max));
  }
  round(decimals = 0): NDArray {
    return this.wrap(roundTo(this, decimals));
  }
  conj(): NDArray {
    return this.unary(ufuncs.conjugate);
  }
  /** Sorts in place along an axis. */
  sort(...args: Call<[axis: number], { axis?: number }>): void {
    assign(this, sorting.sort(this, bind<{ axis: number }>("sort", ["axis"], args).axis ?? -1));
  }
  argsort(...args: Call<[axis: number | null], AxisArgs>): NDArray {
    return this.wrap(sorting.argsort(this, bind<AxisArgs>("argsort", ["axis"], args).axis ?? -1));
  }
  searchsorted(values: ArrayLike, side: "left" | "right" = "left"): NDArray {
    return this.wrap(sorting.searchsorted(this, asStrided(values), side));
  }
  repeat(repeats: ShapeLike, ...args: Call<[axis: number | null], AxisArgs>): NDArray {
    return this.wrap(sorting.repeat(this, asShape(repeats), bind<AxisArgs>("repeat", ["axis"], args).axis ?? null));
  }
  take(indices: ArrayLike, ...args: Call<[axis: number | null], AxisArgs>): NDArray {
    return this.wrap(sorting.take(this, asStrided(indices), bind<AxisArgs>("take", ["axis"], args).axis ?? null));
  }
  /** Positions of the elements that are not zero: one array per axis. */
  nonzero(): PyTuple<NDArray> {
    return tuple(nonzero(this).map((a) => this.array(a)));
  }

  /** Bytes of the elements in row-major order, as NumPy stores them. */
  tobytes(): Uint8Array {
    const a = copyAs(this);
    if (!ArrayBuffer.isView(a.data)) throw new TypeError_("cannot take the bytes of this dtype");
    return new Uint8Array(a.data.buffer.slice(0));
  }

  /** Over the first axis: arrays of one dimension less, or NumPy scalars. */
  *[Symbol.iterator](): IterableIterator<NDArray> {
    if (this.ndim === 0) throw new TypeError_("iteration over a 0-d array");
    for (let i = 0; i < this.shape[0]!; i++) {
      const one = shaping.pick(this, 0, i);
      yield one.ndim === 0 ? this.wrap(copyAs(one)) : this.array(one);
    }
  }
}

/** Source: numpy.clip. */
export function clip(a: Strided, min: ArrayLike | null, max: ArrayLike | null, out: Strided | null = null): Strided {
  if (min === null && max === null) throw new ValueError("One of max or min must be given");
  let r: Strided = a;
  if (min !== null) r = apply2(ufuncs.maximum, r, asStrided(min), max === null ? { out } : {});
  if (max !== null) r = apply2(ufuncs.minimum, r, asStrided(max), { out });
  return r;
}
