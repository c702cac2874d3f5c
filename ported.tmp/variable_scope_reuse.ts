import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(6);

function tower(inp: any, units: any = 3) {
  const w = tf.get_variable("w", [inp.get_shape().at(-1), units], {
    initializer: tf.random_uniform_initializer(-1, 1),
  });
  const b = tf.get_variable("b", [units], { initializer: tf.constant_initializer(0.5) });
  return tf.nn.elu(tf.matmul(inp, w).add(b), { name: "out" });
}

const a = tf.constant(np.arange(8).reshape(2, 4).truediv(py.float(8.0)), { dtype: tf.float32, name: "a" });
let out1: any, out2: any;
{
  using context = tf.variable_scope("net");
  const scope = context.value!;
  out1 = tower(a);
  scope.reuse_variables();
  out2 = tower(a.mul(2));
}
let out3: any;
{
  using _scope = tf.variable_scope("net", { reuse: true });
  out3 = tower(a.add(1));
}
let out4: any, out5: any;
{
  using _scope = tf.variable_scope("other", { reuse: tf.AUTO_REUSE });
  out4 = tower(a);
  out5 = tower(a);
}
let v3: any, s: any;
{
  using _scope = tf.variable_scope("deep");
  {
    using _scope = tf.variable_scope("er", { initializer: tf.ones_initializer() });
    const v = tf.get_variable("v", [2]);
    {
      using _scope = tf.name_scope("only_ops");
      const v2 = tf.get_variable("v2", [2]);
      v3 = tf.Variable(tf.zeros([2]), { name: "v3" });
      s = tf.add(v, v2, { name: "s" });
    }
  }
}
try {
  {
    using _scope = tf.variable_scope("net");
    tower(a);
  }
} catch (error) {
  const e: any = py.caught(error);
  if (!(e instanceof py.ValueError)) throw error;
  print("ValueError:", py.getitem(py.str.split(py.str(e), "."), 0));
}
try {
  {
    using _scope = tf.variable_scope("nowhere", { reuse: true });
    tf.get_variable("w", [1]);
  }
} catch (error) {
  const e: any = py.caught(error);
  if (!(e instanceof py.ValueError)) throw error;
  print("ValueError:", py.getitem(py.str.split(py.str(e), "."), 0));
}

for (const t of [out1, out2, out3, out4, out5, s]) {
  print(t.name, t.shape);
}
for (const v of tf.global_variables()) {
  print(v.name, v.shape.as_list(), v.dtype.name);
}
print(tf.get_variable_scope().name === "", tf.global_variables("deep"));
{
  using sess = tf.Session();
  sess.run(tf.global_variables_initializer());
  const [o1, o2, o3] = sess.run([out1, out2, out3] as const);
  print(o1);
  print(o2);
  print(o3);
  print(py.call(np.array_equal, [...sess.run(py.tuple([out4, out5]))]));
  print(sess.run(s), sess.run(v3));
}
