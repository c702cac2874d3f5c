/**
 * What connects a loop with the loop that computes its gradient: the iterations are counted, and values of each iteration
 * kept on stacks that the gradient loop pops.
 * Source: _GradLoopState (tensorflow/python/ops/control_flow_state.py).
 */
import { constant } from "../graph/constant.js";
import { type ControlFlowContext, isLoopEnter, type LoopGradient, outputContext } from "../graph/control_flow.js";
import { createOp, createOperation } from "../graph/create_op.js";
import { int32 } from "../graph/dtypes.js";
import type { Graph } from "../graph/graph.js";
import type { Operation } from "../graph/operation.js";
import { constantValue } from "../graph/shape_inference.js";
import type { Tensor } from "../graph/tensor.js";
import { TypeError_ } from "../np/errors.js";
import { shapeInternal } from "../ops/array/shape.js";
import { CondContext } from "../ops/control/cond_context.js";
import { enter, exit, nextIteration } from "../ops/control/loop_nodes.js";
import { stack, stackPop, stackPush } from "../ops/control/stack.js";
import { merge, switchRefOrTensor, switchTensor } from "../ops/control/switch_merge.js";
import { WhileContext } from "../ops/control/while_context.js";

const PASSING = new Set(["Switch", "RefSwitch", "Identity", "RefIdentity"]);

/** The Enter through which a loop's constant came; null for what is computed in the loop. */
function constantEnter(value: Tensor): Operation | null {
  let { op } = value;
  while (PASSING.has(op.type)) op = op.inputs[0]!.op;
  return isLoopEnter(op) && op.attr<boolean>("is_constant") ? op : null;
}

export class GradLoopState implements LoopGradient {
  readonly forwardContext: WhileContext;
  readonly outer: GradLoopState | null;
  readonly gradContext: WhileContext;
  readonly switchMerges = new Map<Operation, Tensor>();
  /** What stands in the gradient loop for a tensor of the forward loop, by its name. */
  readonly history = new Map<string, Tensor>();
  readonly unusedExits: Tensor[] = [];
  readonly deferredExits: Tensor[] = [];
  readonly forwardExits: readonly Tensor[];
  pendingExits: number;
  private readonly graph: Graph;
  private readonly forwardIndex: Tensor;
  private readonly gradIndex: Tensor;
  private forwardTrigger: Operation | null = null;
  private gradTrigger: Operation | null = null;

  constructor(forward: WhileContext, outer: GradLoopState | null) {
    this.graph = forward.graph;
    this.forwardContext = forward;
    this.outer = outer;
    this.forwardExits = [...forward.loopExits];
    this.pendingExits = forward.loopExits.length;
    const around = outer ? outer.forwardContext : forward.outer;
    const { count, index } = within(around, () => this.countForward());
    this.forwardIndex = index;
    const make = (): WhileContext =>
      new WhileContext(this.graph, { ...forward.options, name: forward.name, gradState: this });
    if (outer) {
      around!.values.add(count.name);
      const history = outer.remember(count);
      const made = outer.gradContext.run(() => {
        const context = make();
        const real = outer.recall(history, count);
        return { context, index: countBackwards(context, real, outer) };
      });
      this.gradContext = made.context;
      this.gradIndex = made.index;
    } else {
      const made = within(around, () => {
        const context = make();
        return { context, index: countBackwards(context, count, null) };
      });
      this.gradContext = made.context;
      this.gradIndex = made.index;
    }
  }

  /** One more variable of the forward loop: how many iterations it made. */
  private countForward(): { count: Tensor; index: Tensor } {
    const context = this.forwardContext;
    const zero = constant(0, { name: "f_count" });
    // Nested loops: no iteration's counter starts before the outer loop's is there.
    if (this.outer) zero.op.addControlInput(this.outer.forwardIndex.op.inputs[0]!.op);
    return context.run(() => {
      context.values.add(zero.name);
      const options = { parallelIterations: context.options.parallelIterations, name: "f_count" };
      const entered = enter(zero, context.name, options);
      context.loopEnters.push(entered);
      const merged = merge([entered, entered])[0];
      const [no, yes] = switchTensor(merged, context.pivot!);
      const index = nextIteration(createOp("Add", { x: yes, y: 1 }));
      merged.op.updateInput(1, index);
      const count = exit(no, "f_count");
      context.loopExits.push(count);
      context.exitResult([count]);
      return { count, index };
    });
  }

  private trigger(name: string, context: ControlFlowContext, index: Tensor): Operation {
    const made = this.graph.withControls(null, () => createOperation("ControlTrigger", {}, {}, name));
    made.controlFlowContext = context;
    index.op.addControlInput(made);
    return made;
  }
  /** Waited for by the forward loop's next iteration: pushes in branches. */
  private get forwardSync(): Operation {
    this.forwardTrigger ??= this.trigger("f_sync", this.forwardContext, this.forwardIndex);
    return this.forwardTrigger;
  }
  /** Waited for by the gradient loop's next iteration: all pops. */
  get gradSync(): Operation {
    if (!this.gradTrigger) {
      this.gradTrigger = this.trigger("b_sync", this.gradContext, this.gradIndex);
      this.gradContext.outer?.addInnerOp(this.gradTrigger);
    }
    return this.gradTrigger;
  }

  /** Leaves the gradient loop's context for the time of `body`. */
  private left<T>(body: () => T): T {
    this.gradContext.exit();
    try {
      return body();
    } finally {
      this.gradContext.enter();
    }
  }

  /** Pushes a value of the forward loop in each iteration; gives the stack. `deadBranch`: of the branch not taken. */
  remember(value: Tensor, deadBranch = false): Tensor {
    const { graph, forwardContext } = this;
    const current = graph.controlFlow;
    return graph.withControls(null, () => {
      const make = (): Tensor =>
        graph.withColocation(value.op, () => stack(constant(-1, { dtype: int32 }), value.dtype.base_dtype, "f_acc"));
      const handle = current ? current.run(make) : make();
      const inside = forwardContext.addValue(handle);
      const swap = forwardContext.options.swapMemory;
      const context = outputContext(value.op);
      const push = (): Tensor => stackPush(inside, value, swap);
      let pushed: Tensor;
      if (context === forwardContext) {
        pushed = forwardContext.run(push);
        this.forwardIndex.op.addControlInput(pushed.op);
      } else {
        if (!(context instanceof CondContext)) throw new TypeError_(`value_ctxt is not a CondContext: ${context}`);
        if (deadBranch) {
          pushed = context.outer!.run(push);
          pushed.op.controlFlowContext = context;
        } else pushed = context.run(push);
        this.forwardSync.addControlInput(pushed.op);
      }
      // Parallel iterations: a push waits until its iteration is counted.
      pushed.op.addControlInput(this.forwardIndex.op.inputs[0]!.op);
      return handle;
    });
  }

  /** Pops what `remember` pushed, in the gradient loop. */
  recall(history: Tensor, value: Tensor, deadBranch = false): Tensor {
    const branch = this.branchOf(history, value);
    const popped = this.graph.withControls(null, () =>
      this.gradContext.run(() => {
        let handle = history;
        if (branch) {
          const side = deadBranch ? 1 - branch.branch : branch.branch;
          handle = switchRefOrTensor(history, this.predicateFor(branch))[side]!;
        }
        const made = stackPop(handle, value.dtype.base_dtype);
        made.set_shape(value.shape);
        return made;
      }),
    );
    if (this.gradContext.options.parallelIterations > 1) this.gradSync.addControlInput(popped.op);
    return popped;
  }

  /** The conditional between a value and the context of its stack; null without one. */
  private branchOf(history: Tensor, value: Tensor): CondContext | null {
    const until = history.op.controlFlowContext;
    for (let c = value.op.controlFlowContext; c && c !== until; c = c.outer) if (c instanceof CondContext) return c;
    return null;
  }
  private predicateFor(branch: CondContext): Tensor {
    for (let state: GradLoopState | null = this; state; state = state.outer) {
      const known = state.history.get(branch.pred.name);
      if (known) return known;
    }
    return branch.pred;
  }

  pastPredicate(pred: Tensor): Tensor {
    const known = this.history.get(pred.name);
    if (known) return known;
    const kept = this.left(() => this.remember(pred));
    const real = this.recall(kept, pred);
    this.history.set(pred.name, real);
    return real;
  }

  outerShapeOf(value: Tensor): Tensor {
    const shape = this.forwardContext.outer!.run(() => shapeInternal(value, null, false));
    const outer = this.outer!;
    const history = outer.remember(shape);
    return this.gradContext.outer!.run(() => outer.recall(history, shape));
  }

  realValue(value: Tensor): Tensor {
    const known = this.history.get(value.name);
    if (known) return known;
    const real = this.findReal(value);
    this.history.set(value.name, real);
    return real;
  }

  private findReal(value: Tensor): Tensor {
    let current = value;
    let state: GradLoopState = this;
    for (;;) {
      const entered = constantEnter(current);
      if (entered) {
        current = entered.inputs[0]!;
        if (state.outer === null) return this.gradContext.addValue(current);
        state = state.outer;
      } else if (current.op.type === "Const") {
        return constant(constantValue(current)!, { dtype: current.dtype });
      } else {
        const of = current;
        const holder = state;
        const history = this.left(() => holder.remember(of));
        const real = holder.recall(history, of);
        return holder === this ? real : this.gradContext.addValue(real);
      }
    }
  }
}

function within<T>(context: ControlFlowContext | null, body: () => T): T {
  return context ? context.run(body) : body();
}

/** The gradient loop itself: as many iterations as were counted, backwards. */
function countBackwards(context: WhileContext, count: Tensor, outer: GradLoopState | null): Tensor {
  const one = constant(1, { name: "b_count" });
  return context.run(() => {
    context.values.add(count.name);
    const options = { parallelIterations: context.options.parallelIterations, name: "b_count" };
    const entered = enter(count, context.name, options);
    context.loopEnters.push(entered);
    const merged = merge([entered, entered])[0];
    context.pivotForPred = merged;
    const pred = createOp("GreaterEqual", { x: merged, y: one });
    context.pivot = createOp("LoopCond", { input: pred }, {}, "b_count");
    const [no, yes] = switchTensor(merged, context.pivot);
    const index = createOp("Sub", { x: yes, y: one });
    context.pivotForBody = index;
    const next = nextIteration(index);
    merged.op.updateInput(1, next);
    const zero = exit(no, "b_count");
    context.loopExits.push(zero);
    outer?.gradSync.addControlInput(zero.op);
    context.exitResult([zero]);
    return next;
  });
}
