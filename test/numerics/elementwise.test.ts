/** Elementwise kernels: recorded bits, and what has to hold for any input. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Data, DTypeName } from "../../src/np/dtype.js";
import { dtypeOf } from "../../src/np/dtype.js";
import { bindBinary } from "../../src/numerics/elementwise/binary.js";
import { BINARY, COMPARE, UNARY } from "../../src/numerics/elementwise/rows.js";
import { bindUnary } from "../../src/numerics/elementwise/unary.js";
import { DivisionByZero, NegativeIntegerPower } from "../../src/numerics/errors.js";
import { elementwiseLoops } from "../../tools/gen/elementwise_loops.js";
import { type ElementwiseDocument, replayElementwise } from "../../tools/goldens/kinds/numerics/elementwise.js";

fc.configureGlobal({ seed: 20191015 });

const golden = new URL("../goldens/numerics/elementwise.json.gz", import.meta.url);
const doc: ElementwiseDocument = JSON.parse(gunzipSync(readFileSync(golden)).toString("utf8"));

describe("recorded bits", () => {
  it.each(replayElementwise(doc, null).map((f) => [f.name, f] as const))("%s", (_, f) => {
    expect(f.failures).toEqual([]);
    // Only values that the recorded build gets wrong may differ.
    expect(f.bits!.equal / f.bits!.total).toBeGreaterThan(/^R?[Ss]qrt/.test(f.name) ? 0.98 : 0.999999);
  });
});

const float = fc.float({ noNaN: false });
const floats = (n: number) => fc.array(float, { minLength: n, maxLength: n }).map((v) => Float32Array.from(v));

function binary(op: string, a: Data, aShape: number[], b: Data, bShape: number[], dtype: DTypeName = "float32"): Data {
  const bound = bindBinary(op, dtype, aShape, bShape)!;
  const n = bound.shape.reduce((m, d) => m * d, 1);
  const out = dtypeOf(bound.bool ? "bool" : dtype).make(n);
  bound.run(a, b, out);
  return out;
}

describe("any input", () => {
  it("gives in place what it gives out of place", () => {
    for (const op of Object.keys(UNARY)) {
      const run = bindUnary(op, "float32", 19);
      if (!run) continue;
      fc.assert(
        fc.property(floats(19), (x) => {
          const out = new Float32Array(19);
          run(x, out);
          run(x, x);
          expect(x).toEqual(out);
        }),
        { numRuns: 20 },
      );
    }
  });

  it("gives in place of either operand what it gives out of place", () => {
    for (const op of Object.keys(BINARY)) {
      const bound = bindBinary(op, "float32", [19], [19]);
      if (!bound) continue;
      fc.assert(
        fc.property(floats(19), floats(19), (a, b) => {
          const out = new Float32Array(19);
          bound.run(a, b, out);
          const [a2, b2] = [a.slice(), b.slice()];
          bound.run(a2, b, a2);
          bound.run(a, b2, b2);
          expect(a2).toEqual(out);
          expect(b2).toEqual(out);
        }),
        { numRuns: 20 },
      );
    }
  });

  const dim = fc.integer({ min: 0, max: 4 });
  const shapes = fc.array(fc.tuple(dim, fc.boolean(), fc.boolean()), { maxLength: 4 }).chain((dims) =>
    fc.tuple(fc.nat({ max: dims.length }), fc.nat({ max: dims.length })).map(([dropA, dropB]) => ({
      a: dims.map(([d, one]) => (one ? 1 : d)).slice(dropA),
      b: dims.map(([d, , one]) => (one ? 1 : d)).slice(dropB),
    })),
  );

  /** The operand repeated to the result's shape, one element at a time from its index. */
  function expanded(x: Data, from: readonly number[], to: readonly number[], n: number): Float32Array {
    return Float32Array.from({ length: n }, (_, k) => {
      let at = 0;
      let step = 1;
      let rest = k;
      for (let i = 1; i <= to.length; i++) {
        const d = to[to.length - i]!;
        const own = from[from.length - i];
        if (own !== undefined && own !== 1) at += (rest % d) * step;
        if (own !== undefined) step *= own;
        rest = Math.floor(rest / d);
      }
      return Number(x[at]);
    });
  }

  it.each(["Sub", "Pow", "Xlogy", "Less"])("%s of operands of unlike shape is that of expanded operands", (op) => {
    fc.assert(
      fc.property(shapes, ({ a, b }) => {
        const bound = bindBinary(op, "float32", a, b);
        if (!bound) throw new Error("these shapes broadcast");
        const n = bound.shape.reduce((m, d) => m * d, 1);
        const make = (shape: number[], seed: number) =>
          Float32Array.from(
            { length: shape.reduce((m, d) => m * d, 1) },
            (_, i) => (((i + seed) * 37) % 23) / 4 + 0.125,
          );
        const [x, y] = [make(a, 1), make(b, 5)];
        const wide = [expanded(x, a, bound.shape, n), expanded(y, b, bound.shape, n)] as const;
        expect(binary(op, x, a, y, b)).toEqual(binary(op, wide[0], [n], wide[1], [n]));
      }),
      { numRuns: 300 },
    );
  });

  it("computes an element by its place: packets of eight, then the C library", () => {
    const x = Float32Array.from({ length: 24 }, (_, i) => Math.fround(0.37 * i - 4));
    for (const op of ["Exp", "Log1p", "Sigmoid", "Sin"]) {
      const all = new Float32Array(24);
      bindUnary(op, "float32", 24)!(x, all);
      for (let n = 1; n <= 24; n++) {
        const out = new Float32Array(n);
        bindUnary(op, "float32", n)!(x.slice(0, n), out);
        const alone = Float32Array.from(x.slice(0, n), (v) => {
          const one = new Float32Array(1);
          bindUnary(op, "float32", 1)!(Float32Array.of(v), one);
          return one[0]!;
        });
        const whole = n - (n % 8);
        expect([...out]).toEqual([...all.slice(0, whole), ...alone.slice(whole)]);
      }
    }
  });

  it("has a function for float64 wherever it has one for float32", () => {
    for (const table of [UNARY, BINARY, COMPARE]) {
      for (const [op, row] of Object.entries(table)) expect([op, "float64" in row]).toEqual([op, "float32" in row]);
    }
  });
});

describe("shapes and kinds without a kernel", () => {
  it("are null", () => {
    expect(bindBinary("AddV2", "float32", [2, 3], [2])).toBeNull();
    expect(bindUnary("Sqrt", "int32", 3)).toBeNull();
    expect(bindUnary("NoSuchOp", "float32", 3)).toBeNull();
    expect(bindBinary("LogicalAnd", "float32", [2], [2])).toBeNull();
  });
});

describe("integers", () => {
  const int = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
  const big = (v: number) => BigInt(v);
  const int32 = (op: string, a: number, b: number) =>
    Number(binary(op, Int32Array.of(a), [1], Int32Array.of(b), [1], "int32")[0]);

  it.each([
    ["AddV2", (a: bigint, b: bigint) => a + b],
    ["Sub", (a: bigint, b: bigint) => a - b],
    ["Mul", (a: bigint, b: bigint) => a * b],
    ["SquaredDifference", (a: bigint, b: bigint) => (a - b) ** 2n],
  ] as const)("%s wraps at 32 bits", (op, exact) => {
    fc.assert(fc.property(int, int, (a, b) => int32(op, a, b) === Number(BigInt.asIntN(32, exact(big(a), big(b))))));
  });

  it("divides as C++ and as Python do, with remainders that fit", () => {
    fc.assert(
      fc.property(int, int, (a, b) => {
        fc.pre(b !== 0);
        const [q, r] = [int32("FloorDiv", a, b), int32("FloorMod", a, b)];
        expect((big(q) * big(b) + big(r)) & 0xffffffffn).toBe(big(a) & 0xffffffffn);
        expect(r === 0 || r < 0 === b < 0).toBe(true);
        expect(int32("TruncateMod", a, b)).toBe(a % b === 0 ? 0 : a % b);
      }),
    );
  });

  it("raises powers modulo 2^32 and 2^64", () => {
    fc.assert(
      fc.property(int, fc.integer({ min: 0, max: 40 }), (a, e) => {
        expect(int32("Pow", a, e)).toBe(Number(BigInt.asIntN(32, big(a) ** big(e))));
        const wide = binary("Pow", BigInt64Array.of(big(a)), [], BigInt64Array.of(big(e)), [], "int64");
        expect(wide[0]).toBe(BigInt.asIntN(64, big(a) ** big(e)));
      }),
    );
  });

  it("refuses zero divisors and negative exponents", () => {
    for (const op of ["Div", "TruncateDiv", "FloorDiv", "FloorMod", "Mod"]) {
      expect(() => int32(op, 3, 0)).toThrow(DivisionByZero);
      expect(() => binary(op, BigInt64Array.of(3n), [], BigInt64Array.of(0n), [], "int64")).toThrow(DivisionByZero);
    }
    expect(() => int32("Pow", 3, -1)).toThrow(NegativeIntegerPower);
  });
});

it("the generated loops are those of the rows", () => {
  const file = new URL("../../src/numerics/elementwise/loops.generated.ts", import.meta.url);
  expect(readFileSync(file, "utf8")).toBe(elementwiseLoops());
});
