/**
 * Pooling of volumes [n, depth, height, width, channels], and its gradients.
 * Source: tensorflow/core/kernels/pooling_ops_3d.cc; cells of a window in row-major order.
 */
import type { DType } from "../../np/dtype.js";
import type { Floats } from "../matmul/tile.js";
import type { PoolGradRun, Pooling, PoolRun } from "./pool.js";
import { extentOf, type Padding } from "./window.js";

export interface Pool3dAttrs {
  readonly ksize: readonly number[];
  readonly strides: readonly number[];
  readonly padding: Padding;
}

/** For each window: where its result starts, and the flat starts of its real cells. */
type Visit = (at: number, cells: Int32Array, count: number) => void;

interface Volumes {
  readonly shape: readonly number[];
  readonly channels: number;
  readonly each: (visit: Visit) => void;
}

function volumesOf(shape: readonly number[], { ksize, strides, padding }: Pool3dAttrs): Volumes {
  const [images, ...rest] = shape as [number, number, number, number, number];
  const channels = rest[3]!;
  const sizes = rest.slice(0, 3);
  const extents = sizes.map((n, d) => extentOf(n, ksize[d]!, strides[d]!, 1, padding, d));
  const outs = extents.map((e) => Math.max(e.out, 0));
  const cells = new Int32Array(ksize.reduce((n, d) => n * d, 1));
  const range = (d: number, i: number): [number, number] => {
    const start = i * strides[d]! - extents[d]!.before;
    return [Math.max(start, 0), Math.min(start + ksize[d]!, sizes[d]!)];
  };
  const each = (visit: Visit): void => {
    let at = 0;
    for (let b = 0; b < images; b++) {
      for (let p = 0; p < outs[0]!; p++) {
        for (let r = 0; r < outs[1]!; r++) {
          for (let q = 0; q < outs[2]!; q++, at += channels) {
            const [[p0, p1], [r0, r1], [q0, q1]] = [range(0, p), range(1, r), range(2, q)];
            let count = 0;
            for (let i = p0; i < p1; i++) {
              for (let j = r0; j < r1; j++) {
                for (let k = q0; k < q1; k++) {
                  cells[count++] = (((b * sizes[0]! + i) * sizes[1]! + j) * sizes[2]! + k) * channels;
                }
              }
            }
            visit(at, cells, count);
          }
        }
      }
    }
  };
  return { shape: [images, ...outs, channels], channels, each };
}

/** Binds the mean of the real cells of each window. */
export function bindAvgPool3d(shape: readonly number[], attrs: Pool3dAttrs): Pooling<PoolRun> {
  const volumes = volumesOf(shape, attrs);
  const { channels } = volumes;
  const run: PoolRun = (x, out) => {
    const [from, to] = [x as Floats, out as Floats];
    to.fill(0);
    volumes.each((at, cells, count) => {
      for (let i = 0; i < count; i++) {
        for (let c = 0; c < channels; c++) to[at + c] = to[at + c]! + from[cells[i]! + c]!;
      }
      for (let c = 0; c < channels; c++) to[at + c] = to[at + c]! / count;
    });
  };
  return { shape: volumes.shape, run };
}

/** Binds the gradient of average pooling of volumes of `shape`. */
export function bindAvgPool3dGrad(dtype: DType, shape: readonly number[], attrs: Pool3dAttrs): Pooling<PoolRun> {
  const volumes = volumesOf(shape, attrs);
  const { channels } = volumes;
  const round = dtype.name === "float32" ? Math.fround : Number;
  const run: PoolRun = (g, out) => {
    const [from, to] = [g as Floats, out as Floats];
    to.fill(0);
    volumes.each((at, cells, count) => {
      const share = round(1 / count);
      for (let i = 0; i < count; i++) {
        const cell = cells[i]!;
        for (let c = 0; c < channels; c++) to[cell + c] = to[cell + c]! + round(from[at + c]! * share);
      }
    });
  };
  return { shape, run };
}

function firstMaximum(x: Floats, cells: Int32Array, count: number, c: number): number {
  let best = cells[0]! + c;
  for (let i = 1; i < count; i++) if (x[cells[i]! + c]! > x[best]!) best = cells[i]! + c;
  return best;
}

/** Binds the largest value of each window. */
export function bindMaxPool3d(shape: readonly number[], attrs: Pool3dAttrs): Pooling<PoolRun> {
  const volumes = volumesOf(shape, attrs);
  const run: PoolRun = (x, out) => {
    const [from, to] = [x as Floats, out as Floats];
    volumes.each((at, cells, count) => {
      for (let c = 0; c < volumes.channels; c++) to[at + c] = from[firstMaximum(from, cells, count, c)]!;
    });
  };
  return { shape: volumes.shape, run };
}

/** Binds the gradient of max pooling: the first maximum of a window gets all of it. */
export function bindMaxPool3dGrad(shape: readonly number[], attrs: Pool3dAttrs): Pooling<PoolGradRun> {
  const volumes = volumesOf(shape, attrs);
  const run: PoolGradRun = (x, g, out) => {
    const [from, gradient, to] = [x as Floats, g as Floats, out as Floats];
    to.fill(0);
    volumes.each((at, cells, count) => {
      for (let c = 0; c < volumes.channels; c++) {
        const cell = firstMaximum(from, cells, count, c);
        to[cell] = to[cell]! + gradient[at + c]!;
      }
    });
  };
  return { shape, run };
}

/** Binds the gradient of that: what each window's first maximum has. */
export function bindMaxPool3dGradGrad(shape: readonly number[], attrs: Pool3dAttrs): Pooling<PoolGradRun> {
  const volumes = volumesOf(shape, attrs);
  const run: PoolGradRun = (x, g, out) => {
    const [from, gradient, to] = [x as Floats, g as Floats, out as Floats];
    volumes.each((at, cells, count) => {
      for (let c = 0; c < volumes.channels; c++) to[at + c] = gradient[firstMaximum(from, cells, count, c)]!;
    });
  };
  return { shape: volumes.shape, run };
}
