/**
 * The Apply… and SparseApply… kernels by name.
 * Source: tensorflow/core/kernels/training_ops.cc; ref and resource variables agree.
 */
import type { DType } from "../../np/dtype.js";
import { NumericsError } from "../errors.js";
import type { Floats } from "../matmul/tile.js";
import type { Indices } from "../reductions/indices.js";
import { adaMax, adam } from "./adam.js";
import { adadelta, adagrad, centeredRmsProp, rmsProp } from "./adaptive.js";
import { gradientDescent, kerasMomentum, momentum } from "./gradient_descent.js";
import { precisionOf } from "./precision.js";
import { adagradDA, ftrl, ftrlV2, proximalAdagrad, proximalGradientDescent } from "./proximal.js";
import type { BindRow, UpdateAttrs } from "./row.js";
import { addSign, powerSign } from "./sign.js";

interface Update {
  readonly bind: BindRow;
  /** Names of the variable and its slots, and of the hyperparameters, in the order of the op's inputs. */
  readonly state: readonly string[];
  readonly scalars: readonly string[];
}

const row = (bind: BindRow, state: string, scalars: string): Update => ({
  bind,
  state: state.split(" "),
  scalars: scalars.split(" "),
});

const DA_STATE = "var gradient_accumulator gradient_squared_accumulator";
const RMS_SCALARS = "lr rho momentum epsilon";

export const UPDATES = {
  GradientDescent: row(gradientDescent, "var", "lr"),
  Momentum: row(momentum, "var accum", "lr momentum"),
  KerasMomentum: row(kerasMomentum, "var accum", "lr momentum"),
  Adam: row(adam, "var m v", "beta1_power beta2_power lr beta1 beta2 epsilon"),
  AdaMax: row(adaMax, "var m v", "beta1_power lr beta1 beta2 epsilon"),
  Adagrad: row(adagrad, "var accum", "lr"),
  Adadelta: row(adadelta, "var accum accum_update", "lr rho epsilon"),
  RMSProp: row(rmsProp, "var ms mom", RMS_SCALARS),
  CenteredRMSProp: row(centeredRmsProp, "var mg ms mom", RMS_SCALARS),
  ProximalGradientDescent: row(proximalGradientDescent, "var", "lr l1 l2"),
  ProximalAdagrad: row(proximalAdagrad, "var accum", "lr l1 l2"),
  Ftrl: row(ftrl, "var accum linear", "lr l1 l2 lr_power"),
  FtrlV2: row(ftrlV2, "var accum linear", "lr l1 l2 l2_shrinkage lr_power"),
  AdagradDA: row(adagradDA, DA_STATE, "lr l1 l2 global_step"),
  AddSign: row(addSign, "var m", "lr alpha sign_decay beta"),
  PowerSign: row(powerSign, "var m", "lr logbase sign_decay beta"),
} as const satisfies Record<string, Update>;

export type UpdateName = keyof typeof UPDATES;

/** Updates n elements of the state in place; scalars are rounded to the type already. */
export type DenseUpdate = (state: readonly Floats[], scalars: readonly number[], g: Floats, n: number) => void;

export function bindDenseUpdate(name: UpdateName, dtype: DType, attrs: UpdateAttrs = {}): DenseUpdate {
  const update = UPDATES[name].bind(precisionOf(dtype), "dense", attrs);
  return (state, scalars, g, n) => update(state, 0, g, 0, n, scalars);
}

/** Updates rows of the state in place: row i of g goes to row indices[i], repeated ones one after another. */
export type SparseUpdate = (state: readonly Floats[], scalars: readonly number[], g: Floats, indices: Indices) => void;

/** An index that names no row of the variable. */
export class UpdateIndexOutOfRange extends NumericsError {
  constructor(index: number | bigint, offset: number) {
    super(`Index ${index} at offset ${offset} in indices is out of range`);
  }
}

/** `rows` rows of `inner` elements each. */
export function bindSparseUpdate(
  name: UpdateName,
  dtype: DType,
  rows: number,
  inner: number,
  attrs: UpdateAttrs = {},
): SparseUpdate {
  const update = UPDATES[name].bind(precisionOf(dtype), inner === 1 ? "sparse scalar" : "sparse", attrs);
  return (state, scalars, g, indices) => {
    for (let i = 0; i < indices.length; i++) {
      const index = indices[i]!;
      if (index < 0 || index >= rows) throw new UpdateIndexOutOfRange(index, i);
      update(state, Number(index) * inner, g, i * inner, inner, scalars);
    }
  };
}
