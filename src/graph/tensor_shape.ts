/**
 * Static shapes: lists of dimensions, each known or not, or of unknown rank.
 * Source: tf.TensorShape (tensorflow/python/framework/tensor_shape.py).
 */

import { TypeError_, ValueError } from "../np/errors.js";
import { parseSlice } from "../np/indexing.js";
import { list } from "../py/iteration.js";
import { str } from "../py/repr.js";
import { PySlice } from "../py/slice.js";
import { getitem } from "../py/subscript.js";
import { Dimension, type DimensionLike, dimensionValue } from "./dimension.js";
import { pyClass } from "./signature.js";

export { Dimension } from "./dimension.js";

/** Dimensions as numbers; null for an unknown one. */
export type Dims = readonly (number | null)[];
export type ShapeLike = TensorShape | Iterable<DimensionLike> | DimensionLike;
/** A slice of a shape: text such as "1:", or py.slice. */
export type ShapeSlice = string | { readonly start: unknown; readonly stop: unknown; readonly step: unknown };

function dimsOf(shape: ShapeLike): Dims | null {
  if (shape instanceof TensorShape) return shape.dims;
  if (shape === null || shape === undefined) return null;
  if (Array.isArray(shape)) return shape.map(dimensionValue);
  if (typeof shape === "string" || shape instanceof Uint8Array) {
    throw new TypeError_(
      `A string has ambiguous TensorShape, please wrap in a list or convert to an int: ${str(shape)}`,
    );
  }
  const isList = typeof shape === "object" && Symbol.iterator in shape;
  return isList ? list(shape).map(dimensionValue) : [dimensionValue(shape)];
}

/** A static shape. `dims` is null when even the rank is unknown. Immutable. */
export class TensorShape {
  readonly dims: Dims | null;

  constructor(dims: ShapeLike) {
    this.dims = dimsOf(dims);
  }

  get rank(): number | null {
    return this.dims === null ? null : this.dims.length;
  }
  get ndims(): number | null {
    return this.rank;
  }
  /** Python's len(shape). */
  get length(): number {
    if (this.dims === null) throw new ValueError("Cannot take the length of shape with unknown rank.");
    return this.dims.length;
  }
  __len__(): number {
    return this.length;
  }
  /** True where the rank is known. */
  __bool__(): boolean {
    return this.dims !== null;
  }
  /** Python's shape[i] with an index, shape[a:b] with a slice. */
  at(index: number): Dimension;
  at(index: ShapeSlice): TensorShape;
  at(index: number | ShapeSlice): Dimension | TensorShape {
    const slice = typeof index === "string" ? parseSlice(index) : index;
    if (typeof slice !== "object" || slice === null) {
      return new Dimension(this.dims === null ? null : getitem(this.dims, index));
    }
    const { start, stop, step } = slice;
    if (this.dims !== null) return new TensorShape(getitem(this.dims, new PySlice(start, stop, step)) as Dims);
    if (step !== null) throw new ValueError("Steps are not yet handled");
    const first = Number(start ?? 0);
    const last = stop === null ? -1 : Number(stop);
    return first < 0 || last < 0 ? unknownShape : unknownOfRank(last - first);
  }
  *[Symbol.iterator](): Iterator<Dimension> {
    if (this.dims === null) throw new ValueError("Cannot iterate over a shape with unknown rank.");
    for (const d of this.dims) yield new Dimension(d);
  }
  get isFullyDefined(): boolean {
    return this.dims?.every((d) => d !== null) ?? false;
  }
  is_fully_defined(): boolean {
    return this.isFullyDefined;
  }
  /** The dimensions as numbers, or null when any of them is unknown. */
  get known(): readonly number[] | null {
    if (!this.dims) return null;
    const out: number[] = [];
    for (const d of this.dims) {
      if (d === null) return null;
      out.push(d);
    }
    return out;
  }
  as_list(): (number | null)[] {
    if (this.dims === null) throw new ValueError("as_list() is not defined on an unknown TensorShape.");
    return [...this.dims];
  }
  num_elements(): number | null {
    const known = this.known;
    return known ? known.reduce((a, b) => a * b, 1) : null;
  }
  is_compatible_with(other: ShapeLike): boolean {
    const o = as_shape(other);
    if (this.dims === null || o.dims === null) return true;
    if (this.dims.length !== o.dims.length) return false;
    return this.dims.every((d, i) => d === null || o.dims![i] === null || d === o.dims![i]);
  }
  assert_is_compatible_with(other: ShapeLike): void {
    if (!this.is_compatible_with(as_shape(other))) {
      throw new ValueError(`Shapes ${this} and ${str(other)} are incompatible`);
    }
  }
  /** Raises ValueError, with the runtime's text, where they can't be of one tensor. */
  refuseMerge(other: TensorShape): void {
    const [a, b] = [this.dims, other.dims];
    if (a === null || b === null) return;
    if (a.length !== b.length) {
      throw new ValueError(`Shapes must be equal rank, but are ${a.length} and ${b.length}`);
    }
    const text = (dims: Dims): string => `[${dims.map((d) => d ?? "?").join(",")}]`;
    a.forEach((d, i) => {
      const e = b[i]!;
      if (d === null || e === null || d === e) return;
      throw new ValueError(
        `Dimension ${i} in both shapes must be equal, but are ${d} and ${e}. Shapes are ${text(a)} and ${text(b)}.`,
      );
    });
  }
  /** Combines what two descriptions of the same shape know. Raises ValueError where they disagree. */
  merge_with(other: ShapeLike): TensorShape {
    const o = as_shape(other);
    if (this.dims === null) return o;
    if (o.dims === null) return this;
    if (this.dims.length !== o.dims.length) throw new ValueError(`Shapes ${this} and ${o} are not compatible`);
    return new TensorShape(
      this.dims.map((d, i) => {
        const e = o.dims![i]!;
        if (d !== null && e !== null && d !== e) throw new ValueError(`Shapes ${this} and ${o} are not compatible`);
        return d ?? e;
      }),
    );
  }
  concatenate(other: ShapeLike): TensorShape {
    const o = as_shape(other);
    if (this.dims === null || o.dims === null) return new TensorShape(null);
    return new TensorShape([...this.dims, ...o.dims]);
  }
  add(other: ShapeLike): TensorShape {
    return this.concatenate(other);
  }
  radd(other: ShapeLike): TensorShape {
    return as_shape(other).concatenate(this);
  }
  assert_same_rank(other: ShapeLike): void {
    const o = as_shape(other);
    if (this.rank !== null && o.rank !== null && this.rank !== o.rank)
      throw new ValueError(`Shapes ${this} and ${o} must have the same rank`);
  }
  assert_has_rank(rank: number): void {
    if (this.rank !== null && this.rank !== rank) throw new ValueError(`Shape ${this} must have rank ${rank}`);
  }
  assert_is_fully_defined(): void {
    if (!this.isFullyDefined) throw new ValueError(`Shape ${this} is not fully defined`);
  }
  with_rank(rank: number): TensorShape {
    this.assert_has_rank(rank);
    return this.dims === null ? unknownOfRank(rank) : this;
  }
  with_rank_at_least(rank: number): TensorShape {
    if (this.rank !== null && this.rank < rank) throw new ValueError(`Shape ${this} must have rank at least ${rank}`);
    return this;
  }
  with_rank_at_most(rank: number): TensorShape {
    if (this.rank !== null && this.rank > rank) throw new ValueError(`Shape ${this} must have rank at most ${rank}`);
    return this;
  }
  /** What both shapes say; unknown where they differ. */
  most_specific_compatible_shape(other: ShapeLike): TensorShape {
    const o = as_shape(other);
    if (this.dims === null || o.dims === null || this.rank !== o.rank) return unknownShape;
    return new TensorShape(this.dims.map((d, i) => (d === o.dims![i] ? d : null)));
  }
  equals(other: ShapeLike): boolean {
    const o = as_shape(other);
    if (this.dims === null || o.dims === null) return this.dims === o.dims;
    return this.dims.length === o.dims.length && this.dims.every((d, i) => d === o.dims![i]);
  }
  /** Python's ==: an unknown dimension equals none, not even another unknown one. */
  eq(other: unknown): boolean {
    return this === other || (isShapeLike(other) && this.equals(other) && !(this.dims?.includes(null) ?? false));
  }
  /** Python's !=. Raises ValueError where a rank is unknown. */
  ne(other: unknown): boolean {
    if (isShapeLike(other) && (this.dims === null || as_shape(other).dims === null))
      throw new ValueError("The inequality of unknown TensorShapes is undefined.");
    return !this.eq(other);
  }
  /** Python's str(): `(4, ?)`, `<unknown>`. */
  toString(): string {
    if (this.dims === null) return "<unknown>";
    const items = this.dims.map((d) => (d === null ? "?" : String(d)));
    return items.length === 1 ? `(${items[0]},)` : `(${items.join(", ")})`;
  }
  __str__(): string {
    return this.toString();
  }
  __repr__(): string {
    if (this.dims === null) return "TensorShape(None)";
    return `TensorShape([${this.dims.map((d) => `Dimension(${d === null ? "None" : d})`).join(", ")}])`;
  }
  /** As the C++ runtime writes a shape: `[4,?]`, `<unknown>` of unknown rank is `?`. */
  toRuntimeString(): string {
    return this.dims === null ? "?" : `[${this.dims.map((d) => d ?? "?").join(",")}]`;
  }
}

function isShapeLike(x: unknown): x is ShapeLike {
  try {
    new TensorShape(x as ShapeLike);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

export function as_shape(shape: ShapeLike): TensorShape {
  return shape instanceof TensorShape ? shape : new TensorShape(shape);
}

export const unknownShape = new TensorShape(null);
export const scalarShape = new TensorShape([]);

function unknownOfRank(rank: number): TensorShape {
  return new TensorShape(new Array<null>(Math.max(0, rank)).fill(null));
}

/** tf.TensorShape: null is of unknown rank, a null inside an unknown dimension. */
export const TensorShapeClass = pyClass<{ dims: ShapeLike }>()(
  "TensorShape",
  "(dims)",
  TensorShape.prototype,
  ({ dims }) => new TensorShape(dims),
);
