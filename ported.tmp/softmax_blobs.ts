import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(0);
const rng = np.random.RandomState(0);
const k = 4;
const per = 30;
const centers = np.array([[2, 2], [-2, 2], [-2, -2], [2, -2]], np.float32);
let xs: any = np.concatenate(Array.from(centers, (c: any) => c.add(rng.randn(per, 2)))).astype(np.float32);
let labels: any = np.repeat(np.arange(k), per);
const order = rng.permutation(k * per);
([xs, labels] = [py.getitem(xs, order), py.getitem(labels, order)] as any);
const onehot = np.eye(k, { dtype: np.float32 }).at(labels);

const x = tf.placeholder(tf.float32, { shape: [null, 2] });
const y_ = tf.placeholder(tf.float32, { shape: [null, k] });
const W = tf.Variable(tf.zeros([2, k]));
const b = tf.Variable(tf.zeros([k]));
const y = tf.nn.softmax(tf.matmul(x, W).add(b));
const cross_entropy = tf.reduce_mean(tf.reduce_sum(y_.mul(tf.log(y)), { reduction_indices: [1] }).neg());
const train_step: any = tf.train.GradientDescentOptimizer(0.5).minimize(cross_entropy);

const stable = tf.nn.softmax_cross_entropy_with_logits({ labels: y_, logits: tf.matmul(x, W).add(b) });
const sparse = tf.nn.sparse_softmax_cross_entropy_with_logits({
  labels: tf.argmax(y_, 1),
  logits: tf.matmul(x, W).add(b),
});

const correct_prediction = tf.equal(tf.argmax(y, 1), tf.argmax(y_, 1));
const accuracy = tf.reduce_mean(tf.cast(correct_prediction, tf.float32));
const top2 = tf.nn.top_k(y, { k: 2 });
const confusion = tf.confusion_matrix(tf.argmax(y_, 1), tf.argmax(y, 1), { num_classes: k });

const sess = tf.InteractiveSession();
tf.global_variables_initializer().run();
for (const i of py.range(100)) {
  const lo = py.mod(i * 20, k * per);
  train_step.run({
    feed_dict: [[x, py.getitem(xs, py.slice(lo, py.add(lo, 20)))], [y_, onehot.at(py.slice(lo, py.add(lo, 20)))]],
  });
  if (i % 25 === 0) {
    print(py.percent("step %d, training accuracy %g", i, accuracy.eval({ feed_dict: [[x, xs], [y_, onehot]] })));
  }
}
print(py.percent("test accuracy %g", accuracy.eval({ feed_dict: [[x, xs], [y_, onehot]] })));
print(W.eval());
print(confusion.eval([[x, xs], [y_, onehot]]));
const [a, c, d] = sess.run(
  [cross_entropy, tf.reduce_mean(stable), tf.reduce_mean(sparse)] as const,
  [[x, xs], [y_, onehot]],
);
print("three losses agree:", np.allclose(a, c, { atol: 1e-5 }), np.allclose(c, d, { atol: 1e-5 }));
print(sess.run(top2, [[x, py.getitem(xs, py.slice(null, 2))]]));
sess.close();
