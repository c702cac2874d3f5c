/**
 * Functions over the first dimension: map_fn, scan, foldl, foldr, each a loop over TensorArrays.
 * Source: tensorflow/python/ops/map_fn.py, functional_ops.py.
 */
import { constant } from "../../graph/constant.js";
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { scoped } from "../../graph/create_op.js";
import { as_dtype, type DType } from "../../graph/dtypes.js";
import { assertSameStructure, flatten, isNested, mapStructure, packAs } from "../../graph/nest.js";
import { bindArguments, parseSignature, signed } from "../../graph/signature.js";
import { SparseTensor } from "../../graph/sparse_tensor.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { TypeError_, ValueError } from "../../np/errors.js";
import { tuple } from "../../np/pytuple.js";
import { shapeInternal } from "../array/shape.js";
import type { Built } from "../control/cond.js";
import { buildWhile } from "../control/while_loop.js";
import { TensorArray } from "./tensor_array.js";

/** Options of all four. */
export interface LoopKeywords {
  readonly parallel_iterations?: number;
  readonly back_prop?: boolean;
  readonly swap_memory?: boolean;
  readonly name?: string | null;
}

type Fn = (...args: unknown[]) => unknown;

interface Common {
  readonly fn: Fn;
  readonly elems: unknown;
  readonly initializer: unknown;
  readonly parallelIterations: number;
  readonly backProp: boolean;
  readonly swapMemory: boolean;
  readonly name: string | null;
}

function common(p: Record<string, unknown>): Common {
  if (typeof p["fn"] !== "function") throw new TypeError_("fn must be callable.");
  return {
    fn: p["fn"] as Fn,
    elems: p["elems"],
    initializer: p["initializer"] ?? null,
    parallelIterations: Number(p["parallel_iterations"] ?? 10),
    backProp: p["back_prop"] === true,
    swapMemory: p["swap_memory"] === true,
    name: p["name"] as string | null,
  };
}

/** Rows of the first element: a number where that is known (and, but for scan, not 0), else a node. */
function countOf(elems: readonly Tensor[], zeroIsKnown: boolean): number | Tensor {
  const n = elems[0]!.shape.dims?.[0] ?? null;
  if (n !== null && (n > 0 || zeroIsKnown)) return n;
  return shapeInternal(elems[0]!).at(0) as Tensor;
}

function less(i: Tensor, n: number | Tensor): Tensor {
  return i.lt(n);
}
function minus(n: number | Tensor, k: number): number | Tensor {
  return typeof n === "number" ? n - k : n.sub(k);
}

function loop(c: Common, condition: Fn, body: Fn, variables: readonly unknown[], n: number | Tensor): unknown[] {
  return buildWhile({
    cond: condition,
    body,
    loopVars: variables,
    parallelIterations: c.parallelIterations,
    backProp: c.backProp,
    swapMemory: c.swapMemory,
    maximumIterations: n,
  }) as unknown[];
}

/** The rows of all results are as many as those of the elements. */
function stacked(arrays: readonly TensorArray[], elems: readonly Tensor[]): Tensor[] {
  const results = arrays.map((a) => a.stack());
  let rows = new TensorShape([null]);
  for (const e of elems) rows = rows.merge_with(new TensorShape([e.shape.dims?.[0] ?? null]));
  for (const r of results) {
    const { dims } = r.shape;
    if (dims) r.set_shape(rows.concatenate(new TensorShape(dims.slice(1))));
  }
  return results;
}

const packLike = (structure: unknown, flat: readonly unknown[]): unknown =>
  isNested(structure) ? packAs(structure, flat) : flat[0];

const MAP =
  "(fn, elems, dtype=None, parallel_iterations=None, back_prop=True, swap_memory=False, infer_shape=True, name=None)";

/**
 * tf.map_fn: `fn` of every row of `elems` (tensors of the same first dimension, nested at will), stacked. `dtype` says what `fn`
 * returns where it is no structure like `elems`. Raises ValueError for scalars.
 */
function map_fn<E>(
  fn: (elem: Built<E>) => unknown,
  elems: E,
  keywords?: LoopKeywords & { readonly dtype?: unknown; readonly infer_shape?: boolean },
): Built<E>;
function map_fn(...args: readonly unknown[]): unknown {
  const p = bindArguments("map_fn", parseSignature(MAP), args);
  const c = common(p);
  if (c.elems instanceof SparseTensor) {
    throw new TypeError_(
      "To perform a map on the values of a sparse tensor use either  SparseTensor(input.indices, fn(input.values), input.dense_shape) or  SparseTensor(input.indices, map_fn(fn, input.values), input.dense_shape)",
    );
  }
  const given = isNested(c.elems) ? flatten(c.elems) : [c.elems];
  const dtype = p["dtype"] ?? null;
  return scoped(c.name, "map", given, () => {
    const elems = given.map((e) => convertToTensor(e, { name: "elem" }));
    const wanted =
      dtype ??
      packLike(
        c.elems,
        elems.map((e) => e.dtype),
      );
    const dtypes = (isNested(wanted) ? flatten(wanted) : [wanted]).map((d) => as_dtype(d as DType));
    if (elems[0]!.shape.rank === 0) {
      throw new ValueError(
        elems.length === 1
          ? "elems must be a 1+ dimensional Tensor, not a scalar"
          : "elements in elems must be 1+ dimensional Tensors, not scalars",
      );
    }
    const n = countOf(elems, false);
    const empty = elems.map((e) => new TensorArray({ dtype: e.dtype, size: n, dynamic_size: false }));
    const inputs = empty.map((a, i) => a.unstack(elems[i]!));
    const zero = constant(0);
    const outputs = dtypes.map(
      (d) => new TensorArray({ dtype: d, size: n, dynamic_size: false, infer_shape: p["infer_shape"] === true }),
    );
    const body = (i: Tensor, arrays: readonly TensorArray[]): unknown => {
      const row = packLike(
        c.elems,
        inputs.map((a) => a.read(i)),
      );
      const made = c.fn(row);
      assertSameStructure(wanted, made);
      const flat = isNested(wanted) ? flatten(made) : [made];
      const written = arrays.map((a, k) => a.write(i, flat[k] as TensorLike));
      return tuple([i.add(1), written]);
    };
    const [, results] = loop(c, (i) => less(i as Tensor, n), body as Fn, tuple([zero, outputs]), n);
    return packLike(wanted, stacked(results as TensorArray[], elems));
  });
}

const SCAN =
  "(fn, elems, initializer=None, parallel_iterations=10, back_prop=True, swap_memory=False, infer_shape=True, reverse=False, name=None)";

/** tf.scan: all intermediate results of folding `fn(accumulator, row)` over the rows, stacked; from the end with `reverse`. */
function scan<E, A = E>(
  fn: (accumulator: Built<A>, elem: Built<E>) => unknown,
  elems: E,
  keywords?: LoopKeywords & {
    readonly initializer?: A;
    readonly infer_shape?: boolean;
    readonly reverse?: boolean;
  },
): Built<A>;
function scan<E, A = E>(
  fn: (accumulator: Built<A>, elem: Built<E>) => unknown,
  elems: E,
  initializer: A,
  keywords?: LoopKeywords & { readonly infer_shape?: boolean; readonly reverse?: boolean },
): Built<A>;
function scan(...args: readonly unknown[]): unknown {
  const p = bindArguments("scan", parseSignature(SCAN), args);
  const c = common(p);
  const reverse = p["reverse"] === true;
  const given = isNested(c.elems) ? flatten(c.elems) : [c.elems];
  const like = c.initializer ?? c.elems;
  return scoped(c.name, "scan", given, () => {
    const elems = given.map((e) => convertToTensor(e, { name: "elem" }));
    const n = countOf(elems, true);
    const empty = elems.map(
      (e) =>
        new TensorArray({
          dtype: e.dtype,
          size: n,
          dynamic_size: false,
          element_shape: e.shape.dims ? new TensorShape(e.shape.dims.slice(1)) : null,
        }),
    );
    const inputs = empty.map((a, i) => a.unstack(elems[i]!));
    const fromFirst = c.initializer === null;
    const start = fromFirst
      ? inputs.map((a) => a.read(reverse ? minus(n, 1) : 0))
      : (isNested(c.initializer) ? flatten(c.initializer) : [c.initializer]).map((x) => convertToTensor(x));
    const infer = p["infer_shape"] === true;
    let outputs = start.map(
      (s) =>
        new TensorArray({
          dtype: s.dtype,
          size: n,
          element_shape: infer ? s.shape : null,
          dynamic_size: false,
          infer_shape: infer,
        }),
    );
    if (fromFirst) outputs = outputs.map((a, i) => a.write(reverse ? minus(n, 1) : 0, start[i]!));
    const body = (i: Tensor, now: readonly Tensor[], arrays: readonly TensorArray[]): unknown => {
      const row = packLike(
        c.elems,
        inputs.map((a) => a.read(i)),
      );
      const made = c.fn(packLike(like, now), row);
      assertSameStructure(like, made);
      const flat = isNested(like) ? flatten(made) : [made];
      const written = arrays.map((a, k) => a.write(i, flat[k] as TensorLike));
      return tuple([reverse ? i.sub(1) : i.add(1), flat, written]);
    };
    const skipped = fromFirst ? 1 : 0;
    const first = reverse ? minus(minus(n, 1), skipped) : skipped;
    const condition = (i: Tensor): Tensor => (reverse ? i.ge(0) : less(i, n));
    const [, , results] = loop(c, condition as Fn, body as Fn, tuple([first, start, outputs]), n);
    return packLike(like, stacked(results as TensorArray[], elems));
  });
}

const FOLD = "(fn, elems, initializer=None, parallel_iterations=10, back_prop=True, swap_memory=False, name=None)";

function fold(name: string, args: readonly unknown[], fromRight: boolean): unknown {
  const c = common(bindArguments(name, parseSignature(FOLD), args));
  return scoped(c.name, name, [c.elems], () => {
    const flat = flatten(c.elems).map((e) => convertToTensor(e, { name: "elem" }));
    const n = countOf(flat, false);
    // The original builds its arrays from the elements as given, which may become constants once more.
    const arrays = mapStructure(c.elems, (e) => {
      const dtype = (e as Tensor).dtype;
      return new TensorArray({ dtype, size: n, dynamic_size: false }).unstack(e as Tensor);
    });
    const read = (i: TensorLike): unknown => mapStructure(arrays, (a) => (a as TensorArray).read(i));
    let i: number | Tensor;
    let start: unknown;
    if (fromRight) {
      i = c.initializer === null ? minus(n, 1) : n;
      start = c.initializer === null ? read(i) : c.initializer;
    } else {
      start = c.initializer === null ? read(0) : c.initializer;
      i = constant(c.initializer === null ? 1 : 0);
    }
    const body = (at: Tensor, acc: unknown): unknown => {
      const index = fromRight ? at.sub(1) : at;
      const made = c.fn(acc, read(index));
      return [fromRight ? index : at.add(1), made];
    };
    const condition = (at: Tensor): Tensor => (fromRight ? at.gt(0) : less(at, n));
    return loop(c, condition as Fn, body as Fn, [i, start], n)[1];
  });
}

/** tf.foldl: `fn(… fn(fn(a, row 0), row 1) …, last row)`, starting with `initializer` or with row 0. */
function foldl<E, A = E>(
  fn: (accumulator: Built<A>, elem: Built<E>) => unknown,
  elems: E,
  keywords?: LoopKeywords & { readonly initializer?: A },
): Built<A>;
function foldl(...args: readonly unknown[]): unknown {
  return fold("foldl", args, false);
}
/** tf.foldr: as foldl, from the last row to the first. */
function foldr<E, A = E>(
  fn: (accumulator: Built<A>, elem: Built<E>) => unknown,
  elems: E,
  keywords?: LoopKeywords & { readonly initializer?: A },
): Built<A>;
function foldr(...args: readonly unknown[]): unknown {
  return fold("foldr", args, true);
}

const signedMap = signed(MAP, map_fn);
const signedScan = signed(SCAN, scan);
const signedFoldl = signed(FOLD, foldl);
const signedFoldr = signed(FOLD, foldr);

export { signedFoldl as foldl, signedFoldr as foldr, signedMap as map_fn, signedScan as scan };
