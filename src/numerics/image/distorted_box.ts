/**
 * A box of an image drawn by chance that shows enough of one of the objects in it.
 * Source: tensorflow/core/kernels/sample_distorted_bounding_box_op.cc; core/lib/random/simple_philox.cc, exact_uniform_int.h.
 */
import { roundEven } from "../../np/libm/round_even.js";
import { unit32, type Words } from "../random/words.js";

const f = Math.fround;

/** In pixels; the maxima are the first ones outside. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** An even draw from 0 … n - 1. */
function below(words: Words, n: number): number {
  if (n === 0) {
    words.next();
    return 0;
  }
  if ((n & (n - 1)) === 0) return (words.next() & (n - 1)) >>> 0;
  // The first words would make small numbers likelier.
  const skewed = (0xffffffff % n) + 1;
  let word = words.next();
  while (word < skewed) word = words.next();
  return word % n;
}

function areaOf(box: Box): number {
  return f((box.right - box.left) * (box.bottom - box.top));
}

function sharedArea(a: Box, b: Box): number {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  const right = Math.min(a.right, b.right);
  const bottom = Math.min(a.bottom, b.bottom);
  return left > right || top > bottom ? 0 : areaOf({ left, top, right, bottom });
}

/** Whether the crop covers that part of at least one object that has a pixel. */
function showsEnough(crop: Box, objects: readonly Box[], covered: number): boolean {
  if (areaOf(crop) < 1) return false;
  return objects.some((object) => {
    const area = areaOf(object);
    return area >= 1 && f(sharedArea(crop, object) / area) >= covered;
  });
}

export interface DistortionOptions {
  readonly aspectRatios: readonly [number, number];
  readonly areas: readonly [number, number];
  readonly attempts: number;
}

/** A box of that aspect ratio whose area lies in the range, or null where rounding leaves none. */
function randomCrop(width: number, height: number, o: DistortionOptions, ratio: number, words: Words): Box | null {
  const [smallest, largest] = o.areas;
  if (largest <= 0 || ratio <= 0 || width <= 0 || height <= 0 || smallest > largest) return null;
  const least = f(f(smallest * width) * height);
  const most = f(f(largest * width) * height);
  const widthOf = (h: number): number => roundEven(f(h * ratio));
  const heightOf = (area: number): number => roundEven(f(Math.sqrt(f(area / ratio))));
  let h = heightOf(least);
  let limit = heightOf(most);
  if (widthOf(limit) > width) {
    limit = Math.trunc((width + 0.5 - f(1e-7)) / ratio);
    if (widthOf(limit) > width) limit--;
  }
  limit = Math.min(limit, height);
  h = Math.min(h, limit);
  if (h < limit) h += below(words, limit - h + 1);
  let w = widthOf(h);
  // One pixel more or less may bring an area back into its range.
  if (f(w * h) < least) w = widthOf(++h);
  if (f(w * h) > most) w = widthOf(--h);
  const area = f(w * h);
  if (area < least || area > most || w > width || h > height || w <= 0 || h <= 0) return null;
  const top = h < height ? below(words, height - h) : 0;
  const left = w < width ? below(words, width - w) : 0;
  return { left, top, right: left + w, bottom: top + h };
}

/** The first crop that shows enough of an object; the whole image where no attempt does. */
export function distortedBox(
  width: number,
  height: number,
  objects: readonly Box[],
  covered: number,
  o: DistortionOptions,
  words: Words,
): Box {
  const [narrow, wide] = o.aspectRatios;
  for (let i = 0; i < o.attempts; i++) {
    const ratio = f(f(unit32(words.next()) * f(wide - narrow)) + narrow);
    const crop = randomCrop(width, height, o, ratio, words);
    if (crop && showsEnough(crop, objects, covered)) return crop;
  }
  return { left: 0, top: 0, right: width, bottom: height };
}
