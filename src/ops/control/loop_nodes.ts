/**
 * The operations that loops are made of: Enter, Exit, NextIteration, LoopCond. The plan executes them (runtime/loops.ts).
 * Source: _Enter, exit, _NextIteration, _AddNextAndBackEdge, _EnforceShapeInvariant (tensorflow/python/ops/control_flow_ops.py).
 */
import { createOp } from "../../graph/create_op.js";
import type { Tensor } from "../../graph/tensor.js";
import type { TensorShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";

export function enter(
  data: Tensor,
  frame_name: string,
  options: { isConstant?: boolean; parallelIterations: number; useInputShape?: boolean; name?: string },
): Tensor {
  const type = data.dtype.isRef ? "RefEnter" : "Enter";
  const attrs = {
    frame_name,
    is_constant: options.isConstant ?? false,
    parallel_iterations: options.parallelIterations,
  };
  const made = createOp(type, { data }, attrs, options.name ?? null);
  if (options.useInputShape ?? true) made.set_shape(data.shape);
  return made;
}

export function exit(data: Tensor, name: string | null = null): Tensor {
  return createOp(data.dtype.isRef ? "RefExit" : "Exit", { data }, {}, name);
}

export function nextIteration(data: Tensor, name: string | null = null): Tensor {
  return createOp(data.dtype.isRef ? "RefNextIteration" : "NextIteration", { data }, {}, name);
}

/** Whether everything that `other` says of a shape is so in `mine`. */
export function shapeAtMost(mine: TensorShape, other: TensorShape): boolean {
  if (other.dims === null) return true;
  if (mine.rank !== other.rank) return false;
  return other.dims.every((d, i) => d === null || mine.dims![i] === d);
}

function enforceInvariant(merged: Tensor, next: Tensor): void {
  if (shapeAtMost(next.shape, merged.shape)) return;
  const input = merged.op.inputs[0]!.op.inputs[0]!;
  throw new ValueError(
    `Input tensor '${input.name}' enters the loop with shape ${merged.shape}, but has shape ${next.shape} after one iteration. To allow the shape to vary across iterations, use the \`shape_invariants\` argument of tf.while_loop to specify a less-specific shape.`,
  );
}

/** Closes a loop: what the variable is in the next iteration. */
export function addBackEdge(merged: Tensor, value: Tensor, enforce = true): Tensor {
  const next = nextIteration(value);
  if (enforce) enforceInvariant(merged, next);
  merged.op.updateInput(1, next);
  return next;
}
