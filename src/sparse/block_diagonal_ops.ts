/**
 * Product of a dense matrix with a block-diagonal one whose blocks are stored one after another, and its two gradients.
 * Our own op types: TensorFlow has none; cost follows the number of stored values.
 */
import { createOp } from "../graph/create_op.js";
import { invalidArgument } from "../graph/errors.js";
import type { KernelContext, Value } from "../graph/kernel.js";
import type { Operation } from "../graph/operation.js";
import type { Gradient, OpRecord } from "../graph/registry.js";
import { type ShapeContext, ShapeError } from "../graph/shape_inference.js";
import type { Tensor } from "../graph/tensor.js";
import { TensorShape } from "../graph/tensor_shape.js";
import { type DType, dtypeOf, type NumericData } from "../np/dtype.js";
import {
  bindBlockDiagonalInputGradient,
  bindBlockDiagonalMatMul,
  bindBlockDiagonalValuesGradient,
} from "../numerics/matmul/block_diagonal.js";

const ATTRS = "{rows: list(int) >= 1, cols: list(int) >= 1, T: type in [float32 float64]}";

interface Blocks {
  readonly rows: readonly number[];
  readonly cols: readonly number[];
}

function sum(list: readonly number[]): number {
  return list.reduce((a, b) => a + b, 0);
}
/** Stored values of all blocks. */
export function valueCount({ rows, cols }: Blocks): number {
  return rows.reduce((n, r, k) => n + r * cols[k]!, 0);
}

function blocksOf(c: ShapeContext | KernelContext): Blocks {
  return { rows: c.attr<number[]>("rows"), cols: c.attr<number[]>("cols") };
}

/** A matrix with that many columns; gives its batch dimension. */
function batchOf(shape: TensorShape, columns: number, what: string): number | null {
  if (shape.dims === null) return null;
  if (shape.dims.length !== 2) throw new ShapeError(`Shape must be rank 2 but is rank ${shape.dims.length}`);
  const [batch, n] = shape.dims as [number | null, number | null];
  if (n !== null && n !== columns)
    throw new ShapeError(`${what} must have ${columns} columns, one per row of the blocks, but has ${n}`);
  return batch;
}

function checkValues(shape: TensorShape, count: number): void {
  if (!shape.is_compatible_with([count]))
    throw new ShapeError(`values must have shape [${count}] but has ${shape.toRuntimeString()}`);
}

function checkRun(v: Value, columns: number): void {
  if (v.shape.length !== 2 || v.shape[1] !== columns) {
    throw invalidArgument(
      `block-diagonal product: expected a matrix of ${columns} columns, got shape [${v.shape.join(",")}]`,
    );
  }
}

/** float32 or float64. */
function elementType(k: KernelContext): DType {
  return dtypeOf(k.outputTypes[0]!.numpyName!);
}

const blockAttrs = (op: Operation) => ({ rows: op.attr<number[]>("rows"), cols: op.attr<number[]>("cols") });

export const blockDiagonalRecords: readonly OpRecord[] = [
  {
    type: "BlockDiagonalMatMul",
    def: `BlockDiagonalMatMul(x: T, values: T) -> (product: T) ${ATTRS}`,
    shape: (c) => {
      const blocks = blocksOf(c);
      checkValues(c.input(1), valueCount(blocks));
      return [new TensorShape([batchOf(c.input(0), sum(blocks.rows), "x"), sum(blocks.cols)])];
    },
    kernel: (k) => {
      const { rows, cols } = blocksOf(k);
      const x = k.input(0);
      checkRun(x, sum(rows));
      const out = k.output(0, [x.shape[0]!, sum(cols)]);
      const run = bindBlockDiagonalMatMul(elementType(k), x.shape[0]!, rows, cols);
      const values = k.input(1);
      return () => run(x.data as NumericData, values.data as NumericData, out.data as NumericData);
    },
    grad: (op, dy) => {
      const [x, values] = op.inputs as [Tensor, Tensor];
      return [
        createOp("BlockDiagonalMatMulInputGrad", { dy, values }, blockAttrs(op)),
        createOp("BlockDiagonalMatMulValuesGrad", { x, dy }, blockAttrs(op)),
      ];
    },
  },
  {
    type: "BlockDiagonalMatMulInputGrad",
    def: `BlockDiagonalMatMulInputGrad(dy: T, values: T) -> (dx: T) ${ATTRS}`,
    shape: (c) => {
      const blocks = blocksOf(c);
      checkValues(c.input(1), valueCount(blocks));
      return [new TensorShape([batchOf(c.input(0), sum(blocks.cols), "dy"), sum(blocks.rows)])];
    },
    kernel: (k) => {
      const { rows, cols } = blocksOf(k);
      const dy = k.input(0);
      checkRun(dy, sum(cols));
      const out = k.output(0, [dy.shape[0]!, sum(rows)]);
      const run = bindBlockDiagonalInputGradient(elementType(k), dy.shape[0]!, rows, cols);
      const values = k.input(1);
      return () => run(dy.data as NumericData, values.data as NumericData, out.data as NumericData);
    },
    grad: (op, ddx): Gradient[] => {
      const [dy, values] = op.inputs as [Tensor, Tensor];
      return [
        createOp("BlockDiagonalMatMul", { x: ddx, values }, blockAttrs(op)),
        createOp("BlockDiagonalMatMulValuesGrad", { x: ddx, dy }, blockAttrs(op)),
      ];
    },
  },
  {
    type: "BlockDiagonalMatMulValuesGrad",
    def: `BlockDiagonalMatMulValuesGrad(x: T, dy: T) -> (dvalues: T) ${ATTRS}`,
    shape: (c) => {
      const blocks = blocksOf(c);
      batchOf(c.input(0), sum(blocks.rows), "x");
      batchOf(c.input(1), sum(blocks.cols), "dy");
      return [new TensorShape([valueCount(blocks)])];
    },
    kernel: (k) => {
      const { rows, cols } = blocksOf(k);
      const x = k.input(0);
      const dy = k.input(1);
      checkRun(x, sum(rows));
      checkRun(dy, sum(cols));
      if (x.shape[0] !== dy.shape[0])
        throw invalidArgument(`block-diagonal product: batches differ, ${x.shape[0]} and ${dy.shape[0]}`);
      const out = k.output(0, [valueCount({ rows, cols })]);
      const run = bindBlockDiagonalValuesGradient(elementType(k), x.shape[0]!, rows, cols);
      return () => run(x.data as NumericData, dy.data as NumericData, out.data as NumericData);
    },
    grad: (op, g): Gradient[] => {
      const [x, dy] = op.inputs as [Tensor, Tensor];
      return [
        createOp("BlockDiagonalMatMulInputGrad", { dy, values: g }, blockAttrs(op)),
        createOp("BlockDiagonalMatMul", { x, values: g }, blockAttrs(op)),
      ];
    },
  },
];
