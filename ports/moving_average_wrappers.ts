// Averages of weights and of the loss, kept beside the training.
// Port of moving_average_wrappers.py.
import { np, print, tf } from "tf1-compat";

tf.set_random_seed(8);
const rng = np.random.RandomState(8);
const data = rng.rand(20, 4).astype(np.float32);
const labels = data.sum({ axis: 1, keepdims: true }).mul(0.5).add(0.1).astype(np.float32);

const x = tf.placeholder(tf.float32, [null, 4]);
const t = tf.placeholder(tf.float32, [null, 1]);
const w = tf.Variable(tf.random_normal([4, 1]), { name: "w" });
const b = tf.Variable([0.0], { name: "b", dtype: tf.float32 });
const loss = tf.reduce_mean(tf.abs(tf.matmul(x, w).add(b).sub(t)));

const global_step = tf.train.get_or_create_global_step();
const train_op = tf.train.GradientDescentOptimizer(0.05).minimize(loss, { global_step });
const ema = tf.train.ExponentialMovingAverage({ decay: 0.95, num_updates: global_step });
const train_and_average = tf.with(tf.control_dependencies([train_op]), () => ema.apply([w, b]));

const loss_ema = tf.train.ExponentialMovingAverage(0.8, { zero_debias: true });
const smooth = tf.with(tf.control_dependencies([loss_ema.apply([loss])]), () =>
  tf.identity(loss_ema.average(loss)!, { name: "smooth_loss" }),
);

print(ema.average_name(w), "|", ema.average(w)!.op.name);
print([...ema.variables_to_restore().keys()].sort());

const feed = new Map([
  [x, data],
  [t, labels],
]);
tf.with(tf.Session(), (sess) => {
  sess.run(tf.global_variables_initializer());
  for (let i = 0; i < 50; i++) {
    sess.run(train_and_average, feed);
    const s = sess.run(smooth, feed);
    if (i % 10 === 0) print(i, "loss", sess.run(loss, feed), "smooth", s);
  }
  print("w    ", np.ravel(sess.run(w)));
  print("w ema", np.ravel(sess.run(ema.average(w)!)));
  print("b    ", sess.run(b), "b ema", sess.run(ema.average(b)!));
  print("global step", tf.train.global_step(sess, global_step));
});
