/**
 * RandomState: one stream of random numbers with NumPy's distributions.
 * Source: numpy.random.RandomState, numpy/random/mtrand.pyx (NumPy 1.18). Same seed, same numbers, bit for bit.
 *
 * One number comes back as a plain number (Python's float or int), as in NumPy; with a size or array arguments an array.
 * Arguments are positional in NumPy's order, then at most one object of keywords: `normal(0, 1, 5)`, `normal({ size: 5 })`.
 */
import { bind, type Call } from "../arguments.js";
import { asInt, type ArrayLike as Values } from "../convert.js";
import { dtypeOf } from "../dtype.js";
import { asDType, type DTypeLike } from "../dtype_names.js";
import { intValue } from "../element.js";
import { TypeError_ } from "../errors.js";
import { getAt } from "../indexing.js";
import { NDArray, returned } from "../ndarray.js";
import { type Strided, sizeOf } from "../strided.js";
import { warnOnce } from "../warn.js";
import { DISTRIBUTIONS } from "./distributions.js";
import { integers } from "./integers.js";
import { MT19937 } from "./mt19937.js";
import { draw, type Size, shapeOfSize } from "./parameters.js";
import { type Seed, seedWords } from "./seeding.js";
import { chooseNumbers, permutation, population, type Shufflable, shuffle } from "./selection.js";
import type { ChoiceOptions, Drawn, Of0, Of1, Of2, Of3, RandintOptions } from "./signatures.js";
import { restore, type State, type StateDict, stateDict, stateTuple } from "./state.js";
import { type CheckValid, dirichlet, multinomial, multivariateNormal } from "./vectors.js";

/** A drawn value as it is returned. */
function result(value: number | Strided): number | NDArray {
  return typeof value === "number" ? value : returned(value);
}

/** An integer that was drawn as an element of an array, as Python's int. */
function integerOf(array: Strided): number | bigint {
  return intValue(BigInt(array.data[array.offset] as bigint | number));
}

export class RandomState {
  private readonly g = new MT19937();

  constructor(seed: Seed = null) {
    this.seed(seed);
  }

  /** Starts the stream anew. Raises ValueError outside 0 .. 2^32 - 1, TypeError for what is no integer. */
  seed(seed: Seed = null): void {
    if (seed === null) {
      this.g.seedList(crypto.getRandomValues(new Uint32Array(624)));
      return;
    }
    const { single, words } = seedWords(seed);
    if (single) this.g.seed(words[0]!);
    else this.g.seedList(words);
  }

  /** Where the stream stands, for set_state. */
  get_state(): State;
  get_state(legacy: true | { readonly legacy: true }): State;
  get_state(legacy: false | { readonly legacy: false }): StateDict;
  get_state(legacy: boolean | { readonly legacy: boolean } = true): State | StateDict {
    const wanted = typeof legacy === "object" ? legacy.legacy : legacy;
    return wanted ? stateTuple(this.g) : stateDict(this.g);
  }

  /** Goes back to where get_state was called. Raises ValueError for another generator's state. */
  set_state(state: StateDict | readonly (string | Values)[]): void {
    restore(this.g, state);
  }

  /** Uniform floats in [0, 1): `rand(3, 2)` is a 3 x 2 array. */
  rand(): number;
  rand(...dims: number[]): NDArray;
  rand(...dims: number[]): number | NDArray {
    return this.draw("random_sample", dims.length === 0 ? [] : [dims]);
  }

  /** Standard normal numbers: `randn(3, 2)` is a 3 x 2 array. */
  randn(): number;
  randn(...dims: number[]): NDArray;
  randn(...dims: number[]): number | NDArray {
    return this.draw("standard_normal", dims.length === 0 ? [] : [dims]);
  }

  /** Uniform floats in [0, 1). */
  random_sample<A extends Of0>(...args: A): Drawn<A, "0"> {
    return this.draw("random_sample", args);
  }
  random<A extends Of0>(...args: A): Drawn<A, "0"> {
    return this.draw("random_sample", args);
  }

  /**
   * Integers from low up to below high; from 0 up to below low without high. dtype int64 if not given.
   * Raises ValueError "low >= high", and for limits that the dtype can't hold.
   */
  randint(low: number | bigint, high?: number | bigint | null): number;
  randint(low: number | bigint, options: { readonly high?: number | bigint | null }): number;
  randint(...args: Call<[low: Values, high: Values | null, size: Size, dtype: DTypeLike], RandintOptions>): NDArray;
  randint(...args: readonly unknown[]): number | bigint | NDArray {
    const given = bind<RandintOptions & { low: Values }>("randint", ["low", "high", "size", "dtype"], args);
    if (given.low === undefined) throw new TypeError_("randint() takes at least 1 positional argument (0 given)");
    const dtype = asDType(given.dtype ?? "int64");
    const [low, high] = (given.high ?? null) === null ? [0, given.low] : [given.low, given.high ?? 0];
    const size = shapeOfSize(given.size);
    const drawn = integers(this.g, low, high, size, dtype);
    // Without a size the default type gives Python's int, other types NumPy's.
    if (size === null && drawn.ndim === 0 && dtype === dtypeOf("int64")) return integerOf(drawn);
    return returned(drawn);
  }

  /** Integers from low up to high, both included; from 1 without high. Deprecated in NumPy. */
  random_integers(low: number | bigint, high?: number | bigint | null): number;
  random_integers(
    ...args: Call<[low: number | bigint, high: number | bigint | null, size: Size], RandintOptions>
  ): NDArray;
  random_integers(...args: readonly unknown[]): number | bigint | NDArray {
    const given = bind<{ low: number | bigint; high: number | bigint | null; size: Size }>(
      "random_integers",
      ["low", "high", "size"],
      args,
    );
    const low = given.high == null ? 1 : asInt(given.low);
    const high = asInt(given.high ?? given.low);
    warnOnce(
      "DeprecationWarning",
      given.high == null
        ? `This function is deprecated. Please call randint(1, ${high} + 1) instead`
        : `This function is deprecated. Please call randint(${low}, ${high} + 1) instead`,
    );
    const size = shapeOfSize(given.size);
    const drawn = integers(this.g, low, high + 1, size, dtypeOf("int64"));
    return size === null ? integerOf(drawn) : returned(drawn);
  }

  /** Integers from 0 to 2^63 - 1. */
  tomaxint(): number | bigint;
  tomaxint(...args: Of0): number | bigint | NDArray;
  tomaxint(...args: Of0): number | bigint | NDArray {
    const size = shapeOfSize(bind<{ size: Size }>("tomaxint", ["size"], args).size);
    if (size === null) return intValue(this.g.next64() >> 1n);
    return NDArray.of(
      "int64",
      BigInt64Array.from({ length: sizeOf(size) }, () => this.g.next64() >> 1n),
      size,
    );
  }

  /** Random bytes. */
  bytes(length: number): Uint8Array {
    const words = Uint32Array.from({ length: Math.floor((length - 1) / 4) + 1 }, () => this.g.next32());
    return new Uint8Array(words.buffer).slice(0, length);
  }

  /** Reorders a list or array along its first axis, in place. */
  shuffle(x: Shufflable): void {
    shuffle(this.g, x);
  }

  /** The numbers below x in random order, or a copy of an array shuffled along its first axis. */
  permutation(x: Values): NDArray {
    return NDArray.from(permutation(this.g, x));
  }

  /**
   * Chooses from a list or array, or from the numbers below a: with or without replacement, by probabilities p if given.
   * Raises ValueError where p isn't a distribution over a, and for more choices without replacement than there are.
   */
  choice(a: number | bigint, options?: { readonly replace?: boolean; readonly p?: Values | null }): number;
  choice(...args: Call<[a: Values, size: Size, replace: boolean, p: Values | null], ChoiceOptions>): NDArray;
  choice(...args: readonly unknown[]): number | bigint | NDArray {
    const given = bind<ChoiceOptions & { a: Values }>("choice", ["a", "size", "replace", "p"], args);
    if (given.a === undefined) throw new TypeError_("choice() takes at least 1 positional argument (0 given)");
    const size = shapeOfSize(given.size);
    const shape = size ?? [];
    const from = population(given.a, sizeOf(shape));
    const chosen = chooseNumbers(this.g, from.size, shape, given.replace ?? true, given.p ?? null);
    if (from.items === null) return size === null ? integerOf(chosen) : NDArray.from(chosen);
    const picked = getAt(from.items, [size === null ? integerOf(chosen) : chosen]).value;
    return size === null ? returned(picked) : NDArray.from(picked);
  }

  /** How often each class came up in n trials of probabilities pvals: an array of shape size + (classes,). */
  multinomial(...args: Call<[n: number, pvals: Values, size: Size], { readonly size?: Size }>): NDArray {
    const { n, pvals, size } = bind<{ n: number; pvals: Values; size: Size }>(
      "multinomial",
      ["n", "pvals", "size"],
      args,
    );
    if (n === undefined || pvals === undefined) {
      throw new TypeError_(`multinomial() takes at least 2 positional arguments (${args.length} given)`);
    }
    return NDArray.from(multinomial(this.g, asInt(n), pvals, shapeOfSize(size) ?? []));
  }

  /** Points whose coordinates are positive and sum to 1: an array of shape size + (len(alpha),). */
  dirichlet(...args: Call<[alpha: Values, size: Size], { readonly size?: Size }>): NDArray {
    const { alpha, size } = bind<{ alpha: Values; size: Size }>("dirichlet", ["alpha", "size"], args);
    if (alpha === undefined) throw new TypeError_("dirichlet() takes at least 1 positional argument (0 given)");
    return NDArray.from(dirichlet(this.g, alpha, shapeOfSize(size) ?? []));
  }

  /** Normal vectors of a mean and covariance: an array of shape size + (len(mean),). */
  multivariate_normal(
    ...args: Call<
      [mean: Values, cov: Values, size: Size, check_valid: CheckValid, tol: number],
      { readonly size?: Size; readonly check_valid?: CheckValid; readonly tol?: number }
    >
  ): NDArray {
    const given = bind<{ mean: Values; cov: Values; size: Size; check_valid: CheckValid; tol: number }>(
      "multivariate_normal",
      ["mean", "cov", "size", "check_valid", "tol"],
      args,
    );
    if (given.mean === undefined || given.cov === undefined) {
      throw new TypeError_(`multivariate_normal() takes at least 2 positional arguments (${args.length} given)`);
    }
    const shape = shapeOfSize(given.size) ?? [];
    const check = given.check_valid ?? "warn";
    return NDArray.from(multivariateNormal(this.g, given.mean, given.cov, shape, check, given.tol ?? 1e-8));
  }

  /** Normal numbers of mean 0 and deviation 1. */
  standard_normal<A extends Of0>(...args: A): Drawn<A, "0"> {
    return this.draw("standard_normal", args);
  }

  /** Exponential numbers of mean 1. */
  standard_exponential<A extends Of0>(...args: A): Drawn<A, "0"> {
    return this.draw("standard_exponential", args);
  }

  /** Cauchy numbers around 0. */
  standard_cauchy<A extends Of0>(...args: A): Drawn<A, "0"> {
    return this.draw("standard_cauchy", args);
  }

  /** Uniform floats in [low, high); low 0 and high 1 if not given. */
  uniform<A extends Of2<"low", "high">>(...args: A): Drawn<A, "2"> {
    return this.draw("uniform", args);
  }

  /** Normal numbers of mean loc (0) and deviation scale (1). Raises ValueError for scale < 0. */
  normal<A extends Of2<"loc", "scale">>(...args: A): Drawn<A, "2"> {
    return this.draw("normal", args);
  }

  /** Exponential numbers of mean scale (1). */
  exponential<A extends Of1<"scale">>(...args: A): Drawn<A, "1"> {
    return this.draw("exponential", args);
  }

  /** Gamma numbers of a shape, scale 1. */
  standard_gamma<A extends Of1<"shape">>(...args: A): Drawn<A, "1"> {
    return this.draw("standard_gamma", args);
  }

  /** Gamma numbers of a shape and scale (1). */
  gamma<A extends Of2<"shape", "scale">>(...args: A): Drawn<A, "2"> {
    return this.draw("gamma", args);
  }

  /** Beta numbers with exponents a - 1 and b - 1. */
  beta<A extends Of2<"a", "b">>(...args: A): Drawn<A, "2"> {
    return this.draw("beta", args);
  }

  /** Sums of squares of df normals. */
  chisquare<A extends Of1<"df">>(...args: A): Drawn<A, "1"> {
    return this.draw("chisquare", args);
  }

  /** The same with non-centrality nonc. */
  noncentral_chisquare<A extends Of2<"df", "nonc">>(...args: A): Drawn<A, "2"> {
    return this.draw("noncentral_chisquare", args);
  }

  /** Fisher's F: ratios of two chi squares, each over its degrees of freedom. */
  f<A extends Of2<"dfnum", "dfden">>(...args: A): Drawn<A, "2"> {
    return this.draw("f", args);
  }

  /** The same with non-centrality nonc of the numerator. */
  noncentral_f<A extends Of3<"dfnum", "dfden", "nonc">>(...args: A): Drawn<A, "3"> {
    return this.draw("noncentral_f", args);
  }

  /** Student's t with df degrees of freedom. */
  standard_t<A extends Of1<"df">>(...args: A): Drawn<A, "1"> {
    return this.draw("standard_t", args);
  }

  /** Angles in [-pi, pi] around mu with concentration kappa. */
  vonmises<A extends Of2<"mu", "kappa">>(...args: A): Drawn<A, "2"> {
    return this.draw("vonmises", args);
  }

  /** Pareto II (Lomax) numbers of shape a. */
  pareto<A extends Of1<"a">>(...args: A): Drawn<A, "1"> {
    return this.draw("pareto", args);
  }

  /** Weibull numbers of shape a, scale 1. */
  weibull<A extends Of1<"a">>(...args: A): Drawn<A, "1"> {
    return this.draw("weibull", args);
  }

  /** Numbers in [0, 1] with density a * x^(a - 1). */
  power<A extends Of1<"a">>(...args: A): Drawn<A, "1"> {
    return this.draw("power", args);
  }

  /** Laplace numbers around loc (0) with decay scale (1). */
  laplace<A extends Of2<"loc", "scale">>(...args: A): Drawn<A, "2"> {
    return this.draw("laplace", args);
  }

  /** Gumbel numbers of mode loc (0) and scale (1). */
  gumbel<A extends Of2<"loc", "scale">>(...args: A): Drawn<A, "2"> {
    return this.draw("gumbel", args);
  }

  /** Logistic numbers of mean loc (0) and scale (1). */
  logistic<A extends Of2<"loc", "scale">>(...args: A): Drawn<A, "2"> {
    return this.draw("logistic", args);
  }

  /** Exponentials of normals of mean (0) and deviation sigma (1). */
  lognormal<A extends Of2<"mean", "sigma">>(...args: A): Drawn<A, "2"> {
    return this.draw("lognormal", args);
  }

  /** Rayleigh numbers of mode scale (1). */
  rayleigh<A extends Of1<"scale">>(...args: A): Drawn<A, "1"> {
    return this.draw("rayleigh", args);
  }

  /** Inverse Gaussian numbers of a mean and scale. */
  wald<A extends Of2<"mean", "scale">>(...args: A): Drawn<A, "2"> {
    return this.draw("wald", args);
  }

  /** Numbers between left and right, most likely at mode. */
  triangular<A extends Of3<"left", "mode", "right">>(...args: A): Drawn<A, "3"> {
    return this.draw("triangular", args);
  }

  /** Successes in n trials of probability p. */
  binomial<A extends Of2<"n", "p">>(...args: A): Drawn<A, "2"> {
    return this.draw("binomial", args);
  }

  /** Failures before n successes of probability p. */
  negative_binomial<A extends Of2<"n", "p">>(...args: A): Drawn<A, "2"> {
    return this.draw("negative_binomial", args);
  }

  /** Counts of mean lam (1). */
  poisson<A extends Of1<"lam">>(...args: A): Drawn<A, "1"> {
    return this.draw("poisson", args);
  }

  /** Zipf numbers of exponent a > 1. */
  zipf<A extends Of1<"a">>(...args: A): Drawn<A, "1"> {
    return this.draw("zipf", args);
  }

  /** Trials up to the first success of probability p. */
  geometric<A extends Of1<"p">>(...args: A): Drawn<A, "1"> {
    return this.draw("geometric", args);
  }

  /** Good ones among nsample taken from ngood and nbad. */
  hypergeometric<A extends Of3<"ngood", "nbad", "nsample">>(...args: A): Drawn<A, "3"> {
    return this.draw("hypergeometric", args);
  }

  /** Logarithmic series numbers of parameter p. */
  logseries<A extends Of1<"p">>(...args: A): Drawn<A, "1"> {
    return this.draw("logseries", args);
  }

  private draw<R extends number | NDArray>(name: keyof typeof DISTRIBUTIONS, args: readonly unknown[]): R {
    return result(draw(this.g, name, DISTRIBUTIONS[name], args)) as R;
  }
}
