/**
 * Entries of a sparse tensor at run time: their order, and the runs that share some coordinates.
 * Source: tensorflow::sparse::SparseTensor (core/util/sparse/sparse_tensor.h, group_iterator.h).
 */
import { invalidArgument } from "../../graph/errors.js";
import type { Value } from "../../graph/kernel.js";
import { shapeText } from "../run_shapes.js";

/** Coordinates as numbers, entry after entry. */
export class Coordinates {
  readonly count: number;
  readonly rank: number;
  private readonly list: Float64Array;

  constructor(indices: Value) {
    if (indices.shape.length !== 2) {
      throw invalidArgument(`Input indices should be a matrix but received shape ${shapeText(indices.shape)}`);
    }
    this.count = indices.shape[0]!;
    this.rank = indices.shape[1]!;
    this.list = Float64Array.from(indices.data as BigInt64Array, Number);
  }

  at(entry: number, dim: number): number {
    return this.list[entry * this.rank + dim]!;
  }

  /** Compares two entries along the given dimensions, the first of them first. */
  compare(a: number, b: number, dims: readonly number[]): number {
    for (const d of dims) {
      const difference = this.at(a, d) - this.at(b, d);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** All entries sorted along those dimensions; entries of equal coordinates keep their order. */
  sorted(dims: readonly number[]): number[] {
    return Array.from({ length: this.count }, (_, i) => i).sort((a, b) => this.compare(a, b, dims));
  }

  /** Calls `visit` for each run of neighbouring entries that agree along `dims`. */
  groups(entries: readonly number[], dims: readonly number[], visit: (run: readonly number[]) => void): void {
    for (let start = 0; start < entries.length; ) {
      let end = start + 1;
      while (end < entries.length && this.compare(entries[start]!, entries[end]!, dims) === 0) end++;
      visit(entries.slice(start, end));
      start = end;
    }
  }
}

/** 0, 1 … n - 1. */
export function ascending(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

/** Writes coordinates into an int64 output. */
export function writeRows(out: Value, rows: readonly (readonly number[])[]): void {
  const data = out.data as BigInt64Array;
  let at = 0;
  for (const row of rows) for (const x of row) data[at++] = BigInt(x);
}

/** Compares the entry a of one tensor with the entry b of another, dimension by dimension. */
export function compareEntries(x: Coordinates, a: number, y: Coordinates, b: number): number {
  for (let d = 0; d < x.rank; d++) {
    const difference = x.at(a, d) - y.at(b, d);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Raises where two sparse tensors don't have one shape. */
export function requireSameShape(a: readonly number[], b: readonly number[]): void {
  if (a.length !== b.length)
    throw invalidArgument(`Operands' should have the same ranks; got ranks ${a.length} and ${b.length}`);
  a.forEach((n, i) => {
    if (n !== b[i]) throw invalidArgument(`Operands' shapes do not match: got ${n} and ${b[i]} for dimension ${i}`);
  });
}
