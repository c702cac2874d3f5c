/**
 * pow: a double to the power of a double, with the last bit that the C library gives on a processor with fused multiply-add.
 * Source: glibc 2.36 pow (ARM optimized routines), error below 0.52 ulp; where the compiled code fuses, so does this.
 */
import { expOfSum } from "./exp.js";
import { fma } from "./fma.js";
import { POW_INVERSE, POW_LOG, POW_LOG_REST } from "./pow_table.js";

const LN2_HIGH = 0.6931471805598903;
const LN2_LOW = 5.497923018708371e-14;
/** log(1 + r) - r, its coefficients multiplied by -2, 4 and so on because the powers are those of r * A0. */
const A0 = -0.5;
const A1 = -0.6666666666666679;
const A2 = 0.5000000000000007;
const A3 = 0.7999999995323976;
const A4 = -0.6666666663487739;
const A5 = -1.142909628459501;
const A6 = 1.0000415263675542;
/** High word of 0.7057, where the table's octave starts. */
const OFFSET = 0x3fe69555;

const value = new Float64Array(1);
const words = new Int32Array(value.buffer);

export function pow(x: number, y: number): number {
  if (x === 1 || y === 0) return 1;
  // C: pow(-1, +-inf) is 1, JavaScript's is nan.
  if (x === -1 && (y === Infinity || y === -Infinity)) return 1;
  if (!(x - x === 0) || !(y - y === 0) || x === 0) return x ** y;
  if (x < 0) {
    if (Math.floor(y) !== y) return NaN;
    const r = positive(-x, y);
    return y % 2 === 0 ? r : -r;
  }
  return positive(x, y);
}

/** x ** y for 0 < x < inf: the logarithm in two parts, times y, to the exponential. */
function positive(x: number, y: number): number {
  let exponent = 0;
  value[0] = x;
  if (x < 2 ** -1022) {
    value[0] = x * 2 ** 52;
    exponent = -52;
  }
  const high = words[1]!;
  const t = (high - OFFSET) | 0;
  const i = (t >>> 13) & 127;
  exponent += t >> 20;
  words[1] = high - (t & 0xfff00000);
  const r = fma(value[0]!, POW_INVERSE[i]!, -1);
  const t1 = exponent * LN2_HIGH + POW_LOG[i]!;
  const t2 = t1 + r;
  const lo1 = fma(exponent, LN2_LOW, POW_LOG_REST[i]!);
  const lo2 = t1 - t2 + r;
  const ar = A0 * r;
  const ar2 = r * ar;
  const ar3 = r * ar2;
  const hi = t2 + ar2;
  const lo3 = fma(ar, r, -ar2);
  const lo4 = t2 - hi + ar2;
  const q = fma(ar2, fma(fma(r, A6, A5), ar2, fma(A4, r, A3)), fma(A2, r, A1));
  const lo = fma(ar3, q, lo1 + lo2 + lo3 + lo4);
  const log = hi + lo;
  const rest = hi - log + lo;
  const e = y * log;
  if (!(e < 1024 && e > -1024)) return e > 0 ? Infinity : 0;
  if (Math.abs(e) < 2 ** -65) return 1;
  return expOfSum(e, fma(y, rest, fma(log, y, -e)));
}
