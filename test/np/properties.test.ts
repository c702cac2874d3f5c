/**
 * Rules that hold for all arrays: broadcasting, slicing, promotion, integer wrap-around, reshaping, sorting.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { broadcastShapes } from "../../src/np/broadcast.js";
import { dtypeOf, type NumericName } from "../../src/np/dtype.js";
import * as np from "../../src/np/index.js";
import { canCastType, promoteTypes } from "../../src/np/promotion.js";

const NAMES: NumericName[] = [
  "bool",
  "int8",
  "uint8",
  "int16",
  "uint16",
  "int32",
  "uint32",
  "int64",
  "uint64",
  "float16",
  "float32",
  "float64",
  "complex64",
  "complex128",
];
const type = fc.constantFrom(...NAMES).map((n) => dtypeOf(n));
const shape = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });

describe("promotion", () => {
  it("is commutative, and both operands cast safely to the result", () => {
    fc.assert(
      fc.property(type, type, (a, b) => {
        const t = promoteTypes(a, b);
        expect(promoteTypes(b, a)).toBe(t);
        expect(canCastType(a, t)).toBe(true);
        expect(canCastType(b, t)).toBe(true);
      }),
    );
  });
});

describe("broadcasting", () => {
  it("adds as if both operands were repeated", () => {
    const pair = shape.chain((s) =>
      fc.tuple(
        fc.constant(s),
        fc.array(fc.boolean(), { minLength: s.length, maxLength: s.length }),
        fc.nat({ max: s.length }),
      ),
    );
    fc.assert(
      fc.property(pair, ([s, ones, skip]) => {
        const small = s.map((d, i) => (ones[i] ? 1 : d)).slice(skip);
        const a = np.arange(s.reduce((n, d) => n * d, 1)).reshape(s);
        const b = np.arange(small.reduce((n, d) => n * d, 1)).reshape(small);
        expect(broadcastShapes([s, small])).toEqual(s);
        const full = np.broadcast_to(b, s).copy();
        expect(np.array_equal(a.add(b), a.add(full))).toBe(true);
        expect(np.array_equal(b.sub(a), full.sub(a))).toBe(true);
      }),
    );
  });
});

/** Python's slice of a list, position by position. */
function sliced(list: number[], start: number | null, stop: number | null, step: number): number[] {
  const n = list.length;
  const at = (v: number | null, otherwise: number) => (v === null ? otherwise : v < 0 ? v + n : v);
  const out: number[] = [];
  if (step > 0) {
    for (let i = Math.max(0, at(start, 0)); i < Math.min(n, at(stop, n)); i += step) out.push(list[i]!);
  } else {
    const first = Math.min(n - 1, at(start, n - 1));
    const last = stop === null ? -1 : Math.max(-1, at(stop, -1));
    for (let i = first; i > last; i += step) if (i >= 0) out.push(list[i]!);
  }
  return out;
}

describe("slices", () => {
  const bound = fc.option(fc.integer({ min: -12, max: 12 }));
  const step = fc.integer({ min: -4, max: 4 }).filter((s) => s !== 0);
  it("select what Python's slices select, as views", () => {
    fc.assert(
      fc.property(fc.nat({ max: 9 }), bound, bound, step, (n, start, stop, by) => {
        const x = np.arange(n);
        const list = Array.from({ length: n }, (_, i) => i);
        const view = x.at(`${start ?? ""}:${stop ?? ""}:${by}`);
        expect(view.tolist()).toEqual(sliced(list, start, stop, by));
        view.fill(-1);
        const kept = new Set(sliced(list, start, stop, by));
        expect(x.tolist()).toEqual(list.map((i) => (kept.has(i) ? -1 : i)));
      }),
    );
  });
});

describe("integers", () => {
  const widths = fc.constantFrom<[NumericName, number, boolean]>(
    ["int8", 8, true],
    ["uint8", 8, false],
    ["int16", 16, true],
    ["uint16", 16, false],
    ["int32", 32, true],
    ["uint32", 32, false],
    ["int64", 64, true],
    ["uint64", 64, false],
  );
  const value = fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n });
  it("wrap around at their width, and // and % are Python's", () => {
    fc.assert(
      fc.property(widths, value, value, ([name, bits, signed], p, q) => {
        const wrap = (v: bigint) => (signed ? BigInt.asIntN(bits, v) : BigInt.asUintN(bits, v));
        const [x, y] = [wrap(p), wrap(q)];
        const one = (v: bigint) => {
          const data = dtypeOf(name).make(1);
          data[0] = bits === 64 ? v : Number(v);
          return np.NDArray.of(name, data, [1]);
        };
        const got = (a: np.NDArray) => BigInt(a.copy().data[0] as number | bigint);
        expect(got(one(x).add(one(y)))).toBe(wrap(x + y));
        expect(got(one(x).sub(one(y)))).toBe(wrap(x - y));
        expect(got(one(x).mul(one(y)))).toBe(wrap(x * y));
        if (y === 0n) return;
        const negative = x % y !== 0n && x < 0n !== y < 0n;
        expect(got(one(x).floordiv(one(y)))).toBe(wrap(negative ? x / y - 1n : x / y));
        expect(got(one(x).mod(one(y)))).toBe(wrap(negative ? (x % y) + y : x % y));
      }),
    );
  });
});

describe("layout", () => {
  it("does not show in values: reshape, transpose and copies agree", () => {
    fc.assert(
      fc.property(shape, fc.infiniteStream(fc.nat()), (s, order) => {
        const axes = s.map((_, i) => i).sort(() => ((order.next().value ?? 0) % 3) - 1);
        const x = np.arange(s.reduce((n, d) => n * d, 1)).reshape(s);
        const t = x.transpose(axes);
        expect(np.array_equal(t, t.copy())).toBe(true);
        expect(t.ravel().tolist()).toEqual(t.copy().reshape(-1).tolist());
        expect(np.array_equal(t.add(t), t.copy().mul(2))).toBe(true);
        expect(t.sum().item()).toBe(x.sum().item());
      }),
    );
  });
  it("sort and argsort agree with JavaScript's numeric sort", () => {
    fc.assert(
      fc.property(fc.array(fc.float({ noNaN: true })), (list) => {
        const x = np.array(list, "float32");
        const sorted = [...list].sort((p, q) => p - q);
        expect(np.sort(x).tolist()).toEqual(sorted.map((v) => (Object.is(v, -0) ? expect.closeTo(0) : v)));
        expect(np.array_equal(np.take(x, x.argsort()), np.sort(x))).toBe(true);
      }),
    );
  });
});
