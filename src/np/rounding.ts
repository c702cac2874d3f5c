/**
 * Rounding to a number of decimals.
 * Source: PyArray_Round (numpy/core/src/multiarray/calculation.c, NumPy 1.18).
 */
import { copyAs } from "./casting.js";
import { fromScalar } from "./convert.js";
import { apply1, apply2 } from "./dispatch.js";
import { dtypeOf } from "./dtype.js";
import { imagPart, realPart } from "./reductions.js";
import { allocate, type Strided } from "./strided.js";
import * as ufuncs from "./ufuncs.js";

/** Floats are scaled by a power of ten, rounded to even, and scaled back; integers only with negative decimals. */
export function roundTo(a: Strided, decimals = 0): Strided {
  if (a.dtype.kind === "c") {
    const out = copyAs(a);
    for (const part of [realPart, imagPart]) apply1(ufuncs.positive, roundTo(part(a), decimals), { out: part(out) });
    return out;
  }
  const integer = a.dtype.isInteger;
  if (decimals >= 0 && integer) return copyAs(a);
  if (decimals === 0) return apply1(ufuncs.rint, a);
  const [there, back] = decimals > 0 ? [ufuncs.multiply, ufuncs.trueDivide] : [ufuncs.trueDivide, ufuncs.multiply];
  const power = fromScalar(10 ** Math.abs(decimals), dtypeOf("float64"));
  const out = allocate(integer ? dtypeOf("float64") : a.dtype, a.shape);
  apply2(there, a, power, { out });
  apply1(ufuncs.rint, out, { out });
  apply2(back, out, power, { out });
  return integer ? copyAs(out, a.dtype) : out;
}
