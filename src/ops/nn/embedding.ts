/**
 * Rows of embedding tables by ids, tables in several parts included.
 * Source: tf.nn.embedding_lookup, tf.nn.embedding_lookup_sparse, tf.nn.safe_embedding_lookup_sparse (tensorflow/python/ops/embedding_ops.py).
 */
import { constant } from "../../graph/constant.js";
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { bool, type DType, float32, int32 } from "../../graph/dtypes.js";
import { asGraphElement } from "../../graph/elements.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { Operation } from "../../graph/operation.js";
import { pyFunction } from "../../graph/signature.js";
import { SparseTensor } from "../../graph/sparse_tensor.js";
import type { Tensor } from "../../graph/tensor.js";
import { as_shape, TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { TypeError_, ValueError } from "../../np/errors.js";
import { concatValues } from "../array/concat.js";
import { dynamic_partition } from "../array/dynamic_partition.js";
import { expandDims } from "../array/expand_dims.js";
import { fillWith, onesLike, zerosLike } from "../array/fill.js";
import { gatherRows, isSparseReadable } from "../array/gather.js";
import { identity } from "../array/identity.js";
import { stack } from "../array/pack.js";
import { range } from "../array/range.js";
import { reshapeTo } from "../array/reshape.js";
import { rankInternal, shapeInternal, sizeInternal } from "../array/shape.js";
import { slice } from "../array/slice.js";
import { tileBy } from "../array/tile.js";
import { unique } from "../array/unique.js";
import { where } from "../array/where.js";
import { clip_by_norm } from "../math/clip.js";
import { reduceProd, reduceSum } from "../math/reductions.js";
import { segment_sum, sparse_segment_mean, sparse_segment_sqrt_n, sparse_segment_sum } from "../math/segment.js";
import { sparse_reshape } from "../sparse/reorder.js";
import { sparse_fill_empty_rows, sparse_retain } from "../sparse/rows.js";
import { PartitionedVariable } from "../state/partitioned_variable.js";

/** One table, or its parts. */
export type Tables = TensorLike | PartitionedVariable | readonly TensorLike[];

function tablesOf(params: Tables | null): TensorLike[] {
  if (params === null) throw new ValueError("params must be specified");
  if (params instanceof PartitionedVariable) return [...params];
  if (!Array.isArray(params)) return [params as TensorLike];
  if (params.length === 0) throw new ValueError("Need at least one param");
  return [...(params as readonly TensorLike[])];
}

/** Variables behind handles stay: reading rows of them needs the variable itself. */
function asTensors(tables: readonly TensorLike[]): TensorLike[] {
  return tables.some(isSparseReadable)
    ? [...tables]
    : tables.map((t, i) => convertToTensor(t, { name: `params_${i}` }));
}

function operationOf(table: TensorLike): Operation {
  const element = asGraphElement(table);
  if (element === null) throw new TypeError_("an embedding table must be a tensor or a variable");
  return element instanceof Operation ? element : element.op;
}
function colocated<T>(table: TensorLike, body: () => T): T {
  return getDefaultGraph().withColocation(operationOf(table), body);
}

function clipped(values: Tensor, ids: Tensor, maxNorm: TensorLike | null): Tensor {
  if (maxNorm === null) return values;
  const known = (x: Tensor): number | Tensor => x.shape.rank || rankInternal(x, null);
  const [from, to] = [known(ids), known(values)];
  const axes =
    typeof from === "number" && typeof to === "number"
      ? Array.from({ length: to - from }, (_, i) => from + i)
      : range(from, to);
  return clip_by_norm(values, maxNorm, { axes }) as Tensor;
}

function rowsOf(table: TensorLike): TensorShape {
  return as_shape((table as { readonly shape: TensorShape }).shape);
}

interface Assignment {
  readonly parts: Tensor;
  readonly rows: Tensor;
}

/** Which part each id is in, and its row there. */
function assign(ids: Tensor, tables: readonly TensorLike[], strategy: string): Assignment {
  const n = tables.length;
  if (strategy === "mod") {
    const parts = ids.mod(n);
    return { parts, rows: ids.floordiv(n) };
  }
  if (strategy !== "div") throw new ValueError(`Unrecognized partition strategy: ${strategy}`);
  const sizes = tables.map((t) => rowsOf(t).dims?.[0] ?? null);
  const sum = sizes.reduce((a, b) => (a === null || b === null ? null : a + b));
  const dtype = ids.dtype.base_dtype;
  const total = sum
    ? constant(sum, { dtype })
    : reduceSum(
        castTo(
          stack(tables.map((t, i) => sizes[i] ?? colocated(t, () => shapeInternal(convertToTensor(t)).at(0)))),
          dtype,
        ),
      );
  const each = total.floordiv(n);
  const extras = total.mod(n);
  const parts = createOp("Maximum", {
    x: ids.floordiv(each.add(1)),
    y: ids.sub(extras).floordiv(each),
  });
  const rows = where(parts.lt(extras), ids.mod(each.add(1)), ids.sub(extras).mod(each));
  return { parts, rows };
}

function castTo(x: Tensor, dtype: DType): Tensor {
  return x.dtype.base_dtype === dtype ? x : createOp("Cast", { x }, { DstT: dtype });
}

function lookup(
  given: Tables | null,
  givenIds: TensorLike,
  strategy: string,
  name: string | null,
  maxNorm: TensorLike | null,
): Tensor {
  const list = tablesOf(given);
  return scoped(name, "embedding_lookup", [...list, givenIds], (scope) => {
    const tables = asTensors(list);
    const ids = convertToTensor(givenIds, { name: "ids" });
    const [first] = tables;
    if (tables.length === 1)
      return identity(colocated(first!, () => clipped(gatherRows(first!, ids, 0, scope), ids, maxNorm)));
    const flat = reshapeTo(ids, [-1]);
    const order = range(sizeInternal(flat));
    const { parts: given, rows } = assign(flat, tables, strategy);
    const parts = castTo(given, int32);
    const rowsByPart = dynamic_partition(rows, parts, tables.length);
    const places = dynamic_partition(order, parts, tables.length);
    const found = tables.map((t, i) => colocated(t, () => gatherRows(t, rowsByPart[i]!)));
    let result = createOp("ParallelDynamicStitch", { indices: places, data: found }, {}, scope);
    const rest = tables
      .map((t) => rowsOf(t).dims)
      .map((d) => (d ? new TensorShape(d.slice(1)) : unknownShape))
      .reduce((a, b) => a.merge_with(b));
    const dims: TensorLike = rest.known ?? colocated(first!, () => shapeInternal(convertToTensor(first!))).at("1:");
    result = reshapeTo(result, concatValues([shapeInternal(ids), dims], 0));
    result.set_shape(ids.shape.concatenate(rest));
    return clipped(result, ids, maxNorm);
  });
}

/** tf.nn.embedding_lookup: rows of `params` at `ids`; several parts are taken as one table, split as `partition_strategy` says. */
export const embedding_lookup = pyFunction<{
  params: Tables | null;
  ids: TensorLike;
  partition_strategy: string;
  name: string | null;
  validate_indices: boolean;
  max_norm: TensorLike | null;
}>()(
  "embedding_lookup",
  "(params, ids, partition_strategy='mod', name=None, validate_indices=True, max_norm=None)",
  (p) => lookup(p.params, p.ids, p.partition_strategy, p.name, p.max_norm),
);

interface SparseLookup {
  params: Tables;
  sp_ids: SparseTensor;
  sp_weights: SparseTensor | null;
  partition_strategy: string;
  name: string | null;
  combiner: string | null;
  max_norm: TensorLike | null;
}

/** Rows weighted and summed within each segment. */
function weighted(
  found: Tensor,
  p: SparseLookup,
  idx: Tensor,
  segments: Tensor,
  combiner: string,
  scope: string,
): Tensor {
  const dtype = found.dtype.base_dtype;
  let weights = castTo(p.sp_weights!.values, dtype);
  let rows = gatherRows(found, idx);
  const ones = fillWith(expandDims(rankInternal(rows, null).sub(1), 0), 1);
  const shape = concatValues([shapeInternal(weights), ones], 0);
  const own = weights.shape;
  weights = reshapeTo(weights, shape);
  const { rank } = rows.shape;
  if (rank !== null) weights.set_shape(own.concatenate(new TensorShape(new Array<number>(rank - 1).fill(1))));
  rows = rows.mul(weights);
  if (combiner === "sum") return segment_sum(rows, segments, { name: scope });
  const sums = segment_sum(rows, segments);
  if (combiner === "mean") return createDiv(sums, segment_sum(weights, segments), scope);
  const squares = createOp("Pow", { x: weights, y: 2 });
  return createDiv(sums, createOp("Sqrt", { x: segment_sum(squares, segments) }), scope);
}

/** math_ops.div of floats. */
function createDiv(x: Tensor, y: Tensor, scope: string): Tensor {
  return createOp("RealDiv", { x, y }, {}, scope);
}

function lookupSparse(p: SparseLookup): Tensor {
  const combiner = p.combiner ?? "mean";
  if (!["mean", "sqrtn", "sum"].includes(combiner))
    throw new ValueError("combiner must be one of 'mean', 'sqrtn' or 'sum'");
  const tables = tablesOf(p.params);
  if (!(p.sp_ids instanceof SparseTensor)) throw new TypeError_("sp_ids must be SparseTensor");
  const { sp_ids, sp_weights } = p;
  if (sp_weights !== null) {
    if (!(sp_weights instanceof SparseTensor)) throw new TypeError_("sp_weights must be either None or SparseTensor");
    for (const part of ["values", "indices", "dense_shape"] as const)
      sp_ids[part].shape.assert_is_compatible_with(sp_weights[part].shape);
  }
  return scoped(p.name, "embedding_lookup_sparse", [...tables, sp_ids.values], (scope) => {
    const segments = castTo(sp_ids.indices.at(":", 0), int32);
    const { y: ids, idx } = unique(sp_ids.values);
    let found = lookup(tables, ids, p.partition_strategy, null, p.max_norm);
    if (["float16", "bfloat16"].includes(found.dtype.base_dtype.baseName)) found = castTo(found, float32);
    if (sp_weights !== null) return weighted(found, p, idx, segments, combiner, scope);
    const combine = { sum: sparse_segment_sum, mean: sparse_segment_mean, sqrtn: sparse_segment_sqrt_n }[combiner]!;
    return combine(found, idx, segments, { name: scope });
  });
}

/** tf.nn.embedding_lookup_sparse: for each row of `sp_ids` the (weighted) sum, mean or sum over the square root of the weights of its rows. */
export const embedding_lookup_sparse = pyFunction<SparseLookup>()(
  "embedding_lookup_sparse",
  "(params, sp_ids, sp_weights, partition_strategy='mod', name=None, combiner=None, max_norm=None)",
  lookupSparse,
);

/** Entries with a negative id are dropped, and those without a positive weight where weights are averaged. */
function pruned(
  ids: SparseTensor,
  weights: SparseTensor | null,
  combiner: string,
): readonly [SparseTensor, SparseTensor | null] {
  let valid = createOp("GreaterEqual", { x: ids.values, y: 0 });
  if (weights) valid = createOp("LogicalAnd", { x: valid, y: onesLike(weights.values, bool) });
  let keptIds = sparse_retain(ids, valid);
  let kept = weights && sparse_retain(weights, valid);
  if (combiner !== "sum" && kept) {
    const positive = createOp("Greater", { x: kept.values, y: 0 });
    keptIds = sparse_retain(keptIds, positive);
    kept = sparse_retain(kept, positive);
  }
  return [keptIds, kept];
}

/** tf.nn.safe_embedding_lookup_sparse: as embedding_lookup_sparse, with rows of zeros (or of `default_id`) where a row has no valid id. */
export const safe_embedding_lookup_sparse = pyFunction<{
  embedding_weights: Tables | null;
  sparse_ids: SparseTensor;
  sparse_weights: SparseTensor | null;
  combiner: string;
  default_id: number | null;
  name: string | null;
  partition_strategy: string;
  max_norm: TensorLike | null;
}>()(
  "safe_embedding_lookup_sparse",
  "(embedding_weights, sparse_ids, sparse_weights=None, combiner='mean', default_id=None, name=None, partition_strategy='div', max_norm=None)",
  (p) => {
    if (p.embedding_weights === null || (Array.isArray(p.embedding_weights) && p.embedding_weights.length === 0))
      throw new ValueError(`Missing embedding_weights ${p.embedding_weights === null ? "None" : "[]"}.`);
    const dtype = p.sparse_weights?.dtype ?? null;
    const tables = tablesOf(p.embedding_weights).map((w) => (isSparseReadable(w) ? w : convertToTensor(w, { dtype })));
    return scoped(p.name, "embedding_lookup", [...tables, p.sparse_ids.values], (scope) => {
      const shape = p.sparse_ids.dense_shape;
      const knownRank = shape.shape.dims?.[0] ?? null;
      const rank: number | Tensor = knownRank ?? sizeInternal(shape);
      const last = typeof rank === "number" ? rank - 1 : rank.sub(1);
      const ids2d = sparse_reshape(p.sparse_ids, [
        reduceProd(slice(shape, [0], [last])),
        gatherRows(shape, last),
      ]) as SparseTensor;
      const weights2d = p.sparse_weights && new SparseTensor(ids2d.indices, p.sparse_weights.values, ids2d.dense_shape);
      const [ids, weights] = pruned(ids2d, weights2d, p.combiner);
      const [filled, isEmpty] = sparse_fill_empty_rows(ids, p.default_id ?? 0);
      const filledWeights = weights ? sparse_fill_empty_rows(weights, 1)[0] : null;
      let result = lookupSparse({
        params: tables,
        sp_ids: filled,
        sp_weights: filledWeights,
        combiner: p.combiner,
        partition_strategy: p.partition_strategy,
        name: p.default_id === null ? null : scope,
        max_norm: p.max_norm,
      });
      if (p.default_id === null) {
        const empty = tileBy(reshapeTo(isEmpty, [-1, 1]), stack([1, shapeInternal(result).at(1)]));
        result = where(empty, zerosLike(result), result, { name: scope });
      }
      const outer = slice(castTo(shape, int32), [0], [last]);
      const final = reshapeTo(result, concatValues([outer, slice(shapeInternal(result), [1], [-1])], 0));
      const { dims } = result.shape;
      const rest = dims ? new TensorShape(dims.slice(1)) : unknownShape;
      const lead = knownRank === null ? unknownShape : new TensorShape(new Array<null>(knownRank - 1).fill(null));
      final.set_shape(lead.concatenate(rest));
      return final;
    });
  },
);
