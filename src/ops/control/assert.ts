/**
 * tf.Assert: a run fails unless a condition holds.
 * Source: tf.Assert (tensorflow/python/ops/control_flow_ops.py), core/kernels/logging_ops.cc.
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOperation, scoped } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { Operation } from "../../graph/operation.js";
import type { OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { summarizeValue } from "../summarize_value.js";
import { buildCond } from "./cond.js";

const assertKernel: Kernel = (k) => {
  const condition = k.input(0);
  const data = Array.from({ length: k.inputCount - 1 }, (_, i) => k.input(i + 1));
  const summarize = k.attr<number>("summarize");
  return () => {
    if (condition.data[0]) return;
    throw invalidArgument(`assertion failed: ${data.map((v) => `[${summarizeValue(v, summarize)}]`).join(" ")}`);
  };
};

export const assertRecords: readonly OpRecord[] = [
  { type: "Assert", shape: () => [], kernel: assertKernel, grad: "none", impure: true },
];

/** The operation that fails unless `condition` holds, behind a branch that is taken only then. */
export function buildAssert(
  condition: TensorLike,
  data: readonly TensorLike[],
  summarize: number | null = null,
  name: string | null = null,
): Operation {
  return scoped(name, "Assert", [condition, ...data], () => {
    const tensors = data.map((d) => convertToTensor(d));
    const make = (): Operation =>
      createOperation("Assert", { condition, data }, { summarize: summarize ?? undefined }, "Assert");
    if (tensors.every((t) => t.dtype.baseName === "string" || t.dtype.baseName === "int32")) return make();
    condition = convertToTensor(condition, { name: "Condition" });
    const guarded = buildCond(condition, () => createOperation("NoOp", {}), make, "AssertGuard") as Tensor;
    return guarded.op;
  });
}

/** tf.Assert: an operation that fails with the first `summarize` (3) elements of each of `data` unless the bool `condition` holds. */
export const Assert = pyFunction<{
  condition: TensorLike;
  data: readonly TensorLike[];
  summarize: number | null;
  name: string | null;
}>()("Assert", "(condition, data, summarize=None, name=None)", ({ condition, data, summarize, name }) =>
  buildAssert(condition, data, summarize, name),
);
