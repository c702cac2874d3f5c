// Adagrad, Adadelta, RMSProp (both forms) and Adam on one small regression.
// Port of mlp_adaptive_family.py.
import { np, print, py, tf } from "tf1-compat";

const xs = np.linspace(-2, 2, 24).reshape(-1, 1);
const ys = np.sin(xs.mul(2)).add(xs.mul(0.3));

function model() {
  const x = tf.placeholder(tf.float32, [null, 1]);
  const y = tf.placeholder(tf.float32, [null, 1]);
  const { w1, b1, w2 } = tf.with(tf.variable_scope("mlp"), () => ({
    w1: tf.get_variable("w1", [1, 6], { initializer: tf.truncated_normal_initializer({ stddev: 0.5, seed: 1 }) }),
    b1: tf.get_variable("b1", [6], { initializer: tf.constant_initializer(0.1) }),
    w2: tf.get_variable("w2", [6, 1], { initializer: tf.truncated_normal_initializer({ stddev: 0.5, seed: 2 }) }),
  }));
  const out = tf.matmul(tf.nn.sigmoid(tf.matmul(x, w1).add(b1)), w2);
  return [x, y, tf.reduce_mean(out.sub(y).pow(2))] as const;
}

const optimizers: Record<string, () => tf.train.Optimizer> = {
  Adagrad: () => tf.train.AdagradOptimizer(0.3, { initial_accumulator_value: 0.2 }),
  Adadelta: () => tf.train.AdadeltaOptimizer({ learning_rate: py.float(1), rho: 0.9, epsilon: 1e-4 }),
  RMSProp: () => tf.train.RMSPropOptimizer(0.02, { decay: 0.8, momentum: 0.1 }),
  RMSPropCentered: () => tf.train.RMSPropOptimizer(0.02, { centered: true }),
  Adam: () => tf.train.AdamOptimizer(0.05),
};
for (const key of Object.keys(optimizers).sort()) {
  const g = new tf.Graph();
  tf.with(g.as_default(), () => {
    tf.set_random_seed(77);
    const [x, y, loss] = model();
    const opt = optimizers[key]!();
    const train = opt.minimize(loss, { var_list: tf.trainable_variables() });
    const init = tf.global_variables_initializer();
    tf.with(tf.Session({ graph: g }), (sess) => {
      sess.run(init);
      const history: unknown[] = [];
      for (let step = 0; step < 50; step++) {
        const [l] = sess.run([loss, train], {
          feed_dict: new Map([
            [x, xs],
            [y, ys],
          ]),
        });
        history.push(l);
      }
      print(
        py.percent(
          "%-16s first %.5f last %.5f slots %s",
          py.tuple([key, history[0], history.at(-1), opt.get_slot_names()]),
        ),
      );
      for (const name of opt.get_slot_names()) {
        const slot = opt.get_slot(tf.trainable_variables()[1]!, name)!;
        print("    ", slot.op.name, np.round(sess.run(slot), 5));
      }
    });
  });
}
