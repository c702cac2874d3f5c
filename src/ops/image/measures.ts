/**
 * Measures of images and of differences between them: total variation, edges, gradients, PSNR.
 * Source: tf.image.total_variation, tf.image.psnr … (tensorflow/python/ops/image_ops_impl.py).
 */
import { constant } from "../../graph/constant.js";
import type { TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { float32 } from "../../graph/dtypes.js";
import { getDefaultGraph } from "../../graph/graph.js";
import type { Operation } from "../../graph/operation.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { PyFloat } from "../../np/pyfloat.js";
import { tuple } from "../../np/pytuple.js";
import { concatValues } from "../array/concat.js";
import { zerosOf } from "../array/fill.js";
import { stackValues, unstackValue } from "../array/pack.js";
import { pad } from "../array/pad.js";
import { reshapeTo } from "../array/reshape.js";
import { shapeInternal, sizeInternal } from "../array/shape.js";
import { tileBy } from "../array/tile.js";
import { buildAssert } from "../control/assert.js";
import { castTo } from "../math/cast.js";
import { binary, unary } from "../math/gradient_rules.js";
import { reduce_all, reduceMean, reduceSum } from "../math/reductions.js";
import { absOf } from "../math/unary.js";
import { depthwise_conv2d } from "../nn/depthwise_functions.js";
import { convertImageDtype } from "./convert_image_dtype.js";

/** tf.image.total_variation: the sum of absolute differences between neighbours in an image, or in each of a batch. */
export const total_variation = pyFunction<{ images: Tensor; name: string | null }>()(
  "total_variation",
  "(images, name=None)",
  ({ images, name }) =>
    scoped(name, "total_variation", [], () => {
      const { rank } = images.shape;
      if (rank !== 3 && rank !== 4) throw new ValueError("'images' must be either 3 or 4-dimensional.");
      const lead = rank === 4 ? [":"] : [];
      const down = images.at(...lead, "1:", ":", ":").sub(images.at(...lead, ":-1", ":", ":"));
      const right = images.at(...lead, ":", "1:", ":").sub(images.at(...lead, ":", ":-1", ":"));
      const axis = rank === 4 ? [1, 2, 3] : null;
      return reduceSum(absOf(down), axis).add(reduceSum(absOf(right), axis));
    }),
);

/** tf.image.image_gradients: differences to the next pixel below and to the right, zero in the last row and column. */
export const image_gradients = pyFunction<{ image: Tensor }>()("image_gradients", "(image)", ({ image }) => {
  if (image.shape.rank !== 4) {
    throw new ValueError(
      `('image_gradients expects a 4D tensor [batch_size, h, w, d], not %s.', ${image.shape.__repr__()})`,
    );
  }
  const shape = shapeInternal(image);
  const [batch, height, width, depth] = unstackValue(shape) as [Tensor, Tensor, Tensor, Tensor];
  const down = image.at(":", "1:", ":", ":").sub(image.at(":", ":-1", ":", ":"));
  const right = image.at(":", ":", "1:", ":").sub(image.at(":", ":", ":-1", ":"));
  const filled = (part: Tensor, dims: readonly TensorLike[], axis: number): Tensor =>
    reshapeTo(concatValues([part, zerosOf(stackValues(dims), image.dtype)], axis), shape);
  const dy = filled(down, [batch, 1, width, depth], 1);
  return tuple([dy, filled(right, [batch, height, 1, depth], 2)]);
});

/** Down and right at [row, column, 0, kernel]. */
const SOBEL = [
  [[[-1, -1]], [[-2, 0]], [[-1, 1]]],
  [[[0, -2]], [[0, 0]], [[0, 2]]],
  [[[1, -1]], [[2, 0]], [[1, 1]]],
];

/** tf.image.sobel_edges: how steep images [batch, height, width, channels] are downwards and to the right: [..., 2]. */
export const sobel_edges = pyFunction<{ image: Tensor }>()("sobel_edges", "(image)", ({ image }) => {
  const known = image.shape;
  const shape = shapeInternal(image);
  const kernels = constant(SOBEL, { dtype: image.dtype });
  const filters = tileBy(kernels, [1, 1, shape.at(-1), 1], "sobel_filters");
  const around = [
    [0, 0],
    [1, 1],
    [1, 1],
    [0, 0],
  ];
  const padded = pad(image, around, { mode: "REFLECT" });
  const output = depthwise_conv2d(padded, filters, [1, 1, 1, 1], "VALID");
  const edges = reshapeTo(output, concatValues([shape, [2]], 0));
  edges.set_shape(known.concatenate([2]));
  return edges;
});

/** The shapes of two images, and operations that fail unless they end alike. Raises ValueError where that is known. */
export function comparableShapes(a: Tensor, b: Tensor): { shapes: readonly [Tensor, Tensor]; checks: Operation[] } {
  const [x, y] = [a.shape.with_rank_at_least(3), b.shape.with_rank_at_least(3)];
  x.at("-3:").assert_is_compatible_with(y.at("-3:"));
  if (x.dims !== null && y.dims !== null) {
    const [p, q] = [x.dims.slice(0, -3).reverse(), y.dims.slice(0, -3).reverse()];
    for (let i = 0; i < Math.min(p.length, q.length); i++) {
      const [d, e] = [p[i]!, q[i]!];
      if (!(d === 1 || e === 1 || d === null || e === null || d === e)) {
        throw new ValueError(`Two images are not compatible: ${x} and ${y}`);
      }
    }
  }
  const shapes = createOperation("ShapeN", { input: [a, b] }, {}).outputs as readonly Tensor[] as [Tensor, Tensor];
  const [s, t] = shapes;
  const hasRank = createOp("GreaterEqual", { x: sizeInternal(s), y: 3 });
  const checks = [buildAssert(hasRank, shapes, 10)];
  const same = reduce_all(createOp("Equal", { x: s.at("-3:"), y: t.at("-3:") }));
  checks.push(buildAssert(same, shapes, 10));
  return { shapes, checks };
}

interface PsnrArguments {
  a: Tensor;
  b: Tensor;
  max_val: TensorLike;
  name: string | null;
}

/** tf.image.psnr: decibels between the largest value and the error of images [..., height, width, channels], one for each. */
export const psnr = pyFunction<PsnrArguments>()("psnr", "(a, b, max_val, name=None)", (p) =>
  scoped(p.name, "PSNR", [p.a, p.b], () => {
    const max = convertImageDtype(castTo(p.max_val, p.a.dtype), float32);
    const a = convertImageDtype(p.a, float32);
    const b = convertImageDtype(p.b, float32);
    const error = reduceMean(binary("SquaredDifference", a, b), [-3, -2, -1]);
    const top = unary("Log", max)
      .rmul(20)
      .truediv(unary("Log", new PyFloat(10)));
    const below = unary("Log", error).rmul(new PyFloat(Math.fround(10 / Math.log(10))));
    const value = createOp("Sub", { x: top, y: below }, {}, "psnr");
    const { checks } = comparableShapes(a, b);
    return getDefaultGraph().withControls(checks, () => createOp("Identity", { input: value }));
  }),
);
