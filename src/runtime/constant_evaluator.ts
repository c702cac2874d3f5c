/**
 * Values of tensors that depend on constants only, while the graph is being built.
 * Source: EvaluateConstantTensor (tensorflow/core/common_runtime/eval_const_tensor.cc).
 */
import type { Operation } from "../graph/operation.js";
import type { Tensor } from "../graph/tensor.js";
import type { Strided } from "../np/strided.js";
import { propagate } from "./fold.js";
import { buildIr, knownValue } from "./ir.js";
import { arrayFromValue } from "./value.js";

/** Graphs are only ever extended, so what an operation evaluates to stays true; null where it isn't constant. */
const known = new WeakMap<Operation, (Strided | null)[]>();

/** The value of a tensor, or null when it depends on feeds, variables or state. */
export function evaluateConstant(tensor: Tensor): Strided | null {
  const cached = known.get(tensor.op);
  if (cached) return cached[tensor.value_index] ?? null;
  if (!isConstant(tensor.op)) {
    known.set(tensor.op, []);
    return null;
  }
  const ir = buildIr([tensor], [], []);
  propagate(ir, null);
  const value = knownValue(ir.fetches[0]!);
  const result = value ? arrayFromValue(value) : null;
  const list = tensor.op.outputs.map((): Strided | null => null);
  list[tensor.value_index] = result;
  if (tensor.op.outputs.length === 1) known.set(tensor.op, list);
  return result;
}

/** What a branch or a loop decides isn't known before running. */
const CONTROL_FLOW = new Set(["Switch", "RefSwitch", "Merge", "RefMerge", "Enter", "RefEnter", "Exit", "RefExit"]);

/** Cheap look before anything is built: does every path end in a constant or in a shape that is known? */
function isConstant(op: Operation): boolean {
  const stack = [op];
  const seen = new Set<Operation>();
  for (let o = stack.pop(); o; o = stack.pop()) {
    if (seen.has(o) || o.type === "Const") continue;
    seen.add(o);
    if (o.type === "Shape" || o.type === "ShapeN" || o.type === "Size" || o.type === "Rank") {
      // The shape of what itself is constant is found by evaluating that.
      if (o.inputs.every((t) => t.shape.isFullyDefined || (o.type === "Rank" && t.shape.rank !== null))) continue;
    }
    const known_ = known.get(o);
    if (known_?.every((v) => v === null)) return false;
    if (CONTROL_FLOW.has(o.type)) return false;
    if (o.op_def.isStateful || o.inputs.length === 0 || o.inputs.some((t) => t.dtype.isRef)) return false;
    stack.push(...o.inputs.map((t) => t.op));
  }
  return true;
}
