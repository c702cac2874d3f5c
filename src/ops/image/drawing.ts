/**
 * Frames of boxes drawn into images.
 * Source: tf.image.draw_bounding_boxes (tensorflow/python/ops/image_ops_impl.py; core/kernels/draw_bounding_box_op.cc).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { roundHalf } from "../../np/half.js";
import { drawBoxes } from "../../numerics/image/drawing.js";
import { numpyName, shapeText } from "../math/elementwise.js";
import { withRank, withRankAtLeast } from "../shape_functions.js";
import { dims4 } from "./image_kernels.js";

const drawKernel: Kernel = (k) => {
  const [images, boxes] = [k.input(0), k.input(1)];
  if (images.shape.length !== 4) throw invalidArgument("The rank of the images should be 4");
  if (boxes.shape.length !== 3) throw invalidArgument("The rank of the boxes tensor should be 3");
  if (images.shape[0] !== boxes.shape[0]) throw invalidArgument("The batch sizes should be the same");
  const dims = dims4(images);
  if (![1, 3, 4].includes(dims[3])) {
    throw invalidArgument("Channel depth should be either 1 (GRY), 3 (RGB), or 4 (RGBA)");
  }
  const colors = k.inputCount > 2 ? k.input(2) : null;
  if (colors) {
    if (colors.shape.length !== 2) throw invalidArgument(`colors must be a 2-D matrix${shapeText(colors.shape)}`);
    if (colors.shape[1]! < dims[3]) {
      throw invalidArgument(
        `colors must have equal or more channels than the image provided: ${shapeText(colors.shape)}`,
      );
    }
  }
  const out = k.output(0, images.shape).data as Float32Array;
  const isHalf = numpyName(images) === "float16";
  const [from, corners] = [images.data as Float32Array, boxes.data as Float32Array];
  const palette = colors && (colors.data as Float32Array);
  return () => {
    out.set(from);
    drawBoxes(out, dims, corners, palette && isHalf ? palette.map(roundHalf) : palette);
  };
};

export const drawingRecords: readonly OpRecord[] = [
  {
    type: "DrawBoundingBoxes",
    shape: (c) => {
      const images = new TensorShape(withRank(c.input(0), 4));
      withRank(c.input(1), 3);
      return [images];
    },
    kernel: drawKernel,
    grad: "none",
  },
  { type: "DrawBoundingBoxesV2", shape: (c) => [withRankAtLeast(c.input(0), 3)], kernel: drawKernel },
];

interface DrawArguments {
  images: TensorLike;
  boxes: TensorLike;
  name: string | null;
  colors: TensorLike | null;
}

/**
 * tf.image.draw_bounding_boxes: images [batch, height, width, channels] with the frames of `boxes` [batch, n, 4] (corners as
 * parts of the image), in the `colors` [m, 4] in turn or in ten of its own.
 */
export const draw_bounding_boxes = pyFunction<DrawArguments>()(
  "draw_bounding_boxes",
  "(images, boxes, name=None, colors=None)",
  ({ images, boxes, name, colors }) =>
    colors === null
      ? createOp("DrawBoundingBoxes", { images, boxes }, {}, name)
      : createOp("DrawBoundingBoxesV2", { images, boxes, colors }, {}, name),
);
