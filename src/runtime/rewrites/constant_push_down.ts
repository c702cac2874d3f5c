/**
 * Constants sink to the leaves of sums and products, where they meet other constants: (x * a) * b runs as x * (a * b),
 * (x + y) + c as x + (y + c), (x - a) + b as x + (b - a).
 * Source: ConstantFolding::ConstantPushDown (grappler/optimizers/constant_folding.cc).
 */
import { dtypeOf, type IrEdge, type IrNode, knownValue } from "../ir.js";
import type { View } from "./view.js";

const ADD = new Set(["Add", "AddV2"]);
const isSum = (t: string): boolean => ADD.has(t) || t === "Sub";
const isProduct = (t: string): boolean => t === "Mul" || t === "Div";
const isSymmetric = (t: string): boolean => ADD.has(t) || t === "Mul";
const isConstant = (e: IrEdge): boolean => knownValue(e) !== null;

export function pushConstantsDown(view: View, node: IrNode): boolean {
  const { type } = node;
  if (!isSum(type) && !isProduct(type)) return false;
  const [left, right] = node.inputs as [IrEdge, IrEdge];
  const leftIsConstant = isConstant(left);
  if (leftIsConstant === isConstant(right)) return false;
  const c = leftIsConstant ? left : right;
  const childEdge = leftIsConstant ? right : left;
  const child = childEdge.node;
  const related = (isSum(type) && isSum(child.type)) || (isProduct(type) && isProduct(child.type));
  if (!related || !view.isPrivate(child)) return false;
  const dtype = dtypeOf(left);
  if (dtype.baseName === "float16" || dtype.baseName === "bfloat16") return false;
  const symmetric = isSymmetric(type);
  const childSymmetric = isSymmetric(child.type);
  if (!(symmetric && childSymmetric) && !dtype.is_floating && !dtype.is_complex) return false;
  const [leftLeaf, rightLeaf] = child.inputs as [IrEdge, IrEdge];
  const leftLeafIsConstant = isConstant(leftLeaf);
  if (leftLeafIsConstant && isConstant(rightLeaf)) return false;
  const x = leftLeafIsConstant ? rightLeaf : leftLeaf;
  const y = leftLeafIsConstant ? leftLeaf : rightLeaf;
  if (symmetric && childSymmetric) {
    view.become(child, child.type, [c, y], false);
    view.become(node, type, [x, childEdge]);
    return true;
  }
  // Signs (or exponents) of the three terms in the original expression decide where each goes.
  const leafNegated = (isRight: boolean): boolean => (!childSymmetric && isRight) !== (!symmetric && leftIsConstant);
  const negC = !symmetric && !leftIsConstant;
  const negX = leafNegated(leftLeafIsConstant);
  const negY = leafNegated(!leftLeafIsConstant);
  const plus = isSum(type) ? "Add" : "Mul";
  const minus = isSum(type) ? "Sub" : "Div";
  view.become(child, negC !== negY ? minus : plus, negC ? [y, c] : [c, y], false);
  view.become(node, negX || (negC && negY) ? minus : plus, negX ? [childEdge, x] : [x, childEdge]);
  return true;
}
