/** Special and complex functions, held to identities they satisfy (the recorded values are replayed with the op goldens). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bindBinary } from "../../src/numerics/elementwise/binary.js";
import { bindUnary } from "../../src/numerics/elementwise/unary.js";
import { bindBetainc } from "../../src/numerics/special/betainc.js";

fc.configureGlobal({ seed: 20191015 });

function one(op: string, x: number): number {
  const out = new Float64Array(1);
  bindUnary(op, "float64", 1)!(Float64Array.of(x), out);
  return out[0]!;
}
function two(op: string, x: number, y: number): number {
  const out = new Float64Array(1);
  bindBinary(op, "float64", [], [])!.run(Float64Array.of(x), Float64Array.of(y), out);
  return out[0]!;
}
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe("special functions", () => {
  it("the incomplete gamma functions add up to 1 and have the density as slope", () => {
    fc.assert(
      fc.property(between(0.1, 20), between(0.1, 30), (a, x) => {
        expect(two("Igamma", a, x) + two("Igammac", a, x)).toBeCloseTo(1, 12);
        const h = 1e-5;
        const density = Math.exp((a - 1) * Math.log(x) - x - one("Lgamma", a));
        expect((two("Igamma", a, x + h) - two("Igamma", a, x - h)) / (2 * h)).toBeCloseTo(density, 5);
        const slope = (two("Igamma", a + h, x) - two("Igamma", a - h, x)) / (2 * h);
        expect(two("IgammaGradA", a, x)).toBeCloseTo(slope, 6);
      }),
    );
  });

  it("the incomplete beta function mirrors itself, and is a power where b is 1", () => {
    const betainc = (a: number, b: number, x: number) => {
      const out = new Float64Array(1);
      bindBetainc("float64", [1, 1, 1])!(Float64Array.of(a), Float64Array.of(b), Float64Array.of(x), out);
      return out[0]!;
    };
    fc.assert(
      fc.property(between(0.2, 20), between(0.2, 20), between(0.01, 0.99), (a, b, x) => {
        expect(betainc(a, b, x) + betainc(b, a, 1 - x)).toBeCloseTo(1, 11);
        expect(betainc(a, 1, x)).toBeCloseTo(x ** a, 11);
      }),
    );
  });

  it("zeta and polygamma drop their first term when the argument moves by 1", () => {
    expect(two("Zeta", 2, 1)).toBeCloseTo(Math.PI ** 2 / 6, 13);
    fc.assert(
      fc.property(between(1.5, 8), between(0.3, 9), (s, q) => {
        expect(two("Zeta", s, q) - two("Zeta", s, q + 1)).toBeCloseTo(q ** -s, 7);
        expect(two("Polygamma", 1, q) - two("Polygamma", 1, q + 1)).toBeCloseTo(q ** -2, 9);
        expect(one("Digamma", q + 1) - one("Digamma", q)).toBeCloseTo(1 / q, 11);
      }),
    );
  });

  it("the Bessel functions satisfy I0' = I1", () => {
    fc.assert(
      fc.property(between(-20, 20), (x) => {
        fc.pre(Math.abs(x) > 1e-3);
        const h = 1e-5;
        // Scaled by exp(-|x|), the slope of I0e is I1e - sign(x) I0e.
        const slope = (one("BesselI0e", x + h) - one("BesselI0e", x - h)) / (2 * h);
        expect(slope).toBeCloseTo(one("BesselI1e", x) - Math.sign(x) * one("BesselI0e", x), 8);
      }),
    );
  });

  it("erf and erfc add up to 1, lgamma steps by a logarithm", () => {
    fc.assert(
      fc.property(between(-5, 5), (x) => {
        expect(one("Erf", x) + one("Erfc", x)).toBeCloseTo(1, 14);
        const a = Math.abs(x) + 0.01;
        expect(one("Lgamma", a + 1) - one("Lgamma", a)).toBeCloseTo(Math.log(a), 11);
      }),
    );
  });
});

describe("complex numbers", () => {
  const point = fc.tuple(between(-3, 3), between(-3, 3));
  type Point = readonly [number, number];
  const f = (op: string, z: Point): Point => {
    const out = new Float64Array(2);
    bindUnary(op, "complex128", 1)!(Float64Array.from(z), out);
    return [out[0]!, out[1]!];
  };
  const g = (op: string, z: Point, w: Point): Point => {
    const out = new Float64Array(2);
    bindBinary(op, "complex128", [], [])!.run(Float64Array.from(z), Float64Array.from(w), out);
    return [out[0]!, out[1]!];
  };
  const close = (a: Point, b: Point) => {
    const scale = Math.max(1, Math.hypot(...b));
    expect(a[0] / scale).toBeCloseTo(b[0] / scale, 11);
    expect(a[1] / scale).toBeCloseTo(b[1] / scale, 11);
  };

  it.each([
    ["Exp", "Log"],
    ["Expm1", "Log1p"],
    ["Sinh", "Asinh"],
    ["Cosh", "Acosh"],
    ["Tanh", "Atanh"],
    ["Square", "Sqrt"],
    ["Reciprocal", "Inv"],
  ])("%s undoes %s", (outer, inner) => {
    fc.assert(
      fc.property(point, (z) => {
        fc.pre(Math.hypot(...z) > 0.1 && Math.hypot(z[0] - 1, z[1]) > 0.1 && Math.hypot(z[0] + 1, z[1]) > 0.1);
        close(f(outer, f(inner, z)), z);
      }),
    );
  });

  it("agrees with the real functions on the real line, and divides by what it multiplied", () => {
    fc.assert(
      fc.property(point, point, (z, w) => {
        fc.pre(Math.hypot(...w) > 0.1);
        close(g("Div", g("Mul", z, w), w), z);
        close(g("Add", g("Sub", z, w), w), z);
        for (const op of ["Exp", "Sin", "Cos", "Tanh", "Sigmoid", "Square"])
          close(f(op, [z[0], 0]), [one(op, z[0]), 0]);
        close(g("Pow", z, [2, 0]), f("Square", z));
        close(g("SquaredDifference", z, w), [(z[0] - w[0]) ** 2 + (z[1] - w[1]) ** 2, 0]);
      }),
    );
  });

  it("compares and takes apart", () => {
    const out = new Uint8Array(2);
    bindBinary("Equal", "complex64", [2], [])!.run(Float32Array.of(1, 2, 1, 3), Float32Array.of(1, 2), out);
    expect([...out]).toEqual([1, 0]);
    const length = new Float32Array(1);
    bindUnary("ComplexAbs", "complex64", 1)!(Float32Array.of(3, -4), length);
    expect(length[0]).toBe(5);
  });
});
