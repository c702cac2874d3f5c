/**
 * One dimension of a static shape, known or not.
 * Source: tf.Dimension (tensorflow/python/framework/tensor_shape.py).
 */
import { TypeError_, ValueError } from "../np/errors.js";
import { asFloat, asIndex } from "../np/printing/numbers.js";
import { typeName } from "../np/printing/type_name.js";
import { int } from "../py/convert.js";
import { floordiv, mod } from "../py/operators.js";
import { str } from "../py/repr.js";
import { DType } from "./dtypes.js";
import { pyClass } from "./signature.js";

/** What stands for a dimension; null is an unknown one. */
export type DimensionLike = Dimension | number | bigint | { __index__(): number } | null;

/** The size that a value stands for. Raises ValueError where it isn't whole or below zero, TypeError where it is no number. */
function sizeOf(value: unknown): number | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Dimension) return value.value;
  if (value instanceof DType) throw new TypeError_(`Cannot convert ${value} to Dimension`);
  const size = Number(int(value));
  const isText = typeof value === "string" || value instanceof Uint8Array;
  if (!isText && asIndex(value) === undefined && size !== asFloat(value)) {
    throw new ValueError(`Ambiguous dimension: ${str(value)}`);
  }
  if (size < 0) throw new ValueError(`Dimension ${size} must be >= 0`);
  return size;
}

/** The same of what a TensorShape is made of, mostly plain numbers. */
export function dimensionValue(value: unknown): number | null {
  return typeof value === "number" && value >= 0 && Number.isInteger(value) ? value : sizeOf(value);
}

/** Python's None: the answer to a comparison with an unknown dimension. */
type Answer = boolean | null;

export class Dimension {
  readonly value: number | null;

  constructor(value: unknown) {
    this.value = dimensionValue(value);
  }

  /** Python's __index__: a known dimension counts as an int, for example in np.ones(x.shape[0]). */
  __index__(): number {
    if (this.value === null) throw new TypeError_("__index__ returned non-int (type NoneType)");
    return this.value;
  }
  __int__(): number {
    if (this.value === null) throw new TypeError_("__int__ returned non-int (type NoneType)");
    return this.value;
  }
  valueOf(): number {
    return this.value ?? Number.NaN;
  }

  private with(other: unknown, f: (a: number, b: number) => number): Dimension {
    const o = dimensionValue(other);
    return new Dimension(this.value === null || o === null ? null : f(this.value, o));
  }
  private against(other: unknown, f: (a: number, b: number) => boolean): Answer {
    const o = dimensionValue(other);
    return this.value === null || o === null ? null : f(this.value, o);
  }
  private equality(other: unknown, equal: boolean): Answer {
    try {
      return this.against(other, (a, b) => (a === b) === equal);
    } catch (error) {
      // What is no dimension is simply another thing.
      if (error instanceof TypeError || error instanceof ValueError) return !equal;
      throw error;
    }
  }

  /** null where one of both is unknown. */
  eq(other: unknown): Answer {
    return this.equality(other, true);
  }
  ne(other: unknown): Answer {
    return this.equality(other, false);
  }
  lt(other: DimensionLike): Answer {
    return this.against(other, (a, b) => a < b);
  }
  le(other: DimensionLike): Answer {
    return this.against(other, (a, b) => a <= b);
  }
  gt(other: DimensionLike): Answer {
    return this.against(other, (a, b) => a > b);
  }
  ge(other: DimensionLike): Answer {
    return this.against(other, (a, b) => a >= b);
  }

  add(other: DimensionLike): Dimension {
    return this.with(other, (a, b) => a + b);
  }
  radd(other: DimensionLike): Dimension {
    return this.add(other);
  }
  sub(other: DimensionLike): Dimension {
    return this.with(other, (a, b) => a - b);
  }
  rsub(other: DimensionLike): Dimension {
    return new Dimension(other).sub(this);
  }
  mul(other: DimensionLike): Dimension {
    return this.with(other, (a, b) => a * b);
  }
  rmul(other: DimensionLike): Dimension {
    return this.mul(other);
  }
  floordiv(other: DimensionLike): Dimension {
    return this.with(other, (a, b) => Number(floordiv(a, b)));
  }
  rfloordiv(other: DimensionLike): Dimension {
    return new Dimension(other).floordiv(this);
  }
  mod(other: DimensionLike): Dimension {
    return this.with(other, (a, b) => Number(mod(a, b)));
  }
  rmod(other: DimensionLike): Dimension {
    return new Dimension(other).mod(this);
  }
  truediv(other: unknown): never {
    throw new TypeError_(
      `unsupported operand type(s) for /: 'Dimension' and '${typeName(other)}', please use // instead`,
    );
  }
  rtruediv(other: unknown): never {
    throw new TypeError_(
      `unsupported operand type(s) for /: '${typeName(other)}' and 'Dimension', please use // instead`,
    );
  }

  is_compatible_with(other: DimensionLike): boolean {
    return this.eq(other) !== false;
  }
  assert_is_compatible_with(other: DimensionLike): void {
    if (!this.is_compatible_with(other)) {
      throw new ValueError(`Dimensions ${this} and ${str(other)} are not compatible`);
    }
  }
  /** What both know. Raises ValueError where they disagree. */
  merge_with(other: DimensionLike): Dimension {
    const o = new Dimension(other);
    this.assert_is_compatible_with(o);
    return this.value === null ? o : this;
  }

  toString(): string {
    return this.value === null ? "?" : String(this.value);
  }
  __str__(): string {
    return this.toString();
  }
  __repr__(): string {
    return `Dimension(${this.value ?? "None"})`;
  }
}

/** tf.Dimension: one dimension of a static shape; null is unknown. */
export const DimensionClass = pyClass<{ value: DimensionLike }>()(
  "Dimension",
  "(value)",
  Dimension.prototype,
  ({ value }) => new Dimension(value),
);
