/** dynamic_rnn with sequence_length: the length classifier. */
import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(17);
const rng = np.random.RandomState(17);
const max_len = 6;
const n_hidden = 5;
const batch = 8;

const lens = np.array(Array.from(py.range(24), (i) => py.add(1, py.mod(i * 5, max_len))), np.int32);
const seqs = np.zeros(py.tuple([24, max_len, 1]), np.float32);
for (const [i, n] of py.enumerate(lens)) {
  py.setitem(seqs, py.tuple([i, py.slice(null, n), 0]), rng.uniform(0.5, py.float(1.0), n));
}
const target = seqs.sum({ axis: py.tuple([1, 2]) }).gt(2.2).astype(np.int32);

const x = tf.placeholder(tf.float32, [null, max_len, 1]);
const seqlen = tf.placeholder(tf.int32, [null]);
const y = tf.placeholder(tf.int32, [null]);
const lstm = (tf.nn.rnn_cell.BasicLSTMCell(n_hidden) as any);
const [outputs, state] = py.unpack(
  (tf.nn.dynamic_rnn(lstm, x, { dtype: tf.float32, sequence_length: seqlen }) as any),
  2,
);

const batch_size = tf.shape(outputs).at(0);
const index = tf.range(0, batch_size).mul(max_len).add(seqlen.sub(1));
const last = tf.gather(tf.reshape(outputs, [-1, n_hidden]), index);
let w: any, b: any;
{
  using _scope = tf.variable_scope("softmax");
  w = tf.get_variable("w", [n_hidden, 2], { initializer: tf.random_normal_initializer({ seed: 1 }) });
  b = tf.get_variable("b", [2], { initializer: tf.zeros_initializer() });
}
const logits = tf.matmul(last, w).add(b);
const loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits({ logits, labels: y }));
const train: any = tf.train.AdamOptimizer(0.05).minimize(loss);
const same = tf.reduce_max(tf.abs(last.sub(state.h)));

{
  using sess = tf.Session();
  sess.run(tf.global_variables_initializer());
  let _: any, l: any;
  for (const epoch of py.range(15)) {
    for (const lo of py.range(0, 24, batch)) {
      const fd = py.dict<any, any>([
        [x, seqs.at(py.slice(lo, lo + batch))],
        [seqlen, lens.at(py.slice(lo, lo + batch))],
        [y, target.at(py.slice(lo, lo + batch))],
      ]);
      ([_, l] = sess.run([train, loss] as const, fd) as any);
    }
    if (epoch % 5 === 4) {
      print("epoch", epoch + 1, "loss", l);
    }
  }
  const [o, s, d] = sess.run([outputs, state, same] as const, [[x, seqs.at(":3")], [seqlen, lens.at(":3")]]);
  print("lengths", lens.at(":3"), "difference of last and state.h", d);
  print(py.getitem<any>(o, 0));
  print(s.c);
}
