/**
 * The order in which random_shuffle takes rows.
 * Source: RandomShuffle kernel of TensorFlow 1.15 (core/kernels/random_shuffle_op.cc).
 */
import type { PhiloxState } from "../philox.js";
import { CHUNK } from "./words.js";

/** Writes the permutation of n rows: output row i is input row `order[i]`. */
export function shuffledOrder(state: PhiloxState, order: Int32Array, n: number): void {
  for (let i = 0; i < n; i++) order[i] = i;
  if (n <= 1) return;
  const draws = n - 1;
  const stream = state.reserveBlocks((draws + 3) >>> 2);
  for (let from = 0; from < draws; from += CHUNK.length) {
    const count = Math.min(CHUNK.length, draws - from);
    stream.fill(CHUNK, (count + 3) >>> 2);
    for (let k = 0; k < count; k++) {
      const i = from + k;
      const j = i + (CHUNK[k]! % (n - i));
      const kept = order[i]!;
      order[i] = order[j]!;
      order[j] = kept;
    }
  }
}
