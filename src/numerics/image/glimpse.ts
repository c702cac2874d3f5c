/**
 * Windows of images around given places, noise where they leave the image.
 * Source: tensorflow/core/kernels/eigen_attention.h, attention_ops.cc.
 */
import type { PhiloxState } from "../philox.js";
import { normalFloat32 } from "../random/normal.js";
import { uniformFloat32 } from "../random/uniform.js";
import type { Dims4 } from "./scale.js";

const f = Math.fround;

export type Noise = "uniform" | "gaussian" | "zero";

export interface GlimpseOptions {
  /** Places count from the middle of the image, in halves of the unit, and are those of the window's middle. */
  readonly centered: boolean;
  /** Places are parts of the image's size instead of pixels. */
  readonly normalized: boolean;
  readonly noise: Noise;
}

/** The first pixel of the window along one dimension. */
function startOf(offset: number, size: number, window: number, o: GlimpseOptions): number {
  let x = o.normalized ? f(offset * size) : offset;
  if (o.centered) x = f(f(f(x / 2) + size / 2) - window / 2);
  return Math.trunc(x);
}

/** Where the window and the image meet along one dimension. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly isPartial: boolean;
}

function partOf(start: number, size: number, window: number): Part {
  if (start < 0) {
    const count = Math.max(0, window + start);
    return { from: 0, to: window - count, count: Math.min(count, size), isPartial: true };
  }
  if (start + window >= size) {
    const count = Math.max(0, size - start);
    return { from: start, to: 0, count: Math.min(count, size), isPartial: true };
  }
  return { from: start, to: 0, count: window, isPartial: false };
}

/** Fills a window with draws in the range of its image, for Gaussian ones channel by channel. */
function fillNoise(
  image: Float32Array,
  window: Float32Array,
  channels: number,
  noise: Noise,
  state: PhiloxState,
): void {
  if (noise === "zero" || image.length === 0) {
    window.fill(0);
    return;
  }
  if (noise === "uniform") {
    const low = image.reduce((a, b) => Math.min(a, b));
    const range = f(image.reduce((a, b) => Math.max(a, b)) - low);
    uniformFloat32(state, window, window.length);
    for (let i = 0; i < window.length; i++) window[i] = low + f(window[i]! * range);
    return;
  }
  normalFloat32(state, window, window.length);
  for (let c = 0; c < channels; c++) {
    const values = image.filter((_, i) => i % channels === c);
    const mean = f(values.reduce((a, b) => a + b, 0) / values.length);
    const sigma = f(Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length));
    const low = values.reduce((a, b) => Math.min(a, b));
    const high = values.reduce((a, b) => Math.max(a, b));
    for (let i = c; i < window.length; i += channels) {
      window[i] = Math.max(Math.min(mean + f(window[i]! * sigma), high), low);
    }
  }
}

/** Binds the windows of `height` x `width`; offsets are [batch, 2], down and to the right. */
export function bindGlimpses(
  dims: Dims4,
  height: number,
  width: number,
  o: GlimpseOptions,
  state: PhiloxState,
): (images: Float32Array, offsets: Float32Array, out: Float32Array) => void {
  const [batch, inHeight, inWidth, channels] = dims;
  const plane = inHeight * inWidth * channels;
  const size = height * width * channels;
  return (images, offsets, out) => {
    for (let b = 0; b < batch; b++) {
      const image = images.subarray(b * plane, (b + 1) * plane);
      const window = out.subarray(b * size, (b + 1) * size);
      const rows = partOf(startOf(offsets[2 * b]!, inHeight, height, o), inHeight, height);
      const columns = partOf(startOf(offsets[2 * b + 1]!, inWidth, width, o), inWidth, width);
      if (rows.isPartial || columns.isPartial) fillNoise(image, window, channels, o.noise, state);
      if (columns.count <= 0) continue;
      for (let y = 0; y < rows.count; y++) {
        const from = ((rows.from + y) * inWidth + columns.from) * channels;
        const to = ((rows.to + y) * width + columns.to) * channels;
        window.set(image.subarray(from, from + columns.count * channels), to);
      }
    }
  };
}
