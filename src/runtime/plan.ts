/**
 * A plan runs one set of fetches for given feeds: every kernel bound to its buffers once, a run is a loop over closures.
 */
import { KernelError, type KernelError as KernelErrorType, makeOpError, type StatusName } from "../graph/errors.js";
import type { Kernel, Value, VariableStore } from "../graph/kernel.js";
import { BindContext, NeedsRun } from "./bind.js";
import { BufferPool, bytesOf, PlanBuffer, viewOf } from "./buffers.js";
import { type Ir, type IrEdge, type IrNode, knownValue } from "./ir.js";
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

type Step = () => void;

export class Plan {
  readonly pool = new BufferPool();
  readonly session: SessionState;
  private readonly kernels: Kernels;
  private readonly slots = new Map<IrNode, Slot[]>();
  private readonly uses = new Map<IrNode, number[]>();
  private readonly steps: Step[] = [];
  private readonly stepNodes: IrNode[] = [];
  /** Variables that must have a value before the step of that number. */
  private readonly guards: { readonly variable: VariableStore; readonly node: IrNode; readonly before: number }[] = [];
  private ready = false;
  private readonly fetches: readonly IrEdge[];
  private readonly feeds: readonly IrNode[];

  constructor(ir: Ir, engine: Engine, session: SessionState, feedShapes: ReadonlyMap<IrNode, readonly number[]>) {
    this.kernels = engine.open(ir);
    this.session = session;
    this.fetches = ir.fetches;
    this.feeds = ir.feeds;
    this.countUses(ir);
    for (const feed of ir.feeds) {
      const value = makeValue(feed.outputTypes[0]!, feedShapes.get(feed)!);
      this.slots.set(feed, [{ value, buffer: new PlanBuffer(null), variable: null }]);
    }
    for (const node of ir.nodes) if (!node.isFeed) this.bind(node);
  }

  /** Memory of intermediate results, in bytes. */
  get bytes(): number {
    return this.pool.total;
  }
  get stepCount(): number {
    return this.steps.length;
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
    // A fetch reads after the last step: its buffer is never given again.
    for (const e of ir.fetches) count(e);
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

  private bind(node: IrNode): void {
    if (node.isConstant) return;
    const kernel = this.kernels.kernelFor(node);
    const context = new BindContext(this, node, false);
    this.guard(node);
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
    if (step) {
      this.steps.push(step);
      this.stepNodes.push(node);
    }
  }

  /** Accounts the reads to come of this node's outputs and ends those of its inputs. */
  private settle(node: IrNode, context: BindContext, isLate: boolean): void {
    context.slots.forEach((slot, i) => {
      slot.buffer.uses += this.usesOf(node, i);
    });
    for (const e of node.inputs) {
      if (knownValue(e) === null) this.release(this.slot(e).buffer, isLate);
    }
    for (const slot of context.slots) if (slot.buffer.uses === 0) this.free(slot.buffer);
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
  private guard(node: IrNode): void {
    const def = node.def;
    if (def?.allowsUninitializedInput) return;
    for (const e of node.inputs) {
      const slot = knownValue(e) === null ? this.slot(e) : null;
      if (slot?.variable && e.node.outputTypes[e.index]!.isRef) this.addGuard(slot.variable, node);
    }
  }
  private addGuard(variable: VariableStore, node: IrNode): void {
    this.guards.push({ variable, node, before: this.steps.length });
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
    const { steps } = this;
    if (!this.ready) {
      this.runGuarded();
      return;
    }
    let i = 0;
    try {
      for (; i < steps.length; i++) steps[i]!();
    } catch (error) {
      throw this.explain(error, this.stepNodes[i]!);
    }
  }

  /** Until all variables have a value once, each is looked at before its first reader. */
  private runGuarded(): void {
    let next = 0;
    const check = (upTo: number): void => {
      for (let g = this.guards[next]; g && g.before <= upTo; g = this.guards[++next]) {
        if (!g.variable.initialized) throw this.uninitialized(g.variable, g.node);
      }
    };
    let i = 0;
    try {
      for (; i < this.steps.length; i++) {
        check(i);
        this.steps[i]!();
      }
    } catch (error) {
      throw this.explain(error, this.stepNodes[i]!);
    }
    check(this.steps.length);
    for (const e of this.fetches) {
      const slot = this.slot(e);
      if (slot.variable && !slot.variable.initialized) throw this.uninitialized(slot.variable, e.node, e);
    }
    this.ready = true;
  }

  private uninitialized(variable: VariableStore, node: IrNode, fetch?: IrEdge): Error {
    const { name } = variable;
    const at = fetch ? `_retval_${name}_${fetch.index}_${this.fetches.indexOf(fetch)}` : node.name;
    const text = `Attempting to use uninitialized value ${name}`;
    return this.failure("FAILED_PRECONDITION", text, fetch ? null : node, at);
  }

  private explain(error: unknown, node: IrNode): unknown {
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

const CONSTANT = new PlanBuffer(null);
