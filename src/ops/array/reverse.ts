/**
 * Turning dimensions around, wholly or in part, and shifting along them.
 * Source: tf.reverse, tf.reverse_sequence, tf.roll (core/kernels/reverse_op.cc, reverse_sequence_op.cc, roll_op.cc; array_grad.py, manip_grad.py).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { type ShapeContext, ShapeError } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import type { TensorShape } from "../../graph/tensor_shape.js";
import { rowMajor, sizeOf } from "../../np/strided.js";
import { shapeText } from "../run_shapes.js";
import { mergeDim, withRank, withRankAtLeast, withRankAtMost } from "../shape_functions.js";
import { dimOf, replaceDim, vectorInput } from "./dimensions.js";
import { eitherArgument } from "./expand_dims.js";
import { bindCopyRun, bindMove } from "./move.js";

/** The axes to reverse, one flag per dimension. `fail` makes the error. */
function flagsOf(axes: readonly number[], rank: number, fail: (message: string) => Error): boolean[] {
  const flags = new Array<boolean>(rank).fill(false);
  axes.forEach((axis, i) => {
    const at = axis < 0 ? axis + rank : axis;
    if (at < 0 || at >= rank) throw fail(`'axis'[${i}] = ${axis} is out of valid range [0, ${rank - 1}`);
    if (flags[at]) throw fail(`axis ${at} specified more than once.`);
    flags[at] = true;
  });
  return flags;
}

/** Copies with the flagged dimensions walked backwards. */
function bindReverse(k: KernelContext, flags: readonly boolean[]): (() => void) | undefined {
  const input = k.input(0);
  const { shape } = input;
  if (!flags.includes(true)) {
    k.alias(0, 0);
    return undefined;
  }
  const to = rowMajor(shape);
  const from = to.map((s, i) => (flags[i] ? -s : s));
  const fromStart = to.reduce((at, s, i) => (flags[i] ? at + s * (shape[i]! - 1) : at), 0);
  return bindMove(input, k.output(0, shape), { shape, from, to, fromStart });
}

function reverseShape(c: ShapeContext): TensorShape[] {
  withRank(c.input(1), 1);
  const { rank } = c.input(0);
  if (rank !== null && rank > 8) throw new ShapeError("reverse does not work on tensors with more than 8 dimensions");
  const axes = vectorInput(c, 1);
  if (axes !== null && rank !== null) flagsOf(axes, rank, (m) => new ShapeError(m));
  return [c.input(0)];
}

function sequenceShape(c: ShapeContext): TensorShape[] {
  const input = c.input(0);
  const [lengths] = withRank(c.input(1), 1);
  if (input.dims === null) return [input];
  const rank = input.dims.length;
  const batch = Number(c.attr<number>("batch_dim"));
  const seq = Number(c.attr<number>("seq_dim"));
  if (batch >= rank) throw new ShapeError(`batch_dim must be < input rank: ${batch} vs. ${rank}`);
  if (seq >= rank) throw new ShapeError(`seq_dim must be < input rank: ${seq} vs. ${rank}`);
  return [replaceDim(input, batch, mergeDim(dimOf(input, batch), lengths!))];
}

const sequenceKernel: Kernel = (k) => {
  const input = k.input(0);
  const { shape } = input;
  const rank = shape.length;
  const seq = Number(k.attr<number>("seq_dim"));
  const batch = Number(k.attr<number>("batch_dim"));
  const lengthsShape = k.input(1).shape;
  if (lengthsShape.length !== 1) throw invalidArgument(`seq_lens input must be 1-dim, not ${lengthsShape.length}`);
  if (batch === seq) throw invalidArgument(`batch_dim == seq_dim == ${seq}`);
  if (seq >= rank) throw invalidArgument(`seq_dim must be < input rank ( ${seq} vs. ${rank})`);
  if (batch >= rank) throw invalidArgument(`batch_dim must be < input rank ( ${batch} vs. ${rank})`);
  const lengths = k.ints(1);
  if (lengths.length !== shape[batch]) {
    throw invalidArgument(`Length of seq_lens != input.dims(${batch}), (${lengths.length} vs. ${shape[batch]})`);
  }
  lengths.forEach((n, i) => {
    if (n < 0) throw invalidArgument(`seq_lens(${i}) < 0`);
    if (n > shape[seq]!) throw invalidArgument(`seq_lens(${i}) > input.dims(${seq})`);
  });
  const out = k.output(0, shape);
  const inner = Math.max(seq, batch);
  const run = sizeOf(shape.slice(inner + 1));
  const strides = rowMajor(shape);
  const copy = bindCopyRun(input, out, run);
  // Every run of neighbouring elements has one batch and one place in its sequence.
  const runs = run === 0 ? 0 : input.size / run;
  const from = new Int32Array(runs);
  for (let r = 0; r < runs; r++) {
    const at = r * run;
    const place = Math.floor(at / strides[seq]!) % shape[seq]!;
    const n = lengths[Math.floor(at / strides[batch]!) % shape[batch]!]!;
    from[r] = place < n ? at + (n - 1 - 2 * place) * strides[seq]! : at;
  }
  return () => {
    for (let r = 0; r < runs; r++) copy(from[r]!, r * run);
  };
};

const rollKernel: Kernel = (k) => {
  const input = k.input(0);
  const { shape } = input;
  const rank = shape.length;
  if (rank < 1) throw invalidArgument("input must be 1-D or higher");
  for (const [i, name] of [
    [1, "shift"],
    [2, "axis"],
  ] as const) {
    if (k.input(i).shape.length > 1)
      throw invalidArgument(`${name} must be a scalar or a 1-D vector. Found: ${shapeText(k.input(i).shape)}`);
  }
  const shifts = k.ints(1);
  const axes = k.ints(2);
  if (shifts.length !== axes.length) throw invalidArgument("shift and axis must have the same size");
  const by = new Array<number>(rank).fill(0);
  axes.forEach((axis, i) => {
    const at = axis < 0 ? axis + rank : axis;
    if (at < 0 || at >= rank) throw invalidArgument(`axis ${at} is out of range`);
    by[at]! += shifts[i]!;
  });
  const out = k.output(0, shape);
  const strides = rowMajor(shape);
  // Each rolled dimension is two ranges that change places: the moves are all combinations.
  let parts: { shape: number[]; from: number; to: number }[] = [{ shape: [...shape], from: 0, to: 0 }];
  shape.forEach((d, i) => {
    const shift = d === 0 ? 0 : ((by[i]! % d) + d) % d;
    if (shift === 0) return;
    parts = parts.flatMap((part) => [
      { shape: part.shape.with(i, d - shift), from: part.from, to: part.to + shift * strides[i]! },
      { shape: part.shape.with(i, shift), from: part.from + (d - shift) * strides[i]!, to: part.to },
    ]);
  });
  const moves = parts.map((part) =>
    bindMove(input, out, { shape: part.shape, from: strides, to: strides, fromStart: part.from, toStart: part.to }),
  );
  return () => {
    for (let i = 0; i < moves.length; i++) moves[i]!();
  };
};

export const reverseRecords: readonly OpRecord[] = [
  {
    type: "Reverse",
    shape: (c) => {
      const [n] = withRank(c.input(1), 1);
      if (n !== null && n !== undefined && n > 8)
        throw new ShapeError("reverse does not work on tensors with more than 8 dimensions");
      const input = c.input(0);
      if (n !== null && n !== undefined) withRank(input, n);
      return [input];
    },
    kernel: (k) => {
      const rank = k.input(0).shape.length;
      if (k.input(1).shape.length !== 1)
        throw invalidArgument("'dims' must be 1-dimension, not " + k.input(1).shape.length);
      const flags = k.ints(1);
      if (flags.length !== rank)
        throw invalidArgument(
          `'dims' must have the same number of values as 'input' has dimensions. 'input' has ${rank}'dims' has ${flags.length} values`,
        );
      return bindReverse(
        k,
        flags.map((flag) => flag !== 0),
      );
    },
    grad: (op, dy) => [createOp("Reverse", { tensor: dy, dims: op.inputs[1] }), null],
  },
  {
    type: "ReverseV2",
    shape: reverseShape,
    kernel: (k) => {
      const rank = k.input(0).shape.length;
      if (k.input(1).shape.length > 1)
        throw invalidArgument(`'dims' must be 1-dimension, not ${k.input(1).shape.length}`);
      return bindReverse(k, flagsOf(k.ints(1), rank, invalidArgument));
    },
    grad: (op, dy) => [createOp("ReverseV2", { tensor: dy, axis: op.inputs[1] }), null],
  },
  {
    type: "ReverseSequence",
    shape: sequenceShape,
    kernel: sequenceKernel,
    grad: (op, dy) => {
      const attrs = { seq_dim: op.attr<number>("seq_dim"), batch_dim: op.attr<number>("batch_dim") };
      return [createOp("ReverseSequence", { input: dy, seq_lengths: op.inputs[1] }, attrs), null];
    },
  },
  {
    type: "Roll",
    shape: (c) => {
      withRankAtMost(c.input(1), 1);
      withRankAtMost(c.input(2), 1);
      return [withRankAtLeast(c.input(0), 1)];
    },
    kernel: rollKernel,
    grad: (op, dy) => {
      const [, shift, axis] = op.inputs as readonly Tensor[];
      return [createOp("Roll", { input: dy, shift: shift!.neg(), axis }), null, null];
    },
  },
];

type Name = string | null;

/** tf.reverse: the dimensions in `axis` (1-D) turned around. */
export const reverse = pyFunction<{ tensor: TensorLike; axis: TensorLike; name: Name }>()(
  "reverse",
  "(tensor, axis, name=None)",
  ({ tensor, axis, name }) => createOp("ReverseV2", { tensor, axis }, {}, name),
);

interface SequenceArguments {
  input: TensorLike;
  seq_lengths: TensorLike;
  seq_axis: number | null;
  batch_axis: number | null;
  name: Name;
  seq_dim: number | null;
  batch_dim: number | null;
}

/** tf.reverse_sequence: in each batch the first seq_lengths[batch] elements along `seq_axis` turned around. */
export const reverse_sequence = pyFunction<SequenceArguments>()(
  "reverse_sequence",
  "(input, seq_lengths, seq_axis=None, batch_axis=None, name=None, seq_dim=None, batch_dim=None)",
  ({ input, seq_lengths, name, ...p }) => {
    const seq_dim = eitherArgument("seq_axis", p.seq_axis, "seq_dim", p.seq_dim);
    const batch_dim = eitherArgument("batch_axis", p.batch_axis, "batch_dim", p.batch_dim);
    return createOp("ReverseSequence", { input, seq_lengths }, { seq_dim, batch_dim }, name);
  },
);

/** tf.roll: elements shifted along dimensions; what leaves at one end comes in at the other. */
export const roll = pyFunction<{ input: TensorLike; shift: TensorLike; axis: TensorLike; name: Name }>()(
  "roll",
  "(input, shift, axis, name=None)",
  ({ input, shift, axis, name }) => createOp("Roll", { input, shift, axis }, {}, name),
);
