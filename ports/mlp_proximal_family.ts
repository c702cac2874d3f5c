// Ftrl, ProximalGradientDescent, ProximalAdagrad and AdagradDA with l1 / l2.
// Port of mlp_proximal_family.py.
import { np, print, py, tf } from "tf1-compat";

const rng = np.random.RandomState(9);
const X = rng.randn(40, 6).astype(np.float32);
const true_w = np.array([[1.5], [0], [0], [-2.0], [0], [0.5]], { dtype: np.float32 });
const Y = X.dot(true_w).add(rng.randn(40, 1).astype(np.float32).mul(0.05));

function run(title: string, make: (gs: ReturnType<typeof tf.Variable>) => tf.train.Optimizer) {
  tf.with(new tf.Graph().as_default(), () => {
    tf.set_random_seed(4);
    const x = tf.placeholder(tf.float32, [null, 6], "x");
    const y = tf.placeholder(tf.float32, [null, 1], "y");
    const w = tf.Variable(tf.random_normal([6, 1], { stddev: 0.1 }), { name: "w" });
    const loss = tf.reduce_mean(tf.squared_difference(tf.matmul(x, w), y));
    const global_step = tf.Variable(0, { trainable: false, dtype: tf.int64, name: "global_step" });
    const train = make(global_step).minimize(loss, { global_step });
    const feed = new Map([
      [x, X],
      [y, Y],
    ]);
    const [wv, lv, gs] = tf.with(tf.Session(), (sess) => {
      sess.run(tf.global_variables_initializer());
      for (let i = 0; i < 60; i++) sess.run(train, feed);
      return sess.run([w, loss, global_step] as const, feed);
    });
    const zeros = py.int(np.sum(np.equal(wv, 0)));
    print(title, "step", gs, py.percent("loss %.5f", lv), "zeros", zeros);
    print(np.ravel(wv));
  });
}

run("Ftrl", () => tf.train.FtrlOptimizer(0.5, { l1_regularization_strength: 0.5, l2_regularization_strength: 0.01 }));
run("Ftrl power", () => tf.train.FtrlOptimizer(0.3, { learning_rate_power: -0.6 }));
run("ProximalSGD", () =>
  tf.train.ProximalGradientDescentOptimizer(0.1, {
    l1_regularization_strength: 0.2,
    l2_regularization_strength: 0.001,
  }),
);
run("ProximalAdagrad", () =>
  tf.train.ProximalAdagradOptimizer(0.4, { initial_accumulator_value: 0.1, l1_regularization_strength: 0.05 }),
);
run("AdagradDA", (gs) => tf.train.AdagradDAOptimizer(0.5, gs, { l1_regularization_strength: 0.02 }));
