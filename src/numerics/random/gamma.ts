/**
 * Gamma distributed numbers with scale 1, by rejection from a transformed normal.
 * Source: RandomGamma kernel of TensorFlow 1.15 (core/kernels/random_op.cc); Marsaglia and Tsang, "A simple method for
 * generating gamma variables" (2000).
 */
import { roundHalf } from "../../np/half.js";
import { log } from "../../np/libm/log.js";
import { pow } from "../../np/libm/pow.js";
import { cos, sin } from "../../np/libm/sincos.js";
import { BLOCKS_PER_OUTPUT, Philox, type PhiloxState } from "../philox.js";
import { Doubles, unit64 } from "./words.js";

const stream = new Philox();
const uniforms = new Doubles(stream);
const BLOCK = new Uint32Array(4);

/** `samples` values for each alpha; value s of alpha a is at `out[s * alphas.length + a]`. */
export function gamma(
  state: PhiloxState,
  alphas: Float32Array | Float64Array,
  samples: number,
  out: Float32Array | Float64Array,
): void {
  const count = alphas.length;
  const start = state.reserveOutputs(samples * count);
  for (let a = 0; a < count; a++) {
    const alpha = alphas[a]!;
    for (let s = 0; s < samples; s++) {
      // Every output has its own stretch of the stream.
      stream.moveTo(start);
      start.skip(BLOCKS_PER_OUTPUT);
      uniforms.restart();
      out[s * count + a] = alpha === 1 ? -log(1 - uniforms.next()) : draw(alpha);
    }
  }
}

/** float16 values, kept in float32 storage: the float32 values rounded. */
export function gammaFloat16(state: PhiloxState, alphas: Float32Array, samples: number, out: Float32Array): void {
  gamma(state, alphas, samples, out);
  for (let i = 0; i < samples * alphas.length; i++) out[i] = roundHalf(out[i]!);
}

function draw(alpha: number): number {
  // Below 1 the shape is raised by one and the result scaled down by a power of a uniform.
  const low = alpha < 1;
  const d = alpha + (low ? 2 / 3 : -1 / 3);
  const c = 1 / 3 / Math.sqrt(d);
  let normals = 0;
  let first = 0;
  let second = 0;
  for (;;) {
    if (normals === 0) {
      stream.fill(BLOCK, 1);
      const u = Math.max(unit64(BLOCK[0]!, BLOCK[1]!), 1e-7);
      const r = Math.sqrt(-2 * log(u));
      const angle = 2 * Math.PI * unit64(BLOCK[2]!, BLOCK[3]!);
      first = sin(angle) * r;
      second = cos(angle) * r;
      normals = 2;
    }
    normals--;
    const x = normals === 1 ? second : first;
    let v = 1 + c * x;
    if (v <= 0) continue;
    v = v * v * v;
    const u = uniforms.next();
    if (u < 1 - 0.0331 * (x * x) * (x * x) || log(u) < 0.5 * x * x + d * (1 - v + log(v))) {
      const result = d * v;
      return low ? result * pow(uniforms.next(), 1 / alpha) : result;
    }
  }
}
