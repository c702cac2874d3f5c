/**
 * The innermost loops of matrix products: 4 x 4 values accumulated in local variables, one function per rounding rule.
 *
 * A product of two float32 is exact in float64, so `fround(acc + x * b)` is a fused multiply-add, except where the float64
 * sum is itself rounded onto a tie: about one step in 2^30.
 */
const fround = Math.fround;

/**
 * Adds `count` products to the 4 x 4 values of `t`: panels are read at positions a and b, `step` values apart (4 for
 * consecutive terms). `fresh` starts from 0.
 */
export type Tile = (
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
export const fused32: Tile = (pa, a, pb, b, step, count, t, fresh) => {
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

export const mad32: Tile = (pa, a, pb, b, step, count, t, fresh) => {
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

export const mad64: Tile = (pa, a, pb, b, step, count, t, fresh) => {
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
