/**
 * Depthwise convolution and its gradients as op records: every channel has filters of its own.
 * Source: DepthwiseConv2dNative (core/ops/nn_ops.cc, core/kernels/depthwise_conv_op.cc, depthwise_conv_grad_op.cc;
 * tensorflow/python/ops/nn_grad.py).
 */
import { createOp } from "../../graph/create_op.js";
import { invalidArgument, KernelError } from "../../graph/errors.js";
import type { Kernel, KernelContext, Value } from "../../graph/kernel.js";
import type { Operation } from "../../graph/operation.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import { ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { dtypeOf, type NumericData } from "../../np/dtype.js";
import type { ConvAttrs, Convolution } from "../../numerics/conv/conv.js";
import {
  bindDepthwiseConv,
  bindDepthwiseFilterGradient,
  bindDepthwiseInputGradient,
} from "../../numerics/conv/depthwise.js";
import { extentOf } from "../../numerics/conv/window.js";
import { multiplyDims } from "../array/dimensions.js";
import { shapeInternal } from "../array/shape.js";
import { numpyName, shapeText } from "../math/elementwise.js";
import { noKernel } from "../no_kernel.js";
import { mergeDim, withRank } from "../shape_functions.js";
import { checkOutputSize, intsAttr, layoutOf, paddingOf, windowedDim } from "./windows.js";

const depthwiseShape: ShapeFn = (c) => {
  const x = withRank(c.input(0), 4);
  const filter = withRank(c.input(1), 4);
  const strides = intsAttr(c, "strides");
  const dilations = intsAttr(c, "dilations");
  if (strides.length !== 4) {
    throw new ShapeError(
      `DepthwiseConv2D requires the stride attribute to contain 4 values, but got: ${strides.length}`,
    );
  }
  const { channel, spatial } = layoutOf(c.attr<string>("data_format"), 2);
  const channels = mergeDim(x[channel]!, filter[2]!);
  const out = new Array<number | null>(4).fill(null);
  out[0] = x[0]!;
  out[channel] = multiplyDims(channels, filter[3]!);
  spatial.forEach((d, i) => {
    out[d] = windowedDim(x[d]!, filter[i]!, dilations[d]!, strides[d]!, c.attr<string>("padding"));
  });
  return [new TensorShape(out)];
};

/** Dilations are an attribute that the CPU kernel doesn't read. */
function attrsOf(k: KernelContext): ConvAttrs {
  const format = k.attr<string>("data_format");
  const { channel, spatial } = layoutOf(format, 2);
  const strides = intsAttr(k, "strides");
  const along = spatial.map((d) => strides[d]!);
  if (along[0] !== along[1]) {
    throw invalidArgument(
      "Current implementation only supports equal length strides in the row and column dimensions.",
    );
  }
  if (strides[0] !== 1 || strides[channel] !== 1) {
    throw invalidArgument("Current implementation does not yet support strides in the batch and depth dimensions.");
  }
  if (format === "NCHW")
    throw new KernelError("UNIMPLEMENTED", "Depthwise convolution on CPU is only supported for NHWC format");
  return { strides: along, padding: paddingOf(k, spatial, false) };
}

function bound(k: KernelContext, value: Value, bind: () => Convolution): Convolution {
  const name = numpyName(value);
  if (name !== "float32" && name !== "float64") throw noKernel(k);
  return bind();
}

function outputSizes(x: readonly number[], filter: readonly number[], { strides, padding }: ConvAttrs): number[] {
  return [0, 1].map((i) => {
    const { out } = extentOf(x[i + 1]!, filter[i]!, strides[i]!, 1, padding, i);
    checkOutputSize(x[i + 1]!, filter[i]!, strides[i]!, out);
    return out;
  });
}

const depthwiseKernel: Kernel = (k) => {
  const attrs = attrsOf(k);
  const [x, filter] = [k.input(0), k.input(1)];
  if (x.shape.length !== 4) throw invalidArgument(`input must be 4-dimensional${shapeText(x.shape)}`);
  if (filter.shape.length !== 4) throw invalidArgument(`filter must be 4-dimensional: ${shapeText(filter.shape)}`);
  if (x.shape[3] !== filter.shape[2]) {
    throw invalidArgument(`input and filter must have the same depth: ${x.shape[3]} vs ${filter.shape[2]}`);
  }
  outputSizes(x.shape, filter.shape, attrs);
  const { shape, run } = bound(k, x, () => bindDepthwiseConv(dtypeOf(numpyName(x)), x.shape, filter.shape, attrs));
  const out = k.output(0, shape).data as NumericData;
  return () => run(x.data as NumericData, filter.data as NumericData, out);
};

function checkGradient(
  label: string,
  x: readonly number[],
  filter: readonly number[],
  g: readonly number[],
  attrs: ConvAttrs,
): void {
  if (x.length !== 4) throw invalidArgument(`${label}: input must be 4-dimensional`);
  if (filter.length !== 4) throw invalidArgument(`${label}: filter must be 4-dimensional`);
  if (g.length !== 4) throw invalidArgument(`${label}: out_backprop must be 4-dimensional`);
  if (x[0] !== g[0]) throw invalidArgument(`${label}: input and out_backprop must have the same batch size`);
  if (x[3] !== filter[2]) throw invalidArgument(`${label}: input and filter must have the same in_depth`);
  if (filter[3]! * x[3]! !== g[3])
    throw invalidArgument(`${label}: depth_multiplier * in_depth not equal to out_depth`);
  outputSizes(x, filter, attrs).forEach((out, i) => {
    if (out === g[i + 1]) return;
    const what = i === 0 ? "rows" : "cols";
    throw invalidArgument(
      `${label}: Number of ${what} of out_backprop doesn't match computed: actual = ${g[i + 1]}, computed = ${out}`,
    );
  });
}

const inputGradientKernel: Kernel = (k) => {
  const attrs = attrsOf(k);
  const rank = k.input(0).shape.length;
  if (rank !== 1) throw invalidArgument(`Conv2DBackpropInput: input_sizes input must be 1-dim, not ${rank}`);
  const shape = k.ints(0);
  const [filter, g] = [k.input(1), k.input(2)];
  checkGradient("DepthwiseConv2DBackpropInput", shape, filter.shape, g.shape, attrs);
  const { run } = bound(k, g, () => bindDepthwiseInputGradient(dtypeOf(numpyName(g)), shape, filter.shape, attrs));
  const out = k.output(0, shape).data as NumericData;
  return () => run(filter.data as NumericData, g.data as NumericData, out);
};

const filterGradientKernel: Kernel = (k) => {
  const attrs = attrsOf(k);
  const rank = k.input(1).shape.length;
  if (rank !== 1) throw invalidArgument(`Conv2DBackpropFilter: filter_sizes input must be 1-dim, not ${rank}`);
  const shape = k.ints(1);
  const [x, g] = [k.input(0), k.input(2)];
  checkGradient("DepthwiseConv2DBackpropFilter", x.shape, shape, g.shape, attrs);
  const { run } = bound(k, g, () => bindDepthwiseFilterGradient(dtypeOf(numpyName(g)), x.shape, shape, attrs));
  const out = k.output(0, shape).data as NumericData;
  return () => run(x.data as NumericData, g.data as NumericData, out);
};

const sizes =
  (i: number): ShapeFn =>
  (c) => [new TensorShape(withRank(c.constantShape(i), 4))];

function attrsToPass(op: Operation) {
  return Object.fromEntries(["strides", "padding", "data_format", "dilations"].map((name) => [name, op.attr(name)]));
}
function inputGradient(op: Operation, input_sizes: unknown, filter: unknown, out_backprop: unknown): Tensor {
  return createOp("DepthwiseConv2dNativeBackpropInput", { input_sizes, filter, out_backprop }, attrsToPass(op));
}
function filterGradient(op: Operation, input: unknown, filter_sizes: unknown, out_backprop: unknown): Tensor {
  return createOp("DepthwiseConv2dNativeBackpropFilter", { input, filter_sizes, out_backprop }, attrsToPass(op));
}
function forward(op: Operation, input: unknown, filter: unknown): Tensor {
  return createOp("DepthwiseConv2dNative", { input, filter }, attrsToPass(op));
}

const depthwiseGrad: GradientFn = (op, dy) => {
  const [x, filter] = op.inputs as readonly [Tensor, Tensor];
  const gx = inputGradient(op, shapeInternal(x), filter, dy);
  return [gx, filterGradient(op, x, shapeInternal(filter), dy)];
};
const gradOfInputGradient: GradientFn = (op, dy) => {
  const [, filter, g] = op.inputs as readonly [Tensor, Tensor, Tensor];
  const gFilter = filterGradient(op, dy, shapeInternal(filter), g);
  return [null, gFilter, forward(op, dy, filter)];
};
const gradOfFilterGradient: GradientFn = (op, dy) => {
  const [x, , g] = op.inputs as readonly [Tensor, Tensor, Tensor];
  const gx = inputGradient(op, shapeInternal(x), dy, g);
  return [gx, null, forward(op, x, dy)];
};

export const depthwiseConvRecords: readonly OpRecord[] = [
  { type: "DepthwiseConv2dNative", shape: depthwiseShape, kernel: depthwiseKernel, grad: depthwiseGrad },
  {
    type: "DepthwiseConv2dNativeBackpropInput",
    shape: sizes(0),
    kernel: inputGradientKernel,
    grad: gradOfInputGradient,
  },
  {
    type: "DepthwiseConv2dNativeBackpropFilter",
    shape: sizes(1),
    kernel: filterGradientKernel,
    grad: gradOfFilterGradient,
  },
];
