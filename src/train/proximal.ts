/**
 * Proximal updates: a step, then towards zero as L1 and L2 ask for. Adagrad's dual averaging, which does so from all gradients.
 * Source: tf.train.ProximalGradientDescentOptimizer, ProximalAdagradOptimizer, AdagradDAOptimizer
 * (tensorflow/python/training/{proximal_gradient_descent,proximal_adagrad,adagrad_da}.py).
 */
import { constant } from "../graph/constant.js";
import type { TensorLike } from "../graph/convert.js";
import { getDefaultGraph } from "../graph/graph.js";
import { pyClass } from "../graph/signature.js";
import type { Tensor } from "../graph/tensor.js";
import { PyFloat } from "../np/pyfloat.js";
import { identity } from "../ops/array/identity.js";
import { castTo } from "../ops/math/cast.js";
import { isResourceVariable } from "../ops/state/resource_variable.js";
import type { Variable } from "../ops/state/variable.js";
import { repr } from "../py/repr.js";
import type { Hyperparameter } from "./optimizer.js";
import { floatZero, requireThat, SlotOptimizer, type Update } from "./slot_optimizer.js";
import { createSlot } from "./slots.js";

interface ProximalArguments {
  learning_rate: Hyperparameter;
  l1_regularization_strength: TensorLike;
  l2_regularization_strength: TensorLike;
  use_locking: boolean;
  name: string;
}

abstract class Proximal<P extends ProximalArguments> extends SlotOptimizer {
  protected readonly p: P;
  private tensors: { lr: Tensor; l1: Tensor; l2: Tensor } | null = null;

  constructor(p: P) {
    super(p.use_locking, p.name);
    this.p = p;
  }
  protected override prepare(): void {
    const lr = this.hyperparameter(this.p.learning_rate, "learning_rate");
    const l1 = this.hyperparameter(floatZero(this.p.l1_regularization_strength), "l1_regularization_strength");
    const l2 = floatZero(this.p.l2_regularization_strength);
    this.tensors = { lr, l1, l2: this.hyperparameter(l2, "l2_regularization_strength") };
  }
  /** The tensors in the variable's type where the original casts them: for rows of resource variables. */
  protected scalars(variable: Variable, isSparse: boolean): { lr: TensorLike; l1: TensorLike; l2: TensorLike } {
    const { lr, l1, l2 } = this.tensors!;
    if (!isSparse || !isResourceVariable(variable)) return { lr, l1, l2 };
    const cast = (t: Tensor) => this.cast(t, variable);
    return { lr: cast(lr), l1: cast(l1), l2: cast(l2) };
  }
}

class ProximalGradientDescent extends Proximal<ProximalArguments> {
  protected updateOf(variable: Variable, isSparse: boolean): Update {
    const { lr, ...strengths } = this.scalars(variable, isSparse);
    return { type: "ProximalGradientDescent", slots: {}, scalars: { alpha: lr, ...strengths } };
  }
}

/** tf.train.ProximalGradientDescentOptimizer */
export const ProximalGradientDescentOptimizer = pyClass<ProximalArguments>()(
  "ProximalGradientDescentOptimizer",
  "(learning_rate, l1_regularization_strength=0.0, l2_regularization_strength=0.0, use_locking=False, name='ProximalGradientDescent')",
  ProximalGradientDescent.prototype,
  (p) => new ProximalGradientDescent(p),
);

interface ProximalAdagradArguments extends ProximalArguments {
  initial_accumulator_value: number;
}

/** A constant in the variable's shape, placed with it. */
function filled(v: Variable, value: number | PyFloat): Tensor {
  return getDefaultGraph().withColocation(v.op, () =>
    constant(value, { dtype: v.dtype.base_dtype, shape: v.shape.known }),
  );
}

class ProximalAdagrad extends Proximal<ProximalAdagradArguments> {
  constructor(p: ProximalAdagradArguments) {
    const { initial_accumulator_value: initial } = p;
    requireThat(Number(initial) > 0, `initial_accumulator_value must be positive: ${repr(initial)}`);
    super(p);
  }
  protected override createSlots(variables: readonly Variable[]): void {
    for (const v of variables) {
      const value = filled(v, this.p.initial_accumulator_value);
      this.slot(v, "accumulator", () => createSlot(v, value, this.get_name()));
    }
  }
  protected updateOf(variable: Variable, isSparse: boolean): Update {
    return { type: "ProximalAdagrad", slots: { accum: "accumulator" }, scalars: this.scalars(variable, isSparse) };
  }
}

/** tf.train.ProximalAdagradOptimizer. Raises ValueError unless the initial accumulator value is positive. */
export const ProximalAdagradOptimizer = pyClass<ProximalAdagradArguments>()(
  "ProximalAdagradOptimizer",
  "(learning_rate, initial_accumulator_value=0.1, l1_regularization_strength=0.0, l2_regularization_strength=0.0, use_locking=False, name='ProximalAdagrad')",
  ProximalAdagrad.prototype,
  (p) => new ProximalAdagrad(p),
);

interface AdagradDaArguments extends ProximalArguments {
  global_step: TensorLike;
  initial_gradient_squared_accumulator_value: number;
}

class AdagradDa extends SlotOptimizer {
  private readonly p: AdagradDaArguments;
  private tensors: { lr: Tensor; step: Tensor } | null = null;

  constructor(p: AdagradDaArguments) {
    const { initial_gradient_squared_accumulator_value: initial } = p;
    requireThat(Number(initial) > 0, `initial_gradient_squared_accumulator_value must be positive: ${repr(initial)}`);
    super(p.use_locking, p.name);
    this.p = p;
  }
  protected override createSlots(variables: readonly Variable[]): void {
    for (const v of variables) {
      const sums = filled(v, new PyFloat(0));
      const squares = filled(v, this.p.initial_gradient_squared_accumulator_value);
      this.slot(v, "gradient_accumulator", () => createSlot(v, sums, this.get_name()));
      this.slot(v, "gradient_squared_accumulator", () => createSlot(v, squares, this.get_name()));
    }
  }
  protected override prepare(): void {
    const lr = this.hyperparameter(this.p.learning_rate, "learning_rate");
    const step = getDefaultGraph().withColocation(lr.op, () => identity(this.p.global_step).add(1));
    this.tensors = { lr, step };
  }
  protected updateOf(variable: Variable): Update {
    const { lr, step } = this.tensors!;
    const global_step = getDefaultGraph().withDevice(variable.device, () => identity(step));
    const strength = (x: TensorLike) => castTo(floatZero(x), variable.dtype.base_dtype);
    return {
      type: "AdagradDA",
      slots: {
        gradient_accumulator: "gradient_accumulator",
        gradient_squared_accumulator: "gradient_squared_accumulator",
      },
      scalars: {
        lr: this.cast(lr, variable),
        l1: strength(this.p.l1_regularization_strength),
        l2: strength(this.p.l2_regularization_strength),
        global_step,
      },
    };
  }
}

/** tf.train.AdagradDAOptimizer: it needs the global step. Raises ValueError unless the initial value is positive. */
export const AdagradDAOptimizer = pyClass<AdagradDaArguments>()(
  "AdagradDAOptimizer",
  "(learning_rate, global_step, initial_gradient_squared_accumulator_value=0.1, l1_regularization_strength=0.0, l2_regularization_strength=0.0, use_locking=False, name='AdagradDA')",
  AdagradDa.prototype,
  (p) => new AdagradDa(p),
);
