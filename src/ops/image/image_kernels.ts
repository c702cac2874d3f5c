/**
 * What kernels of images share: pixels as float32, and what the runtime checks of sizes.
 * Source: tensorflow/core/kernels/image_resizer_state.h; SetOutputToSizedImage (tensorflow/core/ops/image_ops.cc).
 */
import { invalidArgument } from "../../graph/errors.js";
import type { KernelContext, Value } from "../../graph/kernel.js";
import type { ShapeContext } from "../../graph/shape_inference.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { bindCast } from "../../numerics/cast.js";
import type { Dims4, Scaling } from "../../numerics/image/scale.js";
import { vectorInput, withValue } from "../array/dimensions.js";
import { numpyName, shapeText } from "../math/elementwise.js";
import { noKernel } from "../no_kernel.js";
import { withRank } from "../shape_functions.js";

type Dim = number | null;

/** The elements of an input as float32, brought up to date by `refresh`: its own buffer where that has them. */
export interface Float32Input {
  readonly data: Float32Array;
  readonly refresh: () => void;
}

export function asFloat32(k: KernelContext, value: Value): Float32Input {
  const { data } = value;
  if (data instanceof Float32Array) return { data, refresh: () => {} };
  const run = bindCast(numpyName(value), "float32", value.size);
  if (!run) throw noKernel(k);
  const out = new Float32Array(value.size);
  return { data: out, refresh: () => run(data, out) };
}

/** Height and width that input `i` gives: two integers, of which -1 and what isn't known yet stay open. */
export function sizeInput(c: ShapeContext, i: number): [Dim, Dim] {
  const [n] = withRank(c.input(i), 1);
  withValue(n!, 2);
  const values = vectorInput(c, i);
  const dim = (d: number | undefined): Dim => (d === undefined || d === -1 ? null : d);
  return values === null ? [null, null] : [dim(values[0]), dim(values[1])];
}

/** Images of the size that input `i` gives. */
export function sizedImages(c: ShapeContext, batch: Dim, i: number, channels: Dim): TensorShape[] {
  return [new TensorShape([batch, ...sizeInput(c, i), channels])];
}

export function scalingOf(k: KernelContext): Scaling {
  return {
    alignCorners: k.attr<boolean>("align_corners"),
    halfPixelCenters: k.attr<boolean>("half_pixel_centers"),
  };
}

export function dims4(value: Value): Dims4 {
  return value.shape as readonly number[] as Dims4;
}

/** Raises where both ways to place pixels are asked for. */
export function checkScaling({ alignCorners, halfPixelCenters }: Scaling): void {
  if (alignCorners && halfPixelCenters) {
    throw invalidArgument("If half_pixel_centers is True, align_corners must be False.");
  }
}

/** The two integers of a size input. */
export function sizeVector(k: KernelContext, i: number): [number, number] {
  const { shape, size } = k.input(i);
  if (shape.length !== 1) throw invalidArgument(`shape_t must be 1-dimensional${shapeText(shape)}`);
  if (size !== 2) throw invalidArgument(`shape_t must have two elements${shapeText(shape)}`);
  return k.ints(i) as [number, number];
}

/** Sizes of images and of what they are resized to, checked as ImageResizerState does. */
export function resizeTarget(k: KernelContext): { dims: Dims4; height: number; width: number } {
  const images = k.input(0);
  if (images.shape.length !== 4) throw invalidArgument(`input must be 4-dimensional${shapeText(images.shape)}`);
  const [height, width] = sizeVector(k, 1);
  if (height <= 0 || width <= 0) throw invalidArgument("output dimensions must be positive");
  const dims = dims4(images);
  if (dims[3] <= 0) throw invalidArgument("image must have at least one channel");
  if (dims[1] <= 0 || dims[2] <= 0) throw invalidArgument("input image must be of non-zero size");
  return { dims, height, width };
}
