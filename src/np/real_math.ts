/**
 * Real-number rules of ufuncs that JavaScript's Math lacks or does differently from C.
 * Source: numpy/core/src/npymath (npy_divmod, npy_logaddexp), C99 pow, rint (NumPy 1.18).
 */

const f32 = Math.fround;

/** Python's // of floats; `r` rounds to the working precision. */
function floorDivide(x: number, y: number, r: (v: number) => number): number {
  if (y === 0) return x / y;
  let mod = x % y;
  let div = r(r(x - mod) / y);
  if (mod !== 0) {
    if (y < 0 !== mod < 0) {
      mod = r(mod + y);
      div = r(div - 1);
    }
  }
  if (div === 0 || Number.isNaN(div)) return Number.isNaN(div) ? div : x / y < 0 || Object.is(x / y, -0) ? -0 : 0;
  const floor = Math.floor(div);
  return r(div - floor) > 0.5 ? r(floor + 1) : floor;
}

const same = (v: number): number => v;
export const floorDivide64 = (x: number, y: number): number => floorDivide(x, y, same);
export const floorDivide32 = (x: number, y: number): number => floorDivide(x, y, f32);

/** Python's % of floats: the sign of the divisor. */
function remainder(x: number, y: number, r: (v: number) => number): number {
  if (y === 0) return NaN;
  const mod = x % y;
  if (mod !== 0) return y < 0 !== mod < 0 ? r(mod + y) : mod;
  return y < 0 ? -0 : 0;
}

export const remainder64 = (x: number, y: number): number => remainder(x, y, same);
export const remainder32 = (x: number, y: number): number => remainder(x, y, f32);

/** Integer // and %: 0 for a zero divisor. */
export function floorDivideInt(x: number, y: number): number {
  return y === 0 ? 0 : Math.floor(x / y);
}

export function remainderInt(x: number, y: number): number {
  if (y === 0) return 0;
  const mod = x % y;
  return mod !== 0 && y < 0 !== mod < 0 ? mod + y : mod + 0;
}

export function floorDivideBig(x: bigint, y: bigint): bigint {
  if (y === 0n) return 0n;
  const q = x / y;
  return x % y !== 0n && x < 0n !== y < 0n ? q - 1n : q;
}

export function remainderBig(x: bigint, y: bigint): bigint {
  if (y === 0n) return 0n;
  const mod = x % y;
  return mod !== 0n && mod < 0n !== y < 0n ? mod + y : mod;
}

/** Integer power modulo 2^32; a smaller type keeps its low bits when the result is stored. */
export function powInt(x: number, y: number): number {
  let result = 1;
  let base = x;
  for (let e = y; e > 0; e = Math.floor(e / 2)) {
    if (e % 2 === 1) result = Math.imul(result, base);
    base = Math.imul(base, base);
  }
  return result;
}

/** Integer power modulo 2^64. */
export function powBig(x: bigint, y: bigint): bigint {
  let result = 1n;
  let base = x;
  for (let e = y; e > 0n; e >>= 1n) {
    if (e & 1n) result = BigInt.asUintN(64, result * base);
    base = BigInt.asUintN(64, base * base);
  }
  return result;
}

/** C's rint: the nearest integer, ties to even, sign of zero kept. */
export function rint(x: number): number {
  if (!(Math.abs(x) < 2 ** 52)) return x;
  const r = Math.round(x);
  if (r - x === 0.5 && r % 2 !== 0) return r - 1 === 0 && x < 0 ? -0 : r - 1;
  return r === 0 && (x < 0 || Object.is(x, -0)) ? -0 : r;
}

/** Larger of two, nan if either is. */
export function maximum(x: number, y: number): number {
  return x >= y || Number.isNaN(x) ? x : y;
}

export function minimum(x: number, y: number): number {
  return x <= y || Number.isNaN(x) ? x : y;
}

/** Larger of two, nan only if both are. */
export function fmax(x: number, y: number): number {
  return x >= y || Number.isNaN(y) ? x : y;
}

export function fmin(x: number, y: number): number {
  return x <= y || Number.isNaN(y) ? x : y;
}

export function logaddexp(x: number, y: number): number {
  if (x === y) return x + Math.LN2;
  const d = x - y;
  if (d > 0) return x + Math.log1p(Math.exp(-d));
  if (d <= 0) return y + Math.log1p(Math.exp(d));
  return d;
}

export function logaddexp2(x: number, y: number): number {
  if (x === y) return x + 1;
  const d = x - y;
  if (d > 0) return x + Math.log1p(2 ** -d) * Math.LOG2E;
  if (d <= 0) return y + Math.log1p(2 ** d) * Math.LOG2E;
  return d;
}

export function copysign(x: number, y: number): number {
  const a = Math.abs(x);
  return y < 0 || Object.is(y, -0) ? -a : a;
}

export function heaviside(x: number, h: number): number {
  if (Number.isNaN(x)) return NaN;
  return x === 0 ? h : x < 0 ? 0 : 1;
}

const stepBox = new Float64Array(1);
const stepBits = new BigInt64Array(stepBox.buffer);

/** The next float64 after x in the direction of y. */
export function nextafter(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  stepBox[0] = x;
  stepBits[0] = stepBits[0]! + (y > x === x > 0 ? 1n : -1n);
  return stepBox[0];
}

/** Greatest common divisor of the absolute values. */
export function gcd(x: number, y: number): number {
  let a = Math.abs(x);
  let b = Math.abs(y);
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

export function gcdBig(x: bigint, y: bigint): bigint {
  let a = x < 0n ? -x : x;
  let b = y < 0n ? -y : y;
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
