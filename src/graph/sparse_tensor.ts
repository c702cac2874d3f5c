/**
 * SparseTensor: three dense tensors that stand for a mostly empty one; and its value.
 * Source: tf.SparseTensor, tf.SparseTensorValue (tensorflow/python/framework/sparse_tensor.py).
 */

import { ValueError } from "../np/errors.js";
import { repr } from "../py/repr.js";
import { objectRepr } from "./address.js";
import { convertToTensor, type TensorLike } from "./convert.js";
import { scoped } from "./create_op.js";
import { type DType, int64 } from "./dtypes.js";
import type { Graph } from "./graph.js";
import type { Operation } from "./operation.js";
import { EVAL, evaluateIn } from "./sessions.js";
import { constantShapeOf } from "./shape_inference.js";
import type { CallsOf } from "./signature.js";
import { pyClass } from "./signature.js";
import { staticValue } from "./static_value.js";
import type { Tensor } from "./tensor.js";
import type { Dimension, TensorShape } from "./tensor_shape.js";

type Operator = (verb: "mul" | "div" | "truediv", sparse: SparseTensor, dense: unknown) => SparseTensor;
let installed: Operator | null = null;

/** What the operators of sparse tensors emit; the ops layer says. */
export function installSparseOperators(emit: Operator): void {
  installed = emit;
}
function operator(verb: "mul" | "div" | "truediv", sparse: SparseTensor, dense: unknown): SparseTensor {
  if (installed === null) throw new Error("operators of sparse tensors are not installed: import the package's entry");
  return installed(verb, sparse, dense);
}

export interface SparseTensorParts {
  readonly indices: TensorLike;
  readonly values: TensorLike;
  readonly dense_shape: TensorLike;
}

export class SparseTensor {
  readonly isSparseTensor = true;
  /** int64 [N, rank]: where the values stand, in row-major order for most ops. */
  readonly indices: Tensor;
  /** [N], any dtype. */
  readonly values: Tensor;
  /** int64 [rank]. */
  readonly dense_shape: Tensor;

  /** Raises ValueError when ranks or lengths contradict each other. */
  constructor(indices: TensorLike, values: TensorLike, dense_shape: TensorLike) {
    const parts = scoped(null, "SparseTensor", [indices, values, dense_shape], () => ({
      indices: convertToTensor(indices, { name: "indices", dtype: int64 }),
      values: convertToTensor(values, { name: "values" }),
      dense_shape: convertToTensor(dense_shape, { name: "dense_shape", dtype: int64 }),
    }));
    this.indices = parts.indices;
    this.values = parts.values;
    this.dense_shape = parts.dense_shape;
    const i = this.indices.shape.with_rank(2);
    const v = this.values.shape.with_rank(1);
    const d = this.dense_shape.shape.with_rank(1);
    mergeDimensions(i.at(0), v.at(0));
    mergeDimensions(i.at(1), d.at(0));
  }

  static from_value(value: SparseTensor | SparseTensorParts): SparseTensor {
    return new SparseTensor(value.indices, value.values, value.dense_shape);
  }

  get op(): Operation {
    return this.values.op;
  }
  get dtype(): DType {
    return this.values.dtype;
  }
  get graph(): Graph {
    return this.indices.graph;
  }
  /** Static shape, as far as dense_shape is constant and Python sees that: it looks through a few op types only. */
  get shape(): TensorShape {
    // Python follows a few op types back to a shape; what else a run would compute it doesn't ask for.
    return constantShapeOf(this.dense_shape, staticValue);
  }
  get_shape(): TensorShape {
    return this.shape;
  }
  /** `sparse * dense`: the entries times the dense tensor's elements at their places. */
  mul(dense: TensorLike): SparseTensor {
    return operator("mul", this, dense);
  }
  truediv(dense: TensorLike): SparseTensor {
    return operator("truediv", this, dense);
  }
  div(dense: TensorLike): SparseTensor {
    return operator("div", this, dense);
  }
  eval(...args: CallsOf<typeof EVAL>): unknown {
    const { feed_dict, session } = EVAL.bind(args);
    return evaluateIn(this.graph, this, feed_dict, session);
  }
  __str__(): string {
    return `SparseTensor(indices=${this.indices}, values=${this.values}, dense_shape=${this.dense_shape})`;
  }
  __repr__(): string {
    return objectRepr(this, "tensorflow.python.framework.sparse_tensor.SparseTensor");
  }
  toString(): string {
    return this.__str__();
  }
}

function mergeDimensions(a: Dimension, b: Dimension): void {
  if (!a.is_compatible_with(b)) throw new ValueError(`Dimensions ${a} and ${b} are not compatible`);
}

/** Value of a sparse tensor, as Session.run gives it and feed_dict takes it: a named tuple. */
export class SparseTensorValue<I = unknown, V = unknown, S = unknown> {
  readonly indices: I;
  readonly values: V;
  readonly dense_shape: S;

  constructor(indices: I, values: V, dense_shape: S) {
    this.indices = indices;
    this.values = values;
    this.dense_shape = dense_shape;
  }
  *[Symbol.iterator](): Iterator<I | V | S> {
    yield this.indices;
    yield this.values;
    yield this.dense_shape;
  }
  __repr__(): string {
    return `SparseTensorValue(indices=${repr(this.indices)}, values=${repr(this.values)}, dense_shape=${repr(this.dense_shape)})`;
  }
  __str__(): string {
    return this.__repr__();
  }
  toString(): string {
    return this.__repr__();
  }
}

/** tf.SparseTensor */
export const SparseTensorClass = pyClass<SparseTensorParts>()(
  "SparseTensor",
  "(indices, values, dense_shape)",
  SparseTensor.prototype,
  (p) => new SparseTensor(p.indices, p.values, p.dense_shape),
);

/** tf.SparseTensorValue */
export const SparseTensorValueClass = pyClass<{ indices: unknown; values: unknown; dense_shape: unknown }>()(
  "SparseTensorValue",
  "(indices, values, dense_shape)",
  SparseTensorValue.prototype as SparseTensorValue,
  (p) => new SparseTensorValue(p.indices, p.values, p.dense_shape),
);
