/**
 * Functions that write variables, for references and for variables of either kind.
 * Source: tensorflow/python/ops/state_ops.py.
 */

import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { pyFunction } from "../../graph/signature.js";
import { Tensor } from "../../graph/tensor.js";
import { AttributeError } from "../../np/errors.js";
import { scatterInBatches } from "./batch_scatter.js";
import { isResourceVariable } from "./resource_variable.js";
import type { ScatterNdVerb, ScatterVerb, Variable, Written } from "./variable.js";

type Name = string | null;
/** A variable, or a reference to one: what an earlier write gave. */
export type Ref = Tensor | Variable;

/** The reference behind a variable; a tensor is passed on (and refused by the op unless it is a reference). */
function refOf(ref: Ref): Tensor {
  return ref instanceof Tensor ? ref : ref._ref();
}

/** A variable's tensor. Raises AttributeError for any other, which has no such method. */
function writable(ref: Ref, method: string): Tensor {
  const tensor = refOf(ref);
  if (!tensor.dtype.isRef) throw new AttributeError(`'Tensor' object has no attribute '${method}'`);
  return tensor;
}

/** A bool scalar: whether the variable has a value. */
export function isInitialized(ref: Ref, name: Name): Tensor {
  return isResourceVariable(ref)
    ? ref.isInitialized(name)
    : createOp("IsVariableInitialized", { ref: refOf(ref) }, {}, name);
}
/** tf.is_variable_initialized: a bool scalar. */
export const is_variable_initialized = pyFunction<{ variable: Ref }>()(
  "is_variable_initialized",
  "(variable)",
  ({ variable }) => isInitialized(variable, null),
);

interface AssignArguments {
  ref: Ref;
  value: TensorLike;
  use_locking: boolean | null;
  name: Name;
}

/** tf.assign: writes `value` into a variable when run; shapes must match unless `validate_shape` is off. */
export const assign = pyFunction<AssignArguments & { validate_shape: boolean | null }>()(
  "assign",
  "(ref, value, validate_shape=None, use_locking=None, name=None)",
  (p): Written => {
    if (isResourceVariable(p.ref)) return p.ref.assign(p.value, { name: p.name });
    const { value, validate_shape, use_locking, name } = p;
    return createOp("Assign", { ref: writable(p.ref, "assign"), value }, { validate_shape, use_locking }, name);
  },
);
/** tf.assign_add: adds `value` to a variable when run. */
export const assign_add = pyFunction<AssignArguments>()(
  "assign_add",
  "(ref, value, use_locking=None, name=None)",
  ({ ref, value, use_locking, name }): Written =>
    isResourceVariable(ref)
      ? ref.assign_add(value)
      : createOp("AssignAdd", { ref: writable(ref, "assign_add"), value }, { use_locking }, name),
);
/** tf.assign_sub: subtracts `value` from a variable when run. */
export const assign_sub = pyFunction<AssignArguments>()(
  "assign_sub",
  "(ref, value, use_locking=None, name=None)",
  ({ ref, value, use_locking, name }): Written =>
    isResourceVariable(ref)
      ? ref.assign_sub(value)
      : createOp("AssignSub", { ref: writable(ref, "assign_sub"), value }, { use_locking }, name),
);

/** tf.count_up_to: the value before it is counted up by one; OutOfRangeError at `limit`. int32 or int64. */
export const count_up_to = pyFunction<{ ref: Ref; limit: number; name: Name }>()(
  "count_up_to",
  "(ref, limit, name=None)",
  ({ ref, limit, name }) =>
    isResourceVariable(ref) ? ref.countUpTo(limit, name) : createOp("CountUpTo", { ref: refOf(ref) }, { limit }, name),
);

interface ScatterArguments {
  ref: Ref;
  indices: TensorLike;
  updates: TensorLike;
  use_locking: boolean;
  name: Name;
}

function scatter(verb: ScatterVerb | `Nd${ScatterNdVerb}`, p: ScatterArguments): Written {
  const { ref, indices, updates, use_locking, name } = p;
  if (isResourceVariable(ref)) return ref.scatterRows(verb, indices, updates, use_locking, name);
  return createOp(`Scatter${verb}`, { ref: refOf(ref), indices, updates }, { use_locking }, name);
}

/** tf.scatter_update: `ref[indices] = updates`, rows of the first dimension; `updates` may be one scalar. */
export const scatter_update = pyFunction<ScatterArguments>()(
  "scatter_update",
  "(ref, indices, updates, use_locking=True, name=None)",
  (p) => scatter("Update", p),
);
/** tf.scatter_add: adds to rows; equal indices add up. */
export const scatter_add = pyFunction<ScatterArguments>()(
  "scatter_add",
  "(ref, indices, updates, use_locking=False, name=None)",
  (p) => scatter("Add", p),
);
/** tf.scatter_sub: subtracts from rows. */
export const scatter_sub = pyFunction<ScatterArguments>()(
  "scatter_sub",
  "(ref, indices, updates, use_locking=False, name=None)",
  (p) => scatter("Sub", p),
);
/** tf.scatter_mul: multiplies rows. */
export const scatter_mul = pyFunction<ScatterArguments>()(
  "scatter_mul",
  "(ref, indices, updates, use_locking=False, name=None)",
  (p) => scatter("Mul", p),
);
/** tf.scatter_div: divides rows. */
export const scatter_div = pyFunction<ScatterArguments>()(
  "scatter_div",
  "(ref, indices, updates, use_locking=False, name=None)",
  (p) => scatter("Div", p),
);
/** tf.scatter_min: the smaller of what is there and the update. */
export const scatter_min = pyFunction<ScatterArguments>()(
  "scatter_min",
  "(ref, indices, updates, use_locking=False, name=None)",
  (p) => scatter("Min", p),
);
/** tf.scatter_max: the larger of what is there and the update. */
export const scatter_max = pyFunction<ScatterArguments>()(
  "scatter_max",
  "(ref, indices, updates, use_locking=False, name=None)",
  (p) => scatter("Max", p),
);
/** tf.scatter_nd_update: writes the elements or slices that tuples of `indices` name. */
export const scatter_nd_update = pyFunction<ScatterArguments>()(
  "scatter_nd_update",
  "(ref, indices, updates, use_locking=True, name=None)",
  (p) => scatter("NdUpdate", p),
);
/** tf.scatter_nd_add: adds to the elements or slices that tuples of `indices` name. */
export const scatter_nd_add = pyFunction<ScatterArguments>()(
  "scatter_nd_add",
  "(ref, indices, updates, use_locking=False, name=None)",
  (p) => scatter("NdAdd", p),
);
/** tf.scatter_nd_sub: subtracts from the elements or slices that tuples of `indices` name. */
export const scatter_nd_sub = pyFunction<ScatterArguments>()(
  "scatter_nd_sub",
  "(ref, indices, updates, use_locking=False, name=None)",
  (p) => scatter("NdSub", p),
);
/** tf.batch_scatter_update: scatter_update within leading batch dimensions that ref, indices and updates share. */
export const batch_scatter_update = pyFunction<ScatterArguments>()(
  "batch_scatter_update",
  "(ref, indices, updates, use_locking=True, name=None)",
  (p) => scatterInBatches(p.indices, p.name, (indices) => scatter("NdUpdate", { ...p, indices, name: null })),
);
