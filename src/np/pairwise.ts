/**
 * Sums of one run of floats in NumPy's order: halves down to blocks of 128, eight running sums in a block.
 * Source: pairwise_sum (numpy/core/src/umath/loops.c.src, NumPy 1.18).
 */

const f32 = Math.fround;
const BLOCK = 128;

/** float64 elements at, at + step, … */
export function pairwise64(a: Float64Array, at: number, n: number, step: number): number {
  if (n < 8) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += a[at + i * step]!;
    return sum;
  }
  if (n <= BLOCK) {
    const s2 = 2 * step;
    const s3 = 3 * step;
    const s4 = 4 * step;
    const s5 = 5 * step;
    const s6 = 6 * step;
    const s7 = 7 * step;
    let r0 = a[at]!;
    let r1 = a[at + step]!;
    let r2 = a[at + s2]!;
    let r3 = a[at + s3]!;
    let r4 = a[at + s4]!;
    let r5 = a[at + s5]!;
    let r6 = a[at + s6]!;
    let r7 = a[at + s7]!;
    let p = at + 8 * step;
    const whole = n - (n % 8);
    for (let i = 8; i < whole; i += 8, p += 8 * step) {
      r0 += a[p]!;
      r1 += a[p + step]!;
      r2 += a[p + s2]!;
      r3 += a[p + s3]!;
      r4 += a[p + s4]!;
      r5 += a[p + s5]!;
      r6 += a[p + s6]!;
      r7 += a[p + s7]!;
    }
    let sum = r0 + r1 + (r2 + r3) + (r4 + r5 + (r6 + r7));
    for (let i = whole; i < n; i++, p += step) sum += a[p]!;
    return sum;
  }
  let half = Math.floor(n / 2);
  half -= half % 8;
  return pairwise64(a, at, half, step) + pairwise64(a, at + half * step, n - half, step);
}

/** float32 elements (and float16 ones, which NumPy sums at float32 precision), every step rounded to float32. */
export function pairwise32(a: Float32Array, at: number, n: number, step: number): number {
  if (n < 8) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum = f32(sum + a[at + i * step]!);
    return sum;
  }
  if (n <= BLOCK) {
    const s2 = 2 * step;
    const s3 = 3 * step;
    const s4 = 4 * step;
    const s5 = 5 * step;
    const s6 = 6 * step;
    const s7 = 7 * step;
    let r0 = a[at]!;
    let r1 = a[at + step]!;
    let r2 = a[at + s2]!;
    let r3 = a[at + s3]!;
    let r4 = a[at + s4]!;
    let r5 = a[at + s5]!;
    let r6 = a[at + s6]!;
    let r7 = a[at + s7]!;
    let p = at + 8 * step;
    const whole = n - (n % 8);
    for (let i = 8; i < whole; i += 8, p += 8 * step) {
      r0 = f32(r0 + a[p]!);
      r1 = f32(r1 + a[p + step]!);
      r2 = f32(r2 + a[p + s2]!);
      r3 = f32(r3 + a[p + s3]!);
      r4 = f32(r4 + a[p + s4]!);
      r5 = f32(r5 + a[p + s5]!);
      r6 = f32(r6 + a[p + s6]!);
      r7 = f32(r7 + a[p + s7]!);
    }
    let sum = f32(f32(f32(r0 + r1) + f32(r2 + r3)) + f32(f32(r4 + r5) + f32(r6 + r7)));
    for (let i = whole; i < n; i++, p += step) sum = f32(sum + a[p]!);
    return sum;
  }
  let half = Math.floor(n / 2);
  half -= half % 8;
  return f32(pairwise32(a, at, half, step) + pairwise32(a, at + half * step, n - half, step));
}

/**
 * Complex elements, real or imaginary parts (`part` 0 or 1): positions and steps count numbers, not pairs.
 * Four running sums a block of 64 pairs.
 */
export function pairwiseComplex(
  a: Float32Array | Float64Array,
  at: number,
  pairs: number,
  step: number,
  r: (x: number) => number,
): number {
  if (pairs < 4) {
    let sum = 0;
    for (let i = 0; i < pairs; i++) sum = r(sum + a[at + i * step]!);
    return sum;
  }
  if (pairs <= BLOCK / 2) {
    const sums = [0, 1, 2, 3].map((k) => a[at + k * step]!);
    const whole = pairs - (pairs % 4);
    for (let i = 4; i < whole; i += 4) {
      for (let k = 0; k < 4; k++) sums[k] = r(sums[k]! + a[at + (i + k) * step]!);
    }
    let sum = r(r(sums[0]! + sums[1]!) + r(sums[2]! + sums[3]!));
    for (let i = whole; i < pairs; i++) sum = r(sum + a[at + i * step]!);
    return sum;
  }
  // NumPy halves the count of numbers (two a pair) and keeps it a multiple of eight.
  let half = pairs;
  half -= half % 8;
  half /= 2;
  return r(pairwiseComplex(a, at, half, step, r) + pairwiseComplex(a, at + half * step, pairs - half, step, r));
}
