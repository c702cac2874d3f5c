/**
 * Class numbers drawn from rows of unnormalised log probabilities.
 * Source: Multinomial kernel of TensorFlow 1.15 (core/kernels/multinomial_op.cc), its rows in one shard.
 */
import { exp } from "../../np/libm/exp.js";
import { BLOCKS_PER_OUTPUT, type PhiloxState } from "../philox.js";
import { unit64, Words } from "./words.js";

/**
 * Draws `samples` classes for each of `rows` rows of `classes` logits, row after row from one stream of words.
 *
 * The kernel splits large batches among threads, each with its own place in the stream; which place depends on the
 * machine, so only batches small enough for one thread have the same numbers.
 */
export function multinomial(
  state: PhiloxState,
  logits: Float32Array | Float64Array,
  rows: number,
  classes: number,
  samples: number,
  out: Int32Array,
): void {
  const words = new Words(state.reserveBlocks(rows * Math.ceil(samples / 4) * 8 * BLOCKS_PER_OUTPUT));
  const cdf = new Float64Array(classes);
  for (let row = 0; row < rows; row++) {
    const start = row * classes;
    let max = -Number.MAX_VALUE;
    for (let j = 0; j < classes; j++) {
      const x = logits[start + j]!;
      if (x > max && x < Infinity) max = x;
    }
    let total = 0;
    for (let j = 0; j < classes; j++) {
      const x = logits[start + j]!;
      if (x - x === 0) total += exp(x - max);
      cdf[j] = total;
    }
    for (let s = 0; s < samples; s++) {
      const wanted = unit64(words.next(), words.next()) * total;
      out[row * samples + s] = upperBound(cdf, wanted);
    }
  }
}

/** Index of the first entry greater than x; the length if none is. */
function upperBound(sorted: Float64Array, x: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! > x) high = middle;
    else low = middle + 1;
  }
  return low;
}
