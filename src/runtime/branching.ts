/**
 * Binds the nodes that lead into branches and out of them: they pass values on, and say who lives.
 * Source: core/kernels/control_flow_ops.cc.
 */
import type { VariableStore } from "../graph/kernel.js";
import { sameShape } from "../np/strided.js";
import { PlanBuffer } from "./buffers.js";
import { type IrEdge, type IrNode, isBackEdge, knownValue } from "./ir.js";
import type { Plan, Slot } from "./plan.js";
import type { Sequence } from "./sequence.js";
import { copyElements, makeValue } from "./value.js";

const PASSING = new Set(["Switch", "RefSwitch", "Enter", "RefEnter", "Exit", "RefExit", "LoopCond", "NextIteration"]);

export function isBranching(node: IrNode): boolean {
  return (
    PASSING.has(node.type) || node.type === "RefNextIteration" || node.type === "Merge" || node.type === "RefMerge"
  );
}

export function bindBranching(plan: Plan, node: IrNode, into: Sequence): void {
  if (node.type === "Merge" || node.type === "RefMerge") bindMerge(plan, node, into);
  else {
    passOn(plan, node);
    plan.releaseInputs(
      node.inputs.filter((_, i) => isReadOnce(node, i)),
      false,
    );
  }
}

/** Whether an input is done with when its readers are. */
function isReadOnce(node: IrNode, i: number): boolean {
  // A loop still needs what enters it when its first iteration is over; predicates are asked by whoever depends on them.
  if (node.type === "Enter" || node.type === "RefEnter" || node.type === "LoopCond") return false;
  return i === 0;
}

/** Every output is the first input itself. */
function passOn(plan: Plan, node: IrNode): void {
  const slot = plan.slot(node.inputs[0]!);
  const slots = node.outputTypes.map(() => slot);
  plan.setSlots(node, slots);
  plan.keep(node, slots);
}

/** A merge of branches: the value of the input that is alive, copied. */
function bindMerge(plan: Plan, node: IrNode, into: Sequence): void {
  const edges = node.inputs.filter((e) => !isBackEdge(node, e));
  const sources = edges.map((e) => ({ slot: plan.slot(e), flag: plan.flag(e.node, into, e.index) }));
  const index = plan.allocate(node, 1, []);
  const indexData = index.value!.data as Int32Array;
  const out = outputOf(
    plan,
    node,
    edges,
    sources.map((s) => s.slot),
  );
  const received = plan.mergeFlag(node);
  into.add(
    () => {
      plan.flags[received] = 0;
      for (let i = 0; i < sources.length; i++) {
        const { slot, flag } = sources[i]!;
        if (plan.flags[flag] !== 1) continue;
        out.take(slot);
        indexData[0] = i;
        plan.flags[received] = 1;
        return;
      }
    },
    node,
    0,
  );
  const slots = [out.slot, index];
  plan.setSlots(node, slots);
  plan.keep(node, slots);
  plan.releaseInputs(edges, out.isLate);
  // The condition under which the merge itself is alive may be this flag.
  plan.flag(node, into);
}

interface Output {
  readonly slot: Slot;
  readonly isLate: boolean;
  take(from: Slot): void;
}

function outputOf(plan: Plan, node: IrNode, edges: readonly IrEdge[], slots: readonly Slot[]): Output {
  if (node.type === "RefMerge") return referenceOutput(slots);
  const shapes = edges.map((e, i) => knownValue(e)?.shape ?? slots[i]!.value?.shape ?? null);
  const [first] = shapes;
  if (first && shapes.every((s) => s !== null && sameShape(s, first))) {
    const slot = plan.allocate(node, 0, first);
    const { data } = slot.value!;
    return { slot, isLate: false, take: (from) => copyElements(currentValue(from).data, data) };
  }
  const slot: Slot = { value: null, buffer: new PlanBuffer(null), variable: null };
  return { slot, isLate: true, take: (from) => copyInto(slot, currentValue(from)) };
}

function referenceOutput(slots: readonly Slot[]): Output {
  const [only] = slots;
  const variable: VariableStore | null = slots.every((s) => s.variable === only?.variable)
    ? (only?.variable ?? null)
    : null;
  const slot: Slot = { value: variable?.value ?? null, buffer: new PlanBuffer(null), variable };
  const take = (from: Slot): void => {
    slot.variable = from.variable;
    slot.value = from.variable?.value ?? from.value;
  };
  return { slot, isLate: true, take };
}

/** The value now: a variable's may have another shape than when the plan was made. */
export function currentValue(slot: Slot): NonNullable<Slot["value"]> {
  return slot.variable ? slot.variable.value : slot.value!;
}

/** Copies a value whose shape is only known now; the same storage as long as the shape stays. */
export function copyInto(slot: Slot, value: NonNullable<Slot["value"]>): void {
  if (!slot.value || !sameShape(slot.value.shape, value.shape))
    slot.value = makeValue(value.dtype.base_dtype, value.shape);
  copyElements(value.data, slot.value.data);
}
