/**
 * Binds one kernel to the buffers of a plan.
 */
import type { AttrValue } from "../graph/attr.js";
import type { DType } from "../graph/dtypes.js";
import type { KernelContext, Value, VariableStore } from "../graph/kernel.js";
import type { TensorShape } from "../graph/tensor_shape.js";
import { sameShape } from "../np/strided.js";
import { PlanBuffer } from "./buffers.js";
import { type IrNode, knownValue } from "./ir.js";
import type { Plan, Slot } from "./plan.js";
import { DenseValue, intsOfValue, makeValue } from "./value.js";

/** Thrown by a context when binding needs what only a run can tell. */
export class NeedsRun extends Error {}

export class BindContext implements KernelContext {
  readonly type: string;
  readonly name: string;
  readonly inputCount: number;
  readonly outputTypes: readonly DType[];
  /** Bound during a run: shapes and values are there, buffers are its own. */
  readonly isLate: boolean;
  slots: Slot[];
  private readonly plan: Plan;
  private readonly node: IrNode;
  private readonly seen = new Map<number, Value>();
  private readonly read = new Map<number, number[]>();
  private bindsAlways = false;

  constructor(plan: Plan, node: IrNode, isLate: boolean) {
    this.plan = plan;
    this.node = node;
    this.isLate = isLate;
    this.type = node.type;
    this.name = node.name;
    this.inputCount = node.inputs.length;
    this.outputTypes = node.outputTypes;
    this.slots = node.outputTypes.map(() => EMPTY());
  }

  attr<T extends AttrValue>(name: string): T {
    return this.node.attr<T & AttrValue>(name);
  }

  private current(i: number): Value {
    const slot = this.plan.slot(this.node.inputs[i]!);
    const value = slot.variable && this.isLate ? slot.variable.value : slot.value;
    if (value === null) throw new NeedsRun();
    return value;
  }
  input(i: number): Value {
    const value = this.current(i);
    if (this.isLate) this.seen.set(i, value);
    return value;
  }
  ints(i: number): number[] {
    if (!this.isLate && knownValue(this.node.inputs[i]!) === null) throw new NeedsRun();
    const list = intsOfValue(this.input(i));
    if (this.isLate) this.read.set(i, list);
    return list;
  }
  readsData(): void {
    if (!this.isLate) throw new NeedsRun();
    this.bindsAlways = true;
  }

  /** After a late binding: is it still right for the inputs as they are now? */
  stillFits(): boolean {
    if (this.bindsAlways) return false;
    for (const [i, value] of this.seen) if (this.current(i) !== value) return false;
    for (const [i, list] of this.read) if (!sameShape(list, intsOfValue(this.current(i)))) return false;
    return true;
  }

  knownShape(i: number): readonly number[] | null {
    return this.node.shapes[i]!.known;
  }
  output(i: number, shape: readonly number[]): Value {
    const slot: Slot = this.isLate
      ? { value: makeValue(this.outputTypes[i]!.base_dtype, shape), buffer: new PlanBuffer(null), variable: null }
      : this.plan.allocate(this.node, i, shape);
    this.slots[i] = slot;
    return slot.value!;
  }
  alias(i: number, from: number, shape?: readonly number[]): Value {
    const edge = this.node.inputs[from]!;
    const source = this.plan.slot(edge);
    const value = this.input(from);
    // An alias of a whole variable (Identity behind a reference) keeps following it.
    const same = shape === undefined || sameShape(shape, value.shape);
    const made = same ? value : new DenseValue(this.outputTypes[i]!.base_dtype, shape, value.data);
    this.slots[i] = { value: made, buffer: source.buffer, variable: same ? source.variable : null };
    return made;
  }
  mayOverwrite(from: number): boolean {
    if (this.isLate) return false;
    const edge = this.node.inputs[from]!;
    if (knownValue(edge) !== null) return false;
    const { buffer } = this.plan.slot(edge);
    const mine = this.node.inputs.filter((e) => knownValue(e) === null && this.plan.slot(e).buffer === buffer).length;
    return buffer.block !== null && mine === 1 && buffer.uses === 1;
  }
  variable(i: number): VariableStore {
    if (i >= 0) return this.plan.slot(this.node.inputs[i]!).variable!;
    const shared = this.node.attr<string>("shared_name");
    const name = shared === "" ? this.node.name : shared;
    const shape = this.node.attr<TensorShape>("shape").known;
    // set_shape may have told more of a reference; a handle says nothing of the variable's shape.
    const { isRef } = this.outputTypes[0]!;
    const told = isRef ? this.node.shapes[0]!.known : null;
    return this.plan.session.variable(name, this.node.attr<DType>("dtype"), shape ?? told, !isRef);
  }
  outputVariable(i: number, variable: VariableStore): void {
    const isStatic = this.node.shapes[i]!.isFullyDefined || this.isLate;
    this.slots[i] = { value: isStatic ? variable.value : null, buffer: new PlanBuffer(null), variable };
  }
  state<T extends object>(create: () => T): T {
    return this.plan.session.state(this.node.name, create);
  }

  /** Gives back what a failed binding allocated. */
  abandon(): void {
    for (const slot of this.slots)
      if (slot.buffer.block && slot.buffer.uses === 0) this.plan.pool.release(slot.buffer.block);
    this.slots = this.outputTypes.map(() => EMPTY());
  }
}

const EMPTY = (): Slot => ({ value: null, buffer: new PlanBuffer(null), variable: null });
