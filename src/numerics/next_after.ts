/**
 * The next representable number from one towards another.
 * Source: std::nextafter, behind tensorflow/core/kernels/cwise_op_nextafter.cc.
 */

const single = new Float32Array(1);
const singleBits = new Int32Array(single.buffer);
const double = new Float64Array(1);
const doubleBits = new BigInt64Array(double.buffer);

/** True where the bits of x, taken as a signed integer, have to grow on the way to y. */
function outwards(x: number, y: number): boolean {
  return x > 0 ? y > x : y < x;
}

export function nextAfter32(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? 2 ** -149 : -(2 ** -149);
  single[0] = x;
  singleBits[0] = singleBits[0]! + (outwards(x, y) ? 1 : -1);
  return single[0]!;
}

export function nextAfter64(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  double[0] = x;
  doubleBits[0] = doubleBits[0]! + (outwards(x, y) ? 1n : -1n);
  return double[0]!;
}
