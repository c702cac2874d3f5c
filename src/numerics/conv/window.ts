/**
 * Where windows lie on an image: output sizes, padding, and the flat positions of every window and every tap.
 * Source: tensorflow/core/framework/common_shape_fns.cc (GetWindowedOutputSizeVerbose), NHWC and NDHWC layouts.
 */
import type { Floats } from "../matmul/tile.js";

/** Padding rule, or explicit [before, after] pairs per spatial dimension. */
export type Padding = "SAME" | "VALID" | readonly (readonly [number, number])[];

export interface Extent {
  readonly out: number;
  readonly before: number;
  readonly after: number;
}

/** One dimension of a windowed op. */
export function extentOf(
  size: number,
  taps: number,
  stride: number,
  dilation: number,
  padding: Padding,
  d: number,
): Extent {
  const reach = (taps - 1) * dilation + 1;
  if (padding === "VALID") return { out: Math.ceil((size - reach + 1) / stride), before: 0, after: 0 };
  if (padding !== "SAME") {
    const [before, after] = padding[d]!;
    return { out: Math.floor((size + before + after - reach) / stride) + 1, before, after };
  }
  const out = Math.ceil(size / stride);
  const total = Math.max((out - 1) * stride + reach - size, 0);
  return { out, before: Math.floor(total / 2), after: total - Math.floor(total / 2) };
}

/** Windows over a batch of images with any number of spatial dimensions. */
export interface Windows {
  readonly images: number;
  readonly channels: number;
  readonly spatial: readonly number[];
  readonly taps: readonly number[];
  readonly extents: readonly Extent[];
  /** Output positions and taps of one image. */
  readonly positions: number;
  readonly tapCount: number;
  /** Elements of one image, plain and padded. */
  readonly imageSize: number;
  readonly paddedSize: number;
  readonly isPadded: boolean;
  /** Flat start of each window of one padded image, and of each tap's channels within a window. */
  readonly positionAt: Int32Array;
  readonly tapAt: Int32Array;
  readonly outSpatial: readonly number[];
}

const product = (dims: readonly number[]): number => dims.reduce((n, d) => n * d, 1);

/** Flat offsets of a grid of `counts` cells, `steps[d]` apart along dimension d. */
function grid(counts: readonly number[], steps: readonly number[]): Int32Array {
  const out = new Int32Array(product(counts));
  for (let i = 0; i < out.length; i++) {
    let rest = i;
    let at = 0;
    for (let d = counts.length - 1; d >= 0; d--) {
      at += (rest % counts[d]!) * steps[d]!;
      rest = Math.floor(rest / counts[d]!);
    }
    out[i] = at;
  }
  return out;
}

/** Windows of `taps` over images of shape [n, …spatial, channels]. */
export function windowsOf(
  shape: readonly number[],
  taps: readonly number[],
  strides: readonly number[],
  padding: Padding,
  dilations: readonly number[] = taps.map(() => 1),
): Windows {
  const spatial = shape.slice(1, -1);
  const channels = shape[shape.length - 1]!;
  const extents = spatial.map((n, d) => extentOf(n, taps[d]!, strides[d]!, dilations[d]!, padding, d));
  const padded = spatial.map((n, d) => n + extents[d]!.before + extents[d]!.after);
  const cell = padded.map((_, d) => channels * product(padded.slice(d + 1)));
  const outSpatial = extents.map((e) => Math.max(e.out, 0));
  return {
    images: shape[0]!,
    channels,
    spatial,
    taps,
    extents,
    positions: product(outSpatial),
    tapCount: product(taps),
    imageSize: product(spatial) * channels,
    paddedSize: product(padded) * channels,
    isPadded: extents.some((e) => e.before + e.after > 0),
    positionAt: grid(
      outSpatial,
      cell.map((c, d) => c * strides[d]!),
    ),
    tapAt: grid(
      taps,
      cell.map((c, d) => c * dilations[d]!),
    ),
    outSpatial,
  };
}

/** Flat offsets of all patch values: every channel of every tap. */
export function patchOffsets({ tapAt, channels }: Windows): Int32Array {
  return Int32Array.from(
    { length: tapAt.length * channels },
    (_, i) => tapAt[Math.floor(i / channels)]! + (i % channels),
  );
}

/** Start of each contiguous run (a row of the innermost dimension) of one image, plain and padded. */
function rowStarts({ spatial, extents, channels }: Windows): { plain: Int32Array; padded: Int32Array; length: number } {
  const outer = spatial.slice(0, -1);
  const paddedDims = spatial.map((n, d) => n + extents[d]!.before + extents[d]!.after);
  const plain = grid(
    outer,
    outer.map((_, d) => channels * product(spatial.slice(d + 1))),
  );
  const steps = outer.map((_, d) => channels * product(paddedDims.slice(d + 1)));
  const shift = extents.reduce((n, e, d) => n + e.before * channels * product(paddedDims.slice(d + 1)), 0);
  return { plain, padded: grid(outer, steps).map((at) => at + shift), length: channels * spatial[spatial.length - 1]! };
}

/** Copies images into padded ones; what surrounds them in `padded` stays as it is. */
export function bindPad(w: Windows): (x: Floats, padded: Floats, images: number) => void {
  const { plain, padded: starts, length } = rowStarts(w);
  return (x, padded, images) => {
    for (let b = 0; b < images; b++) {
      for (let r = 0; r < plain.length; r++) {
        const from = b * w.imageSize + plain[r]!;
        padded.set(x.subarray(from, from + length), b * w.paddedSize + starts[r]!);
      }
    }
  };
}

/** Copies the inside of one padded image to an image of `out`. */
export function bindCrop(w: Windows): (padded: Floats, out: Floats, image: number) => void {
  const { plain, padded: starts, length } = rowStarts(w);
  return (padded, out, image) => {
    for (let r = 0; r < plain.length; r++) {
      out.set(padded.subarray(starts[r]!, starts[r]! + length), image * w.imageSize + plain[r]!);
    }
  };
}
