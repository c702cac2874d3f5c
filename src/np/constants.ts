/**
 * Constants and Python's own types under their np names.
 * Source: numpy/__init__.py, numpy/core/numeric.py (NumPy 1.18).
 */
import { bool_, complex128, float64, int64, object_, str_ } from "./scalar.js";

/** The index item that makes an axis of length 1. */
export const newaxis = null;
export const pi = Math.PI;
export const e = Math.E;
export const euler_gamma = 0.5772156649015329;
export const inf = Infinity;
export const nan = NaN;
export const PINF = Infinity;
export const NINF = -Infinity;
export const PZERO = 0;
export const NZERO = -0;
export { inf as Inf, inf as infty, inf as Infinity, nan as NaN, nan as NAN };
/** The version whose behaviour this is. */
export const __version__ = "1.18.5";

/** np.float, np.int, np.bool, … are Python's types: they name the same dtypes. */
export { bool_ as bool, complex128 as complex, float64 as float, int64 as int, object_ as object, str_ as str };
