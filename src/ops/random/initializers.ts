/**
 * Initializers: objects that make the initial value of a variable from its shape.
 * Source: tensorflow/python/ops/init_ops.py.
 */
import { constant } from "../../graph/constant.js";
import type { TensorLike } from "../../graph/convert.js";
import { as_dtype, type DType, type DTypeLike, float32 } from "../../graph/dtypes.js";
import { pyClass } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { repr } from "../../py/repr.js";
import { onesOf, zerosOf } from "../array/fill.js";
import { random_normal, random_uniform, truncated_normal } from "./random_ops.js";
import type { Seed } from "./seed.js";

/** Makes the initial value; `dtype` null takes the initializer's own. */
export abstract class Initializer {
  readonly dtype: DType;

  constructor(dtype: DTypeLike | undefined) {
    this.dtype = as_dtype(dtype ?? float32);
  }
  protected abstract make(shape: readonly number[], dtype: DType, fullShape: readonly number[]): Tensor;
  /** Python's initializer(shape, dtype); `fullShape` is that of the whole weight where only a part of it is drawn. */
  call(shape: readonly number[], dtype: DType | null = null, fullShape: readonly number[] = shape): Tensor {
    return this.make(shape, dtype ?? this.dtype, fullShape);
  }
}

/** What may initialise a variable: an initializer, its class, a function of shape and dtype, or the value itself. */
export type InitializerFunction = (
  shape: readonly number[],
  keywords: { dtype: DType; partition_info: PartitionInfo | null },
) => Tensor;

/** The whole that an initializer makes a part of. Source: _PartitionInfo (tensorflow/python/ops/variable_scope.py). */
export interface PartitionInfo {
  readonly full_shape: readonly number[];
  readonly var_offset: readonly number[];
}

/** Raises ValueError for a dtype that has no random values. */
function assertFloat(dtype: DTypeLike | undefined): DType {
  const t = as_dtype(dtype ?? float32);
  if (!t.is_floating) throw new ValueError(`Expected floating point type, got ${t}.`);
  return t;
}

class Zeros extends Initializer {
  protected make(shape: readonly number[], dtype: DType): Tensor {
    return zerosOf(shape, dtype);
  }
}

class Ones extends Initializer {
  protected make(shape: readonly number[], dtype: DType): Tensor {
    return onesOf(shape, dtype);
  }
}

class Constant extends Initializer {
  private readonly value: unknown;
  private readonly verifyShape: boolean;

  constructor(value: unknown, dtype: DTypeLike | undefined, verifyShape: boolean) {
    super(dtype);
    if (value === null || value === undefined) {
      throw new TypeError(
        `Invalid type for initial value: <class 'NoneType'> (expected Python scalar, list or tuple of values, or numpy.ndarray).`,
      );
    }
    this.value = value;
    this.verifyShape = verifyShape;
  }
  protected make(shape: readonly number[], dtype: DType): Tensor {
    return constant(this.value, { dtype, shape, verifyShape: this.verifyShape });
  }
}

class RandomUniform extends Initializer {
  private readonly minval: TensorLike;
  private readonly maxval: TensorLike | null;
  private readonly seed: Seed | null;

  constructor(minval: TensorLike, maxval: TensorLike | null, seed: Seed | null, dtype: DTypeLike | undefined) {
    super(dtype);
    this.minval = minval;
    this.maxval = maxval;
    this.seed = seed;
  }
  protected make(shape: readonly number[], dtype: DType): Tensor {
    return random_uniform(shape, this.minval, this.maxval, dtype, this.seed);
  }
}

class RandomNormal extends Initializer {
  protected readonly mean: TensorLike;
  protected readonly stddev: TensorLike;
  protected readonly seed: Seed | null;

  constructor(mean: TensorLike, stddev: TensorLike, seed: Seed | null, dtype: DTypeLike | undefined) {
    super(assertFloat(dtype));
    this.mean = mean;
    this.stddev = stddev;
    this.seed = seed;
  }
  protected make(shape: readonly number[], dtype: DType): Tensor {
    return random_normal(shape, this.mean, this.stddev, dtype, this.seed);
  }
}

class TruncatedNormal extends RandomNormal {
  protected override make(shape: readonly number[], dtype: DType): Tensor {
    return truncated_normal(shape, this.mean, this.stddev, dtype, this.seed);
  }
}

/** Numbers of inputs and outputs that a weight of this shape connects. */
export function computeFans(shape: readonly number[]): { fanIn: number; fanOut: number } {
  if (shape.length === 0) return { fanIn: 1, fanOut: 1 };
  if (shape.length === 1) return { fanIn: shape[0]!, fanOut: shape[0]! };
  const field = shape.slice(0, -2).reduce((a, b) => a * b, 1);
  return { fanIn: shape.at(-2)! * field, fanOut: shape.at(-1)! * field };
}

/** Standard deviation of a normal distribution cut at two of its standard deviations. */
const TRUNCATED_STDDEV = 0.87962566103423978;

type Mode = "fan_in" | "fan_out" | "fan_avg";
type Distribution = "normal" | "uniform" | "truncated_normal" | "untruncated_normal";

export class VarianceScaling extends Initializer {
  private readonly scale: number;
  private readonly mode: Mode;
  private readonly distribution: Distribution;
  private readonly seed: Seed | null;

  constructor(scale: number, mode: Mode, distribution: string, seed: Seed | null, dtype: DTypeLike | undefined) {
    super(assertFloat(dtype));
    if (scale <= 0) throw new ValueError("`scale` must be positive float.");
    if (!["fan_in", "fan_out", "fan_avg"].includes(mode))
      throw new ValueError(`('Invalid \`mode\` argument:', ${repr(mode)})`);
    const lower = distribution.toLowerCase();
    if (!["normal", "uniform", "truncated_normal", "untruncated_normal"].includes(lower)) {
      throw new ValueError(`('Invalid \`distribution\` argument:', ${repr(lower)})`);
    }
    this.scale = scale;
    this.mode = mode;
    this.distribution = lower as Distribution;
    this.seed = seed;
  }
  protected make(shape: readonly number[], dtype: DType, fullShape: readonly number[]): Tensor {
    const { fanIn, fanOut } = computeFans(fullShape);
    const fan = { fan_in: fanIn, fan_out: fanOut, fan_avg: (fanIn + fanOut) / 2 }[this.mode];
    const scale = this.scale / Math.max(1, fan);
    if (this.distribution === "uniform") {
      const limit = Math.sqrt(3 * scale);
      return random_uniform(shape, -limit, limit, dtype, this.seed);
    }
    if (this.distribution === "untruncated_normal") return random_normal(shape, 0, Math.sqrt(scale), dtype, this.seed);
    return truncated_normal(shape, 0, Math.sqrt(scale) / TRUNCATED_STDDEV, dtype, this.seed);
  }
}

/** tf.zeros_initializer */
export const zeros_initializer = pyClass<{ dtype: DTypeLike | undefined }>()(
  "zeros_initializer",
  "(dtype=tf.float32)",
  Zeros.prototype,
  (p) => new Zeros(p.dtype),
);
/** tf.ones_initializer */
export const ones_initializer = pyClass<{ dtype: DTypeLike | undefined }>()(
  "ones_initializer",
  "(dtype=tf.float32)",
  Ones.prototype,
  (p) => new Ones(p.dtype),
);
/** tf.constant_initializer: the value repeated, or a list with as many elements as the shape has. */
export const constant_initializer = pyClass<{ value: unknown; dtype: DTypeLike | undefined; verify_shape: boolean }>()(
  "constant_initializer",
  "(value=0, dtype=tf.float32, verify_shape=False)",
  Constant.prototype,
  (p) => new Constant(p.value, p.dtype, p.verify_shape),
);
/** tf.random_uniform_initializer: uniform in [minval, maxval), by default [0, 1). */
export const random_uniform_initializer = pyClass<{
  minval: TensorLike;
  maxval: TensorLike | null;
  seed: Seed | null;
  dtype: DTypeLike | undefined;
}>()(
  "random_uniform_initializer",
  "(minval=0, maxval=None, seed=None, dtype=tf.float32)",
  RandomUniform.prototype,
  (p) => new RandomUniform(p.minval, p.maxval, p.seed, p.dtype),
);
type NormalArguments = { mean: TensorLike; stddev: TensorLike; seed: Seed | null; dtype: DTypeLike | undefined };
/** tf.random_normal_initializer */
export const random_normal_initializer = pyClass<NormalArguments>()(
  "random_normal_initializer",
  "(mean=0.0, stddev=1.0, seed=None, dtype=tf.float32)",
  RandomNormal.prototype,
  (p) => new RandomNormal(p.mean, p.stddev, p.seed, p.dtype),
);
/** tf.truncated_normal_initializer */
export const truncated_normal_initializer = pyClass<NormalArguments>()(
  "truncated_normal_initializer",
  "(mean=0.0, stddev=1.0, seed=None, dtype=tf.float32)",
  TruncatedNormal.prototype,
  (p) => new TruncatedNormal(p.mean, p.stddev, p.seed, p.dtype),
);
/** tf.variance_scaling_initializer: spread by the number of a weight's inputs, outputs or their mean. */
export const variance_scaling_initializer = pyClass<{
  scale: number;
  mode: Mode;
  distribution: string;
  seed: Seed | null;
  dtype: DTypeLike | undefined;
}>()(
  "variance_scaling_initializer",
  "(scale=1.0, mode='fan_in', distribution='truncated_normal', seed=None, dtype=tf.float32)",
  VarianceScaling.prototype,
  (p) => new VarianceScaling(p.scale, p.mode, p.distribution, p.seed, p.dtype),
);
type GlorotArguments = { seed: Seed | null; dtype: DTypeLike | undefined };
/** tf.glorot_uniform_initializer (Xavier), the default of tf.get_variable. */
export const glorot_uniform_initializer = pyClass<GlorotArguments>()(
  "glorot_uniform_initializer",
  "(seed=None, dtype=tf.float32)",
  VarianceScaling.prototype,
  (p) => new VarianceScaling(1, "fan_avg", "uniform", p.seed, p.dtype),
);
/** tf.glorot_normal_initializer (Xavier) */
export const glorot_normal_initializer = pyClass<GlorotArguments>()(
  "glorot_normal_initializer",
  "(seed=None, dtype=tf.float32)",
  VarianceScaling.prototype,
  (p) => new VarianceScaling(1, "fan_avg", "truncated_normal", p.seed, p.dtype),
);
