/**
 * Executes the regions of a matrix product: operands are packed into float64 panels of four, tiles of 4 x 4 values are
 * accumulated in local variables.
 *
 * Why float64 panels for float32 too: a product of two float32 is exact in float64, so `fround(acc + a * b)` is a fused
 * multiply-add (except where the float64 sum is itself rounded onto a tie: about one step in 2^30), and reading float64
 * saves the conversions in the inner loop. Padding to four costs less than special code for edges, even for 4x3.
 */
import type { Region } from "./blocking.js";

export type Floats = Float32Array | Float64Array;

/** Rows of A and columns of B packed at a time: the panels of one pass fit the second-level cache. */
const ROWS = 64;
const COLS = 256;

const fround = Math.fround;

/**
 * Adds `count` products to the 4 x 4 values of `t`: panels are read at positions a and b, `step` values apart (4 for
 * consecutive terms). `fresh` starts from 0.
 */
type Tile = (
  pa: Float64Array,
  a: number,
  pb: Float64Array,
  b: number,
  step: number,
  count: number,
  t: Float64Array,
  fresh: boolean,
) => void;

/* One function a rounding rule, written out: a shared body with a flag or a callback would cost several times the work. */
const fused32: Tile = (pa, a, pb, b, step, count, t, fresh) => {
  let c00 = 0;
  let c01 = 0;
  let c02 = 0;
  let c03 = 0;
  let c10 = 0;
  let c11 = 0;
  let c12 = 0;
  let c13 = 0;
  let c20 = 0;
  let c21 = 0;
  let c22 = 0;
  let c23 = 0;
  let c30 = 0;
  let c31 = 0;
  let c32 = 0;
  let c33 = 0;
  if (!fresh) {
    c00 = fround(t[0]!);
    c01 = fround(t[1]!);
    c02 = fround(t[2]!);
    c03 = fround(t[3]!);
    c10 = fround(t[4]!);
    c11 = fround(t[5]!);
    c12 = fround(t[6]!);
    c13 = fround(t[7]!);
    c20 = fround(t[8]!);
    c21 = fround(t[9]!);
    c22 = fround(t[10]!);
    c23 = fround(t[11]!);
    c30 = fround(t[12]!);
    c31 = fround(t[13]!);
    c32 = fround(t[14]!);
    c33 = fround(t[15]!);
  }
  for (let p = 0; p < count; p++) {
    const b0 = pb[b]!;
    const b1 = pb[b + 1]!;
    const b2 = pb[b + 2]!;
    const b3 = pb[b + 3]!;
    let x = pa[a]!;
    c00 = fround(c00 + x * b0);
    c01 = fround(c01 + x * b1);
    c02 = fround(c02 + x * b2);
    c03 = fround(c03 + x * b3);
    x = pa[a + 1]!;
    c10 = fround(c10 + x * b0);
    c11 = fround(c11 + x * b1);
    c12 = fround(c12 + x * b2);
    c13 = fround(c13 + x * b3);
    x = pa[a + 2]!;
    c20 = fround(c20 + x * b0);
    c21 = fround(c21 + x * b1);
    c22 = fround(c22 + x * b2);
    c23 = fround(c23 + x * b3);
    x = pa[a + 3]!;
    c30 = fround(c30 + x * b0);
    c31 = fround(c31 + x * b1);
    c32 = fround(c32 + x * b2);
    c33 = fround(c33 + x * b3);
    a += step;
    b += step;
  }
  t[0] = c00;
  t[1] = c01;
  t[2] = c02;
  t[3] = c03;
  t[4] = c10;
  t[5] = c11;
  t[6] = c12;
  t[7] = c13;
  t[8] = c20;
  t[9] = c21;
  t[10] = c22;
  t[11] = c23;
  t[12] = c30;
  t[13] = c31;
  t[14] = c32;
  t[15] = c33;
};

const mad32: Tile = (pa, a, pb, b, step, count, t, fresh) => {
  let c00 = 0;
  let c01 = 0;
  let c02 = 0;
  let c03 = 0;
  let c10 = 0;
  let c11 = 0;
  let c12 = 0;
  let c13 = 0;
  let c20 = 0;
  let c21 = 0;
  let c22 = 0;
  let c23 = 0;
  let c30 = 0;
  let c31 = 0;
  let c32 = 0;
  let c33 = 0;
  if (!fresh) {
    c00 = fround(t[0]!);
    c01 = fround(t[1]!);
    c02 = fround(t[2]!);
    c03 = fround(t[3]!);
    c10 = fround(t[4]!);
    c11 = fround(t[5]!);
    c12 = fround(t[6]!);
    c13 = fround(t[7]!);
    c20 = fround(t[8]!);
    c21 = fround(t[9]!);
    c22 = fround(t[10]!);
    c23 = fround(t[11]!);
    c30 = fround(t[12]!);
    c31 = fround(t[13]!);
    c32 = fround(t[14]!);
    c33 = fround(t[15]!);
  }
  for (let p = 0; p < count; p++) {
    const b0 = pb[b]!;
    const b1 = pb[b + 1]!;
    const b2 = pb[b + 2]!;
    const b3 = pb[b + 3]!;
    let x = pa[a]!;
    c00 = fround(c00 + fround(x * b0));
    c01 = fround(c01 + fround(x * b1));
    c02 = fround(c02 + fround(x * b2));
    c03 = fround(c03 + fround(x * b3));
    x = pa[a + 1]!;
    c10 = fround(c10 + fround(x * b0));
    c11 = fround(c11 + fround(x * b1));
    c12 = fround(c12 + fround(x * b2));
    c13 = fround(c13 + fround(x * b3));
    x = pa[a + 2]!;
    c20 = fround(c20 + fround(x * b0));
    c21 = fround(c21 + fround(x * b1));
    c22 = fround(c22 + fround(x * b2));
    c23 = fround(c23 + fround(x * b3));
    x = pa[a + 3]!;
    c30 = fround(c30 + fround(x * b0));
    c31 = fround(c31 + fround(x * b1));
    c32 = fround(c32 + fround(x * b2));
    c33 = fround(c33 + fround(x * b3));
    a += step;
    b += step;
  }
  t[0] = c00;
  t[1] = c01;
  t[2] = c02;
  t[3] = c03;
  t[4] = c10;
  t[5] = c11;
  t[6] = c12;
  t[7] = c13;
  t[8] = c20;
  t[9] = c21;
  t[10] = c22;
  t[11] = c23;
  t[12] = c30;
  t[13] = c31;
  t[14] = c32;
  t[15] = c33;
};

const mad64: Tile = (pa, a, pb, b, step, count, t, fresh) => {
  let c00 = 0;
  let c01 = 0;
  let c02 = 0;
  let c03 = 0;
  let c10 = 0;
  let c11 = 0;
  let c12 = 0;
  let c13 = 0;
  let c20 = 0;
  let c21 = 0;
  let c22 = 0;
  let c23 = 0;
  let c30 = 0;
  let c31 = 0;
  let c32 = 0;
  let c33 = 0;
  if (!fresh) {
    c00 = t[0]!;
    c01 = t[1]!;
    c02 = t[2]!;
    c03 = t[3]!;
    c10 = t[4]!;
    c11 = t[5]!;
    c12 = t[6]!;
    c13 = t[7]!;
    c20 = t[8]!;
    c21 = t[9]!;
    c22 = t[10]!;
    c23 = t[11]!;
    c30 = t[12]!;
    c31 = t[13]!;
    c32 = t[14]!;
    c33 = t[15]!;
  }
  for (let p = 0; p < count; p++) {
    const b0 = pb[b]!;
    const b1 = pb[b + 1]!;
    const b2 = pb[b + 2]!;
    const b3 = pb[b + 3]!;
    let x = pa[a]!;
    c00 = c00 + x * b0;
    c01 = c01 + x * b1;
    c02 = c02 + x * b2;
    c03 = c03 + x * b3;
    x = pa[a + 1]!;
    c10 = c10 + x * b0;
    c11 = c11 + x * b1;
    c12 = c12 + x * b2;
    c13 = c13 + x * b3;
    x = pa[a + 2]!;
    c20 = c20 + x * b0;
    c21 = c21 + x * b1;
    c22 = c22 + x * b2;
    c23 = c23 + x * b3;
    x = pa[a + 3]!;
    c30 = c30 + x * b0;
    c31 = c31 + x * b1;
    c32 = c32 + x * b2;
    c33 = c33 + x * b3;
    a += step;
    b += step;
  }
  t[0] = c00;
  t[1] = c01;
  t[2] = c02;
  t[3] = c03;
  t[4] = c10;
  t[5] = c11;
  t[6] = c12;
  t[7] = c13;
  t[8] = c20;
  t[9] = c21;
  t[10] = c22;
  t[11] = c23;
  t[12] = c30;
  t[13] = c31;
  t[14] = c32;
  t[15] = c33;
};

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
