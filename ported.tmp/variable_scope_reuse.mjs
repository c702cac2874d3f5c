import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(6);

function tower(inp, units = 3) {
  const w = tf.get_variable("w", [inp.get_shape().at(-1), units], {
    initializer: tf.random_uniform_initializer(-1, 1),
  });
  const b = tf.get_variable("b", [units], { initializer: tf.constant_initializer(0.5) });
  return tf.nn.elu(tf.matmul(inp, w).add(b), { name: "out" });
}

const a = tf.constant(np.arange(8).reshape(2, 4).truediv(py.float(8.0)), { dtype: tf.float32, name: "a" });
let out1, out2;
{
  const context = py.enter(tf.variable_scope("net"));
  const scope = context.value;
  try {
    out1 = tower(a);
    scope.reuse_variables();
    out2 = tower(a.mul(2));
  } catch (error) {
    context.caught(error);
  } finally {
    context.leave();
  }
}
let out3;
{
  const context = py.enter(tf.variable_scope("net", { reuse: true }));
  try {
    out3 = tower(a.add(1));
  } catch (error) {
    context.caught(error);
  } finally {
    context.leave();
  }
}
let out4, out5;
{
  const context = py.enter(tf.variable_scope("other", { reuse: tf.AUTO_REUSE }));
  try {
    out4 = tower(a);
    out5 = tower(a);
  } catch (error) {
    context.caught(error);
  } finally {
    context.leave();
  }
}
let v3, s;
{
  const context = py.enter(tf.variable_scope("deep"));
  try {
    {
      const context2 = py.enter(tf.variable_scope("er", { initializer: tf.ones_initializer() }));
      try {
        const v = tf.get_variable("v", [2]);
        {
          const context3 = py.enter(tf.name_scope("only_ops"));
          try {
            const v2 = tf.get_variable("v2", [2]);
            v3 = tf.Variable(tf.zeros([2]), { name: "v3" });
            s = tf.add(v, v2, { name: "s" });
          } catch (error3) {
            context3.caught(error3);
          } finally {
            context3.leave();
          }
        }
      } catch (error2) {
        context2.caught(error2);
      } finally {
        context2.leave();
      }
    }
  } catch (error) {
    context.caught(error);
  } finally {
    context.leave();
  }
}
try {
  {
    const context = py.enter(tf.variable_scope("net"));
    try {
      tower(a);
    } catch (error) {
      context.caught(error);
    } finally {
      context.leave();
    }
  }
} catch (error) {
  const e = py.caught(error);
  if (!(e instanceof py.ValueError)) throw error;
  print("ValueError:", py.getitem(py.str.split(py.str(e), "."), 0));
}
try {
  {
    const context = py.enter(tf.variable_scope("nowhere", { reuse: true }));
    try {
      tf.get_variable("w", [1]);
    } catch (error) {
      context.caught(error);
    } finally {
      context.leave();
    }
  }
} catch (error) {
  const e = py.caught(error);
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
  const context = py.enter(tf.Session());
  const sess = context.value;
  try {
    sess.run(tf.global_variables_initializer());
    const [o1, o2, o3] = sess.run([out1, out2, out3]);
    print(o1);
    print(o2);
    print(o3);
    print(py.call(np.array_equal, [...sess.run(py.tuple([out4, out5]))]));
    print(sess.run(s), sess.run(v3));
  } catch (error) {
    context.caught(error);
  } finally {
    context.leave();
  }
}
