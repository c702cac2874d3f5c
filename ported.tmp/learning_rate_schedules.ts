import { print, py, tf } from "tf1-compat";

tf.set_random_seed(1);
const global_step = tf.Variable(0, { trainable: false, name: "global_step" });
const starter = 0.1;
const rates: any[] = [
  py.tuple(["exponential", tf.train.exponential_decay(starter, global_step, 10, 0.96)]),
  py.tuple(["staircase", tf.train.exponential_decay(starter, global_step, 10, 0.5, { staircase: true })]),
  py.tuple(["piecewise", tf.train.piecewise_constant(global_step, [5, 15], [0.1, 0.05, 0.01])]),
  py.tuple(["polynomial", tf.train.polynomial_decay(starter, global_step, 20, 0.001, { power: py.float(2.0) })]),
  py.tuple(["poly cycle", tf.train.polynomial_decay(starter, global_step, 8, 0.01, { cycle: true })]),
  py.tuple(["inverse time", tf.train.inverse_time_decay(starter, global_step, 5, 0.5)]),
  py.tuple(["natural exp", tf.train.natural_exp_decay(starter, global_step, 5, 0.3)]),
  py.tuple(["cosine", tf.train.cosine_decay(starter, global_step, 20, { alpha: 0.1 })]),
  py.tuple(["linear cosine", tf.train.linear_cosine_decay(starter, global_step, 20)]),
];
const w = tf.Variable([py.float(5.0), py.float(-3.0)], { name: "w" });
const loss = tf.reduce_sum(w.mul(w));
const opt = tf.train.GradientDescentOptimizer(py.getitem(py.getitem(rates, 1), 1));
const train: any = opt.minimize(loss, { global_step });

{
  using sess = tf.Session();
  sess.run(tf.global_variables_initializer());
  for (const i of py.range(30)) {
    if (i % 6 === 0) {
      const vals: any = sess.run(rates.map(([_, r]: any) => r));
      print("step", sess.run(global_step));
      for (const [[name, _], v] of py.zip(rates, vals)) {
        print(py.percent("   %-14s %.8f", name, v));
      }
    }
    sess.run(train);
  }
  print(py.percent("w after %d steps", sess.run(global_step)), sess.run(w));
}
