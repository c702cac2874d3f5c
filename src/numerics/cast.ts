/**
 * bindCast: conversion between element types as C++ on x86-64 does it, out-of-range values included.
 * Source: tensorflow/core/kernels/cast_op_impl.h, Eigen's half, the cvtt instructions.
 */
import type { Data, DTypeName } from "../np/dtype.js";
import { roundHalf } from "../np/half.js";
import { flush32, flush64 } from "../np/libm/flush.js";
import type { BigInts, Numbers } from "./elementwise/loop.js";

const f = Math.fround;

type Family = "bool" | "int" | "big" | "half" | "float" | "complex";
const FAMILY: { readonly [T in DTypeName]?: Family } = {
  bool: "bool",
  int8: "int",
  uint8: "int",
  int16: "int",
  uint16: "int",
  int32: "int",
  uint32: "int",
  int64: "big",
  uint64: "big",
  float16: "half",
  float32: "float",
  float64: "float",
  complex64: "complex",
  complex128: "complex",
};

/** A method, so that each conversion may say which storage it takes. */
type Convert = { run(x: Data, out: Data, n: number): void }["run"];

/** The integer a float is cut to as int32: the smallest one for nan and out of range. */
function toInt32(x: number): number {
  return x > -2147483649 && x < 2147483648 ? Math.trunc(x) : -2147483648;
}
/** The integer a float is cut to as int64. */
function toInt64(x: number): bigint {
  return x >= -(2 ** 63) && x < 2 ** 63 ? BigInt(Math.trunc(x)) : -(2n ** 63n);
}
/** From 2^63 on the compiled code converts x - 2^63 and adds the top bit back. */
function toUint64(x: number): bigint {
  return x >= 2 ** 63 ? toInt64(x - 2 ** 63) ^ (1n << 63n) : toInt64(x);
}
/** A 64-bit integer as a float32, rounded once: what lies below a double's digits is kept as one sticky bit. */
function bigToFloat32(x: bigint): number {
  const n = Number(x);
  if (n <= Number.MAX_SAFE_INTEGER && n >= -Number.MAX_SAFE_INTEGER) return f(n);
  const cut = (x >> 11n) << 11n;
  return f(Number(cut === x ? x : cut | (1n << 11n)));
}

/** Storage converts by itself: integers wrap, floats round. */
function store(x: Numbers, out: Numbers, n: number): void {
  if (x.length === n) out.set(x);
  else out.set(x.subarray(0, n));
}
function storeBig(x: BigInts, out: BigInts, n: number): void {
  for (let i = 0; i < n; i++) out[i] = x[i]!;
}

function each(convert: (x: number) => number): Convert {
  return (x: Numbers, out: Numbers, n: number): void => {
    for (let i = 0; i < n; i++) out[i] = convert(x[i]!);
  };
}

function fromFloat(from: DTypeName, to: DTypeName): Convert {
  const family = FAMILY[to]!;
  if (family === "float") {
    if (from === to || from === "float16") return store;
    return to === "float32" ? float64ToFloat32 : float32ToFloat64;
  }
  if (family === "big") {
    const convert = to === "uint64" ? toUint64 : toInt64;
    return (x: Numbers, out: BigInts, n: number): void => {
      for (let i = 0; i < n; i++) out[i] = convert(x[i]!);
    };
  }
  if (family === "half") return from === "float16" ? store : each((x) => roundHalf(f(x)));
  if (family === "bool") {
    const flush = from === "float64" ? flush64 : flush32;
    return each((x) => (flush(x) === 0 ? 0 : 1));
  }
  // uint32 is cut from an int64; narrower integers keep the low bits of the int32.
  if (to === "uint32") return each((x) => Number(BigInt.asUintN(32, toInt64(x))));
  return each(toInt32);
}
function float64ToFloat32(x: Float64Array, out: Float32Array, n: number): void {
  for (let i = 0; i < n; i++) out[i] = flush32(f(x[i]!));
}
function float32ToFloat64(x: Float32Array, out: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) out[i] = flush32(x[i]!);
}

/** From bool and integers up to 32 bits. */
function fromSmall(to: DTypeName): Convert {
  switch (FAMILY[to]!) {
    case "bool":
      return each((x) => (x === 0 ? 0 : 1));
    case "big":
      return (x: Numbers, out: BigInts, n: number): void => {
        for (let i = 0; i < n; i++) out[i] = BigInt(x[i]!);
      };
    case "half":
      return each((x) => roundHalf(f(x)));
    default:
      return store;
  }
}

function fromBig(to: DTypeName): Convert {
  const family = FAMILY[to]!;
  if (family === "big") return storeBig;
  const convert: (x: bigint) => number =
    family === "bool"
      ? (x) => (x === 0n ? 0 : 1)
      : to === "float64"
        ? Number
        : to === "float32"
          ? bigToFloat32
          : to === "float16"
            ? (x) => roundHalf(bigToFloat32(x))
            : (x) => Number(BigInt.asIntN(32, x));
  return (x: BigInts, out: Numbers, n: number): void => {
    for (let i = 0; i < n; i++) out[i] = convert(x[i]!);
  };
}

/** The float type of a complex type's parts. */
function partOf(complex: DTypeName): DTypeName {
  return complex === "complex64" ? "float32" : "float64";
}

/** Complex to real keeps the real part, real to complex adds a zero; to bool asks both parts. */
function withComplex(from: DTypeName, to: DTypeName): Convert | null {
  if (FAMILY[from] === "complex" && FAMILY[to] === "complex") {
    const parts = fromFloat(partOf(from), partOf(to));
    return (x, out, n) => parts(x, out, 2 * n);
  }
  if (to === "bool") {
    return (x: Float32Array | Float64Array, out: Uint8Array, n: number): void => {
      for (let i = 0; i < n; i++) out[i] = x[2 * i] === 0 && x[2 * i + 1] === 0 ? 0 : 1;
    };
  }
  if (FAMILY[from] === "complex") {
    const convert = converter(partOf(from), to);
    return (x: Float32Array | Float64Array, out: Data, n: number): void => {
      convert?.(
        x.slice(0, 2 * n).filter((_, i) => i % 2 === 0),
        out,
        n,
      );
    };
  }
  const convert = converter(from, partOf(to));
  return (x: Data, out: Float32Array | Float64Array, n: number): void => {
    const real = to === "complex64" ? new Float32Array(n) : new Float64Array(n);
    convert?.(x, real, n);
    for (let i = 0; i < n; i++) {
      out[2 * i] = real[i]!;
      out[2 * i + 1] = 0;
    }
  };
}

function converter(from: DTypeName, to: DTypeName): Convert | null {
  const family = FAMILY[from];
  if (family === undefined || FAMILY[to] === undefined) return null;
  if (family === "complex" || FAMILY[to] === "complex") return withComplex(from, to);
  if (family === "float" || family === "half") return fromFloat(from, to);
  return family === "big" ? fromBig(to) : fromSmall(to);
}

/** The conversion of n elements; null for strings and objects. */
export function bindCast(from: DTypeName, to: DTypeName, n: number): ((x: Data, out: Data) => void) | null {
  const convert = converter(from, to);
  return convert && ((x, out) => convert(x, out, n));
}
