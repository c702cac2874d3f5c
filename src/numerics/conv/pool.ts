/**
 * Average and maximum pooling over images, and their gradients.
 * Source: tensorflow/core/kernels/{avgpooling_op,maxpooling_op}.cc; windows row by row, cells row by row within.
 */
import type { DType, NumericData } from "../../np/dtype.js";
import type { Floats } from "../matmul/tile.js";
import { extentOf, type Padding } from "./window.js";

export interface PoolAttrs {
  readonly ksize: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly padding: Padding;
}

/** Windows clipped to the image: for each output row or column the first cell and the one after the last. */
interface Clipped {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

function clipped(size: number, taps: number, stride: number, padding: Padding, d: number): Clipped {
  const { out, before } = extentOf(size, taps, stride, 1, padding, d);
  const start = Int32Array.from({ length: out }, (_, i) => i * stride - before);
  return { from: start.map((s) => Math.max(s, 0)), to: start.map((s) => Math.min(s + taps, size)) };
}

/** Calls `visit` for every window: flat start of its output channels, and its clipped cells. */
type Visit = (out: number, image: number, r0: number, r1: number, q0: number, q1: number) => void;

interface Pool {
  readonly shape: readonly number[];
  readonly width: number;
  readonly channels: number;
  readonly each: (visit: Visit) => void;
}

function poolOf(shape: readonly number[], { ksize, strides, padding }: PoolAttrs): Pool {
  const [n, h, w, channels] = shape as [number, number, number, number];
  const rows = clipped(h, ksize[0], strides[0], padding, 0);
  const cols = clipped(w, ksize[1], strides[1], padding, 1);
  return {
    shape: [n, rows.from.length, cols.from.length, channels],
    width: w,
    channels,
    each: (visit) => {
      let out = 0;
      for (let b = 0; b < n; b++) {
        for (let i = 0; i < rows.from.length; i++) {
          for (let j = 0; j < cols.from.length; j++, out += channels) {
            visit(out, b * h, rows.from[i]!, rows.to[i]!, cols.from[j]!, cols.to[j]!);
          }
        }
      }
    },
  };
}

/** A bound pooling kernel and the shape of its result. */
export interface Pooling<Run> {
  readonly shape: readonly number[];
  readonly run: Run;
}
export type PoolRun = (x: NumericData, out: NumericData) => void;

/** Binds the mean of the real cells of each window. */
export function bindAvgPool(_dtype: DType, shape: readonly number[], attrs: PoolAttrs): Pooling<PoolRun> {
  const pool = poolOf(shape, attrs);
  const { channels, width } = pool;
  const run: PoolRun = (x, out) => {
    const [from, to] = [x as Floats, out as Floats];
    to.fill(0);
    pool.each((at, image, r0, r1, q0, q1) => {
      for (let r = r0; r < r1; r++) {
        for (let q = q0; q < q1; q++) {
          const cell = ((image + r) * width + q) * channels;
          for (let c = 0; c < channels; c++) to[at + c] = to[at + c]! + from[cell + c]!;
        }
      }
      const count = (r1 - r0) * (q1 - q0);
      for (let c = 0; c < channels; c++) to[at + c] = to[at + c]! / count;
    });
  };
  return { shape: pool.shape, run };
}

/** Binds the gradient of average pooling of images of `shape`. */
export function bindAvgPoolGrad(dtype: DType, shape: readonly number[], attrs: PoolAttrs): Pooling<PoolRun> {
  const pool = poolOf(shape, attrs);
  const { channels, width } = pool;
  const round = dtype.name === "float32" ? Math.fround : Number;
  const run: PoolRun = (g, out) => {
    const [from, to] = [g as Floats, out as Floats];
    to.fill(0);
    pool.each((at, image, r0, r1, q0, q1) => {
      const share = round(1 / ((r1 - r0) * (q1 - q0)));
      for (let r = r0; r < r1; r++) {
        for (let q = q0; q < q1; q++) {
          const cell = ((image + r) * width + q) * channels;
          for (let c = 0; c < channels; c++) to[cell + c] = to[cell + c]! + round(from[at + c]! * share);
        }
      }
    });
  };
  return { shape, run };
}

/** Flat cell of the first maximum of a window's channel. */
function firstMaximum(
  x: Floats,
  { channels, width }: Pool,
  image: number,
  r0: number,
  r1: number,
  q0: number,
  q1: number,
  c: number,
): number {
  let best = ((image + r0) * width + q0) * channels + c;
  for (let r = r0; r < r1; r++) {
    for (let q = q0; q < q1; q++) {
      const cell = ((image + r) * width + q) * channels + c;
      if (x[cell]! > x[best]!) best = cell;
    }
  }
  return best;
}

/** Binds the largest value of each window. */
export function bindMaxPool(_dtype: DType, shape: readonly number[], attrs: PoolAttrs): Pooling<PoolRun> {
  const pool = poolOf(shape, attrs);
  const run: PoolRun = (x, out) => {
    const [from, to] = [x as Floats, out as Floats];
    pool.each((at, image, r0, r1, q0, q1) => {
      for (let c = 0; c < pool.channels; c++) to[at + c] = from[firstMaximum(from, pool, image, r0, r1, q0, q1, c)]!;
    });
  };
  return { shape: pool.shape, run };
}

export type PoolGradRun = (x: NumericData, g: NumericData, out: NumericData) => void;

/** Binds the gradient of max pooling: the first maximum of a window gets all of it. */
export function bindMaxPoolGrad(_dtype: DType, shape: readonly number[], attrs: PoolAttrs): Pooling<PoolGradRun> {
  const pool = poolOf(shape, attrs);
  const run: PoolGradRun = (x, g, out) => {
    const [from, gradient, to] = [x as Floats, g as Floats, out as Floats];
    to.fill(0);
    pool.each((at, image, r0, r1, q0, q1) => {
      for (let c = 0; c < pool.channels; c++) {
        const cell = firstMaximum(from, pool, image, r0, r1, q0, q1, c);
        to[cell] = to[cell]! + gradient[at + c]!;
      }
    });
  };
  return { shape, run };
}

/** Binds the flat cell of the first maximum of each window, images counted on. */
export function bindMaxPositions(
  shape: readonly number[],
  attrs: PoolAttrs,
): Pooling<(x: NumericData, positions: Int32Array) => void> {
  const pool = poolOf(shape, attrs);
  const run = (x: NumericData, positions: Int32Array): void => {
    pool.each((at, image, r0, r1, q0, q1) => {
      for (let c = 0; c < pool.channels; c++) {
        positions[at + c] = firstMaximum(x as Floats, pool, image, r0, r1, q0, q1, c);
      }
    });
  };
  return { shape: pool.shape, run };
}
