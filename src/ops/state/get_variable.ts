/**
 * Variables by name in the current variable scope.
 * Source: tf.get_variable, tf.get_local_variable (tensorflow/python/ops/variable_scope.py), partitioned_variables.py.
 */
import { as_dtype, type DTypeLike } from "../../graph/dtypes.js";
import { GraphKeys } from "../../graph/keys.js";
import { type CallsOf, pyFunction, pySignature } from "../../graph/signature.js";
import { as_shape, type ShapeLike } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { withContext } from "../../py/context.js";
import { repr } from "../../py/repr.js";
import type { PartitionedVariable } from "./partitioned_variable.js";
import type { Partitioner } from "./partitioning.js";
import type { Reuse } from "./reuse.js";
import type { CustomGetter } from "./scope.js";
import type { Constraint, Variable } from "./variable.js";
import { get_variable_scope, variable_scope } from "./variable_scope.js";
import type { InitializerLike, Regularizer } from "./variable_store.js";

interface Arguments {
  name: string;
  shape: ShapeLike;
  dtype: DTypeLike | null;
  initializer: InitializerLike | null;
  regularizer: Regularizer | null;
  trainable: boolean | null;
  collections: readonly string[] | null;
  caching_device: string | null;
  partitioner: Partitioner | null;
  validate_shape: boolean;
  use_resource: boolean | null;
  custom_getter: CustomGetter | null;
  constraint: Constraint | null;
  synchronization: unknown;
  aggregation: unknown;
}
/** Keywords that ask for a variable in parts. */
type InParts = Partial<Omit<Arguments, "name" | "partitioner">> & { readonly partitioner: Partitioner };

function lookUp({
  custom_getter,
  dtype,
  synchronization: _s,
  aggregation: _a,
  ...p
}: Arguments): Variable | PartitionedVariable {
  const request = { ...p, dtype: dtype === null ? null : as_dtype(dtype), reuse: null };
  return get_variable_scope().get(request, custom_getter);
}

const GET = pySignature<Arguments>()(
  "get_variable",
  "(name, shape=None, dtype=None, initializer=None, regularizer=None, trainable=None, collections=None, caching_device=None, partitioner=None, validate_shape=True, use_resource=None, custom_getter=None, constraint=None, synchronization=VariableSynchronization.AUTO, aggregation=VariableAggregation.NONE)",
);
const GET_LOCAL = pySignature<Arguments>()(
  "get_local_variable",
  "(name, shape=None, dtype=None, initializer=None, regularizer=None, trainable=False, collections=None, caching_device=None, partitioner=None, validate_shape=True, use_resource=None, custom_getter=None, constraint=None, synchronization=VariableSynchronization.AUTO, aggregation=VariableAggregation.NONE)",
);

function get_variable(name: string, keywords: InParts): PartitionedVariable;
function get_variable(name: string, shape: ShapeLike, keywords: InParts): PartitionedVariable;
function get_variable(...args: CallsOf<typeof GET>): Variable;
function get_variable(...args: CallsOf<typeof GET>): Variable | PartitionedVariable {
  return lookUp(GET.bind(args));
}

function get_local_variable(name: string, keywords: InParts): PartitionedVariable;
function get_local_variable(name: string, shape: ShapeLike, keywords: InParts): PartitionedVariable;
function get_local_variable(...args: CallsOf<typeof GET_LOCAL>): Variable;
function get_local_variable(...args: CallsOf<typeof GET_LOCAL>): Variable | PartitionedVariable {
  const p = GET_LOCAL.bind(args);
  const collections = [...(p.collections ?? []), GraphKeys.LOCAL_VARIABLES];
  return lookUp({ ...p, trainable: false, collections });
}

/**
 * tf.get_variable: the variable of that name in the current scope, made on first use. `initializer` is an initializer
 * object, a function of shape and dtype, or the value; without one glorot uniform, or zeros for integers. With a
 * `partitioner` (here or in the scope) the variable comes in parts.
 * Raises ValueError on sharing that the scope doesn't allow and on shapes or dtypes that don't fit.
 */
const getVariable = Object.assign(get_variable, { signature: GET.signature });
/** tf.get_local_variable: tf.get_variable for a variable that is neither trained nor saved. */
const getLocalVariable = Object.assign(get_local_variable, { signature: GET_LOCAL.signature });

export { getLocalVariable as get_local_variable, getVariable as get_variable };

/** tf.create_partitioned_variables: the parts of a new variable that is cut as `slicing` says. Raises ValueError. */
export const create_partitioned_variables = pyFunction<{
  shape: readonly number[];
  slicing: readonly number[];
  initializer: InitializerLike | null;
  dtype: DTypeLike | undefined;
  trainable: boolean;
  collections: readonly string[] | null;
  name: string | null;
  reuse: Reuse;
}>()(
  "create_partitioned_variables",
  "(shape, slicing, initializer, dtype=tf.float32, trainable=True, collections=None, name=None, reuse=None)",
  ({ shape, slicing, initializer, dtype, trainable, collections, name, reuse }): Variable[] => {
    if (shape.length !== slicing.length) {
      throw new ValueError(
        `The 'shape' and 'slicing' of a partitioned Variable must have the length: shape: ${repr(shape)}, slicing: ${repr(slicing)}`,
      );
    }
    if (shape.length < 1)
      throw new ValueError(`A partitioned Variable must have rank at least 1: shape: ${repr(shape)}`);
    return withContext(variable_scope(name, "PartitionedVariable", { reuse }), (scope) => [
      ...scope
        .getPartitioned(null, {
          shape: as_shape(shape),
          dtype: as_dtype(dtype ?? "float32"),
          initializer,
          trainable,
          collections,
          partitioner: () => slicing,
          regularizer: null,
          reuse: null,
          caching_device: null,
          validate_shape: true,
          use_resource: null,
          constraint: null,
        })
        ._get_variable_list(),
    ]);
  },
);
