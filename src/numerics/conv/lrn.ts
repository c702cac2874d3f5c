/**
 * Local response normalization over channels, float32.
 * Source: tensorflow/core/kernels/lrn_op.cc: squares times a band matrix, then a power.
 */
import { powf } from "../../np/libm/powf.js";
import { lanesOf } from "../matmul/blocking.js";
import { bindContraction } from "../matmul/contraction.js";
import { stridesOf } from "../matmul/tile.js";
import * as packet from "../packet.js";

const fround = Math.fround;

/** Depths from which the kernel takes its other, per-pixel form are not modelled. */
export function bindLrn(
  rows: number,
  depth: number,
  radius: number,
  bias: number,
  alpha: number,
  beta: number,
  threads = 1,
): (x: Float32Array, out: Float32Array) => void {
  const band = Float32Array.from({ length: depth * depth }, (_, i) =>
    Number(Math.abs(Math.floor(i / depth) - (i % depth)) <= radius),
  );
  const n = rows * depth;
  const squares = new Float32Array(n);
  const sums = new Float32Array(n);
  const size = { rows, depth, cols: depth };
  const strides = stridesOf(rows, depth, depth, false, false);
  const product = bindContraction(true, size, strides, depth, threads, { rows: 1 / lanesOf(4), cols: 0 });
  const [a, b] = [fround(alpha), fround(bias)];
  const full = n - (n % lanesOf(4));
  return (x, out) => {
    for (let i = 0; i < n; i++) squares[i] = x[i]! * x[i]!;
    product(squares, 0, band, 0, sums, 0);
    for (let i = 0; i < n; i++) {
      const s = fround(fround(sums[i]! * a) + b);
      let power: number;
      if (beta === 1) power = fround(1 / s);
      else if (beta === 0.5) power = i < full ? packet.rsqrt(s) : fround(1 / fround(Math.sqrt(s)));
      else power = powf(s, -fround(beta));
      out[i] = x[i]! * power;
    }
  };
}
