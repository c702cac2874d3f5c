// Writing parts of variables, variables in parts, and sharing by scope, getter and template.
// Port of variable_updates.py.
import { np, print, py, tf } from "tf1-compat";

// Numbers that Python wrote with a point although they are whole.
const f = (...xs: number[]) => xs.map((x) => py.float(x));

const m = tf.Variable(np.arange(12, { dtype: np.float32 }).reshape(4, 3), { name: "m" });
const n = tf.Variable([5, 6, 7], { name: "n" });
const c = tf.Variable(0, { name: "c", trainable: false });
const updates = [
  tf.scatter_update(m, [0, 1], [f(1, 1, 1), f(2, 2, 2)]),
  tf.scatter_add(m, [0, 0], np.ones([2, 3], { dtype: np.float32 })),
  tf.scatter_sub(m, 1, f(1, 2, 3)),
  m.scatter_mul(new tf.IndexedSlices(tf.constant([f(2, 2, 2)]), tf.constant([2]))),
  tf.scatter_div(m, [3], py.float(2)),
  tf.scatter_min(m, [3], [f(0, 0, 9)]),
  tf.scatter_max(m, [[3]], [[f(5, 0, 0)]]),
  tf.scatter_nd_update(
    m,
    [
      [0, 1],
      [2, 2],
    ],
    f(100, 200),
  ),
  m.scatter_nd_add([[1]], [f(1, 1, 1)]),
  tf.scatter_nd_sub(m, [[0, 0]], f(7)),
  tf.scatter_div(n, [0, 1], [2, 4]),
  tf.batch_scatter_update(m, [[0], [1], [2], [0]], [f(1), f(2), f(3), f(4)]),
  m.at(1, "1:").assign(f(41, 42)),
  m.assign_add(np.ones([4, 3]), { use_locking: true, name: "plus" }),
  m.assign(np.zeros([4, 3]), { read_value: false }),
  tf.count_up_to(c, 2),
];
const counted = updates.at(-1)!;
const outside = tf.scatter_add(m, [4], [f(1, 1, 1)]);

const parts = tf.get_variable("parts", [5, 2], {
  initializer: tf.glorot_uniform_initializer({ seed: 2 }),
  partitioner: tf.fixed_size_partitioner(2),
});
print(
  parts.name,
  parts.shape,
  [...parts].map((p) => p.name),
  py.len(parts),
);
const product = tf.matmul(parts, tf.ones([2, 1]));
const train = tf.train.AdagradOptimizer(0.5).minimize(tf.reduce_sum(tf.square(product)));
const { q, z } = tf.with(
  tf.variable_scope("scope", {
    partitioner: tf.variable_axis_size_partitioner(16, { axis: 1 }),
    regularizer: (w) => tf.reduce_sum(w),
  }),
  (scope) => ({
    // The type says that a variable comes in parts where the partitioner is named here.
    q: tf.get_variable("q", [2, 4], { initializer: tf.ones_initializer(), partitioner: scope.partitioner! }),
    z: tf.get_variable("z", [], { initializer: tf.zeros_initializer(), regularizer: tf.no_regularizer }),
  }),
);
print(
  [...q].map((p) => p.name),
  z.name,
  tf.losses.get_regularization_losses(),
);

const g = tf.with(
  tf.variable_scope("getters", {
    custom_getter: (getter, name, kwargs) => getter(`${name}_frozen`, { ...kwargs, trainable: false }),
  }),
  () => tf.get_variable("g", [2], { initializer: tf.ones_initializer() }),
);
const scale = tf.make_template("scale", (x: py.PyFloat) =>
  tf.get_variable("w", [1], { initializer: tf.constant_initializer(3.0) }).rmul(x),
);
const [a, b] = [scale(py.float(1)), scale(py.float(2))];
const local = tf.get_local_variable("local", [2], { initializer: tf.zeros_initializer() });
print(
  g.name,
  tf.trainable_variables().map((v) => v.name),
  scale.variables,
  tf.local_variables(),
);

tf.with(tf.Session(), (sess) => {
  sess.run([tf.global_variables_initializer(), tf.local_variables_initializer()]);
  for (const update of updates) print(sess.run(update));
  for (const op of [counted, counted, outside]) {
    try {
      print(sess.run(op));
    } catch (e) {
      if (!(e instanceof tf.errors.OpError)) throw e;
      print(e.message.split("\n")[0]);
    }
  }
  sess.run(train);
  print(sess.run([...parts]), sess.run(product));
  print(sess.run([a, b, g, local, ...tf.losses.get_regularization_losses()]));
  print(sess.run(parts.assign(tf.zeros([5, 2]))));
});
