/** 50 outputs, each with its own small network, packed by block-diagonal masks. */
import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(11);
const rng = np.random.RandomState(11);

const n_outputs = 50;
const n_in = 6;
// units per output
const h1 = 2;
const h2 = 2;
const batch = 16;

function block_mask(rows: number, cols: number, n: number) {
  const m = np.zeros(py.tuple([rows * n, cols * n]), { dtype: np.float32 });
  for (const k of py.range(n)) {
    py.setitem(m, py.tuple([py.slice(k * rows, (k + 1) * rows), py.slice(k * cols, (k + 1) * cols)]), py.float(1.0));
  }
  return m;
}

const X_all = rng.uniform(-1, 1, { size: py.tuple([64, n_in]) }).astype(np.float32);
const A = rng.normal({ size: py.tuple([n_in, n_outputs]) }).astype(np.float32);
const Y_all = np.sin(X_all.dot(A)).astype(np.float32);

const x = tf.placeholder(tf.float32, [null, n_in], { name: "x" });
const y = tf.placeholder(tf.float32, [null, n_outputs], { name: "y" });

let net: any;
{
  using _scope = tf.variable_scope("shared");
  const w0 = tf.get_variable("w", [n_in, h1 * n_outputs], {
    initializer: tf.random_normal_initializer({ stddev: 0.4 }),
  });
  const b0 = tf.get_variable("b", [h1 * n_outputs], { initializer: tf.zeros_initializer() });
  net = tf.tanh(tf.matmul(x, w0).add(b0));
}

function block_layer(inp: any, rows: number, cols: number, name: string, act: any = null) {
  using _scope = tf.variable_scope(name);
  const mask = tf.get_variable("mask", { initializer: block_mask(rows, cols, n_outputs), trainable: false });
  const w = tf.get_variable("w", [rows * n_outputs, cols * n_outputs], {
    initializer: tf.random_normal_initializer({ stddev: 0.5 }),
  });
  const b = tf.get_variable("b", [cols * n_outputs], { initializer: tf.zeros_initializer() });
  const out = tf.matmul(inp, w.mul(mask)).add(b);
  return py.is_true(act) ? act(out) : out;
}

net = block_layer(net, h1, h2, "block1", tf.nn.relu);
const pred = block_layer(net, h2, 1, "block2");

const loss = tf.reduce_mean(tf.square(py.sub(pred, y)));
const per_output = tf.reduce_mean(tf.square(py.sub(pred, y)), { axis: 0 });
const train_op: any = tf.train.GradientDescentOptimizer(py.float(1.0)).minimize(loss);

const n_params: any = py.sum<any>(
  tf.trainable_variables().map((v: any) => py.int(np.prod(v.get_shape().as_list() as any))),
);
const n_live = n_in * h1 * n_outputs + h1 * n_outputs + n_outputs * (h1 * h2 + h2) + n_outputs * (h2 + 1);
print("dense parameters:", n_params, "live parameters:", n_live);

{
  using sess = tf.Session();
  sess.run(tf.global_variables_initializer());
  for (const step of py.range(60)) {
    const lo = py.mod(step * batch, py.len(X_all));
    const feed = py.dict<any, any>([
      [x, X_all.at(py.slice(lo, py.add(lo, batch)))],
      [y, Y_all.at(py.slice(lo, py.add(lo, batch)))],
    ]);
    const [_, l] = sess.run([train_op, loss] as const, feed);
    if (step % 10 === 0) {
      print("step", step, "loss", l);
    }
  }
  const po = sess.run(per_output, [[x, X_all], [y, Y_all]]);
  print("worst output", np.argmax(po), po.max());
  print("best output", np.argmin(po), po.min());
  const w1: any = py.mul<any>(sess.run("block1/w:0"), sess.run("block1/mask:0"));
  print("nonzeros in block1", np.count_nonzero(w1));
}
