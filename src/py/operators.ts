/**
 * Python's operators as functions, for operands whose type is only known at run time or whose left side is a number.
 * Source: the data model's emulation of numeric types (Python 3.7), module operator.
 *
 * An object takes part by methods named like the verbs: `add(other)`, and `radd(other)` where it stands on the right.
 */

import { TypeError_ } from "../np/errors.js";
import { asIndex } from "../np/printing/numbers.js";
import { percentFormat } from "../np/printing/percent.js";
import { typeName } from "../np/printing/type_name.js";
import { isFloatList, markFloats } from "../np/pyfloat.js";
import { PyTuple, tuple } from "../np/pytuple.js";
import { type Arithmetic, arithmetic, divmodNumbers, powerModulo, unaryNumber } from "./arithmetic.js";
import { numeric, type PyNumber } from "./number.js";
import { PyFrozenSet, PySet } from "./set.js";

/** An operand that knows what `this op other` is. */
export type Left<V extends string, R> = { readonly [K in V]: (other: never) => R };
/** An operand that knows what `other op this` is. */
export type Right<V extends string, R> = { readonly [K in `r${V}`]: (other: never) => R };

/** One binary operator: numbers give numbers, an array or tensor on either side gives what its method gives. */
export interface BinaryOperator<V extends string> {
  <X>(x: 0 extends 1 & X ? X : never, y: unknown): X;
  <Y>(x: unknown, y: 0 extends 1 & Y ? Y : never): Y;
  (x: PyNumber, y: PyNumber): PyNumber;
  <R>(x: Left<V, R>, y: unknown): R;
  <R>(x: PyNumber | readonly unknown[], y: Right<V, R>): R;
  (x: string, y: unknown): string;
  <T>(x: readonly T[], y: readonly T[] | number): T[];
  (x: unknown, y: unknown): unknown;
}

export interface UnaryOperator<V extends string> {
  <X>(x: 0 extends 1 & X ? X : never): X;
  (x: PyNumber): PyNumber;
  <R>(x: { readonly [K in V]: () => R }): R;
  (x: unknown): unknown;
}

/** JavaScript's own containers have methods of the same names that mean something else. */
function method(x: unknown, name: string): ((...args: unknown[]) => unknown) | null {
  if (typeof x !== "object" || x === null) return null;
  const isContainer = x instanceof Set || x instanceof Map || Array.isArray(x);
  const plain: unknown = isContainer ? undefined : Reflect.get(x, name);
  const found: unknown = plain ?? Reflect.get(x, `__${name.replace(/_$/, "")}__`);
  return typeof found === "function" ? (...args) => Reflect.apply(found, x, args) : null;
}

/** What a method answers that doesn't know the other operand. */
export const NotImplemented: { readonly __repr__: () => string } = { __repr__: () => "NotImplemented" };

function unsupported(symbol: string, x: unknown, y: unknown): TypeError_ {
  const shown = symbol === "**" ? "** or pow()" : symbol;
  return new TypeError_(`unsupported operand type(s) for ${shown}: '${typeName(x)}' and '${typeName(y)}'`);
}

type Sequence = string | Uint8Array | readonly unknown[];

function isSequence(x: unknown): x is Sequence {
  return typeof x === "string" || Array.isArray(x) || x instanceof Uint8Array;
}

/** The built-in type; a named tuple is a tuple. */
function sequenceType(x: Sequence): string {
  return x instanceof PyTuple ? "tuple" : typeName(x);
}

function concatenate(x: Sequence, y: unknown): Sequence {
  const type = sequenceType(x);
  if (!isSequence(y) || sequenceType(y) !== type) {
    throw new TypeError_(
      type === "bytes"
        ? `can't concat ${typeName(y)} to bytes`
        : `can only concatenate ${type} (not "${typeName(y)}") to ${type}`,
    );
  }
  if (typeof x === "string") return x + String(y);
  if (x instanceof Uint8Array) return Uint8Array.from([...x, ...(y as Uint8Array)]);
  const items = [...x, ...(y as readonly unknown[])];
  if (x instanceof PyTuple) return tuple(items);
  return isFloatList(x) && isFloatList(y as readonly unknown[]) ? markFloats(items) : items;
}

function repeated(x: Sequence, count: unknown): Sequence {
  const n = asIndex(count);
  if (n === undefined) throw new TypeError_(`can't multiply sequence by non-int of type '${typeName(count)}'`);
  const times = Math.max(0, Number(n));
  if (typeof x === "string") return x.repeat(times);
  const items = Array.from({ length: times }, () => Array.from<unknown>(x)).flat(1);
  if (x instanceof Uint8Array) return Uint8Array.from(items as number[]);
  if (x instanceof PyTuple) return tuple(items);
  return isFloatList(x) ? markFloats(items) : items;
}

/** `+`, `*` and `%` of text, lists and tuples; undefined where these have no such operator. */
function onSequences(symbol: string, x: unknown, y: unknown): unknown {
  if (symbol === "+" && isSequence(x)) return concatenate(x, y);
  if (symbol === "*" && isSequence(x)) return repeated(x, y);
  if (symbol === "*" && isSequence(y)) return repeated(y, x);
  if (symbol === "%" && typeof x === "string") return percentFormat(x, y);
  return undefined;
}

/** `-`, `&`, `|` and `^` of sets. */
function onSets(symbol: string, x: Set<unknown>, y: Set<unknown>): unknown {
  const items = (): unknown[] | null => {
    if (symbol === "-") return [...x].filter((i) => !y.has(i));
    if (symbol === "&") return [...x].filter((i) => y.has(i));
    if (symbol === "|") return [...x, ...y];
    return symbol === "^" ? [...[...x].filter((i) => !y.has(i)), ...[...y].filter((i) => !x.has(i))] : null;
  };
  const result = items();
  if (result === null) return NOTHING;
  return x instanceof PyFrozenSet ? new PyFrozenSet(result) : new PySet(result);
}

const NOTHING: unique symbol = Symbol("no such operator");

function binaryOf(verb: string, symbol: Arithmetic | "@", x: unknown, y: unknown): unknown {
  const a = numeric(x);
  const b = a && numeric(y);
  if (a && b) return (symbol === "@" ? undefined : arithmetic(symbol, a, b)) ?? NOTHING;
  // Text and lists come first: `"%s" % array` and `[0] * n` belong to them.
  if (symbol === "%" && typeof x === "string") return percentFormat(x, y);
  const left = method(x, verb)?.(y);
  if (left !== undefined && left !== NotImplemented) return left;
  const right = method(y, `r${verb}`)?.(x);
  if (right !== undefined && right !== NotImplemented) return right;
  if (x instanceof Set && y instanceof Set) return onSets(symbol, x, y);
  return onSequences(symbol, x, y) ?? NOTHING;
}

/** One operator; `shown` is how error texts write it: `+=` where a name is bound anew. */
export function binary<V extends string>(verb: V, symbol: Arithmetic | "@", shown: string = symbol): BinaryOperator<V> {
  const operator = (x: unknown, y: unknown): unknown => {
    const result = binaryOf(verb, symbol, x, y);
    if (result === NOTHING) throw unsupported(shown, x, y);
    return result;
  };
  return operator as BinaryOperator<V>;
}

/** pow with its third argument. */
export interface PowerOperator extends BinaryOperator<"pow"> {
  (x: number | bigint, y: number | bigint, modulus: number | bigint): number | bigint;
  (x: unknown, y: unknown, modulus: unknown): unknown;
}

function withModulus(plain: BinaryOperator<"pow">): PowerOperator {
  return ((x: unknown, y: unknown, modulus: unknown = null): unknown =>
    modulus === null ? plain(x, y) : powerModulo(x, y, modulus)) as PowerOperator;
}

function unary<V extends string>(verb: V, symbol: "-" | "+" | "~" | "abs"): UnaryOperator<V> {
  const operator = (x: unknown): unknown => {
    const n = numeric(x);
    const own = n ? null : method(x, verb);
    const result = n ? unaryNumber(symbol, n) : own?.();
    if (result !== undefined) return result;
    const shown = symbol === "abs" ? "abs()" : `unary ${symbol}`;
    throw new TypeError_(`bad operand type for ${shown}: '${typeName(x)}'`);
  };
  return operator as UnaryOperator<V>;
}

export const add = binary("add", "+");
export const sub = binary("sub", "-");
export const mul = binary("mul", "*");
export const truediv = binary("truediv", "/");
export const floordiv = binary("floordiv", "//");
export const mod = binary("mod", "%");
/** `x ** y`, and pow(x, y, modulus). Raises TypeError where one of three is no int. */
export const pow = /* @__PURE__ */ withModulus(binary("pow", "**"));
export const matmul = binary("matmul", "@");
export const and_ = binary("and_", "&");
export const or_ = binary("or_", "|");
export const xor = binary("xor", "^");
export const lshift = binary("lshift", "<<");
export const rshift = binary("rshift", ">>");
export const neg = unary("neg", "-");
export const pos = unary("pos", "+");
export const invert = unary("invert", "~");
export const abs = unary("abs", "abs");

/** Python's divmod(x, y): the pair (x // y, x % y). */
export function divmod(x: unknown, y: unknown): PyTuple<unknown> {
  const a = numeric(x);
  const b = numeric(y);
  if (a && b) return tuple<unknown>(divmodNumbers(a, b));
  const own = method(x, "divmod")?.(y) ?? method(y, "rdivmod")?.(x);
  if (own !== undefined && own !== NotImplemented) return own as PyTuple<unknown>;
  if (!method(x, "floordiv") && !method(y, "rfloordiv")) throw unsupported("divmod()", x, y);
  return tuple([floordiv(x, y), mod(x, y)]);
}

/** Python 2's `x / y`: of two ints the floor of the quotient. */
export function div<X>(x: 0 extends 1 & X ? X : never, y: unknown): X;
export function div<Y>(x: unknown, y: 0 extends 1 & Y ? Y : never): Y;
export function div(x: PyNumber, y: PyNumber): PyNumber;
export function div<R>(x: Left<"truediv", R>, y: unknown): R;
export function div<R>(x: PyNumber | readonly unknown[], y: Right<"truediv", R>): R;
export function div(x: unknown, y: unknown): unknown;
export function div(x: unknown, y: unknown): unknown {
  const [a, b] = [numeric(x), numeric(y)];
  if (a?.kind === "int" && b?.kind === "int") return floordiv(x, y);
  const own = method(x, "div");
  return own ? own(y) : truediv(x, y);
}
