/**
 * Weights of the sum that gradients are taken of: every element gets another one, exact in float32 and never 0.
 * Source: _weights of the goldens' ops_golden.py.
 */

export function weight(k: number): number {
  return (((k * 37 + 5) % 23) - 11) / 8 + 1 / 16;
}

export function weights(n: number, start: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => weight(start + i));
}
