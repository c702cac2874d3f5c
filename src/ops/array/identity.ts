/**
 * Operations that pass a tensor on.
 * Source: tf.identity, tf.stop_gradient, tf.no_op (tensorflow/python/ops/array_ops.py, control_flow_ops.py).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp, createOperation } from "../../graph/create_op.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import { unchanged } from "../shape_functions.js";

/** The output is the input's buffer: what reads a variable through Identity sees later writes, as in TF1. */
const passOn: Kernel = (k) => {
  k.alias(0, 0);
  return undefined;
};

export const identityRecords: readonly OpRecord[] = [
  { type: "Identity", shape: unchanged, kernel: passOn, grad: (_, dy) => [dy] },
  { type: "StopGradient", shape: unchanged, kernel: passOn, grad: "none" },
  { type: "PreventGradient", shape: unchanged, kernel: passOn },
  { type: "NoOp", shape: () => [], kernel: () => undefined, grad: "none" },
];

/** tf.identity: the same value as a new tensor, for a name, a control dependency or a device. */
export const identity = pyFunction<{ input: TensorLike; name: string | null }>()(
  "identity",
  "(input, name=None)",
  ({ input, name }) => createOp("Identity", { input }, {}, name),
);

/** tf.stop_gradient: the same value, through which no gradient flows. */
export const stop_gradient = pyFunction<{ input: TensorLike; name: string | null }>()(
  "stop_gradient",
  "(input, name=None)",
  ({ input, name }) => createOp("StopGradient", { input }, {}, name),
);

/** tf.no_op: an operation without inputs and outputs. */
export const no_op = pyFunction<{ name: string | null }>()("no_op", "(name=None)", ({ name }) =>
  createOperation("NoOp", {}, {}, name),
);
