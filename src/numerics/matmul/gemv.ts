/**
 * Matrix times vector as Eigen's two gemv kernels do it: column after column, or row by row with packet accumulators.
 * Source: measured rules of TensorFlow 1.15.5's CPU wheel; multiplication and addition round apart in both types.
 */
import type { Floats } from "./tile.js";

const fround = Math.fround;

/** A bound product; matrix, vector and result may start anywhere in their arrays. */
export type GemvAt = (matrix: Floats, m0: number, vector: Floats, v0: number, out: Floats, o0: number) => void;

/** How many terms a column product adds up from 0 before it adds them to the result. */
function columnGroup(depth: number, strideBytes: number): number {
  if (depth < 128) return depth;
  return strideBytes < 32000 ? 16 : 4;
}

/**
 * out[j] = sum over p of matrix[p * stepDepth + j * step] * vector[p]. `stride` is the length of the contiguous rows of
 * the matrix, or 1 if the contracted dimension is the contiguous one; it only decides the grouping.
 */
export function bindGemvColumns(
  single: boolean,
  depth: number,
  n: number,
  stepDepth: number,
  step: number,
  stride: number,
  vectorStep = 1,
  outStep = 1,
): GemvAt {
  const group = columnGroup(depth, stride * (single ? 4 : 8));
  const total = new Float64Array(4);
  const four = single ? fourColumns32 : fourColumns64;
  return (matrix, m0, vector, v0, out, o0) => {
    for (let j = 0; j < n; j += 4) {
      total[0] = total[1] = total[2] = total[3] = 0;
      // The last columns are repeated where four would run over the edge.
      const d1 = j + 1 < n ? step : 0;
      const d2 = j + 2 < n ? 2 * step : 0;
      const d3 = j + 3 < n ? 3 * step : 0;
      for (let g = 0; g < depth; g += group) {
        const count = Math.min(group, depth - g);
        four(
          matrix,
          m0 + g * stepDepth + j * step,
          d1,
          d2,
          d3,
          stepDepth,
          vector,
          v0 + g * vectorStep,
          vectorStep,
          count,
          total,
        );
      }
      for (let i = j; i < n && i < j + 4; i++) out[o0 + i * outStep] = total[i - j]!;
    }
  };
}

/** Adds one group of terms of four columns to `total`. */
type FourColumns = (
  matrix: Floats,
  at: number,
  d1: number,
  d2: number,
  d3: number,
  stepDepth: number,
  vector: Floats,
  v: number,
  vectorStep: number,
  count: number,
  total: Float64Array,
) => void;

const fourColumns32: FourColumns = (matrix, at, d1, d2, d3, stepDepth, vector, v, vectorStep, count, total) => {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let p = 0; p < count; p++, at += stepDepth, v += vectorStep) {
    const x = vector[v]!;
    s0 = fround(s0 + fround(matrix[at]! * x));
    s1 = fround(s1 + fround(matrix[at + d1]! * x));
    s2 = fround(s2 + fround(matrix[at + d2]! * x));
    s3 = fround(s3 + fround(matrix[at + d3]! * x));
  }
  total[0] = fround(total[0]! + s0);
  total[1] = fround(total[1]! + s1);
  total[2] = fround(total[2]! + s2);
  total[3] = fround(total[3]! + s3);
};

const fourColumns64: FourColumns = (matrix, at, d1, d2, d3, stepDepth, vector, v, vectorStep, count, total) => {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let p = 0; p < count; p++, at += stepDepth, v += vectorStep) {
    const x = vector[v]!;
    s0 += matrix[at]! * x;
    s1 += matrix[at + d1]! * x;
    s2 += matrix[at + d2]! * x;
    s3 += matrix[at + d3]! * x;
  }
  total[0] = total[0]! + s0;
  total[1] = total[1]! + s1;
  total[2] = total[2]! + s2;
  total[3] = total[3]! + s3;
};

/** Dot product of the first `count` terms (a multiple of 8) in eight lanes, folded by halves. */
function lanes8(x: Floats, a: number, y: Floats, b: number, count: number): number {
  let l0 = 0;
  let l1 = 0;
  let l2 = 0;
  let l3 = 0;
  let l4 = 0;
  let l5 = 0;
  let l6 = 0;
  let l7 = 0;
  for (const end = a + count; a < end; a += 8, b += 8) {
    l0 = fround(l0 + fround(x[a]! * y[b]!));
    l1 = fround(l1 + fround(x[a + 1]! * y[b + 1]!));
    l2 = fround(l2 + fround(x[a + 2]! * y[b + 2]!));
    l3 = fround(l3 + fround(x[a + 3]! * y[b + 3]!));
    l4 = fround(l4 + fround(x[a + 4]! * y[b + 4]!));
    l5 = fround(l5 + fround(x[a + 5]! * y[b + 5]!));
    l6 = fround(l6 + fround(x[a + 6]! * y[b + 6]!));
    l7 = fround(l7 + fround(x[a + 7]! * y[b + 7]!));
  }
  const h0 = fround(l0 + l4);
  const h1 = fround(l1 + l5);
  const h2 = fround(l2 + l6);
  const h3 = fround(l3 + l7);
  return fround(fround(h0 + h2) + fround(h1 + h3));
}

/** The same in four float32 lanes. */
function lanes4(x: Floats, a: number, y: Floats, b: number, count: number): number {
  let l0 = 0;
  let l1 = 0;
  let l2 = 0;
  let l3 = 0;
  for (const end = a + count; a < end; a += 4, b += 4) {
    l0 = fround(l0 + fround(x[a]! * y[b]!));
    l1 = fround(l1 + fround(x[a + 1]! * y[b + 1]!));
    l2 = fround(l2 + fround(x[a + 2]! * y[b + 2]!));
    l3 = fround(l3 + fround(x[a + 3]! * y[b + 3]!));
  }
  return fround(fround(l0 + l2) + fround(l1 + l3));
}

function lanes4Double(x: Floats, a: number, y: Floats, b: number, count: number): number {
  let l0 = 0;
  let l1 = 0;
  let l2 = 0;
  let l3 = 0;
  for (const end = a + count; a < end; a += 4, b += 4) {
    l0 += x[a]! * y[b]!;
    l1 += x[a + 1]! * y[b + 1]!;
    l2 += x[a + 2]! * y[b + 2]!;
    l3 += x[a + 3]! * y[b + 3]!;
  }
  return l0 + l2 + (l1 + l3);
}

function lanes2Double(x: Floats, a: number, y: Floats, b: number, count: number): number {
  let l0 = 0;
  let l1 = 0;
  for (const end = a + count; a < end; a += 2, b += 2) {
    l0 += x[a]! * y[b]!;
    l1 += x[a + 1]! * y[b + 1]!;
  }
  return l0 + l1;
}

/**
 * out[i] = matrix row i . vector; elements of a row and of the vector are neighbours, rows `rowStep` apart. An odd last row is a case of its own:
 * it also sums half a packet's worth apart.
 */
export function bindGemvRows(single: boolean, rows: number, depth: number, rowStep = depth, outStep = 1): GemvAt {
  const packet = single ? 8 : 4;
  const main = depth - (depth % packet);
  const half = single ? lanes4 : lanes2Double;
  const halfMain = depth - ((depth - main) % (packet / 2));
  const full = single ? lanes8 : lanes4Double;
  return (matrix, m0, vector, v0, out, o0) => {
    for (let i = 0; i < rows; i++) {
      const row = m0 + i * rowStep;
      let sum = full(matrix, row, vector, v0, main);
      let p = main;
      if (i === rows - 1 && rows % 2 === 1) {
        const rest = half(matrix, row + main, vector, v0 + main, halfMain - main);
        sum = single ? fround(sum + rest) : sum + rest;
        p = halfMain;
      }
      if (single) for (; p < depth; p++) sum = fround(sum + fround(matrix[row + p]! * vector[v0 + p]!));
      else for (; p < depth; p++) sum += matrix[row + p]! * vector[v0 + p]!;
      out[o0 + i * outStep] = sum;
    }
  };
}
