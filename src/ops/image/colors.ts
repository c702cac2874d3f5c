/**
 * Colors as hue, saturation and value, and changes of hue, saturation and contrast: the records.
 * Source: tensorflow/core/kernels/colorspace_op.cc, adjust_hue_op.cc, adjust_saturation_op.cc, adjust_contrast_op.cc.
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { invalidArgument, KernelError } from "../../graph/errors.js";
import type { Kernel, KernelContext } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import type { ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { bindAdjustHue, bindAdjustSaturation, bindHsvToRgb, bindRgbToHsv } from "../../numerics/image/colors.js";
import { bindAdjustContrast } from "../../numerics/image/contrast.js";
import type { Floats } from "../../numerics/image/scale.js";
import { replaceDim, withValue } from "../array/dimensions.js";
import { numpyName, shapeText } from "../math/elementwise.js";
import { noKernel } from "../no_kernel.js";
import { withRank, withRankAtLeast } from "../shape_functions.js";
import { rgbToHsvGradient } from "./hsv_gradient.js";

const colorShape: ShapeFn = (c) => {
  const images = withRankAtLeast(c.input(0), 1);
  return [replaceDim(images, -1, withValue(images.dims?.at(-1) ?? null, 3))];
};

function colorKernel(bind: typeof bindRgbToHsv): Kernel {
  return (k) => {
    const x = k.input(0);
    if (x.shape.length < 1) throw invalidArgument(`input must be at least 1D${shapeText(x.shape)}`);
    const channels = x.shape.at(-1)!;
    if (channels !== 3) {
      throw new KernelError(
        "FAILED_PRECONDITION",
        `input must have 3 channels but input only has ${channels} channels.`,
      );
    }
    const name = numpyName(x);
    if ((name !== "float32" && name !== "float64") || x.dtype.baseName === "bfloat16") throw noKernel(k);
    const run = bind(x.size / 3, name);
    const [from, to] = [x.data as Floats, k.output(0, x.shape).data as Floats];
    return () => run(from, to);
  };
}

/** Checks images and the scalar of an adjustment. */
function checkAdjustment(k: KernelContext, scalar: string): void {
  const [images, by] = [k.input(0), k.input(1)];
  if (images.shape.length < 3) {
    throw invalidArgument(`input must be at least 3-D, got shape${shapeText(images.shape)}`);
  }
  if (by.shape.length !== 0) throw invalidArgument(`${scalar} must be scalar: ${shapeText(by.shape)}`);
  if (numpyName(images) !== "float32") throw noKernel(k);
}

function adjustKernel(scalar: string, bind: typeof bindAdjustHue): Kernel {
  return (k) => {
    checkAdjustment(k, scalar);
    const [images, by] = [k.input(0), k.input(1)];
    const channels = images.shape.at(-1)!;
    if (channels !== 3) {
      throw invalidArgument(`input must have 3 channels but instead has ${channels} channels.`);
    }
    const run = bind(images.size / 3);
    const [from, amount] = [images.data as Float32Array, by.data as Float32Array];
    const to = k.output(0, images.shape).data as Float32Array;
    return () => run(from, amount, to);
  };
}

const contrastKernel: Kernel = (k) => {
  checkAdjustment(k, "contrast_factor");
  const images = k.input(0);
  const [height, width, channels] = images.shape.slice(-3) as [number, number, number];
  const plane = height * width * channels;
  const run = bindAdjustContrast(plane === 0 ? 0 : images.size / plane, height * width, channels);
  const [from, factor] = [images.data as Float32Array, k.input(1).data as Float32Array];
  const to = k.output(0, images.shape).data as Float32Array;
  return () => run(from, factor, to);
};

const atLeast3: ShapeFn = (c) => [withRankAtLeast(c.input(0), 3)];

export const colorRecords: readonly OpRecord[] = [
  { type: "RGBToHSV", shape: colorShape, kernel: colorKernel(bindRgbToHsv), grad: rgbToHsvGradient },
  { type: "HSVToRGB", shape: colorShape, kernel: colorKernel(bindHsvToRgb), grad: "none" },
  { type: "AdjustHue", shape: atLeast3, kernel: adjustKernel("delta", bindAdjustHue) },
  { type: "AdjustSaturation", shape: atLeast3, kernel: adjustKernel("scale", bindAdjustSaturation) },
  {
    type: "AdjustContrastv2",
    shape: (c) => {
      withRank(c.input(1), 0);
      return atLeast3(c);
    },
    kernel: contrastKernel,
  },
];

interface ImagesArguments {
  images: TensorLike;
  name: string | null;
}

/** tf.image.rgb_to_hsv: colors [..., 3] of red, green, blue in [0, 1] as hue, saturation and value. */
export const rgb_to_hsv = pyFunction<ImagesArguments>()("rgb_to_hsv", "(images, name=None)", ({ images, name }) =>
  createOp("RGBToHSV", { images }, {}, name),
);
/** tf.image.hsv_to_rgb: the inverse of tf.image.rgb_to_hsv. Not differentiable. */
export const hsv_to_rgb = pyFunction<ImagesArguments>()("hsv_to_rgb", "(images, name=None)", ({ images, name }) =>
  createOp("HSVToRGB", { images }, {}, name),
);
