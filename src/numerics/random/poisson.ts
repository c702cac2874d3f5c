/**
 * Poisson distributed counts.
 * Source: RandomPoissonV2 kernel of TensorFlow 1.15 (core/kernels/random_poisson_op.cc): Knuth's product of uniforms below a
 * rate of 10, else Hörmann, "The transformed rejection method for generating Poisson random variables" (1993).
 */
import { exp } from "../../np/libm/exp.js";
import { lgamma } from "../../np/libm/lgamma.js";
import { log } from "../../np/libm/log.js";
import { BLOCKS_PER_OUTPUT, Philox, type PhiloxState } from "../philox.js";
import { Doubles } from "./words.js";

const stream = new Philox();
const uniforms = new Doubles(stream);

/**
 * `samples` counts for each rate, at most `highest` (the largest value of the output's dtype, to which the caller converts):
 * sample s of rate r is at `out[s * rates.length + r]`.
 */
export function poisson(
  state: PhiloxState,
  rates: Float32Array | Float64Array,
  samples: number,
  highest: number,
  out: Float64Array,
): void {
  const count = rates.length;
  const start = state.reserveOutputs(samples * count);
  for (let r = 0; r < count; r++) {
    const rate = rates[r]!;
    for (let s = 0; s < samples; s++) {
      stream.moveTo(start);
      start.skip(BLOCKS_PER_OUTPUT);
      uniforms.restart();
      out[s * count + r] = rate < 10 ? byProduct(exp(-rate), highest) : byRejection(rate, highest);
    }
  }
}

function byProduct(limit: number, highest: number): number {
  let product = 1;
  let x = 0;
  for (;;) {
    product *= uniforms.next();
    if (product <= limit && x <= highest) return x;
    x++;
  }
}

function byRejection(rate: number, highest: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(rate);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  for (;;) {
    const u = uniforms.next() - 0.5;
    const v = uniforms.next();
    const edge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / edge + b) * u + rate + 0.43);
    if (k > highest) continue;
    if (edge >= 0.07 && v <= 0.9277 - 3.6224 / (b - 2)) return k;
    if (k < 0 || (edge < 0.013 && v > edge)) continue;
    if (log((v * inverseAlpha) / (a / (edge * edge) + b)) <= -rate + k * log(rate) - lgamma(k + 1)) return k;
  }
}
