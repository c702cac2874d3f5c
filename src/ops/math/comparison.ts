/**
 * Comparisons and logic, element by element with broadcasting.
 * Source: gen_math_ops.py, tf.logical_xor (tensorflow/python/ops/math_ops.py).
 */
import type { TensorLike } from "../../graph/convert.js";
import type { OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import { broadcastBinary } from "../shape_functions.js";
import { binaryFunction } from "./binary.js";
import { binaryKernel } from "./elementwise.js";
import { logicalXorOf } from "./operators.js";
import { sameText, textOr } from "./text.js";

const ORDERED = ["Less", "LessEqual", "Greater", "GreaterEqual", "ApproximateEqual", "LogicalAnd", "LogicalOr"];

export const comparisonRecords: readonly OpRecord[] = [
  ...ORDERED.map((type): OpRecord => ({ type, shape: broadcastBinary, kernel: binaryKernel, grad: "none" })),
  { type: "Equal", shape: broadcastBinary, kernel: textOr(binaryKernel, sameText), grad: "none" },
  {
    type: "NotEqual",
    shape: broadcastBinary,
    kernel: textOr(binaryKernel, (a, b) => 1 - sameText(a, b)),
    grad: "none",
  },
];

/** tf.equal: x == y. */
export const equal = binaryFunction("equal", "Equal");
/** tf.not_equal: x != y. */
export const not_equal = binaryFunction("not_equal", "NotEqual");
/** tf.less: x < y. */
export const less = binaryFunction("less", "Less");
/** tf.less_equal: x <= y. */
export const less_equal = binaryFunction("less_equal", "LessEqual");
/** tf.greater: x > y. */
export const greater = binaryFunction("greater", "Greater");
/** tf.greater_equal: x >= y. */
export const greater_equal = binaryFunction("greater_equal", "GreaterEqual");
/** tf.logical_and: both are true. */
export const logical_and = binaryFunction("logical_and", "LogicalAnd");
/** tf.logical_or: one or both are true. */
export const logical_or = binaryFunction("logical_or", "LogicalOr");

/** tf.logical_xor: exactly one is true. */
export const logical_xor = pyFunction<{ x: TensorLike; y: TensorLike; name: string }>()(
  "logical_xor",
  "(x, y, name='LogicalXor')",
  ({ x, y, name }) => logicalXorOf(x, y, name),
);
