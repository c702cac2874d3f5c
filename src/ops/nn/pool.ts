/**
 * Average and maximum pooling of images and volumes as op records.
 * Source: AvgPool, MaxPool and their gradients (core/ops/nn_ops.cc, core/kernels/{avgpooling,maxpooling}_op.cc,
 * pooling_ops_3d.cc; tensorflow/python/ops/nn_grad.py).
 */
import { createOp } from "../../graph/create_op.js";
import { invalidArgument, KernelError } from "../../graph/errors.js";
import type { Kernel, KernelContext, Value } from "../../graph/kernel.js";
import type { Operation } from "../../graph/operation.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import { type ShapeContext, ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { dtypeOf, type NumericData } from "../../np/dtype.js";
import {
  bindAvgPool,
  bindAvgPoolGrad,
  bindMaxPool,
  bindMaxPoolGrad,
  bindMaxPositions,
  type PoolGradRun,
  type Pooling,
  type PoolRun,
} from "../../numerics/conv/pool.js";
import {
  bindAvgPool3d,
  bindAvgPool3dGrad,
  bindMaxPool3d,
  bindMaxPool3dGrad,
  bindMaxPool3dGradGrad,
  type Pool3dAttrs,
} from "../../numerics/conv/pool3d.js";
import { extentOf, type Padding } from "../../numerics/conv/window.js";
import { stop_gradient } from "../array/identity.js";
import { shapeInternal } from "../array/shape.js";
import { numpyName } from "../math/elementwise.js";
import { zerosInShapeOf } from "../math/gradient_rules.js";
import { noKernel } from "../no_kernel.js";
import { merge, withRank } from "../shape_functions.js";
import { checkOutputSize, intsAttr, layoutOf, windowedDim } from "./windows.js";

type Spatial = 2 | 3;
type PoolOp = "AvgPool" | "MaxPool";

function hasFormat(type: string): boolean {
  return !type.includes("WithArgmax");
}

/** Max pooling in two dimensions may also pool over channels. */
function poolShape(op: PoolOp, n: Spatial, i = 0): (c: ShapeContext) => TensorShape {
  return (c) => {
    const rank = n + 2;
    const x = withRank(c.input(i), rank);
    const { channel, spatial } = layoutOf(hasFormat(c.type) ? c.attr<string>("data_format") : "NHWC", n);
    const [strides, ksize] = [intsAttr(c, "strides"), intsAttr(c, "ksize")];
    const label = n === 3 ? "Pool3D" : op;
    const wrong = (what: string, got: number): ShapeError =>
      new ShapeError(
        `${label}${n === 3 && what === "stride" ? " ops require" : " requires"} the ${what} attribute to contain ${rank} values, but got: ${got}`,
      );
    if (strides.length !== rank) throw wrong("stride", strides.length);
    if (ksize.length !== rank) throw wrong("ksize", ksize.length);
    const padding = c.attr<string>("padding");
    const out = [...x];
    const along = op === "MaxPool" && n === 2 ? [...spatial, channel] : spatial;
    for (const d of along) out[d] = windowedDim(x[d]!, ksize[d]!, 1, strides[d]!, padding);
    return new TensorShape(out);
  };
}

interface Attrs extends Pool3dAttrs {
  readonly padding: "SAME" | "VALID";
}

/** The attributes for the spatial dimensions, after the kernel's own checks. */
function attrsOf(k: KernelContext, n: Spatial, label: string): Attrs {
  const rank = n + 2;
  const [ksize, strides] = [intsAttr(k, "ksize"), intsAttr(k, "strides")];
  if (hasFormat(k.type) && k.attr<string>("data_format").startsWith("NC")) {
    throw invalidArgument(`Default ${label} only supports ${n === 3 ? "NDHWC" : "NHWC"} on device type CPU`);
  }
  if (ksize[0] !== 1 || strides[0] !== 1)
    throw new KernelError("UNIMPLEMENTED", "Pooling is not yet supported on the batch dimension.");
  if (ksize[rank - 1] !== 1 || strides[rank - 1] !== 1) {
    throw new KernelError("UNIMPLEMENTED", "Pooling is not yet supported on the depth dimension.");
  }
  return {
    ksize: ksize.slice(1, -1),
    strides: strides.slice(1, -1),
    padding: k.attr<string>("padding") === "SAME" ? "SAME" : "VALID",
  };
}

function checkImages(shape: readonly number[], n: Spatial, { ksize, strides, padding }: Attrs): void {
  if (shape.length !== n + 2) throw invalidArgument(`tensor_in must be ${n + 2}-dimensional`);
  ksize.forEach((taps, d) => {
    const { out } = extentOf(shape[d + 1]!, taps, strides[d]!, 1, padding as Padding, d);
    checkOutputSize(shape[d + 1]!, taps, strides[d]!, out);
  });
}

function pair<T>(
  { ksize, strides, padding }: Attrs,
  bind: (attrs: { ksize: [number, number]; strides: [number, number]; padding: Padding }) => T,
): T {
  return bind({ ksize: ksize as [number, number], strides: strides as [number, number], padding });
}

function requireFloat(k: KernelContext, x: Value): void {
  const name = numpyName(x);
  if (name !== "float32" && name !== "float64") throw noKernel(k);
}

function poolKernel(op: PoolOp, n: Spatial): Kernel {
  return (k) => {
    const x = k.input(0);
    const attrs = attrsOf(k, n, n === 3 ? "Pooling3DOp" : op === "AvgPool" ? "AvgPoolingOp" : "MaxPoolingOp");
    checkImages(x.shape, n, attrs);
    if (op === "AvgPool") requireFloat(k, x);
    const dtype = dtypeOf(numpyName(x));
    let pooling: Pooling<PoolRun>;
    if (n === 3) pooling = (op === "AvgPool" ? bindAvgPool3d : bindMaxPool3d)(x.shape, attrs);
    else pooling = pair(attrs, (a) => (op === "AvgPool" ? bindAvgPool : bindMaxPool)(dtype, x.shape, a));
    const { shape, run } = pooling;
    const out = k.output(0, shape).data as NumericData;
    return () => run(x.data as NumericData, out);
  };
}

function avgPoolGradKernel(n: Spatial): Kernel {
  return (k) => {
    const attrs = attrsOf(k, n, n === 3 ? "AvgPooling3dGradOp" : "AvgPoolingGradOp");
    const rank = n + 2;
    if (k.input(0).shape.length !== 1 || k.input(0).size !== rank) {
      throw invalidArgument(`${n === 3 ? "tensor_in" : "out_backprop"} must be 1-dimensional and ${rank} elements`);
    }
    const g = k.input(1);
    if (g.shape.length !== rank) throw invalidArgument(`out_backprop must be ${rank}-dimensional`);
    const shape = k.ints(0);
    checkImages(shape, n, attrs);
    requireFloat(k, g);
    const dtype = dtypeOf(numpyName(g));
    const { run } =
      n === 3 ? bindAvgPool3dGrad(dtype, shape, attrs) : pair(attrs, (a) => bindAvgPoolGrad(dtype, shape, a));
    const out = k.output(0, shape).data as NumericData;
    return () => run(g.data as NumericData, out);
  };
}

function maxPoolGradKernel(n: Spatial): Kernel {
  return (k) => {
    const attrs = attrsOf(k, n, n === 3 ? "MaxPooling3dGradOp" : "MaxPoolingGradOp");
    const [x, y, g] = [k.input(0), k.input(1), k.input(2)];
    const rank = n + 2;
    checkImages(x.shape, n, attrs);
    if (y.shape.length !== rank) throw invalidArgument(`tensor_out must be ${rank}-dimensional`);
    if (g.shape.length !== rank) throw invalidArgument(`out_backprop must be ${rank}-dimensional`);
    let pooling: Pooling<PoolGradRun>;
    if (n === 3) pooling = bindMaxPool3dGrad(x.shape, attrs);
    else pooling = pair(attrs, (a) => bindMaxPoolGrad(dtypeOf(numpyName(x)), x.shape, a));
    const { shape, run } = pooling;
    const out = k.output(0, shape).data as NumericData;
    return () => run(x.data as NumericData, g.data as NumericData, out);
  };
}

function maxPoolGradGradKernel(n: Spatial): Kernel {
  return (k) => {
    const attrs = attrsOf(k, n, n === 3 ? "MaxPooling3dGradGradOp" : "MaxPoolingGradGradOp");
    const [x, g] = [k.input(0), k.input(2)];
    checkImages(x.shape, n, attrs);
    if (g.shape.length !== n + 2) throw invalidArgument(`out_grad_backprop must be ${n + 2}-dimensional`);
    if (n === 3) {
      const { shape, run } = bindMaxPool3dGradGrad(x.shape, attrs);
      const out = k.output(0, shape).data as NumericData;
      return () => run(x.data as NumericData, g.data as NumericData, out);
    }
    const { shape, run } = pair(attrs, (a) => bindMaxPositions(x.shape, a));
    const out = k.output(0, shape);
    const positions = new Int32Array(out.size);
    const [from, to] = [g.data as Float64Array, out.data as Float64Array];
    return () => {
      run(x.data as NumericData, positions);
      for (let i = 0; i < positions.length; i++) to[i] = from[positions[i]!]!;
    };
  };
}

/** Positions count from the image's first cell, or from the batch's. */
const maxPoolWithArgmaxKernel: Kernel = (k) => {
  const x = k.input(0);
  const attrs = attrsOf(k, 2, "MaxPoolingOp");
  checkImages(x.shape, 2, attrs);
  const { shape, run } = pair(attrs, (a) => bindMaxPositions(x.shape, a));
  const image = x.shape.slice(1).reduce((n, d) => n * d, 1);
  const whole = k.attr<boolean>("include_batch_in_index");
  const values = k.output(0, shape);
  const places = k.output(1, shape).data as BigInt64Array | Int32Array;
  const positions = new Int32Array(values.size);
  const [from, to] = [x.data as Float64Array, values.data as Float64Array];
  return () => {
    run(x.data as NumericData, positions);
    for (let i = 0; i < positions.length; i++) {
      const at = positions[i]!;
      to[i] = from[at]!;
      const place = whole ? at : at % image;
      if (places instanceof BigInt64Array) places[i] = BigInt(place);
      else places[i] = place;
    }
  };
};

const maxPoolGradWithArgmaxKernel: Kernel = (k) => {
  const [x, g, argmax] = [k.input(0), k.input(1), k.input(2)];
  if (x.shape.length !== 4) throw invalidArgument("tensor_in must be 4-dimensional");
  const image = x.shape.slice(1).reduce((n, d) => n * d, 1);
  const perImage = g.shape.slice(1).reduce((n, d) => n * d, 1);
  const whole = k.attr<boolean>("include_batch_in_index");
  const out = k.output(0, x.shape).data as Float64Array;
  const [from, places] = [g.data as Float64Array, argmax.data as BigInt64Array | Int32Array];
  return () => {
    out.fill(0);
    for (let i = 0; i < from.length; i++) {
      const at = Number(places[i]) + (whole ? 0 : Math.floor(i / perImage) * image);
      if (at < 0 || at >= out.length) throw invalidArgument(`Invalid output index: ${at}, ${out.length}`);
      out[at] = out[at]! + from[i]!;
    }
  };
};

const NAMES = ["ksize", "strides", "padding"];

function passed(op: Operation, ...more: string[]) {
  return Object.fromEntries([...NAMES, ...more].map((name) => [name, op.attr(name)]));
}

function avgPoolGrad(type: string): GradientFn {
  return (op, grad) => [
    createOp(type, { orig_input_shape: shapeInternal(op.inputs[0]!), grad }, passed(op, "data_format")),
  ];
}
function avgPoolGradGrad(type: string, input: string): GradientFn {
  return (op, dy) => {
    const shape = stop_gradient(op.inputs[0]!);
    return [shape, createOp(type, { [input]: dy }, passed(op, "data_format"))];
  };
}
function maxPoolGrad(type: string): GradientFn {
  return (op, grad) => {
    const inputs = { orig_input: op.inputs[0], orig_output: op.outputs[0], grad };
    return [createOp(type, inputs, passed(op, "data_format"))];
  };
}
/** Gradients of a gradient flow into the incoming gradient only; the two others get zeros. */
function maxPoolGradGrad(type: string): GradientFn {
  return (op, grad) => {
    const [orig_input, orig_output] = op.inputs as readonly [Tensor, Tensor];
    const zeros = [zerosInShapeOf(orig_input), zerosInShapeOf(orig_output)];
    return [...zeros, createOp(type, { orig_input, orig_output, grad }, passed(op, "data_format"))];
  };
}
const withArgmaxGrad: GradientFn = (op, grad) => {
  const inputs = { input: op.inputs[0], grad, argmax: op.outputs[1] };
  return [createOp("MaxPoolGradWithArgmax", inputs, passed(op, "include_batch_in_index"))];
};

const sizesShape =
  (rank: number): ShapeFn =>
  (c) => [new TensorShape(withRank(c.constantShape(0), rank))];
const ofInput =
  (rank: number): ShapeFn =>
  (c) => [new TensorShape(withRank(c.input(0), rank))];
const gradGradShape =
  (n: Spatial): ShapeFn =>
  (c) => {
    const shape = poolShape("MaxPool", n)(c);
    merge(c.input(0), c.input(2));
    merge(c.input(1), shape);
    return [shape];
  };

function records(n: Spatial): OpRecord[] {
  const d = n === 3 ? "3D" : "";
  const gradOfMax = maxPoolGradGrad(`MaxPool${d}GradGrad`);
  return [
    {
      type: `AvgPool${d}`,
      shape: (c) => [poolShape("AvgPool", n)(c)],
      kernel: poolKernel("AvgPool", n),
      grad: avgPoolGrad(`AvgPool${d}Grad`),
    },
    {
      type: `AvgPool${d}Grad`,
      shape: sizesShape(n + 2),
      kernel: avgPoolGradKernel(n),
      grad: avgPoolGradGrad(`AvgPool${d}`, n === 3 ? "input" : "value"),
    },
    {
      type: `MaxPool${d}`,
      shape: (c) => [poolShape("MaxPool", n)(c)],
      kernel: poolKernel("MaxPool", n),
      grad: maxPoolGrad(`MaxPool${d}Grad`),
    },
    { type: `MaxPool${d}Grad`, shape: ofInput(n + 2), kernel: maxPoolGradKernel(n), grad: gradOfMax },
    {
      type: `MaxPool${d}GradGrad`,
      shape: gradGradShape(n),
      kernel: maxPoolGradGradKernel(n),
      grad: maxPoolGradGrad(`MaxPool${d}Grad`),
    },
  ];
}

export const poolRecords: readonly OpRecord[] = [
  ...records(2),
  ...records(3),
  {
    type: "MaxPoolWithArgmax",
    shape: (c) => {
      const shape = poolShape("MaxPool", 2)(c);
      return [shape, shape];
    },
    kernel: maxPoolWithArgmaxKernel,
    grad: withArgmaxGrad,
  },
  {
    type: "MaxPoolGradWithArgmax",
    shape: (c) => {
      merge(c.input(1), c.input(2));
      return ofInput(4)(c);
    },
    kernel: maxPoolGradWithArgmaxKernel,
  },
];
