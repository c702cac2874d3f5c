/**
 * Cumulative sums and products along an axis.
 * Source: tf.cumsum, tf.cumprod (tensorflow/python/ops/math_ops.py, math_grad.py; core/kernels/scan_ops.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { dtypeOf, type NumericData } from "../../np/dtype.js";
import { bindScan, lowestFinite, type ScanOp } from "../../numerics/reductions/scan.js";
import { unchanged } from "../shape_functions.js";
import { numpyName, shapeText } from "./elementwise.js";
import { binary, unary } from "./gradient_rules.js";
import { add, mul, neg, sub, truediv } from "./operators.js";

const scanKernel: Kernel = (k) => {
  const x = k.input(0);
  const rank = x.shape.length;
  if (k.input(1).shape.length > 0)
    throw invalidArgument(`ScanOp: axis must be a scalar, not ${shapeText(k.input(1).shape)}`);
  const [given] = k.ints(1) as [number];
  const axis = given < 0 ? given + rank : given;
  if (axis < 0 || axis >= rank)
    throw invalidArgument(`ScanOp: Expected scan axis in the range [${-rank}, ${rank}), but got ${given}`);
  const run = bindScan(
    k.type as ScanOp,
    dtypeOf(numpyName(x)),
    x.shape,
    axis,
    k.attr<boolean>("exclusive"),
    k.attr<boolean>("reverse"),
  );
  const from = x.data as NumericData;
  const to = k.output(0, x.shape).data as NumericData;
  return () => run(from, to);
};

interface Direction {
  readonly exclusive?: boolean;
  readonly reverse?: boolean;
}

export function scan(
  type: ScanOp,
  x: TensorLike,
  axis: TensorLike,
  direction: Direction = {},
  name: string | null = null,
): Tensor {
  return scoped(name, type, [x], (scope) =>
    createOp(type, { x: convertToTensor(x, { name: "x" }), axis }, { ...direction }, scope),
  );
}

/** The direction of an operation, and the one in which its gradient runs. */
function directions(op: { attr<T extends boolean>(name: string): T }): { same: Direction; back: Direction } {
  const exclusive = op.attr<boolean>("exclusive");
  const reverse = op.attr<boolean>("reverse");
  return { same: { exclusive, reverse }, back: { exclusive, reverse: !reverse } };
}

const cumsumGrad: GradientFn = (op, dy) => [scan("Cumsum", dy as Tensor, op.inputs[1]!, directions(op).back), null];

const cumprodGrad: GradientFn = (op, dy) => {
  const [x, axis] = op.inputs as readonly [Tensor, Tensor];
  const { same, back } = directions(op);
  const product = scan("Cumprod", x, axis, same);
  const out = scan("Cumsum", mul(product, dy), axis, back);
  return [truediv(out, x), null];
};

/** Positive and negative parts of the gradient go through logarithms on their own. */
const cumulativeLogsumexpGrad: GradientFn = (op, given) => {
  const dy = given as Tensor;
  const [x, axis] = op.inputs as readonly [Tensor, Tensor];
  const result = op.outputs[0]!;
  const { back } = directions(op);
  const lowest = lowestFinite(dtypeOf(dy.dtype.numpyName!));
  const logOf = (condition: Tensor, part: Tensor): Tensor =>
    createOp("SelectV2", { condition, t: unary("Log", part), e: lowest });
  const positive = logOf(binary("Greater", dy, 0), dy);
  const negative = logOf(binary("Less", dy, 0), neg(dy));
  const through = (log: Tensor): Tensor =>
    unary("Exp", add(scan("CumulativeLogsumexp", sub(log, result), axis, back), x));
  const gained = through(positive);
  return [sub(gained, through(negative)), null];
};

export const scanRecords: readonly OpRecord[] = [
  { type: "Cumsum", shape: unchanged, kernel: scanKernel, grad: cumsumGrad },
  { type: "Cumprod", shape: unchanged, kernel: scanKernel, grad: cumprodGrad },
  { type: "CumulativeLogsumexp", shape: unchanged, kernel: scanKernel, grad: cumulativeLogsumexpGrad },
];

interface ScanArguments {
  x: TensorLike;
  axis: TensorLike;
  exclusive: boolean;
  reverse: boolean;
  name: string | null;
}

function publicScan(name: string, type: ScanOp) {
  return pyFunction<ScanArguments>()(
    name,
    "(x, axis=0, exclusive=False, reverse=False, name=None)",
    ({ x, axis, exclusive, reverse, name: op }) => scan(type, x, axis, { exclusive, reverse }, op),
  );
}

/** tf.cumsum: sums of all values up to each one (`exclusive`: before it) along `axis`, from the end if `reverse`. */
export const cumsum = publicScan("cumsum", "Cumsum");
/** tf.cumprod: products of all values up to each one along `axis`. */
export const cumprod = publicScan("cumprod", "Cumprod");
/** tf.math.cumulative_logsumexp: log of the sum of exponentials of all values up to each one. */
export const cumulative_logsumexp = publicScan("cumulative_logsumexp", "CumulativeLogsumexp");
