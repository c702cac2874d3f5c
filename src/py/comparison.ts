/**
 * Python's comparisons: numbers by value, text and sequences item by item, arrays and tensors by their own methods.
 * Source: PyObject_RichCompare (Python 3.7).
 */
import { TypeError_ } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { repr } from "../np/printing/repr.js";
import { typeName } from "../np/printing/type_name.js";
import { PyTuple } from "../np/pytuple.js";
import { type Numeric, numeric } from "./number.js";
import { is_true } from "./truth.js";

export type Comparison = "==" | "!=" | "<" | "<=" | ">" | ">=";
type Verb = "eq" | "ne" | "lt" | "le" | "gt" | "ge";

const SYMBOLS: Readonly<Record<Verb, Comparison>> = { eq: "==", ne: "!=", lt: "<", le: "<=", gt: ">", ge: ">=" };
/** What the right operand is asked when the left one doesn't know. */
const MIRRORED: Readonly<Record<Verb, Verb>> = { eq: "eq", ne: "ne", lt: "gt", le: "ge", gt: "lt", ge: "le" };

/** One comparison: plain values give a boolean, an array or tensor on either side what its method gives. */
export interface ComparisonOperator<V extends Verb> {
  <X>(x: 0 extends 1 & X ? X : never, y: unknown): X;
  <Y>(x: unknown, y: 0 extends 1 & Y ? Y : never): Y;
  <R>(x: { readonly [K in V]: (other: never) => R }, y: unknown): R;
  (x: unknown, y: unknown): boolean;
}

function own(x: unknown, verb: Verb): ((other: unknown) => unknown) | null {
  if (typeof x !== "object" || x === null || Array.isArray(x)) return null;
  if (x instanceof Map || x instanceof Set) return null;
  const found: unknown = Reflect.get(x, verb) ?? Reflect.get(x, `__${verb}__`);
  return typeof found === "function" ? (other) => Reflect.apply(found, x, [other]) : null;
}

function orders(op: Comparison, less: boolean, equal: boolean, greater: boolean): boolean {
  switch (op) {
    case "==":
      return equal;
    case "!=":
      return !equal;
    case "<":
      return less;
    case "<=":
      return less || equal;
    case ">":
      return greater;
    default:
      return greater || equal;
  }
}

/** Equality of exact values: a bigint may equal a number. */
function same(a: number | bigint, b: number | bigint): boolean {
  return a <= b && a >= b;
}

function compareNumbers(op: Comparison, x: Numeric, y: Numeric): boolean | undefined {
  if (x.kind === "complex" || y.kind === "complex") {
    if (op !== "==" && op !== "!=") return undefined;
    const [a, b] = [x, y].map((n) => (n.kind === "complex" ? n.value : { re: n.value, im: 0 }));
    return orders(op, false, same(a!.re, b!.re) && a!.im === b!.im, false);
  }
  const a = x.value;
  const b = y.value;
  return orders(op, a < b, same(a, b), a > b);
}

/** Text by code points: UTF-16 order differs beyond the basic plane. */
function compareText(op: Comparison, x: string, y: string): boolean {
  const a = Array.from(x, (c) => c.codePointAt(0)!);
  const b = Array.from(y, (c) => c.codePointAt(0)!);
  return compareLists(op, a, b) ?? false;
}

/** Sequences differ where their first unequal items differ, then by length. */
function compareLists(op: Comparison, x: readonly unknown[], y: readonly unknown[]): boolean {
  if ((op === "==" || op === "!=") && x.length !== y.length) return op === "!=";
  const n = Math.min(x.length, y.length);
  for (let i = 0; i < n; i++) {
    if (x[i] === y[i] || is_true(compare("eq", x[i], y[i]))) continue;
    if (op === "==" || op === "!=") return op === "!=";
    return is_true(compare(VERBS[op], x[i], y[i]));
  }
  return orders(op, x.length < y.length, x.length === y.length, x.length > y.length);
}

const VERBS: Readonly<Record<Comparison, Verb>> = {
  "==": "eq",
  "!=": "ne",
  "<": "lt",
  "<=": "le",
  ">": "gt",
  ">=": "ge",
};

function entries(x: unknown): Map<unknown, unknown> | null {
  if (x instanceof Map) return x;
  return isPlainObject(x) ? new Map(Object.entries(x)) : null;
}

function equalContainers(x: unknown, y: unknown): boolean {
  if (x instanceof Set && y instanceof Set) return x.size === y.size && [...x].every((item) => y.has(item));
  const a = entries(x);
  const b = entries(y);
  if (!a || !b || a.size !== b.size) return x === y;
  return [...a].every(([key, value]) => b.has(key) && is_true(compare("eq", value, b.get(key))));
}

function isNotImplemented(x: unknown): boolean {
  return (
    typeof x === "object" &&
    x !== null &&
    "__repr__" in x &&
    Object.keys(x).length === 1 &&
    repr(x) === "NotImplemented"
  );
}

/** Subsets are smaller. */
function compareSets(op: Comparison, x: Set<unknown>, y: Set<unknown>): boolean {
  const isWithin = (a: Set<unknown>, b: Set<unknown>): boolean => Array.from(a).every((item) => b.has(item));
  if (op === "<" || op === "<=") return isWithin(x, y) && (op === "<=" || x.size < y.size);
  return isWithin(y, x) && (op === ">=" || x.size > y.size);
}

function compare(verb: Verb, x: unknown, y: unknown): unknown {
  const op = SYMBOLS[verb];
  const a = numeric(x);
  const b = a && numeric(y);
  const plain = a && b ? compareNumbers(op, a, b) : undefined;
  if (plain !== undefined) return plain;
  const left = own(x, verb)?.(y);
  if (left !== undefined && !isNotImplemented(left)) return left;
  const right = own(y, MIRRORED[verb])?.(x);
  if (right !== undefined && !isNotImplemented(right)) return right;
  // Python derives `!=` from an own `==`.
  if (verb === "ne" && (own(x, "eq") || own(y, "eq"))) return !is_true(compare("eq", x, y));
  if (x instanceof Set && y instanceof Set && op !== "==" && op !== "!=") return compareSets(op, x, y);
  if (typeof x === "string" && typeof y === "string") return compareText(op, x, y);
  if (x instanceof Uint8Array && y instanceof Uint8Array) return compareLists(op, [...x], [...y]);
  if (Array.isArray(x) && Array.isArray(y) && x instanceof PyTuple === y instanceof PyTuple)
    return compareLists(op, x, y);
  if (op === "==") return equalContainers(x, y);
  if (op === "!=") return !equalContainers(x, y);
  throw new TypeError_(`'${op}' not supported between instances of '${typeName(x)}' and '${typeName(y)}'`);
}

function comparison<V extends Verb>(verb: V): ComparisonOperator<V> {
  return ((x: unknown, y: unknown) => compare(verb, x, y)) as ComparisonOperator<V>;
}

export const eq = comparison("eq");
export const ne = comparison("ne");
export const lt = comparison("lt");
export const le = comparison("le");
export const gt = comparison("gt");
export const ge = comparison("ge");
