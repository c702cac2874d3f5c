/**
 * What x[a:b:c, ..., newaxis, i] means for a shape: range per dimension, processing shape, final shape.
 * Source: ValidateStridedSliceOp, BuildDenseSpec (tensorflow/core/util/strided_slice_op.cc).
 */
import type { Dims } from "../../graph/tensor_shape.js";

/** Bits say for which entries of begin, end and strides something special holds. */
export interface Masks {
  readonly begin: number;
  readonly end: number;
  readonly ellipsis: number;
  readonly newAxis: number;
  readonly shrinkAxis: number;
}

/** Ranges and shapes; null stands for what isn't known. */
export interface StridedSpec {
  readonly begin: readonly number[];
  readonly strides: readonly number[];
  /** One size per input dimension. */
  readonly processing: (number | null)[];
  /** Without the shrunk dimensions and with the new ones. */
  readonly final: (number | null)[];
}

const NEW_AXIS = -1;
const SHRINK_AXIS = -2;

/** The sparse specification spread over all dimensions of the input. */
class Dense {
  readonly begin: number[];
  readonly end: number[];
  readonly strides: number[];
  beginMask = 0;
  endMask = 0;
  shrinkMask = 0;
  /** For each dimension of the result the input dimension it comes from, or one of the marks. */
  readonly gather: number[] = [];

  constructor(
    rank: number,
    begin: readonly number[] | null,
    end: readonly number[] | null,
    strides: readonly number[],
    masks: Masks,
    fail: (message: string) => Error,
  ) {
    this.begin = new Array<number>(rank).fill(0);
    this.end = new Array<number>(rank).fill(0);
    this.strides = new Array<number>(rank).fill(1);
    let entries = strides.length;
    let { ellipsis } = masks;
    let newAfterEllipsis = 0;
    for (let i = 0, seen = false; i < entries; i++) {
      if (seen && (masks.newAxis >> i) & 1) newAfterEllipsis++;
      if ((ellipsis >> i) & 1) seen = true;
    }
    if (ellipsis === 0) ellipsis = 1 << entries++;
    for (let i = 0, at = 0; i < entries; i++) {
      const has = (mask: number) => ((mask >> i) & 1) === 1;
      if (has(ellipsis)) {
        const next = Math.min(rank - (entries - i) + 1 + newAfterEllipsis, rank);
        for (; at < next; at++) {
          this.beginMask |= 1 << at;
          this.endMask |= 1 << at;
          this.gather.push(at);
        }
      } else if (has(masks.newAxis)) this.gather.push(NEW_AXIS);
      else {
        if (at === rank) throw fail(`Index out of range using input dim ${at}; input has only ${rank} dims`);
        if (begin) this.begin[at] = begin[i]!;
        if (end) this.end[at] = end[i]!;
        this.strides[at] = strides[i]!;
        if (has(masks.begin)) this.beginMask |= 1 << at;
        if (has(masks.end)) this.endMask |= 1 << at;
        if (has(masks.shrinkAxis)) {
          this.gather.push(SHRINK_AXIS);
          this.shrinkMask |= 1 << at;
        } else this.gather.push(at);
        at++;
      }
    }
  }
}

/** A begin or end moved into the range that a stride of that sign can reach. */
function canonical(x: number, isEnd: boolean, masked: boolean, dim: number, stride: number): number {
  const low = stride > 0 ? 0 : -1;
  const high = stride > 0 ? dim : dim - 1;
  if (masked) return isEnd === stride > 0 ? high : low;
  const forward = x < 0 ? dim + x : x;
  return Math.max(low, Math.min(high, forward));
}

/** Elements of a range of that length and stride. */
function rangeSize(length: number, stride: number): number {
  return length === 0 || length < 0 !== stride < 0 ? 0 : Math.ceil(length / stride);
}

/**
 * Works out a strided slice of a (partly known) shape; begin and end may be unknown. `fail` makes the error: a mistake is one of
 * shape inference or of a kernel.
 */
export function stridedSpec(
  input: Dims,
  begin: readonly number[] | null,
  end: readonly number[] | null,
  strides: readonly number[],
  masks: Masks,
  fail: (message: string) => Error,
): StridedSpec {
  if ((masks.ellipsis & (masks.ellipsis - 1)) !== 0) throw fail("Multiple ellipses in slice spec not allowed");
  const dense = new Dense(input.length, begin, end, strides, masks, fail);
  const known = begin !== null && end !== null;
  const processing = input.map((dim, i): number | null => {
    const stride = dense.strides[i]!;
    if (stride === 0) throw fail(`strides[${i}] must be non-zero`);
    const shrink = ((dense.shrinkMask >> i) & 1) === 1;
    if (dim === null) return shrink ? 1 : null;
    if (shrink && stride <= 0) throw fail("only stride 1 allowed on non-range indexing.");
    const beginMasked = ((dense.beginMask >> i) & 1) === 1;
    const endMasked = ((dense.endMask >> i) & 1) === 1;
    if (known && shrink) {
      const at = dense.begin[i]!;
      const forward = at < 0 ? dim + at : at;
      if (forward < 0 || forward >= dim) throw fail(`slice index ${forward} of dimension ${i} out of bounds.`);
      dense.begin[i] = forward;
      return rangeSize(1, stride);
    }
    if (known) {
      dense.begin[i] = canonical(dense.begin[i]!, false, beginMasked, dim, stride);
      return rangeSize(canonical(dense.end[i]!, true, endMasked, dim, stride) - dense.begin[i]!, stride);
    }
    if (shrink) return rangeSize(1, stride);
    return beginMasked && endMasked ? rangeSize(stride < 0 ? -dim : dim, stride) : null;
  });
  const final = dense.gather.filter((g) => g !== SHRINK_AXIS).map((g) => (g === NEW_AXIS ? 1 : processing[g]!));
  return { begin: dense.begin, strides: dense.strides, processing, final };
}
