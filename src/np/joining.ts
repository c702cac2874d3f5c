/**
 * Joining, splitting and repeating arrays.
 * Source: numpy/core/shape_base.py, numpy/lib/shape_base.py, numpy/lib/function_base.py (NumPy 1.18).
 */
import { bind, type Call } from "./arguments.js";
import { oneAxis } from "./axes.js";
import { copyAs, copyInto } from "./casting.js";
import { type ArrayLike, asInt, asShape, asStrided, type ShapeLike } from "./convert.js";
import { type DType, dtypeOf } from "./dtype.js";
import { indexOf } from "./element.js";
import { IndexError, TypeError_, ValueError } from "./errors.js";
import { getAt, type Index, type Slice } from "./indexing.js";
import { NDArray } from "./ndarray.js";
import { promoteTypes } from "./promotion.js";
import { atLeast, expandDims, part, ravel, reshape } from "./shaping.js";
import { alongAxis, repeat as repeatKernel } from "./sorting.js";
import { allocate, Strided } from "./strided.js";

export interface AxisArgs {
  axis?: number | null;
}
/** A sequence of arrays: a list of them, or one array taken along its first axis. */
export type Arrays = Iterable<ArrayLike>;

function listOf(arrays: Arrays): Strided[] {
  return Array.from(arrays, (a) => asStrided(a));
}

function joinType(list: readonly Strided[]): DType {
  return list.map((a) => a.dtype).reduce(promoteTypes);
}

function join(list: readonly Strided[], axis: number | null): Strided {
  if (list.length === 0) throw new ValueError("need at least one array to concatenate");
  if (axis === null)
    return join(
      list.map((a) => ravel(a)),
      0,
    );
  const first = list[0]!;
  if (first.ndim === 0) throw new ValueError("zero-dimensional arrays cannot be concatenated");
  const k = oneAxis(axis, first.ndim);
  const shape = [...first.shape];
  list.forEach((a, i) => {
    if (i === 0) return;
    if (a.ndim !== first.ndim) {
      throw new ValueError(
        "all the input arrays must have same number of dimensions, but the array at index 0 has " +
          `${first.ndim} dimension(s) and the array at index ${i} has ${a.ndim} dimension(s)`,
      );
    }
    a.shape.forEach((d, axis_) => {
      if (axis_ === k) shape[k]! += d;
      else if (d !== shape[axis_]) throw mismatch(axis_, shape[axis_]!, i, d);
    });
  });
  const out = allocate(joinType(list), shape);
  let at = 0;
  for (const a of list) {
    copyInto(a, part(out, k, at, at + a.shape[k]!));
    at += a.shape[k]!;
  }
  return out;
}

function mismatch(axis: number, size0: number, i: number, size: number): ValueError {
  return new ValueError(
    "all the input array dimensions for the concatenation axis must match exactly, but along dimension " +
      `${axis}, the array at index 0 has size ${size0} and the array at index ${i} has size ${size}`,
  );
}

/** One array of all, along an existing axis (null: of the flattened arrays). Raises ValueError where shapes disagree. */
export function concatenate(arrays: Arrays, ...args: Call<[axis: number | null], AxisArgs>): NDArray {
  const { axis = 0 } = bind<AxisArgs>("concatenate", ["axis"], args);
  return NDArray.from(join(listOf(arrays), axis));
}

/** All arrays along a new axis. */
export function stack(arrays: Arrays, ...args: Call<[axis: number], { axis?: number }>): NDArray {
  const { axis = 0 } = bind<{ axis: number }>("stack", ["axis"], args);
  const list = listOf(arrays);
  if (list.length === 0) throw new ValueError("need at least one array to stack");
  const shape = list[0]!.shape.join();
  if (list.some((a) => a.shape.join() !== shape)) throw new ValueError("all input arrays must have the same shape");
  const k = oneAxis(axis, list[0]!.ndim + 1);
  return NDArray.from(
    join(
      list.map((a) => expandDims(a, k)),
      k,
    ),
  );
}

export function vstack(arrays: Arrays): NDArray {
  return NDArray.from(
    join(
      listOf(arrays).map((a) => atLeast(a, 2)),
      0,
    ),
  );
}
export { vstack as row_stack };

export function hstack(arrays: Arrays): NDArray {
  const list = listOf(arrays).map((a) => atLeast(a, 1));
  return NDArray.from(join(list, list[0]?.ndim === 1 ? 0 : 1));
}
export function dstack(arrays: Arrays): NDArray {
  return NDArray.from(
    join(
      listOf(arrays).map((a) => atLeast(a, 3)),
      2,
    ),
  );
}
/** One-dimensional arrays become columns. */
export function column_stack(arrays: Arrays): NDArray {
  const columns = listOf(arrays).map((a) => (a.ndim < 2 ? reshape(a, [a.size, 1]) : a));
  return NDArray.from(join(columns, 1));
}
/** Nested lists of blocks, rows inside columns. */
export function block(arrays: readonly (ArrayLike | readonly ArrayLike[])[]): NDArray {
  const rows = arrays.map((row) => (Array.isArray(row) ? hstack(row as ArrayLike[]) : asStrided(row)));
  return arrays.some((row) => Array.isArray(row)) ? vstack(rows) : hstack(rows);
}

/** Cuts at these positions of an axis. */
function cut(a: Strided, at: readonly number[], axis: number): NDArray[] {
  const k = oneAxis(axis, a.ndim);
  const n = a.shape[k]!;
  const clip = (i: number) => Math.min(n, Math.max(0, i < 0 ? i + n : i));
  return Array.from({ length: at.length + 1 }, (_, i) => {
    const start = i === 0 ? 0 : clip(at[i - 1]!);
    const stop = i === at.length ? n : clip(at[i]!);
    return NDArray.from(part(a, k, start, Math.max(start, stop)));
  });
}

/** Into sections as equal as possible, or at the given positions; views. */
export function array_split(
  ary: ArrayLike,
  indices_or_sections: ShapeLike,
  ...args: Call<[axis: number], { axis?: number }>
): NDArray[] {
  const { axis = 0 } = bind<{ axis: number }>("array_split", ["axis"], args);
  const a = asStrided(ary);
  const sections = indexOf(indices_or_sections);
  if (sections === undefined) return cut(a, asShape(indices_or_sections), axis);
  if (sections <= 0) throw new ValueError("number sections must be larger than 0.");
  const n = a.shape[oneAxis(axis, a.ndim)]!;
  const at: number[] = [];
  for (let i = 1; i < sections; i++) at.push(i * Math.floor(n / sections) + Math.min(i, n % sections));
  return cut(a, at, axis);
}

/** As array_split, but raises ValueError where equal sections are impossible. */
export function split(
  ary: ArrayLike,
  indices_or_sections: ShapeLike,
  ...args: Call<[axis: number], { axis?: number }>
): NDArray[] {
  const { axis = 0 } = bind<{ axis: number }>("split", ["axis"], args);
  const sections = indexOf(indices_or_sections);
  const a = asStrided(ary);
  if (sections !== undefined && a.shape[oneAxis(axis, a.ndim)]! % sections !== 0) {
    throw new ValueError("array split does not result in an equal division");
  }
  return array_split(a, indices_or_sections, axis);
}
export function vsplit(ary: ArrayLike, indices_or_sections: ShapeLike): NDArray[] {
  return split(ary, indices_or_sections, 0);
}
export function hsplit(ary: ArrayLike, indices_or_sections: ShapeLike): NDArray[] {
  const a = asStrided(ary);
  return split(a, indices_or_sections, a.ndim > 1 ? 1 : 0);
}
export function dsplit(ary: ArrayLike, indices_or_sections: ShapeLike): NDArray[] {
  return split(ary, indices_or_sections, 2);
}

/** The array repeated as a whole along each axis. */
export function tile(A: ArrayLike, reps: ShapeLike): NDArray {
  const counts = asShape(reps);
  let a = asStrided(A);
  while (a.ndim < counts.length) a = expandDims(a, 0);
  while (counts.length < a.ndim) counts.unshift(1);
  const shape = a.shape.map((d, i) => d * counts[i]!);
  const out = allocate(a.dtype, shape);
  // Every axis becomes a pair (repeat, original), so that one broadcast copy fills the result.
  const pairs = a.shape.flatMap((d, i) => [counts[i]!, d]);
  const from = new Strided(
    a.data,
    a.dtype,
    pairs,
    a.strides.flatMap((s) => [0, s]),
    a.offset,
  );
  copyInto(from, reshape(out, pairs));
  return NDArray.from(out);
}

/** Each element, or each slice of an axis, several times. */
export function repeat(a: ArrayLike, repeats: ShapeLike, ...args: Call<[axis: number | null], AxisArgs>): NDArray {
  const { axis = null } = bind<AxisArgs>("repeat", ["axis"], args);
  return NDArray.from(repeatKernel(asStrided(a), asShape(repeats), axis));
}

/** Values at the end: flattened without an axis. */
export function append(arr: ArrayLike, values: ArrayLike, ...args: Call<[axis: number | null], AxisArgs>): NDArray {
  const { axis = null } = bind<AxisArgs>("append", ["axis"], args);
  return NDArray.from(join([asStrided(arr), asStrided(values)], axis));
}

/** Positions on an axis of length n that an index selects. */
function selected(n: number, obj: Index): number[] {
  const all = new Strided(
    Float64Array.from({ length: n }, (_, i) => i),
    dtypeOf("float64"),
    [n],
  );
  const { value } = getAt(all, [obj]);
  return Array.from(copyAs(value).data as Float64Array);
}

/** A copy with values put before the given positions. */
export function insert(
  arr: ArrayLike,
  obj: ShapeLike | Slice,
  values: ArrayLike,
  ...args: Call<[axis: number | null], AxisArgs>
): NDArray {
  const { axis = null } = bind<AxisArgs>("insert", ["axis"], args);
  let a = asStrided(arr);
  if (axis === null) a = ravel(a);
  const k = oneAxis(axis ?? 0, a.ndim);
  const n = a.shape[k]!;
  const single = indexOf(obj) !== undefined;
  const wanted = single ? [asInt(obj)] : asShape(obj as ShapeLike);
  for (const i of wanted) {
    if (i < -n || i > n) throw new IndexError(`index ${i} is out of bounds for axis ${k} with size ${n}`);
  }
  const at = wanted.map((i) => (i < 0 ? i + n : i));
  let v = asStrided(values, a.dtype);
  if (single) {
    // One position takes all values; with an axis they lie along it.
    if (v.ndim === 0) v = reshape(v, [1]);
    const count = axis === null || a.ndim === 1 ? v.size : v.ndim === a.ndim ? v.shape[k]! : 1;
    while (at.length < count) at.push(at[0]!);
  }
  const count = at.length;
  const shape = a.shape.map((d, i) => (i === k ? d + count : d));
  const order = at.map((p, i) => ({ p, i })).sort((x, y) => x.p - y.p || x.i - y.i);
  const places = new Set(order.map(({ p }, j) => p + j));
  const where = new Map(order.map(({ p, i }, j) => [i, p + j]));
  const out = allocate(a.dtype, shape);
  const block = allocate(
    a.dtype,
    shape.map((d, i) => (i === k ? count : d)),
  );
  if (a.ndim > 1 && v.ndim < a.ndim && v.ndim > 0 && count > 1 && v.ndim === 1 && !single) {
    copyInto(reshape(v, [v.size, ...new Array<number>(a.ndim - k - 1).fill(1)]), block);
  } else copyInto(v, block);
  for (let i = 0; i < count; i++) copyInto(part(block, k, i, i + 1), part(out, k, where.get(i)!, where.get(i)! + 1));
  for (let i = 0, from = 0; i < shape[k]!; i++) {
    if (places.has(i)) continue;
    copyInto(part(a, k, from, from + 1), part(out, k, i, i + 1));
    from++;
  }
  return NDArray.from(out);
}

/** A copy without the given positions. Named `delete` in the np namespace. */
export function delete_(
  arr: ArrayLike,
  obj: Index | ShapeLike,
  ...args: Call<[axis: number | null], AxisArgs>
): NDArray {
  const { axis = null } = bind<AxisArgs>("delete", ["axis"], args);
  let a = asStrided(arr);
  if (axis === null) a = ravel(a);
  const k = oneAxis(axis ?? 0, a.ndim);
  const n = a.shape[k]!;
  const single = indexOf(obj);
  if (single !== undefined && (single < -n || single >= n)) {
    throw new IndexError(`index ${single} is out of bounds for axis ${k} with size ${n}`);
  }
  const gone = new Set(selected(n, single !== undefined ? [single] : (obj as Index)));
  const keep = Array.from({ length: n }, (_, i) => i).filter((i) => !gone.has(i));
  return NDArray.from(alongAxis(a, k, keep, [keep.length]));
}
export { delete_ as delete };

/** The elements, repeated or cut off, in a new shape. */
export function resize(a: ArrayLike, new_shape: ShapeLike): NDArray {
  const flat = copyAs(ravel(asStrided(a)));
  const shape = asShape(new_shape);
  const out = allocate(flat.dtype, shape);
  const n = flat.size;
  if (n === 0) return NDArray.from(out);
  const all = ravel(out);
  for (let at = 0; at < out.size; at += n) {
    const count = Math.min(n, out.size - at);
    copyInto(part(flat, 0, 0, count), part(all, 0, at, at + count));
  }
  return NDArray.from(out);
}

export interface PadArgs {
  mode?: string;
  constant_values?: ArrayLike;
}

/** Where each position of a padded axis comes from; -1 for a constant. */
function padSources(n: number, before: number, after: number, mode: string): number[] {
  return Array.from({ length: before + n + after }, (_, p) => {
    const i = p - before;
    if (i >= 0 && i < n) return i;
    switch (mode) {
      case "constant":
        return -1;
      case "edge":
        return i < 0 ? 0 : n - 1;
      case "wrap":
        return ((i % n) + n) % n;
      case "reflect": {
        if (n === 1) return 0;
        const period = 2 * (n - 1);
        const r = ((i % period) + period) % period;
        return r < n ? r : period - r;
      }
      case "symmetric": {
        const r = ((i % (2 * n)) + 2 * n) % (2 * n);
        return r < n ? r : 2 * n - 1 - r;
      }
      default:
        throw new ValueError(`mode '${mode}' is not supported`);
    }
  });
}

/** (before, after) for every axis, from a number, one pair, or a pair for each axis. */
function pairs(value: ArrayLike, ndim: number, dtype?: DType): Strided {
  const a = asStrided(value, dtype);
  const out = allocate(a.dtype, [ndim, 2]);
  const source = a.ndim === 2 && a.shape[1] === 1 ? a : a.ndim === 1 && a.size === 1 ? reshape(a, []) : a;
  copyInto(source, out);
  return out;
}

/** Modes constant, edge, reflect, symmetric, wrap. Source: numpy.pad. */
export function pad(array: ArrayLike, pad_width: ArrayLike, ...args: Call<[mode: string], PadArgs>): NDArray {
  const { mode = "constant", constant_values = 0 } = bind<PadArgs>("pad", ["mode", "constant_values"], args);
  let a = asStrided(array);
  const widths = asStrided(pad_width);
  if (!widths.dtype.isInteger) throw new TypeError_("`pad_width` must be of integral type.");
  const width = pairs(widths, a.ndim, dtypeOf("int64")).data as BigInt64Array;
  if (width.some((w) => w < 0n)) throw new ValueError("index can't contain negative values");
  const values = pairs(constant_values, a.ndim);
  for (let k = 0; k < a.ndim; k++) {
    const before = Number(width[2 * k]);
    const after = Number(width[2 * k + 1]);
    const n = a.shape[k]!;
    if (mode === "constant") {
      const fill = (which: number, count: number) => {
        const shape = a.shape.map((d, i) => (i === k ? count : d));
        const out = allocate(a.dtype, shape);
        copyInto(new Strided(values.data, values.dtype, [], [], 2 * k + which), out);
        return out;
      };
      a = join([fill(0, before), a, fill(1, after)], k);
      if (a.dtype !== asStrided(array).dtype) a = copyAs(a, asStrided(array).dtype);
    } else a = alongAxis(a, k, padSources(n, before, after, mode), [before + n + after]);
  }
  return NDArray.from(a === array ? copyAs(a) : a);
}

/** Elements shifted along an axis (or of the flattened array), those that fall off come back at the front. */
export function roll(
  a: ArrayLike,
  shift: ShapeLike,
  ...args: Call<[axis: number | readonly number[] | null], { axis?: number | readonly number[] | null }>
): NDArray {
  const { axis = null } = bind<{ axis: number | readonly number[] | null }>("roll", ["axis"], args);
  const x = asStrided(a);
  if (axis === null) return NDArray.from(reshape(asStrided(roll(ravel(x), shift, 0)), x.shape));
  const axes = typeof axis === "number" ? [axis] : axis;
  const shifts = asShape(shift);
  let out = x;
  axes.forEach((axis_, i) => {
    const k = oneAxis(axis_, x.ndim);
    const n = x.shape[k]!;
    const by = shifts[shifts.length === 1 ? 0 : i]!;
    const from = Array.from({ length: n }, (_, p) => (((p - by) % n) + n) % n);
    out = alongAxis(out, k, from, [n]);
  });
  return NDArray.from(out);
}
