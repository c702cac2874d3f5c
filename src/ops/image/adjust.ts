/**
 * Brightness, contrast, hue, saturation, gamma: set, drawn by chance, or made standard.
 * Source: tf.image.adjust_brightness, tf.image.random_hue … (tensorflow/python/ops/image_ops_impl.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { mul } from "../../py/operators.js";
import { shapeInternal } from "../array/shape.js";
import { withDependencies } from "../control/dependencies.js";
import { castTo } from "../math/cast.js";
import { binary, unary } from "../math/gradient_rules.js";
import { divOf, pow, sub } from "../math/operators.js";
import { reduceMean, reduceProd } from "../math/reductions.js";
import { reduce_std } from "../math/statistics.js";
import { random_uniform } from "../random/random_ops.js";
import type { Seed } from "../random/seed.js";
import { asAdjustable, convertImageDtype } from "./convert_image_dtype.js";
import { assertAtLeast3D, atLeast, requireThat } from "./image_checks.js";

/** The image in a type that can be adjusted, adjusted, and back in its own type. */
function adjusted(given: TensorLike, name: string, saturate: boolean, adjust: (image: Tensor) => Tensor): Tensor {
  const image = convertToTensor(given, { name });
  return convertImageDtype(adjust(asAdjustable(image)), image.dtype, saturate);
}

function brightness(image: TensorLike, delta: TensorLike): Tensor {
  return scoped(null, "adjust_brightness", [image, delta], (scope) =>
    adjusted(image, "image", true, (x) => createOp("Add", { x, y: castTo(delta, x.dtype) }, {}, scope)),
  );
}

function contrast(images: TensorLike, contrast_factor: TensorLike): Tensor {
  return scoped(null, "adjust_contrast", [images, contrast_factor], (scope) =>
    adjusted(images, "images", true, (x) => createOp("AdjustContrastv2", { images: x, contrast_factor }, {}, scope)),
  );
}

function hue(image: TensorLike, delta: TensorLike, name: string | null = null): Tensor {
  return scoped(name, "adjust_hue", [image], () =>
    adjusted(image, "image", false, (images) => createOp("AdjustHue", { images, delta })),
  );
}

function saturation(image: TensorLike, scale: TensorLike, name: string | null = null): Tensor {
  return scoped(name, "adjust_saturation", [image], () =>
    adjusted(image, "image", false, (images) => createOp("AdjustSaturation", { images, scale })),
  );
}

/** tf.image.adjust_brightness: `delta` added to every value of one or more images; integers count as parts of their range. */
export const adjust_brightness = pyFunction<{ image: TensorLike; delta: TensorLike }>()(
  "adjust_brightness",
  "(image, delta)",
  ({ image, delta }) => brightness(image, delta),
);
/** tf.image.adjust_contrast: each channel's distances from its mean times `contrast_factor`. images: [..., height, width, channels]. */
export const adjust_contrast = pyFunction<{ images: TensorLike; contrast_factor: TensorLike }>()(
  "adjust_contrast",
  "(images, contrast_factor)",
  ({ images, contrast_factor }) => contrast(images, contrast_factor),
);
/** tf.image.adjust_hue: colors [..., 3] turned by `delta` circles. */
export const adjust_hue = pyFunction<{ image: TensorLike; delta: TensorLike; name: string | null }>()(
  "adjust_hue",
  "(image, delta, name=None)",
  ({ image, delta, name }) => hue(image, delta, name),
);
/** tf.image.adjust_saturation: the saturation of colors [..., 3] times `saturation_factor`, at most 1. */
export const adjust_saturation = pyFunction<{
  image: TensorLike;
  saturation_factor: TensorLike;
  name: string | null;
}>()("adjust_saturation", "(image, saturation_factor, name=None)", ({ image, saturation_factor, name }) =>
  saturation(image, saturation_factor, name),
);
/** tf.image.adjust_gamma: `gain` times the values to the power `gamma`. Raises ValueError for a negative gamma. */
export const adjust_gamma = pyFunction<{ image: TensorLike; gamma: TensorLike; gain: TensorLike }>()(
  "adjust_gamma",
  "(image, gamma=1, gain=1)",
  (p) =>
    scoped(null, "adjust_gamma", [p.image, p.gamma, p.gain], () =>
      adjusted(p.image, "image", true, (x) => {
        const checks = requireThat(atLeast(p.gamma, 0), "Gamma should be a non-negative real number.");
        const gamma = checks.length > 0 ? withDependencies(checks, convertToTensor(p.gamma)) : p.gamma;
        return mul(p.gain, pow(x, gamma)) as Tensor;
      }),
    ),
);

/** A scalar drawn evenly from [low, high). */
function drawn(low: number, high: number, seed: Seed | null): Tensor {
  return random_uniform([], low, high, { seed });
}

function checkRange(lower: number, upper: number): void {
  if (upper <= lower) throw new ValueError("upper must be > lower.");
  if (lower < 0) throw new ValueError("lower must be non-negative.");
}

interface DeltaArguments {
  image: TensorLike;
  max_delta: number;
  seed: Seed | null;
}
interface RangeArguments {
  image: TensorLike;
  lower: number;
  upper: number;
  seed: Seed | null;
}
const DELTA = "(image, max_delta, seed=None)";
const RANGE = "(image, lower, upper, seed=None)";

/** tf.image.random_brightness: tf.image.adjust_brightness by a delta from [-max_delta, max_delta). */
export const random_brightness = pyFunction<DeltaArguments>()("random_brightness", DELTA, (p) => {
  if (p.max_delta < 0) throw new ValueError("max_delta must be non-negative.");
  return brightness(p.image, drawn(-p.max_delta, p.max_delta, p.seed));
});
/** tf.image.random_hue: tf.image.adjust_hue by a delta from [-max_delta, max_delta), at most 0.5. */
export const random_hue = pyFunction<DeltaArguments>()("random_hue", DELTA, (p) => {
  if (p.max_delta > 0.5) throw new ValueError("max_delta must be <= 0.5.");
  if (p.max_delta < 0) throw new ValueError("max_delta must be non-negative.");
  return hue(p.image, drawn(-p.max_delta, p.max_delta, p.seed));
});
/** tf.image.random_contrast: tf.image.adjust_contrast by a factor from [lower, upper). */
export const random_contrast = pyFunction<RangeArguments>()("random_contrast", RANGE, (p) => {
  checkRange(p.lower, p.upper);
  return contrast(p.image, drawn(p.lower, p.upper, p.seed));
});
/** tf.image.random_saturation: tf.image.adjust_saturation by a factor from [lower, upper). */
export const random_saturation = pyFunction<RangeArguments>()("random_saturation", RANGE, (p) => {
  checkRange(p.lower, p.upper);
  return saturation(p.image, drawn(p.lower, p.upper, p.seed));
});

/**
 * tf.image.per_image_standardization: each image [..., height, width, channels] with mean 0 and deviation 1 (or what the
 * deviation of a flat image may be at most: one over the root of its size).
 */
export const per_image_standardization = pyFunction<{ image: TensorLike }>()(
  "per_image_standardization",
  "(image)",
  (p) =>
    scoped(null, "per_image_standardization", [p.image], (scope) => {
      const given = assertAtLeast3D(convertToTensor(p.image, { name: "image" }));
      const image = asAdjustable(given);
      const pixels = reduceProd(shapeInternal(image).at("-3:"));
      const axis = [-1, -2, -3];
      const mean = reduceMean(image, axis, true);
      const deviation = reduce_std(image, axis, true);
      const least = unary("Rsqrt", castTo(pixels, image.dtype));
      const divisor = binary("Maximum", deviation, least);
      return convertImageDtype(divOf(sub(image, mean), divisor, scope), given.dtype, true);
    }),
);
