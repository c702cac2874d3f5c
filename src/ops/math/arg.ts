/**
 * Where along an axis the largest or smallest value is.
 * Source: tf.argmax, tf.argmin (tensorflow/python/ops/math_ops.py; core/kernels/argmax_op.cc).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { as_dtype, type DTypeLike, int64 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { scalarShape, TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { dtypeOf, type NumericData } from "../../np/dtype.js";
import { bindArg } from "../../numerics/reductions/arg.js";
import { ofRank, scalarInput } from "../array/dimensions.js";
import { eitherArgument } from "../array/expand_dims.js";
import { withRank } from "../shape_functions.js";
import { numpyName, shapeText } from "./elementwise.js";

type ArgType = "ArgMax" | "ArgMin";

const argShape: ShapeFn = (c) => {
  withRank(c.input(1), 0);
  const { dims } = c.input(0);
  if (dims === null) return [unknownShape];
  const rank = dims.length;
  if (rank <= 1) return [scalarShape];
  const given = scalarInput(c, 1);
  if (given === null) return [ofRank(rank - 1)];
  const axis = given < 0 ? given + rank : given;
  if (axis < 0 || axis >= rank) {
    throw new ShapeError(
      `Dimension (${given}) must be in the range [${-rank}, ${rank}), where ${rank} is the number of dimensions in the input.`,
    );
  }
  return [new TensorShape(dims.filter((_, i) => i !== axis))];
};

function argKernel(type: ArgType): Kernel {
  return (k) => {
    const x = k.input(0);
    const rank = x.shape.length;
    const [given] = k.ints(1) as [number];
    const axis = given < 0 ? given + rank : given;
    if (axis < 0 || axis >= rank)
      throw invalidArgument(`Expected dimension in the range [${-rank}, ${rank}), but got ${given}`);
    if (x.shape[axis] === 0) throw invalidArgument(`Reduction axis ${given} is empty in shape ${shapeText(x.shape)}`);
    const run = bindArg(type, dtypeOf(numpyName(x)), x.shape, axis);
    const from = x.data as NumericData;
    const shape = x.shape.filter((_, i) => i !== axis);
    const to = k.output(0, shape).data as BigInt64Array | Int32Array;
    return () => run(from, to);
  };
}

export const argRecords: readonly OpRecord[] = [
  { type: "ArgMax", shape: argShape, kernel: argKernel("ArgMax"), grad: () => [null, null] },
  { type: "ArgMin", shape: argShape, kernel: argKernel("ArgMin"), grad: () => [null, null] },
];

interface ArgArguments {
  input: TensorLike;
  axis: TensorLike | null;
  name: string | null;
  dimension: TensorLike | null;
  output_type: DTypeLike | undefined;
}

function publicArg(name: string, type: ArgType) {
  return pyFunction<ArgArguments>()(
    name,
    "(input, axis=None, name=None, dimension=None, output_type=tf.int64)",
    (p) => {
      const axis = eitherArgument("axis", p.axis, "dimension", p.dimension);
      return createOp(
        type,
        { input: p.input, dimension: axis ?? 0 },
        { output_type: as_dtype(p.output_type ?? int64) },
        p.name,
      );
    },
  );
}

/** tf.argmax: index of the largest value along `axis` (0 by default), the first of equal ones. */
export const argmax = publicArg("argmax", "ArgMax");
/** tf.argmin: index of the smallest value along `axis` (0 by default), the first of equal ones. */
export const argmin = publicArg("argmin", "ArgMin");

interface OldArguments {
  input: TensorLike;
  dimension: TensorLike;
  output_type: DTypeLike | undefined;
  name: string | null;
}

function oldArg(name: string, type: ArgType) {
  return pyFunction<OldArguments>()(name, "(input, dimension, output_type=tf.int64, name=None)", (p) =>
    createOp(
      type,
      { input: p.input, dimension: p.dimension },
      { output_type: as_dtype(p.output_type ?? int64) },
      p.name,
    ),
  );
}

/** tf.arg_max: the old form of tf.argmax. */
export const arg_max = oldArg("arg_max", "ArgMax");
/** tf.arg_min: the old form of tf.argmin. */
export const arg_min = oldArg("arg_min", "ArgMin");
