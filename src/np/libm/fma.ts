/**
 * fma: a * b + c rounded once, as the processor instruction does it.
 * Source: Dekker's and Knuth's error-free product and sum (T. J. Dekker, "A floating-point technique for extending the
 * available precision", 1971).
 */

/** Splits a double into halves of 26 bits. */
const SPLIT = 2 ** 27 + 1;

/**
 * For operands whose product neither overflows nor comes near the denormals. The sum of the two rounding errors is itself
 * rounded, which reaches the result in about one of 2^53 cases.
 */
export function fma(a: number, b: number, c: number): number {
  const p = a * b;
  const ta = SPLIT * a;
  const ah = ta - (ta - a);
  const al = a - ah;
  const tb = SPLIT * b;
  const bh = tb - (tb - b);
  const bl = b - bh;
  const productError = al * bl - (p - ah * bh - al * bh - ah * bl);
  const s = p + c;
  const v = s - p;
  return s + (p - (s - v) + (c - v) + productError);
}
