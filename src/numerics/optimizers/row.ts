/** The form that all optimizer kernels share: an update of a stretch of the variable and its slots, in place. */
import type { Floats } from "../matmul/tile.js";
import type { Precision } from "./precision.js";

/** Switches of the op: use_nesterov, update_slots. */
export interface UpdateAttrs {
  readonly useNesterov?: boolean;
  readonly updateSlots?: boolean;
}

/**
 * Updates elements [at, at + n) of the variable and its slots with gradients g[from …]. `state` is the variable and its
 * slots, `scalars` the hyperparameters, both in the order of the op's inputs and rounded to the type.
 */
export type Row = (
  state: readonly Floats[],
  at: number,
  g: Floats,
  from: number,
  n: number,
  scalars: readonly number[],
) => void;

/**
 * Which code computes a row. Some sparse kernels differ from the dense one, and differ again where a row is a single
 * element, which plain C++ handles.
 */
export type Variant = "dense" | "sparse" | "sparse scalar";

export type BindRow = (precision: Precision, variant: Variant, attrs: UpdateAttrs) => Row;
