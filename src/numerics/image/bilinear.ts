/**
 * Resizing by linear interpolation between the four nearest pixels, and its gradient.
 * Source: tensorflow/core/kernels/resize_bilinear_op.cc.
 */
import { type Adder, type Dims4, type Floats, placeOf, resizeScale, type Scaling } from "./scale.js";

const f = Math.fround;

/** For each resized place the original pixels on both sides, in steps of `step`, and the share of the second. */
interface Neighbours {
  readonly lower: Int32Array;
  readonly upper: Int32Array;
  readonly share: Float32Array;
}

function neighbours(out: number, size: number, step: number, s: Scaling): Neighbours {
  const scale = resizeScale(size, out, s.alignCorners);
  const result = { lower: new Int32Array(out), upper: new Int32Array(out), share: new Float32Array(out) };
  for (let i = 0; i < out; i++) {
    const place = placeOf(i, scale, s.halfPixelCenters);
    const floor = Math.floor(place);
    result.lower[i] = Math.max(floor, 0) * step;
    result.upper[i] = Math.min(Math.ceil(place), size - 1) * step;
    result.share[i] = f(place - floor);
  }
  return result;
}

/** The value between two by two others, first along x. */
export function lerp(tl: number, tr: number, bl: number, br: number, x: number, y: number): number {
  const top = f(tl + f(f(tr - tl) * x));
  const bottom = f(bl + f(f(br - bl) * x));
  return f(top + f(f(bottom - top) * y));
}

/** Binds the resize of images to `height` x `width`. */
export function bindResizeBilinear(
  dims: Dims4,
  height: number,
  width: number,
  scaling: Scaling,
): (images: Float32Array, out: Float32Array) => void {
  const [batch, inHeight, inWidth, channels] = dims;
  if (height === inHeight && width === inWidth) return (images, out) => out.set(images);
  const row = inWidth * channels;
  const ys = neighbours(height, inHeight, row, scaling);
  const xs = neighbours(width, inWidth, channels, scaling);
  return (images, out) => {
    let to = 0;
    for (let b = 0; b < batch; b++) {
      const image = b * inHeight * row;
      for (let y = 0; y < height; y++) {
        const top = image + ys.lower[y]!;
        const bottom = image + ys.upper[y]!;
        const yShare = ys.share[y]!;
        for (let x = 0; x < width; x++) {
          const left = xs.lower[x]!;
          const right = xs.upper[x]!;
          const xShare = xs.share[x]!;
          for (let c = 0; c < channels; c++) {
            out[to++] = lerp(
              images[top + left + c]!,
              images[top + right + c]!,
              images[bottom + left + c]!,
              images[bottom + right + c]!,
              xShare,
              yShare,
            );
          }
        }
      }
    }
  };
}

/** Binds the gradient for images of `dims`, from that of resized ones of `height` x `width`. */
export function bindResizeBilinearGrad(
  dims: Dims4,
  height: number,
  width: number,
  scaling: Scaling,
  add: Adder,
): (dy: Float32Array, out: Floats) => void {
  const [batch, inHeight, inWidth, channels] = dims;
  const row = inWidth * channels;
  const ys = neighbours(height, inHeight, row, scaling);
  const xs = neighbours(width, inWidth, channels, scaling);
  return (dy, out) => {
    out.fill(0);
    let from = 0;
    for (let b = 0; b < batch; b++) {
      const image = b * inHeight * row;
      for (let y = 0; y < height; y++) {
        const top = image + ys.lower[y]!;
        const bottom = image + ys.upper[y]!;
        const yShare = ys.share[y]!;
        const yRest = f(1 - yShare);
        for (let x = 0; x < width; x++) {
          const left = xs.lower[x]!;
          const right = xs.upper[x]!;
          const xShare = xs.share[x]!;
          const xRest = f(1 - xShare);
          for (let c = 0; c < channels; c++) {
            const g = dy[from++]!;
            add(out, top + left + c, f(f(g * yRest) * xRest));
            add(out, top + right + c, f(f(g * yRest) * xShare));
            add(out, bottom + left + c, f(f(g * yShare) * xRest));
            add(out, bottom + right + c, f(f(g * yShare) * xShare));
          }
        }
      }
    }
  };
}
