/**
 * Views of the same elements with other axes: reshape, transpose, squeeze and the like.
 * Source: numpy/core/src/multiarray/shape.c (NumPy 1.18).
 */
import { type Axis, axisList, oneAxis } from "./axes.js";
import { copyAs } from "./casting.js";
import { asInt, asShape, type ShapeLike } from "./convert.js";
import { AxisError, ValueError } from "./errors.js";
import { rowMajor, Strided, shapeText, sizeOf } from "./strided.js";

export type Order = "C" | "F" | "A" | "K";

/** The same storage seen with another shape, strides and offset. */
export function viewOf(a: Strided, shape: readonly number[], strides: readonly number[], offset = a.offset): Strided {
  return new Strided(a.data, a.dtype, shape, strides, offset);
}

/** Strides for a new shape over the same memory, or null where that needs a copy. */
function reshapedStrides(a: Strided, shape: readonly number[]): number[] | null {
  if (a.isContiguous) return rowMajor(shape);
  const oldShape: number[] = [];
  const oldStrides: number[] = [];
  a.shape.forEach((d, i) => {
    if (d === 1) return;
    oldShape.push(d);
    oldStrides.push(a.strides[i]!);
  });
  const out = new Array<number>(shape.length).fill(1);
  let i = 0;
  let j = 0;
  while (i < oldShape.length && j < shape.length) {
    let have = oldShape[i]!;
    let want = shape[j]!;
    const i0 = i;
    const j0 = j;
    while (have !== want) {
      if (want < have) want *= shape[++j]!;
      else have *= oldShape[++i]!;
    }
    for (let k = i0; k < i; k++) {
      if (oldStrides[k] !== oldShape[k + 1]! * oldStrides[k + 1]!) return null;
    }
    out[j] = oldStrides[i]!;
    for (let k = j - 1; k >= j0; k--) out[k] = out[k + 1]! * shape[k + 1]!;
    i++;
    j++;
  }
  for (; j < shape.length; j++) out[j] = out[j - 1] ?? 1;
  return out;
}

/** A view with another shape where possible, else a copy; one dimension may be -1. Source: ndarray.reshape. */
export function reshape(a: Strided, newShape: ShapeLike, order: Order = "C"): Strided {
  const shape = asShape(newShape);
  const unknown = shape.indexOf(-1);
  if (unknown !== shape.lastIndexOf(-1)) throw new ValueError("can only specify one unknown dimension");
  const size = a.size;
  const fail = () => new ValueError(`cannot reshape array of size ${size} into shape ${shapeText(asShape(newShape))}`);
  if (unknown >= 0) {
    const rest = -sizeOf(shape);
    if (rest === 0 || size % rest !== 0) throw fail();
    shape[unknown] = size / rest;
  }
  if (shape.some((d) => d < 0) || sizeOf(shape) !== size) throw fail();
  if (order === "F" || (order === "A" && !a.isContiguous && transpose(a).isContiguous)) {
    return transpose(reshape(transpose(a), [...shape].reverse()));
  }
  const strides = reshapedStrides(a, shape);
  return strides ? viewOf(a, shape, strides) : new Strided(copyAs(a).data, a.dtype, shape);
}

/** All elements in one axis; a view where possible. */
export function ravel(a: Strided, order: Order = "C"): Strided {
  if (order === "F") return ravel(transpose(a));
  return reshape(a, [a.size]);
}

/** Axes reversed, or in the order given. */
export function transpose(a: Strided, axes?: Axis | null): Strided {
  const n = a.ndim;
  if (axes === null || axes === undefined) {
    return viewOf(a, [...a.shape].reverse(), [...a.strides].reverse());
  }
  const list = typeof axes === "number" ? [axes] : Array.from(axes, (k) => asInt(k));
  if (list.length !== n) throw new ValueError("axes don't match array");
  const order = list.map((k) => oneAxis(k, n));
  if (new Set(order).size !== n) throw new ValueError("repeated axis in transpose");
  return viewOf(
    a,
    order.map((k) => a.shape[k]!),
    order.map((k) => a.strides[k]!),
  );
}

export function swapaxes(a: Strided, axis1: number, axis2: number): Strided {
  const order = a.shape.map((_, i) => i);
  const i = oneAxis(axis1, a.ndim);
  const j = oneAxis(axis2, a.ndim);
  order[i] = j;
  order[j] = i;
  return transpose(a, order);
}

export function moveaxis(a: Strided, source: Axis, destination: Axis): Strided {
  const from = axisList(source, a.ndim);
  const to = axisList(destination, a.ndim);
  if (from.length !== to.length) {
    throw new ValueError("`source` and `destination` arguments must have the same number of elements");
  }
  const order = a.shape.map((_, i) => i).filter((i) => !from.includes(i));
  const pairs = to.map((d, k) => [d, from[k]!] as const).sort((p, q) => p[0] - q[0]);
  for (const [d, s] of pairs) order.splice(d, 0, s);
  return transpose(a, order);
}

export function rollaxis(a: Strided, axis: number, start = 0): Strided {
  const n = a.ndim;
  const from = oneAxis(axis, n);
  const to = start < 0 ? start + n : start;
  if (to < 0 || to > n) {
    throw new ValueError(`'start' arg requires ${-n} <= start < ${n + 1}, but ${start} was passed in`);
  }
  const order = a.shape.map((_, i) => i).filter((i) => i !== from);
  order.splice(from < to ? to - 1 : to, 0, from);
  return transpose(a, order);
}

/** Drops axes of length 1: all of them or those given. */
export function squeeze(a: Strided, axis?: Axis | null): Strided {
  const drop =
    axis === null || axis === undefined
      ? a.shape.map((_, i) => i).filter((i) => a.shape[i] === 1)
      : axisList(axis, a.ndim);
  if (drop.some((i) => a.shape[i] !== 1)) {
    throw new ValueError("cannot select an axis to squeeze out which has size not equal to one");
  }
  const keep = a.shape.map((_, i) => i).filter((i) => !drop.includes(i));
  return viewOf(
    a,
    keep.map((i) => a.shape[i]!),
    keep.map((i) => a.strides[i]!),
  );
}

/** New axes of length 1 at these places of the result. */
export function expandDims(a: Strided, axis: Axis): Strided {
  const wanted = typeof axis === "object" && Symbol.iterator in axis ? [...axis] : [asInt(axis)];
  const n = a.ndim + wanted.length;
  const places = wanted.map((k) => {
    if (k < -n || k >= n) throw new AxisError(k, n);
    return k < 0 ? k + n : k;
  });
  const shape: number[] = [];
  const strides: number[] = [];
  for (let i = 0, from = 0; i < n; i++) {
    if (places.includes(i)) {
      shape.push(1);
      strides.push(0);
    } else {
      shape.push(a.shape[from]!);
      strides.push(a.strides[from++]!);
    }
  }
  return viewOf(a, shape, strides);
}

/** At least n axes, new ones in front (dstack's third goes behind). */
export function atLeast(a: Strided, n: 1 | 2 | 3): Strided {
  if (a.ndim >= n) return a;
  if (n === 3) {
    if (a.ndim === 2) return expandDims(a, 2);
    return a.ndim === 1 ? expandDims(a, [0, 2]) : reshape(a, [1, 1, 1]);
  }
  return reshape(a, n === 1 ? [1] : [1, a.size]);
}

/** Elements along an axis in reverse. */
export function reversed(a: Strided, axes: readonly number[]): Strided {
  const strides = [...a.strides];
  let offset = a.offset;
  for (const k of axes) {
    offset += Math.max(0, a.shape[k]! - 1) * strides[k]!;
    strides[k] = -strides[k]!;
  }
  return viewOf(a, a.shape, strides, offset);
}

/** The part of one axis from start (inclusive) to stop (exclusive). */
export function part(a: Strided, axis: number, start: number, stop: number): Strided {
  const shape = [...a.shape];
  shape[axis] = Math.max(0, stop - start);
  return viewOf(a, shape, a.strides, a.offset + start * a.strides[axis]!);
}

/** One position of an axis, which disappears. */
export function pick(a: Strided, axis: number, at: number): Strided {
  const keep = (_: number, i: number) => i !== axis;
  return viewOf(a, a.shape.filter(keep), a.strides.filter(keep), a.offset + at * a.strides[axis]!);
}

/** The diagonal of two axes, as the last axis. */
export function diagonal(a: Strided, k = 0, axis1 = 0, axis2 = 1): Strided {
  if (a.ndim < 2) throw new ValueError("diag requires an array of at least two dimensions");
  const i = oneAxis(axis1, a.ndim);
  const j = oneAxis(axis2, a.ndim);
  if (i === j) throw new ValueError("axis1 and axis2 cannot be the same");
  const n = Math.max(0, Math.min(a.shape[i]! + Math.min(0, k), a.shape[j]! - Math.max(0, k)));
  const offset = a.offset + (n === 0 ? 0 : k >= 0 ? k * a.strides[j]! : -k * a.strides[i]!);
  const rest = a.shape.map((_, x) => x).filter((x) => x !== i && x !== j);
  return viewOf(
    a,
    [...rest.map((x) => a.shape[x]!), n],
    [...rest.map((x) => a.strides[x]!), a.strides[i]! + a.strides[j]!],
    offset,
  );
}
