/**
 * Making variables: tf.Variable chooses between the two kinds.
 * Source: tf.Variable, default_variable_creator (tensorflow/python/ops/variables.py, variable_scope.py).
 */
import { as_dtype, type DTypeLike } from "../../graph/dtypes.js";
import { pyClass } from "../../graph/signature.js";
import type { ShapeLike } from "../../graph/tensor_shape.js";
import { RefVariable } from "./ref_variable.js";
import { usesResource } from "./resource_default.js";
import { ResourceVariable } from "./resource_variable.js";
import { type Constraint, type InitialValue, Variable, type VariableInit } from "./variable.js";

/** A variable of the kind that is asked for, else the one that its scope or the program prefers. */
export function makeVariable(init: VariableInit, use_resource: boolean | null = null): Variable {
  return usesResource(use_resource) ? new ResourceVariable(init) : new RefVariable(init);
}

/**
 * tf.Variable: a value that training changes. `initial_value` is a Python value, a tensor, or a function without arguments;
 * `use_resource` chooses the kind. Raises ValueError without an initial value or (reference variables) with one of unknown shape.
 */
export const VariableClass = pyClass<{
  initial_value: InitialValue;
  trainable: boolean | null;
  collections: readonly string[] | null;
  validate_shape: boolean;
  caching_device: string | null;
  name: string | null;
  variable_def: null;
  dtype: DTypeLike | null;
  expected_shape: null;
  import_scope: null;
  constraint: Constraint | null;
  use_resource: boolean | null;
  synchronization: unknown;
  aggregation: unknown;
  shape: ShapeLike;
}>()(
  "Variable",
  "(initial_value=None, trainable=None, collections=None, validate_shape=True, caching_device=None, name=None, variable_def=None, dtype=None, expected_shape=None, import_scope=None, constraint=None, use_resource=None, synchronization=VariableSynchronization.AUTO, aggregation=VariableAggregation.NONE, shape=None)",
  Variable.prototype,
  (p) =>
    makeVariable(
      {
        initialValue: p.initial_value,
        trainable: p.trainable,
        collections: p.collections,
        validateShape: p.validate_shape,
        cachingDevice: p.caching_device,
        name: p.name,
        dtype: p.dtype === null ? null : as_dtype(p.dtype),
        constraint: p.constraint,
        shape: p.shape,
      },
      p.use_resource,
    ),
);
