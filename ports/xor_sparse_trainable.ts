// XOR with a sparse first layer that trains: the seed script with one change.
// The original is xor_sparse_frozen.py; its tf.SparseTensor of constants becomes a sparse variable, and its hidden layer is
// wider: with the original's three entries the second input is connected to nothing, so no training could help.
import { np, print, py, sparse, tf } from "tf1-compat";

const X = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const Y = [[0], [1], [1], [0]];

const hidden_s = 9;
const l_r = 1;
const epochs = 2000;

/** Every hidden unit sees the bias (row 0); by turns the first input, the second, or both. */
function entries(hidden: number): number[][] {
  const rows = [
    py.list(py.range(hidden)),
    py.list(py.range(hidden)).filter((j) => j % 3 !== 1),
    py.list(py.range(hidden)).filter((j) => j % 3 !== 0),
  ];
  return rows.flatMap((cols, row) => cols.map((col) => [row, col]));
}

/** One training; `say` prints what the seed script prints, and the cost. */
export function learnXor(seed: number, say: (...values: unknown[]) => void) {
  tf.reset_default_graph();
  tf.set_random_seed(seed);

  const x = tf.placeholder(tf.float32, { shape: [4, 2], name: "x" });
  const y = tf.placeholder(tf.float32, { shape: [4, 1], name: "y" });

  const theta1 = sparse.SparseVariable({
    indices: entries(hidden_s),
    dense_shape: [3, hidden_s],
    initializer: tf.random_normal_initializer(),
    name: "theta1",
  });
  const theta2 = tf.Variable(tf.random_normal([hidden_s + 1, 1]), { name: "theta2" });

  const a1 = tf.concat([np.c_.at(np.ones(x.shape.at(0))), x], 1);
  const z1 = tf.matmul(a1, tf.sparse_tensor_to_dense(theta1));
  const a2 = tf.concat([np.c_.at(np.ones(x.shape.at(0))), tf.sigmoid(z1)], 1);
  const z3 = tf.matmul(a2, theta2);
  const h3 = tf.sigmoid(z3);
  const cost_func = tf.reduce_sum(y.mul(tf.log(h3)).add(py.sub(1, y).mul(tf.log(py.sub(1, h3)))), { axis: 1 }).neg();

  const optimiser = tf.train.GradientDescentOptimizer({ learning_rate: l_r }).minimize(cost_func);

  return tf.with(tf.Session(), (sess) => {
    sess.run(tf.global_variables_initializer());
    const before = sess.run(tf.sparse_tensor_to_dense(theta1));
    const costs: number[] = [];
    for (const i of py.range(epochs)) {
      const [, cost] = sess.run([optimiser, cost_func] as const, {
        feed_dict: [
          [x, X],
          [y, Y],
        ],
      });
      costs.push(+cost.mean());
      if (i % 500 === 0) {
        say("Epoch:", i, "cost:", cost.mean());
        say(sess.run(theta1).values);
      }
    }
    const after = sess.run(tf.sparse_tensor_to_dense(theta1));
    const predictions = sess.run(h3, {
      feed_dict: [
        [x, X],
        [y, Y],
      ],
    });
    return { before, after, costs, predictions };
  });
}

const { before, after, costs, predictions } = learnXor(1, print);
print("first layer, before:");
print(before);
print("first layer, after:");
print(after);
print("entries that changed:", np.count_nonzero(before.ne(after)), "of", py.len(entries(hidden_s)));
print("cost:", costs[0], "->", costs.at(-1));
print("predictions:", predictions.ravel());

const right = py.list(py.range(1, 11)).filter((seed) => {
  const p = seed === 1 ? predictions : learnXor(seed, () => {}).predictions;
  return +np.all(p.gt(0.5).eq(Y)) === 1;
});
print("seeds that learned XOR:", py.len(right), "of 10");
