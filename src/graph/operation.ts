/**
 * Operation: a node of a graph.
 * Source: tf.Operation (tensorflow/python/framework/ops.py).
 */

import { ValueError } from "../np/errors.js";
import type { Attr, Attrs, AttrValue } from "./attr.js";
import { CallSite } from "./call_site.js";
import type { ControlFlowContext } from "./control_flow.js";
import type { DType } from "./dtypes.js";
import type { Graph } from "./graph.js";
import { type NodeDef, nodeDefOf } from "./node_def.js";
import type { OpDef } from "./op_def.js";
import { EVAL, runIn } from "./sessions.js";
import type { CallsOf } from "./signature.js";
import { Tensor } from "./tensor.js";
import { type TensorShape, unknownShape } from "./tensor_shape.js";

export interface OperationInit {
  readonly graph: Graph;
  readonly id: number;
  readonly name: string;
  readonly def: OpDef;
  readonly inputs: readonly Tensor[];
  /** Expected types of the inputs: reference types where the op asks for a variable. */
  readonly inputTypes: readonly DType[];
  readonly controlInputs: readonly Operation[];
  readonly attrs: Map<string, Attr>;
  readonly outputTypes: readonly DType[];
  readonly originalOp: Operation | null;
}

export class Operation {
  readonly graph: Graph;
  readonly name: string;
  readonly op_def: OpDef;
  readonly outputs: readonly Tensor[];
  /** 1 for the first operation of a graph; grows with every one made. */
  readonly id: number;
  /** The forward operation whose gradient this is part of. */
  readonly originalOp: Operation | null;
  readonly inputTypes: readonly DType[];
  /** The branch or loop body this belongs to; null at the graph's top level. */
  controlFlowContext: ControlFlowContext | null = null;
  private readonly site = new CallSite();
  private inputList: Tensor[];
  private controlList: Operation[];
  private readonly attrMap: Map<string, Attr>;
  private readonly replaced = new Set<number>();
  private deviceName = "";

  constructor(init: OperationInit) {
    this.graph = init.graph;
    this.id = init.id;
    this.name = init.name;
    this.op_def = init.def;
    this.inputList = [...init.inputs];
    this.inputTypes = init.inputTypes;
    this.controlList = [...init.controlInputs];
    this.attrMap = init.attrs;
    this.originalOp = init.originalOp;
    this.outputs = init.outputTypes.map((t, i) => new Tensor(this, i, t, unknownShape));
    for (const t of this.inputList) t.addConsumer(this);
  }

  /** "file.ts:12" where the user's code made this operation; error texts of a run point there. */
  get definedAt(): string {
    return this.site.toString();
  }
  get type(): string {
    return this.op_def.name;
  }
  get inputs(): readonly Tensor[] {
    return this.inputList;
  }
  get control_inputs(): readonly Operation[] {
    return this.controlList;
  }
  get device(): string {
    return this.deviceName;
  }
  get attrs(): Attrs {
    return this.attrMap;
  }
  get node_def(): NodeDef {
    return nodeDefOf(this);
  }
  get_attr(name: string): AttrValue {
    const found = this.attrMap.get(name);
    if (!found) throw new ValueError(`Operation '${this.name}' has no attr named '${name}'.`);
    return found.value;
  }
  /** An attribute whose kind the caller knows from the op's signature. */
  attr<T extends AttrValue>(name: string): T {
    return this.get_attr(name) as T;
  }
  hasAttr(name: string): boolean {
    return this.attrMap.has(name);
  }
  values(): readonly Tensor[] {
    return this.outputs;
  }
  /** `loc:@name` groups; an operation without any is its own group. */
  colocation_groups(): readonly string[] {
    const groups = this.attrMap.get("_class");
    if (groups) return groups.value as readonly string[];
    return [`loc:@${this.name}`];
  }
  run(...args: CallsOf<typeof EVAL>): void {
    const { feed_dict, session } = EVAL.bind(args);
    runIn(this.graph, this, feed_dict, session);
  }

  // For the graph layer, which alone edits operations.
  setAttr(name: string, attr: Attr): void {
    this.attrMap.set(name, attr);
    this.edited();
  }
  setDevice(device: string): void {
    this.deviceName = device;
  }
  addControlInput(op: Operation): void {
    if (!this.controlList.includes(op)) this.controlList.push(op);
    this.edited();
  }
  replaceControlInputs(ops: readonly Operation[]): void {
    this.controlList = [...ops];
    this.edited();
  }
  /** While an operation is being made nothing can be compiled from it yet. */
  private edited(): void {
    if (this.id < this.graph.version) this.graph.touch();
  }
  /** Whether an input is another than the operation was made with. */
  wasReplaced(index: number): boolean {
    return this.replaced.has(index);
  }
  updateInput(index: number, tensor: Tensor): void {
    this.replaced.add(index);
    this.inputList[index]!.removeConsumer(this);
    this.inputList[index] = tensor;
    tensor.addConsumer(this);
    this.edited();
  }
  setOutputShapes(shapes: readonly TensorShape[]): void {
    shapes.forEach((s, i) => {
      this.outputs[i]?.set_shape(s);
    });
  }

  __str__(): string {
    return String(this.node_def);
  }
  __repr__(): string {
    return `<tf.Operation '${this.name}' type=${this.type}>`;
  }
  toString(): string {
    return this.__repr__();
  }
}
