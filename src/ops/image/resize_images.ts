/**
 * Resizing one image or a batch by any method, with or without its aspect ratio.
 * Source: tf.image.resize_images, tf.image.resize_image_with_pad (tensorflow/python/ops/image_ops_impl.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { float32, float64, int32 } from "../../graph/dtypes.js";
import { constantShapeOf } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { staticValue } from "../../graph/static_value.js";
import type { Tensor } from "../../graph/tensor.js";
import { TypeError_, ValueError } from "../../np/errors.js";
import { expandDims } from "../array/expand_dims.js";
import { withDependencies } from "../control/dependencies.js";
import { castTo } from "../math/cast.js";
import { unary } from "../math/gradient_rules.js";
import { round } from "../math/unary.js";
import { padToBox, unbatch } from "./bounding.js";
import { above, asBatch, checkAtLeast3D, imageDimensions, largerOf, requireThat, type Size } from "./image_checks.js";

/** tf.image.ResizeMethod. */
export const ResizeMethod = { BILINEAR: 0, NEAREST_NEIGHBOR: 1, BICUBIC: 2, AREA: 3 } as const;

/** A member of tf.image.ResizeMethod, or its name: "bilinear", "nearest", "bicubic", "area". */
export type Method = number | string;

const OP_TYPES = ["ResizeBilinear", "ResizeNearestNeighbor", "ResizeBicubic", "ResizeArea"];
const NAMES = ["bilinear", "nearest", "bicubic", "area"];

interface ResizeOptions {
  readonly method: Method;
  readonly align_corners: boolean;
  readonly preserve_aspect_ratio: boolean;
}

function resizeBy(method: Method, images: Tensor, size: Tensor, align_corners: boolean): Tensor {
  const i = typeof method === "string" ? NAMES.indexOf(method) : Number(method);
  const type = OP_TYPES[i];
  if (type === undefined) throw new ValueError("Resize method is not implemented.");
  return createOp(type, { images, size }, { align_corners });
}

function sizeTensor(given: TensorLike): Tensor {
  try {
    return convertToTensor(given, { dtype: int32, name: "size" });
  } catch (error) {
    if (error instanceof TypeError || error instanceof ValueError) {
      throw new ValueError("'size' must be a 1-D int32 Tensor");
    }
    throw error;
  }
}

type Dim = number | null;

/** Height and width as far as Python sees them. */
function staticSize(size: Tensor): readonly [Dim, Dim] {
  const { dims } = constantShapeOf(size, staticValue);
  if (dims === null) throw new TypeError_("'NoneType' object is not subscriptable");
  return [dims[0]!, dims[1]!];
}

/** The largest size within `height` and `width` that has the images' aspect ratio. */
function proportional(images: Tensor, [height, width]: readonly [Dim, Dim]): Tensor {
  const [, ofHeight, ofWidth] = imageDimensions(images, 4) as [Size, Size, Size, Size];
  const factor = (target: Dim, current: Size): Tensor => castTo(target, float32).truediv(castTo(current, float32));
  const byHeight = factor(height, ofHeight);
  const byWidth = factor(width, ofWidth);
  const scale = createOp("Minimum", { x: byHeight, y: byWidth });
  const scaled = (current: Size): Tensor => castTo(round(scale.mul(castTo(current, float32))), int32);
  const newHeight = scaled(ofHeight);
  const newWidth = scaled(ofWidth);
  return convertToTensor([newHeight, newWidth], { dtype: int32, name: "size" });
}

export function resizeImages(given: TensorLike, givenSize: TensorLike, o: ResizeOptions, name: string | null): Tensor {
  return scoped(name, "resize", [given, givenSize], () => {
    const image = convertToTensor(given, { name: "images" });
    const { rank } = image.shape;
    if (rank === null) throw new ValueError("'images' contains no shape.");
    if (rank !== 3 && rank !== 4) throw new ValueError("'images' must have either 3 or 4 dimensions.");
    const isBatch = rank === 4;
    const images = isBatch ? image : expandDims(image, 0);
    let size = sizeTensor(givenSize);
    if (!size.shape.is_compatible_with([2])) {
      throw new ValueError("'size' must be a 1-D Tensor of 2 elements: new_height, new_width");
    }
    let target = staticSize(size);
    if (o.preserve_aspect_ratio) {
      size = proportional(images, target);
      target = staticSize(size);
    }
    const [height, width] = target;
    const [, ofHeight, ofWidth] = images.shape.as_list();
    if (height !== null && width !== null && height === ofHeight && width === ofWidth) return unbatch(images, isBatch);
    const resized = resizeBy(o.method, images, size, o.align_corners);
    resized.set_shape([null, height, width, null]);
    return unbatch(resized, isBatch);
  });
}

interface ResizeArguments extends ResizeOptions {
  images: TensorLike;
  size: TensorLike;
  method: Method;
  align_corners: boolean;
  preserve_aspect_ratio: boolean;
  name: string | null;
}

/**
 * tf.image.resize_images: one image [height, width, channels], or a batch, of `size` (new height and width); as float32
 * but for the method NEAREST_NEIGHBOR and for images that have that size already.
 */
export const resize_images = pyFunction<ResizeArguments>()(
  "resize_images",
  "(images, size, method=0, align_corners=False, preserve_aspect_ratio=False, name=None)",
  ({ images, size, name, ...o }) => resizeImages(images, size, o, name),
);

interface PadArguments {
  image: TensorLike;
  target_height: Size;
  target_width: Size;
  method: Method;
  align_corners: boolean;
}

/** tf.image.resize_image_with_pad: an image, or a batch, resized without distortion and padded with zeros to the target. */
export const resize_image_with_pad = pyFunction<PadArguments>()(
  "resize_image_with_pad_v1",
  "(image, target_height, target_width, method=0, align_corners=False)",
  ({ target_height, target_width, method, align_corners, ...p }) =>
    scoped(null, "resize_image_with_pad", [p.image], () => {
      const { batch, isBatch } = asBatch(convertToTensor(p.image, { name: "image" }));
      const checks = checkAtLeast3D(batch);
      checks.push(...requireThat(above(target_width, 0), "target_width must be > 0."));
      checks.push(...requireThat(above(target_height, 0), "target_height must be > 0."));
      const image = withDependencies(checks, batch);
      const [, height, width] = imageDimensions(image, 4) as [Size, Size, Size, Size];
      const [h, w, targetHeight, targetWidth] = [height, width, target_height, target_width].map((s) =>
        castTo(s, float64),
      ) as [Tensor, Tensor, Tensor, Tensor];
      const byWidth = w.truediv(targetWidth);
      const ratio = createOp("Maximum", { x: byWidth, y: h.truediv(targetHeight) });
      const newHeight = h.truediv(ratio);
      const newWidth = w.truediv(ratio);
      const floor = (x: Tensor): Tensor => castTo(unary("Floor", x), int32);
      const size = [floor(newHeight), floor(newWidth)];
      const above_ = targetHeight.sub(newHeight).truediv(2);
      const left = targetWidth.sub(newWidth).truediv(2);
      const [fromTop, fromLeft] = [unary("Floor", above_), unary("Floor", left)];
      const offset_height = largerOf(0, castTo(fromTop, int32));
      const offset_width = largerOf(0, castTo(fromLeft, int32));
      const options = { method, align_corners, preserve_aspect_ratio: false };
      const resized = resizeImages(image, size, options, null);
      const padded = padToBox({ image: resized, offset_height, offset_width, target_height, target_width });
      imageDimensions(padded, 4);
      return unbatch(padded, isBatch);
    }),
);
