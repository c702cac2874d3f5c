// RegisterGradient + gradient_override_map, py_func with a gradient, tf.custom_gradient
import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(4);

const _straight: any = py.unported<any>("tf.RegisterGradient is not there yet", "custom_gradients.py:6")(
  function _straight(op: any, grad: any) {
    return grad;
  }
);

const _half: any = py.unported<any>("tf.RegisterGradient is not there yet", "custom_gradients.py:10")(function _half(
  op: any,
  grad: any,
) {
  return py.mul(py.mul(0.5, grad), tf.ones_like(py.getitem(op.inputs, 0)));
});

const x = tf.placeholder(tf.float32, [null], { name: "x" });
const g = tf.get_default_graph();
let r: any, ident: any;
{
  using _scope = g.gradient_override_map(py.dict<any, any>({ Round: "StraightThrough", Identity: "HalfGrad" }));
  r = tf.round(x, { name: "rounded" });
  ident = tf.identity(x, { name: "halved" });
}
const plain = tf.identity(x);

function py_square(x: any, name: any = null) {
  function fwd(a: any) {
    return py.mul(a, a).astype(np.float32);
  }
  function back(op: any, grad: any) {
    return py.mul(py.mul(py.mul(grad, 2), py.getitem(op.inputs, 0)), 10);
  }
  py.unported<any>("tf.RegisterGradient is not there yet", "custom_gradients.py:26")(back);
  using _scope = tf.get_default_graph().gradient_override_map(py.dict<any, any>({ PyFunc: "PySquareGrad" }));
  return (tf.py_func(fwd, [x], tf.float32, { name }) as any);
}

const sq = py_square(x, "sq");

const log1pexp: any = tf.custom_gradient(function log1pexp(a: any) {
  const e = tf.exp(a);
  function grad(dy: any) {
    return py.mul(dy, py.sub(1, py.truediv(1, py.add(1, e))));
  }
  return py.tuple([tf.log(py.add(1, e)), grad]);
});

const soft: any = log1pexp(x);
const naive = tf.log(py.add(1, tf.exp(x)));

const w = tf.Variable([0.3, 0.8, 1.4]);
let b: any;
{
  using _scope = g.gradient_override_map(py.dict<any, any>({ Sign: "StraightThrough" }));
  b = tf.sign(w.sub(0.5));
}
const loss = tf.reduce_sum(tf.square(b.sub(tf.constant([py.float(1.0), py.float(1.0), py.float(-1.0)]))));
const train: any = tf.train.GradientDescentOptimizer(0.1).minimize(loss);

{
  using sess = tf.Session();
  sess.run(tf.global_variables_initializer());
  const at = py.dict<any, any>([[x, [0.4, 1.6, py.float(100.0)]]]);
  print(sess.run([r, py.getitem<any>(tf.gradients(r, x), 0)] as const, at));
  print(
    sess.run([py.getitem<any>(tf.gradients(ident, x), 0), py.getitem<any>(tf.gradients(plain, x), 0)] as const, at),
  );
  print(sess.run([sq, py.getitem<any>(tf.gradients(sq, x), 0)] as const, at));
  print(sess.run([soft, py.getitem<any>(tf.gradients(soft, x), 0)] as const, at));
  print(sess.run(py.getitem<any>(tf.gradients(naive, x), 0), at));
  for (const k of py.range(6)) {
    print(k, sess.run([loss, w] as const));
    sess.run(train);
  }
}
