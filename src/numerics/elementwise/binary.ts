/**
 * bindBinary: the loop that computes an op of two operands, broadcasting them as TensorFlow does.
 * Source: BinaryOp of tensorflow/core/kernels/cwise_ops_common.h.
 */
import type { Data, DTypeName } from "../../np/dtype.js";
import { roundHalf } from "../../np/half.js";
import { planBroadcast } from "../broadcast.js";
import { complexBinary } from "./complex.js";
import { type BinaryLoop, binaryBigInts, binaryNumbers, compareBigInts, compareNumbers } from "./loop.js";
import { BINARY_LOOPS } from "./loops.generated.js";
import { type Attrs, BINARY, type BinaryRow, COMPARE, type CompareRow } from "./rows.js";
import { simdBinary } from "./simd.js";
import { isReal, PACKET, packetLane, scalarLane } from "./unary.js";

function binaryLoop(row: BinaryRow, dtype: DTypeName): BinaryLoop | null {
  switch (dtype) {
    case "float32":
    case "float64": {
      const lanes = row[dtype];
      return lanes ? binaryNumbers(packetLane(lanes), scalarLane(lanes), PACKET[dtype]) : null;
    }
    case "float16": {
      if (!row.float32) return null;
      const f = scalarLane(row.float32);
      const half = (x: number, y: number, parameter: number): number => roundHalf(f(x, y, parameter));
      return binaryNumbers(half, half, 1);
    }
    case "int64":
    case "uint64":
      return row.int64 ? binaryBigInts(row.int64) : null;
    case "bool":
      return row.bool ? binaryNumbers(row.bool, row.bool, 1) : null;
    default:
      return row.int32 ? binaryNumbers(row.int32, row.int32, 1) : null;
  }
}

function compareLoop(row: CompareRow, dtype: DTypeName): BinaryLoop | null {
  switch (dtype) {
    case "float16":
    case "float32":
      return row.float32 ? compareNumbers(scalarLane(row.float32)) : null;
    case "float64":
      return row.float64 ? compareNumbers(scalarLane(row.float64)) : null;
    case "int64":
    case "uint64":
      return row.int64 ? compareBigInts(row.int64) : null;
    case "bool":
      return row.bool ? compareNumbers(row.bool) : null;
    default:
      return row.int32 ? compareNumbers(row.int32) : null;
  }
}

/** A kernel bound to the shapes of its operands. */
export interface BoundBinary {
  readonly shape: readonly number[];
  /** True where the result is bool (0 and 1 in a Uint8Array), otherwise it has the operands' dtype. */
  readonly bool: boolean;
  /** `out` may be `a` or `b` where that has the result's shape and element type. */
  readonly run: (a: Data, b: Data, out: Data) => void;
}

/** The kernel of an op type; null where TensorFlow has none for the dtype, or where the shapes don't broadcast. */
export function bindBinary(
  op: string,
  dtype: DTypeName,
  aShape: readonly number[],
  bShape: readonly number[],
  attrs: Attrs = {},
): BoundBinary | null {
  const row = BINARY[op];
  const compare = COMPARE[op];
  let loop: BinaryLoop | null | undefined = BINARY_LOOPS[dtype]?.[op];
  if (!loop && isReal(dtype)) {
    loop = row ? binaryLoop(row, dtype) : compare ? compareLoop(compare, dtype) : null;
  }
  loop ??= complexBinary(op, dtype);
  const plan = loop ? planBroadcast(aShape, bShape) : null;
  if (!loop || !plan) return null;
  const bound: BinaryLoop = (dtype === "float32" ? simdBinary(op, plan) : null) ?? loop;
  const parameter = (row ?? compare)?.parameter?.(dtype, attrs) ?? 0;
  return {
    shape: plan.shape,
    bool: compare !== undefined,
    run: (a, b, out) => bound(a, b, out, plan, parameter),
  };
}
