/**
 * Products of vectors and matrices.
 * Source: numpy.matmul, numpy.dot (NumPy 1.18). NumPy hands floats to OpenBLAS, whose order of additions depends on the
 * processor; here every element is one sequential sum over the inner axis, product and sum each rounded, which is what a
 * recorded float32 product of NumPy 1.18.5 shows for a short inner axis.
 */
import { broadcastShapes, broadcastStrides } from "./broadcast.js";
import { rowMajorOf, withType } from "./casting.js";
import { apply2 } from "./dispatch.js";
import type { DType } from "./dtype.js";
import { ValueError } from "./errors.js";
import { roundHalf } from "./half.js";
import { resultType } from "./promotion.js";
import { moveaxis, reshape } from "./shaping.js";
import { allocate, Strided, shapeText } from "./strided.js";
import * as ufuncs from "./ufuncs.js";

const f32 = Math.fround;

/** out[m,n] = a[m,k] b[k,n], all row-major, from these positions on. */
type Product = (
  a: Strided,
  i: number,
  b: Strided,
  j: number,
  out: Strided,
  o: number,
  m: number,
  k: number,
  n: number,
) => void;

/** float64: rows of b are added one after another, so each element is summed in order of the inner axis. */
function product64(
  a: Strided,
  i: number,
  b: Strided,
  j: number,
  out: Strided,
  o: number,
  m: number,
  k: number,
  n: number,
): void {
  const x = a.data as Float64Array;
  const y = b.data as Float64Array;
  const z = out.data as Float64Array;
  for (let r = 0; r < m; r++) {
    const row = o + r * n;
    for (let c = 0; c < k; c++) {
      const v = x[i + r * k + c]!;
      const at = j + c * n;
      for (let e = 0; e < n; e++) z[row + e]! += v * y[at + e]!;
    }
  }
}

/** float32: product and sum are each rounded to float32. */
function product32(
  a: Strided,
  i: number,
  b: Strided,
  j: number,
  out: Strided,
  o: number,
  m: number,
  k: number,
  n: number,
): void {
  const x = a.data as Float32Array;
  const y = b.data as Float32Array;
  const z = out.data as Float32Array;
  for (let r = 0; r < m; r++) {
    const row = o + r * n;
    for (let c = 0; c < k; c++) {
      const v = x[i + r * k + c]!;
      const at = j + c * n;
      for (let e = 0; e < n; e++) z[row + e]! += f32(v * y[at + e]!);
    }
  }
}

/** Every other dtype, element by element. */
function productAny(
  a: Strided,
  i: number,
  b: Strided,
  j: number,
  out: Strided,
  o: number,
  m: number,
  k: number,
  n: number,
): void {
  const t = out.dtype;
  if (t.isBig) {
    const x = a.data as BigInt64Array;
    const y = b.data as BigInt64Array;
    const z = out.data as BigInt64Array;
    for (let r = 0; r < m; r++) {
      for (let c = 0; c < k; c++) {
        const v = x[i + r * k + c]!;
        for (let e = 0; e < n; e++) z[o + r * n + e]! += v * y[j + c * n + e]!;
      }
    }
    return;
  }
  const x = a.data as number[];
  const y = b.data as number[];
  const z = out.data as number[];
  const integer = t.isInteger;
  for (let r = 0; r < m; r++) {
    for (let e = 0; e < n; e++) {
      let sum = 0;
      for (let c = 0; c < k; c++) {
        const p = x[i + r * k + c]!;
        const q = y[j + c * n + e]!;
        sum = integer ? (sum + Math.imul(p, q)) | 0 : t.kind === "b" ? sum | (p & q) : f32(sum + f32(p * q));
      }
      z[o + r * n + e] = t.name === "float16" ? roundHalf(sum) : sum;
    }
  }
}

function productComplex(
  a: Strided,
  i: number,
  b: Strided,
  j: number,
  out: Strided,
  o: number,
  m: number,
  k: number,
  n: number,
): void {
  const x = a.data as Float64Array;
  const y = b.data as Float64Array;
  const z = out.data as Float64Array;
  for (let r = 0; r < m; r++) {
    for (let e = 0; e < n; e++) {
      let re = 0;
      let im = 0;
      for (let c = 0; c < k; c++) {
        const p = 2 * (i + r * k + c);
        const q = 2 * (j + c * n + e);
        re += x[p]! * y[q]! - x[p + 1]! * y[q + 1]!;
        im += x[p]! * y[q + 1]! + x[p + 1]! * y[q]!;
      }
      z[2 * (o + r * n + e)] = re;
      z[2 * (o + r * n + e) + 1] = im;
    }
  }
}

function productOf(t: DType): Product {
  if (t.kind === "c") return productComplex;
  return t.name === "float64" ? product64 : t.name === "float32" ? product32 : productAny;
}

/** The matrix product over the last two axes, broadcasting the others. Source: numpy.matmul. */
export function matmul(a: Strided, b: Strided): Strided {
  if (a.ndim === 0 || b.ndim === 0) {
    throw new ValueError(
      `matmul: Input operand ${a.ndim === 0 ? 0 : 1} does not have enough dimensions (has 0, gufunc core with signature ` +
        "(n?,k),(k,m?)->(n?,m?) requires 1)",
    );
  }
  const x = a.ndim === 1 ? reshape(a, [1, a.size]) : a;
  const y = b.ndim === 1 ? reshape(b, [b.size, 1]) : b;
  const m = x.shape[x.ndim - 2]!;
  const k = x.shape[x.ndim - 1]!;
  const n = y.shape[y.ndim - 1]!;
  const inner = y.shape[y.ndim - 2]!;
  if (k !== inner) {
    throw new ValueError(
      "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) " +
        `(size ${inner} is different from ${k})`,
    );
  }
  const batch = broadcastShapes([x.shape.slice(0, -2), y.shape.slice(0, -2)]);
  const out = product(x, y, batch, m, k, n);
  const shape = [...batch];
  if (a.ndim > 1) shape.push(m);
  if (b.ndim > 1) shape.push(n);
  return reshape(out, shape);
}

function product(x: Strided, y: Strided, batch: readonly number[], m: number, k: number, n: number): Strided {
  const t = resultType([x, y]);
  const p = rowMajorOf(withType(x, t));
  const q = rowMajorOf(withType(y, t));
  const out = allocate(t, [...batch, m, n]);
  const multiply = productOf(t);
  const steps = (s: Strided, block: number) => {
    const shape = s.shape.slice(0, -2);
    const strides: number[] = [];
    for (let i = shape.length - 1, step = block; i >= 0; step *= shape[i--]!) strides[i] = step;
    return broadcastStrides(new Strided(s.data, s.dtype, shape, strides, 0), batch);
  };
  const sp = steps(p, m * k);
  const sq = steps(q, k * n);
  const index = batch.map(() => 0);
  const count = out.size === 0 ? 0 : batch.reduce((c, d) => c * d, 1);
  for (let b = 0; b < count; b++) {
    let i = p.offset;
    let j = q.offset;
    index.forEach((v, d) => {
      i += v * sp[d]!;
      j += v * sq[d]!;
    });
    multiply(p, i, q, j, out, b * m * n, m, k, n);
    for (let d = index.length - 1; d >= 0; d--) {
      if (++index[d]! < batch[d]!) break;
      index[d] = 0;
    }
  }
  return out;
}

/** Sum over a's last and b's second-to-last axis; a product by a scalar. Source: numpy.dot. */
export function dot(a: Strided, b: Strided): Strided {
  if (a.ndim === 0 || b.ndim === 0) return apply2(ufuncs.multiply, a, b);
  const k = a.shape[a.ndim - 1]!;
  const axis = Math.max(0, b.ndim - 2);
  if (k !== b.shape[axis]) {
    throw new ValueError(
      `shapes ${shapeText(a.shape)} and ${shapeText(b.shape)} not aligned: ${k} (dim ${a.ndim - 1}) != ` +
        `${b.shape[axis]} (dim ${axis})`,
    );
  }
  if (a.ndim <= 2 && b.ndim <= 2) return matmul(a, b);
  const left = reshape(a, [a.size / Math.max(1, k), k]);
  const moved = moveaxis(b, axis, 0);
  const right = reshape(moved, [k, moved.size / Math.max(1, k)]);
  return reshape(matmul(left, right), [...a.shape.slice(0, -1), ...moved.shape.slice(1)]);
}

/** Sum over given pairs of axes. Source: numpy.tensordot. */
export function tensordot(a: Strided, b: Strided, axesA: readonly number[], axesB: readonly number[]): Strided {
  const wrong = axesA.length !== axesB.length || axesA.some((k, i) => a.shape[k] !== b.shape[axesB[i]!]);
  if (wrong) throw new ValueError("shape-mismatch for sum");
  const freeA = a.shape.map((_, i) => i).filter((i) => !axesA.includes(i));
  const freeB = b.shape.map((_, i) => i).filter((i) => !axesB.includes(i));
  const k = axesA.reduce((n, i) => n * a.shape[i]!, 1);
  const shapeA = freeA.map((i) => a.shape[i]!);
  const shapeB = freeB.map((i) => b.shape[i]!);
  const sizes = [shapeA, shapeB].map((s) => s.reduce((n, d) => n * d, 1));
  const last = moveaxis(
    a,
    axesA,
    axesA.map((_, i) => freeA.length + i),
  );
  const first = moveaxis(
    b,
    axesB,
    axesB.map((_, i) => i),
  );
  return reshape(dot(reshape(last, [sizes[0]!, k]), reshape(first, [k, sizes[1]!])), [...shapeA, ...shapeB]);
}
