/**
 * The k largest elements of each row, and sorting by them.
 * Source: tf.nn.top_k, tf.sort, tf.argsort (tensorflow/python/ops/nn_ops.py, nn_grad.py, sort_ops.py; core/kernels/topk_op.cc).
 */
import { constant } from "../../graph/constant.js";
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { int32, int64 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext } from "../../graph/kernel.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import { constantValue, type ShapeContext, ShapeError } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { namedtuple } from "../../py/collections.js";
import { castTo } from "../math/cast.js";
import { shapeText } from "../run_shapes.js";
import { withRankAtLeast } from "../shape_functions.js";
import { concatValues } from "./concat.js";
import { scalarInput } from "./dimensions.js";
import { expandDims } from "./expand_dims.js";
import { allAxes, zerosOf } from "./fill.js";
import { gatherRows } from "./gather.js";
import { stackValues } from "./pack.js";
import { rangeOf } from "./range.js";
import { reshapeTo } from "./reshape.js";
import { rankInternal, shapeInternal, sizeInternal } from "./shape.js";
import { sortRow, topOfRow } from "./top_k_order.js";
import { transposeBy } from "./transpose.js";

function topKShape(c: ShapeContext, k: number | null): TensorShape[] {
  const { dims } = withRankAtLeast(c.input(0), 1);
  const last = dims?.at(-1) ?? null;
  if (last !== null && k !== null && last < k)
    throw new ShapeError(`input must have last dimension >= k = ${k} but is ${last}`);
  const out = dims === null ? unknownShape : new TensorShape([...dims.slice(0, -1), k]);
  return [out, out];
}

type Numbers = Float64Array | BigInt64Array;

/** Binds the search in every row; bigints and numbers compare alike. */
function topK(k: KernelContext, count: number): () => void {
  const input = k.input(0);
  const { shape } = input;
  if (count < 0) throw invalidArgument(`Need k >= 0, got ${count}`);
  if (shape.length < 1) throw invalidArgument(`input must be >= 1-D, got shape ${shapeText(shape)}`);
  const columns = shape.at(-1)!;
  if (columns < count) throw invalidArgument(`input must have at least k columns. Had ${columns}, needed ${count}`);
  const outShape = shape.with(-1, count);
  const values = k.output(0, outShape).data as Numbers;
  const indices = k.output(1, outShape).data as Int32Array;
  const data = input.data as Numbers;
  const rows = columns === 0 ? 0 : input.size / columns;
  const sorted = k.attr<boolean>("sorted");
  const heap = new Int32Array(count + 1);
  const whole = new Int32Array(count);
  return () => {
    for (let r = 0; r < rows; r++) {
      const at = r * columns;
      const row = data.subarray(at, at + columns);
      let places = whole;
      if (count === 0) continue;
      if (count === 1) places[0] = greatest(row);
      else if (count === columns) sortRow(places, row);
      else {
        topOfRow(heap, count, columns, sorted, (a, b) => row[b]! < row[a]! || (!(row[b]! > row[a]!) && a < b));
        places = heap;
      }
      for (let i = 0; i < count; i++) {
        indices[r * count + i] = places[i]!;
        values[r * count + i] = row[places[i]!]!;
      }
    }
  };
}

/** Place of the first greatest element; the first one of a row without any number. */
function greatest(row: Numbers): number {
  let best = -1;
  for (let i = 0; i < row.length; i++) if (best < 0 ? !Number.isNaN(row[i]) : row[i]! > row[best]!) best = i;
  return Math.max(best, 0);
}

/** Puts the gradient back to where the elements came from. */
const topKGradient: GradientFn = (op, dy) => {
  const input = op.inputs[0]!;
  const places = op.outputs[1]!;
  const inShape = shapeInternal(input);
  const placesShape = shapeInternal(places);
  const lastOf = (shape: Tensor): Tensor => {
    const wide = castTo(shape, int64);
    return gatherRows(wide, sizeInternal(shape).sub(1));
  };
  const flat = reshapeTo(places, stackValues([-1, lastOf(placesShape)]));
  const columns = lastOf(inShape);
  const rows = shapeInternal(flat).at(0);
  const starts = rangeOf(0, castTo(rows, int64).mul(columns), columns);
  const linear = reshapeTo(flat.add(castTo(expandDims(starts, -1), int32)), [-1]);
  const indices = expandDims(linear, -1);
  const updates = reshapeTo(dy as Tensor, [-1]);
  const count = createOp("Prod", { input: inShape, reduction_indices: allAxes(inShape) });
  const spread = createOp("ScatterNd", { indices, updates, shape: [count] });
  return [reshapeTo(spread, inShape), zerosOf([], int32)];
};

const topKKernel: Kernel = (k) => topK(k, k.type === "TopK" ? Number(k.attr<number>("k")) : scalarK(k));

function scalarK(k: KernelContext): number {
  const { shape } = k.input(1);
  if (shape.length !== 0) throw invalidArgument(`k must be scalar, got shape ${shapeText(shape)}`);
  return k.ints(1)[0]!;
}

function attributeK(c: ShapeContext): number {
  const k = Number(c.attr<number>("k"));
  if (k < 0) throw new ShapeError(`Need k >= 0, got ${k}`);
  return k;
}

function inputK(c: ShapeContext): number | null {
  const k = scalarInput(c, 1);
  if (k !== null && k < 0)
    throw new ShapeError(`Dimension size, given by scalar input 1, must be non-negative but is ${k}`);
  return k;
}

export const topKRecords: readonly OpRecord[] = [
  { type: "TopK", shape: (c) => topKShape(c, attributeK(c)), kernel: topKKernel, grad: topKGradient },
  { type: "TopKV2", shape: (c) => topKShape(c, inputK(c)), kernel: topKKernel, grad: topKGradient },
];

const TopKV2 = namedtuple<{ values: Tensor; indices: Tensor }>("TopKV2", ["values", "indices"]);

function topKOf(input: TensorLike, k: TensorLike, sorted = true, name: string | null = null): readonly Tensor[] {
  return createOperation("TopKV2", { input, k }, { sorted }, name).outputs;
}

/** tf.nn.top_k: the `k` greatest elements of each row, as (values, indices); of equal ones the first. */
export const top_k = pyFunction<{ input: TensorLike; k: TensorLike; sorted: boolean; name: string | null }>()(
  "top_k",
  "(input, k=1, sorted=True, name=None)",
  ({ input, k, sorted, name }) => TopKV2._make(topKOf(input, k, sorted, name)),
);

/** Exchange of `axis` and the last dimension; null where they are the same. */
function exchange(values: Tensor, axis: number, rank: Tensor): Tensor | null {
  const n = values.shape.rank;
  if (axis === -1 || axis + 1 === n) return null;
  if (n === null) {
    const at = axis < 0 ? rank.add(axis) : axis;
    const next = typeof at === "number" ? at + 1 : at.add(1);
    const before = rangeOf(0, at);
    const last = rank.sub(1);
    const between = rangeOf(next, rank.sub(1));
    return concatValues([before, [last], between, [at]], 0);
  }
  const at = axis < 0 ? axis + n : axis;
  const order = Array.from({ length: n }, (_, i) => (i === at ? n - 1 : i === n - 1 ? at : i));
  return constant(order, { dtype: int64, name: "transposition" });
}

function sortDescending(values: Tensor, axis: number, wanted: 0 | 1): Tensor {
  const k = shapeInternal(values).at(axis);
  const rank = rankInternal(values);
  const order = exchange(values, axis, rank);
  const input = order === null ? values : transposeBy(values, order);
  const result = topKOf(input, k)[wanted]!;
  return order === null ? result : transposeBy(result, order);
}

type Direction = "ASCENDING" | "DESCENDING";

/** Sorts along an axis by top_k; ascending order is that of the negated values. `wanted`: values (0) or places (1). */
function sortOrArgsort(given: TensorLike, axis: TensorLike, direction: string, wanted: 0 | 1): Tensor {
  if (direction !== "ASCENDING" && direction !== "DESCENDING")
    throw new ValueError(`${direction} should be one of ASCENDING, DESCENDING`);
  const axisTensor = convertToTensor(axis, { name: "axis" });
  const known = constantValue(axisTensor);
  if (axisTensor.shape.rank !== 0 || known === null) throw new ValueError("axis must be a constant scalar");
  const at = Number(known.data[known.offset]);
  const values = convertToTensor(given, { name: "values" });
  if (direction === "DESCENDING") return sortDescending(values, at, wanted);
  const sorted = sortDescending(values.neg(), at, wanted);
  return wanted === 1 ? sorted : sorted.neg();
}

interface SortArguments {
  values: TensorLike;
  axis: TensorLike;
  direction: Direction;
  name: string | null;
}

/** tf.sort: `values` in order along `axis`. */
export const sort = pyFunction<SortArguments>()("sort", "(values, axis=-1, direction='ASCENDING', name=None)", (p) =>
  scoped(p.name, "sort", [], () => sortOrArgsort(p.values, p.axis, p.direction, 0)),
);

/** tf.argsort: the places that put `values` in order along `axis`. */
export const argsort = pyFunction<SortArguments & { stable: boolean }>()(
  "argsort",
  "(values, axis=-1, direction='ASCENDING', stable=False, name=None)",
  (p) => scoped(p.name, "argsort", [], () => sortOrArgsort(p.values, p.axis, p.direction, 1)),
);
