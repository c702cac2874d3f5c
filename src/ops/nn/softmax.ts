/**
 * Softmax and its logarithm along an axis.
 * Source: tf.nn.softmax, tf.nn.log_softmax (tensorflow/python/ops/nn_ops.py, nn_grad.py; core/kernels/softmax_op.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { InvalidArgumentError, invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import type { ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { staticNumber } from "../../graph/static_value.js";
import { Tensor } from "../../graph/tensor.js";
import { dtypeOf, type NumericData } from "../../np/dtype.js";
import { bindLogSoftmax, bindSoftmax } from "../../numerics/reductions/softmax.js";
import { concatValues } from "../array/concat.js";
import { eitherArgument } from "../array/expand_dims.js";
import { rangeOf } from "../array/range.js";
import { rankInternal } from "../array/shape.js";
import { transposeBy } from "../array/transpose.js";
import { numpyName } from "../math/elementwise.js";
import { binary, unary } from "../math/gradient_rules.js";
import { add, mod, mul, sub } from "../math/operators.js";
import { reduceSum } from "../math/reductions.js";
import { withRankAtLeast } from "../shape_functions.js";

type Name = string | null;
type SoftmaxType = "Softmax" | "LogSoftmax";

const softmaxShape: ShapeFn = (c) => [withRankAtLeast(c.input(0), 1)];

function softmaxKernel(bind: typeof bindSoftmax): Kernel {
  return (k) => {
    const x = k.input(0);
    if (x.shape.length === 0) throw invalidArgument("logits must have >= 1 dimension, got []");
    const classes = x.shape.at(-1)!;
    const run = bind(dtypeOf(numpyName(x)), classes === 0 ? 0 : x.size / classes, classes);
    const from = x.data as NumericData;
    const to = k.output(0, x.shape).data as NumericData;
    return () => run(from, to);
  };
}

const softmaxGrad: GradientFn = (op, dy) => {
  const y = op.outputs[0]!;
  const sums = reduceSum(mul(dy, y), -1, true);
  return [mul(sub(dy, sums), y)];
};

const logSoftmaxGrad: GradientFn = (op, dy) => {
  const softmax = unary("Exp", op.outputs[0]!);
  return [sub(dy, mul(reduceSum(dy as Tensor, -1, true), softmax))];
};

export const softmaxRecords: readonly OpRecord[] = [
  { type: "Softmax", shape: softmaxShape, kernel: softmaxKernel(bindSoftmax), grad: softmaxGrad },
  { type: "LogSoftmax", shape: softmaxShape, kernel: softmaxKernel(bindLogSoftmax), grad: logSoftmaxGrad },
];

/** The tensor with two of its axes exchanged. */
function swapAxes(x: Tensor, axis: number | Tensor, last: Tensor, name: Name = null): Tensor {
  const next = typeof axis === "number" ? axis + 1 : add(axis, 1);
  return transposeBy(x, concatValues([rangeOf(0, axis), [last], rangeOf(next, last), [axis]], 0), name);
}

/** The op works on the last axis; any other is brought there and back. */
export function softmaxOf(type: SoftmaxType, given: TensorLike, axis: number | Tensor = -1, name: Name = null): Tensor {
  const logits = convertToTensor(given);
  const { shape } = logits;
  const { rank } = shape;
  if (axis === -1) return createOp(type, { logits }, {}, name);
  if (rank === null) throw new TypeError("unsupported operand type(s) for -: 'NoneType' and 'int'");
  if (axis === rank - 1) return createOp(type, { logits }, {}, name);
  const value = axis instanceof Tensor ? staticNumber(axis) : axis;
  if (value !== null && (value < -rank || value >= rank)) {
    const text = `Dimension (${value}) must be in the range [${-rank}, ${rank}) where ${rank} is the number of dimensions in the input.`;
    throw new InvalidArgumentError(null, null, text);
  }
  const dims = rankInternal(logits);
  let from: number | Tensor = axis;
  if (axis instanceof Tensor) {
    const condition = binary("Less", axis, 0);
    from = createOp("Select", { condition, t: add(axis, dims), e: axis });
  } else if (axis < 0) from = add(axis, dims);
  const inputRank = rankInternal(logits);
  const at = typeof from === "number" ? from % rank : mod(from, rank);
  const swapped = swapAxes(logits, at, binary("Sub", inputRank, 1));
  const output = swapAxes(createOp(type, { logits: swapped }), at, binary("Sub", inputRank, 1), name);
  output.set_shape(shape);
  return output;
}

interface SoftmaxArguments {
  logits: TensorLike;
  axis: number | Tensor | null;
  name: Name;
  dim: number | Tensor | null;
}

function publicSoftmax(name: string, type: SoftmaxType) {
  return pyFunction<SoftmaxArguments>()(name, "(logits, axis=None, name=None, dim=None)", (p) =>
    softmaxOf(type, p.logits, eitherArgument("axis", p.axis, "dim", p.dim) ?? -1, p.name),
  );
}

/** tf.nn.softmax: exp(logits) / sum(exp(logits)) along `axis`, the last one by default. Raises InvalidArgumentError. */
export const softmax = publicSoftmax("softmax", "Softmax");
/** tf.nn.log_softmax: logits - log(sum(exp(logits))) along `axis`, the last one by default. */
export const log_softmax = publicSoftmax("log_softmax", "LogSoftmax");
