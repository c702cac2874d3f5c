/**
 * Gradients of Switch and Merge: what was merged is switched, what was switched is merged.
 * Source: _SwitchGrad, _MergeGrad (tensorflow/python/ops/control_flow_grad.py).
 */
import { outputContext } from "../../graph/control_flow.js";
import { createOp } from "../../graph/create_op.js";
import { getDefaultGraph } from "../../graph/graph.js";
import type { Gradient, GradientFn, OpRecord } from "../../graph/registry.js";
import type { Tensor } from "../../graph/tensor.js";
import { CondContext } from "./cond_context.js";
import { addBackEdge } from "./loop_nodes.js";
import { mergeShape, mergeTensors, switchGradientOf, switchShape, switchTensor } from "./switch_merge.js";

/** A loop's switch is visited twice: first from its exit, then from its body, whose gradient closes the loop. */
const loopSwitchGradient: GradientFn = (op, no, yes) => {
  const state = getDefaultGraph().controlFlow!.gradState!;
  const known = state.switchMerges.get(op);
  if (known) {
    if (yes) addBackEdge(known, yes as Tensor, false);
    return [null, null];
  }
  if (!no) return [null, null];
  const merged = mergeTensors([no, no], "b_switch");
  state.switchMerges.set(op, merged as Tensor);
  return [merged, null];
};

const switchGradient: GradientFn = (op, no = null, yes = null) => {
  const context = op.controlFlowContext;
  if (context?.isWhile) return loopSwitchGradient(op, no, yes);
  if (context instanceof CondContext) {
    const [taken, other] = context.branch === 1 ? [yes, no] : [no, yes];
    if (other === null) {
      if (op.inputs[0]!.dtype.baseName !== "resource" || taken === null) return [null, null];
      return [mergeTensors([taken, taken], "cond_resource_grad"), null];
    }
    return [mergeTensors([no!, yes!], "cond_grad"), null];
  }
  const pred = op.inputs[1]!;
  return [mergeTensors([switchTensor(no as Tensor, pred)[0], switchTensor(yes as Tensor, pred)[1]]), null];
};

const mergeGradient: GradientFn = (op, grad) => {
  const context = outputContext(op.inputs[0]!.op);
  const current = getDefaultGraph().controlFlow;
  if (context?.isWhile) return [...switchGradientOf(grad!, current!.loopPivot!)];
  if (context instanceof CondContext) {
    const state = current?.gradState ?? null;
    // Inside a loop's gradient the predicate is the one of that iteration.
    const pred = state ? state.pastPredicate(context.pred) : context.pred;
    return [...switchGradientOf(grad!, pred, "cond_grad")];
  }
  const isIt = op.inputs.map((_, i) => createOp("Equal", { x: op.outputs[1]!, y: i }));
  return op.inputs.map((_, i): Gradient => switchGradientOf(grad!, isIt[i]!)[1]);
};

export const switchMergeRecords: readonly OpRecord[] = [
  { type: "Switch", shape: switchShape, grad: switchGradient },
  { type: "RefSwitch", shape: switchShape, grad: switchGradient },
  { type: "Merge", shape: mergeShape, grad: mergeGradient },
  { type: "RefMerge", shape: mergeShape },
];
