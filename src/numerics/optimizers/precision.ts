/**
 * What optimizer kernels need to know of a float type: rounding, and roots with and without packets.
 * Source: Eigen's packet functions as built into TensorFlow 1.15.5; denormals are flushed to 0.
 */
import type { DType } from "../../np/dtype.js";
import { roundHalf } from "../../np/half.js";
import { exp as exp64 } from "../../np/libm/exp.js";
import { expf } from "../../np/libm/expf.js";
import { flush32, flush64 } from "../../np/libm/flush.js";
import { pow as pow64 } from "../../np/libm/pow.js";
import { powf } from "../../np/libm/powf.js";
import * as packet from "../packet.js";

export interface Precision {
  /** Elements per packet; what is left over after full packets takes the exact roots. */
  readonly lanes: number;
  readonly round: (x: number) => number;
  readonly packetSqrt: (x: number) => number;
  readonly packetRsqrt: (x: number) => number;
  readonly sqrt: (x: number) => number;
  readonly rsqrt: (x: number) => number;
  readonly exp: (x: number) => number;
  readonly pow: (x: number, y: number) => number;
}

export function round32(x: number): number {
  return flush32(Math.fround(x));
}

/**
 * A float32 sum at least this large does not show whether a denormal addend was flushed: the addend is below half of its
 * last place, by a margin that also covers one multiplication in between.
 */
export const UNTOUCHED = 2 ** -90;

/** v - x * y, rounded twice. */
export function minusProduct32(v: number, x: number, y: number): number {
  const r = Math.fround(v - Math.fround(x * y));
  return Math.abs(r) >= UNTOUCHED ? r : round32(v - round32(x * y));
}

const FLOAT32: Precision = {
  lanes: 8,
  round: round32,
  packetSqrt: packet.sqrt,
  packetRsqrt: packet.rsqrt,
  sqrt: (x) => Math.fround(Math.sqrt(x)),
  rsqrt: (x) => Math.fround(1 / Math.fround(Math.sqrt(x))),
  exp: expf,
  pow: powf,
};

const FLOAT64: Precision = {
  lanes: 4,
  round: flush64,
  packetSqrt: Math.sqrt,
  packetRsqrt: (x) => 1 / Math.sqrt(x),
  sqrt: Math.sqrt,
  rsqrt: (x) => 1 / Math.sqrt(x),
  exp: exp64,
  pow: pow64,
};

/** float16 is computed in float32 and rounded at every step. */
const FLOAT16: Precision = {
  lanes: 1,
  round: roundHalf,
  packetSqrt: (x) => roundHalf(Math.sqrt(x)),
  packetRsqrt: (x) => roundHalf(1 / roundHalf(Math.sqrt(x))),
  sqrt: (x) => roundHalf(Math.sqrt(x)),
  rsqrt: (x) => roundHalf(1 / roundHalf(Math.sqrt(x))),
  exp: (x) => roundHalf(expf(x)),
  pow: (x, y) => roundHalf(powf(x, y)),
};

export function precisionOf(dtype: DType): Precision {
  if (dtype.name === "float32") return FLOAT32;
  if (dtype.name === "float64") return FLOAT64;
  if (dtype.name === "float16") return FLOAT16;
  throw new TypeError(`no optimizer kernel of ${dtype}`);
}

/** 0 for zeros, else -1 or 1. */
export function signOf(x: number): number {
  return x === 0 ? 0 : x < 0 ? -1 : 1;
}
