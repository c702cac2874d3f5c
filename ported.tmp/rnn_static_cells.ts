// every basic cell through static_rnn
import { np, print, py, tf } from "tf1-compat";

const steps = 5;
const n_in = 2;
const n_hidden = 3;
const batch = 4;
const rng = np.random.RandomState(3);
const data = rng.uniform(-1, 1, py.tuple([batch, steps, n_in])).astype(np.float32);

const cells: any[] = [
  py.tuple(["basic_rnn", () => (tf.nn.rnn_cell.BasicRNNCell(n_hidden) as any)]),
  py.tuple(["basic_lstm", () => (tf.nn.rnn_cell.BasicLSTMCell(n_hidden, { forget_bias: py.float(1.0) }) as any)]),
  py.tuple([
    "lstm_peep",
    () => (tf.nn.rnn_cell.LSTMCell(n_hidden, { use_peepholes: true, cell_clip: py.float(3.0) }) as any),
  ]),
  py.tuple(["lstm_proj", () => (tf.nn.rnn_cell.LSTMCell(4, { num_proj: n_hidden }) as any)]),
  py.tuple(["gru", () => (tf.nn.rnn_cell.GRUCell(n_hidden) as any)]),
  py.tuple([
    "multi",
    () => (tf.nn.rnn_cell.MultiRNNCell([
      (tf.nn.rnn_cell.GRUCell(2) as any),
      (tf.nn.rnn_cell.BasicRNNCell(n_hidden) as any),
    ]) as any),
  ]),
];
let outputs: any, state: any;
for (const [name, make] of cells) {
  tf.reset_default_graph();
  tf.set_random_seed(55);
  const x = tf.placeholder(tf.float32, [batch, steps, n_in], { name: "x" });
  const seq = tf.unstack(x, steps, { axis: 1 });
  {
    using _scope = tf.variable_scope(name, { initializer: tf.random_uniform_initializer(-0.6, 0.6) });
    const cell: any = make();
    ([outputs, state] = py.unpack((tf.nn.static_rnn(cell, seq, { dtype: tf.float32 }) as any), 2) as any);
  }
  const loss = tf.reduce_mean(tf.square(py.sub(py.getitem<any>(outputs, -1), 0.25)));
  const train: any = tf.train.GradientDescentOptimizer(0.5).minimize(loss);
  {
    using sess = tf.Session();
    sess.run(tf.global_variables_initializer());
    const first = sess.run(loss, [[x, data]]);
    for (const _ of py.range(8)) {
      sess.run(train, [[x, data]]);
    }
    const [out, st] = sess.run([py.getitem<any>(outputs, -1), state] as const, [[x, data]]);
    print(name, py.percent("loss %.6f -> %.6f", first, sess.run(loss, [[x, data]])));
    print(py.getitem<any>(out, 0));
    print("state", py.getattr<any>(py.type(st), "__name__"));
    for (const v of tf.trainable_variables()) {
      print("  ", v.name, v.get_shape().as_list());
    }
  }
}
