/**
 * x / c runs as x * (1 / c), the reciprocal rounded first.
 * Source: ConstantFolding::ReduceDivToReciprocalMul (grappler/optimizers/constant_folding.cc).
 */
import { dtypeOf, type IrNode, knownValue } from "../ir.js";
import { edge, shapeOf, type View } from "./view.js";

export function divideByConstants(view: View, node: IrNode): boolean {
  if (node.type !== "RealDiv" && node.type !== "Div") return false;
  const [x, y] = node.inputs as [(typeof node.inputs)[0], (typeof node.inputs)[0]];
  const dtype = dtypeOf(y);
  if (knownValue(y) === null || !(dtype.is_floating || dtype.is_complex)) return false;
  const reciprocal = view.add("Reciprocal", [y], node, shapeOf(y));
  view.become(node, "Mul", [x, edge(reciprocal)]);
  return true;
}
