/**
 * Fetch structures: any nesting of tensors, operations, variables, sparse tensors and names, and results of the same form.
 * Source: _FetchMapper, _FetchHandler (tensorflow/python/client/session.py).
 */

import { asGraphElement, type GraphElementHolder, type GraphElementLike } from "../graph/elements.js";
import type { Graph } from "../graph/graph.js";
import { IndexedSlices, IndexedSlicesValue } from "../graph/indexed_slices.js";
import { Operation } from "../graph/operation.js";
import { SparseTensor, SparseTensorValue } from "../graph/sparse_tensor.js";
import type { Tensor } from "../graph/tensor.js";
import { KeyError, ValueError } from "../np/errors.js";
import { typeName } from "../np/printing/type_name.js";
import type { PyTuple } from "../np/pytuple.js";
import { repr } from "../py/repr.js";
import type { Result } from "./results.js";

/** What may be fetched. */
export type Fetch =
  | Tensor
  | Operation
  | GraphElementHolder
  | SparseTensor
  | IndexedSlices
  | string
  | readonly Fetch[]
  | ReadonlyMap<unknown, Fetch>
  | { readonly [key: string]: Fetch };

/** Type of the result of fetching F: same structure, values for tensors, null for operations. */
export type FetchResult<F> = 0 extends 1 & F
  ? F
  : F extends Operation
    ? null
    : F extends SparseTensor
      ? SparseTensorValue<Result, Result, Result>
      : F extends IndexedSlices
        ? IndexedSlicesValue<Result>
        : F extends Tensor | GraphElementHolder | `${string}:${string}`
          ? Result
          : F extends string
            ? Result
            : F extends ReadonlyMap<infer K, infer V>
              ? Map<K, FetchResult<V>>
              : F extends readonly unknown[]
                ? { -readonly [I in keyof F]: FetchResult<F[I]> }
                : F extends object
                  ? { -readonly [K in keyof F]: FetchResult<F[K]> }
                  : unknown;

/** Rebuilds the result from the values of the unique tensors. */
type Rebuild = (values: readonly Result[]) => unknown;

export interface FetchPlan {
  readonly tensors: readonly Tensor[];
  readonly targets: readonly Operation[];
  readonly rebuild: Rebuild;
  /** Equal for equal sets of tensors and targets, in order. */
  readonly key: string;
}

class Collector {
  readonly tensors: Tensor[] = [];
  readonly targets: Operation[] = [];
  private readonly places = new Map<Tensor, number>();
  private readonly graph: Graph;

  constructor(graph: Graph) {
    this.graph = graph;
  }

  private place(t: Tensor): number {
    const known = this.places.get(t);
    if (known !== undefined) return known;
    this.places.set(t, this.tensors.length);
    this.tensors.push(t);
    return this.tensors.length - 1;
  }

  private element(fetch: GraphElementLike): Rebuild {
    const element = this.resolve(fetch);
    if (!this.graph.is_fetchable(element)) {
      const op = element instanceof Operation ? element : element.op;
      throw new ValueError(`Operation ${repr(op.name)} has been marked as not fetchable.`);
    }
    if (element instanceof Operation) {
      if (!this.targets.includes(element)) this.targets.push(element);
      return () => null;
    }
    const at = this.place(element);
    return (values) => values[at];
  }

  private resolve(fetch: GraphElementLike): Tensor | Operation {
    try {
      return this.graph.as_graph_element(fetch);
    } catch (error) {
      const shown = typeof fetch === "string" ? repr(fetch) : reprOf(fetch);
      if (error instanceof TypeError) {
        throw new TypeError(
          `Fetch argument ${shown} has invalid type ${classOf(fetch)}, must be a string or Tensor. (${error.message})`,
        );
      }
      if (error instanceof ValueError)
        throw new ValueError(`Fetch argument ${shown} cannot be interpreted as a Tensor. (${error.message})`);
      if (error instanceof KeyError)
        throw new ValueError(`Fetch argument ${shown} cannot be interpreted as a Tensor. (${repr(error.message)})`);
      throw error;
    }
  }

  visit(fetch: unknown): Rebuild {
    if (fetch instanceof SparseTensor) {
      const parts = [fetch.indices, fetch.values, fetch.dense_shape].map((t) => this.element(t));
      return (v) => new SparseTensorValue(parts[0]!(v), parts[1]!(v), parts[2]!(v));
    }
    if (fetch instanceof IndexedSlices) {
      const values = this.element(fetch.values);
      const indices = this.element(fetch.indices);
      const shape = fetch.dense_shape ? this.element(fetch.dense_shape) : null;
      return (v) => new IndexedSlicesValue(values(v), indices(v), shape?.(v) ?? null);
    }
    if (typeof fetch === "string" || asGraphElement(fetch)) return this.element(fetch as GraphElementLike);
    if (Array.isArray(fetch)) {
      const items = fetch.map((f) => this.visit(f));
      const Kind = fetch.constructor as new () => unknown[] | PyTuple;
      return (v) => {
        const out = new Kind();
        for (const item of items) out.push(item(v));
        return out;
      };
    }
    if (fetch instanceof Map) {
      const items = [...fetch].map(([k, f]) => [k, this.visit(f)] as const);
      // An ordered dict gives one, too.
      const Kind = fetch.constructor as MapConstructor;
      return (v) => new Kind(items.map(([k, f]) => [k, f(v)]));
    }
    if (isRecord(fetch)) {
      const items = Object.entries(fetch).map(([k, f]) => [k, this.visit(f)] as const);
      return (v) => Object.fromEntries(items.map(([k, f]) => [k, f(v)]));
    }
    const known = typeName(fetch);
    const reason =
      fetch === null || fetch === undefined
        ? ""
        : `, must be a string or Tensor. (Can not convert a ${known.split(".").at(-1)} into a Tensor or Operation.)`;
    throw new TypeError(`Fetch argument ${reprOf(fetch)} has invalid type <class '${known}'>${reason}`);
  }
}

function isRecord(x: unknown): x is Record<string, unknown> {
  return typeof x === "object" && x !== null && Object.getPrototypeOf(x) === Object.prototype;
}

function reprOf(x: unknown): string {
  return x === undefined ? "None" : repr(x);
}

/** Python's repr of a value's type: <class 'int'>. */
function classOf(x: unknown): string {
  const name =
    x === null || x === undefined
      ? "NoneType"
      : typeof x === "number"
        ? Number.isInteger(x)
          ? "int"
          : "float"
        : typeof x === "boolean"
          ? "bool"
          : typeof x === "object"
            ? x.constructor.name
            : typeof x;
  return `<class '${name}'>`;
}

/** Resolves a fetch structure against a graph. Raises TypeError and ValueError as Session.run does. */
export function planFetches(graph: Graph, fetch: unknown): FetchPlan {
  const collector = new Collector(graph);
  const rebuild = collector.visit(fetch);
  const { tensors, targets } = collector;
  return {
    tensors,
    targets,
    rebuild,
    key: `${tensors.map((t) => t.name).join(",")}|${targets.map((o) => o.name).join(",")}`,
  };
}
