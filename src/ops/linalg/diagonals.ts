/**
 * Diagonals and bands of matrices: op records and functions.
 * Source: tf.matrix_diag, tf.matrix_band_part, tf.diag, tf.eye, tf.trace (tensorflow/python/ops/array_ops.py,
 * linalg_ops_impl.py, math_ops.py, array_grad.py; core/kernels/{matrix_diag,matrix_set_diag,matrix_band_part,diag}_op.cc).
 *
 * Long for being a family of six small op types that use each other in their gradients.
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { as_dtype, type DType, type DTypeLike, float32, int32 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import { getDefaultGraph } from "../../graph/graph.js";
import type { Kernel, KernelContext, Value } from "../../graph/kernel.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import { ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { Tensor } from "../../graph/tensor.js";
import { TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { sizeOf } from "../../np/strided.js";
import { concatValues } from "../array/concat.js";
import { subshape } from "../array/dimensions.js";
import { onesOf, zerosLike, zerosOf } from "../array/fill.js";
import { bindCopyRun, cellsOf } from "../array/move.js";
import { rankInternal, shapeInternal } from "../array/shape.js";
import { shapeText } from "../math/elementwise.js";
import { binary } from "../math/gradient_rules.js";
import { sub } from "../math/operators.js";
import { reduce, reduceSum } from "../math/reductions.js";
import { merge, mergeDim, withRankAtLeast } from "../shape_functions.js";
import { minDim } from "./batched.js";

type Name = string | null;

/** Zeroes (or empties) a buffer as cells. */
function bindClear(value: Value): () => void {
  const { data } = value;
  if (Array.isArray(data)) return () => void data.fill(new Uint8Array(0));
  const cells = cellsOf(value) as Int32Array;
  return () => void cells.fill(0);
}

/** tf.diag: a tensor of twice the rank with the elements where both halves of the index agree. */
const diagKernel: Kernel = (k) => {
  const x = k.input(0);
  if (x.shape.length === 0) throw invalidArgument("Input must be at least rank 1, got 0");
  const out = k.output(0, [...x.shape, ...x.shape]);
  const [copy, clear] = [bindCopyRun(x, out, 1), bindClear(out)];
  return () => {
    clear();
    for (let i = 0; i < x.size; i++) copy(i, i * (x.size + 1));
  };
};

const diagPartShape: ShapeFn = (c) => {
  const { dims } = c.input(0);
  if (dims === null) return [unknownShape];
  if (dims.length % 2 !== 0 || dims.length === 0) {
    throw new ShapeError(`Input must have even and non-zero rank, input rank is ${dims.length}`);
  }
  const half = dims.length / 2;
  return [new TensorShape(dims.slice(0, half).map((d, i) => mergeDim(d, dims[i + half]!)))];
};

const diagPartKernel: Kernel = (k) => {
  const x = k.input(0);
  const rank = x.shape.length;
  if (rank % 2 !== 0 || rank === 0) {
    throw invalidArgument(
      `The rank of the tensor should be                                          even and positive, got shape ${shapeText(x.shape)}`,
    );
  }
  const half = rank / 2;
  for (let i = 0; i < half; i++) {
    if (x.shape[i] !== x.shape[i + half]) {
      throw invalidArgument(`Invalid shape ${shapeText(x.shape)}: dimensions ${i} and ${i + half} do not match.`);
    }
  }
  const out = k.output(0, x.shape.slice(0, half));
  const copy = bindCopyRun(x, out, 1);
  return () => {
    for (let i = 0; i < out.size; i++) copy(i * (out.size + 1), i);
  };
};

const matrixDiagKernel: Kernel = (k) => {
  const x = k.input(0);
  if (x.shape.length === 0)
    throw invalidArgument(`diagonal must be at least 1-dim, received shape: ${shapeText(x.shape)}`);
  const n = x.shape.at(-1)!;
  const out = k.output(0, [...x.shape, n]);
  const [copy, clear] = [bindCopyRun(x, out, 1), bindClear(out)];
  return () => {
    clear();
    for (let i = 0; i < x.size; i++) copy(i, i * n + (i % n));
  };
};

/** Rows and columns of the matrices of an input, and how many there are. */
function matricesOf(k: KernelContext): { x: Value; rows: number; cols: number; count: number } {
  const x = k.input(0);
  if (x.shape.length < 2) throw invalidArgument(`input must be at least 2-dim, received shape: ${shapeText(x.shape)}`);
  const [rows, cols] = x.shape.slice(-2) as [number, number];
  return { x, rows, cols, count: sizeOf(x.shape.slice(0, -2)) };
}

const matrixDiagPartKernel: Kernel = (k) => {
  const { x, rows, cols, count } = matricesOf(k);
  const n = Math.min(rows, cols);
  const out = k.output(0, [...x.shape.slice(0, -2), n]);
  const copy = bindCopyRun(x, out, 1);
  return () => {
    for (let b = 0; b < count; b++) for (let i = 0; i < n; i++) copy(b * rows * cols + i * (cols + 1), b * n + i);
  };
};

const matrixSetDiagShape: ShapeFn = (c) => {
  const x = withRankAtLeast(c.input(0), 2);
  const diagonal = withRankAtLeast(c.input(1), 1);
  const smallest = x.dims ? minDim(x.dims.at(-2)!, x.dims.at(-1)!) : null;
  mergeDim(smallest, diagonal.dims?.at(-1) ?? null);
  if (diagonal.dims === null || x.isFullyDefined) return [x];
  return [merge(x, subshape(diagonal, 0, -1).concatenate([null, null]))];
};

const matrixSetDiagKernel: Kernel = (k) => {
  const { x, rows, cols, count } = matricesOf(k);
  const diagonal = k.input(1);
  const n = Math.min(rows, cols);
  const expected = [...x.shape.slice(0, -2), n];
  if (diagonal.shape.length !== expected.length || !expected.every((d, i) => d === diagonal.shape[i])) {
    throw invalidArgument(
      `must have diagonal.shape == input.shape[:-2] + min(input.shape[-2:]), but received input shape: ${shapeText(x.shape)} and diagonal shape: ${shapeText(diagonal.shape)}`,
    );
  }
  const out = k.output(0, x.shape);
  const all = bindCopyRun(x, out, x.size);
  const copy = bindCopyRun(diagonal, out, 1);
  return () => {
    if (x.size > 0) all(0, 0);
    for (let b = 0; b < count; b++) for (let i = 0; i < n; i++) copy(b * n + i, b * rows * cols + i * (cols + 1));
  };
};

function bandLimit(k: KernelContext, i: 1 | 2, limit: number): number {
  const name = i === 1 ? "num_lower" : "num_upper";
  if (k.input(i).shape.length > 0)
    throw invalidArgument(`${name} must be scalar, got shape ${shapeText(k.input(i).shape)}`);
  const [value] = k.ints(i) as [number];
  if (value > limit) {
    const what = i === 1 ? "rows" : "columns";
    throw invalidArgument(`${name} must be negative or less or equal to number of ${what} (${limit}) got: ${value}`);
  }
  return value < 0 ? Number.POSITIVE_INFINITY : value;
}

const matrixBandPartKernel: Kernel = (k) => {
  const { x, rows, cols, count } = matricesOf(k);
  const lower = bandLimit(k, 1, rows);
  const upper = bandLimit(k, 2, cols);
  const out = k.output(0, x.shape);
  const [copy, clear] = [bindCopyRun(x, out, 1), bindClear(out)];
  return () => {
    clear();
    for (let b = 0; b < count; b++) {
      for (let i = 0; i < rows; i++) {
        const from = Math.max(0, i - lower);
        const to = Math.min(cols, i + upper + 1);
        for (let j = from, at = (b * rows + i) * cols + from; j < to; j++, at++) copy(at, at);
      }
    }
  };
};

const crossKernel: Kernel = (k) => {
  const [a, b] = [k.input(0), k.input(1)];
  if (shapeText(a.shape) !== shapeText(b.shape)) {
    throw invalidArgument(`Both inputs must be of same shape: ${shapeText(a.shape)} vs. ${shapeText(b.shape)}`);
  }
  if (a.shape.at(-1) !== 3) throw invalidArgument("Cross-products are only defined for 3-element vectors.");
  const [x, y] = [a.data as Float64Array, b.data as Float64Array];
  const out = k.output(0, a.shape).data as Float64Array;
  const round = a.dtype.baseName === "float32" ? Math.fround : (v: number) => v;
  return () => {
    for (let i = 0; i < out.length; i += 3) {
      for (let j = 0; j < 3; j++) {
        const [p, q] = [i + ((j + 1) % 3), i + ((j + 2) % 3)];
        out[i + j] = round(x[p]! * y[q]!) - round(x[q]! * y[p]!);
      }
    }
  };
};

const matrixDiagPartGrad: GradientFn = (op, dy) => {
  const [rows, cols] = op.inputs[0]!.shape.dims?.slice(-2) ?? [null, null];
  if (rows != null && rows === cols) return [matrixDiagOf(dy as Tensor)];
  return [matrixSetDiagOf(zerosLike(op.inputs[0]!), dy as Tensor)];
};

const matrixSetDiagGrad: GradientFn = (op, given) => {
  const dy = given as Tensor;
  const inputShape = op.inputs[0]!.shape.merge_with(dy.shape);
  const batch = inputShape.at(":-2").merge_with(op.inputs[1]!.shape.at(":-1"));
  const matrix = inputShape.at("-2:");
  let shape: readonly number[] | Tensor;
  if (batch.known && matrix.known) shape = [...batch.known, Math.min(...matrix.known)];
  else {
    shape = getDefaultGraph().withColocation(dy.op, () => {
      const all = shapeInternal(dy);
      const rank = rankInternal(dy);
      const slice = (begin: TensorLike, size: TensorLike): Tensor => createOp("Slice", { input: all, begin, size });
      const leading = slice([0], [sub(rank, 2)]);
      const least = reduce("Min", slice([sub(rank, 2)], [2]), null);
      return concatValues([leading, [least]], 0);
    });
  }
  const gradInput = matrixSetDiagOf(dy, zerosOf(shape, dy.dtype));
  return [gradInput, matrixDiagPartOf(dy)];
};

export const diagonalRecords: readonly OpRecord[] = [
  {
    type: "Diag",
    shape: (c) => {
      const x = withRankAtLeast(c.input(0), 1);
      return [x.concatenate(x)];
    },
    kernel: diagKernel,
    grad: (_, dy) => [createOp("DiagPart", { input: dy })],
  },
  {
    type: "DiagPart",
    shape: diagPartShape,
    kernel: diagPartKernel,
    grad: (_, dy) => [createOp("Diag", { diagonal: dy })],
  },
  {
    type: "MatrixDiag",
    shape: (c) => {
      const { dims } = withRankAtLeast(c.input(0), 1);
      return [dims === null ? unknownShape : new TensorShape([...dims, dims.at(-1)!])];
    },
    kernel: matrixDiagKernel,
    grad: (_, dy) => [matrixDiagPartOf(dy as Tensor)],
  },
  {
    type: "MatrixDiagPart",
    shape: (c) => {
      const { dims } = withRankAtLeast(c.input(0), 2);
      return [
        dims === null ? unknownShape : new TensorShape([...dims.slice(0, -2), minDim(dims.at(-2)!, dims.at(-1)!)]),
      ];
    },
    kernel: matrixDiagPartKernel,
    grad: matrixDiagPartGrad,
  },
  { type: "MatrixSetDiag", shape: matrixSetDiagShape, kernel: matrixSetDiagKernel, grad: matrixSetDiagGrad },
  {
    type: "MatrixBandPart",
    shape: (c) => [c.input(0)],
    kernel: matrixBandPartKernel,
    grad: (op, dy) => [matrixBandPartOf(dy as Tensor, op.inputs[1]!, op.inputs[2]!), null, null],
  },
  {
    type: "Cross",
    shape: (c) => {
      const both = merge(withRankAtLeast(c.input(0), 1), withRankAtLeast(c.input(1), 1));
      const last = both.dims?.at(-1) ?? null;
      if (last !== null && last !== 3) throw new ShapeError(`Dimension must be 3 but is ${last}`);
      return [both];
    },
    kernel: crossKernel,
    grad: (op, dy) => [createOp("Cross", { a: op.inputs[1], b: dy }), createOp("Cross", { a: dy, b: op.inputs[0] })],
  },
];

export function matrixDiagOf(diagonal: TensorLike, name: Name = "diag"): Tensor {
  return createOp("MatrixDiag", { diagonal }, {}, name);
}
export function matrixDiagPartOf(input: TensorLike, name: Name = "diag_part"): Tensor {
  return createOp("MatrixDiagPart", { input }, {}, name);
}
export function matrixSetDiagOf(input: TensorLike, diagonal: TensorLike, name: Name = "set_diag"): Tensor {
  return createOp("MatrixSetDiag", { input, diagonal }, {}, name);
}
export function matrixBandPartOf(
  input: TensorLike,
  num_lower: TensorLike,
  num_upper: TensorLike,
  name: Name = null,
): Tensor {
  return createOp("MatrixBandPart", { input, num_lower, num_upper }, {}, name);
}

/** tf.diag: a tensor of twice the rank that has the elements where both halves of the index agree, else zeros. */
export const diag = pyFunction<{ diagonal: TensorLike; name: Name }>()("diag", "(diagonal, name=None)", (p) =>
  createOp("Diag", { diagonal: p.diagonal }, {}, p.name),
);
/** tf.diag_part: the elements where both halves of the index agree. */
export const diag_part = pyFunction<{ input: TensorLike; name: Name }>()("diag_part", "(input, name=None)", (p) =>
  createOp("DiagPart", { input: p.input }, {}, p.name),
);

// Other diagonals than the main one came with later releases: k and the padding are accepted and ignored, as in 1.15.
/** tf.linalg.diag: square matrices with the given vectors on their diagonals. */
export const matrix_diag = pyFunction<{
  diagonal: TensorLike;
  name: Name;
  k: unknown;
  num_rows: unknown;
  num_cols: unknown;
  padding_value: unknown;
}>()("matrix_diag", "(diagonal, name='diag', k=0, num_rows=-1, num_cols=-1, padding_value=0)", (p) =>
  matrixDiagOf(p.diagonal, p.name),
);
/** tf.linalg.diag_part: the diagonals of matrices. */
export const matrix_diag_part = pyFunction<{ input: TensorLike; name: Name; k: unknown; padding_value: unknown }>()(
  "matrix_diag_part",
  "(input, name='diag_part', k=0, padding_value=0)",
  (p) => matrixDiagPartOf(p.input, p.name),
);
/** tf.linalg.set_diag: matrices with their diagonals replaced. */
export const matrix_set_diag = pyFunction<{ input: TensorLike; diagonal: TensorLike; name: Name; k: unknown }>()(
  "matrix_set_diag",
  "(input, diagonal, name='set_diag', k=0)",
  (p) => matrixSetDiagOf(p.input, p.diagonal, p.name),
);
/** tf.linalg.band_part: `num_lower` diagonals below the main one and `num_upper` above it (-1: all), else zeros. */
export const matrix_band_part = pyFunction<{
  input: TensorLike;
  num_lower: TensorLike;
  num_upper: TensorLike;
  name: Name;
}>()("matrix_band_part", "(input, num_lower, num_upper, name=None)", (p) =>
  matrixBandPartOf(p.input, p.num_lower, p.num_upper, p.name),
);
/** tf.linalg.cross: cross products of vectors of three elements. */
export const cross = pyFunction<{ a: TensorLike; b: TensorLike; name: Name }>()(
  "cross",
  "(a, b, name=None)",
  ({ a, b, name }) => createOp("Cross", { a, b }, {}, name),
);
/** tf.linalg.trace: sums of the main diagonals. */
export const trace = pyFunction<{ x: TensorLike; name: Name }>()("trace", "(x, name=None)", (p) =>
  traceOf(p.x, p.name),
);

export function traceOf(given: TensorLike, name: Name = null): Tensor {
  return scoped(name, "Trace", [given], (scope) => {
    const x = convertToTensor(given, { name: "x" });
    return reduceSum(matrixDiagPartOf(x), [-1], false, scope);
  });
}

export interface EyeOptions {
  readonly columns?: number | Tensor | null;
  readonly batchShape?: readonly number[] | Tensor | null;
  readonly dtype?: DType;
}

function isInteger(x: unknown): x is number {
  return typeof x === "number" && Number.isInteger(x);
}

export function eyeOf(rows: number | Tensor, options: EyeOptions = {}, name: Name = null): Tensor {
  const { columns: givenColumns = null, batchShape: givenBatch = null, dtype = float32 } = options;
  return scoped(name, "eye", [rows, givenColumns, givenBatch], () => {
    const columns = givenColumns ?? rows;
    let isSquare = givenColumns === null;
    let size: number | Tensor;
    if (rows instanceof Tensor || columns instanceof Tensor) size = binary("Minimum", rows, columns);
    else {
      if (!isInteger(rows) || !isInteger(columns))
        throw new TypeError("num_rows and num_columns must be positive integer values.");
      isSquare = rows === columns;
      size = Math.min(rows, columns);
    }
    const batch = givenBatch ?? [];
    let diagonalShape: Tensor | number[];
    let shape: Tensor | number[] = [];
    if (batch instanceof Tensor || size instanceof Tensor) {
      const leading = convertToTensor(batch, { name: "shape", dtype: int32 });
      diagonalShape = concatValues([leading, [size]], 0);
      if (!isSquare) shape = concatValues([leading, [rows, columns]], 0);
    } else {
      diagonalShape = [...batch, size];
      if (!isSquare) shape = [...batch, rows as number, columns as number];
    }
    const ones = onesOf(diagonalShape, dtype);
    return isSquare ? matrixDiagOf(ones) : matrixSetDiagOf(zerosOf(shape, dtype), ones);
  });
}

interface EyeArguments {
  num_rows: number | Tensor;
  num_columns: number | Tensor | null;
  batch_shape: readonly number[] | Tensor | null;
  dtype: DTypeLike | undefined;
  name: Name;
}

/** tf.eye: identity matrices, `batch_shape` of them. Raises TypeError for sizes that are no integers. */
export const eye = pyFunction<EyeArguments>()(
  "eye",
  "(num_rows, num_columns=None, batch_shape=None, dtype=tf.float32, name=None)",
  (p) =>
    eyeOf(
      p.num_rows,
      { columns: p.num_columns, batchShape: p.batch_shape, dtype: as_dtype(p.dtype ?? float32) },
      p.name,
    ),
);
