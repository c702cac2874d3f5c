/**
 * Elements for which the recorded build itself is wrong, and the correct value is accepted as well.
 * Source: the section "Where 1.15.5 itself is not a good target" of the goldens' README. Of that list only what this
 * package computes correctly is here; the rest it reproduces.
 */
import { decodeNumber } from "../../values.js";
import { type Case, tensorIn } from "./case.js";
import { weight } from "./weights.js";

interface Truth {
  readonly value: (x: number) => number;
  readonly slope: (x: number) => number;
}

/** Blocks of eight float32 start from an estimate that fails for infinity and loses bits near the largest numbers. */
const TRUTHS: Readonly<Record<string, Truth>> = {
  "tf.sqrt": { value: Math.sqrt, slope: (x) => 0.5 / Math.sqrt(x) },
  "tf.rsqrt": { value: (x) => 1 / Math.sqrt(x), slope: (x) => -0.5 * x ** -1.5 },
};

/** -O Wᵀ O: the gradient of inv(A)ᵀ = O weighted by W, for each matrix of a batch; the build takes that of inv(A). */
function adjointInverseGradient(one: Case): readonly number[] | null {
  const out = tensorIn(one.out[0]!);
  const n = out?.shape.at(-1);
  if (!out || n === undefined || n === 0) return null;
  const o = out.data.map(decodeNumber);
  return o.map((_, at) => {
    const start = Math.floor(at / (n * n)) * n * n;
    const [i, j] = [Math.floor((at - start) / n), at % n];
    let sum = 0;
    for (let k = 0; k < n; k++)
      for (let l = 0; l < n; l++) sum -= o[start + i * n + k]! * weight(start + l * n + k) * o[start + l * n + j]!;
    return sum;
  });
}

/** The correct values of an output or gradient, in order; null where the recorded ones are to be met. */
export function correctValues(one: Case, key: "out" | "grads"): readonly number[] | null {
  if (/^tf\.(?:linalg\.inv|matrix_inverse)$/.test(one.fn) && one.kwargs["adjoint"] === true && key === "grads")
    return adjointInverseGradient(one);
  const truth = TRUTHS[one.fn.replace("tf.math.", "tf.")];
  const input = tensorIn(one.args[0]);
  if (!truth || input?.dtype !== "float32") return null;
  const x = input.data.map(decodeNumber);
  return x.map((v, i) => Math.fround(key === "out" ? truth.value(v) : truth.slope(v) * weight(i)));
}
