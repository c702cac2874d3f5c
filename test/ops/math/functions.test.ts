/** Properties of casts, bit operations, sums, complex numbers and functions with gradients of their own. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tf } from "../../../src/compat/index.js";
import { IndexedSlices } from "../../../src/graph/indexed_slices.js";
import type { Tensor } from "../../../src/graph/tensor.js";

fc.configureGlobal({ seed: 20191015 });

/** Elements of a tensor that `make` builds. */
function values(make: () => Tensor): (number | bigint)[] {
  using _ = new tf.Graph().as_default();
  const made = make();
  return Array.from((new tf.Session().run(made) as { data: ArrayLike<number | bigint> }).data);
}

const int32s = fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { minLength: 1, maxLength: 9 });

describe("cast", () => {
  it("gives the tensor itself where nothing changes", () => {
    using _ = new tf.Graph().as_default();
    const x = tf.placeholder(tf.float32, [2]);
    expect(tf.cast(x, tf.float32)).toBe(x);
    expect(tf.cast(x, "int32").dtype).toBe(tf.int32);
    expect(tf.to_double(x).op.name).toBe("ToDouble");
  });

  it("keeps sparse tensors and rows of gradients what they are", () => {
    using _ = new tf.Graph().as_default();
    const sparse = new tf.SparseTensor([[0, 1]], [1.5], [2, 2]);
    const cast = tf.cast(sparse, tf.float64);
    expect(cast).toBeInstanceOf(tf.SparseTensor);
    expect(cast.dtype).toBe(tf.float64);
    const rows = new IndexedSlices(tf.constant([[1.5]]), tf.constant([0]));
    expect(tf.cast(rows, tf.float64)).toBeInstanceOf(IndexedSlices);
  });

  it("saturates at the limits of the type", () => {
    fc.assert(
      fc.property(int32s, (list) => {
        const clamped = (low: number, high: number) => list.map((v) => Math.min(Math.max(v, low), high));
        expect(values(() => tf.saturate_cast(tf.constant(list, tf.int32), tf.uint8))).toEqual(clamped(0, 255));
        expect(values(() => tf.saturate_cast(tf.constant(list, tf.int32), tf.int16))).toEqual(clamped(-32768, 32767));
      }),
      { numRuns: 30 },
    );
  });
});

describe("bits", () => {
  it("are those of JavaScript's 32-bit operators", () => {
    fc.assert(
      fc.property(int32s, fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), (list, y) => {
        const x = () => tf.constant(list, tf.int32);
        expect(values(() => tf.bitwise.bitwise_and(x(), y))).toEqual(list.map((v) => v & y));
        expect(values(() => tf.bitwise.bitwise_or(x(), y))).toEqual(list.map((v) => v | y));
        expect(values(() => tf.bitwise.bitwise_xor(x(), y))).toEqual(list.map((v) => v ^ y));
        expect(values(() => tf.bitwise.invert(x()))).toEqual(list.map((v) => ~v));
        expect(values(() => tf.bitwise.left_shift(x(), y & 31))).toEqual(list.map((v) => v << (y & 31)));
        expect(values(() => tf.bitwise.right_shift(x(), y & 31))).toEqual(list.map((v) => v >> (y & 31)));
      }),
      { numRuns: 30 },
    );
  });
});

describe("sums and products of rows", () => {
  it("scalar_mul keeps rows and refuses anything but a scalar", () => {
    using _ = new tf.Graph().as_default();
    const rows = new IndexedSlices(tf.constant([[1.5], [2.5]]), tf.constant([0, 2]));
    const scaled = tf.scalar_mul(2, rows);
    expect(scaled.indices).toBe(rows.indices);
    expect(Array.from((new tf.Session().run(scaled.values) as { data: Float32Array }).data)).toEqual([3, 5]);
    expect(() => tf.scalar_mul(tf.constant([1.5]), tf.constant(2.5))).toThrow(
      "Only scalar multiply works, got shape (1,)",
    );
  });

  it("add_n of one tensor is that tensor, unless a name asks for an operation", () => {
    using _ = new tf.Graph().as_default();
    const x = tf.constant([1.5]);
    expect(tf.add_n([x])).toBe(x);
    expect(tf.add_n([x], "sum").op.type).toBe("Identity");
  });
});

describe("complex numbers", () => {
  it("come apart as they were put together", () => {
    const parts = fc.array(fc.tuple(fc.float({ noNaN: true }), fc.float({ noNaN: true })), { minLength: 1 });
    fc.assert(
      fc.property(parts, (list) => {
        const [re, im] = [list.map(([a]) => a), list.map(([, b]) => b)];
        const z = () => tf.complex(tf.constant(re, tf.float32), tf.constant(im, tf.float32));
        expect(values(() => tf.real(z()))).toEqual(re);
        expect(values(() => tf.imag(z()))).toEqual(im);
        expect(values(() => tf.imag(tf.conj(z())))).toEqual(im.map((v) => -v));
      }),
      { numRuns: 30 },
    );
  });

  it("have gradients through their magnitude", () => {
    using _ = new tf.Graph().as_default();
    const [a, b] = [tf.constant([3.5], tf.float64), tf.constant([-1.25], tf.float64)];
    const grads = tf.gradients(tf.abs(tf.complex(a, b)), [a, b]) as Tensor[];
    const [da, db] = new tf.Session().run(grads) as { data: Float64Array }[];
    const size = Math.hypot(3.5, -1.25);
    expect(da!.data[0]).toBeCloseTo(3.5 / size, 14);
    expect(db!.data[0]).toBeCloseTo(-1.25 / size, 14);
  });
});

describe("nextafter", () => {
  const ordinary = fc.double({ noNaN: true, noDefaultInfinity: true });
  it("has nothing between it and its start", () => {
    fc.assert(
      fc.property(ordinary, ordinary, (x, y) => {
        const [next] = values(() => tf.math.nextafter(tf.constant(x, tf.float64), tf.constant(y, tf.float64)));
        if (x === y) expect(next).toBe(y);
        else {
          expect(Number(next) > x).toBe(y > x);
          const middle = x / 2 + Number(next) / 2;
          expect(middle === x || middle === next || Math.abs(x) < 1e-300).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("functions with their own gradient", () => {
  it("custom_gradient uses it instead of the operations' own", () => {
    using _ = new tf.Graph().as_default();
    const clipped = tf.custom_gradient((x) => [tf.multiply(x!, 3), (dy) => tf.multiply(dy!, 100)]);
    const x = tf.constant([2.5]);
    const y = clipped(x);
    expect(y.op.type).toBe("IdentityN");
    const [grad] = tf.gradients(y, x) as Tensor[];
    const [value, slope] = new tf.Session().run([y, grad!]) as { data: Float32Array }[];
    expect([value!.data[0], slope!.data[0]]).toEqual([7.5, 100]);
  });

  it("polyval is Horner's scheme", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 5 }), (coefficients) => {
        const x = 1.5;
        const expected = coefficients.reduce((value, c) => value * x + c);
        const made = () =>
          tf.math.polyval(
            coefficients.map((c) => tf.constant(c, tf.float64)),
            tf.constant(x, tf.float64),
          );
        expect(values(made)).toEqual([expected]);
      }),
      { numRuns: 30 },
    );
  });
});
