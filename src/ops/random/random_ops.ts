/**
 * Random tensors from normal, truncated normal and uniform distributions.
 * Source: tf.random_normal and others (tensorflow/python/ops/random_ops.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import {
  as_dtype,
  bfloat16,
  type DType,
  type DTypeLike,
  float16,
  float32,
  float64,
  int32,
  int64,
} from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { KernelContext } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { constantShapeOf } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { PhiloxState } from "../../numerics/philox.js";
import * as normal from "../../numerics/random/normal.js";
import * as uniform from "../../numerics/random/uniform.js";
import type { ShapeArgument } from "../array/fill.js";
import { getSeed, type Seed } from "./seed.js";

/** The generator of a node: it starts with the session and moves on with every run. */
export function generator(k: KernelContext): PhiloxState {
  return k.state(() => new PhiloxState(BigInt(k.attr<number>("seed")), BigInt(k.attr<number>("seed2"))));
}

type Fill<T> = (state: PhiloxState, out: T, n: number) => void;

/** Kernels per element type; a draw takes the whole shape at once. */
function drawing(
  f32: Fill<Float32Array>,
  f64: Fill<Float64Array>,
  f16: Fill<Float32Array>,
): (k: KernelContext) => () => void {
  return (k) => {
    const dims = k.ints(0);
    if (dims.some((d) => d < 0)) throw invalidArgument(`shape cannot have negative dimensions: [${dims.join(",")}]`);
    const out = k.output(0, dims);
    const state = generator(k);
    const n = out.size;
    const type = k.outputTypes[0]!;
    if (type === float64) return () => f64(state, out.data as Float64Array, n);
    const fill = type === float16 || type === bfloat16 ? f16 : f32;
    return () => fill(state, out.data as Float32Array, n);
  };
}

export const randomRecords: readonly OpRecord[] = [
  {
    type: "RandomStandardNormal",
    shape: (c) => [c.constantShape(0)],
    kernel: drawing(normal.normalFloat32, normal.normalFloat64, normal.normalFloat16),
    grad: "none",
  },
  {
    type: "TruncatedNormal",
    shape: (c) => [c.constantShape(0)],
    kernel: drawing(normal.truncatedNormalFloat32, normal.truncatedNormalFloat64, normal.truncatedNormalFloat16),
    grad: "none",
  },
  {
    type: "RandomUniform",
    shape: (c) => [c.constantShape(0)],
    kernel: drawing(uniform.uniformFloat32, uniform.uniformFloat64, uniform.uniformFloat16),
    grad: "none",
  },
  {
    type: "RandomUniformInt",
    shape: (c) => [c.constantShape(0)],
    kernel: (k) => {
      const out = k.output(0, k.ints(0));
      const state = generator(k);
      const lo = k.input(1).data;
      const hi = k.input(2).data;
      const check = (): void => {
        if (lo[0]! >= hi[0]!) throw invalidArgument(`Need minval < maxval, got ${lo[0]} >= ${hi[0]}`);
      };
      const { data } = out;
      if (data instanceof BigInt64Array) {
        return () => {
          check();
          uniform.uniformInt64(state, data, out.size, lo[0] as bigint, hi[0] as bigint);
        };
      }
      return () => {
        check();
        uniform.uniformInt32(state, data as Int32Array, out.size, lo[0] as number, hi[0] as number);
      };
    },
    grad: "none",
  },
];

/** A shape argument as a tensor named "shape"; an empty list is a scalar's shape. */
export function shapeTensor(shape: ShapeArgument): Tensor {
  return convertToTensor(shape, { dtype: Array.isArray(shape) && shape.length === 0 ? int32 : null, name: "shape" });
}

/** `rnd * scale + offset` under the scope's own name, with the static shape that the shape argument tells. */
function scaled(rnd: Tensor, scale: Tensor, offset: Tensor, shape: Tensor, name: string): Tensor {
  const product = createOp("Mul", { x: rnd, y: scale }, {}, "mul");
  const value = createOp("Add", { x: product, y: offset }, {}, name);
  value.set_shape(constantShapeOf(shape));
  return value;
}

interface NormalArguments {
  shape: ShapeArgument;
  mean: TensorLike;
  stddev: TensorLike;
  dtype: DTypeLike | undefined;
  seed: Seed | null;
  name: string | null;
}

function normalLike(type: string, defaultName: string, p: NormalArguments): Tensor {
  return scoped(p.name, defaultName, [p.shape, p.mean, p.stddev], (scope) => {
    const dtype = as_dtype(p.dtype ?? float32);
    const shape = shapeTensor(p.shape);
    const mean = convertToTensor(p.mean, { dtype, name: "mean" });
    const stddev = convertToTensor(p.stddev, { dtype, name: "stddev" });
    return scaled(createOp(type, { shape }, { dtype, ...getSeed(p.seed) }), stddev, mean, shape, scope);
  });
}

/** tf.random_normal: normal distribution of the given mean and standard deviation, in a tensor of `shape`. */
export const random_normal = pyFunction<NormalArguments>()(
  "random_normal",
  "(shape, mean=0.0, stddev=1.0, dtype=tf.float32, seed=None, name=None)",
  (p) => normalLike("RandomStandardNormal", "random_normal", p),
);

/** tf.truncated_normal: as random_normal, but values beyond two standard deviations are drawn again. */
export const truncated_normal = pyFunction<NormalArguments>()(
  "truncated_normal",
  "(shape, mean=0.0, stddev=1.0, dtype=tf.float32, seed=None, name=None)",
  (p) => normalLike("TruncatedNormal", "truncated_normal", p),
);

const UNIFORM_TYPES: readonly DType[] = [float16, bfloat16, float32, float64, int32, int64];

/** tf.random_uniform: numbers from [minval, maxval), by default [0, 1). Integers need a maxval: ValueError without. */
export const random_uniform = pyFunction<{
  shape: ShapeArgument;
  minval: TensorLike;
  maxval: TensorLike | null;
  dtype: DTypeLike | undefined;
  seed: Seed | null;
  name: string | null;
}>()("random_uniform", "(shape, minval=0, maxval=None, dtype=tf.float32, seed=None, name=None)", (p) => {
  const dtype = as_dtype(p.dtype ?? float32);
  if (!UNIFORM_TYPES.includes(dtype)) throw new ValueError(`Invalid dtype ${dtype.__repr__()}`);
  if (p.maxval === null && dtype.is_integer)
    throw new ValueError(`Must specify maxval for integer dtype ${dtype.__repr__()}`);
  const upper = p.maxval ?? 1;
  return scoped(p.name, "random_uniform", [p.shape, p.minval, upper], (scope) => {
    const shape = shapeTensor(p.shape);
    const minval = convertToTensor(p.minval, { dtype, name: "min" });
    const maxval = convertToTensor(upper, { dtype, name: "max" });
    const seeds = getSeed(p.seed);
    if (dtype.is_integer) return createOp("RandomUniformInt", { shape, minval, maxval }, seeds, scope);
    const rnd = createOp("RandomUniform", { shape }, { dtype, ...seeds });
    const range = createOp("Sub", { x: maxval, y: minval }, {}, "sub");
    return scaled(rnd, range, minval, shape, scope);
  });
});
