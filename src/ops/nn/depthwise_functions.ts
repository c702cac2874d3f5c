/**
 * Depthwise and separable convolutions as Python calls them.
 * Source: tf.nn.depthwise_conv2d, tf.nn.separable_conv2d (tensorflow/python/ops/nn_impl.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { eitherArgument } from "../array/expand_dims.js";
import { shapeInternal } from "../array/shape.js";
import { conv2dOf } from "./conv_functions.js";
import { withSpaceToBatch } from "./space_to_batch_window.js";

type Name = string | null;

interface Options {
  readonly strides: readonly number[];
  readonly padding: string;
  readonly data_format: string | null;
}

/** The op itself, on one phase of the images each where taps are spread. */
function depthwise(input: Tensor, filter: Tensor, rate: readonly number[] | null, o: Options, name: Name): Tensor {
  const filterShape = shapeInternal(filter);
  return withSpaceToBatch(input, {
    dilationRate: rate ?? [1, 1],
    padding: o.padding,
    filterShape: () => filterShape,
    outputChannels: null,
    firstAxis: o.data_format?.startsWith("NC") ? 2 : 1,
    op: (image, padding) => {
      const attrs = { strides: o.strides, padding, data_format: o.data_format ?? undefined };
      return createOp("DepthwiseConv2dNative", { input: image, filter }, attrs, name);
    },
  });
}

interface DepthwiseArguments extends Options {
  input: TensorLike;
  filter: TensorLike;
  rate: readonly number[] | null;
  name: Name;
  dilations: readonly number[] | null;
}

/**
 * tf.nn.depthwise_conv2d: every channel of `input` [batch, height, width, channels] with its own filters, those of
 * `filter` [rows, cols, channels, multiplier]; the result has channels * multiplier channels.
 */
export const depthwise_conv2d = pyFunction<DepthwiseArguments>()(
  "depthwise_conv2d",
  "(input, filter, strides, padding, rate=None, name=None, data_format=None, dilations=None)",
  (p) => {
    const rate = eitherArgument("dilations", p.dilations, "rate", p.rate);
    return scoped(p.name, "depthwise", [p.input, p.filter], (scope) => {
      const input = convertToTensor(p.input, { name: "tensor_in" });
      const filter = convertToTensor(p.filter, { name: "filter_in" });
      return depthwise(input, filter, rate, p, scope);
    });
  },
);

interface NativeArguments {
  input: TensorLike;
  filter: TensorLike;
  strides: readonly number[];
  padding: string;
  data_format: string;
  dilations: readonly number[] | undefined;
  name: Name;
}

/** tf.nn.depthwise_conv2d_native: the op behind tf.nn.depthwise_conv2d. */
export const depthwise_conv2d_native = pyFunction<NativeArguments>()(
  "depthwise_conv2d_native",
  "(input, filter, strides, padding, data_format='NHWC', dilations=[1,1,1,1], name=None)",
  ({ input, filter, name, ...attrs }) => createOp("DepthwiseConv2dNative", { input, filter }, attrs, name),
);

interface SeparableArguments extends Options {
  input: TensorLike;
  depthwise_filter: TensorLike;
  pointwise_filter: TensorLike;
  rate: readonly number[] | null;
  name: Name;
  dilations: readonly number[] | null;
}

/** tf.nn.separable_conv2d: a depthwise convolution, then a pointwise one that mixes the channels. */
export const separable_conv2d = pyFunction<SeparableArguments>()(
  "separable_conv2d",
  "(input, depthwise_filter, pointwise_filter, strides, padding, rate=None, name=None, data_format=None, dilations=None)",
  (p) => {
    const rate = eitherArgument("dilations", p.dilations, "rate", p.rate);
    return scoped(p.name, "separable_conv2d", [p.input, p.depthwise_filter, p.pointwise_filter], (scope) => {
      const input = convertToTensor(p.input, { name: "tensor_in" });
      const filter = convertToTensor(p.depthwise_filter, { name: "depthwise_filter" });
      const mixing = convertToTensor(p.pointwise_filter, { name: "pointwise_filter" });
      const { dims } = mixing.shape.with_rank(4);
      for (const d of dims!.slice(0, 2))
        if (d !== null && d !== 1) throw new ValueError(`Dimensions ${d} and 1 are not compatible`);
      const channels = depthwise(input, filter, rate, p, "depthwise");
      return conv2dOf(channels, mixing, { strides: [1, 1, 1, 1], padding: "VALID", data_format: p.data_format }, scope);
    });
  },
);
