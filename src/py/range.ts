/**
 * Python's range: a lazy, indexable sequence of ints that prints as `range(0, 3)`.
 * Source: Objects/rangeobject.c (Python 3.7).
 */
import { asInt } from "../np/convert.js";
import { IndexError, ValueError } from "../np/errors.js";
import { PySlice } from "./slice.js";

export class PyRange implements Iterable<number> {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly length: number;

  constructor(start: number, stop: number, step: number) {
    if (step === 0) throw new ValueError("range() arg 3 must not be zero");
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.length = Math.max(0, Math.ceil((stop - start) / step));
  }

  *[Symbol.iterator](): Generator<number, void, undefined> {
    for (let i = 0; i < this.length; i++) yield this.start + i * this.step;
  }

  /** range[i], or range[a:b] with a slice; negative indices count from the end. */
  at(index: number): number;
  at(index: PySlice): PyRange;
  at(index: number | PySlice): number | PyRange {
    if (index instanceof PySlice) {
      const { first, last, step } = index.of(this.length);
      return new PyRange(this.start + first * this.step, this.start + last * this.step, this.step * step);
    }
    const i = index < 0 ? index + this.length : index;
    if (i < 0 || i >= this.length) throw new IndexError("range object index out of range");
    return this.start + i * this.step;
  }

  __contains__(value: unknown): boolean {
    if (typeof value !== "number") return false;
    const i = (value - this.start) / this.step;
    return Number.isInteger(i) && i >= 0 && i < this.length;
  }

  /** Ranges are equal where their items are. */
  __eq__(other: unknown): boolean {
    if (!(other instanceof PyRange) || other.length !== this.length) return false;
    if (this.length === 0 || (this.length === 1 && this.start === other.start)) return true;
    return this.start === other.start && this.step === other.step;
  }

  __hash__(): string {
    return `range ${this.length} ${this.length > 0 ? this.start : ""} ${this.length > 1 ? this.step : ""}`;
  }

  __repr__(): string {
    return this.step === 1 ? `range(${this.start}, ${this.stop})` : `range(${this.start}, ${this.stop}, ${this.step})`;
  }
}

/** Python's range(stop), range(start, stop), range(start, stop, step). */
export function range(start: unknown, stop?: unknown, step: unknown = 1): PyRange {
  return stop === undefined ? new PyRange(0, asInt(start), 1) : new PyRange(asInt(start), asInt(stop), asInt(step));
}
