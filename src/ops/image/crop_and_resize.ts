/**
 * Boxes cut out of images and resized to one size.
 * Source: tf.image.crop_and_resize (tensorflow/python/ops/image_ops_impl.py, image_grad.py; core/kernels/crop_and_resize_op.cc).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { invalidArgument, KernelError } from "../../graph/errors.js";
import type { Kernel, KernelContext, Value } from "../../graph/kernel.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import type { ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { bindCropAndResize, bindCropGradBoxes, bindCropGradImage } from "../../numerics/image/crops.js";
import { adder, type Dims4, type Floats } from "../../numerics/image/scale.js";
import { withValue } from "../array/dimensions.js";
import { eitherArgument } from "../array/expand_dims.js";
import { shapeInternal } from "../array/shape.js";
import { shapeText } from "../math/elementwise.js";
import { mergeDim, withRank } from "../shape_functions.js";
import { asFloat32, dims4, sizedImages } from "./image_kernels.js";

const cropShape: ShapeFn = (c) => {
  const [, , , channels] = withRank(c.input(0), 4);
  const boxes = withRank(c.input(1), 2);
  const [n] = withRank(c.input(2), 1);
  const count = mergeDim(boxes[0]!, n!);
  withValue(boxes[1]!, 4);
  return sizedImages(c, count, 3, channels!);
};

/** The number of boxes, one image index each. */
function boxCount(boxes: Value, boxImage: Value): number {
  if (boxes.size === 0 && boxImage.size === 0) return 0;
  if (boxes.shape.length !== 2) throw invalidArgument(`boxes must be 2-D${shapeText(boxes.shape)}`);
  if (boxes.shape[1] !== 4) throw invalidArgument("boxes must have 4 columns");
  if (boxImage.shape.length !== 1) throw invalidArgument(`box_index must be 1-D${shapeText(boxImage.shape)}`);
  if (boxImage.shape[0] !== boxes.shape[0]) throw invalidArgument("box_index has incompatible shape");
  return boxes.shape[0]!;
}

function checkImage(image: Value): Dims4 {
  if (image.shape.length !== 4) throw invalidArgument(`input image must be 4-D${shapeText(image.shape)}`);
  const dims = dims4(image);
  if (dims[1] <= 0 || dims[2] <= 0) throw invalidArgument("image dimensions must be positive");
  return dims;
}

/** A closure that raises where a box names an image that isn't there. */
function indexCheck(boxImage: Int32Array, batch: number): () => void {
  return () => {
    for (let i = 0; i < boxImage.length; i++) {
      const at = boxImage[i]!;
      if (at < 0 || at >= batch) throw new KernelError("OUT_OF_RANGE", "box_index has values outside [0, batch_size)");
    }
  };
}

function isNearest(k: KernelContext): boolean {
  return k.attr<string>("method") === "nearest";
}

const cropKernel: Kernel = (k) => {
  const [image, boxes, index, size] = [k.input(0), k.input(1), k.input(2), k.input(3)];
  if (image.shape.length !== 4) throw invalidArgument(`input image must be 4-D${shapeText(image.shape)}`);
  const n = boxCount(boxes, index);
  if (size.shape.length !== 1) throw invalidArgument(`crop_size must be 1-D${shapeText(size.shape)}`);
  if (size.size !== 2) throw invalidArgument(`crop_size must have two elements${shapeText(size.shape)}`);
  const [height, width] = k.ints(3) as [number, number];
  const dims = checkImage(image);
  if (height <= 0 || width <= 0) throw invalidArgument("crop dimensions must be positive");
  const out = k.output(0, [n, height, width, dims[3]]).data as Float32Array;
  const images = asFloat32(k, image);
  const boxImage = index.data as Int32Array;
  const check = indexCheck(boxImage, dims[0]);
  const run = bindCropAndResize(
    dims,
    { height, width, nearest: isNearest(k) },
    Number(k.attr<number>("extrapolation_value")),
  );
  const corners = boxes.data as Float32Array;
  return () => {
    check();
    images.refresh();
    run(images.data, corners, boxImage, out);
  };
};

/** Sizes of the crops whose gradient comes in. */
function checkGradient(dy: Value, n: number): Dims4 {
  const dims = dims4(dy);
  if (dims[1] <= 0 || dims[2] <= 0) throw invalidArgument("grads dimensions must be positive");
  if (dims[0] !== n) throw invalidArgument("boxes and grads have incompatible shape");
  return dims;
}

const imageGradKernel: Kernel = (k) => {
  const [dy, boxes, index, size] = [k.input(0), k.input(1), k.input(2), k.input(3)];
  if (dy.shape.length !== 4) throw invalidArgument(`grads image must be 4-D${shapeText(dy.shape)}`);
  const n = boxCount(boxes, index);
  const [, height, width, depth] = checkGradient(dy, n);
  if (size.shape.length !== 1) throw invalidArgument(`image_size must be 1-D${shapeText(size.shape)}`);
  if (size.size !== 4) throw invalidArgument(`image_size must have 4 elements${shapeText(size.shape)}`);
  const dims = k.ints(3) as readonly number[] as Dims4;
  if (dims[1] <= 0 || dims[2] <= 0) throw invalidArgument("image dimensions must be positive");
  if (dims[3] !== depth) throw invalidArgument("image_size and grads are incompatible");
  const out = k.output(0, dims).data as Floats;
  const boxImage = index.data as Int32Array;
  const check = indexCheck(boxImage, dims[0]);
  const add = adder(k.outputTypes[0]!.baseName);
  const run = bindCropGradImage(dims, { height, width, nearest: isNearest(k) }, add);
  const [from, corners] = [dy.data as Float32Array, boxes.data as Float32Array];
  return () => {
    check();
    run(from, corners, boxImage, out);
  };
};

const boxesGradKernel: Kernel = (k) => {
  const [dy, image, boxes, index] = [k.input(0), k.input(1), k.input(2), k.input(3)];
  if (dy.shape.length !== 4) throw invalidArgument(`grads image must be 4-D${shapeText(dy.shape)}`);
  const [, height, width, depth] = dims4(dy);
  if (height <= 0 || width <= 0) throw invalidArgument("grads dimensions must be positive");
  const dims = checkImage(image);
  if (dims[3] !== depth) throw invalidArgument("image, grads depth differ");
  const n = boxCount(boxes, index);
  checkGradient(dy, n);
  const out = k.output(0, [n, 4]).data as Float32Array;
  const images = asFloat32(k, image);
  const boxImage = index.data as Int32Array;
  const check = indexCheck(boxImage, dims[0]);
  const run = bindCropGradBoxes(dims, { height, width });
  const [from, corners] = [dy.data as Float32Array, boxes.data as Float32Array];
  return () => {
    check();
    images.refresh();
    run(from, images.data, corners, boxImage, out);
  };
};

const FLOATS = new Set(["float16", "float32", "float64"]);

const cropGradient: GradientFn = (op, grads) => {
  const [image, boxes, box_ind] = op.inputs;
  const image_size = image!.shape.known ?? shapeInternal(image!);
  const T = image!.dtype.base_dtype;
  const method = op.attr<string>("method");
  const ofImage = FLOATS.has(T.name)
    ? createOp("CropAndResizeGradImage", { grads, boxes, box_ind, image_size }, { T, method })
    : null;
  return [ofImage, createOp("CropAndResizeGradBoxes", { grads, image, boxes, box_ind }), null, null];
};

export const cropAndResizeRecords: readonly OpRecord[] = [
  { type: "CropAndResize", shape: cropShape, kernel: cropKernel, grad: cropGradient },
  {
    type: "CropAndResizeGradImage",
    shape: (c) => [new TensorShape(withRank(c.constantShape(3), 4))],
    kernel: imageGradKernel,
  },
  { type: "CropAndResizeGradBoxes", shape: (c) => [c.input(2)], kernel: boxesGradKernel },
];

interface CropArguments {
  image: TensorLike;
  boxes: TensorLike;
  box_ind: TensorLike | null;
  crop_size: TensorLike | null;
  method: string;
  extrapolation_value: number;
  name: string | null;
  box_indices: TensorLike | null;
}

/**
 * tf.image.crop_and_resize: `boxes` [n, 4] (corners y1, x1, y2, x2 as parts of the image) cut out of the images
 * [batch, height, width, channels] that `box_indices` [n] names, as float32 of `crop_size`; `extrapolation_value` outside.
 */
export const crop_and_resize = pyFunction<CropArguments>()(
  "crop_and_resize_v1",
  "(image, boxes, box_ind=None, crop_size=None, method='bilinear', extrapolation_value=0, name=None, box_indices=None)",
  ({ image, boxes, crop_size, method, extrapolation_value, name, ...p }) => {
    const box_ind = eitherArgument("box_indices", p.box_indices, "box_ind", p.box_ind);
    return createOp("CropAndResize", { image, boxes, box_ind, crop_size }, { method, extrapolation_value }, name);
  },
);
