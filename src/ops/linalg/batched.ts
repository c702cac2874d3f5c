/**
 * Kernels that work on each matrix of a batch, and the static shapes they share.
 * Source: LinearAlgebraOp (tensorflow/core/kernels/linalg_ops_common.cc), core/ops/linalg_ops.cc.
 */
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext, Value } from "../../graph/kernel.js";
import type { ShapeContext } from "../../graph/shape_inference.js";
import type { TensorShape } from "../../graph/tensor_shape.js";
import { dtypeOf } from "../../np/dtype.js";
import { type Round, roundOf } from "../../numerics/linalg/precision.js";
import { dimOf, subshape } from "../array/dimensions.js";
import { numpyName } from "../math/elementwise.js";
import { noKernel } from "../no_kernel.js";
import { refusing } from "../refusals.js";
import { merge, mergeDim, withRankAtLeast } from "../shape_functions.js";

type Dim = number | null;

/** Batch dimensions followed by others; of unknown rank where the input's is. */
export function batchAnd(batch: TensorShape, ...dims: Dim[]): TensorShape {
  return batch.concatenate(dims);
}

/** A matrix, or a batch of them: its batch, rows and columns. */
export function matrixShape(c: ShapeContext, i = 0): { batch: TensorShape; rows: Dim; cols: Dim } {
  const shape = withRankAtLeast(c.input(i), 2);
  return { batch: subshape(shape, 0, -2), rows: dimOf(shape, -2), cols: dimOf(shape, -1) };
}

export function squareShape(c: ShapeContext, i = 0): { batch: TensorShape; n: Dim } {
  const { batch, rows, cols } = matrixShape(c, i);
  return { batch, n: mergeDim(rows, cols) };
}

/** Shape of the solution of a system. */
export function solverShape(c: ShapeContext, square: boolean): TensorShape {
  const lhs = matrixShape(c, 0);
  let n = square ? mergeDim(lhs.rows, lhs.cols) : lhs.cols;
  const rhs = matrixShape(c, 1);
  const batch = merge(lhs.batch, rhs.batch);
  const m = mergeDim(square ? n : lhs.rows, rhs.rows);
  if (square) n = mergeDim(m, n);
  return batchAnd(batch, n, rhs.cols);
}

/** The smaller of two dimensions; null where that isn't known. */
export function minDim(a: Dim, b: Dim): Dim {
  if (a === 0 || b === 0) return 0;
  return a === null || b === null ? null : Math.min(a, b);
}

/** One matrix of each input, in doubles, and its dimensions. */
export interface Matrix {
  readonly values: Float64Array;
  readonly rows: number;
  readonly cols: number;
}

/** Rows and columns of the two inputs; an op of one input ignores the second. */
export type Sizes = readonly [first: readonly [number, number], second: readonly [number, number]];

export interface BatchedOp {
  /** Raises for matrices that the op doesn't take. */
  readonly check: (sizes: Sizes) => void;
  /** Shape of each output for one matrix. */
  readonly outputs: (sizes: Sizes, k: KernelContext) => readonly (readonly number[])[];
  /** Bound once; gives the outputs of one matrix each, flat. */
  readonly bind: (k: KernelContext, round: Round) => (first: Matrix, second: Matrix) => readonly ArrayLike<number>[];
}

export function requireSquare([[rows, cols]]: Sizes): void {
  if (rows !== cols) throw invalidArgument("Input matrix must be square.");
}
export function requireSolvable([[rows, cols], [height]]: Sizes): void {
  if (rows !== cols) throw invalidArgument("First input (lhs) must be a square matrix.");
  if (rows !== height) throw invalidArgument("Input matrix and rhs are incompatible.");
}

function batchShape(k: KernelContext, count: number): number[] {
  const first = k.input(0).shape;
  if (first.length < 2) throw invalidArgument(`Input tensor 0 must have rank >= 2, got ${first.length}`);
  const batch = first.slice(0, -2);
  for (let i = 1; i < count; i++) {
    const { shape } = k.input(i);
    if (shape.length !== first.length) throw invalidArgument("All input tensors must have the same rank.");
    if (!batch.every((d, j) => d === shape[j]))
      throw invalidArgument("All input tensors must have the same outer dimensions.");
  }
  return batch;
}

/** A kernel of one or two matrix inputs for float32 and float64. */
export function batchedKernel(count: 1 | 2, op: BatchedOp): Kernel {
  return (k) => {
    const inputs = [k.input(0), k.input(count - 1)] as const;
    const name = numpyName(inputs[0]);
    if (name !== "float32" && name !== "float64") throw noKernel(k);
    const batch = batchShape(k, count);
    const sizeOf = (x: Value): [number, number] => [x.shape.at(-2)!, x.shape.at(-1)!];
    const shapes: Sizes = [sizeOf(inputs[0]), sizeOf(inputs[1])];
    op.check(shapes);
    const total = batch.reduce((n, d) => n * d, 1);
    const sizes = op.outputs(shapes, k);
    const outs = sizes.map((size, i) => k.output(i, [...batch, ...size]).data as Float64Array);
    const lengths = sizes.map((size) => size.reduce((n, d) => n * d, 1));
    const empty = ([rows, cols]: readonly [number, number]): Matrix => ({
      values: new Float64Array(rows * cols),
      rows,
      cols,
    });
    const matrices = [empty(shapes[0]), empty(shapes[1])] as const;
    const sources = inputs.map((x) => x.data as Float64Array);
    const run = op.bind(k, roundOf(dtypeOf(name)));
    return refusing(() => {
      for (let b = 0; b < total; b++) {
        matrices.forEach(({ values }, i) => {
          values.set(sources[i]!.subarray(b * values.length, (b + 1) * values.length));
        });
        run(matrices[0], matrices[1]).forEach((result, i) => {
          outs[i]!.set(result, b * lengths[i]!);
        });
      }
    });
  };
}
