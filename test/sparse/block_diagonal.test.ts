import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { np, sparse, tf } from "../../src/compat/index.js";

afterEach(() => tf.reset_default_graph());

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/** The same weights as a dense array, built by hand from the stored blocks. */
function dense(values: readonly number[], rows: readonly number[], cols: readonly number[]) {
  const out = np.zeros([sum(rows), sum(cols)]);
  let at = 0;
  let r0 = 0;
  let c0 = 0;
  rows.forEach((r, k) => {
    for (let i = 0; i < r; i++) for (let j = 0; j < cols[k]!; j++) out.set_at([r0 + i, c0 + j], values[at++]!);
    r0 += r;
    c0 += cols[k]!;
  });
  return out;
}

const blocks = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })), {
  minLength: 1,
  maxLength: 6,
});

describe("block-diagonal weights", () => {
  it("multiply as the dense matrix does, forward and backward, for any sizes of blocks", () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: 1, max: 5 }), fc.integer(), (sizes, batch, seed) => {
        tf.reset_default_graph();
        const rows = sizes.map(([r]) => r);
        const cols = sizes.map(([, c]) => c);
        const rng = new np.random.RandomState(Math.abs(seed) % 2 ** 32);
        const x = rng.randn(batch, sum(rows));
        const g = rng.randn(batch, sum(cols));
        const w = sparse.BlockDiagonalVariable({
          rows,
          cols,
          dtype: tf.float64,
          initializer: tf.random_normal_initializer({ dtype: tf.float64 }),
        });
        const input = tf.placeholder(tf.float64, [null, sum(rows)]);
        const product = w.matmul(input);
        const [dx, dv] = tf.gradients(product, [input, w.values], { grad_ys: g }) as [typeof product, typeof product];
        const sess = tf.Session();
        sess.run(tf.global_variables_initializer());
        const got = sess.run({ w: w.values, product, dx, dv }, [[input, x]]);
        const full = dense(got.w.tolist() as number[], rows, cols);
        expect(np.allclose(got.product, np.matmul(x, full), 1e-10, 1e-12)).toBe(true);
        expect(np.allclose(got.dx, np.matmul(g, full.T), 1e-10, 1e-12)).toBe(true);
        const dense_dw = np.matmul(x.T, g);
        const mask = dense(new Array<number>(w.size).fill(1), rows, cols);
        const placed = dense(got.dv.tolist() as number[], rows, cols);
        expect(np.allclose(placed, dense_dw.mul(mask), 1e-10, 1e-12)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("give blocks and a SparseTensor of the same values", () => {
    const w = sparse.BlockDiagonalVariable({ rows: [2, 1], cols: [1, 3] });
    const sess = tf.Session();
    sess.run(tf.global_variables_initializer());
    const values = sess.run(w.values).tolist() as number[];
    expect(sess.run(w.block(1)).tolist()).toEqual([values.slice(2)]);
    expect(sess.run(tf.sparse_tensor_to_dense(w.to_sparse_tensor())).tolist()).toEqual(
      dense(values, [2, 1], [1, 3]).tolist(),
    );
    expect(w.dense_shape).toEqual([3, 4]);
    expect(w.size).toBe(5);
  });

  it("draw each block as a weight of its own size", () => {
    tf.set_random_seed(1);
    const w = sparse.BlockDiagonalVariable({ rows: 10, cols: 8, blocks: 400 });
    const sess = tf.Session();
    sess.run(tf.global_variables_initializer());
    const limit = Math.sqrt(6 / 18);
    const values = sess.run(w.values);
    expect(+values.max()).toBeLessThanOrEqual(limit);
    expect(+values.max()).toBeGreaterThan(0.99 * limit);
    expect(+values.min()).toBeLessThan(-0.99 * limit);
  });

  it("say what is wrong with sizes", () => {
    expect(() => sparse.BlockDiagonalVariable({ rows: 2, cols: 3 })).toThrow(
      "give the number of blocks, or one size per block",
    );
    expect(() => sparse.BlockDiagonalVariable({ rows: [2, 2], cols: [1] })).toThrow("1 sizes for 2 blocks");
    expect(() => sparse.BlockDiagonalVariable({ rows: [2, 0], cols: 1 })).toThrow(
      "size of block 1 must be a positive integer, got 0",
    );
    const x = tf.placeholder(tf.float32, [null, 7]);
    expect(() => sparse.block_diagonal_dense(x, 2, { blocks: 3 })).toThrow(
      "7 input columns can't be shared evenly among 3 blocks; give input_units",
    );
    expect(() => sparse.block_diagonal_dense(x, 2, { blocks: 3, input_units: [1, 2, 3] })).toThrow(
      "input_units add up to 6, the inputs have 7 columns",
    );
  });
});

describe("block_diagonal_dense", () => {
  it("is one dense layer per block", () => {
    tf.set_random_seed(3);
    const x = tf.placeholder(tf.float32, [null, 5]);
    const y = sparse.block_diagonal_dense(x, [2, 1], {
      input_units: [2, 3],
      activation: (t) => tf.tanh(t),
      bias_initializer: tf.ones_initializer(),
    });
    expect(tf.trainable_variables().map((v) => v.name)).toEqual([
      "block_diagonal_dense/kernel:0",
      "block_diagonal_dense/bias:0",
    ]);
    const sess = tf.Session();
    sess.run(tf.global_variables_initializer());
    const data = new np.random.RandomState(0).randn(4, 5).astype(np.float32);
    const kernel = sess.run(tf.trainable_variables()[0]!).tolist() as number[];
    const want = np.tanh(np.matmul(data, dense(kernel, [2, 3], [2, 1])).add(1));
    expect(np.allclose(sess.run(y, [[x, data]]), want, 1e-5, 1e-6)).toBe(true);
  });
});
