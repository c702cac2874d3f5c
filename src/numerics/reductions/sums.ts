/**
 * AddN, L2Loss, BiasAdd and its gradient.
 * Source: tensorflow/core/kernels/{aggregate_ops,l2loss_op,bias_op}.cc; order of the additions as measured.
 */
import type { DType, NumericData } from "../../np/dtype.js";
import { roundHalf } from "../../np/half.js";
import type { Floats } from "../matmul/tile.js";
import { combineOf, floatFold } from "./fold.js";
import { bindFullFold } from "./reduce.js";

/**
 * How many of `count` addends come first, one after another; the rest follows in groups of eight, each added up on its
 * own before it is added on.
 */
export function leadingAddends(count: number): number {
  const rest = count % 8;
  return Math.min(count, rest < 2 ? rest + 8 : rest);
}

/** Rounds a float64 result to the type's precision; integers wrap when they are stored. */
function rounding(dtype: DType): (x: number) => number {
  if (dtype.name === "float16") return roundHalf;
  return dtype.name === "float32" || dtype.name === "complex64" ? Math.fround : Number;
}

/** Binds the sum of `count` arrays of n elements. `out` may be the first input's storage. */
export function bindAddN(
  dtype: DType,
  count: number,
  n: number,
): (inputs: readonly NumericData[], out: NumericData) => void {
  const add = combineOf("Sum", dtype);
  const first = leadingAddends(count);
  if (count === 2 && (dtype.name === "float32" || dtype.name === "float64")) {
    return (inputs, out) => {
      const [a, b] = inputs as [Floats, Floats];
      const to = out as Floats;
      for (let i = 0; i < n; i++) to[i] = a[i]! + b[i]!;
    };
  }
  const group = dtype.make(first < count ? n : 0) as Floats;
  return (inputs, out) => {
    if (out !== inputs[0]) (out as Floats).set(inputs[0] as Floats);
    for (let k = 1; k < first; k++) add(out, 0, inputs[k]!, 0, 1, n);
    for (let k = first; k < count; k += 8) {
      group.set(inputs[k] as Floats);
      for (let g = k + 1; g < k + 8; g++) add(group, 0, inputs[g]!, 0, 1, n);
      add(out, 0, group, 0, 1, n);
    }
  };
}

/** Binds sum(x * x / 2) of n elements; out has one. */
export function bindL2Loss(dtype: DType, n: number, threads = 1): (x: NumericData, out: NumericData) => void {
  const halves = dtype.make(n) as Floats;
  const sum = bindFullFold(dtype, "Sum", n, threads, 12);
  const round = rounding(dtype);
  return (x, out) => {
    const from = x as Floats;
    for (let i = 0; i < n; i++) halves[i] = round(round(from[i]! * from[i]!) * 0.5);
    (out as Floats)[0] = sum(halves);
  };
}

export type DataFormat = "NHWC" | "NCHW";

/** Channel count of a shape, and how many neighbours share a channel. */
function channelsOf(shape: readonly number[], format: DataFormat): { rows: number; channels: number; inner: number } {
  const axis = format === "NCHW" ? 1 : shape.length - 1;
  const product = (dims: readonly number[]): number => dims.reduce((n, d) => n * d, 1);
  return { rows: product(shape.slice(0, axis)), channels: shape[axis]!, inner: product(shape.slice(axis + 1)) };
}

/** Binds x + bias, the bias running along the channel axis. */
export function bindBiasAdd(
  dtype: DType,
  shape: readonly number[],
  format: DataFormat = "NHWC",
): (x: NumericData, bias: NumericData, out: NumericData) => void {
  const { rows, channels, inner } = channelsOf(shape, format);
  const cells = dtype.kind === "c" ? 2 : 1;
  const half = dtype.name === "float16";
  if (dtype.isBig) {
    return (x, bias, out) => {
      const [from, by, to] = [x as BigInt64Array, bias as BigInt64Array, out as BigInt64Array];
      for (let at = 0; at < to.length; at++) to[at] = from[at]! + by[Math.floor(at / inner) % channels]!;
    };
  }
  if (inner === 1 && cells === 1 && !half) {
    return (x, bias, out) => {
      const [from, by, to] = [x as Floats, bias as Floats, out as Floats];
      for (let i = 0, at = 0; i < rows; i++) for (let j = 0; j < channels; j++, at++) to[at] = from[at]! + by[j]!;
    };
  }
  return (x, bias, out) => {
    const [from, by, to] = [x as Floats, bias as Floats, out as Floats];
    for (let at = 0; at < to.length; at++) {
      const channel = Math.floor(at / (inner * cells)) % channels;
      const sum = from[at]! + by[channel * cells + (at % cells)]!;
      to[at] = half ? roundHalf(sum) : sum;
    }
  };
}

/** Binds the sum over everything but the channel axis. */
export function bindBiasAddGrad(
  dtype: DType,
  shape: readonly number[],
  format: DataFormat = "NHWC",
  threads = 1,
): (g: NumericData, out: NumericData) => void {
  const { rows, channels, inner } = channelsOf(shape, format);
  const combine = combineOf("Sum", dtype);
  if (format === "NHWC" || dtype.kind !== "f") {
    return (g, out) => {
      if (dtype.isBig) (out as BigInt64Array).fill(0n);
      else (out as Floats).fill(0);
      for (let i = 0; i < rows; i++) {
        for (let c = 0; c < channels; c++) {
          if (inner === 1) {
            combine(out, 0, g, i * channels, 1, channels);
            break;
          }
          for (let p = 0; p < inner; p++) combine(out, c, g, (i * channels + c) * inner + p, 1, 1);
        }
      }
    };
  }
  const size = rows * channels * inner;
  const stretches = pictureStretches(rows * channels, inner, size, dtype, threads);
  const fold = floatFold("Sum", dtype);
  const part = dtype.make(channels) as Floats;
  return (g, out) => {
    const from = g as Floats;
    const to = out as Floats;
    to.fill(0);
    for (let start = 0; start < size; start += stretches) {
      const end = Math.min(size, start + stretches);
      part.fill(0);
      // A stretch may begin and end inside a picture; each piece is summed as a row of its own.
      for (let at = start; at < end; ) {
        const picture = Math.floor(at / inner);
        const stop = Math.min(end, (picture + 1) * inner);
        const c = picture % channels;
        part[c] = part[c]! + fold(from, at, stop - at, 0);
        at = stop;
      }
      for (let c = 0; c < channels; c++) to[c] = to[c]! + part[c]!;
    }
  };
}

/** Length of the stretches of the flat input that threads take; the whole of it where one thread does the work. */
function pictureStretches(pictures: number, inner: number, size: number, dtype: DType, threads: number): number {
  const count = Math.min(pictures, Math.ceil(size / Math.ceil(2000 / inner)), threads);
  if (count < 2) return size;
  const length = Math.ceil(size / count);
  const cost = count * length * inner * ((dtype.itemsize * 11) / 64 + 1);
  return (cost - 1e5) / 1e5 + 0.9 < 2 ? size : length;
}
