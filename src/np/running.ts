/**
 * Running results along an axis: sums, products, any ufunc of two operands.
 * Source: PyUFunc_Accumulate (numpy/core/src/umath/ufunc_object.c, NumPy 1.18).
 */
import { oneAxis } from "./axes.js";
import { copyAs } from "./casting.js";
import { apply2, type BinaryUfunc } from "./dispatch.js";
import type { DType } from "./dtype.js";
import { sumType } from "./reductions.js";
import { pick, ravel } from "./shaping.js";
import type { Strided } from "./strided.js";
import * as ufuncs from "./ufuncs.js";

/** Running totals along an axis, or over all elements. Source: numpy.ufunc.accumulate. */
export function accumulate(u: BinaryUfunc, a: Strided, axis: number | null | undefined, dtype?: DType | null): Strided {
  if (axis === null || axis === undefined) return accumulate(u, ravel(a), 0, dtype);
  const k = oneAxis(axis, a.ndim);
  const t = dtype ?? (u === ufuncs.add || u === ufuncs.multiply ? sumType(a.dtype) : a.dtype);
  const out = copyAs(a, t);
  for (let i = 1; i < a.shape[k]!; i++) {
    apply2(u, pick(out, k, i - 1), pick(out, k, i), { out: pick(out, k, i), dtype: t });
  }
  return out;
}

/** Running sums; a one-dimensional float array in one loop. */
export function cumsum(a: Strided, axis?: number | null, dtype?: DType | null): Strided {
  const t = dtype ?? sumType(a.dtype);
  const flat = axis === null || axis === undefined || a.ndim === 1;
  if (flat && (t.name === "float64" || t.name === "float32")) {
    if (typeof axis === "number") oneAxis(axis, a.ndim);
    const out = copyAs(ravel(a), t);
    const data = out.data as Float64Array;
    for (let i = 1; i < data.length; i++) data[i]! += data[i - 1]!;
    return out;
  }
  return accumulate(ufuncs.add, a, axis, t);
}
export function cumprod(a: Strided, axis?: number | null, dtype?: DType | null): Strided {
  return accumulate(ufuncs.multiply, a, axis, dtype);
}
