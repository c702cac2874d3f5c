/**
 * Which dtype an operation on several dtypes has, including NumPy 1.x's value-based rule for scalars.
 * Source: PyArray_PromoteTypes, PyArray_MinScalarType, PyArray_ResultType, PyArray_CanCastTypeTo (NumPy 1.18).
 */
import { type DType, type DTypeName, dtypeOf, type Kind, sized } from "./dtype.js";
import { TypeError_ } from "./errors.js";
import type { Strided } from "./strided.js";

const SIGNED = ["int8", "int16", "int32", "int64"] as const;
const UNSIGNED = ["uint8", "uint16", "uint32", "uint64"] as const;
const FLOATS = ["float16", "float32", "float64"] as const;

/** Width of the text of a number, when numbers meet strings: the widest an element can print. */
const TEXT_WIDTH: Partial<Record<DTypeName, number>> = {
  bool: 5,
  int8: 4,
  uint8: 3,
  int16: 6,
  uint16: 5,
  int32: 11,
  uint32: 10,
  int64: 21,
  uint64: 20,
  float16: 32,
  float32: 32,
  float64: 32,
  complex64: 64,
  complex128: 64,
};

/** Smallest float that holds every value of a bool, integer or float type. */
function floatFor(t: DType): (typeof FLOATS)[number] {
  if (t.kind === "f") return t.name as (typeof FLOATS)[number];
  if (t.kind === "b" || t.itemsize === 1) return "float16";
  return t.itemsize === 2 ? "float32" : "float64";
}

function wider(a: (typeof FLOATS)[number], b: (typeof FLOATS)[number]): (typeof FLOATS)[number] {
  return FLOATS.indexOf(a) >= FLOATS.indexOf(b) ? a : b;
}

function promoteText(a: DType, b: DType): DType {
  const unicode = a.kind === "U" || b.kind === "U";
  const width = (t: DType) =>
    t.kind === "U" ? t.itemsize / 4 : t.kind === "S" ? t.itemsize : (TEXT_WIDTH[t.name] ?? 0);
  const n = Math.max(width(a), width(b));
  return unicode ? sized("str", 4 * n) : sized("bytes", n);
}

/** Smallest dtype to which both can be cast safely. Source: numpy.promote_types. */
export function promoteTypes(a: DType, b: DType): DType {
  if (a === b) return a;
  if (a.swapped || b.swapped) return promoteTypes(a.newbyteorder("<"), b.newbyteorder("<"));
  if (a.kind === "O" || b.kind === "O") return dtypeOf("object");
  if (a.kind === "U" || b.kind === "U" || a.kind === "S" || b.kind === "S") return promoteText(a, b);
  if (a.kind === "b") return b;
  if (b.kind === "b") return a;
  if (a.kind === "c" || b.kind === "c") {
    const part = (t: DType) => (t.kind === "c" ? (t.name === "complex64" ? "float32" : "float64") : floatFor(t));
    return dtypeOf(wider(part(a), part(b)) === "float64" ? "complex128" : "complex64");
  }
  if (a.kind === "f" || b.kind === "f") return dtypeOf(wider(floatFor(a), floatFor(b)));
  if (a.kind === b.kind) return a.itemsize >= b.itemsize ? a : b;
  const [s, u] = a.kind === "i" ? [a, b] : [b, a];
  if (s.itemsize > u.itemsize) return s;
  return dtypeOf(SIGNED[UNSIGNED.indexOf(u.name as (typeof UNSIGNED)[number]) + 1] ?? "float64");
}

const CATEGORY: Record<Kind, number> = { b: 0, i: 1, u: 1, f: 2, c: 2, S: 3, U: 3, O: 3 };

/** Smallest dtype that holds a 0-d value, and whether it is an unsigned one that would fit the signed type as well. */
function minScalar(a: Strided): { type: DType; smallUnsigned: boolean } {
  const t = a.dtype;
  const plain = (type: DType) => ({ type, smallUnsigned: false });
  if (t.isInteger) {
    const v = BigInt(a.data[a.offset] as number | bigint);
    const bits = BigInt.asIntN;
    for (let i = 0; i < 4; i++) {
      const n = 8 << i;
      if (v < 0n ? bits(n, v) === v : BigInt.asUintN(n, v) === v) {
        const type = dtypeOf(v < 0n ? SIGNED[i]! : UNSIGNED[i]!);
        return { type, smallUnsigned: v >= 0n && bits(n, v) === v };
      }
    }
    return plain(t);
  }
  if (t.kind === "f") {
    const v = Math.abs(a.data[a.offset] as number);
    if (t.name === "float16") return plain(t);
    if (!(v < Infinity) || v < 65000) return plain(dtypeOf("float16"));
    return plain(v < 3.4e38 ? dtypeOf("float32") : t);
  }
  if (t.name === "complex128") {
    const re = Math.abs(a.data[2 * a.offset] as number);
    const im = Math.abs(a.data[2 * a.offset + 1] as number);
    return plain(re > 3.4e38 || im > 3.4e38 ? t : dtypeOf("complex64"));
  }
  return plain(t);
}

/** Smallest dtype for a scalar's value; an array's own dtype. Source: numpy.min_scalar_type. */
export function minScalarType(a: Strided): DType {
  return a.ndim === 0 ? minScalar(a).type : a.dtype;
}

/** True where scalars among the operands take the arrays' dtype because their kind is not higher. */
function byValue(operands: readonly Strided[], types: readonly DType[]): boolean {
  let scalars = -1;
  let arrays = -1;
  for (const a of operands) {
    const c = CATEGORY[a.dtype.kind];
    if (a.shape.length === 0) scalars = Math.max(scalars, c);
    else arrays = Math.max(arrays, c);
  }
  for (const t of types) arrays = Math.max(arrays, CATEGORY[t.kind]);
  return scalars >= 0 && arrays >= scalars;
}

function signedOf(t: DType): DType {
  return dtypeOf(SIGNED[UNSIGNED.indexOf(t.name as (typeof UNSIGNED)[number])]!);
}

/** The common dtype of operands, 0-d ones by value where NumPy does so. Source: numpy.result_type. */
export function resultType(operands: readonly Strided[], types: readonly DType[] = []): DType {
  if (operands.length === 2 && types.length === 0) {
    const [a, b] = operands as [Strided, Strided];
    if (a.dtype === b.dtype && a.dtype.kind !== "U" && a.dtype.kind !== "S") return a.dtype;
  }
  const useValue = byValue(operands, types);
  let result: DType | null = null;
  let small = false;
  const add = (type: DType, smallUnsigned: boolean): void => {
    if (result === null) {
      result = type;
      small = smallUnsigned;
      return;
    }
    const left = small && !smallUnsigned && type.kind !== "u" ? signedOf(result) : result;
    const right = smallUnsigned && !small && result.kind !== "u" ? signedOf(type) : type;
    result = promoteTypes(left, right);
    small = small && smallUnsigned;
  };
  for (const a of operands) {
    if (useValue && a.shape.length === 0) {
      const m = minScalar(a);
      add(m.type, m.smallUnsigned);
    } else add(a.dtype, false);
  }
  for (const t of types) add(t, false);
  if (result === null) throw new TypeError_("at least one array or dtype is required");
  return result;
}

export type Casting = "no" | "equiv" | "safe" | "same_kind" | "unsafe";

const ORDER: Record<Kind, number> = { b: 0, u: 1, i: 2, f: 4, c: 5, S: 6, U: 7, O: 9 };

/** True if a dtype may be cast to another under a rule. Source: numpy.can_cast for dtypes. */
export function canCastType(from: DType, to: DType, casting: Casting = "safe"): boolean {
  if (casting === "unsafe") return true;
  if (from.equals(to)) return true;
  if (casting === "no" || casting === "equiv") return casting === "equiv" && from.name === to.name;
  const safe = to.kind === "O" || (from.kind !== "O" && promotesTo(from, to));
  if (casting === "safe" || safe) return safe;
  if (from.kind === "O") return false;
  return ORDER[from.kind] <= ORDER[to.kind];
}

function promotesTo(from: DType, to: DType): boolean {
  if (to.kind === "U" || to.kind === "S") return to.itemsize === 0 || promoteTypes(from, to).equals(to);
  if (from.kind === "U" || from.kind === "S") return false;
  return promoteTypes(from, to) === to;
}

/** True if an operand may be cast: a 0-d one by its value. Source: numpy.can_cast for scalars and arrays. */
export function canCast(from: Strided, to: DType, casting: Casting = "safe"): boolean {
  if (from.ndim !== 0 || casting === "no" || casting === "equiv") return canCastType(from.dtype, to, casting);
  const { type, smallUnsigned } = minScalar(from);
  if (CATEGORY[from.dtype.kind] > CATEGORY[to.kind]) return canCastType(from.dtype, to, casting);
  return canCastType(type, to, casting) || (smallUnsigned && canCastType(signedOf(type), to, casting));
}
