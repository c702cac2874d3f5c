/**
 * Tensor: one output of an operation, with its static shape and Python's operators.
 * Source: tf.Tensor (tensorflow/python/framework/ops.py).
 */

import { NotImplementedError } from "../np/errors.js";
import type { Strided } from "../np/strided.js";
import type { TensorLike } from "./convert.js";
import type { DType } from "./dtypes.js";
import type { Graph } from "./graph.js";
import type { Operation } from "./operation.js";
import { type Index, Operators } from "./operators.js";
import { EVAL, evaluateIn } from "./sessions.js";
import type { CallsOf } from "./signature.js";
import { as_shape, type ShapeLike, type TensorShape } from "./tensor_shape.js";

export class Tensor extends Operators {
  readonly op: Operation;
  readonly value_index: number;
  readonly dtype: DType;
  private staticShape: TensorShape;
  private readonly users: Operation[] = [];

  constructor(op: Operation, index: number, dtype: DType, shape: TensorShape) {
    super();
    this.op = op;
    this.value_index = index;
    this.dtype = dtype;
    this.staticShape = shape;
  }

  get name(): string {
    return `${this.op.name}:${this.value_index}`;
  }
  get graph(): Graph {
    return this.op.graph;
  }
  get device(): string {
    return this.op.device;
  }
  /** The shape as far as it is known before running. */
  get shape(): TensorShape {
    return this.staticShape;
  }
  get_shape(): TensorShape {
    return this.staticShape;
  }
  /** Adds knowledge about the shape. Raises ValueError where it contradicts what is known. */
  set_shape(shape: ShapeLike): void {
    const given = as_shape(shape);
    this.staticShape.refuseMerge(given);
    this.staticShape = this.staticShape.merge_with(given);
  }
  consumers(): Operation[] {
    return [...this.users];
  }
  /** For Graph only: records that `op` reads this tensor. */
  addConsumer(op: Operation): void {
    this.users.push(op);
  }
  removeConsumer(op: Operation): void {
    const i = this.users.indexOf(op);
    if (i >= 0) this.users.splice(i, 1);
  }
  /** Runs what is needed for this tensor in the default session (or the given one). */
  eval(...args: CallsOf<typeof EVAL>): unknown {
    const { feed_dict, session } = EVAL.bind(args);
    return evaluateIn(this.graph, this, feed_dict, session);
  }

  override operand(): Tensor {
    return this;
  }
  /** Python's ==: in TF1 tensors compare by identity. */
  eq(other: unknown): boolean {
    return this === other;
  }
  ne(other: unknown): boolean {
    return this !== other;
  }
  __bool__(): never {
    throw notAllowed("using a `tf.Tensor` as a Python `bool`");
  }
  __len__(): never {
    throw new TypeError(
      `len is not well defined for symbolic Tensors. (${this.name}) Please call \`x.shape\` rather than \`len(x)\` for shape information.`,
    );
  }
  [Symbol.iterator](): Iterator<never> {
    throw notAllowed("iterating over `tf.Tensor`");
  }
  __array__(): Strided {
    throw new NotImplementedError(`Cannot convert a symbolic Tensor (${this.name}) to a numpy array.`);
  }
  __str__(): string {
    const shape = this.shape.dims === null ? "" : `, shape=${this.shape}`;
    const device = this.device === "" ? "" : `, device=${this.device}`;
    return `Tensor("${this.name}"${shape}, dtype=${this.dtype.name}${device})`;
  }
  __repr__(): string {
    return `<tf.Tensor '${this.name}' shape=${this.shape} dtype=${this.dtype.name}>`;
  }
  override toString(): string {
    return this.__str__();
  }
}

/** tf.errors.OperatorNotAllowedInGraphError: Python syntax that needs a value while only a graph exists. */
export class OperatorNotAllowedInGraphError extends TypeError {
  override name = "OperatorNotAllowedInGraphError";
}

function notAllowed(task: string): OperatorNotAllowedInGraphError {
  return new OperatorNotAllowedInGraphError(
    `${task} is not allowed in Graph execution. Use Eager execution or decorate this function with @tf.function.`,
  );
}

export type { Index, TensorLike };
