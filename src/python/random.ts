/**
 * Python's module random: one generator that the functions share.
 * Source: Lib/random.py (Python 3.7).
 */
import { type ChoicesRest, Random } from "./random_class.js";

export { Random, SystemRandom } from "./random_class.js";

const shared = new Random();

export const seed = (a: unknown = null, version: 1 | 2 = 2): void => shared.seed(a, version);
export const getstate = (): ReturnType<Random["getstate"]> => shared.getstate();
export const setstate = (state: readonly unknown[]): void => shared.setstate(state);
export const random = (): number => shared.random();
export const getrandbits = (k: number): number => shared.getrandbits(k);
export const randrange = (start: number, stop: number | null = null, step = 1): number =>
  shared.randrange(start, stop, step);
export const randint = (a: number, b: number): number => shared.randint(a, b);
export const choice = <T>(seq: Iterable<T>): T => shared.choice(seq);
export const choices = <T>(population: Iterable<T>, ...rest: ChoicesRest): T[] => shared.choices(population, ...rest);
export const shuffle = (x: object, random_: (() => number) | null = null): void => shared.shuffle(x, random_);
export const sample = <T>(population: Iterable<T>, k: number | { readonly k: number }): T[] =>
  shared.sample(population, k);
export const uniform = (a: number, b: number): number => shared.uniform(a, b);
export const triangular = (low = 0, high = 1, mode: number | null = null): number => shared.triangular(low, high, mode);
export const normalvariate = (mu: number, sigma: number): number => shared.normalvariate(mu, sigma);
export const lognormvariate = (mu: number, sigma: number): number => shared.lognormvariate(mu, sigma);
export const gauss = (mu: number, sigma: number): number => shared.gauss(mu, sigma);
export const expovariate = (lambd: number): number => shared.expovariate(lambd);
export const vonmisesvariate = (mu: number, kappa: number): number => shared.vonmisesvariate(mu, kappa);
export const gammavariate = (alpha: number, beta: number): number => shared.gammavariate(alpha, beta);
export const betavariate = (alpha: number, beta: number): number => shared.betavariate(alpha, beta);
export const paretovariate = (alpha: number): number => shared.paretovariate(alpha);
export const weibullvariate = (alpha: number, beta: number): number => shared.weibullvariate(alpha, beta);
