/**
 * Which nodes of a plan run: conditions on the predicates of switches, as TensorFlow's dead tensors follow from them.
 *
 * A node is dead when one of its inputs is; a merge, when all of its inputs are. So the condition of a node is the
 * conjunction of those of its inputs, each a set of "this predicate is true" and "that one is false".
 * Source: the executor's dead tensors (tensorflow/core/common_runtime/executor.cc); deadness analysis of XLA for the idea.
 */
import type { Frames } from "./frames.js";
import { type IrEdge, type IrNode, isBackEdge, knownValue } from "./ir.js";

/** Part of a condition: a predicate's value, or that a merge has received something. */
export type Literal =
  | { readonly id: string; readonly kind: "pred"; readonly pred: IrEdge; readonly branch: 0 | 1 }
  | { readonly id: string; readonly kind: "merge"; readonly merge: IrNode };

export interface Condition {
  readonly key: string;
  readonly literals: ReadonlyMap<string, Literal>;
  /** Contradicts itself: nothing under it ever runs. */
  readonly never: boolean;
}

const ALWAYS: Condition = { key: "", literals: new Map(), never: false };

/** Where a predicate is read: behind what only passes it on. */
export function deciding(predicate: IrEdge): IrEdge {
  let edge = predicate;
  while (edge.node.type === "Identity" || edge.node.type === "LoopCond") edge = edge.node.inputs[0]!;
  return edge;
}

export class Liveness {
  private readonly conditions = new Map<IrNode, readonly Condition[]>();
  private readonly interned = new Map<string, Condition>([["", ALWAYS]]);
  private readonly ids = new Map<IrNode, number>();
  private readonly frames: Frames;

  /** `nodes` in an order in which inputs come first. */
  constructor(nodes: readonly IrNode[], frames: Frames) {
    this.frames = frames;
    for (const node of nodes) this.conditions.set(node, this.outputsOf(node));
  }

  /** The condition under which an output exists, within its loop's iteration; -1 for the node as a whole. */
  of(node: IrNode, output = -1): Condition {
    // Constants that depend on nothing are no part of the plan.
    const list = this.conditions.get(node);
    return list ? (list[output + 1] ?? list[0]!) : ALWAYS;
  }
  isAlways(c: Condition): boolean {
    return c === ALWAYS;
  }

  /** The node's own condition, then those of its outputs where they differ. */
  private outputsOf(node: IrNode): readonly Condition[] {
    // A loop's inside is judged anew in every iteration; whether the loop runs at all is the frame's own condition.
    if (node.type === "Enter" || node.type === "RefEnter") return [ALWAYS];
    if (node.type === "Exit" || node.type === "RefExit") {
      const frame = this.frames.of(node)!;
      const inside = frame.enters.map((e) => this.seenFrom(e.inputs[0]!, frame.parent));
      return [this.all([...inside, ...frame.enters.flatMap((e) => e.controls.map((c) => this.of(c)))])];
    }
    const own = this.all(this.inputConditions(node));
    if (node.type === "Switch" || node.type === "RefSwitch") {
      const pred = node.inputs[1]!;
      return [own, this.with(own, this.literal(pred, 0)), this.with(own, this.literal(pred, 1))];
    }
    if (node.type === "Merge" || node.type === "RefMerge") return [this.any(node)];
    return [own];
  }

  private seenFrom(e: IrEdge, frame: unknown): Condition {
    return this.frames.insideOf(e.node) === frame ? this.of(e.node, e.index) : ALWAYS;
  }

  /** Conditions of what a node reads and waits for, as far as it is in the same frame. */
  private inputConditions(node: IrNode): Condition[] {
    const frame = this.frames.of(node);
    const edges = [...(node.isConstant ? [] : node.inputs), ...node.gates];
    const data = edges.map((e) => this.seenFrom(e, frame));
    const control = node.controls.filter((c) => this.frames.insideOf(c) === frame).map((c) => this.of(c));
    return [...data, ...control];
  }

  private idOf(node: IrNode): number {
    const known = this.ids.get(node);
    if (known !== undefined) return known;
    this.ids.set(node, this.ids.size);
    return this.ids.size - 1;
  }

  /** Null where the value of the predicate is known and right; false where it is known and wrong. */
  private literal(given: IrEdge, branch: 0 | 1): Literal | null | false {
    const pred = deciding(given);
    const value = knownValue(pred);
    if (value) return (value.data[0] ? 1 : 0) === branch ? null : false;
    return { id: `${this.idOf(pred.node)}.${pred.index}=${branch}`, kind: "pred", pred, branch };
  }

  private with(c: Condition, literal: Literal | null | false): Condition {
    if (literal === null) return c;
    return this.make(
      new Map([...c.literals, ...(literal ? [[literal.id, literal] as const] : [])]),
      c.never || !literal,
    );
  }

  private make(literals: ReadonlyMap<string, Literal>, never: boolean): Condition {
    const ids = [...literals.keys()].sort();
    const contradicts = ids.some((id) => id.endsWith("=0") && literals.has(`${id.slice(0, -1)}1`));
    const key = never || contradicts ? "never" : ids.join("&");
    let found = this.interned.get(key);
    if (!found) {
      found = { key, literals: key === "never" ? new Map() : literals, never: key === "never" };
      this.interned.set(key, found);
    }
    return found;
  }

  private all(conditions: readonly Condition[]): Condition {
    const some = [...new Set(conditions)].filter((c) => c !== ALWAYS);
    if (some.length === 0) return ALWAYS;
    if (some.length === 1) return some[0]!;
    return this.make(
      new Map(some.flatMap((c) => [...c.literals])),
      some.some((c) => c.never),
    );
  }

  /** A merge: where both branches of one predicate meet, what they have in common. */
  private any(node: IrNode): Condition {
    const frame = this.frames.of(node);
    const inputs = node.inputs.filter((e) => !isBackEdge(node, e)).map((e) => this.seenFrom(e, frame));
    const controls = this.all(node.controls.filter((c) => this.frames.insideOf(c) === frame).map((c) => this.of(c)));
    const alive = [...new Set(inputs)].filter((c) => !c.never);
    if (alive.length === 0) return this.make(new Map(), true);
    if (alive.includes(ALWAYS)) return controls;
    if (alive.length === 1) return this.all([alive[0]!, controls]);
    if (alive.length === 2) {
      const shared = complement(alive[0]!, alive[1]!);
      if (shared) return this.all([this.make(shared, false), controls]);
    }
    return this.with(controls, { id: `merge${this.idOf(node)}`, kind: "merge", merge: node });
  }
}

/** The literals of both, if they differ in one predicate only; else null. */
function complement(a: Condition, b: Condition): ReadonlyMap<string, Literal> | null {
  if (a.literals.size !== b.literals.size) return null;
  const only = [...a.literals.keys()].filter((id) => !b.literals.has(id));
  const [id] = only;
  if (only.length !== 1 || id === undefined || a.literals.get(id)!.kind !== "pred") return null;
  const opposite = id.endsWith("=0") ? `${id.slice(0, -1)}1` : `${id.slice(0, -1)}0`;
  if (!b.literals.has(opposite)) return null;
  return new Map([...a.literals].filter(([key]) => key !== id));
}
