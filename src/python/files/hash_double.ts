/**
 * The hash of a float.
 * Source: _Py_HashDouble (Python/pyhash.c, Python 3.7).
 */
const BITS = 61n;
const MODULUS = (1n << BITS) - 1n;

export function hash_double(v: number): bigint {
  if (Number.isNaN(v)) return 0n;
  if (!Number.isFinite(v)) return v > 0 ? 314159n : -314159n;
  // v as an integer times a power of two.
  let exponent = 0n;
  let m = Math.abs(v);
  while (!Number.isInteger(m)) {
    m *= 2;
    exponent--;
  }
  let x = BigInt(m) % MODULUS;
  const e = ((exponent % BITS) + BITS) % BITS;
  x = ((x << e) & MODULUS) | (x >> (BITS - e));
  if (x === MODULUS) x = 0n;
  if (v < 0) x = -x;
  return x === -1n ? -2n : x;
}
