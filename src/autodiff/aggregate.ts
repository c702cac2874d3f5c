/**
 * Sums the gradients that reach one tensor from several users.
 * Source: _AggregatedGrads (tensorflow/python/ops/gradients_util.py).
 */
import { createOp } from "../graph/create_op.js";
import { int64 } from "../graph/dtypes.js";
import { getDefaultGraph } from "../graph/graph.js";
import { IndexedSlices } from "../graph/indexed_slices.js";
import type { Operation } from "../graph/operation.js";
import type { Gradient } from "../graph/registry.js";
import { Tensor } from "../graph/tensor.js";
import { as_shape, unknownShape } from "../graph/tensor_shape.js";
import { ValueError } from "../np/errors.js";

/** How to sum gradients. Source: tf.AggregationMethod. */
export const AggregationMethod = Object.freeze({
  ADD_N: 0,
  DEFAULT: 0,
  EXPERIMENTAL_TREE: 1,
  EXPERIMENTAL_ACCUMULATE_N: 2,
});
export type Aggregation = 0 | 1 | 2;

/** Tensors on one device are added there, then the sums of the devices. */
function addAcrossDevices(tensors: readonly Tensor[]): Tensor {
  const graph = getDefaultGraph();
  const byDevice = new Map<string, Tensor[]>();
  for (const t of tensors) byDevice.set(t.device, [...(byDevice.get(t.device) ?? []), t]);
  const sums = [...byDevice.keys()].sort().map((device) => {
    const group = byDevice.get(device)!;
    return graph.withColocation(group[0]!.op, () => addN(group), true);
  });
  return addN(sums);
}

/** One tensor is its own sum. */
function addN(inputs: readonly (Tensor | IndexedSlices)[]): Tensor {
  const [first] = inputs;
  return inputs.length === 1 && first instanceof Tensor ? first : createOp("AddN", { inputs });
}

function concatRows(parts: readonly Tensor[]): Tensor {
  return createOp("ConcatV2", { values: parts, axis: 0 }, {}, "concat");
}

/** Sparse gradients are concatenated; a dense one among them makes the sum dense. */
function addSlices(grads: readonly (Tensor | IndexedSlices)[]): Tensor | IndexedSlices {
  const slices: IndexedSlices[] = [];
  for (const g of grads) {
    if (g instanceof Tensor) return addN(grads);
    slices.push(g);
  }
  const mixed = new Set(slices.map((s) => s.indices.dtype.base_dtype)).size > 1;
  const indices = slices.map((s) =>
    mixed && s.indices.dtype.base_dtype !== int64 ? createOp("Cast", { x: s.indices }, { DstT: int64 }) : s.indices,
  );
  const values = concatRows(slices.map((s) => s.values));
  return new IndexedSlices(values, concatRows(indices), slices[0]!.dense_shape);
}

/** The one gradient of an output, from all that arrived; null when none did. Raises ValueError for an unknown method. */
export function aggregate(op: Operation, received: readonly Gradient[], method: Aggregation): Gradient {
  if (![0, 1, 2].includes(method)) throw new ValueError(`Invalid aggregation_method specified ${String(method)}.`);
  if (received.length === 0) return null;
  if (received.length === 1) return received[0]!;
  const some = received.filter((g) => g !== null);
  if (some.length === 0) return null;
  const dense = some.filter((g) => g instanceof Tensor);
  if (dense.length < some.length) return some.length === 1 ? some[0]! : addSlices(some);
  if (method === AggregationMethod.DEFAULT) return addAcrossDevices(dense);
  const shape = dense.reduce((s, t) => s.merge_with(t.shape), as_shape(unknownShape));
  if (method === AggregationMethod.EXPERIMENTAL_ACCUMULATE_N && dense.length > 2 && shape.isFullyDefined) {
    return createOp("AccumulateNV2", { inputs: dense }, { shape }, null);
  }
  return getDefaultGraph().inScope(`${op.name}_gradient_sum`, () =>
    dense.reduce((sum, t) => createOp("AddN", { inputs: [sum, t] })),
  );
}
