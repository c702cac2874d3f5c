/**
 * Places in sorted rows, and places of flat indices.
 * Source: tf.searchsorted, tf.unravel_index (tensorflow/python/ops/array_ops.py; core/kernels/searchsorted_op.cc, unravel_index_op.cc).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { as_dtype, type DTypeLike, int32 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import type { ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { rowMajor } from "../../np/strided.js";
import { shapeText } from "../run_shapes.js";
import { withRank } from "../shape_functions.js";
import { countOf } from "./dimensions.js";
import { reshapeTo } from "./reshape.js";
import { shapeInternal } from "./shape.js";

type Numbers = Float64Array;

/** Binds a binary search per value: the first element that is not less, or for `upper` the first that is greater. */
function searchKernel(upper: boolean): Kernel {
  return (k) => {
    const [sorted, values] = [k.input(0), k.input(1)];
    if (sorted.shape[0] !== values.shape[0]) throw invalidArgument("Leading dim_size of both tensors must match.");
    const columns = sorted.shape[1]!;
    const perRow = values.shape[1]!;
    const out = k.output(0, values.shape).data;
    const row = sorted.data as Numbers;
    const wanted = values.data as Numbers;
    const find = (v: number, start: number): number => {
      let low = start;
      let high = start + columns;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (upper ? !(v < row[middle]!) : row[middle]! < v) low = middle + 1;
        else high = middle;
      }
      return low - start;
    };
    if (out instanceof BigInt64Array) {
      return () => {
        for (let i = 0; i < wanted.length; i++) out[i] = BigInt(find(wanted[i]!, Math.floor(i / perRow) * columns));
      };
    }
    const places = out as Int32Array;
    return () => {
      for (let i = 0; i < wanted.length; i++) places[i] = find(wanted[i]!, Math.floor(i / perRow) * columns);
    };
  };
}

const searchShape: ShapeFn = (c) => {
  withRank(c.input(0), 2);
  return [new TensorShape(withRank(c.input(1), 2))];
};

const unravelKernel: Kernel = (k) => {
  k.readsData();
  const { shape } = k.input(0);
  if (shape.length > 1) throw invalidArgument(`The indices can only be scalar or vector, got "${shapeText(shape)}"`);
  if (k.input(1).shape.length !== 1)
    throw invalidArgument(`The indices can only be 1-D, got "${shapeText(k.input(1).shape)}"`);
  const indices = k.ints(0);
  const dims = k.ints(1);
  const total = dims.reduce((a, b) => a * b, 1);
  if (indices.some((i) => i >= total)) throw invalidArgument("index is out of bound as with dims");
  const strides = rowMajor(dims);
  const { data } = k.output(0, [dims.length, ...shape]);
  dims.forEach((d, at) => {
    indices.forEach((index, i) => {
      const place = Math.floor(index / strides[at]!) % d;
      if (data instanceof BigInt64Array) data[at * indices.length + i] = BigInt(place);
      else (data as Int32Array)[at * indices.length + i] = place;
    });
  });
  return undefined;
};

export const searchRecords: readonly OpRecord[] = [
  { type: "LowerBound", shape: searchShape, kernel: searchKernel(false) },
  { type: "UpperBound", shape: searchShape, kernel: searchKernel(true) },
  {
    type: "UnravelIndex",
    shape: (c) => {
      const indices = c.input(0);
      const [n] = withRank(c.input(1), 1);
      if (indices.dims === null) return [unknownShape];
      return [new TensorShape(indices.dims.length === 0 ? [n!] : [n!, countOf(indices.dims)])];
    },
    kernel: unravelKernel,
  },
];

interface SearchArguments {
  sorted_sequence: TensorLike;
  values: TensorLike;
  side: string;
  out_type: DTypeLike | undefined;
  name: string | null;
}

/** tf.searchsorted: where each value belongs in the sorted rows of `sorted_sequence`, before or after equal elements. */
export const searchsorted = pyFunction<SearchArguments>()(
  "searchsorted",
  "(sorted_sequence, values, side='left', out_type=tf.int32, name=None)",
  (p) => {
    const columns = shapeInternal(p.sorted_sequence).at(-1);
    const perRow = shapeInternal(p.values).at(-1);
    const sorted_inputs = reshapeTo(p.sorted_sequence, [-1, columns]);
    const values = reshapeTo(p.values, [-1, perRow]);
    if (p.side !== "left" && p.side !== "right")
      throw new ValueError(`side must be either 'right' or 'left'.  Saw: ${p.side}.`);
    const type = p.side === "right" ? "UpperBound" : "LowerBound";
    const found = createOp(type, { sorted_inputs, values }, { out_type: as_dtype(p.out_type ?? int32) }, p.name);
    return reshapeTo(found, shapeInternal(p.values));
  },
);

/** tf.unravel_index: flat indices as coordinates in an array of shape `dims`. */
export const unravel_index = pyFunction<{ indices: TensorLike; dims: TensorLike; name: string | null }>()(
  "unravel_index",
  "(indices, dims, name=None)",
  ({ name, ...inputs }) => createOp("UnravelIndex", inputs, {}, name),
);
