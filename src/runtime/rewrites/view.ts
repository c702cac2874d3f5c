/**
 * A plan's nodes while they are rewritten: who reads what, and new nodes.
 */
import type { Attrs } from "../../graph/attr.js";
import type { DType } from "../../graph/dtypes.js";
import { type TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { type Ir, type IrEdge, IrNode, ordered, shapeOf } from "../ir.js";

export class View {
  readonly nodes: readonly IrNode[];
  private readonly ir: Ir;
  private readonly readers = new Map<IrNode, number>();
  private readonly kept: ReadonlySet<IrNode>;
  private readonly added: IrNode[] = [];

  constructor(ir: Ir) {
    this.ir = ir;
    this.nodes = ir.nodes;
    this.kept = new Set([...ir.fetches.map((e) => e.node), ...ir.targets]);
    for (const node of ir.nodes) {
      if (node.isConstant) continue;
      for (const e of node.inputs) this.readers.set(e.node, (this.readers.get(e.node) ?? 0) + 1);
    }
  }

  /** Nobody else reads the node, and no fetch does: its value may change. */
  isPrivate(node: IrNode): boolean {
    return !this.kept.has(node) && (this.readers.get(node) ?? 0) <= 1;
  }

  /** A new node with one output of the type of `like`'s output. */
  add(type: string, inputs: IrEdge[], like: IrNode, shape: TensorShape = unknownShape): IrNode {
    const outputTypes: readonly DType[] = [like.outputTypes[0]!.base_dtype];
    const node = new IrNode({
      name: `${like.name}/${type.toLowerCase()}`,
      type,
      attrs: onlyType(like.attrs),
      outputTypes,
      inputs,
      shapes: [shape],
    });
    this.added.push(node);
    for (const e of inputs) this.readers.set(e.node, (this.readers.get(e.node) ?? 0) + 1);
    return node;
  }

  /** Gives a node another operation; its output keeps type and (unless it changes) shape. */
  become(node: IrNode, type: string, inputs: IrEdge[], sameShape = true): void {
    for (const e of node.inputs) this.readers.set(e.node, (this.readers.get(e.node) ?? 1) - 1);
    for (const e of inputs) this.readers.set(e.node, (this.readers.get(e.node) ?? 0) + 1);
    node.type = type;
    node.inputs = inputs;
    if (!sameShape) node.shapes = [unknownShape];
  }

  commit(): void {
    this.ir.nodes = ordered([...this.ir.nodes, ...this.added]);
  }
}

/** The element type is what all arithmetic operations have in common. */
function onlyType(attrs: Attrs): Attrs {
  const type = attrs.get("T");
  return new Map(type ? [["T", type]] : []);
}

export function edge(node: IrNode): IrEdge {
  return { node, index: 0 };
}
export { shapeOf };
