/**
 * Optimizers whose whole update is one operation on a variable and its slots.
 * Source: what the optimizers of tensorflow/python/training have in common.
 */
import type { TensorLike } from "../graph/convert.js";
import type { OpAttrs } from "../graph/create_op.js";
import type { IndexedSlices } from "../graph/indexed_slices.js";
import { opDefOf } from "../graph/op_def.js";
import type { Operation } from "../graph/operation.js";
import type { Tensor } from "../graph/tensor.js";
import { ValueError } from "../np/errors.js";
import { PyFloat } from "../np/pyfloat.js";
import type { Variable } from "../ops/state/variable.js";
import { Optimizer } from "./optimizer.js";

/** The update of one variable: what comes before "Apply" in its op types, and their inputs by name. */
export interface Update {
  readonly type: string;
  /** Input of the operation to name of the slot. */
  readonly slots: Readonly<Record<string, string>>;
  readonly scalars: Readonly<Record<string, TensorLike>>;
  readonly attrs?: OpAttrs;
}

export abstract class SlotOptimizer extends Optimizer {
  protected abstract updateOf(variable: Variable, isSparse: boolean): Update;

  private emit(variable: Variable, isSparse: boolean, gradient: Readonly<Record<string, Tensor>>): Operation {
    const { type, slots, scalars, attrs = {} } = this.updateOf(variable, isSparse);
    const full = `${isSparse ? "Sparse" : ""}Apply${type}`;
    const inputs: Record<string, TensorLike> = { ...scalars };
    for (const [input, slot] of Object.entries(slots)) inputs[input] = this.get_slot(variable, slot)!._ref();
    const { grad, ...indices } = gradient;
    // The plain descents call their gradient delta.
    const name = opDefOf(full)!.inputs.some((a) => a.name === "grad") ? "grad" : "delta";
    return this.apply(full, variable, { ...inputs, ...indices, [name]: grad! }, attrs);
  }
  protected applyDense(grad: Tensor, variable: Variable): Operation {
    return this.emit(variable, false, { grad });
  }
  protected applySparse(slices: IndexedSlices, variable: Variable): Operation {
    const { values, indices } = Optimizer.withoutRepeats(slices);
    return this.emit(variable, true, { grad: values, indices });
  }
}

/** A default of 0.0: a plain 0 stands for it, too. */
export function floatZero<T>(x: T): T | PyFloat {
  return x === 0 ? new PyFloat(0) : x;
}

/** Raises ValueError with `text` and the value, unless the condition holds. */
export function requireThat(condition: boolean, text: string): void {
  if (!condition) throw new ValueError(text);
}
