/**
 * The context of one branch of tf.cond: tensors from outside enter through a Switch on the predicate.
 * Source: CondContext (tensorflow/python/ops/control_flow_ops.py).
 */
import { ControlFlowContext, isInContext, isLoopExit, type LoopGradient } from "../../graph/control_flow.js";
import { convertToTensor } from "../../graph/convert.js";
import type { Graph } from "../../graph/graph.js";
import { mapStructure } from "../../graph/nest.js";
import { Operation } from "../../graph/operation.js";
import type { Tensor } from "../../graph/tensor.js";
import { withDependencies } from "./dependencies.js";
import { switchRefOrTensor } from "./switch_merge.js";

export class CondContext extends ControlFlowContext {
  readonly name: string;
  readonly pred: Tensor;
  /** Waited for by what has no inputs. */
  readonly pivot: Tensor;
  readonly branch: 0 | 1;

  constructor(graph: Graph, pred: Tensor, pivot: Tensor, branch: 0 | 1) {
    super(graph);
    this.name = graph.unique_name("cond_text");
    this.pred = pred;
    this.pivot = pivot;
    this.branch = branch;
    this.values.add(pred.name);
    this.externalValues.set(pred.name, pred);
    this.values.add(pivot.name);
    pivot.op.controlFlowContext = this;
  }

  override get isCond(): boolean {
    return true;
  }
  override get controlPivot(): Tensor {
    return this.pivot;
  }
  override get gradState(): LoopGradient | null {
    return this.whileContext?.gradState ?? null;
  }

  addValue(value: Tensor): Tensor {
    if (this.values.has(value.name)) return this.externalValues.get(value.name) ?? value;
    let result = value;
    this.values.add(value.name);
    if (this.outer) {
      result = this.outer.addValue(value);
      this.values.add(result.name);
      this.externalValues.set(result.name, result);
    }
    result = this.graph.withControls(null, () => {
      const inside = switchRefOrTensor(result, this.pred)[this.branch];
      this.outer?.addInnerOp(inside.op);
      return inside;
    });
    this.graph.prevent_fetching(result.op);
    result.op.controlFlowContext = this;
    this.addNames([result.name]);
    this.externalValues.set(value.name, result);
    return result;
  }

  addOp(op: Operation): void {
    if (op.inputs.length === 0) {
      // What reads nothing waits for the branch to be taken.
      this.removeExternalControlEdges(op);
      if (!op.control_inputs.some((c) => isInContext(c, this))) op.addControlInput(this.pivot.op);
    } else {
      for (let i = 0; i < op.inputs.length; i++) {
        const x = op.inputs[i]!;
        const isBackEdge = op.type === "Merge" && x.op.type === "NextIteration";
        const inside = isBackEdge ? x : this.addValue(x);
        if (inside !== x) op.updateInput(i, inside);
      }
      this.removeExternalControlEdges(op);
    }
    this.addNames(op.outputs.map((t) => t.name));
    if (this.outer || !isLoopExit(op)) this.graph.prevent_fetching(op);
    this.outer?.addInnerOp(op);
  }

  /** A result of the branch, as it is inside. */
  private output(value: Tensor): Tensor {
    if (this.values.has(value.name)) return this.externalValues.get(value.name) ?? value;
    let inside = value;
    this.values.add(value.name);
    if (this.outer) {
      inside = this.outer.addValue(value);
      this.values.add(inside.name);
      this.externalValues.set(inside.name, inside);
    }
    inside = switchRefOrTensor(inside, this.pred)[this.branch];
    this.externalValues.set(value.name, inside);
    return inside;
  }

  /** Builds the branch: what the function returned, and the same structure of tensors of this branch. */
  build(fn: () => unknown, flow: (x: unknown) => unknown): { readonly original: unknown; readonly result: unknown } {
    const original = fn();
    if (original === null || original === undefined) return { original: null, result: null };
    const result = mapStructure(
      original,
      (v) => (v instanceof Operation ? withDependencies([v], this.pivot) : this.output(convertToTensor(flow(v)))),
      true,
    );
    return { original, result };
  }
}
