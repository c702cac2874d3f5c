/**
 * Sequences of numbers.
 * Source: tf.range, tf.linspace (tensorflow/python/ops/math_ops.py; core/kernels/sequence_ops.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { as_dtype, type DType, type DTypeLike, float32, float64, int32, int64 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { type ShapeContext, ShapeError } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { AssertionError } from "../../np/errors.js";
import { roundHalf } from "../../np/half.js";
import { withRank } from "../shape_functions.js";
import { scalarInput, withContext } from "./dimensions.js";

/** Rounds to the element type's precision; integers are exact as they are. */
function rounding(dtype: DType): (x: number) => number {
  if (dtype === float32) return Math.fround;
  return dtype.baseName === "float16" ? roundHalf : Number;
}

/** Number of elements of a range, computed in its element type. `fail` makes the error. */
function rangeSize(
  start: number,
  limit: number,
  delta: number,
  dtype: DType,
  fail: (message: string) => Error,
): number {
  if (delta > 0 && start > limit) throw fail(`Requires start <= limit when delta > 0: ${start}/${limit}`);
  if (delta < 0 && start < limit) throw fail(`Requires start >= limit when delta < 0: ${start}/${limit}`);
  if (dtype.is_integer) return Math.ceil(Math.abs(limit - start) / Math.abs(delta));
  const round = rounding(dtype);
  return Math.ceil(Math.abs(round(round(limit - start) / delta)));
}

function rangeShape(c: ShapeContext): TensorShape {
  const values = ["start", "limit", "delta"].map((name, i) => {
    withContext(` for '${name}'`, () => withRank(c.input(i), 0));
    return scalarInput(c, i);
  });
  const [start, limit, delta] = values;
  if (values.includes(null)) return new TensorShape([null]);
  const size = rangeSize(start!, limit!, delta!, c.inputDType(0), (m) => new ShapeError(m));
  if (delta === 0) throw new ShapeError("Requires delta != 0");
  return new TensorShape([size]);
}

/** The scalar of input i as a number, read in every run. */
function scalarAt(k: KernelContext, i: number, name: string): number {
  const value = k.input(i);
  if (value.shape.length !== 0) throw invalidArgument(`${name} must be a scalar, not shape [${value.shape}]`);
  return Number(value.data[0]);
}

const rangeKernel: Kernel = (k) => {
  k.readsData();
  const [start, limit, delta] = ["start", "limit", "delta"].map((name, i) => scalarAt(k, i, name)) as [
    number,
    number,
    number,
  ];
  const dtype = k.outputTypes[0]!.base_dtype;
  if (delta === 0) throw invalidArgument(`Requires delta != 0: ${delta}`);
  const size = rangeSize(start, limit, delta, dtype, invalidArgument);
  const { data } = k.output(0, [size]);
  if (data instanceof BigInt64Array) for (let i = 0; i < size; i++) data[i] = BigInt(start + i * delta);
  else {
    // Each element is the one before plus delta, rounded: the original adds up.
    const to = data as Float64Array;
    const round = dtype.baseName === "float16" ? roundHalf : null;
    for (let i = 0, x = start; i < size; i++) {
      to[i] = x;
      x = round ? round(x + delta) : to[i]! + delta;
    }
  }
  return undefined;
};

const linspaceKernel: Kernel = (k) => {
  k.readsData();
  const [start, stop] = [scalarAt(k, 0, "start"), scalarAt(k, 1, "stop")];
  const n = scalarAt(k, 2, "num");
  if (n <= 0) throw invalidArgument(`Requires num > 0: ${n}`);
  const round = rounding(k.outputTypes[0]!.base_dtype);
  const data = k.output(0, [n]).data as Float64Array;
  data[0] = start;
  if (n > 1) {
    const step = round(round(stop - start) / (n - 1));
    for (let i = 1; i < n - 1; i++) data[i] = round(start + round(step * i));
    data[n - 1] = stop;
  }
  return undefined;
};

export const rangeRecords: readonly OpRecord[] = [
  { type: "Range", shape: (c) => [rangeShape(c)], kernel: rangeKernel, grad: "none" },
  {
    type: "LinSpace",
    shape: (c) => {
      for (let i = 0; i < 3; i++) {
        const name = ["start", "stop", "num"][i]!;
        withContext(` for '${name}'`, () => withRank(c.input(i), 0));
      }
      const n = scalarInput(c, 2);
      if (n !== null && n <= 0) throw new ShapeError(`Requires num > 0: ${n}`);
      return [new TensorShape([n])];
    },
    kernel: linspaceKernel,
    grad: "none",
  },
];

const HIERARCHY: readonly DType[] = [int32, int64, float32, float64];

/** start, start + delta … below limit; without a dtype the widest of the three arguments'. */
export function rangeOf(
  start: TensorLike,
  limit: TensorLike,
  delta: TensorLike = 1,
  dtype: DType | null = null,
  name: string | null = "range",
): Tensor {
  return scoped(name, "Range", [start, limit, delta], (scope) => {
    const args = { start, limit, delta };
    const tensors = Object.entries(args).map(([key, value]) => convertToTensor(value, { dtype, name: key }));
    if (dtype === null) {
      const places = tensors.map((t) => HIERARCHY.indexOf(t.dtype.base_dtype));
      if (places.includes(-1)) throw new AssertionError("");
      const widest = HIERARCHY[Math.max(...places)]!;
      tensors.forEach((t, i) => {
        if (t.dtype.base_dtype !== widest) tensors[i] = createOp("Cast", { x: t }, { DstT: widest });
      });
    }
    const [first, end, step] = tensors;
    return createOp("Range", { start: first, limit: end, delta: step }, {}, scope);
  });
}

interface RangeArguments {
  start: TensorLike;
  limit: TensorLike | null;
  delta: TensorLike;
  dtype: DTypeLike | null;
  name: string;
}

/** tf.range: start, start + delta … below `limit`; with one argument 0, 1 … below it. */
export const range = pyFunction<RangeArguments>()(
  "range",
  "(start, limit=None, delta=1, dtype=None, name='range')",
  (p) =>
    rangeOf(
      p.limit === null ? 0 : p.start,
      p.limit ?? p.start,
      p.delta,
      p.dtype === null ? null : as_dtype(p.dtype),
      p.name,
    ),
);

interface LinspaceArguments {
  start: TensorLike;
  stop: TensorLike;
  num: TensorLike;
  name: string | null;
}

/** tf.linspace: `num` values evenly spaced from `start` to `stop`, both included. */
export const lin_space = pyFunction<LinspaceArguments>()(
  "lin_space",
  "(start, stop, num, name=None)",
  ({ start, stop, num, name }) => createOp("LinSpace", { start, stop, num }, {}, name),
);
