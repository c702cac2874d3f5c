/**
 * Zeros for an output that no gradient reached, created only where the output exists.
 * Source: ZerosLikeOutsideLoop (tensorflow/python/ops/control_flow_state.py).
 */
import { isSwitch } from "../graph/control_flow.js";
import { createOp } from "../graph/create_op.js";
import { getDefaultGraph } from "../graph/graph.js";
import type { Operation } from "../graph/operation.js";
import { dtypeBehind } from "../graph/shape_inference.js";
import type { Tensor } from "../graph/tensor.js";
import { zerosLike, zerosOf } from "../ops/array/fill.js";
import { identity } from "../ops/array/identity.js";
import { shapeInternal } from "../ops/array/shape.js";
import { CondContext } from "../ops/control/cond_context.js";
import { switchTensor } from "../ops/control/switch_merge.js";

export function zerosOutsideLoop(op: Operation, index: number): Tensor {
  const value = op.outputs[index]!;
  const context = op.controlFlowContext;
  const isHandle = value.dtype.baseName === "resource";
  const variableZeros = (handle: Tensor): Tensor =>
    zerosOf(createOp("VariableShape", { input: handle }), dtypeBehind(value));
  if (!isSwitch(op) || !(context instanceof CondContext))
    return isHandle ? variableZeros(value) : zerosLike(value, null, null, false);
  const other = switchTensor(op.inputs[0]!, context.pred)[context.branch === 1 ? 0 : 1];
  // A control edge from the switch itself would say nothing of the branch.
  const pivot = identity(other);
  if (isHandle) return getDefaultGraph().withControls([pivot.op], () => variableZeros(other));
  const shape = shapeInternal(other, null, false);
  return getDefaultGraph().withControls([pivot.op], () => zerosOf(shape, value.dtype));
}
