/**
 * Operations that run as cheaper ones with other rounding.
 * Source: ConvertPow, SqrtDivToRsqrtMul, LogSoftmax stages (grappler/optimizers/arithmetic_optimizer.cc).
 */
import { type IrEdge, type IrNode, knownValue } from "../ir.js";
import { edge, shapeOf, type View } from "./view.js";

/** The one value that all elements of a constant have; null when they differ or it isn't constant. */
function uniform(e: IrEdge): number | null {
  const v = knownValue(e);
  if (!v || v.size === 0 || v.dtype.is_complex || Array.isArray(v.data)) return null;
  const first = v.data[0]!;
  for (let i = 1; i < v.size; i++) if (v.data[i] !== first) return null;
  return Number(first);
}

/** Exponents with an operation of their own. */
const POWERS = new Map<number, string>([
  [2, "Square"],
  [1, "Identity"],
  [0.5, "Sqrt"],
  [-0.5, "Rsqrt"],
  [-1, "Reciprocal"],
]);

function convertPow(view: View, node: IrNode): void {
  const [x, y] = node.inputs as [IrEdge, IrEdge];
  const exponent = uniform(y);
  // An exponent that makes the base larger is left alone.
  if (exponent === null || (knownValue(y)!.size !== 1 && !shapeOf(x).equals(knownValue(y)!.shape))) return;
  const simple = POWERS.get(exponent);
  if (simple) view.become(node, simple, [x]);
  else if (exponent === 3) {
    const square = view.add("Square", [x], node, shapeOf(x));
    view.become(node, "Mul", [x, edge(square)]);
  }
}

function divideBySquareRoot(view: View, node: IrNode): void {
  const [x, y] = node.inputs as [IrEdge, IrEdge];
  const root = y.node;
  if (root.type !== "Sqrt" || !view.isPrivate(root)) return;
  view.become(root, "Rsqrt", root.inputs);
  view.become(node, "Mul", [x, y]);
}

export function rewriteArithmetic(view: View, node: IrNode): void {
  if (node.isConstant) return;
  switch (node.type) {
    case "Pow":
      convertPow(view, node);
      break;
    case "RealDiv":
    case "Div":
      divideBySquareRoot(view, node);
      break;
    case "Log": {
      const softmax = node.inputs[0]!.node;
      if (softmax.type === "Softmax") view.become(node, "LogSoftmax", softmax.inputs);
      break;
    }
  }
}
