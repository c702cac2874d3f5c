/**
 * Block-diagonal weights and layers: many small networks side by side, at the cost of their values.
 */
import { convertToTensor, type TensorLike } from "../graph/convert.js";
import { createOp } from "../graph/create_op.js";
import { as_dtype, type DType, type DTypeLike, float32 } from "../graph/dtypes.js";
import { pyClass, pyFunction } from "../graph/signature.js";
import { SparseTensor } from "../graph/sparse_tensor.js";
import type { Tensor } from "../graph/tensor.js";
import { dtypeOf } from "../np/dtype.js";
import { ValueError } from "../np/errors.js";
import { Strided } from "../np/strided.js";
import { glorot_uniform_initializer, type Initializer, zeros_initializer } from "../ops/random/initializers.js";
import { get_variable } from "../ops/state/get_variable.js";
import type { Variable } from "../ops/state/variable.js";
import { variable_scope } from "../ops/state/variable_scope.js";
import { withContext } from "../py/context.js";
import { valueCount } from "./block_diagonal_ops.js";

/** Sizes of the blocks: one number each where all blocks are equal, else one entry per block. */
export type Sizes = number | readonly number[];

function sizes(given: Sizes, blocks: number | null, what: string): readonly number[] {
  if (typeof given === "number") {
    if (blocks === null) throw new ValueError(`${what}: give the number of blocks, or one size per block`);
    if (!Number.isInteger(blocks) || blocks < 1)
      throw new ValueError(`${what}: the number of blocks must be a positive integer, got ${blocks}`);
  } else if (blocks !== null && given.length !== blocks) {
    throw new ValueError(`${what}: ${given.length} sizes for ${blocks} blocks`);
  }
  const list = typeof given === "number" ? new Array<number>(blocks!).fill(given) : [...given];
  if (list.length === 0) throw new ValueError(`${what}: there must be at least one block`);
  for (const [k, n] of list.entries()) {
    if (!Number.isInteger(n) || n < 1)
      throw new ValueError(`${what}: size of block ${k} must be a positive integer, got ${n}`);
  }
  return list;
}

export interface BlockDiagonalArguments {
  rows: Sizes;
  cols: Sizes;
  blocks: number | null;
  initializer: Initializer | null;
  dtype: DTypeLike | undefined;
  trainable: boolean;
  name: string;
}

/** Runs of neighbouring blocks of one shape: [rows, cols, how many]. */
function runsOf(rows: readonly number[], cols: readonly number[]): [number, number, number][] {
  const runs: [number, number, number][] = [];
  rows.forEach((r, k) => {
    const last = runs.at(-1);
    if (last && last[0] === r && last[1] === cols[k]) last[2]++;
    else runs.push([r, cols[k]!, 1]);
  });
  return runs;
}

/** Weights [sum(rows), sum(cols)] that are zero outside the blocks on the diagonal; only the blocks are stored. */
export class BlockDiagonalVariable {
  readonly rows: readonly number[];
  readonly cols: readonly number[];
  /** All values, block after block, each row-major. */
  readonly values: Variable;

  constructor(p: BlockDiagonalArguments) {
    const blocks =
      p.blocks ?? (typeof p.rows === "number" ? (typeof p.cols === "number" ? null : p.cols.length) : p.rows.length);
    this.rows = sizes(p.rows, blocks, "BlockDiagonalVariable rows");
    this.cols = sizes(p.cols, blocks, "BlockDiagonalVariable cols");
    const dtype = as_dtype(p.dtype ?? float32);
    const initializer = p.initializer ?? glorot_uniform_initializer();
    this.values = get_variable(p.name, [this.size], {
      dtype,
      initializer: () => this.draw(initializer, dtype),
      trainable: p.trainable,
    });
  }

  /** Number of stored (and trained) values. */
  get size(): number {
    return valueCount(this);
  }
  get dense_shape(): readonly [number, number] {
    const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
    return [sum(this.rows), sum(this.cols)];
  }

  /** Each block is drawn as the weight of a network of its own size. */
  private draw(initializer: Initializer, dtype: DType): Tensor {
    const parts = runsOf(this.rows, this.cols).map(([r, c, n]) => initializer.call([n * r * c], dtype, [r, c]));
    return parts.length === 1 ? parts[0]! : createOp("ConcatV2", { values: parts, axis: 0 }, {}, "concat");
  }

  /** x [batch, sum(rows)] times these weights: [batch, sum(cols)]. */
  matmul(x: TensorLike, name: string | null = null): Tensor {
    const dense = convertToTensor(x, { dtype: this.values.dtype.base_dtype, name: "x" });
    return createOp(
      "BlockDiagonalMatMul",
      { x: dense, values: this.values },
      { rows: [...this.rows], cols: [...this.cols] },
      name,
    );
  }
  /** Block k as a [rows, cols] tensor. */
  block(k: number): Tensor {
    if (!Number.isInteger(k) || k < 0 || k >= this.rows.length)
      throw new ValueError(`block ${k} of ${this.rows.length}`);
    const before = valueCount({ rows: this.rows.slice(0, k), cols: this.cols.slice(0, k) });
    const part = createOp("Slice", { input: this.values, begin: [before], size: [this.rows[k]! * this.cols[k]!] });
    return createOp("Reshape", { tensor: part, shape: [this.rows[k]!, this.cols[k]!] });
  }
  /** The same weights as a tf.SparseTensor, entries in row-major order. */
  to_sparse_tensor(): SparseTensor {
    const { indices, order } = this.positions();
    const values = createOp("GatherV2", { params: this.values, indices: order, axis: 0 });
    return new SparseTensor(indices, values, this.dense_shape);
  }

  /** Row-major positions of all values. A block's own rows are stored in that order already; so are the blocks. */
  private positions(): { indices: Strided; order: Strided } {
    const n = this.size;
    const at = new BigInt64Array(2 * n);
    let i = 0;
    let r0 = 0;
    let c0 = 0;
    this.rows.forEach((rows, k) => {
      const cols = this.cols[k]!;
      for (let r = 0; r < rows; r++) {
        for (let c = 0; c < cols; c++, i++) {
          at[2 * i] = BigInt(r0 + r);
          at[2 * i + 1] = BigInt(c0 + c);
        }
      }
      r0 += rows;
      c0 += cols;
    });
    const order = Int32Array.from({ length: n }, (_, k) => k);
    return { indices: new Strided(at, dtypeOf("int64"), [n, 2]), order: new Strided(order, dtypeOf("int32"), [n]) };
  }
}

/**
 * Block-diagonal weights, from tf.get_variable under `name`. `rows` and `cols` are the sizes of each block: numbers with
 * `blocks` for equal ones, else lists. Raises ValueError for sizes that don't fit together.
 */
export const BlockDiagonalVariableClass = pyClass<BlockDiagonalArguments>()(
  "BlockDiagonalVariable",
  "(rows, cols, blocks=None, initializer=None, dtype=tf.float32, trainable=True, name='block_diagonal')",
  BlockDiagonalVariable.prototype,
  (p) => new BlockDiagonalVariable(p),
);

type Activation = (x: Tensor) => Tensor;

export interface BlockDiagonalDenseArguments {
  inputs: TensorLike;
  units: Sizes;
  blocks: number | null;
  activation: Activation | null;
  use_bias: boolean;
  kernel_initializer: Initializer | null;
  bias_initializer: Initializer | null;
  input_units: readonly number[] | null;
  trainable: boolean;
  name: string | null;
  reuse: boolean | null;
}

/** How the columns of the inputs are shared out among the blocks. */
function inputSizes(p: BlockDiagonalDenseArguments, columns: number, blocks: number): readonly number[] {
  if (p.input_units) {
    const total = p.input_units.reduce((a, b) => a + b, 0);
    if (total !== columns)
      throw new ValueError(`block_diagonal_dense: input_units add up to ${total}, the inputs have ${columns} columns`);
    return sizes(p.input_units, blocks, "block_diagonal_dense input_units");
  }
  if (columns % blocks !== 0) {
    throw new ValueError(
      `block_diagonal_dense: ${columns} input columns can't be shared evenly among ${blocks} blocks; give input_units`,
    );
  }
  return new Array<number>(blocks).fill(columns / blocks);
}

/**
 * A densely connected layer per block: inputs [batch, sum of input units] -> [batch, sum of units], each block seeing its
 * own columns only. `units` is the size of every block's output (with `blocks`), or one size per block; `input_units` says
 * how unequal blocks share the columns. Variables `kernel` (all blocks' values, 1-D) and `bias`, as tf.layers.dense names them.
 * Raises ValueError when the columns can't be shared out.
 */
export const block_diagonal_dense = pyFunction<BlockDiagonalDenseArguments>()(
  "block_diagonal_dense",
  "(inputs, units, blocks=None, activation=None, use_bias=True, kernel_initializer=None, bias_initializer=None, input_units=None, trainable=True, name=None, reuse=None)",
  (p) => {
    const x = convertToTensor(p.inputs, { name: "inputs" });
    const columns = x.shape.rank === 2 ? x.shape.dims![1]! : null;
    if (columns === null)
      throw new ValueError("block_diagonal_dense: inputs must be a matrix with a known number of columns");
    const blocks = p.blocks ?? (typeof p.units === "number" ? null : p.units.length);
    const cols = sizes(p.units, blocks, "block_diagonal_dense units");
    const rows = inputSizes(p, columns, cols.length);
    const scope = variable_scope(p.name, { default_name: "block_diagonal_dense", reuse: p.reuse });
    return withContext(scope, () => {
      const kernel = new BlockDiagonalVariable({
        rows,
        cols,
        blocks: null,
        initializer: p.kernel_initializer,
        dtype: x.dtype.base_dtype,
        trainable: p.trainable,
        name: "kernel",
      });
      let out = kernel.matmul(x);
      if (p.use_bias) {
        const total = kernel.dense_shape[1];
        const initializer = p.bias_initializer ?? zeros_initializer();
        const bias = get_variable("bias", [total], { dtype: x.dtype.base_dtype, initializer, trainable: p.trainable });
        out = createOp("BiasAdd", { value: out, bias }, {}, "BiasAdd");
      }
      return p.activation ? p.activation(out) : out;
    });
  },
);
