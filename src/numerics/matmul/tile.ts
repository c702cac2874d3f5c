/**
 * Executes the regions of a matrix product: operands are packed into float64 panels of four, tiles of 4 x 4 values are
 * accumulated in local variables.
 *
 * Panels are float64 for float32 too: reading them saves the conversions in the inner loop (register_tile.ts). Padding to
 * four costs less than special code for edges, even for 4x3.
 */
import type { Region } from "./blocking.js";
import { fused32, mad32, mad64, type Tile } from "./register_tile.js";

export type Floats = Float32Array | Float64Array;

/** Rows of A and columns of B packed at a time: the panels of one pass fit the second-level cache. */
const ROWS = 64;
const COLS = 256;

const fround = Math.fround;

/** Panels of four along one dimension: dst[(panel * depth + p) * 4 + lane]; missing lanes of the last panel are 0. */
function pack(
  src: Floats,
  at: number,
  stepDepth: number,
  step: number,
  depth: number,
  n: number,
  dst: Float64Array,
): void {
  let q = 0;
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    let s = at + i * step;
    for (let p = 0; p < depth; p++) {
      dst[q] = src[s]!;
      dst[q + 1] = src[s + step]!;
      dst[q + 2] = src[s + 2 * step]!;
      dst[q + 3] = src[s + 3 * step]!;
      q += 4;
      s += stepDepth;
    }
  }
  if (i === n) return;
  for (let p = 0; p < depth; p++) {
    for (let lane = 0; lane < 4; lane++) dst[q++] = i + lane < n ? src[at + (i + lane) * step + p * stepDepth]! : 0;
  }
}

/** t += u, in float32 or float64. */
function join(t: Float64Array, u: Float64Array, single: boolean): void {
  if (single) for (let i = 0; i < 16; i++) t[i] = fround(t[i]! + u[i]!);
  else for (let i = 0; i < 16; i++) t[i] = t[i]! + u[i]!;
}

/** Distance in elements between neighbours of each operand along each dimension. */
export interface Strides {
  aRow: number;
  aDepth: number;
  bDepth: number;
  bCol: number;
  cRow: number;
}

/** Row-major strides of [rows, depth] * [depth, cols], either operand stored transposed. */
export function stridesOf(rows: number, depth: number, cols: number, turnA: boolean, turnB: boolean): Strides {
  return {
    aRow: turnA ? 1 : depth,
    aDepth: turnA ? rows : 1,
    bDepth: turnB ? 1 : cols,
    bCol: turnB ? depth : 1,
    cRow: cols,
  };
}

/** A product bound to its shape: operands and result may start anywhere in their arrays. */
export type ProductAt = (a: Floats, a0: number, b: Floats, b0: number, c: Floats, c0: number) => void;

/**
 * Packs rows [row, row + rows) and terms [k0, k0 + depth) of A into panels of four. Convolutions hand in one of their own,
 * which reads image patches in place.
 */
export type PackRows = (
  a: Floats,
  a0: number,
  k0: number,
  depth: number,
  row: number,
  rows: number,
  dst: Float64Array,
) => void;

/** A matrix whose element (i, p) lies at rowAt[i] + depthAt[p]. */
export function bindGatheredRows(rowAt: Int32Array, depthAt: Int32Array): PackRows {
  return (a, a0, k0, depth, row, rows, dst) => {
    for (let i = 0, q = 0; i < rows; i += 4) {
      const s0 = a0 + rowAt[row + i]!;
      // Lanes past the last row repeat it; what they give is not stored.
      const s1 = a0 + rowAt[row + Math.min(i + 1, rows - 1)]!;
      const s2 = a0 + rowAt[row + Math.min(i + 2, rows - 1)]!;
      const s3 = a0 + rowAt[row + Math.min(i + 3, rows - 1)]!;
      for (let p = k0; p < k0 + depth; p++, q += 4) {
        const d = depthAt[p]!;
        dst[q] = a[s0 + d]!;
        dst[q + 1] = a[s1 + d]!;
        dst[q + 2] = a[s2 + d]!;
        dst[q + 3] = a[s3 + d]!;
      }
    }
  };
}

function bindStridedRows({ aRow, aDepth }: Strides): PackRows {
  return (a, a0, k0, depth, row, rows, dst) => {
    pack(a, a0 + k0 * aDepth + row * aRow, aDepth, aRow, depth, rows, dst);
  };
}

/** Binds the regions of a product; every value of C is written by the first region that covers it. */
export function bindRegions(
  single: boolean,
  regions: readonly Region[],
  strides: Strides,
  packRows: PackRows = bindStridedRows(strides),
): ProductAt {
  const { bDepth, bCol, cRow } = strides;
  let mostA = 0;
  let mostB = 0;
  for (const { r0, r1, c0, c1, k0, k1 } of regions) {
    mostA = Math.max(mostA, Math.min(ROWS, r1 - r0 + 3) * (k1 - k0));
    mostB = Math.max(mostB, Math.min(COLS, c1 - c0 + 3) * (k1 - k0));
  }
  const pa = new Float64Array(mostA);
  const pb = new Float64Array(mostB);
  const lane = Array.from({ length: 8 }, () => new Float64Array(16));
  const t = lane[0]!;
  const t1 = lane[1]!;

  /** Joins the accumulators of `lanes` into t; the four of one and the pairs of eight go (0 + 1) + (2 + 3). */
  function joinLanes(tile: Tile, lanes: number, a: number, b: number, main: number, depth: number): number {
    for (let i = 0; i < lanes; i++) {
      tile(pa, a + 4 * i, pb, b + 4 * i, 4 * lanes, Math.floor((main - i + lanes - 1) / lanes), lane[i]!, true);
    }
    if (lanes === 2) join(t, t1, single);
    else if (lanes === 4) {
      join(t, t1, single);
      join(lane[2]!, lane[3]!, single);
      join(t, lane[2]!, single);
    } else {
      for (let i = 0; i < 2; i++) {
        join(lane[i]!, lane[i + 2]!, single);
        join(lane[i + 4]!, lane[i + 6]!, single);
        join(lane[i]!, lane[i + 4]!, single);
      }
      // Even and odd terms stay apart through the rest in pairs.
      const pairs = Math.floor((depth - main) / 2);
      tile(pa, a + 4 * main, pb, b + 4 * main, 8, pairs, t, false);
      tile(pa, a + 4 * main + 4, pb, b + 4 * main + 4, 8, pairs, t1, false);
      join(t, t1, single);
      return main + 2 * pairs;
    }
    return main;
  }

  function store(c: Floats, at: number, rows: number, cols: number, first: boolean): void {
    for (let i = 0, s = 0; i < rows; i++, s += 4, at += cRow) {
      // "+ 0" as the kernels add to a zeroed result: it makes -0 of an underflow +0.
      if (first) for (let j = 0; j < cols; j++) c[at + j] = t[s + j]! + 0;
      else for (let j = 0; j < cols; j++) c[at + j] = c[at + j]! + t[s + j]!;
    }
  }

  return (a, a0, b, b0, c, c0) => {
    for (let index = 0; index < regions.length; index++) {
      const region = regions[index]!;
      const tile = !single ? mad64 : region.fused ? fused32 : mad32;
      const { k0, lanes, main } = region;
      const depth = region.k1 - k0;
      for (let cb = region.c0; cb < region.c1; cb += COLS) {
        const cols = Math.min(COLS, region.c1 - cb);
        pack(b, b0 + k0 * bDepth + cb * bCol, bDepth, bCol, depth, cols, pb);
        for (let rb = region.r0; rb < region.r1; rb += ROWS) {
          const rows = Math.min(ROWS, region.r1 - rb);
          packRows(a, a0, k0, depth, rb, rows, pa);
          for (let j = 0; j < cols; j += 4) {
            for (let i = 0; i < rows; i += 4) {
              if (lanes === 1) tile(pa, i * depth, pb, j * depth, 4, depth, t, true);
              else {
                const done = joinLanes(tile, lanes, i * depth, j * depth, main, depth);
                if (done < depth) tile(pa, i * depth + 4 * done, pb, j * depth + 4 * done, 4, depth - done, t, false);
              }
              store(c, c0 + (rb + i) * cRow + cb + j, Math.min(4, rows - i), Math.min(4, cols - j), k0 === 0);
            }
          }
        }
      }
    }
  };
}
