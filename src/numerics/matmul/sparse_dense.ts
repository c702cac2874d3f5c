/**
 * SparseTensorDenseMatMul: entries in stored order, each adding a multiple of one row of the dense matrix.
 * Source: tensorflow/core/kernels/sparse_tensor_dense_matmul_op.cc (product and sum rounded apart).
 */
import type { DType, NumericData } from "../../np/dtype.js";
import { NumericsError } from "../errors.js";
import type { Floats } from "./tile.js";

/** out [rows, cols] = adj(sparse) * adj(b); indices are [nnz, 2], row-major. */
export type SparseProduct = (
  indices: BigInt64Array | Int32Array,
  values: NumericData,
  b: NumericData,
  out: NumericData,
) => void;

/** An entry lies outside the matrices; the message is the kernel's. */
export class SparseIndexOutOfBounds extends NumericsError {
  constructor(name: "k" | "m", value: number, entry: number, column: number, limit: number) {
    super(`${name} (${value}) from index[${entry},${column}] out of bounds (>=${limit})`);
  }
}

/**
 * Binds the product of a sparse matrix with `rows` rows after taking its adjoint, and a dense one of `depth` rows and
 * `cols` columns after taking its.
 */
export function bindSparseTensorDenseMatMul(
  dtype: DType,
  rows: number,
  depth: number,
  cols: number,
  adjointA: boolean,
  adjointB: boolean,
): SparseProduct {
  const single = dtype.name === "float32";
  const rowAt = adjointA ? 1 : 0;
  const [bRow, bCol] = adjointB ? [1, depth] : [cols, 1];
  const add = dtype.kind === "c" ? bindComplexAdd(dtype, cols, bCol, adjointA, adjointB) : null;
  return (indices, values, b, out) => {
    const wide = indices instanceof BigInt64Array;
    if (dtype.isBig) (out as BigInt64Array).fill(0n);
    else (out as Floats).fill(0);
    const entries = indices.length / 2;
    for (let e = 0; e < entries; e++) {
      const i = wide ? Number(indices[2 * e + rowAt]) : (indices[2 * e + rowAt] as number);
      const p = wide ? Number(indices[2 * e + 1 - rowAt]) : (indices[2 * e + 1 - rowAt] as number);
      if (p < 0 || p >= depth) throw new SparseIndexOutOfBounds("k", p, e, 1 - rowAt, depth);
      if (i < 0 || i >= rows) throw new SparseIndexOutOfBounds("m", i, e, rowAt, rows);
      const at = i * cols;
      let s = p * bRow;
      if (single) {
        const v = (values as Float32Array)[e]!;
        const y = b as Float32Array;
        const c = out as Float32Array;
        for (let j = 0; j < cols; j++, s += bCol) c[at + j] = c[at + j]! + Math.fround(v * y[s]!);
      } else if (add) add(values as Floats, e, b as Floats, s, out as Floats, at);
      else if (dtype.isBig) {
        const v = (values as BigInt64Array)[e]!;
        const y = b as BigInt64Array;
        const c = out as BigInt64Array;
        for (let j = 0; j < cols; j++, s += bCol) c[at + j] = c[at + j]! + v * y[s]!;
      } else if (dtype.name === "int32") {
        const v = (values as Int32Array)[e]!;
        const y = b as Int32Array;
        const c = out as Int32Array;
        for (let j = 0; j < cols; j++, s += bCol) c[at + j] = c[at + j]! + Math.imul(v, y[s]!);
      } else {
        const v = (values as Float64Array)[e]!;
        const y = b as Float64Array;
        const c = out as Float64Array;
        for (let j = 0; j < cols; j++, s += bCol) c[at + j] = c[at + j]! + v * y[s]!;
      }
    }
  };
}

type ComplexAdd = (values: Floats, e: number, b: Floats, s: number, out: Floats, at: number) => void;

function bindComplexAdd(dtype: DType, cols: number, bCol: number, conjA: boolean, conjB: boolean): ComplexAdd {
  const round = dtype.name === "complex64" ? Math.fround : Number;
  return (values, e, b, s, out, at) => {
    const vr = values[2 * e]!;
    const vi = conjA ? -values[2 * e + 1]! : values[2 * e + 1]!;
    for (let j = 0; j < cols; j++, s += bCol) {
      const yr = b[2 * s]!;
      const yi = conjB ? -b[2 * s + 1]! : b[2 * s + 1]!;
      const o = 2 * (at + j);
      out[o] = out[o]! + round(round(vr * yr) - round(vi * yi));
      out[o + 1] = out[o + 1]! + round(round(vr * yi) + round(vi * yr));
    }
  };
}
