/**
 * Evenly spaced numbers and grids: linspace, meshgrid, mgrid, r_, c_ and the like.
 * Source: numpy/core/function_base.py, numpy/lib/index_tricks.py, numpy/lib/function_base.py (NumPy 1.18).
 */
import { bind, type Call } from "./arguments.js";
import { copyAs, withType } from "./casting.js";
import { type ArrayLike, asInt, asShape, asStrided, existing, fromScalar, type ShapeLike } from "./convert.js";
import { arange, array } from "./creation.js";
import { apply1, apply2 } from "./dispatch.js";
import { dtypeOf } from "./dtype.js";
import { asDType, type DTypeLike } from "./dtype_names.js";
import { ValueError } from "./errors.js";
import { assign, nonzero, parseSlice, type Slice } from "./indexing.js";
import { column_stack, concatenate, stack } from "./joining.js";
import { NDArray, returned } from "./ndarray.js";
import { resultType } from "./promotion.js";
import { type PyTuple, tuple } from "./pytuple.js";
import { moveaxis, part, reshape } from "./shaping.js";
import type { Strided } from "./strided.js";
import * as ufuncs from "./ufuncs.js";

export interface LinspaceArgs {
  num?: number;
  endpoint?: boolean;
  retstep?: boolean;
  dtype?: DTypeLike | null;
  axis?: number;
}

function spaced(start: ArrayLike, stop: ArrayLike, args: LinspaceArgs): { values: NDArray; step: NDArray } {
  const { endpoint = true, dtype = null, axis = 0 } = args;
  const num = asInt(args.num ?? 50);
  if (num < 0) throw new ValueError(`Number of samples, ${num}, must be non-negative.`);
  const one = fromScalar(1, dtypeOf("float64"));
  const first = apply2(ufuncs.multiply, asStrided(start), one);
  const last = apply2(ufuncs.multiply, asStrided(stop), one);
  const dt = resultType([first, last, fromScalar(num, dtypeOf("float64"))]);
  const div = endpoint ? num - 1 : num;
  const delta = apply2(ufuncs.subtract, last, first);
  const index = withType(arange(0, num), dt);
  let y: Strided = reshape(index, [num, ...delta.shape.map(() => 1)]);
  const parts = fromScalar(div, dtypeOf("float64"));
  const step = div > 0 ? apply2(ufuncs.trueDivide, delta, parts) : fromScalar(NaN, dtypeOf("float64"));
  const flat = div > 0 && Array.from(copyAs(step).data as number[]).some((s) => s === 0);
  if (flat) y = apply2(ufuncs.multiply, apply2(ufuncs.trueDivide, y, parts), delta);
  else y = apply2(ufuncs.multiply, y, div > 0 ? step : delta);
  y = apply2(ufuncs.add, y, first);
  if (endpoint && num > 1) assign(part(y, 0, num - 1, num), last);
  const values = moveaxis(withType(y, dtype === null ? dt : asDType(dtype)), 0, axis);
  return { values: NDArray.from(values), step: returned(step) };
}

/** num values from start to stop, both included (stop is not with endpoint false); with retstep (values, step). */
export function linspace(
  start: ArrayLike,
  stop: ArrayLike,
  ...args: Call<
    [num: number, endpoint: boolean, retstep: false, dtype: DTypeLike | null],
    LinspaceArgs & { retstep?: false }
  >
): NDArray;
export function linspace(
  start: ArrayLike,
  stop: ArrayLike,
  ...args:
    | [num: number, endpoint: boolean, retstep: true, dtype?: DTypeLike | null]
    | Call<[num: number, endpoint: boolean], LinspaceArgs & { retstep: true }>
): PyTuple<NDArray>;
export function linspace(start: ArrayLike, stop: ArrayLike, ...args: readonly unknown[]): NDArray | PyTuple<NDArray> {
  const given = bind<LinspaceArgs>("linspace", ["num", "endpoint", "retstep", "dtype", "axis"], args);
  const { values, step } = spaced(start, stop, given);
  return given.retstep ? tuple([values, step]) : values;
}

interface LogspaceArgs {
  num?: number;
  endpoint?: boolean;
  base?: number;
  dtype?: DTypeLike | null;
}
/** base ** x for x spaced evenly. */
export function logspace(
  start: ArrayLike,
  stop: ArrayLike,
  ...args: Call<[num: number, endpoint: boolean, base: number, dtype: DTypeLike | null], LogspaceArgs>
): NDArray {
  const {
    num = 50,
    endpoint = true,
    base = 10,
    dtype,
  } = bind<LogspaceArgs>("logspace", ["num", "endpoint", "base", "dtype"], args);
  const y = spaced(start, stop, { num, endpoint }).values;
  const r = apply2(ufuncs.power, fromScalar(base, dtypeOf("float64")), y);
  return NDArray.from(dtype ? withType(r, asDType(dtype)) : r);
}
/** Numbers with a constant ratio, from start to stop. */
export function geomspace(start: number, stop: number, num = 50): NDArray {
  const logs = [start, stop].map((v) => apply1(ufuncs.log10, fromScalar(Math.abs(v), dtypeOf("float64")))) as [
    Strided,
    Strided,
  ];
  const r = NDArray.from(
    apply2(ufuncs.power, fromScalar(10, dtypeOf("float64")), spaced(logs[0], logs[1], { num }).values),
  );
  const out = start < 0 ? r.neg() : r;
  if (num > 0) out.set_at(0, start);
  if (num > 1) out.set_at(-1, stop);
  return out;
}

interface MeshArgs {
  indexing?: "xy" | "ij";
  sparse?: boolean;
}
/** Coordinate arrays of the grid over the given vectors; "xy" (rows are y) or "ij". */
export function meshgrid(...args: (ArrayLike | MeshArgs)[]): NDArray[] {
  const last = args[args.length - 1];
  const isOptions = typeof last === "object" && last !== null && ("indexing" in last || "sparse" in last);
  const { indexing = "xy", sparse = false } = isOptions ? (last as MeshArgs) : {};
  if (indexing !== "xy" && indexing !== "ij") throw new ValueError("Valid values for `indexing` are 'xy' and 'ij'.");
  const vectors = (isOptions ? args.slice(0, -1) : args).map((v) => asStrided(v));
  const n = vectors.length;
  const axisOf = (i: number) => (indexing === "xy" && n > 1 && i < 2 ? 1 - i : i);
  const full = new Array<number>(n);
  vectors.forEach((v, i) => {
    full[axisOf(i)] = v.size;
  });
  return vectors.map((v, i) => {
    const shape = full.map((_, k) => (k === axisOf(i) ? v.size : 1));
    const placed = reshape(v, shape);
    return NDArray.from(sparse ? placed : copyAs(NDArray.from(placed).add(zerosOf(v, full)), v.dtype));
  });
}
function zerosOf(v: Strided, shape: readonly number[]): NDArray {
  return NDArray.of(v.dtype, v.dtype.make(shape.reduce((n, d) => n * d, 1)), shape);
}

/** Index arrays of a grid of this shape, one per axis along the first axis. */
export function indices(dimensions: ShapeLike, dtype: DTypeLike = "int64"): NDArray {
  const shape = asShape(dimensions);
  return stack(meshgrid(...shape.map((d) => arange(0, d, 1, dtype)), { indexing: "ij" }));
}

type Part = string | Slice | ArrayLike;

function asSlice(p: Part): Slice | null {
  if (typeof p === "string") return decimalSlice(p) ?? parseSlice(p);
  return typeof p === "object" && p !== null && "start" in p && "stop" in p && "step" in p ? p : null;
}

/** Slices of grids may have float bounds and an imaginary step ("0:1:5j": five points, both ends included). */
function decimalSlice(text: string): Slice | null {
  const parts = text.split(":").map((t) => t.trim());
  if (parts.length < 2 || parts.length > 3) return null;
  const number = (t: string | undefined) => {
    if (t === undefined || t === "") return null;
    if (t.endsWith("j")) return { re: 0, im: Number(t.slice(0, -1)) };
    return /[.e]/.test(t) ? asStrided(Number(t), dtypeOf("float64")) : Number(t);
  };
  return { start: number(parts[0]), stop: number(parts[1]), step: number(parts[2]) };
}

/** The values of one slice. */
function sliceValues(s: Slice): NDArray {
  const start = (s.start ?? 0) as ArrayLike;
  const step = (s.step ?? 1) as ArrayLike;
  if (typeof step === "object" && step !== null && "im" in step) {
    return linspace(start, s.stop as ArrayLike, Math.trunc(Math.abs(step.im)));
  }
  return arange(start, s.stop as ArrayLike, step);
}

/** A bound of a slice: its value, and whether it is a float. */
function bound(value: unknown, otherwise: number): { readonly value: number; readonly isFloat: boolean } {
  const x = asStrided((value ?? otherwise) as ArrayLike);
  return { value: Number(NDArray.from(x).item()), isFloat: x.dtype.kind === "f" };
}

/**
 * One array per axis of a grid. Of several axes each is `i * step + start`, which rounds otherwise than arange does;
 * one float anywhere makes all of them floats. Source: numpy.lib.index_tricks.nd_grid.
 */
function gridAxes(slices: readonly (string | Slice)[]): NDArray[] {
  const all = slices.map((s) => asSlice(s)!);
  if (all.length === 1) return [sliceValues(all[0]!)];
  const axes = all.map((s) => {
    const start = bound(s.start, 0);
    const stop = bound(s.stop, 0);
    const step = s.step;
    if (typeof step === "object" && step !== null && "im" in step) {
      const count = Math.trunc(Math.abs(Number(step.im)));
      const by = count === 1 ? 1 : (stop.value - start.value) / (count - 1);
      return { count, by, start: start.value, isFloat: true };
    }
    const by = bound(step, 1);
    const count = Math.max(0, Math.ceil((stop.value - start.value) / by.value));
    return { count, by: by.value, start: start.value, isFloat: start.isFloat || stop.isFloat || by.isFloat };
  });
  const dtype = axes.some((a) => a.isFloat) ? "float64" : "int64";
  return axes.map((a) => arange(0, a.count, 1, dtype).mul(a.by).add(a.start).astype(dtype));
}

interface Grid {
  /** One slice per axis: `mgrid.at("0:3", "0:1:5j")`. */
  at(...slices: (string | Slice)[]): NDArray;
}
/** Dense grid of the slices' values. */
export const mgrid: Grid = {
  at(...slices) {
    const axes = gridAxes(slices);
    return axes.length === 1 ? axes[0]! : stack(meshgrid(...axes, { indexing: "ij" }));
  },
};
/** Open grid: one array per axis, which broadcast against each other. */
export const ogrid = {
  at(...slices: (string | Slice)[]): NDArray[] {
    return meshgrid(...gridAxes(slices), { indexing: "ij", sparse: true });
  },
};

function pieces(parts: readonly Part[]): NDArray[] {
  return parts.map((p) => {
    const slice = existing(p) ? null : asSlice(p);
    return slice ? sliceValues(slice) : array(p as ArrayLike, { ndmin: 1 });
  });
}
/** Joins slices, numbers and arrays along the first axis: `r_.at("0:3", 5, [7, 8])`. */
export const r_ = {
  at(...parts: Part[]): NDArray {
    return concatenate(pieces(parts));
  },
};
/** Joins as columns: `c_.at(x, y)`. */
export const c_ = {
  at(...parts: Part[]): NDArray {
    const list = pieces(parts);
    return list.every((p) => p.ndim < 3) ? column_stack(list) : concatenate(list, -1);
  },
};

/** Index arrays for the cross product of positions: `x.at(...ix_([0, 2], [1]))`. */
export function ix_(...args: ArrayLike[]): PyTuple<NDArray> {
  return tuple(
    args.map((v, i) => {
      let a = asStrided(v);
      if (a.ndim !== 1) throw new ValueError("Cross index must be 1 dimensional");
      if (a.dtype.kind === "b") a = nonzero(a)[0]!;
      if (a.size === 0) a = copyAs(a, dtypeOf("int64"));
      return NDArray.from(
        reshape(
          a,
          args.map((_, k) => (k === i ? a.size : 1)),
        ),
      );
    }),
  );
}
