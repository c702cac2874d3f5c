/**
 * Limits on elements and on norms.
 * Source: tf.clip_by_value, tf.clip_by_norm, tf.clip_by_global_norm (tensorflow/python/ops/clip_ops.py).
 */
import { constant } from "../../graph/constant.js";
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { float32 } from "../../graph/dtypes.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { IndexedSlices } from "../../graph/indexed_slices.js";
import { pyFunction } from "../../graph/signature.js";
import { Tensor } from "../../graph/tensor.js";
import { onesLike } from "../array/fill.js";
import { rangeOf } from "../array/range.js";
import { rankInternal, sizeInternal } from "../array/shape.js";
import { castTo } from "./cast.js";
import { type Axis, reduceSum } from "./reductions.js";

type Name = string | null;
/** What can be clipped: a tensor, or the rows of a gradient. */
export type Clippable = TensorLike | IndexedSlices;

function valuesOf(t: Clippable, name: string): Tensor {
  return convertToTensor(t instanceof IndexedSlices ? t.values : t, { name });
}

/** The clipped values in the place of those of `t`. */
function like(t: Clippable, values: Tensor): Tensor | IndexedSlices {
  return t instanceof IndexedSlices ? new IndexedSlices(values, t.indices, t.dense_shape) : values;
}

/** tf.clip_by_value: elements below the first limit or above the second replaced by it; limits may broadcast, `t` may not. */
export const clip_by_value = pyFunction<{
  t: Clippable;
  clip_value_min: TensorLike;
  clip_value_max: TensorLike;
  name: Name;
}>()("clip_by_value", "(t, clip_value_min, clip_value_max, name=None)", (p) => {
  const parts = [p.t instanceof IndexedSlices ? p.t.values : p.t, p.clip_value_min, p.clip_value_max];
  return scoped(p.name, "clip_by_value", parts, (scope) => {
    const values = valuesOf(p.t, "t");
    const below = createOp("Minimum", { x: values, y: p.clip_value_max });
    values.shape.merge_with(below.shape);
    const within = createOp("Maximum", { x: below, y: p.clip_value_min }, {}, scope);
    values.shape.merge_with(within.shape);
    return like(p.t, within);
  });
});

/** tf.clip_by_norm: `t` scaled down to the L2 norm `clip_norm` where its norm (along `axes`) is greater. */
export const clip_by_norm = pyFunction<{ t: Clippable; clip_norm: TensorLike; axes: Axis; name: Name }>()(
  "clip_by_norm",
  "(t, clip_norm, axes=None, name=None)",
  (p) =>
    scoped(p.name, "clip_by_norm", [p.t instanceof IndexedSlices ? p.t.values : p.t, p.clip_norm], (scope) => {
      const values = valuesOf(p.t, "t");
      const sum = reduceSum(values.mul(values), p.axes, true);
      const positive = sum.gt(0);
      // A second choice keeps the gradient of sqrt away from zero.
      const safe = createOp("Select", { condition: positive, t: sum, e: onesLike(sum) });
      const norm = createOp("Select", { condition: positive, t: createOp("Sqrt", { x: safe }), e: sum });
      const scaled = values.mul(p.clip_norm);
      values.shape.merge_with(scaled.shape);
      const limit = createOp("Maximum", { x: norm, y: p.clip_norm });
      return like(p.t, createOp("Identity", { input: scaled.truediv(limit) }, {}, scope));
    }),
);

type MaybeClippable = Clippable | null;

function asList(list: readonly MaybeClippable[]): readonly MaybeClippable[] {
  if (!Array.isArray(list)) throw new TypeError("t_list should be a sequence");
  return list;
}

function listValues(list: readonly MaybeClippable[]): (Tensor | null)[] {
  return list.map((t, i) => (t === null ? null : valuesOf(t, `t_${i}`)));
}

function graphParts(list: readonly MaybeClippable[]): unknown[] {
  return list.map((t) => (t instanceof IndexedSlices ? t.values : t));
}

function globalNorm(given: readonly MaybeClippable[], name: Name): Tensor {
  const list = asList(given);
  return scoped(name, "global_norm", graphParts(list), () => {
    const halves: Tensor[] = [];
    for (const v of listValues(list)) {
      if (v !== null) halves.push(getDefaultGraph().withColocation(v.op, () => createOp("L2Loss", { t: v })));
    }
    const half = reduceSum(convertToTensor(halves, { name: "stack" }));
    const two = constant(2, { dtype: half.dtype.base_dtype });
    return createOp("Sqrt", { x: half.mul(two) }, {}, "global_norm");
  });
}

/** tf.global_norm: the L2 norm of all elements of all tensors; None entries count nothing. */
export const global_norm = pyFunction<{ t_list: readonly MaybeClippable[]; name: Name }>()(
  "global_norm",
  "(t_list, name=None)",
  ({ t_list, name }) => globalNorm(t_list, name),
);

interface GlobalNormArguments {
  t_list: readonly MaybeClippable[];
  clip_norm: TensorLike;
  use_norm: Tensor | null;
  name: Name;
}

/** tf.clip_by_global_norm: all tensors scaled by one factor so that their common norm is at most `clip_norm`; with that norm. */
export const clip_by_global_norm = pyFunction<GlobalNormArguments>()(
  "clip_by_global_norm",
  "(t_list, clip_norm, use_norm=None, name=None)",
  (p): [(Tensor | IndexedSlices | null)[], Tensor] => {
    const list = asList(p.t_list);
    const norm = p.use_norm ?? globalNorm(list, p.name);
    const dtype = norm.dtype.base_dtype;
    const clipped = scoped(p.name, "clip_by_global_norm", [...graphParts(list), p.clip_norm], (scope) => {
      const inverse = norm.rtruediv(1);
      const most = createOp("Minimum", { x: inverse, y: constant(1, { dtype }).truediv(p.clip_norm) });
      const finite = p.clip_norm instanceof Tensor ? p.clip_norm.mul(most) : most.rmul(p.clip_norm);
      const condition = createOp("IsFinite", { x: norm });
      // An infinite norm says that something went wrong: so must the result.
      const scale = createOp("Select", { condition, t: finite, e: constant(Number.NaN, { dtype }) });
      return listValues(list).map((v, i) => {
        if (v === null) return null;
        const one = getDefaultGraph().withColocation(v.op, () =>
          createOp("Identity", { input: v.mul(scale) }, {}, `${scope}_${i}`),
        );
        return like(list[i]!, one);
      });
    });
    return [clipped, norm];
  },
);

/** tf.clip_by_average_norm: `t` scaled down where its norm per element is greater than `clip_norm`. */
export const clip_by_average_norm = pyFunction<{ t: TensorLike; clip_norm: TensorLike; name: Name }>()(
  "clip_by_average_norm",
  "(t, clip_norm, name=None)",
  (p) =>
    scoped(p.name, "clip_by_average_norm", [p.t, p.clip_norm], (scope) => {
      const t = convertToTensor(p.t, { name: "t" });
      const count = castTo(sizeInternal(t), float32);
      const squares = t.mul(t);
      const inverse = createOp("Rsqrt", { x: reduceSum(squares, rangeOf(0, rankInternal(t))) });
      const scaled = t.mul(p.clip_norm);
      const perElement = inverse.mul(count);
      const most = createOp("Minimum", { x: perElement, y: constant(1, { dtype: float32 }).truediv(p.clip_norm) });
      return createOp("Identity", { input: scaled.mul(most) }, {}, scope);
    }),
);
