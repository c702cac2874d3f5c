/**
 * Convolutions in two and three dimensions and their gradients as op records.
 * Source: Conv2D, Conv3D (core/ops/nn_ops.cc, core/kernels/conv_ops.cc, conv_grad_ops.cc; tensorflow/python/ops/nn_grad.py).
 */
import { createOp, createOperation } from "../../graph/create_op.js";
import { invalidArgument, KernelError } from "../../graph/errors.js";
import type { Kernel, KernelContext, Value } from "../../graph/kernel.js";
import type { Operation } from "../../graph/operation.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import { ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { dtypeOf, type NumericData } from "../../np/dtype.js";
import {
  bindConv,
  bindConvFilterGradient,
  bindConvInputGradient,
  type ConvAttrs,
  type Convolution,
} from "../../numerics/conv/conv.js";
import { extentOf } from "../../numerics/conv/window.js";
import { shapeInternal } from "../array/shape.js";
import { numpyName, shapeText } from "../math/elementwise.js";
import { noKernel } from "../no_kernel.js";
import { mergeDim, withRank } from "../shape_functions.js";
import { checkOutputSize, intsAttr, layoutOf, paddingOf, windowedDim } from "./windows.js";

type Spatial = 2 | 3;

/** Channels of the images are those of the filter, or (in two dimensions) a multiple: a grouped convolution. */
function checkChannels(spatial: Spatial, channels: number | null, depth: number | null, outputs: number | null): void {
  if (spatial === 3) {
    mergeDim(channels, depth);
    return;
  }
  if (channels === null || depth === null) return;
  if (channels % depth !== 0) {
    throw new ShapeError(`Depth of input (${channels}) is not a multiple of input depth of filter (${depth})`);
  }
  const groups = channels / depth;
  if (groups > 1 && outputs !== null && outputs % groups !== 0) {
    throw new ShapeError(`Depth of output (${outputs}) is not a multiple of the number of groups (${groups})`);
  }
}

function convShape(spatial: Spatial): ShapeFn {
  return (c) => {
    const rank = spatial + 2;
    const format = c.attr<string>("data_format");
    const layout = layoutOf(format, spatial);
    const x = withRank(c.input(0), rank);
    const filter = withRank(c.input(1), rank);
    const strides = intsAttr(c, "strides");
    const dilations = intsAttr(c, "dilations");
    if (spatial === 2 && dilations.length !== 4) {
      throw new ShapeError(`Conv2D requires the dilation attribute to contain 4 values, but got: ${dilations.length}`);
    }
    if (strides.length !== rank) {
      const where = spatial === 2 ? `Conv2D on data format ${format}` : "Conv3D";
      throw new ShapeError(
        `${where} requires the stride attribute to contain ${rank} values, but got: ${strides.length}`,
      );
    }
    checkChannels(spatial, x[layout.channel]!, filter[spatial]!, filter[spatial + 1]!);
    const padding = c.attr<string>("padding");
    const pads = spatial === 2 ? intsAttr(c, "explicit_paddings") : [];
    const out = new Array<number | null>(rank).fill(null);
    out[0] = x[0]!;
    out[layout.channel] = filter[spatial + 1]!;
    layout.spatial.forEach((d, i) => {
      const around = padding === "EXPLICIT" ? pads.slice(2 * d, 2 * d + 2) : [0, 0];
      out[d] = windowedDim(x[d]!, filter[i]!, dilations[d]!, strides[d]!, padding, around);
    });
    return [new TensorShape(out)];
  };
}

function sizesShape(i: number, rank: number): ShapeFn {
  return (c) => [new TensorShape(withRank(c.constantShape(i), rank))];
}

const FORWARD = {
  dilated: "Current implementation does not yet support",
  strides: "Sliding window strides should be larger than 0.",
};

/** Checks that the kernel makes when it is constructed, and the attributes as numerics takes them. */
function attrsOf(k: KernelContext, spatial: Spatial): ConvAttrs {
  const { channel, spatial: axes } = layoutOf(k.attr<string>("data_format"), spatial);
  const strides = intsAttr(k, "strides");
  const dilations = intsAttr(k, "dilations");
  if (strides[0] !== 1 || strides[channel] !== 1) {
    throw invalidArgument("Current implementation does not yet support strides in the batch and depth dimensions.");
  }
  if (axes.some((d) => strides[d]! <= 0)) {
    throw invalidArgument(spatial === 2 ? FORWARD.strides : "Spatial strides should be larger than 0.");
  }
  if (dilations[0] !== 1 || dilations[channel] !== 1) {
    throw invalidArgument(`${FORWARD.dilated} dilations in the batch and depth dimensions.`);
  }
  if (axes.some((d) => dilations[d]! <= 0)) throw invalidArgument("Dilated rates should be larger than 0.");
  return {
    strides: axes.map((d) => strides[d]!),
    padding: paddingOf(k, axes, spatial === 2),
    dilations: axes.map((d) => dilations[d]!),
  };
}

function bound(k: KernelContext, value: Value, bind: () => Convolution): Convolution {
  const name = numpyName(value);
  if (name !== "float32" && name !== "float64") throw noKernel(k);
  return bind();
}

/** Output sizes of a convolution of these shapes. */
function outputSizes(
  x: readonly number[],
  taps: readonly number[],
  { strides, padding, dilations }: ConvAttrs,
): number[] {
  return taps.map((n, i) => {
    const dilation = dilations![i]!;
    const { out } = extentOf(x[i + 1]!, n, strides[i]!, dilation, padding, i);
    checkOutputSize(x[i + 1]!, (n - 1) * dilation + 1, strides[i]!, out);
    return out;
  });
}

function convKernel(spatial: Spatial): Kernel {
  return (k) => {
    const attrs = attrsOf(k, spatial);
    const [x, filter] = [k.input(0), k.input(1)];
    const rank = spatial + 2;
    if (x.shape.length !== rank) throw invalidArgument(`input must be ${rank}-dimensional${shapeText(x.shape)}`);
    if (filter.shape.length !== rank)
      throw invalidArgument(`filter must be ${rank}-dimensional: ${shapeText(filter.shape)}`);
    const format = k.attr<string>("data_format");
    const channels = x.shape[layoutOf(format, spatial).channel]!;
    const depth = filter.shape[spatial]!;
    if (channels % depth !== 0) {
      const text = "nput depth must be evenly divisible by filter depth";
      throw invalidArgument(`${spatial === 2 ? "i" : "I"}${text}: ${channels} vs ${depth}`);
    }
    if (format.startsWith("NC")) throw wrongFormat(spatial, format);
    if (spatial === 3 && attrs.dilations!.some((d) => d !== 1)) {
      throw invalidArgument("CPU implementation of Conv3D currently only supports dilated rates of 1.");
    }
    if (channels !== depth) throw noGroups(channels, depth);
    outputSizes(x.shape, filter.shape.slice(0, spatial), attrs);
    const { shape, run } = bound(k, x, () => bindConv(dtypeOf(numpyName(x)), x.shape, filter.shape, attrs));
    const out = k.output(0, shape).data as NumericData;
    return () => run(x.data as NumericData, filter.data as NumericData, out);
  };
}

function wrongFormat(spatial: Spatial, format: string): KernelError {
  if (spatial === 3)
    return invalidArgument("CPU implementation of Conv3D currently only supports the NHWC tensor format.");
  const text = "The Conv2D op currently only supports the NHWC tensor format on the CPU. The op was given the format:";
  return new KernelError("UNIMPLEMENTED", `${text} ${format}`);
}

function noGroups(channels: number, depth: number): KernelError {
  return new KernelError(
    "UNIMPLEMENTED",
    `The Conv2D op currently does not support grouped convolutions on the CPU. A grouped convolution was attempted to be run because the input depth of ${channels} does not match the filter input depth of ${depth}`,
  );
}

/** Raises where the shapes of images, filter and gradient of the output don't belong together. */
function checkGradient(
  label: string,
  x: readonly number[],
  filter: readonly number[],
  g: readonly number[],
  attrs: ConvAttrs,
): void {
  const rank = attrs.strides.length + 2;
  const spatial = rank - 2;
  if (x.length !== rank) throw invalidArgument(`${label}: input must be ${rank}-dimensional`);
  if (filter.length !== rank) throw invalidArgument(`${label}: filter must be ${rank}-dimensional`);
  if (g.length !== rank) throw invalidArgument(`${label}: out_backprop must be ${rank}-dimensional`);
  if (x[0] !== g[0]) {
    throw invalidArgument(
      `${label}: input and out_backprop must have the same batch sizeinput batch: ${x[0]}outbackprop batch: ${g[0]} batch_dim: 0`,
    );
  }
  if (x[rank - 1]! % filter[spatial]! !== 0)
    throw invalidArgument(`${label}: input depth must be evenly divisible by filter depth`);
  if (filter[rank - 1] !== g[rank - 1])
    throw invalidArgument(`${label}: filter and out_backprop must have the same out_depth`);
  outputSizes(x, filter.slice(0, spatial), attrs).forEach((out, i) => {
    const [size, taps, actual] = [x[i + 1]!, filter[i]!, g[i + 1]!];
    if (out === actual) return;
    throw invalidArgument(
      `${label}: Size of out_backprop doesn't match computed: actual = ${actual}, computed = ${out} spatial_dim: ${i + 1} input: ${size} filter: ${taps} output: ${actual} stride: ${attrs.strides[i]} dilation: ${attrs.dilations![i]}`,
    );
  });
}

/** The gradient kernels' own checks of layout and dilation. */
function gradientAttrs(k: KernelContext, spatial: Spatial, label: string): ConvAttrs {
  if (k.attr<string>("data_format").startsWith("NC")) {
    throw invalidArgument(
      spatial === 2 ? `${label}Op only supports NHWC.` : `${label}V2 only supports NDHWC on the CPU.`,
    );
  }
  const attrs = attrsOf(k, spatial);
  if (attrs.dilations!.some((d) => d !== 1)) {
    const what = spatial === 2 ? "libxsmm and customized CPU implementations do" : "CPU implementation does";
    throw invalidArgument(`Current ${what} not yet support dilation rates larger than 1.`);
  }
  return attrs;
}

function sizesInput(k: KernelContext, i: number, label: string, name: string): number[] {
  const { shape } = k.input(i);
  if (shape.length !== 1) throw invalidArgument(`${label}: ${name} input must be 1-dim, not ${shape.length}`);
  return k.ints(i);
}

function inputGradientKernel(spatial: Spatial): Kernel {
  const label = spatial === 2 ? "Conv2DCustomBackpropInput" : "Conv3DBackpropInputOp";
  return (k) => {
    const attrs = gradientAttrs(k, spatial, label);
    const shape = sizesInput(k, 0, spatial === 2 ? "Conv2DBackpropInput" : label, "input_sizes");
    const [filter, g] = [k.input(1), k.input(2)];
    checkGradient(label, shape, filter.shape, g.shape, attrs);
    const { run } = bound(k, g, () => bindConvInputGradient(dtypeOf(numpyName(g)), shape, filter.shape, attrs));
    const out = k.output(0, shape).data as NumericData;
    return () => run(filter.data as NumericData, g.data as NumericData, out);
  };
}

function filterGradientKernel(spatial: Spatial): Kernel {
  const label = spatial === 2 ? "Conv2DCustomBackpropFilter" : "Conv3DBackpropFilterOp";
  return (k) => {
    const attrs = gradientAttrs(k, spatial, label);
    const shape = sizesInput(k, 1, label, "filter_sizes");
    const [x, g] = [k.input(0), k.input(2)];
    checkGradient(label, x.shape, shape, g.shape, attrs);
    const { run } = bound(k, g, () => bindConvFilterGradient(dtypeOf(numpyName(g)), x.shape, shape, attrs));
    const out = k.output(0, shape).data as NumericData;
    return () => run(x.data as NumericData, g.data as NumericData, out);
  };
}

const ATTRS = {
  2: ["strides", "padding", "explicit_paddings", "use_cudnn_on_gpu", "data_format", "dilations"],
  3: ["strides", "padding", "data_format", "dilations"],
} as const;

/** The attributes that all three op types of a dimension share. */
function shared(op: Operation, spatial: Spatial) {
  return Object.fromEntries(ATTRS[spatial].map((name) => [name, op.attr(name)]));
}

function inputGradient(
  op: Operation,
  n: Spatial,
  input_sizes: unknown,
  filter: unknown,
  out_backprop: unknown,
): Tensor {
  const type = n === 2 ? "Conv2DBackpropInput" : "Conv3DBackpropInputV2";
  return createOp(type, { input_sizes, filter, out_backprop }, shared(op, n));
}
function filterGradient(
  op: Operation,
  n: Spatial,
  input: unknown,
  filter_sizes: unknown,
  out_backprop: unknown,
): Tensor {
  const type = n === 2 ? "Conv2DBackpropFilter" : "Conv3DBackpropFilterV2";
  return createOp(type, { input, filter_sizes, out_backprop }, shared(op, n));
}
function forward(op: Operation, n: Spatial, input: unknown, filter: unknown): Tensor {
  return createOp(n === 2 ? "Conv2D" : "Conv3D", { input, filter }, shared(op, n));
}

const conv2dGrad: GradientFn = (op, dy) => {
  const [x, filter] = op.inputs as readonly [Tensor, Tensor];
  const [xShape, filterShape] = createOperation("ShapeN", { input: [x, filter] }).outputs;
  const gx = inputGradient(op, 2, xShape, filter, dy);
  return [gx, filterGradient(op, 2, x, filterShape, dy)];
};

const conv3dGrad: GradientFn = (op, dy) => {
  const [x, filter] = op.inputs as readonly [Tensor, Tensor];
  const gx = inputGradient(op, 3, shapeInternal(x), filter, dy);
  return [gx, filterGradient(op, 3, x, shapeInternal(filter), dy)];
};

function gradOfInputGradient(n: Spatial): GradientFn {
  return (op, dy) => {
    const [, filter, g] = op.inputs as readonly [Tensor, Tensor, Tensor];
    const gFilter = filterGradient(op, n, dy, shapeInternal(filter), g);
    return [null, gFilter, forward(op, n, dy, filter)];
  };
}

function gradOfFilterGradient(n: Spatial): GradientFn {
  return (op, dy) => {
    const [x, , g] = op.inputs as readonly [Tensor, Tensor, Tensor];
    const gx = inputGradient(op, n, shapeInternal(x), dy, g);
    return [gx, null, forward(op, n, x, dy)];
  };
}

export const convRecords: readonly OpRecord[] = [
  { type: "Conv2D", shape: convShape(2), kernel: convKernel(2), grad: conv2dGrad },
  {
    type: "Conv2DBackpropInput",
    shape: sizesShape(0, 4),
    kernel: inputGradientKernel(2),
    grad: gradOfInputGradient(2),
  },
  {
    type: "Conv2DBackpropFilter",
    shape: sizesShape(1, 4),
    kernel: filterGradientKernel(2),
    grad: gradOfFilterGradient(2),
  },
  { type: "Conv3D", shape: convShape(3), kernel: convKernel(3), grad: conv3dGrad },
  {
    type: "Conv3DBackpropInputV2",
    shape: sizesShape(0, 5),
    kernel: inputGradientKernel(3),
    grad: gradOfInputGradient(3),
  },
  {
    type: "Conv3DBackpropFilterV2",
    shape: sizesShape(1, 5),
    kernel: filterGradientKernel(3),
    grad: gradOfFilterGradient(3),
  },
];
