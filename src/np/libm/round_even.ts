/**
 * Nearest integer of a double, ties to even.
 * Source: C's rint in the default rounding mode.
 */

/** 1.5 · 2^52: adding it leaves no fraction bits. */
const MAGIC = 6755399441055744;

/** For |x| < 2^51; zeros come out as +0. */
export function roundEven(x: number): number {
  return x + MAGIC - MAGIC;
}

/** For any double; the sign of zero stays. */
export function rint(x: number): number {
  if (!(x < 4503599627370496 && x > -4503599627370496)) return x;
  const r = x + MAGIC - MAGIC;
  return r === 0 ? x * 0 : r;
}
