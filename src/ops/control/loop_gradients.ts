/**
 * Gradients of the operations that loops are made of, built inside of the loop that runs backwards.
 * Source: _ExitGrad, _EnterGrad, _NextIterationGrad (tensorflow/python/ops/control_flow_grad.py),
 * AddBackpropAccumulator (control_flow_ops.py).
 */
import { constant } from "../../graph/constant.js";
import { createOp } from "../../graph/create_op.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { IndexedSlices } from "../../graph/indexed_slices.js";
import type { Operation } from "../../graph/operation.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import { Tensor } from "../../graph/tensor.js";
import { TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { TypeError_ } from "../../np/errors.js";
import { concat } from "../array/concat.js";
import { zerosLike, zerosOf } from "../array/fill.js";
import { shapeInternal } from "../array/shape.js";
import { unchanged } from "../shape_functions.js";
import { enter, exit, nextIteration } from "./loop_nodes.js";
import { merge, switchTensor } from "./switch_merge.js";
import { WhileContext } from "./while_context.js";

function gradientContext(): WhileContext | null {
  const context = getDefaultGraph().controlFlow;
  return context instanceof WhileContext ? context : null;
}

/** The gradient enters the loop that runs backwards. */
const exitGradient: GradientFn = (op, grad) => {
  const context = gradientContext()!;
  if (!context.options.backProp) return [null];
  if (op.controlFlowContext?.gradState) throw new TypeError_("Second-order gradient for while loops not supported.");
  const parts = grad instanceof Tensor ? [grad] : slicesParts(grad!);
  for (const t of parts) context.values.add(t.name);
  const options = { parallelIterations: context.options.parallelIterations, name: "b_exit" };
  const made = context.run(() => parts.map((t) => enter(t, context.name, options)));
  context.loopEnters.push(...made);
  return [grad instanceof Tensor ? made[0]! : new IndexedSlices(made[0]!, made[1]!, made[2] ?? null)];
};

function slicesParts(s: IndexedSlices): Tensor[] {
  return s.dense_shape ? [s.values, s.indices, s.dense_shape] : [s.values, s.indices];
}

/** A loop variable's gradient leaves the loop; that of an invariant is summed over the iterations. */
const enterGradient: GradientFn = (op, grad) => {
  const context = gradientContext();
  if (!context?.options.backProp || context.gradState === null) return [grad!];
  if (op.attr<boolean>("is_constant")) {
    return [grad instanceof Tensor ? accumulate(context, op, grad) : accumulateSlices(context, op, grad!)];
  }
  const made = exit(grad as Tensor);
  context.loopExits.push(made);
  context.exitResult([made]);
  return [made];
};

/** Runs `body` in the context around the loop, or outside of all. */
function outside<T>(context: WhileContext, body: () => T): T {
  return context.outer ? context.outer.run(body) : body();
}

/** Leaves the gradient loop's context for the time of `body`. */
function left<T>(context: WhileContext, body: () => T): T {
  context.exit();
  try {
    return body();
  } finally {
    context.enter();
  }
}

function zerosBefore(context: WhileContext, op: Operation, grad: Tensor): Tensor {
  const { shape } = grad;
  const dtype = grad.dtype.base_dtype;
  if (shape.isFullyDefined) return outside(context, () => constant(0, { dtype, shape: shape.known, name: "b_acc" }));
  const value = op.inputs[0]!;
  if (context.outer?.isWhile && context.outer.gradState !== null) {
    const real = context.gradState!.outerShapeOf(value);
    return outside(context, () => zerosOf(real, dtype));
  }
  return outside(context, () => zerosOf(shapeInternal(value, null, false), dtype));
}

function accumulate(context: WhileContext, op: Operation, grad: Tensor): Tensor {
  const start = left(context, () => zerosBefore(context, op, grad));
  context.values.add(start.name);
  const options = { parallelIterations: context.options.parallelIterations, name: "b_acc" };
  const entered = enter(start, context.name, options);
  context.loopEnters.push(entered);
  const merged = merge([entered, entered], "b_acc")[0];
  const [no, yes] = switchTensor(merged, context.pivot!);
  merged.op.updateInput(1, nextIteration(createOp("Add", { x: yes, y: grad })));
  const result = exit(no, "b_acc");
  context.loopExits.push(result);
  context.exitResult([result]);
  return result;
}

/** A leading dimension of 1 and what the rows of the values are. */
function slicesBefore(context: WhileContext, op: Operation, grad: IndexedSlices): Tensor[] {
  const { values, indices, dense_shape } = grad;
  const dtype = values.dtype.base_dtype;
  return outside(context, () => {
    const dims = values.shape.known;
    const rows = dims
      ? outside(context, () => constant(0, { dtype, shape: [1, ...dims.slice(1)], name: "b_acc" }))
      : zerosOf(concat([[1], shapeInternal(op.inputs[0]!, null, false).at("1:")], 0), dtype);
    const index = constant([0], { dtype: indices.dtype.base_dtype });
    if (!dense_shape) return [index, rows];
    const shapeType = dense_shape.dtype.base_dtype;
    const known = dense_shape.shape.known;
    const shape = known
      ? outside(context, () => constant(0, { dtype: shapeType, shape: known }))
      : zerosLike(shapeInternal(op.inputs[0]!, null, false, shapeType), null, null, false);
    return [index, rows, shape];
  });
}

/** Slices of all iterations one after another, behind a row of zeros. */
function accumulateSlices(context: WhileContext, op: Operation, grad: IndexedSlices): IndexedSlices {
  const starts = left(context, () => slicesBefore(context, op, grad));
  for (const t of starts) context.values.add(t.name);
  const options = { parallelIterations: context.options.parallelIterations, useInputShape: false, name: "b_acc" };
  const entered = starts.map((t) => enter(t, context.name, options));
  entered[0]!.set_shape([null]);
  const rows = starts[1]!.shape.dims;
  entered[1]!.set_shape(rows ? new TensorShape([null, ...rows.slice(1)]) : unknownShape);
  context.loopEnters.push(...entered);
  const merged = entered.map((t) => merge([t, t], "b_acc")[0]);
  const switched = merged.map((t) => switchTensor(t, context.pivot!));
  const next = [
    concat([switched[0]![1], grad.indices], 0),
    concat([switched[1]![1], grad.values], 0),
    ...(grad.dense_shape ? [createOp("Maximum", { x: grad.dense_shape, y: switched[2]![1] })] : []),
  ].map((t) => nextIteration(t));
  merged.forEach((m, i) => {
    m.op.updateInput(1, next[i]!);
  });
  const exits = switched.map(([no]) => exit(no, "b_acc"));
  context.loopExits.push(...exits);
  context.exitResult(exits);
  return new IndexedSlices(exits[1]!, exits[0]!, exits[2] ?? null);
}

const enterShape: OpRecord["shape"] = (c) => [c.attr<boolean>("is_constant") ? c.input(0) : unknownShape];

export const loopRecords: readonly OpRecord[] = [
  { type: "LoopCond", shape: unchanged, grad: "none" },
  { type: "NextIteration", shape: unchanged, grad: (_, grad) => [grad!] },
  { type: "RefNextIteration", shape: unchanged, grad: (_, grad) => [grad!] },
  { type: "Enter", shape: enterShape, grad: enterGradient },
  { type: "RefEnter", shape: unchanged, grad: enterGradient },
  { type: "Exit", shape: unchanged, grad: exitGradient },
  { type: "RefExit", shape: unchanged, grad: exitGradient },
  { type: "ControlTrigger", shape: () => [], kernel: () => undefined, grad: "none" },
];
