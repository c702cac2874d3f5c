/** Matrix products: recorded bits of TensorFlow, and what any product has to satisfy. */
import { describe, expect, it } from "vitest";
import { dtypeOf } from "../../src/np/dtype.js";
import { bindBatchMatMul } from "../../src/numerics/matmul/batch_matmul.js";
import {
  bindBlockDiagonalInputGradient,
  bindBlockDiagonalMatMul,
  bindBlockDiagonalValuesGradient,
} from "../../src/numerics/matmul/block_diagonal.js";
import { bindMatMul } from "../../src/numerics/matmul/matmul.js";
import { bindSparseTensorDenseMatMul, SparseIndexOutOfBounds } from "../../src/numerics/matmul/sparse_dense.js";
import { type LcgDocument, replayMatmul } from "../../tools/goldens/kinds/numerics/matmul.js";
import { readGolden } from "../../tools/goldens/kinds/numerics.js";

const f32 = dtypeOf("float32");
const f64 = dtypeOf("float64");
const bools = [false, true];

/** Numbers in (-1, 1) that differ from place to place. */
function values(n: number, seed: number): Float64Array {
  let x = seed;
  return Float64Array.from({ length: n }, () => {
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    return x / 2 ** 31;
  });
}

/** The transpose of a [rows, cols] matrix. */
function transposed(a: ArrayLike<number>, rows: number, cols: number): Float64Array {
  return Float64Array.from({ length: rows * cols }, (_, i) => a[(i % rows) * cols + Math.floor(i / rows)]!);
}

function naive(a: ArrayLike<number>, b: ArrayLike<number>, m: number, k: number, n: number): Float64Array {
  const out = new Float64Array(m * n);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) for (let p = 0; p < k; p++) out[i * n + j]! += a[i * k + p]! * b[p * n + j]!;
  }
  return out;
}

function expectClose(got: ArrayLike<number>, want: ArrayLike<number>, tolerance: number): void {
  expect(got.length).toBe(want.length);
  let worst = 0;
  for (let i = 0; i < want.length; i++) worst = Math.max(worst, Math.abs(got[i]! - want[i]!));
  expect(worst).toBeLessThanOrEqual(tolerance);
}

describe("recorded products", () => {
  for (const family of replayMatmul(readGolden("test/goldens/numerics", "matmul") as LcgDocument, null)) {
    it(family.name, () => {
      expect(family.failures).toEqual([]);
      expect(family.passed).toBeGreaterThan(0);
    });
  }
});

describe("bindMatMul", () => {
  const sizes = [1, 2, 3, 5, 8, 17, 50, 130];
  for (const [x, m] of sizes.entries()) {
    it(`agrees with the definition for ${m} rows`, () => {
      for (const [y, k] of sizes.entries()) {
        for (const n of [1, sizes[(x + y) % sizes.length]!, 33]) {
          const [a, b] = [values(m * k, 1 + k), values(k * n, 7 + n)];
          const want = naive(a, b, m, k, n);
          for (const ta of bools) {
            for (const tb of bools) {
              const [sa, sb] = [ta ? transposed(a, m, k) : a, tb ? transposed(b, k, n) : b];
              const double = new Float64Array(m * n);
              bindMatMul(f64, m, k, n, ta, tb)(sa, sb, double);
              expectClose(double, want, 1e-13 * k);
              const single = new Float32Array(m * n);
              bindMatMul(f32, m, k, n, ta, tb)(Float32Array.from(sa), Float32Array.from(sb), single);
              expectClose(single, want, 3e-7 * k);
            }
          }
        }
      }
    });
  }

  it("gives zeros where nothing is contracted", () => {
    const out = new Float32Array(6).fill(9);
    bindMatMul(f32, 2, 0, 3, false, false)(new Float32Array(0), new Float32Array(0), out);
    expect([...out]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("wraps integers", () => {
    const out = new Int32Array(1);
    const product = bindMatMul(dtypeOf("int32"), 1, 2, 1, false, false);
    product(Int32Array.of(2147483647, 3), Int32Array.of(3, 5), out);
    expect(out[0]).toBe((Math.imul(2147483647, 3) + 15) | 0);
    const big = new BigInt64Array(1);
    bindMatMul(dtypeOf("int64"), 1, 2, 1, false, false)(BigInt64Array.of(2n, 3n), BigInt64Array.of(5n, 7n), big);
    expect(big[0]).toBe(31n);
  });

  it("multiplies complex numbers", () => {
    const out = new Float64Array(2);
    bindMatMul(
      dtypeOf("complex128"),
      1,
      2,
      1,
      false,
      false,
    )(Float64Array.of(1, 2, 0, 1), Float64Array.of(3, 4, 5, 6), out);
    // (1+2i)(3+4i) + i(5+6i)
    expect([...out]).toEqual([-11, 15]);
  });
});

describe("bindBatchMatMul", () => {
  it("broadcasts batch dimensions", () => {
    const [a, b] = [values(2 * 1 * 3 * 4, 3), values(5 * 4 * 2, 4)];
    const out = new Float64Array(2 * 5 * 3 * 2);
    bindBatchMatMul(f64, [2, 1, 3, 4], [5, 4, 2], false, false)(a, b, out);
    for (let i = 0; i < 2; i++) {
      for (let j = 0; j < 5; j++) {
        const want = naive(a.subarray(i * 12, i * 12 + 12), b.subarray(j * 8, j * 8 + 8), 3, 4, 2);
        expectClose(out.subarray((i * 5 + j) * 6, (i * 5 + j) * 6 + 6), want, 1e-14);
      }
    }
  });
});

describe("bindSparseTensorDenseMatMul", () => {
  it("names the entry that lies outside", () => {
    const product = bindSparseTensorDenseMatMul(f32, 2, 2, 1, false, false);
    const run = (row: bigint, col: bigint) => () =>
      product(BigInt64Array.of(row, col), Float32Array.of(1), new Float32Array(2), new Float32Array(2));
    expect(run(0n, 5n)).toThrow(new SparseIndexOutOfBounds("k", 5, 0, 1, 2));
    expect(run(0n, 5n)).toThrow("k (5) from index[0,1] out of bounds (>=2)");
    expect(run(4n, 0n)).toThrow("m (4) from index[0,0] out of bounds (>=2)");
  });
});

describe("block-diagonal products", () => {
  const rows = [3, 1, 10, 8, 0, 2, 40];
  const cols = [2, 4, 8, 1, 3, 2, 9];
  const [inputs, outputs] = [64, 29];
  const count = rows.reduce((n, r, i) => n + r * cols[i]!, 0);
  const weights = values(count, 5);
  /** The same matrix with its zeros. */
  const dense = new Float64Array(inputs * outputs);
  for (let k = 0, r0 = 0, c0 = 0, at = 0; k < rows.length; r0 += rows[k]!, c0 += cols[k]!, k++) {
    for (let i = 0; i < rows[k]!; i++) {
      for (let j = 0; j < cols[k]!; j++) dense[(r0 + i) * outputs + c0 + j] = weights[at++]!;
    }
  }
  for (const batch of [1, 2, 5, 32]) {
    it(`equals the dense product with zeros, batch ${batch}`, () => {
      const x = values(batch * inputs, 11);
      const want = naive(x, dense, batch, inputs, outputs);
      const out = new Float64Array(batch * outputs).fill(7);
      bindBlockDiagonalMatMul(f64, batch, rows, cols)(x, weights, out);
      expectClose(out, want, 1e-13);
      const single = new Float32Array(batch * outputs);
      bindBlockDiagonalMatMul(f32, batch, rows, cols)(Float32Array.from(x), Float32Array.from(weights), single);
      expectClose(single, want, 1e-5);
    });

    it(`has the gradients that differences give, batch ${batch}`, () => {
      const [x, g] = [values(batch * inputs, 13), values(batch * outputs, 17)];
      const forward = bindBlockDiagonalMatMul(f64, batch, rows, cols);
      const out = new Float64Array(batch * outputs);
      const loss = (): number => {
        forward(x, weights, out);
        return out.reduce((sum, v, i) => sum + v * g[i]!, 0);
      };
      const slope = (of: Float64Array, i: number): number => {
        const [kept, h] = [of[i]!, 1e-4];
        of[i] = kept + h;
        const up = loss();
        of[i] = kept - h;
        const down = loss();
        of[i] = kept;
        return (up - down) / (2 * h);
      };
      const dx = new Float64Array(x.length);
      bindBlockDiagonalInputGradient(f64, batch, rows, cols)(g, weights, dx);
      const dw = new Float64Array(count);
      bindBlockDiagonalValuesGradient(f64, batch, rows, cols)(x, g, dw);
      const some = Math.max(1, Math.floor(x.length / 40));
      for (let i = 0; i < x.length; i += some) expect(dx[i]).toBeCloseTo(slope(x, i), 8);
      for (let i = 0; i < count; i += 7) expect(dw[i]).toBeCloseTo(slope(weights, i), 8);
    });
  }

  it("gives the bits of a stacked tf.matmul", () => {
    const [blocks, batch, r, c] = [6, 32, 10, 8];
    const x = Float32Array.from(values(batch * blocks * r, 3));
    const w = Float32Array.from(values(blocks * r * c, 4));
    const out = new Float32Array(batch * blocks * c);
    bindBlockDiagonalMatMul(f32, batch, Array(blocks).fill(r), Array(blocks).fill(c))(x, w, out);
    const stacked = new Float32Array(blocks * batch * r);
    for (let k = 0; k < blocks; k++) {
      for (let i = 0; i < batch; i++) {
        stacked.set(x.subarray((i * blocks + k) * r, (i * blocks + k + 1) * r), (k * batch + i) * r);
      }
    }
    const want = new Float32Array(blocks * batch * c);
    bindBatchMatMul(f32, [blocks, batch, r], [blocks, r, c], false, false)(stacked, w, want);
    for (let k = 0; k < blocks; k++) {
      for (let i = 0; i < batch; i++) {
        const at = (i * blocks + k) * c;
        expect([...out.subarray(at, at + c)]).toEqual([...want.subarray((k * batch + i) * c, (k * batch + i + 1) * c)]);
      }
    }
  });

  it("refuses block lists that do not match", () => {
    expect(() => bindBlockDiagonalMatMul(f32, 1, [1, 2], [1])).toThrow("2 row counts, but 1 column counts");
  });
});
