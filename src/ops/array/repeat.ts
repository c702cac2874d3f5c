/**
 * tf.repeat: elements repeated along an axis, each as often as told.
 * Source: tf.repeat, repeat_with_axis (tensorflow/python/ops/array_ops.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { int32 } from "../../graph/dtypes.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { Dimension } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { booleanMask } from "./boolean_mask.js";
import { concatValues } from "./concat.js";
import { expandDims } from "./expand_dims.js";
import { allAxes, onesOf } from "./fill.js";
import { sequenceMask } from "./one_hot.js";
import { stackValues } from "./pack.js";
import { reshapeTo } from "./reshape.js";
import { rankInternal, shapeInternal } from "./shape.js";
import { tileBy } from "./tile.js";

function intTensor(value: TensorLike, name: string): Tensor {
  const tensor = convertToTensor(value, { name, preferred: int32 });
  if (!tensor.dtype.is_integer) throw new TypeError(`${name} must be an integer tensor; dtype=${tensor.dtype}`);
  return createOp("Cast", { x: tensor }, { DstT: int32 });
}

/** An axis counted from the front. Raises ValueError where it is out of range, or negative with an unknown rank. */
function positiveAxis(axis: number, rank: number | null): number {
  if (!Number.isInteger(axis))
    throw new TypeError(`axis must be an int; got ${typeof axis === "number" ? "float" : typeof axis}`);
  if (rank === null) {
    if (axis < 0) throw new ValueError("axis may only be negative if ndims is statically known.");
    return axis;
  }
  if (axis < -rank || axis >= rank) throw new ValueError(`axis=${axis} out of bounds: expected ${-rank}<=axis<${rank}`);
  return axis < 0 ? axis + rank : axis;
}

/** A scalar becomes a vector. */
function withNonzeroRank(data: Tensor): Tensor {
  if (data.shape.rank !== null) return data.shape.rank === 0 ? stackValues([data]) : data;
  const shape = shapeInternal(data);
  const rank = rankInternal(data);
  const start = rank.neg();
  return reshapeTo(data, concatValues([[1], shape], 0).at({ start, stop: null, step: null }));
}

function tileOne(data: Tensor, axis: number, multiple: Tensor): Tensor {
  const { rank } = data.shape;
  if (rank !== null) return tileBy(data, new Array<TensorLike>(rank).fill(1).with(axis, multiple));
  const ones = onesOf(rankInternal(data), int32);
  const before = ones.at(`:${axis}`);
  const after = ones.at(`${axis + 1}:`);
  return tileBy(data, concatValues([before, [multiple], after], 0));
}

/** The shape of `data` with dimension `axis` left open. */
function openShape(shape: Tensor, axis: number): Tensor {
  const before = shape.at(`:${axis}`);
  return concatValues([before, [-1], shape.at(`${axis + 1}:`)], 0);
}

/** One count per element, over as many dimensions as lie before and at the axis. */
function spread(repeats: Tensor, dataShape: Tensor, axis: number): Tensor {
  if (repeats.shape.rank === axis + 1) return repeats;
  const shape = shapeInternal(repeats);
  const rank = rankInternal(repeats);
  const stop = rank.rsub(axis + 1);
  const target = concatValues([dataShape.at({ start: null, stop, step: null }), shape], 0);
  const made = createOp("BroadcastTo", { input: repeats, shape: target });
  made.set_shape(new Array<null>(axis + 1).fill(null));
  return made;
}

function repeatAlong(input: TensorLike, counts: TensorLike, axis: number, name: string | null): Tensor {
  return scoped(name, "Repeat", [input, counts], () => {
    const given = convertToTensor(input, { name: "data" });
    let repeats = intTensor(counts, "repeats");
    const rank = repeats.shape.rank;
    if (rank !== null && rank > 1) throw new ValueError(`Shape ${repeats.shape} must have rank at most 1`);
    const data = withNonzeroRank(given);
    const shape = shapeInternal(data);
    const at = positiveAxis(axis, data.shape.rank);
    if (rank === 1) {
      const [one, other] = [data.shape.at(at), repeats.shape.at(0)];
      if (!one.is_compatible_with(other)) throw new ValueError(`Dimensions ${one} and ${other} are not compatible`);
    }
    if (rank === 0) {
      const tiled = tileOne(expandDims(data, at + 1), at + 1, repeats);
      return reshapeTo(tiled, openShape(shape, at));
    }
    repeats = spread(repeats, shape, at);
    const max = createOp("Maximum", {
      x: 0,
      y: createOp("Max", { input: repeats, reduction_indices: allAxes(repeats) }),
    });
    const mask = sequenceMask(repeats, max);
    const masked = booleanMask(tileOne(expandDims(data, at + 1), at + 1, max), mask);
    const result = at === 0 ? masked : reshapeTo(masked, openShape(shape, at));
    if (data.shape.rank !== null) {
      const size = repeats.shape.at(0).value === 0 ? new Dimension(0) : new Dimension(null);
      result.set_shape(
        data.shape
          .at(`:${at}`)
          .concatenate([size])
          .concatenate(data.shape.at(`${at + 1}:`)),
      );
    }
    return result;
  });
}

/** tf.repeat: each element along `axis` as often as `repeats` says (one count for all, or one each); flat without an axis. */
export const repeat = pyFunction<{
  input: TensorLike;
  repeats: TensorLike;
  axis: number | null;
  name: string | null;
}>()("repeat", "(input, repeats, axis=None, name=None)", ({ input, repeats, axis, name }) =>
  repeatAlong(axis === null ? reshapeTo(input, [-1]) : input, repeats, axis ?? 0, name),
);
