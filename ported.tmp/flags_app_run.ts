import { np, print, py, tf } from "tf1-compat";

tf.app.flags.DEFINE_float("learning_rate", 0.05, "Initial learning rate.");
tf.app.flags.DEFINE_integer("max_steps", 25, "Number of steps.");
tf.app.flags.DEFINE_string("mode", "train", "What to do.");
tf.app.flags.DEFINE_boolean("verbose", true, "Print each fifth step.");
tf.app.flags.DEFINE_list("hidden", ["4", "3"], "Units.");
const FLAGS: any = tf.app.flags.FLAGS;

function inference(x: any) {
  let net: any = x;
  for (const [k, units] of py.enumerate(FLAGS.hidden)) {
    {
      using _scope = tf.name_scope(py.percent("hidden%d", k + 1));
      const n = py.int(net.shape.at(1));
      const w = tf.Variable(
        tf.truncated_normal([n, py.int(units)], { stddev: py.truediv(py.float(1.0), np.sqrt(py.float(n))) }),
        { name: "weights" },
      );
      const b = tf.Variable(tf.zeros([py.int(units)]), { name: "biases" });
      net = tf.nn.relu(tf.matmul(net, w).add(b));
    }
  }
  return (tf.layers.dense(net, 1, { name: "out" }) as any);
}

function main(argv: any) {
  tf.logging.set_verbosity(tf.logging.ERROR);
  if (py.not_(py.eq(FLAGS.mode, "train"))) throw new py.AssertionError();
  tf.set_random_seed(66);
  const rng = np.random.RandomState(66);
  {
    using _scope = new tf.Graph().as_default();
    tf.set_random_seed(66);
    const x = tf.placeholder(tf.float32, [null, 5]);
    const y = tf.placeholder(tf.float32, [null, 1]);
    const loss = tf.losses.mean_squared_error(y, inference(x));
    const step = tf.train.create_global_step();
    const train: any = tf.train.AdamOptimizer(FLAGS.learning_rate).minimize(loss, { global_step: step });
    {
      using sess = tf.Session();
      sess.run(tf.global_variables_initializer());
      let lv: any;
      for (let _ of py.range(FLAGS.max_steps)) {
        const bx = rng.rand(8, 5);
        ([_, lv] = sess.run([train, loss] as const, [[x, bx], [y, bx.max(1, { keepdims: true })]]) as any);
        const gs = sess.run(step);
        if (py.is_true(FLAGS.verbose) && py.is_true(gs.mod(5).eq(0))) {
          print(py.percent("Step %d: loss = %.4f", gs, lv));
        }
      }
    }
  }
  print("arguments left:", py.len(argv) - 1);
  return 0;
}

tf.app.run({ main });
