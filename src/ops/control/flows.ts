/**
 * TensorArrays in structures: branches and loops pass their flow, and make TensorArrays of it again.
 * Source: _convert_tensorarray_to_flow, _convert_flows_to_tensorarrays (tensorflow/python/ops/control_flow_ops.py).
 */
import type { Tensor } from "../../graph/tensor.js";

/** What a TensorArray shows of itself here. */
export interface HasFlow {
  readonly flow: Tensor;
  /** The same array behind another flow. */
  withFlow(flow: Tensor): HasFlow;
}

export function hasFlow(x: unknown): x is HasFlow {
  return typeof x === "object" && x !== null && typeof (x as { withFlow?: unknown }).withFlow === "function";
}

export function toFlow(x: unknown): unknown {
  return hasFlow(x) ? x.flow : x;
}

/** `tensors` with TensorArrays where `originals` have them. */
export function fromFlows(originals: readonly unknown[], tensors: readonly Tensor[]): unknown[] {
  return tensors.map((t, i) => {
    const original = originals[i];
    return hasFlow(original) ? original.withFlow(t) : t;
  });
}
