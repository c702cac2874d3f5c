/**
 * Integers between limits that may be arrays.
 * Source: numpy/random/_bounded_integers.pyx (NumPy 1.18).
 */
import { broadcastTo } from "../broadcast.js";
import { copyAs } from "../casting.js";
import { asStrided, type ArrayLike as Values } from "../convert.js";
import { type DType, dtypeOf } from "../dtype.js";
import { TypeError_, ValueError } from "../errors.js";
import { Strided, sizeOf } from "../strided.js";
import { BoundedIntegers, INTEGER_TYPES } from "./bounded.js";
import type { MT19937 } from "./mt19937.js";
import { jointShape } from "./parameters.js";

/** Integers from low up to below high. Raises ValueError "low >= high", and for limits that the dtype can't hold. */
export function integers(g: MT19937, low: Values, high: Values, size: readonly number[] | null, dtype: DType): Strided {
  const type = INTEGER_TYPES.get(dtype.name);
  if (!type) throw new TypeError_(`Unsupported dtype "${dtype.name}" for randint`);
  const lows = asStrided(low);
  const highs = asStrided(high);
  const shape = jointShape(size, [lows.shape, highs.shape]);
  const out = new Strided(dtype.make(sizeOf(shape)), dtype, shape);
  if (out.size === 0) return out;
  const first = wholeNumbers(lows);
  const last = wholeNumbers(highs).map((h) => h - 1n);
  if (first.some((x) => x < type.low)) throw new ValueError(`low is out of bounds for ${dtype.name}`);
  if (last.some((x) => x > type.high)) throw new ValueError(`high is out of bounds for ${dtype.name}`);
  const source = new BoundedIntegers(g, type.bits);
  if (first.length === 1 && last.length === 1) {
    if (first[0]! > last[0]!) throw new ValueError("low >= high");
    source.fill(out.data, first[0]!, last[0]! - first[0]!);
    return out;
  }
  const at = (a: Strided) => {
    const index = new Strided(
      Int32Array.from({ length: a.size }, (_, i) => i),
      dtypeOf("int32"),
      a.shape,
    );
    return copyAs(broadcastTo(index, shape)).data as Int32Array;
  };
  const [lowAt, highAt] = [at(lows), at(highs)];
  for (let i = 0; i < out.size; i++) {
    if (first[lowAt[i]!]! > last[highAt[i]!]!) throw new ValueError("low >= high");
  }
  for (let i = 0; i < out.size; i++) {
    const from = first[lowAt[i]!]!;
    source.write(out.data, i, from, last[highAt[i]!]! - from);
  }
  return out;
}

/** The elements as integers, cut off towards zero. */
function wholeNumbers(a: Strided): bigint[] {
  return Array.from(copyAs(a).data as ArrayLike<number | bigint>, (x) =>
    typeof x === "bigint" ? x : BigInt(Math.trunc(Number(x))),
  );
}
