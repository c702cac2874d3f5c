/**
 * Static shapes of loop variables: those of the first value, with unknown dimensions where an iteration changes them.
 */
import { TensorShape, unknownShape } from "../graph/tensor_shape.js";
import { type Ir, type IrEdge, type IrNode, isBackEdge, shapeOf } from "./ir.js";

interface LoopVariable {
  readonly merge: IrNode;
  readonly first: IrEdge;
  readonly next: IrEdge;
}

/** The shape that both have. */
function common(a: TensorShape, b: TensorShape): TensorShape {
  if (a.dims === null || b.dims === null || a.dims.length !== b.dims.length) return unknownShape;
  return new TensorShape(a.dims.map((d, i) => (d !== null && d === b.dims![i] ? d : null)));
}

function same(a: TensorShape, b: TensorShape): boolean {
  if (a.dims === null || b.dims === null) return a.dims === b.dims;
  return a.dims.length === b.dims.length && a.dims.every((d, i) => d === b.dims![i]);
}

export class LoopShapes {
  private readonly variables = new Map<IrNode, LoopVariable>();
  private readonly widened = new Map<IrNode, TensorShape>();

  constructor(ir: Ir) {
    for (const merge of ir.nodes) {
      const next = merge.inputs.find((e) => isBackEdge(merge, e));
      const first = merge.inputs.find((e) => !isBackEdge(merge, e));
      if (next && first) this.variables.set(merge, { merge, first, next });
    }
  }

  /** The shape of a loop variable, or of what enters a loop, as far as known now; undefined for any other node. */
  assumed(node: IrNode): TensorShape | undefined {
    // Shape invariants of the graph say what may be; an entering value has the shape that it has.
    if (node.type === "Enter" || node.type === "RefEnter") return shapeOf(node.inputs[0]!);
    const variable = this.variables.get(node);
    return variable && (this.widened.get(node) ?? shapeOf(variable.first));
  }

  /** After a pass with the assumptions: true when one of them was wrong and is now wider. */
  widen(): boolean {
    let changed = false;
    for (const { merge, next } of this.variables.values()) {
      const now = merge.shapes[0]!;
      const wider = common(now, shapeOf(next));
      if (same(now, wider)) continue;
      this.widened.set(merge, wider);
      changed = true;
    }
    return changed;
  }
}
