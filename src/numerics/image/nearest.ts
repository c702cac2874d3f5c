/**
 * Resizing by repeating or leaving out pixels: which original pixel each resized one shows.
 * Source: tensorflow/core/kernels/resize_nearest_neighbor_op.cc.
 */
import type { Data, DTypeName } from "../../np/dtype.js";
import { roundHalf } from "../../np/half.js";
import { resizeScale, roundAway, type Scaling } from "./scale.js";

const f = Math.fround;

/** The original place of each resized place. The scale is that from the original to the resized image. */
export function nearestPlaces(out: number, size: number, s: Scaling): Int32Array {
  const scale = resizeScale(size, out, s.alignCorners);
  return Int32Array.from({ length: out }, (_, x) => {
    const place = s.halfPixelCenters ? f(f(x + 0.5) * scale) : f(x * scale);
    return Math.max(0, Math.min(s.alignCorners ? roundAway(place) : Math.floor(place), size - 1));
  });
}

/** The same for whole images: the row of pixels each resized pixel shows, in order of the resized images. */
export function nearestPixels(
  batch: number,
  [height, width]: readonly [number, number],
  [outHeight, outWidth]: readonly [number, number],
  scaling: Scaling,
): Int32Array {
  const ys = nearestPlaces(outHeight, height, scaling);
  const xs = nearestPlaces(outWidth, width, scaling);
  const places = new Int32Array(batch * outHeight * outWidth);
  let at = 0;
  for (let b = 0; b < batch; b++) {
    for (const y of ys) for (const x of xs) places[at++] = (b * height + y) * width + x;
  }
  return places;
}

type Numbers = Float32Array | Float64Array | Int32Array | Uint8Array | Int8Array;
const SUMMED = new Set<string>(["float16", "float32", "float64", "int32", "int8", "uint8"]);

/** Binds the gradient for images of `size`, from that of resized ones: each gets the sum of its copies. Null for other types. */
export function bindNearestGrad(
  dtype: DTypeName,
  channels: number,
  batch: number,
  resized: readonly [number, number],
  size: readonly [number, number],
  scaling: Scaling,
): ((dy: Data, out: Data) => void) | null {
  if (!SUMMED.has(dtype)) return null;
  const pixels = nearestPixels(batch, size, resized, scaling);
  const isHalf = dtype === "float16";
  return (dy, out) => {
    const from = dy as Numbers;
    const to = out as Numbers;
    to.fill(0);
    for (let i = 0, at = 0; i < pixels.length; i++) {
      for (let c = 0, o = pixels[i]! * channels; c < channels; c++, o++, at++) {
        const sum = to[o]! + from[at]!;
        to[o] = isHalf ? roundHalf(sum) : sum;
      }
    }
  };
}
