/**
 * Python's module bisect.
 * Source: Lib/bisect.py (Python 3.7).
 */
import { lt } from "../py/comparison.js";
import { is_true } from "../py/truth.js";

const less = (a: unknown, b: unknown): boolean => is_true(lt(a as never, b as never));

export function bisect_right<T>(a: readonly T[], x: T, lo = 0, hi: number | null = null): number {
  let [from, to] = [lo, hi ?? a.length];
  while (from < to) {
    const mid = (from + to) >> 1;
    if (less(x, a[mid])) to = mid;
    else from = mid + 1;
  }
  return from;
}
export function bisect_left<T>(a: readonly T[], x: T, lo = 0, hi: number | null = null): number {
  let [from, to] = [lo, hi ?? a.length];
  while (from < to) {
    const mid = (from + to) >> 1;
    if (less(a[mid], x)) from = mid + 1;
    else to = mid;
  }
  return from;
}
export function insort_right<T>(a: T[], x: T, lo = 0, hi: number | null = null): void {
  a.splice(bisect_right(a, x, lo, hi), 0, x);
}
export function insort_left<T>(a: T[], x: T, lo = 0, hi: number | null = null): void {
  a.splice(bisect_left(a, x, lo, hi), 0, x);
}
export const bisect = bisect_right;
export const insort = insort_right;
