/**
 * Shuffling and choosing.
 * Source: shuffle, permutation and choice of numpy/random/mtrand.pyx (NumPy 1.18).
 */
import { copyAs, copyInto, rowMajorOf } from "../casting.js";
import { type ArrayLike, asStrided, existing } from "../convert.js";
import { dtypeOf } from "../dtype.js";
import { indexOf, typeName } from "../element.js";
import { IndexError, TypeError_, ValueError } from "../errors.js";
import { PyTuple } from "../pytuple.js";
import { searchsorted, take } from "../sorting.js";
import { Strided, sizeOf } from "../strided.js";
import { interval32 } from "./bounded.js";
import type { MT19937 } from "./mt19937.js";

/** What shuffle can reorder in place. */
export type Shufflable = unknown[] | Strided | Exclude<Strided["data"], unknown[]>;

/** Exchanges items from the last down with one at or before each. */
function exchange(g: MT19937, n: number, swap: (i: number, j: number) => void): void {
  for (let i = n - 1; i > 0; i--) {
    const j = interval32(g, i);
    if (i !== j) swap(i, j);
  }
}

function swapItems(items: { [index: number]: unknown }): (i: number, j: number) => void {
  return (i, j) => {
    const kept = items[i];
    items[i] = items[j];
    items[j] = kept;
  };
}

/** The order of n shuffled things. */
function shuffledOrder(g: MT19937, n: number): Strided {
  const order = Float64Array.from({ length: n }, (_, i) => i);
  exchange(g, n, swapItems(order));
  return new Strided(BigInt64Array.from(order, BigInt), dtypeOf("int64"), [n]);
}

/** Reorders along the first axis, in place. Raises TypeError for what has no items to assign. */
export function shuffle(g: MT19937, x: Shufflable): void {
  if (x instanceof PyTuple) throw new TypeError_("'tuple' object does not support item assignment");
  if (Array.isArray(x) || (ArrayBuffer.isView(x) && !(x instanceof DataView))) {
    exchange(g, x.length, swapItems(x));
    return;
  }
  const array = existing(x);
  if (!array) {
    if (typeof x === "string") throw new TypeError_("'str' object does not support item assignment");
    throw new TypeError_(`object of type '${typeName(x)}' has no len()`);
  }
  if (array.ndim === 0) throw new TypeError_("len() of unsized object");
  if (array.size === 0) return;
  copyInto(take(array, shuffledOrder(g, array.shape[0]!), 0), array);
}

/** 0 .. n-1 in random order, or a shuffled copy of an array. */
export function permutation(g: MT19937, x: ArrayLike): Strided {
  const n = indexOf(x);
  if (n !== undefined) return shuffledOrder(g, Math.max(0, n));
  const array = asStrided(x);
  if (array.ndim < 1) throw new IndexError("x must be an integer or at least 1-dimensional");
  return take(array, shuffledOrder(g, array.shape[0]!), 0);
}

/** A sum with the rounding errors carried along (Kahan), of the first n numbers. */
export function carefulSum(numbers: Float64Array, n = numbers.length): number {
  let sum = numbers[0] ?? 0;
  let c = 0;
  for (let i = 1; i < n; i++) {
    const y = numbers[i]! - c;
    const t = sum + y;
    c = t - sum - y;
    sum = t;
  }
  return sum;
}

/** Running sums divided by the last one. */
function cumulative(p: Float64Array): Strided {
  const cdf = new Float64Array(p.length);
  let sum = 0;
  for (let i = 0; i < p.length; i++) cdf[i] = sum += p[i]!;
  for (let i = 0; i < p.length; i++) cdf[i]! /= sum;
  return new Strided(cdf, dtypeOf("float64"), [p.length]);
}

function probabilities(p: ArrayLike, population: number): Float64Array {
  const given = asStrided(p);
  const eps = given.dtype.name === "float32" ? 2 ** -23 : given.dtype.name === "float16" ? 2 ** -10 : 2 ** -52;
  const array = asStrided(p, dtypeOf("float64"));
  if (array.ndim !== 1) throw new ValueError("'p' must be 1-dimensional");
  if (array.size !== population) throw new ValueError("'a' and 'p' must have same size");
  const values = copyAs(array).data as Float64Array;
  const sum = carefulSum(values);
  if (Number.isNaN(sum)) throw new ValueError("probabilities contain NaN");
  if (values.some((v) => v < 0)) throw new ValueError("probabilities are not non-negative");
  // Lists count as float64 here, arrays by their own precision.
  if (Math.abs(sum - 1) > Math.sqrt(existing(p) ? eps : 2 ** -52))
    throw new ValueError("probabilities do not sum to 1");
  return values;
}

function doubles(g: MT19937, n: number): Strided {
  return new Strided(
    Float64Array.from({ length: n }, () => g.double()),
    dtypeOf("float64"),
    [n],
  );
}

/** Numbers of a population by their probabilities, each at most once: drawn together, repeats are drawn again. */
function distinct(g: MT19937, weights: Float64Array, n: number): BigInt64Array {
  if (weights.reduce((count, w) => count + (w > 0 ? 1 : 0), 0) < n) {
    throw new ValueError("Fewer non-zero entries in p than size");
  }
  const found: bigint[] = [];
  const left = weights.slice();
  while (found.length < n) {
    const drawn = doubles(g, n - found.length);
    for (const i of found) left[Number(i)] = 0;
    const places = searchsorted(cumulative(left), drawn, "right").data as BigInt64Array;
    found.push(...new Set(places));
  }
  return BigInt64Array.from(found);
}

/** What the choice is made from: an array, or the numbers below n. */
export interface Population {
  readonly items: Strided | null;
  readonly size: number;
}

export function population(a: ArrayLike, samples: number): Population {
  const array = asStrided(a);
  if (array.ndim > 1) throw new ValueError("a must be 1-dimensional");
  if (array.ndim === 1) {
    if (array.size === 0 && samples !== 0) throw new ValueError("'a' cannot be empty unless no samples are taken");
    return { items: array, size: array.size };
  }
  const size = indexOf(a);
  if (size === undefined) throw new ValueError("a must be 1-dimensional or an integer");
  if (size <= 0 && samples !== 0) throw new ValueError("a must be greater than 0 unless no samples are taken");
  return { items: null, size };
}

/** Chosen numbers of the population, in the given shape. */
export function chooseNumbers(
  g: MT19937,
  size: number,
  shape: readonly number[],
  replace: boolean,
  p: ArrayLike | null,
): Strided {
  const n = sizeOf(shape);
  const weights = p === null ? null : probabilities(p, size);
  const int64 = (data: Strided["data"]) => new Strided(data, dtypeOf("int64"), shape);
  if (replace) {
    if (weights) return int64(searchsorted(cumulative(weights), doubles(g, n), "right").data);
    const data = new BigInt64Array(n);
    for (let i = 0; i < n; i++) data[i] = BigInt(interval32(g, size - 1));
    return int64(data);
  }
  if (n > size) throw new ValueError("Cannot take a larger sample than population when 'replace=False'");
  if (weights) return int64(distinct(g, weights, n));
  return int64((rowMajorOf(shuffledOrder(g, size)).data as BigInt64Array).slice(0, n));
}
