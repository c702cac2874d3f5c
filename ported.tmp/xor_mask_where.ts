// XOR, masking with tf.where instead of a product
import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(5);

const x_data = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], { dtype: np.float32 });
const y_data = np.array([[0], [1], [1], [0]], { dtype: np.float32 });

const x = tf.placeholder(tf.float32, [null, 2]);
const y = tf.placeholder(tf.float32, [null, 1]);

const mask = tf.Variable([[1, 0, 1], [0, 1, 1]], { name: "mask", trainable: false });
const weight = tf.cast(tf.Variable(tf.random_normal([2, 3], { seed: 2 })), tf.float32);
const desired = tf.where(mask.gt(0), weight, tf.zeros_like(weight));
const b1 = tf.Variable(tf.zeros([3]), { name: "b1" });
const w2 = tf.Variable(tf.truncated_normal([3, 1], { stddev: 0.8, seed: 4 }), { name: "w2" });
const b2 = tf.Variable(py.float(0.0), { name: "b2" });

const hidden = tf.tanh(tf.matmul(x, desired).add(b1));
const logits = tf.matmul(hidden, w2).add(b2);
const loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits({ labels: y, logits }));
const grad_w: any = py.getitem<any>(tf.gradients(loss, weight), 0);
const step: any = tf.train.AdamOptimizer(0.1).minimize(loss);
const acc = tf.reduce_mean(tf.cast(tf.equal(tf.round(tf.sigmoid(logits)), y), tf.float32));

{
  using sess = tf.Session();
  sess.run(tf.global_variables_initializer());
  print(sess.run(desired));
  print("gradient", sess.run(grad_w, [[x, x_data], [y, y_data]]));
  for (const epoch of py.range(150)) {
    const [_, l, a] = sess.run([step, loss, acc] as const, [[x, x_data], [y, y_data]]);
    if (epoch % 30 === 0) {
      print(py.percent("epoch %d loss %.4f acc %.2f", epoch, l, a));
    }
  }
  print(sess.run(desired));
  print(sess.run(tf.sigmoid(logits), [[x, x_data]]));
}
