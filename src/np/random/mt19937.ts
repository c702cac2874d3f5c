/**
 * MT19937: the Mersenne Twister, its seeding, and the spare gaussian that NumPy keeps with it.
 * Source: Matsumoto and Nishimura, "Mersenne Twister" (1998); numpy/random/src/mt19937/mt19937.c (NumPy 1.18).
 */
import { log } from "../libm/log.js";

const N = 624;
const M = 397;

export class MT19937 {
  readonly key = new Uint32Array(N);
  /** Words of the key that were used. */
  pos = N;
  hasGauss = false;
  /** The second number of the last pair of gaussians, while hasGauss. */
  spareGauss = 0;

  /** Seeds from one integer below 2^32. */
  seed(seed: number): void {
    this.fillKey(seed);
    this.hasGauss = false;
    this.spareGauss = 0;
  }

  private fillKey(seed: number): void {
    let s = seed >>> 0;
    for (let i = 0; i < N; i++) {
      this.key[i] = s;
      s = (Math.imul(1812433253, s ^ (s >>> 30)) + i + 1) >>> 0;
    }
    this.pos = N;
  }

  /** Seeds from a list of such integers; a list of one is another seed than the integer itself. */
  seedList(list: ArrayLike<number>): void {
    this.seed(19650218);
    const key = this.key;
    let i = 1;
    let j = 0;
    for (let k = Math.max(N, list.length); k > 0; k--) {
      const before = key[i - 1]!;
      key[i] = (key[i]! ^ Math.imul(before ^ (before >>> 30), 1664525)) + list[j]! + j;
      i++;
      j++;
      if (i >= N) {
        key[0] = key[N - 1]!;
        i = 1;
      }
      if (j >= list.length) j = 0;
    }
    for (let k = N - 1; k > 0; k--) {
      const before = key[i - 1]!;
      key[i] = (key[i]! ^ Math.imul(before ^ (before >>> 30), 1566083941)) - i;
      i++;
      if (i >= N) {
        key[0] = key[N - 1]!;
        i = 1;
      }
    }
    key[0] = 0x80000000;
  }

  private refill(): void {
    const key = this.key;
    for (let k = 0; k < N; k++) {
      const y = (key[k]! & 0x80000000) | (key[k + 1 === N ? 0 : k + 1]! & 0x7fffffff);
      key[k] = key[k < N - M ? k + M : k + M - N]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.pos = 0;
  }

  /** 32 random bits. */
  next32(): number {
    if (this.pos === N) this.refill();
    let y = this.key[this.pos++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /** 64 random bits; the first word drawn is the high half. */
  next64(): bigint {
    const high = this.next32();
    return (BigInt(high) << 32n) | BigInt(this.next32());
  }

  /** Uniform in [0, 1), 53 bits. */
  double(): number {
    const a = this.next32() >>> 5;
    const b = this.next32() >>> 6;
    return (a * 67108864 + b) / 9007199254740992;
  }

  /** Standard normal, by the polar method: two at a time, the second is kept for the next call. */
  gauss(): number {
    if (this.hasGauss) {
      this.hasGauss = false;
      const spare = this.spareGauss;
      this.spareGauss = 0;
      return spare;
    }
    for (;;) {
      const x1 = 2 * this.double() - 1;
      const x2 = 2 * this.double() - 1;
      const r2 = x1 * x1 + x2 * x2;
      if (r2 >= 1 || r2 === 0) continue;
      const f = Math.sqrt((-2 * log(r2)) / r2);
      this.spareGauss = f * x1;
      this.hasGauss = true;
      return f * x2;
    }
  }
}
