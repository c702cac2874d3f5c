/**
 * Standard normal numbers by Box-Muller, plain and truncated to (-2, 2).
 * Source: RandomStandardNormal and TruncatedNormal kernels of TensorFlow 1.15; core/lib/random/random_distributions.h.
 */
import { roundHalf } from "../../np/half.js";
import { log } from "../../np/libm/log.js";
import { logf } from "../../np/libm/logf.js";
import { cos, sin } from "../../np/libm/sincos.js";
import { cosf, sinf } from "../../np/libm/sincosf.js";
import { BLOCKS_PER_OUTPUT, Philox, type PhiloxState } from "../philox.js";
import { CHUNK, CHUNK_BLOCKS, unit32, unit64 } from "./words.js";

/** The smallest uniform that is handed to the logarithm. */
const FLOOR_32 = Math.fround(1e-7);
const FLOOR_64 = 1e-7;
const TWO_PI = 2 * Math.PI;
const { fround, sqrt } = Math;

/** sqrt(-2 log u) of the uniform that a word stands for, at float32 precision. */
function radius32(word: number): number {
  const u = unit32(word);
  return fround(sqrt(-2 * logf(Math.max(u, FLOOR_32))));
}

/** The angle that a word stands for: the product in double, rounded. */
function angle32(word: number): number {
  return fround(TWO_PI * unit32(word));
}

function radius64(first: number, second: number): number {
  const u = unit64(first, second);
  return sqrt(-2 * log(Math.max(u, FLOOR_64)));
}

/** n float32 values, four a block: of each word pair the sine part, then the cosine part. */
export function normalFloat32(state: PhiloxState, out: Float32Array, n: number): void {
  const stream = state.reserveOutputs(n);
  for (let from = 0; from < n; from += CHUNK.length) {
    const count = Math.min(CHUNK.length, n - from);
    stream.fill(CHUNK, (count + 3) >>> 2);
    for (let i = 0; i < count; i += 2) {
      const r = radius32(CHUNK[i]!);
      const v = angle32(CHUNK[i + 1]!);
      out[from + i] = sinf(v) * r;
      if (i + 1 < count) out[from + i + 1] = cosf(v) * r;
    }
  }
}

/** n float16 values, kept in float32 storage: the float32 values rounded. */
export function normalFloat16(state: PhiloxState, out: Float32Array, n: number): void {
  normalFloat32(state, out, n);
  for (let i = 0; i < n; i++) out[i] = roundHalf(out[i]!);
}

/** n float64 values, two a block. */
export function normalFloat64(state: PhiloxState, out: Float64Array, n: number): void {
  const stream = state.reserveOutputs(n);
  const most = 2 * CHUNK_BLOCKS;
  for (let from = 0; from < n; from += most) {
    const count = Math.min(most, n - from);
    stream.fill(CHUNK, (count + 1) >>> 1);
    for (let i = 0; i < count; i += 2) {
      const r = radius64(CHUNK[2 * i]!, CHUNK[2 * i + 1]!);
      const v = TWO_PI * unit64(CHUNK[2 * i + 2]!, CHUNK[2 * i + 3]!);
      out[from + i] = sin(v) * r;
      if (i + 1 < count) out[from + i + 1] = cos(v) * r;
    }
  }
}

/** Where the stream of a group of outputs stands. */
const group = new Philox();
const BLOCK = new Uint32Array(4);

/** Truncated normals of a group of four: each group owns its own stretch of the stream, where pairs are drawn until it is full. */
function truncatedGroup32(out: Float32Array, from: number, to: number): void {
  let at = from;
  for (;;) {
    group.fill(BLOCK, 1);
    for (let i = 0; i < 4; i += 2) {
      const r = radius32(BLOCK[i]!);
      const v = angle32(BLOCK[i + 1]!);
      const first = fround(sinf(v) * r);
      if (Math.abs(first) < 2) {
        out[at++] = first;
        if (at === to) return;
      }
      const second = fround(cosf(v) * r);
      if (Math.abs(second) < 2) {
        out[at++] = second;
        if (at === to) return;
      }
    }
  }
}

/** n float32 values in (-2, 2). */
export function truncatedNormalFloat32(state: PhiloxState, out: Float32Array, n: number): void {
  const stream = state.reserveOutputs(n);
  for (let from = 0; from < n; from += 4) {
    group.moveTo(stream);
    truncatedGroup32(out, from, Math.min(from + 4, n));
    stream.skip(BLOCKS_PER_OUTPUT);
  }
}

/** n float16 values, kept in float32 storage; the limit applies before rounding. */
export function truncatedNormalFloat16(state: PhiloxState, out: Float32Array, n: number): void {
  truncatedNormalFloat32(state, out, n);
  for (let i = 0; i < n; i++) out[i] = roundHalf(out[i]!);
}

/** n float64 values in (-2, 2), groups of two. */
export function truncatedNormalFloat64(state: PhiloxState, out: Float64Array, n: number): void {
  const stream = state.reserveOutputs(n);
  for (let from = 0; from < n; from += 2) {
    const to = Math.min(from + 2, n);
    group.moveTo(stream);
    for (let at = from; at < to; ) {
      group.fill(BLOCK, 1);
      const r = radius64(BLOCK[0]!, BLOCK[1]!);
      const v = TWO_PI * unit64(BLOCK[2]!, BLOCK[3]!);
      const first = sin(v) * r;
      if (Math.abs(first) < 2) out[at++] = first;
      const second = cos(v) * r;
      if (at < to && Math.abs(second) < 2) out[at++] = second;
    }
    stream.skip(BLOCKS_PER_OUTPUT / 2);
  }
}
