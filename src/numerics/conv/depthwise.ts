/**
 * Depthwise convolution and its gradients: each channel has filters of its own.
 * Source: tensorflow/core/kernels/depthwise_conv_op.cc, depthwise_conv_grad_op.cc; product and sum rounded apart.
 */
import type { DType, NumericData } from "../../np/dtype.js";
import { lanesOf } from "../matmul/blocking.js";
import type { Floats } from "../matmul/tile.js";
import type { ConvAttrs, Convolution } from "./conv.js";
import { bindCrop, bindPad, windowsOf } from "./window.js";

/** Binds x [n, h, w, c] with filter [kh, kw, c, m] to [n, oh, ow, c * m]. */
export function bindDepthwiseConv(
  dtype: DType,
  xShape: readonly number[],
  fShape: readonly number[],
  { strides, padding, dilations }: ConvAttrs,
): Convolution {
  const w = windowsOf(xShape, fShape.slice(0, 2), strides, padding, dilations);
  const { channels, tapCount, tapAt, positionAt, positions } = w;
  const multiplier = fShape[3]!;
  const width = channels * multiplier;
  const padded = dtype.make(w.images * w.paddedSize) as Floats;
  const pad = bindPad(w);
  const round = dtype.name === "float32" ? Math.fround : Number;
  const run = (x: NumericData, filter: NumericData, out: NumericData): void => {
    const [f, to] = [filter as Floats, out as Floats];
    pad(x as Floats, padded, w.images);
    for (let b = 0, at = 0; b < w.images; b++) {
      for (let p = 0; p < positions; p++) {
        for (let c = 0; c < channels; c++) {
          const start = b * w.paddedSize + positionAt[p]! + c;
          for (let q = 0; q < multiplier; q++, at++) {
            let sum = 0;
            let tap = c * multiplier + q;
            for (let t = 0; t < tapCount; t++, tap += width)
              sum = round(sum + round(f[tap]! * padded[start + tapAt[t]!]!));
            to[at] = sum;
          }
        }
      }
    }
  };
  return { shape: [w.images, ...w.outSpatial, width], run };
}

/**
 * Binds (filter, gradient) to the gradient of x. Per multiplier, taps are added in ascending order; the multipliers are
 * joined last, packets of them by halves first.
 */
export function bindDepthwiseInputGradient(
  dtype: DType,
  xShape: readonly number[],
  fShape: readonly number[],
  { strides, padding, dilations }: ConvAttrs,
): Convolution {
  const w = windowsOf(xShape, fShape.slice(0, 2), strides, padding, dilations);
  const { channels, tapCount, tapAt, positionAt, positions } = w;
  const multiplier = fShape[3]!;
  const width = channels * multiplier;
  const lanes = lanesOf(dtype.itemsize);
  const full = multiplier === 1 ? 0 : multiplier - (multiplier % lanes);
  const sums = dtype.make(w.paddedSize * multiplier) as Floats;
  const image = dtype.make(w.paddedSize) as Floats;
  const packet = dtype.make(lanes) as Floats;
  const crop = bindCrop(w);
  const round = dtype.name === "float32" ? Math.fround : Number;
  const run = (filter: NumericData, gradient: NumericData, out: NumericData): void => {
    const [f, g] = [filter as Floats, gradient as Floats];
    for (let b = 0; b < w.images; b++) {
      sums.fill(0);
      for (let t = 0; t < tapCount; t++) {
        for (let p = 0; p < positions; p++) {
          const cell = (positionAt[p]! + tapAt[t]!) * multiplier;
          const from = (b * positions + p) * width;
          for (let i = 0; i < width; i++) sums[cell + i] = sums[cell + i]! + round(f[t * width + i]! * g[from + i]!);
        }
      }
      for (let i = 0; i < image.length; i++) {
        const at = i * multiplier;
        let sum = multiplier === 1 ? sums[at]! : 0;
        for (let d = 0; d < full; d += lanes) {
          for (let l = 0; l < lanes; l++) packet[l] = sums[at + d + l]!;
          for (let h = lanes / 2; h >= 1; h /= 2) for (let l = 0; l < h; l++) packet[l] = packet[l]! + packet[l + h]!;
          sum = round(sum + packet[0]!);
        }
        if (multiplier > 1) for (let d = full; d < multiplier; d++) sum = round(sum + sums[at + d]!);
        image[i] = sum;
      }
      crop(image, out as Floats, b);
    }
  };
  return { shape: xShape, run };
}

/** Binds (x, gradient) to the gradient of the filter: per image over the output positions, images added in order. */
export function bindDepthwiseFilterGradient(
  dtype: DType,
  xShape: readonly number[],
  fShape: readonly number[],
  { strides, padding, dilations }: ConvAttrs,
): Convolution {
  const w = windowsOf(xShape, fShape.slice(0, 2), strides, padding, dilations);
  const { channels, tapCount, tapAt, positionAt, positions } = w;
  const multiplier = fShape[3]!;
  const width = channels * multiplier;
  const padded = dtype.make(w.images * w.paddedSize) as Floats;
  const part = dtype.make(tapCount * width) as Floats;
  const pad = bindPad(w);
  const round = dtype.name === "float32" ? Math.fround : Number;
  const run = (x: NumericData, gradient: NumericData, out: NumericData): void => {
    const [g, to] = [gradient as Floats, out as Floats];
    pad(x as Floats, padded, w.images);
    to.fill(0);
    for (let b = 0; b < w.images; b++) {
      part.fill(0);
      for (let p = 0; p < positions; p++) {
        const from = (b * positions + p) * width;
        for (let t = 0, at = 0; t < tapCount; t++) {
          const start = b * w.paddedSize + positionAt[p]! + tapAt[t]!;
          for (let c = 0, i = 0; c < channels; c++) {
            const value = padded[start + c]!;
            for (let q = 0; q < multiplier; q++, i++, at++) part[at] = part[at]! + round(value * g[from + i]!);
          }
        }
      }
      for (let i = 0; i < part.length; i++) to[i] = to[i]! + part[i]!;
    }
  };
  return { shape: fShape, run };
}
