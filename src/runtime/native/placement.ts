/**
 * Where each node of a plan runs in a native session: on libtensorflow, or with our own kernel.
 * Source: the rule is ours; which op types libtensorflow has, it is asked.
 */
import type { OpDef } from "../../graph/op_def.js";
import { type Ir, type IrEdge, type IrNode, knownValue } from "../ir.js";
import { deciding } from "../liveness.js";
import { type NativeBridge, NativeError, type NativeTensorHandle } from "./bridge.js";
import { nativeAttrs } from "./node_attrs.js";
import { NodeGraph } from "./node_graph.js";
import { canCross } from "./values.js";

/** Op types whose output is their input's buffer: they run where that buffer is. */
export const ALIASES = new Set([
  "Identity",
  "StopGradient",
  "PreventGradient",
  "Snapshot",
  "Reshape",
  "ExpandDims",
  "Squeeze",
]);

/** What decides which nodes run at all is the plan's business. */
const CONTROL_FLOW = new Set(["Switch", "Merge", "Enter", "Exit", "NextIteration", "LoopCond", "ControlTrigger"]);

/** Op types that a graph pass replaces before anything runs: by themselves they only say that it didn't. */
const LOWERED = new Set(["ParallelConcat"]);

/** A node as libtensorflow runs it. */
export interface NativeNode {
  run(inputs: readonly NativeTensorHandle[]): NativeTensorHandle[];
  close(): void;
}

/** One node's place. */
export interface Place {
  /** Null where our own kernel runs it, or nothing can. */
  readonly native: NativeNode | null;
  /** Why libtensorflow doesn't run it. */
  readonly reason: string;
  /** Whether anything on our side reads that output. */
  readonly onHost: boolean[];
}

const ours = (reason: string): Omit<Place, "onHost"> => ({ native: null, reason });
const theirs = (native: NativeNode): Omit<Place, "onHost"> => ({ native, reason: "" });

export class Placer {
  private readonly bridge: NativeBridge;
  private readonly session: string;
  private readonly known = new Map<string, boolean>();
  private readonly refused = new Set<string>();

  /** `session` tells this session's resources from those of others in the process. */
  constructor(bridge: NativeBridge, session: string) {
    this.bridge = bridge;
    this.session = session;
  }

  /** All nodes that runs of a plan execute. */
  place(ir: Ir): Map<IrNode, Place> {
    const places = new Map<IrNode, Place>();
    for (const node of ir.nodes) {
      if (node.isConstant || node.isFeed) continue;
      places.set(node, { ...this.choose(node, places), onHost: node.outputTypes.map(() => false) });
    }
    const need = ({ node, index }: IrEdge): void => {
      const place = places.get(node);
      if (place) place.onHost[index] = true;
    };
    for (const [node, { native }] of places) {
      if (!native && !node.record?.shapeOnly) node.inputs.forEach(need);
      if (node.type === "Switch" || node.type === "RefSwitch") need(deciding(node.inputs[1]!));
    }
    ir.fetches.forEach(need);
    return places;
  }

  /** libtensorflow turned out to have no kernel for the element types of a node: none like it goes there again. */
  refuse(node: IrNode): void {
    this.refused.add(signatureOf(node));
  }

  private choose(node: IrNode, places: ReadonlyMap<IrNode, Place>): Omit<Place, "onHost"> {
    const isOverThere = (e: IrEdge): boolean => knownValue(e) === null && Boolean(places.get(e.node)?.native);
    const { def } = node;
    if (CONTROL_FLOW.has(node.type)) return ours("it belongs to our control flow");
    if (isBetterOff(node) || (ALIASES.has(node.type) && !isOverThere(node.inputs[0]!)))
      return ours("our kernel is preferred");
    if (!def || !this.knows(node.type)) return ours("libtensorflow has no such op type");
    if (this.refused.has(signatureOf(node))) return ours("libtensorflow has no kernel for its element types");
    if ([...def.inputs, ...def.outputs].some((a) => a.isRef)) return ours("it works on reference variables");
    const stranded = node.inputs.find((e) => !canCross(e.node.outputTypes[e.index]!) && !isOverThere(e));
    if (stranded) return ours(`its input ${stranded.node.name} is not on that side`);
    try {
      return theirs(this.single(node, def));
    } catch (error) {
      if (!(error instanceof NativeError)) throw error;
      return node.record?.kernel ? ours(error.message) : this.alone(node, def, error.message);
    }
  }

  /** The op by itself. Raises NativeError for attributes that the addon can't set. */
  private single(node: IrNode, def: OpDef): NativeNode {
    const attrs = nativeAttrs(def, node.attrs, def.isStateful ? { session: this.session, node: node.name } : null);
    const op = this.bridge.prepare(node.type, attrs, node.outputTypes.length);
    return { run: (inputs) => this.bridge.run(op, inputs), close: () => {} };
  }

  /** The op in a graph of its own, which takes nearly any attribute but shares no state with other ops. */
  private alone(node: IrNode, def: OpDef, reason: string): Omit<Place, "onHost"> {
    const inputs = node.inputs.map((e) => e.node.outputTypes[e.index]!.base_dtype);
    if (def.isStateful || ![...inputs, ...node.outputTypes].every(canCross)) return ours(reason);
    try {
      return theirs(new NodeGraph(this.bridge, def, node.attrs, inputs, node.outputTypes.length));
    } catch (error) {
      if (error instanceof NativeError) return ours(error.message);
      throw error;
    }
  }

  private knows(type: string): boolean {
    const known = this.known.get(type) ?? this.bridge.knows(type);
    this.known.set(type, known);
    return known;
  }
}

function signatureOf(node: IrNode): string {
  const types = [...node.inputs.map((e) => e.node.outputTypes[e.index]!), ...node.outputTypes];
  return `${node.type} ${types.map((t) => t.baseName).join(" ")}`;
}

/** Nodes with a kernel of ours that are better off with it: with state or effects, without results, a matter of shapes only. */
function isBetterOff({ type, record, def, outputTypes }: IrNode): boolean {
  if (!record?.kernel) return false;
  if (!def || def.isStateful || LOWERED.has(type) || outputTypes.length === 0) return true;
  return record.shapeOnly === true || record.impure === true;
}
