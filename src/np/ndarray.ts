/**
 * NDArray, a strided view of typed storage on the `ndarray` package, and NpScalar, one element that keeps its dtype.
 * Source: numpy.ndarray, numpy.generic (NumPy 1.18).
 */
import { copyAs } from "./casting.js";
import { type ArrayLike, asStrided } from "./convert.js";
import { apply2, type BinaryUfunc } from "./dispatch.js";
import { type Data, type DType, type DTypeName, dtypeOf } from "./dtype.js";
import { IndexError, TypeError_ } from "./errors.js";
import type { Index } from "./indexing.js";
import { ArrayMethods } from "./methods.js";
import { arrayRepr, arrayStr, scalarRepr, scalarStr } from "./printing/index.js";
import type { Strided } from "./strided.js";

export { rowMajor, sizeOf } from "./strided.js";

export class NDArray extends ArrayMethods {
  /** Wraps row-major storage without copying. */
  static of(dtype: DTypeName | DType, data: Data, shape: readonly number[]): NDArray {
    return new NDArray(data, typeof dtype === "string" ? dtypeOf(dtype) : dtype, shape);
  }

  /** A strided result as an array over the same storage. */
  static from(s: Strided): NDArray {
    return s instanceof NDArray ? s : new NDArray(s.data, s.dtype, s.shape, s.strides, s.offset);
  }

  override wrap(result: Strided): NDArray {
    return returned(result);
  }
  override array(result: Strided): NDArray {
    return NDArray.from(result);
  }
  /** Writes into this array. Raises UFuncTypeError where the result can't be cast within its kind. */
  override inplace(u: BinaryUfunc, other: ArrayLike): NDArray {
    apply2(u, this, asStrided(other), { out: this });
    return this;
  }

  __str__(): string {
    return arrayStr(this);
  }
  __repr__(): string {
    return arrayRepr(this);
  }
  override toString(): string {
    return arrayStr(this);
  }
}

/**
 * One element with its dtype: what indexing down to an element, full reductions and ufuncs of scalars give. It has all
 * that an NDArray has and may stand where a type asks for one, but is not an `instanceof NDArray`, as in NumPy.
 */
export class NpScalar extends ArrayMethods {
  /** Tells the two types apart for the compiler. */
  readonly isScalar: true = true;

  /** The single element of a strided result, copied. */
  static of(s: Strided): NpScalar {
    const one = s.data.length === (s.dtype.kind === "c" ? 2 : 1) ? s : copyAs(s);
    return new NpScalar(one.data, one.dtype, [], [], 0);
  }

  override wrap(result: Strided): NDArray {
    return returned(result);
  }
  override array(result: Strided): NDArray {
    return returned(result);
  }

  override at(...index: (Index | readonly Index[])[]): NDArray {
    if (index.some((i) => typeof i === "number" || typeof i === "bigint")) {
      throw new IndexError("invalid index to scalar variable.");
    }
    return super.at(...index);
  }
  override set_at(): void {
    throw new TypeError_(`'numpy.${this.dtype.name}' object does not support item assignment`);
  }

  __str__(): string {
    return scalarStr(this);
  }
  __repr__(): string {
    return scalarRepr(this);
  }
  override toString(): string {
    return scalarStr(this);
  }
}

/** A result as NumPy returns it: an array, or a scalar where there are no dimensions; `out` itself where that was given. */
export function returned(result: Strided, out: NDArray | null = null): NDArray {
  if (out !== null) return out;
  return result.shape.length === 0 ? NpScalar.of(result) : NDArray.from(result);
}
