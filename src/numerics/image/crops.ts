/**
 * Boxes cut out of images and resized to one size, and the gradients for the images and the boxes.
 * Source: tensorflow/core/kernels/crop_and_resize_op.cc.
 */
import { lerp } from "./bilinear.js";
import { type Adder, type Dims4, type Floats, roundAway } from "./scale.js";

const f = Math.fround;

type Ints = ArrayLike<number>;

/** The places of a crop of `n` pixels along one dimension, between two corners given as parts of size - 1. */
function placesOf(places: Float32Array, low: number, high: number, n: number, last: number, scale: number): void {
  for (let i = 0; i < n; i++) {
    places[i] = n > 1 ? f(f(low * last) + f(i * scale)) : 0.5 * f(low + high) * last;
  }
}

/** Places of each box: `ys`, `xs` are filled anew for every one. */
class Places {
  readonly ys: Float32Array;
  readonly xs: Float32Array;
  private readonly height: number;
  private readonly width: number;

  constructor([, height, width]: Dims4, cropHeight: number, cropWidth: number) {
    this.ys = new Float32Array(cropHeight);
    this.xs = new Float32Array(cropWidth);
    this.height = height;
    this.width = width;
  }

  /** As the crops and the gradient of the images step. */
  fill(boxes: Floats, b: number): void {
    const { ys, xs, height, width } = this;
    const step = (low: number, high: number, n: number, size: number): number =>
      n > 1 ? f(f(f(high - low) * (size - 1)) / (n - 1)) : 0;
    const [y1, x1, y2, x2] = [boxes[4 * b]!, boxes[4 * b + 1]!, boxes[4 * b + 2]!, boxes[4 * b + 3]!];
    placesOf(ys, y1, y2, ys.length, height - 1, step(y1, y2, ys.length, height));
    placesOf(xs, x1, x2, xs.length, width - 1, step(x1, x2, xs.length, width));
  }

  /** As the gradient of the boxes steps: by a ratio computed first. */
  fillByRatio(boxes: Floats, b: number, yRatio: number, xRatio: number): void {
    const { ys, xs, height, width } = this;
    const [y1, x1, y2, x2] = [boxes[4 * b]!, boxes[4 * b + 1]!, boxes[4 * b + 2]!, boxes[4 * b + 3]!];
    placesOf(ys, y1, y2, ys.length, height - 1, f(f(y2 - y1) * yRatio));
    placesOf(xs, x1, x2, xs.length, width - 1, f(f(x2 - x1) * xRatio));
  }
}

function isOutside(place: number, size: number): boolean {
  return place < 0 || place > size - 1;
}

export interface CropOptions {
  readonly height: number;
  readonly width: number;
  readonly nearest: boolean;
}

/** Binds the crops of `dims` images: bilinear or nearest, `outside` where a box leaves its image. */
export function bindCropAndResize(
  dims: Dims4,
  crop: CropOptions,
  outside: number,
): (images: Float32Array, boxes: Float32Array, boxImage: Ints, out: Float32Array) => void {
  const [, height, width, channels] = dims;
  const places = new Places(dims, crop.height, crop.width);
  const { ys, xs } = places;
  return (images, boxes, boxImage, out) => {
    let to = 0;
    for (let b = 0; b < boxImage.length; b++) {
      places.fill(boxes, b);
      const image = boxImage[b]! * height * width * channels;
      const pixel = (y: number, x: number): number => image + (y * width + x) * channels;
      for (let i = 0; i < crop.height; i++) {
        const y = ys[i]!;
        for (let j = 0; j < crop.width; j++, to += channels) {
          const x = xs[j]!;
          if (isOutside(y, height) || isOutside(x, width)) {
            out.fill(outside, to, to + channels);
          } else if (crop.nearest) {
            const at = pixel(roundAway(y), roundAway(x));
            for (let c = 0; c < channels; c++) out[to + c] = images[at + c]!;
          } else {
            const [top, left] = [Math.floor(y), Math.floor(x)];
            const [bottom, right] = [Math.ceil(y), Math.ceil(x)];
            const [tl, tr] = [pixel(top, left), pixel(top, right)];
            const [bl, br] = [pixel(bottom, left), pixel(bottom, right)];
            const [xShare, yShare] = [f(x - left), f(y - top)];
            for (let c = 0; c < channels; c++) {
              out[to + c] = lerp(images[tl + c]!, images[tr + c]!, images[bl + c]!, images[br + c]!, xShare, yShare);
            }
          }
        }
      }
    }
  };
}

/** Binds the gradient for images of `dims`. */
export function bindCropGradImage(
  dims: Dims4,
  crop: CropOptions,
  add: Adder,
): (dy: Float32Array, boxes: Float32Array, boxImage: Ints, out: Floats) => void {
  const [, height, width, channels] = dims;
  const places = new Places(dims, crop.height, crop.width);
  const { ys, xs } = places;
  return (dy, boxes, boxImage, out) => {
    out.fill(0);
    let from = 0;
    for (let b = 0; b < boxImage.length; b++) {
      places.fill(boxes, b);
      const image = boxImage[b]! * height * width * channels;
      const pixel = (y: number, x: number): number => image + (y * width + x) * channels;
      for (let i = 0; i < crop.height; i++) {
        const y = ys[i]!;
        for (let j = 0; j < crop.width; j++, from += channels) {
          const x = xs[j]!;
          if (isOutside(y, height) || isOutside(x, width)) continue;
          if (crop.nearest) {
            const at = pixel(roundAway(y), roundAway(x));
            for (let c = 0; c < channels; c++) add(out, at + c, dy[from + c]!);
            continue;
          }
          const [top, left] = [Math.floor(y), Math.floor(x)];
          const [bottom, right] = [Math.ceil(y), Math.ceil(x)];
          const [tl, tr] = [pixel(top, left), pixel(top, right)];
          const [bl, br] = [pixel(bottom, left), pixel(bottom, right)];
          const [xShare, yShare] = [f(x - left), f(y - top)];
          const [xRest, yRest] = [f(1 - xShare), f(1 - yShare)];
          for (let c = 0; c < channels; c++) {
            const dTop = f(yRest * dy[from + c]!);
            const dBottom = f(yShare * dy[from + c]!);
            add(out, tl + c, f(xRest * dTop));
            add(out, tr + c, f(xShare * dTop));
            add(out, bl + c, f(xRest * dBottom));
            add(out, br + c, f(xShare * dBottom));
          }
        }
      }
    }
  };
}

/** Binds the gradient for the boxes, of bilinear crops. */
export function bindCropGradBoxes(
  dims: Dims4,
  crop: { readonly height: number; readonly width: number },
): (dy: Float32Array, images: Float32Array, boxes: Float32Array, boxImage: Ints, out: Float32Array) => void {
  const [, height, width, channels] = dims;
  const places = new Places(dims, crop.height, crop.width);
  const { ys, xs } = places;
  const yRatio = crop.height > 1 ? f((height - 1) / (crop.height - 1)) : 0;
  const xRatio = crop.width > 1 ? f((width - 1) / (crop.width - 1)) : 0;
  /** Adds to the gradients of both corners along one dimension. */
  const spread = (
    out: Float32Array,
    low: number,
    grad: number,
    i: number,
    n: number,
    last: number,
    ratio: number,
  ): void => {
    const high = low + 2;
    if (n > 1) {
      const part = f(i * ratio);
      out[low] = out[low]! + f(grad * f(last - part));
      out[high] = out[high]! + f(grad * part);
    } else {
      out[low] = out[low]! + grad * 0.5 * last;
      out[high] = out[high]! + grad * 0.5 * last;
    }
  };
  return (dy, images, boxes, boxImage, out) => {
    out.fill(0);
    let from = 0;
    for (let b = 0; b < boxImage.length; b++) {
      places.fillByRatio(boxes, b, yRatio, xRatio);
      const image = boxImage[b]! * height * width * channels;
      const pixel = (y: number, x: number): number => image + (y * width + x) * channels;
      for (let i = 0; i < crop.height; i++) {
        const y = ys[i]!;
        for (let j = 0; j < crop.width; j++, from += channels) {
          const x = xs[j]!;
          if (isOutside(y, height) || isOutside(x, width)) continue;
          const [top, left] = [Math.floor(y), Math.floor(x)];
          const [bottom, right] = [Math.ceil(y), Math.ceil(x)];
          const [tl, tr] = [pixel(top, left), pixel(top, right)];
          const [bl, br] = [pixel(bottom, left), pixel(bottom, right)];
          const [xShare, yShare] = [f(x - left), f(y - top)];
          const [xRest, yRest] = [f(1 - xShare), f(1 - yShare)];
          for (let c = 0; c < channels; c++) {
            const [a, d] = [images[tl + c]!, images[tr + c]!];
            const [e, g] = [images[bl + c]!, images[br + c]!];
            const gradY = f(f(xRest * f(e - a)) + f(xShare * f(g - d)));
            const gradX = f(f(yRest * f(d - a)) + f(yShare * f(g - e)));
            const upper = dy[from + c]!;
            spread(out, 4 * b, f(gradY * upper), i, crop.height, height - 1, yRatio);
            spread(out, 4 * b + 1, f(gradX * upper), j, crop.width, width - 1, xRatio);
          }
        }
      }
    }
  };
}
