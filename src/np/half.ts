/**
 * Half precision: rounding a number to the nearest float16 value, and the bits of one.
 * Source: IEEE 754 binary16; numpy/core/src/npymath/halffloat.c (round half to even, gradual underflow).
 */

/** Nearest float16 value, ties to even; beyond 65519.99 infinity. */
export function roundHalf(x: number): number {
  if (!(x < Infinity && x > -Infinity) || x === 0) return x;
  const a = Math.abs(x);
  if (a >= 65520) return x < 0 ? -Infinity : Infinity;
  // The spacing of halves around a: 2^(e-10), and 2^-24 below the smallest normal.
  const e = Math.max(-14, exponentOf(a));
  const step = 2 ** (e - 10);
  const q = a / step;
  const floor = Math.floor(q);
  const rest = q - floor;
  const up = rest > 0.5 || (rest === 0.5 && floor % 2 === 1);
  const r = (up ? floor + 1 : floor) * step;
  return x < 0 ? -r : r;
}

const box = new Float64Array(1);
const bits = new Uint32Array(box.buffer);

function exponentOf(a: number): number {
  box[0] = a;
  return ((bits[1]! >>> 20) & 0x7ff) - 1023;
}

/** The 16 bits of a value that is a half already. */
export function halfBits(x: number): number {
  if (Number.isNaN(x)) return 0x7e00;
  const sign = x < 0 || Object.is(x, -0) ? 0x8000 : 0;
  const a = Math.abs(x);
  if (a === Infinity) return sign | 0x7c00;
  if (a < 2 ** -14) return sign | Math.round(a * 2 ** 24);
  const e = exponentOf(a);
  return sign | ((e + 15) << 10) | Math.round((a / 2 ** e - 1) * 1024);
}

/** The value of 16 bits. */
export function halfFromBits(h: number): number {
  const sign = h & 0x8000 ? -1 : 1;
  const e = (h >> 10) & 31;
  const m = h & 1023;
  if (e === 31) return m ? NaN : sign * Infinity;
  return sign * (e === 0 ? m * 2 ** -24 : (1 + m / 1024) * 2 ** (e - 15));
}

/** Rounds a whole storage in place (float16 results are computed at float32 precision). */
export function roundHalves(data: Float32Array): void {
  for (let i = 0; i < data.length; i++) data[i] = roundHalf(data[i]!);
}
