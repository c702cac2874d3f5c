// The same small MLP under gradient descent, momentum and nesterov
import { np, print, py, tf } from "tf1-compat";

const rng = np.random.RandomState(2);
const X = rng.uniform(-1, 1, py.tuple([32, 3])).astype("float32");
const T = X.at(":", ":1").mul(X.at(":", "1:2")).sub(X.at(":", "2:")).astype("float32");

function build(make_opt: any) {
  tf.reset_default_graph();
  tf.set_random_seed(12);
  const x = tf.placeholder(tf.float32, [null, 3], { name: "x" });
  const t = tf.placeholder(tf.float32, [null, 1], { name: "t" });
  const w1 = tf.Variable(tf.random_uniform([3, 8], -0.7, 0.7), { name: "w1" });
  const b1 = tf.Variable(tf.zeros([8]), { name: "b1" });
  const w2 = tf.Variable(tf.random_uniform([8, 1], -0.7, 0.7), { name: "w2" });
  const h = tf.nn.tanh(tf.nn.xw_plus_b(x, w1, b1));
  const loss = tf.losses.mean_squared_error(t, tf.matmul(h, w2));
  const opt: any = make_opt();
  const train: any = opt.minimize(loss);
  return py.tuple([x, t, loss, train, opt]);
}

const choices: any[] = [
  py.tuple(["sgd", () => tf.train.GradientDescentOptimizer(0.3)]),
  py.tuple(["momentum", () => tf.train.MomentumOptimizer(0.1, { momentum: 0.9 })]),
  py.tuple(["nesterov", () => tf.train.MomentumOptimizer(0.1, 0.9, { use_nesterov: true })]),
];
for (const [name, make] of choices) {
  const [x, t, loss, train, opt] = build(make);
  print(name, opt.get_name(), "slots", opt.get_slot_names());
  {
    using sess = tf.Session();
    sess.run(tf.global_variables_initializer());
    for (const i of py.range(40)) {
      const [_, l] = sess.run([train, loss] as const, [[x, X], [t, T]]);
      if (i % 10 === 0) {
        print(py.percent("  %3d %.6f", i, l));
      }
    }
    print("  end", sess.run(loss, [[x, X], [t, T]]));
    print("  vars", tf.global_variables().map((v: any) => v.op.name));
  }
}
