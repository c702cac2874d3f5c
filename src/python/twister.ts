/**
 * MT19937 as CPython seeds it: from all bits of an int.
 * Source: Modules/_randommodule.c; M. Matsumoto, T. Nishimura, "Mersenne Twister" (1998).
 */

const N = 624;
const M = 397;

export class Twister {
  private readonly mt = new Uint32Array(N);
  private at = N + 1;

  private start(seed: number): void {
    this.mt[0] = seed;
    for (let i = 1; i < N; i++) {
      const x = this.mt[i - 1]! ^ (this.mt[i - 1]! >>> 30);
      this.mt[i] = Math.imul(1812433253, x) + i;
    }
    this.at = N;
  }
  /** `n` is not negative; its 32-bit words are the key. */
  seed(n: bigint): void {
    const key: number[] = [];
    for (let rest = n; rest > 0n; rest >>= 32n) key.push(Number(rest & 0xffffffffn));
    if (key.length === 0) key.push(0);
    this.start(19650218);
    const { mt } = this;
    let i = 1;
    let j = 0;
    for (let k = Math.max(N, key.length); k > 0; k--) {
      mt[i] = (mt[i]! ^ Math.imul(mt[i - 1]! ^ (mt[i - 1]! >>> 30), 1664525)) + key[j]! + j;
      i++;
      j = (j + 1) % key.length;
      if (i >= N) {
        mt[0] = mt[N - 1]!;
        i = 1;
      }
    }
    for (let k = N - 1; k > 0; k--) {
      mt[i] = (mt[i]! ^ Math.imul(mt[i - 1]! ^ (mt[i - 1]! >>> 30), 1566083941)) - i;
      i++;
      if (i >= N) {
        mt[0] = mt[N - 1]!;
        i = 1;
      }
    }
    mt[0] = 0x80000000;
  }
  private refill(): void {
    const { mt } = this;
    for (let k = 0; k < N; k++) {
      const y = (mt[k]! & 0x80000000) | (mt[(k + 1) % N]! & 0x7fffffff);
      mt[k] = mt[(k + M) % N]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.at = 0;
  }
  /** The next 32 bits. */
  word(): number {
    if (this.at >= N) this.refill();
    let y = this.mt[this.at++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }
  /** In [0, 1), 53 bits. */
  double(): number {
    const a = this.word() >>> 5;
    const b = this.word() >>> 6;
    return (a * 67108864 + b) / 9007199254740992;
  }
  /** The words, and where the next one is. */
  state(): number[] {
    return [...this.mt, this.at];
  }
  restore(words: readonly number[]): void {
    this.mt.set(words.slice(0, N));
    this.at = words[N]!;
  }
}
