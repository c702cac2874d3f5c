/**
 * np.linalg: what defines each result, to float64 rounding (NumPy's LAPACK may differ in the last bits).
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as np from "../../src/np/index.js";

const element = fc.integer({ min: -50, max: 50 }).map((v) => v / 8);
const matrix = (m: number, n: number) =>
  fc.array(fc.array(element, { minLength: n, maxLength: n }), { minLength: m, maxLength: m });

/** Diagonally dominant, so that no pivot is tiny. */
const regular = fc
  .integer({ min: 1, max: 5 })
  .chain((n) => matrix(n, n).map((rows) => rows.map((row, i) => row.map((v, j) => (i === j ? v + 100 : v)))));

describe("np.linalg", () => {
  it("inv and solve undo the product", () => {
    fc.assert(
      fc.property(regular, (rows) => {
        const a = np.array(rows, "float64");
        const n = rows.length;
        expect(np.allclose(np.linalg.inv(a).matmul(a), np.eye(n), { atol: 1e-12 })).toBe(true);
        const b = np.arange(n).astype("float64");
        expect(np.allclose(a.dot(np.linalg.solve(a, b)), b, { atol: 1e-10 })).toBe(true);
      }),
    );
  });

  it("det is multiplicative and changes sign with swapped rows", () => {
    fc.assert(
      fc.property(regular, (rows) => {
        const a = np.array(rows, "float64");
        const d = +np.linalg.det(a);
        expect(+np.linalg.det(a.matmul(a)) / (d * d)).toBeCloseTo(1, 10);
        if (rows.length < 2) return;
        const swapped = np.array([rows[1]!, rows[0]!, ...rows.slice(2)], "float64");
        expect(+np.linalg.det(swapped) / d).toBeCloseTo(-1, 10);
      }),
    );
  });

  it("svd: orthonormal vectors, falling values, and their product is the matrix", () => {
    const shapes = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([m, n]) => matrix(m, n));
    fc.assert(
      fc.property(shapes, fc.boolean(), (rows, full) => {
        const a = np.array(rows, "float64");
        const [u, s, vh] = np.linalg.svd(a, full) as [np.NDArray, np.NDArray, np.NDArray];
        const k = s.size;
        const product = u
          .at(":", `:${k}`)
          .mul(s)
          .matmul(vh.at(`:${k}`));
        expect(np.allclose(product, a, { atol: 1e-11 })).toBe(true);
        expect(np.allclose(u.T.matmul(u), np.eye(u.shape[1]!), { atol: 1e-10 })).toBe(true);
        expect(np.allclose(vh.matmul(vh.T), np.eye(vh.shape[0]!), { atol: 1e-10 })).toBe(true);
        expect(np.diff(s).le(0).all().__bool__()).toBe(true);
        expect(s.ge(0).all().__bool__()).toBe(true);
      }),
    );
  });

  it("norm of vectors and matrices", () => {
    const a = np.array([
      [3, -4],
      [0, 12],
    ]);
    expect(+np.linalg.norm(a)).toBe(13);
    expect(np.linalg.norm(a, { axis: 1 }).tolist()).toEqual([5, 12]);
    expect(np.linalg.norm(a, 1, 0).tolist()).toEqual([3, 16]);
    expect(+np.linalg.norm(a, 1)).toBe(16);
    expect(+np.linalg.norm(a, Number.POSITIVE_INFINITY)).toBe(12);
    expect(np.linalg.norm(a, { axis: 0, keepdims: true }).shape).toEqual([1, 2]);
  });

  it("cholesky gives the lower factor", () => {
    const l = np.linalg.cholesky([
      [4, 2],
      [2, 5],
    ]);
    expect(l.tolist()).toEqual([
      [2, 0],
      [1, 2],
    ]);
  });
});
