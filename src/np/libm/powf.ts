/**
 * pow of float32.
 * Source: glibc 2.36 powf (ARM optimized routines): log2 by 16 intervals, exp2 by 32, double arithmetic rounded once.
 */

import { exp2Of32nds } from "./exp2_table.js";
import { flush32 } from "./flush.js";
import { roundEven } from "./round_even.js";
import { bitsOf, floatOf } from "./single.js";

/** 1 / c for a point c in each sixteenth of an octave, and log2(c). */
// biome-ignore format: a table
const INVERSE = new Float64Array([
  1.398907162146528, 1.3403141896637998, 1.286432210124115, 1.2367150214269895,
  1.1906977166711752, 1.1479821020556429, 1.1082251448272158, 1.0711297413057381,
  1.036437278977283, 1, 0.9492859795739057, 0.8951049428609004,
  0.8476821620351103, 0.8050314851692001, 0.7664671008843108, 0.731428603316328,
]);
// biome-ignore format: a table
const LOG2 = new Float64Array([
  -0.48430022186289673, -0.42257122959194704, -0.3633754347673556, -0.30651309567405577,
  -0.25180720160537634, -0.19910014943794563, -0.14825100623281615, -0.09913323807318392,
  -0.051632812977629436, 0, 0.07508531937943004, 0.15987125980713107,
  0.2384046664317681, 0.31288288605863257, 0.38370422656453185, 0.451211048935815,
]);
const A0 = 0.288457581109214;
const A1 = -0.36092606229713164;
const A2 = 0.480898481472577;
const A3 = -0.7213474675006291;
const A4 = 1.4426950408774342;
const C3 = 0.05550361559341535;
const C2 = 0.2402284522445722;
const C1 = 0.6931471806916203;
/** Results beyond 2^128 - ½ ulp round to infinity, those below 2^-150 to 0. */
const LARGEST = 127.99999995700433;
const OFFSET = 0x3f330000;

/** pow of a positive normal (or denormal) x, as a double not yet rounded to float32. */
function positive(x: number, y: number): number {
  let ix = bitsOf(x);
  // A denormal is scaled by 2^23; the multiplication reads it as 0, the correction of the exponent stays.
  if (ix < 0x800000) ix = -(23 << 23);
  const t = (ix - OFFSET) | 0;
  const i = (t >>> 19) & 15;
  const r = floatOf(ix - (t & 0xff800000)) * INVERSE[i]! - 1;
  const r2 = r * r;
  const p = A2 * r + A3;
  const log2 = (A0 * r + A1) * (r2 * r2) + (p * r2 + (A4 * r + (LOG2[i]! + (t >> 23))));
  const e = flush32(y) * log2;
  if (e > LARGEST) return Number.POSITIVE_INFINITY;
  if (e <= -150) return 0;
  const k = roundEven(e * 32);
  const s = e - k / 32;
  return ((C3 * s + C2) * (s * s) + (C1 * s + 1)) * exp2Of32nds(k);
}

export function powf(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  if (ay === Number.POSITIVE_INFINITY) {
    if (ax === 1) return 1;
    return ax > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
  }
  // A float32 from 2^24 on is an even number.
  const odd = ay < 2 ** 24 && ay % 2 === 1;
  const negative = x < 0 || Object.is(x, -0);
  if (ax === 0 || ax === Number.POSITIVE_INFINITY) {
    const r = (ax === 0) === y > 0 ? 0 : Number.POSITIVE_INFINITY;
    return odd && negative ? -r : r;
  }
  if (negative && y !== Math.floor(y)) return Number.NaN;
  const r = positive(ax, y);
  return flush32(Math.fround(negative && odd ? -r : r));
}
