/**
 * RMSProp: gradients over a running root of their mean square, with momentum, centered around their mean if asked for.
 * Source: tf.train.RMSPropOptimizer (tensorflow/python/training/rmsprop.py).
 */
import { pyClass } from "../graph/signature.js";
import type { Tensor } from "../graph/tensor.js";
import { onesLike } from "../ops/array/fill.js";
import { ones_initializer } from "../ops/random/initializers.js";
import type { Variable } from "../ops/state/variable.js";
import type { Hyperparameter } from "./optimizer.js";
import { floatZero, SlotOptimizer, type Update } from "./slot_optimizer.js";
import { createSlot, createSlotWithInitializer } from "./slots.js";

interface RmsPropArguments {
  learning_rate: Hyperparameter;
  decay: Hyperparameter;
  momentum: Hyperparameter;
  epsilon: Hyperparameter;
  use_locking: boolean;
  centered: boolean;
  name: string;
}

class RmsProp extends SlotOptimizer {
  private readonly p: RmsPropArguments;
  private tensors: { lr: Tensor; decay: Tensor; momentum: Tensor; epsilon: Tensor } | null = null;

  constructor(p: RmsPropArguments) {
    super(p.use_locking, p.name);
    this.p = p;
  }
  protected override createSlots(variables: readonly Variable[]): void {
    for (const v of variables) {
      const dtype = v.dtype.base_dtype;
      this.slot(v, "rms", () =>
        v.shape.isFullyDefined
          ? createSlotWithInitializer(v, ones_initializer({ dtype }), dtype, this.get_name())
          : createSlot(v, onesLike(v), this.get_name()),
      );
      if (this.p.centered) this.zerosSlot(v, "mg", this.get_name());
      this.zerosSlot(v, "momentum", this.get_name());
    }
  }
  protected override prepare(): void {
    const lr = this.hyperparameter(this.p.learning_rate, "learning_rate");
    const decay = this.hyperparameter(this.p.decay, "decay");
    const momentum = this.hyperparameter(floatZero(this.p.momentum), "momentum");
    this.tensors = { lr, decay, momentum, epsilon: this.hyperparameter(this.p.epsilon, "epsilon") };
  }
  protected updateOf(variable: Variable): Update {
    const { lr, decay, momentum, epsilon } = this.tensors!;
    const { centered } = this.p;
    return {
      type: centered ? "CenteredRMSProp" : "RMSProp",
      slots: { ...(centered && { mg: "mg" }), ms: "rms", mom: "momentum" },
      scalars: {
        lr: this.cast(lr, variable),
        rho: this.cast(decay, variable),
        momentum: this.cast(momentum, variable),
        epsilon: this.cast(epsilon, variable),
      },
    };
  }
}

/** tf.train.RMSPropOptimizer */
export const RMSPropOptimizer = pyClass<RmsPropArguments>()(
  "RMSPropOptimizer",
  "(learning_rate, decay=0.9, momentum=0.0, epsilon=1e-10, use_locking=False, centered=False, name='RMSProp')",
  RmsProp.prototype,
  (p) => new RmsProp(p),
);
