/**
 * Random tensors that depend on data: rows in another order, classes, gamma and Poisson numbers.
 * Source: tf.random_shuffle, tf.multinomial, tf.random_gamma, tf.random_poisson
 * (tensorflow/python/ops/random_ops.py; core/kernels/{random_shuffle,multinomial,random,random_poisson}_op.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { as_dtype, type DType, type DTypeLike, float16, float32, float64, int32, int64 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext } from "../../graph/kernel.js";
import { notImplemented } from "../../graph/not_implemented.js";
import type { OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { gamma, gammaFloat16 } from "../../numerics/random/gamma.js";
import { multinomial as drawClasses } from "../../numerics/random/multinomial.js";
import { poisson } from "../../numerics/random/poisson.js";
import { shuffledOrder } from "../../numerics/random/shuffle.js";
import { type ShapeArgument, zerosLike } from "../array/fill.js";
import { binary } from "../math/gradient_rules.js";
import { generator } from "./random_ops.js";
import { getSeed, type Seed } from "./seed.js";

const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

const shuffleKernel: Kernel = (k) => {
  const input = k.input(0);
  const out = k.output(0, input.shape);
  const rows = input.shape[0] ?? 1;
  const width = rows === 0 ? 0 : input.size / rows;
  const order = new Int32Array(rows);
  const state = generator(k);
  return () => {
    shuffledOrder(state, order, rows);
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < width; j++) out.data[i * width + j] = input.data[order[i]! * width + j]!;
  };
};

/** Numbers of any element type as the doubles that the kernel computes with. */
function asFloats(k: KernelContext, i: number): { values: Float32Array | Float64Array; read(): void } {
  const { data, size } = k.input(i);
  if (data instanceof Float32Array || data instanceof Float64Array) return { values: data, read: () => {} };
  const values = new Float64Array(size);
  return {
    values,
    read: () => {
      for (let j = 0; j < size; j++) values[j] = Number(data[j]);
    },
  };
}

const multinomialKernel: Kernel = (k) => {
  const logits = k.input(0);
  if (logits.shape.length !== 2)
    throw invalidArgument(`logits should be a matrix, got shape [${logits.shape.join(",")}]`);
  const [rows = 0, classes = 0] = logits.shape;
  const [samples = 0] = k.ints(1);
  if (samples < 0) throw invalidArgument(`num_samples should be nonnegative, got ${samples}`);
  if (rows > 0 && classes === 0) throw invalidArgument(`num_classes should be positive, got ${classes}`);
  const out = k.output(0, [rows, samples]);
  const floats = asFloats(k, 0);
  const drawn = new Int32Array(rows * samples);
  const state = generator(k);
  return () => {
    floats.read();
    drawClasses(state, floats.values, rows, classes, samples, drawn);
    const { data } = out;
    if (data instanceof BigInt64Array) for (let i = 0; i < drawn.length; i++) data[i] = BigInt(drawn[i]!);
    else (data as Int32Array).set(drawn);
  };
};

const gammaKernel: Kernel = (k) => {
  const shape = k.ints(0);
  const alpha = k.input(1);
  const out = k.output(0, [...shape, ...alpha.shape]);
  const state = generator(k);
  const samples = sizeOf(shape);
  if (k.outputTypes[0] === float16)
    return () => gammaFloat16(state, alpha.data as Float32Array, samples, out.data as Float32Array);
  return () => gamma(state, alpha.data as Float32Array, samples, out.data as Float32Array);
};

/** The largest value of a type, beyond which counts stop. */
function highest(dtype: DType): number {
  if (dtype === int32) return 2 ** 31 - 1;
  if (dtype === int64) return 2 ** 63;
  return dtype === float16 ? 65504 : dtype === float32 ? 3.4028234663852886e38 : Number.MAX_VALUE;
}

const poissonKernel: Kernel = (k) => {
  const shape = k.ints(0);
  const rate = k.input(1);
  const out = k.output(0, [...shape, ...rate.shape]);
  const state = generator(k);
  const rates = asFloats(k, 1);
  const counts = new Float64Array(out.size);
  const limit = highest(k.outputTypes[0]!);
  return () => {
    rates.read();
    poisson(state, rates.values, sizeOf(shape), limit, counts);
    const { data } = out;
    if (data instanceof BigInt64Array) for (let i = 0; i < counts.length; i++) data[i] = BigInt(counts[i]!);
    else for (let i = 0; i < counts.length; i++) data[i] = counts[i]!;
  };
};

export const drawRecords: readonly OpRecord[] = [
  { type: "RandomShuffle", shape: (c) => [c.input(0)], kernel: shuffleKernel, grad: "none" },
  {
    type: "Multinomial",
    shape: (c) => {
      const rows = c.input(0).with_rank(2).dims![0] ?? null;
      const samples = c.constant(1);
      return [new TensorShape([rows, samples ? Number(samples.data[samples.offset]) : null])];
    },
    kernel: multinomialKernel,
    grad: "none",
  },
  {
    type: "RandomGamma",
    shape: (c) => [c.constantShape(0).concatenate(c.input(1))],
    kernel: gammaKernel,
    grad: () => {
      throw notImplemented(
        "the gradient of RandomGamma",
        "its derivative by alpha (RandomGammaGrad) has no kernel yet",
      );
    },
  },
  {
    type: "RandomPoissonV2",
    shape: (c) => [c.constantShape(0).concatenate(c.input(1))],
    kernel: poissonKernel,
    grad: "none",
  },
];

/** tf.random_shuffle: the rows of `value` in random order. */
export const random_shuffle = pyFunction<{ value: TensorLike; seed: Seed | null; name: string | null }>()(
  "random_shuffle",
  "(value, seed=None, name=None)",
  ({ value, seed, name }): Tensor => createOp("RandomShuffle", { value }, getSeed(seed), name),
);

interface ClassArguments {
  logits: TensorLike;
  num_samples: TensorLike;
  seed: Seed | null;
  name: string | null;
}

function classes(scope: string, p: ClassArguments, output_dtype: DTypeLike | null): Tensor {
  return scoped(p.name, scope, [p.logits], () => {
    const logits = convertToTensor(p.logits, { name: "logits" });
    const dtype = output_dtype === null ? {} : { output_dtype: as_dtype(output_dtype) };
    return createOp("Multinomial", { logits, num_samples: p.num_samples }, { ...getSeed(p.seed), ...dtype });
  });
}

/** tf.multinomial: for each row of unnormalised log probabilities `num_samples` class numbers, int64 by default. */
export const multinomial = pyFunction<ClassArguments & { output_dtype: DTypeLike | null }>()(
  "multinomial",
  "(logits, num_samples, seed=None, name=None, output_dtype=None)",
  (p): Tensor => classes("multinomial", p, p.output_dtype),
);

/** tf.random.categorical: tf.multinomial under its newer name. */
export const categorical = pyFunction<ClassArguments & { dtype: DTypeLike | null }>()(
  "categorical",
  "(logits, num_samples, dtype=None, seed=None, name=None)",
  (p): Tensor => classes("categorical", p, p.dtype),
);

/** The smallest normal number of each type. */
const TINY: ReadonlyMap<DType, number> = new Map([
  [float16, 2 ** -14],
  [float32, 2 ** -126],
  [float64, 2 ** -1022],
]);

/** tf.random_gamma: `shape` samples for each alpha (shape parameter) and beta (inverse scale); float32 by default. */
export const random_gamma = pyFunction<{
  shape: ShapeArgument;
  alpha: TensorLike;
  beta: TensorLike | null;
  dtype: DTypeLike | undefined;
  seed: Seed | null;
  name: string | null;
}>()("random_gamma", "(shape, alpha, beta=None, dtype=tf.float32, seed=None, name=None)", (p): Tensor => {
  const parts = [p.shape, p.alpha, ...(p.beta === null ? [] : [p.beta])];
  return scoped(p.name, "random_gamma", parts, () => {
    const dtype = as_dtype(p.dtype ?? float32);
    const shape = convertToTensor(p.shape, { name: "shape", dtype: int32 });
    const given = convertToTensor(p.alpha, { name: "alpha", dtype });
    const beta = convertToTensor(p.beta ?? 1, { name: "beta", dtype });
    const alpha = createOp("AddV2", { x: given, y: zerosLike(beta) }, {}, "add");
    const drawn = createOp("RandomGamma", { shape, alpha }, getSeed(p.seed));
    const scaled = createOp("RealDiv", { x: drawn, y: beta }, {}, "truediv");
    return binary("Maximum", TINY.get(dtype) ?? 0, scaled);
  });
});

/** tf.random_poisson: `shape` counts for each rate of `lam`; float32 by default. */
export const random_poisson = pyFunction<{
  lam: TensorLike;
  shape: ShapeArgument;
  dtype: DTypeLike | undefined;
  seed: Seed | null;
  name: string | null;
}>()("random_poisson", "(lam, shape, dtype=tf.float32, seed=None, name=None)", (p): Tensor => {
  return scoped(p.name, "random_poisson", [p.lam, p.shape], () => {
    const shape = convertToTensor(p.shape, { name: "shape", dtype: int32 });
    const dtype = as_dtype(p.dtype ?? float32);
    return createOp("RandomPoissonV2", { shape, rate: p.lam }, { dtype, ...getSeed(p.seed) });
  });
});
