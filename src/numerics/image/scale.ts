/**
 * From places in a resized image to places in the original.
 * Source: tensorflow/core/kernels/image_resizer_state.h.
 */
import { roundHalf } from "../../np/half.js";

const f = Math.fround;

/** How both sizes of an image relate, and where pixels have their centers. */
export interface Scaling {
  readonly alignCorners: boolean;
  readonly halfPixelCenters: boolean;
}

/** Batch, height, width and channels. */
export type Dims4 = readonly [batch: number, height: number, width: number, channels: number];

export type Floats = Float32Array | Float64Array;

const double = (x: number): number => x;
const halfFloat = (x: number): number => roundHalf(f(x));

/** Rounding of each step of arithmetic in that type. */
export function rounding(dtype: string): (x: number) => number {
  return dtype === "float64" ? double : dtype === "float16" ? halfFloat : f;
}

/** Original pixels per resized pixel, a float32. */
export function resizeScale(inSize: number, outSize: number, alignCorners: boolean): number {
  return alignCorners && outSize > 1 ? f((inSize - 1) / (outSize - 1)) : f(inSize / outSize);
}

/** The place in the original of the resized pixel x, for resizers that interpolate. */
export function placeOf(x: number, scale: number, halfPixelCenters: boolean): number {
  return halfPixelCenters ? f(f(f(x + 0.5) * scale) - 0.5) : f(x * scale);
}

/** `val` moved into [0, limit). */
export function bound(val: number, limit: number): number {
  return Math.min(limit - 1, Math.max(0, val));
}

/** C's roundf: halves away from zero. */
export function roundAway(x: number): number {
  return x < 0 ? -Math.floor(-x + 0.5) : Math.floor(x + 0.5);
}

/** Adds a float32 to an element of a gradient. */
export type Adder = (out: Floats, at: number, value: number) => void;

const addPlain: Adder = (out, at, value) => {
  out[at] = out[at]! + value;
};
const addHalf: Adder = (out, at, value) => {
  out[at] = roundHalf(f(out[at]! + roundHalf(value)));
};

/** Sums in the type of the gradient; float16 is kept in float32 storage. */
export function adder(dtype: string): Adder {
  return dtype === "float16" ? addHalf : addPlain;
}
