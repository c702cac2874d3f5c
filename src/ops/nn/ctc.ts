/**
 * Connectionist temporal classification in a graph.
 * Source: tf.nn.ctc_loss, tf.nn.ctc_greedy_decoder (tensorflow/python/ops/ctc_ops.py; core/kernels/ctc_{loss,decoder}_ops.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import { SparseTensor } from "../../graph/sparse_tensor.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { TypeError_, ValueError } from "../../np/errors.js";
import { tuple } from "../../np/pytuple.js";
import { bestPath, ctcLoss } from "../../numerics/ctc.js";
import { expandDims } from "../array/expand_dims.js";
import { transposeBy } from "../array/transpose.js";
import { shapeText } from "../run_shapes.js";
import { mergeDim, withRank } from "../shape_functions.js";

type Floats = Float32Array | Float64Array;

/** Time, batch and classes, and each sequence's length. Raises where they don't fit. */
function sizesOf(k: KernelContext, lengthsAt: number) {
  const inputs = k.input(0);
  if (inputs.shape.length !== 3) throw invalidArgument("inputs is not a 3-Tensor");
  const [time, batch, classes] = inputs.shape as readonly [number, number, number];
  const lengths = k.input(lengthsAt);
  if (lengths.shape.length !== 1) throw invalidArgument("sequence_length is not a vector");
  if (lengths.size !== batch)
    throw invalidArgument(
      `len(sequence_length) != batch_size.  len(sequence_length):  ${lengths.size} batch_size: ${batch}`,
    );
  const steps = Array.from(lengths.data as Int32Array);
  const long = steps.findIndex((n) => n > time);
  if (long >= 0) throw invalidArgument(`sequence_length(${long}) <= ${time}`);
  return { time, batch, classes, steps, logits: inputs.data as Floats };
}

const greedyKernel: Kernel = (k) => {
  k.readsData();
  const { batch, classes, steps, logits } = sizesOf(k, 1);
  const merge = k.attr<boolean>("merge_repeated");
  const paths = steps.map((n, b) => bestPath(logits, b, n, { batch, classes }, merge));
  const count = paths.reduce((n, p) => n + p.labels.length, 0);
  const indices = k.output(0, [count, 2]).data as BigInt64Array;
  const values = k.output(1, [count]).data as BigInt64Array;
  const shape = k.output(2, [2]).data as BigInt64Array;
  const scores = k.output(3, [batch, 1]).data as Floats;
  let at = 0;
  paths.forEach(({ labels, score }, b) => {
    scores[b] = score;
    labels.forEach((label, i) => {
      indices[2 * at] = BigInt(b);
      indices[2 * at + 1] = BigInt(i);
      values[at++] = BigInt(label);
    });
  });
  shape[0] = BigInt(batch);
  shape[1] = BigInt(Math.max(0, ...paths.map((p) => p.labels.length)));
  return undefined;
};

/** The labels of each sequence, from the entries of a sparse matrix. */
function labelsOf(k: KernelContext, batch: number, classes: number): number[][] {
  const [indices, values] = [k.input(1), k.input(2)];
  if (indices.shape.length !== 2) throw invalidArgument("labels_indices is not a matrix");
  if (values.shape.length !== 1) throw invalidArgument("labels_values is not a vector");
  if (indices.shape[0] !== values.shape[0]) {
    throw invalidArgument(
      "labels_indices and labels_values must contain the same number of rows, but saw shapes: " +
        `${shapeText(indices.shape)} vs. ${shapeText(values.shape)}`,
    );
  }
  const rows: number[][] = Array.from({ length: batch }, () => []);
  for (let i = 0; i < values.size; i++) {
    const b = Number(indices.data[i * 2]);
    if (b < 0 || b >= batch) throw invalidArgument(`labels batch must be less than batch_size: ${b} vs. ${batch}`);
    const label = Number(values.data[i]);
    if (label < 0 || label >= classes - 1) {
      throw invalidArgument(
        `Saw a non-null label (index >= num_classes - 1) following a null label, batch: ${b} num_classes: ${classes} labels: ${label}`,
      );
    }
    rows[b]!.push(label);
  }
  return rows;
}

const lossKernel: Kernel = (k) => {
  k.readsData();
  const { batch, classes, steps, logits } = sizesOf(k, 3);
  const mergeRepeated = k.attr<boolean>("ctc_merge_repeated");
  const loss = k.output(0, [batch]).data as Floats;
  const gradient = k.output(1, k.input(0).shape).data as Floats;
  gradient.fill(0);
  labelsOf(k, batch, classes).forEach((given, b) => {
    const labels = k.attr<boolean>("preprocess_collapse_repeated")
      ? given.filter((l, i) => i === 0 || l !== given[i - 1])
      : given;
    const needed = labels.length;
    loss[b] = 0;
    if (steps[b]! === 0) return;
    if (needed > steps[b]!) {
      if (k.attr<boolean>("ignore_longer_outputs_than_inputs")) return;
      throw invalidArgument(
        `Not enough time for target transition sequence (required: ${needed}, available: ${steps[b]})` +
          `${b}You can turn this error into a warning by using the flag ignore_longer_outputs_than_inputs`,
      );
    }
    loss[b] = ctcLoss(logits, b, steps[b]!, { batch, classes }, labels, mergeRepeated, gradient);
  });
  return undefined;
};

export const ctcRecords: readonly OpRecord[] = [
  {
    type: "CTCGreedyDecoder",
    shape: (c) => {
      const inputs = withRank(c.input(0), 3);
      const [lengths] = withRank(c.input(1), 1);
      const batch = mergeDim(inputs[1]!, lengths!);
      return [new TensorShape([null, 2]), new TensorShape([null]), new TensorShape([2]), new TensorShape([batch, 1])];
    },
    kernel: greedyKernel,
    grad: "none",
  },
  {
    type: "CTCLoss",
    shape: (c) => {
      const inputs = withRank(c.input(0), 3);
      withRank(c.input(1), 2);
      withRank(c.input(2), 1);
      const [lengths] = withRank(c.input(3), 1);
      const batch = mergeDim(inputs[1]!, lengths!);
      return [new TensorShape([batch]), new TensorShape([inputs[0]!, batch, inputs[2]!])];
    },
    kernel: lossKernel,
    grad: (op, dy) => {
      const given = createOp(
        "PreventGradient",
        { input: op.outputs[1] },
        {
          message:
            "Currently there is no way to take the second  derivative of ctc_loss due to the fused implementation's interaction  with tf.gradients()",
        },
      );
      return [expandDims(dy as Tensor, -1).mul(given), null, null, null];
    },
  },
];

interface LossArguments {
  labels: SparseTensor;
  inputs: TensorLike | null;
  sequence_length: TensorLike;
  preprocess_collapse_repeated: boolean;
  ctc_merge_repeated: boolean;
  ignore_longer_outputs_than_inputs: boolean;
  time_major: boolean;
  logits: TensorLike | null;
}

/**
 * tf.nn.ctc_loss: minus the log probability of the int32 `labels` of each sequence, [batch]; `inputs` are logits
 * [time, batch, classes] of which the last class is the blank.
 */
export const ctc_loss = pyFunction<LossArguments>()(
  "ctc_loss",
  "(labels, inputs=None, sequence_length=None, preprocess_collapse_repeated=False, ctc_merge_repeated=True, ignore_longer_outputs_than_inputs=False, time_major=True, logits=None)",
  (p): Tensor => {
    if (!(p.labels instanceof SparseTensor))
      throw new TypeError_("Expected labels (first argument) to be a SparseTensor");
    if (p.logits !== null && p.inputs !== null) throw new ValueError("Cannot specify both 'inputs' and 'logits'");
    const given = convertToTensor(p.logits ?? p.inputs, { name: "inputs" });
    const inputs = p.time_major ? given : transposeBy(given, [1, 0, 2]);
    const { indices, values } = p.labels;
    return createOp(
      "CTCLoss",
      { inputs, labels_indices: indices, labels_values: values, sequence_length: p.sequence_length },
      {
        preprocess_collapse_repeated: p.preprocess_collapse_repeated,
        ctc_merge_repeated: p.ctc_merge_repeated,
        ignore_longer_outputs_than_inputs: p.ignore_longer_outputs_than_inputs,
      },
    );
  },
);

/**
 * tf.nn.ctc_greedy_decoder: a list with the classes of the best path of each sequence, as a sparse int64 matrix, and
 * minus the sums of their logits, [batch, 1].
 */
export const ctc_greedy_decoder = pyFunction<{
  inputs: TensorLike;
  sequence_length: TensorLike;
  merge_repeated: boolean;
}>()("ctc_greedy_decoder", "(inputs, sequence_length, merge_repeated=True)", (p) => {
  const { outputs } = createOperation(
    "CTCGreedyDecoder",
    { inputs: p.inputs, sequence_length: p.sequence_length },
    { merge_repeated: p.merge_repeated },
  );
  const [indices, values, shape, scores] = outputs as readonly [Tensor, Tensor, Tensor, Tensor];
  return tuple([[new SparseTensor(indices, values, shape)], scores] as [SparseTensor[], Tensor]);
});
