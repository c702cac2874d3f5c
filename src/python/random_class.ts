/**
 * random.Random: the same numbers as CPython's for the same seed, to the bit.
 * Source: Lib/random.py, Modules/_randommodule.c (Python 3.7).
 */
import { createHash } from "node:crypto";
import { bind, type Call } from "../np/arguments.js";
import { IndexError, TypeError_, ValueError } from "../np/errors.js";
import { acos } from "../np/libm/acos.js";
import { exp } from "../np/libm/exp.js";
import { log } from "../np/libm/log.js";
import { pow } from "../np/libm/pow.js";
import { cos, sin } from "../np/libm/sincos.js";
import { asIndex } from "../np/printing/numbers.js";
import { isPyFloat } from "../np/pyfloat.js";
import { type PyTuple, tuple } from "../np/pytuple.js";
import { MT19937 } from "../np/random/mt19937.js";
import { len, list } from "../py/iteration.js";
import { getitem, setitem } from "../py/subscript.js";
import { hash_double } from "./files/hash_double.js";
import { float, index, int, utf8 } from "./support.js";

const TWOPI = 2 * Math.PI;
const NV_MAGICCONST = (4 * exp(-0.5)) / Math.sqrt(2);
const LOG4 = log(4);
const SG_MAGICCONST = 1 + log(4.5);

/** What a seed is as a number of any size. */
function seedNumber(a: unknown, version: 1 | 2): bigint {
  if (a === null || a === undefined)
    return BigInt(`0x${Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("hex")}`);
  const text = typeof a === "string" ? utf8(a) : a instanceof Uint8Array ? a : null;
  if (text && version === 2) {
    const all = Buffer.concat([text, createHash("sha512").update(text).digest()]);
    return BigInt(`0x${all.toString("hex")}`);
  }
  if (text) {
    let x = text.length > 0 ? BigInt(text[0]!) << 7n : 0n;
    for (const c of text) x = BigInt.asUintN(64, (1000003n * x) ^ BigInt(c));
    x ^= BigInt(text.length);
    return x === 0xffffffffffffffffn ? 0xfffffffffffffffen : x;
  }
  if (isPyFloat(a)) return BigInt.asUintN(64, hash_double(Number(a)));
  const n = asIndex(a);
  if (n === undefined) throw new TypeError_("only None, int, float, str and bytes can be seeds");
  return n < 0n ? -n : n;
}

interface ChoicesOptions {
  readonly weights?: Iterable<number> | null;
  readonly cum_weights?: Iterable<number> | null;
  readonly k?: number;
}

export type ChoicesRest = Call<[weights: Iterable<number> | null], ChoicesOptions>;

export class Random {
  private readonly bits = new MT19937();
  private next: number | null = null;

  constructor(x: unknown = null) {
    this.seed(x);
  }
  seed(a: unknown = null, version: 1 | 2 = 2): void {
    const key: number[] = [];
    for (let n = seedNumber(a, version); n > 0n; n >>= 32n) key.push(Number(n & 0xffffffffn));
    this.bits.seedList(key.length > 0 ? key : [0]);
    this.next = null;
  }
  getstate(): PyTuple<unknown> {
    return tuple<unknown>([3, tuple([...this.bits.key, this.bits.pos]), this.next]);
  }
  setstate(state: readonly unknown[]): void {
    const [version, words, next] = state as [number, readonly number[], number | null];
    if (version !== 3 || words.length !== 625) throw new ValueError("state vector is the wrong size");
    this.bits.key.set(words.slice(0, 624));
    this.bits.pos = words[624]!;
    this.next = next;
  }
  random(): number {
    return float(this.double());
  }
  private double(): number {
    return this.bits.double();
  }
  getrandbits(k: number): number {
    if (k <= 0) throw new ValueError("number of bits must be greater than zero");
    if (k <= 32) return this.bits.next32() >>> (32 - k);
    let out = 0n;
    for (let left = k, at = 0n; left > 0; left -= 32, at += 32n) {
      const word = this.bits.next32();
      out |= BigInt(left < 32 ? word >>> (32 - left) : word) << at;
    }
    return int(out);
  }
  private below(n: number): number {
    const k = n.toString(2).length;
    let r: number;
    do r = this.getrandbits(k);
    while (r >= n);
    return r;
  }
  randrange(start: number, stop: number | null = null, step = 1): number {
    const whole = (x: unknown, what: string): number => {
      if (Number.isInteger(Number(x))) return Number(x);
      throw new ValueError(`non-integer ${what} for randrange()`);
    };
    const first = whole(start, "arg 1");
    if (stop === null) {
      if (first > 0) return this.below(first);
      throw new ValueError("empty range for randrange()");
    }
    const last = whole(stop, "stop");
    const width = last - first;
    const by = whole(step, "step");
    if (by === 1) {
      if (width > 0) return first + this.below(width);
      throw new ValueError(`empty range for randrange() (${first},${last}, ${width})`);
    }
    if (by === 0) throw new ValueError("zero step for randrange()");
    const n = by > 0 ? Math.floor((width + by - 1) / by) : Math.floor((width + by + 1) / by);
    if (n <= 0) throw new ValueError("empty range for randrange()");
    return first + by * this.below(n);
  }
  randint(a: number, b: number): number {
    return this.randrange(a, Number(b) + 1);
  }
  choice<T>(seq: Iterable<T>): T {
    const n = len(seq);
    if (n === 0) throw new IndexError("Cannot choose from an empty sequence");
    return getitem(seq as unknown, this.below(n)) as T;
  }
  choices<T>(population: Iterable<T>, ...rest: ChoicesRest): T[] {
    const given = bind<ChoicesOptions>("choices", ["weights", "cum_weights", "k"], rest);
    const { weights = null, cum_weights = null, k = 1 } = given;
    const items = list(population);
    const times = { length: Number(k) };
    if (weights === null && cum_weights === null)
      return Array.from(times, () => items[Math.floor(this.double() * items.length)] as T);
    if (weights !== null && cum_weights !== null)
      throw new TypeError_("Cannot specify both weights and cumulative weights");
    let total = 0;
    const sums = cum_weights ? Array.from(cum_weights, Number) : Array.from(weights!, (w) => (total += Number(w)));
    if (sums.length !== items.length) throw new ValueError("The number of weights does not match the population");
    const end = sums.at(-1)!;
    return Array.from(times, () => {
      const x = this.double() * end;
      let [lo, hi] = [0, sums.length - 1];
      while (lo < hi) {
        const mid = (lo + hi) >> 1;
        if (x < sums[mid]!) hi = mid;
        else lo = mid + 1;
      }
      return items[lo] as T;
    });
  }
  /** Of a list, or anything whose items can be set. */
  shuffle(x: object, random: (() => number) | null = null): void {
    for (let i = len(x) - 1; i > 0; i--) {
      const j = random ? Math.floor(random() * (i + 1)) : this.below(i + 1);
      if (Array.isArray(x)) {
        const kept: unknown = x[i];
        x[i] = x[j];
        x[j] = kept;
        continue;
      }
      const kept: unknown = getitem(x as unknown, i);
      setitem(x, i, getitem(x as unknown, j));
      setitem(x, j, kept);
    }
  }
  sample<T>(population: Iterable<T>, k: number | { readonly k: number }): T[] {
    if (population instanceof Map)
      throw new TypeError_("Population must be a sequence or set.  For dicts, use list(d).");
    const pool = list(population);
    const n = pool.length;
    const count = index(typeof k === "object" && "k" in k ? k.k : k);
    if (count < 0 || count > n) throw new ValueError("Sample larger than population or is negative");
    const size = 21 + (count > 5 ? 4 ** Math.ceil(log(count * 3) / log(4)) : 0);
    const out: T[] = [];
    if (n <= size) {
      for (let i = 0; i < count; i++) {
        const j = this.below(n - i);
        out.push(pool[j] as T);
        pool[j] = pool[n - i - 1]!;
      }
      return out;
    }
    const taken = new Set<number>();
    while (out.length < count) {
      let j = this.below(n);
      while (taken.has(j)) j = this.below(n);
      taken.add(j);
      out.push(pool[j] as T);
    }
    return out;
  }
  uniform(a: number, b: number): number {
    return float(Number(a) + (Number(b) - Number(a)) * this.double());
  }
  triangular(low = 0, high = 1, mode: number | null = null): number {
    let [a, b] = [Number(low), Number(high)];
    let u = this.double();
    let c = mode === null ? 0.5 : (Number(mode) - a) / (b - a);
    if (b === a) return float(a);
    if (u > c) {
      u = 1 - u;
      c = 1 - c;
      [a, b] = [b, a];
    }
    return float(a + (b - a) * Math.sqrt(u * c));
  }
  private standard(): number {
    for (;;) {
      const u1 = this.double();
      const u2 = 1 - this.double();
      const z = (NV_MAGICCONST * (u1 - 0.5)) / u2;
      if ((z * z) / 4 <= -log(u2)) return z;
    }
  }
  normalvariate(mu: number, sigma: number): number {
    return float(Number(mu) + this.standard() * Number(sigma));
  }
  lognormvariate(mu: number, sigma: number): number {
    return float(exp(Number(mu) + this.standard() * Number(sigma)));
  }
  gauss(mu: number, sigma: number): number {
    let z = this.next;
    this.next = null;
    if (z === null) {
      const x2pi = this.double() * TWOPI;
      const g2rad = Math.sqrt(-2 * log(1 - this.double()));
      z = cos(x2pi) * g2rad;
      this.next = sin(x2pi) * g2rad;
    }
    return float(Number(mu) + z * Number(sigma));
  }
  expovariate(lambd: number): number {
    return float(-log(1 - this.double()) / Number(lambd));
  }
  vonmisesvariate(mu: number, kappa: number): number {
    const [m, k] = [Number(mu), Number(kappa)];
    if (k <= 1e-6) return float(TWOPI * this.double());
    const s = 0.5 / k;
    const r = s + Math.sqrt(1 + s * s);
    let z: number;
    for (;;) {
      z = cos(Math.PI * this.double());
      const d = z / (r + z);
      const u2 = this.double();
      if (u2 < 1 - d * d || u2 <= (1 - d) * exp(d)) break;
    }
    const q = 1 / r;
    const f = (q + z) / (1 + q * z);
    const theta = (this.double() > 0.5 ? m + acos(f) : m - acos(f)) % TWOPI;
    return float(theta < 0 ? theta + TWOPI : theta);
  }
  gammavariate(alpha: number, beta: number): number {
    const [a, b] = [Number(alpha), Number(beta)];
    if (a <= 0 || b <= 0) throw new ValueError("gammavariate: alpha and beta must be > 0.0");
    if (a > 1) return float(this.gammaAboveOne(a) * b);
    if (a === 1) {
      let u = this.double();
      while (u <= 1e-7) u = this.double();
      return float(-log(u) * b);
    }
    return float(this.gammaBelowOne(a) * b);
  }
  private gammaAboveOne(alpha: number): number {
    const ainv = Math.sqrt(2 * alpha - 1);
    const bbb = alpha - LOG4;
    const ccc = alpha + ainv;
    for (;;) {
      const u1 = this.double();
      if (!(u1 > 1e-7 && u1 < 0.9999999)) continue;
      const u2 = 1 - this.double();
      const v = log(u1 / (1 - u1)) / ainv;
      const x = alpha * exp(v);
      const z = u1 * u1 * u2;
      const r = bbb + ccc * v - x;
      if (r + SG_MAGICCONST - 4.5 * z >= 0 || r >= log(z)) return x;
    }
  }
  private gammaBelowOne(alpha: number): number {
    for (;;) {
      const u = this.double();
      const b = (Math.E + alpha) / Math.E;
      const p = b * u;
      const x = p <= 1 ? pow(p, 1 / alpha) : -log((b - p) / alpha);
      const u1 = this.double();
      if (p > 1 ? u1 <= pow(x, alpha - 1) : u1 <= exp(-x)) return x;
    }
  }
  betavariate(alpha: number, beta: number): number {
    const y = Number(this.gammavariate(alpha, 1));
    return float(y === 0 ? 0 : y / (y + Number(this.gammavariate(beta, 1))));
  }
  paretovariate(alpha: number): number {
    return float(1 / pow(1 - this.double(), 1 / Number(alpha)));
  }
  weibullvariate(alpha: number, beta: number): number {
    return float(Number(alpha) * pow(-log(1 - this.double()), 1 / Number(beta)));
  }
}

/** random.SystemRandom: no seed repeats it. */
export class SystemRandom extends Random {
  override seed(_a: unknown = null, _version: 1 | 2 = 2): void {
    super.seed(null);
  }
}
