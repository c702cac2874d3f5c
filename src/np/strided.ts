/**
 * Strided: the fields that every array and NumPy scalar has, without behaviour; what all loops work on.
 * Source: PyArrayObject (numpy/ndarraytypes.h). Below NDArray, so that loops and printing need not import it.
 */
import type { Data, DType } from "./dtype.js";

/** Number of elements of a shape. */
export function sizeOf(shape: readonly number[]): number {
  let n = 1;
  for (let i = 0; i < shape.length; i++) n *= shape[i]!;
  return n;
}

export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
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

/** True when elements of this shape and strides lie in row-major order without gaps. */
export function isRowMajor(shape: readonly number[], strides: readonly number[]): boolean {
  let step = 1;
  let contiguous = true;
  for (let i = shape.length - 1; i >= 0; i--) {
    const d = shape[i]!;
    if (d === 0) return true;
    if (d !== 1 && strides[i] !== step) contiguous = false;
    step *= d;
  }
  return contiguous;
}

export class Strided {
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

  get ndim(): number {
    return this.shape.length;
  }

  get size(): number {
    return sizeOf(this.shape);
  }

  /** True when the elements lie in row-major order without gaps. */
  get isContiguous(): boolean {
    return isRowMajor(this.shape, this.strides);
  }
}

/** New zeroed row-major storage of a shape. */
export function allocate(dtype: DType, shape: readonly number[]): Strided {
  return new Strided(dtype.make(sizeOf(shape)), dtype, shape);
}

/**
 * A shape in NumPy's error messages: `(2,3)`, one dimension `(2,)`. Unknown (negative) dimensions in front are left
 * out, later ones read `newaxis`. Source: convert_shape_to_string (numpy/core/src/multiarray/common.c).
 */
export function shapeText(shape: readonly number[]): string {
  const first = shape.findIndex((d) => d >= 0);
  if (first < 0) return "()";
  const parts = shape.slice(first).map((d) => (d < 0 ? "newaxis" : String(d)));
  return `(${parts.join(",")}${shape.length === 1 ? "," : ""})`;
}

/** A shape in the messages of assignments, where one dimension has no comma. Source: build_shape_string. */
export function plainShapeText(shape: readonly number[]): string {
  return `(${shape.join(",")})`;
}
