/**
 * Questions about dtypes and values: limits, casting, subtypes, closeness.
 * Source: numpy/core/getlimits.py, numerictypes.py, numeric.py (NumPy 1.18).
 */
import { bind, type Call } from "./arguments.js";
import { copyAs, withType } from "./casting.js";
import { type ArrayLike, asStrided } from "./convert.js";
import { apply1, apply2 } from "./dispatch.js";
import { DType, dtypeOf, isComplex, type Kind } from "./dtype.js";
import { asDType, type DTypeLike } from "./dtype_names.js";
import { ValueError } from "./errors.js";
import { NDArray, NpScalar, returned } from "./ndarray.js";
import * as promotion from "./promotion.js";
import { PyFloat } from "./pyfloat.js";
import * as reductions from "./reductions.js";
import { scalarOf } from "./scalar.js";
import type { Strided } from "./strided.js";
import * as ufuncs from "./ufuncs.js";

/** The dtype that something names. Raises TypeError "data type not understood". */
export function dtype(like: DTypeLike): DType {
  return asDType(like);
}

/** Limits of an integer type. */
export class IInfo {
  readonly dtype: DType;
  readonly bits: number;
  readonly min: number | bigint;
  readonly max: number | bigint;

  constructor(type: DTypeLike) {
    const t = asDType(type);
    if (!t.isInteger) throw new ValueError(`Invalid integer data type '${t.kind}'.`);
    this.dtype = t;
    this.bits = 8 * t.itemsize;
    const low = t.kind === "u" ? 0n : -(1n << BigInt(this.bits - 1));
    const high = (1n << BigInt(t.kind === "u" ? this.bits : this.bits - 1)) - 1n;
    this.min = this.bits < 64 || low === 0n ? Number(low) : low;
    this.max = this.bits < 64 ? Number(high) : high;
  }
}
/** Limits of an integer dtype, or of a value's dtype. */
export function iinfo(type: DTypeLike): IInfo {
  return new IInfo(type);
}

const FLOAT = {
  float16: { nmant: 10, minexp: -14, maxexp: 16, precision: 3 },
  float32: { nmant: 23, minexp: -126, maxexp: 128, precision: 6 },
  float64: { nmant: 52, minexp: -1022, maxexp: 1024, precision: 15 },
} as const;

/** Limits of a float type; each is a NumPy scalar of that type. */
export class FInfo {
  readonly dtype: DType;
  readonly bits: number;
  readonly eps: NDArray;
  readonly epsneg: NDArray;
  readonly max: NDArray;
  readonly min: NDArray;
  readonly tiny: NDArray;
  readonly resolution: NDArray;
  readonly precision: number;
  readonly nmant: number;
  readonly minexp: number;
  readonly maxexp: number;

  constructor(type: DTypeLike) {
    const given = asDType(type);
    const part = given.name === "complex64" ? "float32" : given.name === "complex128" ? "float64" : given.name;
    if (part !== "float16" && part !== "float32" && part !== "float64") {
      throw new ValueError(`data type <class 'numpy.${given.name}'> not inexact`);
    }
    const { nmant, minexp, maxexp, precision } = FLOAT[part];
    const t = dtypeOf(part);
    this.dtype = t;
    this.bits = 8 * t.itemsize;
    this.nmant = nmant;
    this.minexp = minexp;
    this.maxexp = maxexp;
    this.precision = precision;
    this.eps = scalarOf(2 ** -nmant, t);
    this.epsneg = scalarOf(2 ** -(nmant + 1), t);
    const max = (2 - 2 ** -nmant) * 2 ** (maxexp - 1);
    this.max = scalarOf(max, t);
    this.min = scalarOf(-max, t);
    this.tiny = scalarOf(2 ** minexp, t);
    this.resolution = scalarOf(10 ** -precision, t);
  }
}
export function finfo(type: DTypeLike): FInfo {
  return new FInfo(type);
}

/** NumPy's abstract types, as issubdtype takes them. */
export interface AbstractType {
  readonly __name__: string;
  readonly kinds: readonly Kind[];
}
const abstract = (__name__: string, ...kinds: Kind[]): AbstractType => ({ __name__, kinds });
export const generic = /* @__PURE__ */ abstract("generic", "b", "i", "u", "f", "c", "S", "U", "O");
export const number = /* @__PURE__ */ abstract("number", "i", "u", "f", "c");
export const integer = /* @__PURE__ */ abstract("integer", "i", "u");
export const signedinteger = /* @__PURE__ */ abstract("signedinteger", "i");
export const unsignedinteger = /* @__PURE__ */ abstract("unsignedinteger", "u");
export const inexact = /* @__PURE__ */ abstract("inexact", "f", "c");
export const floating = /* @__PURE__ */ abstract("floating", "f");
export const complexfloating = /* @__PURE__ */ abstract("complexfloating", "c");
export const character = /* @__PURE__ */ abstract("character", "S", "U");

/** True if the first dtype is the second, or lies below the abstract second. */
export function issubdtype(arg1: DTypeLike, arg2: DTypeLike | AbstractType): boolean {
  const t = asDType(arg1);
  if (typeof arg2 === "object" && "kinds" in arg2) return arg2.kinds.includes(t.kind);
  return t.name === asDType(arg2).name;
}

/** True if values may be cast under the rule; scalars by their value. */
export function can_cast(from_: DTypeLike | ArrayLike, to: DTypeLike, casting: promotion.Casting = "safe"): boolean {
  const target = asDType(to);
  const isType = typeof from_ === "function" || typeof from_ === "string" || from_ instanceof DType;
  if (isType) return promotion.canCastType(asDType(from_ as DTypeLike), target, casting);
  return promotion.canCast(asStrided(from_), target, casting);
}
function isTypeLike(v: DTypeLike | ArrayLike): v is DTypeLike {
  return typeof v === "function" || typeof v === "string" || v instanceof DType;
}
/** The dtype that an operation on these arrays and dtypes has. */
export function result_type(...args: (DTypeLike | ArrayLike)[]): DType {
  const types = args.filter(isTypeLike).map((t) => asDType(t));
  return promotion.resultType(
    args.filter((a) => !isTypeLike(a)).map((a) => asStrided(a)),
    types,
  );
}
export { result_type as find_common_type };
export function promote_types(type1: DTypeLike, type2: DTypeLike): DType {
  return promotion.promoteTypes(asDType(type1), asDType(type2));
}
export function min_scalar_type(a: ArrayLike): DType {
  return promotion.minScalarType(asStrided(a));
}

/** True for one number, string, … and NumPy scalars; not for arrays. */
export function isscalar(element: unknown): boolean {
  if (element instanceof NpScalar || element instanceof PyFloat || element instanceof Uint8Array) return true;
  return ["number", "bigint", "boolean", "string"].includes(typeof element) || isComplex(element);
}
export function iscomplexobj(x: ArrayLike): boolean {
  return asStrided(x).dtype.kind === "c";
}
export function isrealobj(x: ArrayLike): boolean {
  return !iscomplexobj(x);
}

interface CloseArgs {
  rtol?: number;
  atol?: number;
  equal_nan?: boolean;
}
function closeness(a: ArrayLike, b: ArrayLike, name: string, args: readonly unknown[]): Strided {
  const { rtol = 1e-5, atol = 1e-8, equal_nan = false } = bind<CloseArgs>(name, ["rtol", "atol", "equal_nan"], args);
  const x = asStrided(a);
  let y = asStrided(b);
  y = withType(y, promotion.resultType([y, asStrided(1.5)]));
  const both = (u: ufuncUnary) => apply2(ufuncs.logicalAnd, apply1(u, x), apply1(u, y));
  const bound = apply2(
    ufuncs.add,
    asStrided(new PyFloat(atol)),
    apply2(ufuncs.multiply, asStrided(new PyFloat(rtol)), apply1(ufuncs.absolute, y)),
  );
  const near = apply2(ufuncs.lessEqual, apply1(ufuncs.absolute, apply2(ufuncs.subtract, x, y)), bound);
  const finite = apply2(ufuncs.logicalAnd, both(ufuncs.isfinite), near);
  const same = apply2(ufuncs.logicalOr, finite, apply2(ufuncs.equal, x, y));
  return equal_nan ? apply2(ufuncs.logicalOr, same, both(ufuncs.isnan)) : same;
}
type ufuncUnary = typeof ufuncs.isnan;
type CloseCall = Call<[rtol: number, atol: number, equal_nan: boolean], CloseArgs>;

/** |a - b| <= atol + rtol * |b|, element by element. */
export function isclose(a: ArrayLike, b: ArrayLike, ...args: CloseCall): NDArray {
  return returned(closeness(a, b, "isclose", args));
}
export function allclose(a: ArrayLike, b: ArrayLike, ...args: CloseCall): boolean {
  return copyAs(reductions.all(closeness(a, b, "allclose", args))).data[0] === 1;
}
/** True if shapes and all elements are equal. */
export function array_equal(a1: ArrayLike, a2: ArrayLike): boolean {
  const [x, y] = [asStrided(a1), asStrided(a2)];
  if (x.shape.join() !== y.shape.join() || x.ndim !== y.ndim) return false;
  return NDArray.from(x).eq(NDArray.from(y)).all().__bool__();
}
/** True if the shapes broadcast and all elements are equal. */
export function array_equiv(a1: ArrayLike, a2: ArrayLike): boolean {
  const [x, y] = [NDArray.from(asStrided(a1)), NDArray.from(asStrided(a2))];
  return x.eq(y).all().__bool__();
}
