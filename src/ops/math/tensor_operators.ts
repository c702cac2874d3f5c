/**
 * What the operator methods of tensors emit: `x.add(y)`, `x.lt(0)`, `x.at(0)` ….
 * Source: Tensor.OVERLOADABLE_OPERATORS, _override_operator (tensorflow/python/ops/math_ops.py, array_ops.py).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import type { BinaryVerb, OperatorTable, UnaryVerb } from "../../graph/operators.js";
import type { Tensor } from "../../graph/tensor.js";
import { getitem } from "../array/getitem.js";
import { matmulOf } from "./matmul.js";
import { leftOperator, rightOperator, SCOPED } from "./operators.js";
import { absOf } from "./unary.js";

const COMPARISONS = { lt: "Less", le: "LessEqual", gt: "Greater", ge: "GreaterEqual" } as const;
/** What the right operand is asked when the left one is no tensor. */
const MIRRORED = { lt: "Greater", le: "GreaterEqual", gt: "Less", ge: "LessEqual" } as const;

const EMIT = { ...SCOPED, matmul: (x: Tensor, y: Tensor, name: string) => matmulOf(x, y, {}, name) };

function isComparison(verb: BinaryVerb): verb is keyof typeof COMPARISONS {
  return verb in COMPARISONS;
}

export const tensorOperators: Omit<OperatorTable, "timesSparse"> = {
  binary: (verb: BinaryVerb, x: TensorLike, y: TensorLike) =>
    isComparison(verb) ? createOp(COMPARISONS[verb], { x, y }) : leftOperator(verb, EMIT[verb], x, y),
  reflected: (verb: BinaryVerb, x: TensorLike, y: Tensor) =>
    isComparison(verb) ? createOp(MIRRORED[verb], { x: y, y: x }) : rightOperator(verb, EMIT[verb], x, y),
  unary: (verb: UnaryVerb, x: Tensor) => {
    if (verb === "abs") return absOf(x);
    return createOp(verb === "neg" ? "Neg" : "LogicalNot", { x });
  },
  getitem,
};
