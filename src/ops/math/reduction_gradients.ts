/**
 * Gradients of the reductions.
 * Source: _SumGrad, _MeanGrad, _ProdGrad, _MinOrMaxGrad (tensorflow/python/ops/math_grad.py).
 */
import { constant } from "../../graph/constant.js";
import type { TensorLike } from "../../graph/convert.js";
import { createOp, createOperation } from "../../graph/create_op.js";
import { int32 } from "../../graph/dtypes.js";
import { type Graph, getDefaultGraph } from "../../graph/graph.js";
import type { Operation } from "../../graph/operation.js";
import type { GradientFn } from "../../graph/registry.js";
import { constantValue, intsOf } from "../../graph/shape_inference.js";
import { staticValue } from "../../graph/static_value.js";
import { Tensor } from "../../graph/tensor.js";
import { Strided } from "../../np/strided.js";
import { concatValues } from "../array/concat.js";
import { fillWith } from "../array/fill.js";
import { rangeOf } from "../array/range.js";
import { reshapeTo } from "../array/reshape.js";
import { rankInternal, shapeInternal, sizeInternal } from "../array/shape.js";
import { tileBy } from "../array/tile.js";
import { transposeBy } from "../array/transpose.js";
import { castTo } from "./cast.js";
import { conjOf } from "./complex.js";
import { add, leftOperator, mod, mul, rightOperator, SCOPED, truediv, truedivOf } from "./operators.js";
import { reduceProd, reduceSum } from "./reductions.js";

/** The shape of the reduction's input with the reduced axes as 1. Source: math_ops.reduced_shape. */
export function reducedShape(inputShape: TensorLike, axes: TensorLike): Tensor {
  const shape = castTo(inputShape, int32);
  const given = castTo(axes, int32);
  const rank = sizeInternal(shape);
  const reduced = mod(add(given, rank), rank);
  const shapeOfAxes = shapeInternal(reduced);
  const indices = [rangeOf(0, rank), reduced];
  return createOp("DynamicStitch", { indices, data: [shape, fillWith(shapeOfAxes, 1)] });
}

/** How often each axis is repeated; a reduced axis of size 0 counts as 1. Source: _safe_shape_div. */
function shapeQuotient(x: readonly number[] | Tensor, y: TensorLike): Tensor {
  const by = createOp("Maximum", { x: y, y: 1 });
  return x instanceof Tensor
    ? leftOperator("floordiv", SCOPED.floordiv, x, by)
    : rightOperator("floordiv", SCOPED.floordiv, x, by);
}

interface Expansion {
  readonly keptShape: readonly number[];
  readonly repeats: readonly number[];
}

// The first gradient of a reduction of that shape makes nodes for these numbers, later ones only use them.
const expansions = new WeakMap<Graph, Map<string, Expansion>>();

function staticExpansion(shape: readonly number[], axes: Strided): Expansion {
  const graph = getDefaultGraph();
  let cache = expansions.get(graph);
  if (!cache) {
    cache = new Map();
    expansions.set(graph, cache);
  }
  const key = `${shape.join()};${intsOf(axes).join()}`;
  let found = cache.get(key);
  if (!found) {
    const row = new Strided(axes.data, axes.dtype, [axes.size], axes.ndim === 0 ? [1] : axes.strides, axes.offset);
    const keptShape = intsOf(constantValue(reducedShape(shape, row))!);
    found = { keptShape, repeats: intsOf(constantValue(shapeQuotient(shape, keptShape))!) };
    cache.set(key, found);
  }
  return found;
}

/** Every element that went into a sum gets the sum's gradient. */
function sumGradient(op: Operation, dy: Tensor): Tensor {
  const [x, axesInput] = op.inputs as readonly [Tensor, Tensor];
  const { dims, known } = x.shape;
  const axes = dims === null ? null : staticValue(axesInput);
  if (dims !== null && axes !== null) {
    if (axes.ndim === 1 && axes.size === dims.length && intsOf(axes).every((a, i) => a === i)) {
      const grad = reshapeTo(
        dy,
        dims.map(() => 1),
      );
      return tileBy(grad, known ? constant(known, { dtype: int32 }) : shapeInternal(x));
    }
    if (known) {
      const { keptShape, repeats } = staticExpansion(known, axes);
      return tileBy(reshapeTo(dy, keptShape), repeats);
    }
  }
  const inputShape = shapeInternal(x);
  const [keptShape, repeats] = getDefaultGraph().withColocation(inputShape.op, () => {
    const kept = reducedShape(inputShape, axesInput);
    return [kept, shapeQuotient(inputShape, kept)] as const;
  });
  return tileBy(reshapeTo(dy, keptShape), repeats);
}

export const sumGrad: GradientFn = (op, dy) => [sumGradient(op, dy as Tensor), null];

export const meanGrad: GradientFn = (op, dy) => {
  const sum = sumGradient(op, dy as Tensor);
  const [x, y] = [op.inputs[0]!, op.outputs[0]!];
  const [n, results] = [x.shape.num_elements(), y.shape.num_elements()];
  let factor: Tensor;
  if (n !== null && results !== null) factor = constant(Math.floor(n / Math.max(results, 1)), { dtype: sum.dtype });
  else {
    const inputShape = shapeInternal(x);
    const outputShape = shapeInternal(y);
    factor = shapeQuotient(reduceProd(inputShape), reduceProd(outputShape));
  }
  return [truedivOf(sum, castTo(factor, sum.dtype)), null];
};

/** Elements that equal the extreme share its gradient. */
export const extremeGrad: GradientFn = (op, dy) => {
  const [x, axes] = op.inputs as readonly [Tensor, Tensor];
  const keptShape = reducedShape(shapeInternal(x), axes);
  const y = reshapeTo(op.outputs[0]!, keptShape);
  const grad = reshapeTo(dy as Tensor, keptShape);
  const indicators = castTo(createOp("Equal", { x: y, y: x }), grad.dtype);
  const selected = reshapeTo(reduceSum(indicators, axes), keptShape);
  return [mul(truediv(indicators, selected), grad), null];
};

/** The product of all other elements, as what comes before times what comes after: right for zeros, too. */
export const prodGrad: GradientFn = (op, dy) => {
  const [x, axesInput] = op.inputs as readonly [Tensor, Tensor];
  const inputShape = shapeInternal(x);
  const axes = reshapeTo(axesInput, [-1]);
  const keptShape = reducedShape(inputShape, axesInput);
  const repeats = shapeQuotient(inputShape, keptShape);
  const grad = tileBy(reshapeTo(dy as Tensor, keptShape), repeats);
  const gather = (indices: Tensor): Tensor => createOp("GatherV2", { params: inputShape, indices, axis: 0 });
  const [perm, reducedCount, otherCount] = getDefaultGraph().withDevice("/cpu:0", () => {
    const rank = rankInternal(x);
    const reduced = castTo(mod(add(axes, rank), rank), int32);
    const all = rangeOf(0, rank);
    const other = createOperation("ListDiff", { x: all, y: reduced }).outputs[0]!;
    const order = concatValues([reduced, other], 0);
    return [order, reduceProd(gather(reduced)), reduceProd(gather(other))] as const;
  });
  const permuted = transposeBy(x, perm);
  const permutedShape = shapeInternal(permuted);
  const rows = reshapeTo(permuted, [reducedCount, otherCount]);
  const left = createOp("Cumprod", { x: rows, axis: 0 }, { exclusive: true });
  const right = createOp("Cumprod", { x: rows, axis: 0 }, { exclusive: true, reverse: true });
  const y = reshapeTo(mul(conjOf(left), conjOf(right)), permutedShape);
  const out = mul(grad, transposeBy(y, createOp("InvertPermutation", { x: perm })));
  return [reshapeTo(out, inputShape), null];
};
