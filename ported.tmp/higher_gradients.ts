import { print, py, tf } from "tf1-compat";

tf.set_random_seed(0);

const x = tf.Variable(py.float(2.0), { name: "x" });
const y = x.pow(3).add(tf.sin(x));
const d1: any = py.getitem<any>(tf.gradients(y, x), 0);
const d2: any = py.getitem<any>(tf.gradients(d1, x), 0);
const d3: any = py.getitem<any>(tf.gradients(d2, x), 0);

const v = tf.placeholder(tf.float32, [2], { name: "v" });
const rosen = py.sub(1, v.at(0)).pow(2).add(py.mul(100, v.at(1).sub(v.at(0).pow(2)).pow(2)));
const g: any = py.getitem<any>(tf.gradients(rosen, v), 0);
const hess: any = py.getitem<any>(py.unported<any>("tf.hessians is not there yet", "higher_gradients.py:14"), 0);
const hvp: any = py.getitem<any>(
  tf.gradients(tf.reduce_sum(py.mul(g, tf.constant([py.float(1.0), py.float(-2.0)]))), v),
  0,
);
const stopped: any = py.getitem<any>(tf.gradients(tf.stop_gradient(v).mul(v), v), 0);
const weighted: any = py.getitem<any>(
  tf.gradients([v.mul(3), v.mul(v)], v, {
    grad_ys: [tf.constant([py.float(1), py.float(2)]), tf.constant([0.5, 0.5])],
  }),
  0,
);
const none: any = tf.gradients(tf.constant(py.float(1.0)), v);
const partial: any = py.getitem<any>(tf.gradients(v.at(0).mul(v.at(1)), v, { stop_gradients: [v] }), 0);

// newton's method through the graph
const w = tf.Variable([-1.2, py.float(1.0)]);
const f = py.sub(1, w.at(0)).pow(2).add(py.mul(100, w.at(1).sub(w.at(0).pow(2)).pow(2)));
const gw: any = py.getitem<any>(tf.gradients(f, w), 0);
const hw: any = py.getitem<any>(py.unported<any>("tf.hessians is not there yet", "higher_gradients.py:25"), 0);
const newton: any = w.assign_sub(tf.squeeze(tf.matrix_solve(hw, tf.expand_dims(gw, 1)), 1));

{
  using sess = tf.Session();
  sess.run(tf.global_variables_initializer());
  print("y, y', y'', y'''", sess.run([y, d1, d2, d3] as const));
  const at = py.dict<any, any>([[v, [0.5, -0.3]]]);
  print(sess.run(g, at));
  print(sess.run(hess, at));
  print(sess.run(hvp, at), sess.run(stopped, at), sess.run(weighted, at), none, sess.run(partial, at));
  for (const k of py.range(7)) {
    const [fv, wv] = sess.run([f, w] as const);
    print("newton", k, fv, wv);
    sess.run(newton);
  }
}
