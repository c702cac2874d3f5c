/**
 * Counts of values in bins of equal width.
 * Source: tf.histogram_fixed_width (tensorflow/python/ops/histogram_ops.py; core/kernels/histogram_op.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { as_dtype, type DTypeLike, int32 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { scalarInput, withValue } from "../array/dimensions.js";
import { reshapeTo } from "../array/reshape.js";
import { shapeInternal } from "../array/shape.js";
import { withRank } from "../shape_functions.js";
import { castTo } from "./cast.js";
import { clip_by_value } from "./clip.js";
import { truedivOf } from "./operators.js";

const histogramShape: ShapeFn = (c) => {
  withValue(withRank(c.input(1), 1)[0]!, 2);
  withRank(c.input(2), 0);
  const bins = scalarInput(c, 2);
  if (bins !== null && bins <= 0) throw new ShapeError(`Requires nbins > 0: ${bins}`);
  return [new TensorShape([bins])];
};

const histogramKernel: Kernel = (k) => {
  const [values, range, count] = [k.input(0), k.input(1), k.input(2)];
  if (range.shape.length !== 1) throw invalidArgument("value_range should be a vector.");
  if (range.size !== 2) throw invalidArgument("value_range should be a vector of 2 elements.");
  if (count.shape.length !== 0) throw invalidArgument("nbins should be a scalar.");
  const bins = k.ints(2)[0]!;
  if (bins <= 0) throw invalidArgument(`nbins should be a positive number, but got '${bins}'`);
  const { data } = k.output(0, [bins]);
  // Differences are of the values' type, the quotient is a double.
  const minus =
    values.dtype.baseName === "float32"
      ? (a: number, b: number) => Math.fround(a - b)
      : (a: number, b: number) => a - b;
  const counts = new Int32Array(bins);
  return () => {
    const [low, high] = [Number(range.data[0]), Number(range.data[1])];
    if (!(low < high))
      throw invalidArgument(`value_range should satisfy value_range[0] < value_range[1], but got '[${low}, ${high}]'`);
    const step = minus(high, low) / bins;
    counts.fill(0);
    for (let i = 0; i < values.size; i++) {
      const above = minus(Math.max(Number(values.data[i]), low), low);
      // Where NaN goes is undefined there; here it counts for the first bin.
      counts[Math.trunc(Math.min(above / step, bins - 1)) || 0]!++;
    }
    if (data instanceof BigInt64Array) for (let i = 0; i < bins; i++) data[i] = BigInt(counts[i]!);
    else (data as Int32Array).set(counts);
  };
};

export const histogramRecords: readonly OpRecord[] = [
  { type: "HistogramFixedWidth", shape: histogramShape, kernel: histogramKernel },
];

interface HistogramArguments {
  values: TensorLike;
  value_range: TensorLike;
  nbins: TensorLike;
  dtype: DTypeLike | undefined;
  name: string | null;
}
const SIGNATURE = "(values, value_range, nbins=100, dtype=tf.int32, name=None)";

/** tf.histogram_fixed_width: how many values fall into each of `nbins` bins; what lies outside counts for the outermost ones. */
export const histogram_fixed_width = pyFunction<HistogramArguments>()("histogram_fixed_width", SIGNATURE, (p) =>
  scoped(p.name, "histogram_fixed_width", [p.values, p.value_range, p.nbins], (scope) => {
    const inputs = { values: p.values, value_range: p.value_range, nbins: p.nbins };
    return createOp("HistogramFixedWidth", inputs, { dtype: as_dtype(p.dtype ?? int32) }, scope);
  }),
);

/** tf.histogram_fixed_width_bins: the bin of each value, shaped as `values`. */
export const histogram_fixed_width_bins = pyFunction<HistogramArguments>()(
  "histogram_fixed_width_bins",
  SIGNATURE,
  (p) =>
    scoped(p.name, "histogram_fixed_width_bins", [p.values, p.value_range, p.nbins], () => {
      const given = convertToTensor(p.values, { name: "values" });
      const shape = shapeInternal(given);
      const values = reshapeTo(given, [-1]);
      const range = convertToTensor(p.value_range, { name: "value_range" });
      const nbins = convertToTensor(p.nbins, { dtype: int32, name: "nbins" });
      const count = castTo(nbins, values.dtype.base_dtype);
      const above = values.sub(range.at(0));
      const scaled = truedivOf(above, range.at(1).sub(range.at(0)), "scaled_values");
      const indices = createOp("Floor", { x: count.mul(scaled) }, {}, "indices");
      const clipped = clip_by_value(indices, 0, count.sub(1)) as Tensor;
      return reshapeTo(castTo(clipped, int32), shape);
    }),
);
