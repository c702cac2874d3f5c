/**
 * Slots: variables that an optimizer keeps beside each variable it trains.
 * Source: tensorflow/python/training/slot_creator.py.
 */
import type { DType } from "../graph/dtypes.js";
import { getDefaultGraph } from "../graph/graph.js";
import type { Tensor } from "../graph/tensor.js";
import type { TensorShape } from "../graph/tensor_shape.js";
import { zeros_initializer } from "../ops/random/initializers.js";
import { get_variable } from "../ops/state/get_variable.js";
import { isResourceVariable } from "../ops/state/resource_variable.js";
import type { Variable } from "../ops/state/variable.js";
import { get_variable_scope, variable_scope } from "../ops/state/variable_scope.js";
import type { InitializerLike } from "../ops/state/variable_store.js";
import { withContext } from "../py/context.js";

/**
 * A slot named after its variable, for example "w/Adam"; repeated names get _1, _2 … It is of the variable's kind, and in one
 * piece whatever the scope's partitioner says.
 */
function slotIn(primary: Variable, name: string, initializer: InitializerLike, keywords: Partial<SlotShape>): Variable {
  return withContext(variable_scope(null, `${primary.op.name}/${name}`), () =>
    getDefaultGraph().withColocation(primary.op, () => {
      const scope = get_variable_scope();
      const { partitioner } = scope;
      scope.set_partitioner(null);
      const use_resource = isResourceVariable(primary);
      const slot = get_variable("", { initializer, trainable: false, use_resource, ...keywords });
      scope.set_partitioner(partitioner);
      const part = primary._get_save_slice_info();
      if (part) {
        const own = slot.name.slice(primary.op.name.length + 1, -2);
        slot._set_save_slice_info({ ...part, full_name: `${part.full_name}/${own}` });
      }
      return slot;
    }),
  );
}

interface SlotShape {
  shape: TensorShape;
  dtype: DType;
  validate_shape: boolean;
}

export function createSlotWithInitializer(
  primary: Variable,
  initializer: InitializerLike,
  dtype: DType,
  name: string,
): Variable {
  const { shape } = primary;
  return slotIn(primary, name, initializer, { shape, dtype: dtype.base_dtype, validate_shape: shape.isFullyDefined });
}

export function createSlot(primary: Variable, value: Tensor, name: string): Variable {
  return slotIn(primary, name, value, { validate_shape: value.shape.isFullyDefined });
}

export function createZerosSlot(primary: Variable, name: string, dtype: DType = primary.dtype): Variable {
  return createSlotWithInitializer(primary, zeros_initializer(), dtype, name);
}
