/**
 * Propagates shapes and constant values through a plan's nodes, running kernels whose inputs are known.
 * Source: grappler's constant folding (tensorflow/core/grappler/optimizers/constant_folding.cc).
 */
import type { AttrValue } from "../graph/attr.js";
import type { DType } from "../graph/dtypes.js";
import { KernelError } from "../graph/errors.js";
import type { KernelContext, Value, VariableStore } from "../graph/kernel.js";
import { type ShapeContext, ShapeError, shapeBehind } from "../graph/shape_inference.js";
import { TensorShape, unknownShape } from "../graph/tensor_shape.js";
import { ValueError } from "../np/errors.js";
import type { Strided } from "../np/strided.js";
import { dtypeOf, hasControlFlow, type Ir, type IrEdge, type IrNode, knownValue, shapeOf } from "./ir.js";
import { LoopShapes } from "./loop_shapes.js";
import { arrayFromValue, DenseValue, intsOfValue, makeValue, valueFromArray } from "./value.js";

/** Results larger than this are computed in each run, unless the inputs are as large. */
const MAX_FOLDED_BYTES = 100 * 1024;

class IrShapeContext implements ShapeContext {
  private readonly node: IrNode;
  constructor(node: IrNode) {
    this.node = node;
  }
  get type(): string {
    return this.node.type;
  }
  get inputCount(): number {
    return this.node.inputs.length;
  }
  get outputCount(): number {
    return this.node.outputTypes.length;
  }
  input(i: number): TensorShape {
    return shapeOf(this.node.inputs[i]!);
  }
  inputDType(i: number): DType {
    return dtypeOf(this.node.inputs[i]!);
  }
  outputDType(i: number): DType {
    return this.node.outputTypes[i]!.base_dtype;
  }
  constant(i: number): Strided | null {
    const v = knownValue(this.node.inputs[i]!);
    return v ? arrayFromValue(v) : null;
  }
  constantShape(i: number): TensorShape {
    return shapeHeldBy(this.node.inputs[i]!);
  }
  handleShape(i: number): TensorShape {
    return shapeBehind<IrNode>(this.node.inputs[i]!.node);
  }
  attr<T extends AttrValue>(name: string): T {
    return this.node.attr<T & AttrValue>(name);
  }
  hasAttr(name: string): boolean {
    return this.node.attrs.has(name);
  }
}

/** A tensor of integers read as a shape; unknown where its value is. */
function shapeHeldBy(e: IrEdge): TensorShape {
  const v = knownValue(e);
  if (v) return v.shape.length === 0 ? unknownShape : new TensorShape(intsOfValue(v).map((d) => (d < 0 ? null : d)));
  if (e.node.type === "Shape") return shapeOf(e.node.inputs[0]!);
  const dims = shapeOf(e).known;
  return dims?.length === 1 ? new TensorShape(new Array<null>(dims[0]!).fill(null)) : unknownShape;
}

/** Runs a kernel once on values that are known while planning. */
class FoldContext implements KernelContext {
  readonly type: string;
  readonly name: string;
  readonly inputCount: number;
  readonly outputTypes: readonly DType[];
  readonly outputs: (Value | null)[];
  private readonly node: IrNode;
  private readonly given: readonly Value[] | null;

  /** `given` are the inputs' values where they aren't known while planning. */
  constructor(node: IrNode, given: readonly Value[] | null = null) {
    this.node = node;
    this.given = given;
    this.type = node.type;
    this.name = node.name;
    this.inputCount = node.inputs.length;
    this.outputTypes = node.outputTypes;
    this.outputs = node.outputTypes.map(() => null);
  }
  attr<T extends AttrValue>(name: string): T {
    return this.node.attr<T & AttrValue>(name);
  }
  input(i: number): Value {
    if (this.given) return this.given[i]!;
    const e = this.node.inputs[i]!;
    return knownValue(e) ?? new ShapeOnly(dtypeOf(e), shapeOf(e).known!);
  }
  ints(i: number): number[] {
    return intsOfValue(this.input(i));
  }
  readsData(): void {}
  knownShape(i: number): readonly number[] | null {
    return this.node.shapes[i]!.known;
  }
  output(i: number, shape: readonly number[]): Value {
    const made = makeValue(this.outputTypes[i]!.base_dtype, shape);
    this.outputs[i] = made;
    return made;
  }
  alias(i: number, from: number, shape?: readonly number[]): Value {
    const v = this.input(from);
    const made = new DenseValue(this.outputTypes[i]!.base_dtype, shape ?? v.shape, v.data);
    this.outputs[i] = made;
    return made;
  }
  mayOverwrite(): boolean {
    return false;
  }
  variable(): VariableStore {
    throw new Error("a kernel with variables is never folded");
  }
  outputVariable(): void {
    throw new Error("a kernel with variables is never folded");
  }
  state<T extends object>(create: () => T): T {
    return create();
  }
}

/** A value of which only the shape is known; reading its data is a mistake of the kernel's record. */
class ShapeOnly implements Value {
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly size: number;
  constructor(dtype: DType, shape: readonly number[]) {
    this.dtype = dtype;
    this.shape = shape;
    this.size = shape.reduce((a, b) => a * b, 1);
  }
  get data(): never {
    throw new Error("a shape-only kernel read data");
  }
}

function isPure(node: IrNode): boolean {
  const record = node.record;
  const def = node.def;
  if (!record?.kernel || !def) return false;
  return (
    !def.isStateful && !record.impure && !def.inputs.some((a) => a.isRef) && !node.outputTypes.some((t) => t.isRef)
  );
}

function canFold(node: IrNode): boolean {
  if (!isPure(node)) return false;
  if (node.record!.shapeOnly)
    return node.inputs.every((e) => shapeOf(e).isFullyDefined && dtypeOf(e).numpyName !== null);
  return node.inputs.every((e) => knownValue(e) !== null);
}

/** What a node's own kernel makes of these inputs; its record must have one, without state. */
export function compute(node: IrNode, inputs: readonly Value[]): Value[] {
  const k = new FoldContext(node, inputs);
  node.record!.kernel!(k)?.();
  return k.outputs.map((v) => v!);
}

function bytes(v: { readonly size: number; readonly dtype: DType }): number {
  return v.size * v.dtype.size;
}

function foldNode(node: IrNode): void {
  if (node.type === "Const") {
    node.values = [valueFromArray(node.attr<DType>("dtype"), node.attr<Strided>("value"))];
    return;
  }
  const inputBytes = node.inputs.reduce((n, e) => n + (knownValue(e) ? bytes(knownValue(e)!) : 0), 0);
  const size = node.shapes.reduce((n, s, i) => n + (s.num_elements() ?? 0) * node.outputTypes[i]!.size, 0);
  if (size > MAX_FOLDED_BYTES && size > inputBytes) return;
  const k = new FoldContext(node);
  try {
    node.record!.kernel!(k)?.();
  } catch (error) {
    // What fails here fails again when run, and is reported there with its node.
    if (error instanceof KernelError) return;
    throw error;
  }
  if (k.outputs.every((v) => v !== null)) {
    node.values = k.outputs;
    node.shapes = k.outputs.map((v) => new TensorShape(v.shape));
  }
}

/** Nodes that may not run: what comes after a switch. */
function afterSwitches(ir: Ir): ReadonlySet<IrNode> {
  const found = new Set<IrNode>();
  for (const node of ir.nodes) {
    if (node.type === "Switch" || node.type === "RefSwitch") found.add(node);
    else if (node.inputs.some((e) => found.has(e.node)) || node.controls.some((c) => found.has(c))) found.add(node);
  }
  return found;
}

/** A folded node still runs only where what it was folded from does. */
function keepGates(node: IrNode, mayBeDead: ReadonlySet<IrNode>): void {
  const controls = new Set(node.controls);
  const gates: IrEdge[] = [];
  for (const e of node.inputs) {
    if (e.node.isConstant) {
      for (const c of e.node.controls) controls.add(c);
      gates.push(...e.node.gates);
    } else if (mayBeDead.has(e.node)) gates.push(e);
  }
  node.controls = [...controls];
  node.gates = gates;
}

function pass(
  ir: Ir,
  feedShapes: ReadonlyMap<IrNode, readonly number[]> | null,
  loops: LoopShapes | null,
  mayBeDead: ReadonlySet<IrNode>,
): void {
  for (const node of ir.nodes) {
    if (node.isConstant) continue;
    if (node.isFeed) {
      const fed = feedShapes?.get(node);
      if (fed) node.shapes = [new TensorShape(fed)];
      continue;
    }
    const assumed = loops?.assumed(node);
    if (assumed) {
      node.shapes = [assumed, ...node.shapes.slice(1)];
      continue;
    }
    const infer = node.record?.shape;
    if (infer && (feedShapes || node.source === null)) {
      try {
        const inferred = infer(new IrShapeContext(node));
        node.shapes = inferred.map((s, i) => merged(node.shapes[i]!, s));
      } catch (error) {
        // A run whose shapes don't fit fails in the kernel, with the runtime's text.
        if (!(error instanceof ShapeError || error instanceof ValueError)) throw error;
      }
    }
    if (canFold(node) && ir.mayFold(node)) {
      foldNode(node);
      if (node.isConstant && mayBeDead.size > 0) keepGates(node, mayBeDead);
    }
  }
}

/**
 * Walks the nodes in order: shapes from the inputs' (merged with what the graph knows), values where all is known.
 * `feedShapes` gives the shapes of this run's feeds; without it only what the graph says counts. The shape of a loop's
 * variable is taken to be that of its first value, until an iteration is seen to change it.
 */
export function propagate(ir: Ir, feedShapes: ReadonlyMap<IrNode, readonly number[]> | null): void {
  if (!hasControlFlow(ir)) {
    pass(ir, feedShapes, null, new Set());
    return;
  }
  const mayBeDead = afterSwitches(ir);
  const loops = new LoopShapes(ir);
  const saved = ir.nodes.map((n) => ({ n, shapes: n.shapes, values: n.values, gates: n.gates, controls: n.controls }));
  pass(ir, feedShapes, loops, mayBeDead);
  while (loops.widen()) {
    for (const { n, ...state } of saved) Object.assign(n, state);
    pass(ir, feedShapes, loops, mayBeDead);
  }
}

/** What follows from the feeds wins: set_shape is a promise that a run may break. */
function merged(known: TensorShape, inferred: TensorShape): TensorShape {
  return known.is_compatible_with(inferred) ? known.merge_with(inferred) : inferred;
}
