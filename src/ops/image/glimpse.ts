/**
 * Windows cut out of images around given centers.
 * Source: tf.image.extract_glimpse (core/kernels/attention_ops.cc, eigen_attention.h; core/ops/image_ops.cc).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { bindGlimpses, type Noise } from "../../numerics/image/glimpse.js";
import { PhiloxState } from "../../numerics/philox.js";
import { withValue } from "../array/dimensions.js";
import { shapeText } from "../math/elementwise.js";
import { mergeDim, withRank } from "../shape_functions.js";
import { dims4, sizedImages } from "./image_kernels.js";

const glimpseShape: ShapeFn = (c) => {
  const [batch, , , channels] = withRank(c.input(0), 4);
  const offsets = withRank(c.input(2), 2);
  const n = mergeDim(batch!, offsets[0]!);
  withValue(offsets[1]!, 2);
  const noise = c.attr<string>("noise");
  if (c.attr<boolean>("uniform_noise") && noise !== "" && noise !== "uniform") {
    throw new ShapeError("The uniform_noise and noise should not be specified at the same time");
  }
  return sizedImages(c, n, 1, channels!);
};

function noiseOf(k: KernelContext): Noise {
  if (k.attr<boolean>("uniform_noise")) return "uniform";
  const noise = k.attr<string>("noise");
  if (noise === "uniform" || noise === "gaussian" || noise === "zero") return noise;
  throw invalidArgument(`The noise could only be uniform, gaussian, or zero, got${noise}`);
}

const glimpseKernel: Kernel = (k) => {
  const noise = noiseOf(k);
  const [images, size, offsets] = [k.input(0), k.input(1), k.input(2)];
  if (images.shape.length !== 4) {
    throw invalidArgument(`input must be 4-dimensional (batch_size, height, width, depth)${shapeText(images.shape)}`);
  }
  if (size.shape.length !== 1 || size.size !== 2) {
    throw invalidArgument(`input must be a vector of size 2 (height, width)${shapeText(size.shape)}`);
  }
  if (offsets.shape.length !== 2) throw invalidArgument(`input must be a matrix${shapeText(offsets.shape)}`);
  if (offsets.shape[0] !== images.shape[0]) {
    throw invalidArgument(`first dimension should be batch${shapeText(offsets.shape)}`);
  }
  if (offsets.shape[1] !== 2) {
    throw invalidArgument(`second dimension should be of size 2 (y,x)${shapeText(offsets.shape)}`);
  }
  const [height, width] = k.ints(1) as [number, number];
  const dims = dims4(images);
  const out = k.output(0, [dims[0], height, width, dims[3]]).data as Float32Array;
  // The original's noise has no seed either.
  const random = k.state(() => new PhiloxState(0, 0));
  const options = { centered: k.attr<boolean>("centered"), normalized: k.attr<boolean>("normalized"), noise };
  const run = bindGlimpses(dims, height, width, options, random);
  const [from, centers] = [images.data as Float32Array, offsets.data as Float32Array];
  return () => run(from, centers, out);
};

export const glimpseRecords: readonly OpRecord[] = [
  { type: "ExtractGlimpse", shape: glimpseShape, kernel: glimpseKernel, grad: "none" },
];

interface GlimpseArguments {
  input: TensorLike;
  size: TensorLike;
  offsets: TensorLike;
  centered: boolean;
  normalized: boolean;
  uniform_noise: boolean;
  name: string | null;
}

/**
 * tf.image.extract_glimpse: of each image [batch, height, width, channels] a window of `size` (height and width) at
 * `offsets` [batch, 2], filled up with noise outside. Not differentiable.
 */
export const extract_glimpse = pyFunction<GlimpseArguments>()(
  "extract_glimpse",
  "(input, size, offsets, centered=True, normalized=True, uniform_noise=True, name=None)",
  ({ input, size, offsets, name, ...attrs }) => createOp("ExtractGlimpse", { input, size, offsets }, attrs, name),
);
