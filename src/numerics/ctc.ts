/**
 * Connectionist temporal classification: the loss of label sequences without alignment, its gradient, and the best path.
 * Source: Graves et al., "Connectionist Temporal Classification" (2006); tensorflow/core/util/ctc. The last class is the blank.
 */

const LOG_0 = Number.NEGATIVE_INFINITY;

function logSumExp(a: number, b: number): number {
  if (a === LOG_0) return b;
  if (b === LOG_0) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}

type Floats = Float32Array | Float64Array;

/** Sizes of the logits, [time, batch, classes]. */
export interface CtcShape {
  readonly batch: number;
  readonly classes: number;
}

/** Logarithms of the softmax of one step, [class]. */
function logSoftmax(logits: Floats, start: number, classes: number): Float64Array {
  const out = new Float64Array(classes);
  let max = LOG_0;
  for (let c = 0; c < classes; c++) max = Math.max(max, logits[start + c]!);
  let sum = 0;
  for (let c = 0; c < classes; c++) sum += Math.exp(logits[start + c]! - max);
  for (let c = 0; c < classes; c++) out[c] = logits[start + c]! - max - Math.log(sum);
  return out;
}

/** Labels with blanks before, between and after. */
export function withBlanks(labels: readonly number[], blank: number): number[] {
  return [blank, ...labels.flatMap((l) => [l, blank])];
}

/** Minus the log probability of `labels`; writes its gradient by the logits of that sequence where there is room. */
export function ctcLoss(
  logits: Floats,
  sequence: number,
  steps: number,
  { batch, classes }: CtcShape,
  labels: readonly number[],
  mergeRepeated: boolean,
  gradient: Floats | null,
): number {
  const blank = classes - 1;
  const path = withBlanks(labels, blank);
  const states = path.length;
  const start = (t: number): number => (t * batch + sequence) * classes;
  const logY = Array.from({ length: steps }, (_, t) => logSoftmax(logits, start(t), classes));
  const stays = (u: number): boolean => mergeRepeated || path[u] === blank;
  const skips = (u: number, v: number): boolean => path[u] !== blank && !(mergeRepeated && path[u] === path[v]);

  const alpha = Array.from({ length: steps }, () => new Float64Array(states).fill(LOG_0));
  alpha[0]![0] = logY[0]![blank]!;
  if (states > 1) alpha[0]![1] = logY[0]![path[1]!]!;
  for (let t = 1; t < steps; t++) {
    for (let u = 0; u < states; u++) {
      let sum = stays(u) ? alpha[t - 1]![u]! : LOG_0;
      if (u > 0) sum = logSumExp(sum, alpha[t - 1]![u - 1]!);
      if (u > 1 && skips(u, u - 2)) sum = logSumExp(sum, alpha[t - 1]![u - 2]!);
      alpha[t]![u] = logY[t]![path[u]!]! + sum;
    }
  }
  const beta = Array.from({ length: steps }, () => new Float64Array(states).fill(LOG_0));
  for (let u = Math.max(0, states - 2); u < states; u++) beta[steps - 1]![u] = 0;
  for (let t = steps - 2; t >= 0; t--) {
    const next = (u: number): number => beta[t + 1]![u]! + logY[t + 1]![path[u]!]!;
    for (let u = 0; u < states; u++) {
      let sum = stays(u) ? next(u) : LOG_0;
      if (u + 1 < states) sum = logSumExp(sum, next(u + 1));
      if (u + 2 < states && skips(u, u + 2)) sum = logSumExp(sum, next(u + 2));
      beta[t]![u] = sum;
    }
  }
  let total = LOG_0;
  for (let u = 0; u < states; u++) total = logSumExp(total, alpha[0]![u]! + beta[0]![u]!);
  if (gradient) {
    for (let t = 0; t < steps; t++) {
      const sums = new Float64Array(classes).fill(LOG_0);
      for (let u = 0; u < states; u++) sums[path[u]!] = logSumExp(sums[path[u]!]!, alpha[t]![u]! + beta[t]![u]!);
      for (let c = 0; c < classes; c++) {
        const seen = total === LOG_0 ? 0 : Math.exp(sums[c]! - total);
        gradient[start(t) + c] = Math.exp(logY[t]![c]!) - seen;
      }
    }
  }
  return -total;
}

/** Classes of the best step-by-step path without blanks (and repeats), and minus the sum of their logits. */
export function bestPath(
  logits: Floats,
  sequence: number,
  steps: number,
  { batch, classes }: CtcShape,
  mergeRepeated: boolean,
): { labels: number[]; score: number } {
  const labels: number[] = [];
  let score = 0;
  let before = -1;
  for (let t = 0; t < steps; t++) {
    const start = (t * batch + sequence) * classes;
    let best = 0;
    for (let c = 1; c < classes; c++) if (logits[start + c]! > logits[start + best]!) best = c;
    score -= logits[start + best]!;
    if (best !== classes - 1 && !(mergeRepeated && best === before)) labels.push(best);
    before = best;
  }
  return { labels, score };
}
