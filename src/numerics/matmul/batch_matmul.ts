/**
 * BatchMatMul and BatchMatMulV2: products of stacked matrices, batch dimensions broadcast.
 * Source: tensorflow/core/kernels/batch_matmul_op_impl.h; the rules per matrix are measured.
 */
import type { DType } from "../../np/dtype.js";
import { type BatchedProduct, bindBatch, bindDirectInMemory } from "./batch.js";
import { type Blocks, blockedRegions, lanesOf, productBlocking } from "./blocking.js";
import { bindContraction } from "./contraction.js";
import { bindDirect, isDirect } from "./direct.js";
import { bindGemvColumns, bindGemvRows } from "./gemv.js";
import type { Product } from "./matmul.js";
import { bindPlainProduct } from "./plain.js";
import { bindRegions, type Floats, type ProductAt, type Strides, stridesOf } from "./tile.js";

const fround = Math.fround;

/** Products of fewer than 20 rows, columns and terms together: coefficient by coefficient, first product first. */
function bindCoefficients(single: boolean, size: Blocks, strides: Strides, packets: boolean): ProductAt {
  const { rows, depth, cols } = size;
  const { aRow, aDepth, bDepth, bCol, cRow } = strides;
  const round = single ? fround : Number;
  if (packets) {
    const dot = bindShortDot(single, depth);
    return (a, a0, b, b0, c, c0) => {
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < cols; j++) c[c0 + i * cRow + j] = dot(a, a0 + i * aRow, b, b0 + j * bCol);
      }
    };
  }
  return (a, a0, b, b0, c, c0) => {
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < cols; j++) {
        let s = a0 + i * aRow;
        let t = b0 + j * bCol;
        let sum = round(a[s]! * b[t]!);
        for (let p = 1; p < depth; p++) {
          s += aDepth;
          t += bDepth;
          sum = round(sum + round(a[s]! * b[t]!));
        }
        c[c0 + i * cRow + j] = sum;
      }
    }
  };
}

/** Dot product of two contiguous rows shorter than 20 in packets, two packets at a time, folded by halves. */
function bindShortDot(single: boolean, depth: number): (a: Floats, s: number, b: Floats, t: number) => number {
  const p = lanesOf(single ? 4 : 8);
  const round = single ? fround : Number;
  const full = depth - (depth % p);
  const paired = depth - (depth % (2 * p));
  const lanes = new Float64Array(2 * p);
  return (a, s, b, t) => {
    let sum = round(a[s]! * b[t]!);
    let from = 1;
    if (full > 0) {
      const live = full > p ? 2 * p : p;
      for (let i = 0; i < live; i++) lanes[i] = round(a[s + i]! * b[t + i]!);
      for (let i = 2 * p; i < paired; i++) {
        lanes[i % (2 * p)] = round(lanes[i % (2 * p)]! + round(a[s + i]! * b[t + i]!));
      }
      if (full > p) {
        for (let i = 0; i < p; i++) lanes[i] = round(lanes[i]! + lanes[p + i]!);
        for (let i = paired; i < full; i++)
          lanes[i - paired] = round(lanes[i - paired]! + round(a[s + i]! * b[t + i]!));
      }
      for (let w = p / 2; w >= 1; w /= 2) for (let i = 0; i < w; i++) lanes[i] = round(lanes[i]! + lanes[i + w]!);
      sum = lanes[0]!;
      from = full;
    }
    for (let i = from; i < depth; i++) sum = round(sum + round(a[s + i]! * b[t + i]!));
    return sum;
  };
}

function onArrays(at: ProductAt): BatchedProduct {
  return { at, inMemory: null };
}

/**
 * One matrix of a batch of `batch`. Adjoint operands are stored transposed, so the contracted dimension is contiguous in
 * a unless it is adjoint, and in b if it is; `strides` says where everything lies.
 */
export function bindBatchedProduct(
  single: boolean,
  size: Blocks,
  strides: Strides,
  adjointA: boolean,
  adjointB: boolean,
  batch: number,
  threads = 1,
): BatchedProduct {
  const { rows, depth, cols } = size;
  const { aRow, aDepth, bDepth, bCol, cRow } = strides;
  const itemsize = single ? 4 : 8;
  if (Math.min(rows, depth, cols) > 1 && (batch === 1 || rows * depth * cols > 128 * 128 * 256)) {
    const slice = 1 / lanesOf(itemsize);
    return onArrays(bindContraction(single, size, strides, cols, threads, { rows: slice, cols: slice }));
  }
  if (rows + depth + cols < 20) return onArrays(bindCoefficients(single, size, strides, !adjointA && adjointB));
  if (cols === 1) {
    const gemv = adjointA
      ? bindGemvColumns(single, depth, rows, aDepth, aRow, rows, bDepth, cRow)
      : bindGemvRows(single, rows, depth, aRow, cRow);
    return onArrays(gemv);
  }
  if (rows === 1) {
    const gemv = adjointB
      ? bindGemvRows(single, cols, depth, bCol)
      : bindGemvColumns(single, depth, cols, bDepth, bCol, cols, aDepth);
    return onArrays((a, a0, b, b0, c, c0) => gemv(b, b0, a, a0, c, c0));
  }
  const regions = blockedRegions(size, productBlocking(size, itemsize), itemsize, false);
  if (!isDirect(depth, rows * depth * cols, regions)) return onArrays(bindRegions(single, regions, strides));
  return {
    at: bindDirect(single, depth, cols, regions, strides),
    inMemory: single ? bindDirectInMemory(size, regions, strides) : null,
  };
}

/** Which matrix of an operand each matrix of the result takes. */
function matrixOf(batch: readonly number[], own: readonly number[]): Int32Array {
  const total = batch.reduce((n, d) => n * d, 1);
  const out = new Int32Array(total);
  const pad = batch.length - own.length;
  for (let i = 0; i < total; i++) {
    let rest = i;
    let at = 0;
    let step = 1;
    for (let d = batch.length - 1; d >= 0; d--) {
      const index = rest % batch[d]!;
      rest = (rest - index) / batch[d]!;
      const extent = d >= pad ? own[d - pad]! : 1;
      if (extent !== 1) at += index * step;
      step *= extent;
    }
    out[i] = at;
  }
  return out;
}

/** Binds adj(a) * adj(b) for arrays of rank 2 and more whose leading dimensions broadcast. */
export function bindBatchMatMul(
  dtype: DType,
  aShape: readonly number[],
  bShape: readonly number[],
  adjX: boolean,
  adjY: boolean,
  threads = 1,
): Product {
  const [ar, ac] = aShape.slice(-2) as [number, number];
  const [br, bc] = bShape.slice(-2) as [number, number];
  const rows = adjX ? ac : ar;
  const depth = adjX ? ar : ac;
  const cols = adjY ? br : bc;
  const aBatch = aShape.slice(0, -2);
  const bBatch = bShape.slice(0, -2);
  const rank = Math.max(aBatch.length, bBatch.length);
  const batch = Array.from({ length: rank }, (_, i) => {
    const x = aBatch[i - rank + aBatch.length] ?? 1;
    return x === 1 ? (bBatch[i - rank + bBatch.length] ?? 1) : x;
  });
  const aAt = matrixOf(batch, aBatch);
  const bAt = matrixOf(batch, bBatch);
  const count = aAt.length;
  if (count * rows * cols === 0) return () => {};
  if (depth === 0) {
    return (_a, _b, out) => void (dtype.isBig ? (out as BigInt64Array).fill(0n) : (out as Floats).fill(0));
  }
  const size = { rows, depth, cols };
  const [na, nb, nc] = [ar * ac, br * bc, rows * cols];
  if (dtype.name !== "float32" && dtype.name !== "float64") {
    const product = bindPlainProduct(dtype, size, stridesOf(rows, depth, cols, adjX, adjY), adjX, adjY);
    return (a, b, out) => {
      for (let i = 0; i < count; i++) product(a, aAt[i]! * na, b, bAt[i]! * nb, out, i * nc);
    };
  }
  const strides = stridesOf(rows, depth, cols, adjX, adjY);
  const product = bindBatchedProduct(dtype.name === "float32", size, strides, adjX, adjY, count, threads);
  return bindBatch(new Array<BatchedProduct>(count).fill(product), {
    a0: Array.from(aAt, (i) => i * na),
    b0: Array.from(bAt, (i) => i * nb),
    c0: Array.from(aAt, (_, i) => i * nc),
    lengths: [aBatch.reduce((n, d) => n * d, na), bBatch.reduce((n, d) => n * d, nb), count * nc],
  });
}
