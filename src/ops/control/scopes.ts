/**
 * Contexts of graph building on the default graph.
 * Source: tf.name_scope, tf.control_dependencies, tf.device, tf.colocate_with, tf.container (tensorflow/python/framework/ops.py).
 */
import type { TensorLike } from "../../graph/convert.js";
import { graphOf } from "../../graph/create_op.js";
import type { GraphElementLike } from "../../graph/elements.js";
import { type DeviceLike, type Graph, getDefaultGraph } from "../../graph/graph.js";
import type { GraphKeys } from "../../graph/keys.js";
import { pyClass } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { ContextManager } from "../../py/context.js";
import type { Variable } from "../state/variable.js";

interface NameScopeArguments {
  name: string | null;
  default_name: string | null;
  values: readonly TensorLike[] | null;
}

class NameScope extends ContextManager<string> {
  private readonly p: NameScopeArguments;
  private undo: (() => void)[] = [];

  constructor(p: NameScopeArguments) {
    super();
    this.p = p;
  }
  get name(): string | null {
    return this.p.name ?? this.p.default_name;
  }
  __enter__(): string {
    const { p } = this;
    if (this.name === null && p.values !== null) {
      throw new ValueError(`At least one of name (None) and default_name (None) must be provided.`);
    }
    const graph: Graph = graphOf(p.values ?? []);
    const outer = graph.as_default();
    const inner = graph.name_scope(this.name);
    outer.__enter__();
    try {
      const scope = inner.__enter__();
      this.undo = [() => inner.__exit__(), () => outer.__exit__()];
      return scope;
    } catch (error) {
      outer.__exit__();
      throw error;
    }
  }
  __exit__(): void {
    for (const leave of this.undo) leave();
    this.undo = [];
  }
}

/** tf.name_scope: prefixes the names of operations made inside; gives the scope's name with a trailing slash. */
export const name_scope = pyClass<NameScopeArguments>()(
  "name_scope",
  "(name, default_name=None, values=None)",
  NameScope.prototype,
  (p) => new NameScope(p),
);

/** tf.control_dependencies: operations made inside run after these; null forgets all outer ones. */
export function control_dependencies(control_inputs: readonly GraphElementLike[] | null): ContextManager<void> {
  return getDefaultGraph().control_dependencies(control_inputs);
}

/** tf.device: where operations made inside are placed, for example "/cpu:0" or "/job:ps/task:0". */
export function device(device_name_or_function: DeviceLike): ContextManager<void> {
  return getDefaultGraph().device(device_name_or_function);
}

/** tf.colocate_with: operations made inside are placed where `op` is. */
export function colocate_with(op: GraphElementLike, ignore_existing = false): ContextManager<void> {
  return getDefaultGraph().colocate_with(op, ignore_existing);
}

/** tf.add_to_collection on the default graph. */
export function add_to_collection(name: string, value: unknown): void {
  getDefaultGraph().add_to_collection(name, value);
}
/** tf.add_to_collections on the default graph. */
export function add_to_collections(names: readonly string[], value: unknown): void {
  getDefaultGraph().add_to_collections(names, value);
}
/** What the standard collections hold; anything may be in those with other names. */
export type CollectionItem<K extends string> = K extends
  | typeof GraphKeys.GLOBAL_VARIABLES
  | typeof GraphKeys.LOCAL_VARIABLES
  | typeof GraphKeys.METRIC_VARIABLES
  | typeof GraphKeys.MODEL_VARIABLES
  | typeof GraphKeys.TRAINABLE_VARIABLES
  | typeof GraphKeys.MOVING_AVERAGE_VARIABLES
  ? Variable
  : K extends typeof GraphKeys.LOSSES | typeof GraphKeys.REGULARIZATION_LOSSES
    ? Tensor
    : unknown;

/** tf.get_collection on the default graph: values whose name starts with `scope`, all without one. */
export function get_collection<K extends string>(
  key: K,
  scope: string | null | { readonly scope?: string | null } = null,
): CollectionItem<K>[] {
  return getDefaultGraph().get_collection(key, scope) as CollectionItem<K>[];
}
/** tf.get_collection_ref: the list itself. */
export function get_collection_ref(key: string): unknown[] {
  return getDefaultGraph().get_collection_ref(key);
}
