/**
 * Uniform numbers: floats in [0, 1), integers in [min, max).
 * Source: RandomUniform and RandomUniformInt kernels of TensorFlow 1.15 (core/kernels/random_op.cc).
 */
import type { PhiloxState } from "../philox.js";
import { CHUNK, CHUNK_BLOCKS, unit16, unit32, unit64 } from "./words.js";

/** n float32 values. */
export function uniformFloat32(state: PhiloxState, out: Float32Array, n: number): void {
  const stream = state.reserveOutputs(n);
  for (let from = 0; from < n; from += CHUNK.length) {
    const count = Math.min(CHUNK.length, n - from);
    stream.fill(CHUNK, (count + 3) >>> 2);
    for (let i = 0; i < count; i++) out[from + i] = unit32(CHUNK[i]!);
  }
}

/** n float16 values, kept in float32 storage. */
export function uniformFloat16(state: PhiloxState, out: Float32Array, n: number): void {
  const stream = state.reserveOutputs(n);
  for (let from = 0; from < n; from += CHUNK.length) {
    const count = Math.min(CHUNK.length, n - from);
    stream.fill(CHUNK, (count + 3) >>> 2);
    for (let i = 0; i < count; i++) out[from + i] = unit16(CHUNK[i]!);
  }
}

/** n float64 values, two a block. */
export function uniformFloat64(state: PhiloxState, out: Float64Array, n: number): void {
  const stream = state.reserveOutputs(n);
  const most = 2 * CHUNK_BLOCKS;
  for (let from = 0; from < n; from += most) {
    const count = Math.min(most, n - from);
    stream.fill(CHUNK, (count + 1) >>> 1);
    for (let i = 0; i < count; i++) out[from + i] = unit64(CHUNK[2 * i]!, CHUNK[2 * i + 1]!);
  }
}

/** n int32 values: min + word mod (max - min), wrapping around. */
export function uniformInt32(state: PhiloxState, out: Int32Array, n: number, min: number, max: number): void {
  const stream = state.reserveOutputs(n);
  const range = (max - min) >>> 0;
  for (let from = 0; from < n; from += CHUNK.length) {
    const count = Math.min(CHUNK.length, n - from);
    stream.fill(CHUNK, (count + 3) >>> 2);
    for (let i = 0; i < count; i++) out[from + i] = min + (CHUNK[i]! % range);
  }
}

/** n int64 values, two a block: min + (second word, first word) mod (max - min), wrapping around. */
export function uniformInt64(state: PhiloxState, out: BigInt64Array, n: number, min: bigint, max: bigint): void {
  const stream = state.reserveOutputs(n);
  const range = BigInt.asUintN(64, max - min);
  // A remainder below 2^21, times 2^32, plus a word is exact in a double.
  const small = range < 2n ** 21n;
  const r = Number(range);
  const most = 2 * CHUNK_BLOCKS;
  for (let from = 0; from < n; from += most) {
    const count = Math.min(most, n - from);
    stream.fill(CHUNK, (count + 1) >>> 1);
    for (let i = 0; i < count; i++) {
      const low = CHUNK[2 * i]!;
      const high = CHUNK[2 * i + 1]!;
      const rest = small ? BigInt(((high % r) * 2 ** 32 + low) % r) : ((BigInt(high) << 32n) | BigInt(low)) % range;
      out[from + i] = min + rest;
    }
  }
}
