/**
 * Arithmetic of static shapes and dimensions, with the runtime's messages.
 * Source: InferenceContext (tensorflow/core/framework/shape_inference.cc).
 */
import { intsOf, type ShapeContext, ShapeError } from "../../graph/shape_inference.js";
import { type Dims, TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { rowMajorOf } from "../../np/casting.js";

type Dim = number | null;

/** One dimension; null for an unknown rank. Negative indices count from the end. */
export function dimOf(shape: TensorShape, index: number): Dim {
  return shape.dims === null ? null : (shape.dims.at(index) ?? null);
}

/** Dimensions start … end (exclusive) of a shape; unknown for an unknown rank. Raises where the range is not within it. */
export function subshape(shape: TensorShape, start: number, end?: number): TensorShape {
  const { dims } = shape;
  if (dims === null) return unknownShape;
  const { length } = dims;
  if (start > length) {
    throw new ShapeError(
      `Subshape must have computed start <= rank of shape, but start is ${start} and rank is ${length}`,
    );
  }
  const from = start < 0 ? start + length : start;
  const to = end === undefined ? length : end < 0 ? end + length : Math.min(end, length);
  if (from < 0 || from > to)
    throw new ShapeError(
      `Subshape must have computed start <= end, but is ${from} and ${to} (computed from start ${start} and end ${end} over shape with rank ${length})`,
    );
  return new TensorShape(dims.slice(from, to));
}

/** An unknown shape of that rank. */
export function ofRank(rank: number | null): TensorShape {
  return rank === null ? unknownShape : new TensorShape(new Array<null>(rank).fill(null));
}

/** The shape with one dimension replaced. */
export function replaceDim(shape: TensorShape, index: number, dim: Dim): TensorShape {
  if (shape.dims === null) return shape;
  const out: Dim[] = [...shape.dims];
  out[index < 0 ? index + out.length : index] = dim;
  return new TensorShape(out);
}

/** A dimension that must have that value where it is known. */
export function withValue(dim: Dim, value: number): number {
  if (dim !== null && dim !== value) throw new ShapeError(`Dimension must be ${value} but is ${dim}`);
  return value;
}

export function addDims(a: Dim, b: Dim): Dim {
  return a === null || b === null ? null : a + b;
}

export function subtractDims(a: Dim, b: Dim): Dim {
  if (b === 0) return a;
  if (a === null || b === null) return null;
  if (a < b) throw new ShapeError(`Negative dimension size caused by subtracting ${b} from ${a}`);
  return a - b;
}

export function multiplyDims(a: Dim, b: Dim): Dim {
  if (a === 0 || b === 0) return 0;
  return a === null || b === null ? null : a * b;
}

export function divideDim(dim: Dim, by: number): Dim {
  if (by === 1 || dim === null) return dim;
  if (dim % by !== 0) throw new ShapeError(`Dimension size must be evenly divisible by ${by} but is ${dim}`);
  return dim / by;
}

/** The product of all dimensions; null where one is unknown. */
export function countOf(dims: Dims): Dim {
  return dims.reduce<Dim>((n, d) => multiplyDims(n, d), 1);
}

/** A scalar input that says an axis or a size; null where it isn't known yet. */
export function scalarInput(c: ShapeContext, i: number): number | null {
  const value = c.constant(i);
  if (value === null) return null;
  if (value.ndim !== 0) throw new ShapeError(`Input must be scalar but has rank ${value.ndim}`);
  return Number(value.data[value.offset]);
}

/** The integers of a vector input; null where they aren't known yet. */
export function vectorInput(c: ShapeContext, i: number): number[] | null {
  const value = c.constant(i);
  return value && intsOf(value);
}

/** An axis input counted from the front; null where it or the rank it counts from isn't known. */
export function axisInput(c: ShapeContext, i: number, rank: number | null): number | null {
  const axis = scalarInput(c, i);
  if (axis === null || (axis < 0 && rank === null)) return null;
  if (rank !== null && (axis < -rank || axis >= rank)) {
    throw new ShapeError(`Dimension size, given by scalar input ${axis}, must be in range [-${rank}, ${rank})`);
  }
  return axis < 0 ? axis + rank! : axis;
}

/** Adds the runtime's second line to an error of `body`. */
export function withContext<T>(context: string, body: () => T): T {
  try {
    return body();
  } catch (error) {
    if (error instanceof ShapeError) throw new ShapeError(`${error.message}\n\t${context}`);
    throw error;
  }
}

/** All elements of an integer input of any rank, in order; null where they aren't known yet. */
export function flatInput(c: ShapeContext, i: number): number[] | null {
  const value = c.constant(i);
  if (value === null) return null;
  const { data, offset } = rowMajorOf(value);
  return Array.from({ length: value.size }, (_, j) => Number(data[offset + j]));
}
