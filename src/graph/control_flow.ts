/**
 * Control flow contexts: what new operations inside a branch or a loop body belong to, and how outside values get in.
 * Source: ControlFlowContext (tensorflow/python/ops/control_flow_ops.py), control_flow_util.py.
 */
import { ValueError } from "../np/errors.js";
import type { Graph } from "./graph.js";
import type { Operation } from "./operation.js";
import type { Tensor } from "./tensor.js";

/** What a gradient loop remembers of the loop whose gradient it is. */
export interface LoopGradient {
  readonly forwardContext: ControlFlowContext;
  /** Merges made for the switches of the loop, whose second input comes with the second visit. */
  readonly switchMerges: Map<Operation, Tensor>;
  /** A predicate of the forward loop as it was in the iteration that is being differentiated. */
  pastPredicate(pred: Tensor): Tensor;
  /** A tensor of the forward loop as it was in the iteration that is being differentiated. */
  realValue(value: Tensor): Tensor;
  /** The shape that a tensor outside of the forward loop had in the iteration of the loop around. */
  outerShapeOf(value: Tensor): Tensor;
}

export abstract class ControlFlowContext {
  abstract readonly name: string;
  readonly graph: Graph;
  readonly outer: ControlFlowContext | null;
  /** Names of the tensors that may be used inside as they are. */
  readonly values = new Set<string>();
  /** What stands inside for a tensor from outside, by the outer one's name. */
  readonly externalValues = new Map<string, Tensor>();
  private readonly saved: (ControlFlowContext | null)[] = [];

  constructor(graph: Graph) {
    this.graph = graph;
    this.outer = graph.controlFlow;
  }

  /** Takes a new operation in: outside inputs are replaced, control edges kept within the context. */
  abstract addOp(op: Operation): void;
  /** The tensor to use inside for this one. */
  abstract addValue(value: Tensor): Tensor;

  /** Runs `body` with new operations belonging to this context. */
  run<T>(body: () => T): T {
    this.enter();
    try {
      return body();
    } finally {
      this.exit();
    }
  }
  enter(): void {
    this.saved.push(this.graph.controlFlow);
    this.graph.controlFlow = this;
  }
  exit(): void {
    this.graph.controlFlow = this.saved.pop() ?? null;
  }

  /** Names that become usable here and in all contexts around. */
  addNames(names: Iterable<string>): void {
    const list = [...names];
    for (let c: ControlFlowContext | null = this; c; c = c.outer) for (const n of list) c.values.add(n);
  }
  /** Results of this context are known to the one around it. */
  exitResult(results: readonly Tensor[]): void {
    for (const t of results) this.outer?.values.add(t.name);
  }
  addInnerOp(op: Operation): void {
    this.outer?.addInnerOp(op);
  }
  get whileContext(): ControlFlowContext | null {
    return this.outer?.whileContext ?? null;
  }
  /** Set for the context of a loop's gradient, and inside of it. */
  get gradState(): LoopGradient | null {
    return null;
  }
  get isWhile(): boolean {
    return false;
  }
  get isCond(): boolean {
    return false;
  }
  /** A loop's own condition; null elsewhere. */
  get loopPivot(): Tensor | null {
    return null;
  }
  /** The operation that a source inside must wait for. */
  get controlPivot(): Tensor | null {
    return null;
  }
  /** Drops control edges from outside the innermost loop. Gives what stays and what went. */
  protected removeExternalControlEdges(op: Operation): { internal: readonly Operation[]; external: Operation[] } {
    const loop = this.whileContext;
    const all = op.control_inputs;
    if (loop === null) return { internal: all, external: [] };
    const internal = all.filter((x) => outputContext(x)?.whileContext === loop);
    const external = all.filter((x) => !internal.includes(x));
    if (external.length > 0) op.replaceControlInputs(internal);
    return { internal, external };
  }

  toString(): string {
    return this.name;
  }
}

export function isSwitch(op: Operation): boolean {
  return op.type === "Switch" || op.type === "RefSwitch";
}
export function isMerge(op: Operation): boolean {
  return op.type === "Merge" || op.type === "RefMerge";
}
export function isLoopEnter(op: Operation): boolean {
  return op.type === "Enter" || op.type === "RefEnter";
}
export function isLoopExit(op: Operation): boolean {
  return op.type === "Exit" || op.type === "RefExit";
}

/** The context that an operation's outputs live in: a loop's exit is outside of the loop. */
export function outputContext(op: Operation): ControlFlowContext | null {
  const context = op.controlFlowContext;
  return isLoopExit(op) && context ? context.outer : context;
}

/** The innermost context from this one outwards that is a conditional's branch. */
export function condContextOf(context: ControlFlowContext | null): ControlFlowContext | null {
  for (let c = context; c; c = c.outer) if (c.isCond) return c;
  return null;
}
/** The innermost loop from this context outwards. */
export function whileContextOf(context: ControlFlowContext | null): ControlFlowContext | null {
  for (let c = context; c; c = c.outer) if (c.isWhile) return c;
  return null;
}
/** Whether `context` is `around` or inside of it; null is the graph's top level, around everything. */
export function isInside(context: ControlFlowContext | null, around: ControlFlowContext | null): boolean {
  if (around === null) return true;
  for (let c = context; c; c = c.outer) if (c === around) return true;
  return false;
}
/** Whether `op` belongs to `context` or to one inside it. */
export function isInContext(op: Operation, context: ControlFlowContext): boolean {
  return isInside(op.controlFlowContext, context);
}

/** Whether an operation of context `mine` may read a tensor of context `its`. */
function mayRead(op: Operation, mine: ControlFlowContext | null, its: ControlFlowContext): boolean {
  if (mine === its) return true;
  const loop = whileContextOf(mine);
  const inputLoop = whileContextOf(its);
  // Conditionals are not checked: the run fails if the branch of the input isn't taken. Enter and Switch lead across.
  if (loop === null) return inputLoop === null || isLoopEnter(op) || isSwitch(op);
  if (isInside(loop, inputLoop) || inputLoop === null) return true;
  // Gradients of a loop read from the loop that they belong to, or from one inside of it.
  const forward = loop.gradState?.forwardContext ?? null;
  if (forward !== null && (isInside(forward, inputLoop) || forward === inputLoop.outer)) return true;
  const inputForward = inputLoop.gradState?.forwardContext ?? null;
  if (inputForward === null) return false;
  return inputForward === loop || inputForward.gradState?.forwardContext === loop;
}

/** Raises ValueError when an operation reads a tensor from inside a loop that it isn't in. Source: CheckInputFromValidContext. */
export function checkInputContext(op: Operation, input: Operation): void {
  const its = outputContext(input);
  if (its === null || mayRead(op, op.controlFlowContext, its)) return;
  const why = whileContextOf(op.controlFlowContext)
    ? "they are in different while loops."
    : `'${input.name}' is in a while loop.`;
  throw new ValueError(
    `Cannot use '${input.name}' as input to '${op.name}' because ${why} See info log for more details.`,
  );
}

/** The switch of a conditional: all that reads it is inside a branch. */
export function isCondSwitch(op: Operation): boolean {
  if (!isSwitch(op)) return false;
  return op.outputs.every((t) =>
    t.consumers().every((c) => {
      const context = isLoopEnter(c) ? (c.controlFlowContext?.outer ?? null) : c.controlFlowContext;
      return context?.isCond === true;
    }),
  );
}
export function isCondMerge(op: Operation): boolean {
  return isMerge(op) && op.inputs.length > 0 && op.inputs.every((t) => outputContext(t.op)?.isCond === true);
}
export function isLoopSwitch(op: Operation): boolean {
  return isSwitch(op) && op.controlFlowContext?.isWhile === true && !isCondSwitch(op);
}
export function isLoopMerge(op: Operation): boolean {
  return isMerge(op) && op.controlFlowContext?.isWhile === true && !isCondMerge(op);
}
