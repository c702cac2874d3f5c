// Variables shared through scopes.
// Port of variable_scope_reuse.py.
import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(6);

function tower(inp: tf.Tensor, units = 3) {
  const w = tf.get_variable("w", [inp.get_shape().at(-1), units], {
    initializer: tf.random_uniform_initializer(-1, 1),
  });
  const b = tf.get_variable("b", [units], { initializer: tf.constant_initializer(0.5) });
  return tf.nn.elu(tf.matmul(inp, w).add(b), { name: "out" });
}

const a = tf.constant(np.arange(8).reshape(2, 4).truediv(8), { dtype: tf.float32, name: "a" });
const { out1, out2 } = tf.with(tf.variable_scope("net"), (scope) => {
  const out1 = tower(a);
  scope.reuse_variables();
  return { out1, out2: tower(a.mul(2)) };
});
const out3 = tf.with(tf.variable_scope("net", { reuse: true }), () => tower(a.add(1)));
const { out4, out5 } = tf.with(tf.variable_scope("other", { reuse: tf.AUTO_REUSE }), () => {
  const out4 = tower(a);
  return { out4, out5: tower(a) };
});
const { v3, s } = tf.with(tf.variable_scope("deep"), () =>
  tf.with(tf.variable_scope("er", { initializer: tf.ones_initializer() }), () => {
    const v = tf.get_variable("v", [2]);
    return tf.with(tf.name_scope("only_ops"), () => {
      const v2 = tf.get_variable("v2", [2]);
      const v3 = tf.Variable(tf.zeros([2]), { name: "v3" });
      return { v3, s: tf.add(v, v2, { name: "s" }) };
    });
  }),
);
const refused = (body: () => unknown) => {
  try {
    body();
  } catch (e) {
    if (!(e instanceof py.ValueError)) throw e;
    print("ValueError:", e.message.split(".")[0]);
  }
};
refused(() => tf.with(tf.variable_scope("net"), () => tower(a)));
refused(() => tf.with(tf.variable_scope("nowhere", { reuse: true }), () => tf.get_variable("w", [1])));

for (const t of [out1, out2, out3, out4, out5, s]) print(t.name, t.shape);
for (const v of tf.global_variables()) print(v.name, v.shape.as_list(), v.dtype.name);
print(tf.get_variable_scope().name === "", tf.global_variables("deep"));
tf.with(tf.Session(), (sess) => {
  sess.run(tf.global_variables_initializer());
  const [o1, o2, o3] = sess.run([out1, out2, out3]);
  print(o1);
  print(o2);
  print(o3);
  print(np.array_equal(...sess.run([out4, out5] as const)));
  print(sess.run(s), sess.run(v3));
});
