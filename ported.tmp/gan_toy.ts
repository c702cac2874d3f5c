import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(123);
const rng = np.random.RandomState(123);
const batch = 16;
const z_dim = 2;

function generator(z: any) {
  using _scope = tf.variable_scope("generator");
  const h = (tf.layers.dense(z, 6, tf.nn.leaky_relu, { name: "h" }) as any);
  return (tf.layers.dense(h, 1, { name: "out" }) as any);
}

function discriminator(x: any, reuse: any = null) {
  using _scope = tf.variable_scope("discriminator", { reuse });
  const h = (tf.layers.dense(x, 6, tf.nn.relu, { name: "h" }) as any);
  const logit = (tf.layers.dense(h, 1, { name: "out" }) as any);
  return py.tuple([tf.nn.sigmoid(logit), logit]);
}

const X = tf.placeholder(tf.float32, [null, 1], { name: "real" });
const Z = tf.placeholder(tf.float32, [null, z_dim], { name: "noise" });
const G = generator(Z);
const [D_real, D_logit_real] = discriminator(X);
const [D_fake, D_logit_fake] = discriminator(G, true);

const ce = tf.nn.sigmoid_cross_entropy_with_logits;
const D_loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits({
  logits: D_logit_real,
  labels: tf.ones_like(D_logit_real),
})).add(tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits({
  logits: D_logit_fake,
  labels: tf.zeros_like(D_logit_fake),
})));
const G_loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits({
  logits: D_logit_fake,
  labels: tf.ones_like(D_logit_fake),
}));

const t_vars = tf.trainable_variables();
const d_vars = t_vars.filter((v: any) => v.name.startsWith("discriminator"));
const g_vars: any = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, { scope: "generator" });
const D_solver: any = tf.train.AdamOptimizer(0.01, { beta1: 0.5 }).minimize(D_loss, { var_list: d_vars });
const G_solver: any = tf.train.AdamOptimizer(0.01, { beta1: 0.5 }).minimize(G_loss, { var_list: g_vars });
print(d_vars.length, py.len(g_vars));

{
  using sess = tf.Session();
  sess.run(tf.global_variables_initializer());
  let gl: any;
  for (const it of py.range(60)) {
    const real = rng.normal(py.float(2.0), 0.5, py.tuple([batch, 1]));
    const noise = rng.uniform(-1, 1, py.tuple([batch, z_dim]));
    let [_, dl]: any = sess.run([D_solver, D_loss] as const, [[X, real], [Z, noise]]);
    ([_, gl] = sess.run([G_solver, G_loss] as const, [[Z, rng.uniform(-1, 1, py.tuple([batch, z_dim]))]]) as any);
    if (it % 20 === 0) {
      print(py.percent("Iter: %d  D loss: %.4f  G loss: %.4f", it, dl, gl));
    }
  }
  const fake: any = sess.run(G, [[Z, [[py.float(0.0), py.float(0.0)], [0.5, -0.5], [1, 1]]]]);
  print("samples", fake.ravel());
  print("D", sess.run(D_fake, [[G, [[py.float(0.0)], [py.float(2.0)]]]]).ravel());
}
