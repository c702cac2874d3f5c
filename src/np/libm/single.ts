/**
 * The bits of a float32 and polynomials rounded to float32 at every step: what the C library's float functions are made of.
 * Source: GET_FLOAT_WORD and SET_FLOAT_WORD of fdlibm.
 */
const value = new Float32Array(1);
const word = new Int32Array(value.buffer);
const f = Math.fround;

/** The bits of a float32 as a signed word. */
export function bitsOf(x: number): number {
  value[0] = x;
  return word[0]!;
}

/** The float32 that has these bits. */
export function floatOf(bits: number): number {
  word[0] = bits;
  return value[0]!;
}

/** c[0] + c[1] x + c[2] x² …, highest power first, one rounding for each product and each sum. */
export function horner(x: number, c: Float32Array): number {
  let y = c[c.length - 1]!;
  for (let i = c.length - 2; i >= 0; i--) y = f(f(x * y) + c[i]!);
  return y;
}
