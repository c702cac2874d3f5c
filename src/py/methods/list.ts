/**
 * Methods of Python's list, as functions of the array; those that also tuples have in `tuple.ts`.
 * Source: Objects/listobject.c (Python 3.7).
 */
import { IndexError, TypeError_, ValueError } from "../../np/errors.js";
import { asIndex } from "../../np/printing/numbers.js";
import { repr } from "../../np/printing/repr.js";
import { typeName } from "../../np/printing/type_name.js";
import { eq } from "../comparison.js";
import { list, type SortOptions, sorted } from "../iteration.js";
import { is_true } from "../truth.js";

function at(i: unknown, otherwise: number): number {
  if (i === undefined) return otherwise;
  const n = asIndex(i);
  if (n === undefined) throw new TypeError_(`'${typeName(i)}' object cannot be interpreted as an integer`);
  return Number(n);
}

export function append<T>(xs: T[], x: T): void {
  xs.push(x);
}
export function extend<T>(xs: T[], more: Iterable<T>): void {
  for (const x of list(more)) xs.push(x);
}
export function insert<T>(xs: T[], i: unknown, x: T): void {
  const n = at(i, 0);
  xs.splice(n < 0 ? Math.max(0, n + xs.length) : n, 0, x);
}
/** Takes an item out, the last one by default. Raises IndexError. */
export function pop<X>(xs: 0 extends 1 & X ? X : never, i?: unknown): X;
export function pop<T>(xs: T[], i?: unknown): T;
export function pop(xs: unknown[], i?: unknown): unknown {
  if (xs.length === 0) throw new IndexError("pop from empty list");
  const n = at(i, -1);
  const from = n < 0 ? n + xs.length : n;
  if (from < 0 || from >= xs.length) throw new IndexError("pop index out of range");
  return xs.splice(from, 1)[0];
}
function position(xs: readonly unknown[], x: unknown, start?: unknown, end?: unknown): number {
  const clip = (i: number): number => (i < 0 ? Math.max(0, i + xs.length) : Math.min(i, xs.length));
  const [from, to] = [clip(at(start, 0)), clip(at(end, xs.length))];
  for (let i = from; i < to; i++) if (xs[i] === x || is_true(eq(xs[i], x))) return i;
  return -1;
}
/** Where the first equal item is. Raises ValueError. */
export function index(xs: readonly unknown[], x: unknown, start?: unknown, end?: unknown): number {
  const i = position(xs, x, start, end);
  if (i < 0) throw new ValueError(`${repr(x)} is not in list`);
  return i;
}
export function remove(xs: unknown[], x: unknown): void {
  const i = position(xs, x);
  if (i < 0) throw new ValueError("list.remove(x): x not in list");
  xs.splice(i, 1);
}
export function count(xs: readonly unknown[], x: unknown): number {
  return xs.filter((y) => y === x || is_true(eq(y, x))).length;
}
export function sort<T>(xs: T[], options: SortOptions<T> = {}): void {
  sorted(xs, options).forEach((x, i) => {
    xs[i] = x;
  });
}
export function reverse(xs: unknown[]): void {
  xs.reverse();
}
export function clear(xs: unknown[]): void {
  xs.length = 0;
}
export function copy<X>(xs: 0 extends 1 & X ? X : never): X[];
export function copy<T>(xs: readonly T[]): T[];
export function copy(xs: readonly unknown[]): unknown[] {
  return Array.from(xs);
}
