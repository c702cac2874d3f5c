/**
 * The operations between some targets and some sources, and how many gradients each waits for.
 * Source: _PendingCount, _StopOps (tensorflow/python/ops/gradients_util.py).
 */
import { bfloat16 } from "../graph/dtypes.js";
import type { Operation } from "../graph/operation.js";
import type { Tensor } from "../graph/tensor.js";
import { LoopStates } from "./loop_state.js";
import { isTrainable } from "./trainable.js";

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
  /** Null where no loop lies between. */
  readonly loops: LoopStates | null;
  /** Targets that depend on a source. */
  readonly targets: ReadonlySet<Operation>;
  /** Gradients that an operation's outputs still wait for. */
  readonly pending: Map<Operation, number>;
}

export function between(to: readonly Operation[], from: readonly Operation[], colocate: boolean): Between {
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
  const loops = LoopStates.of(found, colocate);
  const pending = new Map<Operation, number>();
  for (const op of found) {
    for (const t of op.inputs) if (found.has(t.op)) pending.set(t.op, (pending.get(t.op) ?? 0) + 1);
  }
  return { targets, pending, loops };
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
