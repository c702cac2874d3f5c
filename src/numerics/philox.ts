/**
 * Philox 4x32-10: a counter-based generator, and the state a random kernel keeps of it between runs.
 * Source: Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (2011); tensorflow/core/lib/random/philox_random.h,
 * tensorflow/core/util/guarded_philox_random.h.
 */

const TWO_32 = 2 ** 32;
/** Blocks a run sets aside for each output, whatever it really uses. */
export const BLOCKS_PER_OUTPUT = 256;

const M0 = 0xd2511f53 | 0;
const M0_HIGH = 0xd251;
const M0_LOW = 0x1f53;
const M1 = 0xcd9e8d57 | 0;
const M1_HIGH = 0xcd9e;
const M1_LOW = 0x8d57;
const KEY_STEP_0 = 0x9e3779b9 | 0;
const KEY_STEP_1 = 0xbb67ae85 | 0;

/** A position in the stream: 64-bit key, 128-bit counter, little end first. One block is four 32-bit words. */
export class Philox {
  private k0 = 0;
  private k1 = 0;
  private c0 = 0;
  private c1 = 0;
  private c2 = 0;
  private c3 = 0;

  /** Key and upper half of the counter as TensorFlow derives them from two 64-bit seeds. */
  static seeded(seed: bigint, seed2: bigint): Philox {
    const p = new Philox();
    p.k0 = Number(BigInt.asIntN(32, seed));
    p.k1 = Number(BigInt.asIntN(32, seed >> 32n));
    p.c2 = Number(BigInt.asIntN(32, seed2));
    p.c3 = Number(BigInt.asIntN(32, seed2 >> 32n));
    return p;
  }

  /** Goes to where another one stands. */
  moveTo(other: Philox): this {
    this.k0 = other.k0;
    this.k1 = other.k1;
    this.c0 = other.c0;
    this.c1 = other.c1;
    this.c2 = other.c2;
    this.c3 = other.c3;
    return this;
  }

  /** Moves on by n blocks (n < 2^53). */
  skip(n: number): this {
    const low = (this.c0 >>> 0) + (n % TWO_32);
    this.c0 = low | 0;
    const next = (this.c1 >>> 0) + Math.floor(n / TWO_32) + (low >= TWO_32 ? 1 : 0);
    this.c1 = next | 0;
    if (next >= TWO_32) {
      this.c2 = (this.c2 + 1) | 0;
      if (this.c2 === 0) this.c3 = (this.c3 + 1) | 0;
    }
    return this;
  }

  /** Writes the next `blocks` blocks to the front of `out`. */
  fill(out: Uint32Array, blocks: number): void {
    for (let b = 0; b < blocks; b++) {
      let c0 = this.c0;
      let c1 = this.c1;
      let c2 = this.c2;
      let c3 = this.c3;
      let k0 = this.k0;
      let k1 = this.k1;
      for (let round = 0; round < 10; round++) {
        // High words of the products M0 * c0 and M1 * c2, from 16-bit halves.
        const h0 = c0 >>> 16;
        const l0 = c0 & 0xffff;
        const x0 = Math.imul(M0_HIGH, l0);
        const y0 = Math.imul(M0_LOW, h0);
        const mid0 = (Math.imul(M0_LOW, l0) >>> 16) + (x0 & 0xffff) + (y0 & 0xffff);
        const high0 = (Math.imul(M0_HIGH, h0) + (x0 >>> 16) + (y0 >>> 16) + (mid0 >>> 16)) | 0;
        const h1 = c2 >>> 16;
        const l1 = c2 & 0xffff;
        const x1 = Math.imul(M1_HIGH, l1);
        const y1 = Math.imul(M1_LOW, h1);
        const mid1 = (Math.imul(M1_LOW, l1) >>> 16) + (x1 & 0xffff) + (y1 & 0xffff);
        const high1 = (Math.imul(M1_HIGH, h1) + (x1 >>> 16) + (y1 >>> 16) + (mid1 >>> 16)) | 0;
        const low0 = Math.imul(M0, c0);
        const low1 = Math.imul(M1, c2);
        c0 = high1 ^ c1 ^ k0;
        c1 = low1;
        c2 = high0 ^ c3 ^ k1;
        c3 = low0;
        k0 = (k0 + KEY_STEP_0) | 0;
        k1 = (k1 + KEY_STEP_1) | 0;
      }
      const at = 4 * b;
      out[at] = c0;
      out[at + 1] = c1;
      out[at + 2] = c2;
      out[at + 3] = c3;
      this.c0 = (this.c0 + 1) | 0;
      if (this.c0 === 0) this.skipCarry();
    }
  }

  private skipCarry(): void {
    this.c1 = (this.c1 + 1) | 0;
    if (this.c1 !== 0) return;
    this.c2 = (this.c2 + 1) | 0;
    if (this.c2 === 0) this.c3 = (this.c3 + 1) | 0;
  }
}

/** 64 random bits from the system. */
function entropy(): bigint {
  return crypto.getRandomValues(new BigUint64Array(1))[0]!;
}

/**
 * What one random kernel of one session keeps: made from the node's attributes `seed` and `seed2` (both 0: unseeded, random
 * ones are picked), each run takes its stretch of the stream and leaves the state behind it.
 */
export class PhiloxState {
  private readonly next: Philox;
  private readonly run = new Philox();

  constructor(seed: number | bigint, seed2: number | bigint) {
    const a = BigInt(seed);
    const b = BigInt(seed2);
    this.next = a === 0n && b === 0n ? Philox.seeded(entropy(), entropy()) : Philox.seeded(a, b);
  }

  /** The stream of a run with n outputs. The object is reused by the next run. */
  reserveOutputs(n: number): Philox {
    return this.reserveBlocks(n * BLOCKS_PER_OUTPUT);
  }

  reserveBlocks(blocks: number): Philox {
    this.run.moveTo(this.next);
    this.next.skip(blocks);
    return this.run;
  }
}
