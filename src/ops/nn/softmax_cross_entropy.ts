/**
 * Cross entropies of classes that exclude each other.
 * Source: tf.nn.softmax_cross_entropy_with_logits and others (tensorflow/python/ops/nn_ops.py, nn_grad.py;
 * core/kernels/xent_op.cc, sparse_xent_op.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { bfloat16, float16, float32 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, Value } from "../../graph/kernel.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import { ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { staticValue } from "../../graph/static_value.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { dtypeOf, type NumericData } from "../../np/dtype.js";
import { ValueError } from "../../np/errors.js";
import { broadcastShapes } from "../../numerics/broadcast.js";
import type { Indices } from "../../numerics/reductions/indices.js";
import { bindSoftmaxCrossEntropy, bindSparseSoftmaxCrossEntropy } from "../../numerics/reductions/softmax.js";
import { concatValues } from "../array/concat.js";
import { eitherArgument, expandDims, squeezeDims } from "../array/expand_dims.js";
import { stop_gradient } from "../array/identity.js";
import { rangeOf } from "../array/range.js";
import { reshapeTo } from "../array/reshape.js";
import { rankInternal, shapeInternal } from "../array/shape.js";
import { transposeBy } from "../array/transpose.js";
import { castTo } from "../math/cast.js";
import { numpyName, shapeText } from "../math/elementwise.js";
import { binary } from "../math/gradient_rules.js";
import { matmulOf } from "../math/matmul.js";
import { add, mul, neg, sub } from "../math/operators.js";
import { refusing } from "../refusals.js";
import { broadcastStatic, merge, mergeDim, withRank } from "../shape_functions.js";
import { requireNamed } from "./sigmoid_cross_entropy.js";
import { softmaxOf } from "./softmax.js";

type Name = string | null;

const crossEntropyShape: ShapeFn = (c) => {
  let both: TensorShape;
  try {
    both = merge(new TensorShape(withRank(c.input(0), 2)), c.input(1));
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    both = broadcastStatic(c.input(0), c.input(1));
    if (both.dims === null) throw new ShapeError("Shape must be broadcasted with rank 2, but is rank is unknown.");
    if (both.dims.length !== 2)
      throw new ShapeError(`Shape must be broadcasted with rank 2, but is rank ${both.dims.length}`);
  }
  return [new TensorShape([both.dims![0]!]), both];
};

/** The rows and columns of a matrix repeated to fill another shape; null where it has that shape. */
function bindRepeat(x: Value, rows: number, cols: number): { data: NumericData; fill: () => void } | null {
  const [r, c] = [x.shape.length > 1 ? x.shape[0]! : 1, x.shape.at(-1) ?? 1];
  if (r === rows && c === cols) return null;
  const data = dtypeOf(numpyName(x)).make(rows * cols) as Float64Array;
  const from = x.data as Float64Array;
  const fill = (): void => {
    for (let i = 0, at = 0; i < rows; i++) {
      for (let j = 0; j < cols; j++, at++) data[at] = from[(r === 1 ? 0 : i * c) + (c === 1 ? 0 : j)]!;
    }
  };
  return { data, fill };
}

const crossEntropyKernel: Kernel = (k) => {
  const [logits, labels] = [k.input(0), k.input(1)];
  const shape = broadcastShapes(logits.shape, labels.shape);
  if (!shape) {
    const sizes = `logits_size=${shapeText(logits.shape)} labels_size=${shapeText(labels.shape)}`;
    throw invalidArgument(`logits and labels must be broadcastable: ${sizes}`);
  }
  if (shape.length !== 2)
    throw invalidArgument("logits and labels must be either 2-dimensional, or broadcasted to be 2-dimensional");
  const [rows, classes] = shape as [number, number];
  const run = bindSoftmaxCrossEntropy(dtypeOf(numpyName(logits)), rows, classes);
  const repeats = [bindRepeat(logits, rows, classes), bindRepeat(labels, rows, classes)];
  const x = repeats[0]?.data ?? (logits.data as NumericData);
  const y = repeats[1]?.data ?? (labels.data as NumericData);
  const loss = k.output(0, [rows]).data as NumericData;
  const gradient = k.output(1, [rows, classes]).data as NumericData;
  return () => {
    for (const repeat of repeats) repeat?.fill();
    run(x, y, loss, gradient);
  };
};

const sparseCrossEntropyShape: ShapeFn = (c) => {
  const logits = withRank(c.input(0), 2);
  const rows = mergeDim(logits[0]!, withRank(c.input(1), 1)[0]!);
  return [new TensorShape([rows]), new TensorShape(logits)];
};

const sparseCrossEntropyKernel: Kernel = (k) => {
  const [logits, labels] = [k.input(0), k.input(1)];
  const [x, y] = [shapeText(logits.shape), shapeText(labels.shape)];
  if (logits.shape.length !== 2) throw invalidArgument(`logits must be 2-D, but got shape ${x}`);
  if (labels.shape.length !== 1) throw invalidArgument(`labels must be 1-D, but got shape ${y}`);
  const [rows, classes] = logits.shape as [number, number];
  if (labels.shape[0] !== rows) {
    throw invalidArgument(
      `logits and labels must have the same first dimension, got logits shape ${x} and labels shape ${y}`,
    );
  }
  if (classes === 0) throw invalidArgument(`Must have at least one class, but got logits shape ${x}`);
  const run = bindSparseSoftmaxCrossEntropy(dtypeOf(numpyName(logits)), rows, classes);
  const loss = k.output(0, [rows]).data as NumericData;
  const gradient = k.output(1, [rows, classes]).data as NumericData;
  return refusing(() => run(logits.data as NumericData, labels.data as Indices, loss, gradient));
};

/** One factor per row. */
function scaleRows(factors: unknown, rows: Tensor): Tensor {
  return mul(expandDims(factors as Tensor, -1), rows);
}

function isZero(gradient: Tensor): boolean {
  if (gradient.op.type === "ZerosLike" || gradient.op.type === "Zeros") return true;
  const value = staticValue(gradient);
  if (value === null) return false;
  for (const x of value.data) if (x !== 0) return false;
  return true;
}

/** The op computes the gradient together with the loss; its own gradient is that of softmax. */
const crossEntropyGrad: GradientFn = (op, dLoss, dGradient) => {
  let grad = scaleRows(dLoss, op.outputs[1]!);
  const logits = op.inputs[0]!;
  if (dGradient && !isZero(dGradient as Tensor)) {
    const given = dGradient as Tensor;
    const softmax = softmaxOf("Softmax", logits);
    const products = matmulOf(expandDims(given, 1), expandDims(softmax, 2));
    grad = add(grad, mul(sub(given, squeezeDims(products, [1])), softmax));
  }
  return [grad, scaleRows(dLoss, neg(softmaxOf("LogSoftmax", logits)))];
};

const NO_SECOND =
  "Currently there is no way to take the second derivative of sparse_softmax_cross_entropy_with_logits due to the fused implementation's interaction with tf.gradients()";

const sparseCrossEntropyGrad: GradientFn = (op, dLoss) => {
  const gradient = createOp("PreventGradient", { input: op.outputs[1] }, { message: NO_SECOND });
  return [scaleRows(dLoss, gradient), null];
};

export const softmaxCrossEntropyRecords: readonly OpRecord[] = [
  {
    type: "SoftmaxCrossEntropyWithLogits",
    shape: crossEntropyShape,
    kernel: crossEntropyKernel,
    grad: crossEntropyGrad,
  },
  {
    type: "SparseSoftmaxCrossEntropyWithLogits",
    shape: sparseCrossEntropyShape,
    kernel: sparseCrossEntropyKernel,
    grad: sparseCrossEntropyGrad,
  },
];

/** A tensor as a matrix: all axes but the last become one. */
function flattened(x: Tensor): Tensor {
  const rank = rankInternal(x);
  const shape = shapeInternal(x);
  const last = createOp("Slice", { input: shape, begin: [binary("Sub", rank, 1)], size: [1] });
  const output = reshapeTo(x, concatValues([[-1], last], 0));
  const { dims } = x.shape;
  const outer = dims && new TensorShape(dims.slice(0, -1)).num_elements();
  if (dims && outer !== null) output.set_shape([outer, dims.at(-1)!]);
  return output;
}

function moveToEnd(x: Tensor, axis: number, rank: Tensor): Tensor {
  return transposeBy(x, concatValues([rangeOf(0, axis), rangeOf(axis + 1, rank), [axis]], 0));
}

export function softmaxCrossEntropy(given: TensorLike, givenLogits: TensorLike, axis = -1, name: Name = null): Tensor {
  return scoped(name, "softmax_cross_entropy_with_logits", [givenLogits, given], (scope) => {
    const logits = convertToTensor(givenLogits, { name: "logits" });
    let labels = convertToTensor(given, { name: "labels" });
    const half = logits.dtype === float16 || logits.dtype === bfloat16;
    let precise = half ? castTo(logits, float32) : logits;
    labels = castTo(labels, precise.dtype);
    const rank = rankInternal(precise);
    if (axis !== -1) {
      precise = moveToEnd(precise, axis, rank);
      labels = moveToEnd(labels, axis, rank);
    }
    const inputShape = shapeInternal(precise);
    precise = flattened(precise);
    labels = flattened(labels);
    const loss = createOp("SoftmaxCrossEntropyWithLogits", { features: precise, labels }, {}, scope);
    const outputShape = createOp("Slice", { input: inputShape, begin: [0], size: [binary("Sub", rank, 1)] });
    const cost = reshapeTo(loss, outputShape);
    const { dims } = logits.shape;
    if (dims) {
      const at = axis < 0 ? axis + dims.length : axis;
      cost.set_shape(dims.filter((_, i) => i !== at));
    }
    return half ? castTo(cost, logits.dtype) : cost;
  });
}

interface V2Arguments {
  labels: TensorLike;
  logits: TensorLike;
  axis: number | null;
  name: Name;
  dim: number | null;
}

/**
 * tf.nn.softmax_cross_entropy_with_logits_v2: loss per row of class scores `logits` for class probabilities `labels` of
 * the same shape; gradients flow into both. `axis` holds the classes. Raises ValueError for shapes that don't fit.
 */
export const softmax_cross_entropy_with_logits_v2 = pyFunction<V2Arguments>()(
  "softmax_cross_entropy_with_logits_v2_helper",
  "(labels, logits, axis=None, name=None, dim=None)",
  (p) => softmaxCrossEntropy(p.labels, p.logits, eitherArgument("axis", p.axis, "dim", p.dim) ?? -1, p.name),
);

interface CrossEntropyArguments {
  _sentinel: null;
  labels: TensorLike | null;
  logits: TensorLike | null;
  dim: number;
  name: Name;
  axis: number | null;
}

/** tf.nn.softmax_cross_entropy_with_logits: the same, but no gradient flows into the labels. */
export const softmax_cross_entropy_with_logits = pyFunction<CrossEntropyArguments>()(
  "softmax_cross_entropy_with_logits",
  "(_sentinel=None, labels=None, logits=None, dim=-1, name=None, axis=None)",
  (p) => {
    const dim = eitherArgument("axis", p.axis, "dim", p.dim);
    requireNamed("softmax_cross_entropy_with_logits", p._sentinel, p.labels, p.logits);
    let scope = "";
    const labels = scoped(p.name, "softmax_cross_entropy_with_logits_sg", [p.logits, p.labels], (own) => {
      scope = own;
      return stop_gradient(p.labels!, { name: "labels_stop_gradient" });
    });
    return softmaxCrossEntropy(labels, p.logits!, dim!, scope);
  },
);

/** Losses of matrices of class scores; half precision is computed in float32. */
function sparseLoss(logits: Tensor, labels: Tensor, name: Name): Tensor {
  return createOp("SparseSoftmaxCrossEntropyWithLogits", { features: logits, labels }, {}, name);
}

/** Raises ValueError where static shapes of labels and logits don't fit. */
function checkShapes(labels: TensorShape, logits: TensorShape): void {
  if (logits.rank === 0) throw new ValueError(`Logits cannot be scalars - received shape ${logits}.`);
  if (logits.rank !== null && labels.rank !== null && labels.rank !== logits.rank - 1) {
    throw new ValueError(
      `Rank mismatch: Rank of labels (received ${labels.rank}) should equal rank of logits minus 1 (received ${logits.rank}).`,
    );
  }
  if (isKnown(labels, logits) && !labels.equals(logits.at(":-1"))) {
    throw new ValueError(
      `Shape mismatch: The shape of labels (received ${labels}) should equal the shape of logits except for the last dimension (received ${logits}).`,
    );
  }
}

function isKnown(labels: TensorShape, logits: TensorShape): boolean {
  return labels.isFullyDefined && logits.at(":-1").isFullyDefined;
}

export function sparseSoftmaxCrossEntropy(given: TensorLike, givenLogits: TensorLike, name: Name = null): Tensor {
  return scoped(name, "SparseSoftmaxCrossEntropyWithLogits", [given, givenLogits], () => {
    const labels = convertToTensor(given);
    const logits = convertToTensor(givenLogits);
    const half = logits.dtype === float16;
    const precise = half ? castTo(logits, float32) : logits;
    const labelsShape = shapeInternal(labels);
    checkShapes(labels.shape, logits.shape);
    if (logits.shape.rank === 2) {
      const cost = sparseLoss(precise, labels, name);
      return half ? castTo(cost, float16) : cost;
    }
    const classes = shapeInternal(logits).at(sub(rankInternal(logits), 1));
    const rows = reshapeTo(precise, [-1, classes]);
    const flat = reshapeTo(labels, [-1]);
    const cost = reshapeTo(sparseLoss(rows, flat, name), labelsShape);
    cost.set_shape(labels.shape);
    return half ? castTo(cost, float16) : cost;
  });
}

interface SparseArguments {
  _sentinel: null;
  labels: TensorLike | null;
  logits: TensorLike | null;
  name: Name;
}

/**
 * tf.nn.sparse_softmax_cross_entropy_with_logits: loss per row of class scores `logits` for class numbers `labels`, whose
 * shape is that of the logits without the last axis. Raises ValueError for positional arguments and shapes that don't fit.
 */
export const sparse_softmax_cross_entropy_with_logits = pyFunction<SparseArguments>()(
  "sparse_softmax_cross_entropy_with_logits",
  "(_sentinel=None, labels=None, logits=None, name=None)",
  (p) => {
    requireNamed("sparse_softmax_cross_entropy_with_logits", p._sentinel, p.labels, p.logits);
    return sparseSoftmaxCrossEntropy(p.labels!, p.logits!, p.name);
  },
);
