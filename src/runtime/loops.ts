/**
 * Runs a loop: the steps of its body again and again, until its condition is false.
 * Source: frames and iterations of the executor (tensorflow/core/common_runtime/executor.cc).
 */
import { sameShape } from "../np/strided.js";
import { copyInto, currentValue } from "./branching.js";
import { PlanBuffer } from "./buffers.js";
import type { Frame, LoopVariable } from "./frames.js";
import type { IrNode } from "./ir.js";
import type { Plan, Slot } from "./plan.js";
import { Sequence } from "./sequence.js";
import { copyElements, makeValue } from "./value.js";

interface BoundVariable {
  readonly slot: Slot;
  readonly first: Slot;
  /** Null for a variable whose next value is never computed. */
  next: Slot | null;
  readonly nextFlag: number;
}

export function bindLoop(plan: Plan, frame: Frame, outer: Sequence): void {
  const body = new Sequence(plan.flags, plan);
  outer.contains(body);
  for (const enter of frame.enters) plan.guard(enter, outer, 0);
  const variables = frame.items.filter((item): item is IrNode => "inputs" in item);
  const exits = variables.filter((n) => n.type === "Exit" || n.type === "RefExit");
  const flag = plan.frameFlag(frame, exits, outer);
  const bound = bindBody(plan, frame, body);
  const pred = frame.condition ? plan.slot({ node: frame.condition, index: 0 }) : null;
  const iterate = (): void => {
    for (const v of bound) start(v);
    for (;;) {
      body.run();
      if (!pred || !currentValue(pred).data[0]) return;
      advance(bound);
    }
  };
  outer.add(iterate, frame.condition ?? frame.enters[0]!, flag);
  for (const enter of frame.enters) plan.releaseInputs(enter.inputs, false);
}

/** Binds everything inside; loop variables first get storage of their own. */
function bindBody(plan: Plan, frame: Frame, body: Sequence): BoundVariable[] {
  const merges = new Map(frame.variables.map((v) => [v.merge, v]));
  const bound: { variable: LoopVariable; slot: Slot; first: Slot }[] = [];
  for (const item of frame.items) {
    const variable = "inputs" in item ? merges.get(item) : undefined;
    if (!variable) plan.bindAll([item], body);
    else bound.push(bindVariable(plan, variable));
  }
  return bound.map(({ variable, slot, first }) => ({
    slot,
    first,
    next: plan.slot(variable.next.inputs[0]!),
    nextFlag: plan.flag(variable.next, body),
  }));
}

function bindVariable(plan: Plan, variable: LoopVariable): { variable: LoopVariable; slot: Slot; first: Slot } {
  const { merge } = variable;
  const first = plan.slot(variable.first);
  const shape = merge.shapes[0]!;
  let slot: Slot;
  if (first.variable && merge.outputTypes[0]!.isRef) slot = first;
  else if (shape.isFullyDefined) {
    // Of its own: its value lives from one iteration to the next, whoever reads it last.
    const value = makeValue(merge.outputTypes[0]!.base_dtype, shape.known!);
    slot = { value, buffer: new PlanBuffer(null), variable: null };
  } else slot = { value: null, buffer: new PlanBuffer(null), variable: null };
  const index: Slot = {
    value: makeValue(merge.outputTypes[1]!.base_dtype, []),
    buffer: new PlanBuffer(null),
    variable: null,
  };
  plan.setSlots(merge, [slot, index]);
  return { variable, slot, first };
}

function start({ slot, first }: BoundVariable): void {
  if (slot !== first) store(slot, currentValue(first));
}

function store(slot: Slot, value: NonNullable<Slot["value"]>): void {
  if (slot.value && sameShape(slot.value.shape, value.shape)) {
    if (slot.value.data !== value.data) copyElements(value.data, slot.value.data);
  } else copyInto(slot, value);
}

/** All variables take their next values at once: what is a variable's value itself is set aside first. */
function advance(variables: readonly BoundVariable[]): void {
  const own = new Set(variables.map((v) => v.slot.value?.data));
  const values = variables.map((v) => {
    if (!v.next || v.slot.variable) return null;
    const value = currentValue(v.next);
    if (value.data === v.slot.value?.data || !own.has(value.data)) return value;
    const aside = makeValue(value.dtype.base_dtype, value.shape);
    copyElements(value.data, aside.data);
    return aside;
  });
  variables.forEach((v, i) => {
    const value = values[i];
    if (value) store(v.slot, value);
  });
}
