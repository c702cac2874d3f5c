// Learning rates that change with the global step.
// Port of learning_rate_schedules.py.
import { print, py, tf } from "tf1-compat";

tf.set_random_seed(1);
const global_step = tf.Variable(0, { trainable: false, name: "global_step" });
const starter = 0.1;
const rates = [
  ["exponential", tf.train.exponential_decay(starter, global_step, 10, 0.96)],
  ["staircase", tf.train.exponential_decay(starter, global_step, 10, 0.5, { staircase: true })],
  ["piecewise", tf.train.piecewise_constant(global_step, [5, 15], [0.1, 0.05, 0.01])],
  ["polynomial", tf.train.polynomial_decay(starter, global_step, 20, 0.001, { power: py.float(2) })],
  ["poly cycle", tf.train.polynomial_decay(starter, global_step, 8, 0.01, { cycle: true })],
  ["inverse time", tf.train.inverse_time_decay(starter, global_step, 5, 0.5)],
  ["natural exp", tf.train.natural_exp_decay(starter, global_step, 5, 0.3)],
  ["cosine", tf.train.cosine_decay(starter, global_step, 20, { alpha: 0.1 })],
  ["linear cosine", tf.train.linear_cosine_decay(starter, global_step, 20)],
] as const;
const w = tf.Variable([5.0, -3.0], { name: "w", dtype: tf.float32 });
const loss = tf.reduce_sum(w.mul(w));
const opt = tf.train.GradientDescentOptimizer(rates[1][1]);
const train = opt.minimize(loss, { global_step });

tf.with(tf.Session(), (sess) => {
  sess.run(tf.global_variables_initializer());
  for (let i = 0; i < 30; i++) {
    if (i % 6 === 0) {
      const vals = sess.run(rates.map(([, r]) => r));
      print("step", sess.run(global_step));
      for (const [[name], v] of py.zip(rates, vals)) print(py.percent("   %-14s %.8f", py.tuple([name, v])));
    }
    sess.run(train);
  }
  print(py.percent("w after %d steps", sess.run(global_step)), sess.run(w));
});
