/**
 * Python's operators on arrays and NumPy scalars, as methods.
 * Source: array_as_number (numpy/core/src/multiarray/number.c, NumPy 1.18).
 */
import { withType } from "./casting.js";
import { type ArrayLike, asStrided, existing } from "./convert.js";
import { apply1, apply2, type BinaryUfunc, type UnaryUfunc } from "./dispatch.js";
import { dtypeOf } from "./dtype.js";
import { ValueError } from "./errors.js";
import { matmul } from "./linear.js";
import type { NDArray } from "./ndarray.js";
import { Strided } from "./strided.js";
import * as ufuncs from "./ufuncs.js";

/** An object that takes over operators whose left side is an array, such as a TensorFlow tensor. */
export interface Deferring {
  readonly __array_priority__: number;
}

/** What an operator gives: an array or scalar, or what the other side's reflected method gives. */
export type Answer<O, Reflected extends string> = O extends Deferring & {
  readonly [K in Reflected]: (x: never) => infer R;
}
  ? R
  : NDArray;

/** The other side's reflected method, where that side has priority over arrays (Python's NotImplemented). */
function deferred(other: unknown, method: string): ((self: unknown) => unknown) | null {
  if (typeof other !== "object" || other === null || other instanceof Strided) return null;
  if (!("__array_priority__" in other) || Number(other.__array_priority__) <= 0) return null;
  const f: unknown = Reflect.get(other, method);
  return typeof f === "function" ? (self) => f.call(other, self) : null;
}

/** Exponents that NumPy's `**` replaces by a simpler ufunc for float arrays. */
function fastPower(a: Strided, exponent: unknown): UnaryUfunc | null {
  const b = typeof exponent === "number" ? exponent : existing(exponent)?.ndim === 0 ? Number(exponent) : null;
  if (a.dtype.kind !== "f" && a.dtype.kind !== "c") return null;
  if (b === 1) return ufuncs.positive;
  if (b === -1) return ufuncs.reciprocal;
  if (b === 0.5) return ufuncs.sqrt;
  return b === 2 ? ufuncs.square : null;
}

export abstract class Operators extends Strided {
  /** A result as NumPy returns it: an array, or a scalar where there are no dimensions. */
  abstract wrap(result: Strided): NDArray;

  unary(u: UnaryUfunc): NDArray {
    return this.wrap(apply1(u, this));
  }

  /** The operator `this op other`, or `other op this` when swapped. */
  binary<O, R extends string>(u: BinaryUfunc, other: O, reflected: R, swapped = false): Answer<O, R> {
    const theirs = deferred(other, reflected);
    if (theirs) return theirs(this) as Answer<O, R>;
    const b = asStrided(other);
    return this.wrap(swapped ? apply2(u, b, this) : apply2(u, this, b)) as Answer<O, R>;
  }

  /** The operator's in-place form; overwritten by arrays, which keep their identity. */
  inplace(u: BinaryUfunc, other: ArrayLike): NDArray {
    return this.wrap(apply2(u, this, asStrided(other)));
  }

  add<O extends ArrayLike | Deferring>(other: O): Answer<O, "radd"> {
    return this.binary(ufuncs.add, other, "radd");
  }
  sub<O extends ArrayLike | Deferring>(other: O): Answer<O, "rsub"> {
    return this.binary(ufuncs.subtract, other, "rsub");
  }
  mul<O extends ArrayLike | Deferring>(other: O): Answer<O, "rmul"> {
    return this.binary(ufuncs.multiply, other, "rmul");
  }
  truediv<O extends ArrayLike | Deferring>(other: O): Answer<O, "rtruediv"> {
    return this.binary(ufuncs.trueDivide, other, "rtruediv");
  }
  floordiv<O extends ArrayLike | Deferring>(other: O): Answer<O, "rfloordiv"> {
    return this.binary(ufuncs.floorDivide, other, "rfloordiv");
  }
  mod<O extends ArrayLike | Deferring>(other: O): Answer<O, "rmod"> {
    return this.binary(ufuncs.remainder, other, "rmod");
  }
  pow<O extends ArrayLike | Deferring>(other: O): Answer<O, "rpow"> {
    const fast = fastPower(this, other);
    return fast ? (this.unary(fast) as Answer<O, "rpow">) : this.binary(ufuncs.power, other, "rpow");
  }
  matmul<O extends ArrayLike | Deferring>(other: O): Answer<O, "rmatmul"> {
    const theirs = deferred(other, "rmatmul");
    return (theirs ? theirs(this) : this.wrap(matmul(this, asStrided(other)))) as Answer<O, "rmatmul">;
  }
  and_<O extends ArrayLike | Deferring>(other: O): Answer<O, "rand_"> {
    return this.binary(ufuncs.bitwiseAnd, other, "rand_");
  }
  or_<O extends ArrayLike | Deferring>(other: O): Answer<O, "ror_"> {
    return this.binary(ufuncs.bitwiseOr, other, "ror_");
  }
  xor<O extends ArrayLike | Deferring>(other: O): Answer<O, "rxor"> {
    return this.binary(ufuncs.bitwiseXor, other, "rxor");
  }
  lshift(other: ArrayLike): NDArray {
    return this.binary(ufuncs.leftShift, other, "rlshift");
  }
  rshift(other: ArrayLike): NDArray {
    return this.binary(ufuncs.rightShift, other, "rrshift");
  }
  lt<O extends ArrayLike | Deferring>(other: O): Answer<O, "gt"> {
    return this.binary(ufuncs.less, other, "gt");
  }
  le<O extends ArrayLike | Deferring>(other: O): Answer<O, "ge"> {
    return this.binary(ufuncs.lessEqual, other, "ge");
  }
  gt<O extends ArrayLike | Deferring>(other: O): Answer<O, "lt"> {
    return this.binary(ufuncs.greater, other, "lt");
  }
  ge<O extends ArrayLike | Deferring>(other: O): Answer<O, "le"> {
    return this.binary(ufuncs.greaterEqual, other, "le");
  }
  /** `==`; shapes that don't broadcast give False, as in NumPy 1.18. */
  eq(other: ArrayLike): NDArray {
    return this.compared(ufuncs.equal, other, false);
  }
  ne(other: ArrayLike): NDArray {
    return this.compared(ufuncs.notEqual, other, true);
  }
  private compared(u: BinaryUfunc, other: ArrayLike, otherwise: boolean): NDArray {
    const b = asStrided(other);
    const isText = (a: Strided) => a.dtype.kind === "U" || a.dtype.kind === "S";
    try {
      if (isText(this) === isText(b) || this.dtype.kind === "O" || b.dtype.kind === "O")
        return this.wrap(apply2(u, this, b));
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
    }
    return this.wrap(withType(asStrided(otherwise), dtypeOf("bool")));
  }

  radd(other: ArrayLike): NDArray {
    return this.binary(ufuncs.add, other, "", true);
  }
  rsub(other: ArrayLike): NDArray {
    return this.binary(ufuncs.subtract, other, "", true);
  }
  rmul(other: ArrayLike): NDArray {
    return this.binary(ufuncs.multiply, other, "", true);
  }
  rtruediv(other: ArrayLike): NDArray {
    return this.binary(ufuncs.trueDivide, other, "", true);
  }
  rfloordiv(other: ArrayLike): NDArray {
    return this.binary(ufuncs.floorDivide, other, "", true);
  }
  rmod(other: ArrayLike): NDArray {
    return this.binary(ufuncs.remainder, other, "", true);
  }
  rpow(other: ArrayLike): NDArray {
    return this.binary(ufuncs.power, other, "", true);
  }
  rmatmul(other: ArrayLike): NDArray {
    return this.wrap(matmul(asStrided(other), this));
  }
  rand_(other: ArrayLike): NDArray {
    return this.binary(ufuncs.bitwiseAnd, other, "", true);
  }
  ror_(other: ArrayLike): NDArray {
    return this.binary(ufuncs.bitwiseOr, other, "", true);
  }
  rxor(other: ArrayLike): NDArray {
    return this.binary(ufuncs.bitwiseXor, other, "", true);
  }
  rlshift(other: ArrayLike): NDArray {
    return this.binary(ufuncs.leftShift, other, "", true);
  }
  rrshift(other: ArrayLike): NDArray {
    return this.binary(ufuncs.rightShift, other, "", true);
  }

  neg(): NDArray {
    return this.unary(ufuncs.negative);
  }
  pos(): NDArray {
    return this.unary(ufuncs.positive);
  }
  abs(): NDArray {
    return this.unary(ufuncs.absolute);
  }
  invert(): NDArray {
    return this.unary(ufuncs.invert);
  }

  iadd(other: ArrayLike): NDArray {
    return this.inplace(ufuncs.add, other);
  }
  isub(other: ArrayLike): NDArray {
    return this.inplace(ufuncs.subtract, other);
  }
  imul(other: ArrayLike): NDArray {
    return this.inplace(ufuncs.multiply, other);
  }
  itruediv(other: ArrayLike): NDArray {
    return this.inplace(ufuncs.trueDivide, other);
  }
  ifloordiv(other: ArrayLike): NDArray {
    return this.inplace(ufuncs.floorDivide, other);
  }
  imod(other: ArrayLike): NDArray {
    return this.inplace(ufuncs.remainder, other);
  }
  ipow(other: ArrayLike): NDArray {
    return this.inplace(ufuncs.power, other);
  }
  iand(other: ArrayLike): NDArray {
    return this.inplace(ufuncs.bitwiseAnd, other);
  }
  ior(other: ArrayLike): NDArray {
    return this.inplace(ufuncs.bitwiseOr, other);
  }
  ixor(other: ArrayLike): NDArray {
    return this.inplace(ufuncs.bitwiseXor, other);
  }
  ilshift(other: ArrayLike): NDArray {
    return this.inplace(ufuncs.leftShift, other);
  }
  irshift(other: ArrayLike): NDArray {
    return this.inplace(ufuncs.rightShift, other);
  }
}
