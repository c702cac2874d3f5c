/**
 * np.random: RandomState, and its methods on the one stream that all of a program shares.
 * Source: numpy.random (NumPy 1.18). Unseeded until seed() is called.
 */
import { RandomState as Class } from "./random_state.js";
import type { Seed } from "./seeding.js";

export type { Seed } from "./seeding.js";
export type { State, StateDict } from "./state.js";

/** A stream of its own; `RandomState(7)` and `new RandomState(7)` are the same. */
export const RandomState = new Proxy(Class, {
  apply: (type, _, args: [seed?: Seed]) => new type(...args),
}) as typeof Class & ((seed?: Seed) => Class);
export type RandomState = Class;

const shared = new Class();

export const seed = shared.seed.bind(shared);
export const get_state = shared.get_state.bind(shared);
export const set_state = shared.set_state.bind(shared);
export const rand = shared.rand.bind(shared);
export const randn = shared.randn.bind(shared);
export const random_sample = shared.random_sample.bind(shared);
export const random = shared.random.bind(shared);
export const randint = shared.randint.bind(shared);
export const random_integers = shared.random_integers.bind(shared);
export const bytes = shared.bytes.bind(shared);
export const shuffle = shared.shuffle.bind(shared);
export const permutation = shared.permutation.bind(shared);
export const choice = shared.choice.bind(shared);
export const multinomial = shared.multinomial.bind(shared);
export const dirichlet = shared.dirichlet.bind(shared);
export const multivariate_normal = shared.multivariate_normal.bind(shared);
export const standard_normal = shared.standard_normal.bind(shared);
export const standard_exponential = shared.standard_exponential.bind(shared);
export const standard_cauchy = shared.standard_cauchy.bind(shared);
export const uniform = shared.uniform.bind(shared);
export const normal = shared.normal.bind(shared);
export const exponential = shared.exponential.bind(shared);
export const standard_gamma = shared.standard_gamma.bind(shared);
export const gamma = shared.gamma.bind(shared);
export const beta = shared.beta.bind(shared);
export const chisquare = shared.chisquare.bind(shared);
export const noncentral_chisquare = shared.noncentral_chisquare.bind(shared);
export const f = shared.f.bind(shared);
export const noncentral_f = shared.noncentral_f.bind(shared);
export const standard_t = shared.standard_t.bind(shared);
export const vonmises = shared.vonmises.bind(shared);
export const pareto = shared.pareto.bind(shared);
export const weibull = shared.weibull.bind(shared);
export const power = shared.power.bind(shared);
export const laplace = shared.laplace.bind(shared);
export const gumbel = shared.gumbel.bind(shared);
export const logistic = shared.logistic.bind(shared);
export const lognormal = shared.lognormal.bind(shared);
export const rayleigh = shared.rayleigh.bind(shared);
export const wald = shared.wald.bind(shared);
export const triangular = shared.triangular.bind(shared);
export const binomial = shared.binomial.bind(shared);
export const negative_binomial = shared.negative_binomial.bind(shared);
export const poisson = shared.poisson.bind(shared);
export const zipf = shared.zipf.bind(shared);
export const geometric = shared.geometric.bind(shared);
export const hypergeometric = shared.hypergeometric.bind(shared);
export const logseries = shared.logseries.bind(shared);
/** Other names of random_sample. */
export const ranf = random_sample;
export const sample = random_sample;
