/**
 * Attributes and static shapes of operations that slide a window over images.
 * Source: tensorflow/core/framework/common_shape_fns.cc (GetWindowedOutputSize…), util/tensor_format.h,
 * _get_sequence (tensorflow/python/ops/nn_ops.py).
 */
import { invalidArgument } from "../../graph/errors.js";
import { ShapeError } from "../../graph/shape_inference.js";
import { ValueError } from "../../np/errors.js";
import type { Padding } from "../../numerics/conv/window.js";
import { addDims, subtractDims } from "../array/dimensions.js";

type Dim = number | null;
interface Attributes {
  attr<T extends string | readonly number[]>(name: string): T;
}

/** Where a layout keeps what: NHWC, NCHW, NDHWC, NCDHW. */
export interface Layout {
  readonly channel: number;
  readonly spatial: readonly number[];
}

export function layoutOf(format: string, spatialDims: number): Layout {
  const first = format.startsWith("NC");
  const from = first ? 2 : 1;
  return { channel: first ? 1 : spatialDims + 1, spatial: Array.from({ length: spatialDims }, (_, i) => i + from) };
}

/** An attribute of integers, as numbers. */
export function intsAttr(c: Attributes, name: string): number[] {
  return c.attr<readonly number[]>(name).map(Number);
}

/** Size along one dimension of what a windowed operation gives; null where it isn't known. */
export function windowedDim(
  size: Dim,
  taps: Dim,
  dilation: number,
  stride: number,
  padding: string,
  pads: readonly number[] = [0, 0],
): Dim {
  if (stride <= 0) throw new ShapeError(`Stride must be > 0, but got ${stride}`);
  if (dilation < 1) throw new ShapeError(`Dilation rate must be >= 1, but got ${dilation}`);
  if (padding === "SAME") return size === null ? null : Math.ceil(size / stride);
  const reach = taps === null ? null : (taps - 1) * dilation + 1;
  const rest = subtractDims(addDims(size, pads[0]! + pads[1]!), reach);
  return rest === null ? null : Math.floor((rest + stride) / stride);
}

/** The padding attribute as numerics takes it, explicit pairs for the spatial dimensions only. */
export function paddingOf(k: Attributes, spatial: readonly number[], hasExplicit: boolean): Padding {
  const padding = k.attr<string>("padding");
  if (padding === "SAME" || padding === "VALID" || !hasExplicit) return padding === "SAME" ? "SAME" : "VALID";
  const pairs = intsAttr(k, "explicit_paddings");
  return spatial.map((d) => [pairs[2 * d]!, pairs[2 * d + 1]!] as const);
}

/** Checks a computed output size while running. */
export function checkOutputSize(size: number, taps: number, stride: number, out: number): void {
  if (out >= 0) return;
  throw invalidArgument(
    `Computed output size would be negative: ${out} [input_size: ${size}, effective_filter_size: ${taps}, stride: ${stride}]`,
  );
}

/** One number for all spatial dimensions, one for each, or one for each dimension at all: the last of these forms. */
export function windowSequence(
  value: number | readonly number[] | null,
  n: number,
  channel: number,
  name: string,
): number[] {
  const given = value === null ? [1] : typeof value === "number" ? [value] : [...value];
  if (given.length === n + 2) return given;
  if (given.length !== 1 && given.length !== n) {
    throw new ValueError(`${name} should be of length 1, ${n} or ${n + 2} but was ${given.length}`);
  }
  const each = given.length === n ? given : new Array<number>(n).fill(given[0]!);
  return channel === 1 ? [1, 1, ...each] : [1, ...each, 1];
}
