/**
 * Where each node of a plan runs in a native session: on libtensorflow, or with our own kernel.
 * Source: the rule is ours; which op types libtensorflow has, it is asked.
 */
import { type Ir, type IrEdge, type IrNode, knownValue } from "../ir.js";
import type { NativeBridge, NativeOp } from "./bridge.js";
import { NativeError } from "./bridge.js";
import { nativeAttrs } from "./node_attrs.js";
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

/** Op types that graph passes replace before anything runs; a single op does not go through those. */
const LOWERED = new Set(["AccumulateNV2", "ParallelConcat"]);

/** One node's place; `op` is null where our own kernel runs it. */
export interface Place {
  readonly op: NativeOp | null;
  /** Whether anything on our side reads that output. */
  readonly onHost: readonly boolean[];
}

/** A node that can't be run over there, and why. */
class NotNative {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

export class Placer {
  private readonly bridge: NativeBridge;
  private readonly session: string;
  private readonly known = new Map<string, boolean>();

  /** `session` tells this session's resources from those of others in the process. */
  constructor(bridge: NativeBridge, session: string) {
    this.bridge = bridge;
    this.session = session;
  }

  /** All nodes of a plan that runs execute. */
  place(ir: Ir): Map<IrNode, Place> {
    const ops = new Map<IrNode, NativeOp | null>();
    for (const node of ir.nodes) if (!node.isConstant && !node.isFeed) ops.set(node, this.opFor(node, ops));
    const onHost = new Map<IrNode, boolean[]>();
    for (const node of ops.keys())
      onHost.set(
        node,
        node.outputTypes.map(() => false),
      );
    const need = ({ node, index }: IrEdge): void => {
      const list = onHost.get(node);
      if (list) list[index] = true;
    };
    for (const [node, op] of ops) {
      if (op === null && !node.record?.shapeOnly) node.inputs.forEach(need);
    }
    ir.fetches.forEach(need);
    return new Map(Array.from(ops, ([node, op]) => [node, { op, onHost: onHost.get(node)! }]));
  }

  /** Why libtensorflow can't run a node. */
  reasonAgainst(node: IrNode): string {
    const op = this.prepare(node, () => true);
    return op instanceof NotNative ? op.reason : "its inputs are not on the native side";
  }

  private opFor(node: IrNode, placed: ReadonlyMap<IrNode, NativeOp | null>): NativeOp | null {
    const isOverThere = (e: IrEdge): boolean => knownValue(e) === null && (placed.get(e.node) ?? null) !== null;
    if (prefersOurs(node) || (ALIASES.has(node.type) && !isOverThere(node.inputs[0]!))) return null;
    const op = this.prepare(node, isOverThere);
    return op instanceof NotNative ? null : op;
  }

  private prepare(node: IrNode, isOverThere: (e: IrEdge) => boolean): NativeOp | NotNative {
    const { def } = node;
    if (!def || !this.knows(node.type)) return new NotNative("libtensorflow has no such op type");
    if ([...def.inputs, ...def.outputs].some((a) => a.isRef)) return new NotNative("it works on reference variables");
    const stranded = node.inputs.find((e) => !canCross(e.node.outputTypes[e.index]!) && !isOverThere(e));
    if (stranded) return new NotNative(`its input ${stranded.node.name} does not come from libtensorflow`);
    try {
      const attrs = nativeAttrs(def, node.attrs, def.isStateful ? { session: this.session, node: node.name } : null);
      return this.bridge.prepare(node.type, attrs, node.outputTypes.length);
    } catch (error) {
      if (error instanceof NativeError) return new NotNative(error.message);
      throw error;
    }
  }

  private knows(type: string): boolean {
    const known = this.known.get(type) ?? this.bridge.knows(type);
    this.known.set(type, known);
    return known;
  }
}

/** Nodes with a kernel of ours that are better off with it: with state or effects, without results, a matter of shapes only. */
function prefersOurs({ type, record, def, outputTypes }: IrNode): boolean {
  if (CONTROL_FLOW.has(type)) return true;
  if (!record?.kernel) return false;
  if (!def || def.isStateful || LOWERED.has(type) || outputTypes.length === 0) return true;
  return record.shapeOnly === true || record.impure === true;
}
