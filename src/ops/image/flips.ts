/**
 * Images turned around and over, always or by chance.
 * Source: tf.image.flip_left_right, tf.image.rot90, tf.image.transpose … (tensorflow/python/ops/image_ops_impl.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { int32 } from "../../graph/dtypes.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { PyFloat } from "../../np/pyfloat.js";
import { reshapeTo } from "../array/reshape.js";
import { reverse } from "../array/reverse.js";
import { shapeInternal } from "../array/shape.js";
import { transposeBy } from "../array/transpose.js";
import { case_ } from "../control/case.js";
import { buildCond } from "../control/cond.js";
import { castTo } from "../math/cast.js";
import { lt } from "../math/operators.js";
import { round } from "../math/unary.js";
import { random_uniform } from "../random/random_ops.js";
import type { Seed } from "../random/seed.js";
import { assertAtLeast3D } from "./image_checks.js";

const RANKS = "'image' must have either 3 or 4 dimensions.";

/** The result with the image's static shape; of three dimensions where nothing is known. */
function withShapeOf(image: Tensor, result: Tensor): Tensor {
  result.set_shape(image.shape.rank === null ? [null, null, null] : image.shape);
  return result;
}

/** Whether a batch of images came; an unknown rank counts as one image. Raises ValueError. */
function isBatch(image: Tensor): boolean {
  const { rank } = image.shape;
  if (rank === 4) return true;
  if (rank === 3 || rank === null) return false;
  throw new ValueError(RANKS);
}

function randomFlip(given: TensorLike, axis: number, seed: Seed | null, name: string): Tensor {
  return scoped(null, name, [given], (scope) => {
    const image = assertAtLeast3D(convertToTensor(given, { name: "image" }));
    const one = new PyFloat(1);
    if (!isBatch(image)) {
      const draw = random_uniform([], 0, one, { seed });
      const result = buildCond(
        lt(draw, 0.5),
        () => reverse(image, [axis]),
        () => image,
        scope,
      );
      return withShapeOf(image, result as Tensor);
    }
    const n = shapeInternal(image).at(0);
    const draw = random_uniform([n], 0, one, { seed });
    const flips = castTo(round(reshapeTo(draw, [n, 1, 1, 1])), image.dtype);
    const flipped = reverse(image, [axis + 1]);
    return flips.mul(flipped).add(flips.rsub(1).mul(image));
  });
}

interface RandomArguments {
  image: TensorLike;
  seed: Seed | null;
}

/** tf.image.random_flip_up_down: each image [height, width, channels] turned over with a chance of one half. */
export const random_flip_up_down = pyFunction<RandomArguments>()(
  "random_flip_up_down",
  "(image, seed=None)",
  ({ image, seed }) => randomFlip(image, 0, seed, "random_flip_up_down"),
);
/** tf.image.random_flip_left_right: each image mirrored with a chance of one half. */
export const random_flip_left_right = pyFunction<RandomArguments>()(
  "random_flip_left_right",
  "(image, seed=None)",
  ({ image, seed }) => randomFlip(image, 1, seed, "random_flip_left_right"),
);

function flip(given: TensorLike, axis: number, name: string): Tensor {
  return scoped(null, name, [given], () => {
    const image = assertAtLeast3D(convertToTensor(given, { name: "image" }));
    return isBatch(image) ? reverse(image, [axis + 1]) : withShapeOf(image, reverse(image, [axis]));
  });
}

/** tf.image.flip_left_right: one image [height, width, channels] or a batch, mirrored. */
export const flip_left_right = pyFunction<{ image: TensorLike }>()("flip_left_right", "(image)", ({ image }) =>
  flip(image, 1, "flip_left_right"),
);
/** tf.image.flip_up_down: one image or a batch, upside down. */
export const flip_up_down = pyFunction<{ image: TensorLike }>()("flip_up_down", "(image)", ({ image }) =>
  flip(image, 0, "flip_up_down"),
);

/** The image turned by k quarters, decided while running; `first` is the place of the height. */
function turned(image: Tensor, k: Tensor, first: number, scope: string): Tensor {
  const [height, width] = [first, first + 1];
  const swap = first === 0 ? [1, 0, 2] : [0, 2, 1, 3];
  const is = (n: number): Tensor => createOp("Equal", { x: k, y: n });
  const cases = [
    [is(1), () => transposeBy(reverse(image, [width]), swap)],
    [is(2), () => reverse(image, [height, width])],
    [is(3), () => reverse(transposeBy(image, swap), [width])],
  ] as const;
  return case_(cases, { default: () => image, exclusive: true, name: scope });
}

/** tf.image.rot90: one image or a batch, turned `k` times by 90 degrees against the clock. */
export const rot90 = pyFunction<{ image: TensorLike; k: TensorLike; name: string | null }>()(
  "rot90",
  "(image, k=1, name=None)",
  (p) =>
    scoped(p.name, "rot90", [p.image, p.k], (scope) => {
      const image = assertAtLeast3D(convertToTensor(p.image, { name: "image" }));
      const times = convertToTensor(p.k, { dtype: int32, name: "k" });
      times.shape.assert_has_rank(0);
      const k = createOp("FloorMod", { x: times, y: 4 });
      if (!isBatch(image)) {
        const result = turned(image, k, 0, scope);
        result.set_shape([null, null, image.shape.at(2)]);
        return result;
      }
      const result = turned(image, k, 1, scope);
      const { shape } = result;
      result.set_shape([shape.at(0), null, null, shape.at(3)]);
      return result;
    }),
);

/** tf.image.transpose: one image or a batch with rows and columns exchanged. */
export const transpose = pyFunction<{ image: TensorLike; name: string | null }>()(
  "transpose",
  "(image, name=None)",
  (p) =>
    scoped(p.name, "transpose", [p.image], () => {
      const image = assertAtLeast3D(convertToTensor(p.image, { name: "image" }));
      return transposeBy(image, isBatch(image) ? [0, 2, 1, 3] : [1, 0, 2], p.name);
    }),
);
