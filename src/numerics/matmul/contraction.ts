/**
 * The product of two matrices as Eigen's tensor contraction runs it: one block after another, or shared by threads.
 * Source: measured rules of TensorFlow 1.15.5's CPU wheel; Eigen's TensorContractionThreadPool cost model.
 *
 * Threads are modelled because they change results: the number that a product uses decides its block sizes. The
 * arithmetic itself always runs on the calling thread.
 */
import { type Blocks, blockedRegions, ceilDiv, contractionBlocking, lanesOf } from "./blocking.js";
import { bindGemvColumns } from "./gemv.js";
import { bindRegions, type Floats, type PackRows, type ProductAt, type Strides } from "./tile.js";

/** Cycles that one byte costs to move. */
const CYCLES_PER_BYTE = 11 / 64;
const THREAD_START = 100000;
const L3 = 33554432;

/** Extra cycles per operand value where an operand is an expression and not a plain matrix. */
export interface OperandCosts {
  rows: number;
  cols: number;
}
export const PLAIN: OperandCosts = { rows: 0, cols: 0 };

type Plan = { kind: "one" } | { kind: "split"; threads: number } | { kind: "blocks"; threads: number; byCols: boolean };

function shardsByCols({ cols, rows }: Blocks, threads: number): boolean {
  const c = Math.floor(cols / threads);
  const r = Math.floor(rows / threads);
  if (c >= 4) {
    const uneven = rows % (threads * 4) !== 0 && (cols % (threads * 4) === 0 || cols / rows >= 6);
    if (r < 4 || (r < 16 && uneven)) return false;
  }
  return !(r < 64 && cols > rows * 32);
}

function cyclesPerTerm(byCols: boolean, block: Blocks, mr: number): number {
  if (block.depth === 1) return 4;
  const across = byCols ? block.rows : block.cols;
  const along = byCols ? block.cols : block.rows;
  return across < 4 || along < mr ? 2 : 1;
}

/** How a contraction is shared among `pool` threads. */
function plan(size: Blocks, itemsize: number, pool: number, extra: OperandCosts): Plan {
  if (pool <= 1) return { kind: "one" };
  const { rows, cols, depth } = size;
  const p = lanesOf(itemsize);
  const mr = 2 * p;
  const move = itemsize * CYCLES_PER_BYTE;
  const byCols = shardsByCols(size, 2);
  const block = contractionBlocking(size, itemsize, 2, byCols);
  const perCell =
    move +
    (block.depth * cyclesPerTerm(false, block, mr)) / p +
    (((byCols ? 0 : move) + extra.cols) * block.depth) / rows +
    (((byCols ? move : 0) + extra.rows) * block.depth) / cols;
  const cost = perCell * rows * cols;
  const threads = Math.min(pool, Math.max(1, Math.trunc((cost - THREAD_START) / THREAD_START + 0.9)));
  const whole =
    depth * ((cyclesPerTerm(true, size, mr) * cols * rows) / p + move + (move + extra.rows) * rows + extra.cols * cols);
  const joining = cols * rows * (3 * CYCLES_PER_BYTE + 1 / p);
  let split = 1;
  let best = whole;
  for (let t = 2; t <= pool; t += 2) {
    const c = whole / t + THREAD_START + t * (joining + 3000);
    if (c < best) {
      split = t;
      best = c;
    }
  }
  const splits =
    rows !== 1 &&
    split >= 2 &&
    split >= threads &&
    cols * rows * itemsize <= Math.floor(L3 / split) &&
    Math.floor(depth / split) >= 8 &&
    (Math.floor(Math.max(cols, rows) / threads) < 4 ||
      (Math.floor(depth / split) > 32 && (Math.min(cols, rows) < 8 || split > threads)));
  if (splits) return { kind: "split", threads: split };
  if (rows === 1 || threads === 1) return { kind: "one" };
  return { kind: "blocks", threads, byCols: shardsByCols(size, threads) };
}

/** Adds d + x + y + z value by value: (d + x) + (y + z) in full packets, d + ((x + y) + z) after them. */
function addFour(d: Floats, x: Floats, y: Floats, z: Floats, packet: number): void {
  const single = d instanceof Float32Array;
  const round = single ? Math.fround : Number;
  const tail = d.length - (d.length % packet);
  for (let i = 0; i < tail; i++) d[i] = round(d[i]! + x[i]!) + round(y[i]! + z[i]!);
  for (let i = tail; i < d.length; i++) d[i] = d[i]! + round(round(x[i]! + y[i]!) + z[i]!);
}

function addTo(d: Floats, x: Floats): void {
  for (let i = 0; i < d.length; i++) d[i] = d[i]! + x[i]!;
}

/** Slices of the contracted dimension, each multiplied from 0, added in fours. */
function bindSplit(
  size: Blocks,
  itemsize: number,
  strides: Strides,
  threads: number,
  packRows: PackRows | undefined,
): ProductAt {
  const p = lanesOf(itemsize);
  const single = itemsize === 4;
  const { rows, cols, depth } = size;
  const slice = Math.min(depth, Math.max(12 * p, ceilDiv(ceilDiv(depth, threads), 8) * 8));
  const count = ceilDiv(depth, slice);
  const parts: Floats[] = [];
  const products: ProductAt[] = [];
  for (let i = 0; i < count; i++) {
    const part = { rows, cols, depth: Math.min(slice, depth - i * slice) };
    const blocks = contractionBlocking(part, itemsize, count, true);
    const sliced: PackRows | undefined =
      packRows && ((a, a0, k0, d, row, n, dst) => packRows(a, a0, k0 + i * slice, d, row, n, dst));
    products.push(bindRegions(single, blockedRegions(part, blocks, itemsize, true), strides, sliced));
    parts.push(single ? new Float32Array(rows * cols) : new Float64Array(rows * cols));
  }
  return (a, a0, b, b0, c, c0) => {
    for (let i = 0; i < count; i++) {
      const at = packRows ? a0 : a0 + i * slice * strides.aDepth;
      products[i]!(a, at, b, b0 + i * slice * strides.bDepth, parts[i]!, 0);
    }
    for (let i = 0; i < count; i += 4) {
      if (i + 3 < count) addFour(parts[i]!, parts[i + 1]!, parts[i + 2]!, parts[i + 3]!, p);
      else for (let q = i + 1; q < count; q++) addTo(parts[i]!, parts[q]!);
    }
    let i = 4;
    for (; i + 8 < count; i += 12) addFour(parts[0]!, parts[i]!, parts[i + 4]!, parts[i + 8]!, p);
    for (; i < count; i += 4) addTo(parts[0]!, parts[i]!);
    c.set(parts[0]!, c0);
  };
}

/**
 * A contraction of the given size; `gemvStride` is the contiguous length of B, as the one-row kernel groups by it.
 * `packRows` reads an A that is no plain matrix, where it has more than one row.
 */
export function bindContraction(
  single: boolean,
  size: Blocks,
  strides: Strides,
  gemvStride: number,
  threads = 1,
  extra: OperandCosts = PLAIN,
  packRows?: PackRows,
): ProductAt {
  const itemsize = single ? 4 : 8;
  const how = plan(size, itemsize, threads, extra);
  if (how.kind === "split") return bindSplit(size, itemsize, strides, how.threads, packRows);
  if (how.kind === "one" && size.rows === 1) {
    const gemv = bindGemvColumns(single, size.depth, size.cols, strides.bDepth, strides.bCol, gemvStride);
    return (a, a0, b, b0, c, c0) => gemv(b, b0, a, a0, c, c0);
  }
  const blocks =
    how.kind === "one"
      ? contractionBlocking(size, itemsize)
      : contractionBlocking(size, itemsize, how.threads, how.byCols);
  return bindRegions(single, blockedRegions(size, blocks, itemsize, true), strides, packRows);
}
