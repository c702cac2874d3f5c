/**
 * A box of an image drawn by chance, for training on distorted images.
 * Source: tf.image.sample_distorted_bounding_box (tensorflow/python/ops/image_ops_impl.py; core/ops/image_ops.cc).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOperation, scoped } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext, Value } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import type { ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { tuple } from "../../np/pytuple.js";
import { type Box, type DistortionOptions, distortedBox } from "../../numerics/image/distorted_box.js";
import { Words } from "../../numerics/random/words.js";
import { percent } from "../../py/percent.js";
import { withValue } from "../array/dimensions.js";
import { shapeText } from "../math/elementwise.js";
import { generator } from "../random/random_ops.js";
import type { Seed } from "../random/seed.js";
import { withRank } from "../shape_functions.js";

const boxShape: ShapeFn = (c) => {
  const [n] = withRank(c.input(0), 1);
  const boxes = withRank(c.input(1), 3);
  withRank(c.input(2), 0);
  withValue(n!, 3);
  withValue(boxes[2]!, 4);
  return [new TensorShape([3]), new TensorShape([3]), new TensorShape([1, 1, 4])];
};

const text = (x: number): string => percent("%g", x);

function pair(k: KernelContext, name: string, title: string): readonly [number, number] {
  const values = k.attr<number[]>(name).map((x) => Math.fround(Number(x)));
  if (values.length !== 2) throw invalidArgument(`${title} range field must specify 2 dimensions`);
  const [low, high] = values as [number, number];
  if (!(low > 0 && high > 0)) {
    throw invalidArgument(`${title} range must be non-negative: [${text(low)}, ${text(high)}]`);
  }
  return [low, high];
}

function optionsOf(k: KernelContext): DistortionOptions {
  const aspectRatios = pair(k, "aspect_ratio_range", "Aspect ratio");
  const areas = pair(k, "area_range", "Area");
  if (areas.some((a) => a > 1)) {
    throw invalidArgument(`Area range must be less then or equal to 1.0: [${areas.map(text).join(", ")}]`);
  }
  const attempts = Number(k.attr<number>("max_attempts"));
  if (attempts <= 0) throw invalidArgument(`Max attempts must be non-negative: ${attempts}`);
  return { aspectRatios, areas, attempts };
}

/** Height and width of the image. */
function sizeOf({ data, shape }: Value): [number, number] {
  if (shape.length !== 1) throw invalidArgument(`image_size must be 1-dimensional${shapeText(shape)}`);
  if (shape[0] !== 3) throw invalidArgument(`image_size must contain 3 elements${shapeText(shape)}`);
  const [height, width] = [Number(data[0]), Number(data[1])];
  const isValid = (n: number): boolean => n >= 0 && n < 2 ** 31 - 1;
  if (!isValid(height)) throw invalidArgument("image height cannot be >= int32 max");
  if (!isValid(width)) throw invalidArgument("image width cannot be >= int32 max");
  return [height, width];
}

/** Boxes given as parts of the image, in pixels. */
function boxesOf({ data, shape, size }: Value, height: number, width: number): Box[] {
  if (shape.length !== 3) {
    throw invalidArgument(`input boxes must be 3-dimensional [batch, num_boxes, coords]: ${shapeText(shape)}`);
  }
  if (shape[2] !== 4) throw invalidArgument(`bounding boxes must have shape [4] or [*, 4], got ${shapeText(shape)}`);
  const parts = data as Float32Array;
  const outside = parts.findIndex((x) => !(x >= 0 && x <= 1));
  if (outside >= 0) {
    throw invalidArgument(`All bounding box coordinates must be in [0.0, 1.0]: ${text(parts[outside]!)}`);
  }
  const at = (i: number, n: number): number => Math.trunc(Math.fround(parts[i]! * n));
  return Array.from({ length: size / 4 }, (_, b) => ({
    top: at(4 * b, height),
    left: at(4 * b + 1, width),
    bottom: at(4 * b + 2, height),
    right: at(4 * b + 3, width),
  }));
}

const boxKernel: Kernel = (k) => {
  const options = optionsOf(k);
  const useImage = k.attr<boolean>("use_image_if_no_bounding_boxes");
  const state = generator(k);
  const begin = k.output(0, [3]).data;
  const size = k.output(1, [3]).data;
  const parts = k.output(2, [1, 1, 4]).data as Float32Array;
  const write = (out: typeof begin, values: readonly number[]): void => {
    if (out instanceof BigInt64Array) for (let i = 0; i < 3; i++) out[i] = BigInt(values[i]!);
    else (out as Int32Array).set(values);
  };
  return () => {
    const [height, width] = sizeOf(k.input(0));
    const boxes = boxesOf(k.input(1), height, width);
    if (boxes.length === 0) {
      if (!useImage) {
        throw invalidArgument(
          "No bounding boxes provided as input. One must enable use_image_if_no_bounding_boxes if you wish to not provide any bounding boxes.",
        );
      }
      boxes.push({ left: 0, top: 0, right: width, bottom: height });
    }
    const { shape, data } = k.input(2);
    if (shape.length !== 0) throw invalidArgument(`min_object_covered must be 0-D, got shape ${shapeText(shape)}`);
    const covered = (data as Float32Array)[0]!;
    if (!(covered >= 0)) throw invalidArgument(`Min object covered must be non-negative: ${text(covered)}`);
    const words = new Words(state.reserveBlocks(options.attempts));
    const box = distortedBox(width, height, boxes, covered, options, words);
    write(begin, [box.top, box.left, 0]);
    write(size, [box.bottom - box.top, box.right - box.left, -1]);
    parts.set([box.top / height, box.left / width, box.bottom / height, box.right / width]);
  };
};

export const distortedBoxRecords: readonly OpRecord[] = [
  { type: "SampleDistortedBoundingBoxV2", shape: boxShape, kernel: boxKernel, grad: "none" },
];

interface DistortedArguments {
  image_size: TensorLike;
  bounding_boxes: TensorLike;
  seed: Seed | null;
  seed2: Seed | null;
  min_object_covered: TensorLike;
  aspect_ratio_range: readonly number[] | null;
  area_range: readonly number[] | null;
  max_attempts: number | null;
  use_image_if_no_bounding_boxes: boolean | null;
  name: string | null;
}

/**
 * tf.image.sample_distorted_bounding_box: begin and size for tf.slice, and corners for tf.image.draw_bounding_boxes, of a
 * box drawn by chance in an image of `image_size` (height, width, channels) that shows `min_object_covered` of one of the
 * `bounding_boxes` [batch, n, 4]; the whole image after `max_attempts` (100).
 */
export const sample_distorted_bounding_box = pyFunction<DistortedArguments>()(
  "sample_distorted_bounding_box",
  "(image_size, bounding_boxes, seed=None, seed2=None, min_object_covered=0.1, aspect_ratio_range=None, area_range=None, max_attempts=None, use_image_if_no_bounding_boxes=None, name=None)",
  ({ image_size, bounding_boxes, min_object_covered, name, ...p }) =>
    scoped(name, "sample_distorted_bounding_box", [], () => {
      const attrs = {
        seed: p.seed ?? undefined,
        seed2: p.seed2 ?? undefined,
        aspect_ratio_range: p.aspect_ratio_range ?? undefined,
        area_range: p.area_range ?? undefined,
        max_attempts: p.max_attempts ?? undefined,
        use_image_if_no_bounding_boxes: p.use_image_if_no_bounding_boxes ?? undefined,
      };
      const inputs = { image_size, bounding_boxes, min_object_covered };
      const made = createOperation("SampleDistortedBoundingBoxV2", inputs, attrs, name);
      return tuple(made.outputs as readonly Tensor[] as [Tensor, Tensor, Tensor]);
    }),
);
