/**
 * Which kind of variable is made where nobody says: reference variables, until resource variables are enabled.
 * Source: tf.enable_resource_variables (tensorflow/python/ops/variable_scope.py).
 */
import { type Graph, getDefaultGraph } from "../../graph/graph.js";

let enabled = false;
/** What the current variable scope of a graph says; null where it says nothing. */
const scopes = new WeakMap<Graph, () => boolean | null>();

/** tf.enable_resource_variables: from here on variables are resource variables unless `use_resource` says otherwise. */
export function enable_resource_variables(): void {
  enabled = true;
}
/** tf.disable_resource_variables: back to reference variables. */
export function disable_resource_variables(): void {
  enabled = false;
}
/** tf.resource_variables_enabled */
export function resource_variables_enabled(): boolean {
  return enabled;
}

/** For the variable scopes of a graph: what the current one says about `use_resource`. */
export function onResourceQuestion(graph: Graph, answer: () => boolean | null): void {
  scopes.set(graph, answer);
}

/** Whether a new variable of the default graph is a resource variable: asked for, by its scope, or by default. */
export function usesResource(asked: boolean | null): boolean {
  return asked ?? scopes.get(getDefaultGraph())?.() ?? enabled;
}
