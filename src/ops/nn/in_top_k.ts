/**
 * Whether a class is among the k most probable ones.
 * Source: tf.nn.in_top_k (tensorflow/python/ops/nn_ops.py; core/kernels/in_topk_op.h).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import type { ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { shapeText } from "../math/elementwise.js";
import { mergeDim, withRank } from "../shape_functions.js";

const topKShape: ShapeFn = (c) => {
  const [rows] = withRank(c.input(0), 2);
  return [new TensorShape([mergeDim(rows!, withRank(c.input(1), 1)[0]!)])];
};

/** Fewer than k classes are more probable; false where that can't be said: a class out of range, a value not finite. */
const topKKernel: Kernel = (k) => {
  const [predictions, targets] = [k.input(0), k.input(1)];
  const isAttr = k.type === "InTopK";
  if (!isAttr && k.input(2).shape.length > 0)
    throw invalidArgument(`k must be 0-D, got shape ${shapeText(k.input(2).shape)}`);
  const limit = isAttr ? null : k.input(2).data;
  const fixed = isAttr ? Number(k.attr<number>("k")) : 0;
  if (predictions.shape.length !== 2) throw invalidArgument("predictions must be 2-dimensional");
  if (targets.shape.length !== 1) throw invalidArgument("targets must be 1-dimensional");
  const [rows, classes] = predictions.shape as [number, number];
  if (rows !== targets.size) {
    throw invalidArgument(`First dimension of predictions ${rows} must match length of targets ${targets.size}`);
  }
  const p = predictions.data as Float32Array;
  const t = targets.data as Int32Array | BigInt64Array;
  const out = k.output(0, [rows]).data as Uint8Array;
  return () => {
    const most = limit ? Number(limit[0]) : fixed;
    for (let i = 0; i < rows; i++) {
      const target = Number(t[i]);
      const own = target >= 0 && target < classes ? p[i * classes + target]! : Number.NaN;
      let known = Number.isFinite(own);
      let above = 0;
      for (let j = i * classes; known && j < (i + 1) * classes && above <= most; j++) {
        if (!Number.isFinite(p[j]!)) known = false;
        else if (p[j]! > own) above++;
      }
      out[i] = known && above < most ? 1 : 0;
    }
  };
};

export const inTopKRecords: readonly OpRecord[] = [
  { type: "InTopK", shape: topKShape, kernel: topKKernel },
  { type: "InTopKV2", shape: topKShape, kernel: topKKernel },
];

/** tf.nn.in_top_k: for each row of `predictions`, whether the class `targets` says is among its `k` largest. */
export const in_top_k = pyFunction<{
  predictions: TensorLike;
  targets: TensorLike;
  k: TensorLike;
  name: string | null;
}>()("in_top_k", "(predictions, targets, k, name=None)", ({ predictions, targets, k, name }) =>
  scoped(name, "in_top_k", [], () => createOp("InTopKV2", { predictions, targets, k }, {}, name)),
);
