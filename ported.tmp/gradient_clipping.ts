import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(21);
const r = np.random.RandomState(21);
const xv = r.randn(30, 5).mul(4).astype(np.float32);
const yv = xv.at(":", ":2").sum(1).pow(2).astype(np.float32).reshape(-1, 1);

const x = tf.placeholder(tf.float32, py.tuple([null, 5]));
const y = tf.placeholder(tf.float32, py.tuple([null, 1]));
const h = (tf.layers.dense(x, 10, {
  activation: tf.nn.relu,
  name: "h",
  kernel_initializer: tf.glorot_uniform_initializer({ seed: 3 }),
}) as any);
const o = (tf.layers.dense(h, 1, { name: "o", kernel_initializer: tf.glorot_normal_initializer({ seed: 4 }) }) as any);
const loss = tf.losses.huber_loss(y, o, { delta: py.float(2.0) });

const opt = tf.train.AdamOptimizer(0.01);
const gvs: any = opt.compute_gradients(loss);
const by_value = Array.from(py.iter(gvs), ([g, v]: any) => py.tuple([tf.clip_by_value(g, -0.1, 0.1), v]));
const by_norm = Array.from(py.iter(gvs)).filter(([g, v]: any) => g != null).map(
  ([g, v]: any) => py.tuple([tf.clip_by_norm(g, 0.5), v]),
);
const [clipped, norm]: any = py.unpack<any>(
  tf.clip_by_global_norm(Array.from(py.iter(gvs), ([g, _]: any) => g), py.float(1.0)),
  2,
);
const train_value: any = opt.apply_gradients(by_value, { name: "train_value" });
const train_norm: any = opt.apply_gradients(by_norm, { name: "train_norm" });
const train_global: any = opt.apply_gradients(py.list(py.zip(clipped, Array.from(py.iter(gvs), ([_, v]: any) => v))));

{
  using sess = tf.Session();
  sess.run(tf.global_variables_initializer());
  const feed = py.dict<any, any>([[x, xv], [y, yv]]);
  let _: any, l: any, n: any;
  for (const [name, op] of [
    py.tuple(["value", train_value]),
    py.tuple(["norm", train_norm]),
    py.tuple(["global", train_global]),
  ]) {
    for (const i of py.range(10)) {
      ([_, l, n] = sess.run([op, loss, norm] as const, feed) as any);
    }
    print(name, py.percent("loss %.4f", l), py.percent("global norm %.4f", n));
  }
  const gv: any = sess.run(by_value.map(([g, _]: any) => g), feed);
  print(Array.from(py.iter(gv), (g: any) => py.float(np.abs(g).max())));
  print("clipped norm", sess.run(tf.global_norm(clipped), feed));
  print("check", sess.run(tf.check_numerics(loss, "loss is bad"), feed));
}
