import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(0);

const [Y, X]: any = py.unpack(np.mgrid.at(py.slice(-1.2, 1.2, 0.2), py.slice(-2, 0.6, 0.1)), 2);
const Z: any = py.add(X, py.mul<any>({ re: 0, im: 1 }, Y));
const xs = tf.constant(Z.astype(np.complex64));
const zs = tf.Variable(xs);
const ns = tf.Variable(tf.zeros_like(xs, tf.float32));

const sess = tf.InteractiveSession();
tf.global_variables_initializer().run();
const zs_ = zs.mul(zs).add(xs);
const not_diverged = tf.abs(zs_).lt(4);
const step = tf.group(zs.assign(zs_) as any, ns.assign_add(tf.cast(not_diverged, tf.float32)) as any);
for (const i of py.range(20)) {
  step.run();
}
const img: any = (ns.eval() as any).astype(py.int);
for (const row of py.iter(img)) {
  print(py.str.join(
    "",
    Array.from(py.iter<any>(row), (v: any) => py.getitem(" .:-=+*#%@", py.min(9, py.floordiv(v, 2)))),
  ));
}
print("sum", img.sum());

// predator and prey, Euler steps held in variables
const prey = tf.Variable(py.float(10.0), { name: "prey" });
const pred = tf.Variable(py.float(5.0), { name: "pred" });
const dt = tf.constant(0.01);
const a = 1.1;
const b = 0.4;
const c = 0.4;
const d = 0.1;
const new_prey = prey.add(dt.mul(py.mul(a, prey).sub(py.mul(b, prey).mul(pred))));
const new_pred = pred.add(dt.mul(py.mul(d, prey).mul(pred).sub(py.mul(c, pred))));
let euler: any;
{
  using _scope = tf.control_dependencies([new_prey, new_pred]);
  euler = tf.group(prey.assign(new_prey) as any, pred.assign(new_pred) as any);
}
sess.run(tf.variables_initializer([prey, pred]));
for (const i of py.range(300)) {
  if (i % 60 === 0) {
    print(py.percent("%3d prey %.4f predators %.4f", i, prey.eval(), pred.eval()));
  }
  euler.run();
}

// heat equation by convolution
const u = tf.Variable(np.pad(np.ones(py.tuple([2, 2]), np.float32).mul(100), 3, "constant"), { name: "u" });
const kernel = np.array([[0.5, 1, 0.5], [1, -6, 1], [0.5, 1, 0.5]], np.float32).reshape(3, 3, 1, 1);
const lap = tf.nn.depthwise_conv2d(tf.expand_dims(tf.expand_dims(u, 0), -1), kernel, [1, 1, 1, 1], {
  padding: "SAME",
}).at(0, ":", ":", 0);
const heat: any = u.assign_add(py.mul(0.05, lap));
u.initializer.run();
for (const i of py.range(10)) {
  heat.eval();
}
print(np.round(u.eval() as any, 3));
sess.close();
