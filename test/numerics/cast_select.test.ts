/** Casts and selects; the casts' expectations are the rules measured on 1.15.5 (goldens, ELEMENTWISE.md section 4). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Data, DTypeName } from "../../src/np/dtype.js";
import { dtypeOf } from "../../src/np/dtype.js";
import { bindCast } from "../../src/numerics/cast.js";
import { bindSelect, bindSelectV2 } from "../../src/numerics/select.js";

fc.configureGlobal({ seed: 20191015 });

function cast(x: Data, from: DTypeName, to: DTypeName): Data {
  const n = from.startsWith("complex") ? x.length / 2 : x.length;
  const out = dtypeOf(to).make(n);
  bindCast(from, to, n)!(x, out);
  return out;
}

describe("bindCast", () => {
  const odd = Float32Array.of(2.9, -2.9, 3e9, -3e9, Number.NaN, Number.POSITIVE_INFINITY);

  it("cuts floats to int32 and int64, the smallest integer where it does not fit", () => {
    const low = -2147483648;
    expect([...cast(odd, "float32", "int32")]).toEqual([2, -2, low, low, low, low]);
    const low64 = -(2n ** 63n);
    expect([...cast(odd, "float32", "int64")]).toEqual([2n, -2n, 3000000000n, -3000000000n, low64, low64]);
  });

  it("takes the low bits of the int32 for narrower integers", () => {
    const x = Float32Array.of(300.7, -1, 70000, 3e9);
    expect([...cast(x, "float32", "uint8")]).toEqual([44, 255, 112, 0]);
    expect([...cast(x, "float32", "int8")]).toEqual([44, -1, 112, 0]);
    expect([...cast(x, "float32", "int16")]).toEqual([300, -1, 4464, 0]);
    expect([...cast(x, "float32", "uint16")]).toEqual([300, 65535, 4464, 0]);
  });

  it("rounds to halves, flushes denormals, and counts nan as true", () => {
    expect([...cast(Float32Array.of(65520, 1e-8, 1 / 3), "float32", "float16")]).toEqual([
      Number.POSITIVE_INFINITY,
      0,
      0.333251953125,
    ]);
    expect([...cast(Float64Array.of(1e-40, 0.1), "float64", "float32")]).toEqual([0, Math.fround(0.1)]);
    expect([...cast(Float32Array.of(Number.NaN, 0, -0, 0.5), "float32", "bool")]).toEqual([1, 0, 0, 1]);
  });

  it("rounds a 64-bit integer to float32 once", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (x) => {
        const got = Number(cast(BigInt64Array.of(x), "int64", "float32")[0]);
        const bits = new Int32Array(Float32Array.of(got).buffer)[0]!;
        const neighbours = [bits - 1, bits + 1].map((b) => new Float32Array(Int32Array.of(b).buffer)[0]!);
        const distance = (v: number) => (BigInt(v) > x ? BigInt(v) - x : x - BigInt(v));
        for (const v of neighbours) if (Number.isInteger(v)) expect(distance(got) <= distance(v)).toBe(true);
      }),
    );
  });

  it("keeps the real part of complex numbers and adds a zero to real ones", () => {
    expect([...cast(Float32Array.of(1.5, 2, -3, 0), "complex64", "int32")]).toEqual([1, -3]);
    expect([...cast(Int32Array.of(1, -3), "int32", "complex128")]).toEqual([1, 0, -3, 0]);
    expect([...cast(Float64Array.of(0, 2, 0, 0), "complex128", "bool")]).toEqual([1, 0]);
  });

  it("converts between every pair of numeric types, and keeps what both hold", () => {
    const names: DTypeName[] = ["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64"];
    names.push("float16", "float32", "float64", "complex64", "complex128");
    for (const from of names) {
      const x = cast(Int32Array.of(0, 1, 7, 100), "int32", from);
      for (const to of names) {
        expect([...cast(cast(x, from, to), to, "int32")]).toEqual([0, 1, 7, 100]);
      }
      expect([...cast(x, from, "bool")]).toEqual([0, 1, 1, 1]);
    }
    expect(bindCast("str", "int32", 1)).toBeNull();
  });
});

describe("bindSelect", () => {
  const a = Float32Array.of(1, 2, 3, 4, 5, 6);
  const b = Float32Array.of(-1, -2, -3, -4, -5, -6);
  const run = (cond: number[], condShape: number[]) => {
    const out = new Float32Array(6);
    bindSelect("float32", condShape, [3, 2])!(Uint8Array.from(cond), a, b, out);
    return [...out];
  };

  it("takes one condition for all, for a row, or for an element", () => {
    expect(run([1], [])).toEqual([...a]);
    expect(run([1, 0, 1], [3])).toEqual([1, 2, -3, -4, 5, 6]);
    expect(run([1, 0, 1, 0, 0, 1], [3, 2])).toEqual([1, -2, 3, -4, -5, 6]);
    expect(bindSelect("float32", [2], [3, 2])).toBeNull();
  });

  it("moves complex numbers and strings whole", () => {
    const out = new Float32Array(4);
    bindSelect("complex64", [2], [2])!(
      Uint8Array.of(0, 1),
      Float32Array.of(1, 2, 3, 4),
      Float32Array.of(5, 6, 7, 8),
      out,
    );
    expect([...out]).toEqual([5, 6, 3, 4]);
    const text: unknown[] = ["", ""];
    bindSelect("str", [2], [2])!(Uint8Array.of(0, 1), ["a", "b"], ["c", "d"], text);
    expect(text).toEqual(["c", "b"]);
  });

  it("broadcasts all three operands in version 2", () => {
    const bound = bindSelectV2("int32", [2, 1], [3], [])!;
    expect(bound.shape).toEqual([2, 3]);
    const out = new Int32Array(6);
    bound.run(Uint8Array.of(1, 0), Int32Array.of(7, 8, 9), Int32Array.of(-1), out);
    expect([...out]).toEqual([7, 8, 9, -1, -1, -1]);
    expect(bindSelectV2("int32", [2], [3], [])).toBeNull();
  });
});
