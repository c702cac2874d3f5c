/**
 * Variables that follow others slowly.
 * Source: tf.train.ExponentialMovingAverage, assign_moving_average (tensorflow/python/training/moving_averages.py).
 */
import { convertToTensor, type TensorLike } from "../graph/convert.js";
import { scoped } from "../graph/create_op.js";
import { float32 } from "../graph/dtypes.js";
import { getDefaultGraph } from "../graph/graph.js";
import { GraphKeys } from "../graph/keys.js";
import type { Operation } from "../graph/operation.js";
import { pyClass } from "../graph/signature.js";
import { Tensor } from "../graph/tensor.js";
import { PyFloat } from "../np/pyfloat.js";
import { groupOperations } from "../ops/control/dependencies.js";
import { castTo } from "../ops/math/cast.js";
import { binary } from "../ops/math/gradient_rules.js";
import { add, mul, sub, truediv } from "../ops/math/operators.js";
import { zeros_initializer } from "../ops/random/initializers.js";
import { global_variables, trainable_variables } from "../ops/state/collections.js";
import { get_variable } from "../ops/state/get_variable.js";
import { Variable, type Written } from "../ops/state/variable.js";
import { get_variable_scope, variable_scope } from "../ops/state/variable_scope.js";
import { assign, assign_sub } from "../ops/state/writes.js";
import { withContext } from "../py/context.js";
import { createSlot, createZerosSlot } from "./slots.js";

/** A name that no variable of the current scope has. */
function freeName(name: string): string {
  const scope = get_variable_scope();
  if (scope.reuse) return name;
  const taken = new Set(scope.global_variables().map((v) => v.op.name));
  const full = `${scope.name}/${name}`;
  if (!taken.has(full)) return name;
  let i = 1;
  while (taken.has(`${full}_${i}`)) i++;
  return `${name}_${i}`;
}

/** The average of what came, as if it had not begun at zero. Source: _zero_debias. */
function debiased(variable: Variable, value: TensorLike, decay: Tensor): Written {
  const graph = getDefaultGraph();
  const own = (name: string, shape: Variable["shape"] | []): Variable =>
    get_variable(freeName(name), {
      shape,
      dtype: variable.dtype.base_dtype,
      initializer: zeros_initializer(),
      trainable: false,
    });
  const scope = variable_scope(variable.name.slice(0, -2), { values: [variable, value, decay] });
  const [biased, step] = withContext(scope, () =>
    graph.withColocation(variable.op, () => [own("biased", variable.shape), own("local_step", [])] as const),
  );
  const updated = assign_sub(biased, mul(sub(biased, value), decay));
  const steps = step.assign_add(new PyFloat(1));
  const factor = sub(1, binary("Pow", sub(new PyFloat(1), decay), steps));
  return assign(variable, truediv(updated, factor), { name: `${graph.get_name_scope()}/` });
}

/** variable -= (variable - value) * (1 - decay), under one name. */
export function assignMovingAverage(
  variable: Variable,
  value: TensorLike,
  decay: TensorLike,
  zeroDebias: boolean,
  name: string | null = null,
): Written {
  return scoped(name, "AssignMovingAvg", [variable, value, decay], (scope) => {
    const left = decay instanceof Tensor ? sub(new PyFloat(1), decay) : new PyFloat(1 - Number(decay));
    const rate = castTo(convertToTensor(left, { name: "decay" }), variable.dtype.base_dtype);
    if (zeroDebias) return debiased(variable, value, rate);
    return assign_sub(variable, mul(sub(variable, value), rate), { name: scope });
  });
}

interface AverageArguments {
  decay: TensorLike;
  num_updates: TensorLike | null;
  zero_debias: boolean;
  name: string;
}
type Followed = Variable | Tensor;

class ExponentialMovingAverage {
  private readonly p: AverageArguments;
  private readonly averages = new Map<Followed, Variable>();

  constructor(p: AverageArguments) {
    this.p = p;
  }
  get name(): string {
    return this.p.name;
  }

  /** Makes averages of the variables (all trainable ones by default) and the operation that updates them. Raises TypeError for integers. */
  apply(var_list: readonly Followed[] | null = null): Operation {
    const list = var_list ?? trainable_variables();
    const graph = getDefaultGraph();
    const biased = new Set<Variable>();
    for (const v of list) {
      if (!v.dtype.base_dtype.is_floating)
        throw new TypeError(`The variables must be half, float, or double: ${v.name}`);
      if (this.averages.has(v)) continue;
      const average = graph.withControls(null, () => {
        if (v instanceof Variable) {
          const made = createSlot(v, v.initialized_value(), this.name);
          graph.add_to_collection(GraphKeys.MOVING_AVERAGE_VARIABLES, v);
          return made;
        }
        const made = createZerosSlot(
          v,
          this.name,
          v.dtype,
          ["Variable", "VariableV2", "VarHandleOp"].includes(v.op.type),
        );
        if (this.p.zero_debias) biased.add(made);
        return made;
      });
      this.averages.set(v, average);
    }
    return graph.inScope(this.name, (scope) => {
      let decay = convertToTensor(this.p.decay, { name: "decay" });
      if (this.p.num_updates !== null) {
        const updates = castTo(this.p.num_updates, float32, "num_updates");
        const upTo = truediv(add(new PyFloat(1), updates), add(new PyFloat(10), updates));
        decay = binary("Minimum", decay, upTo);
      }
      const updates = list.map((v) => {
        const average = this.averages.get(v)!;
        const update = assignMovingAverage(average, v, decay, biased.has(average));
        return update.op;
      });
      return groupOperations(updates, scope);
    });
  }

  /** The variable that holds the average; null for what is not followed. */
  average(variable: Followed): Variable | null {
    return this.averages.get(variable) ?? null;
  }
  /** Name of the variable that holds, or would hold, the average. */
  average_name(variable: Followed): string {
    const known = this.averages.get(variable);
    return known ? known.op.name : getDefaultGraph().unique_name(`${variable.op.name}/${this.name}`, false);
  }
  /** Names in a checkpoint to variables: those that have averages are restored from these. */
  variables_to_restore(moving_avg_variables: readonly Variable[] | null = null): Map<string, Variable> {
    const collected = getDefaultGraph().get_collection(GraphKeys.MOVING_AVERAGE_VARIABLES);
    const followed = collected.filter((v) => v instanceof Variable);
    const averaged = new Set(moving_avg_variables ?? [...trainable_variables(), ...followed]);
    const map = new Map<string, Variable>();
    for (const v of averaged) map.set(this.average_name(v), v);
    const names = new Set([...averaged].map((v) => v.name));
    for (const v of global_variables()) if (!names.has(v.name) && !map.has(v.op.name)) map.set(v.op.name, v);
    return map;
  }
}

/**
 * tf.train.ExponentialMovingAverage: averages that keep `decay` of themselves in each update; `num_updates` makes it smaller
 * at the beginning.
 */
export const ExponentialMovingAverageClass = pyClass<AverageArguments>()(
  "ExponentialMovingAverage",
  "(decay, num_updates=None, zero_debias=False, name='ExponentialMovingAverage')",
  ExponentialMovingAverage.prototype,
  (p) => new ExponentialMovingAverage(p),
);
