/**
 * Counting: bincount and histogram.
 * Source: numpy/core/src/multiarray/compiled_base.c, numpy/lib/histograms.py (NumPy 1.18).
 */
import { bind, type Call } from "./arguments.js";
import { copyAs } from "./casting.js";
import { type ArrayLike, asStrided } from "./convert.js";
import { dtypeOf } from "./dtype.js";
import { TypeError_, ValueError } from "./errors.js";
import { NDArray, returned } from "./ndarray.js";
import { type PyTuple, tuple } from "./pytuple.js";
import { linspace } from "./ranges.js";
import * as reductions from "./reductions.js";
import { ravel } from "./shaping.js";
import { searchsorted, take } from "./sorting.js";
import { diff } from "./statistics.js";
import { allocate, type Strided } from "./strided.js";

interface BincountArgs {
  weights?: ArrayLike | null;
  minlength?: number;
}
/** How often each non-negative integer occurs, or the sum of its weights. */
export function bincount(
  x: ArrayLike,
  ...args: Call<[weights: ArrayLike | null, minlength: number], BincountArgs>
): NDArray {
  const { weights = null, minlength = 0 } = bind<BincountArgs>("bincount", ["weights", "minlength"], args);
  const a = asStrided(x);
  if (a.ndim !== 1) throw new ValueError("object too deep for desired array");
  if (!a.dtype.isInteger && a.dtype.kind !== "b" && a.size > 0) {
    throw new TypeError_(
      `Cannot cast array data from dtype('${a.dtype.name}') to dtype('int64') according to the rule 'safe'`,
    );
  }
  const at = Array.from(copyAs(a, dtypeOf("int64")).data as BigInt64Array, Number);
  if (at.some((i) => i < 0)) throw new ValueError("'list' argument must have no negative elements");
  const n = at.reduce((m, i) => Math.max(m, i + 1), minlength);
  if (weights === null) {
    const out = new BigInt64Array(n);
    for (const i of at) out[i]! += 1n;
    return NDArray.of("int64", out, [n]);
  }
  const w = copyAs(asStrided(weights), dtypeOf("float64")).data as Float64Array;
  if (w.length !== at.length) throw new ValueError("The weights and list don't have the same length.");
  const out = new Float64Array(n);
  at.forEach((i, k) => {
    out[i]! += w[k]!;
  });
  return NDArray.of("float64", out, [n]);
}

interface HistogramArgs {
  bins?: ArrayLike;
  range?: readonly [number, number] | null;
  weights?: ArrayLike | null;
  density?: boolean | null;
}
/** (counts, bin edges): equal bins between the extremes (or over `range`), or bins between given edges. */
export function histogram(a: ArrayLike, ...args: Call<[bins: ArrayLike], HistogramArgs>): PyTuple<NDArray> {
  const {
    bins = 10,
    range = null,
    weights = null,
    density = false,
  } = bind<HistogramArgs>("histogram", ["bins", "range", "weights", "density"], args);
  const x = ravel(asStrided(a));
  const asked = asStrided(bins);
  const w = weights === null ? null : ravel(asStrided(weights));
  const edges = asked.ndim === 0 ? equalEdges(x, Number(asked.data[asked.offset]), range) : NDArray.from(asked);
  const counts = asked.ndim === 0 ? countEqual(x, edges, w) : countBetween(x, edges, w);
  if (!density) return tuple([counts, edges]);
  return tuple([counts.truediv(diff(edges)).truediv(counts.sum()), edges]);
}
function equalEdges(x: Strided, n: number, range: readonly [number, number] | null): NDArray {
  if (n < 1) throw new ValueError("`bins` must be positive, when an integer");
  let low = range ? range[0] : x.size === 0 ? 0 : Number(returned(reductions.min(x)));
  let high = range ? range[1] : x.size === 0 ? 1 : Number(returned(reductions.max(x)));
  if (low > high) throw new ValueError("max must be larger than min in range parameter.");
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    throw new ValueError(`${range ? "supplied" : "autodetected"} range of [${low}, ${high}] is not finite`);
  }
  if (low === high) {
    low -= 0.5;
    high += 0.5;
  }
  const t = x.dtype.kind === "f" ? x.dtype : dtypeOf("float64");
  return linspace(low, high, n + 1, { dtype: t });
}
function countEqual(x: Strided, edges: NDArray, w: Strided | null): NDArray {
  const v = copyAs(x, dtypeOf("float64")).data as Float64Array;
  const e = copyAs(edges, dtypeOf("float64")).data as Float64Array;
  const n = e.length - 1;
  const norm = n / (e[n]! - e[0]!);
  const places: number[] = [];
  const kept: number[] = [];
  v.forEach((value, k) => {
    if (!(value >= e[0]! && value <= e[n]!)) return;
    let i = Math.trunc((value - e[0]!) * norm);
    if (i === n) i--;
    if (value < e[i]!) i--;
    else if (value >= e[i + 1]! && i !== n - 1) i++;
    places.push(i);
    kept.push(k);
  });
  return bincount(places.length ? places : allocate(dtypeOf("int64"), [0]), w && take(w, asStrided(kept)), n);
}
function countBetween(x: Strided, edges: NDArray, w: Strided | null): NDArray {
  const n = edges.size;
  if (edges.ndim !== 1) throw new ValueError("`bins` must be 1d, when an array");
  if (diff(edges).lt(0).any().__bool__()) throw new ValueError("`bins` must increase monotonically, when an array");
  const at = searchsorted(edges, x, "right").data as BigInt64Array;
  const last = searchsorted(edges, x, "left").data as BigInt64Array;
  const places: number[] = [];
  const kept: number[] = [];
  at.forEach((p, k) => {
    // The last bin includes its right edge.
    const i = Number(p) === n && Number(last[k]) < n ? n - 2 : Number(p) - 1;
    if (i < 0 || i > n - 2) return;
    places.push(i);
    kept.push(k);
  });
  return bincount(places.length ? places : allocate(dtypeOf("int64"), [0]), w && take(w, asStrided(kept)), n - 1);
}
