/**
 * A plan runs one set of fetches for given feeds: every kernel bound to its buffers once, a run is a loop over closures.
 */
import { KernelError, type KernelError as KernelErrorType, makeOpError, type StatusName } from "../graph/errors.js";
import type { Kernel, Value, VariableStore } from "../graph/kernel.js";
import { BindContext, NeedsRun } from "./bind.js";
import { bindBranching, isBranching } from "./branching.js";
import { BufferPool, bytesOf, PlanBuffer, viewOf } from "./buffers.js";
import { type Frame, Frames, type Item, isFrame } from "./frames.js";
import { hasControlFlow, type Ir, type IrEdge, type IrNode, knownValue } from "./ir.js";
import { type Condition, deciding, Liveness } from "./liveness.js";
import { bindLoop } from "./loops.js";
import { type Explainer, type Flags, Sequence, type Step } from "./sequence.js";
import type { SessionState } from "./session_state.js";
import { DenseValue, makeValue } from "./value.js";

/** One output of a node while planning and running. */
export interface Slot {
  /** Null while the shape isn't known before running. */
  value: Value | null;
  buffer: PlanBuffer;
  variable: VariableStore | null;
}

/** Chooses what executes the nodes of one plan. */
export interface Kernels {
  kernelFor(node: IrNode): Kernel;
  /** No run of the plan will follow. */
  close(): void;
}

/** What a session runs its plans on. */
export interface Engine {
  /** Whether our own kernel may compute a node's value while planning, where its inputs are known. */
  mayFold(node: IrNode): boolean;
  open(ir: Ir): Kernels;
}

/** What is dead or repeated in a plan with branches and loops. */
interface ControlFlow {
  readonly frames: Frames;
  readonly liveness: Liveness;
}

export class Plan implements Explainer {
  readonly pool = new BufferPool();
  readonly session: SessionState;
  private readonly kernels: Kernels;
  private readonly slots = new Map<IrNode, Slot[]>();
  private readonly uses = new Map<IrNode, number[]>();
  /** Conditions that hold now; number 0 always does. */
  readonly flags: Flags = [1];
  private readonly flagOf = new Map<Condition, number>();
  private readonly root: Sequence;
  private readonly flow: ControlFlow | null;
  private readonly fetchFlags: readonly number[];
  private fetchesChecked = false;
  private readonly fetches: readonly IrEdge[];
  private readonly feeds: readonly IrNode[];

  constructor(ir: Ir, engine: Engine, session: SessionState, feedShapes: ReadonlyMap<IrNode, readonly number[]>) {
    this.kernels = engine.open(ir);
    this.session = session;
    this.fetches = ir.fetches;
    this.feeds = ir.feeds;
    this.flow = controlFlowOf(ir);
    this.root = new Sequence(this.flags, this);
    this.countUses(ir);
    for (const feed of ir.feeds) {
      const value = makeValue(feed.outputTypes[0]!, feedShapes.get(feed)!);
      this.slots.set(feed, [{ value, buffer: new PlanBuffer(null), variable: null }]);
    }
    this.bindAll(this.flow ? this.flow.frames.schedule(ir.nodes) : ir.nodes, this.root);
    this.fetchFlags = ir.fetches.map((e) => this.flag(e.node, this.root, e.index));
  }

  /** Binds nodes and loops in their order, as steps of a sequence. */
  bindAll(items: readonly Item[], into: Sequence): void {
    for (const item of items) {
      if (isFrame(item)) bindLoop(this, item, into);
      else if (!item.isFeed) this.bind(item, into);
    }
  }

  /** The flag of a node's (or of one output's) condition; made, and set by a step, where it is needed first. */
  flag(node: IrNode, into: Sequence, output = -1): number {
    if (!this.flow || node.isFeed) return 0;
    const condition = this.flow.liveness.of(node, output);
    if (this.flow.liveness.isAlways(condition)) return 0;
    const known = this.flagOf.get(condition);
    if (known !== undefined) return known;
    const flag = this.flags.length;
    this.flags.push(0);
    this.flagOf.set(condition, flag);
    if (condition.never) return flag;
    const holds = [...condition.literals.values()].map((literal) => {
      if (literal.kind === "merge") {
        const received = this.mergeFlag(literal.merge);
        return () => this.flags[received] === 1;
      }
      const slot = this.slot(literal.pred);
      const wanted = literal.branch === 1;
      return () => truth(slot) === wanted;
    });
    into.add(
      () => {
        this.flags[flag] = holds.every((test) => test()) ? 1 : 0;
      },
      node,
      0,
    );
    return flag;
  }

  private readonly mergeFlags = new Map<IrNode, number>();
  /** Set by a merge of branches that exclude each other in no simple way: whether it received a value. */
  mergeFlag(merge: IrNode): number {
    let flag = this.mergeFlags.get(merge);
    if (flag === undefined) {
      flag = this.flags.length;
      this.flags.push(0);
      this.mergeFlags.set(merge, flag);
    }
    return flag;
  }
  /** The condition of a loop as a whole. */
  frameFlag(frame: Frame, exits: readonly IrNode[], into: Sequence): number {
    const [exit] = exits;
    return exit && frame.enters.length > 0 ? this.flag(exit, into) : 0;
  }

  /** Memory of intermediate results, in bytes. */
  get bytes(): number {
    return this.pool.total;
  }
  get stepCount(): number {
    return this.root.length;
  }

  private countUses(ir: Ir): void {
    for (const node of ir.nodes)
      this.uses.set(
        node,
        node.outputTypes.map(() => 0),
      );
    const count = (e: IrEdge): void => {
      const list = this.uses.get(e.node);
      if (list) list[e.index]!++;
    };
    for (const node of ir.nodes)
      if (!node.isConstant) for (const e of node.inputs) if (knownValue(e) === null) count(e);
    // A fetch reads after the last step, a predicate is asked by whoever depends on it: their buffers are never given again.
    for (const e of ir.fetches) count(e);
    for (const node of ir.nodes)
      if (node.type === "Switch" || node.type === "RefSwitch") count(deciding(node.inputs[1]!));
  }

  usesOf(node: IrNode, output: number): number {
    return this.uses.get(node)![output]!;
  }
  slot(e: IrEdge): Slot {
    const known = knownValue(e);
    if (known) return { value: known, buffer: CONSTANT, variable: null };
    return this.slots.get(e.node)![e.index]!;
  }

  /** A buffer from the pool, or of its own for element types without typed arrays. */
  allocate(node: IrNode, output: number, shape: readonly number[]): Slot {
    const dtype = node.outputTypes[output]!.base_dtype;
    const size = shape.reduce((a, b) => a * b, 1);
    const bytes = bytesOf(dtype, size);
    if (bytes === 0) return { value: makeValue(dtype, shape), buffer: new PlanBuffer(null), variable: null };
    const block = this.pool.acquire(bytes);
    return {
      value: new DenseValue(dtype, shape, viewOf(dtype, size, block)),
      buffer: new PlanBuffer(block),
      variable: null,
    };
  }

  setSlots(node: IrNode, slots: Slot[]): void {
    this.slots.set(node, slots);
  }

  private bind(node: IrNode, into: Sequence): void {
    if (node.isConstant) return;
    if (isBranching(node)) {
      bindBranching(this, node, into);
      return;
    }
    const flag = this.flag(node, into);
    const kernel = this.kernels.kernelFor(node);
    const context = new BindContext(this, node, false);
    this.guard(node, into, flag);
    let step: Step | undefined;
    let isLate = false;
    try {
      step = kernel(context);
    } catch (error) {
      if (!(error instanceof NeedsRun)) {
        if (!(error instanceof KernelError)) throw error;
        // The shapes of this run don't fit: the run itself reports it, after what comes before.
        const failure = error;
        step = () => {
          throw failure;
        };
        context.abandon();
      } else {
        context.abandon();
        isLate = true;
        step = this.lateStep(node, kernel);
      }
    }
    this.slots.set(node, context.slots);
    this.settle(node, context, isLate);
    if (step) into.add(step, node, flag);
  }

  /** Accounts the reads to come of this node's outputs and ends those of its inputs. */
  private settle(node: IrNode, context: BindContext, isLate: boolean): void {
    this.keep(node, context.slots);
    this.releaseInputs(node.inputs, isLate);
    for (const slot of context.slots) if (slot.buffer.uses === 0) this.free(slot.buffer);
  }
  /** Accounts the reads to come of a node's outputs. */
  keep(node: IrNode, slots: readonly Slot[]): void {
    slots.forEach((slot, i) => {
      slot.buffer.uses += this.usesOf(node, i);
    });
  }
  /** Ends reads of tensors; what binds during a run (`isLate`) may alias them, so they stay. */
  releaseInputs(inputs: readonly IrEdge[], isLate: boolean): void {
    for (const e of inputs) if (knownValue(e) === null) this.release(this.slot(e).buffer, isLate);
  }

  private release(buffer: PlanBuffer, keep: boolean): void {
    // What binds during a run may alias its inputs, so they stay.
    if (keep) return;
    buffer.uses--;
    if (buffer.uses === 0) this.free(buffer);
  }
  private free(buffer: PlanBuffer): void {
    if (!buffer.block || buffer.isFree) return;
    buffer.isFree = true;
    this.pool.release(buffer.block);
  }

  /** References that the op reads must hold a value by then. */
  guard(node: IrNode, into: Sequence, flag: number): void {
    const def = node.def;
    if (def?.allowsUninitializedInput) return;
    for (const e of node.inputs) {
      const slot = knownValue(e) === null ? this.slot(e) : null;
      if (slot?.variable && e.node.outputTypes[e.index]!.isRef) into.guard(slot.variable, node, flag);
    }
  }

  /** A node whose output shapes depend on data: bound again when its inputs' shapes or sizes changed. */
  private lateStep(node: IrNode, kernel: Kernel): Step {
    let last: { context: BindContext; run: Step | undefined } | null = null;
    const slots = node.outputTypes.map((): Slot => ({ value: null, buffer: new PlanBuffer(null), variable: null }));
    this.slots.set(node, slots);
    return () => {
      if (!last?.context.stillFits()) {
        const context = new BindContext(this, node, true);
        const run = kernel(context);
        last = { context, run };
        const own = this.slots.get(node)!;
        context.slots.forEach((s, i) => {
          own[i]!.value = s.value;
          own[i]!.variable = s.variable;
        });
      }
      last!.run?.();
    };
  }

  close(): void {
    this.kernels.close();
  }

  /** The buffer that a feed's elements are copied into before a run. */
  feedValue(i: number): Value {
    return this.slots.get(this.feeds[i]!)![0]!.value!;
  }

  run(): void {
    this.root.run();
    if (!this.fetchesChecked) this.checkFetches();
    for (let i = 0; i < this.fetchFlags.length; i++) {
      if (this.flags[this.fetchFlags[i]!] !== 1) throw this.dead(i);
    }
  }

  /** Fetched variables must have a value; once they have it, they keep it. */
  private checkFetches(): void {
    for (const e of this.fetches) {
      const slot = this.slot(e);
      if (slot.variable && !slot.variable.initialized) throw this.uninitialized(slot.variable, e.node, e);
    }
    this.fetchesChecked = this.fetchFlags.every((f) => f === 0);
  }

  private dead(i: number): Error {
    // The runtime numbers fetches by name.
    const name = (e: IrEdge): string => `${e.node.name}:${e.index}`;
    const sorted = [...new Set(this.fetches.map(name))].sort();
    const text = `Retval[${sorted.indexOf(name(this.fetches[i]!))}] does not have value`;
    return makeOpError("INVALID_ARGUMENT", null, null, text);
  }

  uninitialized(variable: VariableStore, node: IrNode, fetch?: IrEdge): Error {
    const { name } = variable;
    const at = fetch ? `_retval_${name}_${fetch.index}_${this.fetches.indexOf(fetch)}` : node.name;
    const text = `Attempting to use uninitialized value ${name}`;
    return this.failure("FAILED_PRECONDITION", text, fetch ? null : node, at);
  }

  explain(error: unknown, node: IrNode): unknown {
    if (!(error instanceof KernelError)) return error;
    return this.failure((error as KernelErrorType).code, error.message, node, node.name);
  }
  private failure(code: StatusName, text: string, node: IrNode | null, at: string): Error {
    const op = node?.source ?? null;
    return makeOpError(code, op?.node_def ?? null, op, `${text}\n\t [[{{node ${at}}}]]`);
  }

  /** Value of a fetch after a run; it belongs to the plan, so copy it before the next run. */
  fetched(i: number): Value {
    const slot = this.slot(this.fetches[i]!);
    return slot.variable ? slot.variable.value : slot.value!;
  }
}

function controlFlowOf(ir: Ir): ControlFlow | null {
  if (!hasControlFlow(ir)) return null;
  const frames = new Frames(ir.nodes);
  return { frames, liveness: new Liveness(ir.nodes, frames) };
}

/** Whether a predicate is true now; one that is dead itself may say anything. */
function truth(slot: Slot): boolean {
  const value = slot.variable ? slot.variable.value : slot.value;
  return Boolean(value?.data[0]);
}

const CONSTANT = new PlanBuffer(null);
