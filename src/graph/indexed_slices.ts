/**
 * IndexedSlices: a sparse gradient, rows `values` of a larger tensor at `indices`.
 * Source: tf.IndexedSlices (tensorflow/python/framework/indexed_slices.py).
 */
import { repr } from "../py/repr.js";
import { objectRepr } from "./address.js";
import type { DType } from "./dtypes.js";
import type { Graph } from "./graph.js";
import type { Operation } from "./operation.js";
import type { Tensor } from "./tensor.js";
import { TensorShape } from "./tensor_shape.js";

type Densify = (slices: IndexedSlices, name: string | null) => Tensor;
let toDense: Densify | null = null;

export function installSlicesConversion(densify: Densify): void {
  toDense = densify;
}

export class IndexedSlices {
  readonly values: Tensor;
  readonly indices: Tensor;
  readonly dense_shape: Tensor | null;

  constructor(values: Tensor, indices: Tensor, dense_shape: Tensor | null = null) {
    this.values = values;
    this.indices = indices;
    this.dense_shape = dense_shape;
  }
  get dtype(): DType {
    return this.values.dtype;
  }
  get op(): Operation {
    return this.values.op;
  }
  get name(): string {
    return this.values.name;
  }
  get device(): string {
    return this.values.device;
  }
  get graph(): Graph {
    return this.values.graph;
  }
  get shape(): TensorShape {
    return new TensorShape(null);
  }
  /** As a dense tensor, rows of equal index summed. The ops layer says which operations do that. */
  toTensor(_dtype: DType | null, name: string | null, _asRef: boolean): Tensor {
    if (toDense === null) throw new Error("conversion of IndexedSlices is not installed: import the package's entry");
    return toDense(this, name);
  }
  asGraphElement(): Tensor {
    return this.values;
  }
  __str__(): string {
    const shape = this.dense_shape ? `, dense_shape=${this.dense_shape}` : "";
    return `IndexedSlices(indices=${this.indices}, values=${this.values}${shape})`;
  }
  __repr__(): string {
    return objectRepr(this, "tensorflow.python.framework.indexed_slices.IndexedSlices");
  }
  toString(): string {
    return this.__str__();
  }
}

/** Python value of a fetched IndexedSlices. Source: tf.IndexedSlicesValue. */
export class IndexedSlicesValue<T = unknown> {
  readonly values: T;
  readonly indices: T;
  readonly dense_shape: T | null;

  constructor(values: T, indices: T, dense_shape: T | null) {
    this.values = values;
    this.indices = indices;
    this.dense_shape = dense_shape;
  }
  __repr__(): string {
    return `IndexedSlicesValue(values=${repr(this.values)}, indices=${repr(this.indices)}, dense_shape=${repr(this.dense_shape)})`;
  }
  toString(): string {
    return this.__repr__();
  }
}
