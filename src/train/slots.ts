/**
 * Slots: variables that an optimizer keeps beside each variable it trains.
 * Source: tensorflow/python/training/slot_creator.py.
 */
import type { DType } from "../graph/dtypes.js";
import { getDefaultGraph } from "../graph/graph.js";
import type { Tensor } from "../graph/tensor.js";
import { type Initializer, zeros_initializer } from "../ops/random/initializers.js";
import type { Variable } from "../ops/state/variable.js";
import { get_variable, get_variable_scope, variable_scope } from "../ops/state/variable_scope.js";
import { withContext } from "../py/context.js";

/** A slot named after its variable, for example "w/Adam"; repeated names get _1, _2 … */
function inSlotScope(primary: Variable, name: string, make: () => Variable): Variable {
  return withContext(variable_scope(null, `${primary.op.name}/${name}`), () =>
    getDefaultGraph().withColocation(primary.op, make),
  );
}

export function createSlotWithInitializer(
  primary: Variable,
  initializer: Initializer,
  dtype: DType,
  name: string,
): Variable {
  const { shape } = primary;
  return inSlotScope(primary, name, () =>
    get_variable_scope().get(
      { ...SLOT, shape, dtype: dtype.base_dtype, initializer, validateShape: shape.isFullyDefined },
      null,
    ),
  );
}

export function createSlot(primary: Variable, value: Tensor, name: string): Variable {
  return inSlotScope(primary, name, () =>
    get_variable("", { initializer: value, trainable: false, validate_shape: value.shape.isFullyDefined }),
  );
}

export function createZerosSlot(primary: Variable, name: string, dtype: DType = primary.dtype): Variable {
  return createSlotWithInitializer(primary, zeros_initializer(), dtype, name);
}

const SLOT = {
  name: "",
  regularizer: null,
  reuse: null,
  trainable: false,
  collections: null,
  cachingDevice: null,
  constraint: null,
} as const;
