/**
 * Optimizer: gradients of a loss, and the operations that apply them to variables.
 * Source: tf.train.Optimizer (tensorflow/python/training/optimizer.py).
 */

import type { Aggregation } from "../autodiff/aggregate.js";
import { buildGradients } from "../autodiff/gradients.js";
import { convertToTensor, convertToTensorOrIndexedSlices, type TensorLike } from "../graph/convert.js";
import { createOp, createOperation, type OpAttrs, scoped } from "../graph/create_op.js";
import type { DType } from "../graph/dtypes.js";
import { getDefaultGraph } from "../graph/graph.js";
import { IndexedSlices } from "../graph/indexed_slices.js";
import { GraphKeys } from "../graph/keys.js";
import type { Operation } from "../graph/operation.js";
import type { Gradient } from "../graph/registry.js";
import { bindArguments, parseSignature } from "../graph/signature.js";
import { Tensor } from "../graph/tensor.js";
import { AttributeError, NotImplementedError, RuntimeError, ValueError } from "../np/errors.js";
import { repr } from "../np/printing/repr.js";
import { typeName } from "../np/printing/type_name.js";
import { PyFloat } from "../np/pyfloat.js";
import { tuple } from "../np/pytuple.js";
import { shapeInternal } from "../ops/array/shape.js";
import { gated, groupOperations } from "../ops/control/dependencies.js";
import { castTo } from "../ops/math/cast.js";
import { trainable_variables } from "../ops/state/collections.js";
import { isResourceVariable } from "../ops/state/resource_variable.js";
import { Variable } from "../ops/state/variable.js";
import { makeVariable } from "../ops/state/variable_class.js";
import { createZerosSlot } from "./slots.js";

export type GradientAndVariable = readonly [Gradient, Variable];
/** A hyperparameter: a number, a tensor, or a function that gives one. */
export type Hyperparameter = TensorLike | (() => TensorLike);

/** The variable that counts the steps. Raises AttributeError for a tensor that is none. */
function counter(step: Step): Tensor {
  const tensor = step instanceof Tensor ? step : (step as Variable)._ref();
  if (!tensor.dtype.isRef) throw new AttributeError("'Tensor' object has no attribute 'assign_add'");
  return tensor;
}

/** What counts the steps: a variable, or a reference to one. */
export type Step = Variable | Tensor;

const GATE_NONE = 0;
const GATE_OP = 1;
const GATE_GRAPH = 2;
type Gate = 0 | 1 | 2;

export interface ComputeGradients {
  readonly var_list?: Variable | readonly Variable[] | null;
  readonly gate_gradients?: Gate;
  readonly aggregation_method?: Aggregation | null;
  readonly colocate_gradients_with_ops?: boolean;
  readonly grad_loss?: TensorLike | null;
}
export interface Minimize extends ComputeGradients {
  readonly global_step?: Step | null;
  readonly name?: string | null;
}

const MINIMIZE = parseSignature(
  "(loss, global_step=None, var_list=None, gate_gradients=1, aggregation_method=None, colocate_gradients_with_ops=False, name=None, grad_loss=None)",
);
const COMPUTE = parseSignature(
  "(loss, var_list=None, gate_gradients=1, aggregation_method=None, colocate_gradients_with_ops=False, grad_loss=None)",
);
const APPLY = parseSignature("(grads_and_vars, global_step=None, name=None)");

export abstract class Optimizer {
  static readonly GATE_NONE = GATE_NONE;
  static readonly GATE_OP = GATE_OP;
  static readonly GATE_GRAPH = GATE_GRAPH;
  private readonly name: string;
  protected readonly useLocking: boolean;
  private readonly slots = new Map<string, Map<Variable, Variable>>();
  private readonly others = new Map<string, Variable>();

  constructor(use_locking: boolean, name: string) {
    if (name === "") throw new ValueError("Must specify the optimizer name");
    this.name = name;
    this.useLocking = use_locking;
  }

  get_name(): string {
    return this.name;
  }

  /** compute_gradients, then apply_gradients. Raises ValueError when the loss depends on none of the variables. */
  minimize(loss: TensorLike, options?: Minimize): Operation;
  minimize(
    loss: TensorLike,
    global_step?: Step | null,
    var_list?: readonly Variable[] | null,
    options?: Omit<Minimize, "global_step" | "var_list">,
  ): Operation;
  minimize(...args: readonly unknown[]): Operation {
    const p = bindArguments("minimize", MINIMIZE, args, 1) as unknown as Required<Minimize> & { loss: TensorLike };
    const { loss, global_step, name, ...rest } = p;
    // Python calls it under a tape, which sees no variables of a graph.
    if (typeof loss === "function") {
      throw new ValueError(
        `No gradients provided for any variable, check your graph for ops that do not support gradients, between variables [] and loss ${repr(loss)}.`,
      );
    }
    const pairs = this.compute_gradients(loss, rest);
    if (pairs.every(([g]) => g === null)) {
      const list = pairs.map(([, v]) => `"${v}"`).join(", ");
      throw new ValueError(
        `No gradients provided for any variable, check your graph for ops that do not support gradients, between variables [${list}] and loss ${loss}.`,
      );
    }
    return this.apply_gradients(pairs, { global_step, name });
  }

  /** Pairs of gradient (null where the loss doesn't depend on the variable) and variable. */
  compute_gradients(loss: TensorLike, options?: ComputeGradients): [Gradient, Variable][];
  compute_gradients(
    loss: TensorLike,
    var_list?: Variable | readonly Variable[] | null,
    options?: Omit<ComputeGradients, "var_list">,
  ): [Gradient, Variable][];
  compute_gradients(...args: readonly unknown[]): [Gradient, Variable][] {
    const p = bindArguments("compute_gradients", COMPUTE, args, 1) as unknown as Required<ComputeGradients> & {
      loss: TensorLike;
    };
    const gate: number = p.gate_gradients;
    if (![GATE_NONE, GATE_OP, GATE_GRAPH].includes(gate)) {
      throw new ValueError(
        `gate_gradients must be one of: Optimizer.GATE_NONE, Optimizer.GATE_OP, Optimizer.GATE_GRAPH.  Not ${gate}`,
      );
    }
    this.assertValid([p.loss as { dtype?: DType }]);
    const variables: readonly Variable[] = p.var_list === null ? trainable_variables() : [p.var_list].flat();
    if (variables.length === 0) throw new ValueError("No variables to optimize.");
    for (const v of variables as readonly unknown[]) {
      if (!(v instanceof Variable) && !(v instanceof Tensor)) {
        throw new NotImplementedError("Trying to optimize unsupported type ", v);
      }
    }
    let grads = buildGradients(
      [p.loss],
      variables.map((v) => (v instanceof Variable ? v._ref() : v)),
      {
        gradYs: p.grad_loss === null ? null : [p.grad_loss],
        gate: gate === GATE_OP,
        aggregation: p.aggregation_method,
        colocate: p.colocate_gradients_with_ops,
      },
    );
    if (gate === GATE_GRAPH) grads = gated(grads);
    const pairs = grads.map(
      (g, i): [Gradient, Variable] => tuple<Gradient | Variable>([g, variables[i]!]) as Gradient[] as [Gradient, never],
    );
    this.assertValid(pairs.filter(([g]) => g !== null).map(([, v]) => v));
    return pairs;
  }

  private assertValid(tensors: readonly { dtype?: DType }[]): void {
    for (const t of tensors) {
      if (typeof t !== "object" || t instanceof PyFloat || Array.isArray(t)) {
        throw new AttributeError(`'${typeName(t)}' object has no attribute 'dtype'`);
      }
      const dtype = t.dtype?.base_dtype;
      if (dtype && !dtype.is_floating && !dtype.is_complex) {
        throw new ValueError(
          `Invalid type ${dtype.__repr__()} for ${"name" in t ? String(t.name) : t}, expected: [tf.float32, tf.float64, tf.float16, tf.bfloat16].`,
        );
      }
    }
  }

  /** One operation that applies the gradients, and counts the step when a `global_step` is given. */
  apply_gradients(
    grads_and_vars: readonly GradientAndVariable[],
    options?: { readonly global_step?: Step | null; readonly name?: string | null },
  ): Operation;
  apply_gradients(
    grads_and_vars: readonly GradientAndVariable[],
    global_step?: Step | null,
    name?: string | null,
  ): Operation;
  apply_gradients(...args: readonly unknown[]): Operation {
    const p = bindArguments("apply_gradients", APPLY, args) as unknown as {
      grads_and_vars: readonly GradientAndVariable[];
      global_step: Step | null;
      name: string | null;
    };
    if (p.grads_and_vars.length === 0) throw new ValueError("No variables provided.");
    const pairs = p.grads_and_vars.map(([g, v]) => [g === null ? null : convertToTensorOrIndexedSlices(g), v] as const);
    const variables = pairs.filter(([g]) => g !== null).map(([, v]) => v);
    if (variables.length === 0) {
      throw new ValueError(`No gradients provided for any variable: [${pairs.map(([, v]) => `"${v}"`).join(", ")}].`);
    }
    const graph = getDefaultGraph();
    graph.withControls(null, () => this.createSlots(variables));
    return scoped(p.name, this.name, [], (scope) => {
      this.prepare();
      const updates = pairs.flatMap(([g, v]) => {
        if (g === null) return [];
        if (!(v instanceof Variable)) throw new NotImplementedError("Trying to update a Tensor ", v);
        return [graph.inScope(`update_${v.op.name}`, () => graph.withColocation(v.op, () => this.update(g, v)))];
      });
      const done = p.global_step === null ? this.finish(updates, scope) : this.countStep(updates, p.global_step, scope);
      const trainOps = graph.get_collection_ref(GraphKeys.TRAIN_OP);
      if (!trainOps.includes(done)) trainOps.push(done);
      return done;
    });
  }

  private update(grad: Tensor | IndexedSlices, variable: Variable): Operation {
    const { constraint } = variable;
    if (!(grad instanceof Tensor)) {
      if (constraint !== null) throw new RuntimeError("Cannot use a constraint function on a sparse variable.");
      return this.applySparse(grad, variable);
    }
    const op = this.applyDense(grad, variable);
    if (constraint === null) return op;
    return getDefaultGraph().withControls([op], () => variable.assign(constraint(variable)).op);
  }

  /** An update by an op type that exists for references ("ApplyAdam") and, as "ResourceApplyAdam", for handles. */
  protected apply(
    type: string,
    variable: Variable,
    inputs: Readonly<Record<string, TensorLike>>,
    attrs: OpAttrs = {},
  ): Operation {
    const prefix = isResourceVariable(variable) ? "Resource" : "";
    const all = { var: variable._ref(), ...inputs };
    return createOperation(`${prefix}${type}`, all, { use_locking: this.useLocking, ...attrs });
  }

  private countStep(updates: readonly Operation[], step: Step, scope: string): Operation {
    const graph = getDefaultGraph();
    const done = this.finish(updates, "update");
    return graph.withControls([done], () =>
      graph.withColocation(step.op, () =>
        isResourceVariable(step)
          ? step.assign_add(1, { name: scope, read_value: false })
          : createOperation("AssignAdd", { ref: counter(step), value: 1 }, {}, scope),
      ),
    );
  }

  /** Makes the slots, before anything else. */
  protected createSlots(_variables: readonly Variable[]): void {}
  /** Makes tensors of the hyperparameters. */
  protected prepare(): void {}
  protected abstract applyDense(grad: Tensor, variable: Variable): Operation;
  /** Gradients for some rows; equal indices must count together. */
  protected abstract applySparse(grad: IndexedSlices, variable: Variable): Operation;
  /** What happens after all variables are updated. */
  protected finish(updates: readonly Operation[], name: string): Operation {
    return groupOperations(updates, name);
  }

  protected hyperparameter(value: Hyperparameter, name: string): Tensor {
    return convertToTensor(typeof value === "function" ? value() : value, { name });
  }
  /** A hyperparameter in the variable's type. A resource variable of that type stays itself: what uses it reads it. */
  protected cast(value: Tensor | Variable, variable: Variable): Tensor | Variable {
    const dtype = variable.dtype.base_dtype;
    return isResourceVariable(value) && value.dtype === dtype ? value : castTo(value, dtype);
  }

  /** Sums rows of equal index: for kernels that would apply them one after another. */
  protected static withoutRepeats(grad: IndexedSlices): IndexedSlices {
    const [indices, positions] = createOperation("Unique", { x: grad.indices }).outputs as readonly [Tensor, Tensor];
    const count = shapeInternal(indices).at(0);
    const summed = createOp("UnsortedSegmentSum", { data: grad.values, segment_ids: positions, num_segments: count });
    return new IndexedSlices(summed, indices, grad.dense_shape);
  }

  /** The slot of that name; `make` makes it on first use. */
  protected slot(variable: Variable, slot: string, make: () => Variable): Variable {
    const named = this.slots.get(slot) ?? new Map<Variable, Variable>();
    this.slots.set(slot, named);
    const known = named.get(variable);
    if (known) return known;
    const made = make();
    named.set(variable, made);
    return made;
  }
  protected zerosSlot(variable: Variable, slot: string, scope: string): Variable {
    return this.slot(variable, slot, () => createZerosSlot(variable, scope));
  }
  get_slot(variable: Variable, name: string): Variable | null {
    return this.slots.get(name)?.get(variable) ?? null;
  }
  get_slot_names(): string[] {
    return [...this.slots.keys()].sort();
  }
  /** A variable of the optimizer that belongs to none of the trained ones (a power of beta). */
  protected nonSlot(initial: number, name: string, colocateWith: Variable): Variable {
    const known = this.others.get(name);
    if (known && known.graph === getDefaultGraph()) return known;
    const made = getDefaultGraph().withColocation(colocateWith.op, () =>
      makeVariable({ initialValue: initial, name, trainable: false }, isResourceVariable(colocateWith)),
    );
    this.others.set(name, made);
    return made;
  }
  protected other(name: string): Variable {
    return this.others.get(name)!;
  }
  /** All variables that the optimizer made. */
  variables(): Variable[] {
    const slots = [...this.slots.values()].flatMap((m) => [...m.values()]);
    return [...this.others.values(), ...slots].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}
