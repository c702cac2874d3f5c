/**
 * Copying elements from one array into another of any dtype and layout.
 * Source: numpy/core/src/multiarray/lowlevel_strided_loops.c.src; C's conversions as x86-64 compilers do them.
 */
import { broadcastStrides } from "./broadcast.js";
import type { Data, DType, NumericData } from "./dtype.js";
import { load, store } from "./element.js";
import { roundHalf } from "./half.js";
import { forRuns } from "./iterate.js";
import { allocate, Strided } from "./strided.js";

/** C's (int32_t)x: truncation; out of range and nan give the smallest integer. */
function truncated32(x: number): number {
  return x > -2147483649 && x < 2147483648 ? Math.trunc(x) : -2147483648;
}

const SMALLEST = -(2n ** 63n);

/** C's (int64_t)x. */
export function truncated64(x: number): bigint {
  return x >= -(2 ** 63) && x < 2 ** 63 ? BigInt(Math.trunc(x)) : SMALLEST;
}

function truncatedU64(x: number): bigint {
  return x >= 2 ** 63 && x < 2 ** 64 ? BigInt(Math.trunc(x)) : BigInt.asUintN(64, truncated64(x));
}

/** How a number (not a bigint) becomes an element of an integer type. */
function fromFloat(dtype: DType): (x: number) => number {
  if (dtype.name === "uint32") return (x) => Number(BigInt.asUintN(32, truncated64(x)));
  return truncated32;
}

type Numbers = Exclude<NumericData, BigInt64Array | BigUint64Array>;

function copyNumbers(src: Numbers, dst: Numbers, n: number, a: number, sa: number, c: number, sc: number): void {
  if (sa === 1 && sc === 1 && src.constructor === dst.constructor) {
    dst.set(src.subarray(a, a + n), c);
    return;
  }
  for (let i = 0; i < n; i++, a += sa, c += sc) dst[c] = src[a]!;
}

/** The number of each element, for sources of every numeric kind. */
function reader(src: Strided): (at: number) => number {
  const data = src.data;
  if (src.dtype.kind === "c") return (at) => data[2 * at] as number;
  if (src.dtype.isBig) return (at) => Number(data[at] as bigint);
  return (at) => data[at] as number;
}

function bigReader(src: Strided): (at: number) => bigint {
  const data = src.data;
  if (src.dtype.isBig) return (at) => data[at] as bigint;
  if (src.dtype.isInteger || src.dtype.kind === "b") return (at) => BigInt(data[at] as number);
  return (at) => truncated64(reader(src)(at));
}

type Put = (from: number, to: number) => void;

/** One element's conversion between two numeric dtypes of different storage or meaning. */
function converter(src: Strided, dst: Strided): Put {
  const out = dst.data as number[];
  const to = dst.dtype;
  if (to.kind === "c") {
    if (src.dtype.kind === "c") {
      const z = src.data as number[];
      return (i, o) => {
        out[2 * o] = z[2 * i]!;
        out[2 * o + 1] = z[2 * i + 1]!;
      };
    }
    const re = reader(src);
    return (i, o) => {
      out[2 * o] = re(i);
      out[2 * o + 1] = 0;
    };
  }
  if (to.isBig) {
    const big = bigReader(src);
    const bigs = dst.data as BigInt64Array;
    if (to.name === "uint64" && (src.dtype.kind === "f" || src.dtype.kind === "c")) {
      const x = reader(src);
      return (i, o) => {
        bigs[o] = truncatedU64(x(i));
      };
    }
    return (i, o) => {
      bigs[o] = big(i);
    };
  }
  if (to.kind === "b") {
    if (src.dtype.kind === "c") {
      const z = src.data as number[];
      return (i, o) => {
        out[o] = z[2 * i] !== 0 || z[2 * i + 1] !== 0 ? 1 : 0;
      };
    }
    const x = reader(src);
    return (i, o) => {
      out[o] = x(i) !== 0 ? 1 : 0;
    };
  }
  if (to.isInteger && src.dtype.isBig) {
    const bigs = src.data as BigInt64Array;
    return (i, o) => {
      out[o] = Number(BigInt.asIntN(32, bigs[i]!));
    };
  }
  const x = reader(src);
  if (to.isInteger && (src.dtype.kind === "f" || src.dtype.kind === "c")) {
    const trunc = fromFloat(to);
    return (i, o) => {
      out[o] = trunc(x(i));
    };
  }
  if (to.name === "float16") {
    return (i, o) => {
      out[o] = roundHalf(x(i));
    };
  }
  return (i, o) => {
    out[o] = x(i);
  };
}

function isPlainNumber(t: DType): boolean {
  return t.kind === "b" || t.kind === "f" || (t.isInteger && !t.isBig);
}

/** True where storing the source's number as it is converts it rightly. */
function storesDirectly(from: DType, to: DType): boolean {
  if (!isPlainNumber(from) || !isPlainNumber(to)) return false;
  if (from === to) return true;
  if (to.kind === "b") return false;
  if (to.kind === "f") return to.name !== "float16";
  return from.kind !== "f";
}

/** Copies elements, converting; `src` must broadcast to `dst`'s shape. */
export function copyInto(src: Strided, dst: Strided): void {
  const placed = { strides: broadcastStrides(src, dst.shape), offset: src.offset };
  const from = src.dtype;
  const to = dst.dtype;
  if (storesDirectly(from, to)) {
    const a = src.data as Numbers;
    const b = dst.data as Numbers;
    forRuns(dst.shape, (n, i, si, _b, _sb, o, so) => copyNumbers(a, b, n, i, si, o, so), placed, undefined, dst);
    return;
  }
  let put: Put;
  if (from === to && from.isBig) {
    const a = src.data as BigInt64Array;
    const b = dst.data as BigInt64Array;
    put = (i, o) => {
      b[o] = a[i]!;
    };
  } else if (from.kind === to.kind && (from.kind === "O" || from.itemsize <= to.itemsize) && Array.isArray(src.data)) {
    const a = src.data;
    const b = dst.data as unknown[];
    put = (i, o) => {
      b[o] = a[i];
    };
  } else if (Array.isArray(src.data) || Array.isArray(dst.data)) {
    put = (i, o) => store(dst.data, to, o, scalarOf(src.data, from, i, to));
  } else {
    put = converter(src, dst);
  }
  forRuns(
    dst.shape,
    (n, i, si, _b, _sb, o, so) => {
      for (let k = 0; k < n; k++, i += si, o += so) put(i, o);
    },
    placed,
    undefined,
    dst,
  );
}

/** An element on its way into text or objects: text keeps the dtype, because a float prints as one. */
function scalarOf(data: Data, from: DType, at: number, to: DType): unknown {
  if (to.kind === "O" || Array.isArray(data)) return load(data, from, at);
  return new Strided(data, from, [], [], at);
}

/** True when the elements fill their stretch of memory without gaps, in whatever order of axes. */
export function isDense(a: Strided): boolean {
  if (a.isContiguous) return true;
  const axes = a.shape.map((_, i) => i).filter((i) => a.shape[i] !== 1);
  axes.sort((i, j) => a.strides[j]! - a.strides[i]!);
  let step = 1;
  for (let k = axes.length - 1; k >= 0; k--) {
    if (a.strides[axes[k]!] !== step) return false;
    step *= a.shape[axes[k]!]!;
  }
  return true;
}

/** A row-major copy, of another dtype if given. */
export function copyAs(a: Strided, dtype: DType = a.dtype): Strided {
  const out = allocate(dtype, a.shape);
  copyInto(a, out);
  return out;
}

/** The array itself if its dtype is that one, else a row-major copy of that dtype. */
export function withType(a: Strided, dtype: DType): Strided {
  return a.dtype === dtype ? a : copyAs(a, dtype);
}

/** The array itself if it lies in row-major order, else a copy. */
export function rowMajorOf(a: Strided): Strided {
  return a.isContiguous ? a : copyAs(a);
}
