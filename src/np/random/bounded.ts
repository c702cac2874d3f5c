/**
 * Integers of every dtype in a closed range, by masked rejection.
 * Source: numpy/random/_bounded_integers.pyx and distributions.c (NumPy 1.18), the legacy stream (masked, not Lemire).
 */
import type { Data, DTypeName } from "../dtype.js";
import type { MT19937 } from "./mt19937.js";

/** Smallest and largest value, and how many bits of a 32-bit word one try takes (64: two words where needed). */
export const INTEGER_TYPES: ReadonlyMap<
  DTypeName,
  { readonly low: bigint; readonly high: bigint; readonly bits: number }
> = new Map(
  (
    [
      ["bool", 0, 1, 1],
      ["int8", -(2 ** 7), 2 ** 7, 8],
      ["uint8", 0, 2 ** 8, 8],
      ["int16", -(2 ** 15), 2 ** 15, 16],
      ["uint16", 0, 2 ** 16, 16],
      ["int32", -(2 ** 31), 2 ** 31, 32],
      ["uint32", 0, 2 ** 32, 32],
      ["int64", -(2 ** 63), 2 ** 63, 64],
      ["uint64", 0, 2 ** 64, 64],
    ] as const
  ).map(([name, low, end, bits]) => [name, { low: BigInt(low), high: name === "bool" ? 1n : BigInt(end) - 1n, bits }]),
);

/** A mask of ones that covers a number below 2^32. */
function maskOf(range: number): number {
  return range === 0 ? 0 : 2 ** (32 - Math.clz32(range)) - 1;
}

/** A number in [0, range], range < 2^32. */
export function interval32(g: MT19937, range: number): number {
  if (range === 0) return 0;
  const mask = maskOf(range);
  for (;;) {
    const v = (g.next32() & mask) >>> 0;
    if (v <= range) return v;
  }
}

/** A number in [0, range], range < 2^64. */
function interval64(g: MT19937, range: bigint): bigint {
  if (range < 2n ** 32n) return BigInt(interval32(g, Number(range)));
  const mask = 2n ** BigInt(range.toString(2).length) - 1n;
  for (;;) {
    const v = g.next64() & mask;
    if (v <= range) return v;
  }
}

/** What one call draws from: narrow types cut several tries out of one word, low bits first. */
export class BoundedIntegers {
  private readonly g: MT19937;
  private readonly bits: number;
  private word = 0;
  private left = 0;

  constructor(g: MT19937, bits: number) {
    this.g = g;
    this.bits = bits;
  }

  private piece(): number {
    if (this.left === 0) {
      this.word = this.g.next32();
      this.left = 32;
    }
    const v = this.bits === 1 ? this.word & 1 : this.word & (2 ** this.bits - 1);
    this.word >>>= this.bits;
    this.left -= this.bits;
    return v;
  }

  /** A number in [0, range] of a type narrower than 64 bits. */
  small(range: number): number {
    if (this.bits >= 32) return interval32(this.g, range);
    if (range === 0) return 0;
    const mask = maskOf(range);
    for (;;) {
      const v = this.piece() & mask;
      if (v <= range) return v;
    }
  }

  /** Writes a number in [low, low + range] of any type. */
  write(out: Data, at: number, low: bigint, range: bigint): void {
    if (this.bits === 64) out[at] = low + interval64(this.g, range);
    else out[at] = Number(low) + this.small(Number(range));
  }

  /** Fills an array with numbers in [low, low + range]. */
  fill(out: Data, low: bigint, range: bigint): void {
    if (this.bits === 64 && range < 2n ** 32n && low > -(2n ** 52n) && low < 2n ** 52n) {
      const words = new Int32Array((out as BigInt64Array).buffer);
      const first = Number(low);
      const width = Number(range);
      for (let i = 0; i < out.length; i++) putInt64(words, i, first + interval32(this.g, width));
      return;
    }
    for (let i = 0; i < out.length; i++) this.write(out, i, low, range);
  }
}

/** Writes an integer below 2^63 to 64-bit storage seen as words, without making a BigInt. */
export function putInt64(words: Int32Array, at: number, x: number): void {
  words[2 * at] = x % 2 ** 32;
  words[2 * at + 1] = Math.floor(x / 2 ** 32);
}
