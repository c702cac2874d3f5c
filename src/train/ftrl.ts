/**
 * FTRL: follow the regularized leader, with L1, L2 and shrinkage.
 * Source: tf.train.FtrlOptimizer (tensorflow/python/training/ftrl.py).
 */
import { constant } from "../graph/constant.js";
import { getDefaultGraph } from "../graph/graph.js";
import { pyClass } from "../graph/signature.js";
import type { Tensor } from "../graph/tensor.js";
import type { Variable } from "../ops/state/variable.js";
import type { Hyperparameter } from "./optimizer.js";
import { floatZero, requireThat, SlotOptimizer, type Update } from "./slot_optimizer.js";
import { createSlot } from "./slots.js";

interface FtrlArguments {
  learning_rate: Hyperparameter;
  learning_rate_power: number;
  initial_accumulator_value: number;
  l1_regularization_strength: number;
  l2_regularization_strength: number;
  use_locking: boolean;
  name: string;
  accum_name: string | null;
  linear_name: string | null;
  l2_shrinkage_regularization_strength: number;
}

/** Python's %f. */
const fixed = (x: number): string => Number(x).toFixed(6);

class Ftrl extends SlotOptimizer {
  private readonly p: FtrlArguments;
  private tensors: { lr: Tensor; l1: Tensor; l2: Tensor; l2_shrinkage: Tensor; lr_power: Tensor } | null = null;

  constructor(p: FtrlArguments) {
    super(p.use_locking, p.name);
    const notNegative = (name: keyof FtrlArguments): void => {
      const value = Number(p[name]);
      requireThat(value >= 0, `${name} ${fixed(value)} needs to be positive or zero`);
    };
    notNegative("initial_accumulator_value");
    const power = Number(p.learning_rate_power);
    requireThat(power <= 0, `learning_rate_power ${fixed(power)} needs to be negative or zero`);
    notNegative("l1_regularization_strength");
    notNegative("l2_regularization_strength");
    notNegative("l2_shrinkage_regularization_strength");
    this.p = p;
  }
  protected override createSlots(variables: readonly Variable[]): void {
    const graph = getDefaultGraph();
    const { accum_name, linear_name, initial_accumulator_value } = this.p;
    for (const v of variables) {
      graph.withColocation(v.op, () => {
        const value = constant(initial_accumulator_value, { dtype: v.dtype.base_dtype, shape: v.shape.known });
        this.slot(v, "accum", () => createSlot(v, value, accum_name || this.get_name()));
        this.zerosSlot(v, "linear", linear_name || this.get_name());
      });
    }
  }
  protected override prepare(): void {
    const { p } = this;
    const lr = this.hyperparameter(p.learning_rate, "learning_rate");
    const l1 = this.hyperparameter(floatZero(p.l1_regularization_strength), "l1_regularization_strength");
    const l2 = this.hyperparameter(floatZero(p.l2_regularization_strength), "l2_regularization_strength");
    const shrinkage = floatZero(p.l2_shrinkage_regularization_strength);
    const l2_shrinkage = this.hyperparameter(shrinkage, "l2_shrinkage_regularization_strength");
    this.tensors = {
      lr,
      l1,
      l2,
      l2_shrinkage,
      lr_power: this.hyperparameter(p.learning_rate_power, "learning_rate_power"),
    };
  }
  protected updateOf(variable: Variable): Update {
    const { lr, l1, l2, l2_shrinkage, lr_power } = this.tensors!;
    const shrinks = Number(this.p.l2_shrinkage_regularization_strength) > 0;
    return {
      type: shrinks ? "FtrlV2" : "Ftrl",
      slots: { accum: "accum", linear: "linear" },
      scalars: {
        lr: this.cast(lr, variable),
        l1: this.cast(l1, variable),
        l2: this.cast(l2, variable),
        ...(shrinks && { l2_shrinkage: this.cast(l2_shrinkage, variable) }),
        lr_power: this.cast(lr_power, variable),
      },
    };
  }
}

/** tf.train.FtrlOptimizer. Raises ValueError for negative strengths and a positive learning rate power. */
export const FtrlOptimizer = pyClass<FtrlArguments>()(
  "FtrlOptimizer",
  "(learning_rate, learning_rate_power=-0.5, initial_accumulator_value=0.1, l1_regularization_strength=0.0, l2_regularization_strength=0.0, use_locking=False, name='Ftrl', accum_name=None, linear_name=None, l2_shrinkage_regularization_strength=0.0)",
  Ftrl.prototype,
  (p) => new Ftrl(p),
);
