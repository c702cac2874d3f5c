/** Convolutions, pooling, batch norm: recorded bits of TensorFlow, the definition, and gradients by differences. */
import { describe, expect, it } from "vitest";
import { dtypeOf } from "../../src/np/dtype.js";
import {
  bindConv,
  bindConvFilterGradient,
  bindConvInputGradient,
  type ConvAttrs,
  type Convolution,
} from "../../src/numerics/conv/conv.js";
import {
  bindDepthwiseConv,
  bindDepthwiseFilterGradient,
  bindDepthwiseInputGradient,
} from "../../src/numerics/conv/depthwise.js";
import {
  bindAvgPool,
  bindAvgPoolGrad,
  bindMaxPool,
  bindMaxPoolGrad,
  type PoolAttrs,
} from "../../src/numerics/conv/pool.js";
import { replayConv } from "../../tools/goldens/kinds/numerics/conv.js";
import type { LcgDocument } from "../../tools/goldens/kinds/numerics/matmul.js";
import { readGolden } from "../../tools/goldens/kinds/numerics.js";

const f64 = dtypeOf("float64");
const size = (shape: readonly number[]): number => shape.reduce((n, d) => n * d, 1);
const values = (n: number, seed: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => Math.sin(i * 1.37 + seed));

describe("recorded convolutions and pools", () => {
  for (const family of replayConv(readGolden("test/goldens/numerics", "conv") as LcgDocument, null)) {
    it(family.name, () => {
      expect(family.failures).toEqual([]);
      expect(family.passed).toBeGreaterThan(0);
    });
  }
});

/** How the sum of forward(x) * weights changes with each of `of`. */
function slopes(of: Float64Array, loss: () => number): number[] {
  return Array.from(of, (kept, i) => {
    of[i] = kept + 1e-4;
    const up = loss();
    of[i] = kept - 1e-4;
    const down = loss();
    of[i] = kept;
    return (up - down) / 2e-4;
  });
}

function expectClose(got: Float64Array, want: number[]): void {
  expect(got.length).toBe(want.length);
  got.forEach((v, i) => {
    expect(v).toBeCloseTo(want[i]!, 8);
  });
}

const ATTRS: Record<string, ConvAttrs> = {
  same: { strides: [1, 1], padding: "SAME" },
  "strided valid": { strides: [2, 1], padding: "VALID" },
  dilated: { strides: [1, 1], padding: "SAME", dilations: [2, 1] },
  explicit: {
    strides: [2, 2],
    padding: [
      [1, 0],
      [0, 2],
    ],
  },
};
const xShape = [2, 5, 6, 3];

describe.each(Object.entries(ATTRS))("%s", (_name, attrs) => {
  it("is the sum over taps and channels", () => {
    const fShape = [3, 2, 3, 2];
    const [x, f] = [values(size(xShape), 1), values(size(fShape), 2)];
    const { shape, run } = bindConv(f64, xShape, fShape, attrs);
    const out = new Float64Array(size(shape));
    run(x, f, out);
    const [dh, dw] = attrs.dilations ?? [1, 1];
    const [[top], [left]] = Array.isArray(attrs.padding)
      ? (attrs.padding as [[number], [number]])
      : attrs.padding === "VALID"
        ? [[0], [0]]
        : // SAME of these shapes: (reach - 1) rows and columns, the smaller half before
          [[Math.floor((2 * dh!) / 2)], [Math.floor(dw! / 2)]];
    for (let b = 0, at = 0; b < shape[0]!; b++) {
      for (let i = 0; i < shape[1]!; i++) {
        for (let j = 0; j < shape[2]!; j++) {
          for (let o = 0; o < 2; o++, at++) {
            let sum = 0;
            for (let r = 0; r < 3; r++) {
              for (let q = 0; q < 2; q++) {
                const [y, z] = [i * attrs.strides[0]! + r * dh! - top!, j * attrs.strides[1]! + q * dw! - left!];
                if (y < 0 || y >= 5 || z < 0 || z >= 6) continue;
                for (let c = 0; c < 3; c++) {
                  sum += x[((b * 5 + y) * 6 + z) * 3 + c]! * f[((r * 2 + q) * 3 + c) * 2 + o]!;
                }
              }
            }
            expect(out[at]).toBeCloseTo(sum, 12);
          }
        }
      }
    }
  });

  const kinds = [
    ["full", [3, 2, 3, 2], bindConv, bindConvInputGradient, bindConvFilterGradient],
    ["depthwise", [3, 2, 3, 5], bindDepthwiseConv, bindDepthwiseInputGradient, bindDepthwiseFilterGradient],
  ] as const;
  it.each(kinds)("%s gradients are what differences give", (_kind, fShape, forward, toInput, toFilter) => {
    const [x, f] = [values(size(xShape), 1), values(size(fShape), 2)];
    const conv: Convolution = forward(f64, xShape, fShape, attrs);
    const out = new Float64Array(size(conv.shape));
    const g = values(out.length, 3);
    const loss = (): number => {
      conv.run(x, f, out);
      return out.reduce((sum, v, i) => sum + v * g[i]!, 0);
    };
    const dx = new Float64Array(x.length);
    toInput(f64, xShape, fShape, attrs).run(f, g, dx);
    expectClose(dx, slopes(x, loss));
    const df = new Float64Array(f.length);
    toFilter(f64, xShape, fShape, attrs).run(x, g, df);
    expectClose(df, slopes(f, loss));
  });
});

describe("pools", () => {
  const attrs: PoolAttrs = { ksize: [3, 2], strides: [2, 2], padding: "SAME" };
  const x = values(size(xShape), 5);
  for (const kind of ["average", "maximum"] as const) {
    it(`${kind}: gradients are what differences give`, () => {
      const pool = (kind === "average" ? bindAvgPool : bindMaxPool)(f64, xShape, attrs);
      expect(pool.shape).toEqual([2, 3, 3, 3]);
      const out = new Float64Array(size(pool.shape));
      const g = values(out.length, 7);
      const loss = (): number => {
        pool.run(x, out);
        return out.reduce((sum, v, i) => sum + v * g[i]!, 0);
      };
      const dx = new Float64Array(x.length);
      if (kind === "average") bindAvgPoolGrad(f64, xShape, attrs).run(g, dx);
      else bindMaxPoolGrad(f64, xShape, attrs).run(x, g, dx);
      expectClose(dx, slopes(x, loss));
    });
  }

  it("gives a tie to the first", () => {
    const dx = new Float64Array(4);
    const tie: PoolAttrs = { ksize: [2, 2], strides: [2, 2], padding: "VALID" };
    bindMaxPoolGrad(f64, [1, 2, 2, 1], tie).run(Float64Array.of(1, 4, 4, 4), Float64Array.of(3), dx);
    expect([...dx]).toEqual([0, 3, 0, 0]);
  });
});
