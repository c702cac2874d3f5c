/**
 * Broadcasting: the common shape of operands and views of that shape.
 * Source: numpy broadcasting rules (NumPy 1.18).
 */
import { ValueError } from "./errors.js";
import { Strided, shapeText } from "./strided.js";

/** Common shape; null where a dimension disagrees. */
function common(shapes: readonly (readonly number[])[]): number[] | null {
  let ndim = 0;
  for (const s of shapes) ndim = Math.max(ndim, s.length);
  const out = new Array<number>(ndim).fill(1);
  for (const s of shapes) {
    const skip = ndim - s.length;
    for (let i = 0; i < s.length; i++) {
      const d = s[i]!;
      const have = out[skip + i]!;
      if (d === have || d === 1) continue;
      if (have !== 1) return null;
      out[skip + i] = d;
    }
  }
  return out;
}

/** The shape that all operands of a ufunc broadcast to; ValueError as a ufunc raises it. */
export function broadcastShapes(shapes: readonly (readonly number[])[]): number[] {
  const out = common(shapes);
  if (out) return out;
  const texts = shapes.map((s) => `${shapeText(s)} `).join("");
  throw new ValueError(`operands could not be broadcast together with shapes ${texts}`);
}

/** The shape for broadcast_arrays and index arrays; null where they don't match, so the caller words the error. */
export function commonShape(shapes: readonly (readonly number[])[]): number[] | null {
  return common(shapes);
}

/** Strides of an operand seen at a broadcast shape: 0 along repeated dimensions. */
export function broadcastStrides(a: Strided, shape: readonly number[]): number[] {
  const skip = shape.length - a.shape.length;
  const strides = new Array<number>(shape.length).fill(0);
  for (let i = 0; i < a.shape.length; i++) {
    if (a.shape[i] === shape[skip + i] && a.shape[i] !== 1) strides[skip + i] = a.strides[i]!;
  }
  return strides;
}

export function canBroadcast(from: readonly number[], to: readonly number[]): boolean {
  const skip = to.length - from.length;
  if (skip < 0) return false;
  return from.every((d, i) => d === 1 || d === to[skip + i]);
}

/** A view of an operand at a wider shape, without copying. Source: numpy.broadcast_to. */
export function broadcastTo(a: Strided, shape: readonly number[]): Strided {
  if (!canBroadcast(a.shape, shape)) {
    throw new ValueError(
      a.ndim > shape.length
        ? "input operand has more dimensions than allowed by the axis remapping"
        : "operands could not be broadcast together with remapped shapes [original->remapped]: " +
            `${shapeText(a.shape)} and requested shape ${shapeText(shape)}`,
    );
  }
  return new Strided(a.data, a.dtype, shape, broadcastStrides(a, shape), a.offset);
}
