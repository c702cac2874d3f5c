/**
 * Cutting images out and padding them.
 * Source: tf.image.crop_to_bounding_box, tf.image.central_crop … (tensorflow/python/ops/image_ops_impl.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { float64, int32 } from "../../graph/dtypes.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { PyFloat } from "../../np/pyfloat.js";
import { add, mul } from "../../py/operators.js";
import { squeezeDims } from "../array/expand_dims.js";
import { stackValues } from "../array/pack.js";
import { pad } from "../array/pad.js";
import { reshapeTo } from "../array/reshape.js";
import { shapeInternal } from "../array/shape.js";
import { withDependencies } from "../control/dependencies.js";
import { castTo } from "../math/cast.js";
import {
  above,
  asBatch,
  assertAtLeast3D,
  atLeast,
  checkAtLeast3D,
  equalSizes,
  half,
  imageDimensions,
  isTensor,
  largerOf,
  minus,
  negativeHalf,
  requireThat,
  type Size,
  smallerOf,
  staticDims,
} from "./image_checks.js";

interface BoxArguments {
  image: TensorLike;
  offset_height: Size;
  offset_width: Size;
  target_height: Size;
  target_width: Size;
}
const BOX = "(image, offset_height, offset_width, target_height, target_width)";

/** A batch as it came: one image again where one was given. */
export function unbatch(batch: Tensor, isBatch: boolean): Tensor {
  return isBatch ? batch : squeezeDims(batch, [0]);
}

export function padToBox(p: BoxArguments): Tensor {
  return scoped(null, "pad_to_bounding_box", [p.image], () => {
    const { batch, isBatch } = asBatch(convertToTensor(p.image, { name: "image" }));
    const checks = checkAtLeast3D(batch);
    const [n, height, width, depth] = imageDimensions(batch, 4) as [Size, Size, Size, Size];
    const right = minus(minus(p.target_width, p.offset_width), width);
    const bottom = minus(minus(p.target_height, p.offset_height), height);
    checks.push(...requireThat(atLeast(p.offset_height, 0), "offset_height must be >= 0"));
    checks.push(...requireThat(atLeast(p.offset_width, 0), "offset_width must be >= 0"));
    checks.push(...requireThat(atLeast(right, 0), "width must be <= target - offset"));
    checks.push(...requireThat(atLeast(bottom, 0), "height must be <= target - offset"));
    const checked = withDependencies(checks, batch);
    const flat = stackValues([0, 0, p.offset_height, bottom, p.offset_width, right, 0, 0]);
    const padded = pad(checked, reshapeTo(flat, [4, 2]));
    padded.set_shape(staticDims([n, p.target_height, p.target_width, depth]));
    return unbatch(padded, isBatch);
  });
}

export function cropToBox(p: BoxArguments): Tensor {
  return scoped(null, "crop_to_bounding_box", [p.image], () => {
    const { batch, isBatch } = asBatch(convertToTensor(p.image, { name: "image" }));
    const checks = checkAtLeast3D(batch);
    const [n, height, width, depth] = imageDimensions(batch, 4) as [Size, Size, Size, Size];
    const { offset_height, offset_width, target_height, target_width } = p;
    checks.push(...requireThat(atLeast(offset_width, 0), "offset_width must be >= 0."));
    checks.push(...requireThat(atLeast(offset_height, 0), "offset_height must be >= 0."));
    checks.push(...requireThat(above(target_width, 0), "target_width must be > 0."));
    checks.push(...requireThat(above(target_height, 0), "target_height must be > 0."));
    const right = add(target_width, offset_width) as Size;
    checks.push(...requireThat(atLeast(width, right), "width must be >= target + offset."));
    const bottom = add(target_height, offset_height) as Size;
    checks.push(...requireThat(atLeast(height, bottom), "height must be >= target + offset."));
    const input = withDependencies(checks, batch);
    const begin = stackValues([0, offset_height, offset_width, 0]);
    const size = stackValues([-1, target_height, target_width, -1]);
    const cropped = createOp("Slice", { input, begin, size });
    cropped.set_shape(staticDims([n, target_height, target_width, depth]));
    return unbatch(cropped, isBatch);
  });
}

/** tf.image.pad_to_bounding_box: zeros around an image, or a batch of them, so that it lies at an offset in a larger one. */
export const pad_to_bounding_box = pyFunction<BoxArguments>()("pad_to_bounding_box", BOX, padToBox);
/** tf.image.crop_to_bounding_box: the part of an image, or of each of a batch, of the target size at an offset. */
export const crop_to_bounding_box = pyFunction<BoxArguments>()("crop_to_bounding_box", BOX, cropToBox);

interface TargetArguments {
  image: TensorLike;
  target_height: Size;
  target_width: Size;
}

/** tf.image.resize_image_with_crop_or_pad: an image, or a batch, cut or padded in the middle to the target size. */
export const resize_image_with_crop_or_pad = pyFunction<TargetArguments>()(
  "resize_image_with_crop_or_pad",
  "(image, target_height, target_width)",
  (p) =>
    scoped(null, "resize_image_with_crop_or_pad", [p.image], () => {
      const { batch, isBatch } = asBatch(convertToTensor(p.image, { name: "image" }));
      const checks = checkAtLeast3D(batch);
      checks.push(...requireThat(above(p.target_width, 0), "target_width must be > 0."));
      checks.push(...requireThat(above(p.target_height, 0), "target_height must be > 0."));
      const image = withDependencies(checks, batch);
      const late = (s: Size): Size => (isTensor(s) ? withDependencies(checks, s) : s);
      const target_height = late(p.target_height);
      const target_width = late(p.target_width);
      const [, height, width] = imageDimensions(image, 4) as [Size, Size, Size, Size];
      const wider = minus(target_width, width);
      const cropLeft = largerOf(negativeHalf(wider), 0);
      const padLeft = largerOf(half(wider), 0);
      const higher = minus(target_height, height);
      const cropTop = largerOf(negativeHalf(higher), 0);
      const padTop = largerOf(half(higher), 0);
      const cropped = cropToBox({
        image,
        offset_height: cropTop,
        offset_width: cropLeft,
        target_height: smallerOf(target_height, height),
        target_width: smallerOf(target_width, width),
      });
      const resized = padToBox({
        image: cropped,
        offset_height: padTop,
        offset_width: padLeft,
        target_height,
        target_width,
      });
      const [, newHeight, newWidth] = imageDimensions(resized, 4) as [Size, Size, Size, Size];
      const last = [
        ...requireThat(equalSizes(newHeight, target_height), "resized height is not correct."),
        ...requireThat(equalSizes(newWidth, target_width), "resized width is not correct."),
      ];
      return unbatch(withDependencies(last, resized), isBatch);
    }),
);

/** A dimension of the image: a number, or a scalar tensor. */
function dimension(image: Tensor, axis: number): Size {
  return image.shape.dims![axis] ?? shapeInternal(image).at(axis);
}

/** Where the middle `fraction` of so many pixels starts. */
function centralStart(size: Size, fraction: number): Size {
  if (!isTensor(size)) return Math.trunc((Number(size) - Number(size) * fraction) / 2);
  const wide = castTo(size, float64);
  return castTo(wide.sub(wide.mul(new PyFloat(fraction))).truediv(2), int32);
}

/** What is left of so many pixels without `start` at both ends. */
function between(size: Size, start: Size): Size {
  return minus(size, mul(start, 2) as Size);
}

/** tf.image.central_crop: the middle of an image, or of each of a batch: `central_fraction` of its height and width. */
export const central_crop = pyFunction<{ image: TensorLike; central_fraction: number }>()(
  "central_crop",
  "(image, central_fraction)",
  (p) =>
    scoped(null, "central_crop", [p.image], () => {
      const image = convertToTensor(p.image, { name: "image" });
      const fraction = Number(p.central_fraction);
      if (fraction <= 0 || fraction > 1) throw new ValueError("central_fraction must be within (0, 1]");
      if (fraction === 1) return image;
      assertAtLeast3D(image);
      const { rank } = image.shape;
      if (rank !== 3 && rank !== 4) {
        throw new ValueError(
          `\`image\` should either be a Tensor with rank = 3 or rank = 4. Had rank = ${rank ?? "None"}.`,
        );
      }
      const first = rank - 3;
      const height = dimension(image, first);
      const width = dimension(image, first + 1);
      const top = centralStart(height, fraction);
      const left = centralStart(width, fraction);
      const newHeight = between(height, top);
      const newWidth = between(width, left);
      const batch = rank === 4;
      const begin = stackValues([...(batch ? [0] : []), top, left, 0]);
      const size = stackValues([...(batch ? [-1] : []), newHeight, newWidth, -1]);
      const cropped = createOp("Slice", { input: image, begin, size });
      const dims = image.shape.dims!;
      cropped.set_shape([...dims.slice(0, first), ...staticDims([newHeight, newWidth]), dims[rank - 1]!]);
      return cropped;
    }),
);
