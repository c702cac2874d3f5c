/**
 * exp of a float32, with the last bit the C library gives.
 * Source: glibc 2.36 expf (ARM optimized routines): x = k ln2/32 + r, a cubic in r, double arithmetic rounded once.
 */

import { exp2Of32nds } from "./exp2_table.js";
import { flush32 } from "./flush.js";
import { roundEven } from "./round_even.js";

const OVERFLOW = 88.72283172607422;
const UNDERFLOW = -103.97207641601562;
const THIRTY_TWO_OVER_LN2 = 46.16624130844683;
const C3 = 0.05550361559341535 / 32 ** 3;
const C2 = 0.2402284522445722 / 32 ** 2;
const C1 = 0.6931471806916203 / 32;

export function expf(x: number): number {
  if (!(x <= OVERFLOW)) return x > OVERFLOW ? Number.POSITIVE_INFINITY : x;
  if (x < UNDERFLOW) return 0;
  const z = x * THIRTY_TWO_OVER_LN2;
  const k = roundEven(z);
  const r = z - k;
  const y = (C3 * r + C2) * (r * r) + (C1 * r + 1);
  return flush32(Math.fround(y * exp2Of32nds(k)));
}
