/**
 * The variables of the default graph, and operations on all of them.
 * Source: tf.global_variables and others (tensorflow/python/ops/variables.py), tf.assign (state_ops.py).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { GraphKeys } from "../../graph/keys.js";
import type { Operation } from "../../graph/operation.js";
import { pyFunction } from "../../graph/signature.js";
import { Tensor } from "../../graph/tensor.js";
import { groupOperations } from "../control/dependencies.js";
import { Variable } from "./variable.js";

function collection(key: string, scope: string | null): Variable[] {
  return getDefaultGraph()
    .get_collection(key, scope)
    .filter((v) => v instanceof Variable);
}

type Scope = { scope: string | null };

/** tf.global_variables: what a checkpoint holds; `scope` keeps names that start with that pattern. */
export const global_variables = pyFunction<Scope>()("global_variables", "(scope=None)", (p) =>
  collection(GraphKeys.GLOBAL_VARIABLES, p.scope),
);
/** tf.trainable_variables: what optimizers change. */
export const trainable_variables = pyFunction<Scope>()("trainable_variables", "(scope=None)", (p) =>
  collection(GraphKeys.TRAINABLE_VARIABLES, p.scope),
);
/** tf.local_variables: per process, not saved. */
export const local_variables = pyFunction<Scope>()("local_variables", "(scope=None)", (p) =>
  collection(GraphKeys.LOCAL_VARIABLES, p.scope),
);
/** tf.model_variables: what inference needs. */
export const model_variables = pyFunction<Scope>()("model_variables", "(scope=None)", (p) =>
  collection(GraphKeys.MODEL_VARIABLES, p.scope),
);
/** tf.all_variables: the old name of tf.global_variables. */
export function all_variables(): Variable[] {
  return collection(GraphKeys.GLOBAL_VARIABLES, null);
}

function initializerOf(variables: readonly Variable[], name: string): Operation {
  return groupOperations(
    variables.map((v) => v.initializer),
    name,
  );
}

/** tf.variables_initializer: an operation that gives the listed variables their initial values. */
export const variables_initializer = pyFunction<{ var_list: readonly Variable[]; name: string }>()(
  "variables_initializer",
  "(var_list, name='init')",
  ({ var_list, name }) => initializerOf(var_list, name),
);
/** tf.global_variables_initializer: an operation that gives all global variables their initial values. */
export function global_variables_initializer(): Operation {
  return initializerOf(collection(GraphKeys.GLOBAL_VARIABLES, null), "init");
}
/** tf.initialize_all_variables: the old name of tf.global_variables_initializer. */
export { global_variables_initializer as initialize_all_variables };
/** tf.local_variables_initializer */
export function local_variables_initializer(): Operation {
  const variables = collection(GraphKeys.LOCAL_VARIABLES, null);
  return initializerOf(variables, "init");
}
/** tf.is_variable_initialized: a bool scalar. */
export const is_variable_initialized = pyFunction<{ variable: Tensor | Variable }>()(
  "is_variable_initialized",
  "(variable)",
  ({ variable }) => createOp("IsVariableInitialized", { ref: refOf(variable) }),
);
/** The reference behind a variable; a tensor is passed on (and refused by the op unless it is a reference). */
export function refOf(ref: Tensor | Variable): Tensor {
  return ref instanceof Tensor ? ref : ref._ref();
}

type AssignArguments = { ref: Tensor | Variable; value: TensorLike; use_locking: boolean | null; name: string | null };

/** tf.assign: writes `value` into a variable when run; shapes must match unless `validate_shape` is off. */
export const assign = pyFunction<AssignArguments & { validate_shape: boolean | null }>()(
  "assign",
  "(ref, value, validate_shape=None, use_locking=None, name=None)",
  (p) =>
    createOp(
      "Assign",
      { ref: refOf(p.ref), value: p.value },
      { validate_shape: p.validate_shape, use_locking: p.use_locking },
      p.name,
    ),
);
/** tf.assign_add: adds `value` to a variable when run. */
export const assign_add = pyFunction<AssignArguments>()(
  "assign_add",
  "(ref, value, use_locking=None, name=None)",
  (p) => createOp("AssignAdd", { ref: refOf(p.ref), value: p.value }, { use_locking: p.use_locking }, p.name),
);
/** tf.assign_sub: subtracts `value` from a variable when run. */
export const assign_sub = pyFunction<AssignArguments>()(
  "assign_sub",
  "(ref, value, use_locking=None, name=None)",
  (p) => createOp("AssignSub", { ref: refOf(p.ref), value: p.value }, { use_locking: p.use_locking }, p.name),
);
