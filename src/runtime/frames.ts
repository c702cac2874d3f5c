/**
 * Loops of a plan: which nodes belong to which loop's body, and in which order everything is bound.
 * Source: frames of the executor (tensorflow/core/common_runtime/executor.cc, graph/control_flow.cc).
 */
import { type IrEdge, type IrNode, isBackEdge } from "./ir.js";

export interface LoopVariable {
  readonly merge: IrNode;
  readonly first: IrEdge;
  /** The node that closes the loop; its input is the variable's next value. */
  readonly next: IrNode;
}

/** One loop: what runs in each iteration, loops inside it included. */
export interface Frame {
  readonly name: string;
  readonly parent: Frame | null;
  readonly enters: IrNode[];
  readonly variables: LoopVariable[];
  /** The predicate's node; null for what is no loop but only a frame. */
  condition: IrNode | null;
  readonly items: Item[];
}
export type Item = IrNode | Frame;

export function isFrame(item: Item): item is Frame {
  return "enters" in item;
}

export class Frames {
  private readonly frames = new Map<IrNode, Frame | null>();
  private readonly byName = new Map<Frame | null, Map<string, Frame>>();

  /** `nodes` in an order in which inputs come first. */
  constructor(nodes: readonly IrNode[]) {
    for (const node of nodes) {
      const frame = this.place(node);
      this.frames.set(node, frame);
      if (frame === null) continue;
      if (node.type === "Enter" || node.type === "RefEnter") frame.enters.push(node);
      if (node.type === "LoopCond") frame.condition = node;
      const next = node.inputs.find((e) => isBackEdge(node, e));
      const first = node.inputs.find((e) => !isBackEdge(node, e));
      if (next && first) frame.variables.push({ merge: node, first, next: next.node });
    }
  }

  /** The loop that a node is part of; null at the top. Enter and Exit are part of their loop. */
  of(node: IrNode): Frame | null {
    return this.frames.get(node) ?? null;
  }
  /** The loop in which a node's outputs are used: for Exit the one around. */
  insideOf(node: IrNode): Frame | null {
    const frame = this.of(node);
    return frame && (node.type === "Exit" || node.type === "RefExit") ? frame.parent : frame;
  }

  private place(node: IrNode): Frame | null {
    const sources = [...node.inputs.filter((e) => !isBackEdge(node, e)), ...node.gates].map((e) => e.node);
    let frame: Frame | null = null;
    // Edges from outside only order; the innermost loop among them is the node's own.
    for (const n of [...sources, ...node.controls]) {
      const other = this.insideOf(n);
      if (other !== null && depth(other) > depth(frame)) frame = other;
    }
    if (node.type !== "Enter" && node.type !== "RefEnter") return frame;
    const name = node.attr<string>("frame_name");
    let siblings = this.byName.get(frame);
    if (!siblings) {
      siblings = new Map();
      this.byName.set(frame, siblings);
    }
    let made = siblings.get(name);
    if (!made) {
      made = { name, parent: frame, enters: [], variables: [], condition: null, items: [] };
      siblings.set(name, made);
    }
    return made;
  }

  /** Everything at the top, loops as one item each, in an order in which inputs come first. */
  schedule(nodes: readonly IrNode[]): Item[] {
    const members = new Map<Frame | null, IrNode[]>();
    for (const node of nodes) {
      const frame = this.of(node);
      const list = members.get(frame);
      if (list) list.push(node);
      else members.set(frame, [node]);
    }
    const children = new Map<Frame | null, Frame[]>();
    for (const group of this.byName.values()) {
      for (const f of group.values()) children.set(f.parent, [...(children.get(f.parent) ?? []), f]);
    }
    const inside = (frame: Frame): IrNode[] => [
      ...(members.get(frame) ?? []),
      ...(children.get(frame) ?? []).flatMap(inside),
    ];
    const plan = (frame: Frame | null): Item[] => {
      const own = members.get(frame) ?? [];
      const loops = children.get(frame) ?? [];
      const owner = new Map<IrNode, Item>(own.map((n) => [n, n]));
      for (const loop of loops) for (const n of inside(loop)) owner.set(n, loop);
      const needs = (item: Item): Item[] => {
        const list = isFrame(item) ? inside(item) : [item];
        return list
          .flatMap((n) => this.before(n))
          .flatMap((n) => owner.get(n) ?? [])
          .filter((other) => other !== item);
      };
      for (const loop of loops) loop.items.push(...plan(loop));
      // In the order of the nodes, a loop where its first node stands.
      const order = [...new Set(nodes.flatMap((n) => owner.get(n) ?? []))];
      return sorted(order, needs);
    };
    return plan(null);
  }

  private before(node: IrNode): IrNode[] {
    const edges = [...node.inputs.filter((e) => !isBackEdge(node, e)), ...node.gates];
    return [...edges.map((e) => e.node), ...node.controls];
  }
}

function depth(frame: Frame | null): number {
  let n = 0;
  for (let f = frame; f; f = f.parent) n++;
  return n;
}

function sorted(items: readonly Item[], needs: (item: Item) => readonly Item[]): Item[] {
  const done = new Set<Item>();
  const out: Item[] = [];
  for (const root of items) {
    if (done.has(root)) continue;
    done.add(root);
    const path = [{ item: root, left: [...needs(root)] }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const needed = top.left.shift();
      if (needed === undefined) {
        out.push(top.item);
        path.pop();
      } else if (!done.has(needed)) {
        done.add(needed);
        path.push({ item: needed, left: [...needs(needed)] });
      }
    }
  }
  return out;
}
