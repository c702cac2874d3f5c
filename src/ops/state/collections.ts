/**
 * The variables of the default graph, and operations on all of them.
 * Source: tf.global_variables and others (tensorflow/python/ops/variables.py).
 */
import { constant } from "../../graph/constant.js";
import { createOp } from "../../graph/create_op.js";
import { string } from "../../graph/dtypes.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { GraphKeys } from "../../graph/keys.js";
import type { Operation } from "../../graph/operation.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { booleanMask } from "../array/boolean_mask.js";
import { stackValues } from "../array/pack.js";
import { rankInternal } from "../array/shape.js";
import { groupOperations } from "../control/dependencies.js";
import { Variable } from "./variable.js";
import { isInitialized } from "./writes.js";

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
/** tf.moving_average_variables: what has a moving average. */
export const moving_average_variables = pyFunction<Scope>()("moving_average_variables", "(scope=None)", (p) =>
  collection(GraphKeys.MOVING_AVERAGE_VARIABLES, p.scope),
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
/** tf.local_variables_initializer; tf.initialize_local_variables is its old name. */
export function local_variables_initializer(): Operation {
  const variables = collection(GraphKeys.LOCAL_VARIABLES, null);
  return initializerOf(variables, "init");
}

/** What a check of initialization looks at by default: all variables, or where there are none their bare operations. */
function checkedVariables(): (Variable | Tensor)[] {
  const known = [...collection(GraphKeys.GLOBAL_VARIABLES, null), ...collection(GraphKeys.LOCAL_VARIABLES, null)];
  if (known.length > 0) return known;
  const types = ["Variable", "VariableV2", "AutoReloadVariable"];
  return getDefaultGraph()
    .get_operations()
    .filter((op) => types.includes(op.type))
    .map((op) => op.outputs[0]!);
}

/** tf.report_uninitialized_variables: the names of variables without a value, a 1-D string tensor. */
export const report_uninitialized_variables = pyFunction<{
  var_list: readonly (Variable | Tensor)[] | null;
  name: string;
}>()("report_uninitialized_variables", "(var_list=None, name='report_uninitialized_variables')", (p) => {
  const graph = getDefaultGraph();
  const list = p.var_list ?? checkedVariables();
  return graph.inScope(p.name, () => {
    const initialized = list.map((v) => isInitialized(v, null));
    return graph.withDevice("/cpu:0", () => {
      if (list.length === 0) return constant([], { dtype: string });
      const missing = createOp("LogicalNot", { x: stackValues(initialized) });
      return booleanMask(constant(list.map((v) => v.op.name)), missing);
    });
  });
});

/** tf.assert_variables_initialized: ranks of all variables, which can be read only where they have values. */
export const assert_variables_initialized = pyFunction<{ var_list: readonly (Variable | Tensor)[] | null }>()(
  "assert_variables_initialized",
  "(var_list=None)",
  (p) => {
    const ranks = (p.var_list ?? checkedVariables()).map((v) =>
      getDefaultGraph().withColocation(v.op, () => rankInternal(v, null, false)),
    );
    return ranks.length === 0 ? null : ranks.length === 1 ? ranks[0]! : stackValues(ranks);
  },
);
export { local_variables_initializer as initialize_local_variables };
