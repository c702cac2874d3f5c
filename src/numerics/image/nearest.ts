/**
 * Resizing by repeating or leaving out pixels: which original pixel each resized one shows.
 * Source: tensorflow/core/kernels/resize_nearest_neighbor_op.cc.
 */
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
