/**
 * Resizing by the mean of the area that a resized pixel covers.
 * Source: tensorflow/core/kernels/resize_area_op.cc.
 */
import { bound, type Dims4, resizeScale } from "./scale.js";

const f = Math.fround;

/** For each resized place the original ones it covers, in steps of `step`, and how much of each: from `start[x]` on. */
interface Spans {
  readonly start: Int32Array;
  readonly place: Int32Array;
  readonly part: Float32Array;
}

function spans(out: number, size: number, step: number, scale: number): Spans {
  const start = new Int32Array(out + 1);
  const place: number[] = [];
  const part: number[] = [];
  for (let x = 0; x < out; x++) {
    const from = f(x * scale);
    const to = f((x + 1) * scale);
    for (let v = Math.floor(from); v < Math.ceil(to); v++) {
      place.push(bound(v, size) * step);
      const ends = v + 1 > to;
      if (v < from) part.push(ends ? scale : f(v + 1 - from));
      else part.push(ends ? f(to - v) : 1);
    }
    start[x + 1] = place.length;
  }
  return { start, place: Int32Array.from(place), part: Float32Array.from(part) };
}

/** Binds the resize of images to `height` x `width`. */
export function bindResizeArea(
  dims: Dims4,
  height: number,
  width: number,
  alignCorners: boolean,
): (images: Float32Array, out: Float32Array) => void {
  const [batch, inHeight, inWidth, channels] = dims;
  const yScale = resizeScale(inHeight, height, alignCorners);
  const xScale = resizeScale(inWidth, width, alignCorners);
  const scale = f(1 / f(yScale * xScale));
  const ys = spans(height, inHeight, inWidth * channels, yScale);
  const xs = spans(width, inWidth, channels, xScale);
  return (images, out) => {
    let to = 0;
    for (let b = 0; b < batch; b++) {
      const image = b * inHeight * inWidth * channels;
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          for (let c = 0; c < channels; c++) {
            let sum = 0;
            for (let i = ys.start[y]!; i < ys.start[y + 1]!; i++) {
              const row = image + ys.place[i]! + c;
              let line = 0;
              for (let j = xs.start[x]!; j < xs.start[x + 1]!; j++) {
                line = f(line + f(images[row + xs.place[j]!]! * xs.part[j]!));
              }
              sum = f(sum + f(line * ys.part[i]!));
            }
            out[to++] = f(sum * scale);
          }
        }
      }
    }
  };
}
