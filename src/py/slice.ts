/**
 * Python's slice object.
 * Source: Objects/sliceobject.c (Python 3.7).
 */
import { TypeError_, ValueError } from "../np/errors.js";
import { sliceRange } from "../np/indexing.js";
import { asIndex } from "../np/printing/numbers.js";
import { repr } from "../np/printing/repr.js";

function bound(value: unknown): number | null {
  if (value === null || value === undefined) return null;
  const index = asIndex(value);
  if (index === undefined) throw new TypeError_("slice indices must be integers or None or have an __index__ method");
  return Number(index);
}

/** Python's slice(start, stop, step), for `x.at(py.slice(0, n))`. */
export class PySlice {
  readonly start: unknown;
  readonly stop: unknown;
  readonly step: unknown;

  constructor(start: unknown, stop: unknown, step: unknown) {
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  /** The positions that it selects of that many items: first, end, step, and how many. */
  of(length: number): { first: number; last: number; step: number; count: number } {
    const step = bound(this.step) ?? 1;
    if (step === 0) throw new ValueError("slice step cannot be zero");
    return { ...sliceRange(bound(this.start), bound(this.stop), step, length), step };
  }

  __repr__(): string {
    return `slice(${repr(this.start)}, ${repr(this.stop)}, ${repr(this.step)})`;
  }
}

export function slice(start: unknown, stop?: unknown, step: unknown = null): PySlice {
  return stop === undefined ? new PySlice(null, start, null) : new PySlice(start, stop, step);
}
