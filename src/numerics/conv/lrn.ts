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

/** Binds the gradient: from that of the output, the input and the output. */
export function bindLrnGrad(
  rows: number,
  depth: number,
  radius: number,
  bias: number,
  alpha: number,
  beta: number,
): (g: Float32Array, x: Float32Array, y: Float32Array, out: Float32Array) => void {
  const [a, b, p] = [fround(alpha), fround(bias), fround(beta)];
  const factor = fround(fround(-2 * a) * p);
  return (g, x, y, out) => {
    out.fill(0);
    for (let i = 0; i < rows; i++) {
      const row = i * depth;
      for (let j = 0; j < depth; j++) {
        const from = row + Math.max(0, j - radius);
        const to = row + Math.min(depth, j + radius + 1);
        let squares = 0;
        for (let k = from; k < to; k++) squares = fround(squares + fround(x[k]! * x[k]!));
        const norm = fround(fround(a * squares) + b);
        const power = powf(norm, -p);
        const scaled = fround(factor * y[row + j]!);
        for (let k = from; k < to; k++) {
          let d = fround(fround(x[k]! * scaled) / norm);
          if (k === row + j) d = fround(d + power);
          out[k] = out[k]! + fround(d * g[row + j]!);
        }
      }
    }
  };
}
