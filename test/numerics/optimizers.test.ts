/** Optimizer updates: recorded bits of TensorFlow, and the sparse form against the dense one. */
import { describe, expect, it } from "vitest";
import { dtypeOf } from "../../src/np/dtype.js";
import { applyAdam } from "../../src/numerics/optimizers/adam.js";
import { applyGradientDescent, applyMomentum } from "../../src/numerics/optimizers/gradient_descent.js";
import { bindDenseUpdate, bindSparseUpdate, UPDATES, type UpdateName } from "../../src/numerics/optimizers/update.js";
import type { HashedDocument } from "../../tools/goldens/kinds/numerics/hashed.js";
import { replayOptimizers } from "../../tools/goldens/kinds/numerics/optimizers.js";
import { readGolden } from "../../tools/goldens/kinds/numerics.js";

const f64 = dtypeOf("float64");

describe("recorded updates", () => {
  for (const family of replayOptimizers(readGolden("test/goldens/numerics", "optimizers") as HashedDocument, null)) {
    it(family.name, () => {
      expect(family.failures).toEqual([]);
      expect(family.passed).toBeGreaterThan(0);
    });
  }
});

describe("updates of rows", () => {
  const [rows, inner] = [4, 3];
  const settings: Record<string, number> = { lr_power: -0.5, global_step: 3 };

  for (const name of Object.keys(UPDATES) as UpdateName[]) {
    it(`${name} leaves other rows alone and moves its own as the dense update does`, () => {
      const { state, scalars } = UPDATES[name];
      const hyper = scalars.map((s) => settings[s] ?? 0.25);
      const make = (): Float64Array[] =>
        state.map((slot, k) => {
          // The mean gradient has to stay below the root of the mean square.
          const size = slot === "mg" ? 0.01 : 1;
          return Float64Array.from({ length: rows * inner }, (_, i) => size * (0.5 + ((i * 7 + k * 3) % 11)));
        });
      const g = Float64Array.from({ length: rows * inner }, (_, i) => Math.cos(i));
      const dense = make();
      bindDenseUpdate(name, f64)(dense, hyper, g, rows * inner);
      const sparse = make();
      bindSparseUpdate(name, f64, rows, inner)(sparse, hyper, g.subarray(inner, 3 * inner), BigInt64Array.of(1n, 2n));
      make().forEach((before, k) => {
        for (let i = 0; i < rows * inner; i++) {
          if (i < inner || i >= 3 * inner) expect(sparse[k]![i]).toBe(before[i]);
          else expect(sparse[k]![i]).toBeCloseTo(dense[k]![i]!, 12);
        }
      });
    });
  }

  it("names an index that is no row", () => {
    const update = bindSparseUpdate("GradientDescent", f64, 2, 1);
    expect(() => update([new Float64Array(2)], [1], new Float64Array(2), Int32Array.of(0, 2))).toThrow(
      "Index 2 at offset 1 in indices is out of range",
    );
  });
});

describe("the direct forms", () => {
  it("are the same updates", () => {
    const g = Float64Array.of(0.5, -2, 3, 0.25, 1);
    const start = (): Float64Array => Float64Array.of(1, 2, 3, 4, 5);
    const run = (name: UpdateName, slots: number, scalars: number[]): Float64Array[] => {
      const state = Array.from({ length: slots + 1 }, start);
      bindDenseUpdate(name, f64)(state, scalars, g, 5);
      return state;
    };
    const v = start();
    applyGradientDescent(f64)(v, 0.1, g, 5);
    expect([v]).toEqual(run("GradientDescent", 0, [0.1]));
    const [w, a] = [start(), start()];
    applyMomentum(f64)(w, a, 0.1, g, 0.9, 5);
    expect([w, a]).toEqual(run("Momentum", 1, [0.1, 0.9]));
    const [x, m, s] = [start(), start(), start()];
    applyAdam(f64)(x, m, s, 0.9, 0.999, 0.1, 0.9, 0.999, 1e-8, g, 5);
    expect([x, m, s]).toEqual(run("Adam", 2, [0.9, 0.999, 0.1, 0.9, 0.999, 1e-8]));
  });
});
