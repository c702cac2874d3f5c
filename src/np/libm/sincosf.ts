/**
 * sinf, cosf: sine and cosine of a float32, with the last bit the C library gives.
 * Source: glibc 2.36 sinf, cosf (ARM optimized routines): double arithmetic, short polynomials, rounded once.
 */
import { GLIBC_ALIGNMENT, reduceHugeAngle } from "./huge_angle.js";

const S1 = -0.16666654943701084;
const S2 = 0.008332178146138854;
const S3 = -0.00019517298981385725;
const C1 = -0.49999999725108224;
const C2 = 0.041666623324344516;
const C3 = -0.001388676379437604;
const C4 = 2.4390450703564542e-5;
/** pi/4 as a float32: below it no reduction. */
const QUARTER_PI = Math.fround(Math.PI / 4);
/** pi/2 in two parts: a small integer times either is exact, so that `x - n * pi/2` rounds once, as fused. */
const HALF_PI_HIGH = 1.5707963267948912;
const HALF_PI_LOW = Math.PI / 2 - HALF_PI_HIGH;
/** 2/pi, scaled by 2^24 so that truncation to an int leaves 24 bits to round with. */
const TWO_OVER_PI_24 = 10680707.430881744;
const TINY = 2 ** -12;

/** sin(x + n * pi/2) for |x| <= pi/4. */
function quadrant(x: number, n: number): number {
  const z = x * x;
  let r: number;
  if (n & 1) {
    const z2 = z * z;
    r = 1 + z * C1 + z2 * C2 + z2 * z * (C3 + z * C4);
  } else {
    const x3 = x * z;
    r = x + x3 * S1 + x3 * z * (S2 + z * S3);
  }
  return Math.fround(n & 2 ? -r : r);
}

const rest = new Float64Array(2);

/** sin(x + n * pi/2) for |x| >= 120. */
function huge(x: number, n: number): number {
  reduceHugeAngle(Math.abs(x), GLIBC_ALIGNMENT, rest);
  return x < 0 ? quadrant(-rest[0]!, n - rest[1]!) : quadrant(rest[0]!, n + rest[1]!);
}

/** sin(x + n * pi/2) of a float32 x beyond pi/4. */
function reduced(x: number, n: number): number {
  if (x < 120 && x > -120) {
    const turns = (((x * TWO_OVER_PI_24) | 0) + 0x800000) >> 24;
    return quadrant(x - turns * HALF_PI_HIGH - turns * HALF_PI_LOW, turns + n);
  }
  return x - x === 0 ? huge(x, n) : NaN;
}

/** sin(x) of a float32 x in radians. */
export function sinf(x: number): number {
  const a = Math.abs(x);
  if (a < QUARTER_PI) return a < TINY ? x : quadrant(x, 0);
  return reduced(x, 0);
}

/** cos(x) of a float32 x in radians. */
export function cosf(x: number): number {
  const a = Math.abs(x);
  if (a < QUARTER_PI) return a < TINY ? 1 : quadrant(x, 1);
  return reduced(x, 1);
}
