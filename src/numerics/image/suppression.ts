/**
 * Choosing boxes by score, without those that overlap a better one too much.
 * Source: tensorflow/core/kernels/non_max_suppression_op.cc.
 */
import { expf } from "../../np/libm/expf.js";
import { rounding } from "./scale.js";

export type Similarity = (i: number, j: number) => number;

/** Intersection over union of boxes given by two opposite corners each, in arithmetic of `dtype`; 0 for empty ones. */
export function overlapOf(boxes: ArrayLike<number>, dtype: string): Similarity {
  const f = rounding(dtype);
  const side = (b: number, d: 0 | 1, last: boolean): number => {
    const [p, q] = [boxes[4 * b + d]!, boxes[4 * b + d + 2]!];
    return last ? Math.max(p, q) : Math.min(p, q);
  };
  const area = (b: number): number =>
    f(f(side(b, 0, true) - side(b, 0, false)) * f(side(b, 1, true) - side(b, 1, false)));
  const shared = (i: number, j: number, d: 0 | 1): number =>
    Math.max(f(Math.min(side(i, d, true), side(j, d, true)) - Math.max(side(i, d, false), side(j, d, false))), 0);
  return (i, j) => {
    const [a, b] = [area(i), area(j)];
    if (a <= 0 || b <= 0) return 0;
    const both = f(shared(i, j, 0) * shared(i, j, 1));
    return f(both / f(f(a + b) - both));
  };
}

export interface SuppressionOptions {
  readonly limit: number;
  readonly similarityThreshold: number;
  readonly scoreThreshold: number;
  /** Above 0 overlapping boxes lose score instead of being left out. */
  readonly sigma: number;
  /** Of the scores. */
  readonly dtype: string;
}

export interface Selection {
  readonly indices: number[];
  readonly scores: number[];
}

interface Candidate {
  readonly index: number;
  score: number;
  /** Selected boxes before this one have been looked at. */
  from: number;
}

/** Candidates, best score first; of equals the one with the lower index. */
class Queue {
  private readonly heap: Candidate[] = [];

  get isEmpty(): boolean {
    return this.heap.length === 0;
  }

  private static before(a: Candidate, b: Candidate): boolean {
    return a.score > b.score || (a.score === b.score && a.index < b.index);
  }

  push(item: Candidate): void {
    const { heap } = this;
    let at = heap.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!Queue.before(item, heap[parent]!)) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = item;
  }

  pop(): Candidate {
    const { heap } = this;
    const top = heap[0]!;
    const item = heap.pop()!;
    if (heap.length === 0) return top;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && Queue.before(heap[child + 1]!, heap[child]!)) child++;
      if (!Queue.before(heap[child]!, item)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = item;
    return top;
  }
}

/**
 * The boxes selected, best first, and their scores after all loss. A limit below 0 is none.
 *
 * What was selected is a candidate again, and as similar to itself as its similarity says: a box without area, which
 * overlaps nothing, comes again and again.
 */
export function suppress(scores: ArrayLike<number>, similarity: Similarity, o: SuppressionOptions): Selection {
  const f = rounding(o.dtype);
  const queue = new Queue();
  for (let i = 0; i < scores.length; i++) {
    if (scores[i]! > o.scoreThreshold) queue.push({ index: i, score: scores[i]!, from: 0 });
  }
  const scale = o.sigma > 0 ? f(-0.5 / o.sigma) : 0;
  const selected: Selection = { indices: [], scores: [] };
  const { indices } = selected;
  while (indices.length !== o.limit && !queue.isEmpty) {
    const next = queue.pop();
    const original = next.score;
    let isSuppressed = false;
    for (let j = indices.length - 1; j >= next.from && !isSuppressed; j--) {
      const s = similarity(next.index, indices[j]!);
      isSuppressed = s >= o.similarityThreshold;
      next.score = f(next.score * f(expf(f(f(scale * s) * s))));
      if (next.score <= o.scoreThreshold) break;
    }
    if (isSuppressed) continue;
    next.from = indices.length;
    if (next.score === original) {
      indices.push(next.index);
      selected.scores.push(next.score);
    }
    if (next.score > o.scoreThreshold) queue.push(next);
  }
  return selected;
}

export interface ClassLimits {
  /** Boxes per class and in all. */
  readonly perClass: number;
  readonly total: number;
  readonly similarityThreshold: number;
  readonly scoreThreshold: number;
}

export interface Detection {
  readonly score: number;
  readonly class: number;
  /** Where the box starts among all numbers of the image's boxes. */
  readonly at: number;
}

/** Best first; equal ones in the order they came. */
function byScore(a: { readonly score: number }, b: { readonly score: number }): number {
  return b.score - a.score;
}

/**
 * The best boxes of one image over all classes, each class for itself: `boxes` [n, q, 4] with q 1 or `classes`,
 * `scores` [n, classes].
 */
export function suppressByClass(
  boxes: Float32Array,
  q: number,
  scores: Float32Array,
  classes: number,
  o: ClassLimits,
): Detection[] {
  const n = classes === 0 ? 0 : scores.length / classes;
  const similarity = overlapOf(boxes, "float32");
  const all: Detection[] = [];
  for (let c = 0; c < classes; c++) {
    const box = (i: number): number => i * q + (q > 1 ? c : 0);
    const candidates: { box: number; score: number }[] = [];
    for (let i = 0; i < n; i++) {
      const score = scores[i * classes + c]!;
      if (score > o.scoreThreshold) candidates.push({ box: box(i), score });
    }
    candidates.sort(byScore);
    const chosen: number[] = [];
    for (const next of candidates) {
      if (chosen.length >= Math.min(o.perClass, n)) break;
      if (chosen.some((j) => similarity(next.box, j) > o.similarityThreshold)) continue;
      chosen.push(next.box);
      all.push({ score: next.score, class: c, at: 4 * next.box });
    }
  }
  return all.sort(byScore).slice(0, o.total);
}
