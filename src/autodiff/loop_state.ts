/**
 * Loops between the targets and the sources of a gradient: in which context each gradient is built, and when.
 * Source: _ControlFlowState (tensorflow/python/ops/control_flow_state.py), gradients_util.py.
 */
import { constant } from "../graph/constant.js";
import { isLoopExit, isLoopSwitch, isSwitch, whileContextOf } from "../graph/control_flow.js";
import { getDefaultGraph } from "../graph/graph.js";
import type { Operation } from "../graph/operation.js";
import type { Tensor } from "../graph/tensor.js";
import { zerosLike, zerosOf } from "../ops/array/fill.js";
import { shapeInternal } from "../ops/array/shape.js";
import { CondContext } from "../ops/control/cond_context.js";
import { nextIteration } from "../ops/control/loop_nodes.js";
import { switchRefOrTensor } from "../ops/control/switch_merge.js";
import { WhileContext } from "../ops/control/while_context.js";
import { GradLoopState } from "./grad_loop_state.js";
import { isTrainable } from "./trainable.js";
import { zerosOutsideLoop } from "./zeros.js";

export class LoopStates {
  private readonly states = new Map<WhileContext, GradLoopState>();

  /** Null without loops. `between` gets the exits of a loop that are not on the way, too. */
  static of(between: Set<Operation>, colocate: boolean): LoopStates | null {
    let made: LoopStates | null = null;
    // A set that grows while it is walked: the exits that are added are of loops that are known already.
    for (const op of between) {
      if (!isLoopExit(op)) continue;
      const loops: LoopStates = made ?? new LoopStates();
      made = loops;
      if (colocate) getDefaultGraph().withColocation(op, () => loops.add(op, between));
      else loops.add(op, between);
    }
    return made;
  }

  private add(op: Operation, between: Set<Operation>): void {
    const forward = loopOf(op)!;
    if (this.states.has(forward)) return;
    const around = whileContextOf(forward.outer);
    const outer = around instanceof WhileContext ? (this.states.get(around) ?? null) : null;
    const state = new GradLoopState(forward, outer);
    this.states.set(forward, state);
    for (const t of state.forwardExits) between.add(t.op);
  }

  /** The state of the loop that an operation is in; `before`: for an exit, of the loop around. */
  private stateOf(op: Operation, before: boolean): GradLoopState | null {
    const loop = before && isLoopExit(op) ? whileContextOf(op.controlFlowContext?.outer ?? null) : loopOf(op);
    return loop instanceof WhileContext ? (this.states.get(loop) ?? null) : null;
  }

  /** Runs `body` in the gradient loop that belongs to an operation's loop. */
  inside<T>(op: Operation, before: boolean, body: () => T): T {
    const state = this.stateOf(op, before);
    return state ? state.gradContext.run(body) : body();
  }

  /** Exits that no gradient reaches; they get zeros where another exit of their loop has one. */
  unusedExits(pending: Map<Operation, number>, targets: ReadonlySet<Operation>): Tensor[] {
    const found: Tensor[] = [];
    for (const state of this.states.values()) {
      for (const y of state.forwardExits) {
        if ((pending.get(y.op) ?? 0) !== 0) continue;
        state.pendingExits--;
        if (!targets.has(y.op)) state.unusedExits.push(y);
        if (state.pendingExits === 0) found.push(...state.unusedExits);
      }
      for (const y of state.forwardContext.loopEnters) if ((pending.get(y.op) ?? 0) === 0) pending.set(y.op, 1);
    }
    return found;
  }

  /** An exit is ready: with the last one of its loop, those to go on with, with `has` telling which received a gradient. */
  exitReady(exit: Tensor, has: (op: Operation) => boolean, give: (t: Tensor, zeros: Tensor) => void): Operation[] {
    const state = this.stateOf(exit.op, false)!;
    state.deferredExits.push(exit);
    state.pendingExits--;
    if (state.pendingExits !== 0) return [];
    const ready: Operation[] = [];
    for (const y of state.deferredExits) {
      if (has(y.op)) ready.push(y.op);
      else state.unusedExits.push(y);
    }
    const some = ready.length > 0;
    for (const y of state.unusedExits) {
      if (some && isTrainable(y.dtype)) give(y, this.zerosForExit(y));
      ready.push(y.op);
    }
    return ready;
  }

  zerosForExit(value: Tensor): Tensor {
    const { shape } = value;
    const forward = loopOf(value.op)!;
    const around = whileContextOf(forward.outer);
    const outer = around instanceof WhileContext ? this.states.get(around) : undefined;
    if (!outer) return shape.isFullyDefined ? zerosOf(shape, value.dtype) : zerosLike(value, null, null, false);
    if (shape.isFullyDefined) return outer.gradContext.run(() => zerosOf(shape, value.dtype));
    const dims = forward.outer!.run(() => shapeInternal(value, null, false));
    const history = outer.remember(dims);
    return outer.gradContext.run(() => zerosOf(outer.recall(history, dims), value.dtype));
  }

  /** Zeros for an output without a gradient; null where a loop's switch needs none. Called inside the gradient loop. */
  zerosLike(op: Operation, index: number): Tensor | null {
    if (isLoopSwitch(op)) return null;
    const isDead = isSwitch(op);
    const loop = loopOf(op);
    const state = loop && this.states.get(loop);
    if (!state) return zerosOutsideLoop(op, index);
    const context = op.controlFlowContext!;
    const value = op.outputs[index]!;
    const branch = isDead && context instanceof CondContext ? context : null;
    if (value.shape.isFullyDefined) {
      const zeros = constant(0, { shape: value.shape.known, dtype: value.dtype.base_dtype });
      if (!branch) return zeros;
      return switchRefOrTensor(zeros, state.history.get(branch.pred.name)!)[branch.branch === 1 ? 0 : 1];
    }
    let shape: Tensor;
    if (branch) {
      const made = branch.outer!.run(() => {
        const other = switchRefOrTensor(op.inputs[0]!, branch.pred)[branch.branch === 1 ? 0 : 1];
        return { other, shape: shapeInternal(other, null, false) };
      });
      made.other.op.controlFlowContext = context;
      made.shape.op.controlFlowContext = context;
      shape = made.shape;
    } else shape = context.run(() => shapeInternal(value, null, false));
    state.gradContext.exit();
    const history = state.remember(shape, isDead);
    state.gradContext.enter();
    return zerosOf(state.recall(history, shape, isDead), value.dtype);
  }

  /** Loops whose gradient goes in but nowhere on: the next iteration's gradient is zero. */
  finish(): void {
    for (const state of this.states.values()) {
      for (const merged of state.switchMerges.values()) {
        const [first, second] = merged.op.inputs;
        if (first !== second) continue;
        const { shape } = first!;
        const dtype = first!.dtype.base_dtype;
        const context = state.gradContext;
        let next: Tensor;
        if (shape.isFullyDefined) next = context.run(() => nextIteration(constant(0, { dtype, shape: shape.known })));
        else {
          const entering = first!.op.inputs[0]!;
          const make = (): Tensor => zerosOf(shapeInternal(entering, null, false));
          const zeros = context.outer ? context.outer.run(make) : make();
          next = context.run(() => nextIteration(zeros));
        }
        merged.op.updateInput(1, next);
      }
    }
  }
}

function loopOf(op: Operation): WhileContext | null {
  const context = whileContextOf(op.controlFlowContext);
  return context instanceof WhileContext ? context : null;
}
