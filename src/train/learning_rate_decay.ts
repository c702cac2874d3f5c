/**
 * Learning rates that change with the steps.
 * Source: tf.train.exponential_decay and others (tensorflow/python/training/learning_rate_decay.py,
 * keras/optimizer_v2/learning_rate_schedule.py).
 */
import { constant } from "../graph/constant.js";
import { convertToTensor, type TensorLike } from "../graph/convert.js";
import { createOp } from "../graph/create_op.js";
import { type DType, int32, int64 } from "../graph/dtypes.js";
import { getDefaultGraph } from "../graph/graph.js";
import { pyFunction } from "../graph/signature.js";
import type { Tensor } from "../graph/tensor.js";
import { ValueError } from "../np/errors.js";
import { PyFloat } from "../np/pyfloat.js";
import { case_ } from "../ops/control/case.js";
import { buildCond } from "../ops/control/cond.js";
import { divide } from "../ops/math/binary.js";
import { castTo } from "../ops/math/cast.js";
import { binary, unary } from "../ops/math/gradient_rules.js";
import { add, mul, powOf, sub, truediv, truedivOf } from "../ops/math/operators.js";
import { random_normal } from "../ops/random/random_ops.js";

interface DecayArguments {
  learning_rate: TensorLike;
  global_step: TensorLike;
  decay_steps: TensorLike;
  name: string | null;
}

/** A default of Python's 0.0, 1.0 or 2.0: the plain number stands for it, too. */
const float = (x: TensorLike, byDefault: number): TensorLike => (x === byDefault ? new PyFloat(byDefault) : x);

/** Runs `body` in the schedule's scope with the first rate and its type. */
function schedule(
  p: Pick<DecayArguments, "learning_rate" | "name">,
  name: string,
  body: (initial: Tensor, dtype: DType, scope: string) => Tensor,
): Tensor {
  return getDefaultGraph().inScope(p.name || name, (scope) => {
    const initial = convertToTensor(p.learning_rate, { name: "initial_learning_rate" });
    return body(initial, initial.dtype, scope);
  });
}

/** Steps over `decay_steps`, in whole periods if asked for. */
function periods(step: Tensor, steps: Tensor, staircase: boolean): Tensor {
  const p = truediv(step, steps);
  return staircase ? unary("Floor", p) : p;
}

interface RateArguments extends DecayArguments {
  decay_rate: TensorLike;
  staircase: boolean;
}

function exponential(p: RateArguments): Tensor {
  return schedule(p, "ExponentialDecay", (initial, dtype, scope) => {
    const steps = castTo(p.decay_steps, dtype);
    const rate = castTo(p.decay_rate, dtype);
    const exponent = periods(castTo(p.global_step, dtype), steps, p.staircase);
    return createOp("Mul", { x: initial, y: powOf(rate, exponent) }, {}, scope);
  });
}

const RATE = "(learning_rate, global_step, decay_steps, decay_rate, staircase=False, name=None)";

/** tf.train.exponential_decay: learning_rate * decay_rate ^ (global_step / decay_steps). */
export const exponential_decay = pyFunction<RateArguments>()("exponential_decay", RATE, exponential);
/** tf.train.natural_exp_decay: learning_rate * exp(-decay_rate * global_step / decay_steps). */
export const natural_exp_decay = pyFunction<RateArguments>()("natural_exp_decay", RATE, (p) => {
  const decay_rate = unary("Exp", unary("Neg", p.decay_rate));
  return exponential({ ...p, decay_rate });
});
/** tf.train.inverse_time_decay: learning_rate / (1 + decay_rate * global_step / decay_steps). */
export const inverse_time_decay = pyFunction<RateArguments>()("inverse_time_decay", RATE, (p) =>
  schedule(p, "InverseTimeDecay", (initial, dtype, scope) => {
    const steps = castTo(p.decay_steps, dtype);
    const rate = castTo(p.decay_rate, dtype);
    const passed = periods(castTo(p.global_step, dtype), steps, p.staircase);
    const one = castTo(constant(1), dtype);
    const denominator = createOp("Add", { x: one, y: binary("Mul", rate, passed) });
    return truedivOf(initial, denominator, scope);
  }),
);

/** tf.train.polynomial_decay: from `learning_rate` to `end_learning_rate` in `decay_steps`, again and longer with `cycle`. */
export const polynomial_decay = pyFunction<
  DecayArguments & { end_learning_rate: TensorLike; power: TensorLike; cycle: boolean }
>()(
  "polynomial_decay",
  "(learning_rate, global_step, decay_steps, end_learning_rate=0.0001, power=1.0, cycle=False, name=None)",
  (p) =>
    schedule(p, "PolynomialDecay", (initial, dtype, scope) => {
      const end = castTo(p.end_learning_rate, dtype);
      const power = castTo(float(p.power, 1), dtype);
      let step = castTo(p.global_step, dtype);
      let steps = castTo(p.decay_steps, dtype);
      if (p.cycle) {
        const multiplier = buildCond(
          binary("Equal", step, 0),
          () => new PyFloat(1),
          () => unary("Ceil", truediv(step, p.decay_steps)),
        );
        steps = binary("Mul", steps, multiplier);
      } else step = binary("Minimum", step, p.decay_steps);
      const part = divide(step, steps);
      const range = sub(initial, end);
      const left = binary("Mul", range, powOf(sub(1, part), power));
      return createOp("Add", { x: left, y: end }, {}, scope);
    }),
);

/** 0.5 * (1 + cos(pi * fraction)), or with `scale` in the place of the 1/2 half of it. */
function cosine(fraction: Tensor, scale?: Tensor): Tensor {
  const half = scale === undefined ? new PyFloat(0.5) : mul(new PyFloat(0.5), scale);
  return mul(half, add(new PyFloat(1), unary("Cos", mul(constant(Math.PI), fraction))));
}

/** tf.train.cosine_decay: half a cosine from `learning_rate` to `alpha` times that. */
export const cosine_decay = pyFunction<DecayArguments & { alpha: number }>()(
  "cosine_decay",
  "(learning_rate, global_step, decay_steps, alpha=0.0, name=None)",
  (p) =>
    schedule(p, "CosineDecay", (initial, dtype) => {
      const steps = castTo(p.decay_steps, dtype);
      const step = binary("Minimum", castTo(p.global_step, dtype), steps);
      const decayed = cosine(truediv(step, steps));
      const alpha = Number(p.alpha);
      return binary("Mul", initial, add(mul(new PyFloat(1 - alpha), decayed), new PyFloat(alpha)));
    }),
);

/** tf.train.cosine_decay_restarts: cosine decays, each `t_mul` times as long and `m_mul` times as high as the one before. */
export const cosine_decay_restarts = pyFunction<
  Omit<DecayArguments, "decay_steps"> & {
    first_decay_steps: TensorLike;
    t_mul: TensorLike;
    m_mul: TensorLike;
    alpha: TensorLike;
  }
>()(
  "cosine_decay_restarts",
  "(learning_rate, global_step, first_decay_steps, t_mul=2.0, m_mul=1.0, alpha=0.0, name=None)",
  (p) =>
    schedule(p, "SGDRDecay", (initial, dtype, scope) => {
      const first = castTo(p.first_decay_steps, dtype);
      const alpha = castTo(float(p.alpha, 0), dtype);
      const tMul = castTo(float(p.t_mul, 2), dtype);
      const mMul = castTo(float(p.m_mul, 1), dtype);
      const completed = truediv(castTo(p.global_step, dtype), first);
      const one = new PyFloat(1);
      const even = (): Tensor[] => {
        const restarts = unary("Floor", completed);
        return [restarts, sub(completed, restarts)];
      };
      const geometric = (): Tensor[] => {
        const inside = sub(one, mul(completed, sub(one, tMul)));
        const restarts = unary("Floor", truediv(unary("Log", inside), unary("Log", tMul)));
        const sum = truediv(sub(one, tMul.pow(restarts)), sub(one, tMul));
        return [restarts, truediv(sub(completed, sum), tMul.pow(restarts))];
      };
      const [restarts, fraction] = buildCond(binary("Equal", tMul, one), even, geometric) as [Tensor, Tensor];
      const decayed = cosine(fraction, mMul.pow(restarts));
      const scaled = add(mul(sub(1, alpha), decayed), alpha);
      return createOp("Mul", { x: initial, y: scaled }, {}, scope);
    }),
);

interface LinearCosine extends DecayArguments {
  num_periods: TensorLike;
  alpha: TensorLike;
  beta: TensorLike;
}

/** tf.train.linear_cosine_decay: a cosine on a line that falls to 0, plus `beta`. */
export const linear_cosine_decay = pyFunction<LinearCosine>()(
  "linear_cosine_decay",
  "(learning_rate, global_step, decay_steps, num_periods=0.5, alpha=0.0, beta=0.001, name=None)",
  (p) =>
    schedule(p, "LinearCosineDecay", (initial, dtype, scope) => {
      const steps = castTo(p.decay_steps, dtype);
      const numPeriods = castTo(p.num_periods, dtype);
      const alpha = castTo(float(p.alpha, 0), dtype);
      const beta = castTo(p.beta, dtype);
      const step = binary("Minimum", castTo(p.global_step, dtype), steps);
      const linear = truediv(sub(steps, step), steps);
      const completed = truediv(step, steps);
      const decayed = cosine(mul(mul(new PyFloat(2), numPeriods), completed));
      const rate = add(mul(add(alpha, linear), decayed), beta);
      return createOp("Mul", { x: initial, y: rate }, {}, scope);
    }),
);

/** tf.train.noisy_linear_cosine_decay: the same with noise on the line, whose variance falls from `initial_variance`. */
export const noisy_linear_cosine_decay = pyFunction<
  LinearCosine & { initial_variance: TensorLike; variance_decay: TensorLike }
>()(
  "noisy_linear_cosine_decay",
  "(learning_rate, global_step, decay_steps, initial_variance=1.0, variance_decay=0.55, num_periods=0.5, alpha=0.0, beta=0.001, name=None)",
  (p) =>
    schedule(p, "NoisyLinearCosineDecay", (initial, dtype, scope) => {
      const steps = castTo(p.decay_steps, dtype);
      const initialVariance = castTo(float(p.initial_variance, 1), dtype);
      const varianceDecay = castTo(p.variance_decay, dtype);
      const numPeriods = castTo(p.num_periods, dtype);
      const alpha = castTo(float(p.alpha, 0), dtype);
      const beta = castTo(p.beta, dtype);
      const step = binary("Minimum", castTo(p.global_step, dtype), steps);
      const linear = truediv(sub(steps, step), steps);
      const variance = truediv(initialVariance, powOf(add(new PyFloat(1), step), varianceDecay));
      const noise = random_normal(linear.shape, { stddev: unary("Sqrt", variance) });
      const noisy = add(linear, noise);
      const completed = truediv(step, steps);
      const decayed = cosine(mul(mul(new PyFloat(2), numPeriods), completed));
      const rate = add(mul(add(alpha, noisy), decayed), beta);
      return createOp("Mul", { x: initial, y: rate }, {}, scope);
    }),
);

/** What `x` is at most, and the values between: one more than boundaries. */
interface PiecewiseArguments {
  x: TensorLike;
  boundaries: readonly TensorLike[];
  values: readonly TensorLike[];
  name: string | null;
}

/**
 * tf.train.piecewise_constant: `values[0]` up to the first boundary, `values[i]` up to the next ones. Raises ValueError for
 * boundaries of another type than `x`, values of several types, and when there isn't one value more than boundaries.
 */
export const piecewise_constant = pyFunction<PiecewiseArguments>()(
  "piecewise_constant",
  "(x, boundaries, values, name=None)",
  (p) => {
    const boundaries = p.boundaries.map((b) => convertToTensor(b));
    const values = p.values.map((v) => convertToTensor(v));
    const type = convertToTensor(p.x).dtype.base_dtype;
    const fitting = boundaries.map((b) => {
      const own = b.dtype.base_dtype;
      if (own === type) return b;
      if (own === int32 && type === int64) return castTo(b, type);
      throw new ValueError(`Boundaries (${own.__repr__()}) must have the same dtype as x (${type.__repr__()}).`);
    });
    const first = values[0]!.dtype.base_dtype;
    for (const v of values.slice(1)) {
      const other = v.dtype.base_dtype;
      if (other !== first) {
        throw new ValueError(
          `Values must have elements all with the same dtype (${first.__repr__()} vs ${other.__repr__()}).`,
        );
      }
    }
    if (fitting.length !== values.length - 1)
      throw new ValueError("The length of boundaries should be 1 less than the length of values");
    return getDefaultGraph().inScope(p.name || "PiecewiseConstant", () => {
      const x = convertToTensor(p.x);
      const pairs: [Tensor, () => Tensor][] = [
        [x.le(fitting[0]!), () => values[0]!],
        [x.gt(fitting.at(-1)!), () => values.at(-1)!],
      ];
      for (let i = 1; i < fitting.length; i++)
        pairs.push([x.gt(fitting[i - 1]!).and_(x.le(fitting[i]!)), () => values[i]!]);
      return case_(pairs, () => values[0]!, { exclusive: true });
    });
  },
);
