/**
 * Matrix products without packet kernels: integers, float16, complex numbers.
 * Source: tf.matmul of these types in TensorFlow 1.15; terms one after another, every step rounded to the type.
 */
import type { DType, NumericData } from "../../np/dtype.js";
import { roundHalf } from "../../np/half.js";
import type { Blocks } from "./blocking.js";
import type { Strides } from "./tile.js";

/** One value of the product: the operands start at `at` and `bt`, the result goes to element `ct`. */
type Cell = (a: NumericData, at: number, b: NumericData, bt: number, c: NumericData, ct: number) => void;

export type PlainProductAt = (
  a: NumericData,
  a0: number,
  b: NumericData,
  b0: number,
  c: NumericData,
  c0: number,
) => void;

function int32Cell(depth: number, as: number, bs: number): Cell {
  return (a, at, b, bt, c, ct) => {
    const x = a as Int32Array;
    const y = b as Int32Array;
    let sum = 0;
    for (let p = 0; p < depth; p++, at += as, bt += bs) sum = (sum + Math.imul(x[at]!, y[bt]!)) | 0;
    (c as Int32Array)[ct] = sum;
  };
}

function bigCell(depth: number, as: number, bs: number): Cell {
  return (a, at, b, bt, c, ct) => {
    const x = a as BigInt64Array;
    const y = b as BigInt64Array;
    let sum = 0n;
    for (let p = 0; p < depth; p++, at += as, bt += bs) sum += x[at]! * y[bt]!;
    (c as BigInt64Array)[ct] = sum; // storing keeps the low 64 bits
  };
}

function halfCell(depth: number, as: number, bs: number): Cell {
  return (a, at, b, bt, c, ct) => {
    const x = a as Float32Array;
    const y = b as Float32Array;
    let sum = 0;
    for (let p = 0; p < depth; p++, at += as, bt += bs) sum = roundHalf(sum + roundHalf(x[at]! * y[bt]!));
    (c as Float32Array)[ct] = sum;
  };
}

/** Sums of complex products; `signA`, `signB` are -1 where an operand is conjugated. */
function complexCell(depth: number, as: number, bs: number, single: boolean, signA: number, signB: number): Cell {
  const round = single ? Math.fround : Number;
  return (a, at, b, bt, c, ct) => {
    const x = a as Float64Array;
    const y = b as Float64Array;
    let re = 0;
    let im = 0;
    for (let p = 0; p < depth; p++, at += as, bt += bs) {
      const xr = x[2 * at]!;
      const xi = signA * x[2 * at + 1]!;
      const yr = y[2 * bt]!;
      const yi = signB * y[2 * bt + 1]!;
      re = round(re + round(round(xr * yr) - round(xi * yi)));
      im = round(im + round(round(xr * yi) + round(xi * yr)));
    }
    (c as Float64Array)[2 * ct] = re;
    (c as Float64Array)[2 * ct + 1] = im;
  };
}

/** A product of a type that has no packet kernel. */
export function bindPlainProduct(
  dtype: DType,
  size: Blocks,
  strides: Strides,
  conjugateA = false,
  conjugateB = false,
): PlainProductAt {
  const { rows, depth, cols } = size;
  const { aRow, aDepth, bDepth, bCol, cRow } = strides;
  const cell =
    dtype.kind === "c"
      ? complexCell(depth, aDepth, bDepth, dtype.name === "complex64", conjugateA ? -1 : 1, conjugateB ? -1 : 1)
      : dtype.isBig
        ? bigCell(depth, aDepth, bDepth)
        : dtype.name === "float16"
          ? halfCell(depth, aDepth, bDepth)
          : int32Cell(depth, aDepth, bDepth);
  return (a, a0, b, b0, c, c0) => {
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < cols; j++) cell(a, a0 + i * aRow, b, b0 + j * bCol, c, c0 + i * cRow + j);
    }
  };
}
