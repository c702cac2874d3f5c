/**
 * Optimizer updates: variables and their slots change in place, from a dense gradient or from rows of one.
 * Source: tensorflow/core/kernels/training_ops.cc, core/ops/training_ops.cc.
 */
import { invalidArgument, KernelError } from "../../graph/errors.js";
import type { Kernel, KernelContext, Value, VariableStore } from "../../graph/kernel.js";
import { opDefOf } from "../../graph/op_def.js";
import type { OpRecord } from "../../graph/registry.js";
import type { ShapeFn } from "../../graph/shape_inference.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { dtypeOf } from "../../np/dtype.js";
import { sameShape } from "../../np/strided.js";
import { NumericsError } from "../../numerics/errors.js";
import type { Floats } from "../../numerics/matmul/tile.js";
import type { UpdateAttrs } from "../../numerics/optimizers/row.js";
import { bindDenseUpdate, bindSparseUpdate, UPDATES, type UpdateName } from "../../numerics/optimizers/update.js";
import type { Indices } from "../../numerics/reductions/indices.js";
import { numpyName, shapeText } from "../math/elementwise.js";
import { merge, mergeDim, withRank } from "../shape_functions.js";

/** What each input of such an op is, by the names in its signature. */
interface Roles {
  readonly state: readonly number[];
  /** In the order in which the update takes them. */
  readonly scalars: readonly number[];
  readonly scalarNames: readonly string[];
  readonly stateNames: readonly string[];
  readonly grad: number;
  readonly gradName: string;
  /** Row numbers of a sparse gradient, else -1. */
  readonly indices: number;
}

function rolesOf(type: string, update: UpdateName): Roles {
  const names = opDefOf(type)!.inputs.map((a) => a.name);
  const { state, scalars } = UPDATES[update];
  // The two plain descents call their rate and their gradient differently.
  const place = (name: string): number => names.indexOf(name === "lr" && !names.includes("lr") ? "alpha" : name);
  const grad = names.includes("grad") ? names.indexOf("grad") : names.indexOf("delta");
  return {
    state: state.map(place),
    stateNames: state,
    scalars: scalars.map(place),
    scalarNames: scalars.map((s) => names[place(s)]!),
    grad,
    gradName: names[grad]!,
    indices: names.indexOf("indices"),
  };
}

function updateShape(roles: Roles): ShapeFn {
  return (c) => {
    const stateShape = (i: number) => (c.inputDType(i).baseName === "resource" ? c.handleShape(i) : c.input(i));
    let shape = stateShape(0);
    for (let i = 1; i < c.inputCount; i++) {
      if (roles.state.includes(i)) shape = merge(shape, stateShape(i));
      else if (i === roles.indices) continue;
      else if (i !== roles.grad) withRank(c.input(i), 0);
      else if (roles.indices < 0) shape = merge(shape, c.input(i));
      else {
        const [rows] = withRank(c.input(roles.indices), 1);
        const { dims } = c.input(i);
        mergeDim(rows!, dims?.[0] ?? null);
        shape = merge(shape, new TensorShape(dims ? [null, ...dims.slice(1)] : null));
      }
    }
    return c.outputCount === 0 ? [] : [shape];
  };
}

/** Hyperparameters and slots fit the variable; raised in the words of the kernels. */
function check(k: KernelContext, roles: Roles, variables: readonly VariableStore[], grad: Value): void {
  const { shape } = variables[0]!.value;
  variables.forEach((v, i) => {
    if (sameShape(shape, v.value.shape)) return;
    throw invalidArgument(
      `var and ${roles.stateNames[i]} do not have the same shape${shapeText(shape)} ${shapeText(v.value.shape)}`,
    );
  });
  if (roles.indices >= 0 && shape.length === 0) throw invalidArgument("var must be at least 1 dimensional");
  roles.scalars.forEach((at, i) => {
    const given = k.input(at).shape;
    if (given.length > 0) throw invalidArgument(`${roles.scalarNames[i]} is not a scalar: ${shapeText(given)}`);
  });
  if (roles.indices < 0) {
    if (sameShape(shape, grad.shape)) return;
    throw invalidArgument(
      `var and ${roles.gradName} do not have the same shape${shapeText(shape)} ${shapeText(grad.shape)}`,
    );
  }
  const indices = k.input(roles.indices).shape;
  if (indices.length !== 1) throw invalidArgument("indices must be one-dimensional");
  for (let d = 1; d < shape.length; d++) {
    if (shape[d] !== grad.shape[d]) throw invalidArgument(`var and grad must match in dimension ${d}`);
  }
  if (grad.shape[0] !== indices[0])
    throw invalidArgument("grad must be the same size as indices in the first dimension.");
}

function attrsOf(k: KernelContext, update: UpdateName): UpdateAttrs {
  const def = opDefOf(k.type)!;
  const has = (name: string): boolean => def.attrs.some((a) => a.name === name);
  return {
    ...(has("use_nesterov") && { useNesterov: k.attr<boolean>("use_nesterov") }),
    ...(has("update_slots") && update === "Adagrad" && { updateSlots: k.attr<boolean>("update_slots") }),
  };
}

function updateKernel(roles: Roles, name: UpdateName): Kernel {
  return (k) => {
    const variables = roles.state.map((i) => k.variable(i));
    const grad = k.input(roles.grad);
    const scalarInputs = roles.scalars.map((i) => k.input(i).data);
    const dtype = dtypeOf(numpyName(grad));
    const attrs = attrsOf(k, name);
    const g = grad.data as Floats;
    const state: Floats[] = [];
    const scalars = scalarInputs.map(() => 0);
    let checked: Value | null = null;
    let update: () => void = () => {};
    const bind = (): void => {
      check(k, roles, variables, grad);
      const { shape } = variables[0]!.value;
      if (roles.indices < 0) {
        const dense = bindDenseUpdate(name, dtype, attrs);
        update = () => dense(state, scalars, g, grad.size);
      } else {
        const inner = shape.slice(1).reduce((n, d) => n * d, 1);
        const sparse = bindSparseUpdate(name, dtype, shape[0]!, inner, attrs);
        const indices = k.input(roles.indices).data as Indices;
        update = () => sparse(state, scalars, g, indices);
      }
    };
    const isHandle = k.outputTypes.length === 0;
    if (!isHandle) k.outputVariable(0, variables[0]!);
    return () => {
      // The kernel looks for the variable's lock first, and fails on that.
      if (isHandle && variables.some((v) => !v.initialized))
        throw new KernelError("INTERNAL", "Invalid variable reference.");
      const { value } = variables[0]!;
      if (value !== checked) {
        bind();
        checked = value;
      }
      for (let i = 0; i < variables.length; i++) state[i] = variables[i]!.value.data as Floats;
      for (let i = 0; i < scalars.length; i++) scalars[i] = Number(scalarInputs[i]![0]);
      try {
        update();
      } catch (error) {
        throw error instanceof NumericsError ? invalidArgument(error.message) : error;
      }
    };
  };
}

function record(type: string, update: UpdateName): OpRecord {
  const roles = rolesOf(type, update);
  return { type, shape: updateShape(roles), kernel: updateKernel(roles, update) };
}

/** For references and, with "Resource" before the name, for handles. */
export const trainingRecords: readonly OpRecord[] = (Object.keys(UPDATES) as UpdateName[]).flatMap((name) =>
  ["Apply", "SparseApply", "ResourceApply", "ResourceSparseApply"]
    .map((prefix) => `${prefix}${name}`)
    .filter((type) => opDefOf(type) !== null)
    .map((type) => record(type, name)),
);
