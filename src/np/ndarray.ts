/**
 * NDArray: a strided view of typed storage, on the `ndarray` package.
 * Source: numpy.ndarray (NumPy 1.18).
 */
import ndarrayView from "ndarray";
import { type Data, type DType, type DTypeName, dtypeOf } from "./dtype.js";

/** Number of elements of a shape. */
export function sizeOf(shape: readonly number[]): number {
  let n = 1;
  for (const d of shape) n *= d;
  return n;
}

/** Row-major strides, in elements. */
export function rowMajor(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    strides[i] = step;
    step *= shape[i]!;
  }
  return strides;
}

export class NDArray {
  readonly dtype: DType;
  readonly shape: readonly number[];
  /** In elements, not bytes. */
  readonly strides: readonly number[];
  readonly offset: number;
  /** Shared with every view made from this array. */
  readonly data: Data;

  constructor(
    data: Data,
    dtype: DType,
    shape: readonly number[],
    strides: readonly number[] = rowMajor(shape),
    offset = 0,
  ) {
    this.data = data;
    this.dtype = dtype;
    this.shape = shape;
    this.strides = strides;
    this.offset = offset;
  }

  /** Wraps row-major storage without copying. */
  static of(dtype: DTypeName | DType, data: Data, shape: readonly number[]): NDArray {
    return new NDArray(data, typeof dtype === "string" ? dtypeOf(dtype) : dtype, shape);
  }

  get ndim(): number {
    return this.shape.length;
  }

  get size(): number {
    return sizeOf(this.shape);
  }

  /** The `ndarray` package's view of the same storage (real dtypes only: complex storage is interleaved). */
  get view() {
    return ndarrayView(this.data as number[], [...this.shape], [...this.strides], this.offset);
  }

  /** True when the elements lie in row-major order without gaps. */
  get isContiguous(): boolean {
    const want = rowMajor(this.shape);
    return this.size < 2 || this.shape.every((d, i) => d === 1 || this.strides[i] === want[i]);
  }
}
