import { afterEach, describe, expect, it } from "vitest";
import { np, py, sparse, tf } from "../../src/compat/index.js";

afterEach(() => tf.reset_default_graph());

describe("SparseVariable", () => {
  const make = () =>
    sparse.SparseVariable({
      indices: [
        [0, 0],
        [0, 1],
        [1, 1],
      ],
      dense_shape: [3, 2],
      initial_value: [0.1, 0.2, 0.1],
      name: "theta1",
    });

  it("stands where a SparseTensor stands", () => {
    const s = make();
    expect(s).toBeInstanceOf(tf.SparseTensor);
    const sess = tf.Session();
    sess.run(tf.global_variables_initializer());
    expect(sess.run(tf.sparse_tensor_to_dense(s)).astype(np.float64).tolist()).toEqual(
      [
        [0.1, 0.2],
        [0, 0.1],
        [0, 0],
      ].map((r) => r.map(Math.fround)),
    );
    expect(py.repr(sess.run(s).values)).toBe("array([0.1, 0.2, 0.1], dtype=float32)");
    expect(tf.trainable_variables().map((v) => v.name)).toEqual(["theta1/values:0"]);
  });

  it("trains through sparse_tensor_to_dense and through the sparse product, only at its indices", () => {
    for (const form of ["dense", "sparse"]) {
      tf.reset_default_graph();
      const s = make();
      const x = tf.constant([
        [1, 2, 3],
        [4, 5, 6.5],
      ]);
      const out = form === "dense" ? tf.matmul(x, tf.sparse_tensor_to_dense(s)) : sparse.matmul(x, s);
      const train = tf.train.GradientDescentOptimizer(0.01).minimize(tf.reduce_sum(tf.square(out)));
      const sess = tf.Session();
      sess.run(tf.global_variables_initializer());
      const before = sess.run(s).values;
      sess.run(train);
      const after = sess.run(s);
      expect(py.is_true(np.all(before.ne(after.values)))).toBe(true);
      expect(after.indices.tolist()).toEqual([
        [0, 0],
        [0, 1],
        [1, 1],
      ]);
    }
  });

  it("multiplies from both sides as its dense form does", () => {
    const s = make();
    const left = sparse.matmul([[1, 2, 3.5]], s);
    const right = sparse.matmul(s, [[1.5], [2]]);
    const full = tf.sparse_tensor_to_dense(s);
    const sess = tf.Session();
    sess.run(tf.global_variables_initializer());
    const [l, lw, r, rw] = sess.run([
      left,
      tf.matmul([[1, 2, 3.5]], full),
      right,
      tf.matmul(full, [[1.5], [2]]),
    ] as const);
    expect(np.allclose(l, lw, 1e-6, 1e-7)).toBe(true);
    expect(np.allclose(r, rw, 1e-6, 1e-7)).toBe(true);
  });

  it("of 100,000 x 100,000 with 1,000 values trains: a dense matrix of that shape would take 40 GB", () => {
    const n = 100_000;
    const rng = new np.random.RandomState(1);
    const flat = [...new Set(rng.randint(0, n, 1000).tolist() as number[])].sort((a, b) => a - b);
    const indices = flat.map((row) => [row, (row * 7919) % n]);
    const s = sparse.SparseVariable({ indices, dense_shape: [n, n], initializer: tf.zeros_initializer() });
    const x = tf.constant(rng.randn(2, n).astype(np.float32));
    const target = tf.constant(rng.randn(2, n).astype(np.float32));
    const loss = tf.reduce_sum(tf.square(sparse.matmul(x, s).sub(target)));
    const train = tf.train.GradientDescentOptimizer(0.1).minimize(loss);
    const sess = tf.Session();
    sess.run(tf.global_variables_initializer());
    const start = +sess.run(loss);
    const memory = process.memoryUsage().arrayBuffers;
    for (let i = 0; i < 20; i++) sess.run(train);
    expect(+sess.run(loss)).toBeLessThan(start);
    expect(process.memoryUsage().arrayBuffers - memory).toBeLessThan(200e6);
    expect(py.is_true(np.all(sess.run(s).values.ne(0)))).toBe(true);
  });

  it("checks its indices", () => {
    const bad =
      (indices: number[][], more: object = {}) =>
      () =>
        sparse.SparseVariable({ indices, dense_shape: [3, 2], initial_value: indices.map(() => 0.5), ...more });
    expect(
      bad([
        [0, 0],
        [3, 1],
      ]),
    ).toThrow("indices[1] = [3, 1] is out of bounds for dense_shape [3, 2]");
    expect(bad([[0, -1]])).toThrow("indices[0] = [0, -1] is out of bounds");
    expect(
      bad([
        [0, 0],
        [0, 0],
      ]),
    ).toThrow("indices[1] = [0, 0] is repeated");
    expect(
      bad([
        [1, 0],
        [0, 1],
      ]),
    ).toThrow("indices[1] = [0, 1] is out of order after [1, 0]; sort the rows");
    expect(bad([[0, 0, 0]])).toThrow("indices must have shape [N, 2] for a dense_shape of rank 2, got [1, 3]");
    expect(bad([[0, 0]], { initial_value: [0.1, 0.2] })).toThrow("1 indices need values of shape (1,), got (2,)");
    expect(bad([[0, 0.5]])).toThrow("indices must be integers, got float64");
  });

  it("says what sparse.matmul can't multiply", () => {
    const s = make();
    expect(() => sparse.matmul(s, s)).toThrow("one side must be dense");
    expect(() => sparse.matmul([[1]], [[1]])).toThrow("use tf.matmul for two dense matrices");
  });
});
