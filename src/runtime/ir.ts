/**
 * The part of a graph that one run needs, as nodes that passes may rewrite.
 */
import type { Attrs } from "../graph/attr.js";
import type { DType } from "../graph/dtypes.js";
import type { Value } from "../graph/kernel.js";
import { type OpDef, opDefOf } from "../graph/op_def.js";
import type { Operation } from "../graph/operation.js";
import { type OpRecord, recordOf } from "../graph/registry.js";
import type { Tensor } from "../graph/tensor.js";
import { type TensorShape, unknownShape } from "../graph/tensor_shape.js";

export interface IrEdge {
  readonly node: IrNode;
  readonly index: number;
}

export class IrNode {
  readonly name: string;
  type: string;
  readonly attrs: Attrs;
  readonly outputTypes: readonly DType[];
  /** The operation this node stands for; null for nodes that a pass made. */
  readonly source: Operation | null;
  inputs: IrEdge[];
  controls: IrNode[];
  /** What is known of the outputs so far: the graph's static shapes, later those that follow from the feeds. */
  shapes: TensorShape[];
  /** Outputs whose value is known before running. */
  values: (Value | null)[];
  /** What was folded away here and may be dead: this is alive only where these are. */
  gates: readonly IrEdge[] = [];

  constructor(init: {
    name: string;
    type: string;
    attrs: Attrs;
    outputTypes: readonly DType[];
    inputs: IrEdge[];
    controls?: IrNode[];
    shapes?: TensorShape[];
    source?: Operation | null;
  }) {
    this.name = init.name;
    this.type = init.type;
    this.attrs = init.attrs;
    this.outputTypes = init.outputTypes;
    this.inputs = init.inputs;
    this.controls = init.controls ?? [];
    this.shapes = init.shapes ?? init.outputTypes.map(() => unknownShape);
    this.values = init.outputTypes.map(() => null);
    this.source = init.source ?? null;
  }

  /** Null for the node of a fed tensor. */
  get def(): OpDef | null {
    return opDefOf(this.type);
  }
  get record(): OpRecord | undefined {
    return recordOf(this.type);
  }
  get isFeed(): boolean {
    return this.type === FEED;
  }
  get isConstant(): boolean {
    return this.values.length > 0 && this.values.every((v) => v !== null);
  }
  attr<T>(name: string): T {
    return this.attrs.get(name)!.value as T;
  }
}

/** Type of the node that stands for a fed tensor; no op type of TensorFlow starts with an underscore here. */
export const FEED = "_Feed";

export function shapeOf(e: IrEdge): TensorShape {
  return e.node.shapes[e.index]!;
}
export function knownValue(e: IrEdge): Value | null {
  return e.node.values[e.index]!;
}
export function dtypeOf(e: IrEdge): DType {
  return e.node.outputTypes[e.index]!.base_dtype;
}

export interface Ir {
  /** In an order in which every node comes after its inputs and control inputs. */
  nodes: IrNode[];
  fetches: IrEdge[];
  targets: IrNode[];
  readonly feeds: readonly IrNode[];
  /** Whether our own kernel may compute a node's value while planning, where its inputs are known. */
  readonly mayFold: (node: IrNode) => boolean;
}

/** Branches and loops are in the graph: some nodes may not run, or run more than once. */
export function hasControlFlow(ir: Ir): boolean {
  return ir.nodes.some((n) => n.type === "Merge" || n.type === "Switch" || n.type === "RefSwitch");
}

/** The edge from the end of a loop's body back to its begin. */
export function isBackEdge(user: IrNode, e: IrEdge): boolean {
  return (
    (user.type === "Merge" && e.node.type === "NextIteration") ||
    (user.type === "RefMerge" && e.node.type === "RefNextIteration")
  );
}

/** The nodes behind the fetches and targets; fed tensors end the walk. */
export function buildIr(
  fetches: readonly Tensor[],
  targets: readonly Operation[],
  feeds: readonly Tensor[],
  mayFold: Ir["mayFold"] = () => true,
): Ir {
  const fed = new Map<Tensor, IrNode>();
  for (const t of feeds) {
    const init = {
      name: t.op.name,
      type: FEED,
      attrs: new Map(),
      outputTypes: [t.dtype.base_dtype],
      inputs: [],
      source: t.op,
    };
    fed.set(t, new IrNode({ ...init, shapes: [t.shape] }));
  }
  const made = new Map<Operation, IrNode>();
  const nodeOf = (op: Operation): IrNode => {
    const known = made.get(op);
    if (known) return known;
    const node = new IrNode({
      name: op.name,
      type: op.type,
      attrs: op.attrs,
      outputTypes: op.outputs.map((t) => t.dtype),
      inputs: [],
      shapes: op.outputs.map((t) => t.shape),
      source: op,
    });
    made.set(op, node);
    pending.push(op);
    return node;
  };
  const edgeOf = (t: Tensor): IrEdge => {
    const feed = fed.get(t);
    return feed ? { node: feed, index: 0 } : { node: nodeOf(t.op), index: t.value_index };
  };
  const pending: Operation[] = [];
  // Whoever waits for a placeholder that is fed waits for its feed.
  const controlOf = (op: Operation): IrNode =>
    ((op.type === "Placeholder" || op.type === "PlaceholderV2") && op.outputs[0]
      ? fed.get(op.outputs[0])
      : undefined) ?? nodeOf(op);
  const fetchEdges = fetches.map(edgeOf);
  const targetNodes = targets.map(nodeOf);
  for (let op = pending.pop(); op; op = pending.pop()) {
    const node = made.get(op)!;
    node.inputs = op.inputs.map(edgeOf);
    node.controls = op.control_inputs.map(controlOf);
  }
  const ops = [...made.keys()].sort((a, b) => a.id - b.id);
  const nodes = [...fed.values(), ...ops.map((op) => made.get(op)!)];
  return { nodes: ordered(nodes), fetches: fetchEdges, targets: targetNodes, feeds: [...fed.values()], mayFold };
}

function before(node: IrNode): IrNode[] {
  const inputs = node.inputs.filter((e) => !isBackEdge(node, e));
  return [...inputs, ...node.gates].map((e) => e.node).concat(node.controls);
}

/** Inputs before users, otherwise the given order; loops are cut where they go back. */
export function ordered(nodes: readonly IrNode[]): IrNode[] {
  const done = new Set<IrNode>();
  const out: IrNode[] = [];
  // An explicit stack: chains of thousands of nodes are common in imported graphs.
  const visit = (root: IrNode): void => {
    const path: { node: IrNode; next: number; before: IrNode[] }[] = [];
    const open = (node: IrNode): void => {
      done.add(node);
      path.push({ node, next: 0, before: before(node) });
    };
    open(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const needed = top.before[top.next++];
      if (needed === undefined) {
        out.push(top.node);
        path.pop();
      } else if (!done.has(needed)) open(needed);
    }
  };
  for (const node of nodes) if (!done.has(node)) visit(node);
  return out;
}

/** Drops what no fetch or target needs. The inputs of a node with known values aren't needed, its control inputs are. */
export function prune(ir: Ir): void {
  const needed = new Set<IrNode>();
  const stack = [...ir.fetches.map((e) => e.node), ...ir.targets];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (needed.has(node)) continue;
    needed.add(node);
    if (!node.isConstant)
      stack.push(...node.inputs.filter((e) => knownValue(e) === null || e.node.controls.length > 0).map((e) => e.node));
    stack.push(...node.controls, ...node.gates.map((e) => e.node));
  }
  ir.nodes = ordered(ir.nodes.filter((n) => needed.has(n)));
}
