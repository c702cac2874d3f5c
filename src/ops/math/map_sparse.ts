/**
 * Functions of dense tensors that take sparse ones, too: they work on the values.
 * Source: _UnaryMapValueDispatcher (tensorflow/python/ops/sparse_ops.py).
 */
import { scoped } from "../../graph/create_op.js";
import { SparseTensor } from "../../graph/sparse_tensor.js";
import type { Tensor } from "../../graph/tensor.js";
import { isPlainObject } from "../../np/printing/mapping.js";

/**
 * The function, with a SparseTensor for a SparseTensor. `type` is the op type, whose name the refused dense call takes first.
 * The static type stays that of dense tensors: an overload would spoil passing the function as an activation.
 */
export function mapsSparse<F extends object>(type: string, fn: F): F {
  const call = (...args: readonly unknown[]): unknown => {
    const dense = fn as unknown as (...args: readonly unknown[]) => Tensor;
    const [first, ...rest] = args;
    const named = isPlainObject(first) && first["x"] instanceof SparseTensor;
    const sparse = named ? first["x"] : first;
    if (!(sparse instanceof SparseTensor)) return dense(...args);
    const keywords = named ? first : rest.find(isPlainObject);
    const given = rest.find((a) => typeof a === "string") ?? keywords?.["name"];
    const name = typeof given === "string" ? given : null;
    scoped(name, type, [sparse.values], () => null);
    return new SparseTensor(sparse.indices, dense(sparse.values, { name }), sparse.dense_shape);
  };
  return Object.assign(call, fn) as F;
}
