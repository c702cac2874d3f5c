/**
 * A table: the parameters of every distribution, with defaults and limits, in NumPy's order.
 * Source: numpy/random/mtrand.pyx (NumPy 1.18).
 */
import { OverflowError, ValueError } from "../errors.js";
import * as continuous from "./continuous.js";
import * as discrete from "./discrete.js";
import * as gammas from "./gamma.js";
import type { Distribution } from "./parameters.js";

const LOC = { name: "loc", default: 0 };
const SCALE = { name: "scale", default: 1, rule: "nonNegative" } as const;
const A = { name: "a", rule: "positive" } as const;
const DF = { name: "df", rule: "positive" } as const;
const DFNUM = { name: "dfnum", rule: "positive" } as const;
const DFDEN = { name: "dfden", rule: "positive" } as const;
const NONC = { name: "nonc", rule: "nonNegative" } as const;
const SHAPE = { name: "shape", rule: "nonNegative" } as const;

function uniformRange(low: number, high: number): void {
  if (!(high - low < Infinity && high - low > -Infinity)) throw new OverflowError("Range exceeds valid bounds");
}

function triangularOrder(left: number, mode: number, right: number): void {
  if (left > mode) throw new ValueError("left > mode");
  if (mode > right) throw new ValueError("mode > right");
  if (left === right) throw new ValueError("left == right");
}

function sampleSize(good: number, bad: number, sample: number): void {
  if (good + bad < sample) throw new ValueError("ngood + nbad < nsample");
}

export const DISTRIBUTIONS = {
  uniform: {
    parameters: [
      { name: "low", default: 0 },
      { name: "high", default: 1 },
    ],
    sample: (g, low, high) => continuous.uniform(g, low, high - low),
    together: uniformRange,
  },
  normal: { parameters: [LOC, SCALE], sample: continuous.normal },
  standard_normal: { parameters: [], sample: (g) => g.gauss() },
  random_sample: { parameters: [], sample: (g) => g.double() },
  standard_exponential: { parameters: [], sample: gammas.standardExponential },
  exponential: { parameters: [SCALE], sample: continuous.exponential },
  standard_gamma: { parameters: [SHAPE], sample: gammas.standardGamma },
  gamma: { parameters: [SHAPE, SCALE], sample: gammas.gamma },
  beta: { parameters: [A, { name: "b", rule: "positive" }], sample: continuous.beta },
  chisquare: { parameters: [DF], sample: continuous.chisquare },
  noncentral_chisquare: { parameters: [DF, NONC], sample: continuous.noncentralChisquare },
  f: { parameters: [DFNUM, DFDEN], sample: continuous.f },
  noncentral_f: { parameters: [DFNUM, DFDEN, NONC], sample: continuous.noncentralF },
  standard_cauchy: { parameters: [], sample: continuous.standardCauchy },
  standard_t: { parameters: [DF], sample: continuous.standardT },
  vonmises: {
    parameters: [{ name: "mu" }, { name: "kappa", rule: "nonNegative" }],
    sample: continuous.vonmises,
  },
  pareto: { parameters: [A], sample: continuous.pareto },
  weibull: { parameters: [{ name: "a", rule: "nonNegative" }], sample: continuous.weibull },
  power: { parameters: [A], sample: continuous.power },
  laplace: { parameters: [LOC, SCALE], sample: continuous.laplace },
  gumbel: { parameters: [LOC, SCALE], sample: continuous.gumbel },
  logistic: { parameters: [LOC, SCALE], sample: continuous.logistic },
  lognormal: {
    parameters: [
      { name: "mean", default: 0 },
      { name: "sigma", default: 1, rule: "nonNegative" },
    ],
    sample: continuous.lognormal,
  },
  rayleigh: { parameters: [SCALE], sample: continuous.rayleigh },
  wald: {
    parameters: [
      { name: "mean", rule: "positive" },
      { name: "scale", rule: "positive" },
    ],
    sample: continuous.wald,
  },
  triangular: {
    parameters: [{ name: "left" }, { name: "mode" }, { name: "right" }],
    sample: continuous.triangular,
    together: triangularOrder,
  },
  binomial: {
    parameters: [
      { name: "n", rule: "nonNegative", integer: true },
      { name: "p", rule: "unit" },
    ],
    sample: discrete.binomial,
    discrete: true,
  },
  negative_binomial: {
    parameters: [
      { name: "n", rule: "positive" },
      { name: "p", rule: "unit" },
    ],
    sample: discrete.negativeBinomial,
    discrete: true,
  },
  poisson: { parameters: [{ name: "lam", default: 1, rule: "rate" }], sample: discrete.poisson, discrete: true },
  zipf: { parameters: [{ name: "a", rule: "aboveOne" }], sample: discrete.zipf, discrete: true },
  geometric: { parameters: [{ name: "p", rule: "positiveUnit" }], sample: discrete.geometric, discrete: true },
  hypergeometric: {
    parameters: [
      { name: "ngood", rule: "nonNegative", integer: true },
      { name: "nbad", rule: "nonNegative", integer: true },
      { name: "nsample", rule: "fromOne", integer: true },
    ],
    sample: discrete.hypergeometric,
    together: sampleSize,
    discrete: true,
  },
  logseries: { parameters: [{ name: "p", rule: "unit" }], sample: discrete.logseries, discrete: true },
} satisfies Record<string, Distribution>;
