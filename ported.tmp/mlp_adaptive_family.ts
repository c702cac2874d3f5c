// Adagrad, Adadelta, RMSProp (both forms) and Adam on one small regression
import { np, print, py, tf } from "tf1-compat";

const xs = np.linspace(-2, 2, 24).reshape(-1, 1);
const ys = np.sin(py.mul(2, xs)).add(py.mul(0.3, xs));

function model() {
  const x = tf.placeholder(tf.float32, [null, 1]);
  const y = tf.placeholder(tf.float32, [null, 1]);
  let w1: any, b1: any, w2: any;
  {
    using _scope = tf.variable_scope("mlp");
    w1 = tf.get_variable("w1", [1, 6], { initializer: tf.truncated_normal_initializer({ stddev: 0.5, seed: 1 }) });
    b1 = tf.get_variable("b1", [6], { initializer: tf.constant_initializer(0.1) });
    w2 = tf.get_variable("w2", [6, 1], { initializer: tf.truncated_normal_initializer({ stddev: 0.5, seed: 2 }) });
  }
  const out = tf.matmul(tf.nn.sigmoid(tf.matmul(x, w1).add(b1)), w2);
  return py.tuple([x, y, tf.reduce_mean(out.sub(y).pow(2))]);
}

const optimizers = py.dict<any, any>({
  Adagrad: () => tf.train.AdagradOptimizer(0.3, { initial_accumulator_value: 0.2 }),
  Adadelta: () => tf.train.AdadeltaOptimizer({ learning_rate: py.float(1.0), rho: 0.9, epsilon: 1e-4 }),
  RMSProp: () => tf.train.RMSPropOptimizer(0.02, { decay: 0.8, momentum: 0.1 }),
  RMSPropCentered: () => tf.train.RMSPropOptimizer(0.02, { centered: true }),
  Adam: () => tf.train.AdamOptimizer(0.05),
});
for (const key of py.sorted(optimizers)) {
  const g = new tf.Graph();
  {
    using _scope = g.as_default();
    tf.set_random_seed(77);
    const [x, y, loss] = model();
    const opt: any = optimizers.at(key)();
    const train: any = opt.minimize(loss, { var_list: tf.trainable_variables() });
    const init = tf.global_variables_initializer();
    {
      using sess = tf.Session({ graph: g });
      sess.run(init);
      const history: any[] = [];
      for (const step of py.range(50)) {
        const [l, _] = sess.run([loss, train] as const, { feed_dict: [[x, xs], [y, ys]] });
        history.push(l);
      }
      print(py.percent(
        "%-16s first %.5f last %.5f slots %s",
        key,
        py.getitem<any>(history, 0),
        py.getitem<any>(history, -1),
        opt.get_slot_names(),
      ));
      for (const name of py.iter(opt.get_slot_names())) {
        const slot: any = opt.get_slot(py.getitem(tf.trainable_variables(), 1), name);
        print("    ", slot.op.name, np.round(sess.run(slot) as any, 5));
      }
    }
  }
}
