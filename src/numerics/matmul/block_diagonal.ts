/**
 * Products with a block-diagonal matrix of which only the blocks are stored, and the gradients of such a product.
 *
 * Block k is [rows[k], cols[k]], row-major; all blocks lie one after another in one `values` array. Cost is the number
 * of values times the batch. Each block is multiplied as BatchMatMulV2 multiplies one matrix of a batch, so equal blocks
 * give the bits of a stacked tf.matmul.
 */
import type { DType } from "../../np/dtype.js";
import { type BatchedProduct, bindBatch } from "./batch.js";
import { bindBatchedProduct } from "./batch_matmul.js";
import type { Product } from "./matmul.js";

/** Where each block and its slices of the input and the output start, with room for the total at the end. */
function startsOf(sizes: readonly number[]): Int32Array {
  const out = new Int32Array(sizes.length + 1);
  sizes.forEach((n, i) => {
    out[i + 1] = out[i]! + n;
  });
  return out;
}

type Starts = "input" | "values" | "output";

/** What is multiplied with what: operands by name, and which of them is taken transposed. */
interface Form {
  readonly a: Starts;
  readonly b: Starts;
  readonly out: Starts;
}
const FORWARD: Form = { a: "input", b: "values", out: "output" };
const INPUT_GRADIENT: Form = { a: "output", b: "values", out: "input" };
const VALUES_GRADIENT: Form = { a: "input", b: "output", out: "values" };

function bind(dtype: DType, batch: number, rows: readonly number[], cols: readonly number[], form: Form): Product {
  if (dtype.name !== "float32" && dtype.name !== "float64")
    throw new TypeError(`no block-diagonal product of ${dtype}`);
  if (rows.length !== cols.length) throw new RangeError(`${rows.length} row counts, but ${cols.length} column counts`);
  const starts = { input: startsOf(rows), output: startsOf(cols), values: startsOf(rows.map((r, i) => r * cols[i]!)) };
  const count = rows.length;
  const inWidth = starts.input[count]!;
  const outWidth = starts.output[count]!;
  const bound = new Map<string, BatchedProduct>();
  const products = rows.map((r, i) => {
    const c = cols[i]!;
    const key = `${r},${c}`;
    let product = bound.get(key);
    if (!product) {
      product = bindBlock(dtype.name === "float32", batch, r, c, inWidth, outWidth, form, count);
      bound.set(key, product);
    }
    return product;
  });
  const lengths = { input: batch * inWidth, output: batch * outWidth, values: starts.values[count]! };
  return bindBatch(products, {
    a0: starts[form.a],
    b0: starts[form.b],
    c0: starts[form.out],
    lengths: [lengths[form.a], lengths[form.b], lengths[form.out]],
  });
}

function bindBlock(
  single: boolean,
  batch: number,
  r: number,
  c: number,
  inWidth: number,
  outWidth: number,
  form: Form,
  count: number,
): BatchedProduct {
  let size = { rows: batch, depth: r, cols: c };
  let strides = { aRow: inWidth, aDepth: 1, bDepth: c, bCol: 1, cRow: outWidth };
  if (form === INPUT_GRADIENT) {
    size = { rows: batch, depth: c, cols: r };
    strides = { aRow: outWidth, aDepth: 1, bDepth: 1, bCol: c, cRow: inWidth };
  } else if (form === VALUES_GRADIENT) {
    size = { rows: r, depth: batch, cols: c };
    strides = { aRow: 1, aDepth: inWidth, bDepth: outWidth, bCol: 1, cRow: c };
  }
  const { rows, depth, cols } = size;
  if (depth === 0) {
    return {
      at: (_a, _a0, _b, _b0, out, at) => {
        for (let i = 0; i < rows; i++) out.fill(0, at + i * strides.cRow, at + i * strides.cRow + cols);
      },
      inMemory: null,
    };
  }
  if (rows * cols === 0) return { at: () => {}, inMemory: null };
  return bindBatchedProduct(single, size, strides, form === VALUES_GRADIENT, form === INPUT_GRADIENT, count);
}

/** (x [batch, sum(rows)], values) => out [batch, sum(cols)]. */
export function bindBlockDiagonalMatMul(
  dtype: DType,
  batch: number,
  rows: readonly number[],
  cols: readonly number[],
): Product {
  return bind(dtype, batch, rows, cols, FORWARD);
}

/** (gradient [batch, sum(cols)], values) => gradient of x [batch, sum(rows)]. */
export function bindBlockDiagonalInputGradient(
  dtype: DType,
  batch: number,
  rows: readonly number[],
  cols: readonly number[],
): Product {
  return bind(dtype, batch, rows, cols, INPUT_GRADIENT);
}

/** (x [batch, sum(rows)], gradient [batch, sum(cols)]) => gradient of the values. */
export function bindBlockDiagonalValuesGradient(
  dtype: DType,
  batch: number,
  rows: readonly number[],
  cols: readonly number[],
): Product {
  return bind(dtype, batch, rows, cols, VALUES_GRADIENT);
}
