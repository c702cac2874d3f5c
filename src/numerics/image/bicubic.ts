/**
 * Resizing by bicubic interpolation over four by four pixels, and its gradient.
 * Source: tensorflow/core/kernels/resize_bicubic_op.cc (Keys, "Cubic convolution interpolation for digital image processing").
 */
import { roundEven } from "../../np/libm/round_even.js";
import { type Adder, bound, type Dims4, type Floats, placeOf, resizeScale, rounding, type Scaling } from "./scale.js";

const f = Math.fround;

/** Weights are tabulated at this many places between two pixels. */
const STEPS = 1024;
const SMALLEST = f(1000 * 2 ** -126);

/** Weights of the pixel before a place and of the one before that, interleaved. */
function coefficients(a: number): Float32Array {
  const table = new Float32Array(2 * (STEPS + 1));
  for (let i = 0; i <= STEPS; i++) {
    const x = i / STEPS;
    table[2 * i] = ((a + 2) * x - (a + 3)) * x * x + 1;
    const y = x + 1;
    table[2 * i + 1] = ((a * y - 5 * a) * y + 8 * a) * y - 4 * a;
  }
  return table;
}

let legacy: Float32Array | null = null;
let keys: Float32Array | null = null;

/** For each resized place its four pixels, in steps of `step`, and their weights. */
interface Taps {
  readonly index: Int32Array;
  readonly weight: Float32Array;
}

function taps(out: number, size: number, step: number, s: Scaling): Taps {
  const scale = resizeScale(size, out, s.alignCorners);
  legacy ??= coefficients(-0.75);
  keys ??= coefficients(-0.5);
  const table = s.halfPixelCenters ? keys : legacy;
  const index = new Int32Array(4 * out);
  const weight = new Float32Array(4 * out);
  for (let i = 0; i < out; i++) {
    const place = placeOf(i, scale, s.halfPixelCenters);
    const floor = Math.floor(place);
    const offset = roundEven(f(f(place - floor) * STEPS));
    const w = weight.subarray(4 * i, 4 * i + 4);
    w[0] = table[2 * offset + 1]!;
    w[1] = table[2 * offset]!;
    w[2] = table[2 * (STEPS - offset)]!;
    w[3] = table[2 * (STEPS - offset) + 1]!;
    for (let t = 0; t < 4; t++) {
      const pixel = floor - 1 + t;
      index[4 * i + t] = bound(pixel, size) * step;
      // Pixels outside the image count nothing here; the legacy weights count the border again.
      if (s.halfPixelCenters && bound(pixel, size) !== pixel) w[t] = 0;
    }
    if (!s.halfPixelCenters) continue;
    const sum = f(f(f(w[0]! + w[1]!) + w[2]!) + w[3]!);
    if (Math.abs(sum) < SMALLEST) continue;
    const inverse = f(1 / sum);
    for (let t = 0; t < 4; t++) w[t] = w[t]! * inverse;
  }
  return { index, weight };
}

/** Binds the resize of images to `height` x `width`. */
export function bindResizeBicubic(
  dims: Dims4,
  height: number,
  width: number,
  scaling: Scaling,
): (images: Float32Array, out: Float32Array) => void {
  const [batch, inHeight, inWidth, channels] = dims;
  const row = inWidth * channels;
  const { index: yi, weight: yw } = taps(height, inHeight, row, scaling);
  const { index: xi, weight: xw } = taps(width, inWidth, channels, scaling);
  // One resized row's mix of four original rows, at full width.
  const mixed = new Float32Array(row);
  return (images, out) => {
    let to = 0;
    for (let b = 0; b < batch; b++) {
      const image = b * inHeight * row;
      for (let y = 0; y < height; y++) {
        mix(images, image, yi, yw, 4 * y, mixed);
        for (let x = 0; x < width; x++) {
          const t = 4 * x;
          for (let c = 0; c < channels; c++) {
            const two = f(f(mixed[xi[t]! + c]! * xw[t]!) + f(mixed[xi[t + 1]! + c]! * xw[t + 1]!));
            out[to++] = f(f(two + f(mixed[xi[t + 2]! + c]! * xw[t + 2]!)) + f(mixed[xi[t + 3]! + c]! * xw[t + 3]!));
          }
        }
      }
    }
  };
}

function mix(
  images: Float32Array,
  image: number,
  index: Int32Array,
  weight: Float32Array,
  t: number,
  out: Float32Array,
): void {
  const [r0, r1] = [image + index[t]!, image + index[t + 1]!];
  const [r2, r3] = [image + index[t + 2]!, image + index[t + 3]!];
  const [w0, w1] = [weight[t]!, weight[t + 1]!];
  const [w2, w3] = [weight[t + 2]!, weight[t + 3]!];
  for (let i = 0; i < out.length; i++) {
    const two = f(f(images[r0 + i]! * w0) + f(images[r1 + i]! * w1));
    out[i] = f(f(two + f(images[r2 + i]! * w2)) + f(images[r3 + i]! * w3));
  }
}

/** Binds the gradient for images of `dims`, from that of resized ones of `height` x `width`. */
export function bindResizeBicubicGrad(
  dims: Dims4,
  height: number,
  width: number,
  scaling: Scaling,
  add: Adder,
): (dy: Float32Array, out: Floats) => void {
  const [batch, inHeight, inWidth, channels] = dims;
  const row = inWidth * channels;
  const { index: yi, weight: yw } = taps(height, inHeight, row, scaling);
  const { index: xi, weight: xw } = taps(width, inWidth, channels, scaling);
  return (dy, out) => {
    const round = rounding(out instanceof Float64Array ? "float64" : "float32");
    out.fill(0);
    let from = 0;
    for (let b = 0; b < batch; b++) {
      const image = b * inHeight * row;
      for (let y = 0; y < 4 * height; y += 4) {
        for (let x = 0; x < 4 * width; x += 4) {
          for (let c = 0; c < channels; c++) {
            const g = dy[from++]!;
            for (let i = y; i < y + 4; i++) {
              const part = round(g * yw[i]!);
              for (let j = x; j < x + 4; j++) add(out, image + yi[i]! + xi[j]! + c, round(part * xw[j]!));
            }
          }
        }
      }
    }
  };
}
