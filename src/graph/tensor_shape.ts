/**
 * Static shapes: lists of dimensions, each known or not, or of unknown rank.
 * Source: tf.Dimension, tf.TensorShape (tensorflow/python/framework/tensor_shape.py).
 */
import { ValueError } from "../np/errors.js";

/** One dimension of a static shape; `value` is null where unknown. */
export class Dimension {
  readonly value: number | null;

  constructor(value: number | null) {
    if (value !== null && value < 0) throw new ValueError(`Dimension ${value} must be >= 0`);
    this.value = value;
  }

  /** Python's __index__: a known dimension counts as an int, for example in np.ones(x.shape[0]). */
  __index__(): number {
    if (this.value === null) throw new TypeError("__index__ returned non-int (type NoneType)");
    return this.value;
  }
  __int__(): number {
    return this.__index__();
  }
  valueOf(): number {
    return this.value ?? Number.NaN;
  }
  eq(other: Dimension | number | null): boolean | null {
    const o = other instanceof Dimension ? other.value : other;
    return this.value === null || o === null ? null : this.value === o;
  }
  is_compatible_with(other: Dimension | number | null): boolean {
    return this.eq(other) !== false;
  }
  private with(other: Dimension | number | null, f: (a: number, b: number) => number): Dimension {
    const o = other instanceof Dimension ? other.value : other;
    return new Dimension(this.value === null || o === null ? null : f(this.value, o));
  }
  add(other: Dimension | number | null): Dimension {
    return this.with(other, (a, b) => a + b);
  }
  sub(other: Dimension | number | null): Dimension {
    return this.with(other, (a, b) => a - b);
  }
  mul(other: Dimension | number | null): Dimension {
    return this.with(other, (a, b) => a * b);
  }
  floordiv(other: Dimension | number | null): Dimension {
    return this.with(other, (a, b) => Math.floor(a / b));
  }
  mod(other: Dimension | number | null): Dimension {
    return this.with(other, (a, b) => ((a % b) + b) % b);
  }
  toString(): string {
    return this.value === null ? "?" : String(this.value);
  }
  __str__(): string {
    return this.toString();
  }
  __repr__(): string {
    return `Dimension(${this.value === null ? "None" : this.value})`;
  }
}

/** Dimensions as numbers; null for an unknown one. */
export type Dims = readonly (number | null)[];
export type ShapeLike = TensorShape | readonly (number | null | Dimension)[] | number | Dimension | null;

/** A static shape. `dims` is null when even the rank is unknown. Immutable. */
export class TensorShape {
  readonly dims: Dims | null;

  constructor(dims: ShapeLike) {
    if (dims instanceof TensorShape) this.dims = dims.dims;
    else if (dims === null) this.dims = null;
    else if (typeof dims === "number" || dims instanceof Dimension) this.dims = [plain(dims)];
    else this.dims = dims.map(plain);
    for (const d of this.dims ?? []) {
      if (d !== null && d < 0) throw new ValueError(`Dimension ${d} must be >= 0`);
    }
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
  /** Python's shape[i] with an index, shape[a:b] with a slice text such as "1:". */
  at(index: number): Dimension;
  at(index: string): TensorShape;
  at(index: number | string): Dimension | TensorShape {
    if (typeof index === "number") {
      if (this.dims === null) return new Dimension(null);
      const i = index < 0 ? index + this.dims.length : index;
      if (i < 0 || i >= this.dims.length) throw new RangeError("list index out of range");
      return new Dimension(this.dims[i]!);
    }
    const [from = "", to = ""] = index.split(":");
    if (this.dims === null) return new TensorShape(null);
    return new TensorShape(this.dims.slice(from === "" ? 0 : Number(from), to === "" ? undefined : Number(to)));
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
    const o = as_shape(other);
    if (!this.is_compatible_with(o)) throw new ValueError(`Shapes ${this} and ${o} are incompatible`);
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
  with_rank(rank: number): TensorShape {
    if (this.dims === null) return new TensorShape(new Array<null>(rank).fill(null));
    if (this.dims.length !== rank) throw new ValueError(`Shape ${this} must have rank ${rank}`);
    return this;
  }
  with_rank_at_least(rank: number): TensorShape {
    if (this.dims !== null && this.dims.length < rank)
      throw new ValueError(`Shape ${this} must have rank at least ${rank}`);
    return this;
  }
  equals(other: ShapeLike): boolean {
    const o = as_shape(other);
    if (this.dims === null || o.dims === null) return this.dims === o.dims;
    return this.dims.length === o.dims.length && this.dims.every((d, i) => d === o.dims![i]);
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

function plain(d: number | null | Dimension): number | null {
  if (d instanceof Dimension) return d.value;
  if (d === null || typeof d === "number") {
    if (d !== null && !Number.isInteger(d))
      throw new TypeError(`Dimension value must be integer or None or have an __index__ method, got ${d}`);
    return d;
  }
  const indexable = d as { __index__?: () => number };
  if (typeof indexable.__index__ === "function") return indexable.__index__();
  if (typeof d === "bigint") return Number(d);
  throw new TypeError("Dimension value must be integer or None or have an __index__ method");
}

export function as_shape(shape: ShapeLike): TensorShape {
  return shape instanceof TensorShape ? shape : new TensorShape(shape);
}

export const unknownShape = new TensorShape(null);
export const scalarShape = new TensorShape([]);
