/**
 * Steps in the order in which they run, some of them only where a condition holds; and variables to look at before.
 */
import type { VariableStore } from "../graph/kernel.js";
import type { IrEdge, IrNode } from "./ir.js";

export type Step = () => void;

/** Conditions of one plan as flags, 1 where the condition holds now. Flag 0 always does. */
export type Flags = number[];

interface Guard {
  readonly variable: VariableStore;
  readonly node: IrNode;
  readonly before: number;
  readonly flag: number;
}

/** How failures become the errors that users see. */
export interface Explainer {
  explain(error: unknown, node: IrNode): unknown;
  uninitialized(variable: VariableStore, node: IrNode, fetch?: IrEdge): Error;
}

export class Sequence {
  private readonly steps: Step[] = [];
  private readonly nodes: IrNode[] = [];
  private readonly flagOf: number[] = [];
  private readonly inner: Sequence[] = [];
  private guards: Guard[] = [];
  private isConditional = false;
  private readonly flags: Flags;
  private readonly explainer: Explainer;

  constructor(flags: Flags, explainer: Explainer) {
    this.flags = flags;
    this.explainer = explainer;
  }

  get length(): number {
    return this.steps.length + this.inner.reduce((n, s) => n + s.length, 0);
  }

  add(step: Step, node: IrNode, flag: number): void {
    this.steps.push(step);
    this.nodes.push(node);
    this.flagOf.push(flag);
    if (flag !== 0) this.isConditional = true;
  }
  /** Reads of `variable` by the next step: it must have a value by then. */
  guard(variable: VariableStore, node: IrNode, flag: number): void {
    this.guards.push({ variable, node, before: this.steps.length, flag });
  }
  /** A sequence that a step of this one runs. */
  contains(inner: Sequence): void {
    this.inner.push(inner);
  }

  /** True while some variable hasn't been seen with a value yet. */
  private get isGuarded(): boolean {
    return this.guards.length > 0;
  }

  run(): void {
    if (this.isGuarded) {
      this.runGuarded();
      return;
    }
    const { steps, flagOf, flags } = this;
    let i = 0;
    try {
      if (!this.isConditional) for (; i < steps.length; i++) steps[i]!();
      else for (; i < steps.length; i++) if (flags[flagOf[i]!] === 1) steps[i]!();
    } catch (error) {
      throw this.explainer.explain(error, this.nodes[i]!);
    }
  }

  /** Until all variables have a value once, each is looked at before its first reader. */
  private runGuarded(): void {
    const { steps, flagOf, flags } = this;
    const pending: Guard[] = [];
    let next = 0;
    const check = (upTo: number): void => {
      for (let g = this.guards[next]; g && g.before <= upTo; g = this.guards[++next]) {
        if (g.variable.initialized) continue;
        if (flags[g.flag] === 1) throw this.explainer.uninitialized(g.variable, g.node);
        pending.push(g);
      }
    };
    let i = 0;
    try {
      for (; i < steps.length; i++) {
        check(i);
        if (flags[flagOf[i]!] === 1) steps[i]!();
      }
    } catch (error) {
      throw this.explainer.explain(error, this.nodes[i]!);
    }
    check(steps.length);
    // A variable that has a value keeps it as long as the session lives; a branch that did not run is asked again.
    this.guards = pending;
  }
}
