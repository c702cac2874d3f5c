/**
 * Graph: operations in the order they were made, with names, scopes and collections.
 * Source: tf.Graph (tensorflow/python/framework/ops.py).
 */

import { AssertionError, RuntimeError, ValueError } from "../np/errors.js";
import { type ContextManager, SimpleContext } from "../py/context.js";
import { list } from "../py/iteration.js";
import type { Attr } from "./attr.js";
import { ControlStack } from "./control_dependencies.js";
import { type ControlFlowContext, checkInputContext } from "./control_flow.js";
import { mergeDevices } from "./device.js";
import type { DType } from "./dtypes.js";
import { asGraphElement, type GraphElementLike, isElementHolder } from "./elements.js";
import { elementNamed } from "./named_element.js";
import { isValidOpName, Naming } from "./naming.js";
import { type GraphDef, graphDefOf } from "./node_def.js";
import type { OpDef } from "./op_def.js";
import { Operation } from "./operation.js";
import { pythonTypeName } from "./python_type.js";
import { inferShapes } from "./shape_inference.js";
import { Tensor } from "./tensor.js";

/** A device name, a function from operation to device name, or null for none. */
export type DeviceLike = string | ((op: Operation) => string) | null;

export interface NodeSpec {
  readonly def: OpDef;
  /** Full name when it ends with a slash (an entered scope); else made unique. */
  readonly name: string;
  readonly inputs: readonly Tensor[];
  readonly inputTypes: readonly DType[];
  readonly attrs: Map<string, Attr>;
  readonly outputTypes: readonly DType[];
}

export class Graph {
  readonly naming = new Naming();
  readonly controls = new ControlStack();
  /** Seed of tf.set_random_seed; null when not set. */
  seed: number | bigint | null = null;
  /** The branch or loop body that new operations belong to. */
  controlFlow: ControlFlowContext | null = null;
  private readonly unfetchable = new Set<Operation>();
  private readonly unfeedable = new Set<Tensor>();
  private readonly ops: Operation[] = [];
  private readonly byName = new Map<string, Operation>();
  private readonly groups = new Map<string, unknown[]>();
  private devices: readonly DeviceLike[] = [];
  private colocations: readonly Operation[] = [];
  private originalOp: Operation | null = null;
  private readonly attrScopes: ReadonlyMap<string, Attr>[] = [];
  private readonly gradientOverrides: Map<string, string>[] = [];
  private edits = 0;
  private isFinalized = false;

  /** Number of operations, as TF counts versions; 0 is the empty graph. */
  get version(): number {
    return this.ops.length;
  }
  /** Changes whenever an existing operation does: what was compiled from the graph is then out of date. */
  get edition(): number {
    return this.edits;
  }
  touch(): void {
    this.edits++;
  }
  get finalized(): boolean {
    return this.isFinalized;
  }
  /** Makes the graph read-only. */
  finalize(): void {
    this.isFinalized = true;
  }
  private checkNotFinalized(): void {
    if (this.isFinalized) throw new RuntimeError("Graph is finalized and cannot be modified.");
  }
  /** Number of operations made so far: what TF calls _last_id. */
  get lastId(): number {
    return this.ops.length;
  }
  /** TF lets only the graphs of functions say true. */
  get building_function(): boolean {
    return false;
  }

  /** Adds an operation: unique name, control inputs, devices, colocation, static shapes. */
  createNode(spec: NodeSpec): Operation {
    this.checkNotFinalized();
    const { name, def } = spec;
    const full = name.endsWith("/") ? name.slice(0, -1) : this.naming.unique(name);
    if (!isValidOpName(full)) throw new ValueError(`'${full}' is not a valid node name`);
    for (const t of spec.inputs) {
      if (t.graph !== this) throw new ValueError(`${t} is not from the passed-in graph.`);
    }
    const op = new Operation({
      graph: this,
      id: this.ops.length + 1,
      name: full,
      def,
      inputs: spec.inputs,
      inputTypes: spec.inputTypes,
      controlInputs: this.controls.inputsFor(spec.inputs.map((t) => t.op)),
      attrs: spec.attrs,
      outputTypes: spec.outputTypes,
      originalOp: this.originalOp,
    });
    // A failing shape function leaves the graph as it was.
    try {
      op.setOutputShapes(inferShapes(op));
    } catch (error) {
      for (const t of spec.inputs) t.removeConsumer(op);
      throw error;
    }
    this.ops.push(op);
    this.byName.set(full, op);
    this.joinContext(op);
    for (const [key, attr] of this.attrScopes.at(-1) ?? []) if (!op.hasAttr(key)) op.setAttr(key, attr);
    this.controls.record(op);
    this.applyDevices(op);
    this.applyColocation(op);
    const override = this.gradientOverrides.at(-1)?.get(op.type);
    if (override !== undefined) op.setAttr("_gradient_op_type", { type: "string", value: override });
    return op;
  }

  private joinContext(op: Operation): void {
    op.controlFlowContext = this.controlFlow;
    for (const t of op.inputs) checkInputContext(op, t.op);
    this.controlFlow?.addOp(op);
  }

  /** What is inside a branch or a loop has no value of its own after a run. */
  prevent_fetching(op: Operation): void {
    this.unfetchable.add(op);
  }
  is_fetchable(tensor_or_op: Tensor | Operation): boolean {
    return !this.unfetchable.has(tensor_or_op instanceof Tensor ? tensor_or_op.op : tensor_or_op);
  }
  prevent_feeding(tensor: Tensor): void {
    this.unfeedable.add(tensor);
  }
  is_feedable(tensor: Tensor): boolean {
    return !this.unfeedable.has(tensor);
  }

  private applyDevices(op: Operation): void {
    for (const spec of this.devices.toReversed()) {
      if (spec === null) break;
      op.setDevice(typeof spec === "string" ? mergeDevices(spec, op.device) : spec(op));
    }
  }
  private applyColocation(op: Operation): void {
    if (this.colocations.length === 0) return;
    const groups = new Set<string>();
    for (const other of this.colocations.toReversed()) {
      for (const g of other.colocation_groups()) groups.add(g);
      if (other.device !== "") op.setDevice(other.device);
    }
    op.setAttr("_class", { type: "list(string)", value: [...groups].sort() });
  }

  get_operations(): Operation[] {
    return [...this.ops];
  }
  /** The operation, or undefined; for the layers above, which must not throw KeyError themselves. */
  findOperation(name: string): Operation | undefined {
    return this.byName.get(name);
  }
  get_operation_by_name(name: string): Operation {
    if (typeof name !== "string") throw new TypeError(`Operation names are strings (or similar), not ${typeof name}.`);
    return this.as_graph_element(name, { allow_tensor: false }) as Operation;
  }
  get_tensor_by_name(name: string): Tensor {
    if (typeof name !== "string") throw new TypeError(`Tensor names are strings (or similar), not ${typeof name}.`);
    return this.as_graph_element(name, { allow_operation: false }) as Tensor;
  }

  /** The tensor or operation that an object or a name stands for. Raises KeyError, TypeError or ValueError. */
  as_graph_element(
    obj: GraphElementLike,
    { allow_tensor = true, allow_operation = true }: { allow_tensor?: boolean; allow_operation?: boolean } = {},
  ): Tensor | Operation {
    if (!allow_tensor && !allow_operation)
      throw new ValueError("allow_tensor and allow_operation can't both be False.");
    const types = allow_tensor && allow_operation ? "Tensor or Operation" : allow_tensor ? "Tensor" : "Operation";
    const element = typeof obj === "string" ? obj : asGraphElement(obj);
    if (typeof element === "string")
      return elementNamed(element, (op) => this.byName.get(op), { allow_tensor, allow_operation, types });
    if (element instanceof Tensor && allow_tensor) {
      if (element.graph !== this) throw new ValueError(`Tensor ${element} is not an element of this graph.`);
      return element;
    }
    if (element instanceof Operation && allow_operation) {
      if (element.graph !== this) throw new ValueError(`Operation ${element} is not an element of this graph.`);
      return element;
    }
    throw new TypeError(`Can not convert a ${pythonTypeName(obj)} into a ${types}.`);
  }

  // Collections. Adding to a finalized graph raises RuntimeError.
  add_to_collection(name: string, value: unknown): void {
    this.checkNotFinalized();
    this.get_collection_ref(name).push(value);
  }
  add_to_collections(names: string | readonly string[], value: unknown): void {
    for (const name of new Set(typeof names === "string" ? [names] : names)) this.add_to_collection(name, value);
  }
  get_collection_ref(name: string): unknown[] {
    const found = this.groups.get(name);
    if (found) return found;
    const made: unknown[] = [];
    this.groups.set(name, made);
    return made;
  }
  /** Values of a collection; `scope` keeps those whose name starts with that pattern. */
  get_collection(name: string, scope: string | null | { readonly scope?: string | null } = null): unknown[] {
    const all = this.groups.get(name) ?? [];
    const start = typeof scope === "object" ? (scope?.scope ?? null) : scope;
    if (start === null) return [...all];
    const pattern = new RegExp(`^(?:${start})`);
    return all.filter(
      (v) => typeof (v as { name?: unknown })?.name === "string" && pattern.test((v as { name: string }).name),
    );
  }
  get_all_collection_keys(): string[] {
    return [...this.groups.keys()];
  }
  get collections(): string[] {
    return this.get_all_collection_keys();
  }
  clear_collection(name: string): void {
    this.checkNotFinalized();
    this.groups.delete(name);
  }

  // Scopes, each as a block (for the layers above) and as a context manager (for users).
  unique_name(name: string, mark_as_used = true): string {
    return this.naming.unique(name, mark_as_used);
  }
  get_name_scope(): string {
    return this.naming.scope;
  }
  /** Runs `body` in a scope and passes the scope's name with its trailing slash. */
  inScope<T>(name: string | null, body: (scope: string) => T): T {
    const saved = this.naming.scope;
    this.naming.scope = this.naming.enter(name);
    try {
      return body(this.naming.scope === "" ? "" : `${this.naming.scope}/`);
    } finally {
      this.naming.scope = saved;
    }
  }
  name_scope(name: string | null): ContextManager<string> {
    let saved = "";
    return new SimpleContext(
      () => {
        saved = this.naming.scope;
        this.naming.scope = this.naming.enter(name);
        return this.naming.scope === "" ? "" : `${this.naming.scope}/`;
      },
      () => {
        this.naming.scope = saved;
      },
    );
  }
  control_dependencies(control_inputs: readonly GraphElementLike[] | null): ContextManager<void> {
    const ops = control_inputs === null ? null : list<GraphElementLike>(control_inputs).map((c) => this.controlOp(c));
    let leave = (): void => {};
    return new SimpleContext(
      () => {
        leave = this.enterControls(ops);
      },
      () => leave(),
    );
  }
  /** Null leaves the current branch or loop body, too. */
  private enterControls(ops: readonly Operation[] | null): () => void {
    const leave = this.controls.enter(ops);
    if (ops !== null) return leave;
    const context = this.controlFlow;
    this.controlFlow = null;
    return () => {
      leave();
      this.controlFlow = context;
    };
  }
  withControls<T>(ops: readonly Operation[] | null, body: () => T): T {
    const leave = this.enterControls(ops);
    try {
      return body();
    } finally {
      leave();
    }
  }
  private controlOp(c: GraphElementLike): Operation {
    if (isElementHolder(c) && c.controlOperation) return c.controlOperation();
    const element = this.as_graph_element(c);
    return element instanceof Tensor ? element.op : element;
  }
  device(device_name_or_function: DeviceLike): ContextManager<void> {
    if (typeof device_name_or_function === "string") mergeDevices("", device_name_or_function);
    let saved: readonly DeviceLike[] = [];
    return new SimpleContext(
      () => {
        saved = this.devices;
        this.devices = [...saved, device_name_or_function];
      },
      () => {
        this.devices = saved;
      },
    );
  }
  withDevice<T>(device: DeviceLike, body: () => T): T {
    const saved = this.devices;
    this.devices = [...saved, device];
    try {
      return body();
    } finally {
      this.devices = saved;
    }
  }
  /** Runs `body` with new operations colocated with `op`; null with `ignoreExisting` clears colocation. */
  withColocation<T>(op: Operation | null, body: () => T, ignoreExisting = false): T {
    const { devices, colocations } = this;
    this.devices = [];
    const outer = ignoreExisting ? [] : colocations;
    this.colocations = op ? [...outer, op] : outer;
    try {
      return body();
    } finally {
      this.devices = devices;
      this.colocations = colocations;
    }
  }
  colocate_with(op: GraphElementLike | null, ignore_existing = false): ContextManager<void> {
    if (op === null && !ignore_existing) {
      throw new ValueError("Trying to reset colocation (op is None) but ignore_existing is not True");
    }
    const target = op === null ? null : this.controlOp(op);
    let saved: { devices: readonly DeviceLike[]; colocations: readonly Operation[] } | null = null;
    return new SimpleContext(
      () => {
        saved = { devices: this.devices, colocations: this.colocations };
        this.devices = [];
        const outer = ignore_existing ? [] : saved.colocations;
        this.colocations = target ? [...outer, target] : outer;
      },
      () => {
        if (saved) ({ devices: this.devices, colocations: this.colocations } = saved);
      },
    );
  }
  /** Runs `body` with these attributes added to new operations that don't have them. */
  withAttrs<T>(attrs: Readonly<Record<string, Attr>>, body: () => T): T {
    this.attrScopes.push(new Map([...(this.attrScopes.at(-1) ?? []), ...Object.entries(attrs)]));
    try {
      return body();
    } finally {
      this.attrScopes.pop();
    }
  }
  /** Runs `body` with new operations recorded as belonging to the gradient of `op`. */
  withOriginalOp<T>(op: Operation, body: () => T): T {
    const saved = this.originalOp;
    this.originalOp = op;
    try {
      return body();
    } finally {
      this.originalOp = saved;
    }
  }
  /** Replaces gradients of op types by registered names within the block. */
  gradient_override_map(
    op_type_map: Readonly<Record<string, string>> | ReadonlyMap<string, string>,
  ): ContextManager<void> {
    return new SimpleContext(
      () => {
        this.gradientOverrides.push(
          new Map([
            ...(this.gradientOverrides.at(-1) ?? []),
            ...(op_type_map instanceof Map ? op_type_map : Object.entries(op_type_map)),
          ]),
        );
      },
      () => {
        this.gradientOverrides.pop();
      },
    );
  }

  as_graph_def(): GraphDef {
    return graphDefOf(this);
  }
  /** Makes this the default graph inside the block. */
  as_default(): ContextManager<Graph> {
    return new SimpleContext(
      () => {
        stack.push(this);
        return this;
      },
      () => {
        if (stack.at(-1) !== this) throw new RuntimeError("Nesting violated for default stack of Graph objects");
        stack.pop();
      },
    );
  }
}

// The default-graph stack: the one below all others is made on first use.
const stack: Graph[] = [];
let globalDefault: Graph | null = null;

export function getDefaultGraph(): Graph {
  const inner = stack.at(-1);
  if (inner) return inner;
  globalDefault ??= new Graph();
  return globalDefault;
}

/** tf.reset_default_graph. Raises AssertionError inside a `with graph.as_default()` block. */
export function resetDefaultGraph(): void {
  if (stack.length > 0) {
    throw new AssertionError(
      "Do not use tf.reset_default_graph() to clear nested graphs. If you need a cleared graph, exit the nesting and create a new graph.",
    );
  }
  globalDefault = null;
}
