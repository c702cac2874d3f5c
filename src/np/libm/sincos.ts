/**
 * sin, cos: of a double in radians, with the last bit that the C library gives on a processor with fused multiply-add.
 * Source: glibc 2.36 sin, cos (IBM accurate mathematical library), error below 0.55 ulp; where the compiled code fuses, so does this.
 */
import { fma } from "./fma.js";
import { SIN_COS } from "./sincos_table.js";

/** Taylor series for small arguments. */
const S1 = -0.16666666666666666;
const S2 = 0.008333333333332329;
const S3 = -0.00019841269834414642;
const S4 = 2.755729806860771e-6;
const S5 = -2.5022014848318398e-8;
/** Short series for what is left after the nearest k/128. */
const SN3 = -0.16666666666666488;
const SN5 = 0.008333332142857223;
const CS4 = -0.04166666666666644;
const CS6 = 0.001388888740079376;
/** pi/2 in two parts, and once more in four, of which the first two times a number of quarter turns are exact. */
const HALF_PI = 1.5707963267948966;
const HALF_PI_REST = 6.123233995736766e-17;
const PI_1 = 1.5707963407039642;
const PI_2 = -1.3909067564377153e-8;
const PI_3 = -4.97899623147991e-17;
const PI_4 = -1.9034889620193266e-25;
const TWO_OVER_PI = 0.6366197723675814;
/** Adding and taking it away rounds to a multiple of 1/128. */
const ROUND_128 = 1.5 * 2 ** 45;
const ROUND = 1.5 * 2 ** 52;
/** Up to here no reduction, up to there one from pi/2, beyond that whole quarter turns; then exact integers. */
const NEAR = 0.85546875;
const SECOND = 2.426265;
const FAR = 105414350;

/** sin(x + rest). */
function sinOf(x: number, rest: number): number {
  const a = Math.abs(x);
  if (a < 0.126) {
    const z = x * x;
    const p = fma(fma(fma(fma(S5, z, S4), z, S3), z, S2), z, S1);
    return x + fma(z, fma(p, x, -0.5 * rest), rest);
  }
  const d = x <= 0 ? -rest : rest;
  const nearest = a + ROUND_128 - ROUND_128;
  const k = 512 * nearest;
  const u = a - nearest;
  const z = u * u;
  const s = u + fma(u * z, fma(SN5, z, SN3), d);
  const c = fma(u, d, z * fma(fma(CS6, z, CS4), z, 0.5));
  const sn = SIN_COS[k]!;
  const r = sn + fma(s, SIN_COS[k + 2]!, fma(-c, sn, fma(s, SIN_COS[k + 3]!, SIN_COS[k + 1]!)));
  return x < 0 ? -r : r;
}

/** cos(x + rest). */
function cosOf(x: number, rest: number): number {
  const a = Math.abs(x);
  const nearest = a + ROUND_128 - ROUND_128;
  const k = 512 * nearest;
  const u = a - nearest + (x < 0 ? -rest : rest);
  const z = u * u;
  const s = fma(u * z, fma(SN5, z, SN3), u);
  const c = z * fma(fma(CS6, z, CS4), z, 0.5);
  const cs = SIN_COS[k + 2]!;
  return cs + fma(-s, SIN_COS[k]!, fma(-c, cs, fma(-s, SIN_COS[k + 1]!, SIN_COS[k + 3]!)));
}

/** sin(x + rest + n * pi/2). */
function quadrant(x: number, rest: number, n: number): number {
  const r = n & 1 ? cosOf(x, rest) : sinOf(x, rest);
  return n & 2 ? -r : r;
}

/** sin(x + n * pi/2) for |x| up to 10^8. */
function reduced(x: number, n: number): number {
  const turns = x * TWO_OVER_PI + ROUND - ROUND;
  const y = fma(-turns, PI_2, fma(-turns, PI_1, x));
  const t = fma(-turns, PI_3, y);
  const d = fma(-PI_3, turns, y - t);
  const b = fma(-turns, PI_4, t);
  return quadrant(b, d + fma(-turns, PI_4, t - b), n + (turns | 0));
}

/** 2/pi with 1200 bits behind the point, made when it is first needed. */
let twoOverPi: bigint | null = null;

/** sin(x + n * pi/2) for any finite x, by integer arithmetic. */
function exact(x: number, n: number): number {
  twoOverPi ??= (2n << 2440n) / piBits(1240n);
  value[0] = Math.abs(x);
  const exponent = BigInt((words[1]! >>> 20) - 1075);
  const mantissa = (bits[0]! & 0xfffffffffffffn) | 0x10000000000000n;
  const turns = (mantissa * twoOverPi) << exponent;
  const whole = (turns + (1n << 1199n)) >> 1200n;
  const fraction = turns - (whole << 1200n);
  // Radians with 300 bits behind the point, as a sum of two doubles.
  const radians = ((fraction >> 900n) * piBits(300n)) >> 301n;
  const high = Number(radians) * 2 ** -300;
  const low = Number(radians - BigInt(high * 2 ** 300)) * 2 ** -300;
  const q = Number(whole & 3n);
  return x < 0 ? quadrant(-high, -low, n - q) : quadrant(high, low, n + q);
}

/** pi with n bits behind the point, by Machin's formula. */
function piBits(n: bigint): bigint {
  const guard = 32n;
  const arctanOfInverse = (k: bigint): bigint => {
    let sum = 0n;
    let term = (1n << (n + guard)) / k;
    for (let i = 1n; term !== 0n; i += 2n) {
      sum += i % 4n === 1n ? term / i : -(term / i);
      term /= k * k;
    }
    return sum;
  };
  return (4n * (4n * arctanOfInverse(5n) - arctanOfInverse(239n))) >> guard;
}

const value = new Float64Array(1);
const words = new Uint32Array(value.buffer);
const bits = new BigUint64Array(value.buffer);

export function sin(x: number): number {
  const a = Math.abs(x);
  if (a < NEAR) return a < 2 ** -26 ? x : sinOf(x, 0);
  if (a < SECOND) {
    const y = HALF_PI - a;
    const r = cosOf(y, HALF_PI_REST);
    return x < 0 ? -r : r;
  }
  if (a < FAR) return reduced(x, 0);
  return a < Infinity ? exact(x, 0) : NaN;
}

export function cos(x: number): number {
  const a = Math.abs(x);
  if (a < NEAR) return a < 2 ** -27 ? 1 : cosOf(x, 0);
  if (a < SECOND) {
    const y = HALF_PI - a;
    const t = y + HALF_PI_REST;
    return sinOf(t, y - t + HALF_PI_REST);
  }
  if (a < FAR) return reduced(x, 1);
  return a < Infinity ? exact(x, 1) : NaN;
}
