/**
 * Convolutions as Python calls them.
 * Source: tf.nn.conv1d, conv2d, conv3d, their transposes and gradients, convolution, atrous_conv2d
 * (tensorflow/python/ops/nn_ops.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { Operators } from "../../graph/operators.js";
import { pyFunction } from "../../graph/signature.js";
import { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { Strided } from "../../np/strided.js";
import { concatValues } from "../array/concat.js";
import { eitherArgument, expandDims, squeezeDims } from "../array/expand_dims.js";
import { withSpaceToBatch } from "./space_to_batch_window.js";
import { windowSequence } from "./windows.js";

type Name = string | null;
/** One number, one per spatial dimension, or one per dimension. */
export type Sizes = number | readonly number[] | null;
export type PaddingArgument = string | readonly (readonly number[])[];

interface PaddingAttrs {
  readonly padding: string;
  readonly explicit_paddings: readonly number[];
}

/** A padding argument as attributes: a rule, or pairs for each of the four dimensions. Raises ValueError. */
export function paddingAttrs(padding: PaddingArgument): PaddingAttrs {
  if (padding === "EXPLICIT") {
    throw new ValueError(
      '"EXPLICIT" is not a valid value for the padding parameter. To use explicit padding, the padding parameter must be a list.',
    );
  }
  if (typeof padding === "string" || !Array.isArray(padding))
    return { padding: padding as string, explicit_paddings: [] };
  const pairs = padding as readonly (readonly number[])[];
  const rule = "When padding is a list, each element of padding must be a list/tuple of size 2. Element with index";
  pairs.forEach((pair, i) => {
    if (!Array.isArray(pair)) throw new ValueError(`${rule} ${i} of padding is not a list/tuple`);
    if (pair.length !== 2) throw new ValueError(`${rule} ${i} of padding has size ${pair.length}`);
  });
  if (pairs.length !== 4)
    throw new ValueError(`When padding is a list, it must be of size 4. Got padding of size: ${pairs.length}`);
  return { padding: "EXPLICIT", explicit_paddings: pairs.flat() };
}

function channelOf(format: string, n: number): number {
  return format.startsWith("NC") ? 1 : n + 1;
}

interface ConvOptions {
  readonly strides: Sizes;
  readonly padding: PaddingArgument;
  readonly use_cudnn_on_gpu?: boolean | null | undefined;
  readonly data_format?: string | null | undefined;
  readonly dilations?: Sizes;
}

/** The attributes of a convolution in two dimensions. */
function conv2dAttrs(o: ConvOptions) {
  const format = o.data_format ?? "NHWC";
  const channel = channelOf(format, 2);
  return {
    ...paddingAttrs(o.padding),
    strides: windowSequence(o.strides, 2, channel, "strides"),
    dilations: windowSequence(o.dilations ?? null, 2, channel, "dilations"),
    use_cudnn_on_gpu: o.use_cudnn_on_gpu ?? true,
    data_format: format,
  };
}

export function conv2dOf(input: TensorLike, filter: TensorLike, o: ConvOptions, name: Name = null): Tensor {
  return createOp("Conv2D", { input, filter }, conv2dAttrs(o), name);
}

interface Conv2dArguments {
  input: TensorLike;
  filter: TensorLike | null;
  strides: Sizes;
  padding: PaddingArgument;
  use_cudnn_on_gpu: boolean;
  data_format: string | null;
  dilations: Sizes | undefined;
  name: Name;
  filters: TensorLike | null;
}

/**
 * tf.nn.conv2d: `input` [batch, height, width, channels] with `filter` [rows, cols, channels, outputs]; `padding` is
 * "SAME", "VALID" or four pairs. The CPU computes "NHWC" only. Raises ValueError for shapes that don't fit.
 */
export const conv2d = pyFunction<Conv2dArguments>()(
  "conv2d",
  "(input, filter=None, strides=None, padding=None, use_cudnn_on_gpu=True, data_format='NHWC', dilations=[1,1,1,1], name=None, filters=None)",
  (p) =>
    conv2dOf(
      p.input,
      eitherArgument("filters", p.filters, "filter", p.filter)!,
      { ...p, dilations: p.dilations ?? null },
      p.name,
    ),
);

interface BackpropInputArguments {
  input_sizes: TensorLike;
  filter: TensorLike | null;
  out_backprop: TensorLike;
  strides: readonly number[];
  padding: PaddingArgument;
  use_cudnn_on_gpu: boolean;
  data_format: string;
  dilations: readonly number[] | undefined;
  name: Name;
  filters: TensorLike | null;
}

/** tf.nn.conv2d_backprop_input: the gradient of tf.nn.conv2d for images of shape `input_sizes`. */
export const conv2d_backprop_input = pyFunction<BackpropInputArguments>()(
  "conv2d_backprop_input",
  "(input_sizes, filter=None, out_backprop=None, strides=None, padding=None, use_cudnn_on_gpu=True, data_format='NHWC', dilations=[1,1,1,1], name=None, filters=None)",
  ({ input_sizes, out_backprop, strides, use_cudnn_on_gpu, data_format, dilations, ...p }) => {
    const filter = eitherArgument("filters", p.filters, "filter", p.filter);
    const attrs = { ...paddingAttrs(p.padding), strides, use_cudnn_on_gpu, data_format, dilations };
    return createOp("Conv2DBackpropInput", { input_sizes, filter, out_backprop }, attrs, p.name);
  },
);

interface BackpropFilterArguments {
  input: TensorLike;
  filter_sizes: TensorLike;
  out_backprop: TensorLike;
  strides: readonly number[];
  padding: PaddingArgument;
  use_cudnn_on_gpu: boolean;
  data_format: string;
  dilations: readonly number[] | undefined;
  name: Name;
}

/** tf.nn.conv2d_backprop_filter: the gradient of tf.nn.conv2d for a filter of shape `filter_sizes`. */
export const conv2d_backprop_filter = pyFunction<BackpropFilterArguments>()(
  "conv2d_backprop_filter",
  "(input, filter_sizes, out_backprop, strides, padding, use_cudnn_on_gpu=True, data_format='NHWC', dilations=[1,1,1,1], name=None)",
  ({ input, filter_sizes, out_backprop, strides, use_cudnn_on_gpu, data_format, dilations, padding, name }) => {
    const attrs = { ...paddingAttrs(padding), strides, use_cudnn_on_gpu, data_format, dilations };
    return createOp("Conv2DBackpropFilter", { input, filter_sizes, out_backprop }, attrs, name);
  },
);

interface Layout1d {
  readonly format: "NHWC" | "NCHW";
  /** Where the height of 1 is added. */
  readonly axis: number;
  readonly channel: number;
}

function layout1d(format: string | null, wide: boolean): Layout1d {
  if (format === null || format === "NWC" || (wide && format === "NHWC"))
    return { format: "NHWC", axis: 1, channel: 2 };
  if (format === "NCW" || (wide && format === "NCHW")) return { format: "NCHW", axis: 2, channel: 1 };
  throw new ValueError('data_format must be "NWC" or "NCW".');
}

export function conv1dOf(value: TensorLike, filters: TensorLike, o: ConvOptions, name: Name = null): Tensor {
  return scoped(name, "conv1d", [value, filters], (scope) => {
    const { format, axis, channel } = layout1d(o.data_format ?? null, true);
    const strides = [1, ...windowSequence(o.strides, 1, channel, "stride")];
    const dilations = [1, ...windowSequence(o.dilations ?? null, 1, channel, "dilations")];
    const input = expandDims(value, axis);
    const filter = expandDims(filters, 0);
    const use_cudnn_on_gpu = o.use_cudnn_on_gpu ?? undefined;
    const attrs = { strides, padding: o.padding as string, use_cudnn_on_gpu, data_format: format, dilations };
    return squeezeDims(createOp("Conv2D", { input, filter }, attrs, scope), [axis]);
  });
}

interface Conv1dArguments {
  value: TensorLike | null;
  filters: TensorLike;
  stride: Sizes;
  padding: string;
  use_cudnn_on_gpu: boolean | null;
  data_format: string | null;
  name: Name;
  input: TensorLike | null;
  dilations: Sizes;
}

/** tf.nn.conv1d: `value` [batch, width, channels] with `filters` [taps, channels, outputs]. */
export const conv1d = pyFunction<Conv1dArguments>()(
  "conv1d",
  "(value=None, filters=None, stride=None, padding=None, use_cudnn_on_gpu=None, data_format=None, name=None, input=None, dilations=None)",
  (p) => conv1dOf(eitherArgument("input", p.input, "value", p.value)!, p.filters, { ...p, strides: p.stride }, p.name),
);

interface TransposeArguments {
  input: TensorLike;
  filters: TensorLike;
  output_shape: TensorLike;
  strides: Sizes;
  padding: string;
  data_format: string | null;
  dilations: Sizes;
  name: Name;
}

export function conv1dTranspose(p: TransposeArguments): Tensor {
  return scoped(p.name, "conv1d_transpose", [p.input, p.filters, p.output_shape], (scope) => {
    const { format, axis, channel } = layout1d(p.data_format, false);
    const strides = [1, ...windowSequence(p.strides, 1, channel, "stride")];
    const dilations = [1, ...windowSequence(p.dilations, 1, channel, "dilations")];
    const out_backprop = expandDims(p.input, axis);
    const filter = expandDims(p.filters, 0);
    const part = (from: number, to?: number): TensorLike =>
      p.output_shape instanceof Tensor
        ? p.output_shape.at(`${from === 0 ? "" : from}:${to ?? ""}`)
        : (p.output_shape as readonly number[]).slice(from, to);
    const input_sizes = concatValues([part(0, axis), [1], part(axis)], 0);
    const attrs = { strides, padding: p.padding, data_format: format, dilations };
    return squeezeDims(createOp("Conv2DBackpropInput", { input_sizes, filter, out_backprop }, attrs, scope), [axis]);
  });
}

/** tf.nn.conv1d_transpose: the gradient of tf.nn.conv1d as an operation of its own. */
export const conv1d_transpose = pyFunction<TransposeArguments>()(
  "conv1d_transpose",
  "(input, filters, output_shape, strides, padding='SAME', data_format='NWC', dilations=None, name=None)",
  conv1dTranspose,
);

export function conv2dTranspose(p: TransposeArguments): Tensor {
  return scoped(p.name, "conv2d_transpose", [p.input, p.filters, p.output_shape], (scope) => {
    const attrs = conv2dAttrs(p);
    const inputs = { input_sizes: p.output_shape, filter: p.filters, out_backprop: p.input };
    return createOp("Conv2DBackpropInput", inputs, { ...attrs, padding: p.padding, explicit_paddings: [] }, scope);
  });
}

type OldTransposeArguments = Omit<TransposeArguments, "input" | "filters"> & {
  value: TensorLike | null;
  filter: TensorLike | null;
  input: TensorLike | null;
  filters: TensorLike | null;
};

function renamed(p: OldTransposeArguments): TransposeArguments {
  const input = eitherArgument("input", p.input, "value", p.value)!;
  return { ...p, input, filters: eitherArgument("filters", p.filters, "filter", p.filter)! };
}

/**
 * tf.nn.conv2d_transpose: the gradient of tf.nn.conv2d as an operation of its own, `filter` being
 * [rows, cols, outputs, channels] and `output_shape` the shape of the result.
 */
export const conv2d_transpose = pyFunction<OldTransposeArguments>()(
  "conv2d_transpose",
  "(value=None, filter=None, output_shape=None, strides=None, padding='SAME', data_format='NHWC', name=None, input=None, filters=None, dilations=None)",
  (given) => {
    const p = renamed(given);
    return scoped(p.name, "conv2d_transpose", [p.input, p.filters, p.output_shape], (name) =>
      conv2dTranspose({ ...p, name }),
    );
  },
);

export function conv3dTranspose(p: TransposeArguments): Tensor {
  return scoped(p.name, "conv3d_transpose", [p.input, p.filters, p.output_shape], (scope) => {
    const data_format = p.data_format ?? "NDHWC";
    const channel = channelOf(data_format, 3);
    const strides = windowSequence(p.strides, 3, channel, "strides");
    const dilations = windowSequence(p.dilations, 3, channel, "dilations");
    const inputs = { input_sizes: p.output_shape, filter: p.filters, out_backprop: p.input };
    return createOp("Conv3DBackpropInputV2", inputs, { strides, padding: p.padding, data_format, dilations }, scope);
  });
}

/** tf.nn.conv3d_transpose: the gradient of tf.nn.conv3d as an operation of its own. */
export const conv3d_transpose = pyFunction<OldTransposeArguments>()(
  "conv3d_transpose",
  "(value, filter=None, output_shape=None, strides=None, padding='SAME', data_format='NDHWC', name=None, input=None, filters=None, dilations=None)",
  (p) => conv3dTranspose(renamed(p)),
);

const TRANSPOSES = { 1: conv1dTranspose, 2: conv2dTranspose, 3: conv3dTranspose };

/** tf.nn.conv_transpose: the transpose in one, two or three dimensions, by the length of `output_shape`. */
export const conv_transpose = pyFunction<TransposeArguments>()(
  "conv_transpose",
  "(input, filters, output_shape, strides, padding='SAME', data_format=None, dilations=None, name=None)",
  (p) =>
    scoped(p.name, "conv_transpose", [p.input, p.filters, p.output_shape], (name) => {
      const { output_shape: shape } = p;
      let n: number;
      if (shape instanceof Tensor) n = (shape.shape.dims?.[0] ?? 0) - 2;
      else if (Array.isArray(shape)) n = shape.length - 2;
      else throw new ValueError("output_shape must be a tensor or sized collection.");
      if (n !== 1 && n !== 2 && n !== 3)
        throw new ValueError(`output_shape must be of length 3, 4 or 5 but was ${n + 2}.`);
      return TRANSPOSES[n]({ ...p, name });
    }),
);

interface Conv3dArguments {
  input: TensorLike;
  filter: TensorLike | null;
  strides: readonly number[];
  padding: string;
  data_format: string;
  dilations: readonly number[] | undefined;
  name: Name;
  filters: TensorLike | null;
}

/** tf.nn.conv3d: `input` [batch, depth, height, width, channels] with `filter` [d, rows, cols, channels, outputs]. */
export const conv3d = pyFunction<Conv3dArguments>()(
  "conv3d_v1",
  "(input, filter=None, strides=None, padding=None, data_format='NDHWC', dilations=[1,1,1,1,1], name=None, filters=None)",
  ({ input, strides, padding, data_format, dilations, name, ...p }) => {
    const filter = eitherArgument("filters", p.filters, "filter", p.filter);
    return createOp("Conv3D", { input, filter }, { strides, padding, data_format, dilations }, name);
  },
);

interface Conv3dFilterArguments {
  input: TensorLike;
  filter_sizes: TensorLike;
  out_backprop: TensorLike;
  strides: readonly number[];
  padding: string;
  data_format: string;
  dilations: readonly number[] | undefined;
  name: Name;
}

/** tf.nn.conv3d_backprop_filter: the gradient of tf.nn.conv3d for a filter of shape `filter_sizes`. */
export const conv3d_backprop_filter = pyFunction<Conv3dFilterArguments>()(
  "conv3d_backprop_filter_v2",
  "(input, filter_sizes, out_backprop, strides, padding, data_format='NDHWC', dilations=[1,1,1,1,1], name=None)",
  ({ input, filter_sizes, out_backprop, strides, padding, data_format, dilations, name }) =>
    createOp(
      "Conv3DBackpropFilterV2",
      { input, filter_sizes, out_backprop },
      { strides, padding, data_format, dilations },
      name,
    ),
);

/** The static shape of something that may not be a tensor yet. */
export function staticShapeOf(x: TensorLike): TensorShape {
  if (x instanceof Operators) return convertToTensor(x).shape;
  if (x instanceof Strided) return new TensorShape(x.shape);
  throw new TypeError(`'${Array.isArray(x) ? "list" : typeof x}' object has no attribute 'shape'`);
}

interface ConvolutionOptions {
  readonly padding: string;
  readonly strides: Sizes;
  readonly dilations: Sizes;
  readonly data_format: string | null;
}

/** One convolution without dilation, in as many dimensions as the images have. */
function plainConvolution(n: number, input: TensorLike, filter: TensorLike, o: ConvolutionOptions, name: Name): Tensor {
  if (n === 1) return conv1dOf(input, filter, o, name);
  const attrs = {
    strides: o.strides as readonly number[],
    padding: o.padding,
    data_format: o.data_format ?? undefined,
    dilations: (o.dilations as readonly number[] | null) ?? undefined,
  };
  return createOp(n === 2 ? "Conv2D" : "Conv3D", { input, filter }, attrs, name);
}

function checkDilation(strides: readonly number[], dilations: readonly number[]): void {
  if (dilations.some((d) => d < 1)) throw new ValueError("all values of dilation_rate must be positive");
  if (strides.some((s) => s < 1)) throw new ValueError("all values of strides must be positive");
  if (strides.some((s) => s > 1) && dilations.some((d) => d > 1)) {
    throw new ValueError("strides > 1 not supported in conjunction with dilation_rate > 1");
  }
}

export function convolutionOf(
  input: TensorLike,
  filters: TensorLike,
  o: ConvolutionOptions,
  name: Name = null,
): Tensor {
  const [x, f] = [staticShapeOf(input), staticShapeOf(filters)];
  const rank = x.rank ?? f.rank;
  if (rank === null) throw new ValueError("rank of input or filter must be known");
  const n = rank - 2;
  if (n < 1 || n > 3) throw new ValueError(`Input tensor must be of rank 3, 4 or 5 but was ${rank}.`);
  const channel = channelOf(o.data_format ?? "", n);
  const strides = windowSequence(o.strides, n, channel, "strides");
  const dilations = windowSequence(o.dilations, n, channel, "dilations");
  return scoped(name, "convolution", [input, filters], (scope) => {
    if (dilations.every((d) => d === 1))
      return plainConvolution(n, input, filters, { ...o, strides, dilations }, scope);
    const along = (list: readonly number[]): number[] => (channel === 1 ? list.slice(2) : list.slice(1, -1));
    return dilatedConvolution(
      x,
      f,
      input,
      filters,
      { ...o, strides: along(strides), dilations: along(dilations) },
      scope,
    );
  });
}

/** Dilation by moving space to batch: one plain convolution per phase. */
function dilatedConvolution(
  x: TensorShape,
  f: TensorShape,
  input: TensorLike,
  filters: TensorLike,
  o: ConvolutionOptions,
  name: string,
): Tensor {
  const rank = f.rank ?? x.rank!;
  if (x.rank !== null && x.rank !== rank) throw new ValueError(`input tensor must have rank ${rank}`);
  const n = rank - 2;
  const format = o.data_format;
  const channels = x.dims?.at(format?.startsWith("NC") ? 1 : n + 1) ?? null;
  const depth = f.dims?.[n] ?? null;
  if (channels !== null && depth !== null && channels !== depth) {
    throw new ValueError(
      `number of input channels does not match corresponding dimension of filter, ${channels} != ${depth}`,
    );
  }
  const strides = o.strides as readonly number[];
  checkDilation(strides, o.dilations as readonly number[]);
  const channel = channelOf(format ?? "", n);
  const all = n === 1 ? strides : windowSequence(strides, n, channel, "strides");
  return withSpaceToBatch(input, {
    dilationRate: o.dilations as readonly number[],
    padding: o.padding,
    filterShape: () => convertToTensor(f, { name: "filter_shape" }),
    outputChannels: f.dims?.at(-1) ?? null,
    firstAxis: format?.startsWith("NC") ? 2 : 1,
    op: (image, padding) =>
      plainConvolution(n, image, filters, { strides: all, padding, dilations: null, data_format: format }, name),
  });
}

interface ConvolutionArguments {
  input: TensorLike;
  filter: TensorLike;
  padding: string;
  strides: Sizes;
  dilation_rate: Sizes;
  name: Name;
  data_format: string | null;
  filters: TensorLike | null;
  dilations: Sizes;
}

/** tf.nn.convolution: in one to three dimensions; a dilation spreads the filter's taps. */
export const convolution = pyFunction<ConvolutionArguments>()(
  "convolution",
  "(input, filter, padding, strides=None, dilation_rate=None, name=None, data_format=None, filters=None, dilations=None)",
  (p) => {
    const filter = eitherArgument("filters", p.filters, "filter", p.filter)!;
    const dilations = eitherArgument("dilations", p.dilations, "dilation_rate", p.dilation_rate);
    return convolutionOf(p.input, filter, { ...p, dilations }, p.name);
  },
);

interface AtrousArguments {
  value: TensorLike;
  filters: TensorLike;
  rate: number;
  padding: string;
  name: Name;
}

/** tf.nn.atrous_conv2d: tf.nn.conv2d with taps `rate` apart. */
export const atrous_conv2d = pyFunction<AtrousArguments>()(
  "atrous_conv2d",
  "(value, filters, rate, padding, name=None)",
  (p) =>
    convolutionOf(
      p.value,
      p.filters,
      { padding: p.padding, strides: null, dilations: [p.rate, p.rate], data_format: null },
      p.name,
    ),
);
