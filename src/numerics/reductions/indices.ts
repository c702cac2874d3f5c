/**
 * Index arrays of segment and scatter kernels: reading them, and what is said when one is out of range.
 * Source: tensorflow/core/kernels/{segment_reduction_ops,scatter_op,unsorted_segment…}.cc, messages as recorded.
 */
import { NumericsError } from "../errors.js";

export type Indices = Int32Array | BigInt64Array;

/** "[1,0]": the place of flat position `at` in an array of that shape; "" for a scalar. */
function placeIn(shape: readonly number[], at: number): string {
  const place: number[] = [];
  let rest = at;
  for (let d = shape.length - 1; d >= 0; d--) {
    place.unshift(rest % shape[d]!);
    rest = Math.floor(rest / shape[d]!);
  }
  return shape.length === 0 ? "" : `[${place.join(",")}]`;
}

/** "indices[1] = 7 is not in [0, 5)". */
export class IndexNotIn extends NumericsError {
  constructor(shape: readonly number[], at: number, value: number | bigint, limit: number) {
    super(`indices${placeIn(shape, at)} = ${value} is not in [0, ${limit})`);
  }
}

/** "segment_ids[2] = 5 is out of range [0, 3)". */
export class SegmentIdOutOfRange extends NumericsError {
  constructor(shape: readonly number[], at: number, value: number | bigint, limit: number) {
    super(`segment_ids${placeIn(shape, at)} = ${value} is out of range [0, ${limit})`);
  }
}

/** "Bad: indices[1] == 7 out of range [0, 3)", the wording of the sparse segment kernels. */
export class SparseSegmentIndexOutOfRange extends NumericsError {
  constructor(at: number, value: number | bigint, limit: number) {
    super(`Bad: indices[${at}] == ${value} out of range [0, ${limit})`);
  }
}

export class SegmentIdsNotIncreasing extends NumericsError {
  constructor() {
    super("segment ids are not increasing");
  }
}

export class SegmentIdUnsorted extends NumericsError {
  constructor(value: number | bigint, limit: number) {
    super(`Segment id ${value} out of range [0, ${limit}), possibly because 'segment_ids' input is not sorted.`);
  }
}

export class NegativeSegmentId extends NumericsError {
  constructor() {
    super("segment ids must be >= 0");
  }
}
