/**
 * From the generator's 32-bit words to numbers in [0, 1), and words taken one at a time.
 * Source: tensorflow/core/lib/random/random_distributions.h (Uint32ToFloat, Uint64ToDouble, SingleSampleAdapter).
 */
import type { Philox } from "../philox.js";

/** Blocks generated at once by the fillers. */
export const CHUNK_BLOCKS = 1024;
/** The fillers' buffer: they run one at a time and keep nothing in it. */
export const CHUNK = new Uint32Array(4 * CHUNK_BLOCKS);

/** float32 in [0, 1): the low 23 bits. */
export function unit32(word: number): number {
  return (word & 0x7fffff) * 2 ** -23;
}

/** float64 in [0, 1): 52 bits, the low 20 of the first word on top. */
export function unit64(first: number, second: number): number {
  return ((first & 0xfffff) * 2 ** 32 + second) * 2 ** -52;
}

/** float16 in [0, 1): the low 10 bits. */
export function unit16(word: number): number {
  return (word & 0x3ff) * 2 ** -10;
}

/** Words of a stream one by one. */
export class Words {
  private readonly stream: Philox;
  private readonly block = new Uint32Array(4);
  private used = 4;

  constructor(stream: Philox) {
    this.stream = stream;
  }

  next(): number {
    if (this.used === 4) {
      this.stream.fill(this.block, 1);
      this.used = 0;
    }
    return this.block[this.used++]!;
  }
}

/** Doubles in [0, 1) of a stream, drawn two at a time and handed out last first, as the rejection samplers do. */
export class Doubles {
  private readonly stream: Philox;
  private readonly block = new Uint32Array(4);
  private left = 0;

  constructor(stream: Philox) {
    this.stream = stream;
  }

  /** Forgets what is left of the last block; the stream was moved. */
  restart(): void {
    this.left = 0;
  }

  next(): number {
    if (this.left === 0) {
      this.stream.fill(this.block, 1);
      this.left = 2;
    }
    this.left--;
    return unit64(this.block[2 * this.left]!, this.block[2 * this.left + 1]!);
  }
}
