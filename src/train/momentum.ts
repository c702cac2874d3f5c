/**
 * Momentum: gradients are accumulated, the variable follows what has gathered.
 * Source: tf.train.MomentumOptimizer (tensorflow/python/training/momentum.py).
 */
import { pyClass } from "../graph/signature.js";
import type { Tensor } from "../graph/tensor.js";
import type { Variable } from "../ops/state/variable.js";
import type { Hyperparameter } from "./optimizer.js";
import { SlotOptimizer, type Update } from "./slot_optimizer.js";

interface MomentumArguments {
  learning_rate: Hyperparameter;
  momentum: Hyperparameter;
  use_locking: boolean;
  name: string;
  use_nesterov: boolean;
}

class Momentum extends SlotOptimizer {
  private readonly p: MomentumArguments;
  private tensors: { lr: Tensor; momentum: Tensor } | null = null;

  constructor(p: MomentumArguments) {
    super(p.use_locking, p.name);
    this.p = p;
  }
  protected override createSlots(variables: readonly Variable[]): void {
    for (const v of variables) this.zerosSlot(v, "momentum", this.get_name());
  }
  protected override prepare(): void {
    const lr = this.hyperparameter(this.p.learning_rate, "learning_rate");
    this.tensors = { lr, momentum: this.hyperparameter(this.p.momentum, "momentum") };
  }
  protected updateOf(variable: Variable): Update {
    const { lr, momentum } = this.tensors!;
    return {
      type: "Momentum",
      slots: { accum: "momentum" },
      scalars: { lr: this.cast(lr, variable), momentum: this.cast(momentum, variable) },
      attrs: { use_nesterov: this.p.use_nesterov },
    };
  }
}

/** tf.train.MomentumOptimizer: with `use_nesterov` the gradient is taken as if the step had been made. */
export const MomentumOptimizer = pyClass<MomentumArguments>()(
  "MomentumOptimizer",
  "(learning_rate, momentum, use_locking=False, name='Momentum', use_nesterov=False)",
  Momentum.prototype,
  (p) => new Momentum(p),
);
