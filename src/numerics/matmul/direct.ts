/**
 * Executes the regions of a small product that rounds after every step: A is read in place, B is widened once.
 *
 * Against the packed tiles of tile.ts this saves the packing of A and the passes per accumulator, which is a third of
 * the time where the contracted dimension has ten terms. Results are the same bits.
 */
import type { Region } from "./blocking.js";
import type { Floats, ProductAt, Strides } from "./tile.js";

const fround = Math.fround;

/** Largest number of multiplications for which the direct form is used. */
const DIRECT_LIMIT = 65536;

/** B of one product, [depth, width] in float64 with zero columns up to a multiple of four. */
interface Widened {
  readonly data: Float64Array;
  readonly width: number;
}

type RunRegion = (
  region: Region,
  a: Floats,
  a0: number,
  aRow: number,
  aDepth: number,
  b: Widened,
  c: Floats,
  c0: number,
  cRow: number,
) => void;

/** Even and odd accumulators over the first `main` terms, then one by one: four columns at a time. */
const pairs32: RunRegion = (region, a, a0, aRow, aDepth, { data, width }, c, c0, cRow) => {
  const { r1, c1, k1 } = region;
  const main = region.lanes === 1 ? 0 : region.main;
  for (let i = region.r0; i < r1; i++) {
    for (let j = region.c0; j < c1; j += 4) {
      let e0 = 0;
      let e1 = 0;
      let e2 = 0;
      let e3 = 0;
      let o0 = 0;
      let o1 = 0;
      let o2 = 0;
      let o3 = 0;
      let s = a0 + i * aRow;
      let q = j;
      let p = 0;
      for (; p < main; p += 2) {
        const x = a[s]!;
        s += aDepth;
        const y = a[s]!;
        s += aDepth;
        e0 = fround(e0 + fround(x * data[q]!));
        e1 = fround(e1 + fround(x * data[q + 1]!));
        e2 = fround(e2 + fround(x * data[q + 2]!));
        e3 = fround(e3 + fround(x * data[q + 3]!));
        q += width;
        o0 = fround(o0 + fround(y * data[q]!));
        o1 = fround(o1 + fround(y * data[q + 1]!));
        o2 = fround(o2 + fround(y * data[q + 2]!));
        o3 = fround(o3 + fround(y * data[q + 3]!));
        q += width;
      }
      e0 = fround(e0 + o0);
      e1 = fround(e1 + o1);
      e2 = fround(e2 + o2);
      e3 = fround(e3 + o3);
      for (; p < k1; p++) {
        const x = a[s]!;
        s += aDepth;
        e0 = fround(e0 + fround(x * data[q]!));
        e1 = fround(e1 + fround(x * data[q + 1]!));
        e2 = fround(e2 + fround(x * data[q + 2]!));
        e3 = fround(e3 + fround(x * data[q + 3]!));
        q += width;
      }
      const t = c0 + i * cRow + j;
      c[t] = e0 + 0;
      if (j + 1 < c1) c[t + 1] = e1 + 0;
      if (j + 2 < c1) c[t + 2] = e2 + 0;
      if (j + 3 < c1) c[t + 3] = e3 + 0;
    }
  }
};

const pairs64: RunRegion = (region, a, a0, aRow, aDepth, { data, width }, c, c0, cRow) => {
  const { r1, c1, k1 } = region;
  const main = region.lanes === 1 ? 0 : region.main;
  for (let i = region.r0; i < r1; i++) {
    for (let j = region.c0; j < c1; j += 4) {
      let e0 = 0;
      let e1 = 0;
      let e2 = 0;
      let e3 = 0;
      let o0 = 0;
      let o1 = 0;
      let o2 = 0;
      let o3 = 0;
      let s = a0 + i * aRow;
      let q = j;
      let p = 0;
      for (; p < main; p += 2) {
        const x = a[s]!;
        s += aDepth;
        const y = a[s]!;
        s += aDepth;
        e0 += x * data[q]!;
        e1 += x * data[q + 1]!;
        e2 += x * data[q + 2]!;
        e3 += x * data[q + 3]!;
        q += width;
        o0 += y * data[q]!;
        o1 += y * data[q + 1]!;
        o2 += y * data[q + 2]!;
        o3 += y * data[q + 3]!;
        q += width;
      }
      e0 += o0;
      e1 += o1;
      e2 += o2;
      e3 += o3;
      for (; p < k1; p++) {
        const x = a[s]!;
        s += aDepth;
        e0 += x * data[q]!;
        e1 += x * data[q + 1]!;
        e2 += x * data[q + 2]!;
        e3 += x * data[q + 3]!;
        q += width;
      }
      const t = c0 + i * cRow + j;
      c[t] = e0;
      if (j + 1 < c1) c[t + 1] = e1;
      if (j + 2 < c1) c[t + 2] = e2;
      if (j + 3 < c1) c[t + 3] = e3;
    }
  }
};

/** Single columns in float32: eight accumulators, even and odd terms apart to the end. */
const eights32: RunRegion = (region, a, a0, aRow, aDepth, { data, width }, c, c0, cRow) => {
  const { r1, c1, k1, main } = region;
  for (let i = region.r0; i < r1; i++) {
    for (let j = region.c0; j < c1; j++) {
      let l0 = 0;
      let l1 = 0;
      let l2 = 0;
      let l3 = 0;
      let l4 = 0;
      let l5 = 0;
      let l6 = 0;
      let l7 = 0;
      let s = a0 + i * aRow;
      let q = j;
      let p = 0;
      for (; p < main; p += 8) {
        l0 = fround(l0 + fround(a[s]! * data[q]!));
        l1 = fround(l1 + fround(a[s + aDepth]! * data[q + width]!));
        s += 2 * aDepth;
        q += 2 * width;
        l2 = fround(l2 + fround(a[s]! * data[q]!));
        l3 = fround(l3 + fround(a[s + aDepth]! * data[q + width]!));
        s += 2 * aDepth;
        q += 2 * width;
        l4 = fround(l4 + fround(a[s]! * data[q]!));
        l5 = fround(l5 + fround(a[s + aDepth]! * data[q + width]!));
        s += 2 * aDepth;
        q += 2 * width;
        l6 = fround(l6 + fround(a[s]! * data[q]!));
        l7 = fround(l7 + fround(a[s + aDepth]! * data[q + width]!));
        s += 2 * aDepth;
        q += 2 * width;
      }
      let even = fround(fround(l0 + l2) + fround(l4 + l6));
      let odd = fround(fround(l1 + l3) + fround(l5 + l7));
      for (; p + 2 <= k1; p += 2) {
        even = fround(even + fround(a[s]! * data[q]!));
        odd = fround(odd + fround(a[s + aDepth]! * data[q + width]!));
        s += 2 * aDepth;
        q += 2 * width;
      }
      let sum = fround(even + odd);
      if (p < k1) sum = fround(sum + fround(a[s]! * data[q]!));
      c[c0 + i * cRow + j] = sum + 0;
    }
  }
};

/** Single columns in float64: four accumulators. */
const fours64: RunRegion = (region, a, a0, aRow, aDepth, { data, width }, c, c0, cRow) => {
  const { r1, c1, k1, main } = region;
  for (let i = region.r0; i < r1; i++) {
    for (let j = region.c0; j < c1; j++) {
      let l0 = 0;
      let l1 = 0;
      let l2 = 0;
      let l3 = 0;
      let s = a0 + i * aRow;
      let q = j;
      let p = 0;
      for (; p < main; p += 4, s += 4 * aDepth, q += 4 * width) {
        l0 += a[s]! * data[q]!;
        l1 += a[s + aDepth]! * data[q + width]!;
        l2 += a[s + 2 * aDepth]! * data[q + 2 * width]!;
        l3 += a[s + 3 * aDepth]! * data[q + 3 * width]!;
      }
      let sum = l0 + l1 + (l2 + l3);
      for (; p < k1; p++, s += aDepth, q += width) sum += a[s]! * data[q]!;
      c[c0 + i * cRow + j] = sum;
    }
  }
};

/** Binds a product whose regions round after every step and span the whole contracted dimension. */
export function bindDirect(
  single: boolean,
  depth: number,
  cols: number,
  regions: readonly Region[],
  strides: Strides,
): ProductAt {
  const { aRow, aDepth, bDepth, bCol, cRow } = strides;
  const width = Math.ceil(cols / 4) * 4;
  // Groups of four start at any column, so the last may reach three further.
  const data = new Float64Array(depth * width + 4);
  const b: Widened = { data, width };
  const pairs = single ? pairs32 : pairs64;
  const singles = single ? eights32 : fours64;
  return (a, a0, src, b0, c, c0) => {
    for (let p = 0; p < depth; p++) {
      let s = b0 + p * bDepth;
      for (let j = 0, q = p * width; j < cols; j++, q++, s += bCol) data[q] = src[s]!;
    }
    for (let i = 0; i < regions.length; i++) {
      const region = regions[i]!;
      (region.lanes > 2 ? singles : pairs)(region, a, a0, aRow, aDepth, b, c, c0, cRow);
    }
  };
}

/** Whether bindDirect can run these regions. */
export function isDirect(depth: number, multiplications: number, regions: readonly Region[]): boolean {
  return multiplications <= DIRECT_LIMIT && regions.every((r) => !r.fused && r.k0 === 0 && r.k1 === depth);
}
