/**
 * Adding and dropping dimensions of size 1.
 * Source: tf.expand_dims, tf.squeeze (tensorflow/python/ops/array_ops.py, array_grad.py; core/kernels/shape_ops.h).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import { ShapeError } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { type Dims, TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { ofRank } from "./dimensions.js";
import { reshapeTo } from "./reshape.js";
import { shapeInternal } from "./shape.js";

/** A deprecated name of an argument: either may be given, not both. Source: deprecation.deprecated_argument_lookup. */
export function eitherArgument<T>(newName: string, value: T | null, oldName: string, oldValue: T | null): T | null {
  if (oldValue === null) return value;
  if (value !== null) throw new ValueError(`Cannot specify both '${oldName}' and '${newName}'`);
  return oldValue;
}

const toInputShape: GradientFn = (op, dy) => {
  const grad = reshapeTo(dy as Tensor, shapeInternal(op.inputs[0]!));
  return op.inputs.length === 1 ? [grad] : [grad, null];
};

interface Refusals {
  outOfRange(place: number, axis: number, rank: number): Error;
  notOne(message: string): Error;
}

/** Shape without its ones, or without those at the given places; null where it can't be known. */
function squeezed(dims: Dims, axes: readonly number[], refuse: Refusals): (number | null)[] | null {
  const rank = dims.length;
  const drop = new Set<number>();
  axes.forEach((axis, i) => {
    if (axis < -rank || axis >= rank) throw refuse.outOfRange(i, axis, rank);
    drop.add(axis < 0 ? axis + rank : axis);
  });
  const out: (number | null)[] = [];
  for (let i = 0; i < rank; i++) {
    const d = dims[i]!;
    if (drop.size === 0) {
      if (d === null) return null;
      if (d !== 1) out.push(d);
    } else if (!drop.has(i)) out.push(d);
    else if (d !== null && d !== 1)
      throw refuse.notOne(`Can not squeeze dim[${i}], expected a dimension of 1, got ${d}`);
  }
  return out;
}

const staticRefusals: Refusals = {
  outOfRange: (place, _axis, rank) => new ShapeError(`squeeze_dims[${place}] not in [${-rank},${rank}).`),
  notOne: (message) => new ShapeError(message),
};
const kernelRefusals: Refusals = {
  outOfRange: (_place, axis, rank) =>
    invalidArgument(`Tried to squeeze dim index ${axis} for tensor with ${rank} dimensions.`),
  notOne: invalidArgument,
};

export const expandDimsRecords: readonly OpRecord[] = [
  {
    type: "ExpandDims",
    shape: (c) => {
      const { dims } = c.input(0);
      const value = c.constant(1);
      if (value !== null && value.size !== 1) throw new ShapeError(`'dim' input must be a tensor with a single value`);
      if (value === null || dims === null) return [unknownOrOneMore(dims, value === null)];
      const given = Number(value.data[value.offset]);
      const rank = dims.length;
      if (given < -1 - rank || given > rank)
        throw new ShapeError(`dim ${given} not in the interval [${-1 - rank}, ${rank}].`);
      return [new TensorShape(dims.toSpliced(given < 0 ? given + rank + 1 : given, 0, 1))];
    },
    kernel: (k) => {
      const { shape } = k.input(0);
      const given = k.ints(1);
      if (given.length !== 1) throw invalidArgument("'dim' must be a tensor with a single value");
      const axis = given[0]!;
      const rank = shape.length;
      if (axis < -1 - rank || axis > rank) {
        throw invalidArgument(`Tried to expand dim index ${axis} for tensor with ${rank} dimensions.`);
      }
      k.alias(0, 0, shape.toSpliced(axis < 0 ? axis + rank + 1 : axis, 0, 1));
      return undefined;
    },
    grad: toInputShape,
  },
  {
    type: "Squeeze",
    shape: (c) => {
      const { dims } = c.input(0);
      if (dims === null) return [unknownShape];
      return [new TensorShape(squeezed(dims, c.attr<number[]>("squeeze_dims").map(Number), staticRefusals))];
    },
    kernel: (k) => {
      const { shape } = k.input(0);
      k.alias(0, 0, squeezed(shape, k.attr<number[]>("squeeze_dims").map(Number), kernelRefusals) as number[]);
      return undefined;
    },
    grad: toInputShape,
  },
];

function unknownOrOneMore(dims: Dims | null, unknownAxis: boolean): TensorShape {
  return unknownAxis && dims !== null ? ofRank(dims.length + 1) : unknownShape;
}

export function expandDims(input: TensorLike, axis: TensorLike, name: string | null = null): Tensor {
  return createOp("ExpandDims", { input, dim: axis }, {}, name);
}

/** Without dimensions of size 1: all of them, or those at the given places. */
export function squeezeDims(input: TensorLike, axes: readonly number[] = [], name: string | null = null): Tensor {
  return createOp("Squeeze", { input }, { squeeze_dims: axes }, name);
}

/** tf.expand_dims: a dimension of size 1 at `axis`, which may count from the end. */
export const expand_dims = pyFunction<{
  input: TensorLike;
  axis: TensorLike | null;
  name: string | null;
  dim: TensorLike | null;
}>()("expand_dims", "(input, axis=None, name=None, dim=None)", ({ input, axis, name, dim }) => {
  const at = eitherArgument("axis", axis, "dim", dim);
  if (at === null) throw new ValueError("Must specify an axis argument to tf.expand_dims()");
  return expandDims(input, at, name);
});

type Axes = number | readonly number[];

/** tf.squeeze: without the dimensions of size 1, or without those in `axis`. */
export const squeeze = pyFunction<{
  input: TensorLike;
  axis: Axes | null;
  name: string | null;
  squeeze_dims: Axes | null;
}>()("squeeze", "(input, axis=None, name=None, squeeze_dims=None)", ({ input, axis, name, squeeze_dims }) => {
  const axes = eitherArgument<Axes>("axis", axis, "squeeze_dims", squeeze_dims);
  return squeezeDims(input, typeof axes === "number" ? [axes] : (axes ?? []), name);
});
