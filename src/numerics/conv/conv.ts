/**
 * Convolutions and their gradients as products with image patches, which are read in place.
 * Source: tensorflow/core/kernels/{conv_ops,conv_grad_input_ops,conv_grad_filter_ops}.cc; orders as measured for two
 * spatial dimensions and for the forward pass in three (gradients in three follow the same scheme, unmeasured).
 */
import type { DType, NumericData } from "../../np/dtype.js";
import { bindBatchedProduct } from "../matmul/batch_matmul.js";
import { ceilDiv, lanesOf, wholeSgemmRegions } from "../matmul/blocking.js";
import { bindContraction, PLAIN } from "../matmul/contraction.js";
import { bindGatheredRows, bindRegions, type Floats, type ProductAt, stridesOf } from "../matmul/tile.js";
import { bindCrop, bindPad, type Padding, patchOffsets, type Windows, windowsOf } from "./window.js";

/** A bound kernel of two operands and the shape of its result. */
export interface Convolution {
  readonly shape: readonly number[];
  readonly run: (a: NumericData, b: NumericData, out: NumericData) => void;
}

/** Strides, padding and dilations of the spatial dimensions. */
export interface ConvAttrs {
  readonly strides: readonly number[];
  readonly padding: Padding;
  readonly dilations?: readonly number[];
}

/** Cycles per patch value where patches are no plain matrix. */
const PATCH_COST = 86;

function isSingle(dtype: DType): boolean {
  if (dtype.name !== "float32" && dtype.name !== "float64") throw new TypeError(`no convolution kernel of ${dtype}`);
  return dtype.name === "float32";
}

/** Images with their padding; the images themselves where there is none. */
function bindPadded(w: Windows, dtype: DType): (x: Floats) => Floats {
  if (!w.isPadded) return (x) => x;
  const padded = dtype.make(w.images * w.paddedSize) as Floats;
  const pad = bindPad(w);
  return (x) => {
    pad(x, padded, w.images);
    return padded;
  };
}

/** Positions of all windows of all images, one after another. */
function allPositions(w: Windows, images: number): Int32Array {
  const out = new Int32Array(images * w.positions);
  for (let b = 0; b < images; b++) {
    for (let p = 0; p < w.positions; p++) out[b * w.positions + p] = b * w.paddedSize + w.positionAt[p]!;
  }
  return out;
}

/** Binds x [n, …, c] with filter [… taps, c, o] to [n, …, o]. */
export function bindConv(
  dtype: DType,
  xShape: readonly number[],
  fShape: readonly number[],
  { strides, padding, dilations }: ConvAttrs,
  threads = 1,
): Convolution {
  const single = isSingle(dtype);
  const taps = fShape.slice(0, -2);
  const w = windowsOf(xShape, taps, strides, padding, dilations);
  const depth = w.tapCount * w.channels;
  const cols = fShape[fShape.length - 1]!;
  const rows = w.images * w.positions;
  const shape = [w.images, ...w.outSpatial, cols];
  if (rows * cols === 0) return { shape, run: () => {} };
  const pointwise = w.tapCount === 1 && strides.every((s) => s === 1);
  const whole = padding === "VALID" && taps.every((t, d) => t === w.spatial[d]);
  const cost = pointwise || whole ? PLAIN : { rows: PATCH_COST / lanesOf(single ? 4 : 8), cols: 0 };
  const [rowAt, depthAt] = [allPositions(w, w.images), patchOffsets(w)];
  const product = bindGathered(single, { rows, depth, cols }, rowAt, depthAt, threads, cost, dtype);
  const padded = bindPadded(w, dtype);
  return { shape, run: (x, f, out) => product(padded(x as Floats), 0, f as Floats, 0, out as Floats, 0) };
}

/** A contraction whose A is gathered; one row is brought together first, for the kernel of vectors. */
function bindGathered(
  single: boolean,
  size: { rows: number; depth: number; cols: number },
  rowAt: Int32Array,
  depthAt: Int32Array,
  threads: number,
  cost: { rows: number; cols: number },
  dtype: DType,
): ProductAt {
  const { rows, depth, cols } = size;
  const strides = stridesOf(rows, depth, cols, false, false);
  if (rows > 1) {
    return bindContraction(single, size, strides, cols, threads, cost, bindGatheredRows(rowAt, depthAt));
  }
  const product = bindContraction(single, size, strides, cols, threads, cost);
  const row = dtype.make(depth) as Floats;
  return (a, a0, b, b0, c, c0) => {
    for (let p = 0; p < depth; p++) row[p] = a[a0 + rowAt[0]! + depthAt[p]!]!;
    product(row, 0, b, b0, c, c0);
  };
}

/** Binds (filter, gradient [n, …, o]) to the gradient of x: per image a product, then patches added where they lie. */
export function bindConvInputGradient(
  dtype: DType,
  xShape: readonly number[],
  fShape: readonly number[],
  { strides, padding, dilations }: ConvAttrs,
  threads = 1,
): Convolution {
  const single = isSingle(dtype);
  const w = windowsOf(xShape, fShape.slice(0, -2), strides, padding, dilations);
  const depth = fShape[fShape.length - 1]!;
  const size = { rows: w.positions, depth, cols: w.tapCount * w.channels };
  const product = bindPatchGradients(single, w, size, threads);
  const patches = dtype.make(size.rows * size.cols) as Floats;
  const image = dtype.make(w.paddedSize) as Floats;
  const tapAt = patchOffsets(w);
  const crop = bindCrop(w);
  const run = (f: NumericData, g: NumericData, out: NumericData): void => {
    for (let b = 0; b < w.images; b++) {
      product(g as Floats, b * w.positions * depth, f as Floats, 0, patches, 0);
      image.fill(0);
      for (let p = 0, at = 0; p < w.positions; p++) {
        const start = w.positionAt[p]!;
        for (let t = 0; t < tapAt.length; t++, at++) {
          const cell = start + tapAt[t]!;
          image[cell] = image[cell]! + patches[at]!;
        }
      }
      crop(image, out as Floats, b);
    }
  };
  return { shape: xShape, run: w.positions === 0 ? (_f, _g, out) => void (out as Floats).fill(0) : run };
}

function bindPatchGradients(
  single: boolean,
  w: Windows,
  size: { rows: number; depth: number; cols: number },
  threads: number,
): ProductAt {
  const { rows, depth, cols } = size;
  const strides = stridesOf(rows, depth, cols, false, true);
  const work = rows * depth + cols * depth + rows * cols;
  const large = Math.floor(work / threads) >= (256 << 10) / (single ? 4 : 8);
  if (w.images === 1 || large) return bindContraction(single, size, strides, 1, threads);
  if (single) return bindRegions(true, wholeSgemmRegions(size, true), strides);
  return bindBatchedProduct(false, size, strides, false, true, 2).at;
}

/** Binds (x, gradient [n, …, o]) to the gradient of the filter: a product per group of images, groups added in order. */
export function bindConvFilterGradient(
  dtype: DType,
  xShape: readonly number[],
  fShape: readonly number[],
  { strides, padding, dilations }: ConvAttrs,
  threads = 1,
): Convolution {
  const single = isSingle(dtype);
  const w = windowsOf(xShape, fShape.slice(0, -2), strides, padding, dilations);
  const cols = fShape[fShape.length - 1]!;
  const rows = w.tapCount * w.channels;
  const work = w.positions * rows + w.positions * cols + rows * cols;
  const group = ceilDiv(Math.floor((30 << 20) / (single ? 4 : 8)), work);
  const tapAt = patchOffsets(w);
  const bindGroup = (images: number): ProductAt =>
    bindGathered(
      single,
      { rows, depth: images * w.positions, cols },
      tapAt,
      allPositions(w, images),
      threads,
      PLAIN,
      dtype,
    );
  const full = bindGroup(Math.min(group, w.images));
  const last = w.images > group && w.images % group !== 0 ? bindGroup(w.images % group) : full;
  const padded = bindPadded(w, dtype);
  const part = dtype.make(rows * cols) as Floats;
  const run = (x: NumericData, g: NumericData, out: NumericData): void => {
    const images = padded(x as Floats);
    const to = out as Floats;
    to.fill(0);
    for (let b = 0; b < w.images; b += group) {
      const product = b + group > w.images ? last : full;
      product(images, b * w.paddedSize, g as Floats, b * w.positions * cols, part, 0);
      for (let i = 0; i < part.length; i++) to[i] = to[i]! + part[i]!;
    }
  };
  return { shape: fShape, run: w.images * w.positions === 0 ? (_x, _g, out) => void (out as Floats).fill(0) : run };
}
