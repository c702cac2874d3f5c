// Variables behind handles: reads in order, updates of rows, gradients, optimizers.
// Port of resource_variables.py.
import { print, tf } from "tf1-compat";

tf.set_random_seed(3);
const v = tf.Variable([1.0, 2.0, 3.0], { name: "v", use_resource: true, dtype: tf.float32 });
const table = tf.get_variable("table", [4, 2], {
  use_resource: true,
  initializer: tf.random_uniform_initializer({ seed: 5 }),
});
const rows = tf.gather(table, [0, 2, 0]);
const loss = tf.reduce_sum(rows.mul(2.0)).add(tf.reduce_sum(v.mul(v)));
const step = tf.Variable(0, { trainable: false, name: "step", use_resource: true });
const sgd = tf.train.GradientDescentOptimizer(0.1).minimize(loss, { global_step: step });
const adam = tf.train.AdamOptimizer(0.1).minimize(loss, { global_step: step });
print(v, table, step);

const added = v.assign_add([1.0, 1.0, 1.0], { name: "plus" });
const after = tf.with(tf.control_dependencies([added]), () => v.read_value());
const reset = v.assign([0.5, 0.5, 0.5], { read_value: false });
const put = tf.scatter_update(
  table,
  [1, 3],
  [
    [5.0, 6.0],
    [7.0, 8.0],
  ],
);
const picked = tf.gather_nd(table, [
  [1, 1],
  [3, 0],
]);
const start = tf.Variable(v.initialized_value().mul(2.0), { name: "start", use_resource: true });
const missing = tf.report_uninitialized_variables();
const grads = tf.gradients(loss, [v, table]);
print(
  grads.map((g) => g!.constructor.name),
  after.shape,
  added.dtype,
);

tf.with(tf.Session(), (sess) => {
  try {
    sess.run(v);
  } catch (e) {
    if (!(e instanceof tf.errors.FailedPreconditionError)) throw e;
    print(e.message.split("\n")[0]);
  }
  print(sess.run(missing));
  sess.run(v.initializer);
  sess.run(tf.global_variables_initializer());
  print(sess.run([v, start, step]), sess.run(missing));
  for (const op of [sgd, adam, adam]) {
    sess.run(op);
    print(sess.run(step), sess.run(loss), sess.run(v));
  }
  print(sess.run(added), sess.run(after));
  sess.run(reset);
  print(sess.run(v));
  print(sess.run(put), sess.run(picked));
  v.load([9.0, 8.0, 7.0], sess);
  print(v.eval(sess), sess.run(grads[0]!));
});
