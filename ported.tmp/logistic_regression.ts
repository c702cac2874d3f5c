import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(42);
const rng = np.random.RandomState(42);
const N = 120;
const half = Math.floor(N / 2);
let data: any = np.vstack([
  rng.normal([py.float(-1.0), -0.5], 0.8, py.tuple([half, 2])),
  rng.normal([py.float(1.0), 0.7], 0.8, py.tuple([half, 2])),
]);
let target: any = np.concatenate([np.zeros(half), np.ones(half)]).at(":", np.newaxis);
const perm = rng.permutation(N);
([data, target] = [py.getitem(data, perm), py.getitem(target, perm)] as any);

const x = tf.placeholder(tf.float64, [null, 2], { name: "features" });
const t = tf.placeholder(tf.float64, [null, 1], { name: "labels" });
const w = tf.get_variable("w", [2, 1], tf.float64, tf.zeros_initializer());
const b = tf.get_variable("b", [1], tf.float64, tf.zeros_initializer());
const logit = tf.matmul(x, w).add(b);
const p = tf.nn.sigmoid(logit, { name: "prob" });
const xent = tf.losses.sigmoid_cross_entropy(t, logit);
const reg: any = py.hasattr(
  tf,
  "contrib",
) ? py.unported<any>("tf.contrib.layers.l2_regularizer is not there yet", "logistic_regression.py:21")(w) : py.mul(
  0.01,
  tf.nn.l2_loss(w),
);
const loss = py.eq(xent.dtype, tf.float32) ? tf.losses.get_total_loss().add(tf.cast(reg, tf.float32)) : xent.add(reg);
const train: any = tf.train.MomentumOptimizer(0.5, 0.9).minimize(loss);
const correct = tf.equal(tf.cast(p.gt(0.5), tf.float64), t);
const accuracy = tf.reduce_mean(tf.cast(correct, tf.float32));

{
  using sess = tf.Session();
  tf.global_variables_initializer().run();
  for (const ep of py.range(30)) {
    for (const lo of py.range(0, N, 40)) {
      sess.run(train, [[x, py.getitem(data, py.slice(lo, lo + 40))], [t, py.getitem(target, py.slice(lo, lo + 40))]]);
    }
    if (ep % 10 === 9) {
      const [lv, av] = sess.run([loss, accuracy] as const, [[x, data], [t, target]]);
      print(py.format("epoch {:2d}  loss {:.6f}  accuracy {:.3f}", ep + 1, lv, av));
    }
  }
  print("w:", (w.eval() as any).ravel(), "b:", b.eval());
  print("p([0,0]) =", p.eval([[x, [[py.float(0.0), py.float(0.0)]]]]));
}
