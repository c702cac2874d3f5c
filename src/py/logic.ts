/**
 * Python's `or` and `and`, which give one of their operands.
 * Source: The Python Language Reference, Boolean operations.
 */
import { is_true } from "./truth.js";

/** `x or y`: x where it is true, else y, which is only computed then. */
export function either<X>(x: 0 extends 1 & X ? X : never, y: () => unknown): X;
export function either<Y>(x: unknown, y: () => 0 extends 1 & Y ? Y : never): Y;
export function either<X, Y>(x: X, y: () => Y): NonNullable<X> | Y;
export function either(x: unknown, y: () => unknown): unknown {
  return is_true(x) ? x : y();
}

/** `x and y`: x where it is false, else y, which is only computed then. */
export function both<X>(x: 0 extends 1 & X ? X : never, y: () => unknown): X;
export function both<Y>(x: unknown, y: () => 0 extends 1 & Y ? Y : never): Y;
export function both<X, Y>(x: X, y: () => Y): X | Y;
export function both(x: unknown, y: () => unknown): unknown {
  return is_true(x) ? y() : x;
}
