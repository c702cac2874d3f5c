/**
 * A bias per channel.
 * Source: tf.nn.bias_add, tf.nn.xw_plus_b, tf.nn.relu_layer (tensorflow/python/ops/nn_ops.py, nn_impl.py, nn_grad.py;
 * core/kernels/bias_op.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import type { ShapeContext, ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { dtypeOf, type NumericData } from "../../np/dtype.js";
import { ValueError } from "../../np/errors.js";
import { bindBiasAdd, bindBiasAddGrad, type DataFormat } from "../../numerics/reductions/sums.js";
import { concatValues } from "../array/concat.js";
import { replaceDim } from "../array/dimensions.js";
import { onesLike } from "../array/fill.js";
import { rangeOf } from "../array/range.js";
import { reshapeTo } from "../array/reshape.js";
import { rankInternal, shapeInternal } from "../array/shape.js";
import { tileBy } from "../array/tile.js";
import { numpyName, outputOver, shapeText } from "../math/elementwise.js";
import { matmulOf } from "../math/matmul.js";
import { sub } from "../math/operators.js";
import { reduceSum } from "../math/reductions.js";
import { mergeDim, withRank, withRankAtLeast } from "../shape_functions.js";

type Name = string | null;

/** The attribute, for op types that have it. */
function formatOf(c: { hasAttr(name: string): boolean; attr<T extends string>(name: string): T }): DataFormat {
  return c.hasAttr("data_format") ? c.attr<DataFormat>("data_format") : "NHWC";
}

const biasAddShape: ShapeFn = (c: ShapeContext) => {
  const nchw = formatOf(c) === "NCHW";
  const x = withRankAtLeast(c.input(0), nchw ? 3 : 2);
  const [bias] = withRank(c.input(1), 1);
  if (x.dims === null) return [unknownShape];
  const axis = nchw ? 1 : x.dims.length - 1;
  return [replaceDim(x, axis, mergeDim(x.dims[axis]!, bias!))];
};

function kernelFormat(k: { readonly type: string; attr<T extends string>(name: string): T }): DataFormat {
  return k.type === "BiasAddV1" ? "NHWC" : k.attr<DataFormat>("data_format");
}

const biasAddKernel: Kernel = (k) => {
  const [x, bias] = [k.input(0), k.input(1)];
  if (x.shape.length < 2) throw invalidArgument(`Input tensor must be at least 2D: ${shapeText(x.shape)}`);
  if (bias.shape.length !== 1) throw invalidArgument(`Biases must be 1D: ${shapeText(bias.shape)}`);
  const format = kernelFormat(k);
  const channels = format === "NCHW" ? x.shape[1]! : x.shape.at(-1)!;
  if (bias.size !== channels) {
    const shapes = `${shapeText(bias.shape)} vs. ${shapeText(x.shape)}`;
    throw invalidArgument(`Must provide as many biases as the last dimension of the input tensor: ${shapes}`);
  }
  const run = bindBiasAdd(dtypeOf(numpyName(x)), x.shape, format);
  const out = outputOver(k, x.shape, [0]).data as NumericData;
  return () => run(x.data as NumericData, bias.data as NumericData, out);
};

const biasAddGradShape: ShapeFn = (c) => {
  const x = withRankAtLeast(c.input(0), 2);
  if (formatOf(c) === "NCHW") withRankAtLeast(x, 3);
  return [new TensorShape([x.dims === null ? null : x.dims.at(formatOf(c) === "NCHW" ? 1 : -1)!])];
};

const biasAddGradKernel: Kernel = (k) => {
  const g = k.input(0);
  if (g.shape.length < 2) throw invalidArgument(`Input tensor must be at least 2D: ${shapeText(g.shape)}`);
  const format = kernelFormat(k);
  const run = bindBiasAddGrad(dtypeOf(numpyName(g)), g.shape, format);
  const channels = format === "NCHW" ? g.shape[1]! : g.shape.at(-1)!;
  const out = k.output(0, [channels]).data as NumericData;
  return () => run(g.data as NumericData, out);
};

const biasAddGrad: GradientFn = (op, dy) => [
  dy!,
  createOp("BiasAddGrad", { out_backprop: dy }, { data_format: op.attr<string>("data_format") }),
];

/** The gradient of a sum over all but the channels: repeated there. */
const biasAddGradGrad: GradientFn = (op, dy) => {
  const shape = shapeInternal(op.inputs[0]!);
  const biasShape = shapeInternal(dy as Tensor);
  let expanded: Tensor;
  let repeats: Tensor;
  if (op.attr<string>("data_format") === "NCHW") {
    expanded = concatValues([onesLike(shape.at(":1")), biasShape, onesLike(shape.at("2:"))], 0);
    repeats = concatValues([shape.at(":1"), [1], shape.at("2:")], 0);
  } else {
    expanded = concatValues([onesLike(shape.at(":-1")), biasShape], 0);
    repeats = concatValues([shape.at(":-1"), [1]], 0);
  }
  return [tileBy(reshapeTo(dy as Tensor, expanded), repeats)];
};

const biasAddV1Grad: GradientFn = (_, dy) => {
  const axes = rangeOf(0, sub(rankInternal(dy as Tensor), 1));
  return [dy!, reduceSum(dy as Tensor, axes)];
};

export const biasAddRecords: readonly OpRecord[] = [
  { type: "BiasAdd", shape: biasAddShape, kernel: biasAddKernel, grad: biasAddGrad },
  { type: "BiasAddV1", shape: biasAddShape, kernel: biasAddKernel, grad: biasAddV1Grad },
  { type: "BiasAddGrad", shape: biasAddGradShape, kernel: biasAddGradKernel, grad: biasAddGradGrad },
];

export function biasAdd(
  given: TensorLike,
  givenBias: TensorLike,
  format: string | null = null,
  name: Name = null,
): Tensor {
  return scoped(name, "BiasAdd", [given, givenBias], (scope) => {
    let data_format: DataFormat | undefined;
    if (format !== null) {
      if (format.startsWith("NC")) data_format = "NCHW";
      else if (format.startsWith("N") && format.endsWith("C")) data_format = "NHWC";
      else throw new ValueError("data_format must be of the form `N...C` or `NC...`");
    }
    const value = convertToTensor(given, { name: "input" });
    const bias = convertToTensor(givenBias, { dtype: value.dtype, name: "bias" });
    return createOp("BiasAdd", { value, bias }, { data_format }, scope);
  });
}

/** tf.nn.bias_add: `value` plus a vector `bias` along the last axis ("N...C") or the second one ("NC..."). */
export const bias_add = pyFunction<{ value: TensorLike; bias: TensorLike; data_format: string | null; name: Name }>()(
  "bias_add",
  "(value, bias, data_format=None, name=None)",
  (p) => biasAdd(p.value, p.bias, p.data_format, p.name),
);

interface LinearArguments {
  x: TensorLike;
  weights: TensorLike;
  biases: TensorLike;
  name: Name;
}

function linear(p: LinearArguments): { product: Tensor; biases: Tensor } {
  const x = convertToTensor(p.x, { name: "x" });
  const weights = convertToTensor(p.weights, { name: "weights" });
  const biases = convertToTensor(p.biases, { name: "biases" });
  return { product: matmulOf(x, weights), biases };
}

/** tf.nn.xw_plus_b: matmul(x, weights) + biases. */
export const xw_plus_b = pyFunction<LinearArguments>()("xw_plus_b", "(x, weights, biases, name=None)", (p) =>
  scoped(p.name, "xw_plus_b", [p.x, p.weights, p.biases], (scope) => {
    const { product, biases } = linear(p);
    return biasAdd(product, biases, null, scope);
  }),
);

/** tf.nn.relu_layer: relu(matmul(x, weights) + biases). */
export const relu_layer = pyFunction<LinearArguments>()("relu_layer", "(x, weights, biases, name=None)", (p) =>
  scoped(p.name, "relu_layer", [p.x, p.weights, p.biases], (scope) => {
    const { product, biases } = linear(p);
    return createOp("Relu", { features: biasAdd(product, biases) }, {}, scope);
  }),
);
