/**
 * Static shapes of an operation's outputs, from the shapes and constant values of its inputs.
 * Source: InferenceContext, ShapeRefiner (tensorflow/core/framework, common_runtime).
 */
import { ValueError } from "../np/errors.js";
import type { Strided } from "../np/strided.js";
import type { Attrs, AttrValue } from "./attr.js";
import { type DType, float32 } from "./dtypes.js";
import type { Operation } from "./operation.js";
import { recordOf } from "./registry.js";
import type { Tensor } from "./tensor.js";
import { type Dims, TensorShape, unknownShape } from "./tensor_shape.js";

export interface ShapeContext {
  readonly type: string;
  readonly inputCount: number;
  readonly outputCount: number;
  input(i: number): TensorShape;
  inputDType(i: number): DType;
  outputDType(i: number): DType;
  /** The value of an input where it is known before running, else null. */
  constant(i: number): Strided | null;
  /** An input that holds a shape, as far as its elements are known. */
  constantShape(i: number): TensorShape;
  /** The shape of the variable behind a resource input, as far as it is known. */
  handleShape(i: number): TensorShape;
  attr<T extends AttrValue>(name: string): T;
  hasAttr(name: string): boolean;
}

export type ShapeFn = (c: ShapeContext) => readonly TensorShape[];

/** Thrown by shape functions; the graph adds the operation and its input shapes to the text. */
export class ShapeError extends Error {}

type Evaluator = (tensor: Tensor) => Strided | null;
let evaluator: Evaluator = () => null;

/** The engine's constant evaluator: the value of a tensor that depends on constants only, else null. */
export function installConstantEvaluator(evaluate: Evaluator): void {
  evaluator = evaluate;
}

/** The value of a tensor where it is known without running the graph, else null. Source: tf.get_static_value. */
export function constantValue(tensor: Tensor): Strided | null {
  if (tensor.op.type === "Const") return tensor.op.attr<Strided>("value");
  return evaluator(tensor);
}

/** Integers of a rank-0 or rank-1 array, as numbers. */
export function intsOf(array: Strided): number[] {
  const out = new Array<number>(array.size);
  const step = array.strides[0] ?? 0;
  for (let i = 0; i < out.length; i++) out[i] = Number(array.data[array.offset + i * step]);
  return out;
}

/** Elements that say "unknown" (-1) become unknown dimensions. */
function dimsOf(array: Strided): TensorShape {
  if (array.ndim === 0) return unknownShape;
  return new TensorShape(intsOf(array).map((d) => (d < 0 ? null : d)));
}

/** A tensor that holds a shape, read as a shape, following Shape, Pack, ConcatV2, StridedSlice and Cast back. */
export function constantShapeOf(tensor: Tensor, evaluate: Evaluator = constantValue): TensorShape {
  const rank = tensor.shape.dims;
  if (rank?.length === 0) return scalarAsShape(tensor, evaluate);
  const op = tensor.op;
  switch (op.type) {
    case "Shape":
      return op.inputs[0]!.shape;
    case "Cast":
      return constantShapeOf(op.inputs[0]!, evaluate);
    case "Pack": {
      if (op.inputs.some((t) => t.shape.rank !== 0)) break;
      return new TensorShape(op.inputs.map((t) => dimOf(t, evaluate)));
    }
    case "ConcatV2": {
      const parts = op.inputs.slice(0, -1).map((t) => constantShapeOf(t, evaluate));
      return parts.reduce((a, b) => a.concatenate(b));
    }
    case "StridedSlice": {
      const sliced = slicedShape(op, evaluate);
      if (sliced) return sliced;
      break;
    }
  }
  const value = evaluate(tensor);
  if (value) return dimsOf(value);
  const n = rank?.length === 1 ? rank[0] : null;
  return n === null || n === undefined ? unknownShape : new TensorShape(new Array<null>(n).fill(null));
}

function scalarAsShape(tensor: Tensor, evaluate: Evaluator): TensorShape {
  const value = evaluate(tensor);
  if (value && intsOf(value)[0] === -1) return unknownShape;
  return unknownShape;
}

function dimOf(scalar: Tensor, evaluate: Evaluator): number | null {
  const value = evaluate(scalar);
  if (value) {
    const d = intsOf(value)[0]!;
    return d < 0 ? null : d;
  }
  // shape(x)[i] with the dimension known although x's value is not
  if (scalar.op.type === "StridedSlice" && scalar.op.attr<number>("shrink_axis_mask") === 1) {
    const begin = evaluate(scalar.op.inputs[1]!);
    const source = constantShapeOf(scalar.op.inputs[0]!, evaluate).dims;
    if (begin && source) return source.at(intsOf(begin)[0]!) ?? null;
  }
  return null;
}

function slicedShape(op: Operation, evaluate: Evaluator): TensorShape | null {
  const mask = (name: string) => Number(op.attr<number>(name));
  if (mask("shrink_axis_mask") !== 0 || mask("ellipsis_mask") !== 0 || mask("new_axis_mask") !== 0) return null;
  const [begin, end, strides] = [1, 2, 3].map((i) => evaluate(op.inputs[i]!));
  if (!begin || !end || !strides || begin.size !== 1) return null;
  const dims: Dims | null = constantShapeOf(op.inputs[0]!, evaluate).dims;
  if (!dims || intsOf(strides)[0] !== 1) return null;
  const from = mask("begin_mask") & 1 ? 0 : intsOf(begin)[0]!;
  const to = mask("end_mask") & 1 ? dims.length : intsOf(end)[0]!;
  return new TensorShape(dims.slice(from, to));
}

/** Op types whose outputs are handles given to them. */
const PASS_HANDLES = new Set(["Identity", "Switch", "Merge", "Enter", "Exit", "NextIteration"]);

/** What makes handles, as far as their shapes go: operations and the nodes of a plan. */
interface HandleSource<N> {
  readonly type: string;
  readonly attrs: Attrs;
  readonly inputs: readonly { readonly op?: N; readonly node?: N }[];
}

/** What made the handle that is passed on here; undefined where that can't be said. */
function handleMaker<N extends HandleSource<N>>(source: N): N | undefined {
  let at: N | undefined = source;
  while (at && PASS_HANDLES.has(at.type)) at = at.inputs[0]?.op ?? at.inputs[0]?.node;
  return at?.type === "VarHandleOp" ? at : undefined;
}

/** The shape of the variable that a handle stands for; unknown where that can't be said. */
export function shapeBehind<N extends HandleSource<N>>(source: N): TensorShape {
  const shape = handleMaker(source)?.attrs.get("shape")?.value;
  return shape instanceof TensorShape ? shape : unknownShape;
}

/** The type of the variable that a handle stands for; float32 where that can't be said. */
export function dtypeBehind(handle: Tensor): DType {
  return (handleMaker<Operation>(handle.op)?.attrs.get("dtype")?.value as DType | undefined) ?? float32;
}

/** A shape of as many unknown dimensions as a vector has elements. */
function ofLength(vector: TensorShape): TensorShape {
  const n = vector.dims?.length === 1 ? vector.dims[0]! : null;
  return n === null ? unknownShape : new TensorShape(new Array<null>(n).fill(null));
}

class OperationShapeContext implements ShapeContext {
  private readonly op: Operation;
  /** False in the first look: no input's value is known then, only that somebody asks. */
  private readonly withValues: boolean;
  readonly askedValues = new Map<number, Strided>();
  readonly askedShapes = new Map<number, TensorShape>();

  constructor(op: Operation, withValues: boolean) {
    this.op = op;
    this.withValues = withValues;
  }
  /** Whether values of inputs would change what was inferred. */
  hasAsked = false;
  get type(): string {
    return this.op.type;
  }
  get inputCount(): number {
    return this.op.inputs.length;
  }
  get outputCount(): number {
    return this.op.outputs.length;
  }
  input(i: number): TensorShape {
    return this.op.inputs[i]!.shape;
  }
  inputDType(i: number): DType {
    return this.op.inputs[i]!.dtype.base_dtype;
  }
  outputDType(i: number): DType {
    return this.op.outputs[i]!.dtype.base_dtype;
  }
  constant(i: number): Strided | null {
    this.hasAsked = true;
    if (!this.withValues) return null;
    const value = constantValue(this.op.inputs[i]!);
    if (value) this.askedValues.set(i, value);
    return value;
  }
  constantShape(i: number): TensorShape {
    const tensor = this.op.inputs[i]!;
    if (tensor.shape.rank !== null && tensor.shape.rank > 1) {
      throw new ShapeError(`Input tensor must be rank 1, but was rank ${tensor.shape.rank}`);
    }
    this.hasAsked = true;
    if (!this.withValues) return ofLength(tensor.shape);
    const shape = constantShapeOf(tensor);
    if (shape.dims) this.askedShapes.set(i, shape);
    return shape;
  }
  handleShape(i: number): TensorShape {
    return shapeBehind<Operation>(this.op.inputs[i]!.op);
  }
  attr<T extends AttrValue>(name: string): T {
    return this.op.attr<T>(name);
  }
  hasAttr(name: string): boolean {
    return this.op.hasAttr(name);
  }
}

/** The runtime's short text of a small array: `2 3`, of rows `[1 2][3 4]`. */
function summarize(array: Strided): string {
  if (array.ndim === 0) return String(array.data[array.offset]);
  const row = (offset: number, axis: number): string => {
    const items = Array.from({ length: array.shape[axis]! }, (_, i) => {
      const at = offset + i * array.strides[axis]!;
      return axis === array.ndim - 1 ? String(array.data[at]) : `[${row(at, axis + 1)}]`;
    });
    return items.join(axis === array.ndim - 1 ? " " : "");
  };
  return row(array.offset, 0);
}

function explain(op: Operation, c: OperationShapeContext, message: string): ValueError {
  const shapes = op.inputs.map((t) => t.shape.toRuntimeString()).join(", ");
  let text = `${message} for '${op.name}' (op: '${op.type}') with input shapes: ${shapes}`;
  // What was asked for as a shape is shown as one.
  const values = [...c.askedValues].filter(([i]) => !c.askedShapes.has(i));
  if (values.length > 0) {
    const list = values.sort(([a], [b]) => a - b).map(([i, v]) => `input[${i}] = <${summarize(v)}>`);
    text += ` and with computed input tensors: ${list.join(", ")}`;
  }
  const partial = [...c.askedShapes].sort(([a], [b]) => a - b);
  if (partial.length > 0) {
    text += ` and with input tensors computed as partial shapes: ${partial.map(([i, s]) => `input[${i}] = ${s.toRuntimeString()}`).join(", ")}`;
  }
  return new ValueError(`${text}.`);
}

/** Output shapes of a new operation; unknown where its type has no shape function. Raises ValueError. */
export function inferShapes(op: Operation): readonly TensorShape[] {
  const shape = recordOf(op.type)?.shape;
  if (!shape) return op.outputs.map(() => unknownShape);
  // As the runtime does: a first look without values, and a second where values were asked for.
  const first = new OperationShapeContext(op, false);
  const inferred = explained(op, first, () => shape(first));
  if (!first.hasAsked) return inferred;
  const second = new OperationShapeContext(op, true);
  return explained(op, second, () => shape(second));
}

function explained<T>(op: Operation, c: OperationShapeContext, body: () => T): T {
  try {
    return body();
  } catch (error) {
    if (error instanceof ShapeError) throw explain(op, c, error.message);
    throw error;
  }
}
