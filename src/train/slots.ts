/**
 * Slots: variables that an optimizer keeps beside each variable it trains.
 * Source: tensorflow/python/training/slot_creator.py.
 */
import type { DType } from "../graph/dtypes.js";
import { getDefaultGraph } from "../graph/graph.js";
import type { Tensor } from "../graph/tensor.js";
import type { TensorShape } from "../graph/tensor_shape.js";
import { zerosOf } from "../ops/array/fill.js";
import { shapeInternal } from "../ops/array/shape.js";
import { zeros_initializer } from "../ops/random/initializers.js";
import { get_variable } from "../ops/state/get_variable.js";
import { isResourceVariable } from "../ops/state/resource_variable.js";
import { Variable } from "../ops/state/variable.js";
import { get_variable_scope, variable_scope } from "../ops/state/variable_scope.js";
import type { InitializerLike } from "../ops/state/variable_store.js";
import { withContext } from "../py/context.js";

/**
 * A slot named after its variable, for example "w/Adam"; repeated names get _1, _2 … It is of the variable's kind, and in one
 * piece whatever the scope's partitioner says.
 */
function slotIn(
  primary: Variable | Tensor,
  name: string,
  initializer: InitializerLike,
  keywords: Partial<SlotShape>,
  colocate = true,
): Variable {
  return withContext(variable_scope(null, `${primary.op.name}/${name}`), () =>
    beside(colocate ? primary : null, () => {
      const scope = get_variable_scope();
      const { partitioner } = scope;
      scope.set_partitioner(null);
      const use_resource = primary instanceof Variable ? isResourceVariable(primary) : null;
      const slot = get_variable("", { initializer, trainable: false, use_resource, ...keywords });
      scope.set_partitioner(partitioner);
      const part = primary instanceof Variable ? primary._get_save_slice_info() : null;
      if (part) {
        const own = slot.name.slice(primary.op.name.length + 1, -2);
        slot._set_save_slice_info({ ...part, full_name: `${part.full_name}/${own}` });
      }
      return slot;
    }),
  );
}

function beside<T>(primary: Variable | Tensor | null, make: () => T): T {
  return primary ? getDefaultGraph().withColocation(primary.op, make) : make();
}

interface SlotShape {
  shape: TensorShape;
  dtype: DType;
  validate_shape: boolean;
}

export function createSlotWithInitializer(
  primary: Variable | Tensor,
  initializer: InitializerLike,
  dtype: DType,
  name: string,
  colocate = true,
): Variable {
  const { shape } = primary;
  const own = { shape, dtype: dtype.base_dtype, validate_shape: shape.isFullyDefined };
  return slotIn(primary, name, initializer, own, colocate);
}

export function createSlot(primary: Variable | Tensor, value: Tensor, name: string, colocate = true): Variable {
  return slotIn(primary, name, value, { validate_shape: value.shape.isFullyDefined }, colocate);
}

/** Zeros in the shape of `primary`, which may be known in the run only. */
export function createZerosSlot(
  primary: Variable | Tensor,
  name: string,
  dtype: DType = primary.dtype,
  colocate = true,
): Variable {
  if (primary.shape.isFullyDefined)
    return createSlotWithInitializer(primary, zeros_initializer(), dtype, name, colocate);
  const like = primary instanceof Variable ? primary.initialized_value() : primary;
  return createSlot(primary, zerosOf(shapeInternal(like), dtype.base_dtype), name, colocate);
}
