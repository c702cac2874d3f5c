/**
 * MatMul of two matrices: which kernel a shape takes, bound once, run many times.
 * Source: tensorflow/core/kernels/matmul_op.cc (explicit vector-matrix paths and the tensor contraction).
 */
import type { DType, NumericData } from "../../np/dtype.js";
import { bindContraction } from "./contraction.js";
import { bindGemvColumns, bindGemvRows } from "./gemv.js";
import { bindPlainProduct } from "./plain.js";
import { type Floats, stridesOf } from "./tile.js";

/** out = a * b on whole arrays. */
export type Product = (a: NumericData, b: NumericData, out: NumericData) => void;

/**
 * Binds op(a) * op(b), where op(a) is [m, k] and op(b) is [k, n]; a transposed operand is stored [k, m] or [n, k].
 * `threads` is the size of the modelled thread pool: it decides how large products are cut, hence their last bits.
 */
export function bindMatMul(
  dtype: DType,
  m: number,
  k: number,
  n: number,
  transposeA: boolean,
  transposeB: boolean,
  threads = 1,
): Product {
  if (m === 0 || n === 0) return () => {};
  if (k === 0) return (_a, _b, out) => void (dtype.isBig ? (out as BigInt64Array).fill(0n) : (out as Floats).fill(0));
  const strides = stridesOf(m, k, n, transposeA, transposeB);
  const size = { rows: m, depth: k, cols: n };
  if (dtype.name !== "float32" && dtype.name !== "float64") {
    const product = bindPlainProduct(dtype, size, strides);
    return (a, b, out) => product(a, 0, b, 0, out, 0);
  }
  const single = dtype.name === "float32";
  if (m === 1 && transposeB) {
    const gemv = bindGemvRows(single, n, k);
    return (a, b, out) => gemv(b as Floats, 0, a as Floats, 0, out as Floats, 0);
  }
  if (m > 1 && n === 1) {
    const gemv = transposeA ? bindGemvColumns(single, k, m, m, 1, m) : bindGemvRows(single, m, k);
    return (a, b, out) => gemv(a as Floats, 0, b as Floats, 0, out as Floats, 0);
  }
  const product = bindContraction(single, size, strides, n, threads);
  return (a, b, out) => product(a as Floats, 0, b as Floats, 0, out as Floats, 0);
}
