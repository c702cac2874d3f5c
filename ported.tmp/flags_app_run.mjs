import { np, print, py, tf } from "tf1-compat";

tf.app.flags.DEFINE_float("learning_rate", 0.05, "Initial learning rate.");
tf.app.flags.DEFINE_integer("max_steps", 25, "Number of steps.");
tf.app.flags.DEFINE_string("mode", "train", "What to do.");
tf.app.flags.DEFINE_boolean("verbose", true, "Print each fifth step.");
tf.app.flags.DEFINE_list("hidden", ["4", "3"], "Units.");
const FLAGS = tf.app.flags.FLAGS;

function inference(x) {
  let net = x;
  for (const [k, units] of py.enumerate(FLAGS.hidden)) {
    {
      const context = py.enter(tf.name_scope(py.percent("hidden%d", k + 1)));
      try {
        const n = py.int(net.shape.at(1));
        const w = tf.Variable(
          tf.truncated_normal([n, py.int(units)], { stddev: py.truediv(py.float(1.0), np.sqrt(py.float(n))) }),
          { name: "weights" },
        );
        const b = tf.Variable(tf.zeros([py.int(units)]), { name: "biases" });
        net = tf.nn.relu(tf.matmul(net, w).add(b));
      } catch (error) {
        context.caught(error);
      } finally {
        context.leave();
      }
    }
  }
  return tf.layers.dense(net, 1, { name: "out" });
}

function main(argv) {
  tf.logging.set_verbosity(tf.logging.ERROR);
  if (py.not_(py.eq(FLAGS.mode, "train"))) throw new py.AssertionError();
  tf.set_random_seed(66);
  const rng = np.random.RandomState(66);
  {
    const context = py.enter(new tf.Graph().as_default());
    try {
      tf.set_random_seed(66);
      const x = tf.placeholder(tf.float32, [null, 5]);
      const y = tf.placeholder(tf.float32, [null, 1]);
      const loss = tf.losses.mean_squared_error(y, inference(x));
      const step = tf.train.create_global_step();
      const train = tf.train.AdamOptimizer(FLAGS.learning_rate).minimize(loss, { global_step: step });
      {
        const context2 = py.enter(tf.Session());
        const sess = context2.value;
        try {
          sess.run(tf.global_variables_initializer());
          let lv;
          for (let _ of py.range(FLAGS.max_steps)) {
            const bx = rng.rand(8, 5);
            ([_, lv] = sess.run([train, loss], [[x, bx], [y, bx.max(1, { keepdims: true })]]));
            const gs = sess.run(step);
            if (py.is_true(FLAGS.verbose) && py.is_true(gs.mod(5).eq(0))) {
              print(py.percent("Step %d: loss = %.4f", gs, lv));
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
  print("arguments left:", py.len(argv) - 1);
  return 0;
}

tf.app.run({ main });
