/**
 * Structural similarity of images, at one scale or several.
 * Source: tf.image.ssim, tf.image.ssim_multiscale (tensorflow/python/ops/image_ops_impl.py).
 */
import { constant } from "../../graph/constant.js";
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { float32, int32 } from "../../graph/dtypes.js";
import { getDefaultGraph } from "../../graph/graph.js";
import type { Operation } from "../../graph/operation.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { PyFloat } from "../../np/pyfloat.js";
import { concatValues } from "../array/concat.js";
import { expandDims } from "../array/expand_dims.js";
import { stackValues } from "../array/pack.js";
import { pad } from "../array/pad.js";
import { rangeOf } from "../array/range.js";
import { reshapeTo } from "../array/reshape.js";
import { shapeInternal } from "../array/shape.js";
import { tileBy } from "../array/tile.js";
import { buildAssert } from "../control/assert.js";
import { buildCond } from "../control/cond.js";
import { castTo } from "../math/cast.js";
import { unary } from "../math/gradient_rules.js";
import { powOf } from "../math/operators.js";
import { reduce_all, reduce_any, reduceMean, reduceProd } from "../math/reductions.js";
import { relu } from "../nn/activations.js";
import { depthwise_conv2d } from "../nn/depthwise_functions.js";
import { avg_pool } from "../nn/pool_functions.js";
import { softmaxOf } from "../nn/softmax.js";
import { convertImageDtype } from "./convert_image_dtype.js";
import { comparableShapes } from "./measures.js";

interface Window {
  readonly filter_size: number;
  readonly filter_sigma: number;
  readonly k1: number;
  readonly k2: number;
}

type Pair = readonly [Tensor, Tensor];

const float = (x: number): PyFloat => new PyFloat(x);

function shapesOf(images: readonly Tensor[]): Pair {
  return createOperation("ShapeN", { input: images }, {}).outputs as readonly Tensor[] as [Tensor, Tensor];
}

function after(checks: readonly Operation[], x: TensorLike): Tensor {
  return getDefaultGraph().withControls(checks, () => createOp("Identity", { input: x }));
}

/** Similarity of brightness, and of contrast and structure, from means over windows. */
function compare(x: Tensor, y: Tensor, reducer: (x: Tensor) => Tensor, max: Tensor, o: Window): Pair {
  const c1 = max.rmul(float(o.k1)).pow(2);
  const c2 = max.rmul(float(o.k2)).pow(2);
  const mean0 = reducer(x);
  const mean1 = reducer(y);
  const num0 = mean0.mul(mean1).mul(float(2));
  const den0 = unary("Square", mean0).add(unary("Square", mean1));
  const luminance = num0.add(c1).truediv(den0.add(c1));
  const num1 = reducer(x.mul(y)).mul(float(2));
  const den1 = reducer(unary("Square", x).add(unary("Square", y)));
  const c = c2.mul(float(1));
  return [luminance, num1.sub(num0).add(c).truediv(den1.sub(den0).add(c))];
}

/** Weights [size, size, 1, 1] of a Gaussian window, their sum is 1. */
function gaussian(size: Tensor, sigma: Tensor): Tensor {
  const range = castTo(rangeOf(0, size, 1), sigma.dtype);
  const coords = range.sub(castTo(size.sub(1), sigma.dtype).truediv(float(2)));
  const squared = unary("Square", coords);
  const g = squared.mul(unary("Square", sigma).rtruediv(float(-0.5)));
  const sum = reshapeTo(g, [1, -1]).add(reshapeTo(g, [-1, 1]));
  const weights = softmaxOf("Softmax", reshapeTo(sum, [1, -1]));
  return reshapeTo(weights, [size, size, 1, 1]);
}

function perChannel(images: Pair, max: Tensor, o: Window): Pair {
  let [x] = images;
  const [, y] = images;
  const size = constant(o.filter_size, { dtype: int32 });
  const sigma = constant(float(o.filter_sigma), { dtype: x.dtype });
  const shapes = shapesOf([x, y]);
  const checks = shapes.map((shape) => {
    const fits = reduce_all(createOp("GreaterEqual", { x: shape.at("-3:-1"), y: size }));
    return buildAssert(fits, [shape, size], 8);
  });
  x = after(checks, x);
  const weights = gaussian(size, sigma);
  const kernel = tileBy(weights, [1, 1, shapes[0].at(-1), 1]);
  const reducer = (t: Tensor): Tensor => {
    const shape = shapeInternal(t);
    const batch = reshapeTo(t, concatValues([[-1], shape.at("-3:")], 0));
    const means = depthwise_conv2d(batch, kernel, [1, 1, 1, 1], "VALID");
    return reshapeTo(means, concatValues([shape.at(":-3"), shapeInternal(means).at("1:")], 0));
  };
  const [luminance, cs] = compare(x, y, reducer, max, o);
  const axes = constant([-3, -2], { dtype: int32 });
  return [reduceMean(luminance.mul(cs), axes), reduceMean(cs, axes)];
}

interface SsimArguments extends Window {
  img1: Tensor;
  img2: Tensor;
  max_val: TensorLike;
  filter_size: number;
  filter_sigma: number;
  k1: number;
  k2: number;
}

/** Both images and the largest value as float32. */
function asFloats(a: Tensor, b: Tensor, given: TensorLike): { images: Pair; max: Tensor } {
  const max = convertImageDtype(castTo(given, a.dtype), float32);
  const x = convertImageDtype(a, float32);
  return { images: [x, convertImageDtype(b, float32)], max };
}

/** tf.image.ssim: the similarity (at most 1) of images [..., height, width, channels], one for each pair. */
export const ssim = pyFunction<SsimArguments>()(
  "ssim",
  "(img1, img2, max_val, filter_size=11, filter_sigma=1.5, k1=0.01, k2=0.03)",
  (p) => {
    const { checks } = comparableShapes(p.img1, p.img2);
    const { images, max } = asFloats(after(checks, p.img1), p.img2, p.max_val);
    return reduceMean(perChannel(images, max, p)[0], [-1]);
  },
);

/** Weights of the five scales. */
const POWERS = [0.0448, 0.2856, 0.3001, 0.2363, 0.1333];
const HALVED = [1, 2, 2, 1];

/** Images of half the size; the last row or column is repeated where their number is odd. */
function halved(
  images: Pair,
  heads: readonly Tensor[],
  tails: readonly Tensor[],
  divisor: Tensor,
): { images: Pair; tails: Tensor[] } {
  const flat = images.map((x, i) => reshapeTo(x, concatValues([[-1], tails[i]!], 0)));
  const remainder = tails[0]!.mod(divisor);
  const isOdd = reduce_any(createOp("NotEqual", { x: remainder, y: 0 }));
  const padded = buildCond(
    isOdd,
    () => {
      const padding = pad(expandDims(remainder, -1), [
        [1, 0],
        [1, 0],
      ]);
      return flat.map((x) => pad(x, padding, { mode: "SYMMETRIC" }));
    },
    () => flat,
  ) as readonly Tensor[];
  const smaller = padded.map((x) => avg_pool(x, HALVED, HALVED, "VALID"));
  const newTails = shapesOf(smaller).map((s) => s.at("1:"));
  const shaped = smaller.map((x, i) => reshapeTo(x, concatValues([heads[i]!, newTails[i]!], 0)));
  return { images: shaped as [Tensor, Tensor], tails: newTails };
}

/** tf.image.ssim_multiscale: the product of the similarities at several scales to the `power_factors`. */
export const ssim_multiscale = pyFunction<SsimArguments & { power_factors: readonly number[] | undefined }>()(
  "ssim_multiscale",
  "(img1, img2, max_val, power_factors=MSSSIM_WEIGHTS, filter_size=11, filter_sigma=1.5, k1=0.01, k2=0.03)",
  (p) =>
    scoped(null, "MS-SSIM", [p.img1, p.img2], () => {
      const powers = p.power_factors ?? POWERS;
      const first = convertToTensor(p.img1, { name: "img1" });
      const second = convertToTensor(p.img2, { name: "img2" });
      const { shapes, checks } = comparableShapes(first, second);
      const start = asFloats(after(checks, first), second, p.max_val);
      let { images } = start;
      const heads = shapes.map((s) => s.at(":-3"));
      let tails = shapes.map((s) => s.at("-3:"));
      const divisor = constant(HALVED.slice(1), { dtype: int32 });
      const factors: Tensor[] = [];
      let last: Tensor | null = null;
      powers.forEach((_, k) => {
        scoped(null, `Scale${k}`, images, () => {
          if (k > 0) ({ images, tails } = halved(images, heads, tails, divisor));
          const [similarity, cs] = perChannel(images, start.max, p);
          factors.push(relu(cs));
          last = similarity;
        });
      });
      factors.pop();
      const all = stackValues([...factors, relu(last!)], -1);
      const product = reduceProd(powOf(all, powers), [-1]);
      return reduceMean(product, [-1]);
    }),
);
