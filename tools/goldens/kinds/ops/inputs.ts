/**
 * Encoded arguments as graph inputs, with their feeds and the float inputs that gradients are taken for.
 * Source: class Inputs of the goldens' ops_golden.py.
 */

import { tf } from "../../../../src/compat/index.js";
import type { DTypeLike } from "../../../../src/graph/dtypes.js";
import type { SparseTensor } from "../../../../src/graph/sparse_tensor.js";
import type { Tensor } from "../../../../src/graph/tensor.js";
import { decode, decodeArray, type Json } from "../../values.js";
import type { Feeds } from "./case.js";

type Marked = { readonly [key: string]: Json };

const FLOATS = new Set(["float16", "float32", "float64"]);

export function isFloat(dtype: string): boolean {
  return FLOATS.has(dtype);
}

export class Inputs {
  readonly feedDict = new Map<Tensor | SparseTensor, unknown>();
  /** Float inputs in order; for a sparse one its values. */
  readonly floats: Tensor[] = [];
  private readonly feeds: Feeds;

  constructor(feeds: Feeds) {
    this.feeds = feeds;
  }

  /** An argument as the value to pass; lists stay lists. */
  build(arg: Json): unknown {
    if (arg === null || typeof arg !== "object") return arg;
    if (Array.isArray(arg)) return arg.map((item: Json) => this.build(item));
    const marked = arg as Marked;
    if (marked["$t"] !== undefined) return this.tensor(marked["$t"] as Marked);
    if (marked["$sparse"] !== undefined) return this.sparse(marked["$sparse"] as Marked);
    if (marked["$dtype"] !== undefined) return tf.as_dtype(marked["$dtype"] as DTypeLike & string);
    const mark = Object.keys(marked)[0];
    if (mark?.startsWith("$")) return decode(arg);
    return Object.fromEntries(Object.entries(marked).map(([key, item]) => [key, this.build(item)]));
  }

  private tensor(t: Marked): Tensor {
    const array = decodeArray(t);
    const name = String(t["dtype"]);
    const dtype = tf.as_dtype(name as DTypeLike & string);
    let x: Tensor;
    if (this.feeds === "const") x = tf.constant(array, { dtype, shape: array.shape });
    else {
      const shape = this.feeds === "placeholder_unknown_rank" ? null : array.shape.map(() => null);
      x = tf.placeholder(dtype, shape);
      this.feedDict.set(x, array);
    }
    if (isFloat(name)) this.floats.push(x);
    return x;
  }

  private sparse(s: Marked): SparseTensor {
    const part = (key: string) => (s[key] as Marked)["$t"] as Marked;
    const indices = decodeArray(part("indices"));
    const values = decodeArray(part("values"));
    const denseShape = decodeArray(part("dense_shape"));
    const name = String(part("values")["dtype"]);
    const dtype = tf.as_dtype(name as DTypeLike & string);
    let x: SparseTensor;
    if (this.feeds === "const") {
      const empty = values.size === 0;
      x = new tf.SparseTensor(indices, empty ? tf.constant(values, { dtype, shape: [0] }) : values, denseShape);
    } else {
      x = tf.sparse_placeholder(dtype);
      this.feedDict.set(x, new tf.SparseTensorValue(indices, values, denseShape));
    }
    if (isFloat(name)) this.floats.push(x.values);
    return x;
  }
}
