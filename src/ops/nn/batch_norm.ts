/**
 * Batch normalization: from given moments, and fused with the moments of the batch.
 * Source: tf.nn.batch_normalization, tf.nn.fused_batch_norm (tensorflow/python/ops/nn_impl.py, nn_grad.py;
 * core/kernels/fused_batch_norm_op.cc).
 */
import { constant } from "../../graph/constant.js";
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOperation, scoped } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext, Value } from "../../graph/kernel.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import type { ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { tuple } from "../../np/pytuple.js";
import {
  bindBatchNormFrozenGradient,
  bindBatchNormGradient,
  bindBatchNormInference,
  bindBatchNormTraining,
} from "../../numerics/conv/batch_norm.js";
import { eitherArgument } from "../array/expand_dims.js";
import { transposeBy } from "../array/transpose.js";
import { castTo } from "../math/cast.js";
import { unary } from "../math/gradient_rules.js";
import { add, mul, neg, sub } from "../math/operators.js";
import { noKernel } from "../no_kernel.js";
import { merge, mergeDim, withRank } from "../shape_functions.js";

type Name = string | null;

/** y, then vectors of one value per channel; the newest type's last output is reserved for other devices. */
const batchNormShape: ShapeFn = (c) => {
  const x = withRank(c.input(0), 4);
  const axis = c.attr<string>("data_format") === "NCHW" ? 1 : 3;
  const vectors = c.attr<boolean>("is_training") ? 3 : 5;
  let channels: number | null = x[axis]!;
  for (let i = 1; i < vectors; i++) channels = mergeDim(channels, withRank(c.input(i), 1)[0]!);
  const y = new TensorShape(x.map((d, i) => (i === axis ? channels : d)));
  const vector = new TensorShape([channels]);
  return [y, vector, vector, vector, vector, new TensorShape(null)].slice(0, c.outputCount);
};

const batchNormGradShape: ShapeFn = (c) => {
  const axis = c.attr<string>("data_format") === "NCHW" ? 1 : 3;
  const y = new TensorShape(withRank(c.input(0), 4));
  const x = merge(y, new TensorShape(withRank(c.input(1), 4)));
  let channels: number | null = x.dims![axis]!;
  for (let i = 2; i < 5; i++) channels = mergeDim(channels, withRank(c.input(i), 1)[0]!);
  const vector = new TensorShape([channels]);
  const none = new TensorShape([0]);
  return [x, vector, vector, none, none];
};

interface Batch {
  readonly rows: number;
  readonly depth: number;
  readonly epsilon: number;
}

/** The images as rows of channels. */
function batchOf(k: KernelContext, x: Value, label: string): Batch {
  if (k.attr<string>("data_format") !== "NHWC") {
    throw invalidArgument(`The CPU implementation of ${label} only supports NHWC tensor format for now.`);
  }
  if (x.dtype.baseName !== "float32") throw noKernel(k);
  const depth = x.shape[3]!;
  return { rows: depth === 0 ? 0 : x.size / depth, depth, epsilon: Number(k.attr<number>("epsilon")) };
}

const floats = (v: Value): Float32Array => v.data as Float32Array;

const batchNormKernel: Kernel = (k) => {
  const [x, scale, offset, mean, variance] = [0, 1, 2, 3, 4].map((i) => k.input(i)) as [
    Value,
    Value,
    Value,
    Value,
    Value,
  ];
  if (x.shape.length !== 4) throw invalidArgument("input must be 4-dimensional");
  const names = ["scale", "offset", "estimated_mean", "estimated_variance"];
  [scale, offset, mean, variance].forEach((v, i) => {
    if (v.shape.length !== 1) throw invalidArgument(`${names[i]} must be 1-dimensional`);
  });
  const training = k.attr<boolean>("is_training");
  if (training && mean.size > 0) throw invalidArgument("estimated_mean must be empty for training");
  if (training && variance.size > 0) throw invalidArgument("estimated_variance must be empty for training");
  const { rows, depth, epsilon } = batchOf(k, x, "FusedBatchNorm");
  const y = floats(k.output(0, x.shape));
  const vectors = [1, 2, 3, 4].map((i) => floats(k.output(i, [depth]))) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  if (k.outputTypes.length > 5) k.output(5, [0]);
  const [batchMean, batchVariance, savedMean, savedVariance] = vectors;
  if (training) {
    const run = bindBatchNormTraining(rows, depth, epsilon);
    return () => {
      run(floats(x), floats(scale), floats(offset), y, {
        mean: savedMean,
        variance: savedVariance,
        corrected: batchVariance,
      });
      batchMean.set(savedMean);
    };
  }
  const run = bindBatchNormInference(rows, depth, epsilon);
  return () => {
    run(floats(x), floats(scale), floats(offset), floats(mean), floats(variance), y);
    for (const m of [batchMean, savedMean]) m.set(floats(mean));
    for (const v of [batchVariance, savedVariance]) v.set(floats(variance));
  };
};

const batchNormGradKernel: Kernel = (k) => {
  const [g, x, scale, mean, variance] = [0, 1, 2, 3, 4].map((i) => k.input(i)) as [Value, Value, Value, Value, Value];
  if (g.shape.length !== 4) throw invalidArgument("input must be 4-dimensional");
  if (x.shape.length !== 4) throw invalidArgument("input must be 4-dimensional");
  const names = ["scale", "saved mean", "saved variance"];
  [scale, mean, variance].forEach((v, i) => {
    if (v.shape.length !== 1) throw invalidArgument(`${names[i]} must be 1-dimensional`);
  });
  const { rows, depth, epsilon } = batchOf(k, x, "FusedBatchNormGrad");
  const bind = k.attr<boolean>("is_training") ? bindBatchNormGradient : bindBatchNormFrozenGradient;
  const run = bind(rows, depth, epsilon);
  const dx = floats(k.output(0, x.shape));
  const dScale = floats(k.output(1, [depth]));
  const dOffset = floats(k.output(2, [depth]));
  k.output(3, [0]);
  k.output(4, [0]);
  return () => run(floats(g), floats(x), floats(scale), floats(mean), floats(variance), dx, dScale, dOffset);
};

/** In training the gradient uses the moments of the batch, else those that were given. */
function batchNormGrad(type: string, newest: boolean): GradientFn {
  return (op, dy) => {
    let [x, scale, , mean, variance] = op.inputs as readonly Tensor[];
    const training = op.attr<boolean>("is_training");
    const format = op.attr<string>("data_format");
    let y_backprop = dy as Tensor;
    if (training) [mean, variance] = [op.outputs[3], op.outputs[4]];
    const transposed = !training && format === "NCHW";
    if (transposed) {
      x = transposeBy(x!, [0, 2, 3, 1]);
      y_backprop = transposeBy(y_backprop, [0, 2, 3, 1]);
    }
    const inputs = { y_backprop, x, scale, reserve_space_1: mean, reserve_space_2: variance };
    const attrs = {
      epsilon: op.attr<number>("epsilon"),
      data_format: training ? format : "NHWC",
      is_training: training,
    };
    const reserved = newest ? { ...inputs, reserve_space_3: op.outputs[5] } : inputs;
    const [dx, dScale, dOffset, ...rest] = createOperation(type, reserved, attrs).outputs as readonly Tensor[];
    if (training) return [dx!, dScale!, dOffset!, ...(rest as Tensor[])];
    return [transposed ? transposeBy(dx!, [0, 3, 1, 2]) : dx!, dScale!, dOffset!, null, null];
  };
}

function records(version: string): OpRecord[] {
  const type = `FusedBatchNormGrad${version}`;
  return [
    {
      type: `FusedBatchNorm${version}`,
      shape: batchNormShape,
      kernel: batchNormKernel,
      grad: batchNormGrad(type, version === "V3"),
    },
    { type, shape: batchNormGradShape, kernel: batchNormGradKernel },
  ];
}

export const batchNormRecords: readonly OpRecord[] = ["", "V2", "V3"].flatMap(records);

interface NormalizationArguments {
  x: TensorLike;
  mean: TensorLike;
  variance: TensorLike;
  offset: TensorLike | null;
  scale: TensorLike | null;
  variance_epsilon: TensorLike;
  name: Name;
}

export function batchNormalization({
  x,
  mean,
  variance,
  offset,
  scale,
  variance_epsilon,
  name,
}: NormalizationArguments): Tensor {
  return scoped(name, "batchnorm", [x, mean, variance, scale, offset], () => {
    let inverse = unary("Rsqrt", add(variance, variance_epsilon));
    if (scale !== null) inverse = mul(inverse, scale);
    const { dtype } = x as Tensor;
    const scaled = mul(x, castTo(inverse, dtype.base_dtype));
    const shift = offset === null ? mul(neg(mean), inverse) : sub(offset, mul(mean, inverse));
    return add(scaled, castTo(shift, dtype.base_dtype));
  });
}

/** tf.nn.batch_normalization: (x - mean) / sqrt(variance + epsilon) * scale + offset, without scale or offset if None. */
export const batch_normalization = pyFunction<NormalizationArguments>()(
  "batch_normalization",
  "(x, mean, variance, offset, scale, variance_epsilon, name=None)",
  batchNormalization,
);

interface GlobalArguments {
  t: TensorLike | null;
  m: TensorLike | null;
  v: TensorLike | null;
  beta: TensorLike | null;
  gamma: TensorLike | null;
  variance_epsilon: TensorLike;
  scale_after_normalization: boolean;
  name: Name;
  input: TensorLike | null;
  mean: TensorLike | null;
  variance: TensorLike | null;
}

/** tf.nn.batch_norm_with_global_normalization: the old form of tf.nn.batch_normalization. */
export const batch_norm_with_global_normalization = pyFunction<GlobalArguments>()(
  "batch_norm_with_global_normalization",
  "(t=None, m=None, v=None, beta=None, gamma=None, variance_epsilon=None, scale_after_normalization=None, name=None, input=None, mean=None, variance=None)",
  (p) =>
    batchNormalization({
      x: eitherArgument("input", p.input, "t", p.t)!,
      mean: eitherArgument("mean", p.mean, "m", p.m)!,
      variance: eitherArgument("variance", p.variance, "v", p.v)!,
      offset: p.beta,
      scale: p.scale_after_normalization ? p.gamma : null,
      variance_epsilon: p.variance_epsilon,
      name: p.name,
    }),
);

interface FusedArguments {
  x: TensorLike;
  scale: TensorLike;
  offset: TensorLike;
  mean: TensorLike | null;
  variance: TensorLike | null;
  epsilon: number;
  data_format: string;
  is_training: boolean;
  name: Name;
}

/** Smaller values make another device's library fail. */
const LEAST_EPSILON = 1.001e-5;

/**
 * tf.nn.fused_batch_norm: normalized images, and the batch's mean and (unbiased) variance; with `is_training` off the
 * given `mean` and `variance` are used. The CPU computes float32 in "NHWC". Raises ValueError for moments in training.
 */
export const fused_batch_norm = pyFunction<FusedArguments>()(
  "fused_batch_norm",
  "(x, scale, offset, mean=None, variance=None, epsilon=0.001, data_format='NHWC', is_training=True, name=None)",
  (p) => {
    const x = convertToTensor(p.x, { name: "input" });
    const scale = convertToTensor(p.scale, { name: "scale" });
    const offset = convertToTensor(p.offset, { name: "offset" });
    if (p.is_training && (p.mean !== null || p.variance !== null)) {
      throw new ValueError("Both 'mean' and 'variance' must be None if is_training is True.");
    }
    const mean = p.mean ?? constant([]);
    const variance = p.variance ?? constant([]);
    const attrs = {
      epsilon: Math.max(p.epsilon, LEAST_EPSILON),
      data_format: p.data_format,
      is_training: p.is_training,
    };
    const { outputs } = createOperation("FusedBatchNormV3", { x, scale, offset, mean, variance }, attrs, p.name);
    return tuple(outputs.slice(0, 3)) as Tensor[] as [Tensor, Tensor, Tensor];
  },
);
