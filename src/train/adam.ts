/**
 * Adam: running means of the gradient and of its square, corrected for their start at zero.
 * Source: tf.train.AdamOptimizer (tensorflow/python/training/adam.py); Kingma and Ba, arXiv:1412.6980.
 */
import { createOp, createOperation } from "../graph/create_op.js";
import { getDefaultGraph } from "../graph/graph.js";
import type { IndexedSlices } from "../graph/indexed_slices.js";
import type { Operation } from "../graph/operation.js";
import { pyClass } from "../graph/signature.js";
import type { Tensor } from "../graph/tensor.js";
import { groupOperations } from "../ops/control/dependencies.js";
import { isResourceVariable } from "../ops/state/resource_variable.js";
import type { Variable } from "../ops/state/variable.js";
import { type Hyperparameter, Optimizer } from "./optimizer.js";

interface AdamArguments {
  learning_rate: Hyperparameter;
  beta1: Hyperparameter;
  beta2: Hyperparameter;
  epsilon: Hyperparameter;
  use_locking: boolean;
  name: string;
}

class Adam extends Optimizer {
  private readonly p: AdamArguments;
  private tensors: { lr: Tensor; beta1: Tensor; beta2: Tensor; epsilon: Tensor } | null = null;

  constructor(p: AdamArguments) {
    super(p.use_locking, p.name);
    this.p = p;
  }

  protected override createSlots(variables: readonly Variable[]): void {
    // The powers belong to no variable; they live beside the first by name.
    const first = variables.reduce((a, b) => (b.name < a.name ? b : a));
    this.nonSlot(this.p.beta1 as number, "beta1_power", first);
    this.nonSlot(this.p.beta2 as number, "beta2_power", first);
    for (const v of variables) {
      this.zerosSlot(v, "m", this.get_name());
      this.zerosSlot(v, "v", this.get_name());
    }
  }
  protected override prepare(): void {
    this.tensors = {
      lr: this.hyperparameter(this.p.learning_rate, "learning_rate"),
      beta1: this.hyperparameter(this.p.beta1, "beta1"),
      beta2: this.hyperparameter(this.p.beta2, "beta2"),
      epsilon: this.hyperparameter(this.p.epsilon, "epsilon"),
    };
  }
  protected applyDense(grad: Tensor, variable: Variable): Operation {
    const { lr, beta1, beta2, epsilon } = this.tensors!;
    const inputs = {
      m: this.get_slot(variable, "m")!._ref(),
      v: this.get_slot(variable, "v")!._ref(),
      beta1_power: this.cast(this.other("beta1_power"), variable),
      beta2_power: this.cast(this.other("beta2_power"), variable),
      lr: this.cast(lr, variable),
      beta1: this.cast(beta1, variable),
      beta2: this.cast(beta2, variable),
      epsilon: this.cast(epsilon, variable),
      grad,
    };
    return this.apply("ApplyAdam", variable, inputs);
  }

  /** The means decay everywhere, the gradient reaches its rows only, and the whole variable moves. */
  protected applySparse(slices: IndexedSlices, variable: Variable): Operation {
    const grad = Optimizer.withoutRepeats(slices);
    const graph = getDefaultGraph();
    const cast = (t: Tensor | Variable) => this.cast(t, variable);
    const { tensors } = this;
    const power1 = cast(this.other("beta1_power"));
    const power2 = cast(this.other("beta2_power"));
    const lr0 = cast(tensors!.lr);
    const beta1 = cast(tensors!.beta1);
    const beta2 = cast(tensors!.beta2);
    const epsilon = cast(tensors!.epsilon);
    const one = (t: Tensor | Variable) => t.rsub(1);
    const lr = lr0.mul(createOp("Sqrt", { x: one(power2) })).truediv(one(power1));
    const decayed = (slot: string, beta: Tensor | Variable, rows: () => Tensor): Tensor => {
      const mean = this.get_slot(variable, slot)!;
      const scaled = rows().mul(one(beta));
      const kept = mean.assign(mean.mul(beta), this.useLocking);
      return graph.withControls([kept.op], () => this.addRows(mean, grad.indices, scaled));
    };
    const m = decayed("m", beta1, () => grad.values);
    const v = decayed("v", beta2, () => grad.values.mul(grad.values));
    const root = createOp("Sqrt", { x: v });
    const moved = variable.assign_sub(lr.mul(m).truediv(root.add(epsilon)), this.useLocking);
    return groupOperations([moved.op, m.op, v.op]);
  }

  /** The variable after rows were added to it. */
  private addRows(to: Variable, indices: Tensor, updates: Tensor): Tensor {
    if (isResourceVariable(to)) {
      const added = createOperation("ResourceScatterAdd", { resource: to.handle, indices, updates });
      return getDefaultGraph().withControls([added], () => to.value());
    }
    return createOp("ScatterAdd", { ref: to._ref(), indices, updates }, { use_locking: this.useLocking });
  }

  protected override finish(updates: readonly Operation[], name: string): Operation {
    const graph = getDefaultGraph();
    const power1 = this.other("beta1_power");
    const power2 = this.other("beta2_power");
    const { beta1, beta2 } = this.tensors!;
    const powers = graph.withControls(updates, () =>
      graph.withColocation(power1.op, () => [
        power1.assign(power1.mul(beta1), this.useLocking).op,
        power2.assign(power2.mul(beta2), this.useLocking).op,
      ]),
    );
    return groupOperations([...updates, ...powers], name);
  }
}

/** tf.train.AdamOptimizer */
export const AdamOptimizer = pyClass<AdamArguments>()(
  "AdamOptimizer",
  "(learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-08, use_locking=False, name='Adam')",
  Adam.prototype,
  (p) => new Adam(p),
);
