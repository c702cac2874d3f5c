/**
 * What the translator knows of a value while translating. A number's type also says how the TypeScript holds it:
 * `int` and `float` are plain numbers (an int far below 2^53; a float whose text must be asked for with `py.float`),
 * `num` is any number that says itself what it is.
 */
import type { ClassInfo, FunctionInfo } from "./scope.js";

export type Type =
  | { readonly kind: "any" | "float" | "num" | "bool" | "str" | "bytes" | "none" | "dict" | "set" | "range" }
  /** Below 2 ** bits; `isNatural`: never negative. */
  | { readonly kind: "int"; readonly bits: number; readonly isNatural: boolean }
  | { readonly kind: "list"; readonly of: Type; readonly size: number | null }
  | { readonly kind: "tuple"; readonly items: readonly Type[] | null }
  /** An instance of a class of the public API, by its TypeScript name. */
  | { readonly kind: "object"; readonly ts: string }
  /** Something of a module: `tf.nn`, `np.zeros`, `math.pi`. */
  | { readonly kind: "name"; readonly path: string }
  | { readonly kind: "function"; readonly fn: FunctionInfo }
  | { readonly kind: "class"; readonly of: ClassInfo }
  | { readonly kind: "instance"; readonly of: ClassInfo };

export const ANY: Type = { kind: "any" };
export const intOf = (bits: number, isNatural = false): Type =>
  bits > MAX_BITS ? NUM : { kind: "int", bits, isNatural };
/** Ints that a plain number holds, with their sums. */
const MAX_BITS = 52;
export const FLOAT: Type = { kind: "float" };
export const NUM: Type = { kind: "num" };
/** Of sizes and counters. */
export const INT: Type = { kind: "int", bits: 31, isNatural: false };
export const NATURAL: Type = { kind: "int", bits: 31, isNatural: true };
export const BOOL: Type = { kind: "bool" };
export const STR: Type = { kind: "str" };
export const BYTES: Type = { kind: "bytes" };
export const NONE: Type = { kind: "none" };
export const DICT: Type = { kind: "dict" };
export const SET: Type = { kind: "set" };

export const listOf = (of: Type, size: number | null = null): Type => ({ kind: "list", of: stored(of), size });
export const tupleOf = (items: readonly Type[] | null): Type => ({
  kind: "tuple",
  items: items?.map(stored) ?? null,
});
export const objectOf = (ts: string): Type => ({ kind: "object", ts });

/** In a container, as an argument or as a result every number says itself what it is. */
export function stored(t: Type): Type {
  return t.kind === "float" ? NUM : t;
}

const OPERAND_CLASSES = new Set([
  "Tensor",
  "Variable",
  "NDArray",
  "SparseTensor",
  "NpScalar",
  "IndexedSlices",
  "Dimension",
]);

/** Python's operators are methods of it. */
export function hasOperators(t: Type): boolean {
  return t.kind === "object" && OPERAND_CLASSES.has(t.ts);
}
export function isNumber(t: Type): boolean {
  return t.kind === "int" || t.kind === "float" || t.kind === "num" || t.kind === "bool";
}
/** A JavaScript number or boolean for sure. */
export function isPlainNumber(t: Type): boolean {
  return t.kind === "int" || t.kind === "float";
}

export function same(a: Type, b: Type): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === "list") return same(a.of, (b as typeof a).of) && a.size === (b as typeof a).size;
  if (a.kind === "tuple") {
    const other = (b as typeof a).items;
    if (a.items === null || other === null) return a.items === other;
    return a.items.length === other.length && a.items.every((t, i) => same(t, other[i]!));
  }
  if (a.kind === "object") return a.ts === (b as typeof a).ts;
  if (a.kind === "name") return a.path === (b as typeof a).path;
  if (a.kind === "function") return a.fn === (b as typeof a).fn;
  if (a.kind === "class" || a.kind === "instance") return a.of === (b as typeof a).of;
  return true;
}

/** A type that covers both; null is the type of nothing yet. */
export function join(a: Type | null, b: Type): Type {
  if (a === null) return b;
  if (a.kind === "int" && b.kind === "int") return intOf(Math.max(a.bits, b.bits), a.isNatural && b.isNatural);
  if (same(a, b)) return b;
  if (isNumber(a) && isNumber(b) && a.kind !== "bool" && b.kind !== "bool") return NUM;
  if (a.kind === "list" && b.kind === "list") {
    if (isEmpty(a)) return { ...b, size: null };
    if (isEmpty(b)) return { ...a, size: null };
    return { kind: "list", of: join(a.of, b.of), size: a.size === b.size ? a.size : null };
  }
  if (a.kind === "tuple" && b.kind === "tuple") {
    if (a.items === null || b.items === null || a.items.length !== b.items.length) return tupleOf(null);
    const other = b.items;
    return tupleOf(a.items.map((t, i) => join(t, other[i]!)));
  }
  return ANY;
}

function isEmpty(t: Type): boolean {
  return t.kind === "list" && t.size === 0;
}

/** What iterating over it gives. */
export function elementOf(t: Type): Type {
  if (t.kind === "list") return t.size === 0 ? ANY : t.of;
  if (t.kind === "range") return INT;
  if (t.kind === "str") return STR;
  if (t.kind === "tuple" && t.items && t.items.length > 0)
    return t.items.reduce((a: Type | null, b) => join(a, b), null)!;
  if (t.kind === "object" && t.ts === "NDArray") return t;
  return ANY;
}
