/**
 * The operations between some targets and some sources, and how many gradients each waits for.
 * Source: _PendingCount, _StopOps (tensorflow/python/ops/gradients_util.py).
 */
import { bfloat16, type DType } from "../graph/dtypes.js";
import type { Operation } from "../graph/operation.js";
import type { Tensor } from "../graph/tensor.js";

/** dtypes through which gradients flow. */
export function isTrainable(dtype: DType): boolean {
  const t = dtype.base_dtype;
  return (t.is_floating && t !== bfloat16) || t.is_complex || t.baseName === "resource" || t.baseName === "variant";
}

function reachable(from: readonly Operation[]): Set<Operation> {
  const reached = new Set<Operation>();
  const queue = [...from];
  for (let op = queue.pop(); op; op = queue.pop()) {
    if (reached.has(op)) continue;
    reached.add(op);
    for (const t of op.outputs)
      if (isTrainable(t.dtype) || t.dtype.base_dtype === bfloat16) queue.push(...t.consumers());
  }
  return reached;
}

export interface Between {
  /** Targets that depend on a source. */
  readonly targets: ReadonlySet<Operation>;
  /** Gradients that an operation's outputs still wait for. */
  readonly pending: Map<Operation, number>;
}

export function between(to: readonly Operation[], from: readonly Operation[]): Between {
  const reached = reachable(from);
  const targets = new Set(to.filter((op) => reached.has(op)));
  const found = new Set<Operation>();
  const queue = [...to];
  for (let i = 0; i < queue.length; i++) {
    const op = queue[i]!;
    if (!reached.has(op) || found.has(op)) continue;
    found.add(op);
    for (const t of op.inputs) queue.push(t.op);
  }
  const pending = new Map<Operation, number>();
  for (const op of found) {
    for (const t of op.inputs) if (found.has(t.op)) pending.set(t.op, (pending.get(t.op) ?? 0) + 1);
  }
  return { targets, pending };
}

/** Sources without a source before them, and what the caller excludes: nothing is differentiated beyond these. */
export function stopOps(
  from: readonly Operation[],
  excluded: readonly Operation[],
  pending: ReadonlyMap<Operation, number>,
): Set<Operation> {
  const stop = new Set(from.filter((op) => op.inputs.every((t: Tensor) => (pending.get(t.op) ?? 0) === 0)));
  for (const op of excluded) stop.add(op);
  return stop;
}
