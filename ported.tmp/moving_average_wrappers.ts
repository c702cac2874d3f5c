import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(8);
const rng = np.random.RandomState(8);
const data = rng.rand(20, 4).astype(np.float32);
const labels = data.sum({ axis: 1, keepdims: true }).mul(0.5).add(0.1).astype(np.float32);

const x = tf.placeholder(tf.float32, [null, 4]);
const t = tf.placeholder(tf.float32, [null, 1]);
const w = tf.Variable(tf.random_normal([4, 1]), { name: "w" });
const b = tf.Variable([py.float(0.0)], { name: "b" });
const loss = tf.reduce_mean(tf.abs(tf.matmul(x, w).add(b).sub(t)));

const global_step = tf.train.get_or_create_global_step();
const train_op: any = tf.train.GradientDescentOptimizer(0.05).minimize(loss, { global_step });
const ema = tf.train.ExponentialMovingAverage({ decay: 0.95, num_updates: global_step });
let train_and_average: any;
{
  using _scope = tf.control_dependencies([train_op]);
  train_and_average = ema.apply([w, b]);
}

const loss_ema = tf.train.ExponentialMovingAverage(0.8, { zero_debias: true });
let smooth: any;
{
  using _scope = tf.control_dependencies([loss_ema.apply([loss])]);
  smooth = tf.identity(loss_ema.average(loss)!, { name: "smooth_loss" });
}

print(ema.average_name(w), "|", ema.average(w)!.op.name);
print(py.sorted(py.method(ema.variables_to_restore(), "keys")()));

{
  using sess = tf.Session();
  sess.run(tf.global_variables_initializer());
  for (const i of py.range(50)) {
    sess.run(train_and_average, [[x, data], [t, labels]]);
    const s = sess.run(smooth, [[x, data], [t, labels]]);
    if (i % 10 === 0) {
      print(i, "loss", sess.run(loss, [[x, data], [t, labels]]), "smooth", s);
    }
  }
  print("w    ", sess.run(w).ravel());
  print("w ema", sess.run(ema.average(w)!).ravel());
  print("b    ", sess.run(b), "b ema", sess.run(ema.average(b)!));
  print("global step", tf.train.global_step(sess, global_step));
}
