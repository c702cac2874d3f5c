/**
 * Grayscale dilation and erosion of images.
 * Source: tf.nn.dilation2d, tf.nn.erosion2d (tensorflow/python/ops/nn_ops.py, nn_grad.py; core/kernels/dilation_ops.cc).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { invalidArgument, KernelError } from "../../graph/errors.js";
import type { Kernel, KernelContext } from "../../graph/kernel.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import { ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { dtypeOf, type NumericData } from "../../np/dtype.js";
import { bindDilation2d, bindDilation2dGrad, type Dilation2dAttrs } from "../../numerics/conv/dilation2d.js";
import { eitherArgument } from "../array/expand_dims.js";
import { numpyName, shapeText } from "../math/elementwise.js";
import { noKernel } from "../no_kernel.js";
import { mergeDim, withRank } from "../shape_functions.js";
import { intsAttr, windowedDim } from "./windows.js";

type Name = string | null;

const dilationShape: ShapeFn = (c) => {
  const x = withRank(c.input(0), 4);
  const filter = withRank(c.input(1), 3);
  const [strides, rates] = [intsAttr(c, "strides"), intsAttr(c, "rates")];
  if (strides.length !== 4)
    throw new ShapeError(`Dilation2D requires the stride attribute to contain 4 values, but got: ${strides.length}`);
  if (rates.length !== 4)
    throw new ShapeError(`Dilation2D requires the rates attribute to contain 4 values, but got: ${rates.length}`);
  const depth = mergeDim(x[3]!, filter[2]!);
  const along = (d: 1 | 2) => windowedDim(x[d]!, filter[d - 1]!, rates[d]!, strides[d]!, c.attr<string>("padding"));
  return [new TensorShape([x[0]!, along(1), along(2), depth])];
};

function attrsOf(k: KernelContext): Dilation2dAttrs {
  const [strides, rates] = [intsAttr(k, "strides"), intsAttr(k, "rates")];
  if (strides[0] !== 1 || strides[3] !== 1)
    throw new KernelError("UNIMPLEMENTED", "Stride is only supported across spatial dimensions.");
  if (rates[0] !== 1 || rates[3] !== 1)
    throw new KernelError("UNIMPLEMENTED", "Rate is only supported across spatial dimensions.");
  return {
    strides: strides.slice(1, 3),
    rates: rates.slice(1, 3),
    padding: k.attr<string>("padding") === "SAME" ? "SAME" : "VALID",
  };
}

function checkImages(k: KernelContext): void {
  const [x, filter] = [k.input(0), k.input(1)];
  if (x.dtype.is_integer && x.dtype.size === 8) throw noKernel(k);
  if (x.shape.length !== 4) throw invalidArgument(`input must be 4-dimensional${shapeText(x.shape)}`);
  if (filter.shape.length !== 3) throw invalidArgument(`filter must be 3-dimensional: ${shapeText(filter.shape)}`);
  if (x.shape[3] !== filter.shape[2]) throw invalidArgument("input and filter must have the same depth");
}

const dilationKernel: Kernel = (k) => {
  const attrs = attrsOf(k);
  checkImages(k);
  const [x, filter] = [k.input(0), k.input(1)];
  const { shape, run } = bindDilation2d(dtypeOf(numpyName(x)), x.shape, filter.shape, attrs);
  const out = k.output(0, shape).data as NumericData;
  return () => run(x.data as NumericData, filter.data as NumericData, out);
};

function gradientKernel(of: "input" | "filter"): Kernel {
  return (k) => {
    const attrs = attrsOf(k);
    checkImages(k);
    const [x, filter, g] = [k.input(0), k.input(1), k.input(2)];
    const { shape, run } = bindDilation2dGrad(of, x.shape, filter.shape, attrs);
    if (g.shape.length !== 4 || !shape.every((d, i) => d === g.shape[i]))
      throw invalidArgument("out_backprop has incompatible size.");
    const out = k.output(0, of === "input" ? x.shape : filter.shape).data as NumericData;
    return () => run(x.data as NumericData, filter.data as NumericData, g.data as NumericData, out);
  };
}

const dilationGrad: GradientFn = (op, out_backprop) => {
  const [input, filter] = op.inputs;
  const attrs = Object.fromEntries(["strides", "rates", "padding"].map((name) => [name, op.attr(name)]));
  const gradient = (type: string) => createOp(type, { input, filter, out_backprop }, attrs);
  return [gradient("Dilation2DBackpropInput"), gradient("Dilation2DBackpropFilter")];
};

export const dilation2dRecords: readonly OpRecord[] = [
  { type: "Dilation2D", shape: dilationShape, kernel: dilationKernel, grad: dilationGrad },
  { type: "Dilation2DBackpropInput", shape: (c) => [c.input(0)], kernel: gradientKernel("input") },
  { type: "Dilation2DBackpropFilter", shape: (c) => [c.input(1)], kernel: gradientKernel("filter") },
];

interface DilationArguments {
  input: TensorLike;
  filter: TensorLike | null;
  strides: readonly number[];
  rates: readonly number[] | null;
  padding: string;
  name: Name;
  filters: TensorLike | null;
  dilations: readonly number[] | null;
}

/** tf.nn.dilation2d: the largest of `input` plus `filter` [rows, cols, channels] over each window. */
export const dilation2d = pyFunction<DilationArguments>()(
  "dilation2d_v1",
  "(input, filter=None, strides=None, rates=None, padding=None, name=None, filters=None, dilations=None)",
  ({ input, strides, padding, name, ...p }) => {
    const filter = eitherArgument("filters", p.filters, "filter", p.filter);
    const rates = eitherArgument("dilations", p.dilations, "rates", p.rates) ?? undefined;
    return createOp("Dilation2D", { input, filter }, { strides, rates, padding }, name);
  },
);

interface ErosionArguments {
  value: TensorLike;
  kernel: TensorLike;
  strides: readonly number[];
  rates: readonly number[];
  padding: string;
  name: Name;
}

/** tf.nn.erosion2d: the smallest of `value` less `kernel` over each window. */
export const erosion2d = pyFunction<ErosionArguments>()(
  "erosion2d",
  "(value, kernel, strides, rates, padding, name=None)",
  (p) =>
    scoped(p.name, "erosion2d", [p.value, p.kernel], (scope) => {
      const input = createOp("Neg", { x: p.value });
      const filter = createOp("ReverseV2", { tensor: p.kernel, axis: [0, 1] });
      const attrs = { strides: p.strides, rates: p.rates, padding: p.padding };
      return createOp("Neg", { x: createOp("Dilation2D", { input, filter }, attrs, scope) });
    }),
);
