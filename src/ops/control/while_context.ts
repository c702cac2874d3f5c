/**
 * The context of a loop's condition and body: tensors from outside enter as constants of the loop.
 * Source: WhileContext (tensorflow/python/ops/control_flow_ops.py).
 */
import {
  ControlFlowContext,
  isLoopEnter,
  isLoopExit,
  type LoopGradient,
  outputContext,
  whileContextOf,
} from "../../graph/control_flow.js";
import type { Graph } from "../../graph/graph.js";
import type { Operation } from "../../graph/operation.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { repr } from "../../py/repr.js";
import { identity } from "../array/identity.js";
import { enter } from "./loop_nodes.js";

export interface WhileOptions {
  readonly maximumIterations: Tensor | null;
  readonly parallelIterations: number;
  readonly backProp: boolean;
  readonly swapMemory: boolean;
  readonly name?: string;
  readonly gradState?: LoopGradient | null;
}

function isConstantEnter(op: Operation): boolean {
  return isLoopEnter(op) && op.attr<boolean>("is_constant");
}

const ASK_SHAPE = new Set(["Shape", "Size", "Rank"]);

export class WhileContext extends ControlFlowContext {
  readonly name: string;
  readonly options: WhileOptions;
  readonly loopEnters: Tensor[] = [];
  readonly loopExits: Tensor[] = [];
  /** What the condition's operations wait for. */
  pivotForPred: Tensor | null = null;
  /** What the body's operations wait for. */
  pivotForBody: Tensor | null = null;
  /** The loop's condition. */
  pivot: Tensor | null = null;

  constructor(graph: Graph, options: WhileOptions) {
    super(graph);
    if (!Number.isInteger(options.parallelIterations) || options.parallelIterations <= 0) {
      throw new ValueError(`\`parallel_iterations\` must be a positive integer: ${repr(options.parallelIterations)}`);
    }
    this.options = options;
    this.name = graph.unique_name(options.name ?? "while_context");
  }

  override get isWhile(): boolean {
    return true;
  }
  override get whileContext(): WhileContext {
    return this;
  }
  override get controlPivot(): Tensor | null {
    return this.pivotForBody ?? this.pivotForPred;
  }
  override get loopPivot(): Tensor | null {
    return this.pivot;
  }
  override get gradState(): LoopGradient | null {
    return this.options.gradState ?? null;
  }

  /** The loop whose gradient is being built now; null outside of such. */
  private get currentGradient(): LoopGradient | null {
    return whileContextOf(this.graph.controlFlow)?.gradState ?? null;
  }

  addValue(value: Tensor): Tensor {
    const isNew = !this.values.has(value.name) && value.op.controlFlowContext !== this;
    if (!isNew) return this.externalValues.get(value.name) ?? value;
    this.values.add(value.name);
    const gradient = this.currentGradient;
    if (gradient) {
      const source = whileContextOf(value.op.controlFlowContext);
      const forward = isLoopExit(value.op) ? whileContextOf(source?.outer ?? null) : source;
      if (forward === gradient.forwardContext) {
        const past = gradient.realValue(value);
        this.externalValues.set(value.name, past);
        return past;
      }
    }
    const outside = this.outer ? this.outer.addValue(value) : value;
    const inside = this.graph.withControls(null, () => {
      const made = enter(outside, this.name, {
        isConstant: true,
        parallelIterations: this.options.parallelIterations,
      });
      this.graph.prevent_feeding(made);
      this.outer?.addInnerOp(made.op);
      return made;
    });
    this.fixControlInputs([inside]);
    this.values.add(inside.name);
    this.externalValues.set(value.name, inside);
    return inside;
  }

  addOp(op: Operation): void {
    // What asks for a shape of the forward loop while its gradient is built belongs to the forward loop.
    const gradient = ASK_SHAPE.has(op.type) ? this.currentGradient : null;
    if (gradient) {
      const input = op.inputs[0]!.op;
      const context = input.controlFlowContext;
      if (context && whileContextOf(context) === gradient.forwardContext) {
        op.controlFlowContext = context;
        if (context instanceof WhileContext) context.addOpHere(op);
        else context.addOp(op);
        return;
      }
    }
    this.addOpHere(op);
  }

  private addOpHere(op: Operation): void {
    let external: Operation[];
    if (op.inputs.length === 0) {
      const edges = this.removeExternalControlEdges(op);
      external = edges.external;
      if (edges.internal.length === 0) op.addControlInput(this.controlPivot!.op);
    } else {
      for (let i = 0; i < op.inputs.length; i++) {
        const x = op.inputs[i]!;
        const inside = this.addValue(x);
        if (inside !== x) op.updateInput(i, inside);
      }
      external = this.removeExternalControlEdges(op).external;
      // What only reads constants of the loop would run before the loop does.
      if (op.control_inputs.length === 0 && op.inputs.every((t) => isConstantEnter(t.op)))
        op.addControlInput(this.controlPivot!.op);
    }
    for (const t of op.outputs) this.values.add(t.name);
    if (external.length > 0) this.waitForOutside(op, external);
    if (this.outer || !isLoopExit(op)) {
      this.graph.prevent_fetching(op);
      for (const t of op.outputs) this.graph.prevent_feeding(t);
    }
    this.outer?.addInnerOp(op);
  }

  /** Control edges from outside become edges from copies inside. */
  private waitForOutside(op: Operation, external: readonly Operation[]): void {
    const inside = this.graph.withControls(null, () =>
      this.run(() => external.filter((x) => x.outputs.length > 0).map((x) => identity(x.outputs[0]!).op)),
    );
    for (const x of inside) op.addControlInput(x);
  }

  /** Enter operations belong to the loop, and wait for what the loop as a whole waits for. */
  fixControlInputs(enters: readonly Tensor[]): void {
    const { graph } = this;
    const outerLoop = whileContextOf(this.outer);
    for (const { op } of enters) {
      const waits = graph.controls.inputsFor([op.inputs[0]!.op]);
      const kept = waits.filter((c) => {
        const context = outputContext(c);
        for (let outer = this.outer; outer !== context; outer = outer.outer)
          if (outer === null || outer === outerLoop) return false;
        return true;
      });
      op.controlFlowContext = this;
      for (const c of kept) op.addControlInput(c);
      graph.controls.record(op);
    }
  }
}
