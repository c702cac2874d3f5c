/**
 * Shapes of loops over elements, and the loops that rarely used kernels share (a function value per element, so slower).
 * Source: UnaryFunctor and BinaryFunctor of tensorflow/core/kernels/cwise_ops_common.h; packets as in Eigen's TensorExecutor.
 */
import type { Data } from "../../np/dtype.js";
import type { BroadcastPlan } from "../broadcast.js";

/** Methods, so that each loop may say which storage it takes. */
export type UnaryLoop = { run(x: Data, out: Data, n: number, parameter: number): void }["run"];
export type BinaryLoop = { run(a: Data, b: Data, out: Data, plan: BroadcastPlan, parameter: number): void }["run"];

/** Storage whose elements are JavaScript numbers. */
export type Numbers =
  | Uint8Array
  | Int8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;
export type BigInts = BigInt64Array | BigUint64Array;

type Unary<N, R> = (x: N, parameter: number) => R;
type Binary<N, R> = (x: N, y: N, parameter: number) => R;

/** `packet` for whole packets of `width`, `scalar` for the elements left over. */
export function unaryNumbers(packet: Unary<number, number>, scalar: Unary<number, number>, width: number): UnaryLoop {
  return (x: Numbers, out: Numbers, n: number, parameter: number): void => {
    const whole = packet === scalar ? 0 : n - (n % width);
    for (let i = 0; i < whole; i++) out[i] = packet(x[i]!, parameter);
    for (let i = whole; i < n; i++) out[i] = scalar(x[i]!, parameter);
  };
}

export function unaryBigInts(f: Unary<bigint, bigint>): UnaryLoop {
  return (x: BigInts, out: BigInts, n: number, parameter: number): void => {
    for (let i = 0; i < n; i++) out[i] = f(x[i]!, parameter);
  };
}

export function testNumbers(f: Unary<number, boolean>): UnaryLoop {
  return (x: Numbers, out: Uint8Array, n: number, parameter: number): void => {
    for (let i = 0; i < n; i++) out[i] = f(x[i]!, parameter) ? 1 : 0;
  };
}

/** As unaryNumbers; which elements form packets is counted along the result. */
export function binaryNumbers(
  packet: Binary<number, number>,
  scalar: Binary<number, number>,
  width: number,
): BinaryLoop {
  return (a: Numbers, b: Numbers, out: Numbers, plan: BroadcastPlan, parameter: number): void => {
    const { size, rows, inner, aStart, bStart, aStep, bStep } = plan;
    const whole = packet === scalar ? 0 : size - (size % width);
    for (let row = 0, k = 0; row < rows; row++) {
      let i = aStart[row]!;
      let j = bStart[row]!;
      for (const end = k + inner; k < end; k++, i += aStep, j += bStep) {
        out[k] = (k < whole ? packet : scalar)(a[i]!, b[j]!, parameter);
      }
    }
  };
}

export function binaryBigInts(f: Binary<bigint, bigint>): BinaryLoop {
  return (a: BigInts, b: BigInts, out: BigInts, plan: BroadcastPlan, parameter: number): void => {
    const { rows, inner, aStart, bStart, aStep, bStep } = plan;
    for (let row = 0, k = 0; row < rows; row++) {
      let i = aStart[row]!;
      let j = bStart[row]!;
      for (const end = k + inner; k < end; k++, i += aStep, j += bStep) out[k] = f(a[i]!, b[j]!, parameter);
    }
  };
}

export function compareNumbers(f: Binary<number, boolean>): BinaryLoop {
  return (a: Numbers, b: Numbers, out: Uint8Array, plan: BroadcastPlan, parameter: number): void => {
    const { rows, inner, aStart, bStart, aStep, bStep } = plan;
    for (let row = 0, k = 0; row < rows; row++) {
      let i = aStart[row]!;
      let j = bStart[row]!;
      for (const end = k + inner; k < end; k++, i += aStep, j += bStep) out[k] = f(a[i]!, b[j]!, parameter) ? 1 : 0;
    }
  };
}

export function compareBigInts(f: Binary<bigint, boolean>): BinaryLoop {
  return (a: BigInts, b: BigInts, out: Uint8Array, plan: BroadcastPlan, parameter: number): void => {
    const { rows, inner, aStart, bStart, aStep, bStep } = plan;
    for (let row = 0, k = 0; row < rows; row++) {
      let i = aStart[row]!;
      let j = bStart[row]!;
      for (const end = k + inner; k < end; k++, i += aStep, j += bStep) out[k] = f(a[i]!, b[j]!, parameter) ? 1 : 0;
    }
  };
}
