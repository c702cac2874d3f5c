/**
 * Gradient descent: variable -= learning_rate * gradient.
 * Source: tf.train.GradientDescentOptimizer (tensorflow/python/training/gradient_descent.py).
 */
import { createOp, createOperation } from "../graph/create_op.js";
import type { IndexedSlices } from "../graph/indexed_slices.js";
import type { Operation } from "../graph/operation.js";
import { pyClass } from "../graph/signature.js";
import type { Tensor } from "../graph/tensor.js";
import { isResourceVariable } from "../ops/state/resource_variable.js";
import type { Variable } from "../ops/state/variable.js";
import { type Hyperparameter, Optimizer } from "./optimizer.js";

class GradientDescent extends Optimizer {
  private readonly learningRate: Hyperparameter;
  private rate: Tensor | null = null;

  constructor(learningRate: Hyperparameter, useLocking: boolean, name: string) {
    super(useLocking, name);
    this.learningRate = learningRate;
  }
  protected override prepare(): void {
    this.rate = this.hyperparameter(this.learningRate, "learning_rate");
  }
  protected applyDense(delta: Tensor, variable: Variable): Operation {
    const alpha = this.cast(this.rate!, variable);
    return this.apply("ApplyGradientDescent", variable, { alpha, delta });
  }
  protected applySparse(grad: IndexedSlices, variable: Variable): Operation {
    // The scatter subtracts row after row, so repeated indices need no summing.
    if (isResourceVariable(variable)) {
      const rate = this.learningRate;
      // The rate as it was given: a number becomes a constant of its own here.
      const updates = grad.values.neg().mul(typeof rate === "function" ? rate() : rate);
      return createOperation("ResourceScatterAdd", { resource: variable.handle, indices: grad.indices, updates });
    }
    const updates = createOp("Mul", { x: grad.values, y: this.cast(this.rate!, variable) }, {}, "mul");
    return createOperation(
      "ScatterSub",
      { ref: variable._ref(), indices: grad.indices, updates },
      { use_locking: this.useLocking },
    );
  }
}

/** tf.train.GradientDescentOptimizer */
export const GradientDescentOptimizer = pyClass<{
  learning_rate: Hyperparameter;
  use_locking: boolean;
  name: string;
}>()(
  "GradientDescentOptimizer",
  "(learning_rate, use_locking=False, name='GradientDescent')",
  GradientDescent.prototype,
  (p) => new GradientDescent(p.learning_rate, p.use_locking, p.name),
);
