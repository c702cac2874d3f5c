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

/** The correct values of an output or gradient, in order; null where the recorded ones are to be met. */
export function correctValues(one: Case, key: "out" | "grads"): readonly number[] | null {
  const truth = TRUTHS[one.fn.replace("tf.math.", "tf.")];
  const input = tensorIn(one.args[0]);
  if (!truth || input?.dtype !== "float32") return null;
  const x = input.data.map(decodeNumber);
  return x.map((v, i) => Math.fround(key === "out" ? truth.value(v) : truth.slope(v) * weight(i)));
}
