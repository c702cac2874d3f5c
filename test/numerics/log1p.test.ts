/** float64 log1p: values that its series and reductions have to reproduce, and its edges. */
import { expect, it } from "vitest";
import { log1p } from "../../src/np/libm/log1p.js";

it("keeps the edges of log1p", () => {
  expect([log1p(0), log1p(-0), log1p(-1), log1p(-2), log1p(Infinity), log1p(NaN), log1p(1e-300)]).toEqual([
    0,
    -0,
    -Infinity,
    NaN,
    Infinity,
    NaN,
    1e-300,
  ]);
});

it("stays within one unit of the last place of Math.log1p", () => {
  for (let i = 1; i < 4000; i++) {
    const x = i % 2 ? Math.exp(i / 50 - 40) : -Math.exp(-i / 100);
    const want = Math.log1p(x);
    expect(Math.abs(log1p(x) - want)).toBeLessThanOrEqual(Math.abs(want) * 2 ** -52);
  }
});
