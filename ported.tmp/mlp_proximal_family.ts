// Ftrl, ProximalGradientDescent, ProximalAdagrad and AdagradDA with l1 / l2
import { np, print, py, tf } from "tf1-compat";

const rng = np.random.RandomState(9);
const X = rng.randn(40, 6).astype(np.float32);
const true_w = np.array([[1.5], [0], [0], [py.float(-2.0)], [0], [0.5]], np.float32);
const Y = X.dot(true_w).add(py.mul(0.05, rng.randn(40, 1).astype(np.float32)));

function run(title: string, make: any) {
  using _scope = new tf.Graph().as_default();
  tf.set_random_seed(4);
  const x = tf.placeholder(tf.float32, [null, 6], "x");
  const y = tf.placeholder(tf.float32, [null, 1], "y");
  const w = tf.Variable(tf.random_normal([6, 1], { stddev: 0.1 }), { name: "w" });
  const loss = tf.reduce_mean(tf.squared_difference(tf.matmul(x, w), y));
  const global_step = tf.Variable(0, { trainable: false, dtype: tf.int64, name: "global_step" });
  const train: any = (make(global_step) as any).minimize(loss, { global_step });
  let wv: any, lv: any, gs: any;
  {
    using sess = tf.Session();
    sess.run(tf.global_variables_initializer());
    for (const i of py.range(60)) {
      sess.run(train, [[x, X], [y, Y]]);
    }
    ([wv, lv, gs] = sess.run([w, loss, global_step] as const, [[x, X], [y, Y]]) as any);
  }
  print(title, "step", gs, py.percent("loss %.5f", lv), "zeros", py.int(wv.eq(0).sum()));
  print(wv.ravel());
}

run(
  "Ftrl",
  (gs: any) => tf.train.FtrlOptimizer(0.5, { l1_regularization_strength: 0.5, l2_regularization_strength: 0.01 }),
);
run("Ftrl power", (gs: any) => tf.train.FtrlOptimizer(0.3, { learning_rate_power: -0.6 }));
run(
  "ProximalSGD",
  (gs: any) => tf.train.ProximalGradientDescentOptimizer(0.1, {
    l1_regularization_strength: 0.2,
    l2_regularization_strength: 0.001,
  }),
);
run(
  "ProximalAdagrad",
  (gs: any) => tf.train.ProximalAdagradOptimizer(0.4, {
    initial_accumulator_value: 0.1,
    l1_regularization_strength: 0.05,
  }),
);
run("AdagradDA", (gs: any) => tf.train.AdagradDAOptimizer(0.5, gs, { l1_regularization_strength: 0.02 }));
