/**
 * Adagrad: steps shrink with the squares of all gradients so far. Adadelta: with a fading memory of them.
 * Source: tf.train.AdagradOptimizer, AdadeltaOptimizer (tensorflow/python/training/{adagrad,adadelta}.py).
 */
import { createOp } from "../graph/create_op.js";
import { pyClass } from "../graph/signature.js";
import type { Tensor } from "../graph/tensor.js";
import { shapeInternal } from "../ops/array/shape.js";
import { castTo } from "../ops/math/cast.js";
import { constant_initializer } from "../ops/random/initializers.js";
import type { Variable } from "../ops/state/variable.js";
import { repr } from "../py/repr.js";
import type { Hyperparameter } from "./optimizer.js";
import { requireThat, SlotOptimizer, type Update } from "./slot_optimizer.js";
import { createSlotWithInitializer } from "./slots.js";

interface AdagradArguments {
  learning_rate: Hyperparameter;
  initial_accumulator_value: number;
  use_locking: boolean;
  name: string;
}

class Adagrad extends SlotOptimizer {
  private readonly p: AdagradArguments;
  private rate: Tensor | null = null;

  constructor(p: AdagradArguments) {
    const { initial_accumulator_value: initial } = p;
    requireThat(Number(initial) > 0, `initial_accumulator_value must be positive: ${repr(initial)}`);
    super(p.use_locking, p.name);
    this.p = p;
  }
  protected override createSlots(variables: readonly Variable[]): void {
    const { initial_accumulator_value: value } = this.p;
    for (const v of variables) {
      const dtype = v.dtype.base_dtype;
      const filled = () => castTo(createOp("Fill", { dims: shapeInternal(v), value }), dtype);
      const initializer = v.shape.isFullyDefined ? constant_initializer(value, { dtype }) : filled;
      this.slot(v, "accumulator", () => createSlotWithInitializer(v, initializer, dtype, this.get_name()));
    }
  }
  protected override prepare(): void {
    this.rate = this.hyperparameter(this.p.learning_rate, "learning_rate");
  }
  protected updateOf(variable: Variable): Update {
    return { type: "Adagrad", slots: { accum: "accumulator" }, scalars: { lr: this.cast(this.rate!, variable) } };
  }
}

/** tf.train.AdagradOptimizer. Raises ValueError unless the initial accumulator value is positive. */
export const AdagradOptimizer = pyClass<AdagradArguments>()(
  "AdagradOptimizer",
  "(learning_rate, initial_accumulator_value=0.1, use_locking=False, name='Adagrad')",
  Adagrad.prototype,
  (p) => new Adagrad(p),
);

interface AdadeltaArguments {
  learning_rate: Hyperparameter;
  rho: Hyperparameter;
  epsilon: Hyperparameter;
  use_locking: boolean;
  name: string;
}

class Adadelta extends SlotOptimizer {
  private readonly p: AdadeltaArguments;
  private tensors: { lr: Tensor; rho: Tensor; epsilon: Tensor } | null = null;

  constructor(p: AdadeltaArguments) {
    super(p.use_locking, p.name);
    this.p = p;
  }
  protected override createSlots(variables: readonly Variable[]): void {
    for (const v of variables) {
      this.zerosSlot(v, "accum", this.get_name());
      this.zerosSlot(v, "accum_update", this.get_name());
    }
  }
  protected override prepare(): void {
    const lr = this.hyperparameter(this.p.learning_rate, "lr");
    const rho = this.hyperparameter(this.p.rho, "rho");
    this.tensors = { lr, rho, epsilon: this.hyperparameter(this.p.epsilon, "epsilon") };
  }
  protected updateOf(variable: Variable): Update {
    const { lr, rho, epsilon } = this.tensors!;
    return {
      type: "Adadelta",
      slots: { accum: "accum", accum_update: "accum_update" },
      scalars: {
        lr: this.cast(lr, variable),
        rho: this.cast(rho, variable),
        epsilon: this.cast(epsilon, variable),
      },
    };
  }
}

/** tf.train.AdadeltaOptimizer */
export const AdadeltaOptimizer = pyClass<AdadeltaArguments>()(
  "AdadeltaOptimizer",
  "(learning_rate=0.001, rho=0.95, epsilon=1e-08, use_locking=False, name='Adadelta')",
  Adadelta.prototype,
  (p) => new Adadelta(p),
);
