/**
 * Operations on the bits of integers.
 * Source: gen_bitwise_ops.py (tensorflow/python/ops), core/kernels/cwise_op_bitwise_and.cc and others.
 */
import type { OpRecord } from "../../graph/registry.js";
import { broadcastBinary, unchanged } from "../shape_functions.js";
import { binaryFunction } from "./binary.js";
import { binaryKernel, unaryKernel } from "./elementwise.js";
import { unaryFunction } from "./unary.js";

const NOT_DIFFERENTIABLE = ["BitwiseAnd", "BitwiseOr", "BitwiseXor", "LeftShift", "RightShift"];

export const bitwiseRecords: readonly OpRecord[] = [
  ...NOT_DIFFERENTIABLE.map((type): OpRecord => ({ type, shape: broadcastBinary, kernel: binaryKernel, grad: "none" })),

  { type: "Invert", shape: unchanged, kernel: unaryKernel, grad: "none" },
];

/** tf.bitwise.bitwise_and: bits set in both. */
export const bitwise_and = binaryFunction("bitwise_and", "BitwiseAnd");
/** tf.bitwise.bitwise_or: bits set in one or both. */
export const bitwise_or = binaryFunction("bitwise_or", "BitwiseOr");
/** tf.bitwise.bitwise_xor: bits set in exactly one. */
export const bitwise_xor = binaryFunction("bitwise_xor", "BitwiseXor");
/** tf.bitwise.left_shift: x moved up by y bits. */
export const left_shift = binaryFunction("left_shift", "LeftShift");
/** tf.bitwise.right_shift: x moved down by y bits, the sign kept. */
export const right_shift = binaryFunction("right_shift", "RightShift");
/** tf.bitwise.invert: every bit flipped. */
export const invert = unaryFunction("invert", "Invert");
