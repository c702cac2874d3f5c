/**
 * Feeds: which tensors get which values in a run.
 * Source: BaseSession._run (tensorflow/python/client/session.py).
 */

import type { GraphElementHolder } from "../graph/elements.js";
import type { Graph } from "../graph/graph.js";
import { IndexedSlices } from "../graph/indexed_slices.js";
import { toBytes } from "../graph/literal.js";
import { SparseTensor } from "../graph/sparse_tensor.js";
import { Tensor } from "../graph/tensor.js";
import { rowMajorOf, withType } from "../np/casting.js";
import { asStrided } from "../np/convert.js";
import { dtypeOf } from "../np/dtype.js";
import { PyError, ValueError } from "../np/errors.js";
import { NDArray } from "../np/ndarray.js";
import { Strided } from "../np/strided.js";
import { repr } from "../py/repr.js";

/** What can be fed: a tensor or what stands for one, by itself or by name. */
export type FeedKey = Tensor | SparseTensor | IndexedSlices | GraphElementHolder | string;
/** Python's feed_dict: a Map, pairs, or a record by tensor name ("x:0"). */
export type FeedDict =
  | ReadonlyMap<FeedKey, unknown>
  | readonly (readonly [FeedKey, unknown])[]
  | { readonly [name: string]: unknown };

export interface Feed {
  readonly tensor: Tensor;
  readonly value: Strided;
}

/** A feed_dict in any of its forms, as pairs; keys that are tuples of tensors are taken apart. */
export function* feedPairs(feeds: FeedDict): Iterable<readonly [unknown, unknown]> {
  const pairs = feeds instanceof Map ? feeds : Array.isArray(feeds) ? feeds : Object.entries(feeds);
  for (const pair of pairs as Iterable<unknown>) {
    // Pairs stand for a dict; Python takes no other list.
    if (!Array.isArray(pair) || pair.length !== 2) throw new TypeError("input must be a dictionary");
    const [key, value] = pair as readonly unknown[];
    if (key instanceof SparseTensor) yield* parts([key.indices, key.values, key.dense_shape], value, "sparse");
    else if (key instanceof IndexedSlices) {
      const tensors = key.dense_shape ? [key.values, key.indices, key.dense_shape] : [key.values, key.indices];
      yield* parts(tensors, value, "slices");
    } else if (Array.isArray(key)) {
      if (!Array.isArray(value) || value.length !== key.length)
        throw new ValueError("Could not flatten dictionary: the key and the value of a feed differ in structure");
      for (let i = 0; i < key.length; i++) yield [key[i], value[i]];
    } else yield [key, value];
  }
}

function parts(tensors: readonly Tensor[], value: unknown, kind: "sparse" | "slices"): (readonly [unknown, unknown])[] {
  const v = value as { indices?: unknown; values?: unknown; dense_shape?: unknown };
  const named = kind === "sparse" ? [v.indices, v.values, v.dense_shape] : [v.values, v.indices, v.dense_shape];
  if (value instanceof SparseTensor) throw new TypeError("zip argument #2 must support iteration");
  // An array's rows are taken for the parts, as Python's zip does.
  const list = Array.isArray(value) ? value : value instanceof NDArray ? [...value] : named;
  return tensors.map((t, i) => [t, list[i]] as const);
}

/** Checks one feed and turns its value into an array of the tensor's dtype. Raises TypeError and ValueError as TF does. */
export function makeFeed(graph: Graph, key: unknown, value: unknown): Feed {
  const tensor = keyTensor(graph, key);
  if (value instanceof Tensor) {
    throw new TypeError(
      `The value of a feed cannot be a tf.Tensor object. Acceptable feed values include Python scalars, strings, lists, numpy ndarrays, or TensorHandles. For reference, the tensor object was ${value} which was passed to the feed with key ${key}.`,
    );
  }
  const array = feedArray(tensor, value);
  const shape = tensor.shape;
  if (!compatible(shape.dims, array.shape)) {
    const text = `(${array.shape.join(", ")}${array.shape.length === 1 ? "," : ""})`;
    throw new ValueError(`Cannot feed value of shape ${text} for Tensor '${tensor.name}', which has shape '${shape}'`);
  }
  if (!graph.is_feedable(tensor)) throw new ValueError(`Tensor ${tensor} may not be fed.`);
  return { tensor, value: array };
}

function compatible(dims: readonly (number | null)[] | null, shape: readonly number[]): boolean {
  if (dims === null) return true;
  if (dims.length !== shape.length) return false;
  for (let i = 0; i < shape.length; i++) if (dims[i] !== null && dims[i] !== shape[i]) return false;
  return true;
}

function keyTensor(graph: Graph, key: unknown): Tensor {
  if (key instanceof Tensor && key.graph === graph) return key;
  try {
    return graph.as_graph_element(key as Tensor, { allow_operation: false }) as Tensor;
  } catch (error) {
    if (error instanceof PyError || error instanceof TypeError)
      throw new TypeError(`Cannot interpret feed_dict key as Tensor: ${error.message}`);
    throw error;
  }
}

function feedArray(tensor: Tensor, value: unknown): Strided {
  const dtype = tensor.dtype.base_dtype;
  if (dtype.baseName === "string") {
    if (typeof value === "number" && Number.isInteger(value)) {
      throw new TypeError(
        `Type of feed value ${repr(value)} with type <class 'int'> is not compatible with Tensor type <class 'object'>. Try explicitly setting the type of the feed tensor to a larger type (e.g. int64).`,
      );
    }
    const objects = asStrided(value, null);
    const dense = rowMajorOf(objects);
    const data = Array.from({ length: dense.size }, (_, i) => toBytes((dense.data as unknown[])[dense.offset + i]));
    return new Strided(data, dtypeOf("object"), dense.shape);
  }
  const np = dtypeOf(dtype.numpyName ?? "object");
  const isInt = (typeof value === "number" && Number.isInteger(value)) || typeof value === "bigint";
  if (isInt && np.isInteger && BigInt(value) !== wrapped(BigInt(value), np.itemsize * 8, np.kind === "u")) {
    throw new TypeError(
      `Type of feed value ${repr(value)} with type <class 'int'> is not compatible with Tensor type <class 'numpy.${np.name}'>. Try explicitly setting the type of the feed tensor to a larger type (e.g. int64).`,
    );
  }
  if (value instanceof Strided) return rowMajorOf(withType(value, np));
  return rowMajorOf(asStrided(value, np));
}

function wrapped(x: bigint, bits: number, unsigned: boolean): bigint {
  return unsigned ? BigInt.asUintN(bits, x) : BigInt.asIntN(bits, x);
}
