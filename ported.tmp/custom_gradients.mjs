// RegisterGradient + gradient_override_map, py_func with a gradient, tf.custom_gradient
import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(4);

const _straight = py.unported("tf.RegisterGradient is not there yet", "custom_gradients.py:6")(function _straight(
  op,
  grad,
) {
  return grad;
});

const _half = py.unported("tf.RegisterGradient is not there yet", "custom_gradients.py:10")(function _half(op, grad) {
  return py.mul(py.mul(0.5, grad), tf.ones_like(py.getitem(op.inputs, 0)));
});

const x = tf.placeholder(tf.float32, [null], { name: "x" });
const g = tf.get_default_graph();
let r, ident;
{
  const context = py.enter(g.gradient_override_map(py.dict({ Round: "StraightThrough", Identity: "HalfGrad" })));
  try {
    r = tf.round(x, { name: "rounded" });
    ident = tf.identity(x, { name: "halved" });
  } catch (error) {
    context.caught(error);
  } finally {
    context.leave();
  }
}
const plain = tf.identity(x);

function py_square(x, name = null) {
  function fwd(a) {
    return py.mul(a, a).astype(np.float32);
  }
  function back(op, grad) {
    return py.mul(py.mul(py.mul(grad, 2), py.getitem(op.inputs, 0)), 10);
  }
  py.unported("tf.RegisterGradient is not there yet", "custom_gradients.py:26")(back);
  const context = py.enter(tf.get_default_graph().gradient_override_map(py.dict({ PyFunc: "PySquareGrad" })));
  try {
    return tf.py_func(fwd, [x], tf.float32, { name });
  } catch (error) {
    context.caught(error);
  } finally {
    context.leave();
  }
}

const sq = py_square(x, "sq");

const log1pexp = tf.custom_gradient(function log1pexp(a) {
  const e = tf.exp(a);
  function grad(dy) {
    return py.mul(dy, py.sub(1, py.truediv(1, py.add(1, e))));
  }
  return py.tuple([tf.log(py.add(1, e)), grad]);
});

const soft = log1pexp(x);
const naive = tf.log(py.add(1, tf.exp(x)));

const w = tf.Variable([0.3, 0.8, 1.4]);
let b;
{
  const context = py.enter(g.gradient_override_map(py.dict({ Sign: "StraightThrough" })));
  try {
    b = tf.sign(w.sub(0.5));
  } catch (error) {
    context.caught(error);
  } finally {
    context.leave();
  }
}
const loss = tf.reduce_sum(tf.square(b.sub(tf.constant([py.float(1.0), py.float(1.0), py.float(-1.0)]))));
const train = tf.train.GradientDescentOptimizer(0.1).minimize(loss);

{
  const context = py.enter(tf.Session());
  const sess = context.value;
  try {
    sess.run(tf.global_variables_initializer());
    const at = py.dict([[x, [0.4, 1.6, py.float(100.0)]]]);
    print(sess.run([r, py.getitem(tf.gradients(r, x), 0)], at));
    print(sess.run([py.getitem(tf.gradients(ident, x), 0), py.getitem(tf.gradients(plain, x), 0)], at));
    print(sess.run([sq, py.getitem(tf.gradients(sq, x), 0)], at));
    print(sess.run([soft, py.getitem(tf.gradients(soft, x), 0)], at));
    print(sess.run(py.getitem(tf.gradients(naive, x), 0), at));
    for (const k of py.range(6)) {
      print(k, sess.run([loss, w]));
      sess.run(train);
    }
  } catch (error) {
    context.caught(error);
  } finally {
    context.leave();
  }
}
