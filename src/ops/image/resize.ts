/**
 * Resizing images: one record per method and per gradient.
 * Source: tensorflow/core/kernels/resize_*_op.cc; tensorflow/python/ops/image_grad.py.
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext } from "../../graph/kernel.js";
import type { Operation } from "../../graph/operation.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import type { ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { bindResizeArea } from "../../numerics/image/area.js";
import { bindResizeBicubic, bindResizeBicubicGrad } from "../../numerics/image/bicubic.js";
import { bindResizeBilinear, bindResizeBilinearGrad } from "../../numerics/image/bilinear.js";
import { bindNearestGrad, nearestPixels } from "../../numerics/image/nearest.js";
import { adder, type Dims4, type Floats, type Scaling } from "../../numerics/image/scale.js";
import { bindCopyRun } from "../array/move.js";
import { shapeInternal } from "../array/shape.js";
import { numpyName, shapeText } from "../math/elementwise.js";
import { noKernel } from "../no_kernel.js";
import { withRank } from "../shape_functions.js";
import { asFloat32, checkScaling, dims4, resizeTarget, scalingOf, sizedImages, sizeVector } from "./image_kernels.js";

const resizedShape: ShapeFn = (c) => {
  const [batch, , , channels] = withRank(c.input(0), 4);
  return sizedImages(c, batch!, 1, channels!);
};

type Bind = (
  dims: Dims4,
  height: number,
  width: number,
  scaling: Scaling,
) => (images: Float32Array, out: Float32Array) => void;

function resizeKernel(bind: Bind, scalingFrom: (k: KernelContext) => Scaling): Kernel {
  return (k) => {
    const scaling = scalingFrom(k);
    checkScaling(scaling);
    const { dims, height, width } = resizeTarget(k);
    const images = asFloat32(k, k.input(0));
    const out = k.output(0, [dims[0], height, width, dims[3]]).data as Float32Array;
    const run = bind(dims, height, width, scaling);
    return () => {
      images.refresh();
      run(images.data, out);
    };
  };
}

const nearestKernel: Kernel = (k) => {
  const scaling = scalingOf(k);
  checkScaling(scaling);
  const { dims, height, width } = resizeTarget(k);
  const [batch, inHeight, inWidth, channels] = dims;
  const out = k.output(0, [batch, height, width, channels]);
  const pixels = nearestPixels(batch, [inHeight, inWidth], [height, width], scaling);
  const copy = bindCopyRun(k.input(0), out, channels);
  return () => {
    for (let i = 0; i < pixels.length; i++) copy(pixels[i]! * channels, i * channels);
  };
};

const nearestGradKernel: Kernel = (k) => {
  const dy = k.input(0);
  if (dy.shape.length !== 4) throw invalidArgument(`input must be 4-dimensional${shapeText(dy.shape)}`);
  const [height, width] = sizeVector(k, 1);
  if (height <= 0 || width <= 0) throw invalidArgument("shape_t's elements must be positive");
  const [batch, fromHeight, fromWidth, channels] = dims4(dy);
  const out = k.output(0, [batch, height, width, channels]);
  const run = bindNearestGrad(numpyName(dy), channels, batch, [fromHeight, fromWidth], [height, width], scalingOf(k));
  if (!run) throw noKernel(k);
  const [from, to] = [dy.data, out.data];
  return () => run(from, to);
};

type BindGrad = (
  dims: Dims4,
  height: number,
  width: number,
  scaling: Scaling,
  add: ReturnType<typeof adder>,
) => (dy: Float32Array, out: Floats) => void;

function gradientKernel(bind: BindGrad): Kernel {
  return (k) => {
    const scaling = scalingOf(k);
    checkScaling(scaling);
    const [dy, images] = [k.input(0), k.input(1)];
    if (dy.shape.length !== 4) throw invalidArgument(`input_grad must be 4-dimensional${shapeText(dy.shape)}`);
    if (images.shape.length !== 4) {
      throw invalidArgument(`original_image must be 4-dimensional${shapeText(images.shape)}`);
    }
    const [batch, height, width, channels] = dims4(dy);
    const [, inHeight, inWidth] = images.shape as [number, number, number, number];
    const dims: Dims4 = [batch, inHeight, inWidth, channels];
    const out = k.output(0, dims).data as Floats;
    const run = bind(dims, height, width, scaling, adder(numpyName(images)));
    const from = dy.data as Float32Array;
    return () => run(from, out);
  };
}

const CENTERED = ["align_corners", "half_pixel_centers"] as const;

function placing(op: Operation): Record<string, boolean> {
  return Object.fromEntries(CENTERED.map((name) => [name, op.attr<boolean>(name)]));
}

/** A gradient that takes the resized images' gradient and the original images. */
function gradientNode(type: string): GradientFn {
  return (op, grads) => [createOp(type, { grads, original_image: op.inputs[0] }, placing(op)), null];
}

const nearestGradient: GradientFn = (op, grads) => {
  const image = op.inputs[0]!;
  const known = image.shape.at("1:3");
  const size = known.isFullyDefined ? known : shapeInternal(image).at("1:3");
  return [createOp("ResizeNearestNeighborGrad", { grads, size }, placing(op)), null];
};

const bicubicGradient: GradientFn = (op, dy) => {
  const { baseName } = op.inputs[0]!.dtype;
  return baseName === "float32" || baseName === "float64" ? gradientNode("ResizeBicubicGrad")(op, dy!) : [null, null];
};

const originalShape: ShapeFn = (c) => [c.input(1)];

export const resizeRecords: readonly OpRecord[] = [
  {
    type: "ResizeBilinear",
    shape: resizedShape,
    kernel: resizeKernel(bindResizeBilinear, scalingOf),
    grad: gradientNode("ResizeBilinearGrad"),
  },
  { type: "ResizeBilinearGrad", shape: originalShape, kernel: gradientKernel(bindResizeBilinearGrad) },
  {
    type: "ResizeBicubic",
    shape: resizedShape,
    kernel: resizeKernel(bindResizeBicubic, scalingOf),
    grad: bicubicGradient,
  },
  { type: "ResizeBicubicGrad", shape: originalShape, kernel: gradientKernel(bindResizeBicubicGrad) },
  {
    type: "ResizeArea",
    shape: resizedShape,
    kernel: resizeKernel(
      (dims, height, width, { alignCorners }) => bindResizeArea(dims, height, width, alignCorners),
      (k) => ({ alignCorners: k.attr<boolean>("align_corners"), halfPixelCenters: false }),
    ),
  },
  { type: "ResizeNearestNeighbor", shape: resizedShape, kernel: nearestKernel, grad: nearestGradient },
  {
    type: "ResizeNearestNeighborGrad",
    shape: resizedShape,
    kernel: nearestGradKernel,
  },
];

interface ResizeArguments {
  images: TensorLike;
  size: TensorLike;
  align_corners: boolean;
  name: string | null;
}
type CenteredArguments = ResizeArguments & { half_pixel_centers: boolean };

function centered(name: string, type: string) {
  return pyFunction<CenteredArguments>()(
    name,
    "(images, size, align_corners=False, name=None, half_pixel_centers=False)",
    (p) => {
      const { align_corners, half_pixel_centers } = p;
      return createOp(type, { images: p.images, size: p.size }, { align_corners, half_pixel_centers }, p.name);
    },
  );
}

/**
 * tf.image.resize_bilinear: images [batch, height, width, channels] as float32 of `size` (two int32: new height and width),
 * by linear interpolation between the four nearest pixels.
 */
export const resize_bilinear = centered("resize_bilinear", "ResizeBilinear");
/** tf.image.resize_bicubic: the same by cubic interpolation over four by four pixels. */
export const resize_bicubic = centered("resize_bicubic", "ResizeBicubic");
/** tf.image.resize_nearest_neighbor: images of `size` that repeat or leave out pixels; the dtype stays. */
export const resize_nearest_neighbor = centered("resize_nearest_neighbor", "ResizeNearestNeighbor");
/** tf.image.resize_area: images as float32 of `size`, each pixel the mean of the area it covers. No gradient. */
export const resize_area = pyFunction<ResizeArguments>()(
  "resize_area",
  "(images, size, align_corners=False, name=None)",
  ({ images, size, align_corners, name }) => createOp("ResizeArea", { images, size }, { align_corners }, name),
);
