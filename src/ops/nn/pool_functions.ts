/**
 * Pooling as Python calls it.
 * Source: tf.nn.max_pool, tf.nn.avg_pool, tf.nn.pool and others (tensorflow/python/ops/nn_ops.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { as_dtype, type DTypeLike, int64 } from "../../graph/dtypes.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { tuple } from "../../np/pytuple.js";
import { eitherArgument, expandDims, squeezeDims } from "../array/expand_dims.js";
import { type Sizes, staticShapeOf } from "./conv_functions.js";
import { withSpaceToBatch } from "./space_to_batch_window.js";
import { windowSequence } from "./windows.js";

type Name = string | null;
type PoolOp = "AvgPool" | "MaxPool";

/** The argument name under which each op type takes what it pools. */
const INPUT = { AvgPool: "value", MaxPool: "input" } as const;

interface PoolOptions {
  readonly ksize: Sizes;
  readonly strides: Sizes;
  readonly padding: string;
  readonly data_format: string | null;
}

function pool2d(op: PoolOp, x: TensorLike, o: PoolOptions, name: Name): Tensor {
  const data_format = o.data_format ?? "NHWC";
  const channel = data_format.startsWith("NC") ? 1 : 3;
  const ksize = windowSequence(o.ksize, 2, channel, "ksize");
  const strides = windowSequence(o.strides, 2, channel, "strides");
  if (op === "MaxPool" && ksize.includes(0)) throw new ValueError("ksize cannot be zero.");
  return createOp(op, { [INPUT[op]]: x }, { ksize, strides, padding: o.padding, data_format }, name);
}

interface OldArguments extends PoolOptions {
  value: TensorLike;
  name: Name;
  input: TensorLike | null;
}

const OLD_SIGNATURE = "(value, ksize, strides, padding, data_format='NHWC', name=None, input=None)";

/**
 * tf.nn.max_pool: the largest value of each window of images [batch, height, width, channels]; `ksize` and `strides` are
 * one number, one per spatial dimension, or one per dimension.
 */
export const max_pool = pyFunction<OldArguments>()("max_pool", OLD_SIGNATURE, (p) => {
  const value = eitherArgument("input", p.input, "value", p.value)!;
  return scoped(p.name, "MaxPool", [value], (scope) => pool2d("MaxPool", value, p, scope));
});
/** tf.nn.avg_pool: the mean of each window; cells outside the image don't count. */
export const avg_pool = pyFunction<OldArguments>()("avg_pool", OLD_SIGNATURE, (p) =>
  scoped(p.name, "AvgPool", [p.value], (scope) =>
    pool2d("AvgPool", eitherArgument("input", p.input, "value", p.value)!, p, scope),
  ),
);

interface PoolArguments extends PoolOptions {
  input: TensorLike;
  name: Name;
}

/** tf.nn.max_pool2d: tf.nn.max_pool under a newer signature. */
export const max_pool2d = pyFunction<PoolArguments>()(
  "max_pool2d",
  "(input, ksize, strides, padding, data_format='NHWC', name=None)",
  (p) => scoped(p.name, "MaxPool2d", [p.input], (scope) => pool2d("MaxPool", p.input, p, scope)),
);

function pool1d(op: PoolOp, p: PoolArguments): Tensor {
  return scoped(p.name, op === "MaxPool" ? "MaxPool1d" : "AvgPool1D", [p.input], (scope) => {
    const format = p.data_format ?? "NWC";
    const channel = format.startsWith("NC") ? 1 : 2;
    const ksize = [1, ...windowSequence(p.ksize, 1, channel, "ksize")];
    const strides = [1, ...windowSequence(p.strides, 1, channel, "strides")];
    const axis = format === "NWC" ? 1 : 2;
    const data_format = format === "NWC" ? "NHWC" : "NCHW";
    const x = expandDims(p.input, axis);
    const attrs = { ksize, strides, padding: p.padding, data_format };
    return squeezeDims(createOp(op, { [INPUT[op]]: x }, attrs, scope), [axis]);
  });
}

const SIGNATURE_1D = "(input, ksize, strides, padding, data_format='NWC', name=None)";
/** tf.nn.max_pool1d: the largest value of each window of [batch, width, channels]. */
export const max_pool1d = pyFunction<PoolArguments>()("max_pool1d", SIGNATURE_1D, (p) => pool1d("MaxPool", p));
/** tf.nn.avg_pool1d: the mean of each window of [batch, width, channels]. */
export const avg_pool1d = pyFunction<PoolArguments>()("avg_pool1d", SIGNATURE_1D, (p) => pool1d("AvgPool", p));

function pool3d(op: PoolOp, p: PoolArguments): Tensor {
  return scoped(p.name, `${op}3D`, [p.input], (scope) => {
    const data_format = p.data_format ?? "NDHWC";
    // What the original calls the channel's index here, 3 for averages and 4 for maxima, decides nothing but "1 or not".
    const channel = data_format.startsWith("NC") ? 1 : 4;
    const ksize = windowSequence(p.ksize, 3, channel, "ksize");
    const strides = windowSequence(p.strides, 3, channel, "strides");
    return createOp(`${op}3D`, { input: p.input }, { ksize, strides, padding: p.padding, data_format }, scope);
  });
}

const SIGNATURE_3D = "(input, ksize, strides, padding, data_format='NDHWC', name=None)";
/** tf.nn.max_pool3d: the largest value of each window of [batch, depth, height, width, channels]. */
export const max_pool3d = pyFunction<PoolArguments>()("max_pool3d", SIGNATURE_3D, (p) => pool3d("MaxPool", p));
/** tf.nn.avg_pool3d: the mean of each window of [batch, depth, height, width, channels]. */
export const avg_pool3d = pyFunction<PoolArguments>()("avg_pool3d", SIGNATURE_3D, (p) => pool3d("AvgPool", p));

/** Pooling in as many dimensions as the input has. */
function poolByRank(op: PoolOp, p: PoolArguments): Tensor {
  const { rank } = staticShapeOf(p.input);
  if (rank === null) throw new ValueError("Cannot take the length of shape with unknown rank.");
  const n = rank - 2;
  if (n < 1 || n > 3) throw new ValueError(`Input tensor must be of rank 3, 4 or 5 but was ${rank}.`);
  const channel = p.data_format?.startsWith("NC") ? 1 : n + 1;
  const ksize = windowSequence(p.ksize, n, channel, "ksize");
  const strides = windowSequence(p.strides, n, channel, "strides");
  if (n === 1) return pool1d(op, { ...p, ksize, strides });
  const attrs = { ksize, strides, padding: p.padding, data_format: p.data_format ?? undefined };
  return createOp(n === 2 ? op : `${op}3D`, { [n === 2 ? INPUT[op] : "input"]: p.input }, attrs, p.name);
}

const SIGNATURE_V2 = "(input, ksize, strides, padding, data_format=None, name=None)";
/** tf.nn.max_pool_v2: maximum pooling in one, two or three dimensions, by the rank of the input. */
export const max_pool_v2 = pyFunction<PoolArguments>()("max_pool_v2", SIGNATURE_V2, (p) => poolByRank("MaxPool", p));
/** tf.nn.avg_pool_v2: average pooling in one, two or three dimensions, by the rank of the input. */
export const avg_pool_v2 = pyFunction<PoolArguments>()("avg_pool_v2", SIGNATURE_V2, (p) => poolByRank("AvgPool", p));

interface ArgmaxArguments {
  input: TensorLike;
  ksize: readonly number[];
  strides: readonly number[];
  padding: string;
  data_format: string;
  Targmax: DTypeLike | null;
  name: Name;
  output_dtype: DTypeLike | null;
  include_batch_in_index: boolean;
}

/** tf.nn.max_pool_with_argmax: the largest value of each window, and its flat position in its image (or in the batch). */
export const max_pool_with_argmax = pyFunction<ArgmaxArguments>()(
  "max_pool_with_argmax_v1",
  "(input, ksize, strides, padding, data_format='NHWC', Targmax=None, name=None, output_dtype=None, include_batch_in_index=False)",
  ({ input, ksize, strides, padding, include_batch_in_index, ...p }) => {
    if (p.data_format !== "NHWC") throw new ValueError("Data formats other than 'NHWC' are not yet supported");
    const Targmax = as_dtype(eitherArgument("output_dtype", p.output_dtype, "Targmax", p.Targmax) ?? int64);
    const attrs = { ksize, strides, padding, Targmax, include_batch_in_index };
    return tuple(createOperation("MaxPoolWithArgmax", { input }, attrs, p.name).outputs) as Tensor[] as [
      Tensor,
      Tensor,
    ];
  },
);

interface AnyPoolArguments {
  input: TensorLike;
  window_shape: readonly number[];
  pooling_type: string;
  padding: string;
  dilation_rate: readonly number[] | null;
  strides: readonly number[] | null;
  name: Name;
  data_format: string | null;
  dilations: readonly number[] | null;
}

function positive(n: number, values: readonly number[] | null, name: string): readonly number[] {
  if (values === null) return new Array<number>(n).fill(1);
  if (values.length !== n) throw new ValueError(`len(${name})=${values.length} but should be ${n}`);
  if (values.some((v) => v < 1)) throw new ValueError(`all values of ${name} must be positive`);
  return values;
}

/** tf.nn.pool: "MAX" or "AVG" pooling in one to three dimensions, of windows whose cells lie `dilation_rate` apart. */
export const pool = pyFunction<AnyPoolArguments>()(
  "pool",
  "(input, window_shape, pooling_type, padding, dilation_rate=None, strides=None, name=None, data_format=None, dilations=None)",
  (p) => {
    const rates = eitherArgument("dilations", p.dilations, "dilation_rate", p.dilation_rate);
    return scoped(p.name, `${p.pooling_type.toLowerCase()}_pool`, [p.input], (scope) => {
      const input = convertToTensor(p.input, { name: "input" });
      const n = p.window_shape.length;
      if (n < 1 || n > 3) throw new ValueError("It is required that 1 <= num_spatial_dims <= 3.");
      input.shape.with_rank(n + 2);
      const dilationRate = positive(n, rates, "dilation_rate");
      const strides = positive(n, p.strides, "strides");
      if (strides.some((s) => s > 1) && dilationRate.some((d) => d > 1)) {
        throw new ValueError("strides > 1 not supported in conjunction with dilation_rate > 1");
      }
      if (p.padding === "SAME" && dilationRate.some((d) => d > 1)) {
        throw new ValueError("pooling with SAME padding is not implemented for dilation_rate > 1");
      }
      if (strides.some((s, i) => s > p.window_shape[i]!)) {
        throw new ValueError(
          "strides > window_shape not supported due to inconsistency between CPU and GPU implementations",
        );
      }
      return windowed(input, n, p, dilationRate, strides, scope);
    });
  },
);

function windowed(
  input: Tensor,
  n: number,
  p: AnyPoolArguments,
  dilationRate: readonly number[],
  strides: readonly number[],
  name: string,
): Tensor {
  const op = ({ MAX: "MaxPool", AVG: "AvgPool" } as const)[p.pooling_type];
  if (op === undefined) throw new ValueError(`${n}-D ${p.pooling_type} pooling is not supported.`);
  const first = p.data_format?.startsWith("NC") ?? false;
  const around = (values: readonly number[]): number[] => (first ? [1, 1, ...values] : [1, ...values, 1]);
  let [ksize, steps] = [around(p.window_shape), around(strides)];
  let format = p.data_format;
  if (n === 1) {
    if (format !== null && format !== "NWC" && format !== "NCW")
      throw new ValueError('data_format must be either "NWC" or "NCW".');
    format = format === "NCW" ? "NCHW" : "NHWC";
    [ksize, steps] = [
      [1, ...ksize],
      [1, ...steps],
    ];
  }
  const axis = first ? 2 : 1;
  return withSpaceToBatch(input, {
    dilationRate,
    padding: p.padding,
    filterShape: () => convertToTensor(p.window_shape, { name: "filter_shape" }),
    outputChannels: null,
    firstAxis: axis,
    op: (image, padding) => {
      const x = n === 1 ? expandDims(image, axis) : image;
      const options = { ksize, strides: steps, padding, data_format: format };
      if (n === 3) return pool3d(op, { ...options, input: x, name });
      const made = scoped(name, op, [x], (scope) => pool2d(op, x, options, scope));
      return n === 1 ? squeezeDims(made, [axis]) : made;
    },
  });
}
