/**
 * Axis arguments: negative ones, tuples of them, and what is out of bounds.
 * Source: normalize_axis_index, normalize_axis_tuple (numpy/core/numeric.py, NumPy 1.18).
 */
import { asInt } from "./convert.js";
import { AxisError, ValueError } from "./errors.js";

/** One axis or several; null where NumPy takes all. */
export type Axis = number | readonly number[];

/** An axis counted from the front. Raises AxisError. */
export function oneAxis(axis: unknown, ndim: number): number {
  const k = asInt(axis);
  if (k < -ndim || k >= ndim) throw new AxisError(k, ndim);
  return k < 0 ? k + ndim : k;
}

/** Axes counted from the front, in the order given; null or undefined means all. */
export function axisList(axis: Axis | null | undefined, ndim: number): number[] {
  if (axis === null || axis === undefined) return Array.from({ length: ndim }, (_, i) => i);
  const axes = typeof axis === "object" && Symbol.iterator in axis ? axis : [axis];
  const out = Array.from(axes, (k) => oneAxis(k, ndim));
  if (new Set(out).size !== out.length) throw new ValueError("duplicate value in 'axis'");
  return out;
}
