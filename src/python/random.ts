/**
 * Python's random: the Mersenne Twister, and what CPython makes of its numbers, to the bit.
 * Source: Lib/random.py, Modules/_randommodule.c (Python 3.7).
 */
import { createHash, randomBytes } from "node:crypto";
import { tuple } from "../py/containers.js";
import { IndexError, NotImplementedError, ValueError } from "../py/errors.js";
import { hash } from "../py/hash.js";
import { len, list } from "../py/iteration.js";
import { floatValue } from "../py/number.js";
import { getitem } from "../py/subscript.js";
import { Twister } from "./twister.js";

type Int = number | bigint;

const float = (x: number): number => floatValue(x) as number;

export class Random {
  private twister = new Twister();
  private spare: number | null = null;

  constructor(seed: unknown = null) {
    this.seed(seed);
  }

  /** Starts from an int, a text or bytes, a float; without one from the system's noise. */
  seed(a: unknown = null, _version = 2): void {
    this.spare = null;
    let n: bigint;
    if (a === null || a === undefined) n = BigInt(`0x${randomBytes(32).toString("hex")}`);
    else if (typeof a === "string" || a instanceof Uint8Array) {
      const bytes = typeof a === "string" ? new TextEncoder().encode(a) : a;
      const digest = createHash("sha512").update(bytes).digest();
      n = BigInt(`0x${Buffer.concat([bytes, digest]).toString("hex")}`);
    } else if (typeof a === "bigint" || (typeof a === "number" && Number.isInteger(a))) n = BigInt(a);
    else n = BigInt(hash(a));
    this.twister.seed(n < 0n ? -n : n);
  }
  getstate(): unknown {
    return tuple([3, this.twister.state(), this.spare]);
  }
  setstate(state: unknown): void {
    const [version, words, spare] = list(state) as [unknown, readonly number[], number | null];
    if (version !== 3) throw new NotImplementedError("states of Python 2");
    this.twister.restore(words);
    this.spare = spare;
  }
  /** In [0, 1), 53 bits. */
  random(): number {
    return float(this.twister.double());
  }
  getrandbits(k: number): number {
    return Number(this.bits(k));
  }
  private bits(k: number): Int {
    if (k <= 0) throw new ValueError("number of bits must be greater than zero");
    if (k <= 32) return this.twister.word() >>> (32 - k);
    let out = 0n;
    for (let at = 0; at < k; at += 32) {
      const n = Math.min(32, k - at);
      out |= BigInt(this.twister.word() >>> (32 - n)) << BigInt(at);
    }
    const value = Number(out);
    return Number.isSafeInteger(value) ? value : out;
  }
  /** Below n, each as likely. */
  private below(n: Int): Int {
    const k = BigInt(n).toString(2).length;
    let r = this.bits(k);
    while (r >= n) r = this.bits(k);
    return r;
  }
  randrange(start: Int, stop: Int | null = null, step = 1): number {
    const from = stop === null ? 0n : BigInt(start);
    const to = BigInt(stop === null ? start : stop);
    const width = to - from;
    if (step === 1) {
      if (width <= 0n) {
        throw new ValueError(
          stop === null ? "empty range for randrange()" : `empty range for randrange() (${from},${to}, ${width})`,
        );
      }
      return Number(from + BigInt(this.below(width)));
    }
    if (step === 0) throw new ValueError("zero step for randrange()");
    const by = BigInt(step);
    const n = step > 0 ? (width + by - 1n) / by : (width + by + 1n) / by;
    if (n <= 0n) throw new ValueError("empty range for randrange()");
    return Number(from + by * BigInt(this.below(n)));
  }
  /** In [a, b], both included. */
  randint(a: Int, b: Int): number {
    return this.randrange(a, BigInt(b) + 1n);
  }
  choice<X>(seq: 0 extends 1 & X ? X : never): X;
  choice<T>(seq: readonly T[]): T;
  choice(seq: string): string;
  choice(seq: unknown): unknown {
    const n = len(seq);
    if (n === 0) throw new IndexError("Cannot choose from an empty sequence");
    return getitem(seq, this.below(n));
  }
  shuffle(x: unknown[], random: (() => number) | null = null): void {
    for (let i = x.length - 1; i > 0; i--) {
      const j = random ? Math.floor(Number(random()) * (i + 1)) : Number(this.below(i + 1));
      [x[i], x[j]] = [x[j], x[i]];
    }
  }
  /** `k` different members, in random order. */
  sample<T>(population: Iterable<T>, k: number | { readonly k: number }): T[] {
    const items = list<T>(population);
    const count = typeof k === "object" ? k.k : k;
    const n = items.length;
    if (count < 0 || count > n) throw new ValueError("Sample larger than population or is negative");
    const result: T[] = [];
    let setsize = 21;
    if (count > 5) setsize += 4 ** Math.ceil(Math.log(count * 3) / Math.log(4));
    if (n <= setsize) {
      const pool = [...items];
      for (let i = 0; i < count; i++) {
        const j = Number(this.below(n - i));
        result.push(pool[j]!);
        pool[j] = pool[n - i - 1]!;
      }
      return result;
    }
    const selected = new Set<number>();
    for (let i = 0; i < count; i++) {
      let j = Number(this.below(n));
      while (selected.has(j)) j = Number(this.below(n));
      selected.add(j);
      result.push(items[j]!);
    }
    return result;
  }
  choices<T>(population: readonly T[], ...rest: readonly unknown[]): T[] {
    const last = rest.at(-1);
    const named =
      typeof last === "object" && last !== null && !Array.isArray(last) ? (last as Record<string, unknown>) : {};
    const weights = (named["weights"] ?? (Array.isArray(rest[0]) ? rest[0] : null)) as readonly number[] | null;
    const k = Number(named["k"] ?? 1);
    const given = (named["cum_weights"] ?? null) as readonly number[] | null;
    if (!weights && !given) {
      const n = population.length;
      return Array.from({ length: k }, () => population[Math.floor(this.twister.double() * n)]!);
    }
    let sum = 0;
    const cumulative = given ?? weights!.map((w) => (sum += Number(w)));
    if (cumulative.length !== population.length)
      throw new ValueError("The number of weights does not match the population");
    const total = Number(cumulative.at(-1));
    return Array.from({ length: k }, () => {
      const x = this.twister.double() * total;
      const at = cumulative.findIndex((c, i) => i === cumulative.length - 1 || x < Number(c));
      return population[at]!;
    });
  }
  uniform(a: unknown, b: unknown): number {
    const [low, high] = [Number(a), Number(b)];
    return float(low + (high - low) * this.twister.double());
  }
  triangular(low = 0, high = 1, mode: number | null = null): number {
    let u = this.twister.double();
    let c = mode === null ? 0.5 : (mode - low) / (high - low);
    let [a, b] = [low, high];
    if (u > c) {
      u = 1 - u;
      c = 1 - c;
      [a, b] = [b, a];
    }
    return float(a + (b - a) * Math.sqrt(u * c));
  }
  /** Kinderman and Monahan's method. */
  normalvariate(mu: unknown, sigma: unknown): number {
    const magic = (4 * Math.exp(-0.5)) / Math.sqrt(2);
    for (;;) {
      const u1 = this.twister.double();
      const u2 = 1 - this.twister.double();
      const z = (magic * (u1 - 0.5)) / u2;
      if ((z * z) / 4 <= -Math.log(u2)) return float(Number(mu) + z * Number(sigma));
    }
  }
  /** Two normal values at a time, the second kept for the next call. */
  gauss(mu: unknown, sigma: unknown): number {
    let z = this.spare;
    this.spare = null;
    if (z === null) {
      const x2pi = this.twister.double() * 2 * Math.PI;
      const g2rad = Math.sqrt(-2 * Math.log(1 - this.twister.double()));
      z = Math.cos(x2pi) * g2rad;
      this.spare = Math.sin(x2pi) * g2rad;
    }
    return float(Number(mu) + z * Number(sigma));
  }
  lognormvariate(mu: unknown, sigma: unknown): number {
    return float(Math.exp(Number(this.normalvariate(mu, sigma))));
  }
  expovariate(lambda: unknown): number {
    return float(-Math.log(1 - this.twister.double()) / Number(lambda));
  }
  paretovariate(alpha: unknown): number {
    return float(1 / (1 - this.twister.double()) ** (1 / Number(alpha)));
  }
  weibullvariate(alpha: unknown, beta: unknown): number {
    return float(Number(alpha) * (-Math.log(1 - this.twister.double())) ** (1 / Number(beta)));
  }
  vonmisesvariate(_mu: unknown, _kappa: unknown): never {
    throw new NotImplementedError("random.vonmisesvariate");
  }
}

const shared = /* @__PURE__ */ new Random();

export const seed = (a: unknown = null): void => shared.seed(a);
export const random = (): number => shared.random();
export const getrandbits = (k: number): number => shared.getrandbits(k);
export const randrange = (start: Int, stop: Int | null = null, step = 1): number => shared.randrange(start, stop, step);
export const randint = (a: Int, b: Int): number => shared.randint(a, b);
export const choice: Random["choice"] = /* @__PURE__ */ shared.choice.bind(shared) as Random["choice"];
export const choices: Random["choices"] = /* @__PURE__ */ shared.choices.bind(shared) as Random["choices"];
export const shuffle = (x: unknown[], f: (() => number) | null = null): void => shared.shuffle(x, f);
export const sample: Random["sample"] = /* @__PURE__ */ shared.sample.bind(shared) as Random["sample"];
export const uniform = (a: unknown, b: unknown): number => shared.uniform(a, b);
export const triangular = (low?: number, high?: number, mode?: number | null): number =>
  shared.triangular(low, high, mode);
export const gauss = (mu: unknown, sigma: unknown): number => shared.gauss(mu, sigma);
export const normalvariate = (mu: unknown, sigma: unknown): number => shared.normalvariate(mu, sigma);
export const lognormvariate = (mu: unknown, sigma: unknown): number => shared.lognormvariate(mu, sigma);
export const expovariate = (lambda: unknown): number => shared.expovariate(lambda);
export const getstate = (): unknown => shared.getstate();
export const setstate = (state: unknown): void => shared.setstate(state);
