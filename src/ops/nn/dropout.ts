/**
 * Dropout.
 * Source: tf.nn.dropout (tensorflow/python/ops/nn_ops.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { scoped } from "../../graph/create_op.js";
import { Operators } from "../../graph/operators.js";
import { pyFunction } from "../../graph/signature.js";
import { staticNumber } from "../../graph/static_value.js";
import type { Tensor } from "../../graph/tensor.js";
import { as_shape, type ShapeLike, TensorShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { PyFloat } from "../../np/pyfloat.js";
import { percent } from "../../py/percent.js";
import { repr } from "../../py/repr.js";
import type { ShapeArgument } from "../array/fill.js";
import { shapeInternal } from "../array/shape.js";
import { castTo } from "../math/cast.js";
import { binary } from "../math/gradient_rules.js";
import { mul, sub, truediv } from "../math/operators.js";
import { random_uniform } from "../random/random_ops.js";
import type { Seed } from "../random/seed.js";

type Name = string | null;

/** A Python number, else null. */
function numberOf(x: unknown): number | null {
  return typeof x === "number" ? x : x instanceof PyFloat ? Number(x) : null;
}

/** The shape of the random numbers: `None` dimensions are those of x. */
function noiseShape(x: Tensor, given: ShapeArgument | null): ShapeArgument {
  if (given === null) return shapeInternal(x);
  let shape: TensorShape;
  try {
    shape = as_shape(given as ShapeLike);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof ValueError)) throw error;
    return given;
  }
  const { dims } = x.shape;
  if (dims === null || shape.dims?.length !== dims.length) return given;
  return new TensorShape(shape.dims.map((d, i) => d ?? dims[i]!));
}

export function dropoutOf(
  given: TensorLike,
  rate: TensorLike,
  shape: ShapeArgument | null,
  seed: Seed | null,
  name: Name,
): Tensor {
  return scoped(name, "dropout", [given], () => {
    const x = convertToTensor(given, { name: "x" });
    if (!x.dtype.is_floating) {
      throw new ValueError(
        `x has to be a floating point tensor since it's going to be scaled. Got a ${x.dtype} tensor instead.`,
      );
    }
    const number = numberOf(rate);
    if (number !== null && !(number >= 0 && number < 1)) {
      throw new ValueError(`rate must be a scalar tensor or a float in the range [0, 1), got ${percent("%g", number)}`);
    }
    if (number === 0) return x;
    const dropped = convertToTensor(rate, { dtype: x.dtype.base_dtype, name: "rate" });
    if (dropped.shape.rank !== null && dropped.shape.rank !== 0)
      throw new ValueError(`Shape ${dropped.shape} must have rank 0`);
    if (staticNumber(dropped) === 0) return x;
    const noise = random_uniform(noiseShape(x, shape), { seed, dtype: x.dtype });
    const scale = truediv(1, sub(1, dropped));
    const kept = binary("GreaterEqual", noise, dropped);
    const result = mul(mul(x, scale), castTo(kept, x.dtype));
    result.set_shape(x.shape);
    return result;
  });
}

interface DropoutArguments {
  x: TensorLike;
  keep_prob: TensorLike | null;
  noise_shape: ShapeArgument | null;
  seed: Seed | null;
  name: Name;
  rate: TensorLike | null;
}

/** What is dropped, from what is kept. */
function rateFrom(keep: TensorLike): TensorLike {
  const number = numberOf(keep);
  if (number !== null) return new PyFloat(1 - number);
  if (keep instanceof Operators) return sub(new PyFloat(1), keep);
  throw new ValueError(`keep_prob must be a floating point number or Tensor (got ${repr(keep)})`);
}

/**
 * tf.nn.dropout: sets elements of `x` to 0 with probability `rate` (1 - `keep_prob`) and scales the others so that the
 * expected sum stays. Raises ValueError for a rate outside [0, 1) and for integers.
 */
export const dropout = pyFunction<DropoutArguments>()(
  "dropout",
  "(x, keep_prob=None, noise_shape=None, seed=None, name=None, rate=None)",
  (p) => {
    const dropped = p.keep_prob === null ? null : rateFrom(p.keep_prob);
    if (dropped !== null && p.rate !== null) throw new ValueError("Cannot specify both 'keep_prob' and 'rate'");
    const rate = dropped ?? p.rate;
    if (rate === null) throw new ValueError("You must provide a rate to dropout.");
    return dropoutOf(p.x, rate, p.noise_shape, p.seed, p.name);
  },
);
