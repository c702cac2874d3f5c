/**
 * Sorting, searching and picking elements along an axis.
 * Source: numpy/core/src/multiarray/item_selection.c (NumPy 1.18); nan sorts last, sorts here are stable.
 */
import { oneAxis } from "./axes.js";
import { copyAs, withType } from "./casting.js";
import { dtypeOf } from "./dtype.js";
import { IndexError, ValueError } from "./errors.js";
import { gather } from "./indexing.js";
import { forRuns } from "./iterate.js";
import { promoteTypes } from "./promotion.js";
import { moveaxis, ravel } from "./shaping.js";
import { allocate, Strided, sizeOf } from "./strided.js";

type Key = number | bigint | string;

/** Python's order of two elements, nan last. */
function order(x: Key, y: Key): number {
  if (x < y) return -1;
  if (x > y) return 1;
  if (x === y) return 0;
  return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
}

/** The elements as values that compare: bytes as text, complex not at all. */
function keys(a: Strided): ArrayLike<Key> {
  if (a.dtype.kind === "S") return (a.data as Uint8Array[]).map((b) => new TextDecoder("latin1").decode(b));
  if (a.dtype.kind === "c") throw new ValueError("sorting complex arrays is not supported");
  return a.data as number[];
}

/** Sorted copy along an axis (the last by default; null: of all elements). Source: numpy.sort. */
export function sort(a: Strided, axis: number | null = -1): Strided {
  if (axis === null) return sort(copyAs(ravel(a)), 0);
  if (a.ndim === 0) oneAxis(axis, 0);
  const k = oneAxis(axis, a.ndim);
  const rows = copyAs(moveaxis(a, k, -1));
  const n = a.shape[k]!;
  const numeric = ArrayBuffer.isView(rows.data);
  for (let i = 0; i < rows.size; i += n) {
    // A typed array's own sort is numeric and puts nan last; -0 before 0 is invisible but for its sign.
    if (numeric && rows.dtype.kind !== "c") (rows.data as Float64Array).subarray(i, i + n).sort();
    else {
      const row = (rows.data as unknown[]).slice(i, i + n);
      const key = keys(new Strided(row, rows.dtype, [n]));
      const index = row.map((_, e) => e).sort((p, q) => order(key[p]!, key[q]!));
      index.forEach((from, to) => {
        (rows.data as unknown[])[i + to] = row[from];
      });
    }
  }
  return copyAs(moveaxis(rows, -1, k));
}

/** Positions that would sort an axis; equal elements keep their order. Source: numpy.argsort. */
export function argsort(a: Strided, axis: number | null = -1): Strided {
  if (axis === null) return argsort(ravel(a), 0);
  const k = oneAxis(axis, a.ndim);
  const rows = copyAs(moveaxis(a, k, -1));
  const n = a.shape[k]!;
  const key = keys(rows);
  const out = new BigInt64Array(rows.size);
  for (let i = 0; i < rows.size; i += n) {
    const index = Array.from({ length: n }, (_, e) => e);
    index.sort((p, q) => order(key[i + p]!, key[i + q]!) || p - q);
    index.forEach((from, to) => {
      out[i + to] = BigInt(from);
    });
  }
  return copyAs(moveaxis(new Strided(out, dtypeOf("int64"), rows.shape), -1, k));
}

export type TakeMode = "raise" | "wrap" | "clip";

function place(i: number, n: number, mode: TakeMode, axis: number): number {
  if (mode === "wrap") return ((i % n) + n) % n;
  if (mode === "clip") return Math.min(n - 1, Math.max(0, i));
  if (i < -n || i >= n) throw new IndexError(`index ${i} is out of bounds for axis ${axis} with size ${n}`);
  return i < 0 ? i + n : i;
}

/** Elements at these positions of an axis. Source: numpy.take. */
export function take(a: Strided, indices: Strided, axis: number | null = null, mode: TakeMode = "raise"): Strided {
  if (axis === null) return take(ravel(a), indices, 0, mode);
  const k = oneAxis(axis, a.ndim);
  const n = a.shape[k]!;
  if (n === 0 && indices.size > 0) throw new IndexError("cannot do a non-empty take from an empty axes.");
  const at = copyAs(indices, dtypeOf("int64")).data as BigInt64Array;
  const from = Array.from(at, (i) => place(Number(i), n, mode, k));
  return alongAxis(a, k, from, indices.shape);
}

/** Copies the slices at these positions of an axis; the axis is replaced by `shape`. */
export function alongAxis(a: Strided, axis: number, from: readonly number[], shape: readonly number[]): Strided {
  const before = a.shape.slice(0, axis);
  const after = a.shape.slice(axis + 1);
  const stride = a.strides[axis]!;
  const full = [...before, ...shape, ...after];
  const positions = new Int32Array(sizeOf(full));
  const inner: number[] = [];
  const rest = new Strided(a.data, a.dtype, after, a.strides.slice(axis + 1), 0);
  forRuns(
    after,
    (n, i, si) => {
      for (let e = 0; e < n; e++, i += si) inner.push(i);
    },
    rest,
    undefined,
    undefined,
    true,
  );
  let p = 0;
  forRuns(
    before,
    (n, i, si) => {
      for (let e = 0; e < n; e++, i += si) {
        for (const f of from) for (const s of inner) positions[p++] = i + f * stride + s;
      }
    },
    { strides: a.strides.slice(0, axis), offset: a.offset },
    undefined,
    undefined,
    true,
  );
  return gather(a, positions, full);
}

/** Each element (or slice of an axis) several times. Source: numpy.repeat. */
export function repeat(a: Strided, counts: readonly number[], axis: number | null = null): Strided {
  if (axis === null) return repeat(ravel(a), counts, 0);
  const k = oneAxis(axis, a.ndim);
  const n = a.shape[k]!;
  if (counts.length !== 1 && counts.length !== n) {
    throw new ValueError(`operands could not be broadcast together with shape (${n},) (${counts.length},)`);
  }
  if (counts.some((c) => c < 0)) throw new ValueError("repeats may not contain negative values.");
  const from: number[] = [];
  for (let i = 0; i < n; i++) {
    const c = counts.length === 1 ? counts[0]! : counts[i]!;
    for (let e = 0; e < c; e++) from.push(i);
  }
  return alongAxis(a, k, from, [from.length]);
}

/** Where values would be inserted to keep a sorted array sorted. Source: numpy.searchsorted. */
export function searchsorted(sorted: Strided, values: Strided, side: "left" | "right" = "left"): Strided {
  if (sorted.ndim !== 1) throw new ValueError("object of too small depth for desired array");
  const t = promoteTypes(sorted.dtype, values.dtype);
  const key = keys(copyAs(sorted, t));
  const v = keys(copyAs(values, t));
  const out = allocate(dtypeOf("int64"), values.shape);
  for (let i = 0; i < v.length; i++) {
    let low = 0;
    let high = key.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      const c = order(key[mid]!, v[i]!);
      if (c < 0 || (c === 0 && side === "right")) low = mid + 1;
      else high = mid;
    }
    (out.data as BigInt64Array)[i] = BigInt(low);
  }
  return out;
}

/** The distinct values in order, with first positions, places of all elements among them, and counts. */
export function unique(a: Strided): { values: Strided; index: Strided; inverse: Strided; counts: Strided } {
  const flat = copyAs(ravel(a));
  const perm = argsort(flat, 0).data as BigInt64Array;
  const key = keys(flat);
  const starts: number[] = [];
  const inverse = new BigInt64Array(perm.length);
  for (let i = 0; i < perm.length; i++) {
    const p = Number(perm[i]);
    if (i === 0 || key[p] !== key[Number(perm[i - 1])]) starts.push(i);
    inverse[p] = BigInt(starts.length - 1);
  }
  const first = starts.map((s) => Number(perm[s]));
  const int64 = dtypeOf("int64");
  const ints = (list: readonly number[]) => new Strided(BigInt64Array.from(list, BigInt), int64, [list.length]);
  return {
    values: gather(flat, Int32Array.from(first), [first.length]),
    index: ints(first),
    inverse: new Strided(inverse, int64, [perm.length]),
    counts: ints(starts.map((s, i) => (starts[i + 1] ?? perm.length) - s)),
  };
}

/** Writes x where the condition holds, else y; all row-major, of one shape, x and y of the dtype of `out`. */
export function choose(condition: Strided, x: Strided, y: Strided, out: Strided): void {
  const c = withType(condition, dtypeOf("bool")).data as Uint8Array;
  const p = x.data as number[];
  const q = y.data as number[];
  const o = out.data as number[];
  const width = out.dtype.kind === "c" ? 2 : 1;
  for (let i = 0; i < c.length; i++) {
    for (let e = 0; e < width; e++) o[width * i + e] = (c[i] ? p : q)[width * i + e]!;
  }
}
