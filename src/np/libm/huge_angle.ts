/**
 * Quarter turns in a large angle, from 96 bits of 2/pi chosen by the exponent.
 * Source: reduce_large of glibc 2.36 (ARM optimized routines) and trig_reduce_huge of Eigen, which differ in alignment only.
 */

/** 192 bits of 2/pi behind the point. */
const TWO_OVER_PI = 0xa2f9836e4e441529fc2757d1f534ddc0db6295993c439041n;
/** pi/2 · 2^-62: from the 2.62 fixed point fraction of a quarter turn to radians. */
const RADIANS = 3.4061215800865545e-19;

/** How the mantissa meets the windows of 2/pi. */
export const GLIBC_ALIGNMENT = 0;
export const EIGEN_ALIGNMENT = 2;

const value = new Float32Array(1);
const word = new Uint32Array(value.buffer);

/** Writes [radians in -pi/4 .. pi/4, quarter turns] of a positive float32 from 120 on. */
export function reduceHugeAngle(x: number, alignment: number, into: Float64Array): void {
  value[0] = x;
  const bits = word[0]!;
  const exponent = (bits >>> 23) + alignment;
  const mantissa = BigInt((((bits & 0x7fffff) | 0x800000) << (exponent & 7)) >>> 0);
  // Three windows of 32 bits; the first ends this far behind the point.
  const end = 8 * ((exponent >> 3) - 15) - alignment;
  const window = (k: number): bigint => {
    const drop = 192 - end - 32 * k;
    return (drop >= 0 ? TWO_OVER_PI >> BigInt(drop) : TWO_OVER_PI << BigInt(-drop)) & 0xffffffffn;
  };
  const product =
    ((mantissa * window(2)) >> 32n) + mantissa * window(1) + (((mantissa * window(0)) & 0xffffffffn) << 32n);
  const turns = BigInt.asUintN(64, product + (1n << 61n)) >> 62n;
  into[0] = Number(BigInt.asIntN(64, product - (turns << 62n))) * RADIANS;
  into[1] = Number(turns);
}
