/**
 * bindUnary: the loop that computes an op of one operand over n elements.
 * Source: UnaryOp of tensorflow/core/kernels/cwise_ops_common.h.
 */
import type { Data, DTypeName } from "../../np/dtype.js";
import { roundHalf } from "../../np/half.js";
import { complexUnary } from "./complex.js";
import { testNumbers, type UnaryLoop, unaryBigInts, unaryNumbers } from "./loop.js";
import { UNARY_LOOPS } from "./loops.generated.js";
import { type Attrs, type Lanes, TESTS, type TestRow, UNARY, type UnaryRow } from "./rows.js";
import { simdUnary } from "./simd.js";

/** The function of what is left over after full packets. */
export function scalarLane<F>(lanes: Lanes<F>): F {
  return isPair(lanes) ? lanes[1] : lanes;
}
/** The function of full packets. */
export function packetLane<F>(lanes: Lanes<F>): F {
  return isPair(lanes) ? lanes[0] : lanes;
}
function isPair<F>(lanes: Lanes<F>): lanes is readonly [F, F] {
  return Array.isArray(lanes);
}

/** True for bool, integers and floats. */
export function isReal(dtype: DTypeName): boolean {
  return /^(bool|u?int\d+|float\d+)$/.test(dtype);
}

/** Elements in a packet of the build (AVX). */
export const PACKET = { float32: 8, float64: 4 } as const;

function unaryLoop(row: UnaryRow, dtype: DTypeName): UnaryLoop | null {
  switch (dtype) {
    case "float32":
    case "float64": {
      const lanes = row[dtype];
      return lanes ? unaryNumbers(packetLane(lanes), scalarLane(lanes), PACKET[dtype]) : null;
    }
    case "float16": {
      if (!row.float32) return null;
      const f = scalarLane(row.float32);
      const half = (x: number, parameter: number): number => roundHalf(f(x, parameter));
      return unaryNumbers(half, half, 1);
    }
    case "int64":
    case "uint64":
      return row.int64 ? unaryBigInts(row.int64) : null;
    case "bool":
      return row.bool ? unaryNumbers(row.bool, row.bool, 1) : null;
    default:
      return row.int32 ? unaryNumbers(row.int32, row.int32, 1) : null;
  }
}

function testLoop(row: TestRow, dtype: DTypeName): UnaryLoop | null {
  const lanes =
    dtype === "bool" ? row.bool : dtype === "float64" ? row.float64 : isFloat(dtype) ? row.float32 : undefined;
  return lanes ? testNumbers(scalarLane(lanes)) : null;
}
function isFloat(dtype: DTypeName): boolean {
  return dtype === "float32" || dtype === "float16";
}

/**
 * The kernel of an op type for n elements of a dtype, or null where TensorFlow has none. The function writes the result
 * into `out` (bool storage for IsNan, LogicalNot …), which may be `x` itself where the element types agree.
 */
export function bindUnary(
  op: string,
  dtype: DTypeName,
  n: number,
  attrs: Attrs = {},
): ((x: Data, out: Data) => void) | null {
  const row = UNARY[op];
  const test = TESTS[op];
  let loop: UnaryLoop | null | undefined = dtype === "float32" ? simdUnary(op, n) : null;
  loop ??= UNARY_LOOPS[dtype]?.[op];
  if (!loop && isReal(dtype)) loop = row ? unaryLoop(row, dtype) : test ? testLoop(test, dtype) : null;
  loop ??= complexUnary(op, dtype);
  if (!loop) return null;
  const bound = loop;
  const parameter = row?.parameter?.(dtype, attrs) ?? 0;
  return (x, out) => bound(x, out, n, parameter);
}
