/**
 * FusedBatchNorm on the CPU, float32: training, inference and the gradient of training.
 * Source: tensorflow/core/kernels/fused_batch_norm_op.cc; which values take the vector form of rsqrt is measured.
 */
import * as packet from "../packet.js";

const fround = Math.fround;
const LANES = 8;

function exactRsqrt(x: number): number {
  return fround(1 / fround(Math.sqrt(x)));
}

/** rsqrt(variance + epsilon) of all channels: packets for full groups, the rest exactly. */
function inverseDeviations(variance: Float32Array, epsilon: number, out: Float32Array): void {
  const full = variance.length - (variance.length % LANES);
  for (let c = 0; c < variance.length; c++) {
    const x = fround(variance[c]! + epsilon);
    out[c] = c < full ? packet.rsqrt(x) : exactRsqrt(x);
  }
}

function addRow(sum: Float32Array, x: Float32Array, at: number): void {
  for (let c = 0; c < sum.length; c++) sum[c] = sum[c]! + x[at + c]!;
}

/** Per channel: mean, population variance, and the variance with Bessel's correction, which is the one reported. */
export interface BatchMoments {
  readonly mean: Float32Array;
  readonly variance: Float32Array;
  readonly corrected: Float32Array;
}

/** Binds training over [rows, depth]: writes the output and the moments. */
export function bindBatchNormTraining(
  rows: number,
  depth: number,
  epsilon: number,
): (x: Float32Array, scale: Float32Array, offset: Float32Array, out: Float32Array, moments: BatchMoments) => void {
  const e = fround(epsilon);
  const share = fround(1 / fround(rows));
  const correction = fround(fround(rows) / fround(rows > 1 ? rows - 1 : 1));
  const factor = new Float32Array(depth);
  return (x, scale, offset, out, { mean, variance, corrected }) => {
    mean.fill(0);
    for (let i = 0; i < rows; i++) addRow(mean, x, i * depth);
    for (let c = 0; c < depth; c++) mean[c] = mean[c]! * share;
    variance.fill(0);
    for (let i = 0, at = 0; i < rows; i++) {
      for (let c = 0; c < depth; c++, at++) {
        const d = fround(x[at]! - mean[c]!);
        out[at] = d;
        variance[c] = variance[c]! + fround(d * d);
      }
    }
    for (let c = 0; c < depth; c++) {
      variance[c] = variance[c]! * share;
      corrected[c] = variance[c]! * correction;
    }
    inverseDeviations(variance, e, factor);
    for (let c = 0; c < depth; c++) factor[c] = factor[c]! * scale[c]!;
    for (let i = 0, at = 0; i < rows; i++) {
      for (let c = 0; c < depth; c++, at++) out[at] = fround(out[at]! * factor[c]!) + offset[c]!;
    }
  };
}

/** Binds inference with given moments. */
export function bindBatchNormInference(
  rows: number,
  depth: number,
  epsilon: number,
): (
  x: Float32Array,
  scale: Float32Array,
  offset: Float32Array,
  mean: Float32Array,
  variance: Float32Array,
  out: Float32Array,
) => void {
  const factor = new Float32Array(depth);
  return (x, scale, offset, mean, variance, out) => {
    inverseDeviations(variance, fround(epsilon), factor);
    for (let c = 0; c < depth; c++) factor[c] = factor[c]! * scale[c]!;
    for (let i = 0, at = 0; i < rows; i++) {
      for (let c = 0; c < depth; c++, at++) {
        out[at] = fround(fround(x[at]! - mean[c]!) * factor[c]!) + offset[c]!;
      }
    }
  };
}

/** Whether the broadcast factor of flat element `at` comes from a packet: its group of eight lies within one row. */
function inPacket(at: number, depth: number, total: number): boolean {
  const group = at - (at % LANES);
  return group + LANES <= total - (total % LANES) && (group % depth) + LANES <= depth;
}

/** Binds the gradient of training: for x, scale and offset. */
export function bindBatchNormGradient(
  rows: number,
  depth: number,
  epsilon: number,
): (
  g: Float32Array,
  x: Float32Array,
  scale: Float32Array,
  mean: Float32Array,
  variance: Float32Array,
  dx: Float32Array,
  dScale: Float32Array,
  dOffset: Float32Array,
) => void {
  const e = fround(epsilon);
  const share = fround(1 / fround(rows));
  const total = rows * depth;
  const packets = Uint8Array.from({ length: total }, (_, at) => Number(inPacket(at, depth, total)));
  const [vector, exact, own, correlation] = [0, 1, 2, 3].map(() => new Float32Array(depth)) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  return (g, x, scale, mean, variance, dx, dScale, dOffset) => {
    inverseDeviations(variance, e, own);
    for (let c = 0; c < depth; c++) {
      const v = fround(variance[c]! + e);
      vector[c] = packet.rsqrt(v);
      exact[c] = exactRsqrt(v);
    }
    dScale.fill(0);
    dOffset.fill(0);
    correlation.fill(0);
    for (let at = 0; at < total; at++) {
      const c = at % depth;
      const d = fround(x[at]! - mean[c]!);
      const inverse = packets[at] ? vector[c]! : exact[c]!;
      dScale[c] = dScale[c]! + fround(g[at]! * fround(d * inverse));
      dOffset[c] = dOffset[c]! + g[at]!;
      correlation[c] = correlation[c]! + fround(g[at]! * d);
    }
    for (let c = 0; c < depth; c++) {
      correlation[c] = fround(fround(own[c]! * own[c]!) * fround(correlation[c]! / rows));
    }
    for (let at = 0; at < total; at++) {
      const c = at % depth;
      const d = fround(x[at]! - mean[c]!);
      const inverse = packets[at] ? vector[c]! : exact[c]!;
      const centered = fround(g[at]! - fround(dOffset[c]! * share));
      dx[at] = fround(scale[c]! * inverse) * fround(centered - fround(d * correlation[c]!));
    }
  };
}

/** Binds the gradient of inference, whose moments are constants: for x, scale and offset. */
export function bindBatchNormFrozenGradient(
  rows: number,
  depth: number,
  epsilon: number,
): (
  g: Float32Array,
  x: Float32Array,
  scale: Float32Array,
  mean: Float32Array,
  variance: Float32Array,
  dx: Float32Array,
  dScale: Float32Array,
  dOffset: Float32Array,
) => void {
  const inverse = new Float32Array(depth);
  const factor = new Float32Array(depth);
  return (g, x, scale, mean, variance, dx, dScale, dOffset) => {
    inverseDeviations(variance, fround(epsilon), inverse);
    for (let c = 0; c < depth; c++) factor[c] = inverse[c]! * scale[c]!;
    dScale.fill(0);
    dOffset.fill(0);
    for (let i = 0, at = 0; i < rows; i++) {
      for (let c = 0; c < depth; c++, at++) {
        dOffset[c] = dOffset[c]! + g[at]!;
        dScale[c] = dScale[c]! + fround(g[at]! * fround(x[at]! - mean[c]!));
        dx[at] = g[at]! * factor[c]!;
      }
    }
    for (let c = 0; c < depth; c++) dScale[c] = dScale[c]! * inverse[c]!;
  };
}
