/**
 * Grayscale dilation, the largest of sums in a window, and its gradients.
 * Source: tensorflow/core/kernels/dilation_ops.cc.
 */
import type { DType, NumericData } from "../../np/dtype.js";
import type { Floats } from "../matmul/tile.js";
import { extentOf, type Padding } from "./window.js";

export interface Dilation2dAttrs {
  readonly strides: readonly number[];
  readonly rates: readonly number[];
  readonly padding: Padding;
}

/** For each result: its place, and the flat cells of image and filter whose sum is largest (-1: the window is empty). */
type Visit = (at: number, cell: number, tap: number) => void;

interface Dilation {
  readonly shape: readonly number[];
  readonly each: (x: Floats, filter: Floats, visit: Visit) => void;
}

function dilationOf(xShape: readonly number[], fShape: readonly number[], attrs: Dilation2dAttrs): Dilation {
  const [images, height, width, channels] = xShape as [number, number, number, number];
  const [rows, cols] = fShape as [number, number];
  const { strides, rates, padding } = attrs;
  const [v, h] = [0, 1].map((d) => extentOf([height, width][d]!, [rows, cols][d]!, strides[d]!, rates[d]!, padding, d));
  const [outV, outH] = [Math.max(v!.out, 0), Math.max(h!.out, 0)];
  const each = (x: Floats, filter: Floats, visit: Visit): void => {
    for (let b = 0, at = 0; b < images; b++) {
      for (let i = 0; i < outV; i++) {
        for (let j = 0; j < outH; j++) {
          for (let c = 0; c < channels; c++, at++) {
            let best = Number.NEGATIVE_INFINITY;
            let [cell, tap] = [-1, -1];
            for (let r = 0; r < rows; r++) {
              const y = i * strides[0]! - v!.before + r * rates[0]!;
              if (y < 0 || y >= height) continue;
              for (let q = 0; q < cols; q++) {
                const z = j * strides[1]! - h!.before + q * rates[1]!;
                if (z < 0 || z >= width) continue;
                const from = ((b * height + y) * width + z) * channels + c;
                const weight = (r * cols + q) * channels + c;
                const sum = x[from]! + filter[weight]!;
                if (sum > best || cell < 0) [best, cell, tap] = [sum, from, weight];
              }
            }
            visit(at, cell, tap);
          }
        }
      }
    }
  };
  return { shape: [images, outV, outH, channels], each };
}

export interface Dilating {
  readonly shape: readonly number[];
  readonly run: (x: NumericData, filter: NumericData, out: NumericData) => void;
}

/** Binds x [n, h, w, c] with filter [rows, cols, c]; windows without a real cell give the lowest number. */
export function bindDilation2d(
  dtype: DType,
  xShape: readonly number[],
  fShape: readonly number[],
  attrs: Dilation2dAttrs,
): Dilating {
  const { shape, each } = dilationOf(xShape, fShape, attrs);
  const lowest = dtype.name === "float64" ? -Number.MAX_VALUE : -(2 - 2 ** -23) * 2 ** 127;
  const run: Dilating["run"] = (x, filter, out) => {
    const [from, weights, to] = [x as Floats, filter as Floats, out as Floats];
    each(from, weights, (at, cell, tap) => {
      to[at] = cell < 0 ? lowest : from[cell]! + weights[tap]!;
    });
  };
  return { shape, run };
}

export type DilationGradRun = (x: NumericData, filter: NumericData, g: NumericData, out: NumericData) => void;

/** Binds the gradient for the images or for the filter: each result's goes to the first cell or tap with the largest sum. */
export function bindDilation2dGrad(
  of: "input" | "filter",
  xShape: readonly number[],
  fShape: readonly number[],
  attrs: Dilation2dAttrs,
): { readonly shape: readonly number[]; readonly run: DilationGradRun } {
  const { shape, each } = dilationOf(xShape, fShape, attrs);
  const run: DilationGradRun = (x, filter, g, out) => {
    const [gradient, to] = [g as Floats, out as Floats];
    to.fill(0);
    each(x as Floats, filter as Floats, (at, cell, tap) => {
      const place = of === "input" ? cell : tap;
      if (place >= 0) to[place] = to[place]! + gradient[at]!;
    });
  };
  return { shape, run };
}
