// Values of a SparseTensor kept in a tf.Variable: do they get a gradient?
import { print, py, tf } from "tf1-compat";

tf.set_random_seed(7);

const X: any[] = [[0, 0], [0, 1], [1, 0], [1, 1]];
const Y: any[] = [[0], [1], [1], [0]];
const x = tf.placeholder(tf.float32, { shape: [4, 2], name: "x" });
const y = tf.placeholder(tf.float32, { shape: [4, 1], name: "y" });
const hidden_s = 2;
const l_r = 1;

const values = tf.Variable([0.1, 0.2, 0.1], { name: "theta1_values" });
const theta1 = tf.SparseTensor({ indices: [[0, 0], [0, 1], [1, 1]], values, dense_shape: [3, 2] });
const theta2 = tf.Variable(tf.random_normal([hidden_s + 1, 1]), { name: "theta2" });

const ones = tf.ones([4, 1]);
const a1 = tf.concat([ones, x], 1);
// a1 . theta1  ==  (theta1^T . a1^T)^T
const z1 = tf.transpose(tf.sparse_tensor_dense_matmul(theta1, a1, { adjoint_a: true, adjoint_b: true }));
const a2 = tf.concat([ones, tf.sigmoid(z1)], 1);
const h3 = tf.sigmoid(tf.matmul(a2, theta2));
const cost = tf.reduce_sum(y.mul(tf.log(h3)).add(py.sub(1, y).mul(tf.log(py.sub(1, h3)))), { axis: 1 }).neg();

const opt = tf.train.GradientDescentOptimizer({ learning_rate: l_r });
const gvs: any = opt.compute_gradients(cost);
for (const [g, v] of py.unpacked(py.iter(gvs), 2)) {
  print(v.name, g == null ? null : g.name);
}
const train: any = opt.apply_gradients(gvs);

const dense_from_sparse = tf.sparse_tensor_to_dense(theta1);
try {
  const g2: any = tf.gradients(tf.reduce_sum(tf.square(dense_from_sparse)), values);
  print("through sparse_tensor_to_dense:", g2);
} catch (error) {
  const e: any = py.caught(error);
  if (!(e instanceof py.Exception)) throw error;
  const g2: any[] = [null];
  print(
    "through sparse_tensor_to_dense:",
    py.getattr<any>(py.type(e), "__name__"),
    py.getitem(py.str.split(py.str(e), "\n"), 0),
  );
}

{
  using sess = tf.Session();
  sess.run(tf.global_variables_initializer());
  print(sess.run(theta1));
  print(Array.from(py.iter<any>(sess.run(Array.from(py.iter(gvs), ([g, v]: any) => g), [[x, X], [y, Y]]))));
  for (const i of py.range(201)) {
    sess.run(train, { feed_dict: [[x, X], [y, Y]] });
    if (i % 100 === 0) {
      print("Epoch:", i);
      print(sess.run(theta1));
      print("cost", sess.run(cost, [[x, X], [y, Y]]));
    }
  }
}
