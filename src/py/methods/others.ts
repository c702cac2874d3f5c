/**
 * Methods of Python's tuple, int and float.
 * Source: Python 3.7 built-in types.
 */
import { OverflowError, TypeError_, ValueError } from "../../np/errors.js";
import { asFloat } from "../../np/printing/numbers.js";
import { type PyTuple, tuple as tupleOf } from "../../np/pytuple.js";
import { floatValue, intOf, type PyNumber } from "../number.js";
import { floatFromHex, floatHex } from "./float_hex.js";
import { placed } from "./keywords.js";
import * as list from "./list.js";

export const tuple = {
  count: list.count,
  index(xs: readonly unknown[], x: unknown, start?: unknown, end?: unknown): number {
    const i = xs
      .slice(0)
      .findIndex((_, k) => list.count([xs[k]], x) > 0 && k >= Number(start ?? 0) && k < Number(end ?? xs.length));
    if (i < 0) throw new ValueError("tuple.index(x): x not in tuple");
    return i;
  },
};

const magnitude = (n: unknown): bigint => {
  const x = BigInt(n as number);
  return x < 0n ? -x : x;
};

/** Arguments of to_bytes and from_bytes: the order of the bytes, and whether one bit is the sign. */
function order(given: unknown, signed: unknown): { readonly isLittle: boolean; readonly isSigned: boolean } {
  if (given !== "big" && given !== "little") throw new ValueError("byteorder must be either 'little' or 'big'");
  return { isLittle: given === "little", isSigned: signed === true };
}

export const int = {
  bit_length: (n: unknown): number => (magnitude(n) === 0n ? 0 : magnitude(n).toString(2).length),
  conjugate: (n: unknown): unknown => n,
  /** The int in so many bytes. Raises OverflowError. */
  to_bytes(n: unknown, ...args: readonly unknown[]): Uint8Array {
    const [length, byteorder, signed] = placed("to_bytes", ["length", "byteorder", "signed"], args);
    const { isLittle, isSigned } = order(byteorder, signed);
    const value = BigInt(n as number);
    if (value < 0n && !isSigned) throw new OverflowError("can't convert negative int to unsigned");
    const bits = 8 * Number(length);
    const fits = isSigned ? BigInt.asIntN(bits, value) === value : BigInt.asUintN(bits, value) === value;
    if (!fits) throw new OverflowError("int too big to convert");
    const out = Array.from({ length: Number(length) }, (_, i) => Number((value >> BigInt(8 * i)) & 255n));
    return Uint8Array.from(isLittle ? out : out.reverse());
  },
  /** The int that the bytes hold. */
  from_bytes(b: unknown, ...args: readonly unknown[]): number | bigint {
    const [byteorder, signed] = placed("from_bytes", ["byteorder", "signed"], args);
    const { isLittle, isSigned } = order(byteorder, signed);
    if (!(b instanceof Uint8Array) && !Array.isArray(b)) throw new TypeError_("cannot convert object to bytes");
    const big = isLittle ? Array.from(b as Uint8Array).reverse() : Array.from(b as Uint8Array);
    const value = big.reduce((n, c) => (n << 8n) | BigInt(c), 0n);
    return intOf(isSigned ? BigInt.asIntN(8 * big.length, value) : value);
  },
};

export const float = {
  is_integer: (x: unknown): boolean => Number.isInteger(asFloat(x)),
  /** Two ints whose quotient is the float. Raises OverflowError and ValueError for what is not finite. */
  as_integer_ratio(x: unknown): PyTuple<number | bigint> {
    const value = asFloat(x);
    if (Number.isNaN(value)) throw new ValueError("cannot convert NaN to integer ratio");
    if (!Number.isFinite(value)) throw new OverflowError("cannot convert Infinity to integer ratio");
    let shift = 0n;
    let n = value;
    for (; !Number.isInteger(n); n *= 2) shift++;
    return tupleOf([intOf(BigInt(n)), intOf(1n << shift)]);
  },
  conjugate: (x: unknown): unknown => x,
  hex: (x: unknown): string => floatHex(asFloat(x)),
  fromhex: (text: string): PyNumber => floatValue(floatFromHex(text)),
};
