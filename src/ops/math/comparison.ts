/**
 * Comparisons and logic, element by element with broadcasting.
 * Source: gen_math_ops.py, tf.logical_xor (tensorflow/python/ops/math_ops.py).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import { planBroadcast } from "../../numerics/broadcast.js";
import { broadcastBinary } from "../shape_functions.js";
import { binaryFunction } from "./binary.js";
import { binaryKernel, shapeText } from "./elementwise.js";
import { logicalXorOf } from "./operators.js";

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Equal and NotEqual of text, byte by byte; of anything else as numbers. */
const equalityKernel: Kernel = (k) => {
  const [x, y] = [k.input(0), k.input(1)];
  if (x.dtype.baseName !== "string") return binaryKernel(k);
  const plan = planBroadcast(x.shape, y.shape);
  if (!plan) throw invalidArgument(`Incompatible shapes: ${shapeText(x.shape)} vs. ${shapeText(y.shape)}`);
  const out = k.output(0, plan.shape).data;
  const [a, b] = [x.data as readonly Uint8Array[], y.data as readonly Uint8Array[]];
  const whenEqual = k.type === "Equal" ? 1 : 0;
  return () => {
    for (let row = 0, n = 0; row < plan.rows; row++) {
      let [i, j] = [plan.aStart[row]!, plan.bStart[row]!];
      for (const end = n + plan.inner; n < end; n++, i += plan.aStep, j += plan.bStep) {
        out[n] = sameBytes(a[i]!, b[j]!) ? whenEqual : 1 - whenEqual;
      }
    }
  };
};

const ORDERED = ["Less", "LessEqual", "Greater", "GreaterEqual", "ApproximateEqual", "LogicalAnd", "LogicalOr"];

export const comparisonRecords: readonly OpRecord[] = [
  ...ORDERED.map((type): OpRecord => ({ type, shape: broadcastBinary, kernel: binaryKernel, grad: "none" })),
  ...["Equal", "NotEqual"].map(
    (type): OpRecord => ({ type, shape: broadcastBinary, kernel: equalityKernel, grad: "none" }),
  ),
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
