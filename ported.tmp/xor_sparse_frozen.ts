import { np, print, py, tf } from "tf1-compat";

/* XOR with a plain tf.SparseTensor as first layer: it never changes. */
tf.set_random_seed(1);
np.random.seed(1);

const x = tf.placeholder(tf.float32, { shape: [4, 2], name: "x" });
const y = tf.placeholder(tf.float32, { shape: [4, 1], name: "y" });

const m: any = py.getitem<any>(np.shape(x), 0);
const n: any = py.getitem<any>(np.shape(x), 1);
const hidden_s = 2;
const l_r = 1;

const theta1 = tf.SparseTensor({ indices: [[0, 0], [0, 1], [1, 1]], values: [0.1, 0.2, 0.1], dense_shape: [3, 2] });
const theta2 = tf.cast(tf.Variable(tf.random_normal([hidden_s + 1, 1]), { name: "theta2" }), tf.float32);

const a1 = tf.concat([np.c_.at(np.ones(x.shape.at(0))), x], 1);
const z1 = tf.matmul(a1, tf.sparse_tensor_to_dense(theta1));
const a2 = tf.concat([np.c_.at(np.ones(x.shape.at(0))), tf.sigmoid(z1)], 1);
const z3 = tf.matmul(a2, theta2);
const h3 = tf.sigmoid(z3);
const cost_func = tf.reduce_sum(y.mul(tf.log(h3)).add(py.sub(1, y).mul(tf.log(py.sub(1, h3)))), { axis: 1 }).neg();

const optimiser: any = tf.train.GradientDescentOptimizer({ learning_rate: l_r }).minimize(cost_func);

const X: any[] = [[0, 0], [0, 1], [1, 0], [1, 1]];
const Y: any[] = [[0], [1], [1], [0]];

const init = tf.global_variables_initializer();
const sess = tf.Session();
sess.run(init);

for (const i of py.range(200)) {
  sess.run(optimiser, { feed_dict: [[x, X], [y, Y]] });
  if (i % 100 === 0) {
    print("Epoch:", i);
    print(sess.run(theta1));
  }
}
